"""Input that breaks extractors: name → what makes it, and exactly what has to come of it.

`WHOLE` holds pages of which the whole story must come out, block by block (`STORY`, or what `BLOCKS` says),
`NOTHING` those without an article and what the error must say, `HUGE` what is larger than all of these. Each is
made only when asked for: all of them together take longer than many tests.
"""

# ruff: noqa: E501 - the tables of inputs read best with one input a line

import email.message
import gzip
import io
import zipfile
from collections.abc import Callable

P1 = (
    "The ferry left the harbour at six in the morning, and by the time the sun was over the hills the town behind "
    "it was no more than a line of white along the water, said the captain, who had made the crossing for years."
)
P2 = (
    "Nobody on board knew that it would be the last crossing of the season, because the letter that said so was "
    "still lying on a desk in the company's office, where it would be found on the following Monday."
)
P3 = (
    "When they came back in the evening the quay was full of people, and the mayor, who had heard the news by then, "
    "made a short speech about the ships that had served the island since the year his grandfather was born."
)
BODY = f"<h1>The last ferry</h1><p>{P1}</p><p>{P2}</p><p>{P3}</p>"
PAGE = f"<!doctype html><html lang=en><head><title>The last ferry</title></head><body><article>{BODY}</article></body></html>"
STORY = (P1, P2, P3)


def wrap(before: str = "", after: str = "", inside: str = BODY) -> bytes:
    return f"<html><head><title>The last ferry</title></head><body>{before}<article>{inside}</article>{after}</body></html>".encode()


def nested(tag: str, depth: int, close: bool = True) -> bytes:
    return wrap(inside=f"<{tag}>" * depth + BODY + (f"</{tag}>" * depth if close else ""))


def attributes() -> str:
    return " ".join(f"data-a{i}='{i}'" for i in range(20_000))


