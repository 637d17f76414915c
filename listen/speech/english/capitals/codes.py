"""Letters with figures that are a name: "H5N1", "B-52s", "v1.0.4", "401(k)", "UTC-5", "Z/28"."""

from __future__ import annotations

from listen.speech.english.capitals.acronyms import COMMON, MIXED
from listen.speech.english.capitals.spelling import say_capitals, spell
from listen.speech.numbers import cardinal, digits, pairs, plural, roman, year
from listen.speech.rules import Here, Rule, Said, pieces, table, whole
from listen.speech.rules import words as words_of
from listen.speech.writing import patterns as re


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

_SIGHS = words_of("AH OH EH HA HO")
"""Words that are letters before a hyphen and a figure: AH-64."""

_ISSUES = words_of("ii iii iv vi vii viii II III IV VI VII VIII")
"""Numerals behind a model's figures."""
_LOWER = words_of("usb gpu cpu api ipv utf amd")
"""Initialisms that programs write small."""
_NO_ONSET = re.compile(
    r"[^AEIOUY]{2}(?<![BCFGKP][LR])(?<![DT]R)(?<!WR)(?<!S[CHKLMNPQTW])(?<![CPSTW]H)|[^AEIOUY]{3}"
)
"""What no word begins with."""
_VOICED = frozenset("aeiouy")

_CODES = {
    "SpO2": "S P O two",
    "HbA1c": "H B A one C",
    "WW2": "World War Two",
    "WW1": "World War One",
    "SP500": "S and P five hundred",
    "RAV4": "Rav four",
    "J1772": "J seventeen seventy-two",
}
_CODES |= {f"PAC-{n}": f"Pac {cardinal(n)}" for n in (8, 10, 12)}

_CODE_PART = re.compile(r"[A-Za-z]+|\d+(?:\.\d+)?|\+")


_TO_BE_SPELT = re.compile(r"[A-Z]{4}\d{3,5}[A-Z]{1,3}(?:\d{1,2}[A-Z]{0,2})?")
"""What goods are ordered by: letters, figures and letters."""


def _code(m: re.Match[str], here: Here) -> Said | None:
    """ "F-35", "H5N1", "SARS-2", "M6", "CO2", "A321sam", "B-52s", "iPhone16"."""
    text = m["code"]
    if text in _CODES:
        return whole(m, _CODES[text] + (m["plural"] or "").replace("’", "'"))
    parts = _CODE_PART.findall(text)
    said = []
    for i, part in enumerate(parts):
        if part[0].isdecimal():
            said.append(_decimals(part))
        elif part == "+":
            said.append("plus")
        elif len(part) == 4 and i == 0 and _TO_BE_SPELT.fullmatch(text) and part.lower() not in COMMON:
            said.append(spell(part))  # ELFE7637AT
        elif part.isupper() and len(part) > 5 and _NO_ONSET.match(part):
            said.append(spell(part))  # SC4KBLADAI
        elif part in _ISSUES and i and parts[i - 1][-1].isdecimal():
            said.append(cardinal(roman(part.upper())))  # QC35ii, RX100VII
        elif re.fullmatch("[A-Z](?:II|III|IV)", part) and i:
            said.append(f"{part[0]} {cardinal(roman(part[1:]))}")  # A7RIII
        elif part == "SOC" and text in ("SOC1", "SOC2", "SOC3", "SOC-2"):
            said.append("Sock")  # reports of auditors
        elif part.isupper():
            said.append(
                part
                if len(part) == 1
                else spell(part)
                if part in _SHORT_WORDS or (part in _SIGHS and "-" in text)
                else say_capitals(part, False)
            )
        elif re.fullmatch("[A-Z]{2,5}v", part):  # IKEv2
            said.append(f"{say_capitals(part[:-1], False)} V")
        elif mixed := re.fullmatch("([A-Z]{3,6})([a-z]{2,6})", part):  # SREcon26
            said.append(f"{say_capitals(mixed[1], False)} {mixed[2]}")
        elif part in _LOWER or (part.islower() and 1 < len(part) < 4 and not _VOICED & set(part)):
            said.append(spell(part))  # usb3, rs232
        elif len(part) == 2 and part.islower() and i + 1 == len(parts) and parts[i - 1][-1].isdecimal():
            said.append(spell(part))  # XM2we
        elif len(part) == 1 and (i or part == "a"):  # an a6400 is no article
            said.append(part.upper() if part != "s" else "s")
        else:
            said.append(MIXED.get(part, part))  # LLaMA-3
    words = " ".join(said)
    if m["plural"]:
        figures = words[-1].islower() and parts[-1][0].isdecimal()
        words = plural(words) if figures and m["plural"] == "s" else f"{words}'s"
    return whole(m, words)


