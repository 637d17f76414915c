"""This package says what names and styles of elements tell: of a place, and of whether it is seen."""
