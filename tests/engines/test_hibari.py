"""The default voice: phonemes in the parent, exact word times, the same samples every time."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from listen.casting import catalog
from listen.engines import hibari
from listen.engines.hibari import hibari_model
from listen.engines.phoneme_groups import JOIN, split
from listen.engines.phonemes import lay_out, parts
from listen.errors import EngineError, VoiceError
from listen.model import SpokenWord, Utterance
from tests.engines.utterances import utterance
from tests.examples import examples

HEART = catalog.load("heart")
ORDINARY = [
    "The woman who gave a harbour town back its hours is afraid of heights.",
    "He read the letter, and then he read it again to her; she said nothing.",
    "Nobody lives there now (the roof went in the storm), but the bells still ring.",
    "“I was not crying,” she says, and wipes the dial with her sleeve.",
    "Well-known faces, half-forgotten names — and one more thing…",
]


@pytest.mark.parametrize("text", ORDINARY)
def test_phonemes_are_those_of_its_own_reader(text: str) -> None:
    from hibari import Hibari

    prepared = hibari.prepare(utterance(text), HEART)
    own = Hibari(g2p=hibari._phonemizer(False).reader).phonemize(text)
    assert [prepared.replace(JOIN, " ")] == own


@pytest.mark.parametrize("text", ORDINARY)
def test_each_word_has_its_group_and_its_exact_time(text: str) -> None:
    said = utterance(text)
    prepared = hibari.prepare(said, HEART)
    clip = hibari.synthesize(prepared, said, HEART)
    assert len(prepared.split(" ")) == len(said.words) == len(clip.words)
    assert len(clip.samples) % hibari.UNIT == 0
    last = 0
    for start, end in clip.words:
        assert last <= start < end <= len(clip.samples)
        last = end


LONG = [
    "Rindfleischetikettierungsüberwachungsaufgabe",
    "Llanfairpwllgwyngyllgogerychwyrndrobwll",
    "whateverthedogbroughthomethatmorning",
]
"""Words with more letters than its reader of unknown words takes at once."""


@pytest.mark.parametrize("word", LONG)
def test_a_long_word_is_said_to_its_end(word: str) -> None:
    group = hibari.prepare(utterance(f"They call it {word} there."), HEART).split(" ")[3]
    reader = hibari._phonemizer(False).reader
    last = parts(word, 24)[-1]
    assert group.endswith(reader.oov(last))
    assert len(group.translate({ord(c): None for c in "ˈˌ"})) > 0.6 * len(word)
    assert group.count("ˈ") <= 1  # one main stress, as in any word


@given(st.text("abcdeilmnorst", min_size=1, max_size=200), st.integers(5, 30))
def test_the_parts_of_a_word_are_all_of_it(word: str, longest: int) -> None:
    found = parts(word, longest)
    assert "".join(found) == word
    assert all(1 <= len(part) <= longest for part in found)
    assert len(found) == -(-len(word) // longest)


def test_a_long_word_is_cut_where_a_syllable_begins() -> None:
    assert parts("whateverthedogbroughthome", 24) == ["whateverthe", "dogbroughthome"]


WORDS = "lamp kettle garden window thunder velvet shadow harbour button orange echo zebra phone banana summer"


def test_a_word_is_heard_at_its_time() -> None:
    """The network's durations lag behind its sound, by an amount that depends on the first sound."""
    errors = []
    for word in WORDS.split():
        said = utterance(word.capitalize() + ".")
        clip = hibari.synthesize(hibari.prepare(said, HEART), said, HEART)
        loud = np.abs(clip.samples) > 0.01 * np.abs(clip.samples).max()
        errors.append((clip.words[0][0] - int(loud.argmax())) * 1000 / clip.rate)
    assert abs(np.mean(errors)) < 10
    assert sorted(map(abs, errors))[-2] < 25


@pytest.mark.slow
def test_the_same_words_give_the_same_samples_in_another_process() -> None:
    said = utterance("Twice a day it was right.")
    here = hibari.synthesize(hibari.prepare(said, HEART), said, HEART).samples
    code = (
        "import sys, hashlib; from listen.casting import catalog; from listen.engines import hibari;"
        "from tests.engines.utterances import utterance; u = utterance('Twice a day it was right.');"
        "v = catalog.load('heart'); hibari.synthesize('wˈʌn tˈu.', utterance('one two'), v);"
        "c = hibari.synthesize(hibari.prepare(u, v), u, v); sys.stdout.write(c.samples.tobytes().hex())"
    )
    root = Path(__file__).resolve().parents[2]
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root)
    assert bytes.fromhex(ran.stdout) == here.tobytes()


