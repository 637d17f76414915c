"""The channel's own elements, and its picture."""

from __future__ import annotations

import re
import uuid
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from listen.feed import categories, cover
from listen.feed.check.findings import Finding, Look, error, note
from listen.feed.rss import DESCRIPTION_BYTES

if TYPE_CHECKING:
    from lxml.etree import _Element

NAMESPACES = {
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "psc": "http://podlove.org/simple-chapters",
    "atom": "http://www.w3.org/2005/Atom",
}
CHANNEL = "channel"
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_NEEDED = ("title", "link", "description", "language")
_USEFUL = ("itunes:author", "itunes:owner/itunes:email", "itunes:type", "lastBuildDate", "podcast:locked")


def text(element: _Element, path: str) -> str:
    """A child's text; empty if there is none."""
    return str(element.findtext(path, "", NAMESPACES) or "").strip()


def self_link(channel: _Element) -> str | None:
    """Return where the feed says that it is."""
    for link in channel.findall("atom:link", NAMESPACES):
        if link.get("rel") == "self":
            return str(link.get("href") or "") or None
    return None


def declaration(data: bytes) -> list[Finding]:
    """The document's first bytes."""
    found = []
    head = data[:4000].decode("utf-8", "replace")
    if not re.match(r'<\?xml [^>]*encoding="utf-8"', head, re.IGNORECASE):
        found.append(error(CHANNEL, 'the XML declaration with encoding="UTF-8" is missing'))
    for prefix, uri in NAMESPACES.items():
        wrong = re.search(rf'xmlns:\w+="({re.escape(uri)}/?)"', head, re.IGNORECASE)
        if wrong and wrong.group(1) != uri:
            found.append(error(CHANNEL, f"the {prefix} namespace must be exactly {uri}"))
    return found


def channel(channel: _Element, url: str | None) -> list[Finding]:
    """Everything that stands before the items; `url` is where the feed was found, if it was served."""
    found = [error(CHANNEL, f"<{name}> is missing") for name in _NEEDED if not text(channel, name)]
    found += [note(CHANNEL, f"<{name}> is missing") for name in _USEFUL if not text(channel, name)]
    if len(text(channel, "description").encode()) > DESCRIPTION_BYTES:
        found.append(error(CHANNEL, f"the description is longer than {DESCRIPTION_BYTES} bytes"))
    language = text(channel, "language")
    if language and not _LANGUAGE.fullmatch(language):
        found.append(error(CHANNEL, f"{language!r} is no language code"))
    explicit = text(channel, "itunes:explicit")
    if explicit not in ("true", "false"):
        found.append(error(CHANNEL, f"<itunes:explicit> is {explicit!r}: true or false"))
    found += _category(channel)
    found += _podcast(channel)
    own = self_link(channel)
    if own is None:
        found.append(error(CHANNEL, 'there is no <atom:link rel="self">'))
    elif url is not None and own != url:
        found.append(error(CHANNEL, f"the self link is {own}, not the feed's address"))
    return found


def _category(channel: _Element) -> list[Finding]:
    first = channel.find("itunes:category", NAMESPACES)
    if first is None:
        return [error(CHANNEL, "<itunes:category> is missing")]
    name = first.get("text") or ""
    sub = first.find("itunes:category", NAMESPACES)
    if sub is not None:
        name += f" > {sub.get('text')}"
    return [] if categories.known(name) else [error(CHANNEL, f"{name!r} is none of Apple's categories")]


def _podcast(channel: _Element) -> list[Finding]:
    found = []
    guid = text(channel, "podcast:guid")
    try:
        version = uuid.UUID(guid).version
    except ValueError:
        version = None
    if version != 5:
        found.append(note(CHANNEL, f"<podcast:guid> is {guid!r}, no version 5 UUID"))
    locked = text(channel, "podcast:locked")
    if locked not in ("yes", "no", ""):
        found.append(error(CHANNEL, f"<podcast:locked> is {locked!r}: yes or no"))
    return found


def picture(channel: _Element, look: Look) -> list[Finding]:
    """The cover: its size, kind and address."""
    image = channel.find("itunes:image", NAMESPACES)
    url = image.get("href") if image is not None else None
    if not url:
        return [error(CHANNEL, "<itunes:image> is missing")]
    there = look(url)
    if there.status == -1:
        return [note(CHANNEL, there.reason)]
    if there.status != 200:
        return [error(CHANNEL, f"the cover cannot be had: {there.reason or there.status}")]
    problems, ending = cover.problems_of(there.body)
    found = [error(CHANNEL, f"the cover: {problem}") for problem in problems]
    name = urlsplit(url).path.lower().replace(".jpeg", ".jpg")
    if ending and not name.endswith(ending):
        found.append(error(CHANNEL, f"the cover is a {ending[1:]} file under another ending"))
    if not there.local and look(url, "HEAD").status != 200:
        found.append(error(CHANNEL, "HEAD of the cover is refused: Apple asks with it"))
    return found
