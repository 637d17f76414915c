"""Articles that a page's file has and its text has not: data, noscript, shadow roots."""

# ruff: noqa: E501

from __future__ import annotations

import html
import json
import re
from typing import Any

import pytest

from listen.clean import clean, read
from listen.clean.formats.embedded import NOTE
from listen.errors import NoArticleError
from listen.model import Source

LINES = [
    f"In the year {1900 + n} the ropewalk made {n + 40} miles of rope, and most of it went to ships that never came back to the harbour."
    for n in range(12)
]
HTML = "".join(f"<p>{line}</p>" for line in LINES)
HEAD = "<html lang=en><head><title>The ropewalk | Post</title><meta property=og:title content='The ropewalk'>"
SHELL = "<body><div id=root></div><noscript>You need to enable JavaScript to run this app.</noscript></body>"


def page(script: str, body: str = SHELL) -> str:
    return f"{HEAD}{script}</head>{body}</html>"


def ld(**fields: Any) -> str:
    return f"<script type='application/ld+json'>{json.dumps({'@type': 'NewsArticle', 'headline': 'The ropewalk', **fields})}</script>"


def state(data: Any, attributes: str = "id=__NEXT_DATA__ type='application/json'") -> str:
    return f"<script {attributes}>{json.dumps(data)}</script>".replace("</p>", "<\\/p>")


def streamed(*pieces: str) -> str:
    """Rows of server components in the pieces in which they reach the page."""
    pushed = "".join(f"<script>self.__next_f.push([1,{json.dumps(piece)}])</script>" for piece in pieces)
    return "<script>(self.__next_f=self.__next_f||[]).push([0])</script>" + pushed


NESTED = {
    "props": {"pageProps": {"article": {"title": "The ropewalk", "body": HTML}, "menu": [{"title": "News"}]}}
}
BLOCKS = [{"type": "paragraph", "text": line} for line in LINES]
RICH = {
    "nodeType": "document",
    "content": [
        {"nodeType": "paragraph", "content": [{"nodeType": "text", "value": line}]} for line in LINES
    ],
}
PORTABLE = [{"_type": "block", "children": [{"_type": "span", "text": line}]} for line in LINES]


@pytest.mark.parametrize(
    "script",
    [
        ld(articleBody="\n\n".join(LINES)),
        ld(articleBody=HTML),
        ld(articleBody=HTML.replace("<", "&lt;").replace(">", "&gt;")),
        state(NESTED),
        state({"props": {"title": "The ropewalk", "content": BLOCKS}}),
        state({"entry": {"headline": "The ropewalk", "body": RICH}}),
        state(
            {"data": {"post": {"title": "The ropewalk", "body": PORTABLE}}},
            "id=__NUXT_DATA__ type='application/json'",
        ),
        state({"posts": json.dumps({"title": "The ropewalk", "html": HTML})}),
        f"<script>window.__INITIAL_STATE__ = {json.dumps(NESTED)}; (function () {{}})();</script>",
        ld(articleBody=" ".join(LINES) + " Ada Lund keeps the museum of the ropewalk"),
        state({"post:1": {"title": "The ropewalk", "body": {"type": "json", "json": BLOCKS}}}),
        f"<script>window['__Q_1'] = window['__Q_1'] || [];window['__Q_1'].push({json.dumps({'title': 'The ropewalk', 'contentHtml': HTML})})</script>",
        streamed(f"5:{json.dumps({'post': {'title': 'The ropewalk', 'body': HTML}})}\n"),
        streamed(
            f"1:I[40018,[]]\n2a:T{len(HTML.encode()):x},",
            HTML,
            f"5:{json.dumps(['$', '$L3', None, {'title': 'The ropewalk', 'contentHtml': '$2a'}])}\n",
        ),
        streamed(
            *re.findall(
                ".{1,700}",
                f"0:[]\n7:{json.dumps(['$', 'div', None, {'state': {'headline': 'The ropewalk', 'content': BLOCKS}}])}\n",
                re.S,
            )
        ),
        f"<script>(dataLayer=window.dataLayer||[]).push({{}});store.push({json.dumps({'title': 'The ropewalk', 'html': HTML})})</script>",
        f"<script>window.__APOLLO_STATE__={json.dumps({'Post:1': {'title': 'The ropewalk', 'content': HTML}})}</script>",
    ],
)
def test_a_page_drawn_by_scripts_is_read_from_its_data(script: str) -> None:
    found = read(Source(page(script.replace("</p>", "<\\/p>")).encode(), "x.html"))
    assert found.article.text.replace("\n\n", " ").startswith(" ".join(LINES))
    assert found.article.title == "The ropewalk"
    assert found.notes == (NOTE,)


