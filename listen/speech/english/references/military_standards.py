"""Standards of the American forces: "MIL-STD-810H", "MIL-SPEC", "mil-grade"."""

from __future__ import annotations

from listen.speech.numbers import digits, pairs
from listen.speech.rules import Here, Rule, Said, table, whole
from listen.speech.writing import patterns as re

_KINDS = table("STD=standard | SPEC=spec | HDBK=handbook | DTL=D T L | PRF=P R F")
_END = r"(?![^\W_])"


def _standard(m: re.Match[str], here: Here) -> Said | None:
    """ "MIL-STD-1553B", "MIL-C-17": the first word, its kind, its number by pairs."""
    said = ["mil", _KINDS.get(m["kind"], m["kind"])]
    if m["n"]:
        said.append(pairs(m["n"]) if len(m["n"]) < 5 else digits(m["n"]))
    return whole(m, " ".join([*said, *(m["x"] or "")]))


LETTERS = (
    Rule(rf"MIL-(?P<kind>STD|SPEC|HDBK|DTL|PRF|[A-Z])(?:-(?P<n>\d{{2,6}})(?P<x>[A-Z])?)?{_END}", _standard),
    Rule(rf"MIL(?=[\s-](?:[Gg]rade|[Ss]pecs?|[Ss]tandards?){_END})", lambda m, h: whole(m, "mil")),
)
