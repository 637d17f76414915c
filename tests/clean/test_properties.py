"""What holds for any page: cleaning twice changes nothing, no text appears, the page's order is kept."""

from __future__ import annotations

import os
import re
import unicodedata
from bisect import bisect_left
from html import escape
from itertools import count
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from listen.clean import clean, read
from listen.clean.dom.decode import decode
from listen.clean.dom.tree import parse
from listen.cli import printing
from listen.errors import ListenError, NoArticleError
from listen.model import Article
from listen.sources.fetch import fetch
from tests.examples import examples
from tests.seeds_help import SEEDS, Seed, seeds

BENCH = Path(
    os.environ.get("LISTEN_BENCH_DATA", Path(__file__).resolve().parents[2] / ".." / "shared" / "bench")
)
NOUNS = [
    "harbour",
    "boat",
    "tide",
    "lamp",
    "keeper",
    "stair",
    "night",
    "quay",
    "signal",
    "letter",
    "clock",
    "mayor",
]
VERBS = [
    "saw",
    "heard",
    "left",
    "found",
    "carried",
    "painted",
    "counted",
    "remembered",
    "forgot",
    "lit",
    "sold",
]
WHEN = ["in the morning", "before the war", "that winter", "on Friday", "as his father had done", "for years"]


@st.composite
def sentence(draw: st.DrawFn) -> str:
    one, two, three = (draw(st.sampled_from(NOUNS)) for _ in range(3))
    said = f"The {one} {draw(st.sampled_from(VERBS))} the {two} {draw(st.sampled_from(WHEN))}"
    return f"{said}, and nobody on the {three} spoke of it to number {draw(st.integers(2, 99))}."


PARAGRAPH = st.lists(sentence(), min_size=2, max_size=4).map(" ".join)


@st.composite
def block(draw: st.DrawFn) -> str:
    kind = draw(st.sampled_from("pppppphlqtc"))
    said = draw(PARAGRAPH)
    if kind == "h":
        return f"<h2>{escape(' '.join(said.split()[:5]))}</h2><p>{escape(draw(PARAGRAPH))}</p>"
    if kind == "l":
        tag = draw(st.sampled_from(["ul", "ol"]))
        items = draw(st.lists(sentence(), min_size=2, max_size=4))
        return f"<{tag}>" + "".join(f"<li>{item}</li>" for item in items) + f"</{tag}>"
    if kind == "q":
        return f"<blockquote><p>{said}</p></blockquote>"
    if kind == "t":
        rows = "".join(f"<tr><td>{n} boats</td><td>{said.split()[1]} {n}</td></tr>" for n in range(1, 4))
        return f"<table><tr><th>How many</th><th>Where</th></tr>{rows}</table>"
    if kind == "c":
        return f"<pre><code>x = {len(said)};\nif x &lt; 3 {{ run(); }}</code></pre><p>{said}</p>"
    return f"<p>{said}</p>"


POINTERS = (
    "Read more: Another story of the quay",
    "Read our guide: How to see the harbour",
    "See also: The keeper of the lamp",
)
FURNITURE = (
    "<p>Advertisement</p>",
    "<p class=share>Share on Facebook</p>",
    "<aside class=related><p><a href=/x>Read more: Another story of the quay</a></p></aside>",
    *(f"<p>{pointer}</p>" for pointer in POINTERS),
    "<figure><img src=x alt=Boat><figcaption>A boat. Photo: Jory Bray</figcaption></figure>",
    "",
)


@st.composite
def page(draw: st.DrawFn) -> str:
    parts = draw(st.lists(st.tuples(block(), st.sampled_from(FURNITURE)), min_size=4, max_size=9))
    body = "".join(a + b for a, b in parts) + f"<p>{draw(PARAGRAPH)}</p>"
    # No sentence comes twice, as in any story: a passage that is repeated is read once, by design.
    numbers = count(2)
    body = re.sub(r"number \d+", lambda _: f"number {next(numbers)}", body)
    return (
        "<html lang=en><head><title>The lamp goes out</title></head><body><nav><a href=/>Home</a></nav>"
        f"<main><article><h1>The lamp goes out</h1>{body}</article></main>"
        "<footer><p>© The Harbour Post</p></footer></body></html>"
    )


