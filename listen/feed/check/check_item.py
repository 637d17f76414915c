"""The episodes: what the feed says of each, and whether its files agree."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from listen.errors import AudioError
from listen.feed.check import check_audio
from listen.feed.check.check_channel import NAMESPACES, text
from listen.feed.check.findings import Finding, Found, Look, error, note

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_URL = re.compile(r"https?://[!-~]+")
_WHOLE = re.compile(r"[0-9]{1,15}")
TRANSCRIPTS = (
    "text/vtt",
    "application/x-subrip",
    "application/srt",
    "application/json",
    "text/html",
    "text/plain",
)


def name(item: _Element) -> str:
    """Return how findings call an episode."""
    return text(item, "title")[:60] or text(item, "guid") or "an episode"


def together(items: Sequence[_Element]) -> list[Finding]:
    """Return what must differ between episodes, and their order."""
    found = []
    guids = Counter(text(item, "guid") for item in items)
    urls = Counter(e.get("url") for item in items for e in item.findall("enclosure"))
    twice = [(guid, n) for guid, n in guids.items() if n > 1 and guid]
    found += [error("channel", f"{n} episodes have the guid {guid}") for guid, n in twice]
    found += [error("channel", f"{n} episodes have the enclosure {url}") for url, n in urls.items() if n > 1]
    dates = [date for date in (_date(item) for item in items) if date]
    if dates != sorted(dates, reverse=True):
        found.append(note("channel", "the episodes are not newest first"))
    return found


def item(item: _Element) -> list[Finding]:
    """One episode's elements."""
    where = name(item)
    found = []
    if not text(item, "title"):
        found.append(error(where, "<title> is missing"))
    guid = item.find("guid")
    if guid is None or not text(item, "guid"):
        found.append(error(where, "<guid> is missing: a changed title or address would make it new"))
    elif guid.get("isPermaLink") != "false" and not _URL.fullmatch(text(item, "guid")):
        found.append(error(where, 'its guid is no address: say isPermaLink="false"'))
    found += _enclosure(item, where)
    found += _published(item, where)
    duration = text(item, "itunes:duration")
    if not _WHOLE.fullmatch(duration):
        found.append(error(where, f"<itunes:duration> is {duration!r}: whole seconds"))
    if text(item, "itunes:explicit") not in ("true", "false", ""):
        found.append(error(where, "<itunes:explicit> is neither true nor false"))
    for transcript in item.findall("podcast:transcript", NAMESPACES):
        if transcript.get("type") not in TRANSCRIPTS:
            found.append(error(where, f"a transcript is of the unknown type {transcript.get('type')!r}"))
    return found


def _enclosure(item: _Element, where: str) -> list[Finding]:
    enclosures = item.findall("enclosure")
    if len(enclosures) != 1:
        return [error(where, f"it has {len(enclosures)} enclosures: exactly one")]
    found = []
    url, length, kind = (enclosures[0].get(key) or "" for key in ("url", "length", "type"))
    if not _URL.fullmatch(url):
        found.append(error(where, f"the enclosure's address {url!r} is not ASCII or not http"))
    if kind == "audio/mpeg" and not url.split("?")[0].endswith(".mp3"):
        found.append(error(where, "the enclosure's address does not end in .mp3"))
    if not _WHOLE.fullmatch(length) or int(length) == 0:
        found.append(error(where, f"the enclosure's length is {length!r}: its bytes"))
    if not kind.startswith(("audio/", "video/")):
        found.append(error(where, f"the enclosure's type is {kind!r}: audio/mpeg"))
    return found


def _published(item: _Element, where: str) -> list[Finding]:
    given = text(item, "pubDate")
    date = _date(item)
    if date is None:
        return [error(where, f"<pubDate> {given!r} is no RFC 2822 date")]
    found = []
    if given[3:4] == "," and given[:3] != _DAYS[date.weekday()]:
        found.append(error(where, f"<pubDate> names the wrong day of the week: {given}"))
    if date > datetime.now(UTC) + timedelta(minutes=5):
        found.append(error(where, "<pubDate> is in the future: apps hide it or lose the date"))
    return found


def _date(item: _Element) -> datetime | None:
    try:
        date = parsedate_to_datetime(text(item, "pubDate"))
    except (TypeError, ValueError, IndexError):
        return None
    return date if date.tzinfo else date.replace(tzinfo=UTC)


