"""`listen play` and `listen say`, as a user calls them, without a sound device."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from listen import pipeline
from listen.cli import cli
from listen.cli.failure import guarded
from listen.errors import AudioError
from listen.options import Options
from listen.play.outputs.device import Device

pytest.importorskip("miniaudio")
TEXT = "A title\n\nMr Smith left.\n\nHe came back.\n"


def run(*args: object) -> Result:
    return CliRunner().invoke(cli, [str(a) for a in args])


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.mark.slow
def test_a_source_is_made_and_played(story: Path) -> None:
    done = run("play", story, "--voice", "tone", "--through", "silent", "--speed", 4, "--jobs", 1)
    assert done.exit_code == 0, done.output
    assert done.output.splitlines() == ["A title", "Mr Smith left.", "He came back."]
    assert [path.name for path in story.parent.iterdir()] == ["story.txt"]


@pytest.mark.slow
def test_it_is_kept_with_out(story: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.mp3"
    done = run("play", story, "-o", out, "--voice", "tone", "--through", "silent", "--speed", 4, "--jobs", 1)
    assert done.exit_code == 0, done.output
    assert out.read_bytes()[:3] == b"ID3"
    assert json.loads(out.with_suffix(".words.json").read_text("utf-8"))["cues"]
    again = run("play", out, "--through", "silent", "--speed", 4)
    assert again.output.splitlines() == ["A title", "Mr Smith left.", "He came back."]
    quiet = run("play", out, "--through", "silent", "--speed", 4, "--no-text", "--at", "0:01")
    assert quiet.output.splitlines()[0] == "A title"
    assert "He came back." not in quiet.output


def test_an_existing_file_is_left_alone(story: Path, tmp_path: Path) -> None:
    (tmp_path / "a.mp3").write_text("there", "utf-8")
    assert guarded(lambda: run_raw("play", story, "-o", tmp_path / "a.mp3", "--through", "silent")) == 1


def run_raw(*args: object) -> object:
    return cli.main([str(a) for a in args], standalone_mode=False)


@pytest.mark.parametrize("moment", ["x", "-1", "1:x", "", "9999999"])
def test_a_time_that_is_none(story: Path, moment: str) -> None:
    done = run("play", story, f"--at={moment}")
    assert done.exit_code == 2
    assert "is no time" in done.output


def test_out_is_for_sources(story: Path, tmp_path: Path) -> None:
    made = pipeline.make(str(story), "tone", tmp_path / "a.mp3", options=Options(jobs=1))
    done = run("play", made.path, "-o", tmp_path / "b.mp3")
    assert done.exit_code == 2
    assert "is an MP3 already" in done.output


def test_bookmarks_are_listed(story: Path, tmp_path: Path) -> None:
    from listen.play import bookmarks, recordings

    made = pipeline.make(str(story), "tone", tmp_path / "a.mp3", options=Options(jobs=1))
    recording = recordings.open_file(made.path)
    recording.sound.close()
    bookmarks.save(
        recording.identity, bookmarks.Places(marks=(bookmarks.Mark(1500, "s2", "Mr Smith left."),))
    )
    assert run("play", made.path, "--bookmarks").output == "1  0:01  Mr Smith left.\n"


@pytest.mark.slow
def test_say_plays_its_phrase_and_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("say", "Hi.", "--voice", "tone", "--through", "silent")
    assert done.exit_code == 0, done.output
    assert done.output == ""
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("text", ["", " ", "—"])
def test_where_there_is_nothing_to_say_no_sound_is_asked_for(
    text: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(Device, "installed", staticmethod(lambda: False))
    assert guarded(lambda: run_raw("say", text)) == 1
    assert capsys.readouterr().err == "listen: there is nothing to say in it: no words were found\n"


@pytest.mark.parametrize(
    ("command", "otherwise"),
    [
        (("say", "Hi."), "-o FILE writes it as an MP3"),
        (("play", "story.txt"), "--through silent shows the words without sound"),
    ],
)
def test_without_a_way_to_be_heard_it_says_what_to_do(
    command: tuple[str, str],
    otherwise: str,
    story: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(story.parent)
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(Device, "installed", staticmethod(lambda: False))
    assert guarded(lambda: run_raw(*command, "--voice", "tone")) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line == (
        "listen: nothing that plays sound is installed: pip install miniaudio, or install mpv; " + otherwise
    )
    assert "missing  sound" in run("doctor").output


@pytest.mark.parametrize("name", ["nofile", "nofile.mp3", "nofile.txt"])
def test_a_name_that_is_wrong_is_told_before_the_sound_device(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def none(*_: object) -> None:
        raise AudioError("no sound device")

    monkeypatch.setattr("listen.play.outputs.find", none)
    assert guarded(lambda: run_raw("play", name)) == 1
    told = capsys.readouterr().err
    assert name in told
    assert "device" not in told


def test_a_device_that_is_missing_is_told_where_the_name_is_right(
    story: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def none(*_: object) -> None:
        raise AudioError("no sound device")

    monkeypatch.setattr("listen.play.outputs.find", none)
    assert guarded(lambda: run_raw("play", story)) == 1
    assert "no sound device" in capsys.readouterr().err
