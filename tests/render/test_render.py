from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from listen import engines, mp3
from listen.casting import catalog
from listen.errors import EngineError
from listen.model import Run, SpokenWord, Utterance
from listen.render import passages, workers
from tests.examples import few
from tests.patience import until

TONE = catalog.load("tone")
ENCODING = mp3.Encoding(24000, 64)


def said(text: str, block: int = 0, pause_ms: int = 350, **more: Any) -> Utterance:
    words, at = [], 0
    for word in text.split():
        start = text.index(word, at)
        at = start + len(word)
        words.append(SpokenWord(word, start, at))
    return replace(Utterance("s", text, tuple(words), block=block, pause_ms=pause_ms), **more)


def passage(*utterances: Utterance, encoding: mp3.Encoding = ENCODING, **more: Any) -> passages.Passage:
    engine = engines.get("tone")
    value = passages.Passage(
        utterances=utterances,
        prepared=tuple(engine.prepare(u, TONE) for u in utterances),
        voices=(TONE,) * len(utterances),
        versions=(engine.version(TONE),) * len(utterances),
        rate=1.0,
        encoding=encoding,
    )
    return replace(value, **more)


def test_spans_are_exact_and_the_pause_between_is_what_it_says() -> None:
    run = passages.render(passage(said("one two"), said("three")))
    one, two = run.spans
    assert (one.start, one.end) == (0, 3 * 1200 + 600 + 3 * 1200)
    assert one.words == ((0, 3600), (4200, 7800))
    assert (two.start, two.end) == (7800 + 350 * 24, 7800 + 350 * 24 + 6000)
    assert run.length == two.end
    assert (
        run.count == mp3.encoded_frames(run.length, ENCODING) == mp3.count_frames(bytes(run.frames), ENCODING)
    )


def test_another_rate_keeps_the_proportions() -> None:
    run = passages.render(passage(said("one two"), encoding=mp3.Encoding(48000, 96)))
    assert run.spans[0].words == ((0, 7200), (8400, 15600))
    assert run.length == 15600


def test_for_a_bed_the_run_is_samples() -> None:
    run = passages.render(passage(said("one"), as_pcm=True))
    assert (run.count, len(run.frames)) == (0, 2 * run.length)


def test_passages_end_with_blocks_and_where_chapters_open() -> None:
    story = [
        said("title", block=-1, kind="title"),
        said("a", 0),
        said("b", 0),
        said("c", 1, chapter="C"),
        said("d", 1, pause_ms=0),
        said("e", 2),
    ]
    groups = [[u.text for u in group] for group in passages.groups(story)]
    assert groups == [["title"], ["a", "b"], ["c", "d", "e"]]


def test_a_long_paragraph_is_cut_at_a_sentence() -> None:
    story = [said("word " * 60) for _ in range(20)]
    groups = list(passages.groups(story))
    assert sum(map(len, groups)) == 20
    assert all(sum(len(u.text) for u in group) <= passages.LONGEST_CHARS + 300 for group in groups)


def test_the_key_is_made_of_all_that_decides_the_bytes_and_nothing_else() -> None:
    base = passage(said("one two"), said("three"))
    same = passage(replace(said("one two"), id="s9", start=7), replace(said("three"), pause_ms=9999))
    assert same.key == base.key
    others = [
        passage(said("one too"), said("three")),
        passage(said("one two", pause_ms=351), said("three")),
        replace(base, rate=1.1),
        replace(base, encoding=mp3.Encoding(24000, 48)),
        replace(base, voices=(replace(TONE, gain_db=1.0),) * 2),
        replace(base, versions=("tone 2",) * 2),
        replace(base, as_pcm=True),
    ]
    assert len({base.key, *(p.key for p in others)}) == len(others) + 1


class Kept(passages.NoCache):
    """A cache in memory."""

    def __init__(self) -> None:
        self.runs: dict[str, Run] = {}

    def has(self, key: str) -> bool:
        return key in self.runs

    def get(self, key: str) -> Run | None:
        return self.runs.get(key)

    def put(self, key: str, run: Run) -> None:
        self.runs[key] = run


