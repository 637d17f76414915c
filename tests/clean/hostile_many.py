"""Input that is too much of something, or cut or mixed up in the middle: name → what makes it, what must come of it.

Each is made only when asked for. What must come of it is an error that says so (a pattern), or the story's
three passages (`hostile.STORY`) in order, whatever else is read: a number is how many blocks there must be at least.
"""

# ruff: noqa: E501 - the table of inputs reads best with one input a line

import base64
from collections.abc import Callable, Iterator

from tests.clean.hostile import BODY, P1, P2, P3, PAGE, STORY, archive, repeated, wrap

TEXT = f"The last ferry\n\n{P1}\n\n{P2}\n\n{P3}\n\n"
MARKDOWN = f"# {TEXT}"
TOO_LARGE = "too large for one article"
SAVED = "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n"
PACKAGE = b"<container><rootfiles><rootfile full-path='a.opf'/></rootfiles></container>"


def story(inside: str) -> bytes:
    return wrap(inside=BODY + inside)


def many(make: Callable[[int], str], count: int) -> str:
    return "".join(map(make, range(count)))


def data(value: str) -> bytes:
    """The page with a script of JSON-LD in its head."""
    return PAGE.replace("<head>", f"<head><script type=application/ld+json>{value}</script>").encode()


def saved(coding: str, body: str, charset: str = "utf-8") -> bytes:
    part = f"Content-Type: text/html; charset={charset}\r\nContent-Transfer-Encoding: {coding}\r\n\r\n{body}"
    return f"{SAVED}--x\r\n{part}\r\n--x--\r\n".encode()


def book(manifest: str, spine: str, parts: dict[str, bytes], ncx: str = "") -> bytes:
    package = f"<package><manifest>{manifest}</manifest><spine {ncx}>{spine}</spine></package>".encode()
    start = {"mimetype": b"application/epub+zip", "META-INF/container.xml": PACKAGE, "a.opf": package}
    return archive(start | parts)


def item(name: str, href: str, kind: str = "application/xhtml+xml", more: str = "") -> str:
    return f"<item id='{name}' href='{href}' media-type='{kind}' {more}/>"


def entries(count: int) -> bytes:
    inside = BODY.replace("<", "&lt;")
    items = many(
        lambda k: f"<item><title>Crossing {k}</title><description>{inside}</description></item>", count
    )
    return (
        f"<?xml version='1.0'?><rss version='2.0'><channel><title>F</title>{items}</channel></rss>".encode()
    )


CHAPTER = f"<html><body>{BODY}</body></html>".encode()
NAV = b"<html><body><nav epub:type='toc'><ol><li><a href='n.html'>N</a><ol><li><a href='n.html#a'>N</a></li><li><a href='x.html'>X</a></li></ol></li></ol></nav></body></html>"
NCX = b"<ncx><navMap><navPoint id='a'><content src='toc.ncx'/><navPoint id='a'><content src='x.html'/></navPoint></navPoint></navMap></ncx>"

