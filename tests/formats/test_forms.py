"""What else an episode becomes, from the same clock: SubRip, timed captions, transcript, LPF, M4B."""

from __future__ import annotations

import contextlib
import json
import os
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from listen.captions import srt, transcript, vtt
from listen.errors import AudioError, ListenError
from listen.formats import forms, lpf, m4b
from listen.model import Article, Chapter, Cue, Episode, Voice, WordTime
from listen.mp3 import decoders, sound
from listen.options import Options
from tests import programs
from tests.examples import examples
from tests.storied import folder, told

__all__ = ["folder", "told"]

Told = tuple[Episode, Article]
LONG = "The ferry left at nine, and nobody waved because it was raining hard on the quay."


def cue(
    text: str, start: int = 0, end: int = 10_000, *, timed: bool = True, voice: str = "", n: int = 1
) -> Cue:
    words: list[WordTime] = []
    at = 0
    for word in text.split():
        first = text.index(word, at)
        at = first + len(word)
        words.append(WordTime(first, at, start + 100 * len(words), start + 100 * len(words) + 90))
    return Cue(f"s{n}", text, start, end, tuple(words) if timed else (), voice=voice)


def test_captions_are_short_and_begin_with_their_words() -> None:
    first, second = srt.pieces(cue(LONG, 1000))
    assert first.lines == ("The ferry left at nine, and", "nobody waved because it was")
    assert second.lines == ("raining hard on the quay.",)
    assert (first.start_ms, first.end_ms, second.start_ms, second.end_ms) == (1000, 2100, 2100, 10_000)


def test_without_word_times_the_pieces_share_the_time() -> None:
    _, second = srt.pieces(cue(LONG, 0, 8100, timed=False))
    assert second.start_ms == 8100 * LONG.index("raining") // len(LONG)


def test_the_speaker_is_named_when_it_changes() -> None:
    cues = [cue("One.", 0, 900), cue("Two.", 1000, 1900), cue("Three.", 2000, 2900, voice="joe")]
    assert srt.captions(cues, {"": "Narrator", "joe": "joe"}) == (
        "1\n00:00:00,000 --> 00:00:00,900\nNarrator: One.\n\n"
        "2\n00:00:01,000 --> 00:00:01,900\nTwo.\n\n"
        "3\n00:00:02,000 --> 00:00:02,900\njoe: Three.\n"
    )


@settings(max_examples=examples(100))
@given(st.text(min_size=1).filter(str.strip), st.integers(1, 60_000), st.booleans())
def test_any_text_is_whole_and_in_order(text: str, length: int, timed: bool) -> None:
    made = cue(text, 5000, 5000 + length)
    found = list(srt.pieces(replace(made, words=made.words if timed else ()), "Narrator: "))
    shown = "".join("".join(piece.lines) for piece in found)
    assert "".join(shown.split()) == "Narrator:" + "".join(text.split())
    assert all(len(line) <= srt.LINE_CHARS for piece in found for line in piece.lines)
    assert all(len(piece.lines) <= srt.LINES for piece in found)
    times = [t for piece in found for t in (piece.start_ms, piece.end_ms)]
    assert times[0] == 5000
    assert times == sorted(times)
    assert all(piece.end_ms > piece.start_ms for piece in found)


def test_timed_captions_name_each_word_s_time() -> None:
    assert vtt.timed_words([cue("So “it & they” go.", 61_000, 62_000)]) == (
        "WEBVTT\n\ns1\n00:01:01.000 --> 00:01:02.000\n"
        "<v Narrator>So <00:01:01.100>“it <00:01:01.200>&amp; <00:01:01.300>they” <00:01:01.400>go.\n"
    )


def test_a_transcript_always_has_speakers_and_bodies(told: Told) -> None:
    episode, _ = told
    segments = json.loads(transcript.transcript(episode))["segments"]
    assert [s["startTime"] for s in segments] == [c.start_ms / 1000 for c in episode.cues]
    assert all(s["speaker"] == "Narrator" and s["body"].strip() for s in segments)


def test_a_second_voice_goes_by_its_name(told: Told) -> None:
    other = Voice("joe", "tone", "t", "en", 24000, "CC0", "joe")
    episode = replace(
        told[0], voices=(*told[0].voices, other), cues=(cue("Hi."), cue("Ho.", voice="joe", n=2))
    )
    segments = json.loads(transcript.transcript(episode))["segments"]
    assert [s["speaker"] for s in segments] == ["Narrator", "joe"]


