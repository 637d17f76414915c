"""Times beside "ago", "read" and in an episode: "3d ago", "a 5 min read", "44m - Jul 28", "0:00 Intro"."""

from __future__ import annotations

from listen.speech.english.quantities.amounts import number
from listen.speech.rules import Here, Rule, Said, table, whole, words
from listen.speech.writing import patterns as re

_SPANS = table(
    """
    s=second | m=minute | min=minute | mins=minute | h=hour | hr=hour | hrs=hour | d=day | w=week | wk=week |
    wks=week | mo=month | mos=month | y=year | yr=year | yrs=year
    """
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_READ = re.compile(r"\.?\s(?:read|listen|watch)\b")


def _elapsed(m: re.Match[str], here: Here) -> Said | None:
    """ "2w ago", "a 10m read", "44m • Jul 28"."""
    reading = _READ.match(here.text, m.end())
    if reading and m["u"] not in ("m", "min", "mins", "h", "hr", "hrs"):
        return None
    single = m["a"] == "1" or reading
    return whole(m, f"{number(m['a'], here.british)} {_SPANS[m['u']]}{'' if single else 's'}")


_LINKS = words("and or to in of on at by for from with but the i we it is are was were has have had")
_LATELY = re.compile(r"\b(?:[Ll]ast|[Pp]ast|[Pp]revious|[Nn]ext)\s(?:\d{1,3}[hdw]\s(?:and|or|to)\s)?\Z")


def _lately(m: re.Match[str], here: Here) -> Said | None:
    """ "in the last 7d", "the past 24h and 30d", but "the last 3D film", "the last 60w bulb"."""
    if not _LATELY.search(here.text, max(0, m.start() - 18), m.start()):
        return None
    if m["a"] in ("2", "3") and m["u"] == "d" and here.after(m.end()):
        return None  # the last 3d film
    if m["u"] == "w" and here.after(m.end()).lower() not in _LINKS | {""}:
        return None  # the last 60w bulb
    return whole(m, f"{number(m['a'], here.british)} {_SPANS[m['u']]}{'' if m['a'] == '1' else 's'}")


DIGITS = (
    Rule(r"(?P<a>\d{1,3})(?P<u>[dw])(?![\w'’-])", _lately),
    Rule(r"0:00(?:(?<=\A0:00)|(?<=\n0:00))(?=\s[A-Z–—-])", lambda m, h: whole(m, "zero")),  # 0:00 Intro
    Rule(
        rf"(?P<a>\d{{1,3}})\s?(?P<u>{'|'.join(sorted(_SPANS, key=len, reverse=True))})"
        rf"(?=\.?\s(?:ago|read(?!ing|er|y)|listen|watch)\b|\s[-–—•·|]\s{_MONTH})",
        _elapsed,
    ),
)
