"""Keys, manifest, destination: what makes an episode the same one, and what is said of it."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from listen.batch import executors, isolation, listing, run, work
from listen.batch.forecast import forecast
from listen.batch.ledger import Ledger
from listen.batch.narrator import Narrator
from listen.batch.work import Item, Job, Settings
from listen.errors import LibraryError, NoArticleError, OutputError
from listen.library import Library, adding, adopting
from listen.model import Article, Block, Chapter, Source
from listen.options import Options
from listen.storage import manifest, targets
from listen.storage.manifest import File, Line
from tests.batch.cluster import lines, pages

ARTICLE = Article("A clock", "en-GB", (Block("paragraph", "It ticks."),))


def settings(dest: Path, **more: Any) -> Settings:
    return Settings(str(dest), "tone", version=work.version(), **more)


def job(dest: Path, text: str = "A clock\n\nIt ticks all day. It ticks all night.", **more: Any) -> Job:
    item = Item("clock.txt", "clock.txt", text.encode(), media_type="text/plain", **more)
    given = settings(dest)
    return Job(item, given, work.ticket(item, given))


def test_a_key_is_of_source_title_text_and_settings(tmp_path: Path) -> None:
    plain = settings(tmp_path)
    keys = {
        work.episode_key("https://paper.example/1", "", ARTICLE, plain),
        work.episode_key("https://paper.example/2", "", ARTICLE, plain),
        work.episode_key(None, "a.txt", ARTICLE, plain),
        work.episode_key(None, "b.txt", ARTICLE, plain),
        work.episode_key(None, "a.txt", replace(ARTICLE, title="A watch"), plain),
        work.episode_key(None, "a.txt", replace(ARTICLE, blocks=(Block("paragraph", "It tocks."),)), plain),
        work.episode_key(None, "a.txt", ARTICLE, replace(plain, voice="heart")),
        work.episode_key(None, "a.txt", ARTICLE, replace(plain, options=Options(rate=1.1))),
        work.episode_key(None, "a.txt", ARTICLE, replace(plain, files={"cover": "settings/1.png"})),
    }
    assert len(keys) == 9
    same = replace(plain, dest="s3://elsewhere", options=Options(jobs=3, cache=False, force=True))
    assert work.episode_key(None, "a.txt", ARTICLE, same) in keys


def test_an_episode_is_made_once_and_found_there(tmp_path: Path) -> None:
    (tmp_path / "scratch").mkdir()
    narrator, dest = Narrator(tmp_path / "scratch"), tmp_path / "out"
    made = narrator.perform(job(dest)).line
    assert made.status == "done", made.reason
    assert made.trust is not None
    assert {f.name.removeprefix(made.key) for f in made.files} == {
        ".mp3", ".vtt", ".words.json", ".chapters.json", ".story.json",
    }  # fmt: skip
    assert made.files[0].name == f"{made.key}.mp3"
    assert (made.processor, made.listen) == (work.processor(), work.version())
    assert list((tmp_path / "scratch").iterdir()) == []
    again = narrator.perform(job(dest)).line
    assert (again.status, again.key) == ("skipped", made.key)
    # One that was cut off before its end is no episode, and is made again.
    (dest / manifest.entry(made.key)).unlink()
    (dest / made.key / f"{made.key}.mp3").write_bytes(b"half")
    assert replace(narrator.perform(job(dest)).line, at=made.at, cpu_s=made.cpu_s) == made


def test_what_the_list_says_wins(tmp_path: Path) -> None:
    narrator = Narrator(tmp_path)
    text = "It ticks all day. It ticks all night."
    made = narrator.perform(
        job(tmp_path / "out", text, title="The tower", byline="Ann", published="2024-05-03", lang="en-US")
    ).line
    assert (made.title, made.byline, made.published, made.lang) == ("The tower", "Ann", "2024-05-03", "en-US")


def test_bad_articles_are_told_apart(tmp_path: Path) -> None:
    narrator = Narrator(tmp_path)
    empty = narrator.perform(job(tmp_path / "out", "?"))
    assert (empty.failure, empty.line.status) == ("article", "failed")
    other = job(tmp_path / "out")
    other = replace(other, settings=replace(other.settings, version="9"))
    assert narrator.perform(other).failure == "version"
    (tmp_path / "file").write_bytes(b"")
    nowhere = narrator.perform(job(tmp_path / "file"))
    assert (nowhere.failure, "cannot be made" in nowhere.line.reason) == ("storage", True)


def test_an_article_of_several_pages_asks_for_them(tmp_path: Path) -> None:
    def page(n: int, more: str) -> bytes:
        words = " ".join(f"Sentence {i} of page {n} tells what happened in the town." for i in range(12))
        return (
            f"<html><head><title>The long tale</title>{more}</head><body><article><h1>The long tale</h1>"
            f"<p>{words}</p></article></body></html>"
        ).encode()

    first = page(1, '<link rel="next" href="https://paper.example/tale?page=2">')
    item = Item("https://paper.example/tale", "", first, "https://paper.example/tale", "text/html", "utf-8")
    given = Job(item, settings(tmp_path / "out"), "t")
    narrator = Narrator(tmp_path)
    asked = narrator.perform(given)
    assert asked.wants == "https://paper.example/tale?page=2"
    second = Source(page(2, ""), asked.wants, asked.wants, "text/html", "utf-8")
    line = narrator.perform(replace(given, pages=(second,))).line
    assert line.status == "done", line.reason
    story = (tmp_path / "out" / line.key / f"{line.key}.story.json").read_text("utf-8")
    assert "page 1 tells" in story
    assert "page 2 tells" in story


def test_the_manifest_comes_back(tmp_path: Path) -> None:
    place = targets.target(str(tmp_path / "out"))
    parts = manifest.Parts(place)
    made = [
        Line("done", f"s{n}", f"t{n}", f"k{n}", files=(File("a.mp3", n, "0"),), trust=0.5, notes=("é\u2028",))
        for n in range(manifest.PART_LINES + 2)
    ]
    for line in made:
        parts.add(line)
    parts.flush()
    parts.flush()
    names = sorted(p.name for p in (tmp_path / "out" / "manifest").iterdir())
    assert len(names) == 2
    assert list(manifest.lines(place)) == made
    for name in (".", "manifest", f"manifest/{names[1]}"):
        _, found = manifest.of(str(tmp_path / "out" / name))
        assert next(iter(found)).status == "done"
    with pytest.raises(OutputError, match="no manifest"):
        manifest.of(str(tmp_path))
    (tmp_path / "out" / "manifest" / names[0]).write_text("{broken\n")
    with pytest.raises(OutputError, match="line 1"):
        list(manifest.lines(place))


def test_the_manifest_as_parquet(tmp_path: Path) -> None:
    import pyarrow.parquet as pq

    place = targets.target(str(tmp_path / "out"))
    parts = manifest.Parts(place)
    chapters = (Chapter("One", 0, 10),)
    parts.add(Line("done", "a", "t", "k", files=(File("a.mp3", 3, "0"),), chapters=chapters, trust=0.5))
    parts.add(Line("failed", "b", "u", reason="it is empty"))
    parts.flush()
    assert manifest.write_parquet(place) == 2
    done, failed = pq.read_table(tmp_path / "out" / "manifest" / "all.parquet").to_pylist()
    assert done["files"] == [{"name": "a.mp3", "size": 3, "sha256": "0"}]
    assert (done["chapters"][0]["title"], done["trust"]) == ("One", 0.5)
    assert (failed["status"], failed["reason"], failed["trust"]) == ("failed", "it is empty", None)
    assert len(list(manifest.lines(place))) == 2


def test_the_ledger() -> None:
    ledger = Ledger()
    old = [Line("done", f"s{n}", f"t{n}", f"k{n}", files=(File("a", 1, "0"),)) for n in range(3)]
    assert ledger.learn([*old, Line("failed", "s9", "t9")], ["k0", "k2", "manifest"]) == 2
    assert [ledger.made(t) for t in ("t0", "t1", "t2", "t9")] == ["k0", "", "k2", ""]
    assert [ledger.is_new("t0"), ledger.is_new("t0")] == [True, False]
    assert [ledger.first("k5", "a"), ledger.first("k5", "b")] == ["a", "a"]
    ledger.close()


class Flaky(targets.Storage):
    """Storage whose first answers are errors."""

    def __init__(self, url: str, errors: list[Exception]) -> None:
        self.pauses: list[float] = []
        super().__init__(url, self.pauses.append)
        self._errors = errors

    def _write(self, path: str, source: Path | bytes, kind: str) -> None:
        if self._errors:
            raise self._errors.pop(0)
        super()._write(path, source, kind)


def test_storage_is_asked_again_unless_it_refuses_for_good(tmp_path: Path) -> None:
    url = f"memory://{tmp_path.name}"
    busy = Flaky(url, [OSError("503"), ValueError("a client's own error"), ConnectionError()])
    busy.put("a/b.mp3", b"sound", "audio/mpeg")
    assert (busy.read("a/b.mp3"), busy.pauses) == (b"sound", [0.5, 1.0, 2.0])
    assert list(busy.folders()) == ["a"]
    with pytest.raises(OutputError, match="refuses"):
        Flaky(url, [PermissionError("no")]).put("c", b"", "x")
    down = Flaky(url, [OSError("503")] * 9)
    with pytest.raises(OutputError, match="503"):
        down.put("c", b"", "x")
    assert len(down.pauses) == targets.TRIES - 1


def test_something_else_at_the_destination_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    storage = targets.Storage(f"memory://{tmp_path.name}", lambda _: None)
    monkeypatch.setattr(
        type(storage._fs), "pipe_file", lambda self, path, value, **_: self.open(path, "wb").close()
    )
    with pytest.raises(OutputError, match="0 bytes of 5 arrived"):
        storage.put("a", b"sound", "audio/mpeg")


def test_what_a_killed_writer_left_goes(tmp_path: Path) -> None:
    folder = targets.target(str(tmp_path / "out"))
    folder.put("k/a", b"1", "x")
    (tmp_path / "out" / "k" / ".0123456789ab.part").write_bytes(b"half")
    folder.put("k/b", b"2", "x")
    assert sorted(p.name for p in (tmp_path / "out" / "k").iterdir()) == ["a", "b"]


@pytest.mark.slow
def test_a_batch_of_what_is_twice_there_and_damaged(tmp_path: Path) -> None:
    listed = pages(tmp_path / "pages.jsonl", 3)
    listed.write_text(listed.read_text() * 2 + "{broken\n")
    plan = run.Plan(str(tmp_path / "out"), "tone", Options(jobs=2))
    tally = run.run(listing.items(str(listed)), plan)
    assert (tally.done, tally.skipped, tally.failed) == (3, 3, 1)
    again = run.run(listing.items(str(listed)), plan)
    assert (again.done, again.skipped, again.failed) == (0, 6, 1)
    (gone,) = list((tmp_path / "out").glob("*/*.mp3"))[:1]
    for path in gone.parent.iterdir():
        path.unlink()
    gone.parent.rmdir()
    assert run.run(listing.items(str(listed)), plan).done == 1  # what is not there any more is made


@pytest.mark.slow
def test_a_dry_run_tells_what_it_will_be(tmp_path: Path) -> None:
    listed = pages(tmp_path / "pages.jsonl", 40)
    expected = forecast(listing.items(str(listed)), "tone", Options(), 0)
    assert (expected.articles, expected.sampled, expected.failed) == (40, 24, 0)
    tally = run.run(listing.items(str(listed)), run.Plan(str(tmp_path / "out"), "tone", Options(jobs=2)))
    assert expected.audio_h * 3_600_000 == pytest.approx(tally.audio_ms, rel=0.1)
    assert expected.size == pytest.approx(tally.size, rel=0.15)
    with pytest.raises(NoArticleError, match="nothing can be narrated"):
        forecast([Item("x", error="x: cannot be read")], "tone", Options(), 0)


def test_what_a_batch_made_comes_into_the_library(tmp_path: Path) -> None:
    library, dest = Library(tmp_path / "library"), tmp_path / "out"
    narrator = Narrator(tmp_path)
    parts = manifest.Parts(targets.target(str(dest)))
    made = narrator.perform(job(dest)).line
    other = narrator.perform(job(dest, "A bell\n\nIt rings at noon.")).line
    for line in (made, other, replace(made, status="skipped")):
        parts.add(line)
    parts.flush()
    (dest / other.key / other.files[0].name).write_bytes(b"something else")
    added, failed = adopting.from_manifest(library, str(dest))
    assert isinstance(added, adding.Added)
    assert added.what == "new"
    assert isinstance(failed, tuple)
    assert isinstance(failed[1], LibraryError)
    assert "is not what the manifest says" in str(failed[1])
    entry = added.entry
    assert library.path(entry, entry.audio).read_bytes() == (dest / made.key / f"{made.key}.mp3").read_bytes()
    assert adding.episode_of(library, entry).cues[0].text == "A clock"
    assert adding.article_of(library, entry).title == "A clock"
    assert {item.ending for item in entry.files} == set(adding_endings())
    again, _ = adopting.from_manifest(library, str(dest))
    assert isinstance(again, adding.Added)
    assert again.what == "there already"
    assert len(lines(dest)) == 3


def adding_endings() -> list[str]:
    return [".mp3", ".vtt", ".words.json", ".chapters.json", ".html", ".srt", ".transcript.json"]


@pytest.mark.slow
def test_dask_is_given_one_group_of_numbered_tasks() -> None:
    from distributed.utils import key_split_group

    keys: list[Any] = []

    class Client:
        def get_executor(self, pure: bool) -> Client:
            return self

        def submit(self, fn: Any, *args: Any, key: Any) -> None:
            keys.append(key)

    numbered = executors._Numbered(Client())
    for _ in range(3):
        numbered.submit(len, "x")
    assert len(set(keys)) == 3
    assert len(set(map(key_split_group, keys))) == 1  # one line on the dashboard, not one for each article


def test_a_process_that_dies_at_its_start_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever it had started may still read what is sent to it: Ctrl-C in a batch's first seconds had then
    to wait an hour."""
    reader = "[sys.executable, '-c', 'import sys; sys.stdin.read()']"
    left = f"import subprocess, sys; subprocess.Popen({reader}, stdout=subprocess.DEVNULL)"
    real = subprocess.Popen
    monkeypatch.setattr(subprocess, "Popen", lambda _, **how: real([sys.executable, "-c", left], **how))
    child = isolation.Child()
    given = replace(settings(Path("x")), limits=work.Limits(time_s=5))
    outcome = child.perform(Job(Item("a", data=b"Words."), given, "t"))
    assert (outcome.died, outcome.failure) == ("exit status 0", "")


@pytest.mark.parametrize("name", ["missing.txt", "missing/", "page.html"])
def test_a_list_that_is_none_is_told_before_any_heading(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from listen.cli import cli, failure

    monkeypatch.chdir(tmp_path)
    Path("page.html").write_text("<html><body><p>One document.</p></body></html>")
    line = ["batch", name, "--dest", "out", "--voice", "tone", "--jobs", "1"]
    assert failure.guarded(lambda: cli.main(line, standalone_mode=False)) == 1
    told = capsys.readouterr().err.strip().splitlines()
    assert len(told) == 1
    assert told[0].startswith(f"listen: {name}: ")
    assert not Path("out").exists()
