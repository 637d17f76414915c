"""Scores and ratios, numbers of telephones, fractions and single signs in the six European languages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from listen.speech.rules import Here, Rule, Said, whole
from listen.speech.writing import patterns as re


@dataclass(frozen=True)
class Marks:
    """Says how a language says what stands between, before and behind figures."""

    score: str = " "
    """Between the two sides of a score or a ratio."""
    score_words: str = r"(?!)"
    """A pattern of words beside which two figures are a score, whatever their order."""
    colon: bool = False
    """Whether a score is written with a colon: German."""
    coins: str = " "
    """Between a sum's major and minor units: "tre euro e cinquanta"."""
    comma: str = ""
    """How the decimal sign is said, between inches."""
    apart: bool = False
    """Whether decimals are said one by one."""
    plus: str = "plus"
    plus_minus: str = "plus minus"
    permille: str = ""
    section: tuple[str, str] = ("", "")
    """"§", "§§"."""
    and_: str = ""
    times: str = ""
    divided: str = ""
    relay: str = ""
    """Between a number and what is done so often, where it is not said like a measure: "4 x 100 m"."""
    equals: str = ""
    fold: Callable[[int], str] = field(default=lambda n: f"{n} x")
    """"2x" → "zweimal"."""
    inches: str = ""
    out_of: str = ""
    """"8/10"."""
    powers: tuple[str, str] = ("", "")
    """"5²", "2³"."""
    mixed: str = ""
    """Between a whole number and its quarters: "twee en drie kwart"."""
    finals: tuple[str, str, str, str] = ("", "", "", "")
    """A half, a quarter, an eighth and a sixteenth of finals, where they are written "1/8 de finale"."""
    number: str = ""
    """"#1"."""
    compared: tuple[str, ...] = ("", "")
    """"<", ">", and where they are said otherwise "≤", "≥"."""
    lived: tuple[str, str] = ("", "")
    """"*1949", "† 2020": born and died."""
    hashtag: str = "hashtag"
    copyright: str = "copyright"
    fractions: dict[str, str] = field(default_factory=dict)
    """"½" → its words, with a blank behind it where a noun follows."""
    and_half: Callable[[int, str], str] = field(default=lambda n, noun: f"{n} ½ {noun}")
    """(whole number, noun) → both with a half: "2½ Stunden" → "zweieinhalb Stunden"."""
    half_of: Callable[[str], str] = field(default=lambda one: f"½ {one}")
    """A unit → half of it: "½ h" → "eine halbe Stunde"."""
    nth: Callable[[int], str] = field(default=str)
    """A number → its part: French "millième"."""
    shares: tuple[str, ...] = ()
    """A third, a fourth … a tenth."""
    shares_end: str = ""
    """What several of them end in."""
    shares_lose: str = ""
    """What several of them lose before that: Italian "quinto", "quinti"."""
    part_of: str = ""
    """Between a fraction that has no "of" of its own and its unit: "un quart de litre"."""
    round_the_clock: dict[str, str] = field(default_factory=dict)
    """"24/7" and its kin."""
    tens: Callable[[str], str] = field(default=lambda figures: figures)
    """Two figures after an apostrophe: "\u201968"."""
    pairs: bool = False
    """Whether telephone numbers are said in pairs: French."""
    phone_words: str = r"(?i:tel\.?|tel\.?:|fax)"
    """A pattern of words behind which figures are somebody's number."""
    code_letters: str = ""
    """Letters before the numbers of articles of law, whose hyphens are no ranges: French "art. L. 123-4"."""
    code_words: tuple[str, ...] = ()
    """Words that such a number stands behind, or their ends."""
    bare_shares: bool = False
    """Whether "½" agrees with its noun, and "3/4" without one is a fraction: Spanish "media taza"."""
    greater: str = ""
    """">" before a figure."""
    less: str = ""
    """"<" before a figure."""
    parts: dict[str, str] = field(default_factory=dict)
    """"¾" → its words before a word for parts: Spanish "tres cuartas" partes."""
    crossed: bool = False
    """Whether a score is written with a cross: Portuguese "3 x 0"."""
    phones: tuple[str, ...] = ()
    """Patterns of telephone numbers that need no such word."""


LINKS = re.compile(
    r"\s(?:d['’]|dell['’]|(?:de|des|du|del|dei|degli|della|dello|delle|di|do|dos|da|das)(?!\w))",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?i)n[úu]mero[:.]?\s*\Z")
