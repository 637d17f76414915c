"""The writing itself: letters in disguise, what of it is not read, what a pattern of it can begin with."""
