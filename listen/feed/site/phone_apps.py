"""Podcast apps: the link that subscribes each of them, and whether its makers must reach the feed."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from listen.feed.addresses import is_public


@dataclass(frozen=True, slots=True)
class App:
    """One podcast app."""

    name: str
    systems: str
    link: str
    """What opens it with the feed; empty: its address is pasted."""
    itself: bool
    """The app fetches the feed itself; False: its makers' servers do, which cannot see a home network."""


def links(feed: str) -> list[App]:
    """Every app we know, with its link for that feed. Apps that fetch by themselves come first."""
    bare = feed.split("://", 1)[-1]
    whole = quote(feed, safe="")
    return [
        App("AntennaPod", "Android", f"antennapod-subscribe://{bare}", True),
        App("Apple Podcasts", "iPhone, iPad, Mac", f"podcast://{bare}", True),
        App("Podcast Addict", "Android", f"podcastaddict://{bare}", True),
        App("Downcast", "iPhone, iPad, Mac", f"downcast://{bare}", True),
        App("iCatcher!", "iPhone, iPad", f"icatcher://{bare}", True),
        App("gPodder", "Linux, Windows, Mac", f"gpodder://{bare}", True),
        App("Overcast", "iPhone, iPad", f"overcast://x-callback-url/add?url={whole}", False),
        App("Pocket Casts", "Android, iPhone", f"pktc://subscribe/{bare}", False),
        App("Castro", "iPhone", f"castros://subscribe/{bare}", False),
        App("Castbox", "Android, iPhone", f"castbox://subscribe/{bare}", False),
    ]


def reachable(feed: str) -> bool:
    """Return whether servers on the internet can fetch it."""
    return is_public(feed)


def this_machine(feed: str) -> bool:
    """Return whether only this very machine can."""
    host = urlsplit(feed).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
