from __future__ import annotations

import io
import itertools
from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from listen import audio, mp3
from listen.model import Chapter, Run, Span, SpokenWord, Utterance, UtteranceKind, WordTime
from listen.stitch import clock as stitch
from listen.stitch import tracks

ENCODING = mp3.Encoding(24000, 64)
FRAME = ENCODING.samples_per_frame


def a_run(seconds: float) -> Run:
    samples = np.full(int(24000 * seconds), 0.1, np.float32)
    frames, count = mp3.encode(samples, ENCODING)
    return Run(frames, count, len(samples), (Span(0, len(samples)),))


def said(n: int, pause_ms: int = 700, chapter: str = "", kind: UtteranceKind = "paragraph") -> Utterance:
    words = (SpokenWord("sentence", 0, 8),)
    return Utterance(f"s{n}", f"Sentence {n}.", words, kind=kind, pause_ms=pause_ms, chapter=chapter)


def laid(
    runs: Sequence[tuple[Utterance, Run]], chapter_ms: int = 0, **jingles: Any
) -> tuple[stitch.Stitched, bytes]:
    out = io.BytesIO()
    track = tracks.FrameTrack(out, ENCODING)
    result = stitch.stitch((((u,), r) for u, r in runs), track, stitch.Clock(24000, chapter_ms), **jingles)
    return result, out.getvalue()


def test_runs_lie_on_whole_frames_and_pauses_are_never_shorter_than_asked() -> None:
    one = a_run(1.0)
    result, frames = laid([(said(1, chapter="A"), one), (said(2), one)])
    lead = -(-250 * 24 // FRAME) * FRAME
    second = -(-(lead + 24000 + 700 * 24) // FRAME) * FRAME
    assert [(c.start_ms, c.end_ms) for c in result.cues] == [
        (round(lead / 24), round((lead + 24000) / 24)),
        (round(second / 24), round((second + 24000) / 24)),
    ]
    assert second - (lead + 24000) - 700 * 24 < FRAME
    assert result.samples == second + 24000 + 700 * 24
    assert mp3.count_frames(frames, ENCODING) == result.frames
    assert result.frames * FRAME >= result.samples + mp3.DELAY > (result.frames - 1) * FRAME


def test_the_first_chapter_begins_at_0_and_the_last_ends_with_the_file() -> None:
    one = a_run(0.5)
    result, _ = laid([(said(1, chapter="A"), one), (said(2), one), (said(3, chapter="B"), one)])
    total = result.samples * 1000 // 24000
    b = result.cues[2].start_ms
    assert result.chapters == (Chapter("A", 0, b), Chapter("B", b, total))


def test_a_chapter_follows_at_least_a_second_of_silence() -> None:
    one = a_run(0.5)
    result, _ = laid([(said(1, pause_ms=100, chapter="A"), one), (said(2, chapter="B"), one)])
    assert 1000 <= result.cues[1].start_ms - result.cues[0].end_ms <= 1000 + FRAME / 24 + 1


def test_paragraphs_open_chapters_thirty_seconds_after_the_last() -> None:
    ten = a_run(10)
    runs = [(said(n, chapter="A" if n == 1 else ""), ten) for n in range(1, 9)]
    result, _ = laid(runs, chapter_ms=30_000)
    starts = [c.start_ms for c in result.chapters]
    cue_starts = [c.start_ms for c in result.cues]
    assert [cue_starts.index(s) for s in starts[1:]] == [3, 6]
    assert [c.title for c in result.chapters] == ["A", "Sentence 4", "Sentence 7"]
    assert all(b - a >= 30_000 for a, b in itertools.pairwise(starts))


def test_list_items_and_the_middle_of_a_paragraph_open_none() -> None:
    forty = a_run(40)
    result, _ = laid([(said(1, chapter="A"), forty), (said(2, kind="list_item"), forty)], chapter_ms=30_000)
    assert len(result.chapters) == 1


def test_words_that_share_a_span_become_one() -> None:
    words = (
        SpokenWord("two", 0, 5),
        SpokenWord("pounds", 0, 5),
        SpokenWord("silent", 5, 5),
        SpokenWord("more", 6, 10),
    )
    u = Utterance("s1", "£2.00 more", words, pause_ms=500, chapter="A")
    run = a_run(0.4)
    spans = (Span(0, 9600, ((0, 2400), (2400, 4800), (4800, 4800), (4800, 9600))),)
    result, _ = laid([(u, Run(run.frames, run.count, run.length, spans))])
    at = result.cues[0].start_ms
    assert result.cues[0].words == (WordTime(0, 5, at, at + 200), WordTime(6, 10, at + 200, at + 400))


def test_jingles_lie_inside_the_same_clock() -> None:
    music = np.full(24000, 0.05, np.float32)
    one = a_run(1.0)
    result, frames = laid([(said(1, chapter="A"), one)], intro=music, outro=music)
    cue = result.cues[0]
    assert 1600 <= cue.start_ms <= 1600 + 24
    assert result.chapters == (Chapter("A", 0, result.samples * 1000 // 24000),)
    assert cue.end_ms + 600 + 1000 <= result.samples / 24 <= cue.end_ms + 600 + 1000 + 24
    assert mp3.count_frames(frames, ENCODING) == result.frames


def test_a_bed_is_one_stream_on_the_same_clock() -> None:
    speech = np.full(24000 * 2, 0.1, np.float32)
    run = Run(audio.to_pcm16(speech), 0, len(speech), (Span(0, len(speech)),))
    noise = np.random.default_rng(1).standard_normal(24000 * 3).astype(np.float32) * 0.1
    bed = audio.make_bed(noise, 24000, 24000, audio.TARGET_LUFS)
    out = io.BytesIO()
    runs = [((said(n, chapter="A" if n == 1 else ""),), run) for n in (1, 2, 3)]
    clock = stitch.Clock(24000, 0)
    result = stitch.stitch(iter(runs), tracks.BedTrack(out, ENCODING, bed), clock, outro=speech)
    assert [c.start_ms for c in result.cues] == [250, 250 + 2700, 250 + 5400]
    assert result.samples == 24 * (250 + 2 * 2700 + 2000 + 600 + 2000)
    assert mp3.count_frames(out.getvalue(), ENCODING) == result.frames


@pytest.mark.parametrize("rate", [22050, 24000, 44100, 48000])
def test_milliseconds_are_rounded_once_to_the_nearest(rate: int) -> None:
    clock = stitch.Clock(rate, 0)
    assert all(abs(clock.ms(n) - n * 1000 / rate) <= 0.5 for n in range(0, 10**7, 12347))
    assert all(clock.samples(ms) >= ms * rate / 1000 > clock.samples(ms) - 1 for ms in range(0, 5000, 37))
