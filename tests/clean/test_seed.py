"""The shared seed: all of the story and nothing else, as text and as a page."""

import os
from html import escape
from pathlib import Path

import pytest

from listen.clean import clean, read
from listen.sources.fetch import fetch

BENCH = os.environ.get("LISTEN_BENCH_DATA")
SHARED = Path(BENCH).parent if BENCH else Path(__file__).resolve().parents[2] / ".." / "shared"
SEEDS = sorted((SHARED / "seeds").glob("*.txt"))

pytestmark = pytest.mark.skipif(not SEEDS, reason="the shared seeds are not here (LISTEN_BENCH_DATA)")


@pytest.mark.parametrize("path", SEEDS, ids=lambda p: p.stem[:12])
def test_the_seed_as_text_and_as_a_page(path: Path) -> None:
    lines = [line.strip() for line in path.read_text("utf-8").splitlines() if line.strip()]
    title, story = lines[0], [line for line in lines[1:] if line != "Listen To Story Above"]
    cleaned = read(fetch(str(path)))
    assert cleaned.article.title == title
    assert [b.text for b in cleaned.article.blocks] == story
    assert [(left.kind, left.text) for left in cleaned.left_out] == [("prompts", "Listen To Story Above")]

    body = "".join(f"<p>{escape(line)}</p>" for line in lines[1:])
    page = clean(
        f"<html><head><title>{escape(title)} | Example News</title></head><body><nav><a href=/>Home</a></nav>"
        f"<article><h1>{escape(title)}</h1>{body}</article><footer>© Example News</footer></body></html>"
    )
    assert page.title == title
    assert page.text == cleaned.article.text
