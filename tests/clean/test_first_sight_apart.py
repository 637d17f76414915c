"""Pages of other projects' tests, read whole at first sight: what was read there that nobody wants to hear, or
was lost, by kind. Every rule has its near miss.
"""

# ruff: noqa: E501

from __future__ import annotations

import numpy as np
import pytest

from listen.clean.classifier.siblings import between
from listen.clean.dom.nouns import Page
from listen.clean.dom.text import word_count
from listen.clean.dom.tree import parse
from listen.clean.dom.walk import walk
from listen.clean.formats.web_page import clean_page
from listen.clean.furniture.in_story import _counted, doubts
from listen.clean.furniture.phrases import never
from listen.clean.furniture.wording import leads, suspicion
from listen.clean.metadata.gather import Metadata
from tests.clean.storied_page import PARAGRAPHS, added, page_html, page_with, paragraphs, read_texts, rules

WINTER = "The boat was late on Monday because of the ice, and it will be late on Tuesday as well."
OTHER = "Once there was a keeper who had seen the same boat for ten years. He wrote it down in a book that nobody has read."


def behind(inside: str) -> list[str]:
    """What is read of a page with `inside` at the end of its story besides the story."""
    page = clean_page(page_html("").replace("</article>", f"{inside}</article>"))
    return [text for text in read_texts(page) if text not in PARAGRAPHS]


def slides(number: int, of: int) -> str:
    return "".join(
        f"<li><h2>{k}/{of} The harbour in the news</h2><p>{WINTER.replace('Monday', f'day {k}')}</p></li>"
        for k in range(1, number + 1)
    )


def test_a_slideshow_of_other_news_inside_a_story_is_not_read() -> None:
    found = page_with(f"<div><ul class=legends>{slides(8, 8)}</ul></div>")
    assert read_texts(found) == list(PARAGRAPHS)
    assert "slideshow" in rules(found).values()


@pytest.mark.parametrize(
    ("inside", "count"),
    [
        (f"<div><ul class=legends>{slides(3, 8)}</ul></div>", 3),  # a few numbers are no show
        ("".join(slides(8, 8).replace("<li>", "").replace("</li>", "")), 8),  # in the story's own element
    ],
)
def test_what_counts_and_is_no_slideshow_stays(inside: str, count: int) -> None:
    assert sum("will be late on Tuesday" in text for text in added(inside)) == count


def test_a_gallery_is_its_slides() -> None:
    page = f"<html><body><article><h1>Winters of the harbour</h1><p>{WINTER}</p><ul>{slides(8, 8)}</ul></article></body></html>"
    assert sum("will be late on Tuesday" in text for text in read_texts(clean_page(page))) == 9


def posts(form: str) -> str:
    lines = "".join(
        f"<ul><li>{form.format(k)}</li><li>{OTHER} Nobody wrote the number {k} so well as you did here.</li></ul>"
        for k in range(1, 6)
    )
    return f"<div class=user-text>{lines}</div>"


@pytest.mark.parametrize(
    "form", ["#{0} Nora Falk 於 2013/12/2{0} 10:42", "Nora Falk, 2{0}.12.2013 10:42", "Nora Falk at 2{0}/12/2013 at 10:42 pm Reply"]
)  # fmt: skip
def test_comments_are_known_by_their_lines_of_name_and_time(form: str) -> None:
    assert behind(posts(form)) == []


@pytest.mark.parametrize("form", ["Boat {0} leaves for the island", "Nora Falk, winter 201{0}"])
def test_a_list_without_times_of_day_is_no_comments(form: str) -> None:
    assert sum("nobody has read" in text for text in behind(posts(form))) == 5


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        ('The <a href="/r/report.pdf">report of the county</a> [PDF] says that the pier will stand for ten years.', "The report of the county says that the pier will stand for ten years."),
        ('The <a href="b.pdf?x=1">second report (PDF, 2.1 MB)</a> says the same of the bridge in winter.', "The second report says the same of the bridge in winter."),
        ('All numbers are in a <a href="/t/boats.xlsx">table of the boats</a> (XLSX), which the board keeps.', "All numbers are in a table of the boats, which the board keeps."),
        # What the marks are about, and what stands at no file, is said.
        ('The <a href="/r/format">Portable Document Format</a> (PDF) is what the county wants for its letters.', "The Portable Document Format (PDF) is what the county wants for its letters."),
        ('The board read the <a href="a.pdf">report</a> and the file [PDF], and then it went home for the night.', "The board read the report and the file [PDF], and then it went home for the night."),
    ],
)  # fmt: skip
def test_the_kind_of_a_file_behind_its_link_is_not_said(markup: str, said: str) -> None:
    assert added(f"<p>{markup}</p>") == [said]


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        (f'<span class="image"><img src=a.jpg><span class="attribution">© Provided by the Quay</span> <span class="caption">The boat</span></span> {WINTER}', WINTER),
        (f'<img src=a.jpg> <em class="photo-credit">Nora Falk</em> {WINTER}', WINTER),
        # No picture beside it: words of the sentence.
        (f'{WINTER} <span class="credit">Nobody gave them credit</span> for it.', f"{WINTER} Nobody gave them credit for it."),
    ],
)  # fmt: skip
def test_the_caption_of_a_picture_inside_a_paragraph(markup: str, said: str) -> None:
    assert added(f"<p>{markup}</p>") == [said]


