"""Cents and pence: "50p", "99¢", "$4.56½/bu."; "1080p" is lines of a picture."""

from __future__ import annotations

from listen.speech.english.money.currencies import by_sign
from listen.speech.english.money.paid_for import PER, PERS
from listen.speech.english.quantities.amounts import attributive, number
from listen.speech.numbers import cardinal, pairs
from listen.speech.rules import Here, Rule, Said, whole
from listen.speech.writing import patterns as re

_SHOT = re.compile(r"(?:\d[Kk]|720p|1080p|1440p|2160p)\s?[/@]\s?\Z")
_FILMED = re.compile(r"\b(?:FHD|UHD|[48]K|4k|slow[- ]motion|slow-mo|fps|footage|video|frame rates?)\b")
""" "FHD 120p for slow motion"."""
_PICTURE_NEXT = re.compile(
    r"\s(?:(?:Full\s)?HD|HDR|QHD|[Vv]ideos?|[Rr]esolution|[Ff]ootage|[Rr]ecordings?|[Ss]tream\w{0,3}|[Ww]ebcams?|[Cc]ameras?|[Dd]isplays?)\b"
)


def _coins(m: re.Match[str], here: Here) -> Said | None:
    n = number(m["a"], here.british)
    if m["part"]:
        n += f" and {({'½': 'a half', '¼': 'a quarter', '¾': 'three quarters'})[m['part']]}"
    per = "" if not m["per"] else " each" if m["per"] == "ea" else f" per {PER[m['per']]}"
    if m["unit"][-1] == "¢":
        single = (m["a"] == "1" and not m["part"]) or (not per and attributive(here, m.start(), m.end()))
        return whole(m, f"{n} cent{'' if single else 's'}{per}")
    shot = _SHOT.search(here.text, max(0, m.start() - 7), m.start())  # 4K/60p: pictures a second
    shown = not here.british and _FILMED.search(here.around(m.start(), m.end()))
    shown = shown or _PICTURE_NEXT.match(here.text, m.end())
    if shot or shown or m["a"] in ("720", "1080", "1440", "2160"):  # lines of a picture
        return whole(m, f"{pairs(m['a'])} P")
    return whole(m, f"{n} {'penny' if m['a'] == '1' else 'pence'}{per}")


def _cents_and_part(m: re.Match[str], here: Here) -> Said | None:
    """ "$4.56½/bu.": parts of a cent, as grain is sold."""
    names = by_sign(m["sign"])
    whole_part, _, rest = m["a"].partition(".")
    said = f"{cardinal(int(whole_part), here.british)} {names.one if whole_part == '1' else names.many} "
    part = {"½": "a half", "¼": "a quarter", "¾": "three quarters"}[m["part"]]
    said += f"{cardinal(int(rest))} and {part} {names.cents}"
    return whole(m, f"{said} per {PER[m['per']]}" if m["per"] else said)


CENT_SIGN = Rule(
    r"¢(?P<a>\d{1,2}(?:\.\d)?)(?![\w.,]\d|\d|\w)",
    lambda m, h: whole(m, f"{number(m['a'], h.british)} cent{'' if m['a'] == '1' else 's'}"),
)
PART_OF_CENT = Rule(
    rf"(?P<sign>[$£€])(?P<a>\d{{1,5}}\.\d\d)(?P<part>[½¼¾])(?:/(?P<per>{PERS})(?!\w)\.?)?",
    _cents_and_part,
)
COINS = (
    Rule(
        rf"(?P<a>\d{{1,4}}(?:\.\d+)?)(?P<part>[½¼¾])?(?P<unit>\s?¢|p(?![^\W_]))"
        rf"(?:/(?P<per>{PERS})(?!\w))?",
        _coins,
    ),
    Rule(
        r"(?P<a>\d{2,3}(?:\.\d{1,2})?)ppl(?!\w)",
        lambda m, h: whole(m, f"{number(m['a'], h.british)} pence per {'litre' if h.british else 'liter'}"),
    ),  # what petrol costs
)
