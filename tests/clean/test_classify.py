"""The phrase table, the forests and the choice among blocks."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from listen.clean import CLASSES
from listen.clean.classifier.choose import chosen, threshold
from listen.clean.classifier.classify import forest, model, probabilities
from listen.clean.classifier.columns import feature_names
from listen.clean.classifier.columns.context_features import nearest
from listen.clean.classifier.columns.features import local
from listen.clean.dom.tree import parse
from listen.clean.dom.walk import walk
from listen.clean.furniture.phrases import find, furniture, phrases
from listen.clean.metadata.gather import Metadata, gather


def test_every_phrase_is_of_a_known_class_and_has_a_reason() -> None:
    for row in phrases():
        assert row.kind in CLASSES
        assert row.reason
        assert row.whole or row.needs
        assert all(word == word.lower() for word in row.needs)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Listen To Story Above", "prompts"),
        ("Listen to this article (5 min)", "prompts"),
        ("5 min read", "prompts"),
        ("Advertisement", "ads"),
        ("Article continues below", "ads"),
        ("Share this:", "share"),
        ("Facebook Twitter WhatsApp", "share"),
        ("Read more: The ferry that never came", "related"),
        ("Related Articles", "related"),
        ("Lesen Sie auch: Die Fähre", "related"),
        ("2 comments", "comments"),
        ("By Ann Pascoe and Jory Bray", "bylines"),
        ("November 3, 2024 8:15 am", "bylines"),
        ("Updated: 3 November 2024", "bylines"),
        ("Table of Contents", "contents"),
        ("https://post.example/news", "links"),
        ("Source: The harbour board", "captions"),
        ("Home", "navigation"),
        ("[gallery ids=1,2,3]", "navigation"),
        ("[CTA_MODULE]", "navigation"),
        ("2019-11-19T08:57:40+01:00", "bylines"),
        ("Você pode gostar...", "related"),
        ("関連記事", "related"),
        ("Zobacz też: Prom znowu spóźniony", "related"),
        ("More from the harbour board", "related"),
        ("Pictured: the ramp at low water", "captions"),
        ("Kommentar schreiben", "comments"),
    ],
)
def test_lines_that_are_furniture(text: str, kind: str) -> None:
    found = furniture(text)
    assert found is not None
    assert found[0] == kind


@pytest.mark.parametrize(
    "text",
    [
        "She sat by the window and read more than she had in years.",
        "Sources close to the board said that the light would stay.",
        "By the time the boats came home the lamp was out.",
        "Two comments were all that he had to offer.",
        "The share of ships with a receiver is now nine in ten.",
        "At home nobody spoke.",
    ],
)
def test_sentences_that_are_not(text: str) -> None:
    assert furniture(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "You can take beautiful photographs by playing with the light, and images by night.",
        "We had to get in touch with the board, which was closed on Mondays, and then with the county, which "
        "had no idea of what had happened to the ramp or to the ferry.",
    ],
)
def test_prose_that_holds_words_of_a_phrase(text: str) -> None:
    assert find(text) == ()


def test_phrases_inside_a_line() -> None:
    assert ("prompts", "newsletter prompt", False) in find(
        "Sign up for our free newsletter and never miss a tide."
    )
    assert find("x" * 800) == ()


def test_a_forest_from_its_json_form() -> None:
    data = {
        "features": ["words"],
        "depth": 2,
        "bias": 0.5,
        "trees": [[[0, 10.0, 1, 2], [-1.0], [0, 50.0, 3, 4], [1.0], [2.0]], [[0.25]]],
    }
    table_ = np.zeros((3, len(feature_names.LOCAL)), np.float32)
    table_[:, feature_names.LOCAL.index("words")] = (5, 20, 80)
    p = forest(data, feature_names.LOCAL).probability(table_)
    assert p == pytest.approx(1 / (1 + np.exp(-np.array([-0.25, 1.75, 2.75]))))


def test_the_packages_own_weights_name_known_features() -> None:
    first, second = model()
    assert len(first.levels[0][0]) >= 50
    assert len(second.levels[0][0]) >= 100
    assert max(int(features.max()) for features, _ in second.levels) < len(feature_names.CONTEXT)


def test_the_threshold_falls_on_a_page_of_an_unknown_kind() -> None:
    words = np.array([100, 100, 100])
    assert threshold(np.array([0.99, 0.98, 0.1]), words) == 0.5
    assert 0.08 <= threshold(np.array([0.3, 0.25, 0.05]), words) < 0.2


def test_a_story_that_stands_twice_is_read_once() -> None:
    line = "the keeper climbed the stair and lit the lamp as he had done on every evening of that long winter"
    page = walk(
        parse(f"<div><p>{line} one</p><p>{line} two</p></div><div><p>{line} one</p><p>{line} two</p></div>")
    )
    keep = chosen(page, np.full(4, 0.9), np.full(4, 20))
    assert keep.tolist() == [True, True, False, False]


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(["<p>boat lamp</p>", "<h2>x</h2>", "<div>", "<ul><li>tide</li></ul>", "a"]),
        max_size=20,
    )
)
def test_any_page_has_a_probability_for_each_block(parts: list[str]) -> None:
    root = parse("<p>x</p>" + "".join(parts))
    page = walk(root)
    meta = gather(root, None, page)
    assert isinstance(meta, Metadata)
    assert local(page, meta).shape == (len(page.candidates), len(feature_names.LOCAL))
    p = probabilities(page, meta)
    assert p.shape == (len(page.candidates),)
    assert ((p >= 0) & (p <= 1)).all()


@given(st.integers(1, 60), st.sets(st.integers(0, 59)))
def test_the_nearest_marked_position(n: int, marked: set[int]) -> None:
    there = sorted(m for m in marked if m < n)
    told = nearest(n, np.array(there, dtype=int)).tolist()
    assert told == [min((abs(i - m) for m in there), default=99) for i in range(n)]
