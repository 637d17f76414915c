"""HTML known to be the story (a chapter of a book, an item of a feed): all but furniture lines."""

from listen.clean.assemble import block_of
from listen.clean.features import word_count
from listen.clean.places import F_NAV
from listen.clean.residue import repeats_title, suspicion
from listen.clean.result import LeftOut
from listen.clean.tree import parse
from listen.clean.walk import walk
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
