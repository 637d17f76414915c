"""The smaller commands, as a user sees them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from listen import engines
from listen.casting import catalog
from listen.cli import COMMANDS, cli
from listen.server.web import cards

TEXT = "A title\n\nMr Smith paid £5.\n\nHe left at 3pm.\n"


def run(*args: object) -> Result:
    return CliRunner().invoke(cli, [str(a) for a in args])


def test_every_command_helps() -> None:
    for name in COMMANDS:
        done = run(name, "--help")
        assert done.exit_code == 0
        assert "Usage:" in done.output


def test_clean_in_every_format(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<html lang=en><title>The title here</title><article><h1>The title here</h1><h2>One part</h2>"
        + "".join(
            f"<p>A sentence of the story, number {n}, that is long enough to be one, and says more of it"
            f" in the same breath, as stories do. Then comes another sentence, the {n}th of its kind.</p>"
            for n in range(2, 6)
        )
        + "</article></html>",
        "utf-8",
    )
    assert run("clean", page).output.startswith("The title here\n\nOne part\n\nA sentence")
    assert run("clean", page, "--format", "markdown").output.startswith("# The title here\n\n## One part\n")
    assert json.loads(run("clean", page, "--format", "json").output)["title"] == "The title here"
    assert "<h1>The title here</h1>" in run("clean", page, "--format", "html").output


def test_script_shows_what_is_said_where_it_differs(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text(TEXT, "utf-8")
    done = run("script", story)
    assert done.output.splitlines()[:4] == [
        "[A title]",
        "   s1 A title",
        "   s2 Mr Smith paid £5.",
        "      Mister Smith paid five pounds.",
    ]


def test_say_writes_one_phrase_and_prints_phonemes(tmp_path: Path) -> None:
    out = tmp_path / "hello.mp3"
    done = run("say", "Hello there.", "--voice", "tone", "-o", out)
    assert done.exit_code == 0
    assert out.read_bytes()[:3] == b"ID3"
    assert run("say", "Hello there.", "--voice", "tone", "--phonemes").output == "Hello there\n"


def test_voices_lists_and_shows() -> None:
    listed = run("voices").output.splitlines()
    assert listed[0].split()[:3] == ["heart", "en-US", "hibari"]
    assert run("voices", "list", "--lang", "de").output.split()[0] == "espeak-de"
    shown = run("voices", "show", "heart").output
    assert "licence" in shown
    assert "Apache-2.0" in shown


def test_nobody_is_offered_the_voice_for_tests() -> None:
    """It was listed among those that can speak, third in a fresh installation."""
    assert "tone" not in {voice["engine"] for voice in json.loads(run("voices", "--json").output)}
    assert not [line for line in run("voices").output.splitlines() if line.startswith("tone")]
    assert "tone" not in {voice["engine"] for voice in cards.voices()}
    assert "tone" not in engines.offered()
    assert "tone" not in str(catalog.unknown("tome"))
    assert run("voices", "--engine", "tone").output.startswith("tone ")
    assert run("voices", "show", "tone").exit_code == 0


def test_the_robots_are_one_line_until_they_are_asked_for() -> None:
    lines = run("voices").output.splitlines()
    assert [line for line in lines if line.startswith("espeak")] == lines[-1:]
    assert "listen voices --engine espeak" in lines[-1]
    assert len(run("voices", "--engine", "espeak").output.splitlines()) > 100
    assert any(voice["name"] == "espeak-de" for voice in json.loads(run("voices", "--json").output))


def test_a_language_is_named_by_tag_or_in_english() -> None:
    by_tag = run("voices", "list", "de").output
    assert by_tag == run("voices", "--lang", "de").output == run("voices", "list", "German").output
    assert "espeak-de" in by_tag
    assert "espeak-en" not in by_tag
    done = run("voices", "list", "zz-x")
    assert done.exit_code == 1
    assert json.loads(run("voices", "list", "zz-x", "--json").output) == []


def test_who_is_not_installed_says_how_to_get_there(home: Path) -> None:
    for command in ("preview", "bench"):
        done = run("voices", command, "bf_emma")
        assert done.exit_code == 1
        assert "bf_emma is not installed: listen voices install bf_emma (93 MB)" in str(done.exception)


@pytest.mark.slow
def test_what_bench_measured_is_listed(home: Path) -> None:
    assert "real time" not in run("voices", "--engine", "espeak").output
    done = run("voices", "bench", "espeak-de")
    measured = done.output.splitlines()[-1].split("|")[2].strip()
    (line,) = [line for line in run("voices").output.splitlines() if line.startswith("espeak-de ")]
    assert line.endswith(f"{measured} × real time a core here")
    listed = json.loads(run("voices", "--lang", "de", "--json").output)
    assert {v["name"]: v["speed"] for v in listed}["espeak-de"] == float(measured)
    (home / "voices" / ".speeds.json").write_text("[1, 2", "utf-8")
    assert "real time" not in run("voices").output
    assert run("voices", "bench", "espeak-de").exit_code == 0
    assert "real time" in run("voices").output


def test_cache_shows_and_clears(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text(TEXT, "utf-8")
    assert run("make", story, "--voice", "tone", "-o", tmp_path / "a.mp3").exit_code == 0
    assert run("cache").output.startswith("3 passages, ")
    assert run("cache", "clear").output.startswith("removed 3 passages, ")
    assert run("cache", "show").output.startswith("0 passages, 0.0 MB in ")


def test_what_engines_keep_is_shown_and_cleared_too(home: Path) -> None:
    kept = home / "cache" / "engines" / "network.onnx"
    kept.parent.mkdir(parents=True)
    kept.write_bytes(bytes(2_500_000))
    assert run("cache").output.splitlines()[1] == f"voices kept ready, 2.5 MB in {kept.parent}"
    assert run("cache", "clear").output.splitlines()[1] == "removed voices kept ready, 2.5 MB"
    assert not kept.exists()
    assert len(run("cache").output.splitlines()) == 1


def test_doctor_says_what_is_there() -> None:
    done = run("doctor")
    assert {line.split()[1] for line in done.output.splitlines()} >= {"hibari", "espeak", "system", "ffmpeg"}


def test_doctor_and_voices_say_the_same() -> None:
    """Doctor once named a command that was refused, and counted voices that nobody could hear."""
    lines = {line.split()[1]: line for line in run("doctor").output.splitlines()}
    assert "no Kokoro voice is installed: listen voices install bf_emma" in lines["kokoro"]
    for engine in ("hibari", "espeak"):
        voices = json.loads(run("voices", "--engine", engine, "--json").output)
        ready = sum(voice["installed"] and voice["speaks"] for voice in voices)
        assert f" {ready} of {len(voices)} voices can speak: listen voices --engine {engine}" in lines[engine]
    if lines["system"].startswith("ok"):
        listed = run("voices", "--engine", "system").output.splitlines()
        assert listed[0].split()[0] == "system"
        assert f", {len(listed)} voices can speak" in lines["system"]
