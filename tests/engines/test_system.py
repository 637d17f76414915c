"""pyttsx3 in its own process: whatever it does, speech comes or a clear error does."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest

from listen.engines import system
from listen.errors import EngineError
from listen.model import Voice
from tests.engines.utterances import utterance

REASON = system.missing()
needs_voice = pytest.mark.skipif(REASON is not None, reason=f"no system voice here: {REASON}")
LONG = "The first text of a process is long, and pyttsx3 alone would lose it without a word. " * 8


@pytest.fixture(autouse=True)
def _fresh_child() -> None:
    system._restart()


@needs_voice
def test_a_long_first_text_is_whole() -> None:
    said = utterance(LONG)
    voice = system.voices()[0]
    clip = system.synthesize(system.prepare(said, voice), said, voice)
    assert len(clip.samples) / clip.rate > 0.2 * len(said.words)
    assert np.abs(clip.samples).max() > 0.05


@needs_voice
def test_nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    said = utterance("Quiet, please.")
    voice = system.voices()[0]
    system.synthesize(system.prepare(said, voice), said, voice)
    assert capfd.readouterr() == ("", "")


@needs_voice
def test_rate_and_voice_are_those_asked_for_from_the_first_text_on() -> None:
    said = utterance(LONG)
    voice = system.voices()[0]
    lengths = []
    for rate in (1.0, 2.0, 1.0):
        system._restart()
        lengths.append(len(system.synthesize(said.spoken, said, voice, rate).samples))
    assert abs(lengths[0] - lengths[2]) < 0.02 * lengths[0]
    assert lengths[0] > 1.6 * lengths[1]


@needs_voice
def test_voices_have_names_and_languages() -> None:
    voices = system.voices()
    assert voices[0].name == "system"
    assert len({voice.name for voice in voices}) == len(voices)
    assert all(voice.engine == "system" and voice.credit for voice in voices)


@needs_voice
def test_a_child_that_died_is_replaced() -> None:
    said = utterance("Still here.")
    voice = system.voices()[0]
    system._child().process.kill()
    system._child().process.wait()
    assert len(system.synthesize(said.spoken, said, voice).samples)


def _child_that(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, code: str) -> None:
    """Put a program in the place of pyttsx3."""
    package = tmp_path / "pyttsx3"
    package.mkdir()
    (package / "__init__.py").write_text(
        "import time, os, sys\n"
        "class Engine:\n"
        "    def connect(self, *a): pass\n"
        "    def getProperty(self, n): return [] if n == 'voices' else None\n"
        "    def setProperty(self, *a): pass\n"
        "    def save_to_file(self, text, path): self.path = path\n"
        f"    def runAndWait(self):\n        {code}\n"
        "def init(): return Engine()\n"
    )
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")]))
    monkeypatch.setattr(system, "SETTLE_S", 0.2)
    monkeypatch.setattr(system, "PATIENCE_S", 2.0)
    system._restart()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("pass", "the file never appeared"),
        ("open(self.path, 'wb').close()", "the file stayed empty"),
        ("open(self.path, 'wb').write(b'nonsense' * 20)", "neither WAV nor AIFF"),
        ("raise RuntimeError('no voice')", "RuntimeError: no voice"),
        ("os._exit(3)", "process ended"),
        ("time.sleep(60)", "did not answer within"),
    ],
)
def test_what_stays_missing_is_one_clear_error(
    code: str, reason: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    voice = Voice("system", "system", "", "und", 22050, "", "")
    said = utterance("Lost words.")
    _child_that(monkeypatch, tmp_path, code)
    with pytest.raises(
        EngineError, match=rf"lost 'Lost words\.' 3 times .*{reason}.*--engine espeak"
    ) as raised:
        system.synthesize(said.spoken, said, voice)
    assert "\n" not in str(raised.value)


def test_a_computer_without_voices(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _child_that(monkeypatch, tmp_path, "pass")
    system.voices.cache_clear()
    assert system.missing() == "the computer has no voices that pyttsx3 finds: install one in its settings"
    system.voices.cache_clear()


@pytest.mark.parametrize(
    ("given", "tag"),
    [
        (["en_GB"], "en-GB"),
        (["en-us"], "en-us"),
        (["409"], "en-US"),
        (["407"], "de-DE"),
        ([], "und"),
        ([""], "und"),
    ],
)
def test_languages_of_all_drivers(given: list[str], tag: str) -> None:
    assert system._tag(given) == tag
