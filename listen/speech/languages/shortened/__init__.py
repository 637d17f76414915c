"""This package says what is written in short in the six languages: words with a point, capitals."""
