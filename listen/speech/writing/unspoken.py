"""This module says what nobody reads aloud: keys and hashes, identifiers of papers, addresses of pictures,
page references.

Each kind is said by a short name ("a long code") or not at all; `unsaid` tells what and why, so that it can
be shown with everything else that is left out.
"""

from __future__ import annotations

from typing import NamedTuple

from listen.speech.writing import patterns as re


class Unsaid(NamedTuple):
    """One place that is not read as written."""

    start: int
    end: int
    said: str
    """What is said in its place; empty for nothing."""
    reason: str


CODE, NUMBER, WORD = "a long code", "a long number", "a long word"
LONGEST_NUMBER = 24
"""Figures: more have no name in words, and nobody follows them one by one."""
LONGEST_WORD = 60
"""Letters: the longest in ordinary German has 41, place names reach 58."""
LONGEST_CODE = 15
"""Letters and figures mixed: up to here a code is spelt (a serial number, a flight, a part)."""
LONGEST_TOKEN = 200
"""Characters without a space: whatever it is, it is no word."""

_LATIN = r"A-Za-zÀ-ÖØ-öø-ɏ"
_RUN = re.compile(rf"[A-Za-z0-9][A-Za-z0-9_+/=-]{{14,{LONGEST_TOKEN}}}+|[{_LATIN}]{{{LONGEST_WORD},}}+")
_TOKEN = re.compile(rf"[!-~]{{{LONGEST_TOKEN},}}+")
_UUID = re.compile(r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\Z")
_TURN = re.compile(r"[A-Za-z](?=\d)|\d(?=[A-Za-z])|[a-z](?=[A-Z])")
_DRAWN = re.compile(r"([^\W\d_])\1{3,}")
_PART = re.compile(r"[^A-Za-z0-9]+")
_NUMBERS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
)  # fmt: skip
_TWICE = "|".join(
    rf"(?<=\b[{word[0]}{word[0].upper()}]{word[1:]}\s)\({n}\)"
    for n, word in (*enumerate(_NUMBERS, 1), (20, "twenty"), (30, "thirty"), (60, "sixty"), (90, "ninety"))
)
""""five (5) days", as contracts have it."""
_SILENT = {
    "doi": (
        r"\(?(?:\bdoi:?\s?|https?://(?:dx\.)?doi\.org/)10\.\d{4,9}/[^\s<>\"]{1,200}(?<![.,;)\]])\)?",
        "a paper's number",
    ),
    "picture": (
        r"\bpic\.(?:twitter|x)\.com/\w{1,40}|https?://t\.co/\w{1,40}",
        "the address of a picture or a shortened link",
    ),
    "pages": (
        r"\b(?:1[89]|20)\d\d;\s?(?:\d{12,20}|\d{1,4}\s?\(\d{1,4}\))(?=\.|\Z)\.?"
        r"|\b(?:1[89]|20)\d\d(?:\s[A-Z][a-z]{2}(?:\s\d{1,2})?)?;(?!\s\d\d:[0-5]\d(?![\d–-]))\s?\d{1,4}"
        r"(?:\s?\((?:\d{1,4}[A-Za-z]?|[Ss]uppl\.?\s?\d{0,3})(?:[-–]\d{1,4})?\))?:"
        r"\s?[A-Za-z]?\d{1,8}(?:[a-z]{1,2}\d{1,3})?(?:[-–]\w?\d{1,8}(?:[A-Za-z]{1,3}\d{0,3})?)?(?![^\W_])\.?",
        "year, volume and pages of a reference",
    ),
    "agency": (r"[(<][A-Z]{2,5}\.[A-Z]{1,2}[)>]", "a news agency's code of a share"),
    "note": (
        r"(?<=[a-z]{4}\.)(?<!\b(?:chap|vers|sect|arts|part|figs|vols|appx)\.)\d{1,2}(?=\s[A-Z“\"'‘]|\Z)",
        "a note's mark",
    ),
    "twice": (_TWICE, "a number told in words before"),
    "sounds": (
        r"(?<!pronounced\s)/(?=[^/\n]{0,80}[ˈˌəɔɛʃʒθðŋɑʌʊɪː])[^/\n]{1,120}/(?!\w)",
        "a word's sounds in phonetic letters",
    ),
    "number": (r"\b(?:PMID|PMCID|arXiv|ISSN|OCLC):?\s?(?:PMC)?\d[\d.v-]{3,15}X?\b", "a catalogue's number"),
}
_NEVER = re.compile("|".join(f"(?P<{name}>{pattern})" for name, (pattern, _) in _SILENT.items()))
_STARTS = frozenset("/(<dhpDHPaAIO12")
_OPENING = "([“\"'‘"
_MAYBE = re.compile(
    rf"(?<!\S)(?:[{re.escape(_OPENING)}/<12]|doi|http|pic\.|PM|arXiv|ISSN|OCLC"
    rf"|[A-Za-z0-9][A-Za-z0-9_+/=-]{{14}}|[{_LATIN}]{{{LONGEST_WORD}}})\S*"
)
"""What stands between two spaces and may begin with one of these; most words do not."""


