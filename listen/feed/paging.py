"""A long feed as pages (RFC 5005): the newest episodes first, the rest in archives that keep their numbers.

Archive 1 holds the oldest hundred, archive 2 the next, and so on; what is left, one to two hundred, is the
feed itself. So a new episode changes one page and every hundredth adds one.
"""

from __future__ import annotations

from dataclasses import dataclass

from listen.errors import FeedError
from listen.library import Entry, Library

PER_PAGE = 100


@dataclass(frozen=True, slots=True)
class Page:
    """One page's episodes, newest first, and where it stands."""

    entries: tuple[Entry, ...]
    number: int
    """0: the feed itself; else the archive's number."""
    archives: int
    """How many archives there are."""


def archives(count: int) -> int:
    """Return how many archives a feed of `count` episodes has."""
    return max(0, count // PER_PAGE - 1)


def all_pages(entries: list[Entry]) -> list[tuple[int, Page]]:
    """Every page of `entries` (newest first) by its number: the archives, oldest first, then the feed."""
    total = archives(len(entries))
    pages = []
    for number in range(1, total + 1):
        start = len(entries) - number * PER_PAGE
        pages.append((number, Page(tuple(entries[start : start + PER_PAGE]), number, total)))
    newest = entries[: len(entries) - total * PER_PAGE]
    return [*pages, (0, Page(tuple(newest), 0, total))]


def page(library: Library, number: int = 0, at: str | None = None) -> Page:
    """The page of that number. Raises FeedError when there is none."""
    count = library.count(at)
    total = archives(count)
    if not 0 <= number <= total:
        raise FeedError(f"the feed has no page {number}")
    if number == 0:
        entries = library.entries(0, count - total * PER_PAGE, at)
    else:
        entries = library.entries(count - number * PER_PAGE, PER_PAGE, at)
    return Page(tuple(entries), number, total)
