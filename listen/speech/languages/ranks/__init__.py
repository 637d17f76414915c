"""This package says ranks in the six languages: ordinals and Roman numerals."""