def test_data_that_a_component_has_in_an_attribute_is_read() -> None:
    data = html.escape(json.dumps({"post": {"title": "The ropewalk", "body": HTML}}))
    body = f'<body><div data-react-class="Story" data-react-props="{data}"></div></body>'
    assert clean(page("", body)).text.split("\n\n") == LINES


def test_of_two_copies_in_the_data_the_one_in_paragraphs_is_read() -> None:
    script = ld(articleBody=" ".join(LINES)) + state({"post": {"title": "The ropewalk", "body": BLOCKS}})
    assert clean(page(script)).text.split("\n\n") == LINES


def test_a_line_of_its_own_that_the_data_has_not_does_not_hold_the_story_back() -> None:
    lead = "<body><article><h1>The ropewalk</h1><p>Once it was the longest building between here and the capital, and the loudest.</p></article></body>"
    assert clean(page(ld(articleBody=HTML), lead)).text.split("\n\n") == LINES


@pytest.mark.parametrize(
    "data",
    [
        {"related": {"title": "Another story", "body": HTML}},
        {"labels": {"title": "The ropewalk", "texts": ["Accept all", "Sign in", "Menu"] * 60}},
        {"article": {"title": "The ropewalk", "body": "function () { return 1; }\n" * 90}},
        {"article": {"title": "The ropewalk", "body": " ".join(["tag"] * 300)}},
    ],
)
def test_data_of_something_else_is_not_read(data: Any) -> None:
    shown = (
        "<body><article><h1>The ropewalk</h1>"
        + "".join(f"<p>{line}</p>" for line in LINES[:4])
        + "</article></body>"
    )
    assert clean(page(state(data), shown)).text.split("\n\n") == LINES[:4]
    with pytest.raises(NoArticleError):
        clean(page(state({"a": data, "b": data})))


def test_a_page_that_shows_its_story_is_read_as_shown() -> None:
    shown = f"<body><article><h1>The ropewalk</h1>{HTML}</article></body>"
    found = read(Source(page(ld(articleBody=HTML + "<p>One line more of it.</p>"), shown).encode(), "x.html"))
    assert [block.text for block in found.article.blocks] == LINES
    assert NOTE not in found.notes


def test_the_first_lines_of_a_story_make_room_for_the_whole() -> None:
    shown = f"<body><article><h1>The ropewalk</h1><p>{LINES[0]}</p><p>{LINES[1]}</p></article></body>"
    assert clean(page(ld(articleBody="\n".join(LINES)), shown)).text.split("\n\n") == LINES


@pytest.mark.parametrize(
    "wrapper", ["<div class=post>{}</div>", "<article>{}</article>", "<main><h1>The ropewalk</h1>{}</main>"]
)
def test_what_readers_without_scripts_see_is_read(wrapper: str) -> None:
    body = f"<body><div id=app></div><noscript>{wrapper.format(HTML)}</noscript></body>"
    assert clean(page("", body)).text.split("\n\n") == LINES


def test_a_noscript_beside_a_story_is_not_read() -> None:
    body = f"<body><article><h1>The ropewalk</h1>{HTML}</article><noscript><p>Please turn on JavaScript, it is better with it.</p></noscript></body>"
    assert clean(page("", body)).text.split("\n\n") == LINES


