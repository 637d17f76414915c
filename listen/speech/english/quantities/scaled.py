"""Figures with the short form of a large number: "4m homes", "500k", "1.3bn", "5 million", "10-20m"."""

from __future__ import annotations

from listen.speech.english.quantities.amounts import (
    LABELLED,
    NO_PLURALS,
    magnitude,
    number,
)
from listen.speech.english.quantities.named_figures import (
    NO_NAME,
)
from listen.speech.english.references.games import is_lettered
from listen.speech.numbers import pairs
from listen.speech.rules import Here, Said, whole, words
from listen.speech.writing import patterns as re

_IN_K = words(
    """
    plan plans program programs training finish file buffer
    run race runs races walk resolution video videos tv tvs screen screens streaming monitor monitors display
    displays camera cameras footage television televisions wide telephoto lens lenses webcam doorbell sensor
    projector polling model models modem modems cam cams
    """
)
_COUNTED_IN_T = words("tokens parameters params requests views rows records messages dollars")
_FILMED = re.compile(
    r"\b(?:\d{2,3}\s?fps|[Vv]ideo|[Rr]esolution|TVs?|screens?|footage|streaming|monitors?|HDR|cameras?)\b"
)
_RUN_IN = re.compile(r"\sin\s(?:\d:)?\d{1,2}:\d\d\b")
""""5K in 16:04"."""
_TO_A_RACE = re.compile(
    r"\s(?:to|or|and)\s(?:an?\s|the\s)?(?:(?:5|8|10|12|15|20|21|25|30|50|100)[kK]\s"
    r"(?:(?:[Pp]lan|[Pp]rogram(?:me)?|[Rr]un|[Rr]ace|distance|runner)s?\b|[Tt]raining\b|to\s(?:a\s)?half)"
    r"|[Hh]alf(?:\sto\b|[\s-][Mm]arathon|(?=[;,.)]|\Z))|[Mm]arathons?\b)"
)
""""The 5K to 10K plan"."""
_PIXELS = re.compile(
    r"\s?\(\d{4}\s?[x×]\s?\d{4}\b|\s[A-Z][a-z]+\s(?:[Cc]ameras?|TVs?|[Dd]isplays?|[Mm]onitors?|[Dd]oorbells?)\b"
    r"|\s(?:Pan-Tilt|PTZ|\d{1,3}MP)\b|/\d{1,3}MP\b|(?<=MP\s\(\dK)\)"
    r"|\s(?:RAW|UHD|QHD|OLED|QLED|IPS|HDR|ProRes|Blackmagic|Retina)\b"
)
""""A 3K (2880 x 1620) screen", "a 3K Turret Camera"."""
_OR_FOUR = re.compile(r"\s(?:and\s|or\s|to\s(?=\dK))[48][kK](?![\w.]|\s(?:an?|per)\s)")
_SHARP = frozenset(["2", "2.5", "2.7", "3", "4", "5", "5.7", "6", "8"])
_RESOLUTION = re.compile(r"\b(?:[Rr]esolution|[Vv]ideo)(?::|\s\||,)?\s(?:[Uu]p\sto\s|of\s)?\Z")
""""Resolution: up to 2.5K"."""
_A_RUN = words("a the first annual charity local")
_MY_RACE = words("a an the first my her his their our your this that next last second third or and in")
_WENT = words("ran run runs running jogged walked raced rode biked swam")
_RACED_K = frozenset(["5", "8", "10", "12", "15", "20", "21", "25", "30", "50", "100"])
_RACED = re.compile(
    r"\b(?:trail|marathons?|half-marathons?|runners?|joggers?|parkrun|ultras?|finish line|couch to"
    r"|race distances?|distances beyond|longer distances)\b"
)


_RACES = words("runners races events runs walks courses distances is was wireless plus")


def _counts(after: str) -> bool:
    if after in ("people", "men", "women", "children", "more", "others"):
        return True
    return after.endswith("s") and after not in _RACES and after not in NO_PLURALS


_SHOWN_IN = re.compile(
    r"\b(?:plays?|played|shown?|shoots?|shot|films?|filmed|records?|recorded|streams?|streamed|watch|watched)\s(?:\w+\s)?"
    r"in\s(?:[248][kK],?\s(?:or|and)\s)?\Z"
)


