"""Title, authors, date and language of a page."""
