"""The seeds: that their goldens agree with the articles, and that the program agrees with the goldens.

pytest tests/test_seeds.py --renew-goldens    rewrites the goldens with what the program gives
"""

from __future__ import annotations

import json
import re
from typing import get_args

import pytest
from bs4 import BeautifulSoup

from listen.model import Block, BlockKind
from tests.seeds_help import SEEDS, Seed, bare, fold, plain, seeds

ALL = seeds()
NUMBERS = {"faehre", "harbour-clock", "hot-sand", "mediatheque", "rain-gauge", "slow-lane"}
"""Seeds that are rich in numbers."""

every_seed = pytest.mark.parametrize("seed", ALL, ids=lambda seed: seed.name)


# The goldens and the articles.


@every_seed
def test_a_golden_holds_only_what_the_article_has_and_in_its_order(seed: Seed) -> None:
    page, at = bare(seed.visible), 0
    for block in seed.clean["blocks"]:
        for piece in [cell for row in block.get("rows", ()) for cell in row] or [block["text"]]:
            found = page.find(bare(piece), at)
            assert found >= 0, f"not in the article after what came before: {piece}"
            at = found + len(bare(piece))
    assert bare(seed.clean["title"]) in page


@every_seed
def test_a_golden_is_made_of_blocks(seed: Seed) -> None:
    for fields in seed.clean["blocks"]:
        block = Block(**fields)
        assert block.kind in get_args(BlockKind)
        assert block.text == (block.text if block.kind in ("code", "table") else fold(block.text))
        assert (block.level is not None) == (block.kind in ("heading", "list_item"))
        assert block.speaker is None or block.kind == "quote"
        assert block.number is None or block.kind == "list_item"
        if block.rows:
            assert block.text == "\n".join(" | ".join(row) for row in block.rows)


@every_seed
def test_the_sentences_are_the_blocks(seed: Seed) -> None:
    kinds = ["title", *(block["kind"] for block in seed.clean["blocks"])]
    for kind, text, sentences in zip(kinds, seed.passages, seed.sentences, strict=True):
        assert ("\n" if kind == "table" else " ").join(sentences) == text


@every_seed
def test_the_furniture_is_on_the_page_and_not_in_the_story(seed: Seed) -> None:
    page = bare(seed.visible)
    for piece in seed.left_out:
        assert bare(piece["text"]) in page
        if piece["class"] != "pull-quote":
            assert piece["text"] not in seed.passages
    if seed.article.suffix == ".html":
        assert len(seed.left_out) >= 10


@every_seed
def test_the_hard_phrases_are_in_the_story(seed: Seed) -> None:
    for written, said in seed.spoken:
        assert any(written in sentence for sentences in seed.sentences for sentence in sentences), written
        for way in said:
            assert way == plain(way)
            assert not re.search(r"\d", way)
    assert len(seed.spoken) >= (12 if seed.name in NUMBERS else 10)


@every_seed
def test_a_seed_says_why_it_is_there_and_whose_it_is(seed: Seed) -> None:
    lines = (seed.folder / "about.md").read_text("utf-8").splitlines()
    assert [line.split(":")[0] for line in lines] == ["Why", "Licence"]


@every_seed
def test_structured_data_parses_and_names_the_title(seed: Seed) -> None:
    if seed.article.suffix != ".html":
        return
    soup = BeautifulSoup(seed.markup, "lxml")
    for script in soup("script", type="application/ld+json"):
        data = json.loads(script.get_text())
        items = data.get("@graph", [data])
        assert [x["headline"] for x in items if "headline" in x] == [seed.clean["title"]]


def test_enough_english_of_our_own() -> None:
    own = [s for s in ALL if s.lang.startswith("en") and not s.name.startswith("ukraine")]
    assert sum(len(" ".join(seed.passages).split()) for seed in own) >= 3000


def test_the_page_and_the_text_are_the_same_story() -> None:
    page, text = (Seed(SEEDS / f"ukraine-peace-talks-{kind}") for kind in ("page", "text"))
    assert (page.clean["title"], page.clean["blocks"]) == (text.clean["title"], text.clean["blocks"])
    assert page.sentences == text.sentences
    assert page.spoken == text.spoken
