"""An episode as a W3C audiobook in one file (LPF): manifest, audio, contents, cover."""

from __future__ import annotations

import json
import uuid
import zipfile
from html import escape
from pathlib import Path
from typing import Any

from listen.epub import cover_page as covers
from listen.model import Article, Episode
from listen.page import web_url
from listen.page.language import direction, words

SPACE = uuid.UUID("b2e1c1b4-0b51-5b6e-8d52-7b5b6ae0f4a1")
"""Name space of the identifiers of audiobooks."""
AUDIO = "story.mp3"


def write(path: Path, episode: Episode, article: Article, audio: Path, picture: bytes = b"") -> None:
    """Write the package to `path`; `audio` is where the MP3 is now."""
    front = covers.of(picture, article.title, article)
    manifest = json.dumps(publication(episode, article, front), ensure_ascii=False, indent=1) + "\n"
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in (
            ("publication.json", manifest),
            ("index.html", contents(episode, article)),
            (front.name, front.data),
        ):
            archive.writestr(_entry(name, zipfile.ZIP_DEFLATED), data)
        with archive.open(_entry(AUDIO, zipfile.ZIP_STORED), "w") as target, audio.open("rb") as source:
            while block := source.read(1 << 20):
                target.write(block)


def publication(episode: Episode, article: Article, front: covers.Cover) -> dict[str, Any]:
    """The manifest of the W3C's Audiobooks profile."""
    seconds = f"PT{episode.duration_ms / 1000:.3f}S"
    voices = dict.fromkeys(voice.credit for voice in episode.voices)
    form: dict[str, Any] = {
        "@context": [
            "https://schema.org",
            "https://www.w3.org/ns/pub-context",
            {"language": article.lang, "direction": direction(article.lang)},
        ],
        "conformsTo": "https://www.w3.org/TR/audiobooks/",
        "type": "Audiobook",
        "id": f"urn:uuid:{uuid.uuid5(SPACE, episode.url or episode.sha256)}",
        "url": web_url(article.url),
        "name": article.title,
        "author": [{"type": "Person", "name": article.byline}] if article.byline else None,
        "readBy": [{"type": "Organization", "name": name} for name in voices],
        "publisher": [{"type": "Organization", "name": article.site}] if article.site else None,
        "datePublished": article.published,
        "inLanguage": article.lang,
        "readingProgression": direction(article.lang),
        "duration": seconds,
        "abridged": False,
        "accessMode": ["auditory"],
        "accessModeSufficient": [{"type": "ItemList", "itemListElement": ["auditory"]}],
        "accessibilityFeature": ["tableOfContents"],
        "accessibilityHazard": ["noFlashingHazard", "noMotionSimulationHazard"],
        "readingOrder": [
            {
                "type": "LinkedResource",
                "url": AUDIO,
                "encodingFormat": "audio/mpeg",
                "name": article.title,
                "duration": seconds,
            }
        ],
        "resources": [
            {"type": "LinkedResource", "rel": "contents", "url": "index.html", "encodingFormat": "text/html"},
            {"type": "LinkedResource", "rel": "cover", "url": front.name, "encodingFormat": front.media_type},
        ],
    }
    return {name: value for name, value in form.items() if value is not None}


def contents(episode: Episode, article: Article) -> str:
    """The entry page with the table of contents: links into the audio."""
    items = "\n".join(
        f'<li><a href="{AUDIO}#t={chapter.start_ms / 1000:.3f}">{escape(chapter.title, quote=False)}</a></li>'
        for chapter in episode.chapters
    )
    title = escape(article.title, quote=False)
    name = escape(words(article.lang)["contents"], quote=False)
    return f"""<!DOCTYPE html>
<html lang="{escape(article.lang)}" dir="{direction(article.lang)}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<link rel="publication" href="publication.json">
</head>
<body>
<h1>{title}</h1>
<nav role="doc-toc">
<h2>{name}</h2>
<ol>
{items}
</ol>
</nav>
</body>
</html>
"""


def _entry(name: str, method: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)
    entry.compress_type = method
    entry.external_attr = 0o644 << 16
    return entry