_SCALES = frozenset(("maßstab", "scala", "échelle", "escala", "schaal", "l'échelle"))
_GROUPS = r"\d{1,8}(?:[ /.-]{1,3}\d{2,8}){0,6}"
_LED = (
    r"(?:0\d{2,4}/\d(?: \d{2,3}){2,4}(?![\w%]|[.,:-]\d)"
    r"|0\d{1,9}(?:[ /.-]{1,3}\d{2,8}){0,6}(?:-\d)?(?![\w%]|[.,:-]\d))"
)
_ISBN = r"(?:97[89][ -])?\d{1,5}[ -]\d{1,7}[ -]\d{1,7}[ -][\dXx](?!\w)"
_ACCOUNT = r"[A-Z]{2}\d\d(?: ?[A-Z\d]{4}){3,7}(?: ?[A-Z\d]{1,3})?(?!\w)"
"""An IBAN: a country's letters, two figures for the check, 11 to 30 letters and figures in groups of four."""
_ROW = re.compile(
    r"(?:(?<![\d.,:])\d{1,2}[-–]\d{1,2}(?![-–\d])(?:\s?\(\d{1,2}(?:[-–]\d{1,2})?\))?(?:,|\s[a-z]{1,3})?\s?){2,7}"
)
"""Scores of sets: "6-4, 3-6, 7-6 (7-5)"."""
_MEASURED = re.compile(r"\s?-?(?:[cmk]?m|m[eè]t[a-z]{1,4}|px|cv|kg)(?![^\W\d_])")
"""Behind two figures with an x that are no score."""
_PLAYED = re.compile(
    r"(?:\d[:–-]\d{1,3}\s?\(|[A-ZÄÖÜ][\w.]{1,20}(?:\s[A-ZÄÖÜ\d][\w.]{0,20}){0,2}\s?[–-]\s?"
    r"[A-ZÄÖÜ\d][\w.]{0,20}(?:\s[A-ZÄÖÜ\d][\w.]{0,20}){0,2}:?\s)\Z"
)
"""Before the score of a half in brackets, and before that of two sides: "THW Kiel – SC Magdeburg 24:22"."""
_WORDS_BEFORE = 30
"""Characters before a figure in which a word may say what it is."""


_RELAY = r"(?P<a>\d+)\s?[×x]\s?(?=\d+\s?(?:=|min|sec|uur|dagen|keer|[1-4]00\s?m)|[1-4]00\s?m)"
_CROSSED = r"(?P<a>\d{1,2})\sx\s(?P<b>\d{1,2})(?!\w|[.,]\d|\s?(?:c|m|k)?m\b)"
"""A score as Brazil writes it: "3 x 0"."""


