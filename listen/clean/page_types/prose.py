"""This module says whether a plain text is something to read aloud, or data, a program or a log that came by
its path.
"""

import re
import unicodedata

from listen.errors import NoArticleError

_JSON = re.compile(r"\s*(?:\{\s*[\"}]|\[\s*[\[{\"])")
_PUNCTUATION = "“”\"'‘’«»„‹›(),.!?;:…—–-[]{}*_#|~、。「」『』，！？：；،؟।"
_INSIDE = frozenset("'’‘-–‧·")
"""Signs inside a word, as in “rock-and-roll”."""
_NUMBER = re.compile(r"[\d.,:%$€£°+-]{1,8}")
_LOOKED_AT = 60_000
"""Characters; what a text is shows in its first ten minutes."""
_LONG = 12
"""Letters from which a token may be a whole sentence: some scripts have no spaces."""
REFUSED, DOUBTED = 0.45, 0.7
"""The share of letters in words. Of 500 articles and 150 other pages none is under .59 and two are under .7;
password files, key files, logs and tables of numbers are at .43 at most."""
_LONGEST = 45
"""Letters of the longest word in Latin letters: a longer one is a key or an encoded file."""
_PROGRAM = re.compile(
    r"[{};]\s*\Z|\)\s*[:{]\s*\Z|\s(?:[=!+<>-]?=|->|=>|&&|\|\|)\s|\w\(\)|"
    r"^\s*(?:#!|#include\b|import \w|from \S+ import\b|def \w|class \w+[:(]|sudo \w|\$ \w)"
)
"""What a line of a program or of a console has."""
_PROGRAM_LINES = 0.3
"""The share of lines from which a text is a program; of 1,300 articles twelve have so many, most
of them about programs."""
_SENTENCE = re.compile(
    r"(?:^|[.!?]\s)[^\W\d_][^\W\d_'’,]*(?:,?\s[^\W\d_]['’\w-]{0,20}){4,60}[.!?](?:\s|\Z)", re.MULTILINE
)
"""Five plain words or more and a full stop: who wrote one wrote for readers, whatever else there is."""
_LEAST = 20
"""Characters of a text that can be judged."""
NOTE = "this text may not be prose: much of it is no words"
PROGRAM = "this text may not be prose: many of its lines are those of a program"


def check(text: str) -> str | None:
    """Say where a text is hardly prose (None where it is); NoArticleError where it is data."""
    text = text[:_LOOKED_AT]
    if _JSON.match(text):
        raise NoArticleError("the text is data (JSON), not an article: give the document that it describes")
    if len(text) < _LEAST:
        return None
    share = in_words(text)
    if share < REFUSED and not _SENTENCE.search(text):
        raise NoArticleError("the text is data, not an article: most of it is no words")
    if share < DOUBTED:
        return NOTE
    lines = [line for line in text.split("\n") if line.strip()]
    coded = sum(_PROGRAM.search(line) is not None for line in lines)
    return PROGRAM if coded > 1 and coded >= _PROGRAM_LINES * len(lines) else None


def in_words(text: str) -> float:
    """The share of a text's characters, spaces apart, that stand in words; numbers count half."""
    words = whole = 0.0
    for token in text.split():
        # One endless token, as a picture in a text, weighs no more than a line.
        size = min(len(token), _LOOKED_AT // 600)
        whole += size
        bare = token.strip(_PUNCTUATION)
        if not bare or _NUMBER.fullmatch(bare):
            words += 0.5 * size
            continue
        if len(bare) > _LONGEST and bare.isascii():
            continue
        letters = len(bare) if bare.isalpha() else sum(map(_of_word, bare))
        if letters == len(bare) or (len(bare) > _LONG and letters > 0.8 * len(bare)):
            words += size
    return words / whole if whole else 0.0


def _of_word(letter: str) -> bool:
    return letter.isalpha() or letter in _INSIDE or unicodedata.category(letter)[0] == "M"
