"""The application's pages: what each of them shows, handed to its template."""

from __future__ import annotations

import functools
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus
from importlib import resources
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

import jinja2
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from listen import page
from listen.errors import LibraryError, ListenError
from listen.feed.site import phone_apps
from listen.library import Entry, Library, adding, browsing, positions, shows
from listen.library.browsing import Filter
from listen.library.keeping import shelving
from listen.library.waiting import queue
from listen.library.waiting.requests import CANCELLED, DONE, FAILED, STATES
from listen.page.body import body
from listen.page.language import direction
from listen.page.language import words as page_words
from listen.server.gate import proxies
from listen.server.gate.access import Visitor
from listen.server.gate.conditions import Place
from listen.server.replies import COMMON
from listen.server.web import cards, texts

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self' blob:; "
    "connect-src 'self'; form-action 'self'; manifest-src 'self'; worker-src 'self'; font-src 'self' data:; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    **COMMON,
    "Content-Security-Policy": POLICY,
    "Cache-Control": "no-store",
    "Vary": "Cookie, Accept-Language",
}
PER_PAGE = 20
REFUSALS = (403, 404, 410, 413, 429)
"""Those that have a sentence of their own."""
LANGUAGE_COOKIE = "listen-lang"
_PAGE = re.compile(r"[0-9]{1,9}")
"""A page's number."""


@functools.cache
def _templates() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FunctionLoader(_template), autoescape=True, undefined=jinja2.StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip


def _template(name: str) -> str:
    return resources.files("listen.server.web").joinpath("templates", name).read_text("utf-8")


@dataclass(frozen=True, slots=True)
class Shown:
    """Holds what every page knows."""

    place: Place
    request: Request
    who: Visitor | None
    lang: str

    def page(self, template: str, status: int = 200, **parts: Any) -> Response:
        """A filled template."""
        asked = proxies.asking(self.request, self.place.conditions).root
        root = self.who.path if self.who else urlsplit(asked or "/").path or "/"
        known = {
            "show": self.place.library.show,
            "root": root,
            "who": self.who,
            "t": texts.words(self.lang),
            "lang": self.lang,
            "dir": texts.direction(self.lang),
            "here": "",
            "languages": texts.LANGUAGES,
            "v": version(),
            "span": functools.partial(texts.span, lang=self.lang),
            "card": cards.cover,
            "clock": cards.clock,
            "plain": cards.plain,
            "partial": "listen-part" in self.request.headers,
            "shows": _shows(self.place.library) if self.who and not self.who.show else (),
        }
        html = _templates().get_template(template).render({**known, **parts})
        return Response(html, status, HEADERS, "text/html; charset=utf-8")


def _shows(library: Library) -> list[tuple[str, str]]:
    """Names and titles of the shows there are."""
    return [(name, library.of(name).show.title) for name in shows.names(library)]


def shown(place: Place, request: Request, who: Visitor | None) -> Shown:
    """Return what a page of this request knows."""
    kept = request.cookies.get(LANGUAGE_COOKIE, "")
    return Shown(place, request, who, texts.chosen(request.headers.get("accept-language", ""), kept))


def login(
    place: Place, request: Request, wrong: bool = False, wait: float = 0, status: int = 401
) -> Response:
    """The page that asks for a token; `status` is 200 where it was asked for itself."""
    status = 429 if wait else status
    return shown(place, request, None).page(
        "login.html", status, wrong=wrong, wait=int(wait / 60) + 1 if wait else 0
    )


def refused(place: Place, request: Request, who: Visitor, error: HTTPException) -> Response:
    """The page that says what did not work, with a way back."""
    seen = shown(place, request, who)
    table = texts.words(seen.lang)
    status = error.status_code
    detail = "" if error.detail == HTTPStatus(status).phrase else error.detail
    said = table[f"refused_{status if status in REFUSALS else 'other'}"]
    reply = seen.page("refused.html", status, number=status, said=said, detail=detail)
    reply.headers.update(error.headers or {})
    return reply


