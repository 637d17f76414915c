"""Two sums that one noun follows: "a $2 or $3 cookie", "the £45/$50 mark"."""

from __future__ import annotations

from listen.speech.english.quantities.amounts import MAGNITUDE, NUMBER, attributive, magnitude, number
from listen.speech.rules import Here, Rule, Said, whole, words
from listen.speech.writing import patterns as re

_NAMES = {"$": "dollar", "£": "pound", "€": "euro"}
_DETERMINED = words("a an the this that each every another one your my his her our their")


def _sum(m: re.Match[str], which: str, here: Here) -> str:
    scale = f" {magnitude(m[which + 'm'])}" if m[which + "m"] else ""
    return number(m[which], here.british) + scale


def _pair(m: re.Match[str], here: Here) -> Said | None:
    """ "a $5 to $10 fee"; "between $5 and $10" are many dollars."""
    if here.before(m.start()).lower() not in _DETERMINED or not attributive(here, m.start(), m.end()):
        return None
    first, second = _NAMES[m["s"]], _NAMES[m["t"]]
    join = "or" if m["join"].strip() == "/" else m["join"].strip()
    between = f" {first}" if m["s"] != m["t"] else ""
    return whole(m, f"{_sum(m, 'a', here)}{between} {join} {_sum(m, 'b', here)} {second}")


def _about(m: re.Match[str], here: Here) -> Said | None:
    """ "$16-something", "a $100-odd ticket", "$30-odd million": the currency is said last."""
    name = _NAMES[m["s"]]
    many = name if attributive(here, m.start(), m.end()) else f"{name}s"
    scale = f" {m['scale']}" if m["scale"] else ""
    return whole(m, f"{_sum(m, 'a', here)} {m['w']}{scale} {many}")


SYMBOLS = (
    Rule(
        rf"(?P<s>[$£€])(?P<a>{NUMBER})(?P<am>{MAGNITUDE})?-(?P<w>something|odd)(?![\w-])"
        r"(?:\s(?P<scale>hundred|thousand|million|billion|trillion)(?!\w))?",
        _about,
    ),
    Rule(
        rf"[$£€](?P<a>{NUMBER})\s(?P<w>grand|bucks?|quid)(?!\w)",
        lambda m, h: whole(m, f"{number(m['a'], h.british)} {m['w']}"),  # $80 grand
    ),
    Rule(
        rf"(?P<s>[$£€])(?P<a>{NUMBER})(?P<am>{MAGNITUDE})?(?P<join>\s(?:or|to)\s|/)(?P<t>[$£€])(?P<b>{NUMBER})"
        rf"(?P<bm>{MAGNITUDE})?(?![\w/])",
        _pair,
    ),
)
