from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listen.errors import ScriptError
from listen.model import Article, Block, Chapter, Cue, Episode, Pace, Script, Utterance, Voice, WordTime
from listen.storage import jsonform

texts = st.text(max_size=20)
blocks = st.builds(
    Block,
    kind=st.sampled_from(["heading", "paragraph", "quote", "list_item", "table", "code"]),
    text=texts,
    level=st.none() | st.integers(1, 6),
    number=st.none() | st.integers(0, 99),
    speaker=st.none() | texts,
    lang=st.none() | st.just("de"),
    rows=st.lists(st.lists(texts, max_size=3).map(tuple), max_size=3).map(tuple),
    alt=st.none() | texts,
)
articles = st.builds(
    Article,
    title=texts,
    lang=texts,
    blocks=st.lists(blocks, max_size=4).map(tuple),
    byline=st.none() | texts,
    url=st.none() | texts,
    published=st.none() | texts,
    site=st.none() | texts,
    image=st.none() | texts,
)


@given(articles)
def test_an_article_survives_json(article: Article) -> None:
    assert jsonform.value(Article, jsonform.plain(article)) == article


def test_an_episode_survives_json() -> None:
    voice = Voice(
        "v", "tone", "1", "en", 24000, "CC0", "us", -3.25, Pace(120.0, 70.5, 60.0, 40.0, 100.0, 0.1)
    )
    cue = Cue("s1", "Hello.", 250, 900, (WordTime(0, 5, 250, 900),), lang="en")
    episode = Episode(
        "T",
        "en",
        Path("T.mp3"),
        48000,
        24000,
        9,
        "ff",
        (Chapter("T", 0, 2000),),
        (cue,),
        (voice,),
        (Path("T.vtt"),),
    )
    assert jsonform.value(Episode, jsonform.plain(episode)) == episode


@pytest.mark.parametrize(
    ("form", "says"),
    [
        ([], "Script: expected an object, found []"),
        ({"title": "T", "lang": "en"}, "Script: 'utterances' is missing"),
        ({"title": 3, "lang": "en", "utterances": []}, "Script.title: expected text, found 3"),
        ({"title": "T", "lang": "en", "utterances": {}}, "Script.utterances: expected a list, found {}"),
        (
            {
                "title": "T",
                "lang": "en",
                "utterances": [{"id": "s1", "text": "", "words": [], "pause_ms": "1"}],
            },
            "Script.utterances[0].pause_ms: expected a whole number, found '1'",
        ),
        (
            {
                "title": "T",
                "lang": "en",
                "utterances": [{"id": "s1", "text": "", "words": [], "kind": "song"}],
            },
            "Script.utterances[0].kind: expected one of title, heading,",
        ),
    ],
)
def test_a_wrong_form_is_named_by_its_place(form: object, says: str) -> None:
    with pytest.raises(ScriptError) as error:
        jsonform.value(Script, form)
    assert str(error.value).startswith(says)


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(ScriptError, match="unknown name 'colour'; known are id, text, words"):
        jsonform.value(Utterance, {"id": "s1", "text": "", "words": [], "colour": "red"})


def test_defaults_are_left_out() -> None:
    assert jsonform.plain(Block("paragraph", "Hello.")) == {"kind": "paragraph", "text": "Hello."}
