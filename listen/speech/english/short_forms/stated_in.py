"""The unit that a table tells its sums in is written short: "($'000)", "£000s", "(US$m)", "in €bn"."""

from __future__ import annotations

from listen.speech.rules import Here, Rule, Said, table, whole
from listen.speech.writing import patterns as re

_MANY = table("000=thousands | m=millions | mn=millions | mln=millions | bn=billions")
_COINS = table("$=dollars | £=pounds | €=euros | ¥=yen")
_FROM = table(
    """
    US=U S | AU=Australian | A=Australian | CA=Canadian | C=Canadian | HK=Hong Kong | S=Singapore |
    NZ=New Zealand
    """
)
_HEAD = re.compile(r"(?:\(|\b[Ii]n\s|[|,]\s)\Z")
"""Before a unit at a table's head: a bracket, "in"."""


def _stated(m: re.Match[str], here: Here) -> Said | None:
    """Say how many of which coin each figure stands for."""
    if not m["from"] and m["many"] != "000" and not _HEAD.search(here.text, max(0, m.start() - 3), m.start()):
        return None  # a program's $m
    whose = f"{_FROM[m['from']]} " if m["from"] else ""
    return whole(m, f"{_MANY[m['many']]} of {whose}{_COINS[m['coin']]}")


_STATED = Rule(
    rf"(?P<from>{'|'.join(_FROM)})?(?P<coin>[{''.join(_COINS)}])\s?['’‘]?(?P<many>{'|'.join(_MANY)})['’]?s?(?![\w'’]|[.,]\d)",
    _stated,
)
LETTERS = SYMBOLS = (_STATED,)
