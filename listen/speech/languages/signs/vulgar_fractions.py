"""Vulgar fractions, and numbers with a half: "1/3 der Stimmen", "2½ heures", "2 1/2 Jahre"."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from listen.speech.languages.signs.marks import LINKS, MONTH, Marks, plain_fraction
from listen.speech.rules import Here, Rule, Said, whole, words
from listen.speech.writing import patterns as re

_SIGNS = {"1/2": "½", "1/4": "¼", "3/4": "¾", "1/3": "⅓", "2/3": "⅔"}
_STEPS = words(
    """
    teil folge schritt seite partie page étape épisode parte página paso episodio puntata pagina
    passo passaggio etapa episódio deel stap aflevering bladzijde
    """
)
"""Words behind which two figures are one of so many: "Teil 2/3"."""
_DATED = words("le du au les am vom zum op per nr no n° nummer numéro heft ausgabe art artikel kw und et en")
"""Words before a day and its month, or a number with a stroke, that is no share."""
_SHARED = words("les aux des die den de los las i gli as os als dan")
"""Words before thirds that have no noun of their own."""
_OF = re.compile(
    r"\s(?:d['’]|(?:de|des|du|del|dei|degli|della|dello|delle|dell['’]|di|do|dos|da|das|der|aller|van|von|vom)\s)"
)
"""What a share is of."""
_MARKED = words(
    "nota note voto cijfer rapportcijfer bewertung score puntuación avaliação valoración el le il"
)
"""Words before what is a mark, or a day: "nota 4/5 de la crítica", "el 3/4 de este año"."""
_OF_A_DAY = words("el al del le il dal dia día em no na à às") | _MARKED
"""Words before two figures that are a day and a month, or a mark."""


_LED = words("le ce dernier premier chaque autre second")
"""French words behind which a share has no "un" of its own."""


def _without_article(said: str, here: Here, at: int) -> str:
    """ "un 1/2 litre": the article stands already."""
    article, _, rest = said.partition(" ")
    before = here.before(at).lower()
    stands = before == article or (article == "un" and before in _LED)  # "le 1/4 restant"
    return rest if rest and stands else said


def fraction_rules(
    marks: Marks, units: Mapping[str, str], singular: Callable[[str], str]
) -> tuple[Rule, ...]:
    """Rules that begin with a figure; `units`: short form → many, `singular`: many → one of them."""

    def measure(m: re.Match[str], here: Here) -> Said | None:
        """ "1/2 l", "¾ h": a part of a unit."""
        sign, one = _SIGNS.get(m["f"], m["f"]), singular(units[m["unit"]])
        if sign == "½":
            return whole(m, _without_article(marks.half_of(one), here, m.start()))
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
        if MONTH.match(here.text, m.end()) and not LINKS.match(here.text, m.end()):
            return None  # "les 3/4 mai"
        if m.group() not in _SIGNS:
            return part(m, here)
        if here.before(m.start()).lower() in _STEPS:
            return whole(m, f"{m['a']} {marks.out_of} {m['b']}")
        sign = _SIGNS[m.group()]
        if sign in marks.parts and here.after(m.end()).lower() in ("parte", "partes"):
            return whole(m, marks.parts[sign])
        if marks.bare_shares:
            return whole(m, plain_fraction(marks, sign, here, m.end()))
        said = marks.fractions[sign].strip()
        if (
            sign == "½"
            and marks.finals[0]
            and here.before(m.start()).lower() in ("un", "une", "la", "le", "les", "des")
        ):
            return whole(m, "demi")  # "une 1/2 heure"
        if LINKS.match(here.text, m.end()):
            said = re.sub(r" d[ei]\Z", "", said)
        return whole(m, _without_article(said, here, m.start()))

    def mixed(m: re.Match[str], here: Here) -> Said | None:
        """ "2¾ uur"."""
        return whole(m, f"{m['n']} {marks.mixed} {marks.fractions[_SIGNS.get(m['f'], m['f'])].strip()}")

    def final(m: re.Match[str], here: Here) -> Said | None:
        """ "les 1/8es de finale"."""
        name = marks.finals[("2", "4", "8", "16").index(m["b"])]
        many = here.before(m.start()).lower() in ("les", "des", "aux", "deux", "quatre")
        first, blank, rest = name.partition(" ")
        return whole(m, f"{first}s{blank}{rest}" if many else name)

    def nth(m: re.Match[str], here: Here) -> Said | None:
        """ "1/1000e": the ordinal by the rules of ordinals, which say what is left."""
        return (
            None
            if m["a"] == "0"
            else whole(m, f"{m['a']} {marks.nth(int(m['b']))}{'s' if m['a'] != '1' else ''}")
        )

    def alone(m: re.Match[str], here: Here) -> Said | None:
        """ "(1/2)", "près d'1/3": no day, and no part of a row."""
        before = here.before(m.start()).lower()
        if before in _STEPS:
            first, _, second = m.group().partition("/")
            return whole(m, f"{first} {marks.out_of} {second}")
        dated = before in _DATED and (before != "et" or m.group() in _SIGNS)
        if dated or before in _MARKED:
            return None
        if m.group() not in _SIGNS:
            name = marks.shares[int(m.group()[2]) - 3] if marks.finals[0] and m.group()[2] in "68" else ""
            many = m.group()[0] != "1"
            return whole(m, f"{m.group()[0]} {name}{marks.shares_end if many else ''}") if name else None
        return whole(m, marks.fractions[_SIGNS[m.group()]].strip())

    def bare(m: re.Match[str], here: Here) -> Said | None:
        """ "les 2/3", "die 2/3"."""
        if here.before(m.start()).lower() not in _SHARED:
            return None
        if m.group() == "2/3":
            return whole(m, marks.fractions["⅔"].removesuffix(" de ").strip())
        a, b = int(m["a"]), int(m["b"])
        if not marks.mixed or not marks.shares or a >= b or MONTH.match(here.text, m.end()):
            return None
        return whole(m, f"{a} {marks.shares[b - 3]}{marks.shares_end}")

    def bare_share(m: re.Match[str], here: Here) -> Said | None:
        """ "la 3/4": without a noun, where it is no day."""
        before = here.before(m.start()).lower()
        if (
            not marks.bare_shares
            or before in _STEPS | _OF_A_DAY
            or here.text[m.start() - 1 : m.start()] == "("
        ):
            return None
        return whole(m, plain_fraction(marks, _SIGNS[m.group()], here, m.end()))

    def half(m: re.Match[str], here: Here) -> Said | None:
        noun = units.get(m["noun"], m["noun"])
        if m["n"] == "1" and marks.bare_shares:
            noun = singular(noun)
        return whole(m, marks.and_half(int(m["n"]), noun))

    short = "|".join(re.escape(unit) for unit in sorted(units, key=len, reverse=True) if unit != "s")
    return (
        *(
            Rule(r"1/(?P<b>2|4|8|16)(?:es?|[eè]mes?)?\s(?:de\s)?finales?(?!\w)", final)
            for _ in marks.finals[:1]
            if marks.finals[0]
        ),
        Rule(rf"(?P<f>[½¼¾]|1/2|[13]/4)\s?(?P<unit>{short})(?![\w²³/]|['’]\w)", measure),
        Rule(r"(?P<n>\d{1,2})(?:[\s\u202f]?½|\s1/2)\s(?P<noun>[^\W\d_]+)(?!\w)", half),
        *(
            Rule(r"(?P<n>\d{1,2})[\s\u202f]?(?P<f>[¼¾]|[13]/4)(?=\s[^\W\d_])", mixed)
            for _ in (marks.mixed,)
            if marks.mixed
        ),
        Rule(r"(?P<a>[1-9])/(?P<b>[2-9]|10)(?=[\s-][^\W\d_])", share),
        Rule(r"(?P<a>[2-9])/(?P<b>[3-9]|10)(?![\w/,.-]\d|\w|\sans?(?!\w))", bare),
        *(
            Rule(r"(?:1/[23468]|[23]/[34]|[35]/8|5/6)(?![\w/-]|[.,]\d)", alone)
            for _ in (marks.mixed,)
            if marks.mixed
        ),
        *(
            Rule(r"(?P<a>\d{1,2})/(?P<b>\d{1,4})(?:e|es|[eè]mes?)(?!\w)", nth)
            for _ in marks.finals[:1]
            if marks.finals[0]
        ),
        Rule(r"(?:1/[234]|2/3|3/4)(?![\w/%€]|[.,:]\d)", bare_share),
    )
