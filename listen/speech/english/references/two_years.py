"""A season or a school year by the last figures of its two years: "In 24/25 they won"."""

from __future__ import annotations

from listen.speech.numbers import cardinal, digits, year
from listen.speech.rules import Here, Rule, Said, whole, words
from listen.speech.writing import patterns as re

_WHEN = words("in since during until before after throughout")
_NAMED = words(
    "season seasons campaign campaigns term terms budget budgets championship edition winter academic "
    "financial fiscal tax school title"
)
_ITS = words("the this last next our their its")
"""Before a season and the name of what it is of: "the 19/20 Premier League"."""


def _years(m: re.Match[str], here: Here) -> Said | None:
    if (int(m["a"]) + 1) % 100 != int(m["b"]):
        return None
    before, after = here.before(m.start()).lower(), here.after(m.end()).lower()
    named = before in _ITS and int(m["a"]) > 15 and here.after(m.end())[:1].isupper()
    if not (after in _NAMED or named or (before in _WHEN and after not in ("of", "inch", "inches", "in"))):
        return None
    said = (
        cardinal(int(f)) if f[0] != "0" else f"oh {'oh' if f == '00' else digits(f[1])}"
        for f in (m["a"], m["b"])
    )
    return whole(m, " ".join(said))


def _seasons(m: re.Match[str], here: Here) -> Said | None:
    """ "16/17–19/20", "2016/17–2019/20": from one season to another."""
    a, b, c, d = (int(m[g][-2:]) for g in "abcd")
    if (
        (a + 1) % 100 != b
        or (c + 1) % 100 != d
        or len(m["a"]) != len(m["c"])
        or (len(m["a"]) == 2 and a < 13)
    ):
        return None  # 10/11-11/12 are days
    if len(m["a"]) == 4:
        first, last = year(int(m["a"]), here.british), year(int(m["c"]), here.british)
    else:
        first, last = cardinal(a), f"oh {digits(m['c'][1])}" if c < 10 else cardinal(c)
    ends = (f"oh {digits(m[g][1])}" if int(m[g]) < 10 else cardinal(int(m[g])) for g in "bd")
    return whole(m, f"{first} {next(ends)} to {last} {next(ends)}")


DIGITS = (
    Rule(
        r"(?P<a>(?:19|20)?\d\d)/(?P<b>\d\d)\s?[-–—]\s?(?P<c>(?:19|20)?\d\d)/(?P<d>\d\d)(?![\w/]|[.,]\d)",
        _seasons,
    ),
    Rule(r"(?P<a>\d\d)/(?P<b>\d\d)(?![\w/]|[.,]\d)", _years),
)