_TEAMS = re.compile(
    r"\b(?:[Pp]layers?|[Tt]eams?|[Ss]quads?|[Ss]easons?|[Aa]cadem(?:y|ies)|[Ll]eagues?|[Ff]ootball|[Cc]lubs?|[Cc]oach\w{0,3}|[Ll]oans?"
    r"|[Kk]ids|[Ll]evel|[Mm]atch(?:es)?|[Bb]oys|[Gg]irls|[Cc]ups?|[Uu]/?\d\ds)\b"
)


def _under(m: re.Match[str], here: Here) -> Said | None:
    if m.group()[:1] == "u" and "/" not in m.group() and not m["s"] and not _TEAMS.search(here.text):
        return None  # a part on a board
    words = cardinal(int(m["n"]))
    return whole(m, f"under {plural(words) if m['s'] else words}")


def _clauses(m: re.Match[str], here: Here) -> Said | None:
    """ "401(k)", "501(c)(3)", "A1(M)": a number and what its brackets single out."""
    parts = re.findall(r"\d+|[A-Za-z]+", m.group().removesuffix(m["s"] or ""))
    said = [
        (pairs(p) if len(p) == 4 and not p.endswith("00") else code_number(p))
        if p.isdecimal()
        else p.upper()
        if len(p) == 1
        else say_capitals(p.upper(), False)
        for p in parts
    ]
    return whole(m, " ".join(said) + ("'s" if m["s"] else ""))


_END = r"(?![^\W_])"


def _ticker(m: re.Match[str], here: Here) -> Said | None:
    """ "NASDAQ: AAPL": an exchange and letters."""
    place = say_capitals(m["x"].upper(), False)
    return pieces(m, (place, "x"), (spell(m["t"]), "t"))


def _version(m: re.Match[str], here: Here) -> Said | None:
    """ "v1.0.4", "v2.0.0-rc.1"."""
    said = "version " + " point ".join(cardinal(int(p), here.british) for p in m["n"].split("."))
    tag = m["tag"] or m["tied"]
    if tag:
        said += f" {tag.upper() if len(tag) < 3 else tag}"
    return whole(m, f"{said} {cardinal(int(m['k']))}" if m["k"] else said)


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


BRACKETED = (
    Rule(r"\d{1,4}(?:\([A-Za-z0-9]\))+(?P<s>['’]?s\b)?", _clauses),
    Rule(r"[A-Z]{1,2}\d{1,3}\([A-Z]\)(?P<s>(?!))?", _clauses),
)


def _parts(m: re.Match[str], here: Here) -> Said | None:
    """ "zones 4b–9a", "figs. 2a–c": from a part with a letter to another."""
    a, b = int(m["a"]), int(m["b"] or m["a"])
    if a > b or m["x"] == m["y"]:
        return None
    upper = f"{cardinal(b)} " if m["b"] else ""
    return whole(m, f"{cardinal(a)} {m['x'].upper()} to {upper}{m['y'].upper()}")


def _driven(m: re.Match[str], here: Here) -> Said | None:
    """ "4WD", "2WDs": by how many wheels."""
    return whole(m, f"{cardinal(int(m['n']))} wheel drive{m['s'] or ''}")


TIED = (
    Rule(r"(?P<n>[24])WD(?P<s>s)?(?![\w-])", _driven),
    Rule(r"(?P<n>36[05]|911|247)(?=[A-Z][a-z]{2})", lambda m, h: whole(m, pairs(m["n"]))),  # 360West
    Rule(r"(?P<n>[1-9][05]00)(?=HD(?![\w-]))", lambda m, h: whole(m, pairs(m["n"]))),  # a truck: 3500HD
    Rule(r"(?P<a>\d{1,3})(?P<x>[a-h])\s?[-–]\s?(?P<b>\d{1,3})?(?P<y>[a-h])(?![\w-])", _parts),
)


def _type(m: re.Match[str], here: Here) -> Said | None:
    """ "Z/28", "OS/2", "AS/400": letters and a number that a stroke parts in writing only."""
    return whole(m, f"{spell(m['w'])} {code_number(m['n'])}{' Hana' if m['hana'] else ''}")