def _is_shown(m: re.Match[str], here: Here) -> bool:
    """ "It plays in 8k or 4k", but "paid in 4k lots"."""
    return _SHOWN_IN.search(here.text, max(0, m.start() - 40), m.start()) is not None


def _is_raced(after: str, near: str) -> bool:
    """ "a fast trail 10k": kilometres, unless it counts what follows."""
    return not _counts(after) and _RACED.search(near) is not None


_COUNTED_IN_B = _COUNTED_IN_T | words(
    "people users dollars downloads views shares jobs units devices streams years"
)
_OF_A_KIND = re.compile(r"\b[A-Z][\w-]{0,20}[a-z]\s\d(?:\.\d)?\s\Z")
""""Olmo 3 7B": a model's version and size."""
_TIED_WORD = re.compile(r"-[a-z]{4,}")


def _is_called(here: Here, m: re.Match[str]) -> bool:
    """Return whether a name stands before: "HDMI 2.0b", "Bolmo 7B", but "A 1.5B-param model"."""
    before = here.before(m.start())
    return before[:1].isupper() and before not in NO_NAME


_CLAUSE = re.compile(r"-\d")


def _is_trillion(m: re.Match[str], here: Here) -> bool:
    """Return whether a T counts: "2T tokens", and "5T cells" beside "2B people"; no "3T magnet"."""
    after = here.after(m.end()).lower()
    beside = _counts(after) and _IN_MILLIONS.search(here.around(m.start(), m.end()))
    return after in _COUNTED_IN_T or bool(beside)


_IN_MILLIONS = re.compile(r"(?<![\w.,-])\d[\d.,]{0,6}[MB]\s[a-z]{2,}s?\b")


_LASTS_AFTER = re.compile(r"(?:,\s|,?\s(?:or|and|to)\s)\d{1,3}(?:ms|s|h)(?!\w)")
_LASTS_BEFORE = re.compile(r"(?<![\w.,])\d{1,3}(?:ms|s|h)(?:,\s|,?\s(?:or|and|to)\s)\Z")


_LASTS = words("timeout timeouts cooldown ttl timer")


def _lasts(m: re.Match[str], here: Here) -> bool:
    """ "30s, 2m and 1h", "a 30m timeout": minutes, beside seconds, hours or what lasts."""
    beside = _LASTS_AFTER.match(here.text, m.end()) or _LASTS_BEFORE.search(
        here.text, max(0, m.start() - 12), m.start()
    )
    timed = here.before(m.start()).lower() in _LASTS or here.after(m.end()).lower() in _LASTS
    return (
        m["am"] == "m"
        and not m["b"]
        and not m["sign"]
        and m["a"].isdecimal()
        and (timed or beside is not None)
    )


_CELL_OF_MANY = re.compile(r"[|\n]\s[$~]?\d{1,3}\.\d{1,2}[MB]\+?\s\|")


def _is_in_column(m: re.Match[str], here: Here) -> bool:
    """ "| 2.53B | … | 140M |": beside parts of a million a whole one is no metre and no second base."""
    if not here.text.startswith(" |", m.end()) or here.text[m.start() - 2 : m.start()] != "| ":
        return False
    return _CELL_OF_MANY.search(here.text, max(0, m.start() - 300), m.end() + 300) is not None


_PARTED = re.compile(r"(?:\d|\b[A-Z])\.\Z")


