"""Older versions of an episode: on its page, by their addresses, in the API."""

from __future__ import annotations

import jsonschema
import pytest
from starlette.testclient import TestClient

from listen.library import Entry, Library, adding, shares
from listen.server.api import openapi
from tests.library.stories import WISH, article


@pytest.fixture
def story(library: Library) -> Entry:
    """An episode whose article was corrected once."""
    for body in ("It ticks <loudly>.", "It ticks, corrected."):
        entry = adding.add_article(library, article(body=body), None, WISH).entry
    return entry


def test_the_page_lists_them_and_shows_each(client: TestClient, library: Library, story: Entry) -> None:
    (old,) = library.older(story.id)
    newest = client.get(f"/episode/{story.id}").text
    assert "Versions (2)" in newest
    assert "The article changed" in newest
    assert "The first narration" in newest
    assert f'href="/episode/{story.id}.1"' in newest
    assert f"/e/{story.id}/{old.audio}" in newest
    assert "which was replaced" not in newest
    older = client.get(f"/episode/{story.id}.1")
    assert older.status_code == 200
    assert "This is version 1, which was replaced" in older.text
    assert "It ticks &lt;loudly&gt;" in older.text
    assert f'<a href="/episode/{story.id}">To the newest version' in older.text
    assert f'data-id="{story.id}.1" data-audio="/e/{story.id}/{old.audio}"' in older.text
    for wrong in (f"{story.id}.2", f"{story.id}.3", f"{story.id}.x", f"{story.id}.1.1"):
        assert client.get(f"/episode/{wrong}").status_code == (200 if wrong.endswith(".2") else 404), wrong


def test_one_version_is_no_list(client: TestClient, library: Library) -> None:
    entry = adding.add_article(library, article(), None, WISH).entry
    assert "Versions (" not in client.get(f"/episode/{entry.id}").text


def test_an_old_version_cannot_be_changed(client: TestClient, token: str, story: Entry) -> None:
    at = f"/t/{token}/episode/{story.id}"
    assert f'action="{at}/archive"' in client.get(at).text
    assert "<form" not in client.get(f"{at}.1").text.split("<main", 1)[1].split("</main>")[0]
    assert client.post(f"{at}.1/archive", data={"back": ""}).status_code == 404


def test_its_reading_page_leads_back_to_it_and_keeps_no_place(
    client: TestClient, library: Library, token: str, story: Entry
) -> None:
    (old,) = library.older(story.id)
    pages = [e.file(".html") for e in (story, old)]
    assert pages[0] is not None
    assert pages[1] is not None
    present, older = (client.get(f"/t/{token}/e/{story.id}/{page.name}").text for page in pages if page)
    assert f"/api/v1/episodes/{story.id}/position" in present
    assert "/position" not in older
    assert f"/t/{token}/episode/{story.id}.1" in older
    assert old.audio in older


def test_files_that_are_gone_are_a_page_that_is_not_there(
    client: TestClient, library: Library, story: Entry
) -> None:
    (old,) = library.older(story.id)
    library.path(old, adding.ARTICLE).unlink()
    assert client.get(f"/episode/{story.id}.1").status_code == 404
    assert client.get(f"/episode/{story.id}").status_code == 200


def test_the_api_has_them_under_the_episode(client: TestClient, library: Library, story: Entry) -> None:
    headers = {"Authorization": f"Bearer {shares.share(library, 'reader', scopes=('listen',)).token}"}
    answer = client.get(f"/api/v1/episodes/{story.id}/versions", headers=headers)
    assert answer.status_code == 200
    form = answer.json()
    document = openapi.document("/")
    jsonschema.validate(form, {**document, "$ref": "#/components/schemas/Versions"})
    new, old = form["versions"]
    assert (new["version"], new["reason"], new["replaced"]) == (2, "article", None)
    assert (old["version"], old["reason"]) == (1, "first")
    assert old["replaced"] == new["made"]
    sound = client.get(old["audio"]["url"], headers=headers)
    assert len(sound.content) == old["audio"]["size"]
    assert "loudly" in client.get(old["captions"]["url"], headers=headers).text
    assert client.get("/api/v1/episodes/0123456789ab/versions", headers=headers).status_code == 404


def test_the_feed_has_the_newest_alone(client: TestClient, library: Library, story: Entry) -> None:
    (old,) = library.older(story.id)
    feed = client.get("/feed.xml").text
    assert feed.count("<item>") == 1
    assert story.audio in feed
    assert old.audio not in feed
