"""How well a page was read: bodies, required pieces, residue, structure, metadata, each a plain function.

A prediction is what a listener gets of a page: the body as lines, and title, author and date. The truth is
a dictionary with `articleBody` (or `with_` and `without`, pieces that must and must not be there), `title`,
`author`, `date`. Nothing here needs more than the standard library.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

SIZE = 4
"""Words of the runs by which two bodies are compared."""
_WORD = re.compile(r"\w+")
_MARK = re.compile(r"\A\s*(?:[-•*]|\d+[.)])\s+")

Counts = tuple[float, float, float]
"""Of one page the shares of runs that are right, too many, and missing."""


def runs(text: str) -> Counter[tuple[str, ...]]:
    """Every run of four words of a text, with its number; a shorter text is one run."""
    words = _WORD.findall(text)
    if not words:
        return Counter()
    return Counter(tuple(words[i : i + SIZE]) for i in range(max(1, len(words) - SIZE + 1)))


def body_counts(true: str, read: str) -> Counts:
    """Compare one body with the truth."""
    wanted, had = runs(true), runs(read)
    right = (wanted & had).total()
    extra, lost = had.total() - right, wanted.total() - right
    whole = right + extra + lost
    return (right / whole, extra / whole, lost / whole) if whole else (0.0, 0.0, 0.0)


def f1_of(pages: Sequence[Counts]) -> tuple[float, float, float]:
    """Precision, recall and F1, each page counting alike.

    A page of which nothing was read counts in the recall alone, one that holds nothing in the precision alone.
    """
    precise = [right / (right + extra) for right, extra, _ in pages if right + extra]
    whole = [right / (right + lost) for right, _, lost in pages if right + lost]
    p = sum(precise) / len(precise) if precise else 0.0
    r = sum(whole) / len(whole) if whole else 0.0
    return p, r, 2 * p * r / (p + r) if p + r else 0.0


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text.lower())


def pieces(gold: dict[str, Any], read: str) -> tuple[int, int, int, int]:
    """Required pieces lost, required, unwanted pieces read, unwanted; by letters and digits alone."""
    have = _letters(read)
    want = [_letters(piece) for piece in gold.get("with_", ()) if _letters(piece)]
    bad = [_letters(piece) for piece in gold.get("without", ()) if _letters(piece)]
    return sum(p not in have for p in want), len(want), sum(p in have for p in bad), len(bad)


# ruff: noqa: E501 - a pattern is as long as its line
_RESIDUE = {
    "advertisement": r"(?:advertisement|anzeige|werbung|sponsored(?: content)?|(?:story|article) continues below.*)\W*",
    "pointer": r"\W*(?:read more|also read|read next|see also|related(?: \w+)?|recommended|you (?:may|might) also like|"
    r"more (?:from|on)|up next|lesen sie auch|mehr zum thema|à lire aussi|lee también|leggi anche)\b.{0,120}",
    "share": r"\W*(?:share|tweet|pin it|follow us|copy link)\b.{0,60}",
    "prompt": r".*\b(?:sign up (?:for|to|here)|subscribe (?:to|now|today)|to your inbox|free trial|already a "
    r"subscriber|listen to this (?:article|story)|\d+ min(?:ute)?s? read)\b.*",
    "comment": r".*\b(?:leave a comment|in the comments below|let us know|tell us what|join the conversation)\b.*",
    "caption": r"(?:photo|image|picture|foto|bild|video)(?: credit| by)?\s?[:©/].*|.*\b(?:getty images|shutterstock)\b.*",
    "byline": r"\W*(?:[Bb]y [A-Z][\w.'-]+(?: [A-Z][\w.'-]+){1,3}|(?i:published|updated|posted|veröffentlicht|stand)\b.{0,60}\d.{0,20})",
    "legal": r".*(?:©|all rights reserved|terms of (?:use|service)|privacy policy|affiliate link).*",
    "address": r".*(?:https?://\S|\bwww\.\w|[\w.+-]+@[\w-]+\.\w{2}).*",
    "note mark": r".*\[\d{1,3}\].*",
}
_RESIDUES = {kind: re.compile(pattern, 0 if kind == "byline" else re.I) for kind, pattern in _RESIDUE.items()}


def residue(gold: str, read: str) -> list[tuple[str, str]]:
    """Lines that no listener wants and the truth has not, each with its kind."""
    own = " ".join(gold.split())
    found = []
    for line in read.split("\n"):
        said = _MARK.sub("", " ".join(line.split()))
        if said and said not in own:
            found += [(kind, said) for kind, pattern in _RESIDUES.items() if pattern.fullmatch(said)]
    return found


def _line(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


def lines_kept(wanted: Iterable[str], read: str) -> tuple[int, int]:
    """How many headings or items are lines of their own, and how many there are."""
    lines = {_line(v) for line in read.split("\n") for v in (line, _MARK.sub("", line))}
    want = [line for line in map(_line, wanted) if line]
    return sum(line in lines for line in want), len(want)


def _folded(text: str | None) -> str:
    return " ".join(_WORD.findall(unicodedata.normalize("NFKC", text or "").casefold()))


def same_title(true: str, found: str | None) -> bool:
    """Whether two titles have the same words."""
    return _folded(true) == _folded(found)


def same_authors(true: str | None, found: str | None) -> bool:
    """Whether the same persons are named, in any order."""
    return _persons(true) == _persons(found)


def _persons(text: str | None) -> set[str]:
    text = re.sub(r"\A\s*(?:by|von|par|por|door)\b", "", text or "", flags=re.I)
    return {p for p in map(_folded, re.split(r"[;,|/&\n]|\b(?:and|und|et|y)\b", text)) if p}


def same_day(true: str | None, found: str | None) -> bool:
    """Whether two dates are one day."""
    return (true or "")[:10] == (found or "")[:10]
