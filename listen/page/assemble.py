"""Article, episode and the package's source files → one HTML file."""

from __future__ import annotations

import base64
import functools
import hashlib
import json
import re
import string
import textwrap
from collections.abc import Iterable, Mapping
from html import escape
from importlib import resources
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from listen.captions import vtt
from listen.model import Article, Chapter, Episode
from listen.page.body import Body, body
from listen.page.language import direction, long_date, words, words_language

WEIGHTS = (400, 700)
"""Of the typeface that comes with the page."""
STYLES = ("page.css", "player.css", "themes.css")
SCRIPTS = (
    "base.js",
    "highlight.js",
    "transport.js",
    "reading.js",
    "text.js",
    "chapters.js",
    "session.js",
    "keys.js",
    "start.js",
)
SLEEP_MINUTES = (5, 10, 15, 30, 45, 60)
PHRASES = (
    "play", "pause", "speed", "position_value", "sleep_over", "copied", "link_shown", "resumed", "failed",
)  # fmt: skip
"""What scripts say while the page is open."""
KEYS = (
    (("key_space",), "play"),
    (("←", "→"), "back_sentence", "next_sentence"),
    (("key_shift", "←", "→"), "back_paragraph", "next_paragraph"),
    (("[", "]"), "back_chapter", "next_chapter"),
    (("J",), "back_10"),
    (("L",), "forward_30"),
    (("−", "+"), "slower", "faster"),
)
WAVES = (
    '<svg aria-hidden="true" viewBox="0 0 24 24">'
    '<path d="M4 10v4M8 6.5v11M12 3.5v17M16 7.5v9M20 10.5v3"/></svg>'
)


def render(
    episode: Episode,
    article: Article,
    audio_href: str,
    *,
    feed_href: str | None = None,
    cover_href: str | None = None,
    library_href: str | None = None,
    position_href: str | None = None,
) -> str:
    """The page of an episode.

    `audio_href` is where the page finds the MP3: a relative or absolute URL reference (percent-encoded).
    `feed_href` links the feed that the episode is in, `cover_href` names a picture for lock screens. Where
    the
    page is served, `library_href` leads back, and the listener's place is read from and sent to
    `position_href`.
    """
    table = words(article.lang)
    marked = body(article, episode, {"table": table["table"], "code": table["code"]})
    anchors = chapter_anchors(episode)
    parts = {f"t_{name}": escape(text) for name, text in table.items() if isinstance(text, str)}
    parts |= {
        "lang": escape(article.lang),
        "dir": direction(article.lang),
        "ui_lang": _ui_language(article.lang),
        "title_text": escape(" · ".join(filter(None, (article.title, article.site))), quote=False),
        "title": marked.title,
        "head": _head(article, feed_href),
        "about": _about(episode, article, audio_href),
        "masthead": _masthead(article, library_href),
        "byline": _byline(episode, article),
        "waves": WAVES,
        "audio": escape(audio_href),
        "sentences": _data("text/vtt", _sentence_track(episode)),
        "chapter_track": _data("text/vtt", _chapter_track(episode.chapters)),
        "seconds": f"{episode.duration_ms / 1000:.3f}",
        "sleep_options": "".join(
            f'<option value="{n}">{escape(table["minutes"].format(n=n))}</option>' for n in SLEEP_MINUTES
        ),
        "keys": _keys(table),
        "contents": _contents(episode, article, anchors, audio_href),
        "text": marked.html,
        "colophon": _colophon(episode, article, table),
        "story": _story(episode, article, marked, anchors, cover_href, position_href),
        "early": source("early.js").strip(),
        "style": _style(),
        "script": _script(),
    }
    parts["player"] = _fill(source("player.html"), parts)
    parts["policy"] = _policy(parts, audio_href, cover_href, position_href)
    return _fill(source("page.html"), parts)


def file_href(path: Path) -> str:
    """The reference to a file that stands beside the page."""
    return quote(path.name)


def chapter_anchors(episode: Episode) -> list[str]:
    """For each chapter, the id of the first sentence that sounds in it."""
    found, last = [], ""
    cues = iter(episode.cues)  # gone through once: a book has thousands of both, both in order of time
    cue = next(cues, None)
    for chapter in episode.chapters:
        while cue is not None and cue.end_ms <= chapter.start_ms:
            last, cue = cue.id, next(cues, None)
        found.append(cue.id if cue is not None else last)
    return found


class _Template(string.Template):
    idpattern = r"[a-z][a-z_0-9]*"


def _fill(source: str, parts: Mapping[str, str]) -> str:
    return _Template(source).substitute(parts)


@functools.cache
def source(name: str) -> str:
    """Return a file of this package: a sheet, a script or words."""
    return resources.files("listen.page").joinpath(name).read_text("utf-8")


