"""Capitals: initialisms said as letters, acronyms said as words, headlines, initials, codes like H5N1."""

from __future__ import annotations

import re

from listen.speech.english.acronyms import COMMON, LETTERWISE, MIXED, SPELLED, WORDS
from listen.speech.numbers import cardinal, digits, pairs, plural, year
from listen.speech.rules import Here, Rule, Said, pieces, whole
from listen.speech.rules import words as words_of

_VOWELS = frozenset("AEIOUY")
_BLENDS = re.compile(
    r"[^AEIOUY]{3,}|^[^AEIOUY]{2,}(?<!^[BCDFGKPST][LR])(?<!^S[CHKLMNPQTW])(?<!^[CDGKPRSTWZ]H)|[AEIOU]{3,}|J$"
)

_CONSONANTS = re.compile(r"[^AEIOUY]{3}|^[^AEIOUY]{2}|J$")
_ENDINGS = re.compile(
    r"TCH|GHT|[RNL][CT]H|[FX]TH|[RL]ST|[RSNCPLF]TS|R[MNKLD]S|[NL]DS|N[GK]S|[CSL]KS|M[PB]S|LPS|RLD|^(?:STR|SPR|SCR|SHR|THR|SPL)"
)
"""Three consonants that English words have: in WATCH, TESTS, NORTH."""
_TWICE = re.compile(r"AA|II|UU")
_STRANGE = re.compile(
    r"[^AEIOUY][BDFGVHJKQWZ]\Z(?<![LRN][BDFGK])(?<![SC]K)(?<!FF|ZZ|GG|DD|BB)(?<![TSCPG]H)|[BDFGKPTVM]C\Z"
    r"|[BDFGJKPQVWZC][CDFGJKPQVWXZBNM](?=[AEIOUY])(?<!CK|GN|KN|PP|BB|DD|FF|GG|CC|ZZ|KK)"
)
"""Two consonants that English words of four letters do not have: the end of WIFD, the middle of EVGA."""
_CLUSTER = re.compile(r"[^AEIOUY]{5,}")


def spell(text: str) -> str:
    """Letter by letter: "BBC" → "B B C"."""
    return " ".join(c for c in text.upper() if c.isalpha())


def pronounceable(word: str) -> bool:
    """Return whether capitals of four letters and more look like a word: FEMA does, HMRC does not."""
    if len(word) < 4 or _TWICE.search(word) or not any(c in _VOWELS for c in word):
        return False
    if len(word) == 4 and _STRANGE.search(word):
        return False
    word = _ENDINGS.sub("T", word)
    if len(word) == 5:
        return not _BLENDS.search(word) or (word not in LETTERWISE and not _CONSONANTS.search(word))
    return not (_CLUSTER if len(word) > 5 else _BLENDS).search(word)


def say_capitals(word: str, headline: bool) -> str:
    """One token of capitals: letters or a word."""
    if word in SPELLED:
        return SPELLED[word]
    if word in WORDS:
        return word.capitalize()
    if headline:
        if word in LETTERWISE and word.lower() not in COMMON:
            return spell(word)
        if word in ("US",):
            return spell(word)
        if not any(c in _VOWELS for c in word) or (
            len(word) <= 4 and word.lower() not in COMMON and _BLENDS.search(word)
        ):
            return spell(word)
        return word.lower() if word.lower() in COMMON else word.capitalize()
    if word in LETTERWISE:
        return spell(word)
    if word.lower() in COMMON:
        return word.lower()
    if len(word) <= 3 or not pronounceable(word):
        return spell(word) if len(word) <= 6 else word.capitalize()
    return word.capitalize()


_ANNOUNCES = re.compile(
    r"\s(?:SAYS|WARNS|DECLARES|URGES|CALLS|CONFIRMS|ANNOUNCES|APPROVES|REPORTS|CHIEF|EXPERTS?|HEAD|STUDY|DATA|TO)\b"
)


def _is_fund(m: re.Match[str], here: Here) -> bool:
    """A political action committee, said as a word; Britain's Public Accounts Committee is not."""
    return not here.british or here.before(m.start()).lower() == "super"


