"""A mutation fuzz of every parser: documents of each kind, damaged at random, as sources.

    python tests/bench/fuzz.py [--cases 50000] [--seed 1] [--only html,epub] [--first N]

Each case has to end in an article or in a clear error of one line, within 5 s and 1 GB. Cases are numbered and
made from the seed and their number alone, so that one that fails can be made again: `--first N --cases 1`.
A process of its own runs some hundreds; one that hangs or dies costs its case and is started again behind it.
The exit status is the number of failures, 99 at most.
"""

# ruff: noqa: E501 - one document a line

from __future__ import annotations

import argparse
import gzip
import io
import os
import random
import resource
import selectors
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

SECONDS = 5.0
MEMORY_MB = 1000
BATCH = 400
"""Cases of one process."""
STORY = "".join(
    f"<p>In the year {1900 + n} the mill ground {n + 40} sacks, and the miller wrote “enough” below the sum.</p>"
    for n in range(8)
)
TEXT = STORY.replace("<p>", "").replace("</p>", "\n\n")
TOKENS = [
    b"\0", b"\xff", b"\xfe\xff", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"&#xD800;", b"&#x110000;", b"&#0;", b"<", b">", b"</",
    b"<!--", b"]]>", b"<![CDATA[", b"\"", b"'", b"{", b"[", b"}" * 9, b"9" * 400, b"-1", b"1e999", b"\r", b"\n\n\n", b" " * 500, b"=" * 90,
    b"<div>" * 300, b"[" * 900, b"<table><tr><td>" * 40, b"charset=utf-16", b"charset=utf-7", b"%00", b"\x1b$B", b"\x1b(", b"&", b"\\u0000",
    b"\\ud800", b"Content-Transfer-Encoding: base64\n", b"boundary=", b"http://[", b"//\xc3\xa9:99999999/", b"9999-99-99", b"0000-00-00",
    b"<svg>", b"<math>", b"<template shadowrootmode=open>", b"<script type=application/ld+json>", b"<!DOCTYPE x [<!ENTITY a \"b\">]>", b"&a;",
]  # fmt: skip


