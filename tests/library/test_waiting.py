"""The waiting list: what was accepted becomes an episode or a failure with its reason, once, whatever
happens."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from listen.errors import ConflictError, LibraryError, SourceError
from listen.library import Library
from listen.library.waiting import presence, queue, submitting, webhooks, working
from listen.library.waiting.requests import (
    CANCELLED,
    DONE,
    FAILED,
    NARRATING,
    WAITING,
    Job,
    Request,
    options_form,
    options_of,
    request_json,
    request_of,
)
from listen.model import Source
from listen.options import Options
from listen.stitch.progress import Progress

OPTIONS = options_form(Options(profile="podcast", jobs=1))
TEXT = b"It is read aloud in the morning. Everybody hears it.\n\nThen it ends, as stories do."


def text(title: str = "A draft", **more: str) -> Request:
    return Request(title=title, media_type="text/plain", voice="tone", options=OPTIONS, **more)  # type: ignore[arg-type]


def work(library: Library, **how: object) -> list[Job]:
    """Work everything off, as one process."""
    here, done = presence.Presence(library.folder), []
    while job := queue.take(library, here.token):
        done.append(working.perform(library, job, **how))  # type: ignore[arg-type]
    here.leave()
    return done


def test_a_text_becomes_an_episode(library: Library) -> None:
    job = queue.accept(library, text(), TEXT)
    assert (job.state, job.shown) == (WAITING, "A draft")
    (done,) = work(library)
    assert (done.state, done.what, done.title) == (DONE, "new", "A draft")
    entry = working.outcome(library, done)
    assert entry is not None
    assert entry.title == "A draft"
    assert queue.body_of(library, job.id) is None  # what became an episode is not kept twice


def test_pieces_of_html_and_texts_get_their_title(library: Library) -> None:
    request = Request(title="Markup & more", media_type="text/html", voice="tone", options=OPTIONS, lang="en")
    queue.accept(library, request, b"<p>It is <b>read</b> aloud in the evening.</p><p>And it is heard.</p>")
    (done,) = work(library)
    assert done.error == ""
    assert done.title == "Markup & more"


def test_the_same_is_not_stored_twice_and_a_callers_id_stays(library: Library) -> None:
    url = Request(url="https://example.org/a")
    assert queue.accept(library, url).id == queue.accept(library, url).id
    first = queue.accept(library, text(), TEXT, "cms", "7")
    assert queue.accept(library, text(), TEXT, "cms", "7").id == first.id
    assert queue.accept(library, text(), TEXT, "other", "7").id != first.id
    with pytest.raises(ConflictError, match="PUT replaces"):
        queue.accept(library, text(), TEXT + b" More.", "cms", "7")
    again = queue.accept(library, text(), TEXT + b" More.", "cms", "7", replace=True)
    assert again.id != first.id
    assert queue.by_caller(library, "cms", "7") == again


def test_what_cannot_be_had_fails_with_its_reason_and_can_be_tried_again(library: Library) -> None:
    def fetcher(url: str, public_only: bool) -> Source:
        raise SourceError("there is no such host; check the address")

    queue.accept(library, Request(url="https://nowhere.example/", voice="tone", options=OPTIONS))
    (failed,) = work(library, fetcher=fetcher)
    assert (failed.state, failed.error) == (FAILED, "there is no such host; check the address")
    with pytest.raises(LibraryError):
        queue.cancel(library, failed.id)
    assert queue.retry(library, failed.id).state == WAITING
    (done,) = work(library, fetcher=lambda url, public: Source(TEXT, url, url, "text/plain"))
    assert done.state == DONE
    assert done.attempts == 1


def test_a_bug_is_a_failure_not_a_loop(library: Library) -> None:
    def fetcher(url: str, public_only: bool) -> Source:
        raise ZeroDivisionError("oh")

    job = queue.accept(library, Request(url="https://x.example/", voice="tone", options=OPTIONS))
    here = presence.Presence(library.folder)
    taken = queue.take(library, here.token)
    assert taken is not None
    with pytest.raises(ZeroDivisionError):
        working.perform(library, taken, fetcher)
    assert "a bug in listen, ZeroDivisionError" in queue.job(library, job.id).error
    assert queue.take(library, here.token) is None
    here.leave()


def test_what_ends_its_workers_lets_the_others_go_first(library: Library) -> None:
    first = queue.accept(library, text(), TEXT)
    second = queue.accept(library, text(title="Another"), b"It is told too. " * 3)
    gone = [queue.take(library, f"{n:016x}") for n in range(queue.PATIENT + 1)]
    assert [job.id for job in gone if job] == [first.id] * queue.PATIENT + [second.id]
    assert queue.job(library, first.id).state == WAITING  # and has its turn after the others


def test_what_a_dead_worker_had_waits_again_but_not_for_ever(library: Library) -> None:
    job = queue.accept(library, text(), TEXT)
    alive = presence.Presence(library.folder)
    assert queue.take(library, alive.token) is not None
    other = presence.Presence(library.folder)
    assert queue.take(library, other.token) is None  # somebody is at it
    alive.leave()
    for n in range(queue.TRIES - 1):
        assert queue.take(library, f"{n:016x}") is not None  # a worker that is gone already
    assert queue.take(library, other.token) is None
    over = queue.job(library, job.id)
    assert over.state == FAILED
    assert "again and again" in over.error
    other.leave()


def test_a_worker_that_crashes_by_itself_is_not_tried_so_often(library: Library) -> None:
    job = queue.accept(library, text(), TEXT)
    for n in range(3):
        assert queue.take(library, f"{n:016x}") is not None
        queue.crashed(library)
    assert queue.take(library, "f" * 16) is None
    assert queue.job(library, job.id).state == FAILED


def test_stopping_gives_back_and_is_nobodys_failure(library: Library) -> None:
    job = queue.accept(library, text(), TEXT)
    here = presence.Presence(library.folder)

    def stop(_: Progress) -> None:
        raise working.StopError

    for _ in range(4):
        taken = queue.take(library, here.token)
        assert taken is not None
        with pytest.raises(working.StopError):
            working.perform(library, taken, progress=stop)
        assert queue.job(library, job.id).state == WAITING
    here.leave()
    assert [done.state for done in work(library)] == [DONE]
    assert library.count() == 1


def test_cancelling_stops_what_waits_and_what_is_being_made(library: Library) -> None:
    waiting = queue.accept(library, text("One"), TEXT)
    assert queue.cancel(library, waiting.id).state == CANCELLED
    made = queue.accept(library, text("Two"), TEXT)

    def cancel(how_far: Progress) -> None:
        queue.cancel(library, made.id)

    (done,) = work(library, progress=cancel)
    assert done.state == CANCELLED
    assert library.count() == 0
    assert not list((library.folder / "episodes").glob(".*.part"))


def test_the_command_lines_side(library: Library, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("stories") / "story.txt"
    path.write_bytes(b"A story\n\n" + TEXT)
    options = Options(profile="podcast", jobs=1)
    job = submitting.submit(library, str(path), "tone", options)
    path.unlink()  # it was read when it was accepted
    here = presence.Presence(library.folder)
    done = submitting.finish(library, job, here.token)
    assert done.state == DONE, done.error
    assert done.what == "new"
    assert submitting.finish(library, done, here.token) == done
    here.leave()


def test_requests_and_options_come_back_as_they_were() -> None:
    request = Request(
        url="https://x.example/", voice="tone", again=True, options={"rate": 1.5, "keep": ["alt"]}
    )
    assert request_of(request_json(request)) == request
    options = Options(profile="podcast", rate=1.5, keep=frozenset({"alt"}), disclose=True)
    assert options_of(json.loads(json.dumps(options_form(options)))) == options
    with pytest.raises(LibraryError, match="out of range"):
        options_of({"rate": 9.0})


@pytest.fixture
def receiver() -> Iterator[tuple[str, list[tuple[dict[str, str], bytes]], list[int]]]:
    """A web server of this machine that is told things, what it was told, and what it is to answer."""
    told: list[tuple[dict[str, str], bytes]] = []
    answers: list[int] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            told.append(({k.lower(): v for k, v in self.headers.items()}, body))
            self.send_response(answers.pop(0) if answers else 204)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/hook", told, answers
        server.shutdown()
        thread.join()


def test_webhooks_are_signed_and_tried_again(
    library: Library, receiver: tuple[str, list[tuple[dict[str, str], bytes]], list[int]]
) -> None:
    url, told, answers = receiver
    hook = webhooks.register(library, "cms", url, ("done",))
    queue.accept(library, text(), TEXT, "cms", "7")
    queue.accept(library, text("Other"), TEXT, "somebody else")
    work(library)
    answers += [500]
    moment = "2030-01-01T00:00:00Z"
    assert webhooks.deliver(library, public_only=False, at=lambda: moment) == 0
    assert webhooks.deliver(library, public_only=False, at=lambda: moment) == 0  # not yet
    assert (
        webhooks.deliver(library, public_only=False, at=lambda: "2030-01-01T00:00:06Z", clock=lambda: 5.0)
        == 1
    )
    assert len(told) == 2
    headers, body = told[1]
    form = json.loads(body)
    assert (form["type"], form["data"]["id"], form["data"]["title"]) == ("episode.done", "7", "A draft")
    assert told[0][0]["webhook-id"] == headers["webhook-id"]  # so that it is not taken twice
    key = base64.b64decode(hook.secret.removeprefix("whsec_"))
    signed = f"{headers['webhook-id']}.5.".encode() + body
    right = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    assert headers["webhook-signature"] == f"v1,{right}"


def test_notices_that_are_over_do_not_pile_up(
    library: Library,
    receiver: tuple[str, list[tuple[dict[str, str], bytes]], list[int]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(webhooks, "KEPT", 2)
    url, told, answers = receiver
    webhooks.register(library, "cms", url, ("done",))
    answers += [500]  # the first notice waits for its next try, however many come after it
    for number in range(5):
        queue.accept(library, text(f"Draft {number}"), TEXT, "cms", str(number))
        work(library)
        webhooks.deliver(library, public_only=False, at=lambda: "2030-01-01T00:00:00Z")
    with library.reading() as db:
        kept = db.execute("SELECT seq, state FROM deliveries ORDER BY seq").fetchall()
    assert [tuple(row) for row in kept] == [(1, "waiting"), (4, "sent"), (5, "sent")]
    assert len(told) == 5


def test_webhooks_do_not_reach_into_this_network(
    library: Library, receiver: tuple[str, list[tuple[dict[str, str], bytes]], list[int]]
) -> None:
    url, told, _ = receiver
    webhooks.register(library, "cms", url)
    queue.accept(library, text(), TEXT, "cms", "7")
    work(library)
    assert webhooks.deliver(library) == 0
    assert told == []
    with pytest.raises(LibraryError, match="no web address"):
        webhooks.register(library, "cms", "file:///etc/passwd")


def test_progress_is_written_down(library: Library) -> None:
    job = queue.accept(library, text(), TEXT)
    assert queue.advance(library, job.id, state=NARRATING, done=5, total=10, audio_ms=100)
    now = queue.job(library, job.id)
    assert (now.done, now.total, now.audio_ms) == (5, 10, 100)
    assert queue.counts(library) == {NARRATING: 1}
