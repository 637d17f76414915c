"""German, French, Spanish, Portuguese, Italian, Dutch: dates, sums, times and short forms, table-driven.

Whole numbers are written out where the language brings the words and stay figures elsewhere, which every
engine reads in its own language; what the engines get wrong (order of a sum's words, day of the month, clock,
decimal comma, per cent, abbreviations) is always written out.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from listen.speech.languages.calendar.clock_times import clock_rules
from listen.speech.languages.calendar.month_days import MonthDays
from listen.speech.languages.counting import worded
from listen.speech.languages.ranks.ordinals_roman import Ranks
from listen.speech.languages.signs.marks import mark_digits, mark_letters, mark_symbols
from listen.speech.languages.signs.net_addresses import address_rules
from listen.speech.languages.signs.races import race_rules
from listen.speech.languages.signs.vulgar_fractions import fraction_rules
from listen.speech.languages.signs.weekdays import weekday_rules
from listen.speech.languages.traits import Language
from listen.speech.rules import Here, Rule, Said, whole

_DIGITS = r"\d{1,3}(?:[.\u00a0\u202f ]\d{3})+(?!\d)|\d{1,3}(?:['’]\d{3})+(?!\d)|\d+"

_ALSO_NAMES = frozenset(("max.", "min.", "gem.", "ill.", "bes.", "mar.", "sen.", "dep."))
"""Short forms that are names, or others, with a capital."""
_FIGURE_NEXT = re.compile(r"[.\s]{0,3}(?:\d|[IVXLCDM]+(?!\w))")
_NUMBER_SIGN = re.compile(r"(?:\b[aA]rt\.|\barticle|\b[nN][°ºo]|\b[nN]\.[°º]?|\b[nN]r\.)\s?\Z")
"""Before one number, that of a law or a file: its hyphen is no range."""
_WARM = frozenset(
    ("sotto", "sopra", "nord", "sud", "ovest", "oggi", "ieri", "centigradi", "celsius", "circa")
)
"""Words behind degrees."""
_FIGURE_AFTER = re.compile(r"\s\d{1,4}/\d")
"""Behind the letters of a law: Spanish "LO 1/2004"."""
_WHOLE_SCALES = frozenset(("mil", "mila", "mille", "tausend", "duizend"))
"""Scales that are numbers and no nouns: "200 mil dólares", "200 milhões de dólares"."""
_NUMBERLIKE = re.compile(r"\d{7}")
"""So many figures without a separator are somebody's number: the engine's to read."""


def _short_names(pattern: str) -> set[str]:
    """Return what a pattern of short months matches: "jan|sept?" → jan, sep, sept."""
    found = set()
    for name in pattern.lower().split("|"):
        found |= {name.rstrip("?"), name[:-2]} if name.endswith("?") else {name}
    return found


def _written_otherwise(units: dict[str, str]) -> dict[str, str]:
    """Units as they are written without superscripts, and the litre with its capital: "cm3", "L/100 km"."""
    plain = {unit.replace("²", "2").replace("³", "3"): said for unit, said in units.items()}
    litres = {
        re.sub("l(?=$|/)", "L", unit): said
        for unit, said in plain.items()
        if re.match(r"[mcdh]?l(?:$|/)", unit)
    }
    great = {unit[0].upper() + unit[1:]: said for unit, said in units.items() if unit in ("km", "kg", "km/h")}
    return plain | litres | great


class European:
    """The grammar of one of these languages."""

    def __init__(self, language: Language) -> None:
        short = {
            key[0].upper() + key[1:]: said[0].upper() + said[1:]
            for key, said in language.abbreviations.items()
            if key[0].islower() and len(key) > 3 and key not in _ALSO_NAMES and key[-1] == "."
        }
        language = replace(
            language,
            abbreviations=short | language.abbreviations,
            units=_written_otherwise(language.units) | language.units,
        )
        self._language = language
        self._days = MonthDays(language)
        self._ranks = Ranks(language)
        self.triggers = frozenset(
            word.rstrip(".").lower() for word in language.abbreviations if " " not in word
        ) | {k.split(" ")[0].split(".")[0].lower() for k in language.abbreviations}
        scales = "|".join(re.escape(s) for s in sorted(language.magnitudes, key=len, reverse=True))
        self._scale = rf"(?:\s?(?P<scale>{scales})(?!\w))?"
        self.triggers |= {"ier", "ire", "ve", "xe"} | _short_names(language.short_months)
        self.triggers |= {f"{el}{mark}{word}" for word in self.triggers for el in "ld" for mark in "'’"}
        self.triggers |= language.elided | {"km", "http", "https"}
        days = [day.lower() for day in language.weekdays]
        self.triggers |= {*days, *(f"{a}-{b}" for a in days for b in days)}
        self.letters = self._worded(self._letters())
        self.digits = self._worded(self._digits())
        self.symbols = self._worded(self._symbols())

    def _worded(self, rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
        """The rules, their figures said in words that agree with what they count."""
        cardinal, agree = self._language.cardinal, self._language.agree

        def wrapped(rule: Rule) -> Rule:
            def say(m: re.Match[str], here: Here) -> Said | None:
                said = rule.say(m, here)
                if said is None or (
                    _NUMBERLIKE.search(m.group()) and any(_NUMBERLIKE.search(w) for w, _, _ in said.pieces)
                ):
                    return said
                noun = here.after(said.end)
                spoken = [(worded(w, cardinal, agree, noun), a, b) for w, a, b in said.pieces]
                if spoken and m.group()[:1] == "1":
                    first, start, end = spoken[0]
                    before = here.before(m.start()).lower()
                    behind = here.text[said.end : said.end + 40]
                    spoken[0] = (self._language.governed(first, noun, before, behind), start, end)
                return Said(tuple(spoken), said.end)

            return rule.saying(say)

        return tuple(wrapped(rule) for rule in rules)

    def _letters(self) -> tuple[Rule, ...]:
        signs, amount = self._prefixed()
        short = sorted(self._language.abbreviations, key=len, reverse=True)
        ends = "|".join(re.escape(s).replace(r"\ ", r"\s?") for s in short)
        lang = self._language
        ends_of = "|".join(re.escape(end) for end in lang.endings) or r"(?!)"
        powers = "|".join(
            re.escape(u) for u in sorted(lang.units, key=len, reverse=True) if u[-1] in "²³" or "/" in u
        )
        elided = "|".join(sorted(lang.elided, key=len, reverse=True)) or r"(?!)"
        return (
            Rule(rf"(?P<el>(?i:{elided}))['’](?=\d)", self._elided),
            *address_rules(lang.addresses),
            *mark_letters(lang.marks),
            *weekday_rules(
                lang.weekdays, lang.to, lang.until_day, "|".join((*lang.months, lang.short_months))
            ),
            Rule(rf"(?P<sign>{signs})\s?{amount}{self._scale}{self._per()}", self._money),
            Rule(rf"(?P<stem>[^\W\d_]{{2,30}}?)(?P<end>{ends_of})(?!\w)", self._ending),
            Rule(rf"(?P<unit>{powers})(?![\w/²³])", self._unit_alone),
            Rule(r"(?P<unit>km)(?=\s\d)", self._unit_alone),
            Rule(
                rf"(?P<el>[ldLD]['’])?(?P<short>{ends})(?:(?!\w)|(?<=[.°º])(?<![MD]\.)(?=\d))",
                self._abbreviation,
            ),
            *self._days.letters(),
            Rule(
                rf"(?P<r>[IVXLCDM]{{2,}}|[IVX]){self._language.numeral_mark}(?![\w'’-]|\.\w)",
                self._ranks.roman,
            ),
            Rule(
                r"(?P<r>[IVX]+)(?P<mark>er|ère|e|ème|º|ª|o)(?!\w)"
                r"(?P<s>\ss(?:\.(?=\s)|(?=\.)))?",
                self._ranks.roman_ordinal,
            ),
            Rule(r"[A-ZÄÖÜÉ]{2,5}(?![\w&])", self._capitals),
        )

    def _digits(self) -> tuple[Rule, ...]:
        lang = self._language
        signs = "|".join(re.escape(s) for s in sorted(lang.currencies, key=len, reverse=True))
        alone = [scale for scale in lang.magnitudes if not scale.endswith((" de", " di", "d'"))]
        scales = "|".join(re.escape(s) for s in sorted(alone, key=len, reverse=True))
        units = "|".join(re.escape(s) for s in sorted(lang.units, key=len, reverse=True))
        plain = rf"(?P<a>{_DIGITS})(?:,(?P<d>\d+))?"
        amount = rf"(?P<a>{_DIGITS})(?:(?:,|\.(?=\d{{1,2}}(?!\d)))(?P<d>\d+))?"
        upto = rf"(?:\s?[-–/]\s?(?P<b>{_DIGITS})(?:,(?P<e>\d+))?)?"
        return (
            *race_rules(lang.lasted, lang.singular, lang.comma, lang.spell_decimals),
            *fraction_rules(lang.marks, lang.units, lang.singular),
            *mark_digits(lang.marks),
            *clock_rules(lang),
            *self._days.digits(),
            Rule(rf"{amount}{upto}{self._scale}\s?(?P<sign>{signs})(?!\w){self._per()}", self._money),
            Rule(rf"(?P<a>{_DIGITS})(?P<d>(?!))?(?P<b>(?!))?(?P<e>(?!))?-(?P<unit>{units})"
                 r"(?=-[^\W\d_])", self._unit),
            Rule(rf"{amount}{upto}\s?%", self._percent),
            Rule(rf"{amount}{upto}\s?‰", self._permille),
            Rule(rf"{amount}{upto}\s?(?P<unit>{units})/(?P<over>{units})(?![\w²³/])", self._composed),
            Rule(rf"{amount}{upto}\s?(?P<unit>{units})(?![\w²³]|['’]\w)(?:\.(?=\s[a-zà-ÿ]))?", self._unit),
            Rule(rf"(?P<n>\d{{1,3}}(?:[ \u00a0\u202f]\d{{3}})+|\d+){lang.ordinal_mark}", self._ranks.ordinal),
            Rule(rf"{amount}{upto}\s?(?P<scale>{scales})(?!\w)", self._scaled),
            Rule(rf"{plain}{upto}(?!\w|\.\d)", self._number),
            Rule(r"\d{1,3}(?:\.\d{1,2}){1,3}(?![\w.])", self._pointed),
            Rule(r"\d+", lambda m, here: whole(m, m.group())),
            Rule(r"[²³¹⁰-₉]+", lambda m, here: whole(m, unicodedata.normalize("NFKC", m.group()))),
        )  # fmt: skip

    def _prefixed(self) -> tuple[str, str]:
        """Patterns of the signs that stand before a sum, and of the sum."""
        before = [s for s in self._language.currencies if not (s.isalpha() and s[1:].islower())]
        signs = "|".join(re.escape(s) for s in sorted(before, key=len, reverse=True))  # not "Euro 2024"
        upto = rf"(?:\s?[-–]\s?(?P<b>{_DIGITS})(?P<e>(?!))?(?![\w,]))?"
        return signs, rf"(?P<a>{_DIGITS})(?:[.,](?:(?P<d>\d{{1,2}}(?!\d))|[-–—]))?{upto}"

    def _symbols(self) -> tuple[Rule, ...]:
        lang = self._language
        signs, amount = self._prefixed()
        return (
            Rule(rf"(?P<sign>{signs})\s?{amount}{self._scale}{self._per()}", self._money),
            *mark_symbols(lang.marks),
            Rule(r"(?<![\w)])[-−](?=\d)", lambda m, here: whole(m, lang.minus)),
            Rule(r"(?<=[\s(])(?<!\d\s)–(?=\d+(?:,\d+)?\s?[%°]|\d+,\d)", lambda m, here: whole(m, lang.minus)),
            Rule(r"\[\d{1,3}\]", lambda m, here: Said((("", m.start(), m.end()),), m.end())),
            Rule(r"[%@€$£]", self._sign),
        )

    def _per(self) -> str:
        """A pattern of what a sum is paid for: "/kg"."""
        names = "|".join(re.escape(p) for p in sorted(self._language.per, key=len, reverse=True))
        return rf"(?:\s?/\s?(?P<per>{names})(?!\w))?" if names else "(?P<per>(?!))?"

    def _figure(self, whole_part: str, decimals: str | None) -> str:
        """A number as the engine should read it: separators out, the decimal sign in words."""
        plain = re.sub(r"[.'’\s\u00a0\u202f]", "", whole_part)
        if decimals is None:
            return plain
        if self._language.spell_decimals or decimals[0] == "0":
            decimals = " ".join(decimals)
        return f"{plain} {self._language.comma} {decimals}"

    def _range(self, m: re.Match[str]) -> str:
        low = self._figure(m["a"], m["d"])
        return f"{low} {self._language.to} {self._figure(m['b'], m['e'])}" if m["b"] else low

    def _money(self, m: re.Match[str], here: Here) -> Said | None:
        per = m.groupdict().get("per")
        said = self._sum(m)
        return whole(m, f"{said} {self._language.per[per]}" if per else said)

    def _sum(self, m: re.Match[str]) -> str:
        one, many, cent = self._language.currencies[m["sign"]]
        scale = self._language.magnitudes[m["scale"]] if m["scale"] else ""
        if scale:
            of = " " if scale in _WHOLE_SCALES else self._language.scaled_of
            if of.endswith("'") and many[0] not in "aeiouyàâéèêëîïôûh":
                of = f"{of[:-1]}e "
            return f"{self._range(m)} {self._counted(m, scale)}{of}{many}"
        if m["d"] and len(m["d"]) == 2 and not m["b"]:
            amount = self._figure(m["a"], None)
            major = f"{amount} {one if self._language.single(amount) else many}"
            minor = m["d"].lstrip("0")
            if amount == "0" and minor:
                return f"{minor} {cent}"
            return f"{major}{self._language.marks.coins}{minor}" if minor else major
        single = self._language.single(m["a"]) and not m["d"] and not m["b"]
        return f"{self._range(m)} {one if single else many}"

    def _permille(self, m: re.Match[str], here: Here) -> Said | None:
        return whole(m, f"{self._range(m)} {self._language.marks.permille}")

    def _percent(self, m: re.Match[str], here: Here) -> Said | None:
        return whole(m, f"{self._range(m)} {self._language.percent}")

    def _unit(self, m: re.Match[str], here: Here) -> Said | None:
        before = here.before(m.start()).lower()
        if m["unit"] == "s" and m.group()[-2].isdecimal():
            return None  # the 90s
        after = here.after(m.end())
        day = after == "de" or after.lower() in {month.lower() for month in self._language.months}
        placed = before in self._language.placed and (
            after in self._language.placed_by or (after.islower() and after not in _WARM and len(after) > 3)
        )
        if m["unit"] == "°" and after in self._language.ranks:
            placed = True
        if m["unit"] == "°" and after and (day or placed or before in self._language.articles):
            said = self._language.ordinal(m["a"], "º", before)
            return whole(m, said) if said else None
        return whole(m, f"{self._range(m)} {self._counted(m, self._language.units[m['unit']])}")

    def _composed(self, m: re.Match[str], here: Here) -> Said | None:
        """ "45 l/m²": what has no row of its own."""
        lang = self._language
        if f"{m['unit']}/{m['over']}" in lang.units:
            return None
        over = lang.singular(lang.units[m["over"]])
        return whole(m, f"{self._range(m)} {self._counted(m, lang.units[m['unit']])} {lang.over} {over}")

    def _elided(self, m: re.Match[str], here: Here) -> Said | None:
        """ "l'1 %", "dell'8": the article and the figure's first word are one word, as they are said."""
        for rule in self.digits:
            found = rule.pattern.match(here.text, m.end())
            said = rule.say(found, here) if found else None
            if said and said.pieces:
                (first, _, end), *rest = said.pieces
                return Said(((f"{m['el']}'{first}", m.start(), end), *rest), said.end)
        return None

    def _unit_alone(self, m: re.Match[str], here: Here) -> Said | None:
        """ "habitants au km²": without a figure."""
        return whole(m, self._language.singular(self._language.units[m["unit"]]))

    def _scaled(self, m: re.Match[str], here: Here) -> Said | None:
        return whole(m, f"{self._range(m)} {self._counted(m, self._language.magnitudes[m['scale']])}")

    def _counted(self, m: re.Match[str], many: str) -> str:
        """The unit's word as its number wants it."""
        return self._language.singular(many) if m["a"] == "1" and not m["d"] and not m["b"] else many

    def _number(self, m: re.Match[str], here: Here) -> Said | None:
        if m["b"] is None and m["d"] is None and re.fullmatch(r"1[1-9]\d\d", m["a"]):
            return whole(m, self._language.year(int(m["a"])))
        if (
            m["b"]
            and _NUMBER_SIGN.search(here.text, max(0, m.start() - 9), m.start())
            and (len(m["b"]) > 2 or int(re.sub(r"\D", "", m["a"])) > int(m["b"]))
        ):
            return whole(m, f"{self._figure(m['a'], None)} {m['b']}")  # "n° 2016-1321"
        if m["b"] and m["d"] is None and re.fullmatch(r"1[1-9]\d\d|20\d\d", m["a"]) and len(m["b"]) in (2, 4):
            first = self._language.year(int(m["a"]))
            last = self._language.year(int(m["b"])) if len(m["b"]) == 4 else m["b"]
            season = "/" in m.group() or (len(m["b"]) == 2 and int(m["a"][2:]) + 1 == int(m["b"]))
            return whole(m, f"{first} {last}" if season else f"{first} {self._language.to} {last}")
        if m["b"] and "/" in m.group():  # a season, 2019/20
            return whole(m, f"{self._figure(m['a'], m['d'])} {self._figure(m['b'], m['e'])}")
        if m["b"] and float(re.sub(r"\D", "", m["a"])) >= float(re.sub(r"\D", "", m["b"])):
            joint = self._language.marks.score if len(m["a"]) < 4 and not m["d"] else " "
            return whole(m, f"{self._figure(m['a'], m['d'])}{joint}{self._figure(m['b'], m['e'])}")
        return whole(m, self._range(m))

    def _pointed(self, m: re.Match[str], here: Here) -> Said | None:
        """ "Windows 8.1": a point, as it is said in addresses. Decimals have their comma before a unit."""
        return whole(m, f" {self._language.addresses.dot} ".join(m.group().split(".")))

    def _ending(self, m: re.Match[str], here: Here) -> Said | None:
        return whole(m, m["stem"] + self._language.endings[m["end"]])

    def _abbreviation(self, m: re.Match[str], here: Here) -> Said | None:
        written = re.sub(r"\s+", " ", m["short"])
        table = self._language.abbreviations
        said = table.get(written) or table.get(written.replace(" ", "")) or next(
            (v for k, v in table.items() if k.replace(" ", "") == written.replace(" ", "")), ""
        )  # fmt: skip
        if written in self._language.behind:
            pattern, other = self._language.behind[written]
            if re.search(pattern, here.text[max(0, m.start() - 24) : m.start()]):
                said = other
        if written in self._language.before_names and not here.after(m.end())[:1].isupper():
            return None
        if written in self._language.before_figures and not _FIGURE_NEXT.match(here.text, m.end()):
            return None
        return whole(m, f"{m['el'] or ''}{said}") if said else None

    def _capitals(self, m: re.Match[str], here: Here) -> Said | None:
        """Letters where nobody could say a word; the rest the engine knows."""
        word = m.group()
        alone = here.text[m.start() - 1 : m.start()] in "-–/" and m.start() > 0  # "PSDB-SE"
        if (
            word.lower() in self._language.emphasised
            and not alone
            and not _FIGURE_AFTER.match(here.text, m.end())
        ):
            return whole(m, word.lower())
        if word in self._language.acronyms or (any(c in "AEIOUY" for c in word) and len(word) > 3):
            return None
        return None if here.headline else whole(m, " ".join(word))

    def _sign(self, m: re.Match[str], here: Here) -> Said | None:
        c = m.group()
        if c == "%":
            return whole(m, self._language.percent)
        if c in self._language.currencies:
            return whole(m, self._language.currencies[c][1])
        return whole(m, c)
