"""Words drawn out, stuttered, or no more than a sound: "soooo", "W-w-wait", "shhh"."""

from __future__ import annotations

from listen.speech.english.capitals.acronyms import COMMON, SPELLED
from listen.speech.rules import Here, Piece, Rule, Said, table, whole, words
from listen.speech.writing import patterns as re

_RUN = re.compile(r"([^\W\d_])\1{2,}")

SOUNDS = table(
    """
    shh=shush | sh=shush | hmm=hm | hm=hm | mmm=mm | brr=burr | grr=gurr | tsk=tisk | psst=psst | pfft=pfft |
    eww=ew | aww=aw | aaw=aw | argh=argh | aargh=argh | aah=ah | ahh=ah | ohh=oh | ooh=ooh | ugh=ugh |
    uhh=uh | ummm=um  | haha=haha | bzz=buzz
    """
)
"""What is no word, and how it is written so that a voice makes the sound."""

_ALWAYS = words("shh hm hmm brr grr tsk pfft eww aww argh aargh bzz")
"""Of these, the ones that are nothing else however few letters they have."""

_SHOUTED = words("shh hmm argh aargh eww aww")
"""And of these, the ones that are no initials in capitals."""
KNOWN = COMMON | words(
    """
    so yes way long please whatever hello sweet goal really very wow cool baby soon boo woo moo yay okay oops
    crazy damn dude bro nice mine wait now well cute huge amazing loud sure much later boring finally fine bye
    babe ugly yum yummy super stupid gross creepy awesome perfect alright cheers easy slow slowly forever
    about there please seriously wrong right woah whoa anyway literally totally totes gorgeous nope yep yup
    guys girls boys mate beautiful delicious epic cold freezing tired bored scream argh ha heck hell holy
    lovely lucky omg obviously goodbye night tonight morning friday love loved loves yeehaw hooray hurray
    phew psych sorry special thing think told you're ya hiya hi wee whee eek ick yikes ouch meh duh huh
    """
)
"""Words that people draw out: the reading of "soooo" and "goooood"."""

_NUMERALS = re.compile(r"[ivxlcdm]+\Z", re.I)


def undrawn(word: str) -> str:
    """The word that is drawn out: "soooo" → "so", "goooood" → "good", "pleeease" → "please"; "" for none."""
    low = word.lower()
    if word in SPELLED:
        return ""  # AAAS
    if low in _ALWAYS and (not word.isupper() or low in _SHOUTED):
        return SOUNDS[low]
    if word.startswith("III"):
        return ""  # IIIF
    runs = list(_RUN.finditer(low))
    if not runs or (_NUMERALS.match(low) and set(low) != {"m"}):
        return ""
    if len(set(low)) == 1:
        return SOUNDS.get(low[0] * 3, "") if not word.isupper() else ""
    for counts in (2, 1) if len(runs) == 1 else (2, 1, 0):
        short = _shortened(low, counts)
        if short in KNOWN:
            return short
    twice = _shortened(low, 2)
    for sound in (twice, _shortened(low, 1)):
        if sound in SOUNDS:
            return SOUNDS[sound]
    if not word.islower():
        return ""  # a name, or initials: UNFCCC
    if any(m.group(1) not in "aeiouy" and m.end() < len(low) for m in runs):
        return ""  # Schifffahrt
    return _RUN.sub(lambda m: m.group(1) * (1 + (m.group(1) in "eo" and m.end() < len(low))), low)


def _shortened(low: str, counts: int) -> str:
    """Each run cut to two letters or one; 0: the first run to two and the others to one."""
    first = True

    def cut(m: re.Match[str]) -> str:
        nonlocal first
        n = counts or (2 if first else 1)
        first = False
        return m.group(1) * n

    return _RUN.sub(cut, low)


def _drawn(m: re.Match[str], here: Here) -> Said | None:
    word = m.group()
    said = undrawn(word)
    if not said:
        return None
    return whole(m, said.capitalize() if word[0].isupper() else said)


_VOWELS = table("a=ah | e=eh | i=ih | o=oh | u=uh")
_NO_STUTTER = words("day boy girl test top line side list team game movie film cup bar")
"""Not "D-day", "B-boy", "t-test", "T-top"."""


def _stuttered(m: re.Match[str], here: Here) -> Said | None:
    """ "W-w-wait", "I-I", "b-but": the sound, as often as it is written."""
    word = m["word"]
    low = word.lower()
    parts = re.split(r"[-–—‐‑]|\.{3}|…", m["parts"])[:-1]
    if not all(low.startswith(part.lower()) for part in parts) or low in {p.lower() for p in parts} - {"i"}:
        return None
    base = re.split("['’]", low)[0]
    sure = len(parts) > 1 and (low in KNOWN or len(parts[0]) < 3)
    if not sure and not (
        base == "i" or (base in KNOWN and low not in _NO_STUTTER and _once(m["parts"], word))
    ):
        return None
    said: list[Piece] = []
    at = m.start()
    for part in parts:
        at = here.text.index(part, at)
        sound = _sound(part, low)
        said.append((sound.capitalize() if part[0].isupper() else sound, at, at + len(part)))
        at += len(part)
    said.append((word, m.start("word"), m.end("word")))
    return Said(tuple(said), m.end())


def _once(part: str, word: str) -> bool:
    """Return whether a beginning that stands there once is one: consonants or a vowel, not "re-read"."""
    letters = part[:-1].lower()
    consonants = not set("aeiou") & set(letters)
    return (consonants or len(letters) == 1) and not (part[0].isupper() and word[0].isupper())


def _sound(part: str, word: str) -> str:
    """The beginning of a word by itself: "w" → "wuh", "th" → "thuh"."""
    low = part.lower()
    if low == "i" and word[:2] in ("i", "i'", "i’"):
        return "I"
    if low[-1] in _VOWELS:
        return _VOWELS[low] if len(low) == 1 else low + "h" * (low[-1] in "aeo")
    return {"c": "k", "wh": "w", "q": "kw", "x": "z", "kn": "n"}.get(low, low) + "uh"


_PART = r"[^\W\d_]{1,3}(?:[-–—‐‑]|\.{3}|…)"
TRIGGERS = frozenset(_ALWAYS)
LETTERS = (
    Rule(
        r"[Tt]sk(?:[-–\s,]{1,2}tsk)+(?!\w)", lambda m, h: whole(m, "tisk " * m.group().lower().count("tsk"))
    ),
    Rule(rf"(?P<parts>(?:{_PART}){{1,6}})(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)?)(?![\w-])", _stuttered),
    Rule(r"[^\W\d_]{2,60}(?![\w'’-]|\.\w)", _drawn),
)