TYPES = (
    Rule(r"IN(?<=\d-IN)(?=-\d)", lambda m, h: whole(m, "in")),  # a 20-IN-1 maker
    Rule(  # a VAX-11/780
        r"(?P<w>PDP|VAX)-(?P<n>\d{1,2})/(?P<k>\d{2,3})(?!\w)",
        lambda m, h: whole(m, f"{spell(m['w'])} {code_number(m['n'])} {code_number(m['k'])}"),
    ),
    Rule(r"(?P<w>S)/(?P<n>3[6-9]0|4(?=HANA))(?P<hana>HANA)?(?!\w)", _type),
    Rule(r"(?P<w>[A-RT-Z]|[A-Z]{2})/(?P<n>\d{1,3}|[1-9]000)(?P<hana>(?!))?(?![\w/-]|[.,]\d|\s?km\b)", _type),
)
_HASH = (
    r"(?=[0-9a-f]{0,14}(?:\d[a-f]|[a-f]\d)[0-9a-f]{0,14}(?:\d[a-f]|[a-f]\d))(?=[0-9a-f]{0,14}\d[0-9a-f]{0,14}\d)"
    r"[0-9a-f]{7,15}(?!\w)"
)
HASHES = (
    Rule(r"2[,-]4-?D(?!\w)", lambda m, h: whole(m, "two four D")),  # against weeds
    Rule(
        _HASH, lambda m, h: whole(m, " ".join(digits(c) if c.isdecimal() else c.upper() for c in m.group()))
    ),
)
"""The beginning of a hash, as versions of programs are called by: "9fceb02"."""
CODES = (
    Rule(
        r"S(?P<s>\d{1,2})\s?E(?P<e>\d{1,2})(?!\w)",
        lambda m, h: whole(m, f"season {cardinal(int(m['s']))}, episode {cardinal(int(m['e']))}"),
    ),
    Rule(r"(?P<w>[A-Z])-(?=\d{1,3}(?:st|nd|rd|th)\b)", lambda m, h: whole(m, m["w"])),
    Rule(
        r"(?P<w>[a-z]{2,8})?[Kk]8s(?!\w)", lambda m, h: whole(m, f"{m['w'] or ''} K eight S".strip())
    ),  # microk8s
    Rule(
        r"(?P<a>[HGXQT])\.(?P<n>\d{2,3})(?!\w|\.\d)", lambda m, h: whole(m, f"{m['a']} {code_number(m['n'])}")
    ),
    Rule(r"U-?(?P<n>1\d|2[0-3])(?P<s>s)?\b", _under),
    Rule(r"(?P<code>[A-Z]{1,4}-?\d{1,4}[A-Z]{1,3})(?P<plural>s)(?![^\W_])", _code),  # Q2Us
    Rule(
        rf"(?P<code>[A-Za-z]{{1,6}}-?\d{{1,12}}(?:\.\d{{1,6}})?"
        rf"(?:(?!s(?![^\W_]))[A-Za-z]{{1,8}}(?:\d{{1,12}}|(?=(?:['’]?s)?(?![^\W_])))){{0,8}})"
        rf"(?P<plural>['’]?s(?=\W|$))?{_END}",
        _code,
    ),
)


def _flaw(m: re.Match[str], here: Here) -> Said | None:
    """ "CVE-2024-49112": the year and the number in it, by its figures."""
    n = pairs(m["n"]) if len(m["n"]) == 4 else digits(m["n"])
    return whole(m, f"C V E {year(int(m['y']))} {n}")


STYLED = table(
    """
    will.i.am=will I am | ATT&CK=attack | P!nk=Pink | Ke$ha=Kesha | A$AP=A sap | deadmau5=dead mouse |
    Se7en=Seven | m.A.A.d=mad | RE/MAX=Re Max
    """
)
"""Names that are written with signs and figures for letters."""


def _issue(m: re.Match[str], here: Here) -> Said | None:
    """ "mkII", "GMii": a model's next issue."""
    word = "mark" if m["w"].lower() == "mk" else say_capitals(m["w"], False)
    return whole(m, f"{word} {cardinal(roman(m['n'].upper()))}")


_SIZE_NAMES = {"xlarge": "X large"}
_NO_LETTERS = words_of("Pt St Dr Mr Ms Jr Sr Ft Mt Lt Th Wh Sh")
"""Two letters before a figure that are short for a word, or begin one."""


def _lettered_model(m: re.Match[str], here: Here) -> Said | None:
    """ "the Px7", "a Gx9": two letters that no word is made of."""
    if m["l"] in _NO_LETTERS or _ELEMENTS.fullmatch(m["l"]):
        return None
    return whole(m, f"{spell(m['l'].upper())} {code_number(m['n'])}")


