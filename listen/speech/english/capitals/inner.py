"""Capitals inside what is one word, or letters only: "McCONNELL", "RePORTER", "PoW", "LiDAR", "iFIT"."""

from __future__ import annotations

from listen.speech.english.capitals.acronyms import LETTERWISE, MIXED
from listen.speech.english.capitals.spelling import VOWELS, pronounceable, say_capitals, spell
from listen.speech.numbers import cardinal
from listen.speech.rules import Here, Rule, Said, whole
from listen.speech.writing import patterns as re


def _surname(m: re.Match[str], here: Here) -> Said | None:
    """ "McCONNELL", "O'BRIEN", "LaPORTE's": a name in capitals after its small prefix."""
    if not VOWELS & set(m["w"]) or m["w"] in LETTERWISE or m.group() in MIXED:
        return None  # MacBSD, LaMDA
    return whole(m, f"{m['p'].replace('’', chr(39))}{m['w'].capitalize()}{chr(39) + 's' if m['s'] else ''}")


def _again(m: re.Match[str], here: Here) -> Said | None:
    """ "RePORTER", "UnCOVER": a word whose letters stand for something."""
    return whole(m, m.group().capitalize()) if pronounceable(m["w"]) else None


def _by_turns(m: re.Match[str], here: Here) -> Said | None:
    """ "LiDAR", "LoRA", "MoMA": a consonant and a vowel by turns are a word, whichever are large."""
    word = m["w"]
    if word in MIXED:
        return None
    return whole(m, word.capitalize() + (m["s"] or ""))


def _linked(m: re.Match[str], here: Here) -> Said | None:
    """ "PoW", "QoS", "VoD": two letters and the small one of a word between them."""
    if m["w"] in MIXED:
        return None
    return whole(m, spell(m["w"]) + ("'s" if m["s"] else ""))


def _with_i(m: re.Match[str], here: Here) -> Said | None:
    """ "iCUE", "iFIT": a syllable after the letter."""
    return None if m["w"] in LETTERWISE or m.group() in MIXED else whole(m, f"i {m['w'].capitalize()}")


def _with_x(m: re.Match[str], here: Here) -> Said | None:
    """ "SEOx", "TEDxBoston": the letter, as no vowel stands before it."""
    if m.group() in MIXED:
        return None
    said = f"{spell(m['w']) if len(m['w']) == 2 else say_capitals(m['w'], False)} X"
    return whole(m, f"{said} {m['place']}" if m["place"] else said)


def _after_x(m: re.Match[str], here: Here) -> Said | None:
    """ "XREAL", "XGIMI's": an X before what is a word without it."""
    known = m["w"] in LETTERWISE or not pronounceable(m["w"])
    owner = "'s" if m["s"] else ""
    return None if known else whole(m, f"X {m['w'].capitalize()}{owner}")


def _several(m: re.Match[str], here: Here) -> Said | None:
    """ "RTOSes", "CMSes": letters that end in one for a system, and there are several."""
    word = m["w"]
    return whole(m, f"{spell(word)}'s") if say_capitals(word, False) == spell(word) else None


def _sign(m: re.Match[str], here: Here) -> Said | None:
    """ "U+200D": a sign of writing by its number, of which the figures are said one by one."""
    said = (cardinal(int(c)) if c.isdecimal() else c for c in m["n"])
    return whole(m, f"U plus {' '.join(said)}")


_C = "B-DF-HJ-NP-TV-Z"
_END = r"(?![^\W_])"
LETTERS = (
    Rule(rf"(?P<w>[A-Z]{{1,5}}S)es{_END}", _several),
    Rule(rf"U\+(?P<n>[\dA-F]{{4,6}}?)(?:{_END}|(?=0x\s))", _sign),
    Rule(r"Id(?<=[a-z]-Id)(?![-\w])", lambda m, h: whole(m, "I D")),  # X-Request-Id
    Rule(rf"(?P<w>v[A-Z]{{3}})(?P<s>s)?{_END}", _linked),  # Nano-vLLM
    Rule(rf"(?P<a>[A-Z][a-z]{{2,15}})-(?=v[A-Z]{{2,5}}{_END})", lambda m, h: whole(m, m["a"])),
    Rule(rf"TL;\s?DR{_END}", lambda m, h: whole(m, "T L D R")),
    Rule(  # degrees F
        r"(?P<c>[FC])(?:(?<=degrees\s.)|(?<=degree\s.))(?![\w'’&-])",
        lambda m, h: whole(m, "Fahrenheit" if m["c"] == "F" else "Celsius"),
    ),
    Rule(
        r"(?P<p>Mac|Mc|De|Di|Du|Da|La|Le|Lo|Van|Von|Fitz|Des|Del|[OD]['’])(?P<w>[A-Z]{3,20})(?P<s>['’][sS])?"
        + _END,
        _surname,
    ),
    Rule(rf"(?:Re|Un)(?P<w>[A-Z]{{4,16}}){_END}", _again),
    Rule(rf"(?P<w>[{_C}][aeiou][{_C}][AEIOU][{_C}]?)(?P<s>s)?{_END}", _by_turns),
    Rule(rf"(?P<w>[A-Z][of][A-Z]|A[of][A-Z]{{2}})(?P<s>s)?{_END}", _linked),  # AoE, AoAH
    Rule(rf"X(?P<w>[BDFGKLMNPRSTVW][A-Z]{{3,10}})(?P<s>['’]s)?{_END}", _after_x),
    Rule(rf"i(?P<w>[{_C}][AEIOU][{_C}E]){_END}", _with_i),
    Rule(  # ctDNA, dsRNA, BChE
        rf"(?P<w>(?:cf|ct|ds|ss|mt|nt|sn|sg|gp|hn|tr|cp|nc|sc|b)[DR]NA|[AB]Ch[EI]){_END}",
        lambda m, h: whole(m, spell(m["w"])),
    ),
    Rule(rf"mmWave{_END}", lambda m, h: whole(m, "millimetre wave" if h.british else "millimeter wave")),
    Rule(rf"(?P<w>[A-Z]{{2,5}})x(?P<place>[A-Z][a-z]{{2,20}})?{_END}", _with_x),
)
