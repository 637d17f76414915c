"""Authors by where the page names them: markup, lines with bars, labels, signatures, threads; and what is none."""

# ruff: noqa: E501

from __future__ import annotations

import pytest

from listen.clean.dom.tree import parse
from listen.clean.dom.walk import walk
from listen.clean.metadata.gather import gather

PROSE = "".join(
    f"<p>In the year {1900 + n} the ferry crossed the river so often that the pilots lost count of it, and the toll "
    "keeper wrote a letter about the matter to his sister in the north, who kept it in a box with all the others.</p>"
    for n in range(6)
)


def byline(body: str, head: str = "", url: str = "https://www.harbour-post.example/ferry") -> str | None:
    root = parse(f"<html><head><title>The ferry</title>{head}</head><body>{body}</body></html>")
    return gather(root, url, walk(root)).byline


CARD = "<div class=card><h3><a href=/b>Another ferry</a></h3>%s</div>"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("<span class='author vcard'><a class='url fn n' href=/a>tlow</a></span>", "tlow"),
        ("<span class='p-author h-card'><b class=p-name>Bo Roe</b></span>", "Bo Roe"),
        ("<a rel='author nofollow' href=/a>Bo Roe</a>, <a rel=author href=/b>Ann Pascoe</a>", "Bo Roe, Ann Pascoe"),
        ("<p><a href=/autor/bo-roe>Bo Roe</a></p>", "Bo Roe"),
        ("<p><a href=/redacteurs/bo>Bo Roe</a></p>", "Bo Roe"),
        ("<div>3 May 2021 <span class=author>Bo Roe</span></div>", "Bo Roe"),
        ("<div>04.02.2022 | 13:10 Uhr | Bo Roe</div>", "Bo Roe"),
        ("<div>Home | Par Bo Roe | 30 septembre 2018</div>", "Bo Roe"),
        ("<dl><dt>Auteur</dt><dd>Bo Roe</dd></dl>", "Bo Roe"),
        ("<h5>Autor: </h5><div>Bo Roe/dpa</div>", "Bo Roe"),
        ("<div>Auteur(s) :</div><div>Les Amis du Bac</div>", "Les Amis du Bac"),
        ("<p>Erstellt von Fabi am Dienstag 6. Mai 2014</p>", "Fabi"),
        ("<p>Von Bo Roe, Ann Pascoe und Jory Bray, NDR</p>", "Bo Roe, Ann Pascoe, Jory Bray"),
        ("<p>Автор: Пётр Ильин</p>", "Пётр Ильин"),
        ("<p>作者：王小明</p>", "王小明"),
        ("<p>홍길동 기자</p>", "홍길동"),
    ],
)  # fmt: skip
def test_names_beside_the_headline(line: str, name: str) -> None:
    assert byline(f"<h1>The ferry</h1>{line}{PROSE}") == name


@pytest.mark.parametrize(
    "line",
    [
        CARD % "<a href=/autor/bo-roe>Bo Roe</a>",
        "<ul class=menu><li><a href=/autor/bo-roe>Bo Roe</a></li></ul>",
        "<div itemprop=review><span itemprop=author>Bo Roe</span></div>",
        "<div class=comments><span class='author vcard'><b class=fn>tlow</b></span></div>",
        "<div class='vcard'><span class=fn>tlow</span></div>",
        "<div>04.02.2022 | 13:10 Uhr | New Zealand Ferries Association</div>",
        "<div class=comment>Author</div><div class=comment>Bo Roe</div>",
        "<p>The author was asked</p><p>Bo Roe</p>",
        "<p>Foto: Bo Roe</p>",
        "<p>编辑：王小明</p>",
    ],
)  # fmt: skip
def test_names_that_are_not_the_author_s(line: str) -> None:
    assert byline(f"<h1>The ferry</h1>{line}{PROSE}") is None


@pytest.mark.parametrize(
    ("end", "name"),
    [
        ("<p><b><i>Bo Roe</i></b></p>", "Bo Roe"),
        ("<p align=right>— Bo Roe</p>", "Bo Roe"),
        ("<p>(Bo Roe)</p>", "Bo Roe"),
        ("<h3>Über den Autor</h3><p>Bo Roe</p>", "Bo Roe"),
        ("<h2>Media contact</h2><p>Bo Roe</p>", None),
        ("<p>Ferry Museum Association</p>", None),
        ("<footer><p>Bo Roe</p></footer>", None),
        ("<p>Toll Keeper</p>", None),
    ],
)
def test_a_signature_under_the_story(end: str, name: str | None) -> None:
    assert byline(f"<h1>The ferry</h1><div>{PROSE}{end}</div>") == name


@pytest.mark.parametrize(
    ("url", "body", "name"),
    [
        ("/threads/ferry.7/", "<a class=username>ola77</a><article data-author=ola77><a class=username>ola77</a></article><article data-author=wim>", "ola77"),
        ("/viewtopic.php?t=7", "<div class=phpbb><p>by <a class=username href=/u>ola77</a></p></div>", "ola77"),
        ("/thread-7.html", "<div class=author_information><b><a href=/u><i>ola77</i></a></b></div>", "ola77"),
        ("/t/ferry/7", '<div data-preloaded=\'{"topic_7":"{\\"post_stream\\":{\\"posts\\":[{\\"id\\":1,\\"username\\":\\"ola.77\\"}]}}"}\'></div>', "ola.77"),
        ("/questions/7/ferry", "<div class=question data-author-username=ola77></div>", "ola77"),
        ("/r/boats/comments/7/", "<shreddit-post author=ola77></shreddit-post>", "ola77"),
        ("/story/ferry", "<article data-author=ola77><a class=username>ola77</a></article>", None),
        ("/threads/ferry.7/", "<p>nobody</p>", None),
    ],
)  # fmt: skip
def test_who_began_a_thread(url: str, body: str, name: str | None) -> None:
    assert byline(f"<h1>The ferry</h1>{body}{PROSE}", url=f"https://x.example{url}") == name


def test_a_site_s_heading_above_the_headline_has_no_author_line() -> None:
    menu = "<ul>" + "<li><a href=/>Boats</a></li>" * 20 + "</ul>"
    assert byline(f"<h1>Harbour Post</h1>{menu}<h2>The ferry</h2><p>Von Bo Roe</p>{PROSE}") == "Bo Roe"


def test_initials_count_by_the_headline_only() -> None:
    told = "<meta name=author content=mh>"
    assert byline(f"<h1>The ferry</h1><p class=post-meta>mh 3 May 2021</p>{PROSE}", told) == "mh"
    assert byline(f"<h1>The ferry</h1>{PROSE}", told) is None


def test_a_reader_is_no_author_because_the_data_has_the_name() -> None:
    data = '<script type=application/ld+json>{"@type":"Article","headline":"The ferry","author":{"name":"Bo Roe"}}</script>'
    reader = "<div class=comment-list><div class=comment><p>Bo Roe</p><p>A good boat.</p></div></div>"
    assert byline(f"<h1>The ferry</h1>{PROSE}{reader}", data) is None
    assert byline(f"<h1>The ferry</h1><p>Bo Roe</p>{PROSE}{reader}", data) == "Bo Roe"
