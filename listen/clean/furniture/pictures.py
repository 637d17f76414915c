"""Pictures' alternative texts as blocks, for those who ask for them."""

from typing import Any

from listen.clean.dom.nouns import Page, fold
from listen.model import Block

_LEAST = 2
"""Words of an alternative text that says something."""


def alternatives(page: Page, story: list[int]) -> dict[int, list[Block]]:
    """Candidate of the story → the pictures that stand behind it, before the next one."""
    if not story:
        return {}
    out: dict[int, list[Block]] = {}
    at: dict[Any, int] = {}
    for i in story:
        at.setdefault(page.candidates[i].el, i)
    last, here = story[-1], None
    seen: set[str] = set()
    for el in page.places[1].el.iter():
        if el in at:
            here = at[el]
        text = fold(el.get("alt") or "") if el.tag in ("img", "amp-img") else ""
        if here is None or len(text.split()) < _LEAST or text in seen:
            continue
        seen.add(text)
        # Behind the story come the pictures of other stories, but for those inside its last block.
        if here != last or any(up is page.candidates[last].el for up in el.iterancestors()):
            out.setdefault(here, []).append(Block("figure", text, alt=text))
    return out
