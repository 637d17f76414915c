"""The encoding of a page that declares none, told by its letters."""