@pytest.mark.parametrize(
    "mode",
    [
        "shadowrootmode=open",
        'shadowrootmode="closed"',
        "shadowroot=open",
        'class="x" shadowrootmode="open" shadowrootdelegatesfocus',
    ],
)
@pytest.mark.parametrize("padding", [0, 2_100_000])
def test_shadow_roots_are_part_of_the_page(mode: str, padding: int) -> None:
    noise = f"<style>{'a' * padding}</style>" if padding else ""
    body = f"<body>{noise}<post-page><template {mode}><article><h1>The ropewalk</h1><post-text><template {mode}>{HTML}</template></post-text></article></template></post-page></body>"
    assert clean(page("", body)).text.split("\n\n") == LINES


def test_a_template_that_is_none_stays_unread() -> None:
    body = f"<body><article><h1>The ropewalk</h1>{HTML}<template><p>{{{{ comment.text }}}} is what a template says here, always.</p></template></article></body>"
    assert clean(page("", body)).text.split("\n\n") == LINES


@pytest.mark.parametrize(
    "broken", ['{"a": [', "[" * 3000, '{"a": 1e999999}', "null", '"x"', "{" + '"a":' * 900 + "1" + "}" * 900]
)
def test_broken_data_costs_nothing(broken: str) -> None:
    script = f"<script id=__NEXT_DATA__ type='application/json'>{broken}{' ' * 400}</script>"
    shown = f"<body><article><h1>The ropewalk</h1>{''.join(f'<p>{line}</p>' for line in LINES[:3])}</article></body>"
    assert clean(page(script, shown)).text.split("\n\n") == LINES[:3]


@pytest.mark.parametrize(
    ("kind", "steps", "takes"),
    [
        ("HowTo", "step", {"supply": [{"@type": "HowToSupply", "name": "Hemp of the long kind"}]}),
        ("Recipe", "recipeInstructions", {"recipeIngredient": ["Hemp of the long kind"]}),
    ],
)
def test_directions_that_stand_in_the_data_step_by_step(kind: str, steps: str, takes: dict[str, Any]) -> None:
    told = [
        {"@type": "HowToStep", "name": f"Step {n}", "itemListElement": {"text": f"<p>{line}&nbsp;</p>"}}
        for n, line in enumerate(LINES[1:7], 1)
    ]
    data = {"@type": kind, "name": "The ropewalk", "description": LINES[0], steps: told, **takes}
    found = clean(page(f"<script type='application/ld+json'>{json.dumps(data)}</script>"))
    assert [b.text for b in found.blocks if b.kind == "paragraph"] == LINES[:7]
    assert [b.text for b in found.blocks if b.kind == "heading"] == [f"Step {n}" for n in range(1, 7)]
    assert [b.text for b in found.blocks if b.kind == "list_item"] == ["Hemp of the long kind"]


def test_steps_of_a_section_and_steps_that_are_their_own_names() -> None:
    section = {
        "@type": "HowToSection",
        "name": "The rope",
        "itemListElement": [{"text": line} for line in LINES[:3]],
    }
    data = {"@type": "Recipe", "name": "The ropewalk", "recipeInstructions": [section, *[{"name": line, "text": line} for line in LINES[3:6]]]}  # fmt: skip
    found = clean(page(f"<script type='application/ld+json'>{json.dumps(data)}</script>"))
    assert [b.text for b in found.blocks] == ["The rope", *LINES[:6]]


def test_what_stands_beside_the_text_that_the_data_has() -> None:
    dek = "While both towns had a hard year, the ropewalk alone knew what to make of the anger of the sailors, and it made rope of it, mile upon mile of it."
    bio = "Ann Pascoe fell in love with ropes when she was twelve, at the fair of the harbour. She has written of little else since then, and lives over a shop that sells them to tourists."
    body = f"<body><main><h1>The ropewalk</h1><p>{dek}</p><p>{bio}</p></main></body>"
    long = "".join(f"<p>{line} {line.replace('rope', 'line')}</p>" for line in LINES)
    data = {"props": {"pageProps": {"article": {"title": "The ropewalk", "body": long}}}}
    assert LINES[0] in clean(page(state(data), body)).text
    data["props"]["pageProps"]["article"]["title"] = "Another story of the same town"
    assert LINES[0] not in clean(page(state(data), body)).text
