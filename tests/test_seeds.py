"""The seeds: that their goldens agree with the articles, and that the program agrees with the goldens.

pytest tests/test_seeds.py --renew-goldens    rewrites the goldens with what the program gives
"""

from __future__ import annotations

import json
import re
from datetime import datetime
from functools import cache
from typing import Any, get_args

import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner

from listen.clean import Cleaned, LeftOut, read
from listen.cli import cli
from listen.engines.espeak.espeak_library import library
from listen.model import Article, Block, BlockKind
from listen.segment import sentence_spans
from listen.sources.fetch import fetch
from listen.speech import locale, speak
from tests.seeds_help import SEEDS, STATED, Seed, bare, dump, fold, plain, seeds

ALL = seeds()
NUMBERS = {"faehre", "harbour-clock", "hot-sand", "mediatheque", "rain-gauge", "slow-lane"}
"""Seeds that are rich in numbers."""

every_seed = pytest.mark.parametrize("seed", ALL, ids=lambda seed: seed.name)


@pytest.fixture
def renew(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--renew-goldens"))


@cache
def cleaned(seed: Seed) -> Cleaned:
    return read(fetch(str(seed.article)))


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


# The program and the goldens.


def as_golden(block: Block) -> dict[str, Any]:
    fields: dict[str, Any] = {"kind": block.kind, "text": block.text}
    fields |= {k: v for k in ("level", "number", "speaker") if (v := getattr(block, k)) is not None}
    return fields | ({"rows": [list(row) for row in block.rows]} if block.rows else {})


def article_as_golden(article: Article) -> dict[str, Any]:
    stated = {k: v for k in STATED if (v := getattr(article, k)) is not None}
    return {"title": article.title, **stated, "blocks": [as_golden(block) for block in article.blocks]}


@every_seed
def test_clean(seed: Seed, renew: bool) -> None:
    got = article_as_golden(cleaned(seed).article)
    if renew:  # what the article says of itself, too
        dump(seed.folder / "clean.json", got)
        return
    heard, golden = ([b["text"] for b in blocks] for blocks in (got["blocks"], seed.clean["blocks"]))
    assert [text for text in heard if text not in golden] == [], "heard, but no part of the story"
    assert [text for text in golden if text not in heard] == [], "part of the story, but not heard"
    assert heard == golden
    assert got["blocks"] == seed.clean["blocks"]
    assert got["title"] == seed.clean["title"]


def same(field: str, got: str | None, golden: str | None) -> bool:
    """Equal, or the same moment; a language without its country leaves the country open."""
    if field == "lang" and got and golden and "-" not in golden:
        return got.split("-")[0] == golden
    if field == "published" and got and golden and "T" in got and "T" in golden:
        return datetime.fromisoformat(got) == datetime.fromisoformat(golden)
    return got == golden


@every_seed
@pytest.mark.parametrize("field", STATED)
def test_what_the_article_says_of_itself(seed: Seed, field: str, renew: bool) -> None:
    if renew:
        return  # test_clean has written it
    got, golden = getattr(cleaned(seed).article, field), seed.clean.get(field)
    assert same(field, got, golden), f"{got!r}, not {golden!r}"


@every_seed
def test_everything_left_out_is_listed(seed: Seed, renew: bool) -> None:
    told = bare("".join(piece.text for piece in cleaned(seed).left_out))
    seen = [x for x in seed.left_out if x["class"] != "hidden"]
    missed = [x for x in seen if bare(x["text"]) not in told]
    if renew and missed:
        dump(seed.folder / "left_out.json", [x for x in seed.left_out if x not in missed])
        return
    assert missed == []


HAND = {
    "hidden": ["hidden", "navigation", "cookie", "ad"],
    "bylines": ["author-line", "date-line"],
    "captions": ["caption", "credit"],
    "share": ["share", "embed"],
    "prompts": ["subscribe", "newsletter", "listen-link"],
    "pullquotes": ["pull-quote"],
    "ads": ["ad"],
    "comments": ["comments", "call-to-action"],
    "bios": ["bio"],
    "related": ["related"],
    "footnotes": ["footnote"],
    "legal": ["correction", "footer", "copyright", "cookie"],
    "navigation": ["navigation", "breadcrumb", "kicker", "tags", "weather", "separator", "footer"],
}
"""Class that the program may give → what the hand-written goldens call such a passage."""


def listed(seed: Seed, *more: str) -> list[str]:
    """What `listen clean --explain` prints of what was left out, line by line."""
    done = CliRunner().invoke(cli, ["clean", "--explain", *more, str(seed.article)])
    assert done.exit_code == 0
    _, _, out = done.stdout.rpartition("\nLeft out:\n")
    return out.splitlines() if out != done.stdout else []


@every_seed
def test_what_explain_prints(seed: Seed, renew: bool) -> None:
    path, got = seed.folder / "explain.txt", listed(seed)
    if renew:
        path.write_text("".join(f"{line.strip()}\n" for line in got), encoding="utf-8")
        return
    assert [line.strip() for line in got] == path.read_text("utf-8").splitlines()


@every_seed
def test_the_class_given_is_one_written_by_hand(seed: Seed) -> None:
    """In the page's order each piece stands in a passage, and each passage is called like a piece in it."""
    seen = [x for x in seed.left_out if x["class"] != "hidden"]
    if not seen:
        return
    left = iter(cleaned(seed).left_out)
    passage, at = next(left), 0
    called: dict[int, tuple[LeftOut, list[str]]] = {}
    for piece in seen:
        while (found := bare(passage.text).find(bare(piece["text"]), at)) < 0:
            following = next(left, None)
            assert following, f"not listed, or out of order: {piece}"
            passage, at = following, 0
        at = found + len(bare(piece["text"]))
        called.setdefault(id(passage), (passage, []))[1].append(piece["class"])
    for item, names in called.values():
        assert set(names) & set(HAND[item.kind]), f"{item} is called {names}"


@every_seed
def test_every_class_left_out_is_brought_back_by_its_name(seed: Seed) -> None:
    left = cleaned(seed).left_out
    for kind in sorted({item.kind for item in left}):
        again = read(fetch(str(seed.article)), keep=frozenset({kind}))
        assert not [item for item in again.left_out if item.kind == kind]
        heard = bare("".join((again.article.title, *(b.text for b in again.article.blocks))))
        for item in left:
            if item.kind == kind:
                assert bare(item.text) in heard, f"--keep {kind} does not bring back: {item.text}"


def sentences_of(golden: dict[str, Any], lang: str) -> list[list[str]]:
    """The title's sentences, then each block's: a table's rows, code in one piece."""

    def split(kind: str, text: str) -> list[str]:
        if kind in ("code", "table"):
            return text.split("\n") if kind == "table" else [text]
        return [text[start:end] for start, end in sentence_spans(text, lang)]

    return [split("title", golden["title"]), *(split(b["kind"], b["text"]) for b in golden["blocks"])]


@every_seed
def test_sentences(seed: Seed, renew: bool) -> None:
    if renew:
        dump(
            seed.folder / "sentences.json", sentences_of(article_as_golden(cleaned(seed).article), seed.lang)
        )
        return
    got = sentences_of(seed.clean, seed.lang)
    assert [pair for pair in zip(got, seed.sentences, strict=True) if pair[0] != pair[1]] == []


def said_in_its_sentence(seed: Seed, written: str) -> str:
    """The words that a phrase becomes when its whole sentence is spoken."""
    sentence = seed.sentence_of(written)
    start = sentence.find(written)
    lang = locale(seed.lang, seed.clean.get("url", ""), "\n\n".join(seed.passages[1:]))
    words = speak(sentence, lang)
    return plain(" ".join(w.text for w in words if start <= w.start < start + len(written)))


def sound(words: str, lang: str) -> str:
    """Phonemes as espeak-ng says them, without what hangs on where a compound is parted."""
    ipa = re.sub(r"[^\w]|[ːˈˌ_ˑ]", "", library().phonemes(words, lang.split("-")[0]))
    return re.sub(r"(.)\1", r"\1", ipa.translate(str.maketrans("dzɡbvɾʁɹ", "tskpfrrr")))


def right(got: str, said: tuple[str, ...], lang: str) -> bool:
    """One of the ways, word for word; by ear in the languages whose figures espeak-ng may read."""
    if got in said or lang.startswith("en"):
        return got in said
    return bare(got) in map(bare, said) or sound(got, lang) in (sound(way, lang) for way in said)


@every_seed
def test_spoken(seed: Seed, renew: bool) -> None:
    got = {written: said_in_its_sentence(seed, written) for written, _ in seed.spoken}
    wrong = {
        written: got[written] for written, said in seed.spoken if not right(got[written], said, seed.lang)
    }
    if renew:
        rows = [f"{written}\t{wrong.get(written, ' | '.join(said))}\n" for written, said in seed.spoken]
        (seed.folder / "spoken.tsv").write_text("".join(rows), encoding="utf-8")
        return
    assert wrong == {}