def _capitals(m: re.Match[str], here: Here) -> Said | None:
    word, tail = m["w"], m["s"] or ""
    headline = here.headline or _between_capitals(m, here)
    if word == "WHO" and headline and "?" not in here.text and _ANNOUNCES.match(here.text, m.end()):
        return whole(m, spell(word))
    if m["short"]:  # DON'T, THEY'RE
        return whole(m, (word + m["short"]).lower().replace("’", "'"))
    if word == "VS" and here.before(m.start()).islower():
        return whole(m, spell(word) + ("'s" if tail else ""))
    words = "Pac" if word == "PAC" and _is_fund(m, here) else say_capitals(word, headline)
    if tail:
        apostrophe = "'" if words[-1].isupper() or len(tail) > 1 else ""
        words += f"{apostrophe}s"
    if m["plus"]:
        words += " plus"
    return whole(m, words)


_CAPS_BEFORE = re.compile(r"(?:^|[^\w])([A-Z]{2,}|A|I)[\s,:'’]+$")
_CAPS_AFTER = re.compile(r"[\s,:]{1,4}([A-Z]{2,30}|A|I)(?![\w])")


def _between_capitals(m: re.Match[str], here: Here) -> bool:
    """Capitals on both sides, or on one side a common word in capitals: shouting, not an acronym."""
    text = here.text
    before = _CAPS_BEFORE.search(text, max(0, m.start() - 24), m.start())
    after = _CAPS_AFTER.match(text, m.end())
    near = [x.group(1) for x in (before, after) if x]
    return any(_shouted(word) for word in near)


def _shouted(word: str) -> bool:
    if word.lower() in COMMON:
        return word not in ("I", "A", "IT", "US")  # these are letters as often
    return len(word) > 3 and word not in WORDS and word not in LETTERWISE and pronounceable(word)


def _initials(m: re.Match[str], here: Here) -> Said | None:
    """ "U.S.", "J.K.", "D.C.": letters; the possessive too."""
    words = spell(m["w"])
    if m["s"]:
        words += "'s"
    return whole(m, words)


def _mixed(m: re.Match[str], here: Here) -> Said | None:
    """ "ChatGPT", "iPhone", "YouTube": capitals inside a word."""
    word = m.group()
    if word in MIXED:
        return whole(m, MIXED[word])
    parts = re.findall(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]{2,}(?![a-z])|[A-Z]?[a-zà-öø-ÿ]+|[A-Z]+", word)
    if "".join(parts) != word or len(parts) < 2:
        return None
    caps = [p for p in parts if p.isupper() and len(p) > 1]
    if not caps:
        return None
    if len(parts) == 2 and parts[1].islower() and len(parts[1]) <= 2:
        return None
    return whole(m, " ".join(say_capitals(p, False) if p.isupper() and len(p) > 1 else p for p in parts))


def code_number(text: str) -> str:
    """Figures in a name: A380 → "three eighty", M25 → "twenty-five", t2000 → "two thousand"."""
    if text[0] == "0" and len(text) > 1:
        return digits(text)
    if len(text) <= 2:
        return cardinal(int(text))
    if len(text) == 3:
        return cardinal(int(text)) if text[1:] == "00" else pairs(text)
    if len(text) == 4:
        if text[:2] in ("19", "20"):
            return year(int(text))
        if text.endswith("00"):
            return cardinal(int(text), False) if text.endswith("000") else pairs(text)
    if len(text) == 5 and text.endswith("00"):
        return cardinal(int(text), False)
    return digits(text)


def _decimals(text: str) -> str:
    head, _, tail = text.partition(".")
    return f"{code_number(head)} point {digits(tail)}" if tail else code_number(head)


_SHORT_WORDS = words_of("AS IT IS AM BE DO GO HE ME NO SO UP US WE MY OR IN ON OF AT BY TO AN")
"""Words that are letters before a figure: AS33, IT2."""
_CODES = {"WW2": "World War Two", "WW1": "World War One"}
_CODE_PART = re.compile(r"[A-Za-z]+|\d+(?:\.\d+)?|\+")


