"""HTML known to be the story (a chapter of a book, an item of a feed): all but furniture lines."""

from typing import Any

from listen.clean.dom.naming.hints import HINT_NAMES
from listen.clean.dom.nouns import F_NAV
from listen.clean.dom.text import word_count
from listen.clean.dom.tree import parse
from listen.clean.dom.walk import walk
from listen.clean.furniture import footnotes
from listen.clean.furniture.blocks import block_of
from listen.clean.furniture.ends.set_lines import set_apart
from listen.clean.furniture.phrases import furniture
from listen.clean.furniture.wording import STRAY, repeats_title, suspicion
from listen.clean.metadata.page_language import guess
from listen.clean.result import LeftOut
from listen.errors import NoArticleError
from listen.model import Block

_TRUST = 0.9
"""What the classifier's probability would be: only passages that are surely furniture go."""
_CAPTION = 1 << HINT_NAMES.index("caption")
_LABEL = 12
"""Words of the longest line without a full stop that is no sentence of a book."""


def read_fragment(
    html: str, title: str = "", keep: frozenset[str] = frozenset()
) -> tuple[list[Block], list[LeftOut]]:
    """Blocks of the fragment and what was left out of it; both empty when it has no text."""
    if not html.strip():
        return [], []
    try:
        root = parse(html)
    except NoArticleError:
        return [], []
    return read_tree(root, title, keep)


def read_tree(
    root: Any, title: str, keep: frozenset[str], printed: bool = False
) -> tuple[list[Block], list[LeftOut]]:
    """Return blocks and what was left out, as `read_fragment` does, of a tree that is parsed already.

    `printed`: it is a book or a paper, where a sentence that speaks of a newsletter or of copyright, and a
    line of two words, are the story's: only lines that are nothing but furniture go.
    """
    page = walk(root)
    noted = footnotes.notes(page)
    blocks: list[Block] = []
    left: list[LeftOut] = []
    # Lines of a book may be verse.
    lang = "und" if printed else guess(" ".join(c.text for c in page.candidates))
    for i, c in enumerate(page.candidates):
        why: tuple[str, str] | None = None
        found = suspicion(c, word_count(c.text))
        if printed and found and found[2] < 2.0:
            whole = furniture(c.text)
            short = found[1] != STRAY and c.kind != "heading" and word_count(c.text) <= _LABEL
            if not whole and (not short or c.text.rstrip("”’\"')")[-1:] in ".!?…:;,"):
                found = None
        if c.kind == "figure":
            why = ("captions", "a figure's caption")
        elif not printed and (page.places[c.place].near[0] | page.places[c.place].near[1]) & _CAPTION:
            why = ("captions", "in an element named for captions")
        elif page.places[c.place].flags & F_NAV:
            why = ("contents", "in a list of links")
        elif i in noted:
            why = ("footnotes", "a footnote")
        elif repeats_title(c.text, title) and not blocks:
            why = ("title", "repeats the headline")
        elif found and found[2] > _TRUST:
            why = found[0], found[1]
        if why and why[0] not in keep:
            left.append(LeftOut(why[0], why[1], c.said))
        else:
            blocks += set_apart(block_of(c, page), () if printed else c.lines, lang)
    return blocks, left
