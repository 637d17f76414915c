"""This package says numbers and sums in words, and units in their other written forms."""
