"""What is looked up in the reader's tables as they stand is what they hold when they are read whole."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listen.engines import phoneme_tables, sealed
from listen.engines.phoneme_tables import Lines
from listen.engines.phonemes import package
from tests.examples import few


def _tables(name: str) -> tuple[Any, Any]:
    from hibari.g2p import _load_json

    return _load_json(name), phoneme_tables.read(package() / "assets" / name)


@pytest.mark.parametrize("name", few(["gb_silver", "us_gold", "us_silver", "gb_gold"], 1))
def test_every_word_sounds_as_in_its_package(name: str) -> None:
    theirs, ours = _tables(f"lexicon_{name}.json.gz")
    assert isinstance(ours, phoneme_tables.Words)
    assert {word: ours.get(word) for word in theirs} == theirs
    for other in ("", "no such word", "aard", 'a"', '":"', "\ud800", "zzz", "\U0010ffff"):
        assert ours.get(other) is None


@pytest.mark.slow
def test_the_taggers_numbers_are_those_of_its_package() -> None:
    theirs, ours = _tables("tagger.json.gz")
    assert isinstance(ours["weights"], phoneme_tables.Weights)
    assert {feature: ours["weights"].get(feature) for feature in theirs["weights"]} == theirs["weights"]
    assert not ours["weights"].get("w=no such word")
    assert {**ours, "weights": None} == {**theirs, "weights": None}


@pytest.mark.parametrize(
    "text",
    [
        '{"b":"x","a":"y"}',  # in no order
        '{"a":{"DEFAULT":"x","VERB":null},"b":{"DEFAULT":"y"}}',  # nothing but sounds by part of speech
        '{"a":"x","b":{"DEFAULT":"y"},"c":"z","d":"","e !":"s"}',
        '{"a":"x","b":null,"c":"y"}',
        '{"a":"x","b":["y","z"]}',
        '{"a":"x","b\\"":"y"}',
        '{ "a": "x", "b": "y" }',
        '{"a":{"DEFAULT":{"x":"y"}},"b":"z"}',  # deeper
        "{}",
    ],
)
def test_a_dictionary_in_any_form_gives_its_words(text: str) -> None:
    ours, whole = phoneme_tables.words(text.encode()), json.loads(text)
    assert {word: ours.get(word) for word in whole} == whole
    assert not isinstance(ours, dict) or ours == whole


@pytest.mark.parametrize(
    "text",
    [
        '{"tags":["NN"],"weights":{"w=a":{"NN":-1.5},"w=b":{}}}',
        '{"tags":["NN"],"weights":{"w=a\\"{":{"NN":-1.5}}}',  # a sign of the form inside a name
        '{"tags":["NN"],"weights":{"w=\\"},\\"":{"NN":-1.5},"w=\\u001b\\\\":{"NN":2.5},"w=c":{"NN":1}}}',
        '{"tags":["NN"],"weights":{"b":{"NN":1.0},"w":{"x":{"NN":2.0}}}}',  # deeper
        '{"weights":{"b":{"NN":1.0}},"tags":["NN"]}',  # in another order
        '{ "tags": ["NN"], "weights": { "b": { "NN": 1.0 } } }',  # spaced
        '{"tags":["NN"],"weights":{}}',
        '{"tags":["NN"]}',
    ],
)
def test_a_tagger_in_any_form_gives_its_numbers(text: str) -> None:
    ours, whole = phoneme_tables.tagger(text.encode()), json.loads(text)
    found = ours.get("weights")
    if isinstance(found, phoneme_tables.Weights):
        assert {name: found.get(name) for name in whole["weights"]} == whole["weights"]
    else:
        assert ours == whole


_keys = st.binary(max_size=4).filter(lambda key: not {0, 10} & {*key})


@given(st.dictionaries(_keys, _keys), st.lists(_keys))
def test_a_line_is_found_by_its_key_alone(said: dict[bytes, bytes], others: list[bytes]) -> None:
    lines = Lines.of(b"%b\0%b" % item for item in said.items())
    assert {key: lines.get(key) for key in [*said, *others]} == {
        key: said.get(key) for key in [*said, *others]
    }
    lines._asked = phoneme_tables._MANY
    assert {key: lines.get(key) for key in [*said, *others]} == {
        key: said.get(key) for key in [*said, *others]
    }


def test_signs_that_part_lines_are_in_none() -> None:
    for line in (b"a\0b\nc", b"a\0b\0c", b"a"):
        with pytest.raises(ValueError, match="parts them"):
            Lines.of([line])


def test_a_kept_table_is_the_one_that_was_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dictionary, tagger = tmp_path / "lexicon_own.json", tmp_path / "tagger_own.json"
    dictionary.write_text('{"a":"x","b":{"DEFAULT":"y"},"ç":"z"}', "utf-8")
    tagger.write_text('{"tags":["NN"],"weights":{"w=a":{"NN":-1.5},"w=b":{}}}', "utf-8")
    unpacked: list[str] = []
    read = phoneme_tables._unpacked

    def noted(path: Path) -> bytes:
        unpacked.append(path.name)
        return read(path)

    monkeypatch.setattr(phoneme_tables, "_unpacked", noted)
    for _ in range(2):
        words, tables = phoneme_tables.read(dictionary), phoneme_tables.read(tagger)
        assert [words.get(word) for word in "abçd"] == ["x", {"DEFAULT": "y"}, "z", None]
        assert tables["tags"] == ["NN"]
        assert [tables["weights"].get(name) for name in ("w=a", "w=b", "w=c")] == [{"NN": -1.5}, {}, {}]
    assert unpacked == [dictionary.name, tagger.name]
    dictionary.write_text('{"a":"other"}', "utf-8")
    assert phoneme_tables.read(dictionary).get("a") == "other"
    assert unpacked[2:] == [dictionary.name]


def test_every_table_of_the_package_can_be_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[str] = []
    monkeypatch.setattr(sealed, "write", lambda name, made_of, parts: kept.append(name))
    names = ["lexicon_us_gold.json.gz", "lexicon_gb_silver.json.gz", "tagger.json.gz"]
    for name in names:
        phoneme_tables.read(package() / "assets" / name)
    assert kept == [f"{name}.lines" for name in names]
