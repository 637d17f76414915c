"""This module says what a sentence asks for: how long its sounds take, which of its words no pace tells.

All of it comes from the text and the phonemes; nothing here has heard a sample.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import accumulate, pairwise

from listen import engines
from listen.model import OTHER_SCRIPTS, Pace, Utterance, Voice

LENIENT = Pace(base_ms=120, vowel_ms=75, consonant_ms=65, long_ms=35, clause_ms=110, spread=0.1)
"""For voices that were not calibrated: between the paces of those that were."""
VOWELS = frozenset("AIOQWYaeiouyæɐɑɒɔəɚɛɜɝɞɘɪʊʌᵻᵊøœɶɵʉɨɤɯʏ")
LONG = frozenset("AIOQWYː")
MARKS = frozenset("ˈˌːˑʲʰʷˠˤ")
"""Letters to Unicode that are no sounds of their own."""
_COMPARED = 300
"""Words in which a written repetition is looked for."""
_DRAWN = re.compile(r"([^\W\d_])\1\1|^(?!.*[aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýœ])[a-z]{2,}$", re.IGNORECASE)
"""A word that is drawn out ("Ahhhh", "Brrrr") or has no Latin vowel ("Mm", "Psst"): it takes any time."""
_LONGEST_DRAWN = 20
"""Letters of the longest such word; a longer one is a name like Llanfairpwllgwyngyll."""
_UNKNOWN = re.compile(r"[^\W\d_\u0041-\u024f\u1e00-\u1eff]")
"""A letter that is not Latin. Voices spell such words, read them in their own language, or leave them out."""
_CLAUSE = re.compile(r"[,;:—–)….!?]")
"""What a voice pauses at."""
_SWITCH = re.compile(r"\([a-z]{2,3}(?:-[a-z0-9]+)*\)")
"""How espeak marks that it goes on in another language."""


def expected_ms(sounds: str, utterance: Utterance, pace: Pace, rate: float = 1.0) -> float:
    """Time of sound, without pauses, that these phonemes take at this pace."""
    vowels, consonants, long = counted(sounds)
    clauses = sum(word.after != " " and bool(_CLAUSE.search(word.after)) for word in utterance.words[:-1])
    time = (
        pace.base_ms
        + pace.vowel_ms * vowels
        + pace.consonant_ms * consonants
        + pace.long_ms * long
        + pace.clause_ms * clauses
    )
    return time / rate


def counted(sounds: str) -> tuple[int, int, int]:
    """Return how many vowels, other sounds, and long sounds or marks of length there are."""
    vowels = consonants = long = 0
    for letter, count in Counter(sounds).items():  # a few dozen letters, however long the sentence
        if letter in LONG:
            long += count
        if letter in VOWELS:
            vowels += count
        elif letter.isalpha() and letter not in MARKS:
            consonants += count
    return vowels, consonants, long


def sounds_of(prepared: str, utterance: Utterance, voice: Voice) -> str:
    """The phonemes that the utterance should take: the engine's own, or its letters."""
    return _SWITCH.sub("", engines.get(voice.engine).sounds(prepared, utterance, voice))


def free_letters(utterance: Utterance, voice: Voice) -> tuple[int, int]:
    """Letters of words whose length no pace tells, and letters of all."""
    latin = voice.lang.split("-")[0] not in OTHER_SCRIPTS
    free = letters = 0
    for word in utterance.words:
        count, drawn, unknown = _word(word.text)
        letters += count
        if drawn or (unknown and latin and not word.ipa):
            free += count
    return free, letters


@lru_cache(maxsize=1 << 13)
def _word(text: str) -> tuple[int, bool, bool]:
    """A word's letters, whether it may be drawn out, and whether a letter of it is not Latin."""
    count = sum(c.isalpha() for c in text)
    return count, count <= _LONGEST_DRAWN and bool(_DRAWN.search(text)), bool(_UNKNOWN.search(text))


def spelt(utterance: Utterance) -> int:
    """Return how many of the words are names of letters or figures (as many words as characters that they
    stand for), or are said again and again ("ha ha ha"). Each is said by itself, slowly.
    """
    spans = Counter((word.start, word.end) for word in utterance.words)
    names = sum(count for (start, end), count in spans.items() if end - start <= count)
    names += sum(len(w.text) == 1 and w.end - w.start > 1 for w in utterance.words)
    said = [word.text.casefold() for word in utterance.words]
    return names + sum(a == b for a, b in pairwise(said))


def written_twice(utterance: Utterance) -> bool:
    """Return whether half of the sentence, at least, is words that it has twice: then a copy is what was
    written.
    """
    words = [word.text.casefold() for word in utterance.words[:_COMPARED]]
    before = [0, *accumulate(map(len, words))]  # letters before each word
    for apart in range(1, len(words)):
        run = 0
        for n in range(apart, len(words)):
            run = min(run + 1, apart) if words[n] == words[n - apart] else 0
            if run and 4 * (before[n + 1] - before[n + 1 - run]) >= before[-1]:
                return True
    return False
