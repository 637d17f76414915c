"""This package says what the classifier knows of each candidate block: the columns of its features."""
