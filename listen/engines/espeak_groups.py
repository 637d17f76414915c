"""Spoken words to espeak-ng's phonemes, one group for each word, for models that were trained on them.

A clause is read as a whole, because how a word sounds depends on its neighbours. espeak-ng then says more or
fewer words than are written ("vingt-deux", "c'est-à-dire", "1987"): they are laid over the written ones by
what each of these sounds like alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from listen.engines import french_links
from listen.engines.espeak.espeak_library import library
from listen.engines.phoneme_groups import JOIN, LINK, NOTHING
from listen.engines.phonemes import foreign
from listen.model import SpokenWord, Utterance

TIE = "^"
"""Stands between the letters of one sound in what `letters` is given."""
_SWITCH = re.compile(r"\([a-z][\w-]*\)")
"""espeak-ng's remark that it reads what follows in another language."""


@dataclass(frozen=True, slots=True)
class Clauses:
    """A reader of one language for one alphabet."""

    voice: str
    """espeak-ng's voice."""
    letters: Callable[[str], str]
    """espeak-ng's IPA, tied by `TIE` → the model's letters."""
    marks: Callable[[str], str]
    """Punctuation as written → as the model knows it."""

    def groups(self, utterance: Utterance) -> list[str]:
        """One group for each of the utterance's words, its punctuation attached."""
        found: list[str] = []
        clause: list[SpokenWord] = []
        for word in utterance.words:
            clause.append(word)
            if self.marks(word.after):
                found += self._clause(clause)
                clause = []
        return found + self._clause(clause)

    def _clause(self, words: list[SpokenWord]) -> list[str]:
        """The groups of words without punctuation between them."""
        if not words:
            return []
        texts = [word.text.replace("’", "'") for word in words]
        whole, *alone = self._said(" ".join(texts), *(texts if len(texts) > 1 else ()))
        said = whole.split()
        if len(said) != len(words):
            said = lay_over(said, alone or [whole])
        if self.voice.split("/")[-1].startswith("fr"):
            said = french_links.mended(words, said, [a.replace(" ", "") for a in alone or [whole]])
        for n, word in enumerate(words):
            own = word.ipa or ("" if self.voice.startswith("inc/") else foreign(word.text))
            if own:
                said[n] = self.letters(own.replace("͡", TIE)).replace(" ", JOIN)
        return [
            (LINK if group.startswith(LINK) else "")
            + self.marks(word.before)
            + (group.removeprefix(LINK) if group else NOTHING)
            + self.marks(word.after)
            for word, group in zip(words, said, strict=True)
        ]

    def _said(self, *texts: str) -> list[str]:
        found = library().phonemes_each(texts, self.voice, TIE)
        return [" ".join(self.letters(_SWITCH.sub("", ipa)).split()) for ipa in found]


def lay_over(said: list[str], alone: list[str]) -> list[str]:
    """Return what is said in one breath, parted as the words that it is said for: `alone` is each word by
    itself.

    A part's own spaces become `JOIN`; where a part begins inside of what is said, it begins with `LINK`. A
    word that is heard in its neighbours alone is `LINK`; one that has no sound even by itself is empty.
    """
    flow = "".join(said)
    edges = {0}
    at = 0
    for group in said:
        at += len(group)
        edges.add(at)
    cuts = _cuts("".join(a.replace(" ", "") for a in alone), flow)
    places = [0]
    written = 0
    for word in alone[:-1]:
        written += len(word.replace(" ", ""))
        place = max(places[-1], cuts[written])
        near = min(edges, key=lambda edge: abs(edge - place))
        places.append(near if abs(near - place) <= 1 and places[-1] < near < len(flow) else place)
    places.append(len(flow))
    parts: list[str] = []
    for word, (begin, end) in zip(alone, pairwise(places), strict=True):
        inner = sorted(edge for edge in edges if begin < edge < end)
        pieces = [flow[a:b] for a, b in zip([begin, *inner], [*inner, end], strict=True)]
        part = JOIN.join(piece for piece in pieces if piece)
        linked = begin not in edges or not any(c.isalpha() for c in part)
        parts.append((LINK if linked and word else "") + part)
    return parts


def _cuts(a: str, b: str) -> list[int]:
    """For each place in `a`, the place in `b` that it comes to when the fewest letters are changed."""
    rows = [list(range(len(b) + 1))]
    for i, x in enumerate(a, 1):
        before, row = rows[-1], [i]
        for j, y in enumerate(b, 1):
            row.append(min(before[j - 1] + (x != y), before[j] + 1, row[j - 1] + 1))
        rows.append(row)
    cuts = [len(b)] * (len(a) + 1)
    i, j = len(a), len(b)
    while i:
        cuts[i] = j
        if j and rows[i][j] == rows[i - 1][j - 1] + (a[i - 1] != b[j - 1]):
            i, j = i - 1, j - 1
        elif rows[i][j] == rows[i - 1][j] + 1:
            i -= 1
        else:
            j -= 1
    cuts[0] = 0
    return cuts
