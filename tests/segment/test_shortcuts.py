"""What is found by a shorter way is what the patterns find."""

from __future__ import annotations

import random
import re

from listen.segment import rhythm, sentences
from listen.segment.foreign import other_tongues

WRITTEN = (
    "",
    "(1) one (2) two",
    "a) first b) second",
    "1.) x 2.) y",
    "•\u20091. point",
    "He came at 1. Then he left (see 12).",
    "rock'n'roll isn't l'eau",
    "Queue, aeiouy AEIOUY; rhythm_and 3blues",
    "naïve café Straße",
    "\x1ca\x1f1) b\tc. d\x00e",
)
DRAWN = random.Random(7)
TEXTS = (*WRITTEN, *("".join(DRAWN.choices("aeAEyb1290 \t\n.()'-_•é", k=30)) for _ in range(300)))


def test_shorter_ways_find_the_same() -> None:
    for text in TEXTS:
        vowels = len(re.findall("[aeiouy]+", text, re.IGNORECASE))
        if text.isascii():
            assert rhythm.syllables(text) == max(vowels or len(re.findall(r"\w", text)) // 3, 1), text
        folded = text.lower().replace("’", "'")
        assert other_tongues._words(text) == other_tongues._WORD.findall(folded), text
        flat = sentences._SPACE.sub(" ", text)
        if sentences._ITEM.search(flat):
            assert sentences._MAY_BE_ITEM.search(f" {flat}"), text
