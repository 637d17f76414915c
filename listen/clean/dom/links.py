"""A link that a page forgot to close before its story goes on over all of it, and says nothing of it."""

from listen.clean.dom.nouns import Candidate

_BLOCKS = 3
"""A card is one link over a headline and its teaser; over so many passages in a row none is meant."""
_CHARS = 100
"""Fewer are the labels of a menu or the lines of a card."""
_SHARE = 0.8
"""Of the page's long passages: where the story stands outside, a list of others may well be one link."""


def unclosed(candidates: list[Candidate]) -> None:
    """Take the passages in the middle of a link that was never closed out of it."""
    run: list[Candidate] = []
    longest: list[Candidate] = []
    total = 0
    for c in candidates:
        if len(c.text) < _CHARS:
            run = []
            continue
        total += len(c.text)
        inside = c.links >= 0.95 * len(c.text)
        if inside and run and not c.anchors:
            run.append(c)
        else:
            run = [c] if inside else []
        if len(run) > len(longest):
            longest = run
    if len(longest) >= _BLOCKS and sum(len(c.text) for c in longest) >= _SHARE * total:
        for c in longest:
            c.links = 0
