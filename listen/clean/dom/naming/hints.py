"""This module says what class names and ids tell of a place: comments, navigation, related stories."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain

from listen.clean.dom.naming.beginnings import alternatives, by_beginning

_GLUED = (
    "(?:list|box|wrap|wrapper|container|content|inner|outer|block|area|section|links?|buttons?|btns?|bar|form|item|"
    "posts?|articles?|stories|news|text|title|head|header|footer|body|group|panel|module|widget|holder|row|col|left|"
    "right|top|bottom|info|icons?|count|toggle|slot|unit|tags?|cloud)"
)
"""Words that names have behind the one that says something, often with no mark between (“relatedposts”)."""


# What class names and ids say about a place, one bit a group, by whole words: `comment-list`, `commentList`,
# `commentlist` are comments, `commentary` is not. The patterns meet the words in lower case, parted by single
# hyphens: to ignore case is several times slower.
def _hint_table() -> dict[str, str]:
    lines = (files("listen.clean.dom.naming") / "hints.tsv").read_text("utf-8").splitlines()
    return dict(line.split("\t") for line in lines if line and not line.startswith("#"))


_HINTS = _hint_table()
"""The names of each group, as a pattern."""
HINT_NAMES = tuple(_HINTS)


@cache
def _hint_patterns() -> tuple[re.Pattern[str], tuple[re.Pattern[str], ...]]:
    """One pattern for all groups (most names belong to none: one look tells), and one for each.

    They are compiled for the first page: a plain text has no names."""
    named = [alternatives(names) for names in _HINTS.values()]

    def of(names: Iterable[str]) -> re.Pattern[str]:
        return re.compile(f"-(?:{by_beginning(names)})(?:s|es)?{_GLUED}?(?=-)")

    return of(dict.fromkeys(chain(*named))), tuple(map(of, named))


_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_TOPIC = re.compile(r"(?:tag|category|cat|topic)-", re.I)
_POST = re.compile(r"\b(?:hentry|type-post|post-\d+|single-post|status-publish)\b")
"""Names by which WordPress marks a post: what it files the post under stands among them (`tag-comments`)."""


@lru_cache(maxsize=16384)
def hints_of(names: str) -> int:
    """The groups of `HINT_NAMES` that a class list or id belongs to, as bits."""
    bits = 0
    may_file = "post" in names or "hentry" in names or "publish" in names
    filed = may_file and _POST.search(names) is not None
    for name in names.split()[:30]:
        if not (filed and _TOPIC.match(name)):
            bits |= hints_of_name(name[:60])
    return bits


@lru_cache(maxsize=65536)
def hints_of_name(name: str) -> int:
    """The groups of `HINT_NAMES` that one class name or id belongs to, as bits.

    Elementor calls each part of the pages that it builds a widget, also the story's: that says nothing.
    """
    words = "-".join(_WORD.findall(name)).lower()
    return _hints_of_words(words.replace("elementor-widget", "elementor", 1))


@lru_cache(maxsize=65536)
def _hints_of_words(words: str) -> int:
    marked = f"-{words}-"
    any_hint, patterns = _hint_patterns()
    if any_hint.search(marked) is None:
        return 0
    bits = 0
    for i, pattern in enumerate(patterns):
        if pattern.search(marked):
            bits |= 1 << i
    return bits
