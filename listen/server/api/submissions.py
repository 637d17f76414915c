"""A submitted article, checked: JSON with an address, HTML or text, or a document's bytes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar
from urllib.parse import quote, urlsplit, urlunsplit

from listen.casting import catalog
from listen.errors import LibraryError, ListenError
from listen.library import Entry, Library, adding, shows
from listen.library.waiting.requests import Request, options_form
from listen.options import FASTEST, SLOWEST
from listen.server.api.problems import Problem

T = TypeVar("T")
DOCUMENT_BYTES = 48 * 1024 * 1024
URL_CHARS = 4000
TEXT_FIELDS = ("title", "byline", "site", "lang", "published")
FIELDS = ("url", "html", "text", "id", "voice", "show", "rate", "again", *TEXT_FIELDS)
KINDS = {
    "text/html": ".html", "application/xhtml+xml": ".xhtml", "text/plain": ".txt", "text/markdown": ".md",
    "application/pdf": ".pdf", "application/epub+zip": ".epub", "message/rfc822": ".eml",
    "multipart/related": ".mhtml", "application/octet-stream": "",
}  # fmt: skip
"""Documents that are taken as they are."""
ENDINGS = {
    ".html": "text/html", ".htm": "text/html", ".xhtml": "application/xhtml+xml", ".txt": "text/plain",
    ".text": "text/plain", ".md": "text/markdown", ".markdown": "text/markdown", ".pdf": "application/pdf",
    ".epub": "application/epub+zip", ".eml": "message/rfc822", ".mhtml": "multipart/related",
    ".mht": "multipart/related",
}  # fmt: skip
"""What a dropped file is, by its name's ending."""
_CALLER = re.compile(r"[A-Za-z0-9._~:@-]{1,200}")
_LANG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_HOST_AND_MORE = re.compile(r"[\w-]+(\.[\w-]+)*\.[^\W\d_]{2,}(:\d+)?([/?#].*)?")


@dataclass(frozen=True, slots=True)
class Submission:
    """Holds what is to be put on the waiting list."""

    request: Request
    body: bytes | None
    caller: str | None


def from_form(
    form: Mapping[str, Any], wish: adding.Wish, owner: str, caller: str | None = None
) -> Submission:
    """A submission from its fields. `caller` is the id in the address, if there is one. Raises Problem."""
    if unknown := sorted(set(form) - set(FIELDS)):
        raise Problem(422, f"There is no field {unknown[0]!r}; known are {', '.join(FIELDS)}.", unknown[0])
    texts = {name: _text(form, name) for name in ("url", "html", "text", "id", "voice", "show", *TEXT_FIELDS)}
    if texts["html"] and texts["text"]:
        raise Problem(422, "Give html or text, not both.", "text")
    if not (texts["html"] or texts["text"] or texts["url"]):
        raise Problem(422, "Give the article: url, html or text.", "url")
    caller = caller_id(texts["id"]) if texts["id"] and caller is None else caller
    again = form.get("again", False)
    if not isinstance(again, bool):
        raise Problem(422, "again is true or false.", "again")
    body, kind = None, ""
    if texts["html"] or texts["text"]:
        body = (texts["html"] or texts["text"]).encode("utf-8", "replace")
        kind = "text/html" if texts["html"] else "text/plain"
        if len(body) > DOCUMENT_BYTES:
            raise Problem(413, f"An article may have {DOCUMENT_BYTES >> 20} MB at most.")
    url = web_address(texts["url"]) if texts["url"] else ""
    request = Request(
        url=url, name=url, media_type=kind, charset="utf-8" if body is not None else "",
        **_metadata(texts), **_narration(wish, texts["voice"], form.get("rate"), owner, caller),
        again=again, show=wish.show or texts["show"],
    )  # fmt: skip
    return Submission(request, body, caller)


def document(
    data: bytes,
    name: str,
    kind: str,
    wish: adding.Wish,
    owner: str,
    fields: Mapping[str, str] | None = None,
    caller: str | None = None,
) -> Submission:
    """A file's submission: what it is, its name and its media type say."""
    fields = fields or {}
    if not data:
        raise Problem(422, "The document is empty.")
    if len(data) > DOCUMENT_BYTES:
        raise Problem(413, f"A document may have {DOCUMENT_BYTES >> 20} MB at most.")
    media, _, rest = kind.partition(";")
    media = media.strip().lower()
    name = " ".join(unicodedata.normalize("NFC", name.replace("\\", "/").rsplit("/", 1)[-1]).split())[:200]
    ending = f".{name.rsplit('.', 1)[-1].lower()}" if "." in name else ""
    media = ENDINGS.get(ending, media)
    if media not in KINDS:
        raise Problem(415, f"{media or 'That'} is not taken: give {', '.join(sorted(KINDS))}.")
    found = re.search(r"charset=\"?([A-Za-z0-9._-]+)", rest)
    request = Request(
        url=web_address(fields["url"]) if fields.get("url") else "", name=name or f"document{KINDS[media]}",
        media_type="" if media == "application/octet-stream" else media,
        charset=found[1] if found else "", **_metadata({n: fields.get(n, "") for n in TEXT_FIELDS}),
        **_narration(wish, fields.get("voice", ""), None, owner, caller),
        show=wish.show or fields.get("show", ""),
    )  # fmt: skip
    return Submission(request, data, caller)


