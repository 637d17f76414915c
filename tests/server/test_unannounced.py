"""What is not published yet, and for whom it is there: the waiting list, episodes that are held back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from listen.library import Entry, Library, Show, adding, shares
from listen.library.waiting import queue
from listen.library.waiting.requests import Request
from listen.server.app import application
from tests.library.stories import WISH, article

FILE = "/home/rosa/private.html"


class Nobody:
    """Works nothing off."""

    def wake(self) -> None:
        """Nothing."""

    def close(self) -> None:
        """Nothing."""


@pytest.fixture
def held(library: Library) -> Entry:
    """An episode that is held back, beside one that is not, and an article that waits."""
    later = replace(WISH, not_before="2099-01-01T00:00:00Z")
    adding.add_article(library, article("A clock"), None, WISH)
    queue.accept(library, Request(name=FILE), b"It ticks.")
    return adding.add_article(library, article("Embargoed", "https://example.org/e"), None, later).entry


@pytest.fixture
def outside(library: Library) -> Iterator[TestClient]:
    app = application(library, WISH, narrating=Nobody())
    with TestClient(app, base_url="http://pod.example", client=("203.0.113.5", 50000)) as made:
        yield made


@pytest.mark.parametrize(("kind", "sees"), [("public", False), ("listener", False), ("author", True)])
def test_only_those_who_may_add_see_what_is_not_published(
    outside: TestClient, library: Library, held: Entry, kind: str, sees: bool
) -> None:
    base = ""
    if kind == "public":
        library.save_show(Show(public=True))
    else:
        base = f"/t/{shares.share(library, kind, may_add=sees).token}"
    (job,) = queue.jobs(library)
    listed = outside.get(f"{base}/api/v1/episodes")
    assert listed.status_code == 200
    titles = [one["title"] for one in listed.json()["episodes"]]
    assert titles == ([FILE, "Embargoed", "A clock"] if sees else ["A clock"])
    page = outside.get(f"{base}/").text
    assert "A clock" in page
    assert ("Embargoed" in page) is sees
    files = [item.name for item in held.files]
    assert {item.ending for item in held.files} >= {".mp3", ".html", ".vtt"}
    for path in (
        *(f"e/{held.id}/{name}" for name in files), f"api/v1/episodes/{held.id}/audio",
        f"api/v1/episodes/{held.id}/captions", f"episode/{held.id}", f"e/{held.id}/",
        f"e/{held.id}/embed.json", f"api/v1/episodes/{held.id}",
        f"api/v1/episodes/{held.id}/article", f"api/v1/episodes/{held.id}/versions",
        f"api/v1/episodes/{job.id}", f"jobs/{job.id}",
    ):  # fmt: skip
        found = outside.get(f"{base}/{path}").status_code
        assert (found != 404) is sees, path
