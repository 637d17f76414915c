"""Bytes → a tree, and what can be asked of a tree: decoding, walking, nouns of a page, text."""
