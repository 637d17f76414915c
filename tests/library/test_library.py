"""The library: what goes in stays in, once."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from listen.errors import LibraryError, RetiredError
from listen.library import Library, Show, adding, records
from listen.library.database import schema
from listen.model import Source
from listen.sources import fetch
from listen.storage import cache, folders
from tests.commands import listen
from tests.library.stories import WISH, add, article, keep_draft, tree


def test_an_article_becomes_an_episode_with_its_files(library: Library) -> None:
    added = adding.add_article(library, article(), None, WISH)
    entry = added.entry
    assert added.what == "new"
    assert entry.files[0].ending == ".mp3"
    assert {".vtt", ".chapters.json"} <= {f.ending for f in entry.files}
    for item in entry.files:
        assert library.path(entry, item.name).stat().st_size == item.size
    assert entry.title == "A clock"
    assert entry.byline == "Ann Other"
    titles = [c.title for c in entry.chapters]
    assert titles == [
        "A clock",
        "How it was found again in the tower",
        "What came after that, and who wound it",
    ]
    assert library.entries() == [entry]
    assert library.entry(entry.id[:4]) == entry
    assert adding.article_of(library, entry).blocks == article().blocks
    assert adding.episode_of(library, entry).duration_ms == entry.duration_ms


def test_twice_is_once(library: Library) -> None:
    first = adding.add_article(library, article(), None, WISH)
    tracked = article(url="https://example.org/clock?utm_source=mail")
    second = adding.add_article(library, tracked, None, WISH)
    assert second.what == "there already"
    assert second.entry == first.entry
    assert library.count() == 1


def test_a_changed_article_is_a_new_version_of_the_same(library: Library) -> None:
    first = adding.add_article(library, article(), None, WISH).entry
    second = adding.add_article(library, article(body="It ticks, corrected."), None, WISH)
    assert second.what == "updated"
    new = second.entry
    assert (new.id, new.guid, new.pub, new.version) == (first.id, first.guid, first.pub, 2)
    assert new.audio != first.audio
    # Who downloads the old one just now gets it to the end.
    old = library.locate(first.id, first.audio)
    assert old is not None
    assert old.path.stat().st_size == first.size == old.item.size
    third = adding.add_article(library, article(body="Corrected again."), None, WISH).entry
    assert library.locate(new.id, new.audio) is not None
    assert library.entries() == [third]


def test_removed_is_removed_and_stays_so(library: Library) -> None:
    runs_folder = folders.cache_dir() / "runs"
    runs = cache.DiskCache(runs_folder)
    entry = add(library)
    other = add(library, "Another", n=1, body="Something else entirely.")
    before, words = runs.usage().entries, len(list(runs_folder.glob("??/*.words")))
    adding.remove(library, entry.id)
    assert runs.usage().entries < before
    assert len(list(runs_folder.glob("??/*.words"))) < words
    assert not (library.folder / "episodes" / entry.id).exists()
    assert library.entries() == [other]
    assert library.locate(entry.id, entry.audio) is None
    with pytest.raises(RetiredError, match="--again"):
        add(library)
    again = adding.Wish(WISH.voice, WISH.options, again=True)
    back = adding.add_article(library, article("A clock", "https://example.org/clock-0"), None, again)
    assert back.what == "new"
    assert back.entry.guid == entry.guid
    assert back.entry.audio != entry.audio
    with sqlite3.connect(library.folder / schema.NAME) as db:
        assert db.execute("SELECT count(*) FROM journal").fetchone() == (0,)
    db.close()


def test_held_back_until_its_time(library: Library) -> None:
    wish = adding.Wish(WISH.voice, WISH.options, not_before="2031-01-01T00:00:00Z")
    entry = adding.add_article(library, article(), None, wish).entry
    assert library.entries() == []
    assert library.count() == 0
    assert library.locate(entry.id, entry.audio) is None
    assert library.entries(at="2031-01-01T00:00:00Z") == [entry]
    assert entry.pub == "2031-01-01T00:00:00Z"


def test_a_failed_narration_leaves_nothing(library: Library) -> None:
    wish = adding.Wish("no-such-voice", WISH.options)
    with pytest.raises(Exception, match="no-such-voice"):
        adding.add_article(library, article(), None, wish)
    assert [name for name in tree(library.folder) if not name.startswith("library.sqlite3")] == []


def test_what_a_crash_left_is_cleared_away(library: Library) -> None:
    kept = keep_draft(library, 1)
    orphan = library.folder / "episodes" / "abc" / "1-x"
    orphan.mkdir(parents=True)
    (orphan / "x.mp3").write_bytes(b"x")
    young = library.folder / "episodes" / ".young.part"
    old = library.folder / "episodes" / ".old.part"
    for folder, noted in ((orphan, records.now()), (young, records.now()), (old, "2020-01-01T00:00:00Z")):
        folder.mkdir(exist_ok=True)
        with library.writing() as db:
            db.execute("INSERT INTO journal VALUES (?, ?)", (library._relative(folder), noted))
    with library.writing() as db:
        db.execute("INSERT INTO journal VALUES (?, ?)", (kept.folder, "2020-01-01T00:00:00Z"))
    Library(library.folder)
    assert not orphan.exists()
    assert young.exists()
    assert not old.exists()
    assert library.path(kept, kept.audio).exists()


def test_a_copy_of_the_folder_is_the_library(library: Library, tmp_path: Path) -> None:
    entry = add(library)
    shutil.copytree(library.folder, tmp_path / "copy")
    copy = Library(tmp_path / "copy")
    assert copy.entries() == [entry]
    assert copy.path(entry, entry.audio).read_bytes() == library.path(entry, entry.audio).read_bytes()


def test_an_older_library_opens(tmp_path: Path) -> None:
    folder = tmp_path / "old"
    folder.mkdir()
    db = sqlite3.connect(folder / schema.NAME)
    db.executescript(schema.MIGRATIONS[0])
    db.execute("PRAGMA user_version = 1")
    db.close()
    library = Library(folder)
    entry = keep_draft(library, 1)
    assert library.entries() == [entry]
    with library.reading() as now:
        assert now.execute("SELECT count(*) FROM shares").fetchone()[0] == 0
        assert now.execute("PRAGMA journal_mode").fetchone()[0] == "wal"


def test_a_newer_library_is_left_alone(tmp_path: Path) -> None:
    db = sqlite3.connect(tmp_path / schema.NAME)
    db.execute("PRAGMA user_version = 99")
    db.close()
    with pytest.raises(LibraryError, match="update listen"):
        Library(tmp_path)


def test_a_damaged_library_says_so(tmp_path: Path) -> None:
    (tmp_path / schema.NAME).write_bytes(b"not a database at all" * 100)
    with pytest.raises(LibraryError, match="restore it from a copy"):
        Library(tmp_path)


def foreign(path: Path, version: int) -> None:
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE pictures (name TEXT)")
    db.execute(f"PRAGMA user_version = {version}")
    db.commit()
    db.close()


@pytest.mark.parametrize("version", [0, 1, 3])
def test_another_programs_database_is_left_alone(version: int, tmp_path: Path) -> None:
    foreign(tmp_path / schema.NAME, version)
    before = (tmp_path / schema.NAME).read_bytes()
    with pytest.raises(LibraryError, match="is no library of listen"):
        Library(tmp_path)
    assert (tmp_path / schema.NAME).read_bytes() == before


@pytest.mark.parametrize("empty", [True, False], ids=["0 bytes", "gone"])
def test_a_database_that_lost_its_episodes_is_not_taken_for_new(empty: bool, library: Library) -> None:
    keep_draft(library, 1)
    for path in library.folder.glob(f"{schema.NAME}*"):
        path.unlink()
    if empty:
        (library.folder / schema.NAME).touch()
    with pytest.raises(LibraryError, match="empty or gone, but there are episodes beside it: restore it"):
        Library(library.folder)
    assert list(library.folder.glob("episodes/*/*/*"))


def test_an_empty_database_without_episodes_is_new(tmp_path: Path) -> None:
    (tmp_path / schema.NAME).touch()  # what a process leaves that is killed when it makes its first library
    assert Library(tmp_path).count() == 0


@pytest.mark.parametrize(
    ("code", "says"),
    [
        (sqlite3.SQLITE_FULL, "no space is left: free some, and try again"),
        (sqlite3.SQLITE_READONLY, "check the permissions"),
        (sqlite3.SQLITE_IOERR_WRITE, "free some space, and check it"),
        (sqlite3.SQLITE_BUSY, "another listen is writing to it"),
        (sqlite3.SQLITE_CORRUPT, "it is damaged: restore it from a copy"),
    ],
)
def test_what_sqlite_cannot_do_has_the_right_advice(code: int, says: str, library: Library) -> None:
    error = sqlite3.OperationalError("reason")
    error.sqlite_errorcode = code
    with pytest.raises(LibraryError, match=says) as raised, library.writing():
        raise error
    assert ("restore" in str(raised.value)) == (code == sqlite3.SQLITE_CORRUPT)


def test_many_at_once_lose_nothing(library: Library) -> None:
    failures: list[BaseException] = []

    def work(start: int) -> None:
        try:
            own = Library(library.folder)
            for n in range(start, start + 10):
                keep_draft(own, n)
                own.entries(limit=5)
        except BaseException as error:  # noqa: BLE001 handed to the test's thread
            failures.append(error)

    threads = [threading.Thread(target=work, args=(10 * i,)) for i in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert library.count() == 40
    assert len({e.id for e in library.entries()}) == 40


def test_an_ambiguous_or_strange_id_is_refused(library: Library) -> None:
    for n in range(20):
        keep_draft(library, n)
    ids = [e.id for e in library.entries()]
    letter = next(i[0] for i in ids if sum(j[0] == i[0] for j in ids) > 1)
    with pytest.raises(LibraryError, match="more than one"):
        library.entry(letter)
    for strange in ("", "../..", "%", "zz"):
        with pytest.raises(LibraryError, match="listen ls"):
            library.entry(strange)


def test_the_show_is_kept(library: Library) -> None:
    assert library.show == Show()
    library.save_show(Show(title="Mine & yours", public=True))
    assert library.show == Show(title="Mine & yours", public=True)
    (library.folder / "show.json").write_text('{"titel": "x"}', "utf-8")
    with pytest.raises(Exception, match="titel"):
        _ = library.show


def test_a_page_given_as_bytes(library: Library) -> None:
    page = (Path(__file__).parents[2] / "seeds" / "harbour-clock" / "article.html").read_bytes()
    html = page.partition(b"<h2")[0] + b"</article></main></body></html>"  # three paragraphs of it
    url = "https://www.channelreview.example/heritage/2024/may/11/harbour-town-clock-agnieszka-wojcik"
    added = adding.add(library, Source(html, url, url + "?utm_source=x", "text/html"), WISH)
    assert added.entry.url == url
    assert added.entry.site == "The Channel Review"


def test_add_ls_rm_on_the_command_line(tmp_path: Path, home: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("A short title\n\nFirst sentence here. Second one.\n", "utf-8")
    done = listen("add", story, "--voice", "tone", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    short, what, title, length = done.stderr.strip().split(" · ")
    assert (what, title) == ("new", "A short title")
    done = listen("add", story, "--voice", "tone", "--json", cwd=tmp_path)
    assert json.loads(done.stdout)["what"] == "there already"
    done = listen("ls", "--heard", short, cwd=tmp_path)
    assert done.stdout.split("  ")[0] == short
    assert "✓" in done.stdout
    assert f"1 episode, {length}, 0 not heard" in done.stderr
    assert listen("rm", short, cwd=tmp_path).returncode == 0
    assert listen("rm", short, cwd=tmp_path).returncode == 1
    done = listen("add", story, "nothing.txt", "--voice", "tone", cwd=tmp_path)
    assert done.returncode == 1
    assert "retired" in done.stderr
    assert "nothing.txt: no such file" in done.stderr
    assert listen("ls", cwd=tmp_path).stdout == ""


def test_fetching_for_oneself(library: Library, tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("A title\n\nWords are here.\n", "utf-8")
    assert adding.add(library, fetch.fetch(str(story)), WISH).what == "new"


def test_who_reads_the_settings_loads_no_database() -> None:
    code = (
        "import sys; from listen.library.keeping import configuration; configuration.table('');"
        "print([m for m in ('sqlite3', 'listen.pipeline', 'listen.library.store') if m in sys.modules]);"
        "import listen.library; print(listen.library.Library.__name__, listen.library.Share.__name__)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\nLibrary Share\n"