TITLES = (
    "The strange life of <a href=/1>a pilot on the ice</a>",
    "How the county gets <a href=/2>the bridge backward</a>",
    "A safer way home; plus, check out <a href=/3>the latest news on boats</a>",
)


def test_titles_of_other_stories_under_a_label_that_is_refused() -> None:
    titles = "".join(f"<li>{title}</li>" for title in TITLES)
    assert behind(f"<h3>More Great QUAY Stories</h3><ul>{titles}</ul>") == []


def test_sentences_with_a_link_each_are_no_titles() -> None:
    said = [
        f"In the year of {k} ice the county gave the boat to <a href=/{k}>one of its captains</a>."
        for k in ("little", "much", "no")
    ]
    assert (
        len(added(f"<h3>More stories of the boat</h3><ul>{''.join(f'<li>{s}</li>' for s in said)}</ul>")) >= 3
    )


def test_whole_posts_under_a_related_label_are_not_read() -> None:
    post = '<article class="postbox"><h4><a href=/x>Another day</a></h4><p>{}</p></article>'
    label = '<h3 class="more">You may also like...</h3>'
    assert behind(f"<article>{label}{post.format(WINTER)}{post.format(OTHER)}</article>") == []
    # Under a heading of the story's own, parts may be articles of their own.
    assert (
        behind(f"<article><h3>Two winters</h3>{post.format(WINTER)}{post.format(OTHER)}</article>")[-1]
        == OTHER
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The boat that stayed, in two parts (12 pictures) http://short.example/2i0gA5U", "The boat that stayed, in two parts (12 pictures)"),
        ("The show of boats is at the pier, Oct. 5 to 7; www.boats.example.", "The show of boats is at the pier, Oct. 5 to 7."),
        ("It has tapes, mats and discs for the whole winter. www.seeds.example", "It has tapes, mats and discs for the whole winter."),
        ("For more on the boats that came, please visit www.seeds.example", "For more on the boats that came, please visit www.seeds.example"),
    ],
)  # fmt: skip
def test_an_address_behind_the_last_word(text: str, said: str) -> None:
    page = walk(parse(f"<html><body><p>{text}</p></body></html>"))
    assert [c.text for c in page.candidates] == [said]


def page_of(body: str) -> Page:
    return walk(parse(f"<html><body><main>{body}</main></body></html>"))


def test_labels_that_count_are_sure_together() -> None:
    def sure(label: str, number: int) -> dict[str, float]:
        page = page_of("".join(f"<p>{label.format(k)}</p><p>{WINTER}</p>" for k in range(1, number + 1)))
        return _counted(page, np.ones(len(page.candidates), bool))

    assert sure("Step {}", 4) == {f"Step {k}": 1.0 for k in range(1, 5)}
    assert set(sure("{}. Schritt", 3)) == {"1. Schritt", "2. Schritt", "3. Schritt"}
    assert sure("Step {}", 2) == {}
    assert sure("Photo {}", 4) == {}


def test_a_heading_of_a_word_over_prose_is_worth_more() -> None:
    page = page_of(f"<h3>Winter</h3><p>{WINTER}</p><h3>Summer</h3><p>Photos</p>")
    kept = np.ones(len(page.candidates), bool)
    assert leads(page, kept, 0) > 0
    assert leads(page, kept, 2) == 0


def test_a_long_story_goes_on_to_its_last_paragraph() -> None:
    def found(number: int, last: float) -> list[int]:
        page = walk(parse(f"<html><body><main>{paragraphs([WINTER] * number)}</main></body></html>"))
        p = np.full(number, 0.9)
        p[-4:] = last
        words = np.array([word_count(c.text) for c in page.candidates])
        return between(page, p, words, p > 0.5)

    assert found(30, 0.3) == [26, 27, 28, 29]
    assert found(30, 0.1) == []
    assert found(15, 0.3) == []


def test_a_sentence_in_brackets_is_no_placeholder() -> None:
    assert all(map(never, ("[video]", "[video src=/a.mp4 width=600]", "[Video: Boat]")))
    assert never("[Video call from the captain of the third boat, which nobody answered for an hour]") is None
    assert never("[Audio of the boat that came home without its captain on that day]") is None