def _code(m: re.Match[str], here: Here) -> Said | None:
    """ "F-35", "H5N1", "SARS-2", "M6", "CO2", "A321sam", "B-52s", "iPhone16"."""
    text = m["code"]
    if text in _CODES:
        return whole(m, _CODES[text])
    parts = _CODE_PART.findall(text)
    said = []
    for i, part in enumerate(parts):
        if part[0].isdecimal():
            said.append(_decimals(part))
        elif part == "+":
            said.append("plus")
        elif part.isupper():
            said.append(
                part if len(part) == 1 else spell(part) if part in _SHORT_WORDS else say_capitals(part, False)
            )
        elif re.fullmatch("[A-Z]{2,5}v", part):  # IKEv2
            said.append(f"{say_capitals(part[:-1], False)} V")
        elif mixed := re.fullmatch("([A-Z]{3,6})([a-z]{2,6})", part):  # SREcon26
            said.append(f"{say_capitals(mixed[1], False)} {mixed[2]}")
        elif len(part) == 1 and i:
            said.append(part.upper() if part != "s" else "s")
        else:
            said.append(part)
    words = " ".join(said)
    if m["plural"]:
        figures = words[-1].islower() and parts[-1][0].isdecimal()
        words = plural(words) if figures and m["plural"] == "s" else f"{words}'s"
    return whole(m, words)


def _under(m: re.Match[str], here: Here) -> Said | None:
    words = cardinal(int(m["n"]))
    return whole(m, f"under {plural(words) if m['s'] else words}")


def _amp(m: re.Match[str], here: Here) -> Said | None:
    left, right = m["l"], m["r"]
    words = f"{spell(left)} and {spell(right)}"
    if m["s"]:
        words += "'s"
    return whole(m, words)


def _single(m: re.Match[str], here: Here) -> Said | None:
    word = m["w"]
    if word == "A" and here.headline and here.before(m.start()).isupper() and here.after(m.end()):
        return whole(m, "a")
    if m["dot"] and not here.text[m.end() : m.end() + 2].lstrip()[:1].isupper():
        return Said(((word, m.start("w"), m.end("w")),), m.end("w"))
    words = word + ("'s" if m["s"] else "")
    return whole(m, words)


def _clauses(m: re.Match[str], here: Here) -> Said | None:
    """ "401(k)", "501(c)(3)", "A1(M)": a number and what its brackets single out."""
    parts = re.findall(r"\d+|[A-Za-z]+", m.group().removesuffix(m["s"] or ""))
    said = [
        code_number(p) if p.isdecimal() else p.upper() if len(p) == 1 else say_capitals(p.upper(), False)
        for p in parts
    ]
    return whole(m, " ".join(said) + ("'s" if m["s"] else ""))


_END = r"(?![^\W_])"


def _formula(m: re.Match[str], here: Here) -> Said | None:
    """ "CO₂", "H₂O": letters and their numbers."""
    parts = re.findall(r"[A-Z][a-z]?|[₀-₉]+", m.group())
    said = [spell(p) if p[0].isalpha() else cardinal(int(p.translate(_SUBSCRIPT))) for p in parts]
    return whole(m, " ".join(said))


_COMPOUNDS = (
    "NaCl|KCl|CO2|NO2|SO2|H2O|CH4|N2O|NH3|H2S|O2|O3|N2|H2|SF6|UF6|H2SO4|HNO3|HCl|NaOH|CaCO3|C2H5OH|TiO2|SiO2|"
    "Al2O3"
)
"""What is written with plain figures; others would be models and codes."""


def _compound(m: re.Match[str], here: Here) -> Said | None:
    parts = re.findall(r"[A-Z][a-z]?|\d+", m["w"])
    said = [spell(p) if p[0].isalpha() else cardinal(int(p)) for p in parts]
    return whole(m, " ".join(said) + (" E" if m["e"] else ""))


_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def _isotope(m: re.Match[str], here: Here) -> Said | None:
    """ "¹⁴C"."""
    return whole(m, f"{spell(m['w'])} {code_number(m['n'].translate(_RAISED))}")


def _ticker(m: re.Match[str], here: Here) -> Said | None:
    """ "NASDAQ: AAPL": an exchange and letters."""
    place = say_capitals(m["x"].upper(), False)
    return pieces(m, (place, "x"), (spell(m["t"]), "t"))


