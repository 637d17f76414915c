"""This module says what the voice hears of the punctuation between two words.

Dashes, brackets and ellipses become the marks that every engine pauses for; quotation marks stay as “ ”;
everything else that cannot be heard is left out.
"""

from __future__ import annotations

from functools import lru_cache

from listen.speech.rules import table
from listen.speech.writing import patterns as re

_STOPS = table(
    """
    。=. | ！=! | ？=? | ，=, | 、=, | ；=; | ：=: | ؟=? | ،=, | ।=. | ·=,
    """
)
_STRENGTH = {"": 0, ",": 1, " —": 2, ";": 3, ":": 4, "…": 5, ".": 6, "!": 7, "?": 8}
_DOTS = re.compile(r"\.{2,}")
_OPENING = "“„«‹‚"
_CLOSING = "”»›"
_BEFORE_OPENING = " \t\n(—–["
_SPACE = " "


@lru_cache(maxsize=4096)
def between(gap: str, first: bool = False, last: bool = False, quoted: str = "") -> tuple[str, str]:
    """`(after, before)`: what to put after the word before the gap and before the word after it.

    `first`: nothing precedes the gap; `last`: nothing follows it; `quoted`: the mark of a quotation that is
    open; a lone apostrophe ends a single one, and belongs to its word in a double one.
    """
    if gap == " ":
        return " ", ""
    if "/" in gap or gap == "!":
        glued = _glued(gap, first, last)
        if glued:
            return glued
    if gap.startswith("()") and not first:  # a program's main()
        gap = gap[2:]
        if gap in (" ", ""):
            return " ", ""
    if "..." in gap:
        gap = _DOTS.sub("…", gap)
    stop, closing, before = "", "", ""
    spaced = first
    for i, c in enumerate(gap):
        mark = _mark(gap, i, first, last, quoted)
        if mark == "open":
            before, quoted = "“", c
        elif mark == "close":
            quoted = ""
            if before:  # an empty pair of quotes
                before = ""
            elif not first:
                closing = "”"
        elif mark and not (first and not last) and _STRENGTH[mark] > _STRENGTH[stop]:
            stop = mark
        spaced = spaced or c.isspace()
    if first:
        return "", before
    if last:
        if stop in (",", " —"):
            stop = ""
        return stop + closing, ""
    return stop + closing + _SPACE, before


def _glued(gap: str, first: bool, last: bool) -> tuple[str, str] | None:
    """Return what touches the word on its right is a sign, not a stop ("his/hers", "!important")."""
    if gap.startswith("/") and not first:
        return ("/" if gap == "/" or last else f"/{_SPACE}"), ""
    if gap[:1] == "/" and first and not last:
        return "", "/"
    if gap == "!" and not last:
        return ("", gap) if first else (gap, "")
    if gap.endswith("/") and gap[-2:-1] in " <" and not last:
        return ("" if first else _SPACE), "/"
    return None


def _mark(gap: str, i: int, first: bool, last: bool, quoted: str) -> str:
    """One character of a gap: "open", "close", a stop, or "" for nothing to hear."""
    c = gap[i]
    if c == "." and gap[i + 1 : i + 2] in (",", ";", ":"):
        return ""  # an abbreviation's
    if c in ",;:.!?…":
        return c
    if c.isspace():
        return "," if "\n" in gap and c == "\n" and not last else ""
    before, after = gap[i - 1 : i] if i else "", gap[i + 1 : i + 2]
    if c in _OPENING:
        touches = not first and not gap[:i].strip(".,;:!?…") and gap[:i] == gap[:i].lstrip()
        return "close" if quoted and touches and not after.isalnum() else "open"  # German „so“, »so«
    if c in _CLOSING:
        if c == "»" and not quoted and before.isspace() and after.isspace() and not first:
            return ","  # Home » News
        opens = c in "»›" and not quoted and (i > 0 or first) and (not before or before in _BEFORE_OPENING)
        return "open" if opens and not last and not after.isspace() else "close"
    if c in "\"'‘’":
        opens = (
            (i > 0 or first)
            and (not after or not after.isspace())
            and (not before or before in _BEFORE_OPENING)
        )
        if opens and not (last and i == len(gap) - 1):
            return "open"
        return "" if c in "'’" and gap.strip() == c and (not quoted or quoted == '"') else "close"
    if c in "—―":
        return " —"
    if c in "-–‐‑−":
        dash = (before.isspace() and after.isspace()) or before == "-" or after == "-"
        dash = dash or (c == "–" and "–" in (before, after))
        if c == "–" and not dash:  # "so– then", "so –then"
            dash = (after.isspace() and not before) or (before.isspace() and not after and not first)
        return " —" if dash else ""
    if c in "()[]{}|•":
        return "" if c == "[" and not i and not first else ","  # D[i]
    return _STOPS.get(c, "")