def words(text: str) -> list[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFC", text))


def lost(article: Article, source: str) -> list[str]:
    """The article's words that the page does not have after those before them."""
    tree = lxml_html.fromstring(source)
    for el in tree.xpath("//script|//style"):
        el.drop_tree()
    places: dict[str, list[int]] = {}
    for i, word in enumerate(words(" ".join(tree.itertext()))):
        places.setdefault(word, []).append(i)
    out, at = [], 0
    for word in words(article.text):
        there = places.get(word, [])
        found = bisect_left(there, at)
        if found == len(there):
            out.append(word)
        else:
            at = there[found] + 1
    return out


def shape(article: Article) -> list[tuple[object, ...]]:
    return [(b.kind, b.text, b.level, b.number, b.rows, b.speaker) for b in article.blocks]


@settings(max_examples=examples(40), deadline=None)
@given(page())
def test_cleaning_the_cleaned_page_changes_nothing(source: str) -> None:
    once = clean(source)
    assert not {block.text for block in once.blocks} & {*POINTERS}
    # One paragraph five times is read once: too little by itself for the table beside it.
    assume(len(once.text.split()) >= 60)
    again = clean(printing.as_html(once))
    assert again.title == once.title
    assert shape(again) == shape(once)


@settings(max_examples=examples(40), deadline=None)
@given(page())
def test_no_word_appears_and_the_order_is_the_pages(source: str) -> None:
    assert lost(clean(source), source) == []


@settings(max_examples=examples(40), deadline=None)
@given(st.text(max_size=400), st.lists(PARAGRAPH, max_size=4))
def test_any_text_is_an_article_or_a_clear_error(noise: str, story: list[str]) -> None:
    source = f"<p>{noise}</p>" + "".join(f"<p>{p}</p>" for p in story)
    try:
        article = clean(source)
    except ListenError as error:
        told = str(error)
        assert len(told.splitlines()) == 1
        return
    assume("<" not in noise and "&" not in noise)
    assert set(words(article.text)) <= set(words(decode(source.encode("utf-8", "replace"))))


PAGES = [seed for seed in seeds() if seed.article.suffix == ".html"]


@pytest.mark.parametrize("seed", PAGES, ids=lambda seed: seed.name)
def test_a_seed_cleaned_twice_is_the_seed_cleaned_once(seed: Seed) -> None:
    once = read(fetch(str(seed.article))).article
    again = clean(printing.as_html(once))
    assert [b.text for b in again.blocks] == [b.text for b in once.blocks]
    assert again.title == once.title


def test_the_seeds_are_here() -> None:
    assert SEEDS.is_dir()
    assert len(PAGES) >= 5


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFC", text)))


@pytest.mark.slow
@pytest.mark.skipif(not (BENCH / "extract").is_dir(), reason="no shared data (LISTEN_BENCH_DATA)")
def test_real_pages_keep_their_order() -> None:
    """Every tenth real page: passages stand in it, letter by letter, in its order.

    A few are not there letter by letter, for reference marks, bare addresses and exponents are rewritten.
    """
    from extract_data import page_bytes, truth

    passages = absent = moved = 0
    for key in sorted(truth("wcxb_dev"))[::10]:
        source = decode(page_bytes("wcxb_dev", key))
        try:
            article = clean(source)
        except NoArticleError:
            continue
        tree, at = parse(source), 0
        for el in [*tree.iter("script", "style", "noscript", "template")]:
            el.drop_tree() if hasattr(el, "drop_tree") else el.clear(keep_tail=True)
        there = letters("".join(tree.itertext()))
        for part in article.blocks:
            passages += 1
            found = there.find(letters(part.text), at)
            if found >= 0:
                at = found
            elif letters(part.text) in there:
                moved += 1
            else:
                absent += 1
    assert passages > 2_000
    assert moved < 0.005 * passages
    assert absent < 0.02 * passages