def _version(m: re.Match[str], here: Here) -> Said | None:
    """ "v1.0.4"."""
    return whole(m, "version " + " point ".join(cardinal(int(p)) for p in m["n"].split(".")))


def _variant(m: re.Match[str], here: Here) -> Said | None:
    """ "XBB.1.5", "BA.2.86": a lineage; "NO.1" is a number's short form."""
    letters, *figures = m.group().split(".")
    if len(figures) < 2 and letters not in ("JN", "KP", "LP", "BA", "BQ", "XEC", "XFG", "NB", "EG", "P"):
        return None
    said = [cardinal(int(f)) if len(f) == 1 else digits(f) for f in figures]
    return whole(m, " point ".join([spell(letters), *said]))


def _zone(m: re.Match[str], here: Here) -> Said | None:
    """ "UTC-5", "GMT+1"."""
    sign = "plus" if m["sign"] == "+" else "minus"
    return whole(m, f"{spell(m['z'])} {sign} {cardinal(int(m['n']))}")


def _sharp(m: re.Match[str], here: Here) -> Said | None:
    return whole(m, f"{m['w']} sharp")


_SUBSCRIPT = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")


def _ion(m: re.Match[str], here: Here) -> Said | None:
    """ "Na⁺", "Ca²⁺"."""
    charge = cardinal(int(m["n"].translate(_RAISED))) + " " if m["n"] else ""
    return whole(m, f"{spell(m['w'])} {charge}{'plus' if m['sign'] == '⁺' else 'minus'}")


IONS = (Rule(r"(?P<w>[A-Z][a-z]?)(?P<n>[²³⁴])?(?P<sign>[⁺⁻])(?![\w⁰¹²³⁴-⁹])", _ion),)
ISOTOPES = (Rule(r"(?P<n>[¹²³⁰⁴-⁹]{1,3})(?P<w>[A-Z][a-z]?)(?![^\W_])", lambda m, here: _isotope(m, here)),)
FORMULAS = (
    Rule(r"[A-Z]{1,3}(?:\.\d{1,3}){1,4}(?![\w]|\.\w)", _variant),
    Rule(rf"(?P<w>{_COMPOUNDS})(?P<e>e)?(?![\w-])", _compound),
    Rule(
        r"(?P<x>NYSE|NASDAQ|Nasdaq|LSE|AMEX|TSX|ASX|OTC|OTCMKTS|HKEX|NSE|BSE|TSE|LON)(?:\s?:\s?)(?P<t>[A-Z]{1,6}(?:\.[A-Z])?)(?!\w)",
        _ticker,
    ),
    Rule(r"v(?P<n>\d{1,3}(?:\.\d{1,4}){2,3})(?!\w|\.\w)", _version),
    Rule(r"(?P<z>UTC|GMT)(?P<sign>[-−–+])(?P<n>\d{1,2})(?![\w:])", _zone),
    Rule(r"(?:[A-Z][a-z]?){1,8}[₀-₉](?:[A-Z][a-z]?|[₀-₉]){0,20}", _formula),
    Rule(r"(?P<w>[A-GJ])[#♯](?!\w)", _sharp),
)
BRACKETED = (
    Rule(r"\d{1,4}(?:\([A-Za-z0-9]\))+(?P<s>['’]?s\b)?", _clauses),
    Rule(r"[A-Z]{1,2}\d{1,3}\([A-Z]\)(?P<s>(?!))?", _clauses),
)
_TITLE_WORDS = {
    "MR": "Mister", "MRS": "Misses", "MS": "Miz", "DR": "Doctor", "SEN": "Senator", "REP": "Representative",
    "GOV": "Governor", "GEN": "General", "COL": "Colonel", "CAPT": "Captain", "LT": "Lieutenant", "SGT":
    "Sergeant",
    "REV": "Reverend", "PROF": "Professor", "HON": "Honorable", "ST": "Saint", "JR": "Junior", "SR": "Senior",
    "SUPT": "Superintendent", "DET": "Detective", "AMB": "Ambassador",
}  # fmt: skip
_NEWS = words_of("US UK EU UN API FAQ TLDR NB PS ETA WHO")


