"""Episodes → one EPUB 3.3 that reads along: text, audio, and the Media Overlays that join them.

A book holds one article or several. Every time in it is the episode's own; clips reach to the next sentence's
beginning, so that the pauses are heard too.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from listen.epub.book import Story, write

__all__ = ["Story", "write"]


def __getattr__(name: str) -> object:
    """Return what makes books, imported when it is first asked for: most narrations are none."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from listen.epub import book

    return getattr(book, name)