def test_a_pointer_to_another_story_without_a_colon() -> None:
    assert added("<p>Lire aussi <a href=/1>Le port appelle les capitaines à rester</a></p>") == []
    assert added("<section>Lees ook <a href=/1>De haven vraagt de kapiteins te blijven</a></section>") == []
    said = "Lire aussi lentement que <a href=/1>le capitaine</a> était un plaisir pour tous ceux du port."
    assert len(added(f"<p>{said}</p>")) == 1


def test_the_other_buttons_of_a_bar_for_sharing() -> None:
    bar = "<ul><li>シェア</li><li><a href=/t>ツイート list</a></li><li>ブックマーク</li><li>メール</li></ul>"
    assert added(bar) == []
    listed = "<ul><li>Email for the office</li><li>Letters by boat</li><li>Telephone at noon</li></ul>"
    assert added(f"<p>The keeper has three ways to be reached:</p>{listed}")[-1] == "Telephone at noon"


def test_a_related_label_above_the_story_takes_nothing_of_it() -> None:
    label = '<div class="top"><h3>Related topics</h3><ul><li><a href=/a>Boats</a></li></ul></div>'
    assert read_texts(page_with("", before=label)) == list(PARAGRAPHS)


def test_a_caption_by_its_credit_behind_a_picture() -> None:
    said = "The cellar of the post office is now a mail room for all the island"
    assert added(f"<div><img src=a.jpg>{said}. (Nora Falk/The Quay)</div>") == []
    assert added(f"<div><img src=a.jpg>{said}. (Public domain)</div>") == []
    # Without a picture, or with other words in the parentheses, it is prose.
    assert len(added(f"<p>{said}. (Nora Falk/The Quay)</p>")) == 1
    assert len(added(f"<p><img src=a.jpg>{said} (the old one and/or the new one).</p>")) == 1


@pytest.mark.parametrize(
    ("text", "needed"),
    [
        ("The results of the search for boats show the fares of three days to either side, and there is a whole matrix of departures and returns in the window. You can sign up for price alerts by email as well, which the harbour sends.", 0.75),
        ("The harbour has a paper that has told the story of the boats for a hundred years, and nobody reads it at the quay any more. Sign up for our free newsletter to have it in your inbox every morning.", 0.97),
        ("You can sign up for price alerts by email.", 0.97),
    ],
)  # fmt: skip
def test_a_passage_that_speaks_of_signing_up_and_one_that_asks_for_it(text: str, needed: float) -> None:
    page = page_of(f"<p>{text}</p>")
    found = suspicion(page.candidates[0], word_count(text))
    assert found
    assert (found[0], found[2]) == ("prompts", needed)


def test_dates_over_headings_are_a_calendar() -> None:
    def read(number: int) -> list[str]:
        days = "".join(
            f"<p>March {k}, 2026</p><h3>The show of boats at pier {k}</h3><p>{WINTER}</p>"
            for k in range(1, number + 1)
        )
        page = page_of(f"<p>{OTHER}</p>{days}")
        every = np.ones(len(page.candidates), bool)
        found = doubts(page, Metadata(), every, every * 0.8)
        return [c.text for c, why in zip(page.candidates, found, strict=True) if why is None]

    assert "March 2, 2026" in read(5)
    assert "March 2, 2026" not in read(2)


def test_what_a_heading_unfolds_is_a_part_of_the_page() -> None:
    text = f"<div hidden aria-hidden=true><p>{OTHER}</p></div>"
    assert OTHER in added(f"<h3><button aria-expanded=false>How the keeper wrote</button></h3>{text}")
    assert OTHER not in added(f"<h3>How the keeper wrote</h3>{text}")
    assert OTHER not in added(f"<button aria-expanded=false>Menu</button>{text}")


def test_a_list_that_stands_twice_is_read_once() -> None:
    items = (
        "Two ropes of the longest kind",
        "One pole of ash for each man",
        "A lamp with oil for a night",
        "Bread for two days",
        "A letter to the keeper",
    )
    first = f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"
    again = f"<div>{first}</div>"
    assert added(f"{first}<h4>The ferry that stayed with</h4>{again}") == list(items)
    # Under a heading of its own it is said again.
    plan = added(f"<h4>The first winter</h4>{first}<p>{WINTER}</p><h4>The second winter</h4>{again}")
    assert plan.count(items[0]) == 2


@pytest.mark.parametrize(
    "said",
    [
        "When it is ready the new lamp looks like this:",
        "Fertig montiert sieht das so aus:",
        "So sah der Pier am Abend aus:",
    ],
)
def test_a_line_that_leads_to_a_picture_alone(said: str) -> None:
    assert added(f"<p>{said}</p><p><img src=a.jpg></p><p>{WINTER}</p>") == [WINTER]
    assert said in added(f"<p>{said}</p><pre><code>lamp = on\nlight = far</code></pre><p>{WINTER}</p>")
    assert said in added(f"<p>{said}</p><p>{WINTER}</p>")