def files(item: _Element, look: Look) -> list[Finding]:
    """One episode's audio, chapters and transcripts, downloaded and held against the feed and each other."""
    where = name(item)
    enclosure = item.find("enclosure")
    url = enclosure.get("url") if enclosure is not None else None
    if enclosure is None or not url:
        return []
    there = look(url)
    if there.status == -1:
        return [note(where, there.reason)]
    if there.status != 200:
        return [error(where, f"the audio cannot be had: {there.reason or there.status}")]
    found = [] if there.local else _server(url, there, enclosure.get("type") or "", where, look)
    if str(len(there.body)) != enclosure.get("length"):
        said = f"the length is {enclosure.get('length')}"
        found.append(error(where, f"{said}, the file has {len(there.body)} bytes"))
    if enclosure.get("type") != "audio/mpeg":
        return found
    try:
        audio = check_audio.audio(there.body)
    except AudioError as problem:
        return [*found, error(where, f"the audio is damaged: {problem}")]
    seconds = text(item, "itunes:duration")
    if _WHOLE.fullmatch(seconds) and abs(int(seconds) * 1000 - audio.duration_ms) > 1000:
        found.append(error(where, f"the duration is {seconds}, not {audio.duration_ms / 1000:.1f} s"))
    found += _chapters(item, audio, where, look)
    found += _transcripts(item, audio, where, look)
    return found


def _server(url: str, there: Found, kind: str, where: str, look: Look) -> list[Finding]:
    """Return how the server hands out the audio."""
    found = []
    given = there.headers.get("content-type", "").split(";")[0]
    if given != kind:
        found.append(error(where, f"the audio comes as {given!r}, the feed says {kind!r}"))
    head = look(url, "HEAD")
    if head.status != 200 or head.headers.get("content-length") != str(len(there.body)):
        found.append(error(where, "HEAD of the audio does not tell its length: Apple refuses that"))
    part = look(url, Range="bytes=10-19")
    if part.status != 206 or part.body != there.body[10:20]:
        found.append(error(where, "byte ranges of the audio are not answered: apps cannot seek"))
    etag = there.headers.get("etag")
    if not etag or look(url, **{"If-None-Match": etag}).status != 304:
        found.append(note(where, "the audio has no ETag that is answered with 304"))
    return found


def _chapters(item: _Element, audio: check_audio.Audio, where: str, look: Look) -> list[Finding]:
    found = []
    in_file = list(audio.chapters)
    if in_file and (in_file[0][0] != 0 or in_file != sorted(in_file, key=lambda c: c[0])):
        found.append(error(where, "the chapters in the file do not begin at 0 in order of time"))
    psc = item.findall("psc:chapters/psc:chapter", NAMESPACES)
    marks = [(_npt(c.get("start") or ""), c.get("title") or "") for c in psc]
    if marks and in_file and marks != in_file:
        found.append(error(where, "psc:chapters and the chapters in the file differ"))
    link = item.find("podcast:chapters", NAMESPACES)
    if link is None:
        return found
    there = look(link.get("url") or "")
    if there.status != 200:
        return [*found, error(where, f"the chapters cannot be had: {there.reason or there.status}")]
    if not there.local and there.headers.get("content-type", "").split(";")[0] != link.get("type"):
        found.append(error(where, f"the chapters come as {there.headers.get('content-type')}"))
    try:
        chapters = json.loads(there.body)["chapters"]
        listed = [(round(c["startTime"] * 1000), c.get("title", "")) for c in chapters]
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError):
        return [*found, error(where, "the chapters are no JSON of the podcast namespace")]
    if in_file and listed != in_file:
        found.append(error(where, "the JSON chapters and those in the file differ"))
    return found


def _transcripts(item: _Element, audio: check_audio.Audio, where: str, look: Look) -> list[Finding]:
    found = []
    links = item.findall("podcast:transcript", NAMESPACES)
    if not any(link.get("type") == "text/vtt" for link in links):
        found.append(note(where, "there is no transcript in WebVTT, the one every app reads"))
    for link in links:
        kind = link.get("type") or ""
        there = look(link.get("url") or "")
        if there.status != 200:
            found.append(error(where, f"the {kind} transcript cannot be had: {there.reason or there.status}"))
            continue
        if not there.local:
            given = there.headers.get("content-type", "").split(";")[0]
            if given != kind:
                found.append(error(where, f"the {kind} transcript comes as {given!r}"))
            if there.headers.get("access-control-allow-origin") != "*":
                found.append(note(where, f"the {kind} transcript has no CORS header for web players"))
        problem = check_audio.captions(there.body, audio.duration_ms) if kind == "text/vtt" else ""
        if problem:
            found.append(error(where, f"the WebVTT transcript: {problem}"))
    return found


def _npt(stamp: str) -> int:
    seconds = 0.0
    try:
        for part in stamp.split(":"):
            seconds = seconds * 60 + float(part)
        return round(seconds * 1000)
    except (ValueError, OverflowError):
        return -1
