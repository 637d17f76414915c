"""Every kind of list, and what is damaged in one."""

from __future__ import annotations

import contextlib
import gzip
import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from listen.batch import listing, warc
from listen.batch.work import Item
from listen.errors import ListenError, SourceError
from tests.examples import examples

PAGE = b"<!DOCTYPE html><html><body><p>Words of a story.</p></body></html>"


def names(path: Path | str) -> list[str]:
    return [item.source for item in listing.items(str(path))]


def test_a_file_of_addresses_and_paths(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A story\n\nIt has words.")
    listed = tmp_path / "list.txt"
    listed.write_text("\ufeff# mine\nhttps://paper.example/1\n\na.txt\r\nmissing.html\nftp://x/y\n", "utf-8")
    web, own, missing, other = listing.items(str(listed))
    assert (web.url, web.data) == ("https://paper.example/1", b"")
    assert (own.name, own.media_type) == ("a.txt", "text/plain")
    assert own.data.startswith(b"A story")
    assert "no such file" in missing.error
    assert other.error
    assert listing.count(str(listed)) == 4


def test_a_folder_gives_its_articles_in_order(tmp_path: Path) -> None:
    for name in ("b.html", "a.md", "deep/c.txt", "picture.png", ".hidden/d.txt", "style.css"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(PAGE)
    assert [item.name for item in listing.items(str(tmp_path))] == ["a.md", "b.html", "c.txt"]
    assert listing.count(str(tmp_path)) == 3
    (tmp_path / "deep" / "empty").mkdir()
    with pytest.raises(SourceError, match="no file that may be an article"):
        list(listing.items(str(tmp_path / "deep" / "empty")))


def test_a_sitemap(tmp_path: Path) -> None:
    sitemap = tmp_path / "sitemap.xml"
    sitemap.write_text(
        '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">'
        "<url><loc> https://paper.example/1?a=1&amp;b=2 </loc><image:image><image:loc>https://x/y.png"
        "</image:loc></image:image></url><url><loc>https://paper.example/2</loc></url></urlset>"
    )
    assert names(sitemap) == ["https://paper.example/1?a=1&b=2", "https://paper.example/2"]


def test_a_sitemap_with_places_that_are_none(tmp_path: Path) -> None:
    list_ = tmp_path / "sitemap.xml"
    places = ("http://[bad", "", "https://a.example:port/", "https://a.example/1")
    list_.write_text("<urlset>" + "".join(f"<url><loc>{one}</loc></url>" for one in places) + "</urlset>")
    assert [item.source for item in listing.items(str(list_))] == ["https://a.example/1"]


def test_a_feed_has_the_text_or_the_address(tmp_path: Path) -> None:
    text = "<p>" + "A long sentence of the story. " * 80 + "</p>"
    feed = tmp_path / "feed.xml"
    feed.write_text(
        '<rss version="2.0"><channel><title>T</title><item><guid>1</guid><title>Whole</title>'
        f"<link>https://paper.example/1</link><description><![CDATA[{text}]]></description></item>"
        "<item><title>Short</title><link>https://paper.example/2</link><description>Read on …</description>"
        "</item></channel></rss>"
    )
    whole, short = listing.items(str(feed))
    assert b"A long sentence" in whole.data
    assert (short.url, short.data) == ("https://paper.example/2", b"")


def test_pages_as_json_lines(tmp_path: Path) -> None:
    rows = [
        {"url": "https://paper.example/1", "html": PAGE.decode(), "title": "One", "author": ["Ann", "Bo"]},
        {"id": "7", "text": "Words.", "headline": "Two", "date": "2024-05-03", "language": "en"},
        {"url": "https://paper.example/3"},
        {"title": "Nothing"},
        ["no object"],
    ]
    path = tmp_path / "pages.jsonl.gz"
    lines = "\n".join(map(json.dumps, rows)) + "\n\n{broken\n"
    path.write_bytes(gzip.compress(lines.encode()))
    one, two, three, *bad = listing.items(str(path))
    assert (one.media_type, one.title, one.byline) == ("text/html", "One", "Ann, Bo")
    assert (two.media_type, two.name, two.data, two.published) == ("text/plain", "7", b"Words.", "2024-05-03")
    assert (three.url, three.data) == ("https://paper.example/3", b"")
    assert [bool(item.error) for item in bad] == [True] * 3


def test_one_document_is_no_list(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(PAGE)
    with pytest.raises(SourceError, match="listen make"):
        names(tmp_path / "page.html")
    with pytest.raises(SourceError, match="cannot be read"):
        names(tmp_path / "none.txt")


def record(kind: str, url: str, body: bytes, media: str = "application/http; msgtype=response") -> bytes:
    head = f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nContent-Type: {media}\r\n"
    return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body + b"\r\n\r\n"


def answer(
    body: bytes, *headers: str, status: str = "200 OK", media: str = "text/html; charset=utf-8"
) -> bytes:
    head = "\r\n".join([f"HTTP/1.1 {status}", f"Content-Type: {media}", *headers])
    return head.encode() + b"\r\n\r\n" + body


CHUNKED = (
    b"5\r\n" + PAGE[:5] + b"\r\n" + f"{len(PAGE) - 5:x}".encode() + b"\r\n" + PAGE[5:] + b"\r\n0\r\n\r\n"
)
ARCHIVE = [
    record("warcinfo", "", b"software: x\r\n", "application/warc-fields"),
    record("request", "http://paper.example/1", b"GET / HTTP/1.1\r\n\r\n"),
    record("response", "http://paper.example/1", answer(PAGE)),
    record("response", "http://paper.example/2", answer(CHUNKED, "Transfer-Encoding: chunked")),
    record("response", "http://paper.example/3", answer(gzip.compress(PAGE), "Content-Encoding: gzip")),
    record(
        "response", "http://paper.example/4", answer(PAGE, "Content-Encoding: gzip")
    ),  # undone by the archiver
    record("response", "http://paper.example/5.png", answer(b"\x89PNG", media="image/png")),
    record("response", "http://paper.example/6", answer(b"gone", status="404 Not Found")),
    record("revisit", "http://paper.example/7", answer(b"")),
    record("resource", "http://paper.example/8", PAGE, "text/html"),
]


@pytest.mark.parametrize("packed", [False, True])
def test_a_web_archive(tmp_path: Path, packed: bool) -> None:
    path = tmp_path / "pages.warc"
    path.write_bytes(b"".join(map(gzip.compress, ARCHIVE)) if packed else b"".join(ARCHIVE))
    found = list(listing.items(str(path)))
    assert [item.source[-1] for item in found] == ["1", "2", "3", "4", "8"]
    assert {item.data for item in found} == {PAGE}


@given(st.data())
@settings(deadline=None, max_examples=examples(50))
def test_a_damaged_archive_is_an_error_and_nothing_else(data: st.DataObject) -> None:
    whole = b"".join(ARCHIVE)
    at = data.draw(st.integers(0, len(whole) - 1))
    cut = whole[:at] + data.draw(st.binary(max_size=4)) + whole[at + data.draw(st.integers(0, 9)) :]
    with contextlib.suppress(ListenError):
        for page in warc.pages(io.BytesIO(cut), "x.warc"):
            assert isinstance(page, warc.Page)


@given(st.binary(max_size=400))
@settings(deadline=None, max_examples=examples(100))
def test_any_bytes_are_a_list_or_a_clear_error(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any"
    path.write_bytes(data)
    with contextlib.suppress(ListenError):
        for item in listing.items(str(path)):
            assert isinstance(item, Item)
