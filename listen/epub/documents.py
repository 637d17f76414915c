"""The documents of a book: each article's text, its Media Overlay, the table of contents, the cover page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from listen.epub.cover_page import Cover
from listen.model import Article, Episode
from listen.page import chapter_anchors, web_url
from listen.page.body import Body
from listen.page.language import direction, long_date, words, words_language


@dataclass(frozen=True, slots=True)
class Chapter:
    """One article of the book."""

    name: str
    """Of its files, without ending."""
    episode: Episode
    article: Article
    marked: Body


def text(chapter: Chapter) -> str:
    """The article as XHTML."""
    article = chapter.article
    table = words(article.lang)
    own = words_language(article.lang)
    line = [escape(table["by"].format(name=article.byline), quote=False)] if article.byline else []
    line += [escape(article.site, quote=False)] if article.site else []
    line += [escape(long_date(article.published, article.lang), quote=False)] if article.published else []
    byline = f'<p class="byline">{" · ".join(line)}</p>' if line else ""
    url = web_url(article.url)
    source = (
        f'<p class="source" lang="{own}" xml:lang="{own}">'
        f'<a href="{escape(url)}">{escape(table["source"], quote=False)}</a></p>'
        if url
        else ""
    )
    main = f"""<section epub:type="chapter" role="doc-chapter" aria-labelledby="title">
<header>
<h1 id="title">{chapter.marked.title}</h1>
{byline}
</header>
{chapter.marked.html}
{source}
</section>"""
    return _page(article.title, article.lang, main, kind="bodymatter")


def overlay(chapter: Chapter) -> str:
    """The Media Overlay: for each sentence its element and its stretch of the audio, without gaps."""
    pars = "\n".join(
        f'<par id="p-{ident}"><text src="{chapter.name}.xhtml#{ident}"/>'
        f'<audio src="{chapter.name}.mp3" clipBegin="{_clock(start)}" clipEnd="{_clock(end)}"/></par>'
        for ident, start, end in clips(chapter.episode)
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<smil xmlns="http://www.w3.org/ns/SMIL" xmlns:epub="http://www.idpf.org/2007/ops" version="3.0">
<body>
<seq id="story" epub:textref="{chapter.name}.xhtml" epub:type="chapter">
{pars}
</seq>
</body>
</smil>
"""


def clips(episode: Episode) -> Iterator[tuple[str, int, int]]:
    """Each cue's id with its clip in milliseconds; the first begins at 0, the last ends with the audio."""
    starts = [cue.start_ms for cue in episode.cues]
    starts[:1] = [0]
    ends = [*starts[1:], episode.duration_ms]
    for cue, start, end in zip(episode.cues, starts, ends, strict=True):
        yield cue.id, start, end


def nav(title: str, lang: str, chapters: Sequence[Chapter]) -> str:
    """The table of contents: the articles, and in each its chapters."""
    table = words(lang)
    if len(chapters) == 1:
        items = "\n".join(_links(chapters[0]))
    else:
        items = "\n".join(map(_article, chapters))
    name = escape(table["contents"], quote=False)
    begin = escape(chapters[0].article.title, quote=False)
    main = f"""<nav epub:type="toc" role="doc-toc" aria-labelledby="contents">
<h1 id="contents">{name}</h1>
<ol>
{items}
</ol>
</nav>
<nav epub:type="landmarks" aria-label="{escape(table["skip"])}" hidden="hidden">
<ol>
<li><a epub:type="cover" href="cover.xhtml">{escape(table["cover"], quote=False)}</a></li>
<li><a epub:type="toc" href="nav.xhtml">{name}</a></li>
<li><a epub:type="bodymatter" href="{chapters[0].name}.xhtml">{begin}</a></li>
</ol>
</nav>"""
    return _page(title, lang, main)


def _article(chapter: Chapter) -> str:
    inner = list(_links(chapter))
    below = "\n<ol>\n" + "\n".join(inner) + "\n</ol>\n" if len(inner) > 1 else ""
    title = escape(chapter.article.title, quote=False)
    lang = escape(chapter.article.lang)
    name = f'<a href="{chapter.name}.xhtml" lang="{lang}" xml:lang="{lang}">{title}</a>'
    return f"<li>{name}{below}</li>"


def _links(chapter: Chapter) -> Iterator[str]:
    lang = escape(chapter.article.lang)
    for place, anchor in zip(chapter.episode.chapters, chapter_anchors(chapter.episode), strict=True):
        title = escape(place.title, quote=False)
        href = f"{chapter.name}.xhtml#{anchor}"
        yield f'<li><a href="{href}" lang="{lang}" xml:lang="{lang}">{title}</a></li>'


def cover_page(title: str, lang: str, cover: Cover) -> str:
    """A page that is only the cover."""
    alt = escape(f"{words(lang)['cover']}: {title}")
    picture = f'<img class="cover" role="doc-cover" src="{cover.name}" alt="{alt}"/>'
    main = f'<section epub:type="cover">{picture}</section>'
    return _page(title, lang, main)


def _page(title: str, lang: str, main: str, kind: str = "") -> str:
    tag = escape(lang)
    role = f' epub:type="{kind}"' if kind else ""
    names = 'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html {names} lang="{tag}" xml:lang="{tag}" dir="{direction(lang)}">
<head>
<meta charset="utf-8"/>
<title>{escape(title, quote=False)}</title>
<link rel="stylesheet" href="book.css"/>
</head>
<body{role}>
{main}
</body>
</html>
"""


def _clock(ms: int) -> str:
    """Milliseconds as SMIL writes them, `0:01:02.345`."""
    seconds, ms = divmod(ms, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}.{ms:03}"
