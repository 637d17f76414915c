"""The built site: whole, minimal, and nothing left behind."""

from __future__ import annotations

import http.server
import os
import threading
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import fsspec
import pytest

from listen.errors import FeedError
from listen.feed import publishing
from listen.feed.check import report
from listen.feed.site import static_site
from listen.library import Library, Show, adding, shares
from listen.library.records import later
from listen.storage import targets, whole
from tests.commands import listen
from tests.library.stories import add, keep_draft, tree

pytestmark = pytest.mark.slow

BASE = "https://pod.example/x"


def test_a_site_holds_what_its_feed_names(library: Library, tmp_path: Path) -> None:
    library.save_show(Show(public=True))
    entry = add(library)
    built = publishing.build(library, str(tmp_path / "site"), BASE)
    assert built.feed_url == "https://pod.example/x/feed.xml"
    names = tree(tmp_path / "site")
    assert f"e/{entry.id}/{entry.audio}" in names
    assert {"feed.xml", "feeds.opml", "index.html", "site.css", "site.js"} <= set(names)
    checked = report.check(str(tmp_path / "site" / "feed.xml"))
    assert [f for f in checked.findings if f.kind == "error"] == []
    assert checked.opened == 1
    again = publishing.build(library, str(tmp_path / "site"), None)
    assert (again.site.written, again.site.removed, again.site.changed) == (0, 0, False)


def test_other_peoples_articles_lie_under_an_address_nobody_guesses(library: Library, tmp_path: Path) -> None:
    add(library)
    site = tmp_path / "site"
    first = publishing.build(library, str(site), BASE).feed_url
    assert first.startswith("https://pod.example/x/p-")
    assert len(first.split("/p-")[1].split("/")[0]) >= 40
    (folder,) = site.iterdir()
    assert 'content="noindex' in (folder / "index.html").read_text("utf-8")
    (site / "mine.txt").write_text("not yours", "utf-8")
    shares.revoke(library, shares.SITE)
    second = publishing.build(library, str(site), None).feed_url
    assert second != first
    assert not folder.exists()
    assert (site / "mine.txt").exists()
    library.save_show(replace(library.show, public=True))
    assert publishing.build(library, str(site), None).feed_url == "https://pod.example/x/feed.xml"
    assert sorted(p.name for p in site.iterdir() if p.name.startswith("p-")) == []


