"""What stands alike many times on a page: labels over a story's passages, short posts of a thread, items of a list,
cards that lead elsewhere, links to the page's own headings. Each with what looks alike and stays, or goes.
"""

# ruff: noqa: E501 - a page reads best with one element a line

import numpy as np
import pytest

from listen.clean.classifier.run_labels import labels_over
from listen.clean.dom.tree import parse
from listen.clean.dom.walk import walk
from listen.clean.formats.web_page import clean_page
from tests.clean.storied_page import (
    PARAGRAPHS,
    TITLE,
    added,
    page_html,
    page_with,
    paragraphs,
    read_texts,
    rules,
)

QUESTIONS = (
    "How long does the crossing take?",
    "Who breaks the ice?",
    "What does it cost?",
    "May dogs come aboard?",
)
ANSWERS = (
    "The crossing takes forty minutes in summer and an hour and a half when there is ice along the pier.",
    "The crew breaks it with long poles, as their fathers did, because the county sold the only ice boat.",
    "Islanders pay nothing and visitors pay the price of a cup of coffee, which has not changed since 1991.",
    "Dogs come aboard on every day of the week but on Sundays, when the priest is afraid of them, he says.",
)


def faq(question: str, answer: str) -> str:
    return "".join(
        f"<div class=qa>{question.format(q)}{answer.format(a)}</div>"
        for q, a in zip(QUESTIONS, ANSWERS, strict=True)
    )


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("<div class=accordion-title>{}</div>", "<div class=accordion-body><p>{}</p></div>"),
        ("<div class='faq__q text-bold'><button>{}</button></div>", "<div class=faq__a><p>{}</p></div>"),
        ("<p class=interview-q>{}</p>", "<p class=interview-a>{}</p>"),
    ],
)
def test_questions_over_answers_that_are_read_are_read(question: str, answer: str) -> None:
    assert [t for t in added(faq(question, answer)) if t in QUESTIONS] == list(QUESTIONS)


@pytest.mark.parametrize(
    ("chosen", "brought"),
    [
        # Each question over its answer; a single answer that is not chosen comes with its question.
        ((1, 1, 1, 1), (0, 1, 2, 3)),
        ((1, 1, 0, 1), (0, 1, 2, 3)),
        # Few of the answers are chosen: they stand there for another reason.
        ((1, 0, 0, 0), ()),
        ((0, 0, 0, 0), ()),
    ],
)
def test_questions_in_a_class_of_all_titles_come_with_their_answers(
    chosen: tuple[int, ...], brought: tuple[int, ...]
) -> None:
    asked = "".join(
        f"<div class=pane><div class=head><div class=title>{q}</div></div><div class=body><p>{a}</p></div></div>"
        for q, a in zip(QUESTIONS, ANSWERS, strict=True)
    )
    page = walk(
        parse(
            f"<div><div class=title>All languages</div><p>Deutsch</p>{asked}<div class=title>Topics</div></div>"
        )
    )
    texts = [c.text for c in page.candidates]
    kept = np.array([text in ANSWERS and bool(chosen[ANSWERS.index(text)]) for text in texts])
    found = [texts[i] for i in sorted({*labels_over(page, kept, np.full(len(texts), 0.3), {}, "")})]
    assert labels_over(page, kept, np.zeros(len(texts)), {}, "") == []
    assert [t for t in found if t in QUESTIONS] == [QUESTIONS[n] for n in brought]
    assert [t for t in found if t in ANSWERS] == [ANSWERS[n] for n in brought if not chosen[n]]


def test_terms_over_what_they_mean_are_read() -> None:
    terms = "".join(
        f"<dt id=t{i}><a href='#t{i}'><code>{t}</code></a></dt><dd><p>{a}</p></dd>"
        for i, (t, a) in enumerate(zip(("pier", "ice", "error", "close"), ANSWERS, strict=True))
    )
    assert [t for t in added(f"<h2>Words</h2><dl>{terms}</dl>") if len(t.split()) == 1] == [
        "Words",
        "pier",
        "ice",
        "error",
        "close",
    ]