def test_an_audiobook_in_one_file(told: Told, tmp_path: Path) -> None:
    episode, article = told
    path = tmp_path / "story.lpf"
    lpf.write(path, episode, article, episode.path)
    with zipfile.ZipFile(path) as archive:
        manifest = json.loads(archive.read("publication.json"))
        contents = archive.read("index.html").decode()
        assert archive.read("story.mp3") == episode.path.read_bytes()
        named = {entry["url"] for entry in (*manifest["readingOrder"], *manifest["resources"])}
        assert named == set(archive.namelist()) - {"publication.json"}
    assert manifest["conformsTo"] == "https://www.w3.org/TR/audiobooks/"
    assert manifest["duration"] == f"PT{episode.duration_ms / 1000:.3f}S"
    for chapter in episode.chapters:
        assert f'<a href="story.mp3#t={chapter.start_ms / 1000:.3f}">{chapter.title}</a>' in contents


@pytest.mark.slow
def test_an_m4b_has_the_same_chapters(told: Told, tmp_path: Path) -> None:
    programs.need("ffmpeg")
    chapters = (Chapter("One = 1; #1", 0, 3001), Chapter("Zwei \\ drei", 3001, told[0].duration_ms))
    episode = replace(told[0], chapters=chapters, byline="Ida; Quist")
    path = tmp_path / "story.m4b"
    m4b.write(path, episode, episode.path)
    read = programs.ffprobe(path)
    found = [(c["tags"]["title"], round(float(c["start_time"]) * 1000)) for c in read["chapters"]]
    assert found == [(c.title, c.start_ms) for c in chapters]
    assert read["format"]["tags"]["artist"] == "Ida; Quist"
    assert abs(float(read["format"]["duration"]) * 1000 - episode.duration_ms) < 50


def test_without_ffmpeg_it_says_so_before_any_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(AudioError, match="made by ffmpeg, which is not here: install ffmpeg"):
        m4b.require()


def test_an_mp3_that_is_none(told: Told, tmp_path: Path) -> None:
    programs.need("ffmpeg")
    broken = tmp_path / "broken.mp3"
    broken.write_text("no audio")
    with pytest.raises(AudioError, match="there is no MP3 sound in it"):
        m4b.write(tmp_path / "x.m4b", told[0], broken)


def test_ffmpeg_is_given_samples_not_frames(
    told: Told, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "ffmpeg"
    program.write_text(f"#!/bin/sh\ncat > '{tmp_path}/given'\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    m4b.write(tmp_path / "x.m4b", told[0], told[0].path)
    with contextlib.closing(sound.from_file(told[0].path, decoders.find())) as decoded:
        assert (tmp_path / "given").read_bytes() == decoded.read(0, told[0].samples).tobytes()


def test_an_m4b_that_ffmpeg_cannot_write(told: Told, tmp_path: Path) -> None:
    programs.need("ffmpeg")
    with pytest.raises(AudioError, match=r"ffmpeg could not make the M4B \(.*No such file"):
        m4b.write(tmp_path / "nowhere" / "x.m4b", told[0], told[0].path)


def test_forms_are_named() -> None:
    everything = Options(also=frozenset(forms.FORMS), sidecars=False)
    assert [form.name for form in forms.beside(everything)] == list(forms.FORMS)
    with pytest.raises(ListenError, match=r"no form 'ogg': give vtt, words, .*, m4b"):
        forms.beside(Options(also=frozenset(["ogg"])))


def test_captions_are_timed_by_their_words_whatever_stands_between_these() -> None:
    text = (
        "One  two\n\nthree\t four      five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    )
    times, at = [], 0
    for n, word in enumerate(text.split()):
        at = text.index(word, at)
        times.append(WordTime(at, at + len(word), 1000 * n, 1000 * n + 900))
    for prefix in ("", "Narrator: "):
        found = list(srt.pieces(Cue("s1", text, 0, 15_000, tuple(times)), prefix))
        for piece in found[1:]:
            assert piece.start_ms == 1000 * text.split().index(piece.lines[0].split()[0])
        assert " ".join(line for piece in found for line in piece.lines) == prefix + " ".join(text.split())
