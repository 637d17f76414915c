"""Episodes that are kept: one folder that a user can see and copy.

library/
├── library.sqlite3        what must be queried: episodes, shares, watched feeds
├── show.json              the podcast's title, link, author, …
├── cover-<hash>.png       its picture
├── shows/<name>/          the same two of every further show
└── episodes/<id>/<version>-<hash>/    the MP3, captions, chapters, the article, the episode's clock

An episode's files are complete under their final name before the database names them, so that a crash loses
at most the episode that is being made. Identity is the article's canonical link, or the text's own hash; the
GUID follows from it, so that the same article is never two episodes and a changed one stays the same.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from listen.library.records import Draft, Entry, Feed, Item, Share
    from listen.library.show import Show
    from listen.library.store import Library

_HOMES = {"Library": "store", "Show": "show"}
__all__ = ["Draft", "Entry", "Feed", "Item", "Library", "Share", "Show"]


def __getattr__(name: str) -> object:
    """Return what was asked for, imported then: who only reads the settings needs no database."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'records')}"), name)