def at(text: str, pos: int) -> Unsaid | None:
    """Return what stands at `pos`, where a token begins, and is not read as written; None for anything
    else.
    """
    if text[pos] in _STARTS:
        m = _NEVER.match(text, pos)
        if m and m.lastgroup:
            return Unsaid(pos, m.end(), "", _SILENT[m.lastgroup][1])
    m = _RUN.match(text, pos)
    if m is None:
        return None
    run = m.group()
    said = _named(run)
    if said:
        return Unsaid(pos, m.end(), said, f"{len(run)} characters of a key, a hash or a number")
    m = _TOKEN.match(text, pos)
    if m and "://" not in m.group(0)[:10] and not m.group().lower().startswith("www."):
        return Unsaid(pos, m.end(), CODE, f"{len(m.group())} characters without a space")
    return None


def _named(run: str) -> str:
    """The name of a run of letters and figures that is too long to say; "" for one that is said."""
    bare = _PART.sub("", run)
    if bare.isdecimal():
        return NUMBER if len(bare) > LONGEST_NUMBER else ""
    if _UUID.match(run):
        return CODE
    if not any(c.isdecimal() for c in bare):
        if max(map(len, _PART.split(run))) <= LONGEST_WORD:
            return ""
        short = _DRAWN.sub(r"\1\1\1", run)  # Nooooo
        return short if len(short) <= LONGEST_WORD else WORD
    longest = max(_PART.split(run), key=len)
    if len(longest) <= LONGEST_CODE or longest.isdecimal():
        return CODE if len(bare) > 40 and _turns(bare) > 8 else ""
    if _is_camel(longest):
        return ""
    bare = longest.lower().removeprefix("0x")  # an address in memory (0x and sixteen) is spelt
    hexadecimal = longest.isalnum() and set(bare) <= _HEX and (len(bare) == len(longest) or len(bare) > 16)
    return CODE if hexadecimal or _turns(longest) > 3 else ""


_CAMEL = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|\d+")
_VOWELS = re.compile(r"[aeiouyAEIOUY]")


def _is_camel(text: str) -> bool:
    """Return whether words are tied by their capitals: "Utf8CaseInsensitiveNeedle"."""
    parts = _CAMEL.findall(text)
    letters = [p for p in parts if p.isalpha()]
    if "".join(parts) != text or len(parts) - len(letters) > 2 or not letters:
        return False
    return all(len(p) > 2 and _VOWELS.search(p) for p in letters) and len("".join(letters)) >= 4 * len(
        letters
    )


_HEX = frozenset("0123456789abcdef")


def _turns(text: str) -> int:
    """Return how often letters and figures, small and large, take turns: words do it seldom, keys all the
    time.
    """
    return len(_TURN.findall(text))


def unsaid(text: str) -> tuple[Unsaid, ...]:
    """Every place of a text that is not read as written, in order."""
    found = []
    pos = 0
    for m in _MAYBE.finditer(text):
        if m.end() <= pos or (len(m.group()) < 4 and m.group()[0] not in _STARTS):
            continue
        start = m.start() + len(m.group()) - len(m.group().lstrip(_OPENING))
        for place in {m.start(), start}:
            one = at(text, place) if place < m.end() else None
            if one:
                found.append(one)
                pos = one.end
                break
    return tuple(found)
