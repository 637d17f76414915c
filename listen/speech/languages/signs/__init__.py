"""This package says what stands beside words in the six languages: scores, signs, addresses, days."""
