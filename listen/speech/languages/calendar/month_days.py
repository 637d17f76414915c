"""Days of months in the six European languages: "3. Mai 2024", "le 12/03", "25.4.1974", short months."""

from __future__ import annotations

from listen.speech.languages.nouns.counted import LABELS
from listen.speech.languages.traits import Language
from listen.speech.rules import Here, Rule, Said, whole
from listen.speech.writing import patterns as re

_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])"
_FIRST = re.compile(r"0?1\.?[º°]")
_BEFORE_DAYS = frozenset(("am", "vom", "zum", "bis", "ab", "seit", "der", "den", "dem", "beim"))
_BEFORE_MONTHS = frozenset(
    (
        *("im", "seit", "bis", "ab", "anfang", "mitte", "ende", "von"),
        *(
            "en",
            "fin",
            "début",
            "mi",
            "depuis",
            "dès",
            "in",
            "eind",
            "begin",
            "half",
            "sinds",
            "tot",
            "vanaf",
            "em",
        ),
    )
)
"""Words behind which a short month is one: "im Okt."."""
_LISTED = re.compile(
    r"(?:\b(?:[aA]m|[vV]om|den|dem|zum)\s(?:\d{1,2}\.(?:,|\sund)\s){1,2}"
    r"|\b(?:Mo|Di|Mi|Do|Fr|Sa|So|\w{3,10}tag|Mittwoch)\.?,?\s\(?)\Z"
)
"""Before a day with its month in figures: other days, or a day of the week."""
_GOES_ON = re.compile(r"\s[a-zäöüß]|[,;:)]")
_VERSIONS = frozenset(("version", "versión", "versione", "versie", "versão", "v", "ios", "macos", "android"))
_BEFORE_SLASHED = frozenset(
    (
        "le",
        "du",
        "au",
        "les",
        "des",
        "dès",
        "el",
        "del",
        "al",
        "il",
        "dal",
        "dia",
        "día",
        "op",
        "lundi",
        "mardi",
        "jeudi",
    )
)