def test_lists_beside_each_other_in_a_table_are_read_with_their_labels() -> None:
    pros = "<ul><li>Leaves in any weather</li><li>Cheap</li><li>The crew knows everybody by name</li></ul>"
    heads = "<tr><th>Pros</th><th>Cons</th></tr>"
    inside = f"<h2>The old ferry</h2><table>{heads}<tr><td>{pros}</td><td><ul><li>Slow boat</li></ul></td></tr></table>"
    assert added(inside) == [
        "The old ferry",
        "Pros:",
        "Leaves in any weather",
        "Cheap",
        "The crew knows everybody by name",
        "Cons:",
        "Slow boat",
    ]


@pytest.mark.parametrize(
    "label",
    [
        "<div class=stamp>Posted Mar {n}, 2026 15:4{n} UTC by corbet</div>",
        "<div class=photo-credit>Photo: Nora Falk {n}</div>",
        "<div class=more><a href=/x{n}>More on ferry {n}</a></div>",
    ],
)
def test_stamps_credits_and_links_over_passages_are_no_labels(label: str) -> None:
    html = "".join(f"{label.format(n=n)}<p>{a}</p>" for n, a in enumerate(ANSWERS, 1))
    assert not [t for t in added(html) if t not in ANSWERS]


def thread(posts: list[str]) -> list[str]:
    """What is read of a forum's thread."""
    items = "".join(
        f"<div class=topic><span class=user>user{i}</span><div class='post-body'><p>{post}</p></div><span class=likes>{i} Likes</span></div>"
        for i, post in enumerate(posts)
    )
    return read_texts(
        clean_page(
            f"<html lang=en><head><title>{TITLE}</title></head><body><nav><a href=/>Home</a></nav><main><h1>{TITLE}</h1>{items}</main>"
            "<footer><p>© 2026 The forum of the quay</p></footer></body></html>"
        )
    )


def test_a_short_post_of_a_thread_is_read_and_its_likes_are_not() -> None:
    posts = [*PARAGRAPHS[:3], "Thank you, this is helpful", *PARAGRAPHS[3:]]
    said = thread(posts)
    assert "Thank you, this is helpful" in said
    assert not [text for text in said if "Likes" in text]


@pytest.mark.parametrize("item", ["Loading", "Read-along features", "Subscribe"])
def test_an_item_that_looks_like_a_button_is_one_of_its_list(item: str) -> None:
    html = f"<p>The crew of the ferry has these duties on each of the days of the week:</p><ul><li>Breaking the ice</li><li>{item}</li><li>Unloading the post</li><li>Counting the passengers</li><li>Closing the ticket house</li></ul>"
    assert item in added(html)


DUTIES = (
    "Does the old contract give the county any copyright in the timetable?",
    "Video: one camera on the pier, one on the bridge",
    "Ask new passengers to sign up for the winter list, which costs nothing, before the ice comes and the seats are gone",
    "More from the harbour office about ice",
)


@pytest.mark.parametrize("item", DUTIES)
def test_an_item_with_a_suspect_phrase_is_one_of_its_list(item: str) -> None:
    html = f"<p>The crew of the ferry keeps a list of what is to be done before the winter:</p><ul><li>Breaking the ice along the pier</li><li>{item}</li><li>Unloading the post with the new crane</li><li>Counting the passengers</li><li>Closing the ticket house at six</li></ul>"
    assert item in added(html)


@pytest.mark.parametrize(
    "item",
    [
        "<a href=/buy>Buy tickets</a>",
        "Sign up for our newsletter!",
        "Check out our guide to the islands",
        "https://quay.example/ferry",
    ],
)
def test_an_item_that_asks_for_something_is_left_out_of_its_list(item: str) -> None:
    html = f"<p>The crew of the ferry keeps a list of what is to be done before the winter:</p><ul><li>Breaking the ice along the pier</li><li>{item}</li><li>Unloading the post with the new crane</li><li>Counting the passengers</li><li>Closing the ticket house at six</li></ul>"
    assert len(added(html)) == 5


def test_a_list_of_buttons_is_none() -> None:
    html = "<ul class=tools><li><a href=/s>Subscribe</a></li><li><a href=/l>Read more</a></li><li><a href=/x>Share</a></li><li><a href=/p>Print</a></li></ul>"
    assert added(html) == []


