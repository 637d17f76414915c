"""The package document: metadata, manifest and spine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from listen.epub.cover_page import Cover
from listen.epub.documents import Chapter, clips
from listen.page import web_url

UNHEARD = frozenset(("code", "formula", "table", "figure"))
"""Kinds of blocks that the narration may only name, so that listening alone is not enough."""
SUMMARY = (
    "The whole text with synchronised narration by a synthetic voice, sentence by sentence; "
    "a table of contents leads to every chapter. Text size, typeface and colours are the reader's."
)


@dataclass(frozen=True, slots=True)
class About:
    """Holds what the book says of itself."""

    title: str
    lang: str
    identifier: str
    modified: str
    """UTC, `2024-05-11T06:00:00Z`."""
    cover: Cover


def package(about: About, chapters: Sequence[Chapter]) -> str:
    """The OPF file."""
    lines = "\n".join(
        [
            f'<dc:identifier id="book">{about.identifier}</dc:identifier>',
            f"<dc:title>{escape(about.title, quote=False)}</dc:title>",
            *_each("dc:language", [about.lang, *(c.article.lang for c in chapters)]),
            *_each("dc:creator", [c.article.byline for c in chapters]),
            *_each("dc:publisher", [c.article.site for c in chapters]),
            *_each("dc:source", [web_url(c.article.url) for c in chapters]),
            *_each("dc:date", [c.article.published for c in chapters][:1]),
            f'<meta property="dcterms:modified">{about.modified}</meta>',
            *_playback(chapters),
            *_accessibility(chapters),
        ]
    )
    items = "\n".join(
        [
            '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
            '<item id="cover-page" href="cover.xhtml" media-type="application/xhtml+xml"/>',
            f'<item id="cover" href="{about.cover.name}" media-type="{about.cover.media_type}" '
            'properties="cover-image"/>',
            '<item id="style" href="book.css" media-type="text/css"/>',
            *(line for chapter in chapters for line in _items(chapter.name)),
        ]
    )
    spine = "\n".join(f'<itemref idref="{chapter.name}"/>' for chapter in chapters)
    lang = escape(about.lang)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book" xml:lang="{lang}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
{lines}
</metadata>
<manifest>
{items}
</manifest>
<spine>
<itemref idref="cover-page"/>
<itemref idref="nav"/>
{spine}
</spine>
</package>
"""


def _items(name: str) -> list[str]:
    return [
        f'<item id="{name}" href="{name}.xhtml" media-type="application/xhtml+xml" '
        f'media-overlay="{name}-smil"/>',
        f'<item id="{name}-smil" href="{name}.smil" media-type="application/smil+xml"/>',
        f'<item id="{name}-mp3" href="{name}.mp3" media-type="audio/mpeg"/>',
    ]


def _each(element: str, values: Sequence[str | None]) -> list[str]:
    """One element for each value that is there, none twice."""
    known = dict.fromkeys(value for value in values if value)
    return [f"<{element}>{escape(value, quote=False)}</{element}>" for value in known]


def _playback(chapters: Sequence[Chapter]) -> list[str]:
    """Durations, who reads, and the classes that readers set on what sounds."""
    lengths = {c.name: sum(end - start for _, start, end in clips(c.episode)) for c in chapters}
    voices = dict.fromkeys(v.credit for c in chapters for v in c.episode.voices)
    return [
        f'<meta property="media:duration">{sum(lengths.values()) / 1000:.3f}s</meta>',
        *(
            f'<meta property="media:duration" refines="#{name}-smil">{ms / 1000:.3f}s</meta>'
            for name, ms in lengths.items()
        ),
        *(f'<meta property="media:narrator">{escape(v, quote=False)}</meta>' for v in voices),
        '<meta property="media:active-class">-epub-media-overlay-active</meta>',
        '<meta property="media:playback-active-class">-epub-media-overlay-playing</meta>',
    ]


def _accessibility(chapters: Sequence[Chapter]) -> list[str]:
    """Only what is true of this book."""
    heard = not any(cue.kind in UNHEARD for c in chapters for cue in c.episode.cues) and all(
        {cue.block for cue in c.episode.cues} >= {n for n, b in enumerate(c.article.blocks) if b.text.strip()}
        for c in chapters
    )
    found = [("accessMode", "textual"), ("accessMode", "auditory")]
    found += [("accessModeSufficient", "textual")]
    found += [("accessModeSufficient", "auditory")] if heard else []
    found += [
        ("accessibilityFeature", feature)
        for feature in (
            "synchronizedAudioText",
            "tableOfContents",
            "readingOrder",
            "structuralNavigation",
            "displayTransformability",
            "alternativeText",
        )
    ]
    found += [("accessibilityHazard", "none"), ("accessibilitySummary", SUMMARY)]
    return [f'<meta property="schema:{name}">{escape(value, quote=False)}</meta>' for name, value in found]
