"""HTML known to be the story (a chapter of a book, an item of a feed): all but furniture lines."""

from listen.clean.dom.nouns import F_NAV
from listen.clean.dom.text import word_count
from listen.clean.dom.tree import parse
from listen.clean.dom.walk import walk
from listen.clean.furniture.blocks import block_of
from listen.clean.furniture.wording import repeats_title, suspicion
from listen.clean.result import LeftOut
from listen.model import Block

_TRUST = 0.9
"""What the classifier's probability would be: only passages that are surely furniture go."""


def read_fragment(
    html: str, title: str = "", keep: frozenset[str] = frozenset()
) -> tuple[list[Block], list[LeftOut]]:
    """Blocks of the fragment and what was left out of it; both empty when it has no text."""
    if not html.strip():
        return [], []
    page = walk(parse(html))
    blocks: list[Block] = []
    left: list[LeftOut] = []
    for c in page.candidates:
        why: tuple[str, str] | None = None
        found = suspicion(c, word_count(c.text))
        if c.kind == "figure":
            why = ("captions", "a figure's caption")
        elif page.places[c.place].flags & F_NAV:
            why = ("contents", "in a list of links")
        elif repeats_title(c.text, title) and not blocks:
            why = ("title", "repeats the headline")
        elif found and found[2] > _TRUST:
            why = found[0], found[1]
        if why and why[0] not in keep:
            left.append(LeftOut(why[0], why[1], c.said))
        else:
            blocks.append(block_of(c, page))
    return blocks, left