CARDS = "".join(
    f"<div class=card><h3>{title}</h3><span>12.0{i}.2026</span><p>{text}</p><a class=btn href=/{i}>{more}</a></div>"
    for i, (title, text, more) in enumerate(
        (
            (
                "The bridge is too loud",
                "Nobody has ever met a friend on the bridge, says a teacher.",
                "Read more",
            ),
            ("Seals on the rocks", "The first visitors come back to see them in spring.", "Read more"),
        )
    )
)


def test_cards_between_paragraphs_lead_elsewhere() -> None:
    cleaned = page_with(f"<h2>More on the island</h2>{CARDS}")
    assert [t for t in read_texts(cleaned) if t not in PARAGRAPHS] == []


def test_parts_with_a_link_to_their_sources_are_no_cards() -> None:
    """Where the parts are the page, “read more” leads on from each."""
    parts = "".join(
        f"<h2>{q}</h2><p>{a}</p><p><a href=/more/{i}>Read more</a></p>"
        for i, (q, a) in enumerate(zip(QUESTIONS, ANSWERS, strict=True))
    )
    page = clean_page(
        f"<html lang=en><head><title>{TITLE}</title></head><body><main><article><h1>{TITLE}</h1>{paragraphs(PARAGRAPHS[:1])}{parts}</article></main></body></html>"
    )
    assert [t for t in read_texts(page) if t in ANSWERS] == list(ANSWERS)


def test_links_to_the_headings_of_the_page_are_its_contents() -> None:
    heads = ("What the county wants to do", "What the passengers of the ferry say")
    contents = "".join(f"<li><a href='#h{i}'>{head}</a></li>" for i, head in enumerate(heads))
    body = "".join(f"<h2 id=h{i}>{head}</h2><p>{ANSWERS[i]}</p>" for i, head in enumerate(heads))
    said = added(
        f"<p>This story has two parts, and each of them may be read by itself:</p><ul>{contents}</ul>{body}"
    )
    assert [t for t in said if t in heads] == list(heads)


def test_items_that_no_heading_repeats_are_no_contents() -> None:
    items = "<ul><li><a href='#n1'>The pier of 1931 and what is left of it</a></li><li><a href='#n2'>The boat that broke the ice</a></li></ul>"
    assert "contents-list" not in rules(page_with(items)).values()


@pytest.mark.parametrize("heading", ["Overview", "More on the old pier", "TikTok"])
def test_a_part_may_be_called_like_a_label(heading: str) -> None:
    assert heading in added(f"<h2>{heading}</h2><p>{ANSWERS[0]}</p><p>{ANSWERS[1]}</p>")


@pytest.mark.parametrize("heading", ["Related articles", "More from this author", "Share this"])
def test_a_label_over_links_is_not_read(heading: str) -> None:
    links = "<ul><li><a href=/a>The bridge is too loud for the island</a></li><li><a href=/b>Seals on the northern rocks again</a></li></ul>"
    assert heading not in added(f"<h2>{heading}</h2>{links}")


def test_a_heading_that_leads_to_itself_or_to_the_contents_is_read() -> None:
    html = f"<h2 id=pier><a class=toc-backref href='#id4'>The pier: as it was in 1931</a></h2><p>{ANSWERS[0]}</p>"
    assert added(html)[0] == "The pier: as it was in 1931"


def test_what_is_set_as_code_is_no_placeholder() -> None:
    html = f"<dl><dt><code>{{{{ field.errors }}}}</code></dt><dd><p>{ANSWERS[0]}</p></dd></dl><p>{{{{ author.name }}}}</p>"
    said = added(html)
    assert "{{ field.errors }}" in said
    assert "{{ author.name }}" not in said


@pytest.mark.parametrize(
    ("last", "stays"),
    [
        ("Read the whole report of the engineers here:", False),
        ("The full list of the boats of the island follows below:", False),
        ("That is the sign of a pier that was built in haste and paid for twice:", True),
    ],
)
def test_the_last_sentence_of_a_part_points_to_what_is_not_read(last: str, stays: bool) -> None:
    html = f"<p>{PARAGRAPHS[3]} {last}</p><div class=download><a href=r.pdf>Download</a></div><h2>What comes next</h2><p>{ANSWERS[2]}</p>"
    page = clean_page(page_html("").replace(f"<p>{PARAGRAPHS[3]}</p>", html))
    assert any(last in text for text in read_texts(page)) is stays


