"""Input that breaks extractors: for each an Article with its story or a clear error, in seconds."""

# ruff: noqa: E501 - the table of inputs reads best with one input a line

import gzip
import io
import resource
import subprocess
import sys
import time
import zipfile

import pytest

from listen.clean import Cleaned, clean, read
from listen.errors import ListenError
from listen.fetch import fetch
from listen.model import Source

pytestmark = pytest.mark.slow

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


# Name → bytes of which the whole story must come out.
WHOLE: dict[str, bytes] = {
    "100,000 nested div": nested("div", 100_000),
    "100,000 nested div, never closed": nested("div", 100_000, close=False),
    "5,000 nested span": nested("span", 5_000),
    "5,000 nested b": nested("b", 5_000),
    "5,000 nested font": nested("font", 5_000),
    "3,000 nested blockquote": nested("blockquote", 3_000),
    "240 nested x-y": nested("x-y", 240),
    "240 nested blockquote": nested("blockquote", 240),
    "3,000 nested section": nested("section", 3_000),
    "3,000 nested ul li": wrap(before="<ul><li>" * 3000 + "x" + "</li></ul>" * 3000),
    "3,000 nested tables": wrap(before="<table><tr><td>" * 3000 + "x" + "</td></tr></table>" * 3000),
    "10,000 unclosed a": wrap(before="<a href=x>" * 10_000),
    "20,000 stray end tags": wrap(before="</div>" * 20_000),
    "crossed tags": wrap(before="<b><i></b></i>" * 5_000),
    "NUL bytes between words": PAGE.replace(" ferry", "\0 ferry\0").encode(),
    "NUL bytes before": b"\0\0\0" + PAGE.encode(),
    "gzip bytes": gzip.compress(PAGE.encode()),
    "gzip twice": gzip.compress(gzip.compress(PAGE.encode())),
    "UTF-8 labelled latin-1": PAGE.replace("<head>", "<head><meta charset=iso-8859-1>").encode(),
    "no html element": BODY.encode(),
    "head never closed": PAGE.replace("</head>", "").encode(),
    "title never closed": f"<html><head></head><body>{BODY}</body><title>The".encode(),
    "comment never closed at the end": wrap(after="<!-- " + "x " * 1000),
    "script never closed at the end": wrap(after="<script>var a = '<p>no</p>';"),
    "CDATA": wrap(before="<![CDATA[ x ]]>"),
    "doctype of megabytes": b"<!DOCTYPE html " + b"x" * 2_000_000 + b">" + PAGE.encode(),
    "entity expansion": b"<!DOCTYPE h [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>" + PAGE.encode(),
    "20,000 attributes": wrap(before=f"<div {attributes()}></div>"),
    "an attribute of 5 MB": wrap(before=f"<div title='{'x' * 5_000_000}'></div>"),
    "a class of 1 MB": wrap(before=f"<div class='{'comment ' * 125_000}'>x</div>"),
    "5 MB of script": wrap(before=f"<script>{'var a = 1; // <p>' * 280_000}</script>"),
    "5 MB of style": wrap(before=f"<style>{'p {{ color: red }}' * 280_000}</style>"),
    "a data image of 5 MB": wrap(before=f"<img src='data:image/png;base64,{'A' * 5_000_000}'>"),
    "20,000 links": wrap(after="<ul>" + "<li><a href=/x>Elsewhere today</a></li>" * 20_000 + "</ul>"),
    "20,000 empty p": wrap(before="<p></p>" * 20_000),
    "50,000 br": wrap(before="<br>" * 50_000),
    "white space by the megabyte": wrap(before=" \n\t" * 1_000_000),
    "CRLF and CR": PAGE.replace(">", ">\r\n\r").encode(),
    "byte order mark": b"\xef\xbb\xbf" + PAGE.encode(),
    "two byte order marks": b"\xef\xbb\xbf\xef\xbb\xbf" + PAGE.encode(),
    "UTF-16 with mark": PAGE.encode("utf-16"),
    "UTF-16 without mark": PAGE.encode("utf-16-le"),
    "UTF-32": PAGE.encode("utf-32"),
    "unknown charset": PAGE.replace("<head>", "<head><meta charset=klingon-8>").encode(),
    "charset undecodable as text": PAGE.replace("<head>", "<head><meta charset=zlib>").encode(),
    "charset utf-7": PAGE.replace("<head>", "<head><meta charset=utf-7>").encode(),
    "broken UTF-8 in one place": PAGE.encode().replace(b"</article>", b"<p>caf\xe9 closed</p></article>"),
    "upper case tags": PAGE.replace("<p>", "<P>").replace("</p>", "</P>").replace("article", "ARTICLE").encode(),
    "XHTML with prolog": b"<?xml version='1.0' encoding='UTF-8'?>" + PAGE.encode(),
    "JSON-LD that is no JSON": wrap(before="<script type=application/ld+json>{\"@type\": [[[</script>"),
    "JSON-LD nested 100,000 deep": wrap(before=f"<script type=application/ld+json>{'[' * 100_000}</script>"),
    "JSON-LD of odd types": wrap(
        before='<script type=application/ld+json>{"@type":5,"headline":{},"author":[1,null,{"name":[{}]}],"datePublished":[]}'
        "</script>"
    ),
    "meta without content": wrap(before="<meta property=og:title><meta content=x><meta name=author content=''>"),
    "dates of nowhere": wrap(before="<time datetime='9999-99-99T99:99'>31/31/2024 0000-00-00</time>"),
    "list numbers of nowhere": wrap(before="<ol start=99999999999999999999><li value=-5>x<li value=x>y</ol>"),
    "soft hyphens and zero widths": PAGE.replace("harbour", "har\u00adbour\u200b").encode(),
    "bidi overrides": PAGE.replace("harbour", "\u202eharbour\u202c").encode(),
    "a table of 5,000 rows": wrap(after="<table>" + "<tr><td>1<td>2</tr>" * 5_000 + "</table>"),
    "colspan of millions": wrap(after="<table><tr><td colspan=99999999 rowspan=99999999>1<td>2</tr><tr><td>3<td>4</table>"),
    "plain text with a tag in it": f"The last <ferry>\n\n{P1}\n\n{P2}\n\n{P3}\n".encode(),
    "plain text": f"The last ferry\n\n{P1}\n\n{P2}\n\n{P3}\n".encode(),
    "plain text with NULs": f"The last ferry\n\n{P1}\n\n{P2}\n\n{P3}\n\0\0".encode(),
    "plain text in latin-1": f"The last ferry\n\n{P1}\n\n{P2}\n\n{P3}\n\nCafé fermé à huit heures.\n".encode("latin-1"),
    "plain text with old Mac line ends": f"The last ferry\r\r{P1}\r\r{P2}\r\r{P3}\r".encode(),
}  # fmt: skip

