"""This package says which gender a noun has in the six languages, and which form its number takes by it."""
