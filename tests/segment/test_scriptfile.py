from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listen.errors import ScriptError
from listen.model import Script, SpokenWord, Utterance
from listen.segment import script_file


def plain_words(text: str, lang: str = "en") -> tuple[SpokenWord, ...]:
    """A stand-in for the speech stage: each written word is said as it is, in capitals."""
    words, at = [], 0
    for word in text.split():
        start = text.index(word, at)
        at = start + len(word)
        words.append(SpokenWord(word.strip(".,").upper(), start, at))
    return tuple(words)


def an_utterance(text: str = "It cost £5 here.") -> Utterance:
    words = (
        SpokenWord("it", 0, 2),
        SpokenWord("cost", 3, 7),
        SpokenWord("five", 8, 10),
        SpokenWord("pounds", 8, 10),
        SpokenWord("here", 11, 15, after=".", ipa="hɪə"),
    )
    return Utterance("s1", text, words, pause_ms=350, chapter="Cost")


SCRIPT = Script("T", "en-GB", (an_utterance(),), chapter_ms=30000, byline="A. Writer")


def edited(**changes: object) -> Script:
    form = json.loads(script_file.dumps(SCRIPT))
    form["utterances"][0].update(changes)
    return script_file.loads(json.dumps(form), plain_words)


def test_a_script_survives_its_file() -> None:
    assert script_file.loads(script_file.dumps(SCRIPT), plain_words) == SCRIPT


words_of = st.lists(
    st.builds(
        SpokenWord,
        text=st.text(max_size=8),
        start=st.just(0),
        end=st.just(0),
        before=st.sampled_from(["", "“"]),
        after=st.sampled_from([" ", ", ", "."]),
        ipa=st.text(max_size=3),
    ),
    max_size=5,
).map(tuple)
utterances = st.lists(
    st.builds(
        Utterance, id=st.just(""), text=st.text(max_size=30), words=words_of, pause_ms=st.integers(0, 9999)
    ),
    min_size=1,
    max_size=4,
)


@given(utterances)
def test_any_script_survives_its_file(said: list[Utterance]) -> None:
    import dataclasses

    numbered = tuple(dataclasses.replace(u, id=f"s{n}") for n, u in enumerate(said, 1))
    script = Script("T", "en", numbered)
    assert script_file.loads(script_file.dumps(script), plain_words) == script


def test_a_corrected_word_takes_the_span_of_what_it_replaces_and_the_others_keep_theirs() -> None:
    said = edited(spoken="it cost seven whole pounds here.").utterances[0]
    assert [(w.text, w.start, w.end) for w in said.words] == [
        ("it", 0, 2),
        ("cost", 3, 7),
        ("seven", 8, 10),
        ("whole", 8, 10),
        ("pounds", 8, 10),
        ("here", 11, 15),
    ]
    assert said.spoken == "it cost seven whole pounds here."
    assert said.words[-1].ipa == "hɪə"


def test_an_edited_text_is_spoken_anew() -> None:
    said = edited(text="It cost six pounds.").utterances[0]
    assert said.spoken == "IT COST SIX POUNDS"


def test_an_edited_pause_is_kept() -> None:
    assert edited(pause_ms=2000).utterances[0].pause_ms == 2000


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"pause_ms": -1}, "utterances[0].pause_ms: expected 0 to 3600000, found -1"),
        ({"spoken": 3}, "utterances[0].spoken: expected text, found 3"),
        (
            {"words": [["it", 0]]},
            "utterances[0].words: expected [text, start, end, before, after, ipa], found",
        ),
        ({"words": [["it", 0, 99, "", "", ""]]}, "utterances[0].words: a span lies outside the text"),
        ({"colour": 1}, "utterances[0]: unknown name 'colour'"),
    ],
)
def test_a_wrong_edit_is_named_by_its_place(changes: dict[str, object], says: str) -> None:
    with pytest.raises(ScriptError) as error:
        edited(**changes)
    assert str(error.value).startswith(says)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "script: not valid JSON in line 1"),
        ("[]", 'script: expected an object that begins with "listen": "script"'),
        ('{"listen": "script", "format": 99}', "script: this version reads format 1"),
        ('{"listen": "script", "format": 1, "utterances": []}', "script: utterances: expected a list"),
    ],
)
def test_a_file_that_is_no_script_is_refused(text: str, says: str) -> None:
    with pytest.raises(ScriptError) as error:
        script_file.loads(text, plain_words)
    assert str(error.value).startswith(says)


