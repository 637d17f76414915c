"""What the server answers, byte for byte."""

from __future__ import annotations

import gzip
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from listen import page
from listen.library import Library, adding
from listen.server.replies import parse_range
from tests.examples import examples
from tests.library.stories import add


def test_audio_in_every_way(client: TestClient, library: Library, token: str) -> None:
    entry = add(library)
    data = library.path(entry, entry.audio).read_bytes()
    url = f"/e/{entry.id}/{entry.audio}"
    whole = client.get(url)
    assert whole.status_code == 200
    assert whole.content == data
    assert whole.headers["content-type"] == "audio/mpeg"
    assert whole.headers["accept-ranges"] == "bytes"
    assert "access-control-allow-origin" not in whole.headers  # an address that could be computed
    assert client.get(f"/t/{token}{url}").headers["access-control-allow-origin"] == "*"
    head = client.head(url)
    assert head.content == b""
    assert head.headers["content-length"] == str(len(data)) == str(entry.size)
    size = len(data)
    for asked, start, end in (
        ("bytes=0-0", 0, 1), ("bytes=100-199", 100, 200), ("bytes=-100", size - 100, size),
        (f"bytes={size - 1}-", size - 1, size), (f"bytes=5-{size * 2}", 5, size),
        (f"bytes=-{size * 2}", 0, size),
    ):  # fmt: skip
        part = client.get(url, headers={"Range": asked})
        assert part.status_code == 206, asked
        assert part.content == data[start:end], asked
        assert part.headers["content-range"] == f"bytes {start}-{end - 1}/{size}"
        assert part.headers["content-length"] == str(end - start)
    for asked in (f"bytes={size}-", "bytes=-0", f"bytes={size + 5}-{size + 9}"):
        refused = client.get(url, headers={"Range": asked})
        assert refused.status_code == 416, asked
        assert refused.headers["content-range"] == f"bytes */{size}"
    for asked in ("bytes=5-4", "bytes=-", "bytes=a-b", "bytes=0-1,5-6", "lines=1-2"):
        assert client.get(url, headers={"Range": asked}).status_code == 200, asked
    etag, modified = whole.headers["etag"], whole.headers["last-modified"]
    for headers in (
        {"If-None-Match": etag},
        {"If-None-Match": f'"x", W/{etag}'},
        {"If-Modified-Since": modified},
    ):
        same = client.get(url, headers=headers)
        assert (same.status_code, same.content) == (304, b"")
        assert same.headers["etag"] == etag
    stale = {"Range": "bytes=0-9", "If-Range": '"other"'}
    assert client.get(url, headers=stale).status_code == 200
    assert client.get(url, headers={"Range": "bytes=0-9", "If-Range": etag}).status_code == 206
    assert client.get(url, headers={"If-None-Match": '"x"', "If-Modified-Since": modified}).status_code == 200
    assert "access-control-allow-headers" not in client.options(url).headers
    preflight = client.options(f"/t/{token}{url}")
    assert preflight.status_code == 204
    assert "Range" in preflight.headers["access-control-allow-headers"]


@settings(max_examples=examples(200))
@given(
    st.one_of(st.text(max_size=30), st.from_regex(r"bytes=\d{0,4}-\d{0,4}", fullmatch=True)),
    st.integers(0, 2000),
)
def test_any_range_is_inside_or_refused(value: str, size: int) -> None:
    try:
        span = parse_range(value, size)
    except ValueError:
        return
    assert span is None or 0 <= span[0] <= span[1] < size


def test_the_feed_has_validators_and_is_packed(client: TestClient, library: Library) -> None:
    add(library)
    plain = client.get("/feed.xml", headers={"Accept-Encoding": "identity"})
    assert plain.headers["content-type"] == "application/rss+xml"
    assert plain.headers["content-length"] == str(len(plain.content))
    packed = client.get("/feed.xml", headers={"Accept-Encoding": "br, gzip;q=0.5"})
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.content == plain.content
    assert "accept-encoding" in packed.headers["vary"].lower()
    assert gzip.compress(plain.content, 6, mtime=0)
    refused = client.get("/feed.xml", headers={"Accept-Encoding": "gzip;q=0"})
    assert "content-encoding" not in refused.headers
    for etag in (plain.headers["etag"], packed.headers["etag"]):
        assert client.get("/feed.xml", headers={"If-None-Match": etag}).status_code == 304
    modified = {"If-Modified-Since": plain.headers["last-modified"]}
    assert client.get("/feed.xml", headers=modified).status_code == 304
    add(library, "Another", n=1)
    assert client.get("/feed.xml", headers={"If-None-Match": plain.headers["etag"]}).status_code == 200
    assert client.head("/feed.xml").status_code == 200


@pytest.mark.parametrize("ending", [".vtt", ".chapters.json", ".words.json", ".html"])
def test_text_files_have_their_types(client: TestClient, library: Library, token: str, ending: str) -> None:
    entry = add(library)
    item = entry.file(ending)
    assert item is not None
    reply = client.get(f"/t/{token}/e/{entry.id}/{item.name}")
    assert reply.status_code == 200
    assert reply.headers["content-type"].split(";")[0] == item.type
    assert ending == ".html" or len(reply.content) == item.size
    assert (reply.headers.get("access-control-allow-origin") == "*") == (ending != ".html")


def test_a_corrected_article_keeps_its_old_address_for_a_while(client: TestClient, library: Library) -> None:
    old = add(library)
    new = add(library, body="It tocks, as a reader points out.")
    assert client.get(f"/e/{old.id}/{old.audio}").status_code == 200
    feed = client.get("/feed.xml").text
    assert new.audio in feed
    assert old.audio not in feed
    assert f"Updated on {new.updated[:10]}" in feed
    adding.remove(library, new.id)
    assert client.get(f"/e/{old.id}/{old.audio}").status_code == 404
    assert client.get(f"/e/{new.id}/{new.audio}").status_code == 404
    assert new.guid not in client.get("/feed.xml").text


def test_what_every_page_needs_is_kept_for_when_there_is_no_network(client: TestClient) -> None:
    needed = set(re.findall(r'(?:src|href)="/static/([\w.]+\.(?:js|css))\?v=', client.get("/").text))
    assert {"app.css", "early.js", "app.js"} < needed
    worker = client.get("/sw.js").text
    kept = re.search(r"const FILES = \[(.+?)\]", worker, re.DOTALL)
    assert kept is not None
    assert needed <= set(re.findall(r"'([\w.]+)'", kept[1]))


def test_the_reader_s_settings_are_taken_by_one_script_everywhere(client: TestClient) -> None:
    assert client.get("/static/early.js").text.strip() == page.source("early.js").strip()


def test_everything_else_is_not_there(client: TestClient) -> None:
    for path in (
        "/nothing",
        "/e/abc/x.mp3",
        "/feed-1.xml",
        "/jobs/x",
        "/t/x/feed.xml",
    ):
        assert client.get(path).status_code in (404, 405), path
    assert client.put("/feed.xml").status_code == 405
    for path in ("/", "/index.html", "/static/app.css", "/static/app.js", "/feeds.opml", "/feed.xsl"):
        assert client.get(path).status_code == 200, path
        assert client.head(path).status_code == 200, path


def test_an_empty_part_of_the_library_is_no_search_without_a_find(
    client: TestClient, library: Library
) -> None:
    add(library)
    archive = client.get("/?state=archived").text
    assert "Nothing is here." in archive
    assert "Nothing fits" not in archive
    assert "Nothing fits" in client.get("/?q=zeppelins").text
    assert "Nothing fits" in client.get("/?state=archived&q=zeppelins").text
