"""Articles of several pages: fetched, joined, bounded; on a saved page a note."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from listen.cli import cli
from listen.errors import RefusedError, SourceError
from listen.model import Source
from listen.sources import multipage
from listen.sources.fetch import fetch

LEAD = "This paragraph stands at the top of every page of the story, as some sites do it."
URL = "https://post.example/lamp"


def text(n: int) -> str:
    return (
        f"On day {n} the keeper climbed the stairs of the tower as his father had done, counted the steps, "
        f"lit the lamp, and wrote in the book that the wind came from the north and {n} ships had gone by."
    )


def html(n: int, last: int, title: str = "The lamp goes out", link: str = "/lamp?page={}") -> bytes:
    following = f'<link rel=next href="{link.format(n + 1)}">' if n < last else ""
    return (
        f"<html lang=en><head><title>{title}</title>{following}</head><body><article><h1>{title}</h1>"
        f"<p>{LEAD}</p><p>{text(n)}</p><p>{text(10 * n)}</p></article></body></html>"
    ).encode()


def site(last: int, **other: bytes) -> dict[str, bytes]:
    urls = [URL, *(f"{URL}?page={n}" for n in range(2, last + 1))]
    return {url: html(n, last) for n, url in enumerate(urls, 1)} | other


def read(served: dict[str, bytes], notes: list[str] | None = None) -> Any:
    def get(url: str) -> Source:
        if url not in served:
            raise RefusedError(f"{url}: the site answers 404")
        return Source(served[url], url, url)

    return multipage.read(get(URL), note=(notes if notes is not None else []).append, get=get)


def test_all_pages_are_one_article() -> None:
    cleaned = read(site(3))
    assert [b.text for b in cleaned.article.blocks] == [
        LEAD, text(1), text(10), text(2), text(20), text(3), text(30),
    ]  # fmt: skip
    assert cleaned.next_page is None
    repeated = [left for left in cleaned.left_out if left.text == LEAD]
    assert [left.reason for left in repeated] == ["an earlier page has it too"] * 2


def test_no_more_than_twenty_pages() -> None:
    notes: list[str] = []
    cleaned = read(site(40), notes)
    assert cleaned.article.blocks[-1].text == text(200)
    assert notes == ["the article has more than 20 pages; the first 20 are read"]
    assert cleaned.notes == tuple(notes)


def test_a_page_that_the_site_does_not_have_is_said() -> None:
    served, notes = site(3), list[str]()
    del served[f"{URL}?page=3"]
    assert len(read(served, notes).article.blocks) == len(read(site(2)).article.blocks)
    assert len(notes) == 1
    assert "may not be the whole article: page 3 cannot be read" in notes[0]
    assert "404" in notes[0]


def test_a_page_without_an_article_is_said() -> None:
    served, notes = (
        site(2) | {f"{URL}?page=2": b"<title>Lamp</title><form><input name=q></form>"},
        list[str](),
    )
    assert len(read(served, notes).article.blocks) == 3
    assert "page 2 cannot be read" in notes[0]


def test_a_fault_that_may_pass_is_an_error() -> None:
    served = site(3)

    def get(url: str) -> Source:
        if url.endswith("page=3"):
            raise SourceError(f"{url}: the answer broke off; try again later")
        return Source(served[url], url, url, "text/html")

    with pytest.raises(SourceError, match=r"page 3 of the article cannot be read .*broke off.*save it"):
        multipage.read(get(URL), get=get)


def test_another_story_and_a_circle_end_it() -> None:
    served = site(3) | {f"{URL}?page=2": html(2, 3, "Ferry fares rise")}
    assert len(read(served).article.blocks) == 3
    served = site(2) | {f"{URL}?page=2": html(2, 3, link="/lamp?page=2")}
    assert len(read(served).article.blocks) == 5


def test_the_next_page_on_another_site_is_not_fetched() -> None:
    served = {URL: html(1, 2, link="https://elsewhere.example/lamp?page={}")}
    assert len(read(served).article.blocks) == 3


@pytest.mark.parametrize("canonical", ["", f"<link rel=canonical href={URL}>"])
def test_a_saved_page_says_that_it_is_only_the_first(tmp_path: Path, canonical: str) -> None:
    path = tmp_path / "lamp.html"
    path.write_bytes(html(1, 2).replace(b"</head>", f"{canonical}</head>".encode()))
    notes: list[str] = []
    assert len(multipage.read(fetch(str(path)), note=notes.append).article.blocks) == 3
    where = f"{URL}?page=2" if canonical else "/lamp?page=2"
    assert len(notes) == 1
    assert "only the first page" in notes[0]
    assert where in notes[0]
    done = CliRunner().invoke(cli, ["clean", str(path)])
    assert done.exit_code == 0
    assert "only the first page" in done.stderr
    assert "only the first page" not in done.stdout


@pytest.fixture
def server() -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *args: Any) -> None:
            pass

        def do_GET(self) -> None:
            body = site(2).get(f"https://post.example{self.path}")
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(body or b"")

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=http.serve_forever, args=(0.02,))
    thread.start()
    yield f"http://127.0.0.1:{http.server_address[1]}"
    http.shutdown()
    thread.join()
    http.server_close()


def test_over_http_from_the_command_line(server: str) -> None:
    done = CliRunner().invoke(cli, ["clean", f"{server}/lamp"])
    assert done.exit_code == 0
    assert text(20) in done.stdout


def test_what_was_fetched_for_others_leads_to_public_addresses_only(server: str) -> None:
    source = Source(html(1, 2), "x", f"{server}/lamp", public_only=True)
    with pytest.raises(SourceError, match="not on the public internet"):
        multipage.read(source)
