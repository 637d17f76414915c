"""Nothing lost: planted faults are caught, whole sentences pass."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from listen import engines
from listen.casting import catalog
from listen.model import Clip
from listen.render import verify
from listen.render.expected import LONG, MARKS, VOWELS, counted
from tests.engines.utterances import utterance
from tests.patience import least_cpu_s

pytestmark = pytest.mark.slow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listen.model import Utterance, Voice

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
FOREIGN = {"faehre": "de", "mediatheque": "fr", "relojero": "es", "ombrello": "it", "barca": "pt"}
OWN = {
    "en": [
        "No.",
        "Yes, sir.",
        "Why?",
        "Oh!",
        "“Never.”",
        "It moved.",
        "She said no.",
        "He left on Tuesday.",
        "We owe you a lot.",
        "How to hear it",
        "Six sixths make one.",
        "Twelfths, sixths, strengths.",
        "“I was there,” he said, “and so were you.”",
        "Dr Adaeze Okonkwo-Lindqvist, who is fifty-eight, has never lost a case.",
        "Of the two hundred and forty-seven ballots, nineteen were blank; nobody asked why.",
        "It rained in Reykjavík, in Łódź and in Ouagadougou.",
        "A ship — the largest ever built there — slid down the ways, stopped, and would not go on.",
        "The minutes, the hours, the whole long afternoon: she counted them all, twice, and wrote them down"
        " in a book that she kept, for reasons of her own, in the oven.",
    ],
    "de": ["Nein.", "Wer hat das gesagt?", "Der Kapitän, einundachtzig Jahre alt, schweigt dazu."],
    "fr": ["Non.", "Qui a dit cela ?", "La bibliothécaire, qui range les livres, ne répond pas."],
    "es": ["No.", "¿Quién lo dijo?", "La alcaldesa, que vive en el barrio, prometió abrir el parque."],
    "it": ["No.", "Chi lo ha detto?", "La sindaca, che abita nel quartiere, ha promesso di aprire il parco."],
    "pt": ["Não.", "Quem disse isso?", "A prefeita, que mora no bairro, prometeu abrir o parque amanhã."],
    "pl": ["Nie.", "Kto to powiedział?", "Nikt nie wiedział dlaczego, ale wszystkie okna były otwarte."],
    "ru": ["Нет.", "Кто это сказал?", "Никто не знал почему, но все окна были открыты."],
    "cmn": ["没有人知道为什么，但是所有的窗户都开着。"],
    "tr": ["Hayır.", "Kimse nedenini bilmiyordu, ama bütün pencereler açıktı."],
}
VOICES = [
    ("heart", "en"),
    ("espeak-en-gb", "en"),
    ("espeak-en-us", "en"),
    *((f"espeak-{lang}", lang) for lang in OWN if lang != "en"),
]
RATES = (1.0, 0.5, 0.8, 1.3, 2.0)
KNOWN = {"espeak-es": {"second half silent (2.0): El nieto ha devuelto ya 187."}}
"""Faults that are not found: half of a sentence of six words at twice the pace is shorter than what its pace
may vary."""


def find_fault(clip: Clip, said: Utterance, prepared: str, voice: Voice, rate: float = 1.0) -> str:
    fault = verify.examine(clip, said, prepared, voice, rate)
    return fault.text if fault else ""


def sentences(lang: str, seeds: bool = True) -> list[str]:
    """Our own sentences of a language, and those of the seeds in it."""
    found = list(OWN[lang])
    for path in sorted(SEEDS.glob("*/sentences.json")) if seeds else ():
        if FOREIGN.get(path.parent.name, "en") == lang and not path.parent.name.endswith("-text"):
            found += [s for block in json.loads(path.read_text("utf-8")) for s in block]
    return [s for s in found if any(c.isalpha() for c in s)]


@cache
def spoken(text: str, lang: str, name: str, rate: float = 1.0) -> tuple[Utterance, str, Clip, Voice]:
    voice = catalog.load(name)
    engine = engines.get(voice.engine)
    said = utterance(text, lang)
    prepared = engine.prepare(said, voice)
    return said, prepared, engine.synthesize(prepared, said, voice, rate), voice


def faults(
    said: Utterance, prepared: str, clip: Clip, voice: Voice, rate: float
) -> Iterator[tuple[str, Clip]]:
    """The clip with what can go wrong, each at several places in the chain."""
    samples, engine = clip.samples, engines.get(voice.engine)
    noise = np.random.default_rng(7)
    first, last = np.flatnonzero(np.abs(samples) > 1e-3)[[0, -1]]
    length = int(last - first)
    middle = int(first) + length // 2
    level = float(samples[first:last].std())
    parts = prepared.split(" ")
    if len(parts) >= 4:
        half = " ".join(parts[: len(parts) // 2])
        yield "half never given to the engine", engine.synthesize(half, said, voice, rate)
        half = " ".join(parts[len(parts) // 2 :])
        yield "half given, the first lost", engine.synthesize(half, said, voice, rate)
    yield "second half cut off", Clip(samples[:middle], clip.rate, clip.words)
    yield "first half cut off", Clip(samples[middle:], clip.rate, clip.words)
    yield "nothing", Clip(samples[:0], clip.rate)
    yield "silence", Clip(np.zeros_like(samples), clip.rate, clip.words)
    half_silent = samples.copy()
    half_silent[middle:] = 0
    yield "second half silent", Clip(half_silent, clip.rate, clip.words)
    holed = samples.copy()
    holed[int(first) + length // 4 : int(first) + 3 * length // 4] = 0
    yield "silent in the middle", Clip(holed, clip.rate, clip.words)
    yield "said twice", Clip(np.concatenate([samples, samples]), clip.rate, clip.words)
    again = samples.copy()
    again[middle : middle + length // 2] = samples[first : first + length // 2]
    yield "first half in place of the second", Clip(again, clip.rate, clip.words)
    white = noise.standard_normal(len(samples)).astype(np.float32) * np.float32(level)
    yield "noise", Clip(white, clip.rate, clip.words)
    size = clip.rate // 100
    loud = np.sqrt(np.square(samples[: len(samples) // size * size]).reshape(-1, size).mean(axis=1))
    shaped = np.repeat(loud, size).astype(np.float32)
    yield (
        "noise with its rhythm",
        Clip(white[: len(shaped)] / np.float32(level) * shaped, clip.rate, clip.words),
    )
    hissing = samples.copy()
    hissing[middle:last] = white[middle:last]
    yield "half noise", Clip(hissing, clip.rate, clip.words)


def false_alarms(name: str, lang: str, rate: float, texts: list[str]) -> list[tuple[float, str, str]]:
    """What was said whole and is called faulty."""
    alarms = []
    for text in texts:
        said, prepared, clip, voice = spoken(text, lang, name, rate)
        if fault := find_fault(clip, said, prepared, voice, rate):
            alarms.append((rate, text, fault))
    return alarms


def misses(name: str, lang: str, rate: float, texts: list[str]) -> tuple[Counter[str], int]:
    """Faults that were not found, by kind, and how many were planted."""
    missed: Counter[str] = Counter()
    planted = 0
    for text in texts:
        said, prepared, clip, voice = spoken(text, lang, name, rate)
        if len(said.words) < 4:
            continue
        for kind, bad in faults(said, prepared, clip, voice, rate):
            planted += 1
            if not find_fault(bad, said, prepared, voice, rate):
                missed[f"{kind} ({rate}): {text[:40]}"] += 1
    return missed, planted


@pytest.mark.parametrize(("name", "lang"), VOICES)
def test_whole_sentences_pass(name: str, lang: str) -> None:
    assert not false_alarms(name, lang, 1.0, sentences(lang, seeds=False))


@pytest.mark.parametrize(("name", "lang"), VOICES)
def test_planted_faults_are_caught(name: str, lang: str) -> None:
    missed, planted = misses(name, lang, 1.0, sentences(lang, seeds=False))
    print(f"{name}: {planted} faults planted, {missed.total()} missed")
    assert not missed


@pytest.mark.slow
@pytest.mark.parametrize(("name", "lang"), VOICES)
def test_every_seed_and_every_rate(name: str, lang: str) -> None:
    """Each sentence at one of the rates; `python -m tests.bench.seeds_at_rates` says each at all of them."""
    texts = sentences(lang)
    for n, rate in enumerate(RATES):
        assert not false_alarms(name, lang, rate, texts[n :: len(RATES)])
        missed, _ = misses(name, lang, rate, texts[n :: 3 * len(RATES)])
        spoken.cache_clear()
        assert set(missed) <= KNOWN.get(name, set())


def test_the_error_names_voice_sentence_and_way_out() -> None:
    said, prepared, clip, voice = spoken("It was right twice a day.", "en", "heart")
    fault = find_fault(Clip(clip.samples[:0], clip.rate), said, prepared, voice)
    message = str(verify.lost(said, voice, fault))
    assert message.startswith("heart did not say s1 whole (no sound): 'It was right twice a day.'")
    assert "\n" not in message


def test_words_lost_before_the_engine_are_missed_by_their_count() -> None:
    """A prepared string that lost words gives times for fewer words, or none."""
    said, prepared, _, voice = spoken("One word after the other.", "en", "heart")
    fewer = prepared.rsplit(" ", 1)[0]
    clip = engines.get("hibari").synthesize(fewer, said, voice)
    assert find_fault(clip, said, fewer, voice)


def test_silence_is_what_an_utterance_without_words_gets() -> None:
    said = utterance("…")
    assert not find_fault(Clip(np.zeros(0, np.float32), 24000), said, "", catalog.load("heart"))


def test_tones_pass_and_lost_tones_do_not() -> None:
    for text in ("One fine day.", "A b c d e f g.", "Extraordinary circumstances, notwithstanding.", "I."):
        said, prepared, clip, voice = spoken(text, "en", "tone")
        assert not find_fault(clip, said, prepared, voice), text
        half = Clip(clip.samples[: len(clip.samples) // 3], clip.rate)
        assert find_fault(half, said, prepared, voice), text


def test_samples_that_are_no_numbers() -> None:
    said, prepared, clip, voice = spoken("One fine day.", "en", "tone")
    broken = clip.samples.copy()
    broken[100] = np.nan
    fault = find_fault(Clip(broken, clip.rate, clip.words), said, prepared, voice)
    assert fault == "samples that are no numbers"


def test_a_last_sample_that_is_no_number_and_fills_no_frame() -> None:
    said, prepared, clip, voice = spoken("One fine day.", "en", "tone")
    frame = clip.rate // 100
    broken = clip.samples[: len(clip.samples) // frame * frame - frame // 2].copy()
    broken[-1] = np.inf
    fault = find_fault(Clip(broken, clip.rate, clip.words), said, prepared, voice)
    assert fault == "samples that are no numbers"


def test_it_costs_little() -> None:
    """2,000 s of audio for each second of CPU is the aim; half of it on a busy machine."""
    said, prepared, clip, voice = spoken(OWN["en"][-1], "en", "heart")
    enough_s = len(clip.samples) / clip.rate / 1000
    assert least_cpu_s(lambda: find_fault(clip, said, prepared, voice), enough_s, tries=20) < enough_s


def test_sounds_are_counted_as_they_stand() -> None:
    for sounds in ("", "ðə kˈæt sˈæt ɔːn ðə mˈæt", "həlˈO, wˈɜːld! ʲt͡ʃ 42 _", "ˈˌːˑ", "пр Ivet"):
        letters = [c for c in sounds if c.isalpha() and c not in MARKS]
        vowels = sum(c in VOWELS for c in letters)
        assert counted(sounds) == (vowels, len(letters) - vowels, sum(c in LONG for c in sounds))