class Counting(ThreadPoolExecutor):
    """Counts the passages that are asked of it, and how often it is warmed up."""

    def __init__(self) -> None:
        super().__init__(2)
        self.submitted = self.warmed = 0

    def submit(self, *args: Any, **kwargs: Any) -> Future[Any]:
        if args == (passages.warm, TONE):
            self.warmed += 1
        else:
            self.submitted += 1
        return super().submit(*args, **kwargs)


def test_runs_come_in_order_and_only_what_is_new_is_rendered() -> None:
    work = [passage(said(f"sentence {n}")) for n in range(12)]
    cache = Kept()
    with Counting() as pool:
        first = list(passages.render_all(work, pool, cache))
        assert pool.submitted == 12
        work[5] = passage(said("another sentence"))
        second = list(passages.render_all(work, pool, cache))
        assert pool.submitted == 13
        assert pool.warmed == 2
        list(passages.render_all(work, pool, cache))
        assert pool.warmed == 2  # nothing was missing: no process needs to start
    assert [p for p, _ in second] == work
    assert [run for n, (_, run) in enumerate(second) if n != 5] == [
        r for n, (_, r) in enumerate(first) if n != 5
    ]


@pytest.fixture(autouse=True)
def nothing_loaded() -> None:
    """In each test voices are loaded as in a new process."""
    passages.load_beside.cache_clear()


def _lacking(count: int, of: int = 40) -> tuple[list[passages.Passage], Kept]:
    """A narration of which `count` passages, side by side, are not in the cache; each has 400 characters."""
    text = "one sentence of forty characters, about " * 10
    work = [passage(said(f"{text}{n}")) for n in range(of)]
    cache = Kept()
    for n, part in enumerate(work):
        if not 20 <= n < 20 + count:
            cache.put(part.key, Run(b"", 0, 0, ()))
    return work, cache


@pytest.mark.parametrize(
    ("count", "starts"), few([(0, False), (2, False), (3, True), (1, False), (40, True)], 3)
)
def test_processes_are_started_when_more_is_missing_than_they_take_to_start(count: int, starts: bool) -> None:
    work, cache = _lacking(min(count, 20))
    with workers.local(2, 16_000) as pool:
        done = list(passages.render_all(work, pool, cache, ahead=8))
        assert workers.idle(pool) is not starts
    assert [p.key for p, _ in done] == [p.key for p in work]
    assert done == list(passages.render_all(work, None, cache))


