"""What becomes of episodes: positions, the bin, limits, backups, a clock that was wrong, who may read the
files."""

from __future__ import annotations

import os
import sqlite3
import stat
import tarfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from listen.errors import LibraryError, ListenError, OutputError, RetiredError
from listen.library import Library, Show, adding, browsing, positions, shares, shows
from listen.library.database import rows, schema
from listen.library.keeping import backups, configuration, retention, shelving
from listen.library.records import later, now
from listen.storage import whole
from tests.examples import examples
from tests.library.stories import WISH, add, article, keep_draft


def test_the_newest_word_on_a_position_wins(library: Library) -> None:
    entry = keep_draft(library, 1)
    assert positions.put(library, "rosa", entry.id, 20_000, updated_ms=2000).at_ms == 20_000
    late = positions.put(library, "rosa", entry.id, 5000, updated_ms=1000)  # from a phone that was offline
    assert late.at_ms == 20_000
    ahead = positions.put(library, "rosa", entry.id, 30_000, updated_ms=10**15)
    assert ahead.updated_ms < 10**14  # a clock that is ahead counts as now
    assert positions.put(library, "rosa", entry.id, 10**9).at_ms == entry.duration_ms
    assert positions.of(library, "tom") == {}
    positions.put(library, "owner", entry.id, heard=True)
    assert library.entry(entry.id).heard is not None
    library.mark(entry.id, False)
    assert not positions.of(library, "owner")[entry.id].heard
    assert not positions.of(library, "rosa")[entry.id].heard


@settings(max_examples=examples(30), deadline=None)
@given(st.permutations([(1000, 1), (2000, 2), (3000, 3), (4000, 4)]))
def test_the_order_in_which_words_arrive_does_not_matter(
    tmp_path_factory: pytest.TempPathFactory, words: list[tuple[int, int]]
) -> None:
    library = Library(tmp_path_factory.mktemp("merge"))
    entry = keep_draft(library, 1)
    for at_ms, when in words:
        positions.put(library, "rosa", entry.id, at_ms, updated_ms=when)
    assert positions.of(library, "rosa")[entry.id].at_ms == 4000


def test_speed_and_playlist_are_kept_for_each(library: Library) -> None:
    assert positions.listener(library, "rosa").speed == 1
    positions.keep(library, "rosa", speed=1.5)
    positions.keep(library, "rosa", playlist=["b", "a", "b"])
    kept = positions.listener(library, "rosa")
    assert (kept.speed, kept.playlist) == (1.5, ("b", "a"))
    with pytest.raises(LibraryError, match="out of range"):
        positions.keep(library, "rosa", speed=9)