def repeated(text: str, size: int) -> str:
    """`text` again and again, about `size` characters of it."""
    return text * (size // len(text))


def archive(parts: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in parts.items():
            out.writestr(name, data)
    return held.getvalue()


def mail(depth: int) -> bytes:
    """A saved page inside so many multipart messages."""
    part = email.message.MIMEPart()
    part.set_content(PAGE, subtype="html")
    for _ in range(depth):
        outer = email.message.MIMEPart()
        outer["Content-Type"] = "multipart/related"
        outer.attach(part)
        part = outer
    return b"MIME-Version: 1.0\n" + part.as_bytes()


RUSSIAN = (
    "Паром вышел из гавани в шесть часов утра, и к тому времени, когда солнце поднялось над холмами, город за ним был лишь белой чертой вдоль воды, сказал капитан.",
    "Никто на борту не знал, что это последний рейс сезона, потому что письмо, в котором об этом говорилось, всё ещё лежало на столе в конторе компании.",
    "Когда они вернулись вечером, набережная была полна людей, и мэр, который к тому времени уже слышал новость, произнёс короткую речь о кораблях.",
)
JAPANESE = (
    "渡し船は朝六時に港を出て、太陽が丘の上に昇るころには、背後の町は水際の白い線にしか見えなかったと、長年この航路を渡ってきた船長は語った。",
    "それが季節最後の航海になることを、船上の誰も知らなかった。そう書かれた手紙は、まだ会社の事務所の机の上に置かれたままだったからである。",
    "夕方に戻ってくると岸壁は人でいっぱいで、すでに知らせを聞いていた町長が、祖父の生まれた年から島に仕えてきた船について短い演説をした。",
)


def foreign(story: tuple[str, ...], encoding: str, label: str = "") -> bytes:
    inside = "".join(f"<p>{p}</p>" for p in story)
    return (
        f"<html><head>{label}<title>x</title></head><body><article>{inside}</article></body></html>".encode(
            encoding
        )
    )


WORD = "x" * 2_000_000
ZALGO = "z" + "\u0301" * 200_000
ENTITIES = PAGE.replace("The ferry", "&#84;he&nbsp;ferry").replace(" captain,", "&#0; captain&#x2c;&#xd800;")
# Name → what makes bytes of which the whole story must come out.
WHOLE: dict[str, Callable[[], bytes]] = {
    "100,000 nested div": lambda: nested("div", 100_000),
    "100,000 nested div, never closed": lambda: nested("div", 100_000, close=False),
    "5,000 nested span": lambda: nested("span", 5_000),
    "5,000 nested b": lambda: nested("b", 5_000),
    "5,000 nested font": lambda: nested("font", 5_000),
    "3,000 nested blockquote": lambda: nested("blockquote", 3_000),
    "240 nested x-y": lambda: nested("x-y", 240),
    "240 nested blockquote": lambda: nested("blockquote", 240),
    "3,000 nested section": lambda: nested("section", 3_000),
    "3,000 nested ul li": lambda: wrap(before="<ul><li>" * 3000 + "x" + "</li></ul>" * 3000),
    "3,000 nested tables": lambda: wrap(before="<table><tr><td>" * 3000 + "x" + "</td></tr></table>" * 3000),
    "10,000 unclosed a": lambda: wrap(before="<a href=x>" * 10_000),
    "20,000 stray end tags": lambda: wrap(before="</div>" * 20_000),
    "crossed tags": lambda: wrap(before="<b><i></b></i>" * 5_000),
    "NUL bytes between words": lambda: PAGE.replace(" ferry", "\0 ferry\0").encode(),
    "NUL bytes before": lambda: b"\0\0\0" + PAGE.encode(),
    "gzip bytes": lambda: gzip.compress(PAGE.encode()),
    "gzip twice": lambda: gzip.compress(gzip.compress(PAGE.encode())),
    "UTF-8 labelled latin-1": lambda: PAGE.replace("<head>", "<head><meta charset=iso-8859-1>").encode(),
    "no html element": lambda: BODY.encode(),
    "head never closed": lambda: PAGE.replace("</head>", "").encode(),
    "title never closed": lambda: f"<html><head></head><body>{BODY}</body><title>The".encode(),
    "comment never closed at the end": lambda: wrap(after="<!-- " + "x " * 1000),
    "script never closed at the end": lambda: wrap(after="<script>var a = '<p>no</p>';"),
    "CDATA": lambda: wrap(before="<![CDATA[ x ]]>"),
    "doctype of megabytes": lambda: b"<!DOCTYPE html " + b"x" * 2_000_000 + b">" + PAGE.encode(),
    "entity expansion": lambda: b"<!DOCTYPE h [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>" + PAGE.encode(),
    "20,000 attributes": lambda: wrap(before=f"<div {attributes()}></div>"),
    "an attribute of 5 MB": lambda: wrap(before=f"<div title='{'x' * 5_000_000}'></div>"),
    "a class of 1 MB": lambda: wrap(before=f"<div class='{'comment ' * 125_000}'>x</div>"),
    "5 MB of script": lambda: wrap(before=f"<script>{'var a = 1; // <p>' * 280_000}</script>"),
    "5 MB of style": lambda: wrap(before=f"<style>{'p {{ color: red }}' * 280_000}</style>"),
    "a data image of 5 MB": lambda: wrap(before=f"<img src='data:image/png;base64,{'A' * 5_000_000}'>"),
    "20,000 links": lambda: wrap(after="<ul>" + "<li><a href=/x>Elsewhere today</a></li>" * 20_000 + "</ul>"),
    "20,000 empty p": lambda: wrap(before="<p></p>" * 20_000),
    "50,000 br": lambda: wrap(before="<br>" * 50_000),
    "white space by the megabyte": lambda: wrap(before=" \n\t" * 1_000_000),
    "CRLF and CR": lambda: PAGE.replace(">", ">\r\n\r").encode(),
    "byte order mark": lambda: b"\xef\xbb\xbf" + PAGE.encode(),
    "two byte order marks": lambda: b"\xef\xbb\xbf\xef\xbb\xbf" + PAGE.encode(),
    "UTF-16 with mark": lambda: PAGE.encode("utf-16"),
    "UTF-16 without mark": lambda: PAGE.encode("utf-16-le"),
    "UTF-32": lambda: PAGE.encode("utf-32"),
    "unknown charset": lambda: PAGE.replace("<head>", "<head><meta charset=klingon-8>").encode(),
    "charset undecodable as text": lambda: PAGE.replace("<head>", "<head><meta charset=zlib>").encode(),
    "charset utf-7": lambda: PAGE.replace("<head>", "<head><meta charset=utf-7>").encode(),
    "broken UTF-8 in one place": lambda: PAGE.encode().replace(b"</article>", b"<p>The caf\xe9 on the quay stayed closed.</p></article>"),
    "upper case tags": lambda: PAGE.replace("<p>", "<P>").replace("</p>", "</P>").replace("article", "ARTICLE").encode(),
    "XHTML with prolog": lambda: b"<?xml version='1.0' encoding='UTF-8'?>" + PAGE.encode(),
    "JSON-LD that is no JSON": lambda: wrap(before="<script type=application/ld+json>{\"@type\": [[[</script>"),
    "JSON-LD nested 100,000 deep": lambda: wrap(before=f"<script type=application/ld+json>{'[' * 100_000}</script>"),
    "JSON-LD of odd types": lambda: wrap(
        before='<script type=application/ld+json>{"@type":5,"headline":{},"author":[1,null,{"name":[{}]}],"datePublished":[]}'
        "</script>"
    ),
    "meta without content": lambda: wrap(before="<meta property=og:title><meta content=x><meta name=author content=''>"),
    "dates of nowhere": lambda: wrap(before="<time datetime='9999-99-99T99:99'>31/31/2024 0000-00-00</time>"),
    "list numbers of nowhere": lambda: wrap(before="<ol start=99999999999999999999><li value=-5>x<li value=x>y</ol>"),
    "soft hyphens and zero widths": lambda: PAGE.replace("harbour", "har\u00adbour\u200b").encode(),
    "bidi overrides": lambda: PAGE.replace("harbour", "\u202eharbour\u202c").encode(),
    "a table of 5,000 rows": lambda: wrap(after="<table>" + "<tr><td>1<td>2</tr>" * 5_000 + "</table>"),
    "colspan of millions": lambda: wrap(after="<table><tr><td colspan=99999999 rowspan=99999999>1<td>2</tr><tr><td>3<td>4</table>"),
    "plain text with a tag in it": lambda: f"The last <ferry>\n\n{P1}\n\n{P2}\n\n{P3}\n".encode(),
    "plain text": lambda: f"The last ferry\n\n{P1}\n\n{P2}\n\n{P3}\n".encode(),
    "plain text with NULs": lambda: f"The last ferry\n\n{P1}\n\n{P2}\n\n{P3}\n\0\0".encode(),
    "plain text in latin-1": lambda: f"The last ferry\n\n{P1}\n\n{P2}\n\n{P3}\n\nCafé fermé à huit heures.\n".encode("latin-1"),
    "plain text with old Mac line ends": lambda: f"The last ferry\r\r{P1}\r\r{P2}\r\r{P3}\r".encode(),
    # Encodings that say nothing, or lie.
    "Windows-1251 without a label": lambda: foreign(RUSSIAN, "cp1251"),
    "KOI8-R with its label": lambda: foreign(RUSSIAN, "koi8-r", "<meta charset=koi8-r>"),
    "Windows-1251 labelled UTF-8": lambda: foreign(RUSSIAN, "cp1251", "<meta charset=utf-8>"),
    "Shift JIS without a label": lambda: foreign(JAPANESE, "cp932"),
    "EUC-JP with its label": lambda: foreign(JAPANESE, "euc-jp", "<meta charset=euc-jp>"),
    "ISO-2022-JP with its label": lambda: foreign(JAPANESE, "iso2022_jp", "<meta charset=iso-2022-jp>"),
    "UTF-16 labelled UTF-8": lambda: PAGE.replace("<head>", "<head><meta charset=utf-8>").encode("utf-16"),
    "UTF-8 twice over": lambda: PAGE.replace("captain", "‘captain’").replace("company's", "company’s").replace("mayor", "‘mayor’").encode().decode("cp1252", "replace").encode(),
    "character references of nowhere": lambda: ENTITIES.encode(),
    "a declaration of no encoding": lambda: b"<?xml version='1.0' encoding=''?>" + PAGE.encode(),
    # Mark-up that ends where it should not.
    "an attribute never closed": lambda: wrap(before="<div title=\"x>"),
    "a tag never closed": lambda: wrap(after="<p <p <p"),
    "less-than signs in the text": lambda: PAGE.replace("said the captain", "said the captain <3 of a < b").encode(),
    "a > in an attribute": lambda: wrap(before="<img alt='a > b > c' src=x>"),
    "p within p": lambda: wrap(inside=BODY.replace("</p>", "")),
    "10,000 p never closed": lambda: wrap(before="<p>" * 10_000),
    "3,000 unclosed divs, p never closed": lambda: wrap(inside="<div>" * 3_000 + BODY.replace("</p>", "")),
    "a story in a layout table": lambda: wrap(inside=f"<table><tr><td width=1></td><td>{BODY}</td></tr></table>"),
    "text loose in a table": lambda: wrap(inside=f"<table>{BODY}<tr><td>1<td>2</tr></table>"),
    "a story in a form": lambda: wrap(inside=f"<form action=/x>{BODY}<input type=hidden name=x></form>"),
    "a story in a button's page": lambda: wrap(before="<button>" * 500),
    "a frameset before": lambda: b"<frameset><frame src=x></frameset>" + PAGE.encode(),
    "three html elements": lambda: PAGE.encode().replace(b"<body>", b"</html><html><body></body></html><html><body>"),
    "script with a comment never closed": lambda: wrap(before="<script><!-- document.write('<p>') </script>"),
    "conditional comments": lambda: wrap(before="<!--[if IE]><p>Your browser is old</p><![endif]-->"),
    "processing instructions": lambda: wrap(before="<?php echo 1; ?>" * 1000),
    # Much of something.
    "a word of 2 MB": lambda: wrap(after=f"<p>{WORD}</p>"),
    "200,000 accents on one letter": lambda: wrap(after=f"<p class=x>{ZALGO}</p>"),
    "100,000 opening brackets": lambda: wrap(after=f"<aside class=related>{'([{' * 33_000}</aside>"),
    "100,000 addresses": lambda: wrap(after=f"<aside class=related>{'http://a.b/c ' * 100_000}</aside>"),
    "100,000 half links": lambda: wrap(after=f"<aside class=related>{'[a](http://b ' * 60_000}</aside>"),
    "by A A A A": lambda: wrap(after="<aside class=related>" + f"<p>by {'Ann ' * 35}</p>" * 5_000 + "</aside>"),
    "a day, 50,000 times": lambda: wrap(after="<aside class=related>" + "<p>3 May 2024</p>" * 10_000 + "</aside>"),
    "50,000 meta": lambda: PAGE.replace("<head>", "<head>" + "<meta name=author content=x>" * 50_000).encode(),
    "50,000 link rel=next": lambda: PAGE.replace("<head>", "<head>" + "<link rel=next href=/x/2>" * 50_000).encode(),
    "20,000 time": lambda: wrap(after="<aside class=related>" + "<time datetime=2024-05-03></time> " * 20_000 + "</aside>"),
    "10 MB of JSON-LD": lambda: wrap(before=f"<script type=application/ld+json>[{'{},' * 3_000_000}{{}}]</script>"),
    "20,000 pictures": lambda: wrap(before="<img src=x alt=Boat>" * 20_000),
    "10,000 iframes": lambda: wrap(before="<iframe src=x></iframe>" * 10_000),
    "5,000 options": lambda: wrap(before="<select>" + "<option>One more town" * 5_000 + "</select>"),
    "2,000 scripts": lambda: wrap(before="<script>var a</script>" * 2_000),
    "a style of 2 MB on one element": lambda: wrap(before=f"<p style='{'color:red;' * 200_000}'></p>"),
    "line separators": lambda: PAGE.replace(" by the time", "\u2028by\u2029the\x0btime").encode(),
    "saved in forty messages": lambda: mail(40),
    "gzip in two members": lambda: gzip.compress(PAGE.encode()[:200]) + gzip.compress(PAGE.encode()[200:]),
    "plain text of one line": lambda: f"The last ferry\n{P1} {P2} {P3}".encode(),
    "plain text with form feeds": lambda: f"The last ferry\n\n{P1}\n\n\f{P2}\n\n{P3}\n".encode(),
    "Markdown cut off in a fence": lambda: f"# The last ferry\n\n{P1}\n\n{P2}\n\n{P3}\n\n```\nx = 1".encode(),
    "an EPUB of 3,000 parts that it does not name": lambda: archive({
        "mimetype": b"application/epub+zip",
        "META-INF/container.xml": b"<container><rootfiles><rootfile full-path='a.opf'/></rootfiles></container>",
        "a.opf": b"<package><manifest><item id='x' href='x.html' media-type='application/xhtml+xml'/></manifest><spine><itemref idref='x'/></spine></package>",
        "x.html": f"<html><body>{BODY}</body></html>".encode(),
    } | {f"{n}.bin": b"x" for n in range(3_000)}),
}  # fmt: skip

# Where something else, or something more than `STORY`, is right.
BLOCKS: dict[str, tuple[str, ...]] = {
    "title never closed": ("The last ferry", *STORY),
    "broken UTF-8 in one place": (*STORY, "The café on the quay stayed closed."),
    "a table of 5,000 rows": (*STORY, "\n".join(["1 | 2"] * 5_000)),
    "plain text in latin-1": (*STORY, "Café fermé à huit heures."),
    "plain text of one line": (f"{P1} {P2} {P3}",),
    "less-than signs in the text": (P1.replace("said the captain", "said the captain <3 of a < b"), P2, P3),
    "UTF-8 twice over": (
        P1.replace("captain", "‘captain’"), P2.replace("company's", "company’s"), P3.replace("mayor", "‘mayor’"),
    ),
    "Markdown cut off in a fence": (*STORY, "x = 1"),
    "an EPUB of 3,000 parts that it does not name": ("The last ferry", *STORY),
} | {name: RUSSIAN for name in WHOLE if "1251" in name or "KOI8" in name} | {name: JAPANESE for name in WHOLE if "JP" in name or "JIS" in name}  # fmt: skip

# Name → what makes bytes that hold no article, and what the error must say.
NOTHING: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "nothing came on standard input"),
    "white space": (lambda: b" \n\t ", "is empty"),
    "only NULs": (lambda: bytes(1000), "is empty"),
    "only a head": (lambda: b"<html><head><title>x</title></head></html>", "page is empty"),
    "only scripts": (lambda: b"<html><body><script>document.write('<p>hello</p>')</script></body></html>", "page is empty.*save it in a browser"),
    "only noscript": (lambda: b"<html><body><noscript>You need to enable JavaScript to run this app.</noscript><div id=root></div></body></html>", "page is empty"),
    "PDF bytes": (lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(range(256)) * 40, "PDF"),
    "PNG bytes": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, "is a picture"),
    "JPEG bytes": (lambda: b"\xff\xd8\xff\xe0" + bytes(range(256)) * 40, "is a picture"),
    "WebP bytes": (lambda: b"RIFF\x24\0\0\0WEBPVP8 " + bytes(range(256)) * 40, "is a picture"),
    "an SVG": (lambda: b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'>" + b"<path d='M0 0L1 1'/>" * 50 + b"</svg>", "is a picture"),
    "MP3 bytes": (lambda: b"ID3\x04" + bytes(range(256)) * 40, "is a sound"),
    "MP4 bytes": (lambda: b"\0\0\0\x18ftypmp42" + bytes(range(256)) * 40, "film"),
    "a program": (lambda: b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 40, "is a program"),
    "an EPUB cut short": (lambda: b"PK\x03\x04\x14\0mimetypeapplication/epub+zip" + bytes(100), "damaged EPUB"),
    "an EPUB without its package": (lambda: archive({"mimetype": b"application/epub+zip", "META-INF/container.xml": b"<container/>"}), "EPUB"),
    "a bomb of an EPUB": (lambda: archive({"mimetype": b"application/epub+zip", "META-INF/container.xml": b" " * 250_000_000}), "too large"),
    "a ZIP": (lambda: b"PK\x03\x04\x14\0" + bytes(100), "a ZIP file"),
    "RTF": (lambda: b"{\\rtf1\\ansi{\\fonttbl\\f0 Helvetica;}\\f0 " + P1.encode() + b"\\par}", "RTF"),
    "PostScript": (lambda: b"%!PS-Adobe-3.0\n/Helvetica findfont 12 scalefont setfont\n" + b"(x) show\n" * 200, "PostScript"),
    "a property list": (lambda: b"bplist00" + bytes(range(256)) * 4, "web archive|binary"),
    "an empty feed": (lambda: b"<?xml version='1.0'?><rss version='2.0'><channel><title>x</title></channel></rss>", "no items"),
    "a feed cut short": (lambda: b"<?xml version='1.0'?><rss version='2.0'><channel><item><title>x</title><desc", "only summaries"),
    "a feed that multiplies": (
        lambda: b"<?xml version='1.0'?><!DOCTYPE r [<!ENTITY a 'ha'>" + b"".join(b"<!ENTITY %c '%s'>" % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
        + b"]><rss version='2.0'><channel><item><title>&j;</title><description>&j;</description></item></channel></rss>", "summaries|damaged",
    ),
    "noise": (lambda: bytes((i * 7919) % 256 for i in range(20_000)), "is a binary file"),
    "gzip of noise": (lambda: gzip.compress(bytes((i * 7919) % 256 for i in range(20_000))), "is a binary file"),
    "gzip cut short": (lambda: gzip.compress(PAGE.encode() * 20)[:-40], "cut short"),
    "gzip of a gigabyte": (lambda: gzip.compress(bytes(100_000_000)), "too large"),
    "MHTML without HTML": (lambda: b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n\n--x--\n", "holds no HTML"),
    "the same link, 50,000 times": (lambda: b"<html><body>" + b"<a href=/x>Elsewhere today</a>" * 50_000 + b"</body></html>", "list of links"),
}  # fmt: skip


def _page(inside: str) -> bytes:
    return f"<html><body>{inside}</body></html>".encode()


# Name → what makes 50 MB of it; the story (so many characters), or the error.
HUGE: dict[str, tuple[Callable[[], bytes], str]] = {
    "50 MB of paragraphs": (lambda: _page(repeated(f"<p>{P1}</p>", 50_000_000)), "too large for one article"),
    "50 MB in one paragraph": (lambda: _page(f"<p>{repeated(P1 + ' ', 50_000_000)}</p>"), "too large for one article"),
    "50 MB of links": (lambda: _page(repeated("<li><a href='/x'>Elsewhere</a></li>", 50_000_000)), "too large for one article"),
    "50 MB of script": (lambda: _page(f"<script>{repeated('x = 1;', 50_000_000)}</script>{BODY}"), ""),
    "50 MB of divs": (lambda: _page(repeated("<div>", 50_000_000)), "too large for one article"),
    "50 MB of plain text": (lambda: repeated(f"{P1}\n\n", 50_000_000).encode(), ""),
    "14 MB of paragraphs": (lambda: _page(repeated(f"<p>{P1}</p>", 14_000_000)), ""),
    "20 MB of links around the story": (lambda: _page(repeated("<li><a href='/x'>Elsewhere</a></li>", 20_000_000) + f"<article>{BODY}</article>"), "too large for one article"),
    "3 MB of links around the story": (lambda: _page(repeated("<li><a href='/x'>Elsewhere</a></li>", 3_000_000) + f"<article>{BODY}</article>"), ""),
}  # fmt: skip
