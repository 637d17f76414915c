"""One page of the feed: RSS 2.0 with the itunes, podcast, psc, atom and dc namespaces."""

from __future__ import annotations

from email.utils import format_datetime

from listen.feed.addresses import Addresses
from listen.feed.markup import clean, element, escape, limit
from listen.feed.paging import Page
from listen.library import Entry, Show, versions
from listen.library.records import CHAPTERS, TRANSCRIPTS, moment
from listen.model import Chapter

DESCRIPTION_BYTES = 4000
"""More of a channel's description is refused."""
NOTES_BYTES = 10_000
MIN_STAMPS = 3
"""Apps read time stamps in the notes when there are at least this many."""

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<?xml-stylesheet type="text/xsl" href="feed.xsl"?>
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" \
xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:psc="http://podlove.org/simple-chapters" \
xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
"""


def page(show: Show, page: Page, addresses: Addresses, cover: str, changed: str) -> bytes:
    """The page's XML; `cover` is the picture's address, `changed` when the library last did.

    The same arguments give the same bytes.
    """
    lines = _channel(show, page, addresses, cover, changed)
    items = [_item(show, entry, addresses) for entry in page.entries]
    return (_HEAD + "\n".join([*lines, *items]) + "\n</channel>\n</rss>\n").encode()


def date(stamp: str) -> str:
    """RFC 2822."""
    return format_datetime(moment(stamp), usegmt=True)


def _channel(show: Show, page: Page, addresses: Addresses, cover: str, changed: str) -> list[str]:
    link = show.link or addresses.base
    author = show.author or show.title
    lines = [
        element("title", show.title),
        element("link", link),
        element("description", limit(clean(show.description), DESCRIPTION_BYTES)),
        element("language", show.language.lower()),
        *_links(show, page, addresses),
        element("generator", "listen"),
        element("lastBuildDate", date(changed)),
        _category(show.category),
        f'<itunes:image href="{escape(cover)}"/>',
        "<image>" + element("url", cover) + element("title", show.title) + element("link", link) + "</image>",
        element("itunes:author", author),
        element("itunes:type", "episodic"),
        element("itunes:explicit", _bool(show.explicit)),
        element("podcast:medium", show.medium),
        element("podcast:locked", "yes" if show.locked else "no", owner=show.email),
        element("podcast:txt", "true", purpose="ai-content"),
    ]
    if show.guid:
        lines.append(element("podcast:guid", show.guid))
    if show.email:
        owner = element("itunes:name", author) + element("itunes:email", show.email)
        lines.append(f"<itunes:owner>{owner}</itunes:owner>")
    if show.copyright:
        lines.append(element("copyright", show.copyright))
    if not show.public:
        lines.append(element("itunes:block", "Yes"))
    if show.frequency or show.complete:
        lines.append(_frequency(show))
    if show.complete:
        lines.append(element("itunes:complete", "Yes"))
    if show.new_feed_url:
        lines.append(element("itunes:new-feed-url", show.new_feed_url))
    return lines


def _links(show: Show, page: Page, addresses: Addresses) -> list[str]:
    """Self, the hub, and the neighbours of a paged feed."""
    where = {"self": addresses.feed(page.number)}
    if page.archives:
        where["first"] = addresses.feed()
        where["last"] = addresses.feed(1)
        if page.number:
            where["previous"] = addresses.feed(page.number + 1 if page.number < page.archives else 0)
        if page.number != 1:
            where["next"] = addresses.feed(page.number - 1 if page.number else page.archives)
    lines = [
        element("atom:link", rel=rel, href=href, _type="application/rss+xml") for rel, href in where.items()
    ]
    if show.hub:
        lines.append(element("atom:link", rel="hub", href=show.hub))
    return lines


def _category(category: str) -> str:
    main, _, sub = category.partition(" > ")
    if not sub:
        return f'<itunes:category text="{escape(main)}"/>'
    inner = f'<itunes:category text="{escape(sub)}"/>'
    return f'<itunes:category text="{escape(main)}">{inner}</itunes:category>'


def _frequency(show: Show) -> str:
    words = {"FREQ=DAILY": "Daily", "FREQ=WEEKLY": "Weekly", "FREQ=MONTHLY": "Monthly"}
    text = "Complete" if show.complete else words.get(show.frequency, show.frequency)
    complete = "true" if show.complete else ""
    return element("podcast:updateFrequency", text[:128], complete=complete, rrule=show.frequency)


def _item(show: Show, entry: Entry, addresses: Addresses) -> str:
    audio = entry.files[0]
    lines = [
        "<item>",
        element("title", entry.title),
        element("itunes:title", entry.title),
        element("link", entry.url or addresses.base),
        f"<description><![CDATA[{notes(entry)}]]></description>",
        element("enclosure", url=addresses.file(entry, audio.name), length=str(audio.size), _type=audio.type),
        f'<guid isPermaLink="false">{entry.guid}</guid>',
        element("pubDate", date(entry.pub)),
        element("itunes:duration", str(entry.seconds)),
        element("itunes:explicit", _bool(show.explicit)),
        element("itunes:episodeType", "full"),
        element("podcast:txt", "true", purpose="ai-content"),
    ]
    if entry.byline:
        lines += [element("itunes:author", entry.byline), element("dc:creator", entry.byline)]
        lines.append(element("podcast:person", entry.byline, group="writing", role="author"))
    lines += [element("podcast:person", limit(v, 128), group="cast", role="narrator") for v in entry.voices]
    if entry.site:
        lines.append(element("dc:publisher", entry.site))
    if entry.version > 1:
        lines.append(element("atom:updated", entry.updated))
    lines += _transcripts(entry, addresses)
    lines += _chapters(entry, addresses)
    return "\n".join([*lines, "</item>"])


def _transcripts(entry: Entry, addresses: Addresses) -> list[str]:
    files = [item for item in map(entry.file, TRANSCRIPTS) if item]
    lang = "" if entry.lang == "und" else entry.lang
    return [
        element(
            "podcast:transcript",
            url=addresses.file(entry, f.name),
            _type=f.type,
            language=lang,
            rel="captions",
        )
        for f in files
    ]


def _chapters(entry: Entry, addresses: Addresses) -> list[str]:
    file = entry.file(CHAPTERS)
    lines = []
    if file:
        lines.append(element("podcast:chapters", url=addresses.file(entry, file.name), _type=file.type))
    if entry.chapters:
        marks = "".join(element("psc:chapter", start=npt(c.start_ms), title=c.title) for c in entry.chapters)
        lines.append(f'<psc:chapters version="1.2">{marks}</psc:chapters>')
    return lines


def notes(entry: Entry) -> str:
    """The show notes as HTML: what it is about, whose it is, who reads, where the chapters are."""
    parts = [f"<p>{escape(entry.summary)}</p>"] if entry.summary else []
    parts.append(f"<p>{'<br>'.join(credits_html(entry))}</p>")
    if len(entry.chapters) >= MIN_STAMPS:
        parts.append("<p>" + "<br>".join(_stamp_line(c) for c in entry.chapters) + "</p>")
    while len("".join(parts).encode()) > NOTES_BYTES and len(parts) > 2:
        parts.pop()
    return "".join(parts)


def credits_html(entry: Entry) -> list[str]:
    """Author, publisher, link, correction, voice: a line of HTML each."""
    lines = []
    by = f"Written by {entry.byline}" if entry.byline else ""
    at = " ".join(
        part
        for part in (
            f"published by {entry.site}" if entry.site else "published" if entry.published else "",
            f"on {entry.published[:10]}" if entry.published else "",
        )
        if part
    )
    text = ", ".join(part for part in (by, at) if part)
    if text:
        lines.append(escape(f"{text[0].upper()}{text[1:]}."))
    if entry.url:
        lines.append(f'<a href="{escape(entry.url)}">The article</a>.')
    if entry.version > 1 and entry.reason in ("", versions.ARTICLE):  # older libraries say no reason
        lines.append(f"Updated on {entry.updated[:10]}: the article was changed.")
    by = f": {escape('; '.join(entry.voices))}" if entry.voices else ""
    lines.append(f"Narrated by a synthetic voice{by}.")
    return lines


def _stamp_line(chapter: Chapter) -> str:
    return f"{npt(chapter.start_ms)[:8]} {escape(chapter.title)}"


def npt(ms: int) -> str:
    """`hh:mm:ss.mmm`."""
    seconds, rest = divmod(ms, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{rest:03}"


def _bool(value: bool) -> str:
    return "true" if value else "false"