@pytest.mark.parametrize("room", [1, 12, 256])
def test_the_voice_is_loaded_once_while_the_rest_is_looked_up(
    room: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    work, cache = _lacking(1)
    seen: list[int] = []
    loaded: list[tuple[str, int]] = []
    monkeypatch.setattr(passages, "LOOKED_UP", room)
    monkeypatch.setattr(passages, "warm", lambda voice: loaded.append((voice.name, len(seen))))
    counted = (seen.append(n) or part for n, part in enumerate(work))
    with workers.local(2, 16_000) as pool:
        assert len(list(passages.render_all(counted, pool, cache, ahead=8))) == 40
    assert [name for name, _ in loaded] == [work[20].voices[0].name]
    assert loaded[0][1] >= 20 + 8


def test_what_is_missing_is_spoken_before_the_rest_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    work, cache = _lacking(1)
    begun, read = threading.Event(), []

    def get(key: str) -> Run | None:
        assert begun.wait(10)
        read.append(key)
        return cache.runs.get(key)

    monkeypatch.setattr(cache, "get", get)
    monkeypatch.setattr(passages, "warm", lambda _: begun.set())
    with workers.local(2, 16_000) as pool:
        assert [p for p, _ in passages.render_all(work, pool, cache, ahead=8)] == work
    assert len(read) == 39


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_passage_that_leaves_the_cache_meanwhile_is_rendered(
    jobs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    work, cache = _lacking(1)
    there = dict(cache.runs)
    monkeypatch.setattr(cache, "has", lambda key: key in there)
    del cache.runs[work[3].key], cache.runs[work[39].key]
    with workers.local(jobs, 16_000) as pool:
        done = dict(zip((p.key for p in work), passages.render_all(work, pool, cache, ahead=8), strict=True))
    for n in (3, 20, 39):
        assert done[work[n].key][1] == cache.runs[work[n].key]
        assert done[work[n].key][1].count > 0


@pytest.mark.slow
def test_what_is_missing_here_and_there_starts_them_too() -> None:
    work, _ = _lacking(0)
    cache = Kept()
    for n, part in enumerate(work):
        if n % 10:
            cache.put(part.key, Run(b"", 0, 0, ()))
    with workers.local(2, 16_000) as pool:
        list(passages.render_all(work, pool, cache, ahead=8))
        assert not workers.idle(pool)


@pytest.mark.slow
def test_processes_that_others_use_too_are_started_at_once() -> None:
    work, cache = _lacking(1)
    with workers.over(2, 2) as pool:
        assert not workers.idle(pool)
        assert len(list(passages.render_all(work, pool, cache, ahead=8))) == 40


@pytest.mark.slow
def test_processes_are_renewed_and_nothing_is_lost_on_the_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "RENEWED_AFTER", 7)
    with workers.local(2, 16_000) as pool:
        assert pool is not None
        given = [pool.submit(_place, n) for n in range(21)]
        done = [future.result(60) for future in given]
        assert [n for n, _ in done] == list(range(21))
        pids = [pid for _, pid in done]
        sevens = [set(pids[at : at + 7]) for at in (0, 7, 14)]
        assert all(len(seven) <= 2 for seven in sevens)
        assert not any(one & other for one, other in pairwise(sevens))


def _place(n: int) -> tuple[int, int]:
    return n, os.getpid()


def test_a_voice_that_cannot_be_loaded_beside_says_so_when_it_speaks(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(voice: object) -> None:
        raise EngineError("not installed")

    monkeypatch.setattr(engines.get("tone"), "load", broken)
    work = passage(said("a sentence"))
    ((_, run),) = passages.render_all([work], None, passages.NoCache())
    assert run == passages.render(work)  # tone needs no loading: what it said was dropped, and it speaks


def test_at_most_a_few_are_in_flight() -> None:
    made = 0

    def work() -> object:
        nonlocal made
        for n in range(50):
            made += 1
            yield passage(said(f"sentence {n}"))

    class Never:
        def submit(self, *args: object) -> Future[Run]:
            return Future()

    runs = passages.render_all(work(), Never(), passages.NoCache(), ahead=4)  # type: ignore[arg-type]
    threading.Thread(target=lambda: next(runs), daemon=True).start()
    until(lambda: made == 5)
    time.sleep(0.2)  # it goes no further
    assert made == 5


def test_a_worker_that_dies_is_a_clear_error() -> None:
    class Dead:
        def submit(self, *args: object) -> Future[Run]:
            future: Future[Run] = Future()
            future.set_exception(BrokenProcessPool("gone"))
            return future

    with pytest.raises(EngineError, match="a rendering process died near “sentence”: out of memory"):
        list(passages.render_all([passage(said("sentence"))], Dead(), passages.NoCache()))  # type: ignore[arg-type]


@pytest.mark.slow
def test_a_process_that_joins_what_others_spoke_needs_no_numpy(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("A title\n\n" + "The ferry left before dawn. " * 60, "utf-8")
    code = (
        "import sys, listen\n"
        "made = listen.make('story.txt', 'espeak-en-gb', 'story.mp3', options=listen.Options(jobs=2))\n"
        "print(made.duration_ms > 9000, 'numpy' in sys.modules)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert ran.stdout.split() == ["True", "False"]


def test_no_two_sentences_are_said_in_the_same_line() -> None:
    texts = ("a", "b", "", "a\x1fb", "\x1f", "a\nb", "['a']")
    words = [SpokenWord(text, 0, 1, before, after) for text in texts for before in texts for after in texts]
    said = [(), *((word,) for word in words), *pairwise(words)]
    assert len({passages._said(each) for each in said}) == len(said)


@pytest.mark.parametrize("name", ["heart", "tone"])
def test_sentences_that_are_spoken_at_once_are_those_spoken_one_by_one(name: str) -> None:
    voice = catalog.load(name)
    texts = ("The lamp was lit.", "Nobody saw it, though the night was long and dark.", "Why?", "Rain fell.")
    work = replace(
        passage(*(said(text) for text in texts)),
        voices=(voice,) * 4,
        versions=(engines.get(voice.engine).version(voice),) * 4,
    ).ready()
    one_by_one = passages.render(work)
    assert one_by_one.count > 0
    for at_once in (2, 3):
        assert passages.render(work, at_once) == one_by_one
