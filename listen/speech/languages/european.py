"""German, French, Spanish, Portuguese, Italian, Dutch: dates, sums, times and short forms, table-driven.

Whole numbers are written out where the language brings the words and stay figures elsewhere, which every
engine reads in its own language; what the engines get wrong (order of a sum's words, day of the month, clock,
decimal comma, per cent, abbreviations) is always written out.
"""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from listen.speech.languages.calendar.clock_times import clock_rules
from listen.speech.languages.calendar.month_days import MonthDays
from listen.speech.languages.nouns.not_short import is_verb
from listen.speech.languages.ranks.ordinals_roman import Ranks
from listen.speech.languages.ranks.rulers import range_of
from listen.speech.languages.shortened.in_capitals import Capitals
from listen.speech.languages.shortened.short_words import Abbreviations
from listen.speech.languages.signs.coordinates import coordinate_rules
from listen.speech.languages.signs.marks import mark_digits, mark_letters, mark_symbols
from listen.speech.languages.signs.net_addresses import address_rules
from listen.speech.languages.signs.races import race_rules
from listen.speech.languages.signs.strokes import guarded, stroke_digits, stroke_letters, stroke_symbols
from listen.speech.languages.signs.vulgar_fractions import fraction_rules
from listen.speech.languages.signs.weekdays import weekday_rules
from listen.speech.languages.traits import Language
from listen.speech.languages.worded.sums_said import WHOLE_SCALES, Sums
from listen.speech.languages.worded.worded_rules import worded_rules
from listen.speech.languages.worded.written_forms import before_noun, saying, triggers_of, written_otherwise
from listen.speech.rules import Here, Rule, Said, whole, words
from listen.speech.writing import patterns as re

_DIGITS = r"\d{1,3}(?:[.\u00a0\u202f ]\d{3})+(?!\d)|\d{1,3}(?:['’]\d{3})+(?!\d)|\d+"

_ALSO_NAMES = frozenset(
    ("max.", "min.", "gem.", "ill.", "bes.", "mar.", "sen.", "dep.", "a.C.", "a. C.", "d.C.", "d. C.")
)
"""Short forms that are names, or others, with a capital."""
_NUMBER_SIGN = re.compile(
    r"(?:\b[aA]rt\.|\barticle|\b[nN][°ºo]|\b[nN]\.[°º]?|\b[nN]r\.|\b(?:[lL]oi|[dD]écret|[oO]rdonnance))\s?\Z"
)
"""Before one number, that of a law or a file: its hyphen is no range."""
_WARM = frozenset(
    ("sotto", "sopra", "nord", "sud", "ovest", "oggi", "ieri", "centigradi", "celsius", "circa")
)
"""Words behind degrees."""
_WARMER = re.compile(r"\sde\s(?:plus|moins|fièvre|différence|latitude|longitude|más|menos)(?!\w)")
"""Behind degrees that are no rank."""
_COLD = (
    r"\d+(?:,\d+)?(?:\s(?:bis|à|a|tot|et|und|e|en|y|et)\s[-–−+]?\d+(?:,\d+)?)?"
    r"\s?(?:°|Grad|graden|degrés|grados|gradi|graus)"
)
"""What stands behind a dash that is a minus: degrees."""
_BEFORE_MINUS = words("auf bei von um unter à de op van naar tot bij a di em para")
"""Words behind which a dash before figures is a minus."""
_NOTED = re.compile(r"[^\W\d_]{3}[.,;:!?)\]»”\"]?\Z|[.!?»”\"]\Z")
"""Before a footnote's mark: a word that is no unit, or the end of a sentence."""
_PAID_BY = frozenset(("pro", "per", "je", "par", "por", "al", "au", "le", "el", "il", "o"))
_FIGURE = re.compile(r"\d")


