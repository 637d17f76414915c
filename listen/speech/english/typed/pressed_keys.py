"""Keys of a keyboard: "Ctrl+C", "Alt-Del", "press Esc"."""

from __future__ import annotations

from listen.speech.rules import Here, Rule, Said, table, whole
from listen.speech.writing import patterns as re

_NAMES = table(
    """
    Ctrl=control | Cmd=command | Opt=option | Esc=escape | Del=delete | Ins=insert | PgUp=page up |
    PgDn=page down
    """
)
_KEYS = rf"(?:{'|'.join(_NAMES)}|Alt|Shift|Tab|Enter|Win|Fn|Control|Command|Option)"
_PRESSED = re.compile(rf"\b{_KEYS}\s?[-+/]\s?\Z|\b(?:[Pp]ress|[Hh]it|[Tt]ap|[Hh]old)\s(?:the\s)?\Z")


def _key(m: re.Match[str], here: Here) -> Said | None:
    """ "Ctrl+C", "Alt-Del", "press Esc": the keys' names."""
    if m["on"] is not None or _PRESSED.search(here.text, max(0, m.start() - 16), m.start()):
        return whole(m, _NAMES[m["k"]])
    return None


LETTERS = (
    Rule(
        rf"(?P<k>{'|'.join(_NAMES)})(?P<on>(?=\s?\+|/(?:{_KEYS})(?!\w)|-(?:{_KEYS}|[A-Z\d])(?![a-z])))?(?![^\W_])",
        _key,
    ),
)
TRIGGERS = frozenset(key.lower() for key in _NAMES)