def of_library(library: Library, form: Mapping[str, T]) -> Mapping[str, T]:
    """The fields, when the show that they name is there. Raises Problem."""
    if name := form.get("show"):
        try:
            if library.only not in ("", name):
                raise LibraryError(f"this address is of the show {library.only} alone")
            shows.known(library, str(name))
        except LibraryError as error:
            raise Problem(422, f"{error}.", "show") from error
    return form


def caller_id(value: str) -> str:
    """The caller's own id. Raises Problem for one that could not stand in an address."""
    if not _CALLER.fullmatch(value):
        raise Problem(422, "An id has letters, digits and . _ ~ : @ - only, at most 200 of them.", "id")
    return value


def web_address(value: str) -> str:
    """An http(s) address, with or without its beginning. Raises Problem for what is none."""
    text = value.strip()
    if "://" not in text[:12] and _HOST_AND_MORE.fullmatch(text):
        text = f"https://{text}"
    try:
        parts = urlsplit(text)
        bad = parts.scheme.lower() not in ("http", "https") or not parts.hostname or parts.port == 0
    except ValueError:
        bad = True
    if bad or len(text) > URL_CHARS or re.search(r"[\x00-\x20\x7f]", text):
        raise Problem(422, f"{value[:80]!r} is no web address.", "url")
    shown = quote(parts.path, safe="/%:@!$&'()*+,;=~"), quote(parts.query, safe="/%:@!$&'()*+,;=~?")
    return urlunsplit((parts.scheme.lower(), parts.netloc, shown[0], shown[1], ""))


def addresses(text: str) -> list[str] | None:
    """The addresses in a text that holds nothing else, a line or a word each; None: it is no list of them."""
    words = text.split()
    if not words or len(words) > 200:
        return None
    try:
        found = [web_address(word.strip("<>,;")) for word in words]
    except Problem:
        return None
    return list(dict.fromkeys(found))


def _metadata(texts: Mapping[str, str]) -> dict[str, Any]:
    found = {name: " ".join(texts[name].split()) for name in TEXT_FIELDS}
    for name in ("title", "byline", "site"):
        if len(found[name]) > 1000:
            raise Problem(422, f"{name} may have 1000 characters at most.", name)
    if found["lang"] and not _LANG.fullmatch(found["lang"]):
        raise Problem(422, "lang is a code such as en, en-GB or de.", "lang")
    if found["published"] and not re.fullmatch(r"\d{4}-\d\d-\d\d([T ].{1,30})?", found["published"]):
        raise Problem(422, "published is a date such as 2024-05-03.", "published")
    return found


def _narration(wish: adding.Wish, voice: str, rate: object, owner: str, caller: str | None) -> dict[str, Any]:
    options = options_form(wish.options)
    if voice:
        try:
            catalog.load(voice)
        except ListenError as error:
            raise Problem(422, f"{error}.", "voice") from error
        options.pop("engine", None)
    if rate is not None:
        if isinstance(rate, bool) or not isinstance(rate, (int, float)) or not SLOWEST <= rate <= FASTEST:
            raise Problem(422, f"rate is a number from {SLOWEST:g} to {FASTEST:g}.", "rate")
        options["rate"] = float(rate)
    return {
        "voice": voice or wish.voice, "otherwise": wish.otherwise, "options": options, "public_only": True,
        "back": True,
        "identity": f"own:{owner}:{caller}" if caller else "",
    }  # fmt: skip


def _text(form: Mapping[str, Any], name: str) -> str:
    value = form.get(name)
    if value is None:
        return ""
    if isinstance(value, int) and not isinstance(value, bool) and name == "id":
        return str(value)
    if not isinstance(value, str):
        raise Problem(422, f"{name} is text.", name)
    return value if name in ("html", "text") else value.strip()


def again(entry: Entry, voice: str, wish: adding.Wish, name_corrected: bool = False) -> Submission:
    """The article of an episode once more, with another voice, or for a name's sake. Raises Problem for a
    voice that is none."""
    narration = _narration(wish, voice, None, "", None)
    request = Request(episode=entry.id, name=entry.title, again=True, show=entry.show,
                      name_corrected=name_corrected, **narration)  # fmt: skip
    return Submission(request, None, None)


def under(made: Submission, identity: str) -> Submission:
    """Return the submission of an article whose identity is known already."""
    return replace(made, request=replace(made.request, identity=identity))
