"""The same article is the same one, however it is called."""

from __future__ import annotations

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from listen.library import identity
from tests.examples import examples
from tests.library.stories import article

SAME = [
    "https://example.org/a/story",
    "HTTPS://Example.ORG/a/story",
    "https://example.org:443/a/story",
    "https://example.org/a/story#comments",
    "https://example.org/a/story/",
    "http://example.org/a/story",
    "https://example.org/a/story?utm_source=x&utm_medium=y",
    "https://example.org/a/story?fbclid=abc",
]


@pytest.mark.parametrize("url", SAME)
def test_one_article_has_one_identity(url: str) -> None:
    assert identity.identity(url, article()) == "url:example.org/a/story"


@pytest.mark.parametrize(
    "url",
    ["https://example.org/a/story?page=2", "https://example.org:8443/a/story", "https://example.org/A/story"],
)
def test_another_article_has_another(url: str) -> None:
    assert identity.identity(url, article()) != "url:example.org/a/story"


def test_the_guid_never_changes() -> None:
    # Written down: if this fails, every subscriber would get every episode anew.
    assert identity.guid("url:example.org/a/story") == "98e2b5e4-af9c-5d28-98dd-6b70e5e5fe11"


def test_text_is_known_by_its_words() -> None:
    one, same = article(url=None), article(url=None, body="It  ticks.\n")
    other = article(url=None, body="It tocks.")
    assert identity.identity(None, one) == identity.identity(None, same) != identity.identity(None, other)


def test_a_page_cannot_claim_another_site() -> None:
    claimed = article(url="https://bank.example/news")
    assert identity.link(claimed, "https://evil.example/page?utm_source=x") == "https://evil.example/page"
    assert identity.link(claimed, "https://www.bank.example/news?a=1") == "https://bank.example/news"
    assert identity.link(claimed, None) == "https://bank.example/news"
    assert identity.link(article(url="javascript:alert(1)"), None) is None


@settings(max_examples=examples(100), deadline=None)
@given(st.text(max_size=200))
def test_slugs_are_safe_names(title: str) -> None:
    slug = identity.slug(title)
    assert slug
    assert set(slug) <= set(string.ascii_lowercase + string.digits + "-")
    assert len(slug) <= identity.SLUG_CHARS


AT = "https://example.org/2024/a-story"


@pytest.mark.parametrize(
    ("named", "fetched", "link"),
    [
        ("https://example.org/", AT, AT),  # a careless site's home on each of its pages: all would be one
        ("https://example.org", AT, AT),
        ("https://example.org/", None, None),
        ("https://example.org/?p=12", AT, "https://example.org/?p=12"),
        ("https://example.org/", "https://example.org/?utm_source=x", "https://example.org/"),
        ("https://example.org:port/x", AT, AT),
        ("https://example.org:99999/x", None, None),
        ("http://[bad", AT, AT),
        ("https://example.org/other", AT, "https://example.org/other"),
        ("https://example.org/other", "http://[bad", "https://example.org/other"),
    ],
)
def test_a_page_s_word_for_its_address_is_believed_where_it_can_be(
    named: str, fetched: str | None, link: str | None
) -> None:
    assert identity.link(article(url=named), fetched) == link
