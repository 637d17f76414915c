"""Podcast apps, parsers and checkers against a real `listen serve`.

What is not installed is skipped with the reason; `.ci/run` installs Debian's.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.patience import PATIENCE_S
from tests.programs import need
from tests.server.conftest import Served

pytestmark = pytest.mark.slow

SHARED = Path(os.environ.get("LISTEN_BENCH_DATA", Path(__file__).parents[3] / "shared"))
VALIDATOR = os.environ.get("FEEDVALIDATOR")


def test_feedparser(served: Served) -> None:
    import feedparser

    read = feedparser.parse(served.feed)
    assert not read.bozo, read.get("bozo_exception")
    assert read.feed.title == "Rosa's <reads> & more"
    assert read.feed.podcast_guid
    assert [e.title for e in read.entries] == [e.title for e in served.library.entries()]
    for entry, item in zip(served.library.entries(), read.entries, strict=True):
        assert item.id == entry.guid
        assert not item.guidislink
        assert item.enclosures[0].length == str(entry.size)
        assert item.itunes_duration == str(entry.seconds)


def test_podcastparser(served: Served) -> None:
    import podcastparser

    with urllib.request.urlopen(served.feed) as stream:
        read = podcastparser.parse(served.feed, stream)
    assert read["title"] == "Rosa's <reads> & more"
    assert read["cover_url"].startswith(served.page)
    for entry, item in zip(served.library.entries(), read["episodes"], strict=True):
        assert item["guid"] == entry.guid
        assert item["enclosures"][0]["file_size"] == entry.size
        assert item["total_time"] == entry.seconds
        assert [c["title"] for c in item["chapters"]] == [c.title for c in entry.chapters]
        starts = [c.start_ms for c in entry.chapters]
        assert [round(c["start"] * 1000) // 1000 for c in item["chapters"]] == [ms // 1000 for ms in starts]


def hashes(folder: Path) -> list[str]:
    return sorted(hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.rglob("*.mp3"))


def ours(served: Served) -> list[str]:
    return sorted(e.sha256 for e in served.library.entries())


def test_gpodder_downloads_every_episode_byte_identical(served: Served, tmp_path: Path) -> None:
    gpo = need("gpo")
    env = {**os.environ, "GPODDER_HOME": str(tmp_path), "GPODDER_DOWNLOAD_DIR": str(tmp_path / "dl")}
    env.pop("PYTHONPATH", None)

    def run(*arguments: str) -> str:
        done = subprocess.run(
            [gpo, *arguments], env=env, capture_output=True, text=True, check=False, timeout=PATIENCE_S
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    run("subscribe", served.feed)
    run("download")
    assert hashes(tmp_path / "dl") == ours(served)
    run("update")
    db = sqlite3.connect(tmp_path / "Database")
    etag, modified = db.execute("SELECT http_etag, http_last_modified FROM podcast").fetchone()
    chapters = db.execute("SELECT count(*) FROM episode WHERE chapters <> ''").fetchone()
    db.close()
    assert chapters == (2,)
    # What it sends the next time gets 304.
    asked = urllib.request.Request(
        served.feed, headers={"If-None-Match": etag, "If-Modified-Since": modified}
    )
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(asked)
    caught.value.close()
    assert caught.value.code == 304


def test_newsboat_reads_it(served: Served, tmp_path: Path) -> None:
    newsboat = need("newsboat")
    (tmp_path / "urls").write_text(served.feed + "\n", "utf-8")
    (tmp_path / "config").write_text("", "utf-8")
    cache = tmp_path / "cache.db"
    subprocess.run(
        [newsboat, "-u", tmp_path / "urls", "-c", cache, "-C", tmp_path / "config", "-x", "reload"],
        env={**os.environ, "HOME": str(tmp_path)}, check=True, timeout=PATIENCE_S, capture_output=True,
    )  # fmt: skip
    db = sqlite3.connect(cache)
    rows = db.execute("SELECT guid, enclosure_url FROM rss_item ORDER BY id").fetchall()
    db.close()
    expected = [(e.guid, f"{served.page}e/{e.id}/{e.audio}") for e in served.library.entries()]
    assert sorted(rows) == sorted(expected)


def test_podget_downloads_the_same_bytes(served: Served, tmp_path: Path) -> None:
    podget = need("podget")
    home = {**os.environ, "HOME": str(tmp_path)}
    subprocess.run(
        [podget], env=home, check=False, timeout=PATIENCE_S, capture_output=True, stdin=subprocess.DEVNULL
    )
    (rc_file,) = tmp_path.rglob("podgetrc")
    settings = rc_file.parent
    (settings / "serverlist").write_text(f"{served.feed} CAT NAME\n", "utf-8")
    rc = (settings / "podgetrc").read_text("utf-8")
    (settings / "podgetrc").write_text(rc + "\nMIN_SPACE=0\nMOST_RECENT=0\n", "utf-8")
    subprocess.run([podget, "-v"], env=home, check=False, timeout=PATIENCE_S, capture_output=True)
    assert hashes(tmp_path) == ours(served)


def run(*command: str | Path) -> str:
    """What a podcast app that comes with pip prints; the test is skipped where it was not installed."""
    program = Path(sys.executable).with_name(str(command[0]))
    if not program.exists():
        pytest.skip(f"{program.name} is not installed beside this Python: pip install -e '.[test]'")
    done = subprocess.run(
        [program, *command[1:]],
        stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=PATIENCE_S,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_poca_downloads_the_same_bytes(served: Served, tmp_path: Path) -> None:
    (tmp_path / "poca.xml").write_text(
        f"<poca version='1.1'><settings><base_dir>{tmp_path / 'media'}</base_dir></settings><defaults/>"
        "<subscriptions><subscription><title>mine</title>"
        f"<url>{served.feed}</url></subscription></subscriptions></poca>",
        "utf-8",
    )
    run("poca", "-c", tmp_path)
    assert hashes(tmp_path / "media") == ours(served)
    assert [p.suffix for p in (tmp_path / "media").rglob("cover.*")] == [".png"]


def test_greg_downloads_the_same_bytes(served: Served, tmp_path: Path) -> None:
    config = tmp_path / "greg.conf"
    config.write_text(
        f"[DEFAULT]\nData directory = {tmp_path / 'data'}\nDownload directory = {tmp_path / 'dl'}\n"
        "firstsync = 10\n",
        "utf-8",
    )
    run("greg", "-c", config, "add", "mine", served.feed)
    run("greg", "-c", config, "sync")
    assert hashes(tmp_path / "dl") == ours(served)


def test_podcast_downloader_downloads_the_same_bytes(served: Served, tmp_path: Path) -> None:
    pytest.importorskip("podcast_downloader")
    folder = tmp_path / "dl"
    folder.mkdir()
    podcast = {"name": "mine", "path": str(folder), "rss_link": served.feed}
    wanted = {"podcasts": [podcast], "if_directory_empty": "download_all_from_feed"}
    config = tmp_path / "config.json"
    config.write_text(json.dumps(wanted), "utf-8")
    run(Path(sys.executable).name, "-m", "podcast_downloader", "--config", config)
    assert hashes(folder) == ours(served)


def test_the_cross_check_of_the_shared_benchmark_data(served: Served) -> None:
    script = SHARED / "checks" / "crosscheck.py"
    if not script.is_file():
        pytest.skip("the shared benchmark data is not here")
    for package in ("mutagen", "webvtt", "jsonschema"):
        pytest.importorskip(package, reason=f"the cross-check needs {package}", exc_type=ImportError)
    done = subprocess.run(
        [sys.executable, "-W", "ignore", script, served.feed], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "RESULT PASS" in done.stdout


def test_the_w3c_feed_validator(served: Served) -> None:
    if not VALIDATOR:
        pytest.skip("FEEDVALIDATOR does not name a copy of the W3C feed validator's src folder")
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "demo.py", served.feed, "AA"],
        cwd=VALIDATOR, capture_output=True, text=True, check=False, timeout=PATIENCE_S,
    )  # fmt: skip
    assert "Traceback" not in done.stderr, f"it needs html5lib, lxml and rdflib: {done.stderr[-300:]}"
    assert "Validating" in done.stdout, done.stdout + done.stderr
    notes = [line for line in done.stdout.splitlines() if line.startswith("line")]
    assert [n for n in notes if "podlove.org/simple-chapters" not in n] == [], done.stdout + done.stderr
