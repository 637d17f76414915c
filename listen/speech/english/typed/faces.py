"""This module leaves out faces that are typed: "so funny :D", "find us. =)", "not sure :/"."""

from __future__ import annotations

from listen.speech.rules import Here, Rule, Said, silent
from listen.speech.writing import patterns as re

_EYES = re.compile(r"[:;=][-']?\Z")


def _face(m: re.Match[str], here: Here) -> Said | None:
    """ ":D", ":-/": its eyes, passed over as a stop, are the face's too."""
    eyes = _EYES.search(here.text, max(0, m.start() - 2), m.start())
    return Said((("", eyes.start(), m.end()),), m.end()) if eyes else None


_END = r"(?=[\s.,!?)]|\Z)"
LETTERS = (
    Rule(rf"[DPp](?:(?<=\s[:;=].)|(?<=\s[:;=][-'].)){_END}", _face),
    Rule(rf"xD(?<=\s..){_END}", silent),
)
SYMBOLS = (
    Rule(r"¯\\{0,2}_{1,2}\(ツ\)_{1,2}/¯", silent),
    Rule(rf"=(?<=\s=)-?[)(DP]{_END}", silent),
    Rule(rf"[/\\](?:(?<=\s[:;=].)|(?<=\s[:;=]-.)){_END}", _face),
)
