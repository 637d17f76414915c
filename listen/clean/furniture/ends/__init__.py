"""This package says what stands where a line, a passage or the story ends, and how much of it is read."""
