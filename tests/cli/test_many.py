"""`listen make` with several sources: each by itself, done ones skipped, equal titles numbered, a table."""

from __future__ import annotations

import contextlib
import io
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from listen import pipeline
from listen.cli import cli, failure, making
from listen.formats import made
from listen.options import Options
from listen.sources import named


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in (("a.txt", "Story A\n\nOne two.\n"), ("c.md", "# Story C\n\nThree four.\n")):
        Path(name).write_text(text, "utf-8")
    return tmp_path


@dataclass(frozen=True)
class Done:
    exit_code: int
    stdout: str
    stderr: str


def make(*args: str) -> Done:
    """What a user gets, exit status included, in this process."""
    out, err = io.StringIO(), io.StringIO()
    line = ["make", "--voice", "tone", "--no-sidecars", "--jobs", "1", *args]
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = failure.guarded(lambda: cli.main(line, standalone_mode=False, prog_name="listen"))
    return Done(status, out.getvalue(), err.getvalue())


def mp3s(folder: Path = Path()) -> list[str]:
    return sorted(path.name for path in folder.glob("*.mp3"))


def test_the_others_are_made_when_one_fails() -> None:
    done = make("a.txt", "http://127.0.0.1:9/404", "no-such.html", "c.md")
    assert done.exit_code == 1
    assert mp3s() == ["Story A.mp3", "Story C.mp3"]
    table = done.stderr.splitlines()[-3:]
    assert table[0] == "2 episodes made, 0 there already, 2 failed"
    assert table[1].startswith("  http://127.0.0.1:9/404: ")
    assert table[2].startswith("  no-such.html: no such file")


def test_a_second_run_makes_only_what_is_new(here: Path) -> None:
    assert make("a.txt").exit_code == 0
    first = (here / "Story A.mp3").stat()
    done = make("a.txt", "c.md")
    assert done.exit_code == 0
    assert "a.txt: made before, Story A.mp3 (--force makes it again)" in done.stderr
    assert done.stderr.splitlines()[-1] == "1 episode made, 1 there already, 0 failed"
    assert (here / "Story A.mp3").stat().st_mtime_ns == first.st_mtime_ns
    again = make("a.txt", "c.md")
    assert (again.exit_code, again.stdout) == (0, "")
    assert again.stderr.splitlines()[-1] == "0 episodes made, 2 there already, 0 failed"
    (here / "Story A.mp3").unlink()
    assert "1 episode made, 1 there already" in make("a.txt", "c.md").stderr
    assert mp3s() == ["Story A.mp3", "Story C.mp3"]


def test_other_settings_another_text_or_folder_are_another_episode(here: Path) -> None:
    assert make("a.txt").exit_code == 0
    assert make("a.txt", "--rate", "1.5").exit_code == 0
    Path("a.txt").write_text("Story A\n\nOne two three.\n", "utf-8")
    assert make("a.txt").exit_code == 0
    assert mp3s() == ["Story A 2.mp3", "Story A 3.mp3", "Story A.mp3"]
    assert make("a.txt", "-o", "new/").exit_code == 0
    assert mp3s(here / "new") == ["Story A.mp3"]
    assert "made before" in make("a.txt", "-o", "new/", "--jobs", "2").stderr
    assert make("a.txt", "--force").exit_code == 0
    assert mp3s() == ["Story A 2.mp3", "Story A 3.mp3", "Story A.mp3"]


def test_two_sources_of_one_title() -> None:
    Path("b.txt").write_text("Story A\n\nFive six.\n", "utf-8")
    assert make("a.txt", "b.txt").exit_code == 0
    assert mp3s() == ["Story A 2.mp3", "Story A.mp3"]
    assert make("b.txt", "a.txt").stderr.count("made before") == 2


def test_folders_and_lists_are_sources(here: Path) -> None:
    sub = here / "in" / "deep"
    sub.mkdir(parents=True)
    (sub / "d.txt").write_text("Story D\n\nSeven.\n", "utf-8")
    (sub / "e.html").write_text("a page that listen made", "utf-8")
    for other in ("e.mp3", "f.png", ".g.txt", "e.words.json"):
        (sub / other).touch()
    (here / "in" / "list").write_text("\ufeff# mine\n\n../a.txt\ndeep\nhttps://example.org/x\n", "utf-8")
    assert list(named.expanded(["a.txt"], ["in/list"])) == [
        "a.txt", "in/../a.txt", "in/deep/d.txt", "https://example.org/x",
    ]  # fmt: skip
    assert make("in", "a.txt", "-o", "out/").exit_code == 0
    assert mp3s(here / "out") == ["Story A.mp3", "Story D.mp3"]
    Path("list").write_text("a.txt\nc.md\n", "utf-8")
    done = make("-a", "list", "--json")
    assert [json.loads(line)["title"] for line in done.stdout.splitlines()] == ["Story A", "Story C"]