def _value(first: str, decimals: str | None) -> float:
    return float(re.sub(r"\D", "", first) + f".{decimals or 0}")


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
            units=written_otherwise(language.units) | language.units,
        )
        self._language = language
        self._sums = Sums(language)
        self._days = MonthDays(language)
        self._ranks = Ranks(language)
        self._capitals = Capitals(language)
        self._short = Abbreviations(language)
        self.triggers = triggers_of(language)
        scales = "|".join(re.escape(s) for s in sorted(language.magnitudes, key=len, reverse=True))
        self._scale = rf"(?:\s?(?P<scale>{scales})(?!\w))?"
        self.letters = worded_rules(self._language, self._letters())
        self.digits = worded_rules(self._language, self._digits())
        self.symbols = worded_rules(self._language, self._symbols())

    def _letters(self) -> tuple[Rule, ...]:
        signs, amount = self._prefixed()
        short = sorted(self._language.abbreviations, key=len, reverse=True)
        ends = "|".join(re.escape(s).replace(r"\ ", r"\s?") for s in short)
        lang = self._language
        ends_of = "|".join(re.escape(end) for end in lang.endings) or r"(?!)"
        powers = "|".join(
            re.escape(u) for u in sorted(lang.units, key=len, reverse=True) if u[-1] in "²³" or "/" in u
        )
        elided = "|".join(sorted(sorted(lang.elided), key=len, reverse=True)) or r"(?!)"
        return (
            *(Rule(pattern, saying(say)) for pattern, say in lang.own_letters),
            Rule(rf"(?P<el>(?i:{elided}))['’](?=\d)", self._elided),
            *address_rules(lang.addresses),
            Rule(r"S\.\s?(?P<name>[A-ZÀ-Ý][a-zà-ÿ]+)", self._short.saint),
            *mark_letters(lang.marks),
            *weekday_rules(
                lang.weekdays, lang.to, lang.until_day, "|".join((*lang.months, lang.short_months))
            ),
            Rule(rf"(?P<sign>{signs})\s?{amount}{self._scale}{self._per()}", self._sums.money),
            Rule(rf"(?P<stem>[^\W\d_]{{2,30}}?)(?P<end>{ends_of})(?!\w)", self._ending),
            Rule(rf"(?P<unit>{powers})(?![\w/²³])", self._unit_alone),
            Rule(
                rf"(?P<unit>kg|k?m[23]|km|cm|kWh|MWh|mm|mq{'' if lang.verbs else '|ha'})(?![\w²³/])",
                self._unit_behind,
            ),
            Rule(
                rf"(?P<el>[ldLD]['’])?(?P<short>{ends})(?:(?!\w)|(?<=[.°º])(?<![MD]\.)(?=\d))",
                self._short.said,
            ),
            *stroke_letters(lang),
            *self._days.letters(),
            *(
                Rule(
                    r"(?P<r>[IVXLCDM]+)\s?[-–]\s?(?P<q>[IVXLCDM]+)(?![\w-])",
                    lambda m, here: range_of(lang, m, here),
                )
                for _ in (1,)
                if lang.held
            ),
            Rule(
                rf"(?P<r>[IVXLCDM]{{2,}}|[IVX]){self._language.numeral_mark}(?![\w-]|['’.]\w)",
                self._ranks.roman,
            ),
            Rule(
                r"(?P<r>[IVX]+)(?P<mark>(?:er|ère|re|e|ème)s?|º|ª|o)(?!\w)"
                r"(?P<s>\ss(?:\.(?=\s)|(?=\.)))?",
                self._ranks.roman_ordinal,
            ),
            Rule(r"[A-ZÄÖÜÉ]{2,5}(?![\w&])", self._capitals.said),
            *(Rule(r"[A-Z]{2,5}(?=s(?!\w))", self._capitals.many) for _ in (1,) if lang.held),
        )

    def _digits(self) -> tuple[Rule, ...]:
        lang = self._language
        signs = "|".join(re.escape(s) for s in sorted(lang.currencies, key=len, reverse=True))
        alone = [scale for scale in lang.magnitudes if not scale.endswith((" de", " di", "d'"))]
        scales = "|".join(re.escape(s) for s in sorted(alone, key=len, reverse=True))
        units = "|".join(re.escape(s) for s in sorted(lang.units, key=len, reverse=True))
        plain = rf"(?P<a>{_DIGITS})(?:,(?P<d>\d+))?"
        amount = rf"(?P<a>{_DIGITS})(?:(?:,|\.(?=\d{{1,2}}(?!\d)))(?P<d>\d+))?"
        count = r"(?P<n>\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)(?:[ \u00a0](?=[ªº](?!\w)))?"
        upto = rf"(?:\s?[-–/]\s?(?P<b>{_DIGITS})(?:,(?P<e>\d+))?)?"
        return (
            *coordinate_rules(
                lang.compass, lang.units.get("°", ""), lang.lasted, lang.comma, lang.spell_decimals
            ),
            *(Rule(pattern, saying(say)) for pattern, say in lang.own),
            Rule(r"(?P<a>\d{1,3}(?:,\d{3}){2,})(?![\d.]|,\d)", self._commas),
            *race_rules(lang.lasted, lang.singular, lang.comma, lang.spell_decimals),
            guarded(
                r"(?=[\d.,\s\u202f]{0,14}[/½¼¾⅓⅔€$£%m:'’e–-])|(?=3\d\d\d)",
                (*stroke_digits(lang), *fraction_rules(lang.marks, lang.units, lang.singular)),
            ),
            *mark_digits(lang.marks),
            *clock_rules(lang),
            *self._days.digits(),
            Rule(
                rf"{amount}{upto}(?:,[-–—=])?{self._scale}\s?(?P<sign>{signs})(?!\w){self._per()}",
                self._sums.money,
            ),
            Rule(rf"(?P<a>{_DIGITS})(?:,(?P<d>\d+))?(?P<b>(?!))?(?P<e>(?!))?-(?P<unit>{units})"
                 r"(?=-[^\W\d_])", self._unit),
            Rule(rf"{amount}{upto}\s?%", self._sums.percent),
            Rule(rf"{amount}{upto}\s?‰", self._sums.permille),
            Rule(rf"{amount}{upto}\s?(?P<unit>{units})\s?/\s?(?P<over>{units})(?![\w²³/])", self._composed),
            Rule(rf"{amount}{upto}\s?(?P<unit>{units})(?![\w²³]|['’]\w)(?:\.(?=\s[a-zà-ÿ]))?", self._unit),
            *(
                Rule(r"(?P<n>\d{1,3})\.\s?[–-]\s?(?P<k>\d{1,3})\.(?=\s[A-ZÄÖÜ][a-zäöüß])", self._ranks.both)
                for _ in (lang.day_mark,)
                if lang.day_mark == r"\."
            ),
            Rule(rf"{count}{lang.ordinal_mark}", self._ranks.ordinal),
            Rule(
                rf"{amount}{upto}\s?(?P<scale>{scales})(?!\w)(?:\s(?:d[ei]\s)?(?P<unit>{units})(?![\w²³/]))?",
                self._scaled,
            ),
            Rule(rf"{plain}{upto}(?!\w|\.\d)", self._number),
            Rule(r"\d{1,3}(?:\.\d{1,2}){1,3}(?!\w|\.\w)", self._pointed),
            Rule(r"\d+", lambda m, here: whole(m, m.group())),
            Rule(r"[²³¹⁰-₉]+", self._raised),
        )  # fmt: skip

    def _prefixed(self) -> tuple[str, str]:
        """Patterns of the signs that stand before a sum, and of the sum."""
        before = [s for s in self._language.currencies if not (s.isalpha() and s[1:].islower())]
        before = [s for s in before if len(s) > 1 or not s.isascii() or not s.isalpha()]  # French "F"
        before = [s for s in before if s != "fr."]  # "ms. fr. 1234"
        signs = "|".join(re.escape(s) for s in sorted(before, key=len, reverse=True))  # not "Euro 2024"
        upto = rf"(?:\s?[-–]\s?(?P<b>{_DIGITS})(?P<e>(?!))?(?!\w|,\d))?"
        return (
            signs,
            rf"(?P<a>{_DIGITS})(?:[.,](?:(?P<d>\d{{1,2}}(?!\d)|\d{{4,6}}(?!\d)|(?<=[€$£]\s\d,)\d{{3}}(?!\d)|(?<=[€$£]\d,)\d{{3}}(?!\d))|[-–—=]))?{upto}",
        )

    def _symbols(self) -> tuple[Rule, ...]:
        lang = self._language
        signs, amount = self._prefixed()
        return (
            *(
                Rule(
                    rf"(?P<sign>[A-Z]{{0,2}}\$)\s?(?P<a>\d{{1,3}}(?:,\d{{3}})+)(?:\.(?P<d>\d\d))?(?P<b>(?!))?"
                    rf"(?![\d]|,\d){self._scale}{self._per()}",
                    self._sums.money,
                )
                for _ in (1,)
                if lang.held
            ),
            Rule(rf"(?P<sign>{signs})\s?{amount}{self._scale}{self._per()}", self._sums.money),
            *stroke_symbols(lang),
            *(Rule(pattern, saying(say)) for pattern, say in lang.own_symbols),
            *mark_symbols(lang.marks),
            Rule(r"[-−–](?<=\(.)\s(?=\d+(?:[.,]\d+)?(?:\s?[%€°]|\)))", lambda m, here: whole(m, lang.minus)),
            Rule(rf"(?<![\w)])(?<![a-z]\.)[-−](?=\d|(?:{signs})\s?\d)", lambda m, here: whole(m, lang.minus)),
            Rule(
                rf"(?<=[\s(])(?<!\d\s)–(?=\d+(?:,\d+)?\s?[%°]|\d+,\d|{_COLD})",
                lambda m, here: whole(m, lang.minus),
            ),
            Rule(r"–(?=\d{1,4}(?:\s|,\d))", self._below),
            Rule(
                r"\[\d{1,3}\]|(?<=[a-zà-ÿ]{3})\(\d{1,2}\)(?![\w(])",
                lambda m, here: Said((("", m.start(), m.end()),), m.end()),
            ),
            Rule(r"[%@€$£]", self._sign),
        )

    def _per(self) -> str:
        """A pattern of what a sum is paid for: "/kg"."""
        names = "|".join(re.escape(p) for p in sorted(self._language.per, key=len, reverse=True))
        return rf"(?:\s?/\s?(?P<per>{names})(?!\w))?" if names else "(?P<per>(?!))?"

    def _unit(self, m: re.Match[str], here: Here) -> Said | None:
        before = here.before(m.start()).lower()
        if m["unit"] == "s" and m.group()[-2].isdecimal():
            return None  # the 90s
        after = here.after(m.end())
        if m["unit"] in self._language.verbs and is_verb(m, here, self._language.verbs[m["unit"]]):
            return None
        day = (after == "de" and not _WARMER.match(here.text, m.end())) or after.lower() in {
            month.lower() for month in self._language.months
        }
        placed = before in self._language.placed and (
            after in self._language.placed_by or (after.islower() and after not in _WARM and len(after) > 3)
        )
        if m["unit"] == "°" and after in self._language.ranks:
            placed = True
        elided = before.endswith(("'", "’")) and after.islower() and after not in _WARM  # "nell'11° giorno"
        ranked = day or placed or elided or before in self._language.articles
        if m["unit"] == "°" and after and ranked and not m["d"] and not m["b"]:
            said = self._language.ordinal(re.sub(r"\D", "", m["a"]), "º", before)
            return whole(m, said) if said else None
        name = self._language.counted_in(self._language.units[m["unit"]], before)
        return whole(m, f"{self._sums.range(m)} {self._sums.counted(m, name)}")

    def _composed(self, m: re.Match[str], here: Here) -> Said | None:
        """ "45 l/m²": what has no row of its own."""
        lang = self._language
        if f"{m['unit']}/{m['over']}" in lang.units:
            return None
        over = f"{lang.over} {lang.singular(lang.units[m['over']])}"
        if lang.held and m["over"] in ("s", "min", "h"):
            over = lang.per.get(m["over"], over)  # "al secondo"
        return whole(m, f"{self._sums.range(m)} {self._sums.counted(m, lang.units[m['unit']])} {over}")

    def _elided(self, m: re.Match[str], here: Here) -> Said | None:
        """ "l'1 %", "dell'8": the article and the figure's first word are one word, as they are said."""
        for rule in self.digits:
            found = rule.match(here.text, m.end())
            said = rule.say(found, here) if found else None
            if said and said.pieces:
                (first, _, end), *rest = said.pieces
                return Said(((f"{m['el']}'{first}", m.start(), end), *rest), said.end)
        return None

    def _unit_alone(self, m: re.Match[str], here: Here) -> Said | None:
        """ "habitants au km²": without a figure."""
        return whole(m, self._language.singular(self._language.units[m["unit"]]))

    def _unit_behind(self, m: re.Match[str], here: Here) -> Said | None:
        """ "0,75 € al kg": what is paid for, and "km 32"."""
        figure = _FIGURE.match(here.text, m.end() + 1)
        if figure and self._language.held and m["unit"] != "km":
            return whole(m, self._language.units[m["unit"]])  # "millimetri 7"
        road = m["unit"] == "km" and figure
        return self._unit_alone(m, here) if road or here.before(m.start()).lower() in _PAID_BY else None

    def _scaled(self, m: re.Match[str], here: Here) -> Said | None:
        if m["scale"].isupper() and here.text[m.start() - 1 : m.start()].isalpha():
            return None  # "A400M"
        said = f"{self._sums.range(m)} {self._sums.counted(m, self._language.magnitudes[m['scale']])}"
        if not m["unit"]:
            return whole(m, said)
        unit = self._language.units[m["unit"]]  # "1,5 Mio. km"
        of = " " if self._language.magnitudes[m["scale"]] in WHOLE_SCALES else self._language.scaled_of
        return whole(m, f"{said}{before_noun(of, unit)}{unit}")

    def _number(self, m: re.Match[str], here: Here) -> Said | None:
        if m["b"] and re.match(r"0\d\d", m["b"]):
            return whole(m, f"{self._sums.figure(m['a'], m['d'])} {m['b']}")  # "2023-0147"
        if m["b"] is None and m["d"] is None and re.fullmatch(r"1[1-9]\d\d", m["a"]):
            if m["a"][2:] != "00" and self._language.counts(here.before(m.start()), here.after(m.end())):
                return whole(m, m["a"])
            return whole(m, self._language.year(int(m["a"])))
        if (
            m["b"]
            and _NUMBER_SIGN.search(here.text, max(0, m.start() - 9), m.start())
            and (len(m["b"]) > 2 or int(re.sub(r"\D", "", m["a"])) > int(m["b"]))
        ):
            second = re.sub(r"[.\s\u00a0\u202f]", " ", m["b"])
            return whole(m, f"{self._sums.figure(m['a'], None)} {second}")  # "n° 2016-1321"
        if m["b"] and m["d"] is None and re.fullmatch(r"1[1-9]\d\d|20\d\d", m["a"]) and len(m["b"]) in (2, 4):
            first = self._language.year(int(m["a"]))
            last = self._language.year(int(m["b"])) if len(m["b"]) == 4 else m["b"]
            season = "/" in m.group() or (len(m["b"]) == 2 and int(m["a"][2:]) + 1 == int(m["b"]))
            return whole(m, f"{first} {last}" if season else f"{first} {self._language.to} {last}")
        if m["b"] and m["d"] is None and here.text[m.start() - 1 : m.start()].isalpha():
            return whole(m, f"{m['a']} {m['b']}")  # "A350-900"
        if m["b"] and "/" in m.group():  # a season, 2019/20
            return whole(m, f"{self._sums.figure(m['a'], m['d'])} {self._sums.figure(m['b'], m['e'])}")
        if m["b"] and _value(m["a"], m["d"]) >= _value(m["b"], m["e"]):
            joint = self._language.marks.score if len(m["a"]) < 4 and not m["d"] else " "
            return whole(m, f"{self._sums.figure(m['a'], m['d'])}{joint}{self._sums.figure(m['b'], m['e'])}")
        return whole(m, self._sums.range(m))

    def _pointed(self, m: re.Match[str], here: Here) -> Said | None:
        """ "Windows 8.1": a point, as it is said in addresses. Decimals have their comma before a unit."""
        return whole(m, f" {self._language.addresses.dot} ".join(m.group().split(".")))

    def _raised(self, m: re.Match[str], here: Here) -> Said | None:
        """The figures of "CO₂" and "x²"; those behind a word or a sentence's end are marks of footnotes."""
        if _NOTED.search(here.text, max(0, m.start() - 4), m.start()) and m.group()[0] in "¹²³⁰⁴⁵⁶⁷⁸⁹":
            return Said((("", m.start(), m.end()),), m.end())
        return whole(m, unicodedata.normalize("NFKC", m.group()))

    def _ending(self, m: re.Match[str], here: Here) -> Said | None:
        return whole(m, m["stem"] + self._language.endings[m["end"]])

    def _commas(self, m: re.Match[str], here: Here) -> Said | None:
        """ "1,250,000": no decimal sign stands twice."""
        return whole(m, self._sums.figure(m["a"], None))

    def _below(self, m: re.Match[str], here: Here) -> Said | None:
        """ "auf –3 cm": a dash behind a preposition is a minus."""
        told = here.text[m.start() - 1 : m.start()] == " " and here.before(m.start()).lower() in _BEFORE_MINUS
        return whole(m, self._language.minus) if told else None

    def _sign(self, m: re.Match[str], here: Here) -> Said | None:
        c = m.group()
        if c == "%":
            return whole(m, self._language.percent)
        if c in self._language.currencies:
            return whole(m, self._language.currencies[c][1])
        return whole(m, c)
