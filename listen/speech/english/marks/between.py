"""A range behind "between", whose ends "and" joins: "between 15-22%", "between $5–$10 million"."""

from __future__ import annotations

from collections.abc import Callable

from listen.speech.rules import Here, Rule, Said
from listen.speech.writing import patterns as re

_BETWEEN = re.compile(
    r"\b[Bb]etween\s(?:(?:the\s)?(?:(?:ages|years|hours|months|dates)\s(?:of\s)?)|about\s|around\s|approximately\s|roughly\s)?\Z"
)
_ANOTHER = re.compile(r"[^.,;!?]{0,20}?\sand\s(?:about\s|around\s)?[$£€]?\d")
"""Behind the range what it is set against: "between 3-5 pm and 7-9 pm"."""
_REACH = 40


def _joined(
    say: Callable[[re.Match[str], Here], Said | None],
) -> Callable[[re.Match[str], Here], Said | None]:
    def said(m: re.Match[str], here: Here) -> Said | None:
        found = say(m, here)
        if found is None or len(found.pieces) != 1 or found.pieces[0][0].count(" to ") != 1:
            return found
        text = here.text
        if not _BETWEEN.search(text, max(0, m.start() - _REACH), m.start()):
            return found
        if " to " in m.group() or _ANOTHER.match(text, found.end, found.end + _REACH):
            return found
        words, start, end = found.pieces[0]
        return Said(((words.replace(" to ", " and "), start, end),), found.end, found.elides)

    return said


def joined(rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """These rules, what they say of a range joined by "and" behind "between"."""
    return tuple(rule.saying(_joined(rule.say)) for rule in rules)