def mark_digits(marks: Marks) -> tuple[Rule, ...]:
    """Rules that begin with a figure."""
    fraction = rf"[{''.join(marks.fractions)}](?=\s?\w)" if marks.fractions else r"(?!)"
    joint = "[:x]" if marks.colon else "[-–x]"

    def score(m: re.Match[str], here: Here) -> Said | None:
        return _score(m, here, marks)

    def crossed(m: re.Match[str], here: Here) -> Said | None:
        return whole(m, f"{m['a']}{marks.score}{m['b']}")

    def scale(m: re.Match[str], here: Here) -> Said | None:
        if len(m["b"]) < 3 and here.before(m.start()).lower() not in _SCALES:
            return None
        return whole(m, f"1{marks.score if marks.score.strip() else ' op '}{re.sub('[. ]', '', m['b'])}")

    def ratio(m: re.Match[str], here: Here) -> Said | None:
        return whole(m, f"{m['a']}{marks.score}{m['b']}")

    def inches(m: re.Match[str], here: Here) -> Said | None:
        quoted = here.text.count('"', 0, m.start()) % 2 or here.text[m.start() - 1 : m.start()] == '"'
        if quoted and m.group()[-1] == '"':
            return None
        first, point, rest = m["n"].partition(",")
        parts = f" {marks.comma} {' '.join(rest) if marks.apart else rest}" if point else ""
        return whole(m, f"{first}{parts} {marks.inches}")

    def raised(m: re.Match[str], here: Here) -> Said | None:
        return whole(m, f"{m['n']} {marks.powers['²³'.index(m['p'])]}")

    def folded(m: re.Match[str], here: Here) -> Said | None:
        """ "1,5x"."""
        parts = " ".join(m["d"]) if marks.apart else m["d"]
        return whole(m, f"{m['n']} {marks.comma} {parts} {marks.fold(2).split(' ')[-1]}")

    special = "|".join(re.escape(k) for k in sorted(marks.round_the_clock, key=len, reverse=True)) or r"(?!)"
    return (
        Rule(rf"(?:{special})(?!\w)", lambda m, here: whole(m, marks.round_the_clock[m.group()])),
        *(Rule(rf"{pattern}(?!\w|[.,-]\d)", lambda m, here: _phone(m, marks)) for pattern in marks.phones),
        Rule(_ISBN, lambda m, here: _book(m, here)),
        Rule(_LED, lambda m, here: _led(m, here, marks)),
        Rule(rf"{_GROUPS}(?![\w%]|[.,:-]\d)", lambda m, here: _called(m, here, marks)),
        Rule(rf"(?P<a>\d{{1,3}}){joint}(?P<b>\d{{1,3}})(?![\w,.:]*\d|-\d)", score),
        *(Rule(pattern, crossed) for pattern in (_CROSSED,) if marks.crossed),
        Rule(
            r"(?P<a>\d{1,3}(?:,\d)?)/(?P<b>5|6|10|20|100)(?![\w/]|[.,]\d)",
            lambda m, here: _marked(m, here, marks),
        ),
        Rule(r"(?P<a>1):(?P<b>\d{1,3}(?:[. ]?\d{3}){0,2})(?![\w:]|[.,]\d)", scale),
        *(Rule(r"(?P<a>\d{1,2}):(?P<b>\d)(?![\w:]|[.,]\d)", ratio) for _ in (1,) if marks.bare_shares),
        Rule(r"(?P<n>\d{1,3})\s?[x×](?!\w|\s?\d)", lambda m, here: whole(m, marks.fold(int(m["n"])))),
        Rule(r"(?P<n>\d{1,3}),(?P<d>\d{1,2})\s?[x×](?!\w|\s?\d)", folded),
        *(Rule(_RELAY, lambda m, here: whole(m, f"{m['a']} {marks.relay}")) for _ in "1" if marks.relay),
        Rule(r"(?P<n>\d{1,2}(?:,\d{1,2})?)(?:″|\"|(?<=\d,\d)[“”]|(?<=\d,\d\d)[“”])(?![\w])", inches),
        Rule(r"(?P<a>\d+)\s?[×x]\s?(?=\d)", lambda m, here: whole(m, f"{m['a']} {marks.times}")),
        Rule(fraction, lambda m, here: _fraction(m, here, marks)),
        *(Rule(r"[½¼¾⅓⅔]", lambda m, here: _fraction(m, here, marks)) for _ in (1,) if marks.bare_shares),
        *(
            Rule(r"(?P<n>\d{1,4})(?P<p>[²³])(?![\w²³])", raised)
            for _ in marks.powers[:1]
            if marks.powers[0]
        ),
        Rule(r"(?P<n>\d{1,4})/(?P<l>[A-Ga-g])(?!\w)", lambda m, here: whole(m, f"{m['n']} {m['l']}")),
        Rule(r"(?P<n>\d+)D(?!\w)", lambda m, here: whole(m, f"{m['n']} D")),
    )  # fmt: skip


def mark_letters(marks: Marks) -> tuple[Rule, ...]:
    """Rules that begin with a letter."""

    def numbered(m: re.Match[str], here: Here) -> Said | None:
        before = here.before(m.start()).lower()
        written = "." in m.group() and len(m[2]) > 2  # "L.123-1"
        told = m[4] or written or before.endswith(marks.code_words)  # three numbers are no range
        return whole(m, " ".join(filter(None, m.groups()))) if told else None

    codes = (
        Rule(rf"([{marks.code_letters}])\.\s?(\d{{1,4}})()()(?![\w-])", numbered),
        Rule(rf"([{marks.code_letters}])\.?\s?(\d{{1,4}})-(\d{{1,4}})(?:-(\d{{1,4}}))?(?![\w-])", numbered),
    )
    return (
        Rule(_ACCOUNT, lambda m, here: whole(m, " ".join(c for c in m.group() if c.isalnum()))),
        *(codes if marks.code_letters else ()),
    )


