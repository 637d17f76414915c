"""Kokoro without its model: what is read, how words keep their places, which files a voice needs."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from listen.casting import catalog
from listen.engines import espeak_groups, kokoro, onnx_graph
from listen.engines.kokoro import kokoro_files, kokoro_model, kokoro_reader
from listen.engines.phoneme_groups import JOIN, LINK, NOTHING, SILENT, at_clauses, spans, spoken
from listen.errors import EngineError, VoiceError
from listen.model import SpokenWord, Utterance
from tests.engines.utterances import utterance
from tests.examples import examples

SENTENCES = {
    "es": "El alcalde dijo que en 1987 nadie, ni él mismo, lo sabía; ¿por qué?",
    "fr-FR": "C'est-à-dire que les vingt-deux enfants sont allés à l'école aujourd'hui.",
    "it": "Perché gli abitanti aspettano il vaporetto ogni mattina alle sette?",
    "pt-BR": "As crianças não chegaram ontem; a viagem de São Paulo demorou três horas.",
    "en-GB": "The harbour clock struck eleven, and nobody moved.",
}


@pytest.mark.parametrize("lang", SENTENCES)
def test_every_word_has_its_group_in_kokoros_alphabet(lang: str) -> None:
    said = utterance(SENTENCES[lang], lang)
    groups = kokoro_reader.groups(said, lang)
    assert len(groups) == len(said.words)
    known = set(kokoro_model.vocabulary()) | {JOIN, LINK}
    assert [c for group in groups for c in group if c not in known] == []
    assert all(any(c not in SILENT for c in group) for group in groups)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("La città è ferma e vuota.", {"è": "ɛ", "e": "e"}),
        ("Se n'è andato, o no?", {"n'è": "nɛ", "o": "o"}),
        ("Ho visto il caffè; È caldo.", {"Ho": "ɔ", "caffè": "kaffˈɛ;", "È": "ɛ"}),
        ("Perché c'è la nave.", {"Perché": "perkˌe", "c'è": "ʧɛ"}),
    ],
)
def test_italian_words_are_open_where_they_are_written_so(text: str, said: dict[str, str]) -> None:
    spoken_as = utterance(text, "it")
    groups = dict(zip([w.text for w in spoken_as.words], kokoro_reader.groups(spoken_as, "it"), strict=True))
    assert {word: groups[word] for word in said} == said


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("quatre-vingt-douze", "katʁəvɛ̃dˈuz"),
        ("centre-ville", "sˈɑ̃tʁəvˈil"),
        ("semble-t-il", "sˈɑ̃blətˈil"),
        ("sucre-glace", "sˈykʁəɡlˈas"),
        ("grand-père", "ɡʁˈɑ̃pˈɛʁ"),
        ("arbre", "ˈaʁbʁ"),
        ("trois", "tʁwˈa"),
        ("extraordinaire", "ɛkstʁaɔʁdinˈɛʁ"),
        ("Karlsruhe", "kaʁlsʁˈy"),
    ],
)
def test_french_compounds_have_their_e_between_three_consonants(word: str, said: str) -> None:
    assert kokoro_reader.groups(utterance(word, "fr"), "fr-FR") == [said]


def test_words_that_espeak_says_as_one_or_as_several_keep_their_places() -> None:
    said = utterance("C'est en 1987 que les vingt-deux sont venus.", "fr")
    groups = kokoro_reader.groups(said, "fr-FR")
    by_word = dict(zip([w.text for w in said.words], groups, strict=True))
    assert by_word["1987"].count(JOIN) >= 2
    assert "vɛ̃" in unicodedata.normalize("NFD", by_word["vingt-deux"])
    assert LINK not in spoken(groups)


@pytest.mark.parametrize(
    ("said", "alone", "parts"),
    [
        (["ab", "cd"], ["ab", "cd"], ["ab", "cd"]),
        (["abcd"], ["ab", "cd"], ["ab", LINK + "cd"]),
        (["ab", "cd", "ef"], ["ab", "cdef"], ["ab", "cd" + JOIN + "ef"]),
        (["ab"], ["ab", "c"], ["ab", LINK]),
        (["ab"], ["ab", ""], ["ab", ""]),
    ],
)
def test_what_is_said_in_one_breath_is_parted(said: list[str], alone: list[str], parts: list[str]) -> None:
    assert espeak_groups.lay_over(said, alone) == parts


@settings(deadline=None, max_examples=examples(150))
@given(st.lists(st.text("abc", min_size=1, max_size=6), min_size=1, max_size=6), st.data())
def test_no_sound_is_lost_when_it_is_parted(said: list[str], data: st.DataObject) -> None:
    alone = data.draw(st.lists(st.text("abc", max_size=6), min_size=1, max_size=6))
    parts = espeak_groups.lay_over(said, alone)
    assert len(parts) == len(alone)
    assert "".join(parts).replace(JOIN, "").replace(LINK, "") == "".join(said)
    flat = spoken([part or NOTHING for part in parts]).replace(NOTHING, "").replace(" ", "")
    assert flat == "".join(said)


def test_a_pronunciation_of_its_own_takes_the_words_place() -> None:
    words = (SpokenWord("Xavi", 0, 4, ipa="ˈtʃaβi"), SpokenWord("corre", 5, 10, after="."))
    groups = kokoro_reader.groups(Utterance("s1", "Xavi corre.", words, lang="es"), "es")
    assert groups[0] == "ˈtʃaβi"
    assert groups[1].endswith(".")


def test_spans_of_linked_words_meet() -> None:
    ends = [0, 10, 20, 30, 40, 50, 60]  # pad, a, b, c, space, d
    found = spans(["ab", LINK + "c", "d"], ends, set("abcd ").__contains__, lambda _: 0)
    assert found == [(10, 30), (30, 40), (50, 60)]


def test_blends_are_shares_of_one() -> None:
    assert kokoro_files.parts("bm_george") == [("bm_george", 1.0)]
    assert kokoro_files.parts("af_heart:3+bf_emma:1") == [("af_heart", 0.75), ("bf_emma", 0.25)]
    for wrong in ("", "heart", "af_heart:-1", "af_heart+", "../x:1", "af_heart:0"):
        with pytest.raises(VoiceError, match=r"write af_heart:0\.6"):
            kokoro_files.parts(wrong)


def test_versions_tell_models_and_styles_apart() -> None:
    names = ("bm_george", "bf_emma", "bm_george@fp32", "af_heart:0.6+bf_emma:0.4")
    found = {kokoro.version(catalog.load(name)) for name in names}
    assert len(found) == len(names)


def test_durations_are_found_by_what_makes_them() -> None:
    made = onnx_graph.node("Round", ["x"], ["r"]) + onnx_graph.node("Clip", ["r", "one"], ["d"])
    model = onnx_graph.field(onnx_graph.GRAPH, made + onnx_graph.node("Clip", ["y"], ["other"]))
    assert kokoro_model.durations_of(onnx_graph.nodes(model)) == "d"
    with pytest.raises(EngineError, match="gives no durations"):
        kokoro_model.durations_of([])


def test_long_sentences_are_cut_at_a_clause_near_their_middle() -> None:
    clause = ["wˈʌn", "tˈu", "θɹˈi,"]
    parts = at_clauses(clause * 30, 300, 500, 60)
    assert [group for part in parts for group in part] == clause * 30
    assert [len(part) for part in parts] == [45, 45]
    assert at_clauses(clause * 10, 300, 500, 60) == [clause * 10]
    assert len(at_clauses(["wˈʌn"] * 80, 300, 500, 60)) == 1  # no clause to cut at, and not too long
    assert [len(part) for part in at_clauses(["wˈʌn"] * 120, 300, 500, 60)] == [100, 20]
    early = ["wˈʌn,", *["tˈu"] * 90]
    assert at_clauses(early, 300, 500, 60) == [early]  # "Well," is not said by itself
    assert at_clauses([], 300, 500, 60) == []


class Toned:
    """A network that says each sound for 50 ms, after 300 ms of silence and before 800."""

    unit = 600
    known = frozenset(kokoro_model.vocabulary())

    def speak(self, phonemes: str, rate: float) -> tuple[np.ndarray, list[int]]:
        tokens = [c for c in phonemes if c in self.known]
        sound = np.full(1200 * len(tokens), 0.3, np.float32)
        samples = np.concatenate([np.zeros(7200, np.float32), sound, np.zeros(19200, np.float32)])
        return samples, [12, *[2] * len(tokens), 32]


def test_a_cut_sentence_has_a_commas_silence_at_its_joint_and_a_time_for_every_word(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(kokoro, "_model", lambda files: Toned())
    said = utterance(", and ".join(["then they walked slowly along the river towards the old bridge"] * 8))
    voice = catalog.load("bm_george")
    prepared = kokoro.prepare(said, voice)
    first, _ = at_clauses(prepared.split(" "), kokoro.USUAL, kokoro.LONGEST, kokoro.LEAST)
    clip = kokoro.synthesize(prepared, said, voice)
    assert len(clip.words) == len(said.words)
    assert all(a[1] <= b[0] for a, b in pairwise(clip.words))
    assert clip.words[-1][1] <= len(clip.samples)
    silent = np.flatnonzero(np.diff((np.abs(clip.samples) > 0.01).astype(int)))
    begins, ends = silent[::2], silent[1::2]
    assert len(begins) == 2
    assert 0.19 < (begins[1] - ends[0]) / clip.rate < 0.25
    assert begins[0] == 7199  # the silence before and after it is the network's own
    assert len(clip.samples) - ends[1] > 19000
    assert ends[0] <= clip.words[len(first)][0] + 2000 <= begins[1] + 2000