class MonthDays:
    """Says the day of a month as a language does."""

    def __init__(self, language: Language) -> None:
        self._language = language
        names = (*language.months, *(m.capitalize() for m in language.months))
        self._month = rf"(?P<month>{'|'.join(names)}|(?:{language.short_months})\.?)(?!\w)"

    def digits(self) -> tuple[Rule, ...]:
        """Rules that begin with a figure."""
        lang = self._language
        between = rf"\s*(?:{lang.of}\s+)?" if lang.of else r"\s*"
        year = rf"(?:\s*(?:{lang.of}\s+)?(?P<year>1\d{{3}}|20\d\d)(?!\d|[.,]\d))?"
        return (
            Rule(
                r"(?P<year>(?:1\d|20)\d\d)-(?P<m>0[1-9]|1[0-2])-(?P<day>3[01]|[12]\d|0[1-9])(?![\w-])",
                self._numeric,
            ),
            Rule(r"(?P<m>0[1-9]|1[0-2])/(?P<year>20\d\d)(?![\w/]|[.,]\d)", self._month_of),
            Rule(rf"{_DAY}/(?P<m>0[1-9]|1[0-2])(?![\w/]|[.,]\d|\sans?(?!\w))", self._slashed),
            Rule(rf"{_DAY}[-/](?P<m>1[0-2]|0?[1-9])(?![\w/-]|[.,]\d)", self._on_weekday),
            Rule(rf"{_DAY}\.\s?(?P<m>1[0-2]|0?[1-9])\.(?!\d|\s(?:1\d|20)\d\d\b)", self._pointed),
            *(
                Rule(rf"(?P<first>3[01]|[12]\d|0?[1-9])/{_DAY}\s{self._month}{year}", self._two)
                for _ in (lang.day_mark,)
                if lang.day_mark != r"\."
            ),
            *(
                Rule(rf"(?P<first>3[01]|[12]\d|0?[1-9])\.\s?(?P<joint>[/–-])\s?{_DAY}\.\s?(?:{self._month}|(?P<m>1[0-2]|0?[1-9])\.)"
                     r"(?:\s?(?P<year>1\d{3}|20\d\d))?(?!\d)", self._both)
                for _ in (lang.day_mark,)
                if lang.day_mark == r"\."
            ),
            Rule(rf"{_DAY}{lang.day_mark}{between}{self._month}{year}", self._named),
            Rule(rf"{_DAY}(?P<sep>[./-]|\.\s)(?P<m>1[0-2]|0?[1-9])(?P=sep)"
                 r"(?P<year>(?:1\d|20)\d\d)(?!\d)", self._numeric),
            Rule(r"(?P<day>3[01]|[12]\d|0[1-9])(?P<sep>[./-])(?P<m>1[0-2]|0[1-9])(?P=sep)"
                 r"(?P<year>\d\d)(?![\w./-]\w|\d|[.,-]\d|\s?[%€$])", self._shortened),
            *(Rule(rf"{_DAY}(?P<sep>[./-])(?P<m>1[0-2]|0?[1-9])(?P=sep)"
                   r"(?P<year>\d\d)(?![\w./-]\w|\d|[.,-]\d|\s?[%€$])", self._shortened)
              for _ in (1,) if lang.held),
        )  # fmt: skip

    def letters(self) -> tuple[Rule, ...]:
        """Rules that begin with a letter."""
        short = self._language.short_months
        return (
            Rule(rf"(?P<month>(?:{short})\.)(?=\s(?:de\s)?(?:1\d|20)\d\d)", self._short),
            Rule(rf"(?P<month>(?:{short})\.)(?!\w)", self._announced),
        )

    def _name(self, written: str) -> str:
        """The month that is written out or in short."""
        low = written.rstrip(".").lower()
        for name in self._language.months:
            if name.lower() == low or (len(low) >= 3 and name.lower().startswith(low)):
                return name
        return next((n for n in self._language.months if _shortens(low, n.lower())), written)

    def _said(self, m: re.Match[str], month: str, year: str | None, here: Here) -> str:
        lang = self._language
        day = lang.day(int(m["day"]), lang.before(here, m.start()))
        if lang.first_marked and _FIRST.match(m.group()):
            day = lang.first_marked
        said = lang.date.format(day=day, month=month)
        return f"{said}{lang.year_of}{lang.year(int(year))}" if year else said

    def _named(self, m: re.Match[str], here: Here) -> Said | None:
        return whole(m, self._said(m, self._name(m["month"]), m["year"], here))

    def _on_weekday(self, m: re.Match[str], here: Here) -> Said | None:
        """ "zondag 5-10": a day and a month behind a day of the week."""
        if here.before(m.start()).lower() not in {name.lower() for name in self._language.weekdays.values()}:
            return None
        return whole(m, self._said(m, self._language.months[int(m["m"]) - 1], None, here))

    def _two(self, m: re.Match[str], here: Here) -> Said | None:
        """ "4/5 mei"."""
        lang = self._language
        second = self._said(m, self._name(m["month"]), m["year"], here)
        return whole(m, f"{lang.day(int(m['first']), '')} {lang.marks.and_} {second}")

    def _month_of(self, m: re.Match[str], here: Here) -> Said | None:
        """ "08/2024": a month of a year."""
        lang = self._language
        return whole(m, f"{lang.months[int(m['m']) - 1]}{lang.year_of}{lang.year(int(m['year']))}")

    def _both(self, m: re.Match[str], here: Here) -> Said | None:
        """ "am 3./4. Mai": two days that follow each other."""
        month = self._language.months[int(m["m"]) - 1] if m["m"] else self._name(m["month"])
        first = self._language.day(int(m["first"]), self._language.before(here, m.start()))
        second = self._said(m, month, m["year"], here)
        joint = "und" if m["joint"] == "/" else self._language.to
        end = m.end() - (m["m"] is not None and not m["year"] and not _GOES_ON.match(here.text, m.end()))
        return Said(((f"{first} {joint} {second}", m.start(), end),), end)

    def _numeric(self, m: re.Match[str], here: Here) -> Said | None:
        return whole(m, self._said(m, self._language.months[int(m["m"]) - 1], m["year"], here))

    def _shortened(self, m: re.Match[str], here: Here) -> Said | None:
        """ "06.11.23": the year by its last two figures."""
        if here.before(m.start()).lower() in _VERSIONS | LABELS:
            return None
        year = ("20" if int(m["year"]) < 40 else "19") + m["year"]
        return whole(m, self._said(m, self._language.months[int(m["m"]) - 1], year, here))

    def _pointed(self, m: re.Match[str], here: Here) -> Said | None:
        """ "am 7.10.": a day and a month, each with its point, behind a word that announces a day."""
        if self._language.day_mark != r"\.":
            return None
        before = here.before(m.start()).lower()
        listed = _LISTED.search(here.text, max(0, m.start() - 20), m.start())
        numbered = (
            before.rstrip(".") in LABELS | _VERSIONS
            or here.text[max(0, m.start() - 2) : m.start()].strip() == "§"
        )
        goes_on = _GOES_ON.match(here.text, m.end()) and not numbered
        if before not in _BEFORE_DAYS and not listed and not goes_on:
            return None
        said = self._said(m, self._language.months[int(m["m"]) - 1], None, here)
        end = m.end() - (_GOES_ON.match(here.text, m.end()) is None)
        return Said(((said, m.start(), end),), end)

    def _slashed(self, m: re.Match[str], here: Here) -> Said | None:
        """ "le 12/03": a day and a month, behind an article that announces a day."""
        if here.before(m.start()).lower() not in _BEFORE_SLASHED:
            return None
        return whole(m, self._said(m, self._language.months[int(m["m"]) - 1], None, here))

    def _announced(self, m: re.Match[str], here: Here) -> Said | None:
        """ "im Okt.", "fin janv.": without a figure."""
        if here.before(m.start()).lower() not in _BEFORE_MONTHS:
            return None
        end = m.end() - (m.end() == len(here.text.rstrip()))
        return Said(((self._name(m["month"]), m.start(), end),), end)

    def _short(self, m: re.Match[str], here: Here) -> Said | None:
        return whole(m, self._name(m["month"]))


def _shortens(short: str, name: str) -> bool:
    """Return whether a name has these letters in this order, from its first on: "mrt" for "maart"."""
    letters = iter(name)
    return short[:1] == name[:1] and all(letter in letters for letter in short)
