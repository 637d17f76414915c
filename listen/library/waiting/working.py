"""Working the list off: a request's document is fetched, narrated, kept, and the list told."""

from __future__ import annotations

import html
import re
import time
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import replace

from listen import reading
from listen.errors import ListenError
from listen.library import adding
from listen.library.keeping import retention
from listen.library.records import Entry
from listen.library.store import Library
from listen.library.waiting import queue
from listen.library.waiting.requests import FETCHING, NARRATING, Job, Request, options_of
from listen.model import Source
from listen.segment import script_file
from listen.sources import fetch
from listen.stitch.progress import Notes, Progress

EVERY_S = 1.0
"""Between two notes of how far it is."""
_PAGE = re.compile(rb"<\s*(html|body|head|!doctype)\b", re.IGNORECASE)

Fetcher = Callable[[str, bool], Source]
"""Brings an address; told whether only public ones may be asked."""


class StopError(ListenError):
    """The worker is to stop: what it has in hand waits for the next one."""


class _CancelledError(Exception):
    """Its owner does not want it any more."""


def fetched(url: str, public_only: bool) -> Source:
    """The document at an address; what is fetched for others must not reach into this network."""
    return fetch.fetch(url, public_only=public_only)


def perform(
    library: Library,
    job: Job,
    fetcher: Fetcher = fetched,
    progress: Callable[[Progress], None] = lambda _: None,
    note: Callable[[str], None] = lambda _: None,
    executor: Executor | None = None,
) -> Job:
    """Make an episode of a job that was taken, or a failure with its reason. Returns how it ended.

    A ListenError is a failure; what else is raised leaves the job to be taken again.
    """
    notes = Notes.of(note)
    last = 0.0

    def show(how_far: Progress) -> None:
        nonlocal last
        progress(how_far)
        if time.monotonic() - last < EVERY_S and how_far.done < how_far.total:
            return
        last = time.monotonic()
        wanted = queue.advance(
            library, job.id, state=NARRATING, done=how_far.done, total=how_far.total,
            audio_ms=how_far.audio_ms,
        )  # fmt: skip
        if not wanted:
            raise _CancelledError

    try:
        added = _added(library, job, fetcher, show, notes, executor)
    except _CancelledError:
        queue.cancelled(library, job.id)
        return queue.job(library, job.id)
    except StopError:
        queue.release(library, job.id)
        raise
    except ListenError as error:
        return queue.fail(library, job.id, str(error), type(error).__name__)
    except BaseException as error:
        if not isinstance(error, Exception):
            queue.release(library, job.id)
            raise
        # A bug: told, and not tried for ever.
        queue.fail(library, job.id, f"a bug in listen, {type(error).__name__}: {error}")
        raise
    library.drop(retention.too_old(library, added.entry))
    return queue.finish(library, job.id, added.entry.id, added.what, added.entry.title, notes.told)


def _added(
    library: Library,
    job: Job,
    fetcher: Fetcher,
    show: Callable[[Progress], None],
    note: Callable[[str], None],
    executor: Executor | None,
) -> adding.Added:
    request = job.request
    wish = adding.Wish(
        request.voice, options_of(request.options), request.not_before, request.again,
        request.back, request.identity, request.show, request.otherwise,
    )  # fmt: skip
    if request.episode:
        entry = library.entry(request.episode)
        article = adding.article_of(library, entry)
        # The same episode, whatever its identity was made of.
        identity = library.identity_of(entry.id)
        wish = replace(wish, identity=identity, show=entry.show, name_corrected=request.name_corrected)
        return adding.add_article(library, article, article.url, wish, show, note, executor)
    source = _document(library, job, fetcher)
    if not queue.advance(library, job.id, state=FETCHING):
        raise _CancelledError
    given = {
        name: getattr(request, name)
        for name in ("title", "byline", "site", "lang", "published")
        if getattr(request, name)
    }
    if not given or script_file.is_script(source.data):
        return adding.add(library, source, wish, show, note, executor)
    article = reading.read(source, wish.options.keep, note).article
    article = replace(article, **given)
    if not queue.advance(library, job.id, state=NARRATING, title=article.title):
        raise _CancelledError
    return adding.add_article(library, article, source.url, wish, show, note, executor)


def _document(library: Library, job: Job, fetcher: Fetcher) -> Source:
    request, body = job.request, queue.body_of(library, job.id)
    if body is None:
        return fetcher(request.url, request.public_only)
    return Source(
        whole(body, request), request.name or request.url or "text", request.url or None,
        request.media_type or None, request.charset or None, request.public_only,
    )  # fmt: skip


def whole(body: bytes, request: Request) -> bytes:
    """A piece of HTML as a page, a text under its title: what was pasted has neither around it."""
    kind = request.media_type
    if kind == "text/html" and not _PAGE.search(body[:4096]):
        title = html.escape(request.title or "Untitled")
        lang = f' lang="{html.escape(request.lang)}"' if request.lang else ""
        head = f'<!DOCTYPE html><html{lang}><head><meta charset="utf-8"><title>{title}</title></head>'
        heading = f"<h1>{title}</h1>" if request.title else ""
        return f"{head}<body><article>{heading}".encode() + body + b"</article></body></html>"
    if kind == "text/plain" and request.title:
        return request.title.encode() + b"\n\n" + body
    return body


def outcome(library: Library, job: Job) -> Entry | None:
    """The episode that a finished job became, if it is still there."""
    try:
        return library.entry(job.episode) if job.episode else None
    except ListenError:
        return None
