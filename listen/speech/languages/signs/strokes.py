"""Strokes, arrows and points between letters and figures: "12 kg/Jahr", "U.S.A.", "5%-10%", "1m80", "#1"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from listen.speech.languages.signs.marks import Marks
from listen.speech.rules import Here, Rule, Said, whole
from listen.speech.writing import patterns as re

_COUNTED = re.compile(r"(?<![\d.,])\d[\d.,]*+\s?(?:[^\W\d_]{1,16}[²³]?\.?\s?|[€$£]\s[A-Z]{2,3})\Z")
"""Before a stroke that means "per": a figure and what it counts."""
_AIRCRAFT = re.compile(r"(?:Boeing|Airbus|Embraer|Antonov|Tupolew|Iljuschin|Bombardier)\s\Z")
_AND_MORE = re.compile(r"(?<!\w)(?:und|et|en|y|e|ou|oder|of)\s\Z")
_CALLED = re.compile(
    r"(?i:appel|renseign|contact|numéro|compos|joindre|tél|ligne|écoute|urgence)[^.;]{0,60}\s(?:au|le|du|numéro)\s\Z"
)
"""Before a short number of a telephone."""
_NUMBER = r"\d{1,3}(?:,\d{1,2})?"
_LESS, _MORE = "<≤", ">≥"


class Words(Protocol):
    """Holds what these rules ask of a language."""

    @property
    def marks(self) -> Marks: ...
    @property
    def units(self) -> Mapping[str, str]: ...
    @property
    def per(self) -> Mapping[str, str]: ...
    @property
    def endings(self) -> Mapping[str, str]: ...
    @property
    def currencies(self) -> Mapping[str, tuple[str, str, str]]: ...
    @property
    def single(self) -> Callable[[str], bool]: ...
    @property
    def percent(self) -> str: ...
    @property
    def comma(self) -> str: ...
    @property
    def to(self) -> str: ...
    @property
    def over(self) -> str: ...
    @property
    def spell_decimals(self) -> bool: ...
    @property
    def singular(self) -> Callable[[str], str]: ...
    @property
    def cardinal(self) -> Callable[[int], str]: ...


def guarded(first: str, rules: tuple[Rule, ...]) -> Rule:
    """Return one rule that tries these in their order, only where a pattern is found first."""

    def tried(m: re.Match[str], here: Here) -> Said | None:
        for rule in rules:
            found = rule.match(here.text, m.start())
            said = rule.say(found, here) if found else None
            if said is not None:
                return said
        return None

    return Rule(first, tried)


def stroke_letters(lang: Words) -> tuple[Rule, ...]:
    """Rules that begin with a letter: capitals with points, types with a point."""

    def capitals(m: re.Match[str], here: Here) -> Said | None:
        """ "U.S.A.": the last point of a sentence stays."""
        end = m.end() - (m.end() == len(here.text.rstrip()))
        return Said(((" ".join(m.group().replace(".", "")), m.start(), end),), end)

    def typed(m: re.Match[str], here: Here) -> Said | None:
        """ "ID.3", "BA.5": its point is not said."""
        return whole(m, " ".join(m["l"]))

    return (
        Rule(r"(?:[A-ZÄÖÜÉ]\.){2,6}(?![\w'’])", capitals),
        Rule(r"(?P<l>[A-Z]{2})\.(?=\d(?!\d*[.,:]\d))", typed),
    )


def stroke_digits(lang: Words) -> tuple[Rule, ...]:
    """Rules that begin with a figure."""

    marks = lang.marks

    def shares(m: re.Match[str], here: Here) -> Said | None:
        """ "5%-10%": the sign at both ends."""
        first, last = (_worded(m[g], lang) for g in "ab")
        return whole(m, f"{first} {lang.to} {last} {lang.percent}")

    def tall(m: re.Match[str], here: Here) -> Said | None:
        """ "1m80": metres and centimetres."""
        metres = lang.units["m"]
        one = lang.singular(metres) if m["a"] == "1" else metres
        return whole(m, f"{m['a']} {one} {m['b']}")

    def short_number(m: re.Match[str], here: Here) -> Said | None:
        """ "appelez le 3949": four figures in France."""
        before = here.text[max(0, m.start() - 80) : m.start()]
        return whole(m, f"{m['a']} {_pair(m['b'])}") if _CALLED.search(before) else None

    def article(m: re.Match[str], here: Here) -> Said | None:
        """ "art. 3:40 BW": a book of the Dutch code and its article."""
        told = here.before(m.start()).lower() in ("art", "artikel", "artikelen", "artt")
        return whole(m, f"{m['a']} {m['b']}") if told else None

    def generation(m: re.Match[str], here: Here) -> Said | None:
        """ "80'ers", "dertigers"."""
        return whole(m, f"{lang.cardinal(int(m['n']))}{m['e']}")

    def cents(m: re.Match[str], here: Here) -> Said | None:
        """ "15€99"."""
        one, many, _ = lang.currencies[m["sign"]]
        return whole(
            m, f"{m['a']} {one if lang.single(m['a']) else many}{marks.coins}{m['b'].lstrip('0') or '0'}"
        )

    def craft(m: re.Match[str], here: Here) -> Said | None:
        return whole(m, f"{m['a']} {m['b']}") if _AIRCRAFT.search(here.text, 0, m.start()) else None

    return (
        Rule(rf"(?P<a>{_NUMBER})\s?%\s?[-–]\s?(?P<b>{_NUMBER})\s?%", shares),
        Rule(r"(?P<a>\d{1,4})(?P<sign>[€$£])(?P<b>\d\d)(?![\w.,]\d|\w)", cents),
        Rule(r"(?P<a>[12])\s?m\s?(?P<b>\d\d)(?![\w,.]\d|\w)", tall),
        *(
            Rule(r"(?P<n>[2-9]0)(?:['’]|-)?(?P<e>ers?)(?!\w)", generation)
            for _ in (lang.endings,)
            if lang.endings.get("str.") == "straat"
        ),
        *(
            Rule(r"(?P<a>3\d)(?P<b>\d\d)(?![\w.,]\d|\w|\s[^\W\d_]+s(?!\w))", short_number)
            for _ in (marks.pairs,)
            if marks.pairs
        ),
        Rule(r"(?P<a>\d{1,2}):(?P<b>\d{1,4})(?![\w:]|[.,]\d)", article),
        Rule(r"(?P<a>\d{3})-(?P<b>\d{3})(?![\w-])", craft),
    )


def stroke_symbols(lang: Words) -> tuple[Rule, ...]:
    """Rules that begin with a sign."""
    names = "|".join(re.escape(p) for p in sorted(lang.per, key=len, reverse=True)) or r"(?!)"
    marks = lang.marks

    def per(m: re.Match[str], here: Here) -> Said | None:
        """ "12 kg/Jahr"."""
        counted = _COUNTED.search(here.text, max(0, m.start() - 30), m.start())
        return whole(m, lang.per[m["per"]]) if counted else None

    def over(m: re.Match[str], here: Here) -> Said | None:
        """ "18 kWh/100 km"."""
        counted = _COUNTED.search(here.text, max(0, m.start() - 30), m.start())
        return whole(m, lang.over) if counted else None

    def short(m: re.Match[str], here: Here) -> Said | None:
        """ "'s avonds", "'t": no quotation mark."""
        return whole(m, m.group())

    def compared(m: re.Match[str], here: Here) -> Said | None:
        sign = m.group().strip()
        at = 0 if sign in _LESS else 1
        return whole(m, marks.compared[at + 2 if sign in "≤≥" and len(marks.compared) > 2 else at])

    def more(m: re.Match[str], here: Here) -> Said | None:
        """ "65 ans et +", "Rhein + Ruhr"."""
        joined = (
            here.text[m.start() - 1 : m.start()] == " " and here.text[m.end() + 1 : m.end() + 2].isalpha()
        )
        told = joined or _AND_MORE.search(here.text, max(0, m.start() - 5), m.start())
        return whole(m, marks.plus) if told else None

    def lived(m: re.Match[str], here: Here) -> Said | None:
        return whole(m, marks.lived[0 if m.group().strip() == "*" else 1])

    rules: tuple[Rule, ...] = (
        Rule(rf"\s?/\s?(?P<per>{names})(?![\w²³/])", per),
        *(
            Rule(r"['’‘](?:s|t|n|k|m)(?=[\s-][^\W\d_])", short)
            for _ in (lang.endings,)
            if lang.endings.get("str.") == "straat"
        ),
        Rule(r"/\s?(?=\d{2,4}\s?(?:km|m|g|ml|l)(?!\w))", over),
        Rule(r"(?:[=-]>|[→⇒⟶➔])", lambda m, here: Said((("", m.start(), m.end()),), m.end())),
        *(
            Rule(r"#(?=\d{1,3}(?!\w))", lambda m, here: whole(m, marks.number))
            for _ in (marks.number,)
            if marks.number
        ),
        *(Rule(r"[<>≤≥]\s?(?=\d)", compared) for _ in (marks.compared[0],) if marks.compared[0]),
        Rule(r"\+(?=[\s,;.)]|\Z)", more),
        *(
            Rule(
                r"(?:(?<=[\s(])|(?<![\s\S]))[*†]\s?(?=(?:\d{1,2}\.\s|\d{1,2}\s[^\W\d_]{3}|1\d{3}|20\d\d))",
                lived,
            )
            for _ in (marks.lived[0],)
            if marks.lived[0]
        ),
    )
    return (guarded(r"[/=\-→⇒⟶➔#<>≤≥+*†'’‘]", rules),)


def _pair(figures: str) -> str:
    return " ".join(figures) if figures[0] == "0" else figures


def _worded(figures: str, lang: Words) -> str:
    """ "2,5" → "2 Komma 5"."""
    first, point, rest = figures.partition(",")
    if not point:
        return first
    return f"{first} {lang.comma} {' '.join(rest) if lang.spell_decimals or rest[0] == '0' else rest}"
