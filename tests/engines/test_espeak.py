"""espeak-ng in process: deterministic, word times from its events, any language."""

import shutil
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import pytest

from listen.casting import catalog
from listen.engines import espeak
from listen.engines.espeak.espeak_library import Library, library
from listen.errors import EngineError, VoiceError
from listen.model import SpokenWord, Utterance
from tests.engines.utterances import utterance

BRITISH = catalog.load("espeak-en-gb")
TEXTS = {
    "espeak-en-gb": "It was ten past four at breakfast, at high water and at midnight.",
    "espeak-de": "Nach langen Jahren fährt die Fähre wieder über den See.",
    "espeak-fr": "Il hausse les épaules et attend les prunes.",
    "espeak-ru": "Никто не знал почему, но все окна были открыты.",
    "espeak-el": "Κανείς δεν ήξερε γιατί.",
    "espeak-cmn": "没有人知道为什么",
    "espeak-hi": "सात बजे की ट्रेन फिर देर से आई।",
}


def speak(name: str, rate: float = 1.0) -> bytes:
    voice = catalog.load(name)
    said = utterance(TEXTS[name], voice.lang)
    return espeak.synthesize(espeak.prepare(said, voice), said, voice, rate).samples.tobytes()


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_words_have_times_in_order(name: str) -> None:
    voice = catalog.load(name)
    said = utterance(TEXTS[name], voice.lang)
    clip = espeak.synthesize(espeak.prepare(said, voice), said, voice)
    assert clip.rate == voice.rate == 22050
    assert len(clip.words) == len(said.words)
    last = 0
    for start, end in clip.words:
        assert last <= start < end <= len(clip.samples)
        last = end


def test_nothing_said_before_changes_a_sample() -> None:
    first = speak("espeak-en-gb")
    speak("espeak-de", 2.0)
    speak("espeak-cmn", 0.5)
    assert speak("espeak-en-gb") == first


@pytest.mark.slow
def test_threads_and_processes_give_the_same() -> None:
    names = sorted(TEXTS) * 3
    alone = [speak(name) for name in names]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(speak, names)) == alone
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as processes:
        assert list(processes.map(speak, names[:4])) == alone[:4]


@pytest.mark.slow
def test_speaking_does_not_grow_memory_or_print(capfd: pytest.CaptureFixture[str]) -> None:
    def resident() -> int:
        try:
            with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123
                return int(file.read().split()[1]) * 4
        except FileNotFoundError:
            pytest.skip("needs Linux's /proc to measure memory")

    for _ in range(20):
        speak("espeak-en-gb")
    before = resident()
    for _ in range(150):
        speak("espeak-en-gb")
    assert resident() - before < 3000, "kilobytes"
    assert capfd.readouterr() == ("", "")


def test_rate_is_words_a_minute() -> None:
    seconds = {rate: len(speak("espeak-en-gb", rate)) / 4 / 22050 for rate in (0.5, 1.0, 2.0)}
    assert 160 < 13 / seconds[1.0] * 60 < 200
    assert seconds[0.5] > 1.7 * seconds[1.0] > 2.6 * seconds[2.0]


def test_a_lexicons_pronunciation_goes_in_as_mnemonics() -> None:
    words = (SpokenWord("Visit", 0, 5), SpokenWord("Kyiv", 6, 10, after=".", ipa="kiːv"))
    said = Utterance("s1", "Visit Kyiv.", words)
    assert espeak.prepare(said, BRITISH) == "Visit [[k'i:v]]."
    clip = espeak.synthesize(espeak.prepare(said, BRITISH), said, BRITISH)
    assert clip.words[1][0] > clip.words[0][0]
    plain = utterance("Visit keeve.")
    other = espeak.synthesize(espeak.prepare(plain, BRITISH), plain, BRITISH)
    assert abs(len(clip.samples) - len(other.samples)) < 0.05 * len(clip.samples)


def test_brackets_in_the_text_are_no_mnemonics() -> None:
    said = utterance("He said [[hello]] twice.")
    assert "[[" not in espeak.prepare(said, BRITISH)


def test_sound_lies_where_the_words_are() -> None:
    said = utterance(TEXTS["espeak-en-gb"])
    clip = espeak.synthesize(espeak.prepare(said, BRITISH), said, BRITISH)
    assert all(np.abs(clip.samples[a:b]).max() > 0.02 for a, b in clip.words)


def test_another_text_has_no_times() -> None:
    said = utterance("One two three four.")
    assert espeak.synthesize("One two", said, BRITISH).words == ()


def test_phonemes_come_from_the_dictionary() -> None:
    assert library().phonemes("The thought, again.", "gmw/en").split() == ["ðə", "θˈɔːt", "ɐɡˈɛn"]


@pytest.mark.parametrize(
    "name", ["gmw/en", "gmw/en-US", "roa/pt-BR", "de", "en-us", "English (America)", "en+f3"]
)
def test_a_voice_chosen_by_its_file_is_the_one_of_its_name(name: str) -> None:
    once = [
        Library(library().path, library().data).speak("Seven hats.", name, 155, "Seven") for _ in range(2)
    ]
    again = Library(library().path, library().data)
    assert [again.speak("Seven hats.", name, 155, "Seven") for _ in range(2)] == once
    assert again.phonemes_each(["vingt-deux"], name) == library().phonemes_each(["vingt-deux"], name)


@pytest.mark.skipif(sys.platform != "linux", reason="where open files have paths")
def test_a_voice_is_looked_for_once(tmp_path: Path) -> None:
    data = tmp_path / "espeak-ng-data"
    shutil.copytree(library().data, data)
    own, name = Library(library().path, str(data)), "English (America)"
    first = own.phonemes("one", name)
    file = data / "lang" / "gmw" / "en-US"
    file.write_text(file.read_text("utf-8").replace(name, "another"), "utf-8")
    assert own.phonemes("one", name) == first
    with pytest.raises(VoiceError):
        Library(own.path, own.data).phonemes("one", name)


def test_unknown_voice_and_missing_data_are_one_clear_line(tmp_path: object) -> None:
    with pytest.raises(VoiceError, match="espeak-ng has no voice 'gmw/nowhere'"):
        library().speak("x", "gmw/nowhere", 170)
    with pytest.raises(EngineError, match="espeak-ng cannot be loaded"):
        Library(f"{tmp_path}/none.so", "").speak("x", "gmw/en", 170)
    with pytest.raises(EngineError, match="does not find its data"):
        Library(library().path, str(tmp_path)).speak("x", "gmw/en", 170)


@pytest.mark.slow
def test_every_described_voice_speaks() -> None:
    for voice in catalog.all_voices():
        if voice.engine == "espeak":
            said = utterance("A e i o u 1 2 3 4 5 6 7 8 9", voice.lang)
            assert len(espeak.synthesize(espeak.prepare(said, voice), said, voice).samples) > 2205, voice.name
