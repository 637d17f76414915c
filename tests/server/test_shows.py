"""A show of a served library: a page, a feed and an API of its own; its tokens open nothing of the others."""

from __future__ import annotations

from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from listen.library import Entry, Library, Show, adding, shares, shows
from listen.server.running import narrating
from tests.library.stories import WISH, article


@pytest.fixture
def entries(library: Library) -> tuple[Entry, Entry]:
    library.save_show(Show("Everything"))
    library.of("rosa").save_show(Show("What Rosa reads"))
    library.of("news").save_show(Show("The news"))
    of_rosa = adding.add_article(
        library, article("For Rosa", "https://a.example/1"), None, replace(WISH, show="rosa")
    )
    of_news = adding.add_article(
        library, article("In the news", "https://a.example/2"), None, replace(WISH, show="news")
    )
    return of_rosa.entry, of_news.entry


def test_each_show_has_a_page_and_a_feed(client: TestClient, entries: tuple[Entry, Entry]) -> None:
    whole = client.get("/").text
    assert "For Rosa" in whole
    assert "In the news" in whole
    assert 'href="/shows/rosa/"' in whole
    page = client.get("/shows/rosa/").text
    assert "<title>What Rosa reads</title>" in page
    assert "For Rosa" in page
    assert "In the news" not in page
    feed = client.get("/shows/rosa/feed.xml").text
    assert "<title>What Rosa reads</title>" in feed
    assert feed.count("<item>") == 1
    audio = f"http://127.0.0.1:8000/shows/rosa/e/{entries[0].id}/{entries[0].audio}"
    assert audio in feed
    assert client.get(audio).status_code == 200
    assert client.get(f"/shows/rosa/e/{entries[1].id}/{entries[1].audio}").status_code == 404
    assert client.get(f"/shows/rosa/episode/{entries[1].id}").status_code == 404
    assert client.get("/shows/rosa/manifest.webmanifest").json()["name"] == "What Rosa reads"
    assert client.get("/shows/nobody/").status_code == 401
    assert client.get("/shows/nobody/feed.xml").status_code == 404
    assert client.get("/feed.xml").text.count("<item>") == 2
    cover = feed.split('<itunes:image href="')[1].split('"')[0]
    assert client.get(cover).headers["content-type"] == "image/png"


def test_a_token_of_a_show_opens_nothing_else(
    client: TestClient, library: Library, entries: tuple[Entry, Entry]
) -> None:
    _, news = entries
    token = shares.share(library, "Rosa", scopes=("add", "manage"), show="rosa").token
    base = f"/t/{token}/"
    for path in ("", "shows/rosa/"):
        page = client.get(f"{base}{path}").text
        assert "For Rosa" in page
        assert "In the news" not in page
        assert client.get(f"{base}{path}feed.xml").text.count("<item>") == 1
    for path in (
        "shows/news/feed.xml", f"episode/{news.id}", f"e/{news.id}/{news.audio}", f"e/{news.id}/",
        f"e/{news.id}/embed.json", f"api/v1/episodes/{news.id}", f"api/v1/episodes/{news.id}/audio",
        f"api/v1/episodes/{news.id}/position", "metrics",
    ):  # fmt: skip
        assert client.get(base + path).status_code in (401, 404), path
    assert (
        client.get("/metrics", headers={"Authorization": f"Bearer {token}", "Host": "x.example"}).status_code
        != 500
    )
    for path in (f"episode/{news.id}/delete", f"episode/{news.id}/archive", f"episode/{news.id}/heard"):
        assert client.post(base + path, data={"x": "1"}).status_code == 404, path
    assert client.delete(f"{base}api/v1/episodes/{news.id}").status_code == 404
    assert client.get(f"{base}api/v1/episodes").json()["episodes"][0]["title"] == "For Rosa"
    assert len(client.get(f"{base}api/v1/episodes?q=news").json()["episodes"]) == 0
    assert client.get(f"{base}api/v1/episodes?show=news").status_code == 422
    assert [s["name"] for s in client.get(f"{base}api/v1/shows").json()["shows"]] == ["rosa"]
    assert library.entry(news.id).trashed is None


