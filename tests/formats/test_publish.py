"""Where an episode goes, under which name, and in which form."""

from __future__ import annotations

import contextlib
import zipfile
from pathlib import Path
from typing import Any

import pytest

import listen
from listen.errors import ListenError, OutputError
from listen.formats import forms
from listen.stitch import clock
from listen.storage import outbox
from tests import programs

ARTICLE = listen.Article("The lamp", "en", (listen.Block("paragraph", "The lamp was lit. It burned."),))


def made(out: str | Path | None, **settings: Any) -> listen.Episode:
    settings = {"cache": False, "sidecars": False, "jobs": 1, **settings}
    return listen.make(ARTICLE, "tone", out, options=listen.Options(**settings))


def possible(form: forms.Form) -> bool:
    """Whether what it takes to write it is installed here."""
    with contextlib.suppress(ListenError):
        form.require()
        return True
    return False


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_equal_titles_are_numbered_and_nothing_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert [made(None).path.name, made(tmp_path).path.name] == ["The lamp.mp3", "The lamp 2.mp3"]
    Path("The lamp 3.vtt").touch()  # of an episode that is gone: captions are somebody's too
    assert made(".", sidecars=True).path.name == "The lamp 4.mp3"
    assert made(None, force=True).path.name == "The lamp.mp3"
    with pytest.raises(OutputError, match="exists: give another name with -o, or --force"):
        made("The lamp.mp3")


def test_a_folder_with_a_slash_is_made(tmp_path: Path) -> None:
    assert made(f"{tmp_path}/new/deep/").path == tmp_path / "new" / "deep" / "The lamp.mp3"
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="cannot write"):
        made(f"{tmp_path}/file/new/")


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("x.wav", "no form of an episode ends in .wav, as x.wav does: give one of .mp3, .epub, .lpf, .m4b"),
        ("x.m4a", "no form of an episode ends in .m4a"),
        ("x.OGG", "no form of an episode ends in .ogg"),
        ("x.html", "x.html stands beside an MP3: give -o x.mp3 --also page"),
        ("x.timed.vtt", "x.timed.vtt stands beside an MP3: give -o x.mp3 --also timed-vtt"),
    ],
)
def test_an_ending_that_would_lie_is_refused(name: str, says: str, tmp_path: Path) -> None:
    with pytest.raises(OutputError) as raised:
        made(tmp_path / name)
    assert str(raised.value).startswith(says)
    assert names(tmp_path) == []


@pytest.mark.parametrize("name", ["x.mp3", "X.MP3", "x", "Vol. 2", "no. 3.5"])
def test_other_names_are_the_mp3s(name: str, tmp_path: Path) -> None:
    episode = made(tmp_path / name)
    assert names(tmp_path) == [name]
    assert episode.path.read_bytes()[:3] == b"ID3"


@pytest.mark.parametrize("name", ["x.lpf", "x.epub", "x.EPUB"])
def test_a_form_that_holds_the_sound_stands_alone(name: str, tmp_path: Path) -> None:
    episode = made(tmp_path / name, sidecars=True, page=True)
    assert names(tmp_path) == [name]
    assert (episode.size, episode.sha256) == outbox.size_and_digest(tmp_path / name)
    assert episode.sidecars == ()
    with zipfile.ZipFile(tmp_path / name) as archive:
        assert any(entry.endswith(".mp3") for entry in archive.namelist())


@pytest.mark.slow
def test_an_m4b_alone(tmp_path: Path) -> None:
    programs.need("ffmpeg")
    made(tmp_path / "x.m4b")
    assert names(tmp_path) == ["x.m4b"]
    assert programs.ffprobe(tmp_path / "x.m4b")["chapters"]


def test_every_form_can_be_asked_for_by_name(tmp_path: Path) -> None:
    wanted = frozenset(name for name, form in forms.FORMS.items() if name != "m4b" and possible(form))
    episode = made(tmp_path / "x.mp3", also=wanted)
    endings = {form.ending for form in forms.FORMS.values() if form.name in wanted}
    assert set(names(tmp_path)) == {f"x{ending}" for ending in endings} | {"x.mp3"}
    known = {0, episode.duration_ms}
    for cue in episode.cues:
        known |= {
            cue.start_ms,
            cue.end_ms,
            *(ms for word in cue.words for ms in (word.start_ms, word.end_ms)),
        }
    for form in forms.FORMS.values():
        if form.name in wanted and form.text is not None and form.name != "page":
            found = set(form.moments((tmp_path / f"x{form.ending}").read_text("utf-8")))
            assert found
            assert found <= known, form.name


def test_a_moment_beyond_the_sound_is_not_written(tmp_path: Path) -> None:
    episode = made(tmp_path / "x.mp3")
    late = forms.Form("late", ".late", "", "", text=lambda m: "99999999", moments=lambda text: [int(text)])
    with pytest.raises(OutputError, match="names a moment beyond the sound"):
        late.write(tmp_path / "x.late", forms.Material(episode, ARTICLE, episode.path))
    assert not (tmp_path / "x.late").exists()


def test_rows_are_whole() -> None:
    for form in forms.FORMS.values():
        assert (form.text is None) != (form.file is None), form.name
        assert form.about, form.name
        assert "/" in form.media_type
        assert forms.ending_of(f"a.b{form.ending}") == form.ending
    with pytest.raises(ListenError, match="no form 'ogg'"):
        forms.checked(["srt", "ogg"])


def test_what_came_to_be_there_meanwhile_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "x.mp3"
    write = clock.write_mp3

    def and_another(*args: Any) -> tuple[int, str]:
        out.write_text("somebody else's", "utf-8")
        return write(*args)

    monkeypatch.setattr(clock, "write_mp3", and_another)
    with pytest.raises(OutputError, match="exists"):
        made(out)
    assert out.read_text("utf-8") == "somebody else's"
    assert names(tmp_path) == ["x.mp3"]
