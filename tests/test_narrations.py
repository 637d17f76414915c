"""Every seed, narrated by real voices and read back by programs that are not ours."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from listen import pipeline
from listen.model import Episode
from listen.options import Options
from tests import programs

pytestmark = pytest.mark.slow

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
NAMES = sorted(path.name for path in SEEDS.iterdir() if path.is_dir())
ENGINES = [None, "espeak", "system"]
"""None: the voice that a user gets; German and French seeds get espeak's then."""


Made = Callable[[str, str | None], Episode]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("narrations")

    @functools.cache
    def make(seed: str, engine: str | None) -> Episode:
        (source,) = SEEDS.joinpath(seed).glob("article.*")
        out = folder / f"{seed}-{engine}.mp3"
        return pipeline.make(str(source), out=out, options=Options(engine=engine, cache=False))

    return make


Decoded = Callable[[str, str | None], tuple[np.ndarray, int]]


@pytest.fixture(scope="module")
def decoded(made: Made, tmp_path_factory: pytest.TempPathFactory) -> Decoded:
    """The samples of what was made and their rate, decoded once."""
    folder = tmp_path_factory.mktemp("decoded")

    @functools.lru_cache(2)
    def decode(seed: str, engine: str | None) -> tuple[np.ndarray, int]:
        samples, rate = programs.mpg123(made(seed, engine).path, folder)
        for path in folder.iterdir():
            path.unlink()
        return samples, rate

    return decode


# Of the module: so the tests of one narration follow each other, and share its samples.
each_seed = pytest.mark.parametrize("seed", NAMES, scope="module")
each_engine = pytest.mark.parametrize("engine", ENGINES, ids=str, scope="module")


@each_seed
@each_engine
def test_the_finished_file_is_as_loud_as_promised(seed: str, engine: str | None, made: Made) -> None:
    measured = programs.ebur128(made(seed, engine).path)
    assert -16.5 <= measured.integrated <= -15.5
    assert measured.peak <= -1.0


@each_seed
@each_engine
def test_it_decodes_to_the_timelines_very_sample(
    seed: str, engine: str | None, made: Made, decoded: Decoded
) -> None:
    episode = made(seed, engine)
    samples, rate = decoded(seed, engine)
    assert (len(samples), rate) == (episode.samples, episode.rate)
    report = programs.mp3val(episode.path)
    assert "WARNING" not in report
    assert "CBR" in report


@each_seed
@each_engine
def test_chapters_begin_where_their_first_word_does(
    seed: str, engine: str | None, made: Made, decoded: Decoded
) -> None:
    episode = made(seed, engine)
    read = [(c["start"], c["end"], c["tags"]["title"]) for c in programs.ffprobe(episode.path)["chapters"]]
    assert read == [(c.start_ms, c.end_ms, c.title) for c in episode.chapters]
    assert read[0][0] == 0
    assert read[-1][1] == episode.duration_ms
    assert all(a[1] == b[0] for a, b in itertools.pairwise(read))
    samples, rate = decoded(seed, engine)
    frame_ms = 576_000 / rate
    for start, _, _ in read[1:]:
        at = start * rate // 1000
        before = samples[at - rate * 9 // 10 : at - round(2 * rate * frame_ms / 1000)]
        assert np.abs(before).max() < 0.004, "silence before the chapter"
        after = np.abs(samples[at : at + rate // 4])
        assert int((after > 0.01).argmax()) * 1000 / rate <= frame_ms
        assert after.max() > 0.05, "words after it"


@each_seed
def test_every_sentence_of_the_story_has_its_time(seed: str, made: Made) -> None:
    episode = made(seed, None)
    assert all(a.end_ms <= b.start_ms for a, b in itertools.pairwise(episode.cues))
    for cue in episode.cues:
        assert cue.end_ms - cue.start_ms > 0
        assert cue.words, cue.text
        assert cue.words[0].start_ms == cue.start_ms
        assert all(a.end_ms <= b.start_ms + 1 for a, b in itertools.pairwise(cue.words)), cue.text


def test_page_and_text_of_one_story_say_the_same(made: Made) -> None:
    page, text = made("ukraine-peace-talks-page", None), made("ukraine-peace-talks-text", None)
    assert [c.text for c in page.cues] == [c.text for c in text.cues]
    assert not any("Listen To Story" in c.text for c in page.cues)


def test_a_language_gets_a_voice_of_that_language(made: Made) -> None:
    assert [v.lang for v in made("faehre", None).voices] == ["de"]
    assert made("mediatheque", None).voices[0].lang.startswith("fr")
    assert [v.name for v in made("hot-sand", None).voices] == ["heart"]


@pytest.mark.parametrize("rate", [0.8, 1.3])
def test_the_default_voice_keeps_the_rate_it_is_asked_for(rate: float, made: Made, tmp_path: Path) -> None:
    (source,) = SEEDS.joinpath("library-parrot").glob("article.*")
    usual = made("library-parrot", None)
    other = pipeline.make(str(source), out=tmp_path / "a.mp3", options=Options(rate=rate, cache=False))
    for a, b in zip(usual.cues, other.cues, strict=True):
        assert abs((b.end_ms - b.start_ms) * rate - (a.end_ms - a.start_ms)) < 25
    measured = programs.ebur128(other.path)
    assert -16.5 <= measured.integrated <= -15.5
    assert measured.peak <= -1.0