def test_what_a_token_of_a_show_adds_goes_there_and_is_seen_there_alone(
    client: TestClient, library: Library, entries: tuple[Entry, Entry]
) -> None:
    token = shares.share(library, "Rosa", may_add=True, show="rosa").token
    other = shares.share(library, "Ben", may_add=True, show="news").token
    text = {"title": "Her own", "text": "It is told here. It is told in two sentences."}
    made = client.post(f"/t/{token}/api/v1/episodes", json=text).json()
    assert client.get(f"/t/{other}/api/v1/episodes/{made['id']}").status_code == 404
    assert client.get(f"/t/{other}/jobs/{made['id']}").status_code == 404
    assert client.post(f"/t/{other}/jobs/{made['id']}/cancel", data={"x": "1"}).status_code == 404
    wrong = client.post(f"/t/{other}/api/v1/episodes", json={**text, "show": "rosa"})
    assert (wrong.status_code, wrong.json()["field"]) == (422, "show")
    narrating.settle(library)
    found = {entry.title: entry.show for entry in library.entries()}
    assert found["Her own"] == "rosa"


def test_the_api_and_the_forms_take_a_show(
    client: TestClient, library: Library, entries: tuple[Entry, Entry]
) -> None:
    token = shares.share(library, "me", scopes=("manage",)).token
    base = f"/t/{token}/"
    text = {"text": "It is told here. It is told in two sentences."}
    assert (
        client.post(f"{base}api/v1/episodes", json={**text, "title": "A", "show": "news"}).status_code == 202
    )
    refused = client.post(f"{base}api/v1/episodes", json={**text, "title": "B", "show": "olds"})
    assert (refused.status_code, refused.json()["field"]) == (422, "show")
    assert client.post(f"{base}add", data={**text, "title": "C", "show": "rosa"}).status_code == 200
    file = {"files": ("d.txt", b"D\n\nIt is told here. It is told in a file.", "text/plain")}
    client.post(f"{base}add", data={"show": "news"}, files=file)
    document = "It is told here. It is told as a document."
    client.post(
        f"{base}api/v1/episodes?show=news&title=E", content=document, headers={"Content-Type": "text/plain"}
    )
    narrating.settle(library)
    found = {entry.title: entry.show for entry in library.entries()}
    assert {name: found.get(name) for name in "ACDE"} == {"A": "news", "C": "rosa", "D": "news", "E": "news"}
    listed = client.get(f"{base}api/v1/episodes?show=rosa").json()["episodes"]
    assert {one["title"] for one in listed} == {"C", "For Rosa"}
    assert listed[0]["result"]["show"] == "rosa"
    told = {one["name"]: one for one in client.get(f"{base}api/v1/shows").json()["shows"]}
    assert told["rosa"]["feed"] == f"http://127.0.0.1:8000{base}shows/rosa/feed.xml"
    assert told["news"]["episodes"] == 4
    client.post(f"{base}episode/{entries[0].id}/show", data={"show": "news", "back": ""})
    assert library.entry(entries[0].id).show == "news"
    assert [name for name in shows.names(library) if library.of(name).count()] == ["news", "rosa"]


def test_a_show_may_be_everybodys_while_the_library_is_not(
    library: Library, entries: tuple[Entry, Entry], client: TestClient
) -> None:
    library.of("news").save_show(replace(library.of("news").show, public=True))
    outside = TestClient(client.app, base_url="http://pod.example", client=("198.51.100.7", 5000))
    assert outside.get("/shows/news/feed.xml").text.count("<item>") == 1
    assert outside.get("/shows/rosa/feed.xml").status_code == 404
    assert outside.get("/feed.xml").status_code == 404
    assert outside.get(f"/shows/news/episode/{entries[0].id}").status_code == 404
