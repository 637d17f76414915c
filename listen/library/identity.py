"""This module says what makes two articles the same one: the canonical link, or the text's own hash."""

from __future__ import annotations

import hashlib
import re
import unicodedata
import uuid
from urllib.parse import urlsplit, urlunsplit

from listen.model import Article

NAMESPACE = uuid.UUID("6f0e7a52-55d5-5d7a-9c37-2a4b8f1f6f0b")
"""Of the GUIDs of episodes; it never changes, or every subscriber would get everything anew."""
ID_CHARS = 12
SLUG_CHARS = 60

_TRACKING = re.compile(
    r"(utm_\w+|fbclid|gclid|dclid|msclkid|igshid|mc_cid|mc_eid|ref_src|_ga|yclid|at_\w+)(=|$)", re.IGNORECASE
)
_MOBILE = re.compile(r"^(www|m|mobile|amp)\.")


def canonical(url: str) -> str:
    """`url` without what does not tell one article from another: tracking, fragment, case of the host."""
    parts = urlsplit(url.strip())
    host = (parts.hostname or "").lower()
    shown = f"[{host}]" if ":" in host else host
    default = {"http": 80, "https": 443}.get(parts.scheme.lower())
    if parts.port and parts.port != default:
        shown += f":{parts.port}"
    query = "&".join(part for part in parts.query.split("&") if part and not _TRACKING.match(part))
    return urlunsplit((parts.scheme.lower(), shown, parts.path or "/", query, ""))


def link(article: Article, fetched: str | None) -> str | None:
    """The article's own link: the one the page names, unless that is no address of its own."""
    fetched = fetched if fetched and _is_address(fetched) else None
    chosen = article.url if article.url and _is_own(article.url, fetched) else fetched
    return canonical(chosen) if chosen else None


def _is_own(named: str, fetched: str | None) -> bool:
    """Return whether an address can be that of the page that names it. One on somebody else's site would
    overwrite the episode of another; that of the whole site, which careless ones name on each of their pages,
    would make one episode of them all."""
    if not _is_address(named) or (fetched and _site(named) != _site(fetched)):
        return False
    return not _is_home(named) or (fetched is not None and _is_home(fetched))


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # brackets that do not match, a port that is no number
        return False


def _is_home(url: str) -> bool:
    parts = urlsplit(url)
    return parts.path in ("", "/") and not parts.query


def identity(url: str | None, article: Article) -> str:
    """`url:…` or `text:…`: equal for the same article, whatever its version."""
    if url:
        parts = urlsplit(canonical(url))
        path = parts.path.rstrip("/")
        return f"url:{parts.netloc}{path}" + (f"?{parts.query}" if parts.query else "")
    return f"text:{digest(article)}"


def digest(article: Article) -> str:
    """Hash of what is read: it changes when the article does, and with nothing else on the page."""
    parts = [article.title, *(f"{b.kind} {b.text}" for b in article.blocks)]
    text = "\n\n".join(" ".join(unicodedata.normalize("NFC", part).split()) for part in parts)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def guid(identity: str) -> str:
    """The episode's GUID, for ever."""
    return str(uuid.uuid5(NAMESPACE, identity))


def short(guid: str) -> str:
    """Return what the user calls the episode, and its folder's name."""
    return guid.replace("-", "")[:ID_CHARS]


def slug(title: str) -> str:
    """ASCII letters, digits and hyphens for a file's name; `episode` when nothing is left."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(words) > SLUG_CHARS:
        words = words[:SLUG_CHARS].rsplit("-", 1)[0] or words[:SLUG_CHARS]
    return words or "episode"


def same_site(a: str, b: str) -> bool:
    """Return whether two addresses are of one site: what one says of the other's pages can be believed."""
    return _site(a) == _site(b)


def _site(url: str) -> str:
    return _MOBILE.sub("", (urlsplit(url).hostname or "").lower())
