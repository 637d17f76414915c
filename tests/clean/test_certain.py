"""Posts, subscription boxes and author notes that stand inside the story."""

import numpy as np
import pytest

from listen.clean import read
from listen.clean.dom.nouns import Page
from listen.clean.dom.tree import parse
from listen.clean.dom.walk import walk
from listen.clean.furniture.phrases import furniture
from listen.clean.furniture.widgets import author_notes, quoted_posts
from listen.clean.result import Why
from listen.model import Source

STORY = [
    "The kiln behind the station was lit on Tuesday for the first time since the works closed in 1987, "
    "and half of the town came out to see whether the chimney would draw.",
    "It did. By noon there was a thin grey line over the roofs, and by evening the bricklayers who had "
    "come back to show their grandchildren how it was done had run out of both clay and patience.",
    "The kiln will be fired twice a year, said Edith Mallory, who runs the small museum next door and has"
    " waited for the permit since the spring of 2019.",
    "The first bricks are to mend the wall of the cemetery, where a lorry took out eleven feet of it last"
    " winter and nobody could find a colour that matched.",
    "What is left over will be sold from a table by the door, one to each household, with a stamp that "
    "nobody has used in almost forty years.",
]


def blocks(*inside: str) -> list[str]:
    """What is read of a page that has `inside` between the story's third paragraph and its fourth."""
    paragraphs = [f"<p>{text}</p>" for text in STORY]
    body = "\n".join([*paragraphs[:3], *inside, *paragraphs[3:]])
    html = f"""<html lang="en"><head><title>Kiln lit again</title></head><body>
<header><a href="/">Home</a></header><article><h1>Kiln lit again</h1><p class="byline">By Rosa Quill</p>
<div class="entry-content">{body}</div></article></body></html>"""
    return [b.text for b in read(Source(html.encode(), "kiln.html")).article.blocks]


POST = (
    '<blockquote class="twitter-tweet"><p>saw the smoke from the bus</p>&mdash; {name} (@someone) '
    '<a href="https://x.example/1">May 2, 2025</a></blockquote>'
)


def _posted(post: str, last: bool = False) -> tuple[Page, np.ndarray]:
    """A page with a post between the story's paragraphs or behind them, and all but the post chosen."""
    texts = [f"<p>{text}</p>" for text in STORY]
    texts.insert(len(texts) if last else 3, post)
    page = walk(parse(f"<html><body><article>{''.join(texts)}</article></body></html>"))
    return page, np.array([c.text in STORY for c in page.candidates])


def test_a_post_that_the_story_does_not_speak_of_is_left_out() -> None:
    assert blocks(POST.format(name="Old Trams")) == STORY


@pytest.mark.parametrize(
    ("name", "before"),
    [
        ("Edith Mallory", ""),
        ("Old Trams", "<p>Not everybody who tweeted about it had been near the place:</p>"),
    ],
)
def test_a_post_stays_whose_author_is_named_or_that_is_introduced(name: str, before: str) -> None:
    assert "saw the smoke from the bus" in blocks(before, POST.format(name=name))


LOUD = (
    "<div class=com-embed><blockquote class=twitter-tweet><p>The museum lights its kiln at 11, ONE HOUR "
    "BEFORE the town had asked for. <a href=/t>#kiln</a></p>&mdash; {} (@some) <a href=/1>May 2, 2025</a>"
    "</blockquote></div>"
)


@pytest.mark.parametrize("name", ["Edith Mallory", "Mallory", "Dr Edith B. Mallory"])
def test_a_post_of_whom_the_story_names_is_quoted(name: str) -> None:
    page, kept = _posted(LOUD.format(name))
    (post,) = quoted_posts(page, kept, {})
    assert page.candidates[post].text.startswith("The museum lights")


@pytest.mark.parametrize("name", ["Old Trams", "Anna Wick"])
def test_a_post_of_whom_it_does_not_name_is_not_quoted(name: str) -> None:
    page, kept = _posted(LOUD.format(name))
    assert quoted_posts(page, kept, {}) == []


def test_a_post_behind_the_story_is_not_quoted() -> None:
    page, kept = _posted(LOUD.format("Edith Mallory"), last=True)
    assert quoted_posts(page, kept, {}) == []


def test_a_post_that_is_decided_against_is_not_quoted() -> None:
    page, kept = _posted(LOUD.format("Edith Mallory"))
    posts = quoted_posts(page, kept, {})
    assert quoted_posts(page, kept, {posts[-1]: Why("hidden", "in a dialog", "dialog")}) == []


def test_the_box_around_a_field_for_an_address_is_left_out() -> None:
    box = (
        "<div><div><h3>The Brick Letter</h3><p>News from the works, on the first Friday of each month. "
        'It costs nothing.</p><form><input type="email"><input type="submit" value="Go"></form></div></div>'
    )
    assert blocks(box) == STORY


def test_a_field_for_an_address_does_not_take_the_story_with_it() -> None:
    assert blocks('<form><input name="email"></form>') == STORY


