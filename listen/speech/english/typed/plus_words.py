"""This module says a plus sign that a writer puts for "and": "tried + tested"."""

from __future__ import annotations

from listen.speech.rules import Here, Rule, Said, silent, whole
from listen.speech.writing import patterns as re

_DONE = (
    r"has|have|had|is|are|was|were|will|would|can|could|it|it[’']s|its|we|we[’']re|they|he|she|I|I[’']m|I[’']ve|you|you[’']ll"
    r"|there|then|also|still|even|so|this|that|these|those|my|our|your|their|get|gets|got|comes?|includes?|makes?|if|when"
    r"|how|why|what|where|because|not|never|always"
)
_SENTENCE = re.compile(r"\W{0,3}[A-Z](?:[^\d=$£€<>{}|*/#\n]{60,600})[.!?…:]\W{0,3}\Z")
"""Running words, where nothing is reckoned with."""
_SENTENCE_LIMIT = 600


def _and(m: re.Match[str], here: Here) -> Said | None:
    """ "tried + tested" in running words; "price + tax" is added up."""
    if len(here.text) > _SENTENCE_LIMIT or not _SENTENCE.fullmatch(here.text):
        return None
    return whole(m, "and")


SYMBOLS = (
    Rule(r"\+(?<=\A\+)(?=\s[A-Z][a-z])", silent),  # a line of a list: "+ Added stones"
    Rule(r"\+['’]s(?<=\w...)(?!\w)", lambda m, h: whole(m, "plus's")),  # Disney+'s
    Rule(rf"\+(?<=[a-z)!”]\s\+)(?=\s(?:{_DONE})\s)", lambda m, h: whole(m, "and")),
    Rule(r"\+(?:(?<=[a-z]{3}[)!”]\s\+)|(?<=[a-z]{3}\s\+))(?=\s[a-z]{3})", _and),
)