MANY: dict[str, tuple[Callable[[], bytes], str | int]] = {
    # Pages.
    "a book of 20,000 paragraphs": (lambda: story(many(lambda k: f"<p>Day {k}. {P1} That was day {k} of the year.</p>", 20_000)), 20_003),
    "50,000 headings": (lambda: story(many(lambda k: f"<h2>Day {k}</h2>", 50_000)), ""),
    "20,000 headings, each with a line": (lambda: story(many(lambda k: f"<h2>Day {k}</h2><p>{P1[:60]} {k}.</p>", 20_000)), ""),
    "100,000 rows": (lambda: story(f"<table>{many(lambda k: f'<tr><td>day {k}<td>{k}</tr>', 100_000)}</table>"), TOO_LARGE),
    "20,000 embedded posts": (lambda: wrap(after=many(lambda k: f"<blockquote class=twitter-tweet><p>Boat {k} is late again</p>&mdash; Ann Other{k} (@ann{k})</blockquote>", 20_000)), ""),
    "100,000 embedded posts": (lambda: story("<blockquote class=twitter-tweet><p>Late again, says the town</p>&mdash; Ann Other (@ann)</blockquote>" * 100_000), TOO_LARGE),
    "50,000 articles": (lambda: wrap(after="<article><h2>Elsewhere</h2><p>Another boat is late.</p></article>" * 50_000), ""),
    "50,000 fields for an address in one form": (lambda: story(f"<form>{'<div><input type=email></div>' * 50_000}</form>"), ""),
    "50,000 fields for an address": (lambda: story("<div><input type=email></div>" * 50_000), ""),
    "50,000 labels over lists": (lambda: story("<p>Read more</p>" * 50_000), ""),
    "12,000 footnotes": (lambda: story("<p>" + many(lambda k: f"x<sup id=r{k}><a href=#n{k}>[{k}]</a></sup>", 12_000) + "</p><ol>" + many(lambda k: f"<li id=n{k}>Note {k} <a href=#r{k}>↑</a></li>", 12_000) + "</ol>"), ""),
    "20,000 figures": (lambda: story("<figure><img src=x alt=Boat><figcaption>A boat in the harbour</figcaption></figure>" * 20_000), ""),
    "a million br": (lambda: story("<br>" * 1_000_000), TOO_LARGE),
    "300,000 lines of one paragraph": (lambda: story("<p>" + "a b<br>" * 300_000 + "</p>"), ""),
    "a word of 12 MB in the story": (lambda: story(f"<p>{'x' * 12_000_000}</p>"), ""),
    "a page of a word of 50 MB": (lambda: story(f"<p>{'x' * 50_000_000}</p>"), TOO_LARGE),
    "a class of 500,000 names around the story": (lambda: wrap(inside=f"<div class='{many(lambda k: f'c{k}x ', 500_000)}'>{BODY}</div>"), ""),
    "50,000 classes": (lambda: story(many(lambda k: f"<div class='q{k} zz-{k}y'>x</div>", 50_000)), ""),
    "a drawing of 5,000 parts that multiply": (lambda: wrap(before="<svg><defs>" + many(lambda k: f"<g id=a{k}>" + f"<use href=#a{k - 1} />" * 10 + "</g>", 5_000) + "</defs></svg>"), ""),
    "100,000 nested g": (lambda: wrap(before="<svg>" + "<g>" * 100_000 + "</svg>"), ""),
    "10,000 nested mrow": (lambda: wrap(after="<math>" + "<mrow>" * 10_000 + "<mi>x</mi>" + "</mrow>" * 10_000 + "</math>"), ""),
    "600,000 entities": (lambda: story("<p>" + "&amp;&lt;&#65; " * 200_000 + "</p>"), ""),
    "a million no-break spaces": (lambda: story("<p>" + "&nbsp;" * 1_000_000 + "</p>"), ""),
    "2 MB of accents": (lambda: story("<p>" + ("a" + "\u0301" * 200 + " ") * 5_000 + "</p>"), ""),
    "2 MB of joiners": (lambda: story("<p>" + "\u200d" * 700_000 + "</p>"), ""),
    "bidi marks between all words": (lambda: PAGE.replace(" by ", " \u202e\u2066by ").encode(), ""),
    "half characters as entities": (lambda: PAGE.replace("said the captain", "said the &#xD800;captain").encode(), ""),
    # Data.
    "10 MB of article in JSON-LD": (lambda: data('{"@type":"NewsArticle","headline":"The last ferry","articleBody":"' + repeated(f"{P1} ", 10_000_000) + '"}'), ""),
    "150,000 authors": (lambda: data('{"@type":"NewsArticle","headline":"The last ferry","author":[' + ",".join(f'{{"@type":"Person","name":"Ann Other{k} Boat"}}' for k in range(150_000)) + "]}"), ""),
    "JSON-LD of 400,000 lists": (lambda: data(f"[{'[1],' * 400_000}1]"), ""),
    "JSON-LD of 50,000 graphs, one in the other": (lambda: data('{"@graph":' * 50_000 + "1" + "}" * 50_000), ""),
    "JSON-LD of 900 graphs, one in the other": (lambda: data('{"@graph":' * 900 + "1" + "}" * 900), ""),
    "JSON-LD with numbers that are none": (lambda: data('{"@type":"NewsArticle","headline":NaN,"name":Infinity,"datePublished":-Infinity,"author":1e999,"image":[NaN]}'), ""),
    "JSON-LD with a number of 100,000 digits": (lambda: data('{"@type":"NewsArticle","datePublished":' + "9" * 100_000 + "}"), ""),
    "JSON-LD with half characters and NULs": (lambda: data('{"@type":"NewsArticle","headline":"The \\ud800last\\u0000 ferry","author":{"name":"Ann \\udfffOther"},"publisher":{"name":"A\\ud83d"},"datePublished":"2024\\ud800-05-03"}'), ""),
    "20,000 scripts of JSON-LD": (lambda: data('{"@type":"NewsArticle","headline":"x"}</script><script type=application/ld+json>' * 20_000 + "{}"), ""),
    "50,000 meta, each of another name": (lambda: PAGE.replace("<head>", "<head>" + many(lambda k: f"<meta name=m{k} content={k}>", 50_000)).encode(), ""),
    # Encodings.
    "UTF-16 (BE) without mark": (lambda: PAGE.encode("utf-16-be"), ""),
    "UTF-16 (BE) with mark": (lambda: "\ufeff".encode("utf-16-be") + PAGE.encode("utf-16-be"), ""),
    "UTF-16 with half a character at the end": (lambda: PAGE.encode("utf-16") + b"x", ""),
    "UTF-32 without mark": (lambda: PAGE.encode("utf-32-le"), ""),
    "UTF-32 (BE) without mark": (lambda: PAGE.encode("utf-32-be"), ""),
    "UTF-32 (BE) with mark": (lambda: "\ufeff".encode("utf-32-be") + PAGE.encode("utf-32-be"), ""),
    # Saved pages.
    "a saved page in base64, cut off": (lambda: saved("base64", base64.encodebytes(PAGE.encode()).decode()[:-3]), ""),
    "a saved page in an encoding of no name": (lambda: saved("x-unknown", PAGE), ""),
    "a saved page in a charset of no name": (lambda: saved("8bit", PAGE, "klingon-8"), ""),
    "a saved page without its end": (lambda: saved("8bit", PAGE).removesuffix(b"--x--\r\n"), ""),
    "a saved page without its boundary": (lambda: saved("8bit", PAGE).replace(b"; boundary=x", b""), "holds no HTML"),
    "a saved page of 50,000 parts": (lambda: saved("8bit", PAGE).replace(b"--x\r\n", b"--x\r\nContent-Type: image/png\r\n\r\nx\r\n" * 50_000 + b"--x\r\n", 1), ""),
    # Books.
    "an EPUB with a part of 200 MB": (lambda: book(item("x", "x.html"), "<itemref idref='x'/>", {"x.html": b"<p>x</p>" * 26_000_000}), "too large"),
    "an EPUB with one part 5,000 times": (lambda: book(item("x", "x.html"), "<itemref idref='x'/>" * 5_000, {"x.html": CHAPTER}), ""),
    "an EPUB that leads out of itself": (lambda: book(item("x", "../../../etc/passwd"), "<itemref idref='x'/>", {}), "missing or damaged"),
    "an EPUB that leads to the root": (lambda: book(item("x", "/etc/passwd"), "<itemref idref='x'/>", {}), "missing or damaged"),
    "an EPUB whose contents lead to themselves": (lambda: book(item("x", "x.html") + item("n", "n.html", more="properties='nav'") + item("c", "toc.ncx", "application/x-dtbncx+xml"), "<itemref idref='n'/><itemref idref='x'/>", {"x.html": CHAPTER, "n.html": NAV, "toc.ncx": NCX}, "toc='c'"), ""),
    "an EPUB with contents of 50,000 lines": (lambda: book(item("x", "x.html") + item("n", "n.html", more="properties='nav'"), "<itemref idref='x'/>", {"x.html": CHAPTER, "n.html": b"<html><body><nav epub:type='toc'><ol>" + b"<li><a href='x.html'>T</a></li>" * 50_000 + b"</ol></nav></body></html>"}), ""),
    # Feeds.
    "a feed of 50,000 entries": (lambda: entries(50_000), ""),
    "a feed of 50,000 summaries": (lambda: b"<?xml version='1.0'?><rss version='2.0'><channel><title>F</title>" + b"<item><title>x</title><description>Short.</description></item>" * 50_000 + b"</channel></rss>", "only summaries"),
    # Text.
    "a line of 50 MB without spaces": (lambda: f"{TEXT}{'x' * 50_000_000}".encode(), ""),
    "a line of 50 MB": (lambda: f"{TEXT}{repeated(f'{P1} ', 50_000_000)}".encode(), ""),
    "600,000 short lines": (lambda: f"{TEXT}{'a b' + chr(10)}".encode() + b"a b\n" * 600_000, ""),
}  # fmt: skip