@pytest.mark.parametrize(
    ("args", "status", "says"),
    [
        ((), 2, "Missing argument"),
        (("a.txt", "c.md", "-o", "x.mp3"), 2, "several sources need a folder (NAME/)"),
        (("a.txt", "-o", "x.wav"), 1, "no form of an episode ends in .wav"),
        (("-a", "empty"), 1, "empty: "),
        (("-a", "remarks"), 1, "remarks: names no source"),
        (("hollow",), 1, "hollow: has no file that may be an article"),
        (("a.txt", "--also", "ogg"), 1, "there is no form 'ogg': give vtt, words"),
    ],
)
def test_what_makes_no_sense(args: tuple[str, ...], status: int, says: str) -> None:
    Path("empty").touch()
    Path("remarks").write_text("# nothing\n", "utf-8")
    Path("hollow").mkdir()
    done = make(*args)
    assert says in done.stderr
    assert done.exit_code == status
    assert mp3s() == []


def test_a_bug_over_one_source_is_told_and_the_others_are_made(monkeypatch: pytest.MonkeyPatch) -> None:
    real = pipeline.make

    def buggy(given: object, *args: Any) -> object:
        if getattr(given, "name", "") == "a.txt":
            raise ZeroDivisionError("division by zero")
        return real(given, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "make", buggy)
    done = make("a.txt", "c.md")
    assert done.exit_code == 1
    assert "a.txt: a bug: ZeroDivisionError: division by zero (test_many.py:" in done.stderr
    assert mp3s() == ["Story C.mp3"]


def test_a_record_that_is_none_costs_only_time(here: Path) -> None:
    key = made.key("mark", None, Options(), here)
    assert made.find(key) is None
    made.note(key, here / "a.txt")
    assert made.find(key) == here / "a.txt"
    assert made.find(made.key("mark", None, Options(jobs=3, force=True, cache=False), here)) == here / "a.txt"
    assert made.find(made.key("mark", None, Options(keep=frozenset({"ads"})), here)) is None
    for text in ("", "5", "{}", '{"path": 3, "size": 1}', "\x00"):
        made._path(key).write_text(text, "utf-8")
        assert made.find(key) is None


def test_a_folder_is_read_in_the_order_in_which_people_count(tmp_path: Path) -> None:
    book = tmp_path / "book"
    for name in ("part 10.txt", "part 2.txt", "part 1.txt", "2/b.txt", "10/a.txt", "an appendix.txt"):
        (book / name).parent.mkdir(parents=True, exist_ok=True)
        (book / name).write_text("Words.", "utf-8")
    found = [path.relative_to(book).as_posix() for path in named.paths(book)]
    assert found == ["an appendix.txt", "part 1.txt", "part 2.txt", "part 10.txt", "2/b.txt", "10/a.txt"]


@pytest.mark.parametrize("name", ["clock", "out.d/clock", "Dr. Who", "Part 1.2"])
def test_a_name_without_an_ending_is_asked_for_one(here: Path, name: str) -> None:
    """As ffmpeg and sox do, which choose the form by the ending too; it may be meant as a folder."""
    (here / "out.d").mkdir()
    done = make("a.txt", "-o", name)
    assert done.exit_code == 1
    assert done.stderr.strip().endswith(f"{name} has no ending: give -o {name}.mp3, or {name}/ for a folder")
    assert not list(here.rglob("*clock*"))


def test_a_folder_without_an_ending_is_a_folder(here: Path) -> None:
    (here / "clock").mkdir()
    assert make("a.txt", "-o", "clock").exit_code == 0
    assert make("c.md", "-o", "bells/").exit_code == 0
    assert sorted(path.name for path in here.rglob("*.mp3")) == ["Story A.mp3", "Story C.mp3"]


def test_a_search_that_takes_long_says_where_it_is(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("one", "two"):
        (here / name).mkdir()
    assert len(list(named.expanded([str(here)], looking=making.Looking(after_s=0, every_s=0)))) == 2
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 3
    assert told[-1].startswith("listen: looking for articles: 3 folders so far, now ")
    assert len(list(named.expanded([str(here)], looking=making.Looking()))) == 2
    assert capsys.readouterr().err == ""
