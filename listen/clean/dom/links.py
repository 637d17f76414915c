"""Links that say something of the text they stand in, or nothing: one that a page forgot to close before its
story goes on over all of it, one behind which the kind of its file is noted.
"""

import re
from typing import Any
from urllib.parse import urlsplit

from listen.clean.dom.nouns import Candidate, Page, fold
from listen.clean.result import Why

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


def one_link(link: Any, following: Any) -> bool:
    """Return whether two links with nothing between them are one that an editor cut in the middle of a word:
    they lead to one place, small letter to small letter.
    """
    if not link.get("href") or link.get("href") != following.get("href"):
        return False
    before, after = "".join(link.itertext())[-1:], "".join(following.itertext())[:1]
    return before.isalpha() and after.isalpha() and before == before.lower() and after == after.lower()


_KIND = r"(?:pdf|docx?|xlsx?|pptx?|csv|zip|epub)"
_FILE = re.compile(rf"\.{_KIND}\Z", re.I)
_MARK = re.compile(rf"(?:\[\s*{_KIND}\b[^\])]{{0,30}}\]|\(\s*{_KIND}\b[^\])]{{0,30}}\))", re.I)
_AT_END = re.compile(rf"{_MARK.pattern}\Z", re.I)
"""“[PDF]”, “(PDF, 2.1 MB)”: what a page notes at a link about the file that it leads to."""
FILE_KIND = Why("links", "the kind of the file that a link leads to", "file-mark")


def file_marks(page: Page) -> None:
    """Take the kind of a file out of a passage where it stands at the end of the link to it, or right behind.

    A passage that is nothing else stays for others to judge.
    """
    for i, c in enumerate(page.candidates):
        if not c.anchors or c.kind in ("code", "table") or not _MARK.search(c.text):
            continue
        for said in (said for link in c.el.iter("a") for said in _noted(link)):
            rest = c.text.replace(f" {said}", "", 1)
            rest = c.text.replace(said, "", 1).lstrip() if rest == c.text else rest
            if rest and rest != c.text:
                c.text = rest
                page.unsaid.append((i, FILE_KIND, said))


def _noted(link: Any) -> list[str]:
    """Return the notes on the kind of the file that a link leads to."""
    try:
        path = urlsplit(link.get("href") or "").path
    except ValueError:
        return []
    if not _FILE.search(path):
        return []
    inside, behind = _AT_END.search(fold("".join(link.itertext()))), _MARK.match(fold(link.tail or ""))
    return [found[0] for found in (inside, behind) if found]
