"""This module says what a site's robots.txt allows, as RFC 9309 has it: the own group, the longest match, `*`
and `$`.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

AGENT = "listen-to-story"
"""The product token that robots.txt files name."""
MOST_BYTES = 512 * 1024
"""The standard has crawlers read 500 kibibytes at least."""
LONGEST_DELAY_S = 60.0
"""A longer Crawl-delay is taken for this one: at an hour a page nobody would ever get an archive."""


@dataclass(frozen=True, slots=True)
class Rules:
    """One group's rules."""

    rules: tuple[tuple[str, bool], ...] = ()
    """Path pattern, and whether it allows."""
    delay_s: float = 0.0

    def allows(self, url: str) -> bool:
        """Return whether the address may be fetched."""
        parts = urlsplit(url)
        path = _normal(parts.path or "/") + (f"?{_normal(parts.query)}" if parts.query else "")
        if path == "/robots.txt":
            return True
        best, allowed = -1, True
        for pattern, allows in self.rules:
            if len(pattern) < best or not _fits(pattern, path):
                continue
            # Of two that are equally long, the one that allows wins.
            allowed = allows or (len(pattern) == best and allowed)
            best = len(pattern)
        return allowed


def parse(data: bytes, agent: str = AGENT) -> Rules:
    """The rules for `agent`: of all groups that name it, else of those for `*`."""
    groups: list[tuple[set[str], list[tuple[str, bool]], list[float]]] = []
    open_for_names = False
    for row in data[:MOST_BYTES].decode("utf-8", "replace").lstrip("\ufeff").splitlines():
        name, colon, value = row.partition("#")[0].partition(":")
        name, value = name.strip().lower(), value.strip()
        if not colon:
            continue
        if name == "user-agent":
            if not open_for_names:
                groups.append((set(), [], []))
                open_for_names = True
            groups[-1][0].add(value.lower())
            continue
        if name not in ("allow", "disallow", "crawl-delay"):
            continue  # a sitemap, or what nobody knows, ends no group
        open_for_names = False
        if not groups:
            continue
        if name == "crawl-delay":
            groups[-1][2].append(_seconds(value))
        elif value:
            groups[-1][1].append((_normal(value), name == "allow"))
    own = [g for g in groups if any(name != "*" and name == agent.lower() for name in g[0])]
    chosen = own or [g for g in groups if "*" in g[0]]
    rules = tuple(rule for g in chosen for rule in g[1])
    return Rules(rules, max((delay for g in chosen for delay in g[2]), default=0.0))


def _fits(pattern: str, path: str) -> bool:
    """Return whether a path begins as a rule says. Each part between two `*` is taken where it first is, so
    that a rule of a hundred of them takes no longer than a plain one."""
    first, *parts = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    last = parts.pop() if pattern.endswith("$") and parts else None
    at = len(first)
    for part in parts:
        found = path.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    if last is not None:
        return path.endswith(last) and len(path) - len(last) >= at
    return not pattern.endswith("$") or at == len(path)


def _normal(path: str) -> str:
    """One form for what may be written percent-encoded or not."""
    return quote(unquote(path), safe="/*$?&=;:@!',()+~-._%#[]")


def _seconds(value: str) -> float:
    try:
        return min(max(float(value), 0.0), LONGEST_DELAY_S)
    except ValueError:
        return 0.0
