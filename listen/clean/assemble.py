"""The chosen candidates as an Article's blocks, and the rest as a list of what was left out and why."""

from collections.abc import Iterable
from typing import Any

from numpy.typing import NDArray

from listen.clean.features import word_count
from listen.clean.metadata import Metadata
from listen.clean.phrases import find
from listen.clean.places import F_FOOTER, F_FORM, F_NAV, HINT_NAMES, Candidate, Page
from listen.clean.residue import repeats_title, suspicion
from listen.clean.result import LeftOut
from listen.model import Block

_BITS = {name: 1 << i for i, name in enumerate(HINT_NAMES)}
# Which class a passage outside the story belongs to, by the names of the elements around it.
_CLASS_OF_HINT = (
    ("comment", "comments", "among the readers' comments"),
    ("ad", "ads", "in an advertising box"),
    ("newsletter", "prompts", "in a subscription box"),
    ("cookie", "legal", "in a consent or pop-up box"),
    ("related", "related", "among related stories"),
    ("share", "share", "in a share bar"),
    ("toc", "contents", "in a table of contents"),
    ("author", "bios", "in a note about the author"),
    ("caption", "captions", "with a picture"),
    ("tags", "navigation", "among tags"),
    ("audio", "prompts", "in an audio player"),
    ("note", "legal", "in a notice"),
    ("meta", "bylines", "in the line of author and date"),
    ("promo", "ads", "in a promotional box"),
    ("nav", "navigation", "in a menu"),
    ("footer", "legal", "in the page's foot"),
    ("sidebar", "related", "in a side column"),
)


def assemble(
    page: Page, meta: Metadata, p: NDArray[Any], kept: NDArray[Any], keep: frozenset[str]
) -> tuple[tuple[Block, ...], tuple[LeftOut, ...]]:
    """Blocks and what was left out, both in the page's order. `keep` brings classes back."""
    cands = page.candidates
    story = [i for i in range(len(cands)) if kept[i]]
    first, last = (story[0], story[-1]) if story else (0, -1)
    reasons: list[tuple[str, str] | None] = []
    for i, c in enumerate(cands):
        if kept[i]:
            reasons.append(_inside(c, i, meta, story, p))
        else:
            kind, reason = _outside(page, c)
            # Brought back only where the story is: nobody asks for every page's footer.
            near = first - 3 <= i <= last + 3
            reasons.append((kind, reason) if not (kind in keep and near) else None)
    _drop_orphans(cands, reasons, [bool(k) for k in kept])
    blocks: list[Block] = []
    left: list[LeftOut] = []
    for c, why in zip(cands, reasons, strict=True):
        if why is not None and why[0] not in keep:
            left.append(LeftOut(why[0], why[1], c.text))
        elif why is None or why[0] in keep:
            blocks.append(block_of(c))
    return tuple(blocks), tuple(left)


def block_of(c: Candidate) -> Block:
    """A candidate as a block of the Article."""
    return Block(c.kind, c.text, level=c.level, number=c.number, rows=c.rows)


def _inside(
    c: Candidate, i: int, meta: Metadata, story: Iterable[int], p: NDArray[Any]
) -> tuple[str, str] | None:
    """Why a passage that stands in the story is not read all the same."""
    if c.kind == "figure":
        return "captions", "a figure's caption"
    if repeats_title(c.text, meta.title):
        return "title", "repeats the headline"
    found = suspicion(c, word_count(c.text))
    if found and p[i] < found[2]:
        return found[0], found[1]
    return None


def _outside(page: Page, c: Candidate) -> tuple[str, str]:
    """The class of a passage that was not taken for the story, and what gave it away."""
    if c.kind == "figure":
        return "captions", "a figure's caption"
    found = find(c.text)
    if found:
        whole = next((f for f in found if f[2]), found[0])
        return whole[0], whole[1]
    place = page.places[c.place]
    for k in range(3):
        for hint, kind, reason in _CLASS_OF_HINT:
            if place.near[k] & _BITS[hint]:
                return kind, reason
    if place.flags & F_NAV:
        return "navigation", "in a menu"
    if place.flags & F_FORM:
        return "prompts", "in a form"
    if place.flags & F_FOOTER:
        return "legal", "in the page's foot"
    for hint, kind, reason in _CLASS_OF_HINT:
        if place.hints & _BITS[hint]:
            return kind, reason
    if c.links > 0.6 * len(c.text):
        return "related", "nothing but links"
    return "navigation", "outside the story, by its place and its words"


def _drop_orphans(cands: list[Candidate], reasons: list[tuple[str, str] | None], kept: list[bool]) -> None:
    """Headings with nothing under them, and pointers to something that is left out."""
    following = None
    for i in range(len(cands) - 1, -1, -1):
        c = cands[i]
        if not kept[i] or reasons[i] is not None:
            continue
        if c.kind == "heading" and (following is None):
            reasons[i] = ("pointers", "a heading with nothing under it")
            continue
        following = i