def _speaker(m: re.Match[str], here: Here) -> Said | None:
    """ "BOB:", "MR. DOE:", "THE COURT:": who speaks, in a transcript."""
    before = here.text[max(0, m.start() - 2) : m.start()]
    if before.strip() and before.strip()[-1] not in '.?!”"':
        return None
    tokens = m.group().replace(".", "").split()
    only = tokens[0] if len(tokens) == 1 else ""
    if only and (only in LETTERWISE or only in _NEWS or not (len(only) == 3 or pronounceable(only))):
        return None
    said, at = [], m.start()
    for token in tokens:
        start = here.text.index(token, at)
        at = start + len(token)
        words = _TITLE_WORDS.get(token)
        if words is None:
            spelt = (token in LETTERWISE and len(tokens) > 1) or len(token) == 1 or not _VOWELS & set(token)
            words = (
                spell(token) if spelt else token.lower() if token.lower() in COMMON else token.capitalize()
            )
        at += here.text[at : at + 1] == "."
        said.append((words, start, at))
    return Said(tuple(said), m.end())


def _set_in(m: re.Match[str], here: Here) -> Said | None:
    """ "INT. KITCHEN", "EXT.": a screenplay's scene."""
    said = {"INT": "interior", "EXT": "exterior"}
    return whole(m, " ".join(said[part] for part in re.findall("INT|EXT", m.group())))


def _elided(m: re.Match[str], here: Here) -> Said | None:
    """ "through th' door"."""
    return whole(m, "thuh")


SPEAKERS = (
    Rule(r"[Tt]h['’](?=\s[a-z])", _elided),
    Rule(r"(?:[A-Z][A-Z'’-]{0,20}\.?\s){0,3}[A-Z][A-Z'’-]{1,20}(?=:\s)", _speaker),
    Rule(r"(?:INT|EXT)\.(?:/(?:INT|EXT)\.)?(?=\s[A-Z]{2})", _set_in),
)
AMP = (Rule(rf"(?P<l>[A-Z]{{1,2}})\s?&\s?(?P<r>[A-Z]{{1,2}})(?P<s>['’]?s)?{_END}", _amp),)
_SIZE = r"(?:\d?X{1,3}[SL]|[SML])"


def _sizes(m: re.Match[str], here: Here) -> Said | None:
    """ "2XS-4XL"."""
    if "X" not in m.group():
        return None
    a, b = (" ".join(cardinal(int(c)) if c.isdecimal() else c for c in m[g]) for g in "ab")
    return whole(m, f"{a} to {b}")


SIZES = (Rule(rf"(?P<a>{_SIZE})\s?[-–]\s?(?P<b>{_SIZE})(?![\w-])", _sizes),)
CODES = (
    Rule(r"U-?(?P<n>1\d|2[0-3])(?P<s>s)?\b", _under),
    Rule(
        rf"(?P<code>[A-Za-z]{{1,6}}-?\d{{1,12}}(?:\.\d{{1,6}})?"
        rf"(?:(?!s(?![^\W_]))[A-Za-z]{{1,6}}(?:\d{{1,12}}|(?=(?:['’]?s)?(?![^\W_])))){{0,8}})"
        rf"(?P<plural>['’]?s(?=\W|$))?{_END}",
        _code,
    ),
)
CAPITALS = (
    Rule(rf"(?P<w>(?:[A-Za-z]\.){{2,}}[A-Z]?|(?:[A-Z]\.)+[A-Z])(?P<s>['’]?s)?{_END}", _initials),
    Rule(
        rf"(?P<w>[A-Z]{{2,}})(?:(?P<s>['’][sS]|s)|(?P<short>['’](?:T|RE|VE|LL|M|D)))?(?P<plus>\+)?{_END}(?!['’]\w)",
        _capitals,
    ),
    Rule(r"[^\W\d_]{1,60}(?![^\W\d_])", _mixed),
    Rule(rf"(?P<w>[A-Z])(?P<dot>\.(?=\s|$))?(?P<s>['’]s)?{_END}(?!['’][^\W_])", _single),
)
