"""Ordinals in figures, and short forms behind them: "3rd", "20th-21st", "1er", "T-3rd", "3rd Bn."."""

from __future__ import annotations

from listen.speech.english.capitals.acronyms import COMMON
from listen.speech.numbers import cardinal, decimal, digits, ordinal, plural
from listen.speech.rules import Here, Rule, Said, table, whole
from listen.speech.writing import patterns as re

_SUFFIXES = {"1": "st", "2": "nd", "3": "rd"}


def _ordinal(m: re.Match[str], here: Here) -> Said | None:
    n, suffix = m["n"].replace(",", ""), m["s"].lower()
    right = "th" if n[-2:] in ("11", "12", "13") else _SUFFIXES.get(n[-1], "th")
    if suffix == "st" and suffix != right and here.british:
        return whole(m, f"{cardinal(int(n))} stone")
    if suffix != right:
        return whole(m, f"{cardinal(int(n), here.british)} {suffix}")
    words = ordinal(int(n), here.british)
    following = _ORDINAL_AFTER.match(here.text, m.end())
    if following and int(following["n"]) > int(n) and not m["many"]:  # 20th-21st century
        return Said(((f"{words} to", m.start(), following.end("dash")),), following.end("dash"))
    return whole(m, plural(words) if m["many"] else words)


_ORDINAL_AFTER = re.compile(r"(?P<dash>[-–]|\s[-–]\s)(?P<n>\d{1,3})(?:st|nd|rd|th)(?![\w-])")


def _french(m: re.Match[str], here: Here) -> Said | None:
    """ "le 1er mai"."""
    return whole(m, {"1er": "premier", "1re": "première", "1ère": "première", "2nde": "seconde"}[m.group()])


def _french_ordinal(m: re.Match[str], here: Here) -> Said | None:
    """ "the 5ème République": an English voice says an English ordinal."""
    return whole(m, ordinal(int(m["n"]), here.british))


def _tied(m: re.Match[str], here: Here) -> Said | None:
    """ "T-3rd", in a list of results."""
    return whole(m, f"tied for {ordinal(int(m['n']), here.british)}")


def _row(m: re.Match[str], here: Here) -> Said | None:
    """ "1st/2nd/3rd place"."""
    return whole(m, ", ".join(ordinal(int(n), here.british) for n in re.findall(r"\d+", m.group())))


_FOLLOWING = table(
    """
    Bn=Battalion | Bde=Brigade | Regt=Regiment | Rgt=Regiment | Div=Division | Sqn=Squadron | Sqdn=Squadron |
    Inf=Infantry | Cav=Cavalry | Bty=Battery | Plt=Platoon | Cong=Congress | Sess=Session | ed=edition |
    Mtn=Mountain | Abn=Airborne | Armd=Armored | fl=floor | flr=floor | min=minute |
    qtr=quarter | gen=generation | pl=place | grd=grade
    """
)
"""What is short right behind an ordinal."""


_SHORT = "|".join(sorted(_FOLLOWING, key=len, reverse=True))


def _behind(m: re.Match[str], here: Here) -> Said | None:
    """ "3rd Bn.", "4th fl.", "2d ed."."""
    n = m["n"].replace(",", "")
    words = [(_FOLLOWING[m["w"]], m.start("w"), m.end())]
    if m["first"]:
        words.insert(0, (_FOLLOWING[m["first"]], m.start("first"), m.start("w") - 1))
    return Said(((ordinal(int(n), here.british), m.start(), m.end("s")), *words), m.end())


def _between(m: re.Match[str], here: Here) -> Said | None:
    """ "the 99.9th percentile": the part's last figure is the ordinal's."""
    first, last = m["part"][:-1], m["part"][-1]
    head = f"{cardinal(int(m['n']), here.british)} point"
    tail = ordinal(int(last)) if last != "0" else "zeroth"
    return whole(m, " ".join([head, *(digits(c) for c in first), tail]))


def _glued(m: re.Match[str], here: Here) -> Said | None:
    """ "1stDibs", "21stCentury": a name that begins with an ordinal; no "3rds", no "5things"."""
    n, suffix, rest = m["n"], m["s"], m["rest"]
    right = "th" if n[-2:] in ("11", "12", "13") else _SUFFIXES.get(n[-1], "th")
    if suffix != right or (suffix + rest).lower() in COMMON or (suffix == "th" and rest.islower()):
        return None
    return whole(m, f"{ordinal(int(n), here.british)} {rest}")


_END = r"(?![^\W_])"
TIED = (Rule(rf"T-?(?P<n>\d{{1,3}})(?:st|nd|rd|th){_END}", _tied),)
SHARERS = Rule(
    rf"(?P<n>\d{{1,2}}(?:\.\d)?)\s?%\s?er(?P<s>s)?{_END}",
    lambda m, h: whole(m, f"{decimal(m['n'], h.british)} percenter{m['s'] or ''}"),
)
""" "the 1%ers"."""
ORDINALS = (
    Rule(rf"\d{{1,2}}(?:st|nd|rd|th)(?:/\d{{1,2}}(?:st|nd|rd|th)){{2,4}}{_END}", _row),
    Rule(
        rf"(?P<n>\d[\d,]{{0,6}})(?P<s>st|nd|rd|th|(?<=[23])d)[\s-](?:(?P<first>{_SHORT})\.?\s)?(?P<w>{_SHORT})"
        r"(?:\.(?=\s(?!(?:The|An?|He|She|It|They|We|I|In|On|At|But|And|This|That)\b)|[,;)])|(?=\.(?:\s|\Z)))",
        _behind,
    ),
    Rule(rf"(?:1er|1re|1ère|2nde){_END}", _french),
    Rule(rf"(?P<n>\d{{1,2}})(?P<s>st|nd|rd|th)(?P<rest>[A-Z][a-z]{{2,20}}|[a-z]{{3,20}}){_END}", _glued),
    Rule(rf"(?P<n>\d{{1,3}})\.(?P<part>\d{{1,3}})(?:st|nd|rd|th){_END}", _between),
    Rule(rf"(?P<n>[1-9]\d{{0,2}})i?[èe]me{_END}", _french_ordinal),
    Rule(rf"(?P<n>\d[\d,]{{0,30}})(?P<s>(?i:st|nd|rd|th))(?P<many>s)?{_END}", _ordinal),
)