def packed(parts: dict[str, bytes], first: str = "") -> bytes:
    """A ZIP file."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        if first:
            archive.writestr("mimetype", first, zipfile.ZIP_STORED)
        for name, data in parts.items():
            archive.writestr(name, data)
    return held.getvalue()


EPUB = {
    "META-INF/container.xml": b"<container><rootfiles><rootfile full-path='O/b.opf'/></rootfiles></container>",
    "O/b.opf": b"<package xmlns:dc='http://purl.org/dc/elements/1.1/'><metadata><dc:title>Mill</dc:title><dc:creator>Ann Lee</dc:creator>"
    b"<dc:date>2020-01-02</dc:date></metadata><manifest><item id='a' href='a.xhtml' media-type='application/xhtml+xml'/><item id='n' "
    b"href='t.ncx' media-type='application/x-dtbncx+xml'/></manifest><spine><itemref idref='a'/></spine></package>",
    "O/t.ncx": b"<ncx><navMap><navPoint><navLabel><text>One</text></navLabel><content src='a.xhtml'/></navPoint></navMap></ncx>",
    "O/a.xhtml": f"<html><body><h1>One</h1>{STORY}<p epub:type='footnote'>1. A note.</p></body></html>".encode(),
}
DOCX = {
    "word/document.xml": f"<w:document xmlns:w='w'><w:body>{STORY.replace('<p>', '<w:p><w:r><w:t>').replace('</p>', '</w:t></w:r></w:p>')}</w:body></w:document>".encode(),
    "word/styles.xml": b"<w:styles xmlns:w='w'><w:style w:styleId='x'><w:name w:val='heading 1'/></w:style></w:styles>",
    "docProps/core.xml": b"<c><creator>Ann Lee</creator></c>",
}
ODT = {
    "content.xml": f"<o:d xmlns:o='o' xmlns:t='t'><o:body><o:text>{STORY.replace('<p>', '<t:p>').replace('</p>', '</t:p>')}</o:text></o:body></o:d>".encode()
}
LD = '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Mill","datePublished":"2024-05-03","author":{"name":"Ann Lee"}}</script>'
STATE = (
    '<script id="__NEXT_DATA__" type="application/json">{"a":{"title":"Mill","body":"'
    + TEXT.replace("\n", "\\n")
    + '"}}</script>'
)
HTML = f"<!doctype html><html lang=en><head><meta charset=utf-8><title>Mill</title>{LD}</head><body><article><h1>Mill</h1><p>By Ann Lee, 3 May 2024</p>{STORY}<ul><li>one<li>two</ul><table><tr><td>a<td>b</table></article></body></html>"


def seeds() -> dict[str, tuple[bytes, str | None]]:
    """Kind → a whole document of it, and its media type."""
    from tests.clean.pdf_maker import Text, column, pdf

    pages = [
        [
            Text(50, 60, "The mill", 18),
            *column(TEXT[:600].replace("“", '"').replace("”", '"'), 50, 90, 60),
            Text(50, 770, str(n), 8),
        ]
        for n in (1, 2)
    ]
    mail = f"From: Ann <a@x.example>\nSubject: =?utf-8?q?Mill?=\nDate: Fri, 3 May 2024 10:00:00 +0200\nMessage-ID: <1@x>\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n{TEXT}\n--b\nContent-Type: text/html; charset=utf-8\n\n{HTML}\n--b--\n"
    mhtml = f"From: <Saved>\nSnapshot-Content-Location: https://x.example/\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html; charset=utf-8\nContent-Location: https://x.example/\n\n{HTML}\n--b--\n"
    rss = f"<?xml version='1.0'?><rss version='2.0'><channel><title>Post</title><language>en</language><item><title>Mill</title><pubDate>Fri, 3 May 2024 10:00:00 GMT</pubDate><description><![CDATA[{STORY}]]></description></item></channel></rss>"
    atom = f"<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><title>Post</title><entry><title>Mill</title><published>2024-05-03T08:00:00Z</published><content type='xhtml'><div>{STORY}</div></content></entry></feed>"
    gutenberg = f"Title: Mill\n\n*** START OF THE PROJECT GUTENBERG EBOOK MILL ***\n\nMILL\n====\n\n{TEXT}[Footnote 1: A note.]\n\n*** END OF THE PROJECT GUTENBERG EBOOK MILL ***\n"
    found: dict[str, tuple[bytes, str | None]] = {
        "html": (HTML.encode(), "text/html"),
        "wide": (HTML.encode("utf-16"), None),
        "state": (
            f"<html><head><title>Mill</title>{STATE}</head><body><div id=a></div></body></html>".encode(),
            "text/html",
        ),
        "text": (TEXT.encode(), "text/plain"),
        "gutenberg": (gutenberg.encode(), "text/plain"),
        "markdown": (
            f"---\ntitle: Mill\n---\n# Mill\n\n{TEXT}\n- a\n- b\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[^1]: A note.\n".encode(),
            "text/markdown",
        ),
        "epub": (packed(EPUB, "application/epub+zip"), "application/epub+zip"),
        "docx": (packed(DOCX), None),
        "odt": (packed(ODT, "application/vnd.oasis.opendocument.text"), None),
        "pdf": (pdf(pages, title="Mill"), "application/pdf"),
        "mail": (mail.encode(), "message/rfc822"),
        "mhtml": (mhtml.encode(), "multipart/related"),
        "rss": (rss.encode(), "application/rss+xml"),
        "atom": (atom.encode(), None),
        "gzip": (gzip.compress(HTML.encode(), mtime=0), None),
        "script": (script(), None),
    }
    return found


def script() -> bytes:
    """The file of an edited script."""
    from listen.model import Article, Block
    from listen.segment import script as written
    from listen.segment import script_file

    return script_file.dumps(
        written(Article("Mill", "en", (Block("paragraph", "It ground. It stopped."),)))
    ).encode()


ZIPS = {
    "epub": (EPUB, "application/epub+zip"),
    "docx": (DOCX, ""),
    "odt": (ODT, "application/vnd.oasis.opendocument.text"),
}


def damaged(data: bytes, chance: random.Random, other: bytes) -> bytes:
    """The document with one to six faults."""
    out = bytearray(data)
    for _ in range(chance.choice((1, 1, 1, 2, 3, 6))):
        at = chance.randrange(len(out) + 1)
        end = min(len(out), at + chance.choice((1, 2, 8, 40, 300)))
        match chance.randrange(9):
            case 0 if out:
                out[min(at, len(out) - 1)] ^= 1 << chance.randrange(8)
            case 1:
                del out[at:end]
            case 2:
                out[at:at] = out[at:end] * chance.choice((1, 2, 50))
            case 3:
                del out[at:]
            case 4:
                start = chance.randrange(len(other) + 1)
                out[at:end] = other[start : start + chance.choice((5, 80, 900))]
            case 5:
                out[at:end] = bytes(chance.randrange(256) for _ in range(end - at))
            case _:
                out[at:at] = chance.choice(TOKENS) * chance.choice((1, 1, 1, 20))
    return bytes(out)


def case(
    number: int, seed: int, known: dict[str, tuple[bytes, str | None]], only: list[str]
) -> tuple[str, bytes, str | None]:
    """Kind, bytes and media type of one case."""
    chance = random.Random(f"{seed}/{number}")
    kind = chance.choice(only)
    data, media = known[kind]
    other = known[chance.choice(list(known))][0]
    if kind in ZIPS and chance.random() < 0.6:
        parts, first = ZIPS[kind]
        hit = chance.choice(list(parts))
        data = packed(
            {name: damaged(part, chance, other) if name == hit else part for name, part in parts.items()},
            first,
        )
    else:
        data = damaged(data, chance, other)
    return kind, data, media if chance.random() < 0.7 else None


def outcome(kind: str, data: bytes, media: str | None) -> str:
    """`ok`, or what is wrong with what comes of a case."""
    from listen.clean import read
    from listen.errors import ListenError
    from listen.model import Source
    from listen.options import Options
    from listen.reading import story

    start = time.process_time()
    try:
        if kind == "script":
            story(Source(data, "x", media_type=media), Options())
        else:
            read(Source(data, "x", media_type=media))
    except ListenError as error:
        if not str(error).strip() or "\n" in str(error):
            return f"an error of {len(str(error).splitlines())} lines"
    except Exception as error:  # noqa: BLE001 - any other is a failure, and is named
        return f"{type(error).__name__}: {str(error)[:120]}"
    spent = time.process_time() - start
    return "ok" if spent < SECONDS else f"{spent:.1f} s"


def _child(first: int, count: int, seed: int, only: list[str]) -> None:
    known = seeds()
    for number in range(first, first + count):
        print(number, end=" ", flush=True)
        kind, data, media = case(number, seed, known, only)
        verdict = outcome(kind, data, media)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        if peak > MEMORY_MB:
            print(f"{kind} {peak} MB", flush=True)
            return
        print(kind, verdict, flush=True)


def _run(first: int, count: int, seed: int, only: list[str]) -> tuple[int, list[str]]:
    """Run a batch: the number of cases that were tried, and the failures."""
    command = [
        sys.executable,
        __file__,
        "--child",
        "--first",
        str(first),
        "--cases",
        str(count),
        "--seed",
        str(seed),
        "--only",
        ",".join(only),
    ]
    failures: list[str] = []
    done, line, last = 0, "", time.monotonic()
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as process:
        assert process.stdout is not None
        with selectors.DefaultSelector() as waiting:
            waiting.register(process.stdout, selectors.EVENT_READ)
            while True:
                if not waiting.select(timeout=1.0):
                    if time.monotonic() - last > 12 * SECONDS:
                        process.send_signal(signal.SIGKILL)
                        failures.append(f"{first + done}: hangs")
                        return done + 1, failures
                    continue
                chunk = os.read(process.stdout.fileno(), 65536).decode("utf-8", "replace")
                if not chunk:
                    break
                last = time.monotonic()
                line += chunk
                *whole, line = line.split("\n")
                for row in whole:
                    done += 1
                    if not row.endswith(" ok"):
                        failures.append(row)
        if process.wait() or (done < count and line):
            failures.append(f"{line or first + done}: the process ended with {process.returncode}")
            done += 1
    return max(done, 1), failures


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--cases", type=int, default=50_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--only", default="")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    only = given.only.split(",") if given.only else list(seeds())
    if given.child:
        _child(given.first, given.cases, given.seed, only)
        return 0
    at, end, failures = given.first, given.first + given.cases, 0
    while at < end:
        done, found = _run(at, min(BATCH, end - at), given.seed, only)
        at += done
        failures += len(found)
        for row in found:
            print(row, flush=True)
    print(f"{given.cases} cases, {failures} failures")
    return min(failures, 99)


if __name__ == "__main__":
    raise SystemExit(main())
