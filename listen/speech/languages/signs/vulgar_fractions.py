"""Vulgar fractions, and numbers with a half: "1/3 der Stimmen", "2½ heures", "2 1/2 Jahre"."""

from __future__ import annotations

import re

from listen.speech.languages.signs.marks import Marks
from listen.speech.rules import Here, Rule, Said, whole, words

_SIGNS = {"1/2": "½", "1/4": "¼", "3/4": "¾", "1/3": "⅓", "2/3": "⅔"}
_STEPS = words(
    """
    teil folge schritt seite partie page étape épisode parte página paso episodio puntata pagina
    passo passaggio etapa episódio deel stap aflevering bladzijde
    """
)
"""Words behind which two figures are one of so many: "Teil 2/3"."""
_LINKS = re.compile(
    r"\s(?:de|des|du|d['’]|del|dei|degli|delle|dell['’]|di|do|dos|da|das)(?!\w)", re.IGNORECASE
)


def fraction_rules(marks: Marks) -> tuple[Rule, ...]:
    """Rules that begin with a figure."""

    def share(m: re.Match[str], here: Here) -> Said | None:
        if m.group() not in _SIGNS:
            return None
        if here.before(m.start()).lower() in _STEPS:
            return whole(m, f"{m['a']} {marks.out_of} {m['b']}")
        sign = _SIGNS[m.group()]
        if sign in marks.parts and here.after(m.end()).lower() in ("parte", "partes"):
            return whole(m, marks.parts[sign])
        said = marks.fractions[sign].strip()
        if _LINKS.match(here.text, m.end()):
            said = re.sub(r" d[ei]\Z", "", said)
        return whole(m, said)

    def half(m: re.Match[str], here: Here) -> Said | None:
        return whole(m, marks.and_half(int(m["n"]), m["noun"]))

    return (
        Rule(r"(?P<n>\d{1,2})(?:[\s\u202f]?½|\s1/2)\s(?P<noun>[^\W\d_]+)(?!\w)", half),
        Rule(r"(?P<a>[123])/(?P<b>[234])(?=\s[^\W\d_])", share),
    )
