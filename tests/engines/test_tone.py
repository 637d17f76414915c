"""The fake engine is exact, so that others can be."""

import numpy as np
import pytest

from listen.casting import catalog
from listen.engines import tone
from listen.engines.contract import Engine
from tests.engines.utterances import utterance

VOICE = catalog.load("tone")


def test_lengths_are_what_the_docstring_says() -> None:
    said = utterance("One fine day.")
    clip = tone.synthesize(tone.prepare(said, VOICE), said, VOICE)
    assert clip.rate == 24000
    assert clip.words == ((0, 3600), (4200, 9000), (9600, 13200))
    assert len(clip.samples) == (3 + 4 + 3) * tone.LETTER + 2 * tone.GAP


def test_words_fill_their_spans_and_gaps_are_silent() -> None:
    said = utterance("Well-known places, aren't they?")
    clip = tone.synthesize(tone.prepare(said, VOICE), said, VOICE)
    heard = np.abs(clip.samples) > 0
    for start, end in clip.words:
        assert np.abs(clip.samples[start]) == pytest.approx(tone.LEVEL)
        assert np.abs(clip.samples[end - 1]) > 0.99 * tone.LEVEL
        heard[start:end] = False
    assert not heard.any()


@pytest.mark.parametrize("rate", [0.5, 0.8, 1.25, 2.0])
def test_rate_divides_lengths(rate: float) -> None:
    said = utterance("Four words of speech.")
    clip = tone.synthesize(tone.prepare(said, VOICE), said, VOICE, rate)
    letters = [end - start for start, end in clip.words]
    assert letters == [round(tone.LETTER / rate) * n for n in (4, 5, 2, 6)]


def test_it_satisfies_the_protocol() -> None:
    engine: Engine = tone
    assert engine.missing() is None
    assert engine.version(VOICE)
