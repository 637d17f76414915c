"""This module says what a newsroom puts into its article's page: the player, the JSON-LD, the link to the
feed.
"""

from __future__ import annotations

import json
from typing import Any

from listen.feed.addresses import Addresses
from listen.feed.markup import escape
from listen.feed.site.webpage import length
from listen.library import Entry, Show


def player(entry: Entry, addresses: Addresses) -> str:
    """A native player, captions with it, labelled as what it is; nothing that needs a script."""
    audio = escape(addresses.file(entry, entry.audio))
    captions = entry.file(".vtt")
    track = ""
    if captions:
        lang = f' srclang="{escape(entry.lang)}"' if entry.lang != "und" else ""
        href = escape(addresses.file(entry, captions.name))
        track = f'\n    <track kind="captions" src="{href}"{lang} label="Text">'
    title = escape(entry.title)
    return (
        '<figure class="listen">\n'
        f"  <figcaption>Listen to this article: {length(entry.duration_ms)}, synthetic voice</figcaption>\n"
        f'  <audio controls preload="none" crossorigin="anonymous" src="{audio}" aria-label="{title}">'
        f"{track}\n"
        f'    <a href="{audio}">{title} (MP3)</a>\n  </audio>\n</figure>'
    )


def frame(entry: Entry, addresses: Addresses) -> str:
    """The read-along page in a frame: nothing of it runs in the article's own page."""
    title = escape(f"Listen: {entry.title}")
    return (
        f'<iframe class="listen" src="{escape(addresses.base)}e/{entry.id}/" title="{title}" loading="lazy" '
        'width="100%" height="640" style="border:0" allow="autoplay; clipboard-write" '
        'referrerpolicy="no-referrer"></iframe>'
    )


def custom_element(entry: Entry, addresses: Addresses, selector: str = "article") -> str:
    """The player as an element that marks the sentence that sounds in the page's own text."""
    base = escape(addresses.base)
    return (
        f'<script type="module" src="{base}embed.js"></script>\n'
        f'<listen-player src="{base}e/{entry.id}/embed.json" selector="{escape(selector)}"></listen-player>'
    )


def json_ld(entry: Entry, addresses: Addresses, text: str = "") -> str:
    """`NewsArticle` with its `audio`, in a script element; `text` is the transcript."""
    article: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": entry.title,
        "inLanguage": entry.lang,
    }
    if entry.url:
        article |= {"url": entry.url, "mainEntityOfPage": entry.url}
    if entry.published:
        article["datePublished"] = entry.published
    if entry.version > 1:
        article["dateModified"] = entry.updated
    if entry.byline:
        article["author"] = {"@type": "Person", "name": entry.byline}
    if entry.site:
        article["publisher"] = {"@type": "Organization", "name": entry.site}
    sound: dict[str, Any] = {
        "@type": "AudioObject",
        "contentUrl": addresses.file(entry, entry.audio),
        "encodingFormat": "audio/mpeg",
        "duration": f"PT{entry.seconds}S",
        "contentSize": str(entry.size),
        "name": entry.title,
        "inLanguage": entry.lang,
        "uploadDate": entry.updated,
        "description": "Narrated by a synthetic voice",
    }
    if text:
        sound["transcript"] = text
    article["audio"] = sound
    # Inside a script element only `</` and `<!--` could end it: no `<` at all is simplest.
    body = json.dumps(article, ensure_ascii=False, indent=1).replace("<", "\\u003c")
    return f'<script type="application/ld+json">\n{body}\n</script>'


def alternate(show: Show, addresses: Addresses) -> str:
    """The link that browsers and readers find the feed by."""
    title, href = escape(show.title), escape(addresses.feed())
    return f'<link rel="alternate" type="application/rss+xml" title="{title}" href="{href}">'
