"""One contract for every engine that can speak here, and for the one that the docs show.

Voices that have to be installed are looked for in `LISTEN_TEST_VOICES`, a folder that `listen voices install`
filled (`.ci/run` does). Engines without a voice there are held to what needs none.
"""

from __future__ import annotations

import contextlib
import math
import os
import pickle
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from listen import engines
from listen.casting import catalog, entries
from listen.engines import contract
from listen.engines.contract import Engine
from listen.errors import EngineError, VoiceError
from listen.model import Clip, SpokenWord, Utterance, Voice
from listen.render import verify
from listen.storage import folders
from tests.engines.utterances import utterance

ROOT = Path(__file__).resolve().parents[2]
TEXTS = {
    "en": "The harbour clock struck eleven, and nobody on the quay moved.",
    "es": "El barco salió temprano, y nadie en el muelle dijo nada.",
    "fr": "Le bateau est parti tôt, et personne sur le quai n'a parlé.",
    "it": "Il traghetto è partito presto, e nessuno ha parlato.",
    "pt": "A balsa saiu cedo, e ninguém no cais falou nada.",
}
CANDIDATES = {
    "hibari": ("heart",),
    "espeak": ("espeak-en-gb", "espeak-fr", "espeak-es"),
    "tone": ("tone",),
    "system": ("system",),
    "kokoro": ("bm_george", "ef_dora", "ff_siwis", "if_sara", "pf_dora", "af_heart:0.6+bf_emma:0.4"),
    "piper": ("en_US-joe-medium",),
    "chimes": ("chimes-low", "chimes-high"),
}
"""The voices that speak here. An engine that is not among them speaks with the first that is described."""
CANDIDATES |= {
    name: tuple(entry.voice.name for entry in catalog.all_entries() if entry.voice.engine == name)[:1]
    for name in engines.ENGINES.keys() - CANDIDATES.keys() - {"openai"}
}


@pytest.fixture(autouse=True)
def installed_voices(home: Path) -> None:
    """The voices that the whole run shares, in this test's home."""
    if shared := os.environ.get("LISTEN_TEST_VOICES"):
        home.joinpath("voices").symlink_to(Path(shared).resolve())


