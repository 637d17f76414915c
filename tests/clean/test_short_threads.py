"""Threads whose posts are a line each are read, whatever board set them, and a headline that is all of a post."""

# ruff: noqa: E501 - pages read best with an element in one line

from __future__ import annotations

import pytest

from listen.clean import clean
from listen.clean.formats.web_page import clean_page
from listen.errors import NoArticleError

TITLE = "Lamp oil on the Sunday boat"
POSTS = (
    ("saltmarsh", "Is the boat running today?"),
    ("oarsman", "No, the wind is too strong."),
    ("nettle", "Tomorrow at seven, they say."),
)


def page(body: str, title: str = TITLE) -> str:
    menu = (
        '<div class="top"><a href="/">Home</a> <a href="/forum">Forum</a> <a href="/login">Log in</a></div>'
    )
    return f'<html lang="en"><head><title>{title} - Quay Board</title></head><body>{menu}{body}</body></html>'


def each(make: str) -> str:
    return "".join(make.format(n=n, who=who, said=said) for n, (who, said) in enumerate(POSTS, 1))


BOARDS = {
    "Discourse": f'<h1><a href="/t/lamp-oil/12">{TITLE}</a></h1>'
    + each(
        '<div class="topic-body crawler-post"><div class="crawler-post-meta"><span class="creator"><a href="/u/{who}">'
        '{who}</a></span> <time class="post-time">May 12, 2031</time></div><div class="post"><p>{said}</p></div></div>'
    ),
    "XenForo": f'<h1 class="p-title-value">{TITLE}</h1>'
    + each(
        '<article class="message message--post" data-author="{who}"><div class="message-cell--user"><h4>{who}</h4></div>'
        '<div class="message-content"><div class="message-body"><div class="bbWrapper">{said}</div></div></div></article>'
    ),
    "Flarum": f"<h2>{TITLE}</h2>"
    + each(
        '<div class="PostStream-item"><article class="Post CommentPost"><header><h3 class="PostUser-name">'
        '<span class="username">{who}</span></h3></header><div class="Post-body"><p>{said}</p></div></article></div>'
    ),
    "MyBB": f'<div class="thead"><strong>{TITLE}</strong></div>'
    + each(
        '<div class="post" id="post_{n}"><div class="post_author"><strong><a href="/user-{n}">{who}</a></strong></div>'
        '<div class="post_content"><div class="post_body" id="pid_{n}">{said}</div></div></div>'
    ),
    "answers": f"<h1>{TITLE}</h1>"
    + each(
        '<div class="answer" id="answer-{n}"><div class="answer-text"><p>{said}</p></div><div class="user-info">'
        '<a href="/users/{n}">{who}</a></div></div>'
    ),
    "a locked board": f"<h1>{TITLE}</h1>"
    + each('<div class="reply"><b class="author">{who}</b><div class="text">{said}</div></div>')
    + "<p>You must log in or register to reply here.</p>",
}


@pytest.mark.parametrize("board", BOARDS)
def test_posts_of_a_line_each_are_read(board: str) -> None:
    said = clean(page(BOARDS[board]), "https://quay.example/threads/lamp-oil.12/").text
    assert [text for _, text in POSTS if text not in said] == []
    assert "register to reply" not in said


NO_THREADS = {
    "teasers of a blog": "".join(
        f'<div class="post"><h2><a href="/{n}">Story {n} of the quay</a></h2><p>{said}</p><span class="author">{who}'
        "</span></div>"
        for n, (who, said) in enumerate(POSTS)
    ),
    "one note": '<div class="post"><span class="author">nettle</span><div>Tomorrow at seven, they say.</div></div>',
    "boxes that nobody signed": "".join(f'<div class="message">{said}</div>' for _, said in POSTS),
    "a shop's line": '<h1>Lamps, oil and wicks for the boat</h1><div class="product"><p>Eleven in stock.</p></div>',
}


@pytest.mark.parametrize("kind", NO_THREADS)
def test_what_is_no_thread_is_refused(kind: str) -> None:
    with pytest.raises(NoArticleError):
        clean(page(NO_THREADS[kind]) + "<div><a href=/a>More of the quay</a> <a href=/b>Older</a></div>" * 9)


LONG = (
    "Harbour office to the islands: if you close the pier, we close the lock. “Nobody has asked us,” says the keeper. "
    "The office now wants to hear from everybody who has a boat there."
)


@pytest.mark.parametrize(
    "post",
    [
        f'<share-post post-type="link" author="nettle"><h1>{LONG}</h1><a href="https://quay.example/">quay.example</a></share-post>',
        f'<div class="thing post"><p><a class="author" href="/u/nettle">nettle</a></p><h1>{LONG}</h1></div>',
        f'<article class="message" data-author="nettle"><h2>{LONG}</h2><a href="/open">Open</a></article>',
        f'<div id="post-77"><span class="username">nettle</span><h1>{LONG}</h1><button>Share</button></div>',
        f'<li class="comment post"><div class="poster">nettle</div><h1>{LONG}</h1></li>',
    ],
)
def test_a_headline_that_says_everything_is_the_post(post: str) -> None:
    got = clean_page(page(post, LONG), url="https://quay.example/comments/77/")
    assert [block.text for block in got.article.blocks] == [LONG]
    assert got.article.title.startswith("Harbour office to the islands")
    assert got.article.title.endswith("…")
    assert not any(item.text == LONG for item in got.left_out)


@pytest.mark.parametrize(
    "body", [f"<h1>{LONG}</h1>", '<div class="post" data-author="nettle"><h1>Lamps of the quay.</h1></div>']
)
def test_a_headline_is_no_post_without_a_writer_or_much_to_say(body: str) -> None:
    with pytest.raises(NoArticleError):
        clean(page(body, LONG if LONG in body else "Lamps of the quay."))