def library(place: Place, request: Request, who: Visitor) -> Response:
    """The episodes: searched, filtered, sorted."""
    asked = request.query_params
    wish = Filter(
        asked.get("q", "")[:200],
        _one_of(asked.get("state", ""), browsing.STATES),
        asked.get("source", "")[:200],
        asked.get("lang", "")[:10],
        _one_of(asked.get("length", ""), browsing.LENGTHS),
        _one_of(asked.get("sort", ""), browsing.SORTS) or "newest",
        announced=not who.sees_unannounced,
    )
    number = int(asked["page"]) if _PAGE.fullmatch(asked.get("page", "")) else 1
    found = browsing.find(place.library, who.who, wish, (max(number, 1) - 1) * PER_PAGE, PER_PAGE)
    own = positions.of(place.library, who.who, [e.id for e in found.entries]) if who.who else {}
    sources, langs = _choices(place.library, place.library.changed("9999"))
    fields = {"q": wish.text, "state": wish.state, "source": wish.source, "lang": wish.lang,
              "length": wish.length, "sort": wish.sort if wish.sort != "newest" else ""}  # fmt: skip
    # Who scrolls needs the episodes alone: the rest of the page would only have to be parsed.
    return shown(place, request, who).page(
        "cards.html" if request.headers.get("listen-part") == "cards" else "library.html",
        here="library",
        wish=wish,
        total=found.total,
        number=number,
        items=[cards.card(entry, own.get(entry.id), who) for entry in found.entries],
        jobs=jobs(place, who) if number == 1 else [],
        sources=sources,
        langs=langs,
        more=number * PER_PAGE < found.total,
        filtered=any(fields.values()),
        narrowed=any(value for name, value in fields.items() if name not in ("state", "sort")),
        query=lambda n: urlencode(
            {**{k: v for k, v in fields.items() if v}, **({"page": n} if n > 1 else {})}
        ),
        empty=place.library.count("9999") == 0,
        sorts=tuple(browsing.SORTS),
        states=tuple(browsing.STATES),
        lengths=tuple(browsing.LENGTHS),
    )


@functools.lru_cache(4)
def _choices(library: Library, changed: str) -> tuple[list[str], list[str]]:
    """Kept until an episode changes: it looks at every one of them."""
    return browsing.choices(library)


def waiting(place: Place, request: Request, who: Visitor) -> Response:
    """Return what is being made, what failed and why."""
    return shown(place, request, who).page("waiting.html", here="waiting", jobs=jobs(place, who, True))


def jobs(place: Place, who: Visitor, over: bool = False) -> list[dict[str, Any]]:
    """The waiting list as a page shows it."""
    if not who.sees_unannounced:
        return []
    states = tuple(s for s in STATES if s != DONE and (over or s not in (FAILED, CANCELLED)))
    found = queue.jobs(place.library, states, limit=200)
    return [
        {
            "id": job.id, "title": job.shown, "plain": cards.plain(job.shown),
            "state": job.state, "error": job.error,
            "percent": round(100 * job.done / job.total) if job.total else 0, "url": job.request.url,
            "known": bool(job.total),
        }
        for job in found
    ]  # fmt: skip


def add(place: Place, request: Request, who: Visitor, problem: str = "") -> Response:
    """The page that takes articles: an address, a text, files; filled with what was shared."""
    asked = request.query_params
    given = " ".join(asked.get(name, "") for name in ("url", "text")).strip() or asked.get("title", "")
    return shown(place, request, who).page(
        "add.html",
        422 if problem else 200,
        here="add",
        given=given[:20_000],
        title=asked.get("title", "")[:300],
        problem=problem,
        voices=cards.voices(),
        bookmarklet=bookmarklet(who),
        origin=who.base,
    )


def bookmarklet(who: Visitor) -> str:
    """A bookmark that opens the page for adding with the address of the page one is at."""
    target = f"{who.base}add?url="
    here = "encodeURIComponent(location.href)+'&title='+encodeURIComponent(document.title)"
    script = f"window.open({target!r}+{here})"
    return f"javascript:void({quote(script, safe='()=+&?:/,.;!~*%' + chr(39))})"