@pytest.fixture(autouse=True)
def chimes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """The engine of docs/engines.md, as its readers would add it."""
    page = (ROOT / "docs" / "engines.md").read_text("utf-8")
    code, line, table = re.findall(r"```(?:python|toml)\n(.*?)```", page, re.DOTALL)
    assert len(code.splitlines()) <= 66
    (tmp_path / "listen_engine_of_the_docs.py").write_text(code, "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert line.strip() == '"chimes": "listen.engines.chimes",'
    monkeypatch.setitem(engines.installed(), "chimes", "listen_engine_of_the_docs")
    known = {**entries.described(), **dict(entries.parse("chimes.toml", table))}
    monkeypatch.setattr(entries, "described", lambda: known)
    engines.get.cache_clear()
    yield
    engines.get.cache_clear()
    sys.modules.pop("listen_engine_of_the_docs", None)


@cache
def _shared() -> frozenset[str]:
    folder = os.environ.get("LISTEN_TEST_VOICES", "")
    return (
        frozenset(p.relative_to(folder).as_posix() for p in Path(folder).rglob("*"))
        if folder
        else frozenset()
    )


def speakers() -> list[str]:
    """The voices that can speak in this run: no test of one that cannot is made, so none is skipped."""
    names = []
    for engine, voices in CANDIDATES.items():
        for name in voices:
            entry = catalog.entry(name) if engine not in ("system", "chimes") else None
            if entry is not None and not {f.path for f in entry.files} <= _shared():
                continue
            if engine in ("chimes", *NETWORKS) or engines.get(engine).missing() is None:
                names.append(name)
    return names


NETWORKS = ("kokoro", "piper")
"""Engines that take seconds for a sentence: their voices are for the slow run."""


def marked(name: str) -> object:
    slow = any(name in CANDIDATES[engine] for engine in NETWORKS)
    return pytest.param(name, marks=[pytest.mark.slow] if slow else [])


every_voice = pytest.mark.parametrize("name", [marked(name) for name in speakers()])
every_engine = pytest.mark.parametrize(
    "name", [marked(name) for name in speakers() if name in {voices[0] for voices in CANDIDATES.values()}]
)
"""A voice of each, for what depends on the engine alone."""


def said_by(name: str) -> tuple[Engine, Voice, Utterance]:
    voice = catalog.load(name)
    primary = voice.lang.split("-")[0]
    return engines.get(voice.engine), voice, utterance(TEXTS.get(primary, TEXTS["en"]), voice.lang)


@cache
def said_once(name: str) -> tuple[Any, Clip]:
    """That sentence as the engine is given it, and its sound: made once for all tests of it."""
    engine, voice, said = said_by(name)
    prepared = engine.prepare(said, voice)
    engine.load(voice)
    return prepared, engine.synthesize(prepared, said, voice)


def test_every_engine_has_a_candidate() -> None:
    without = {name for name in engines.ENGINES if not CANDIDATES.get(name)}
    assert without == {"openai"}  # which has a server of its own to be tested with


@pytest.mark.parametrize("name", [*engines.ENGINES, "chimes"])
def test_traits_and_what_is_missing(name: str) -> None:
    engine = engines.get(name)
    traits = engine.TRAITS
    assert (traits.name, bool(traits.licence)) == (name, True)
    assert traits.concurrency >= 0
    assert traits.rate is None or 8000 <= traits.rate <= 48000
    lacking = engine.missing()
    assert lacking is None or (lacking.strip() and "\n" not in lacking)
    for entry in catalog.all_entries():
        voice = entry.voice
        if voice.engine == name:
            assert voice.licence
            assert voice.credit
            assert traits.rate in (None, voice.rate)
    assert set(contract.MEMBERS) <= set(dir(engine))


@every_voice
def test_the_same_words_give_the_same_samples(name: str) -> None:
    engine, voice, said = said_by(name)
    prepared, first = said_once(name)
    other = utterance("Something else comes in between.", voice.lang)
    engine.synthesize(engine.prepare(other, voice), other, voice)
    again = engine.synthesize(pickle.loads(pickle.dumps(prepared)), said, voice)
    assert first.samples.dtype == np.float32
    assert first.samples.ndim == 1
    if engine.TRAITS.repeatable:
        assert again.samples.tobytes() == first.samples.tobytes()
    assert again.words == first.words
    assert engine.version(voice) == engine.version(voice) != ""
    assert first.rate == (engine.TRAITS.rate or first.rate)
    if engine.TRAITS.name != "system":
        assert first.rate == voice.rate


@every_voice
def test_the_sentence_is_whole_and_every_word_has_its_time(name: str) -> None:
    engine, voice, said = said_by(name)
    prepared, clip = said_once(name)
    assert verify.examine(clip, said, prepared, voice) is None
    assert engine.sounds(prepared, said, voice).strip()
    if not engine.TRAITS.word_times:
        assert clip.words == ()
        return
    assert len(clip.words) == len(said.words)
    ends = [0, *(end for _, end in clip.words)]
    for (start, end), before in zip(clip.words, ends, strict=False):
        assert before <= start <= end <= len(clip.samples)


@every_engine
def test_a_rate_makes_it_shorter_or_is_left_to_stretching(name: str) -> None:
    engine, voice, said = said_by(name)
    prepared, clip = said_once(name)
    usual, fast = len(clip.samples), len(engine.synthesize(prepared, said, voice, 1.5).samples)
    assert fast < usual
    if not engine.TRAITS.uneven_rate:
        assert abs(usual / fast - 1.5) < 0.15


@every_engine
def test_nothing_to_say_is_silence_or_an_error(name: str) -> None:
    engine, voice, _ = said_by(name)
    for words in ((), (SpokenWord("…", 0, 1),)):
        said = Utterance("s1", "…", words, lang=voice.lang)
        with contextlib.suppress(EngineError):
            clip = engine.synthesize(engine.prepare(said, voice), said, voice)
            assert np.isfinite(clip.samples).all()


@every_engine
def test_a_long_sentence_keeps_every_word(name: str) -> None:
    engine, voice, short = said_by(name)
    said = utterance(", ".join([short.text.rstrip(".")] * 12) + ".", voice.lang)
    clip = engine.synthesize(engine.prepare(said, voice), said, voice)
    assert len(clip.words) == (len(said.words) if engine.TRAITS.word_times else 0)
    assert len(clip.samples) / clip.rate > 0.15 * len(said.words)


@every_engine
def test_a_voice_that_it_does_not_have_is_an_error_in_one_line(name: str) -> None:
    engine, voice, said = said_by(name)
    if engine.TRAITS.name in ("tone", "system"):  # they have one voice, whatever it is called
        return
    strange = replace(voice, name="nobody", id="zz_nobody")
    with pytest.raises((EngineError, VoiceError)) as told:
        engine.synthesize(engine.prepare(said, strange), said, strange)
    assert "\n" not in str(told.value)


@every_voice
def test_what_it_costs_is_known_where_it_is_local(name: str) -> None:
    engine, voice, _ = said_by(name)
    price = engine.price(voice)
    assert price == 0 if engine.TRAITS.local else price is None or math.isfinite(price)
    assert all(found.engine == engine.TRAITS.name for found in engine.voices())


def test_a_voice_that_is_not_installed_says_how(home: Path) -> None:
    if (home / "voices").is_symlink():
        (home / "voices").unlink()
    for name in ("bm_george", "en_US-joe-medium", "emma"):
        engine, voice, said = said_by(name)
        with pytest.raises(EngineError, match="is not installed: listen voices install "):
            engine.synthesize(engine.prepare(said, voice), said, voice)
    assert folders.voices_dir() == home / "voices"