def test_two_utterances_may_not_share_an_id() -> None:
    form = json.loads(script_file.dumps(SCRIPT))
    form["utterances"] *= 2
    with pytest.raises(ScriptError, match="two utterances have the id 's1'"):
        script_file.loads(json.dumps(form), plain_words)


@given(st.text(max_size=200))
def test_any_text_is_a_script_or_a_clear_error(text: str) -> None:
    with pytest.raises(ScriptError):
        script_file.loads(text, plain_words)


@given(st.text(max_size=60))
def test_any_new_wording_keeps_spans_inside_the_text(spoken: str) -> None:
    said = script_file.respoken(an_utterance(), spoken)
    ends = [(w.start, w.end) for w in said.words]
    assert all(0 <= a <= b <= len(said.text) for a, b in ends)
    assert ends == sorted(ends)


ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32")


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_script_saved_by_any_editor_is_a_script(encoding: str) -> None:
    data = script_file.dumps(SCRIPT).encode(encoding)
    assert script_file.is_script(data)
    assert script_file.loads(data, plain_words) == SCRIPT


@pytest.mark.parametrize(
    "text", ["", "[1]", '{"listen": "feed"}', "The script of the play", '{"a": "listen"}']
)
def test_what_is_no_script(text: str) -> None:
    assert not any(script_file.is_script(text.encode(encoding)) for encoding in ENCODINGS)


def broken(**changes: object) -> bytes:
    form = json.loads(script_file.dumps(SCRIPT))
    return json.dumps({**form, **changes}).encode()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (
            broken(title="Caf\u00e9").replace(b"\\u00e9", b"\xe9"),
            "script: not valid utf-8 in line 1: save it as UTF-8",
        ),
        (broken(title="\ud83d"), "script: holds half a character"),
        (b'{"listen": "script", "x": ' + b"[" * 200_000, "script: its brackets are nested too deeply"),
        (b'{"listen": "script", "format": ' + b"9" * 5000 + b"}", "script: a number in it is too large"),
        (broken(chapter_ms=10**30), "script.chapter_ms: expected 0 to 3600000, found 1000"),
        (broken(chapter_ms=-1), "script.chapter_ms: expected 0 to 3600000, found -1"),
        (b'{"listen": "script", "format": 1', "script: not valid JSON in line 1"),
        (b'{"listen": "script"} and more', "script: not valid JSON in line 1"),
    ],
)
def test_a_broken_script_is_a_clear_error(data: bytes, says: str) -> None:
    with pytest.raises(ScriptError) as raised:
        script_file.loads(data, plain_words)
    assert str(raised.value).startswith(says)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    "change", [{"pause_ms": 10**20}, {"block": 10**12}, {"block": -2}, {"start": -1}, {"start": 10**12}]
)
def test_numbers_that_no_script_has(change: dict[str, object]) -> None:
    with pytest.raises(ScriptError, match=r"utterances\[0\]"):
        edited(**change)


@given(st.binary(max_size=60))
def test_any_bytes_are_a_script_or_an_error(tail: bytes) -> None:
    for head in (b'{"listen": "script"', b'\xef\xbb\xbf{"listen": "script",'):
        assert script_file.is_script(head + tail)
        with pytest.raises(ScriptError):
            script_file.loads(head + tail, plain_words)
