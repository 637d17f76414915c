"""Times beside "ago", "read" and in an episode: "3d ago", "a 5 min read", "44m - Jul 28", "0:00 Intro"."""

from __future__ import annotations

from listen.speech.english.quantities.amounts import number
from listen.speech.rules import Here, Rule, Said, table, whole
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


DIGITS = (
    Rule(r"0:00(?:(?<=\A0:00)|(?<=\n0:00))(?=\s[A-Z–—-])", lambda m, h: whole(m, "zero")),  # 0:00 Intro
    Rule(
        rf"(?P<a>\d{{1,3}})\s?(?P<u>{'|'.join(sorted(_SPANS, key=len, reverse=True))})"
        rf"(?=\.?\s(?:ago|read(?!ing|er|y)|listen|watch)\b|\s[-–—•·|]\s{_MONTH})",
        _elapsed,
    ),
)
