"""This module says what templates show of an episode."""

from __future__ import annotations

import functools
import hashlib
import json
import re
from dataclasses import dataclass
from typing import Any

import markupsafe

from listen.casting import catalog
from listen.library import Entry
from listen.library.positions import Position
from listen.model import Episode
from listen.server.gate.access import Visitor

HUES = (4, 28, 44, 96, 152, 186, 212, 236, 268, 304, 332)


@dataclass(frozen=True, slots=True)
class Card:
    """One episode in the list."""

    id: str
    title: str
    lang: str
    source: str
    summary: str
    day: str
    duration_ms: int
    at_ms: int
    heard: bool
    archived: bool
    audio: str
    """Address of the MP3."""
    chapters: str
    """Their beginnings and titles as JSON, for the player."""

    @property
    def percent(self) -> int:
        """Return how far it was heard."""
        if self.heard:
            return 100
        return min(99, round(100 * self.at_ms / self.duration_ms)) if self.duration_ms else 0

    @property
    def left_ms(self) -> int:
        """Return what is still to be heard."""
        return max(self.duration_ms - self.at_ms, 0)


def key(entry: Entry) -> str:
    """Return what a version is called in addresses: the episode's id, an older one's with its number."""
    return f"{entry.id}.{entry.version}" if entry.replaced else entry.id


def card(entry: Entry, own: Position | None, who: Visitor) -> Card:
    """The card of an episode for one listener."""
    heard = own.heard if own else bool(entry.heard and who.who == "owner")
    return Card(
        key(entry), entry.title, entry.lang, entry.site or entry.byline or "", entry.summary, entry.pub[:10],
        entry.duration_ms, own.at_ms if own else 0, heard, bool(entry.archived),
        f"{who.path}e/{entry.id}/{entry.audio}",
        json.dumps([[c.start_ms, c.title] for c in entry.chapters], ensure_ascii=False),
    )  # fmt: skip


def cover(title: str, source: str) -> markupsafe.Markup:
    """A picture made of the source's initial, the same for everything of that source."""
    name = source or title or "?"
    number = int(hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:8], 16)
    hue = HUES[number % len(HUES)]
    words = [w for w in name.replace("The ", "").split() if w[:1].isalnum()] or ["?"]
    initial = markupsafe.escape(words[0][0].upper())
    bars = "".join(
        f'<rect x="{14 + 12 * n}" y="{70 - height / 2:g}" width="5" height="{height}" rx="2.5"/>'
        for n, height in enumerate(6 + (number >> (3 * n) & 7) * 2.4 for n in range(7))
    )
    return markupsafe.Markup(
        f'<svg class="cover" viewBox="0 0 100 100" aria-hidden="true" focusable="false">'
        f'<rect width="100" height="100" fill="hsl({hue} 42% 32%)"/>'
        f'<path d="M0 100V{62 + number % 20}L100 {40 + number % 24}V100z" fill="hsl({hue} 45% 26%)"/>'
        f'<text x="50" y="48" text-anchor="middle" font-size="40" font-weight="700" fill="#fffefb">'
        f"{initial}</text>"
        f'<g fill="hsl({hue} 60% 84%)">{bars}</g></svg>'
    )


def plain(title: str) -> str:
    """Return a title; what is only an address yet, without what every address begins with."""
    return re.sub(r"^https?://(www\.)?", "", title).rstrip("/")


def clock(ms: int) -> str:
    """`4:05` or `1:02:03`."""
    minutes, seconds = divmod(ms // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def story(episode: Episode) -> str:
    """Return when each sentence sounds, for the text that follows the voice."""
    return json.dumps([[cue.id, cue.start_ms] for cue in episode.cues], separators=(",", ":"))


@functools.cache
def voices() -> list[dict[str, Any]]:
    """Return who can read, by language."""
    found = [{"name": v.name, "lang": v.lang, "engine": v.engine} for v in catalog.all_voices()]
    return sorted(found, key=lambda v: (v["lang"], v["name"]))


def qr(address: str) -> markupsafe.Markup:
    """A QR code as a picture in the page."""
    import segno

    svg = segno.make(address, error="m").svg_inline(
        scale=4, border=3, dark="#16181b", light="#fffefb", omitsize=True
    )
    return markupsafe.Markup(svg)
