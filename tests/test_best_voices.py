"""A seed in each language that an installed voice speaks, narrated by the best of them; the long ones are
narrated by `python -m tests.bench.best_voices`.

Voices that have to be installed are looked for in `LISTEN_TEST_VOICES`, as in the engines' contract.
"""

from __future__ import annotations

import itertools
import os
from pathlib import Path

import pytest

from listen import pipeline
from listen.model import Episode
from listen.options import Options
from tests import programs
from tests.seeds_help import Seed, seeds

SHARED = os.environ.get("LISTEN_TEST_VOICES", "")
BEST = {"en-GB": "bf_emma", "es": "ef_dora", "fr-FR": "ff_siwis", "it": "if_sara", "pt-BR": "pf_dora"}
"""The voices of which `.ci/run` installs the best of each language."""
THEIRS = [seed for seed in seeds() if seed.lang in BEST]
SHORT = [seed for seed in THEIRS if sum(map(len, map(" ".join, seed.sentences))) < 2000]
"""Those that voices so slow say in some two minutes."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not SHARED, reason="LISTEN_TEST_VOICES names no folder of installed voices"),
]


@pytest.fixture(autouse=True)
def installed_voices(home: Path) -> None:
    """The voices that the whole run shares, in this test's home."""
    home.joinpath("voices").symlink_to(Path(SHARED).resolve())


def test_each_language_has_a_seed() -> None:
    assert {seed.lang for seed in SHORT} == set(BEST)


@pytest.mark.parametrize("seed", SHORT, ids=lambda seed: seed.name)
def test_a_seed_is_narrated_whole_by_the_best_voice_of_its_language(seed: Seed, tmp_path: Path) -> None:
    narrated(seed, tmp_path)


def narrated(seed: Seed, folder: Path) -> Episode:
    """Narrate it into a folder; every sentence is whole, and the file is what its times say."""
    told: list[str] = []
    # A sentence that stays in doubt is an error. Where two processes share the tests, each keeps to its core.
    jobs = 1 if "PYTEST_XDIST_WORKER" in os.environ else None
    options = Options(cache=False, strict=True, jobs=jobs)
    episode = pipeline.make(
        str(seed.article), out=folder / f"{seed.name}.mp3", options=options, note=told.append
    )
    assert [voice.name for voice in episode.voices] == [BEST[seed.lang]]
    assert not [note for note in told if "suits it better" in note]
    measured = programs.ebur128(episode.path)
    assert -16.5 <= measured.integrated <= -15.5
    assert measured.peak <= -1.0
    samples, rate = programs.mpg123(episode.path, folder)
    assert (len(samples), rate) == (episode.samples, episode.rate)
    assert all(cue.words and cue.end_ms > cue.start_ms for cue in episode.cues)
    words = list(itertools.chain.from_iterable(cue.words for cue in episode.cues))
    assert all(a.start_ms <= a.end_ms <= b.start_ms + 1 for a, b in itertools.pairwise(words))
    assert words[-1].end_ms <= episode.duration_ms
    return episode