_ELEMENTS = re.compile(
    "Mg|Cl|Br|Zn|Mn|Cr|Sn|Pb|Pd|Pt|Rb|Sr|Tc|Tl|Cs|Cd|Hf|Hg|Ts|Fl|Fm|Md|Lr|Rf|Db|Sb|Sc|Tb|Tm|Yb|Nb|Nd|Np|Gd|Rn|Ds|Cn|Mc|Lv"
)
NAMED = (
    Rule(  # a machine that is rented: c6i.8xlarge
        r"(?P<w>[a-z]{1,3})(?P<g>\d{1,2})(?P<x>[a-z]{0,3})\.(?P<n>\d{1,2})?"
        r"(?P<s>nano|micro|small|medium|large|xlarge|metal)(?!\w)",
        lambda m, h: whole(
            m,
            " ".join(
                (
                    *m["w"].upper(),
                    cardinal(int(m["g"])),
                    *m["x"].upper(),
                    "dot",
                    *((cardinal(int(m["n"])),) if m["n"] else ()),
                    _SIZE_NAMES.get(m["s"], m["s"]),
                )
            ),
        ),
    ),
    Rule(r"PEP(?=\s\d{1,4}(?!\d))", lambda m, h: whole(m, "pep")),  # of Python
    Rule(r"ID\.(?P<n>[3-7])(?!\w|[.,]\d)", lambda m, h: whole(m, f"I D {cardinal(int(m['n']))}")),  # VW's
    Rule(r"M\.2(?![\w.]\w|\w)", lambda m, h: whole(m, "M dot two")),  # a slot of computers
    Rule(
        r"(?P<t>BRK|BF|RDS|MOG|HEI|LEN|LGF|CRD|GEF|STZ)[./-](?P<x>[AB])(?!\w|\.\w)",
        lambda m, h: whole(m, f"{spell(m['t'])} {m['x']}"),
    ),  # a class of shares
    Rule(r"(?P<w>[mM][kK])(?P<n>ii|iii|iv|II|III|IV)(?![^\W_])", _issue),
    Rule(r"(?P<w>[A-Z]{2,3})(?P<n>ii|iii|iv)(?![^\W_])", _issue),
    Rule(r"SP(?=\s[456]00(?![\w,.]\d|\w))", lambda m, h: whole(m, "S and P")),
    Rule(r"Il-?(?P<n>\d{2,3})(?!\w)", lambda m, h: whole(m, f"I L {code_number(m['n'])}")),  # Ilyushin's
    Rule(r"[uU]/(?P<n>\d{1,2})(?P<s>s)?(?!\w)", _under),
    Rule(r"u(?!16(?!['’s]))(?P<n>1[5-9]|2[0-3])(?P<s>['’]?s)?(?!\w)", _under),
    Rule(r"(?P<l>[A-Z][bcdfghjklmnpqrstvwxz])(?P<n>[1-9]\d{0,3})(?![^\W_]|[.,]\d)", _lettered_model),
    Rule(
        r"(?P<c>[RG]TX|RX)(?P<n>[1-9]\d{3})(?=Ti|XTX?|S(?:uper|UPER)|\W|\Z)",
        lambda m, h: whole(m, f"{spell(m['c'])} {pairs(m['n'])}"),  # RTX3070
    ),
    Rule("|".join(re.escape(name) for name in STYLED), lambda m, h: whole(m, STYLED[m.group()])),
    Rule(
        r"(?P<a>[A-Z][a-z]?)\$(?P<b>[a-z]{1,10})(?![\w$(])", lambda m, h: whole(m, f"{m['a']}s{m['b']}")
    ),  # the E$timate
    Rule(r"CVE-(?P<y>(?:19|20)\d\d)-(?P<n>\d{4,7})(?![\w-])", _flaw),
    Rule(r"[A-Z]{1,3}(?:\.\d{1,3}){1,4}(?![\w]|\.\w)", _variant),
    Rule(
        r"(?P<x>NYSE|NASDAQ|Nasdaq|LSE|AMEX|TSX|ASX|OTC|OTCMKTS|HKEX|NSE|BSE|TSE|LON)(?:\s?:\s?)(?P<t>[A-Z]{1,6}(?:\.[A-Z])?)(?!\w)",
        _ticker,
    ),
    Rule(
        r"v(?P<n>\d{1,3}(?:\.\d{1,4}){2,3}|\d{1,2}\.(?:\d|[1-9]\d))(?:(?:-(?P<tag>alpha|beta|rc|dev|pre|preview)"
        r"|(?P<tied>rc|beta|alpha|[a-c]))\.?(?P<k>\d{1,3})?)?(?!\w|\.\w)",
        _version,
    ),
    Rule(r"(?P<z>UTC|GMT)(?P<sign>[-−–+])(?P<n>\d{1,2})(?![\w:])", _zone),
    Rule(r"(?P<w>[A-GJQ])[#♯](?!\w)", _sharp),
)
