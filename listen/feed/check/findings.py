"""This module says what `listen feed check` finds, and how it looks at what a feed names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Protocol


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, or could be better."""

    kind: Literal["error", "warning"]
    where: str
    """The channel, the server, or an episode's title."""
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """Holds what is at an address."""

    status: int
    """HTTP's; 0: no answer; -1: it cannot be looked at from here."""
    headers: Mapping[str, str]
    """Lower-case names."""
    body: bytes
    reason: str = ""
    local: bool = False
    """A file beside the feed: there are no headers to judge."""


class Look(Protocol):
    """Fetches what a feed names."""

    def __call__(self, url: str, method: str = "GET", **headers: str) -> Found:
        """One request."""


def error(where: str, text: str) -> Finding:
    """Apps or validators refuse it."""
    return Finding("error", where, text)


def note(where: str, text: str) -> Finding:
    """It works, but something is lost."""
    return Finding("warning", where, text)
