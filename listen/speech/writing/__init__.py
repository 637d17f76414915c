"""The writing itself: letters in disguise, and what of it is not read."""
