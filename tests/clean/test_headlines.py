"""Headlines that are cut, split, put below or beside something else; and headings that only look like it."""

# ruff: noqa: E501 - tables of cases read best with one case a line

from __future__ import annotations

import pytest

from listen.clean.dom.tree import parse
from listen.clean.dom.walk import walk
from listen.clean.metadata.gather import gather

STORY = "".join(
    f"<p>In the spring of {1902 + n} the weaver carried her loom across the frozen lake, and the ice sang below her so "
    "loudly that the dogs on the far shore began to answer, and did not stop before the evening had come and gone.</p>"
    for n in range(6)
)
LONG = "The weaver who carried her loom across the frozen lake while the ice below her sang to the dogs of the north"


def title(head: str, body: str, url: str = "https://weaver.example/loom") -> str:
    root = parse(f"<html lang=en><head>{head}</head><body>{body}{STORY}</body></html>")
    return gather(root, url, walk(root)).title


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        # Chapters of the first level below the headline.
        ("<title>The loom that crossed the lake | Weaver</title>", "<h2>The loom that crossed the lake</h2><h1>How the loom crossed the ice of the lake</h1>", "The loom that crossed the lake"),
        ("<title>Weaver: The loom that crossed the lake</title><meta property=og:title content='The loom that crossed the lake'>", "<h1 class=title>Weaver's page</h1><h3>The loom that crossed the lake</h3><h1>The loom and the dogs that crossed</h1>", "The loom that crossed the lake"),
        # A chapter of the second level below its headline stays one.
        ("<title>What is a frozen loom?</title>", "<h1>An introduction to the frozen loom and its use</h1><h2>What is a frozen loom?</h2>", "An introduction to the frozen loom and its use"),
        # Cut by the rules of search engines, or with dots.
        (f'<title>{LONG} and nobody else | Weaver</title><script type=application/ld+json>{{"@type":"Article","headline":"{LONG}"}}</script>', "<div></div>", f"{LONG} and nobody else"),
        (f'<title>{LONG} | Weaver</title><script type=application/ld+json>{{"@type":"Article","headline":"{LONG}"}}</script>', "<div></div>", LONG),
        ("<title>The loom that crossed the lake in spring</title><meta property=og:title content='The loom that crossed…'>", "<div></div>", "The loom that crossed the lake in spring"),
        ("<title>And then the loom... | Weaver</title><meta property=og:title content='And then the loom...'>", "<h1>And then the loom...</h1>", "And then the loom..."),
        # The site's name behind a dash in the heading itself.
        ("<title>The loom that crossed the lake – Weaver</title><meta property=og:site_name content=Weaver>", "<h1>The loom that crossed the lake – Weaver</h1>", "The loom that crossed the lake"),
        ("<title>The loom that crossed the lake – a story</title><meta property=og:site_name content=Weaver>", "<h1>The loom that crossed the lake – a story</h1>", "The loom that crossed the lake – a story"),
        # The site's name before the headline, without a sign between.
        ("<title>weaver.example Frozen Loom</title>", "<h1>weaver.example</h1><h3>Frozen Loom</h3>", "Frozen Loom"),
        ("<title>The loom of the lake</title>", "<h1>The loom of the lake</h1><h3>of the lake</h3>", "The loom of the lake"),
        # The headline as the site's name.
        ("<title>The loom crossed the lake | Weaver</title><meta property=og:title content='The loom crossed the lake | Weaver'><meta property=og:site_name content='The loom crossed the lake'>", "<h1>Across the ice: the loom crossed the lake</h1>", "The loom crossed the lake"),
        # First letters in elements of their own; words in theirs.
        ("<title>The loom crossed the lake</title>", "<h1><span>T</span>he loom <b>c</b>rossed the lake</h1>", "The loom crossed the lake"),
        ("<title>A loom crossed the lake</title>", "<h1><span>A</span> <span>loom crossed</span><span>the lake</span></h1>", "A loom crossed the lake"),
        # A tag without its headline.
        ("<title>Weaver's Hall -</title>", "<div></div>", "Weaver's Hall"),
        ("<title>A - B</title>", "<div></div>", "A - B"),
        # What a heading has behind the headline, worded otherwise in the tag.
        ("<title>The loom that crossed the lake - with yarn & ice</title>", "<h1>The loom that crossed the lake – with yarn and much ice</h1>", "The loom that crossed the lake – with yarn and much ice"),
        ("<title>The loom of the lake - with coloured yarn & frozen ice</title>", "<h1>The loom of the lake – with coloured yarn and hard ice</h1>", "The loom of the lake – with coloured yarn and hard ice"),
        ("<title>The loom that crossed the lake - Weaver</title>", "<h1>The loom that crossed the lake – news from Weaver</h1>", "The loom that crossed the lake"),
        # The headline first, a longer name of the site behind.
        ("<title>The loom that crossed the lake: ice and yarn - Weaving Long Days with Doctor Harrow</title>", "<h2>Weaving Long Days with Doctor Harrow</h2><h1>The loom that crossed the lake: ice and yarn</h1>", "The loom that crossed the lake: ice and yarn"),
        # The site's name alone in all that is stated.
        ("<title>Weaver</title><meta property=og:title content=Weaver><meta property=og:site_name content=Weaver>", "<h1>The loom that crossed the lake</h1>", "The loom that crossed the lake"),
    ],
)  # fmt: skip
def test_the_headline(head: str, body: str, expected: str) -> None:
    assert title(head, body) == expected
