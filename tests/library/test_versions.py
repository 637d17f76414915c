"""What a new version replaces: kept, listed, played, and gone when the limits or the episode's end say so."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from listen.library import Entry, Library, adding, versions
from listen.library.database import schema
from listen.library.keeping import backups, retention
from listen.library.records import later, now
from listen.library.waiting import queue, working
from listen.library.waiting.requests import Request
from tests.library.stories import WISH, article, keep_draft


def numbers(entries: list[Entry]) -> list[int]:
    return [entry.version for entry in entries]


def aged(library: Library, days: float, version: int) -> None:
    """As if a version had been replaced so long ago."""
    with library.writing() as db:
        when = later(now(), days=-days)
        assert db.execute("UPDATE versions SET replaced = ? WHERE version = ?", (when, version)).rowcount


def test_each_version_says_what_made_it_new(library: Library) -> None:
    first = adding.add_article(library, article(), None, WISH).entry
    changed = adding.add_article(library, article(body="It ticks, corrected."), None, WISH).entry
    same = replace(WISH, again=True)
    again = adding.add_article(library, article(body="It ticks, corrected."), None, same).entry
    named = replace(same, name_corrected=True)
    name = adding.add_article(library, article(body="It ticks, corrected."), None, named).entry
    assert [first.reason, changed.reason, again.reason, name.reason] == [
        "", versions.ARTICLE, versions.AGAIN, versions.NAME,
    ]  # fmt: skip
    voices = ("another",)
    assert adding.reason(name, name.digest, voices) == versions.VOICE
    older = library.older(first.id)
    assert numbers(older) == [3, 2, 1]
    assert [e.reason for e in older] == [versions.AGAIN, versions.ARTICLE, ""]
    assert all(e.replaced for e in older)
    assert not name.replaced
    assert library.entries() == [name]  # feeds have the newest alone
    for entry in older:
        found = library.locate(entry.id, entry.audio)
        assert found is not None
        assert found.entry == entry
        assert found.path.stat().st_size == entry.size
        assert adding.episode_of(library, entry).path == found.path
    assert "corrected" not in adding.article_of(library, older[-1]).text


def test_the_episodes_end_is_its_versions_end(library: Library) -> None:
    for number in (1, 2, 3):
        entry = keep_draft(library, 1, number)
    other = keep_draft(library, 2)
    adding.remove(library, entry.id)
    assert library.older(entry.id) == []
    assert library.locate(entry.id, f"story-1-{1:010x}.mp3") is None
    assert not (library.folder / "episodes" / entry.id).exists()
    assert library.entries() == [other]


def test_brought_back_it_begins_without_older_ones(library: Library) -> None:
    for number in (1, 2):
        entry = adding.add_article(library, article(body=f"It ticks {number} times."), None, WISH).entry
    adding.remove(library, entry.id)
    back = adding.add_article(library, article(), None, replace(WISH, back=True)).entry
    assert (back.id, back.version, back.reason) == (entry.id, 3, "")
    assert library.older(back.id) == []


def test_as_many_are_kept_as_the_settings_say(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(1, 7):
        entry = keep_draft(library, 1, number)
    assert numbers(library.older(entry.id)) == [5, 4, 3, 2, 1]
    assert numbers(retention.keep(library)) == [1, 2]
    assert numbers(library.older(entry.id)) == [5, 4, 3]
    assert len(list((library.folder / "episodes" / entry.id).iterdir())) == 4
    monkeypatch.setenv("LISTEN_RETENTION_VERSIONS", "1")
    assert numbers(retention.keep(library)) == [3, 4]
    monkeypatch.setenv("LISTEN_RETENTION_VERSIONS", "0")
    keep_draft(library, 1, 7)
    assert retention.keep(library) == []
    assert numbers(library.older(entry.id)) == [6, 5]


def test_an_article_that_changes_all_day_does_not_fill_the_disk(library: Library) -> None:
    for n in range(6):
        request = Request(url="https://example.org/live", name="live", voice="tone", media_type="text/plain")
        text = f"A live report\n\nIt is {n} o'clock and nothing has happened yet.\n\nMore to follow.".encode()
        job = queue.accept(library, request, text, "owner")
        taken = queue.take(library, "here")
        assert taken is not None
        assert taken.id == job.id
        assert working.perform(library, taken).state == "done"
    (entry,) = library.entries()
    assert entry.version == 6
    assert numbers(library.older(entry.id)) == [5, 4, 3]


def test_old_ones_go_by_age_and_for_space_before_any_episode(library: Library) -> None:
    for number in (1, 2, 3):
        keep_draft(library, 1, number, audio=bytes(1000))
    keep_draft(library, 2, audio=bytes(1000))
    aged(library, 10, 1)
    aged(library, 3, 2)
    assert numbers(retention.outlived(library, retention.Limit(version_days=5))) == [1]
    assert numbers(retention.outlived(library, retention.Limit(version_days=2))) == [1, 2]
    assert numbers(retention.outlived(library, retention.Limit(megabytes=0.0035))) == [1]
    assert numbers(retention.outlived(library, retention.Limit(megabytes=0.001))) == [1, 2]
    aged(library, 0.5, 2)  # apps may have its address still
    assert numbers(retention.outlived(library, retention.Limit(megabytes=0.001))) == [1]
    assert len(retention.excess(library, retention.Limit(megabytes=0.0045))) == 0
    assert len(retention.excess(library, retention.Limit(megabytes=0.0035))) == 1


def test_a_backup_has_them(library: Library, tmp_path: Path) -> None:
    for number in (1, 2):
        entry = keep_draft(library, 1, number, audio=bytes(number))
    backups.backup(library, tmp_path / "copy.tar")
    backups.restore(tmp_path / "copy.tar", tmp_path / "restored" / "library")
    again = Library(tmp_path / "restored" / "library")
    (older,) = again.older(entry.id)
    assert again.path(older, older.audio).read_bytes() == bytes(1)


def test_the_one_that_an_older_library_kept_is_there(tmp_path: Path) -> None:
    folder = tmp_path / "old"
    made = Library(folder)
    for number in (1, 2):
        entry = keep_draft(made, 1, number, audio=bytes(number))
    old = made.older(entry.id)[0]
    with sqlite3.connect(folder / schema.NAME) as db:  # as the version before had it
        (data,) = db.execute("SELECT data FROM episodes").fetchone()
        files = [{"name": item.name, "size": item.size} for item in old.files]
        form = json.dumps({**json.loads(data), "previous_files": files})
        db.execute("UPDATE episodes SET previous = ?, data = ?", (old.folder, form))
        db.execute("DROP TABLE versions")
        db.execute("DROP INDEX moves")
        db.execute("ALTER TABLE episodes DROP COLUMN moved")
        db.execute("PRAGMA user_version = 5")
    db.close()
    library = Library(folder)
    assert library.entries() == made.entries() == [entry]
    (older,) = library.older(entry.id)
    assert (older.version, older.audio, older.files) == (1, old.audio, old.files)
    found = library.locate(entry.id, old.audio)
    assert found is not None
    assert found.path.read_bytes() == bytes(1)
