"""One module for each format that an article comes in."""