def test_what_comes_back_is_a_change(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """An app that asked while it lay in the bin must not hear that nothing has changed since."""
    clock = iter(f"2024-05-03T17:05:{second:02}Z" for second in range(60))
    for module in (shelving, shows, rows):
        monkeypatch.setattr(module, "now", lambda: next(clock))
    entry = keep_draft(library, 1)
    shelving.put(library, entry.id, "trashed", True)
    binned = library.changed()
    shelving.put(library, entry.id, "trashed", False)
    back = library.changed()
    assert back > binned
    shelving.put(library, entry.id, "archived", True)  # no feed shows that
    assert library.changed() == back
    library.of("birds").save_show(Show("Birds"))
    shows.move(library, [entry.id], "birds")
    moved = library.changed()
    assert moved > back
    shows.drop(library, "birds")
    assert library.changed() > moved


def test_the_bin_can_be_undone_for_a_day(library: Library) -> None:
    entry = add(library)
    shelving.put(library, entry.id, "trashed", True)
    assert library.entries() == []
    assert library.locate(entry.id, entry.audio) is None
    with pytest.raises(LibraryError):
        library.entry(entry.id)
    assert shelving.empty(library) == []
    shelving.put(library, entry.id, "trashed", False)
    assert [e.id for e in library.entries()] == [entry.id]
    shelving.put(library, entry.id, "trashed", True)
    assert [e.id for e in shelving.empty(library, hours=-1)] == [entry.id]
    with pytest.raises(LibraryError):
        shelving.put(library, entry.id, "trashed", False)
    assert not (library.folder / "episodes" / entry.id).exists()


def test_what_lies_in_the_bin_comes_back_only_when_it_is_wanted(library: Library) -> None:
    entry = add(library)
    shelving.put(library, entry.id, "trashed", True)
    story = article("A clock", "https://example.org/clock-0")
    with pytest.raises(RetiredError):
        adding.add_article(library, story, None, WISH)
    back = adding.add_article(library, story, None, adding.Wish(WISH.voice, WISH.options, back=True))
    assert back.entry.id == entry.id
    assert [e.id for e in library.entries()] == [entry.id]


def test_limits_remove_the_oldest_and_keep_what_was_put_away(library: Library) -> None:
    entries = [keep_draft(library, n, audio=bytes(1000)) for n in range(6)]
    shelving.put(library, entries[0].id, "archived", True)
    many = retention.excess(library, retention.Limit(episodes=3))
    assert {e.id for e in many} == {e.id for e in entries[1:3]}
    assert retention.excess(library, retention.Limit(days=1)) == []
    assert len(retention.excess(library, retention.Limit(days=1), at=later(now(), days=2))) == 5
    assert len(retention.excess(library, retention.Limit(megabytes=0.002))) == 3
    positions.put(library, "owner", entries[5].id, heard=True)
    heard = retention.excess(library, retention.Limit(heard_days=1), at=later(now(), days=2))
    assert [e.id for e in heard] == [entries[5].id]
    assert retention.keep(library) == []  # no limit was set


def test_limits_come_from_the_settings(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    for n in range(3):
        keep_draft(library, n)
    monkeypatch.setenv("LISTEN_RETENTION_EPISODES", "1")
    assert len(retention.keep(library)) == 2
    assert library.count() == 1


def test_a_library_is_copied_while_it_is_used_and_comes_back(library: Library, tmp_path: Path) -> None:
    entry = add(library)
    token = shares.share(library, "rosa").token
    target = tmp_path / "copy.tar"
    with library.writing() as db:  # somebody is in the middle of something
        db.execute("SELECT 1")
        done = backups.backup(library, target)
    assert done.episodes == 1
    if os.name != "nt":
        assert stat.S_IMODE(target.stat().st_mode) == 0o600
    with pytest.raises(OutputError, match="exists"):
        backups.backup(library, target)
    with pytest.raises(OutputError, match=r"there is no folder .*nowhere: make it first"):
        backups.backup(library, tmp_path / "nowhere" / "copy.tar")
    assert not (tmp_path / "nowhere").exists()
    restored = tmp_path / "elsewhere" / "library"
    assert backups.restore(target, restored).episodes == 1
    again = Library(restored)
    assert (
        again.path(again.entry(entry.id), entry.audio).read_bytes()
        == library.path(entry, entry.audio).read_bytes()
    )
    assert shares.holder(again, token) is not None
    with pytest.raises(LibraryError, match="holds a library already"):
        backups.restore(target, restored)
    assert backups.restore(target, restored, force=True).episodes == 1
    assert len(list(restored.parent.glob("library.before-*"))) == 1


def test_what_is_removed_during_a_backup_does_not_spoil_it(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone, stays = keep_draft(library, 1), keep_draft(library, 2)
    copied = backups._copy_database

    def then_removed(source: Path, target: Path) -> None:
        copied(source, target)
        adding.remove(library, gone.id)

    monkeypatch.setattr(backups, "_copy_database", then_removed)
    said: list[str] = []
    assert backups.backup(library, tmp_path / "copy.tar", say=said.append).episodes == 1
    assert said == [f"{gone.id} was changed or removed meanwhile: its files are not in the backup"]
    assert backups.restore(tmp_path / "copy.tar", tmp_path / "again").episodes == 1
    again = Library(tmp_path / "again")
    assert [entry.id for entry in again.entries()] == [stays.id]
    with pytest.raises(RetiredError):
        again.find(again.identity_of(gone.id))


def test_an_age_beyond_the_calendar_removes_nothing(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Years before 1000 have four digits too: as texts, all others were older than them."""
    keep_draft(library, 1)
    for days in ("400000", "500000", "1000000", "1e300"):
        monkeypatch.setenv("LISTEN_RETENTION_DAYS", days)
        assert retention.keep(library) == [], days
    for days in ("inf", "nan", "-1"):
        monkeypatch.setenv("LISTEN_RETENTION_DAYS", days)
        with pytest.raises(ListenError, match="give 0 or more"):
            retention.keep(library)


@pytest.mark.parametrize(
    ("before", "name", "value", "after"),
    [
        ("[serve]  # mine\nport = 80\n", "serve.port", "81", "[serve]  # mine\nport = 81\n"),
        ("[serve]\nport = 80\n", "serve.port", None, "[serve]\n"),
        ("serve = {port = 80}\n", "serve.port", "81", ""),
        ("serve.port = 80\n", "serve.port", None, ""),
        ('[serve]\ntrusted_proxies = [\n "10.0.0.1",\n]\n', "serve.trusted_proxies", "10.0.0.2", ""),
    ],
)
def test_a_settings_file_is_changed_rightly_or_not_at_all(
    before: str, name: str, value: str | None, after: str
) -> None:
    whole.write(configuration.path(), before.encode())
    if after:
        assert configuration.changed(name, value).decode() == after
        return
    with pytest.raises(ListenError, match="change it in an editor"):
        configuration.changed(name, value)


def test_what_is_no_backup_changes_nothing(library: Library, tmp_path: Path) -> None:
    keep_draft(library, 1)
    bad = tmp_path / "bad.tar"
    bad.write_bytes(b"no tar at all" * 100)
    outside = tmp_path / "outside.tar"
    (tmp_path / "x").write_bytes(b"x")
    with tarfile.open(outside, "w") as archive:
        archive.add(tmp_path / "x", "library/../../../evil")
        archive.add(tmp_path / "x", "elsewhere/x")
    for file in (bad, outside):
        with pytest.raises(LibraryError):
            backups.restore(file, library.folder, force=True)
    assert library.count() == 1
    assert not (tmp_path.parent / "evil").exists()
    good = tmp_path / "good.tar"
    backups.backup(library, good)
    cut = tmp_path / "cut.tar"
    cut.write_bytes(good.read_bytes()[: good.stat().st_size // 2])
    with pytest.raises(LibraryError):
        backups.restore(cut, tmp_path / "new")
    assert not list(tmp_path.glob("*.part"))


def test_a_clock_that_was_ahead_hides_nothing(library: Library) -> None:
    entry = keep_draft(library, 1)
    held = keep_draft(library, 2)
    with library.writing() as db:
        db.execute("UPDATE episodes SET added = '2060-01-01T00:00:00Z', updated = '2060-01-01T00:00:00Z', "
                   "pub = '2060-01-01T00:00:00Z' WHERE id = ?", (entry.id,))  # fmt: skip
        db.execute("UPDATE episodes SET pub = '2060-01-01T00:00:00Z', not_before = '2060-01-01T00:00:00Z' "
                   "WHERE id = ?", (held.id,))  # fmt: skip
    again = Library(library.folder)
    (seen,) = again.entries()
    assert seen.id == entry.id
    assert seen.pub <= now()
    assert again.changed() <= now()
    assert again.count("9999") == 2  # what was held back on purpose still is


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_nobody_else_on_this_machine_reads_the_tokens(tmp_path: Path) -> None:
    library = Library(tmp_path / "new" / "library")
    shares.share(library, "rosa")
    for path in (library.folder, *library.folder.glob("library.sqlite3*")):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path
    (library.folder / schema.NAME).chmod(0o644)  # as older versions left it
    Library(library.folder)
    assert stat.S_IMODE((library.folder / schema.NAME).stat().st_mode) == 0o600


def test_an_older_library_is_brought_up_to_date(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    (folder / "episodes").mkdir(parents=True)
    with sqlite3.connect(folder / schema.NAME) as db:
        for script in schema.MIGRATIONS[:3]:
            for statement in script.split(";"):
                db.execute(statement)
        db.execute("PRAGMA user_version = 3")
        data = '{"digest": "", "title": "T", "lang": "en", "summary": "", "audio": "a.mp3", "sha256": "", '
        data += '"duration_ms": 5, "files": [{"name": "a.mp3", "size": 1}]}'
        for n, pub in enumerate(("2024-01-01T00:00:00Z", "2060-01-01T00:00:00Z")):
            db.execute(
                "INSERT INTO episodes (id, guid, identity, version, folder, added, updated, pub, data) "
                "VALUES (?, ?, ?, 1, 'x', '2024-01-01T00:00:00Z', '2024-01-01T00:00:00Z', ?, ?)",
                (str(n), str(n), str(n), pub, data),
            )
        db.execute("INSERT INTO shares VALUES ('k', 's', 'owner', 1, '2024-01-01T00:00:00Z')")
    db.close()
    library = Library(folder)
    assert [e.id for e in library.entries()] == ["0"]  # the other one was held back with --not-before
    (owner,) = shares.shares(library)
    assert owner.scopes == {"listen", "add", "manage"}


@pytest.mark.parametrize(
    ("title", "asked"),
    [
        ("Die Größe der GLOCKE", "grösse glocke"), ("ÉCOLE du soir", "école SOIR"), ("Élan vital", "elan"),
        ("Ένας καλός λόγος", "ΛΟΓΟΣ"), ("Straße", "STRASSE"), ("50% off_hours", "50% off_"),
    ],
)  # fmt: skip
def test_it_is_found_without_capitals_and_accents(library: Library, title: str, asked: str) -> None:
    wanted = keep_draft(library, 1)
    keep_draft(library, 2)
    with library.writing() as db:
        db.execute("UPDATE episodes SET data = json_set(data, '$.title', ?) WHERE id = ?", (title, wanted.id))
    page = browsing.find(library, "rosa", browsing.Filter(text=asked), limit=1)
    assert ([e.title for e in page.entries], page.total) == ([title], 1)


def test_what_is_found_comes_a_page_at_a_time(library: Library) -> None:
    for n in range(5):
        keep_draft(library, n)
    pages = [
        browsing.find(library, "rosa", browsing.Filter(text="story", sort="title"), at, 2) for at in (0, 2, 4)
    ]
    assert [[e.title[-1] for e in page.entries] for page in pages] == [["0", "1"], ["2", "3"], ["4"]]
    assert {page.total for page in pages} == {5}


def test_the_list_is_searched_filtered_and_sorted(library: Library) -> None:
    entries = [keep_draft(library, n) for n in range(12)]
    positions.put(library, "rosa", entries[3].id, 5000)
    positions.put(library, "rosa", entries[4].id, heard=True)
    shelving.put(library, entries[5].id, "archived", True)

    def found(**wanted: Any) -> list[str]:
        page = browsing.find(library, "rosa", browsing.Filter(**wanted), limit=50)
        assert page.total == len(page.entries)
        return [e.title for e in page.entries]

    assert len(found()) == 11
    assert found(text="story 11") == ["Story 11"]
    assert found(text="100% _") == []
    assert found(state="started") == ["Story 3"]
    assert found(state="heard") == ["Story 4"]
    assert found(state="archived") == ["Story 5"]
    assert len(found(state="unheard")) == 10
    assert found(sort="title", state="all")[0] == "Story 0"
    assert len(found(length="short")) == 11
    assert found(length="long") == []
    assert found(lang="de") == []
    assert len(browsing.find(library, "rosa", browsing.Filter(), 4, 4).entries) == 4
    assert browsing.choices(library) == ([], ["en"])


def test_the_search_does_not_mind_capitals_or_how_accents_are_written(library: Library) -> None:
    for n, title in enumerate(
        ("\u00dcber den W\u00e4ldern", "Cafe\u0301 \u00c9tude", "\u041f\u0440\u0438\u0432\u0435\u0442")
    ):
        adding.add_article(library, article(title, f"https://example.org/{n}"), None, WISH)
    for text, found in (
        ("\u00fcber W\u00c4LDERN", 1),
        ("caf\u00e9 \u00e9tude", 1),
        ("\u043f\u0440\u0438\u0432\u0435\u0442", 1),
        ("\u00fcber caf\u00e9", 0),
    ):
        assert browsing.find(library, "owner", browsing.Filter(text)).total == found, text
