"""What stands in the story and is not read all the same: labels, stamps, buttons, and what only looks so."""

import numpy as np
import pytest

from listen.clean.dom.tree import parse
from listen.clean.dom.walk import walk
from listen.clean.furniture.in_story import doubts
from listen.clean.furniture.phrases import find, never
from listen.clean.metadata.gather import Metadata

PROSE = "The ferry was late again, and nobody on the quay had thought of bringing an umbrella or a chair."


def dropped(html: str, p: float) -> list[str]:
    """Texts that are not read of a page whose passages all are the story with probability `p`."""
    page = walk(parse(html))
    kept = np.ones(len(page.candidates), dtype=bool)
    why = doubts(page, Metadata("Ferries"), kept, np.full(len(page.candidates), p))
    return [c.text for c, reason in zip(page.candidates, why, strict=True) if reason]


@pytest.mark.parametrize(
    ("html", "p", "gone"),
    [
        # A label leads the passage that follows at once.
        (f"<p>Our verdict</p><p>{PROSE}</p>", 0.75, []),
        (f"<p><b>Our verdict</b></p><p>{PROSE}</p>", 0.55, []),
        (f"<p>Our verdict</p><p>{PROSE}</p>", 0.55, ["Our verdict"]),
        ("<p>Our verdict</p><p>Late boats</p>", 0.75, ["Our verdict", "Late boats"]),
        (f"<p>Credit: Lamplight</p><p>{PROSE}</p>", 0.75, ["Credit: Lamplight"]),
        # A label that the story uses again and again is its own.
        ("<p>Pros</p><p>Dry.</p>" * 3, 0.75, []),
        ("<p>Pros</p><p>Dry.</p>" * 2, 0.75, ["Pros", "Pros"]),
        # Who said it.
        (f"<p>{PROSE}</p><p>— Ada</p><p>[The Quay]</p><p>[QUAY]</p>", 0.75, []),
        # A sentence in capitals at 0.85 is one.
        ("<p>WHO MOVED THE QUAY?</p>", 0.85, []),
        ("<p>WHO MOVED THE QUAY?</p>", 0.75, ["WHO MOVED THE QUAY?"]),
        # A calendar has dates for items, a page has a date.
        ("<ul><li>May 4, 2026<li>May 5, 2026<li>May 9, 2026<li>June 1, 2026</ul>", 0.8, []),
        ("<ul><li>May 4, 2026</ul>", 0.8, ["May 4, 2026"]),
        # The one item under a label says something, one under a sentence may be a button.
        ("<p>Drawbacks:</p><ul><li>High costs</ul>", 0.8, []),
        (f"<p>{PROSE}</p><ul><li>High costs</ul>", 0.8, ["High costs"]),
        # What ends like a sentence is no label.
        (f"<p>All...</p><p>More posts mean fewer readers.</p><p>{PROSE}</p>", 0.7, []),
        ("<p>More posts</p>", 0.7, ["More posts"]),
        ("<p><a href=/x>Shop Lamps.</a></p><p>Shop lamps.</p>", 0.95, ["Shop Lamps."]),
    ],
)
def test_a_word_or_two_by_themselves(html: str, p: float, gone: list[str]) -> None:
    assert dropped(html, p) == gone


@pytest.mark.parametrize(
    "line",
    [
        "[mailform id=12]",
        "[kit-form form=3 align=left]",
        "Lorem ipsum dolor sit amet",
        "Lorem ipsum 2",
        "Last updated: May 2, 2025",
    ],
)
def test_what_no_story_has(line: str) -> None:
    assert never(line) is not None


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Lamp Works Team | 5 min read", "bylines"),
        ("Related reports include Cost of Lamps | Cost of Oil", "related"),
        ("Recommended: The best lamps in Bath Recommended: The best oil in Bath", "related"),
        ("[Want more lamps? Let's hang out on Instagram!]", "share"),
        ("Do you have a lamp that will not burn? If so, the Herald wants to hear from you.", "comments"),
        ("Want to see how it burns? Learn more here.", "prompts"),
        ("Ready to light your street? Book an introductory call with Lamp Works today.", "prompts"),
        ("We take your old lamps away! Book online ❯", "prompts"),
        ("Want to go deeper? Access the whole picture in our Lamp Report, a long look at wicks.", "prompts"),
        ("You are reading our guide to lamps. Tired of reading? Take our free test!", "prompts"),
        ("Partner with us to light your street today!", "prompts"),
        ("Sharing is caring!", "share"),
        ("by 灯台新聞 ／ 2016.12.01", "bylines"),
        ("This page has affiliate links, which cost you nothing.", "ads"),
        ("(Credit: Ada Lamb)", "captions"),
        ("<br />", "navigation"),
    ],
)
def test_lines_that_are_not_of_the_story(line: str, kind: str) -> None:
    assert kind in [found[0] for found in find(line)]


@pytest.mark.parametrize(
    "line",
    [
        "<The Palace: A Tale in Nine Acts>",
        "Cost per credit: in-state $472",
        "Print, web & video: $3,999 a month",
        "Graphics: Voodoo 3",
        "Nine lamps, 300 credits/year, no smoke",
        "Partners live off subscriptions and affiliate links, says the report.",
        "Want to know what he did? Nobody does, and he will not say.",
        "Are you bringing a lamp? If so, trim its wick first.",
        "The bus waits for 5 min. Read the sign while you wait for it.",
    ],
)
def test_lines_of_the_story(line: str) -> None:
    assert find(line) == ()
