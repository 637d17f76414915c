"""This package says which sentences and quotations of a paragraph are in another language than it."""
