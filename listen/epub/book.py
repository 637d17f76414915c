"""The container: what files a book has and in which order they are zipped."""

from __future__ import annotations

import hashlib
import re
import uuid
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import resources
from pathlib import Path

from listen.epub import cover_page, documents, package
from listen.model import Article, Episode
from listen.page.body import body
from listen.page.language import words

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that XML has no way to write."""
SPACE = uuid.UUID("5d0f7a6c-60f5-5e0c-9a9e-3a6c1b0f4b57")
"""Name space of the books' identifiers."""
CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""


@dataclass(frozen=True, slots=True)
class Story:
    """One narrated article."""

    episode: Episode
    article: Article
    audio: Path
    """Where its MP3 is while the book is written."""


def write(
    path: Path,
    stories: Sequence[Story],
    picture: bytes = b"",
    title: str | None = None,
    modified: datetime | None = None,
) -> None:
    """Write the book to `path`.

    `title` defaults to the article's, or to the first one's and how many follow; `picture` (JPEG or PNG) is
    the cover, else one is set in type. The same stories and `modified` (default: now) give the same bytes.
    """
    episodes = [story.episode for story in stories]
    first = stories[0].article
    others = f" + {len(stories) - 1}" if len(stories) > 1 else ""
    chapters = [_chapter(n, story) for n, story in enumerate(stories, 1)]
    about = package.About(
        title=title or first.title + others,
        lang=first.lang,
        identifier=_identifier(episodes, first),
        modified=(modified or datetime.now(UTC)).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        cover=cover_page.of(picture, title or first.title, first),
    )
    files: list[tuple[str, str | bytes]] = [
        ("META-INF/container.xml", CONTAINER),
        ("EPUB/package.opf", package.package(about, chapters)),
        ("EPUB/nav.xhtml", documents.nav(about.title, about.lang, chapters)),
        ("EPUB/cover.xhtml", documents.cover_page(about.title, about.lang, about.cover)),
        (f"EPUB/{about.cover.name}", about.cover.data),
        ("EPUB/book.css", resources.files("listen.epub").joinpath("book.css").read_text("utf-8")),
    ]
    for chapter in chapters:
        files.append((f"EPUB/{chapter.name}.xhtml", documents.text(chapter)))
        files.append((f"EPUB/{chapter.name}.smil", documents.overlay(chapter)))
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(_entry("mimetype", stored=True), "application/epub+zip")
        for name, data in files:
            archive.writestr(_entry(name), _NOT_XML.sub(" ", data) if isinstance(data, str) else data)
        for chapter, story in zip(chapters, stories, strict=True):
            entry = _entry(f"EPUB/{chapter.name}.mp3", stored=True)
            with archive.open(entry, "w") as target, story.audio.open("rb") as source:
                while block := source.read(1 << 20):
                    target.write(block)


def _chapter(n: int, story: Story) -> documents.Chapter:
    table = words(story.article.lang)
    marked = body(story.article, story.episode, {"table": table["table"], "code": table["code"]})
    return documents.Chapter(f"story{n}", story.episode, story.article, marked)


def _identifier(episodes: Sequence[Episode], first: Article) -> str:
    """Stays the same when one article is narrated anew; of several articles, when they are the same ones."""
    known = [episode.url or episode.sha256 for episode in episodes]
    name = known[0] if len(known) == 1 else hashlib.sha256("\n".join(known).encode()).hexdigest()
    return f"urn:uuid:{uuid.uuid5(SPACE, name)}"


def _entry(name: str, stored: bool = False) -> zipfile.ZipInfo:
    """A zip entry with no clock and no owner in it."""
    entry = zipfile.ZipInfo(name)
    entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry
