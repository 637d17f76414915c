"""This module says what kind of page it is, its next page, and what is refused."""
