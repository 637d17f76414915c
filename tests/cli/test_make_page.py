"""`listen make` with a page and a book, as a user runs it."""

from __future__ import annotations

import zipfile
from pathlib import Path

from tests.commands import listen

STORY = "# A short title\n\nFirst sentence here. Second sentence.\n\nAnother paragraph.\n"


def test_a_page_and_a_book_beside_the_mp3(tmp_path: Path) -> None:
    (tmp_path / "a b.md").write_text(STORY, "utf-8")
    done = listen(
        "make",
        "a b.md",
        "--voice",
        "tone",
        "-o",
        "a b.mp3",
        "--page",
        "--epub",
        "--no-sidecars",
        cwd=tmp_path,
    )
    assert done.returncode == 0, done.stderr
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a b.epub", "a b.html", "a b.md", "a b.mp3"]
    assert 'src="a%20b.mp3"' in (tmp_path / "a b.html").read_text("utf-8")


def test_several_articles_make_one_book_and_nothing_else(tmp_path: Path) -> None:
    for name in ("one", "two", "three"):
        (tmp_path / f"{name}.md").write_text(STORY.replace("short", name), "utf-8")
    args = ("make", "one.md", "two.md", "three.md", "--voice", "tone", "--epub", "-o", "weekend.epub")
    done = listen(*args, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert sorted(p.name for p in tmp_path.iterdir()) == ["one.md", "three.md", "two.md", "weekend.epub"]
    with zipfile.ZipFile(tmp_path / "weekend.epub") as book:
        assert {n for n in book.namelist() if n.endswith(".mp3")} == {f"EPUB/story{n}.mp3" for n in (1, 2, 3)}
    again = listen(*args, cwd=tmp_path)
    assert again.returncode == 1
    assert "weekend.epub exists" in again.stderr


def test_a_book_that_fails_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "one.md").write_text(STORY, "utf-8")
    done = listen("make", "one.md", "missing.md", "--voice", "tone", "-o", "weekend.epub", cwd=tmp_path)
    assert done.returncode == 1
    assert [p.name for p in tmp_path.iterdir()] == ["one.md"]


def test_an_edited_script_has_a_page_too(tmp_path: Path) -> None:
    (tmp_path / "one.md").write_text(STORY, "utf-8")
    script = listen("script", "one.md", "--json", cwd=tmp_path).stdout
    (tmp_path / "one.json").write_text(script.replace("Another paragraph.", "Another one."), "utf-8")
    done = listen("make", "one.json", "--voice", "tone", "-o", "one.mp3", "--page", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert ">Another one.</span></p>" in (tmp_path / "one.html").read_text("utf-8")


def test_more_forms_beside_the_mp3(tmp_path: Path) -> None:
    (tmp_path / "one.md").write_text(STORY, "utf-8")
    args = (
        "make",
        "one.md",
        "--voice",
        "tone",
        "-o",
        "one.mp3",
        "--no-sidecars",
        "--also",
        "srt,transcript,timed-vtt,lpf",
    )
    done = listen(*args, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    names = ["one.lpf", "one.md", "one.mp3", "one.srt", "one.timed.vtt", "one.transcript.json"]
    assert sorted(p.name for p in tmp_path.iterdir()) == names
    assert "there is no form 'ogg'" in listen("make", "one.md", "--also", "ogg", cwd=tmp_path).stderr