@pytest.mark.parametrize(
    ("last", "stays"),
    [
        ("Einen guten Einstieg bietet das folgende Video.", False),
        ("Das Video hat in der Stadt niemand gesehen.", True),
    ],
)
def test_a_sentence_that_leads_to_a_film_is_not_read(last: str, stays: bool) -> None:
    assert any(last in text for text in added(f"<p>{ANSWERS[0]} {last}</p>")) is stays


def test_one_source_under_its_heading_is_a_list_of_sources() -> None:
    source = "The Quay Post, “Home page”, accessed April 14, 2026."
    page = page_html("").replace("</article>", f"<h2>Sources</h2><ul><li>{source}</li></ul></article>")
    assert source not in read_texts(clean_page(page))
    assert source in added(f"<h2>What I did last</h2><p>{source}</p>")


@pytest.mark.parametrize(
    "text",
    [
        "Once you have told them of the boat, you only need a few steps to get a quote for the journey.",
        "For example, let’s say you get a quote from the ferry and another company that has no flat prices.",
    ],
)
def test_a_sentence_about_quotes_is_read(text: str) -> None:
    assert text in added(f"<p>{text}</p>")


LONG = "The ferry that stayed although the bridge was built for its passengers"


@pytest.mark.parametrize(
    ("heading", "read"),
    [(f"Crossing the sound {LONG}", False), (f"{LONG} and what they think of it", True)],
)
def test_the_headline_with_what_stands_above_it_is_not_read_again(heading: str, read: bool) -> None:
    html = (
        f"<html lang=en><head><title>{LONG}</title><meta property=og:title content='{LONG}'></head><body><main>"
        f"<h1>{LONG}</h1>{paragraphs(PARAGRAPHS[:3])}<h1>{heading.replace(LONG, f'<span>{LONG}</span>')}</h1>{paragraphs(PARAGRAPHS[3:])}</main></body></html>"
    )
    assert (heading in read_texts(clean_page(html))) is read


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("Von Nora Falk und Jory Bray, NDR", False),
        ("By Nora Falk and Jory Bray / dpa", False),
        ("By Nora Falk and Jory Bray the pier was kept in order for all of nine years.", True),
    ],
)
def test_the_authors_line_with_the_agency_behind_the_names(line: str, read: bool) -> None:
    html = page_html("", top=f"<p>{line}</p>").replace(
        "</title>", "</title><meta name=author content='Nora Falk, Jory Bray'>"
    )
    assert (line in read_texts(clean_page(html))) is read


def test_links_that_the_story_ends_with_are_read_where_they_are_its_own() -> None:
    """Three links under a heading, none of them refused, are what the story leads to."""
    links = "".join(
        f"<li><a href=https://b{i}.example/>{q}</a> was the best of the year.</li>"
        for i, q in enumerate(QUESTIONS)
    )
    page = clean_page(page_html("").replace("</article>", f"<h2>Four boats</h2><ul>{links}</ul></article>"))
    assert sum(q in text for q in QUESTIONS for text in read_texts(page)) == len(QUESTIONS)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "The council has said so “in every year since the war.” (Link zum Post)",
            "The council has said so “in every year since the war.”",
        ),
        (
            "Nobody has ever met a friend on the bridge, he wrote. (Link)",
            "Nobody has ever met a friend on the bridge, he wrote.",
        ),
        ("*4) The island has to keep its own post office *", "4) The island has to keep its own post office"),
        (
            "The hero of the game (Link) has to break the ice along the whole of the pier.",
            "The hero of the game (Link) has to break the ice along the whole of the pier.",
        ),
        (
            "*) Only on days when the boat was late because of the ice, as the book has it.",
            "*) Only on days when the boat was late because of the ice, as the book has it.",
        ),
    ],
)
def test_names_of_links_and_stars_of_an_editor_are_not_said(text: str, said: str) -> None:
    assert said in added(f"<p>{text}</p>")


@pytest.mark.parametrize("line", ["Collapsed Expand All", "✅ Thank you for completing the survey!"])
def test_labels_of_what_unfolds_and_of_a_survey_are_not_read(line: str) -> None:
    assert added(f"<p>{line}</p>") == []