def episode(place: Place, request: Request, who: Visitor, problem: str = "") -> Response:
    """One episode: its text, chapters, notes, versions, what can be done with it."""
    present, entry, older = _version(place, request.path_params["id"], who)
    try:
        article, made = adding.article_of(place.library, entry), adding.episode_of(place.library, entry)
    except LibraryError as error:
        raise HTTPException(404, "Its files are not there.") from error
    table = page_words(article.lang)
    marked = body(article, made, {"table": table["table"], "code": table["code"]})
    keeps = who.who and not entry.replaced
    own = positions.of(place.library, who.who, [entry.id]).get(entry.id) if keeps else None
    job = None if entry.replaced else queue.of_episode(place.library, entry.id)
    reading = entry.file(".html")
    return shown(place, request, who).page(
        "episode.html",
        422 if problem else 200,
        here="library",
        item=cards.card(entry, own, who),
        entry=entry,
        text=jinja_safe(marked.html),
        headline=jinja_safe(marked.title),
        text_dir=direction(article.lang),
        chapters=entry.chapters,
        notes=(job.notes if job and job.notes else entry.notes),
        problem=problem,
        voices=cards.voices(),
        story=cards.story(made),
        read=f"{who.path}e/{entry.id}/{reading.name}" if reading else "",
        audio=f"{who.path}e/{entry.id}/{entry.audio}",
        web=page.web_url(entry.url),
        size=entry.size,
        present=present,
        versions=[(one, cards.card(one, None, who)) for one in (present, *older)],
    )


def jinja_safe(html: str) -> Any:
    """Mark-up of our own making, in which everything an article brings is escaped already."""
    import markupsafe

    return markupsafe.Markup(html)


def subscribe(place: Place, request: Request, who: Visitor) -> Response:
    """Return how to get the episodes onto a phone."""
    base = who.base if who.token or who.via == "public" else ""
    token = who.token
    if token and who.via != "address":
        below = who.path.removeprefix(urlsplit(who.root).path)
        base = f"{who.root}t/{token}/{below}"
    feed = f"{base or who.base}feed.xml"
    return shown(place, request, who).page(
        "subscribe.html",
        here="subscribe",
        feed=feed,
        page_address=base or who.base,
        apps=phone_apps.links(feed),
        private=bool(base),
        inside=not phone_apps.reachable(feed),
        code=cards.qr(base or who.base),
        secure=urlsplit(feed).scheme == "https",
        loopback=phone_apps.this_machine(feed),
    )


def settings(place: Place, request: Request, who: Visitor) -> Response:
    """Return how it looks and sounds; the bin."""
    person = positions.listener(place.library, who.who) if who.who else positions.Listener("")
    binned = shelving.binned(place.library) if who.may_add else []
    return shown(place, request, who).page("settings.html", here="settings", person=person, binned=binned)


def _version(place: Place, key: str, who: Visitor) -> tuple[Entry, Entry, list[Entry]]:
    """The present version of an episode, the one that is asked for (`ID`, or `ID.N`), and the older ones."""
    short, _, number = key.partition(".")
    present = _entry(place, short, who)
    older = place.library.older(present.id)
    wanted = number or str(present.version)
    for one in (present, *older):
        if str(one.version) == wanted:
            return present, one, older
    raise HTTPException(404)


def _entry(place: Place, key: str, who: Visitor) -> Entry:
    if len(key) != 12:
        raise HTTPException(404)
    try:
        entry = place.library.entry(key)
    except ListenError as error:
        raise HTTPException(404) from error
    if entry.held_back and not who.sees_unannounced:
        raise HTTPException(404)
    return entry


def _one_of(value: str, known: Any) -> str:
    return value if value in known else ""


EARLY = "early.js"
"""The script of the reader's own settings, which is the read-along page's."""


def files() -> Iterator[str]:
    """Names of the static files."""
    yield EARLY
    for item in resources.files("listen.server.web").joinpath("static").iterdir():
        yield item.name


@functools.cache
def static(name: str) -> bytes:
    """A static file; `app.css` has the read-along page's sheets before its own. Raises HTTPException 404."""
    if name not in set(files()):
        raise HTTPException(404)
    if name == EARLY:
        return page.source(EARLY).encode()
    data = resources.files("listen.server.web").joinpath("static", name).read_bytes()
    return page.styles().encode() + b"\n" + data if name == "app.css" else data


@functools.cache
def version() -> str:
    """Changes when any static file does: their addresses hold it, and so they are kept for good."""
    return hashlib.sha256(b"".join(static(name) for name in sorted(files()))).hexdigest()[:10]
