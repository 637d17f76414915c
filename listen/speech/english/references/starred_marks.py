"""Marks of British schools with a star: "A*–C grades", "three A*s", "A*AA"."""

from __future__ import annotations

from listen.speech.rules import Here, Rule, Said, whole, words
from listen.speech.writing import patterns as re

_MARKED = words("an grade grades mark marks predicted got two three four five six")
_MARKED_NEXT = words("grade grades search algorithm algorithms student students result results")


def _starred(m: re.Match[str], here: Here) -> Said | None:
    """ "A*–C grades", "three A*s": a school's best mark; an asterisk behind a name says nothing."""
    before = here.before(m.start())
    told = m["s"] or m["to"] or before.lower() in _MARKED or before.isdecimal()
    if not told and here.after(m.end()).lower() not in _MARKED_NEXT:
        return None
    return whole(m, f"A star{'s' if m['s'] else ''}{' to' if m['to'] else ''}")


LETTERS = (
    Rule(r"A\*(?P<s>s)?(?![\w*])(?P<to>\s?[-–]\s?(?=[A-GU](?!\w)))?", _starred),
    Rule(
        r"(?=[A-E*]{0,6}\*)(?P<g>(?:[A-E]\*?){2,4})(?!\w)",
        lambda m, h: whole(m, " ".join("star" if c == "*" else c for c in m["g"])) if h.british else None,
    ),
)
