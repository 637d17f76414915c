"""The told story, for every test here."""

from tests.storied import folder, told

__all__ = ["folder", "told"]
