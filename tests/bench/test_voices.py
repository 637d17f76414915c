"""The judge of voices: what is an error, what is merely spelt otherwise, and the table that it makes."""

from __future__ import annotations

from pathlib import Path

import dnsmos
import numpy as np
import pytest
import voice_table
from hypothesis import given
from hypothesis import strategies as st
from voice_errors import FIRST, SECOND, errors, judged_words, normal, paragraphs

WORDS = st.lists(st.sampled_from("abcd"), max_size=8)


def test_there_are_five_paragraphs_of_a_hundred_words_with_figures_and_names() -> None:
    sets = [(FIRST, lang) for lang in ("en-GB", "es", "it", "pt-BR", "fr-FR")]
    for name, lang in [*sets, *((SECOND, lang) for lang in ("es", "it", "pt-BR", "fr-FR"))]:
        texts = paragraphs(lang, name)
        assert len(texts) == 5
        for text in texts:
            assert len(text.split()) >= 100
            assert any(c.isdigit() for c in text)
            assert any(w[0].isupper() for w in text.split()[1:])


def test_figures_are_spelt_alike_on_both_sides() -> None:
    assert normal("It took 71 minutes.", "en-GB") == normal("it took seventy-one minutes", "en-GB")
    assert normal("11.000 ore", "it") == normal("undicimila ore", "it")
    assert normal("metres of harbour", "en-GB") == ["meters", "of", "harbor"]


def test_french_capitals_with_and_without_accents_are_one() -> None:
    assert normal("À Lyon, l'École est fermée.", "fr-FR") == normal("A Lyon, l'Ecole est fermée.", "fr-FR")
    assert normal("fermée", "fr-FR") != normal("fermé", "fr-FR")
    assert normal("él", "es") != normal("el", "es")


def test_a_time_of_day_without_its_stop_is_read_as_one_where_it_is_one() -> None:
    reference = normal("It left at 9.40 on Tuesday.", "en-GB")
    assert judged_words(reference, "It left at 940 on Tuesday.", "en-GB") == reference
    reference = normal("It had 940 seats.", "en-GB")
    assert judged_words(reference, "It had 940 seats.", "en-GB") == reference


def test_words_that_sound_the_same_are_counted_apart() -> None:
    found = errors(["alan", "pryce", "cut", "it"], ["alan", "price", "put", "it"])
    assert found.count == 2
    assert found.places == ((("pryce", "cut"), ("price", "put")),)
    assert errors(["alan", "pryce"], ["alan", "price"]).heard_alike("en-GB") == 1
    assert errors(["málaga", "dijo"], ["malagadijo"]).count == 2
    assert errors(["alan"], ["alan", "too"]).heard_alike("en-GB") == 0


@given(WORDS, WORDS)
def test_errors_are_the_fewest_changes_and_the_places_account_for_them(a: list[str], b: list[str]) -> None:
    found = errors(a, b)
    assert sum(max(len(x), len(y)) for x, y in found.places) <= found.count <= max(len(a), len(b))
    assert found.count == errors(b, a).count
    assert (found.count == 0) == (a == b) == (found.places == ())
    assert sum(len(x) - len(y) for x, y in found.places) == len(a) - len(b)


def test_the_page_has_the_table_of_what_was_measured() -> None:
    assert voice_table.PAGE.read_text("utf-8") == voice_table.page(), "voice_table.py writes it anew"


def test_what_is_known_of_a_voice_stays_when_more_is_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"before\n\n{voice_table.BEGIN}old{voice_table.END}after\n", "utf-8")
    monkeypatch.setattr(voice_table, "PAGE", page)
    monkeypatch.setattr(voice_table, "MEASURED", tmp_path / "measured.tsv")
    voice_table.keep("b", {"errors": "1.5"})
    voice_table.keep("a", {"speed": "2.4"})
    voice_table.keep("b", {"speed": "3.0"})
    assert voice_table.read()["b"]["errors"] == "1.5"
    assert voice_table.read()["b"]["speed"] == "3.0"
    text = page.read_text("utf-8")
    assert text.startswith("before\n")
    assert text.endswith("after\n")
    assert "old" not in text
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert [row.split("|")[1].strip() for row in rows[2:]] == ["a", "b"]
    assert len({row.count("|") for row in rows}) == 1


def test_dnsmos_hears_whole_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """The windows that the network is given; its own judgement is not ours to test."""
    seen: list[int] = []

    class Network:
        def run(self, _: None, fed: dict[str, np.ndarray]) -> list[np.ndarray]:
            seen.append(fed["input_1"].shape[1])
            return [np.array([[3.0, 3.0, 3.0]])]

    monkeypatch.setattr(dnsmos, "_network", Network)
    assert 2.5 < dnsmos.overall(np.zeros(16000 * 12, np.float32)) < 3.0
    assert dnsmos.overall(np.zeros(100, np.float32)) > 2.5
    assert set(seen) == {dnsmos.WINDOW}
    assert len(seen) == 3 + 1