def mark_symbols(marks: Marks) -> tuple[Rule, ...]:
    """Rules that begin with a sign."""

    def abroad(m: re.Match[str], here: Here) -> Said | None:
        return _abroad(m, marks)

    single = {"§§": marks.section[1], "§": marks.section[0], "&": marks.and_, "×": marks.times}
    single |= {"÷": marks.divided, "=": marks.equals, "©": marks.copyright}
    return (
        Rule(r"\+(?=\d{1,3}[ (/.-]?\(?\d)(?P<n>\d[\d ()/.–-]{6,20}\d)(?!\w|,\d)", abroad),
        Rule(
            r"\((?P<n>\(?(?:0?\d{2,5}|0 ?\d\d ?\d{0,3})\)[ -]?\d[\d -]{2,14}\d)(?!\w)",
            lambda m, here: _phone(m, marks),
        ),
        Rule(r"['’](?P<n>\d\d)(?!\w)", lambda m, here: whole(m, marks.tens(m["n"]))),
        Rule(r"(?:±|\+/-|\+-)\s?(?=\d)", lambda m, here: whole(m, marks.plus_minus)),
        Rule(r"\+\s?(?=[\d(])", lambda m, here: whole(m, marks.plus)),
        Rule(r"\+(?<=[^\W_]\+)(?![\w+/])", lambda m, here: whole(m, "plus")),
        Rule(r"§§|[§&×÷=©]", lambda m, here: whole(m, single[m.group()])),
        *(Rule(r">(?=\s?\d)", lambda m, here: whole(m, marks.greater)) for _ in (1,) if marks.greater),
        *(Rule(r"<(?=\s?\d)", lambda m, here: whole(m, marks.less)) for _ in (1,) if marks.less),
        Rule(r"#(?=\d)", lambda m, here: whole(m, "")),
        Rule(r"#(?=\w)", lambda m, here: whole(m, marks.hashtag)),
    )  # fmt: skip


def plain_fraction(marks: Marks, sign: str, here: Here, end: int) -> str:
    """A fraction's words before what stands at `end`: "media" taza, "tres cuartos"."""
    said = marks.fractions[sign].strip()
    noun = here.after(end)
    if (
        sign == "½"
        and marks.bare_shares
        and noun.islower()
        and len(noun) > 3
        and not LINKS.match(here.text, end)
    ):
        return marks.half_of(noun).partition(" ")[0]
    alone = LINKS.match(here.text, end) or not re.match(r"\s?\w", here.text[end : end + 2])
    return re.sub(r" d[ei]\Z", "", said) if alone else said


def _fraction(m: re.Match[str], here: Here, marks: Marks) -> Said | None:
    if not marks.bare_shares:
        return whole(m, marks.fractions[m.group()])
    return whole(m, plain_fraction(marks, m.group(), here, m.end()))


def _figures(text: str, marks: Marks) -> str:
    """A telephone number as it is said: figure by figure, or in pairs as in France."""
    groups = re.findall(r"\d+", text)
    if marks.pairs and len(groups) == 1 and len(groups[0]) == 10:
        groups = re.findall(r"\d\d", text)
    if marks.pairs and len(groups[0]) == 4 and groups[0][:2] == "08":
        groups = ["0", groups[0][1:], *groups[1:]]  # "0800 12 34 56"
    if marks.pairs and all(len(group) <= 3 for group in groups):
        return " ".join(_pair(group) for group in groups)
    return " ".join(figure for group in groups for figure in group)


def _pair(group: str) -> str:
    if re.fullmatch(r"0[1-9]{2}", group):
        return f"0 {group[1:]}"  # Lausanne's "021"
    return " ".join(group) if group[0] == "0" else group


def _phone(m: re.Match[str], marks: Marks) -> Said | None:
    return whole(m, _figures(m.group(), marks))


def _book(m: re.Match[str], here: Here) -> Said | None:
    """A book's number, figure by figure."""
    if len(m.group()) < 17 and not re.search(r"ISBN(?:-1[03])?:?\s\Z", here.text[: m.start()][-10:]):
        return None
    return whole(m, " ".join(c for c in m.group().upper() if c.isalnum()))


def _abroad(m: re.Match[str], marks: Marks) -> Said | None:
    if len(re.sub(r"\D", "", m["n"])) < 8 and " " not in m["n"]:
        return None
    return whole(m, f"{marks.plus} {_figures(m['n'], marks)}")


