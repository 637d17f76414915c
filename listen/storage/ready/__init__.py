"""Work that could be done again is kept here as it is needed: a start is faster, nothing else changes."""
