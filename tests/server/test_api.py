"""The API for programs, held to its own description."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest
from starlette.routing import Mount, Route
from starlette.testclient import TestClient

from listen.errors import LibraryError
from listen.library import Library, Show, shares
from listen.server.api import openapi
from listen.server.app import application
from listen.server.gate.conditions import Conditions
from listen.server.running import metrics, narrating
from tests.library.stories import WISH, add, keep_draft
from tests.patience import PATIENCE_S, until
from tests.server.conftest import anywhere

TEXT = "It was read aloud in the morning. Everybody heard it.\n\nThen it ended, as stories do."
DRAFT = {"text": TEXT, "title": "A draft"}


class Api:
    """A client with a token, whose every answer is held to the description."""

    def __init__(self, client: TestClient, token: str) -> None:
        self._client, self._headers = client, {"Authorization": f"Bearer {token}"}
        self._document = openapi.document("http://127.0.0.1:8000/")

    def __call__(self, method: str, path: str, form: object = None, **more: Any) -> Any:
        headers = {**self._headers, **more.pop("headers", {})}
        content = more.pop("content", None)
        if form is not None:
            content, headers["Content-Type"] = json.dumps(form), "application/json"
        reply = self._client.request(method, f"/api/v1{path}", headers=headers, content=content, **more)
        self._check(method, path, reply)
        return reply

    def _check(self, method: str, path: str, reply: Any) -> None:
        described = self._operation(method, path.split("?")[0])
        if described is None:
            assert reply.status_code in (404, 405)
            return
        answer = described["responses"].get(str(reply.status_code))
        assert answer is not None, (method, path, reply.status_code, reply.text)
        kind = reply.headers.get("content-type", "").split(";")[0]
        if "content" not in answer:
            assert reply.content == b""
            return
        assert kind in answer["content"], (path, kind)
        schema = answer["content"][kind].get("schema")
        if schema:
            whole = {**schema, "components": self._document["components"]}
            jsonschema.Draft202012Validator(whole).validate(reply.json())

    def _operation(self, method: str, path: str) -> Any:
        parts = path.strip("/").split("/")
        for known, methods in self._document["paths"].items():
            names = known.strip("/").split("/")
            fits = len(names) == len(parts) and all(
                a == b or a.startswith("{") for a, b in zip(names, parts, strict=True)
            )
            if fits and method.lower() in methods:
                return methods[method.lower()]
        return None

    def done(self, key: str) -> dict[str, Any]:
        """The article when it is over."""
        asked: list[dict[str, Any]] = []

        def over() -> bool:
            asked.append(self("GET", f"/episodes/{key}").json())
            return asked[-1]["state"] in ("done", "failed", "cancelled")

        until(over, every_s=0.02)
        return asked[-1]


@pytest.fixture
def api(client: TestClient, library: Library) -> Api:
    return Api(client, shares.share(library, "cms", scopes=("manage",)).token)


def test_the_description_and_the_routes_are_the_same(library: Library) -> None:
    app = application(library, WISH)
    routed = set()
    mounted = next(r for r in app.logged._app.routes if isinstance(r, Mount))  # type: ignore[attr-defined]
    for route in mounted.routes:
        if isinstance(route, Route) and route.path.startswith("/api/v1/"):
            path = route.path.removeprefix("/api/v1").replace(":str", "")
            routed |= {(m, path) for m in (route.methods or ()) if m != "HEAD"}
    app.place.narrating.close()
    described = {(m.upper(), p) for p, methods in openapi.document("/")["paths"].items() for m in methods}
    files = {(m, p) for m, p in described if p.startswith("/episodes/{id}/")} - routed
    assert {p.rsplit("/", 1)[1] for _, p in files} == {
        "audio", "captions", "srt", "words", "chapters", "transcript", "article",
    }  # fmt: skip
    assert ("GET", "/episodes/{id}/{file}") in routed
    assert described - files == routed - {("GET", "/episodes/{id}/{file}"), ("GET", "/openapi.json")}
    names = [o["operationId"] for p in openapi.document("/")["paths"].values() for o in p.values()]
    assert len(names) == len(set(names))
    for schema in openapi.SCHEMAS.values():
        jsonschema.Draft202012Validator.check_schema(schema)


def test_an_article_from_submission_to_its_files(api: Api, library: Library) -> None:
    taken = api("POST", "/episodes", {**DRAFT, "voice": "tone", "id": "post-7"})
    assert taken.status_code == 202
    assert (taken.json()["id"], taken.json()["state"]) == ("post-7", "waiting")
    assert taken.headers["location"].endswith("/api/v1/episodes/post-7")
    form = api.done("post-7")
    assert form["state"] == "done", form
    made = form["result"]
    assert made["title"] == "A draft"
    sound = api("GET", "/episodes/post-7/audio")
    assert len(sound.content) == made["audio"]["size"]
    assert api("GET", "/episodes/post-7/captions").text.startswith("WEBVTT")
    assert "words" in api("GET", "/episodes/post-7/words").text
    assert api("GET", "/episodes/post-7/article").json()["title"] == "A draft"
    assert api("GET", "/episodes/post-7/nothing").status_code == 404
    again = api("POST", "/episodes", {**DRAFT, "voice": "tone", "id": "post-7"})
    assert again.status_code == 200
    assert again.json()["result"]["episode"] == made["episode"]
    other = api("POST", "/episodes", {"text": TEXT + " More.", "title": "A draft", "id": "post-7"})
    assert (other.status_code, other.json()["code"]) == (409, "conflict")
    assert api("PUT", "/episodes/post-7", {**DRAFT, "text": f"{TEXT} More of it."}).status_code == 202
    new = api.done("post-7")["result"]
    assert (new["episode"], new["version"]) == (made["episode"], 2)
    listed = api("GET", "/episodes").json()["episodes"]
    assert [(e["id"], e["state"]) for e in listed] == [("post-7", "done")]
    assert api("DELETE", "/episodes/post-7").status_code == 204
    assert api("GET", "/episodes/post-7").status_code == 404
    assert library.count() == 0


def test_html_addresses_and_documents_are_taken(api: Api, stories: str) -> None:
    page = "<p>It stands in a page as its reader sees it.</p><p>It has two paragraphs of words.</p>"
    kept = api(
        "POST", "/episodes", {"html": page, "title": "A page", "url": "https://paper.example/a?utm_source=x"}
    )
    assert kept.status_code == 202
    assert api.done(kept.json()["id"])["result"]["url"] == "https://paper.example/a"
    fetched = api("POST", "/episodes", {"url": stories})
    assert api.done(fetched.json()["id"])["result"]["title"] == "A story from afar"
    markdown = f"# A heading\n\n{TEXT}"
    sent = api(
        "POST",
        "/episodes?name=story.md&id=md-1",
        content=markdown,
        headers={"Content-Type": "application/octet-stream"},
    )
    assert sent.json()["id"] == "md-1"
    assert api.done("md-1")["result"]["title"] == "A heading"


@pytest.mark.parametrize(
    ("form", "status", "field"),
    [
        ({}, 422, "url"),
        ({"text": 5}, 422, "text"),
        ({"text": "x", "html": "y"}, 422, "text"),
        ({"url": "ftp://x.example/"}, 422, "url"),
        ({"url": "nothing"}, 422, "url"),
        ({"url": "https://x.example/\n"}, 202, ""),
        ({**DRAFT, "voice": "nobody"}, 422, "voice"),
        ({**DRAFT, "id": "a/b"}, 422, "id"),
        ({**DRAFT, "rate": 9}, 422, "rate"),
        ({**DRAFT, "rate": True}, 422, "rate"),
        ({**DRAFT, "colour": "red"}, 422, "colour"),
        ([], 422, None),
        ("text", 422, None),
        ({**DRAFT, "lang": "english please"}, 422, "lang"),
        ({**DRAFT, "published": "yesterday"}, 422, "published"),
        ({**DRAFT, "again": "yes"}, 422, "again"),
        ({"url": "paper.example/story"}, 202, ""),
    ],
)
def test_what_does_not_fit_is_named(api: Api, form: Any, status: int, field: str | None) -> None:
    reply = api("POST", "/episodes", form)
    assert reply.status_code == status, reply.text
    if status != 202:
        problem = reply.json()
        assert problem["status"] == status
        assert problem.get("field") == field
        assert problem["detail"].endswith(".")


def test_errors_have_one_form(api: Api, client: TestClient, library: Library) -> None:
    bad = api("POST", "/episodes", content="{", headers={"Content-Type": "application/json"})
    assert (bad.status_code, bad.json()["code"]) == (400, "bad_request")
    odd = api("POST", "/episodes", content="x", headers={"Content-Type": "image/png"})
    assert (odd.status_code, odd.json()["code"]) == (415, "unsupported_media_type")
    for method, path, status in (
        ("GET", "/api/v1/nothing", 404),
        ("PATCH", "/api/v1/episodes", 405),
        ("GET", "/api/v1/episodes/zzz", 404),
        ("GET", "/api/v2/episodes", 404),
        ("POST", "/api/v1/episodes", 401),
        ("GET", "/api/v1/episodes?limit=x", 422),
        ("GET", "/api/v1/episodes?state=odd", 422),
    ):
        reply = client.request(method, path)
        assert reply.status_code == status, path
        assert reply.headers["content-type"] == "application/problem+json"
        assert set(reply.json()) >= {"type", "title", "status", "code", "detail"}


def test_scopes(client: TestClient, library: Library) -> None:
    keep = keep_draft(library, 1)
    listens = Api(client, shares.share(library, "ear").token)
    adds = Api(client, shares.share(library, "hand", scopes=("add",)).token)
    assert listens("GET", "/episodes").status_code == 200
    assert listens("POST", "/episodes", DRAFT).status_code == 403
    assert listens("PUT", f"/episodes/{keep.id}/position", {"at_ms": 5}).status_code == 200
    mine = adds("POST", "/episodes", {**DRAFT, "id": "mine"})
    assert mine.status_code == 202
    assert adds("DELETE", f"/episodes/{keep.id}").status_code == 403  # somebody else's
    adds.done("mine")
    assert adds("DELETE", "/episodes/mine").status_code == 204
    wrong = Api(client, "no-token")
    assert wrong("GET", "/episodes").status_code == 401


def test_positions_are_each_persons_and_merged(client: TestClient, library: Library) -> None:
    entry = keep_draft(library, 1)
    one, two = (Api(client, shares.share(library, name).token) for name in ("rosa", "tom"))
    where = f"/episodes/{entry.id}/position"
    assert one("PUT", where, {"at_ms": 9000, "updated_ms": 2000}).json()["at_ms"] == 9000
    assert one("PUT", where, {"at_ms": 1000, "updated_ms": 1000}).json()["at_ms"] == 9000
    assert two("GET", where).json() == {"at_ms": 0, "heard": False, "updated_ms": 0}
    assert one("PUT", where, {"heard": True}).json()["heard"]
    assert one("GET", "/positions").json()["positions"][entry.id]["heard"]
    assert one("PUT", where, {"at_ms": -1}).status_code == 422
    assert one("PUT", where, {"at_ms": "x"}).status_code == 422
    assert one("PUT", "/me", {"speed": 1.25, "playlist": [entry.id]}).json()["speed"] == 1.25
    assert one("GET", "/me").json()["playlist"] == [entry.id]
    assert one("PUT", "/me", {"speed": 17}).status_code == 422
    assert two("GET", "/me").json()["speed"] == 1


def test_webhooks_over_the_api(api: Api) -> None:
    made = api("POST", "/webhooks", {"url": "https://cms.example/hook", "events": ["done"]})
    assert made.status_code == 201
    assert made.json()["secret"].startswith("whsec_")
    (listed,) = api("GET", "/webhooks").json()["webhooks"]
    assert "secret" not in listed
    assert api("POST", "/webhooks", {"url": "file:///x"}).status_code == 422
    assert api("POST", "/webhooks", {"url": "https://x.example/", "events": ["odd"]}).status_code == 422
    assert api("DELETE", f"/webhooks/{listed['id']}").status_code == 204
    assert api("DELETE", f"/webhooks/{listed['id']}").status_code == 404


def test_failures_are_told_and_can_be_tried_again(api: Api) -> None:
    sent = api("POST", "/episodes", {"url": "http://127.0.0.1:1/story"}).json()
    form = api.done(sent["id"])
    assert form["state"] == "failed"
    assert "cannot be reached" in form["error"]["detail"]
    assert [e["state"] for e in api("GET", "/episodes?state=failed").json()["episodes"]] == ["failed"]
    assert api("POST", f"/episodes/{sent['id']}/retry").status_code == 202
    assert api.done(sent["id"])["state"] == "failed"


def test_what_a_path_allows_is_told_whole(api: Api) -> None:
    for path, methods in (
        ("/episodes", {"GET", "POST"}), ("/episodes/x", {"GET", "PUT", "DELETE"}), ("/me", {"GET", "PUT"}),
    ):  # fmt: skip
        refused = api._client.patch(f"/api/v1{path}", headers=api._headers)
        assert (refused.status_code, refused.json()["code"]) == (405, "method_not_allowed")
        assert set(refused.headers["allow"].split(", ")) - {"HEAD"} == methods


def test_what_is_not_said_right_is_not_guessed(api: Api, client: TestClient) -> None:
    assert api("GET", "/episodes?sort=null").json()["field"] == "sort"
    empty = api._client.put("/api/v1/me", headers=api._headers)
    assert (empty.status_code, empty.json()["detail"]) == (400, "The body is no JSON.")
    assert client.get("/api/v1/webhooks").status_code == 401  # a token is what is missing
    assert client.get("/api/v1/me").status_code == 200  # at this very machine
    described = openapi.document("/")["paths"]
    assert {} in described["/me"]["get"]["security"]
    assert "security" not in described["/webhooks"]["get"]


def test_writes_are_checked_for_their_origin(client: TestClient, api: Api, token: str) -> None:
    for origin in ("https://evil.example", "null", "http://127.0.0.1:9999"):
        reply = api("POST", "/episodes", DRAFT, headers={"Origin": origin})
        assert reply.status_code == 403, origin
        form = client.post(f"/t/{token}/add", data={"url": "x.example/a"}, headers={"Origin": origin})
        assert form.status_code == 403, origin
    crossed = client.post(
        f"/t/{token}/add", data={"url": "x.example/a"}, headers={"Sec-Fetch-Site": "cross-site"}
    )
    assert crossed.status_code == 403
    for origin in ("http://127.0.0.1:8000", "chrome-extension://abcdefgh", "moz-extension://1-2-3"):
        assert (
            api("POST", "/episodes", {**DRAFT, "text": TEXT + origin}, headers={"Origin": origin}).status_code
            == 202
        )


@pytest.fixture
def outside(library: Library) -> Iterator[TestClient]:
    app = application(library, WISH, fetcher=anywhere)
    with TestClient(app, base_url="http://192.168.1.5:8000", client=("192.168.1.9", 5000)) as made:
        yield made


def test_nothing_is_shown_beyond_this_machine_without_a_token(outside: TestClient, library: Library) -> None:
    entry = add(library, "A secret title")
    for path in (
        "/", "/add", "/settings", f"/episode/{entry.id}", "/feed.xml", "/events", "/healthz", "/metrics",
        "/api/v1/episodes", f"/api/v1/episodes/{entry.id}/audio", "/api/v1/openapi.json",
    ):  # fmt: skip
        reply = outside.get(path)
        assert reply.status_code in (401, 404), path
        assert "A secret title" not in reply.text
    page = outside.get("/")
    assert page.status_code == 401
    assert 'action="/login"' in page.text
    token = shares.share(library, "rosa").token
    logged = outside.post("/login", data={"token": token}, follow_redirects=False)
    assert logged.status_code == 303
    cookie = logged.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert "A secret title" in outside.get("/").text


def test_wrong_tokens_are_limited(outside: TestClient, library: Library) -> None:
    right = shares.share(library, "rosa").token
    statuses = [outside.post("/login", data={"token": f"wrong-{n}"}).status_code for n in range(12)]
    assert statuses[:10] == [401] * 10
    assert statuses[10:] == [429] * 2
    assert outside.post("/login", data={"token": right}).status_code == 429
    assert outside.get("/t/wrong/feed.xml").status_code == 429
    assert outside.get(f"/t/{right}/feed.xml").status_code == 200  # an app that has one goes on
    limited = outside.get("/api/v1/episodes", headers={"Authorization": "Bearer wrong"})
    assert limited.status_code == 429
    assert int(limited.headers["retry-after"]) > 0


def test_too_many_writes_are_refused(library: Library) -> None:
    entry = keep_draft(library, 1)
    app = application(library, WISH, conditions=Conditions(writes_per_minute=3))
    token = shares.share(library, "rosa").token
    with TestClient(app, base_url="http://127.0.0.1:8000", client=("127.0.0.1", 5)) as client:
        api = Api(client, token)
        got = [api("PUT", f"/episodes/{entry.id}/position", {"at_ms": n}).status_code for n in range(5)]
    assert got == [200, 200, 200, 429, 429]


def test_forwarded_headers_are_believed_only_from_where_the_settings_say(library: Library) -> None:
    token = shares.share(library, "rosa").token
    claim = {
        "X-Forwarded-Host": "pod.example", "X-Forwarded-Proto": "https", "X-Forwarded-Prefix": "/listen",
        "X-Forwarded-For": "1.2.3.4",
    }  # fmt: skip
    for trusted, base in (((), "http://10.0.0.5:8000/"), (("10.0.0.0/24",), "https://pod.example/listen/")):
        app = application(library, WISH, conditions=Conditions(trusted_proxies=trusted))
        with TestClient(app, base_url="http://10.0.0.5:8000", client=("10.0.0.9", 5)) as client:
            feed = client.get(f"/t/{token}/feed.xml", headers=claim)
            assert f"{base}t/{token}/feed.xml" in feed.text
    lie = {**claim, "X-Forwarded-For": "127.0.0.1", "X-Forwarded-Host": "localhost"}
    app = application(library, WISH, conditions=Conditions(trusted_proxies=("10.0.0.9",)))
    with TestClient(app, base_url="http://10.0.0.5:8000", client=("10.0.0.9", 5)) as client:
        assert client.get("/feed.xml", headers=lie).status_code == 404


def test_monitors_on_this_machine_need_no_token(client: TestClient, library: Library) -> None:
    health = client.get("/healthz")
    assert (health.status_code, health.json()) == (200, {"status": "ok"})
    figures = client.get("/metrics")
    assert figures.status_code == 200
    names = [
        line.split("{")[0].split(" ")[0] for line in figures.text.splitlines() if not line.startswith("#")
    ]
    assert "listen_queue_jobs" in names
    for line in figures.text.splitlines():
        assert line.startswith("# ") or len(line.split(" ")) == 2
    manifest = client.get("/manifest.webmanifest")
    assert manifest.headers["content-type"] == "application/manifest+json"
    assert manifest.json()["share_target"]["action"] == "./add"
    for icon in manifest.json()["icons"]:
        assert client.get(f"/{icon['src']}").content.startswith(b"\x89PNG")
    assert client.get("/api/v1/openapi.json").json()["openapi"].startswith("3.1")


def test_a_damaged_file_is_not_handed_out_as_a_whole_one(client: TestClient, library: Library) -> None:
    entry = keep_draft(library, 1, audio=b"sound" * 1000)
    url = f"/e/{entry.id}/{entry.audio}"
    assert client.get(url).status_code == 200
    library.path(entry, entry.audio).write_bytes(b"sound")
    assert client.get(url).status_code == 410
    assert client.get(f"/api/v1/episodes/{entry.id}/audio").json()["code"] == "error"
    library.path(entry, entry.audio).unlink()
    for path in (url, f"/api/v1/episodes/{entry.id}/audio"):
        assert client.get(path).status_code == 404


def test_a_public_podcast_keeps_nobodys_positions(library: Library) -> None:
    entry = keep_draft(library, 1)
    library.save_show(Show(public=True))
    with TestClient(
        application(library, WISH), base_url="http://pod.example", client=("8.8.8.8", 5)
    ) as anyone:
        assert anyone.get("/").status_code == 200
        assert anyone.get("/api/v1/me").status_code == 401
        put = anyone.put(f"/api/v1/episodes/{entry.id}/position", json={"at_ms": 5})
        assert put.status_code == 401
        assert anyone.post("/api/v1/episodes", json=DRAFT).status_code == 401


@pytest.mark.parametrize("page", ["\xb2", "99999999999999999999", "-1", "0", "x"])
def test_a_page_that_is_no_number_is_the_first_one(client: TestClient, library: Library, page: str) -> None:
    keep_draft(library, 1)
    assert "Story 1" in client.get("/", params={"page": page}).text or page == "99999999999999999999"


def test_halves_of_characters_and_wrong_addresses_are_no_bug(client: TestClient, library: Library) -> None:
    token = shares.share(library, "rosa", may_add=True).token
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    cut = b'{"text": "It ticks in its tower \\ud83d", "title": "Clock \\uD83D"}'
    reply = client.post("/api/v1/episodes", content=cut, headers=headers)
    assert (reply.status_code, reply.json()["title"]) == (202, "Clock \ufffd")
    for url in ("http://[bad", "https://x.example:port/", "https://x.example:0/", "ftp://x.example", ""):
        assert client.post("/api/v1/webhooks", json={"url": url}, headers=headers).status_code == 422, url


def test_figures_are_exact(client: TestClient, library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metrics, "_totals", lambda _: (1, 1_234_567_891))
    assert "\nlisten_audio_bytes 1234567891\n" in client.get("/metrics").text


def test_the_feed_tells_caches_what_it_depends_on(client: TestClient, library: Library) -> None:
    keep_draft(library, 1)
    assert client.get("/feed.xml").headers["vary"] == "Accept, Accept-Encoding"


def test_what_was_typed_is_still_there_after_a_mistake(client: TestClient, token: str) -> None:
    typed = {"url": "https://x.example/?a=1&b=2+3 100%", "title": "A & B"}
    page = client.post(f"/t/{token}/add", data=typed)
    assert page.status_code == 422
    assert ">https://x.example/?a=1&amp;b=2+3 100%</textarea>" in page.text
    assert 'value="A &amp; B"' in page.text


def test_leaving_from_a_show_s_page_leaves_everything(
    client: TestClient, library: Library, token: str
) -> None:
    library.of("news").save_show(Show("News"))
    client.post("/login", data={"token": token}, follow_redirects=False)
    assert client.get("/api/v1/me").json()["name"] == "me"
    client.post("/shows/news/logout", data={"x": ""}, follow_redirects=False)
    assert client.get("/api/v1/me").json()["name"] == "owner"


def test_narration_goes_on_after_the_database_was_busy(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = threading.Event()
    calls: list[int] = []

    def busy(library: Library) -> bool:
        calls.append(1)
        if len(calls) == 1:
            raise LibraryError("busy")
        asked.set()
        return False

    monkeypatch.setattr(narrating, "due", busy)
    monkeypatch.setattr(narrating, "FAILED_WAIT_S", 0.01)
    monkeypatch.setattr(narrating, "LOOK_S", 0.01)
    running = narrating.NarratingProcess(library)
    assert asked.wait(PATIENCE_S)
    running.close()


_IDLE = """
import sys
from pathlib import Path
from listen.server.running import worker
worker.IDLE_S = 0.05
worker.main(Path(sys.argv[1]))
"""


@pytest.mark.slow
def test_a_worker_without_work_ends_in_peace_while_the_server_still_holds_its_input(library: Library) -> None:
    command = [sys.executable, "-c", _IDLE, str(library.folder)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, text=True, stdin=pipe, stderr=pipe) as process:
        assert process.wait(PATIENCE_S) == 0
        assert process.stderr is not None
        assert process.stderr.read() == ""
