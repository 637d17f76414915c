"""A link that a page forgot to close goes on over all that follows, and says nothing of it."""

from listen.clean.places import Candidate

_BLOCKS = 3
"""A card is one link over a headline and its teaser; over so many passages in a row none is meant."""
_CHARS = 100
"""Fewer are the labels of a menu or the lines of a card."""


def unclosed(candidates: list[Candidate]) -> None:
    """Take the passages in the middle of a link that was never closed out of it."""
    run: list[Candidate] = []
    for c in [*candidates, None]:
        inside = c is not None and len(c.text) >= _CHARS and c.links >= 0.95 * len(c.text)
        if c is not None and inside and not c.anchors and run:
            run.append(c)
            continue
        if len(run) >= _BLOCKS:
            for passage in run:
                passage.links = 0
        run = [c] if c is not None and inside else []
