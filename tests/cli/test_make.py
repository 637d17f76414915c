"""End to end through the command line, with the tone engine: exact numbers, real programs."""

from __future__ import annotations

import hashlib
import itertools
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests import programs
from tests.commands import listen
from tests.patience import PATIENCE_S, until

STORY = """A short title

First sentence here. Second sentence, a little longer than that.

Another paragraph with some words in it.
"""


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, "utf-8")
    return path


def names(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


def test_an_mp3_and_its_sidecars_and_one_closing_line(story: Path, tmp_path: Path) -> None:
    done = listen("make", story, "--voice", "tone", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert names(tmp_path) == [
        "A short title.chapters.json",
        "A short title.mp3",
        "A short title.vtt",
        "A short title.words.json",
        "story.txt",
    ]
    (line,) = done.stderr.splitlines()
    assert line.startswith("A short title · 0:")
    assert line.endswith(" · 1 chapter · tone · A short title.mp3")


def test_a_source_alone_means_make(story: Path, tmp_path: Path) -> None:
    assert listen(story, "--voice", "tone", "--no-sidecars", cwd=tmp_path).returncode == 0
    assert names(tmp_path) == ["A short title.mp3", "story.txt"]


def test_standard_input(tmp_path: Path) -> None:
    done = listen("-", "--voice", "tone", "-o", "out.mp3", cwd=tmp_path, stdin=STORY)
    assert done.returncode == 0, done.stderr
    assert "out.mp3" in names(tmp_path)


def test_json_goes_to_standard_output_alone(story: Path, tmp_path: Path) -> None:
    done = listen("make", story, "--voice", "tone", "--json", cwd=tmp_path)
    episode = json.loads(done.stdout)
    assert episode["title"] == "A short title"
    assert episode["size"] == (tmp_path / "A short title.mp3").stat().st_size
    assert episode["sha256"] == hashlib.sha256((tmp_path / "A short title.mp3").read_bytes()).hexdigest()
    assert done.stderr == ""


def test_an_existing_file_is_left_alone_unless_forced(story: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.mp3"
    out.write_bytes(b"mine")
    done = listen("make", story, "--voice", "tone", "-o", out, cwd=tmp_path)
    assert (done.returncode, out.read_bytes()) == (1, b"mine")
    assert done.stderr == f"listen: {out} exists: give another name with -o, or --force to replace it\n"
    assert listen("make", story, "--voice", "tone", "-o", out, "--force", cwd=tmp_path).returncode == 0
    assert out.read_bytes()[:3] == b"ID3"


def test_the_same_input_gives_the_same_bytes_however_it_is_rendered(story: Path, tmp_path: Path) -> None:
    story.write_text(STORY + "\n\nMore of it, sentence after sentence. " * 60, "utf-8")
    made = []
    for n, extra in enumerate((["--jobs", "1", "--no-cache"], ["--jobs", "2"], ["--jobs", "2"])):
        folder = tmp_path / str(n)
        folder.mkdir()
        done = listen("make", story, "--voice", "tone", "-o", folder / "a.mp3", *extra, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        made.append({p.name: p.read_bytes() for p in folder.iterdir()})
    assert made[0] == made[1] == made[2]


@pytest.mark.parametrize("profile", ["voice", "podcast"])
def test_other_programs_read_it_back(story: Path, tmp_path: Path, profile: str) -> None:
    story.write_text("# Notes\n\n" + "## Part\n\nSome words to be said here. And more.\n\n" * 4, "utf-8")
    source = story.rename(tmp_path / "notes.md")
    done = listen(
        "make", source, "--voice", "tone", "--profile", profile, "-o", "a.mp3", "--json", cwd=tmp_path
    )
    episode = json.loads(done.stdout)
    path = tmp_path / "a.mp3"
    probe = programs.ffprobe(path)
    chapters = [(c["start"], c["end"], c["tags"]["title"]) for c in probe["chapters"]]
    assert [title for _, _, title in chapters] == ["Notes", "Part", "Part", "Part", "Part"]
    assert chapters[0][0] == 0
    assert chapters[-1][1] == episode["samples"] * 1000 // episode["rate"]
    assert all(a[1] == b[0] for a, b in itertools.pairwise(chapters))
    assert probe["format"]["tags"]["title"] == "Notes"
    report = programs.mp3val(path)
    assert "WARNING" not in report
    assert "CBR" in report
    samples, rate = programs.mpg123(path, tmp_path)
    assert (len(samples), rate) == (episode["samples"], episode["rate"])
    # Every chapter begins where its first word is heard, within one frame.
    frame_ms = 1152 / 44.1 if profile == "podcast" else 576 / 24
    for start, _, _ in chapters[1:]:
        after = samples[start * rate // 1000 - rate // 10 :]
        onset = int((abs(after) > 0.02).argmax()) - rate // 10
        assert abs(onset) * 1000 / rate <= frame_ms


def test_chapters_json_captions_and_tag_tell_one_time(story: Path, tmp_path: Path) -> None:
    text = "A title\n\n" + "\n\n".join(
        f"Paragraph {n}. " + "Some more words follow it here. " * 12 for n in range(7)
    )
    story.write_text(text, "utf-8")
    episode = json.loads(
        listen("make", story, "--voice", "tone", "-o", "a.mp3", "--json", cwd=tmp_path).stdout
    )
    chapters = json.loads((tmp_path / "a.chapters.json").read_text("utf-8"))["chapters"]
    words = json.loads((tmp_path / "a.words.json").read_text("utf-8"))
    assert len(chapters) > 2
    assert [round(c["startTime"] * 1000) for c in chapters] == [
        c.get("start_ms", 0) for c in episode["chapters"]
    ]
    starts = {cue["start_ms"] for cue in words["cues"]}
    assert all(c["start_ms"] in starts for c in episode["chapters"][1:])
    assert words["duration_ms"] == episode["chapters"][-1]["end_ms"]
    captions = (tmp_path / "a.vtt").read_text("utf-8")
    assert captions.startswith("WEBVTT\n\nNOTE\nNarrated by a synthetic voice:")
    for cue in words["cues"]:
        assert cue["words"][0][2] == cue["start_ms"]
        assert cue["words"][-1][3] == cue["end_ms"]
        assert [cue["text"][a:b] for a, b, *_ in cue["words"]] == cue["text"].rstrip(".").replace(
            ",", ""
        ).split()


def test_an_edited_script_is_rendered_as_edited(story: Path, tmp_path: Path) -> None:
    written = listen("script", story, "--json", cwd=tmp_path).stdout
    form = json.loads(written)
    form["utterances"][1]["spoken"] = "first phrase here."
    form["utterances"][1]["pause_ms"] = 5000
    edited = tmp_path / "edited.json"
    edited.write_text(json.dumps(form), "utf-8")
    done = listen("make", edited, "--voice", "tone", "-o", "a.mp3", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    cues = json.loads((tmp_path / "a.words.json").read_text("utf-8"))["cues"]
    assert cues[1]["text"] == "First sentence here."
    assert cues[2]["start_ms"] - cues[1]["end_ms"] == 5000


def test_disclosure_is_said_at_the_end(story: Path, tmp_path: Path) -> None:
    done = listen("script", story, "--disclose", cwd=tmp_path)
    assert "This narration was made with a synthetic voice." in done.stdout.splitlines()[-1]


@pytest.mark.parametrize(
    ("args", "status", "says"),
    [
        (["make", "no-such-file.txt"], 1, "no-such-file.txt"),
        (["make", "story.txt", "--voice", "nobody"], 1, "no voice 'nobody'"),
        (["make", "story.txt", "--engine", "nothing"], 1, "nothing"),
        (
            ["make", "story.txt", "--voice", "tone", "-o", "no/folder/a.mp3"],
            1,
            "there is no folder no/folder",
        ),
        (
            ["make", "story.txt", "--voice", "tone", "--rate", "9"],
            1,
            "rate 9 is out of range: give 0.5 to 2.0",
        ),
        (["make", "story.txt", "--voice", "tone", "--bitrate", "63"], 1, "63"),
        (["make", "story.txt", "--nonsense"], 2, "No such option"),
        (["make"], 2, "Missing argument"),
        (["mkae"], 2, "No such command 'mkae' (did you mean make?), and no file of that name"),
        (["xylophone"], 2, "No such command 'xylophone', and no file of that name"),
        (["make", "empty.txt"], 1, "empty"),
        (["make", "picture.png"], 1, "picture.png"),
        (["make", "paper.pdf"], 1, "paper.pdf"),
        (["make", "latin.txt", "--voice", "tone"], 0, "Ein Café"),
    ],
)
def test_errors_are_one_line_that_says_what_to_do(
    story: Path, tmp_path: Path, args: list[str], status: int, says: str
) -> None:
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (tmp_path / "paper.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n")
    (tmp_path / "latin.txt").write_bytes(
        "Ein Café\n\nDer Käse war gut und die Leute waren froh.".encode("latin-1")
    )
    before = names(tmp_path)
    done = listen(*args, cwd=tmp_path)
    assert done.returncode == status
    assert says in done.stderr
    if status == 1:
        assert len(done.stderr.splitlines()) == 1
    if status:
        assert names(tmp_path) == before


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="needs a user that the disk says no to"
)
def test_a_folder_that_cannot_be_written(story: Path, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    done = listen("make", story, "--voice", "tone", "-o", closed / "a.mp3", cwd=tmp_path)
    assert done.returncode == 1
    assert "no permission to write in" in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk(tmp_path: Path, story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tagged file is written to a device that is always full."""
    from listen import pipeline
    from listen.errors import OutputError
    from listen.options import Options
    from listen.storage import outbox

    monkeypatch.setattr(outbox.Outbox, "part", lambda self, final: Path("/dev/full"))
    with pytest.raises(OutputError, match="no space left for"):
        pipeline.make(str(story), "tone", tmp_path / "a.mp3", options=Options(cache=False))
    assert names(tmp_path) == ["story.txt"]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX here")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_and_kill_leave_nothing_and_say_so_in_the_status(
    number: signal.Signals, tmp_path: Path
) -> None:
    story = tmp_path / "long.txt"
    story.write_text(
        "Title\n\n" + "\n\n".join(f"Paragraph {n} " + "word " * 80 for n in range(2000)), "utf-8"
    )
    process = subprocess.Popen(
        [sys.executable, "-m", "listen", "make", str(story), "--voice", "tone", "-o", "a.mp3", "--no-cache"],
        cwd=tmp_path, stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    until(lambda: list(tmp_path.glob(".*.part")))
    time.sleep(0.5)
    (os.killpg if number == signal.SIGINT else os.kill)(process.pid, number)  # kill tells the command alone
    _, errors = process.communicate(timeout=PATIENCE_S)
    assert process.returncode == 128 + number
    assert errors.strip() == "listen: interrupted; nothing was left half-written"
    assert names(tmp_path) == ["long.txt"]
    until(lambda: not _group_lives(process.pid))


def _group_lives(group: int) -> bool:
    """Whether any process of the group is left."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True
