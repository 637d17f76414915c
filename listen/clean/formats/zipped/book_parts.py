"""This module says what in a chapter of a book is not its story: notes and their marks, page numbers,
licences; by mark-up.
"""

import re
from collections.abc import Sequence
from typing import Any

from listen.clean.dom.nouns import fold
from listen.clean.dom.text import NOTE_MARK
from listen.clean.metadata.titles import words as bare
from listen.clean.result import LeftOut
from listen.model import Block

_NOTES = {
    "footnote", "footnotes", "endnote", "endnotes", "rearnote", "rearnotes", "doc-footnote", "doc-endnote",
    "doc-endnotes",
}  # fmt: skip
_NOTE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:fn|foot-?notes?|end-?notes?|rear-?notes?|fnote|notetext)(?:$|[\s_-])", re.I
)
_PAGE_TYPES = {"pagebreak", "doc-pagebreak"}
_PAGE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:page-?(?:num(?:ber)?|break|no)|pagenumber|pgnum)s?(?:$|[\s_-])", re.I
)
_PAGE_TEXT = re.compile(
    r"[\[({]?\s*+(?:(?:pg?\.?|page|seite|s\.)\s*+)?(?:\d{1,4}|[ivxlc]{1,7})\s*+[\])}]?", re.I
)
_LICENCE = re.compile(r"(?:^|[\s_-])pg-?(?:boilerplate|header|footer|machine-header)", re.I)
_NOTE_NUMBER = re.compile(r"\W*(?:\d{1,4}|[*†‡§]{1,3}|[a-z])[\W\s]", re.I)
_GAIJI = re.compile(r"gaiji|glyph|(?:^|[\s_-])(?:char|inline-?char|drop-?cap)", re.I)
NOTES_TITLE = re.compile(
    r"\W*(?:(?:end|foot|chapter )?notes?(?: and references)?|notes to .{1,60}|references|works cited|"
    r"(?:select(?:ed)? )?bibliography|anmerkungen|fußnoten|endnoten|quellen|literatur(?:verzeichnis)?|"
    r"notas|bibliograf[íi]a|note|bibliografia|bibliographie|notes de bas de page|noten)\W*\Z",
    re.I,
)
_IMPRINT = re.compile(
    r"\bISBN\b|©|\bcopyright\b|all rights reserved|first published|published (?:by|in)\b|\btypeset\b|"
    r"\bprinted (?:and bound|in)\b|cover (?:design|art|illustration)|library of congress|catalogu?ing|"
    r"\bimpressum\b|alle rechte vorbehalten|dépôt légal|tous droits réservés|todos los derechos|"
    r"moral rights?|right of .{3,60} to be identified|produced by|e-?book (?:design|conversion)|"
    r"\bset in \w+|www\.\S+\.\w{2,3}",
    re.I,
)
_IMPRINT_WORDS = 400
"""Words of the longest page of rights."""
_TITLE_PAGE_WORDS = 40
_NOTE_WORDS = 300
"""Words of the longest note."""


def without_furniture(root: Any) -> list[LeftOut]:
    """Take notes, their marks, page numbers and licences out of a chapter's tree; what they said, and why."""
    out: list[LeftOut] = []
    targets = _targets(root)
    for el in list(root.iter()):
        if not isinstance(el.tag, str) or el.tag in ("html", "body", "head"):
            continue
        kinds = {*(el.get("epub:type") or "").split(), *(el.get("role") or "").split()}
        names = f"{el.get('class') or ''} {el.get('id') or ''}"
        text = fold("".join(el.itertext()))
        why: tuple[str, str] | None = None
        if (
            kinds & _NOTES
            or (
                el.tag in ("p", "div", "li", "aside", "section")
                and _NOTE_CLASS.search(el.get("class") or "")
                and _NOTE_NUMBER.match(text)
            )
            or (targets and _is_target(el, targets, text))
        ):
            why = "footnotes", "a note"
        elif kinds & _PAGE_TYPES or (
            _PAGE_CLASS.search(names) and _PAGE_TEXT.fullmatch(text) and not _holds_blocks(el)
        ):
            why = "navigation", "the number of a printed page"
        elif el.tag == "a" and _is_mark(el, kinds, text):
            why = "footnotes", "the mark of a note"
        elif el.tag != "a" and _LICENCE.search(names):
            why = "legal", "the library's licence"
        elif el.tag == "img" and (said := _character(el)):
            _put(el, said)
            continue
        if why is not None and el.getparent() is not None:
            if text:
                out.append(LeftOut(why[0], why[1], text))
            _put(el, "")
    return out


