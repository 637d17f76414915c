"""Footnotes, by their mark-up: which passages they are, their numbers, and where the text refers to them."""

import re
from collections.abc import Sequence
from typing import Any

from listen.clean.dom.nouns import Page, fold
from listen.clean.dom.text import NOTE_MARK, word_count
from listen.clean.dom.unsaid import TO_NOTE

_REFERS = re.compile(r"note-?ref|foot-?note|end-?note|(?:^|[\s_-])fn(?:$|[\s_-]?ref)", re.I)
_BACK = re.compile(r"(?:(?<!\s)\s++)?(?:[↩↵⤴^↑]\ufe0e?|\[?(?:back|return|zurück|retour)\]?){1,20}\s*\Z", re.I)
_STARRED = re.compile(r"([*†‡§]{1,3})\s?(?=[^\W_])")
_BEHIND = re.compile(r"(?<=[^\W\d_][^\W\d_])[.,;:!?”\"’)]?([*†‡§]{1,3})(?![\w*†‡§])")
"""How a note begins that has a sign for a number, and how a word ends that such a note belongs to."""
_LONGEST = 200
"""Words of the longest note."""


def notes(page: Page) -> dict[int, tuple[int, int]]:
    """Candidate that is (part of) a footnote → its number, and the candidate with its mark."""
    if len(page.places) < 2:
        return {}
    marks = _marks(page.places[1].el)
    if not marks:
        return {}
    standing: dict[Any, list[int]] = {}
    for i, c in enumerate(page.candidates):
        standing.setdefault(c.el, []).append(i)
    targets = {el.get("id"): el for el in page.places[1].el.iter() if el.get("id") in marks}
    found: dict[int, tuple[int, int]] = {}
    for number, (name, mark) in enumerate(marks.items(), 1):
        target = targets.get(name)
        at = _holder(mark, standing)
        if target is None or at is None or word_count(fold(" ".join(target.itertext()))) > _LONGEST:
            continue
        label = re.sub(r"\D", "", "".join(mark.itertext()))
        for el in {*target.iter(), _item(target)}:
            for i in standing.get(el, ()):
                if i > at and words(page.candidates[i].text):
                    found[i] = (int(label) if label else number, at)
    return found | _unmarked(page, found, standing)


def _unmarked(
    page: Page, found: dict[int, tuple[int, int]], standing: dict[Any, list[int]]
) -> dict[int, tuple[int, int]]:
    """Return the notes that stand in a list of notes, lead back as they do, and have no mark in the text.

    A writer who refers twice to one note leaves the next without. They belong to the mark of a note beside.
    """
    items: dict[Any, int] = {}
    for i, (_, at) in found.items():
        el = page.candidates[i].el
        item = el if el.tag == "li" else next(el.iterancestors("li"), None)
        if item is not None:
            items[item] = at
    lists = {item.getparent(): at for item, at in items.items()}
    return {
        i: (number, at)
        for notes_list, at in lists.items()
        if notes_list is not None
        for number, item in enumerate(notes_list, 1)
        if item.tag == "li" and item not in items and _leads_back(item)
        for el in item.iter()
        for i in standing.get(el, ())
        if i > at and i not in found and words(page.candidates[i].text)
    }


def _leads_back(item: Any) -> bool:
    """Return whether a list's item ends with an arrow or “back” that is a link to a place on the page."""
    links = [link for link in item.iter("a") if (link.get("href") or "").startswith("#")]
    return bool(links) and _BACK.fullmatch(fold("".join(links[-1].itertext()))) is not None


def starred(page: Page, story: Sequence[int]) -> list[int]:
    """Return which of the passages that are read (`story`) are notes at its end: they begin with a sign (“*”)
    that stands behind a word further up.
    """
    signs: dict[int, str] = {}
    for i in reversed(story):
        c = page.candidates[i]
        note = _STARRED.match(c.text)
        if note is None or c.kind != "paragraph" or word_count(c.text) > _LONGEST:
            break
        signs[i] = note[1]
    if not signs:
        return []
    read = set(story) - signs.keys()
    raised = {"".join(words.split()) for _, why, words in page.unsaid if why.kind == "footnotes"}
    said = {sign for i in read for sign in _BEHIND.findall(page.candidates[i].text)}
    return [i for i, sign in signs.items() if sign in raised | said]


def words(text: str) -> str:
    """A note's text without the sign that leads back."""
    return _BACK.sub("", text)


def _marks(body: Any) -> dict[str, Any]:
    """Return where each link to a note leads → the link, in the page's order."""
    out: dict[str, Any] = {}
    for link in body.iter("a"):
        href = link.get("href") or ""
        if len(href) < 2 or href[0] != "#" or not NOTE_MARK.match(fold("".join(link.itertext()))):
            continue
        up = link.getparent()
        names = f"{link.get('class') or ''} {link.get('role') or ''} {link.get('epub:type') or ''}"
        raised = link.find("sup") is not None or (up is not None and up.tag == "sup")
        if raised or _REFERS.search(names) or TO_NOTE.search(href):
            out.setdefault(href[1:], link)
    return out


def _item(target: Any) -> Any:
    """The list item or paragraph whose anchor a target is."""
    return target.getparent() if target.tag in ("a", "span") and target.getparent() is not None else target


def _holder(el: Any, standing: dict[Any, list[int]]) -> int | None:
    while el is not None:
        if el in standing:
            return standing[el][-1]
        el = el.getparent()
    return None
