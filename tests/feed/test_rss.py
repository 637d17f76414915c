"""The feed's words: what it must say, in bytes that do not change."""

from __future__ import annotations

import functools
import tempfile
import uuid
from dataclasses import replace
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import podcastparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from listen.errors import FeedError
from listen.feed import addresses, categories, markup, paging, publication, rss
from listen.feed import settings as rules
from listen.library import Entry, Library, Show, adding
from tests.examples import examples
from tests.library.stories import WISH, add, article, fill, keep_draft

BASE = "https://pod.example/listening/"
N = {
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "psc": "http://podlove.org/simple-chapters",
    "atom": "http://www.w3.org/2005/Atom",
}


def channel(data: bytes) -> etree._Element:
    found = etree.fromstring(data).find("channel")
    assert found is not None
    return found


def test_the_channel_says_all_that_apps_want(library: Library) -> None:
    add(library)
    library.save_show(
        Show(
            title="Reads & more", link="https://pod.example/", description="What <I> read", language="en-GB",
            author="Rosa", email="rosa@example.org", category="Science > Physics", frequency="FREQ=WEEKLY",
            copyright="© the authors", public=True, hub="https://hub.example/",
        )
    )  # fmt: skip
    shown = publication.publication(library, BASE)
    c = channel(shown.feed())

    def text(path: str) -> str | None:
        return c.findtext(path, None, N)

    assert text("title") == "Reads & more"
    assert text("link") == "https://pod.example/"
    assert text("description") == "What <I> read"
    assert text("language") == "en-gb"
    assert text("itunes:author") == "Rosa"
    assert text("itunes:owner/itunes:email") == "rosa@example.org"
    assert text("itunes:explicit") == "false"
    assert text("itunes:type") == "episodic"
    assert text("podcast:locked") == "yes"
    assert text("podcast:medium") == "podcast"
    assert text("podcast:txt") == "true"
    assert text("podcast:updateFrequency") == "Weekly"
    assert text("copyright") == "© the authors"
    assert text("itunes:block") is None
    assert [e.get("text") for e in c.iter(f"{{{N['itunes']}}}category")] == ["Science", "Physics"]
    links = {e.get("rel"): e.get("href") for e in c.findall("atom:link", N)}
    assert links == {"self": BASE + "feed.xml", "hub": "https://hub.example/"}
    image = c.find("itunes:image", N)
    assert image is not None
    assert image.get("href") == BASE + shown.picture.name
    assert parsedate_to_datetime(text("lastBuildDate") or "").tzinfo is not None


def test_an_item_says_whose_it_is_and_that_the_voice_is_synthetic(library: Library) -> None:
    entry = add(library)
    (item,) = channel(publication.publication(library, BASE).feed()).findall("item")
    enclosure = item.find("enclosure")
    assert enclosure is not None
    assert dict(enclosure.attrib) == {
        "url": f"{BASE}e/{entry.id}/{entry.audio}", "length": str(entry.size), "type": "audio/mpeg",
    }  # fmt: skip
    guid = item.find("guid")
    assert guid is not None
    assert (guid.text, guid.get("isPermaLink")) == (entry.guid, "false")
    assert uuid.UUID(entry.guid).version == 5
    assert item.findtext("itunes:duration", None, N) == str(round(entry.duration_ms / 1000))
    assert item.findtext("link") == "https://example.org/clock-0"
    notes = item.findtext("description") or ""
    assert "Written by Ann Other, published by The Paper on 2024-05-03." in notes
    assert '<a href="https://example.org/clock-0">' in notes
    assert "Narrated by a synthetic voice: a tone for each word." in notes
    assert "00:00:00 A clock<br>" in notes
    assert item.findtext("podcast:txt", None, N) == "true"
    people = {(p.get("role"), p.text) for p in item.findall("podcast:person", N)}
    assert people == {("author", "Ann Other"), ("narrator", "a tone for each word")}
    marks = [(m.get("start"), m.get("title")) for m in item.findall("psc:chapters/psc:chapter", N)]
    assert marks == [(rss.npt(c.start_ms), c.title) for c in entry.chapters]
    transcript = item.find("podcast:transcript", N)
    assert transcript is not None
    assert transcript.get("type") == "text/vtt"


def test_a_correction_keeps_guid_and_date_and_says_so(library: Library) -> None:
    first = add(library)
    add(library, body="It ticks again, as readers say.")
    (item,) = channel(publication.publication(library, BASE).feed()).findall("item")
    assert item.findtext("guid") == first.guid
    assert item.findtext("pubDate") == rss.date(first.pub)
    assert item.findtext("atom:updated", None, N)
    assert "the article was changed" in (item.findtext("description") or "")


def test_another_voice_is_no_correction(library: Library) -> None:
    add(library)
    adding.add_article(library, article(url="https://example.org/clock-0"), None, replace(WISH, again=True))
    (item,) = channel(publication.publication(library, BASE).feed()).findall("item")
    assert item.findtext("atom:updated", None, N)
    assert "was changed" not in (item.findtext("description") or "")


def test_the_same_library_gives_the_same_bytes(library: Library) -> None:
    add(library)
    keep_draft(library, 5)
    first = publication.publication(library, BASE)
    again = publication.publication(Library(library.folder), BASE)
    assert first.feed() == again.feed()
    assert first.opml() == again.opml()


