"""The told story, for every test here."""

from tests.storied import folder, page_file, told

__all__ = ["folder", "page_file", "told"]
