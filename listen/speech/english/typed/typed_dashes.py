"""A hyphen typed for a dash, against the word before it: "a new network- why is it here?"."""

from __future__ import annotations

from listen.speech.rules import Here, Rule, Said, whole, words
from listen.speech.writing import patterns as re

_FIRST_PARTS = words(
    """
    pre post anti pro non mid ex re co self semi multi sub inter intra over under un neo pan trans ultra half
    all cross quasi micro macro mini mega short long low high small large full part well ill
    """
)
"""What a word goes on after, behind a hyphen: "anti- American"."""
_GOES_ON = re.compile(
    r"\s(?:I|a|an|the|this|that|these|those|it|it['’]s|it['’]ll|he|she|we|we['’]\w{1,2}|they|they['’]\w{2}|you|you['’]\w{2}|there"
    r"|there['’]s|here|which|who|what|why|how|when|where|because|but|so|yet|if|not|no|very|just|from|with|for|as|at"
    r"|even|especially|including|then|my|your|his|her|our|their|its)\s(?!\w{1,12}-\s)"
)
"""What begins another clause or remark; "and", "or" and "to" join two halves: "short- and long-term"."""
_SENTENCE_NEXT = re.compile(r"\s(?:[A-Z][a-z]{1,12}\s(?:[a-z]|[A-Z][a-z])|I\s|I['’])")
_WORD_BEFORE = re.compile(r"(?:\A|[\s(“\"‘'’-])(?P<w>[a-z]{2,20}|\d{1,3})\Z")


def _dash(m: re.Match[str], here: Here) -> Said | None:
    """Return a pause where a new clause follows the hyphen."""
    before = _WORD_BEFORE.search(here.text, max(0, m.start() - 22), m.start())
    if not before or before["w"] in _FIRST_PARTS:
        return None
    follows = _GOES_ON.match(here.text, m.end()) or _SENTENCE_NEXT.match(here.text, m.end())
    return whole(m, "—") if follows else None


SYMBOLS = (Rule(r"-(?<=\w-)(?=\s[A-Za-z])", _dash),)
