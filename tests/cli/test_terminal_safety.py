"""What a page, a feed or a server wrote is printed, never obeyed by the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from listen.clean.dom.link_targets import absolute
from listen.cli.failure import guarded, printable
from listen.errors import SourceError
from tests.commands import listen

ESCAPES = "\x1b]0;owned\x07\x1b[2J\x9b31m"


def test_errors_hold_no_escapes(capsys: pytest.CaptureFixture[str]) -> None:
    def fail() -> None:
        raise SourceError(f"the site answers {ESCAPES}")

    assert guarded(fail) == 1
    assert not set("\x1b\x07\x9b") & set(capsys.readouterr().err)


def test_line_ends_stay() -> None:
    assert printable("a\nb\tc") == "a\nb\ufffdc"


@pytest.mark.parametrize("command", [["clean"], ["script"], ["make", "--voice", "tone", "-o", "a.mp3"]])
def test_a_pages_own_words_hold_none(tmp_path: Path, command: list[str]) -> None:
    words = "The harbour clock had stopped and nobody in the town had noticed it for years. " * 3
    head = f"<title>Clock {ESCAPES}stops</title><meta name=author content='Ann {ESCAPES}Lee'>"
    story = f"<article><h1>Clock {ESCAPES}stops</h1><p>{words}{ESCAPES}</p></article>"
    page = f"<html><head>{head}</head><body>{story}</body>"
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    done = listen(*command, "page.html", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert not set("\x1b\x07\x9b") & set(done.stdout + done.stderr)


def test_a_pages_links_keep_no_password() -> None:
    assert absolute("", "https://ann:secret@news.example/a@b") == "https://news.example/a@b"
    assert absolute("https://ann:secret@news.example/x", "/y") == "https://news.example/y"
    assert absolute("", "mailto:ann@news.example") == "mailto:ann@news.example"


def test_sources_that_fail_are_named_without_escapes(tmp_path: Path) -> None:
    names = [f"{tmp_path}/{ESCAPES}{n}.txt" for n in "ab"]
    done = listen("make", *names, cwd=tmp_path)
    assert done.returncode == 1
    assert "2 failed" in done.stderr
    assert not set("\x1b\x07\x9b") & set(done.stdout + done.stderr)
