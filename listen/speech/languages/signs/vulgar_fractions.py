"""Vulgar fractions, and numbers with a half: "1/3 der Stimmen", "2½ heures", "2 1/2 Jahre"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

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
_OF = re.compile(
    r"\s(?:d['’]|(?:de|des|du|del|dei|degli|della|dello|delle|dell['’]|di|do|dos|da|das|der|aller|van|von|vom)\s)"
)
"""What a share is of."""
_MARKED = words(
    "nota note voto cijfer rapportcijfer bewertung score puntuación avaliação valoración el le il"
)
"""Words before what is a mark, or a day: "nota 4/5 de la crítica", "el 3/4 de este año"."""
_LINKS = re.compile(
    r"\s(?:de|des|du|d['’]|del|dei|degli|della|dello|delle|dell['’]|di|do|dos|da|das)(?!\w)", re.IGNORECASE
)


def fraction_rules(
    marks: Marks, units: Mapping[str, str], singular: Callable[[str], str]
) -> tuple[Rule, ...]:
    """Rules that begin with a figure; `units`: short form → many, `singular`: many → one of them."""

    def measure(m: re.Match[str], here: Here) -> Said | None:
        """ "1/2 l", "¾ h": a part of a unit."""
        sign, one = _SIGNS.get(m["f"], m["f"]), singular(units[m["unit"]])
        if sign == "½":
            return whole(m, marks.half_of(one))
        of = "d'" if marks.part_of and one[0] in "aeiouéh" else marks.part_of
        return whole(m, f"{marks.fractions[sign]}{of}{one}")

    def part(m: re.Match[str], here: Here) -> Said | None:
        """ "2/5 der Stimmen"."""
        before = here.before(m.start()).lower()
        a, b = int(m["a"]), int(m["b"])
        if not marks.shares or a >= b or b < 3 or before in _STEPS or before in _MARKED:
            return None
        if not _OF.match(here.text, m.end()):
            return None
        name = marks.shares[b - 3]
        return whole(m, f"{a} {name if a == 1 else name.removesuffix(marks.shares_lose) + marks.shares_end}")

    def share(m: re.Match[str], here: Here) -> Said | None:
        if m.group() not in _SIGNS:
            return part(m, here)
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

    short = "|".join(re.escape(unit) for unit in sorted(units, key=len, reverse=True) if unit != "s")
    return (
        Rule(rf"(?P<f>[½¼¾]|1/2|[13]/4)\s?(?P<unit>{short})(?![\w²³/]|['’]\w)", measure),
        Rule(r"(?P<n>\d{1,2})(?:[\s\u202f]?½|\s1/2)\s(?P<noun>[^\W\d_]+)(?!\w)", half),
        Rule(r"(?P<a>[1-9])/(?P<b>[2-9]|10)(?=\s[^\W\d_])", share),
    )