def test_the_podcasts_guid_is_fixed_at_the_first_publication(library: Library) -> None:
    # The two examples of the namespace's own document.
    assert publication.podcast_guid("https://podnews.net/rss") == "9b024349-ccf0-5f69-a609-6b82873eab3c"
    mp3s = "https://mp3s.nashownotes.com/pc20rss.xml"
    assert publication.podcast_guid(mp3s) == "917393e3-1b1e-5cef-ace4-edaa54e1f810"
    first = publication.publication(library, BASE).show.guid
    assert first == publication.podcast_guid(BASE + "feed.xml")
    assert publication.publication(library, "https://moved.example/").show.guid == first
    other = Library(library.folder.parent / "other")
    here = publication.publication(other, "http://127.0.0.1:8000/").show.guid
    assert uuid.UUID(here).version == 5
    assert here != publication.podcast_guid("http://127.0.0.1:8000/feed.xml")


def test_half_a_character_is_left_out() -> None:
    assert markup.limit("Lamp\ud800 ü", 6) == "Lamp "
    assert markup.limit("Lamp\ud800 ü", 7) == "Lamp ü"


HOSTILE = st.text(st.characters(codec=None, exclude_categories=()), max_size=60)


@pytest.mark.slow
@settings(max_examples=examples(80), deadline=None)
@given(HOSTILE, HOSTILE, HOSTILE)
def test_any_text_makes_a_well_formed_feed(title: str, byline: str, description: str) -> None:
    entry = _entry()
    entry = replace(entry, title=title, byline=byline, summary=description, site=byline, voices=(title,))
    show = Show(title=title, description=description, author=byline, copyright=title)
    page = paging.Page((entry,), 0, 0)
    data = rss.page(show, page, addresses.at(BASE), BASE + "cover.png", "2024-05-03T17:05:00Z")
    found = channel(data)
    assert (found.findtext("title") or "") == markup.clean(title)
    assert (found.findtext("item/itunes:title", None, N) or "") == markup.clean(title)
    assert "<script" not in (found.findtext("item/description") or "").lower()


@functools.cache
def _entry() -> Entry:
    with tempfile.TemporaryDirectory() as folder:
        return keep_draft(Library(Path(folder)), 1)


@pytest.mark.slow
def test_pages_keep_their_numbers(library: Library) -> None:
    keep_draft(library, 0)
    fill(library, 310)
    shown = publication.publication(library, BASE)
    pages = paging.all_pages(library.entries())
    assert [(number, len(p.entries)) for number, p in pages] == [(1, 100), (2, 100), (0, 110)]
    for number, page in pages:
        assert paging.page(library, number) == page
        assert shown.feed(number) == shown.render(page)
    every = [e for _, p in sorted(pages, key=lambda x: x[0] or 99, reverse=True) for e in p.entries]
    assert every == library.entries()
    links = {
        number: {e.get("rel"): e.get("href") for e in channel(shown.feed(number)).findall("atom:link", N)}
        for number in (0, 1, 2)
    }
    feed, one, two = BASE + "feed.xml", BASE + "feed-1.xml", BASE + "feed-2.xml"
    assert links[0] == {"self": feed, "first": feed, "last": one, "next": two}
    assert links[2] == {"self": two, "first": feed, "last": one, "previous": feed, "next": one}
    assert links[1] == {"self": one, "first": feed, "last": one, "previous": two}
    old = shown.feed(1)
    keep_draft(library, 999)
    assert channel(shown.feed(1)).findall("item/guid")[0].text == channel(old).findall("item/guid")[0].text
    with pytest.raises(FeedError):
        shown.feed(3)


def test_what_is_held_back_is_not_in_the_feed(library: Library) -> None:
    wish = adding.Wish(WISH.voice, WISH.options, not_before="2031-01-01T00:00:00Z")
    entry = adding.add_article(library, article(), None, wish).entry
    shown = publication.publication(library, BASE)
    assert entry.guid not in shown.feed().decode()
    assert entry.guid in shown.feed(at="2031-01-01T00:00:00Z").decode()


def test_opml_names_the_feed(library: Library) -> None:
    library.save_show(Show(title='A "quoted" & <title>'))
    data = publication.publication(library, BASE).opml()
    (outline,) = etree.fromstring(data).iter("outline")
    assert outline.get("xmlUrl") == BASE + "feed.xml"
    assert outline.get("text") == outline.get("title") == 'A "quoted" & <title>'


@pytest.mark.slow
def test_podcastparser_reads_a_long_one(library: Library) -> None:
    import io

    keep_draft(library, 0)
    fill(library, 120)
    data = publication.publication(library, BASE).feed()
    assert len(podcastparser.parse(BASE + "feed.xml", io.BytesIO(data))["episodes"]) == 120


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", " "), ("language", "english"), ("email", "rosa"), ("medium", "video"),
        ("frequency", "daily"), ("link", "javascript:x"), ("hub", "ftp://x"), ("description", "x" * 5000),
        ("base_url", "https://ü.example/"), ("base_url", "pod.example"),
    ],
)  # fmt: skip
def test_a_show_that_apps_would_refuse_is_refused(field: str, value: Any) -> None:
    with pytest.raises(FeedError):
        rules.checked(replace(Show(), **{field: value}))


def test_categories_are_apples() -> None:
    assert categories.checked("health & fitness") == "Health & Fitness"
    assert categories.checked("tech news") == "News > Tech News"
    assert categories.checked("science>physics") == "Science > Physics"
    with pytest.raises(FeedError, match="Technology"):
        categories.checked("Gadgets")