def _led(m: re.Match[str], here: Here, marks: Marks) -> Said | None:
    """Figures that begin with a nought are somebody's number; a day of a date ("03.05.") is not."""
    figures = re.sub(r"\D", "", m.group())
    if (
        len(figures) < 3
        or re.match(r"0\d/(?:20)?\d\d\Z", m.group())
        or re.match(r"0\d[./-]\d\d[./-](?:\d\d)?(?:\d\d)?\Z", m.group())
        or _is_time(m.group())
    ):
        return None
    return whole(m, _figures(m.group(), marks))


def _is_time(text: str) -> bool:
    return re.fullmatch(r"[0-2]?\d[:.][0-5]\d", text) is not None


def _called(m: re.Match[str], here: Here, marks: Marks) -> Said | None:
    before = here.text[max(0, m.start() - _WORDS_BEFORE) : m.start()]
    if re.fullmatch(r"\d{1,3}\s?[-–]\s?\d{1,3}", m.group()) and not re.search(r"(?i:tel|fax)", before):
        return None  # "de nummers 24-27"
    figures = len(re.sub(r"\D", "", m.group()))
    if figures < 3 or not re.search(rf"(?:{marks.phone_words})[:.]?\s*\Z", before):
        return None
    if figures < 7 and _NUMBER.search(before):
        return None  # "el asteroide número 944"
    return whole(m, _figures(m.group(), marks))


_SPAN = re.compile(
    r"\s(?:dag|wek|week|maand|ja[ah]r|uur|Tag|Woche|Monat|Jahr|Stunde|Minute|jour|semaine|mois|an)"
)
"""Behind a range of times."""


def _score(m: re.Match[str], here: Here, marks: Marks) -> Said | None:
    around = (
        here.text[max(0, m.start() - _WORDS_BEFORE) : m.start()] + " … " + here.text[m.end() : m.end() + 20]
    )
    told = (
        re.search(marks.score_words, around, re.IGNORECASE) is not None
        or _in_a_row(m, here)
        or (
            (len(m["b"]) == 1 or (len(m["a"]) == len(m["b"]) and m["b"][0] != "0"))
            and _PLAYED.search(here.text, max(0, m.start() - 60), m.start()) is not None
            and not here.text.startswith(("Uhr", " Uhr"), m.end())
        )
    )
    sign = m.group()[len(m["a"])]
    if int(m["a"]) < int(m["b"]) and sign in "-–" and _SPAN.match(here.text, m.end()):
        return None
    if sign == "x" and (
        max(int(m["a"]), int(m["b"])) > 20
        or (not told and m.group() in ("4x4", "2x2"))
        or not (told or marks.crossed)
        or _MEASURED.match(here.text, m.end())
    ):
        return None  # "4x100 m", "3x4 m"
    if (
        marks.colon
        and re.fullmatch(r"[01]?\d|2[0-4]", m["a"])
        and re.fullmatch(r"[0-5]\d", m["b"])
        and not told
    ):
        return None  # a time of day
    if not marks.colon and not told and sign != "x":
        return None
    return whole(m, f"{m['a']}{marks.score}{m['b']}")


def _in_a_row(m: re.Match[str], here: Here) -> bool:
    """Say whether pairs of figures stand side by side and one of them falls: no range does."""
    start = max(0, m.start() - 40)
    for row in _ROW.finditer(here.text, start, m.end() + 40):
        if row.start() <= m.start() < row.end():
            pairs = re.findall(r"(\d{1,2})[-–](\d{1,2})", row.group())
            return any(int(a) > int(b) for a, b in pairs)
    return False


MONTH = re.compile(
    r"\s(?:jan|f[eé][bv]|m[aäå]r|ma[iy]|mei|maart|a[pvb]r|jun|juin|juil|jul|giu|lug|ago|aug|août|set|sep|o[ckut]t|out|nov"
    r"|d[eéi][czs])"
)
_WEEKDAY = re.compile(
    r"(?<!\w)(?:ma|di|wo|do|vr|za|zo|lun|mar|mer|jeu|ven|sam|dim|\w{2,7}d[ai]g?|dimanche)\.?\s\Z"
)
"""What makes two figures with a stroke a day: "4/5 mei", "ma. 5/5"."""


def _marked(m: re.Match[str], here: Here, marks: Marks) -> Said | None:
    if float(m["a"].replace(",", ".")) > int(m["b"]) or MONTH.match(here.text, m.end()):
        return None
    if _WEEKDAY.search(here.text, max(0, m.start() - 14), m.start()):
        return None
    return whole(m, f"{m['a'].replace(',', f' {marks.comma} ')} {marks.out_of} {m['b']}")
