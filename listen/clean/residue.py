"""How sure the classifier has to be of a passage that looks like something no listener wants to hear.

The classifier says where the story is; inside it stand lines that belong to the page. What gives them away is
their wording (`phrases.tsv`), or their form: capitals only, a word or two without a full stop, an address.
"""

import re

from listen.clean.phrases import find
from listen.clean.places import Candidate
from listen.clean.titles import words as bare

_ADDRESS = re.compile(r"https?://\S|\bwww\.\w|[\w.+-]+@[\w-]+\.\w{2}|\[email.?protected\]|pic\.twitter\.com")
_END = re.compile(r"[.!?:;,”\"')…。！？]\Z")
_SURE = {
    "share": 0.985,
    "ads": 0.985,
    "prompts": 0.97,
    "comments": 0.97,
    "bylines": 0.985,
    "links": 0.97,
    "related": 0.96,
    "bios": 0.96,
    "captions": 0.95,
    "legal": 0.95,
    "contents": 0.93,
    "navigation": 0.93,
    "footnotes": 0.93,
}
"""The probability below which a whole line of this class is left out."""
_STRAY = {"heading": 0.6, "list_item": 0.8}
_IN_HEADING = {"share": 0.9, "ads": 0.9, "prompts": 0.8, "comments": 0.8, "related": 0.95, "bios": 0.8}


def suspicion(c: Candidate, words: int) -> tuple[str, str, float] | None:
    """Class, reason, and the probability needed for reading it all the same; None for plain prose."""
    if c.kind in ("code", "formula", "table"):
        return None
    text = c.text
    if not any(map(str.isalnum, text)):
        return "navigation", "no word in it", 2.0
    worst: tuple[str, str, float] | None = None

    def note(kind: str, reason: str, needed: float) -> None:
        nonlocal worst
        if worst is None or needed > worst[2]:
            worst = (kind, reason, needed)

    heading = c.kind == "heading"
    for kind, reason, whole in find(text):
        if heading:
            if whole and kind in _IN_HEADING:
                note(kind, reason, _IN_HEADING[kind])
        elif whole:
            note(kind, reason, _SURE[kind])
        elif words <= 60:
            note(kind, reason, 0.93 if words <= 30 else 0.85)
        else:
            note(kind, reason, 0.65)
    if text.upper() == text and text.lower() != text and sum(map(str.isalpha, text)) >= 4:
        note("navigation", "a label in capitals", 0.6 if heading else 0.75)
    if words <= 2 and not _END.search(text) and c.number is None:
        note("navigation", "a word or two by themselves", _STRAY.get(c.kind, 0.9))
    if words <= 40 and _ADDRESS.search(text):
        note("links", "an address to look up", 0.75)
    return worst


def repeats_title(text: str, title: str) -> bool:
    """Whether a line is the headline again."""
    return len(text) < 300 and bool(title) and bare(text) == bare(title)