# Name → bytes that hold no article: a clear error.
NOTHING: dict[str, bytes] = {
    "nothing": b"",
    "white space": b" \n\t ",
    "only NULs": bytes(1000),
    "only a head": b"<html><head><title>x</title></head></html>",
    "only scripts": b"<html><body><script>document.write('<p>hello</p>')</script></body></html>",
    "PDF bytes": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(range(256)) * 40,
    "PNG bytes": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40,
    "JPEG bytes": b"\xff\xd8\xff\xe0" + bytes(range(256)) * 40,
    "MP3 bytes": b"ID3\x04" + bytes(range(256)) * 40,
    "MP4 bytes": b"\0\0\0\x18ftypmp42" + bytes(range(256)) * 40,
    "an EPUB cut short": b"PK\x03\x04\x14\0mimetypeapplication/epub+zip" + bytes(100),
    "a ZIP": b"PK\x03\x04\x14\0" + bytes(100),
    "an empty feed": b"<?xml version='1.0'?><rss version='2.0'><channel><title>x</title></channel></rss>",
    "a feed cut short": b"<?xml version='1.0'?><rss version='2.0'><channel><item><title>x</title><desc",
    "noise": bytes((i * 7919) % 256 for i in range(20_000)),
    "gzip of noise": gzip.compress(bytes((i * 7919) % 256 for i in range(20_000))),
    "MHTML without HTML": b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n\n--x--\n",
}


def run(data: bytes) -> Cleaned:
    """As the command line does: through fetch's unpacking, then read."""
    return read(fetch("-", stdin=io.BytesIO(data)))


@pytest.mark.parametrize("name", WHOLE)
def test_the_whole_story_comes_out(name: str) -> None:
    start = time.process_time()
    cleaned = run(WHOLE[name])
    assert time.process_time() - start < 10
    text = cleaned.article.text
    for paragraph in STORY:
        assert paragraph in text
    assert "\0" not in text
    assert "\ufffd" not in text
    assert "Elsewhere today" not in text


@pytest.mark.parametrize("name", NOTHING)
def test_no_article_is_a_clear_error(name: str) -> None:
    start = time.process_time()
    with pytest.raises(ListenError) as caught:
        run(NOTHING[name])
    assert time.process_time() - start < 10
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) > 20


def test_gzip_bytes_given_to_clean_itself() -> None:
    assert P1 in clean(gzip.compress(PAGE.encode())).text


def test_an_epub_that_unpacks_without_end() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("META-INF/container.xml", b" " * 250_000_000)
    start = time.process_time()
    with pytest.raises(ListenError, match="too large"):
        read(Source(held.getvalue(), "bomb.epub"))
    assert time.process_time() - start < 10


@pytest.mark.slow
@pytest.mark.parametrize("what", ["paragraphs", "links", "one paragraph", "script", "nested"])
def test_fifty_megabytes_within_ten_seconds_and_a_gigabyte(what: str) -> None:
    code = f"""
import sys
sys.path[:0] = [{str(__file__.rsplit("/", 3)[0])!r}]
from listen.clean import read
from listen.errors import ListenError
from listen.model import Source
p = {P1!r}
n = 50_000_000
fill = {{
    "paragraphs": lambda: f"<p>{{p}}</p>" * (n // len(p)),
    "links": lambda: "<li><a href='/x'>Elsewhere</a></li>" * (n // 36),
    "one paragraph": lambda: "<p>" + f"{{p}} " * (n // len(p)) + "</p>",
    "script": lambda: "<script>" + "x = 1;" * (n // 6) + "</script>" + {BODY!r},
    "nested": lambda: "<div>" * (n // 5),
}}[{what!r}]()
try:
    print(len(read(Source(f"<html><body>{{fill}}</body></html>".encode(), "x")).article.text))
except ListenError as error:
    print("clear error:", error)
"""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert after.ru_utime - before < 10
    assert after.ru_maxrss < 1_000_000 if sys.platform == "linux" else True
    assert done.stdout


"""The peak of the largest child so far, in KB on Linux, so the largest of the five is what is checked."""