def test_a_worker_loads_no_dictionaries() -> None:
    code = (
        "import sys; from listen.casting import catalog; from listen.engines import hibari;"
        "from listen.model import Utterance, SpokenWord; v = catalog.load('heart');"
        "hibari.synthesize('wˈʌn', Utterance('s1', 'one', (SpokenWord('one', 0, 3),)), v);"
        "print([m for m in sys.modules if 'hibari_g2p' in m])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


@pytest.mark.slow
def test_the_reader_is_loaded_without_the_rest_of_its_package() -> None:
    code = (
        "import sys; from listen.engines import phonemes; p = phonemes.Phonemizer(False);"
        "print([m for m in sys.modules if m == 'hibari' or m.startswith(('hibari.', 'scipy'))]);"
        "print(p.reader('We read the record.'))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    from hibari.g2p import G2P

    assert ran.stdout.splitlines() == ["[]", G2P()("We read the record.")]


def test_a_lexicons_pronunciation_takes_the_readers_place() -> None:
    words = (
        SpokenWord("Sir", 0, 3),
        SpokenWord("Keir’s", 4, 10, ipa="ˈkɪəz"),
        SpokenWord("in", 11, 13),
        SpokenWord("Kyiv", 14, 18, before="“", after="”.", ipa="kiːv"),
    )
    groups = hibari.prepare(Utterance("s1", "Sir Keir’s in Kyiv.", words), HEART).split(" ")
    assert [g.strip(".“”") for g in groups][1::2] == ["kˈɪɹz", "kˈiv"]
    assert groups[3].endswith(".")


@pytest.mark.parametrize("word", ["Война", "Ωμέγα", "漢字", "שלום"])
def test_words_in_other_scripts_are_said(word: str) -> None:
    group = hibari.prepare(utterance(f"They call it {word} there."), HEART).split(" ")[3]
    assert sum(c.isalpha() for c in group) >= 3


def test_a_word_that_cannot_be_said_is_named() -> None:
    with pytest.raises(EngineError, match="voice 'heart' cannot say 'ᚠᚢᚦ' in s1"):
        hibari.prepare(utterance("The runes ᚠᚢᚦ stay."), HEART)


def test_rate_changes_the_length() -> None:
    said = utterance(ORDINARY[0])
    prepared = hibari.prepare(said, HEART)
    lengths = [len(hibari.synthesize(prepared, said, HEART, rate).samples) for rate in (0.5, 1.0, 2.0)]
    assert lengths[0] > 1.8 * lengths[1] > 3.0 * lengths[2]


def test_long_sentences_are_cut_after_punctuation() -> None:
    clause = ["wˈʌn", "tˈu", "θɹˈi,"] * 20
    parts = split(clause * 3, hibari.LONGEST)
    assert [g for part in parts for g in part] == clause * 3
    assert all(sum(len(g) + 1 for g in part) - 1 <= hibari.LONGEST for part in parts)
    assert all(part[-1].endswith(",") for part in parts)


def test_a_long_sentence_has_times_for_every_word() -> None:
    said = utterance("and then they walked on, " * 40 + "at last.")
    clip = hibari.synthesize(hibari.prepare(said, HEART), said, HEART)
    assert len(clip.words) == len(said.words)
    assert all(a[1] <= b[0] for a, b in zip(clip.words, clip.words[1:], strict=False))


@given(st.lists(st.text("abcˈ,.", min_size=1, max_size=500), min_size=1, max_size=60))
def test_splitting_keeps_every_word(groups: list[str]) -> None:
    parts = split(groups, hibari.LONGEST)
    assert [g for part in parts for g in part] == groups
    assert all(len(part) == 1 or sum(len(g) + 1 for g in part) - 1 <= hibari.LONGEST for part in parts)


@settings(max_examples=examples(100))
@given(
    st.lists(
        st.tuples(st.text("ab’-'", min_size=1, max_size=6), st.sampled_from([" ", ", ", "-", "/", "’ ", ""]))
    )
)
def test_layout_gives_every_character_to_one_word(words: list[tuple[str, str]]) -> None:
    spoken = tuple(SpokenWord(text, 0, 0, after=after) for text, after in words)
    text, owners = lay_out(spoken)
    assert len(owners) == sum(not c.isspace() for c in text)
    assert owners == sorted(owners)
    assert set(owners) == set(range(len(words)))


def test_a_model_without_the_durations_is_one_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hibari_model, "DURATIONS", "/not/there")
    with pytest.raises(EngineError, match=r"^hibari's model gives no durations .*pip install"):
        hibari_model.Model(hibari._assets() / "hibari.onnx", {})


def test_a_voice_that_is_not_installed_is_one_clear_line() -> None:
    with pytest.raises(EngineError, match=r"^voice 'emma' is not installed: listen voices install emma"):
        hibari._model("emma")


def test_a_voice_it_does_not_have() -> None:
    from dataclasses import replace

    with pytest.raises(VoiceError, match="hibari has no voice 'nobody': it has heart"):
        hibari.version(replace(HEART, id="nobody"))