def _markdown(tail: str) -> Callable[[], bytes]:
    return lambda: f"{MARKDOWN}{tail}\n".encode()


_TAILS = {
    "5,000 quotations, one in the other": "> " * 5_000 + "x",
    "fences of 1,500 lengths": " ".join("`" * k for k in range(1, 1_500)),
    "100,000 backticks that do not match": "`a ``b " * 50_000,
    "50,000 times *a": "*a " * 50_000,
    "50,000 times **a": "**a " * 50_000,
    "50,000 times ***a": "***a " * 50_000,
    "50,000 times _a": "_a " * 50_000,
    "50,000 times ~~a": "~~a " * 50_000,
    "200,000 stars": "*" * 200_000 + "a",
    "50,000 pictures that never close": "![a](b " * 50_000,
    "50,000 links that never close": "[a](b " * 50_000,
    "50,000 references that never close": "[a][b " * 50_000,
    "50,000 notes that never close": "[^" * 50_000,
    "100,000 tags that never close": "<a " * 100_000,
    "100,000 comments that never close": "<!-- " * 100_000,
    "100,000 lines of a formula that never closes": "$$\n" + "x\n" * 100_000,
    "a heading of a million spaces": "## a" + " " * 1_000_000 + "b",
    "20,000 footnotes": many(lambda k: f"[^{k}]: note {k}\n", 20_000),
    "a row of 50,000 cells": "|a" * 50_000 + "|\n" + "|-" * 50_000 + "|",
    "50,000 fences": "```\n" * 50_001,
}
MANY |= {f"Markdown: {name}": (_markdown(tail), "") for name, tail in _TAILS.items()}


def media_type(name: str) -> str | None:
    """What a server would say of it."""
    return "text/markdown" if name.startswith("Markdown: ") else None


def broken(name: str, blocks: tuple[str, ...]) -> str:
    """What is wrong with what came of an input that is no error; nothing if nothing is."""
    wanted = MANY[name][1]
    if isinstance(wanted, str) and wanted:
        return f"{len(blocks)} blocks instead of an error"
    if isinstance(wanted, int) and len(blocks) < wanted:
        return f"{len(blocks)} blocks of {wanted}"
    left: Iterator[str] = iter(blocks)
    lost = [k for k, passage in enumerate(STORY, 1) if passage not in left]
    return f"lost of the story: {lost}" if lost else ""