def styles() -> str:
    """The page's style sheets, for others that look like it: colours, type, player."""
    return _style()


@functools.cache
def _style() -> str:
    """The style sheets; the dark colours serve both the reader's choice and the system's."""
    text = "\n".join(map(source, STYLES)).strip()
    dark = re.search(r'\[data-theme="dark"\] \{(.*?)\}', text, re.DOTALL)
    assert dark is not None
    return text.replace("$dark", dark[1].strip()) + "".join(map(_face, WEIGHTS))


def _face(weight: int) -> str:
    """The typeface that is made to be told apart letter by letter, inside the page: few systems have one."""
    data = (
        resources.files("listen.page").joinpath("fonts", f"atkinson-hyperlegible-{weight}.woff2").read_bytes()
    )
    return (
        f"\n@font-face {{ font-family: 'Atkinson Hyperlegible'; font-weight: {weight}; font-display: swap; "
        f"src: url(data:font/woff2;base64,{base64.b64encode(data).decode()}) format('woff2'); }}"
    )


@functools.cache
def _script() -> str:
    return "(() => {\n'use strict';\n" + "\n".join(map(source, SCRIPTS)) + "})();"


def _policy(parts: Mapping[str, str], audio: str, cover: str | None, position: str | None) -> str:
    """Nothing may be loaded but the page's own inline parts, its audio and its picture.

    Data blocks run nothing and need no digest in a browser; the Nu HTML checker asks for theirs too. It trims
    what it digests, so nothing inline begins or ends with white space.
    """
    media = ["'self'", "file:", "data:", "blob:", *_origins([audio])]
    images = ["'self'", "file:", "data:", *_origins([cover] if cover else [])]
    rules = {
        "default-src": ["'none'"],
        "script-src": [_digest(parts[name]) for name in ("about", "early", "story", "script")],
        "style-src": [_digest(parts["style"])],
        "media-src": media,
        "img-src": images,
        "font-src": ["data:"],
        **({"connect-src": ["'self'"]} if position else {}),
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
    }
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in rules.items())


def _origins(hrefs: Iterable[str]) -> list[str]:
    parts = [urlsplit(href) for href in hrefs]
    return [f"{p.scheme}://{p.netloc}" for p in parts if p.scheme in ("http", "https")]


def web_url(url: str | None) -> str | None:
    """The URL if it is one of the web's: a link must not run anything."""
    return url if url and urlsplit(url).scheme in ("http", "https") else None


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _data(kind: str, text: str) -> str:
    """A data: URI; from disk a track in a file of its own would not load."""
    return f"data:{kind};base64,{base64.b64encode(text.encode()).decode()}"


def _ui_language(lang: str) -> str:
    """Attributes of the page's own words where they are not in the article's language."""
    own = words_language(lang)
    if own == lang.split("-")[0].lower():
        return ""
    return f' lang="{own}" dir="{direction(own)}"'


def _sentence_track(episode: Episode) -> str:
    """Cues that name the element that sounds (SyncMediaLite's way of reading along)."""
    cues = ["WEBVTT"]
    for cue in episode.cues:
        target = {"selector": {"type": "FragmentSelector", "value": cue.id}}
        cues.append(f"{cue.id}\n{_span(cue.start_ms, cue.end_ms)}\n{json.dumps(target)}")
    return "\n\n".join(cues) + "\n"


def _chapter_track(chapters: Iterable[Chapter]) -> str:
    cues = ["WEBVTT"]
    for chapter in chapters:
        title = escape(" ".join(chapter.title.split()), quote=False)
        cues.append(f"{_span(chapter.start_ms, chapter.end_ms)}\n{title}")
    return "\n\n".join(cues) + "\n"


def _span(start_ms: int, end_ms: int) -> str:
    return f"{vtt.stamp(start_ms)} --> {vtt.stamp(max(end_ms, start_ms + 1))}"


def _head(article: Article, feed: str | None) -> str:
    lines = []
    if opening := next((b.text for b in article.blocks if b.kind == "paragraph"), ""):
        lines.append(
            f'<meta name="description" content="{escape(textwrap.shorten(opening, 160, placeholder="…"))}">'
        )
    url = web_url(article.url)
    if url:
        lines.append(f'<link rel="canonical" href="{escape(url)}">')
    if feed:
        title = escape(article.site or article.title)
        lines.append(
            f'<link rel="alternate" type="application/rss+xml" title="{title}" href="{escape(feed)}">'
        )
    return "\n".join(lines)


