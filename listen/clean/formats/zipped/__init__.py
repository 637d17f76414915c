"""Documents that come in a ZIP file: books, and what office programs write."""
