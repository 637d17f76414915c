"""A time behind a date and its year, with nothing between them: "3 Mar 2014 09:05", "2014-03-03 09:05"."""

from __future__ import annotations

from collections.abc import Callable

from listen.speech.rules import Here, Rule, Said
from listen.speech.writing import patterns as re

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)"
_DATED = re.compile(
    rf"\b(?:{_MONTH}[a-z]{{0,6}}\.?,?\s(?:\d{{1,2}}(?:st|nd|rd|th)?,?\s)?(?:19|20)\d\d|\d{{1,4}}[-/.]\d{{1,2}}[-/.]\d{{2,4}})\s\Z"
)
_REACH = 28
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d")


def _apart(
    say: Callable[[re.Match[str], Here], Said | None],
) -> Callable[[re.Match[str], Here], Said | None]:
    def said(m: re.Match[str], here: Here) -> Said | None:
        found = say(m, here)
        if (
            found is None
            or not found.pieces
            or found.pieces[0][0][:1] == ","
            or not _CLOCK.match(here.text, m.start())
        ):
            return found
        if not _DATED.search(here.text, max(0, m.start() - _REACH), m.start()):
            return found
        words, start, end = found.pieces[0]
        return Said(((f", {words}", start, end), *found.pieces[1:]), found.end, found.elides)

    return said


def apart(rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """These rules, what they say of a time held apart from the year before it."""
    return tuple(rule.saying(_apart(rule.say)) for rule in rules)