def _about(episode: Episode, article: Article, audio: str) -> str:
    """Return what search engines are told (schema.org)."""
    about: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.title,
        "inLanguage": article.lang,
        "datePublished": article.published,
        "mainEntityOfPage": web_url(article.url),
        "author": {"@type": "Person", "name": article.byline} if article.byline else None,
        "publisher": {"@type": "Organization", "name": article.site} if article.site else None,
        "audio": {
            "@type": "AudioObject",
            "contentUrl": audio,
            "encodingFormat": "audio/mpeg",
            "duration": f"PT{episode.duration_ms / 1000:.3f}S",
            "contentSize": str(episode.size),
        },
    }
    return _json({name: value for name, value in about.items() if value})


def _json(value: object) -> str:
    """JSON that can stand in a script element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _byline(episode: Episode, article: Article) -> str:
    table = words(article.lang)
    ui = _ui_language(article.lang)
    parts = []
    if article.byline:
        name = escape(table["by"].format(name=article.byline), quote=False)
        parts.append(f'<span class="author">{name}</span>')
    if article.published:
        shown = escape(long_date(article.published, article.lang), quote=False)
        iso = re.match(r"\d{4}-\d\d-\d\d", article.published)
        parts.append(f'<time datetime="{iso[0]}"{ui}>{shown}</time>' if iso else f"<span>{shown}</span>")
    minutes = max(1, round(episode.duration_ms / 60_000))
    parts.append(f"<span{ui}>{escape(table['length'].format(n=minutes))}</span>")
    return "".join(parts)


def _contents(episode: Episode, article: Article, anchors: list[str], audio: str) -> str:
    """The chapters as links into the text and, for those without scripts, into the audio; none for one."""
    if len(episode.chapters) < 2:
        return ""
    table = words(article.lang)
    lines = []
    for n, (chapter, anchor) in enumerate(zip(episode.chapters, anchors, strict=True)):
        at = chapter.start_ms / 1000
        lines.append(
            f'<li data-chapter="{n}"><a href="#{anchor}">{escape(chapter.title, quote=False)}</a>'
            f'<a class="at" href="{escape(audio)}#t={at:.3f}">{_clock(chapter.start_ms)}</a></li>'
        )
    ui = _ui_language(article.lang)
    own = f' lang="{escape(article.lang)}" dir="{direction(article.lang)}"' if ui else ""
    return "\n".join(
        (
            f'<nav class="contents" aria-label="{escape(table["contents"])}"{ui}>',
            f"<details><summary>{escape(table['contents'])}</summary>",
            f"<ol{own}>",
            *lines,
            "</ol>",
            "</details>",
            "</nav>",
        )
    )


def _clock(ms: int) -> str:
    minutes, seconds = divmod(ms // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def _keys(table: Mapping[str, Any]) -> str:
    lines = []
    for keys, *names in KEYS:
        shown = " ".join(f"<kbd>{escape(table.get(key, key))}</kbd>" for key in keys)
        said = " · ".join(escape(table[name]) for name in names)
        lines.append(f"<div><dt>{said}</dt><dd>{shown}</dd></div>")
    return "".join(lines)


def _colophon(episode: Episode, article: Article, table: Mapping[str, Any]) -> str:
    lines = []
    if url := web_url(article.url):
        lines.append(f'<p><a href="{escape(url)}">{escape(table["source"])}</a></p>')
    voices = "; ".join(dict.fromkeys(v.credit for v in episode.voices))
    if voices:
        lines.append(f"<p>{escape(table['voice'].format(name=voices), quote=False)}</p>")
    return f"<div>{''.join(lines)}</div>"


def _masthead(article: Article, library: str | None) -> str:
    """Return where it is from, and the way back to where it was chosen."""
    table = words(article.lang)
    back = ""
    if library:
        ui = _ui_language(article.lang)
        back = f'<a class="back" href="{escape(library)}"{ui}>{escape(table["library"])}</a>'
    site = f"<p>{escape(article.site)}</p>" if article.site else ""
    return f'<header class="masthead">{back}{site}</header>' if back or site else ""


def _story(
    episode: Episode,
    article: Article,
    marked: Body,
    anchors: list[str],
    cover: str | None,
    position: str | None,
) -> str:
    """Return what the scripts know: the clock, and the page's own words that they say."""
    cues = []
    for cue in episode.cues:
        times = [
            (w.start, w.length, w.start_ms - cue.start_ms, w.end_ms - cue.start_ms)
            for w in marked.words.get(cue.id, ())
        ]
        cues.append([cue.id, cue.start_ms, cue.end_ms, [number for word in times for number in word]])
    chapters = [[c.start_ms, anchor, c.title] for c, anchor in zip(episode.chapters, anchors, strict=True)]
    table = words(article.lang)
    return _json(
        {
            "audio": episode.sha256[:16],
            "duration": episode.duration_ms,
            "title": article.title,
            "byline": article.byline or "",
            "site": article.site or "",
            "cover": cover,
            "position": position,
            "chapters": chapters,
            "cues": cues,
            "phrases": {name: table[name] for name in PHRASES},
        }
    )