def test_sections_of_the_story_are_no_subscription_box() -> None:
    form = '<form><input name="email"></form>'
    parts = f"<div><h2>Bricks and mortar</h2>{form}<h2>Fire and clay</h2></div><p>{STORY[0].upper()}</p>"
    assert "Fire and clay" in blocks(parts)


def test_a_story_about_posts_keeps_them() -> None:
    told = "<p>By Wednesday the smoke was all over Twitter, where some took it for a fire and said so.</p>"
    assert "saw the smoke from the bus" in blocks(told, POST.format(name="Old Trams"))


def test_notes_about_the_author() -> None:
    notes = [
        "Rosa Quill is a potter. She lives over the shop.",
        "Rosa Quill, who writes on Mondays, covers clay.",
        "Rosa Quill ist Töpferin und schreibt über Lehm.",
    ]
    for note in notes:
        assert author_notes([*STORY, note], "Ann Lee, Rosa Quill") == [5]
    assert author_notes([*STORY, notes[0]], "Ann Lee") == []
    assert author_notes([*STORY, notes[0]], None) == []
    assert author_notes([notes[0], *STORY], "Rosa Quill") == []
    assert author_notes([*STORY, f"{notes[0]} {' '.join(STORY)}"], "Rosa Quill") == []
    assert author_notes([notes[0]], "Rosa Quill") == []


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Advertisement – scroll to continue", "ads"),
        ("Anzeige | Artikel weiterlesen", "ads"),
        ("Publicité - la suite ci-dessous", "ads"),
        ("Artikel anhören", "prompts"),
        ("Écouter cet article", "prompts"),
        ("Haben Sie Fotos vom Brand? Schreiben Sie uns an post@werk.example.", "comments"),
        ("Did you work at the kiln? Write to us at post@works.example.", "comments"),
        ("Avez-vous des photos ? Écrivez-nous à post@four.example.", "comments"),
        ("Copyright 2025 The Kiln Herald. All rights reserved.", "legal"),
        ("© 2025 The Kiln Herald", "legal"),
    ],
)
def test_lines_that_are_no_story(line: str, kind: str) -> None:
    found = furniture(line)
    assert found is not None
    assert found[0] == kind


@pytest.mark.parametrize(
    "line",
    [
        "Advertising budgets continue to fall.",
        "Ads continued to play long after the last guest had left the bar and the lights had gone out.",
        "Did you work here? asked the man at the gate, and wrote something down.",
        "Copyright is what the song lost in 2025.",
        "Haben Sie Zeit? fragte er, und sie schrieb ihm nie wieder.",
    ],
)
def test_lines_of_a_story(line: str) -> None:
    assert furniture(line) is None


def test_links_under_a_label_that_goes_go_with_it() -> None:
    links = "".join(f'<li><a href="/{n}">{n} kilns and their keepers</a></li>' for n in ("Two", "Ten"))
    assert blocks(f"<p>Also read:</p><ul>{links}</ul>") == STORY
    titles = "".join(f"<li>{n} Kilns and Their Keepers: What Clay Can Tell</li>" for n in ("Two", "Ten"))
    assert blocks(f"<p>Also read:</p><ul>{titles}</ul>") == STORY


def test_short_items_stay_in_the_list_of_longer_ones() -> None:
    items = "".join(
        f"<li>{item}</li>" for item in ("Old clay", "Sand from the river below the works", "Water")
    )
    found = blocks(f"<p>The bricks are made of three things that the town has enough of:</p><ul>{items}</ul>")
    assert found[4:7] == ["Old clay", "Sand from the river below the works", "Water"]


TOLD = [
    "I am Rosa, forty years old, and I live over the shop with a cat and four kilns. I like old trams, "
    "the smell of wet clay and the hour before the market opens.",
    "This journal began in 2007 as a list of glazes. It is my diary, my shop window and my excuse to be "
    "on the road for half of the year.",
]


def boxed(name: str, story: list[str], told: list[str], behind: str = "") -> list[str]:
    """What is read of a page whose story is followed by an element of that name."""
    said, own = ("".join(f"<p>{text}</p>" for text in texts) for texts in (told, story))
    html = f"""<html lang="en"><head><title>Kiln lit again</title></head><body>
<article><h1>Kiln lit again</h1><div class="entry-content">{own}</div>
<div class="{name}"><img src="rosa.jpg" alt="">{said}</div>{behind}</article></body></html>"""
    return [b.text for b in read(Source(html.encode(), "kiln.html")).article.blocks]


@pytest.mark.parametrize(
    "name", ["author-bio", "post-author-box", "about-the-author", "author__description", "autor-info"]
)
def test_what_an_element_named_for_the_author_tells_at_the_end_is_no_story(name: str) -> None:
    assert boxed(name, STORY, TOLD) == STORY


def test_a_page_about_a_person_and_what_the_story_goes_on_behind_are_read() -> None:
    assert TOLD[0] in boxed("author-bio", [STORY[0]], [*TOLD, *STORY[1:]])
    assert TOLD[0] in boxed("author-bio", STORY, TOLD, f"<p>{STORY[0].upper()}</p>")
    assert TOLD[0] in boxed("co-authored-text", STORY, TOLD)
