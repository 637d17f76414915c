from __future__ import annotations

import random
from dataclasses import replace

from listen.model import Cue, Utterance, WordTime
from listen.stitch.cuelist import CueList, numbered


def utterance(n: int, lang: str = "en") -> Utterance:
    return Utterance(f"s{n}", f"Sentence {n}.", (), "title" if n == 1 else "paragraph", lang, block=n - 2)


def test_a_cue_comes_back_as_it_was_given() -> None:
    draw = random.Random(5)
    cues, expected, at = CueList(), [], 0
    for n in range(1, 200):
        longest = draw.choice((900, 30_000, 65_535, 65_536, 4_000_000_000))
        start, end = at + draw.randrange(2000), at + 2000 + longest
        words = []
        for k in range(draw.randrange(6)):
            first = draw.randrange(start, end + 1)
            words.append((k, k + 1, first, draw.choice((first, end))))
        doubt = "silence" if draw.random() < 0.1 else ""
        said = utterance(n, draw.choice(("en", "fr")))
        cues.add(said, start, end, iter(words), doubt)
        times = tuple(WordTime(*word) for word in words)
        expected.append(
            Cue(said.id, said.text, start, end, times, said.kind, said.block, "", said.lang, doubt)
        )
        at = end
    assert list(cues) == expected
    assert cues == tuple(expected)
    assert cues != tuple(expected[:-1])
    assert (cues[0], cues[-1], cues[3:9:2]) == (expected[0], expected[-1], tuple(expected[3:9:2]))
    assert len(cues) == 199


def test_words_before_their_cue_and_far_into_a_text_stay() -> None:
    cues = CueList()
    cues.add(utterance(1), 1000, 2000, [(0, 70_000, 990, 2000)])
    cues.add(utterance(2), 2000, 3000, [(0, 1, 2000, 3000)])
    assert cues[0].words == (WordTime(0, 70_000, 990, 2000),)
    assert cues[1].words == (WordTime(0, 1, 2000, 3000),)


def test_cues_by_numbers_are_the_same_cues() -> None:
    cues = CueList()
    cues.add(Utterance("s1", "Two words", (), lang="en-GB"), 100, 900, [(0, 3, 100, 400), (4, 9, 400, 900)])
    cues.add(Utterance("s2", "Long", ()), 900, 90_000, [(0, 4, 900, 90_000)], "unproven")
    for given in (cues, tuple(cues)):
        found = [
            (replace(cue, words=()), [WordTime(*times) for times in words]) for cue, words in numbered(given)
        ]
        assert found == [(replace(cue, words=()), list(cue.words)) for cue in cues]
