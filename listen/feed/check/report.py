"""This module says what a validator and the apps would say of a feed: its own words, and everything it points
at.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from listen.errors import FeedError, SourceError
from listen.feed.check import check_channel, check_item
from listen.feed.check.findings import Finding, Found, Look, error, note
from listen.sources import connect, http
from listen.storage import folders

if TYPE_CHECKING:
    from lxml.etree import _Element

FEED_TYPES = ("application/rss+xml", "application/xml", "text/xml")


@dataclass(frozen=True, slots=True)
class Checked:
    """The outcome."""

    findings: tuple[Finding, ...]
    items: int
    opened: int
    """Episodes whose files were looked at."""

    @property
    def ok(self) -> bool:
        """No errors; there may be warnings."""
        return not any(f.kind == "error" for f in self.findings)


def check(source: str, episodes: int = 10) -> Checked:
    """Check the feed at a URL, in a file or in a built site's folder; the files of the newest `episodes` are
    downloaded and compared.

    Files that a feed on disk names are looked for beside it, where `listen feed build` puts them.
    Raises SourceError or FeedError when there is nothing to check.
    """
    remote = source.startswith(("http://", "https://"))
    findings: list[Finding] = []
    if remote:
        data = _served(source, findings)
    else:
        source = _in_folder(source)
        try:
            data = folders.user_path(source).read_bytes()
        except OSError as problem:
            raise FeedError(f"{source} cannot be read: {problem.strerror}") from problem
    channel = _parse(data, source)
    findings += check_channel.declaration(data)
    findings += check_channel.channel(channel, source if remote else None)
    items = channel.findall("item")
    findings += check_item.together(items)
    if remote:
        # A feed on the internet has no business with what is on this network.
        look: Look = partial(fetched, public_only=not connect.is_inside(source))
    else:
        look = _beside(folders.user_path(source), channel)
    findings += check_channel.picture(channel, look)
    for item in items:
        findings += check_item.item(item)
    for item in items[:episodes]:
        findings += check_item.files(item, look)
    return Checked(tuple(findings), len(items), min(len(items), episodes))


def fetched(url: str, method: str = "GET", public_only: bool = False, **headers: str) -> Found:
    """Return what a server answers; status 0 and the reason when it does not."""
    try:
        reply = http.ask(url, method=method, headers=headers, public_only=public_only)
    except SourceError as problem:
        return Found(0, {}, b"", str(problem))
    return Found(reply.status, {k.lower(): v for k, v in reply.headers.items()}, reply.body)


def _in_folder(source: str) -> str:
    """The feed of a site's folder; anything else as it is."""
    folder = folders.user_path(source)
    if not folder.is_dir():
        return source
    # A private site is in a folder of its own, whose name nobody guesses.
    found = [folder / "feed.xml", *sorted(folder.glob("p-*/feed.xml"))]
    there = [path for path in found if path.is_file()]
    if len(there) != 1:
        which = " and ".join(str(path.relative_to(folder)) for path in there)
        raise FeedError(f"{source} holds {which or 'no feed.xml'}: give the feed's own file")
    return str(there[0])


def _served(url: str, findings: list[Finding]) -> bytes:
    reply = http.ask(url)
    if reply.status != 200:
        raise SourceError(f"{url}: the server answers {reply.status}; check the address")
    if reply.type not in FEED_TYPES:
        findings.append(error("server", f"the feed comes as {reply.type!r}, not application/rss+xml"))
    for header, asked in (("ETag", "If-None-Match"), ("Last-Modified", "If-Modified-Since")):
        value = reply.header(header)
        if not value:
            findings.append(note("server", f"no {header}: apps download the whole feed every time"))
        elif http.ask(url, headers={asked: value}).status != 304:
            findings.append(note("server", f"{asked} is not answered with 304"))
    if http.ask(url, method="HEAD").status != 200:
        findings.append(error("server", "HEAD is refused: Apple asks with it"))
    return reply.body


def _parse(data: bytes, source: str) -> _Element:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as problem:
        raise FeedError(f"{source} is not well-formed XML: {problem.msg}") from problem
    channel = root.find("channel")
    if root.tag != "rss" or root.get("version") != "2.0" or channel is None:
        raise FeedError(f"{source} is no RSS 2.0 feed: its root is <{root.tag}>")
    return channel


def _beside(file: Path, channel: _Element) -> Look:
    """Files of a site on disk, by the addresses that they will have."""
    own = check_channel.self_link(channel) or ""
    base = own.rsplit("/", 1)[0] + "/"

    def look(url: str, method: str = "GET", **headers: str) -> Found:
        if not own or not url.startswith(base):
            return Found(-1, {}, b"", f"{url} is not in this folder: give the feed's address to check it")
        relative = unquote(urlsplit(url[len(base) :]).path)
        path = (file.parent / relative).resolve()
        if not path.is_relative_to(file.parent.resolve()) or not path.is_file():
            return Found(404, {}, b"", f"there is no file {relative} beside the feed")
        return Found(200, {}, path.read_bytes() if method == "GET" else b"", local=True)

    return look


def lines(checked: Checked) -> Iterator[str]:
    """The outcome for a person, equal findings counted once."""
    counted: dict[tuple[str, str, str], int] = {}
    for f in checked.findings:
        key = (f.kind, f.where, f.text)
        counted[key] = counted.get(key, 0) + 1
    for (kind, where, text), times in sorted(counted.items()):
        again = f" ({times} times)" if times > 1 else ""
        yield f"{kind:<8} {where}: {text}{again}"