def scaled(m: re.Match[str], here: Here) -> Said | None:
    """ "4m homes", "500k", "1.3bn", "5 million", "10-20m"."""
    scale = m["am"]
    british = here.british
    if _lasts(m, here):
        one = m["a"] == "1" or here.after(m.end()).lower() in _LASTS
        return whole(m, f"{number(m['a'], british)} minute{'' if one else 's'}")
    if scale.strip() in ("M", "B", "K", "T") and scale[0] == " ":
        return None
    if scale.strip() == "b" and here.text[m.end() : m.end() + 2] in ("'s", "’s", "‘s"):
        return whole(m, f"{number(m['a'], british)} B") if not m["b"] else None  # two 4 b's
    if scale.strip() in ("t", "T") and not (scale == "T" and _is_trillion(m, here)):
        return None
    if scale in ("M", "K", "B") and re.fullmatch(r"[1-9]\d{3}", m["a"]) and not m["b"]:
        return whole(m, f"{pairs(m['a'])} {scale}")  # Radeon Pro 5300M
    if scale == "b" and _PARTED.search(here.text, max(0, m.start() - 3), m.start()):
        return whole(m, f"{number(m['a'], british)} B") if not m["b"] else None  # Appendix C.1.2b
    after = here.after(m.end()).lower()
    if len(scale.strip()) == 1 and here.before(m.start()).lower() in LABELLED:
        return None
    if scale == "b" and not m["b"] and is_lettered(m, here):
        return whole(m, f"{number(m['a'], british)} B")  # Tables 1a and 1b
    if scale == "b" and "." in m["a"] and _is_called(here, m) and not m["b"]:
        return whole(m, f"{number(m['a'], british)} B")  # HDMI 2.0b
    if (
        scale == "B"
        and not m["b"]
        and after not in _COUNTED_IN_B
        and (_is_called(here, m) or _OF_A_KIND.search(here.text, max(0, m.start() - 30), m.start()))
    ):
        return whole(m, f"{number(m['a'], british)} B")  # Bolmo 7B: a model's size
    lone = scale in ("B", "M") and "." in m["a"] and not m["b"] and not _is_called(here, m)
    if lone and _TIED_WORD.match(here.text, m.end()):
        return whole(m, f"{number(m['a'], british)} {magnitude(scale)}")  # a 1.5B-param model
    if lone and here.text[m.end() : m.end() + 1] in ("+", "", " ", ",", ".", ";", ":", ")", "|"):
        return whole(m, f"{number(m['a'], british)} {magnitude(scale)}")  # 2.53B+ | 18-44
    if scale in ("B", "M") and not m["b"] and here.text[m.end() : m.end() + 1] == "+":
        return Said(
            ((f"{number(m['a'], british)} {magnitude(scale)} plus", m.start(), m.end() + 1),), m.end() + 1
        )
    sure = here.text[m.start() - 1 : m.start()] in ("~", "≈") or _is_in_column(m, here)
    if scale in ("B", "M") and not sure and (here.after(m.end())[:1].isupper() or (not after and not m["b"])):
        return None
    if not m["b"] and _CLAUSE.match(here.text, m.end()):
        return None
    if scale in ("K", "k") and (
        after in _IN_K
        or (m["a"] in _RACED_K and not m["b"] and not after and here.before(m.start()) == "beyond")
        or (m["a"] in _RACED_K and not m["b"] and not after and here.before(m.start()).lower() in _A_RUN)
        or (
            m["a"] in _RACED_K
            and not m["b"]
            and not _counts(after)
            and here.before(m.start()).lower() in _WENT
        )
        or (
            m["a"] in _RACED_K
            and (scale == "k" or here.before(m.start()).lower() in _MY_RACE or after == "events")
            and _is_raced(after, here.around(m.start(), m.end()))
        )
        or (
            m["a"] in ("2", "4", "5", "8")
            and not _counts(after)
            and _FILMED.search(here.around(m.start(), m.end()))
        )
        or (
            m["a"] in _SHARP
            and not _counts(after)
            and _RESOLUTION.search(here.text, max(0, m.start() - 24), m.start())
        )
        or (m["a"] in _RACED_K and not m["b"] and _TO_A_RACE.match(here.text, m.end()))
        or (m["a"] in _RACED_K and not m["b"] and _RUN_IN.match(here.text, m.end()))
        or (m["a"] in ("4", "8") and not m["b"] and after[-1:] != "s" and _is_shown(m, here))
        or (m["a"] == "2" and not m["b"] and _OR_FOUR.match(here.text, m.end()))
        or (after == "image" and here.before(m.start()).lower() in ("a", "an", "each"))
        or (len(m["a"]) < 3 and _PIXELS.match(here.text, m.end()))
    ):
        upto = f" to {number(m['b'], british)}" if m["b"] else ""
        return whole(m, f"{number(m['a'], british)}{upto} K")
    if scale == "K" and int(float(m["a"].replace(",", ""))) in (4, 8):
        return None
    if (m["a"], scale, m["b"]) == ("3", "M", None) and after and not _counts(after) and after != "people":
        return whole(m, "three M")  # the maker of tape
    low = number(m["a"], british)
    if m["b"]:
        first = f" {magnitude(m['am1'])}" if m["am1"] else ""
        low = f"{low}{first} to {number(m['b'], british)}"
    if m["sign"]:
        low = f"{'plus' if m['sign'] == '+' else 'minus'} {low}"
    return whole(m, f"{low} {magnitude(scale)}")