def test_removed_and_corrected_episodes_leave_the_site(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.save_show(Show(public=True))
    gone, kept = add(library), add(library, "Another", n=1)
    folder = tmp_path / "site"
    publishing.build(library, str(folder), BASE)
    there = {key: {p.name for p in (folder / "e" / key).iterdir()} for key in (gone.id, kept.id)}
    embedding = there[gone.id] - {
        item.name for item in gone.files
    }  # what other pages embed is the site's own
    assert len(embedding) <= 2
    adding.remove(library, gone.id)
    new = add(library, "Another", n=1, body="It was corrected by a careful reader.")
    built = publishing.build(library, str(folder), None).site
    assert built.removed == len(there[gone.id])  # at once
    assert not (folder / "e" / gone.id).exists()
    names = {p.name for p in (folder / "e" / kept.id).iterdir()}
    assert names - embedding == {
        item.name for item in (*kept.files, *new.files)
    }  # some still have yesterday's feed
    monkeypatch.setattr(static_site, "now", lambda: later(new.updated, hours=24))
    assert publishing.build(library, str(folder), None).site.removed == len(kept.files)
    assert [p.name for p in (folder / "e" / kept.id).glob("*.mp3")] == [new.audio]
    (folder / "e" / kept.id / ".0123.part").write_bytes(b"of a build that was killed")
    assert publishing.build(library, str(folder), None).site.removed == 1


@pytest.mark.parametrize("scheme", ["memory", "file"])
def test_storage_gets_the_audio_before_the_feed(
    library: Library, tmp_path: Path, scheme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.save_show(Show(public=True))
    entry = add(library)
    url = f"memory://{tmp_path.name}" if scheme == "memory" else f"file://{tmp_path / 'up'}"
    order: list[str] = []
    put = targets.Storage.put
    monkeypatch.setattr(
        targets.Storage, "put", lambda self, name, *rest: (order.append(name), put(self, name, *rest))
    )
    publishing.build(library, url, BASE)
    assert order[-1] == "feed.xml"
    assert order.index(f"e/{entry.id}/{entry.audio}") < order.index("index.html") < len(order) - 1
    fs, root = fsspec.core.url_to_fs(url)
    assert fs.cat_file(f"{root}/e/{entry.id}/{entry.audio}") == library.path(entry, entry.audio).read_bytes()
    order.clear()
    publishing.build(library, url, None)
    assert order == []
    adding.remove(library, entry.id)
    publishing.build(library, url, None)
    assert fs.find(f"{root}/e") == []
    assert order[-1] == "feed.xml"


def test_nowhere_to_go(library: Library, tmp_path: Path) -> None:
    with pytest.raises(FeedError, match="--base-url"):
        publishing.build(library, str(tmp_path), None)
    with pytest.raises(FeedError):
        publishing.build(library, "nosuchscheme://x", BASE)
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(FeedError, match="another folder"):
        publishing.build(library, str(tmp_path / "file"), BASE)


def test_a_file_that_vanishes_leaves_the_old_site_whole(library: Library, tmp_path: Path) -> None:
    library.save_show(Show(public=True))
    add(library)
    site = tmp_path / "site"
    publishing.build(library, str(site), BASE)
    before = (site / "feed.xml").read_bytes()
    new = keep_draft(library, 7)
    library.path(new, new.audio).unlink()
    with pytest.raises(FeedError, match="build again"):
        publishing.build(library, str(site), None)
    assert (site / "feed.xml").read_bytes() == before


def test_a_hub_hears_of_changes_only(library: Library, tmp_path: Path) -> None:
    told: list[bytes] = []

    class Hub(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            told.append(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(202 if len(told) < 2 else 500)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Quiet."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Hub) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            library.save_show(Show(public=True, hub=f"http://127.0.0.1:{server.server_address[1]}/"))
            add(library)
            publishing.build(library, str(tmp_path / "site"), BASE)
            topic = b"hub.topic=https%3A%2F%2Fpod.example%2Fx%2Ffeed.xml"
            assert [topic in body and b"hub.mode=publish" in body for body in told] == [True]
            publishing.build(library, str(tmp_path / "site"), None)
            assert len(told) == 1
            add(library, "Another", n=1)
            with pytest.raises(FeedError, match="answers 500"):
                publishing.build(library, str(tmp_path / "site"), None)
        finally:
            server.shutdown()
            thread.join()


def test_init_build_opml_on_the_command_line(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("A short title\n\nFirst sentence here. Second one.\n", "utf-8")
    listen("add", story, "--voice", "tone", cwd=tmp_path)
    done = listen("feed", "init", "--title", "Mine", "--category", "tech news", "--public", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert listen("feed", "init", "--category", "x", cwd=tmp_path).returncode == 1
    assert listen("feed", "build", cwd=tmp_path).returncode == 2
    done = listen("feed", "build", "--base-url", BASE, "site", cwd=tmp_path)
    assert done.stdout == "https://pod.example/x/feed.xml\n"
    assert "News" in (tmp_path / "site" / "feed.xml").read_text("utf-8")
    assert "feed.xml" in listen("feed", "opml", cwd=tmp_path).stdout
    for which in ((), ("site",), ("site/feed.xml",)):
        done = listen("feed", "check", *which, cwd=tmp_path)
        assert done.returncode == 0, done.stdout
        assert done.stderr == "accepted: 1 episode, the files of 1 looked at\n"
    nameless = listen("feed", "check", "", cwd=tmp_path)  # not the one that was built last
    assert (nameless.returncode, nameless.stderr[:24]) == (1, "listen: a name is empty:")
    short = listen("ls", cwd=tmp_path).stdout.split(" ")[0]
    assert list((tmp_path / "site" / "e").glob("*/*.mp3"))
    assert listen("rm", short, cwd=tmp_path).returncode == 0
    assert not (tmp_path / "site" / "e").exists()
    assert "<item>" not in (tmp_path / "site" / "feed.xml").read_text("utf-8")
    share = listen("feed", "share", "a friend", "--base-url", "https://pod.example", cwd=tmp_path)
    assert share.stdout.startswith("https://pod.example/t/")
    assert "a friend" in listen("feed", "shares", cwd=tmp_path).stdout
    assert listen("feed", "revoke", "a friend", cwd=tmp_path).returncode == 0
    assert listen("feed", "revoke", "a friend", cwd=tmp_path).returncode == 1


def test_a_build_leaves_alone_what_another_build_is_writing(library: Library, tmp_path: Path) -> None:
    site = tmp_path / "site"
    library.save_show(Show(public=True))
    entry = keep_draft(library, 1)
    publishing.build(library, str(site), BASE)
    dead = site / "e" / entry.id / ".0123456789ab.part"
    dead.write_bytes(b"half")
    with whole.writing(site / "e" / entry.id / "new.mp3") as file:
        file.write(b"half of")
        dead.write_bytes(b"half")
        publishing.build(library, str(site), None)
        file.write(b" it")
    assert (site / "e" / entry.id / "new.mp3").read_bytes() == b"half of it"
    assert not dead.exists()


def test_in_storage_a_build_leaves_alone_what_may_be_another_builds(library: Library, tmp_path: Path) -> None:
    site = tmp_path / "up"
    library.save_show(Show(public=True))
    entry = keep_draft(library, 1)
    publishing.build(library, f"file://{site}", BASE)
    young, old = (site / "e" / entry.id / f".{name}.part" for name in ("0123456789ab", "ba9876543210"))
    for path in (young, old):
        path.write_bytes(b"half")
    os.utime(old, (0, time.time() - 2 * targets.ABANDONED_S))
    publishing.build(library, f"file://{site}", None)
    assert (young.exists(), old.exists()) == (True, False)


@pytest.mark.parametrize(
    ("told", "abandoned"),
    [
        ({}, False),
        ({"mtime": None}, False),
        ({"mtime": datetime(2001, 5, 1)}, True),  # as SFTP's client tells it
        ({"mtime": datetime(2001, 5, 1, tzinfo=UTC)}, True),
        ({"mtime": datetime.now(UTC)}, False),
        ({"mtime": 0.0}, True),
    ],
)
def test_the_age_of_what_is_half_written(
    told: dict[str, object], abandoned: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    storage = targets.Storage(f"file://{tmp_path}")
    monkeypatch.setattr(type(storage._fs), "info", lambda self, path: told)
    assert storage._is_abandoned("x") is abandoned


def test_a_build_clears_nothing_where_this_library_never_built(library: Library, tmp_path: Path) -> None:
    site = tmp_path / "site"
    keep_draft(library, 1)
    publishing.build(library, str(site), BASE)
    published = {path for path in site.rglob("*") if path.is_file()}
    other = Library(tmp_path / "other")
    other.save_show(replace(other.show, public=True))
    assert publishing.build(other, str(site), BASE).site.removed == 0
    assert {path for path in site.rglob("*") if path.is_file()} >= published


@pytest.mark.parametrize("text", ["5", "null", '{"a": 1}', '"x"'])
def test_a_list_of_places_that_is_none(text: str, library: Library) -> None:
    (library.folder / publishing.PLACES).write_text(text, "utf-8")
    with pytest.raises(FeedError, match="is no list of places: remove it and build again"):
        publishing.places(library)


def test_a_cut_file_is_not_published_with_the_length_that_it_had(library: Library, tmp_path: Path) -> None:
    library.save_show(Show(public=True))
    entry = add(library)
    path = library.path(entry, entry.audio)
    path.write_bytes(path.read_bytes()[:-500])
    with pytest.raises(FeedError, match=r"is damaged .* restore it"):
        publishing.build(library, str(tmp_path / "site"), BASE)
    assert not (tmp_path / "site" / "feed.xml").exists()