def is_notes(title: str, blocks: Sequence[Block]) -> bool:
    """Return whether a part of the book is its notes or its list of sources, by its title or
    first heading.
    """
    first = blocks[0].text if blocks and len(blocks[0].text) < 60 else ""
    return bool(NOTES_TITLE.match(title or first))


def is_imprint(blocks: Sequence[Block], first: bool) -> bool:
    """Return whether a part is the page of rights or the colophon: short, and most of its lines say so.

    `first`: no chapter stands before it, where half of the lines are enough.
    """
    text = [b.text for b in blocks]
    if not text or sum(len(t.split()) for t in text) > _IMPRINT_WORDS:
        return False
    said = sum(bool(_IMPRINT.search(t)) for t in text)
    return said >= 2 and said >= (0.4 if first else 0.6) * len(text)


def is_title_page(blocks: Sequence[Block], known: Sequence[str]) -> bool:
    """Return whether a part only has the book's title and its people, each of them in `known` or in
    capitals.
    """
    text = [b.text for b in blocks]
    if not text or sum(len(t.split()) for t in text) > _TITLE_PAGE_WORDS:
        return False
    names = [bare(name) for name in known if bare(name)]
    own = [any(_names(bare(t), name) for name in names) for t in text]
    return own[0] and all(
        o or t.isupper() or re.match(r"by\b|von\b|par\b", t, re.I) for o, t in zip(own, text, strict=True)
    )


def _names(line: str, name: str) -> bool:
    """Return whether a line says a name, or a part of it, and little more."""
    return line in name or (name in line and len(line) <= len(name) + 25)


def _targets(root: Any) -> set[str]:
    """The places in this chapter that marks of notes lead to."""
    found = set()
    for link in root.iter("a"):
        href = link.get("href") or ""
        kinds = {*(link.get("epub:type") or "").split(), *(link.get("role") or "").split()}
        if href.startswith("#") and _is_mark(link, kinds, fold("".join(link.itertext()))):
            found.add(href[1:])
    return found


def _is_target(el: Any, targets: set[str], text: str) -> bool:
    """Return whether an element is the note that a mark in the chapter leads to, and no more than that."""
    own = el.get("id") in targets or any(
        child.get("id") in targets for child in el if child.tag in ("a", "span", "sup")
    )
    if not own or el.tag not in ("p", "li", "div", "aside", "dd", "td") or len(text.split()) > _NOTE_WORDS:
        return False
    return _NOTE_NUMBER.match(text) is not None or any(
        (a.get("href") or "").partition("#")[2] for a in el.iter("a")
    )


def _is_mark(el: Any, kinds: set[str], text: str) -> bool:
    if "#" not in (el.get("href") or "") or not NOTE_MARK.match(text):
        return False
    if kinds & {"noteref", "doc-noteref"} or "[" in text:
        return True
    parent = el.getparent()
    raised = el.find("sup") is not None or (parent is not None and parent.tag == "sup")
    if raised:
        return True
    # A number right behind a word or a full stop; one that begins a line is the way back from a note.
    previous = el.getprevious()
    before = (previous.tail if previous is not None else parent.text if parent is not None else "") or ""
    return text.strip("[]()").isdigit() and bool(before) and not before[-1].isspace()


def _holds_blocks(el: Any) -> bool:
    return any(child.tag in ("p", "div", "h1", "h2", "h3", "ul", "ol") for child in el)


def _character(el: Any) -> str:
    """The character that a small picture in a line of text stands for, by its alternative text."""
    alt = fold(el.get("alt") or "")
    if not alt:
        return ""
    if _GAIJI.search(el.get("class") or "") and len(alt) <= 40:
        return alt
    beside = fold((el.tail or "") + "".join(el.getparent().itertext() if el.getparent() is not None else ()))
    return alt if len(alt) <= 2 and bool(beside) else ""


def _put(el: Any, text: str) -> None:
    """Text in an element's place; what follows it stays."""
    parent = el.getparent()
    if parent is None:
        return
    text += el.tail or ""
    previous = el.getprevious()
    if previous is not None:
        previous.tail = (previous.tail or "") + text
    else:
        parent.text = (parent.text or "") + text
    parent.remove(el)
