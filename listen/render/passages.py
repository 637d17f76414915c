"""Utterances → runs of MP3 frames, on any executor, through the cache.

The unit of work is a passage: the utterances of one paragraph. It is small and pure (what goes in decides
every byte that comes out), so it can be rendered anywhere, kept in a cache and joined to its neighbours
frame by frame.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import itertools
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass, replace
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Protocol, TypeAlias

from listen import engines, mp3
from listen.model import Run, Utterance, Voice
from listen.render import preparing, workers
from listen.storage import installed

if TYPE_CHECKING:
    from listen.model import SpokenWord

CODE = (
    "audio",
    "engines",
    "mp3",
    "render/expected.py",
    "render/heard.py",
    "render/passages.py",
    "render/preparing.py",
    "render/process_child.py",
    "render/process_memory.py",
    "render/process_pool.py",
    "render/processes.py",
    "render/sounding.py",
    "render/takes.py",
    "render/verify.py",
    "render/workers.py",
    "speech/alphabets.py",
    "speech/rules.py",
    "speech/writing/patterns.py",
    "speech/writing/starts.py",
    "storage/user_settings.py",
    "storage/compressed/inflate.py",
    "sources/connect.py",
    "sources/http.py",
    "sources/web_proxy.py",
    "storage/ready",
    "storage/folders.py",
    "storage/installed.py",
    "storage/whole.py",
    "errors.py",
    "model.py",
    "spoken_word.py",
)
"""What decides how given words sound and which bytes they become: modules, and folders with all of theirs.

A test holds this to what the renderer and the engines import."""
LONGEST_CHARS = 1500
"""A passage is cut at the next sentence after this many characters, so that memory stays flat."""
LOOKED_UP = 256
"""Passages that are looked up before the first of them is read from the cache, so that what is missing is
spoken beside that: they are a tenth of the memory that a process to speak it would take."""
JOIN_MS = 150
"""A shorter pause than this cannot lie between two runs: the encoder's own delay is about as long."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Holds what one worker is given: all that its bytes depend on."""

    utterances: tuple[Utterance, ...]
    voices: tuple[Voice, ...]
    """One for each utterance."""
    versions: tuple[str, ...]
    """The version of each utterance's engine and voice."""
    rate: float
    encoding: mp3.Encoding
    as_pcm: bool = False
    """Return 16-bit samples in place of frames (`Run.count` is 0): for mixing with a bed."""
    prepared: tuple[str | None, ...] = ()
    """What each utterance's engine is given: phonemes, or text with mark-up; None where it cannot say the
    sentence as it is. Empty until it is needed: what is in the cache needs none."""
    spares: tuple[Voice | None, ...] = ()
    """Who says an utterance that its own voice does not say whole. Not in the key: they follow from the
    voices, and what is proven does not depend on them."""

    @property
    def key(self) -> str:
        """Content address of the rendered run: of what is said and how, and of the code that does it."""
        parts = [repr((_code(), self.rate, self.encoding, self.as_pcm, _encoder_version()))]
        voice, shown = None, ""
        for u, own, version in zip(self.utterances, self.voices, self.versions, strict=True):
            if own is not voice:
                voice, shown = own, repr(own)
            pause = u.pause_ms if u is not self.utterances[-1] else 0  # the last one's is the stitcher's
            parts.append(f"{len(u.words)} {u.lang!r} {pause} {shown} {version!r} {_said(u.words)}")
        return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()

    def ready(self) -> Passage:
        """Return the passage prepared: a worker need not know how words become phonemes."""
        pairs = zip(self.utterances, self.voices, strict=True)
        return replace(self, prepared=tuple(preparing.prepared(u, v) for u, v in pairs))


_SOUNDING = attrgetter("before", "text", "after", "ipa")
"""What of a word is heard."""


def _said(words: Sequence[SpokenWord]) -> str:
    """Return the words in one line that no other words give."""
    parts = list(itertools.chain.from_iterable(map(_SOUNDING, words)))
    line = "\x1f".join(parts)
    return line if line.count("\x1f") < len(parts) and "\n" not in line else repr(parts)


@functools.cache
def _encoder_version() -> str:
    from importlib import metadata

    return metadata.version("lameenc")


@functools.cache
def _code() -> str:
    """Digest of the code between words and frames: older cache entries are not used once it has changed."""
    return installed.digest(installed.code_files(CODE), installed.release())


_Flying: TypeAlias = "Future[workers.Returned[Run]]"


class Cache(Protocol):
    """Says where finished runs are kept; `listen.storage.cache` is the one on disk."""

    def has(self, key: str) -> bool:
        """Return whether there is one, likely whole."""

    def get(self, key: str) -> Run | None:
        """The run, or None."""

    def put(self, key: str, run: Run) -> None:
        """Keep it."""


class Speakers(Protocol):
    """Stands for who says what."""

    def voice_of(self, utterance: Utterance) -> Voice:
        """The voice that says it."""

    def spare_of(self, utterance: Utterance) -> Voice | None:
        """The one that says it when that does not say it whole; None if there is nobody."""


class NoCache:
    """Keeps nothing."""

    def has(self, key: str) -> bool:
        """Return False, always."""
        return False

    def get(self, key: str) -> Run | None:
        """Nothing, ever."""
        return None

    def put(self, key: str, run: Run) -> None:
        """Forget it."""

    def has_words(self, key: str) -> bool:
        """Return False, always."""
        return False

    def words(self, key: str) -> None:
        """Nothing, ever."""

    def put_words(self, key: str, said: Sequence[Sequence[SpokenWord]]) -> None:
        """Forget them."""


def groups(utterances: Iterable[Utterance]) -> Iterator[tuple[Utterance, ...]]:
    """Cut a script into passages: at block ends, where chapters open, and where one grows too long."""
    group: list[Utterance] = []
    size = 0
    for u in utterances:
        if group and group[-1].pause_ms >= JOIN_MS:
            last = group[-1]
            parted = (last.block, last.kind) != (u.block, u.kind) or u.chapter or size > LONGEST_CHARS
            if parted:
                yield tuple(group)
                group, size = [], 0
        group.append(u)
        size += len(u.text)
    if group:
        yield tuple(group)


def of(
    utterances: Iterable[Utterance],
    speakers: Speakers,
    rate: float,
    encoding: mp3.Encoding,
    as_pcm: bool = False,
) -> Iterator[Passage]:
    """The spoken utterances as work for the renderer, made as it is asked for."""
    for group in groups(utterances):
        voices = tuple(speakers.voice_of(u) for u in group)
        versions = tuple(engines.get(v.engine).version(v) for v in voices)
        spares = tuple(speakers.spare_of(u) for u in group)
        yield Passage(group, voices, versions, rate, encoding, as_pcm, spares=spares)


def render(passage: Passage, at_once: int = 1) -> Run:
    """Speak, check, level and encode one passage; runs in a worker, `at_once` sentences at a time.

    A sentence that could not be proven whole is the best of several takes, and its span has the reason.
    Raises EngineError when an engine does not work at all.
    """
    from listen.render import sounding  # and numpy, which a process that joins runs does without

    return sounding.render(passage, at_once)


def warm(voice: Voice) -> None:
    """Load in a worker what its first passage would wait for."""
    engines.get(voice.engine).load(voice)


def render_all(
    work: Iterable[Passage],
    executor: Executor | None,
    cache: Cache,
    ahead: int = 4,
    strict: bool = False,
    new: Iterable[Passage] = (),
) -> Iterator[tuple[Passage, Run]]:
    """Every passage with its run, in order; at most `ahead` are in flight, so memory stays bounded.

    `new` are those among them that are likely to be in no cache: if they are few, they are begun with.
    Without an executor they are rendered here, one by one. Raises EngineError when a worker dies, and with
    `strict` LostSpeechError for a sentence that is not proven whole, also when it comes from the cache.
    """
    for passage, run in _rendered(work, executor, cache, ahead, new):
        if strict:
            for u, voice, span in zip(passage.utterances, passage.voices, run.spans, strict=True):
                if span.doubt:
                    from listen.render import verify

                    raise verify.lost(u, voice, span.doubt)
        yield passage, run


class _Kept:
    """Stands for a run that is in the cache, and read when its turn comes."""


_KEPT = _Kept()


@dataclass(slots=True)
class _Entry:
    """Holds a passage on its way: what it came to, who renders it, or None while nobody does yet."""

    passage: Passage
    key: str
    run: Run | _Flying | _Kept | None


def _rendered(
    work: Iterable[Passage], executor: Executor | None, cache: Cache, ahead: int, new: Iterable[Passage]
) -> Iterator[tuple[Passage, Run]]:
    flying: deque[_Entry] = deque()
    lacking: list[_Entry] = []  # nobody renders them yet
    cold = executor is not None
    # A narration made again may lack one passage: to start a process takes longer than to speak it. It is
    # looked for far ahead, so that it is spoken beside all that there is to do with the others.
    alone = workers.INLINE_CHARS if workers.idle(executor) else 0
    room = max(ahead, LOOKED_UP) if alone else ahead
    turn, waited = threading.Lock(), 0
    begun = _begun(new, cache, turn) if alone else {}
    for passage in work:
        key = passage.key
        run = begun.pop(key, None) or (_KEPT if cache.has(key) else None)
        flying.append(entry := _Entry(passage, key, run))
        if entry.run is None:
            alone -= _size(passage)
            if executor is None:
                entry.run = _kept(key, _here(entry), cache)
            else:
                lacking.append(entry)
        if lacking and executor is not None:
            if alone < 0:
                if cold:  # a process starts while this one loads its dictionaries
                    workers.start(executor, warm, passage.voices[0])
                    cold = False
                for one in lacking:
                    one.passage = one.passage.ready()
                    one.run = workers.submit(executor, render, one.passage)
                lacking.clear()
                room = ahead
            elif waited >= ahead:  # there are no more of them: no process is worth its start
                _all_beside(lacking, turn)
            else:
                waited += 1
        while len(flying) > room or (flying and room == ahead and _ready(flying[0].run)):
            yield _landed(flying.popleft(), cache)
    _all_beside(lacking, turn)
    while flying:
        yield _landed(flying.popleft(), cache)


def _begun(new: Iterable[Passage], cache: Cache, turn: threading.Lock) -> dict[str, _Flying]:
    """Render in this process what is new, by its key; nothing, where it is so much that processes will."""
    entries: list[_Entry] = []
    left = workers.INLINE_CHARS
    for passage in new:
        left -= _size(passage)
        if left < 0:
            return {}
        if not cache.has(key := passage.key):
            entries.append(_Entry(passage, key, None))
    return {entry.key: _beside(entry, turn) for entry in entries}


def _size(passage: Passage) -> int:
    """Characters of its text."""
    return sum(len(u.text) for u in passage.utterances)


def _all_beside(lacking: list[_Entry], turn: threading.Lock) -> None:
    for entry in lacking:
        entry.run = _beside(entry, turn)
    lacking.clear()


def _ready(run: Run | _Flying | _Kept | None) -> bool:
    return isinstance(run, Run | _Kept) or (run is not None and run.done())


def _landed(entry: _Entry, cache: Cache) -> tuple[Passage, Run]:
    run = entry.run
    if isinstance(run, _Kept):
        run = cache.get(entry.key)  # None: it was damaged, or is gone meanwhile
    if run is None:
        run = _kept(entry.key, _here(entry), cache)
    elif not isinstance(run, Run):
        run = _kept(entry.key, workers.result(run, entry.passage.utterances[0].text), cache)
    return entry.passage, run


def _here(entry: _Entry, at_once: int = 1) -> Run:
    """Render it in this process. While it finds the phonemes, the voice is loaded beside that."""
    loading, reading = load_beside(entry.passage.voices[0])
    reading.join()
    entry.passage = entry.passage.ready()
    loading.join()
    return render(entry.passage, at_once)


def _beside(entry: _Entry, turn: threading.Lock) -> _Flying:
    """Render it in this process, one passage at a time, while those behind it are looked up.

    No process of the pool has anything to do, and the cores are soon free."""
    future: _Flying = Future()

    def fill() -> None:
        with turn:
            try:
                future.set_result(workers.Returned(_here(entry, min(workers.cores(), 2))))
            except Exception as error:  # noqa: BLE001 raised again where the run is asked for
                future.set_result(workers.Returned(None, error))
            except BaseException as error:
                future.set_exception(error)
                raise

    threading.Thread(target=fill, daemon=True).start()
    return future


@functools.cache
def load_beside(voice: Voice) -> tuple[threading.Thread, threading.Thread]:
    """Load in this process what a voice speaks with, and what finds its phonemes, beside all else; once."""
    tasks = (partial(warm, voice), partial(preparing.prepared, preparing.PROBE, voice))
    # Python waits for them at its end: nobody may have needed them, and libraries are not left half loaded.
    threads = tuple(threading.Thread(target=_tried, args=(task,)) for task in tasks)
    for thread in threads:
        thread.start()
    return threads[0], threads[1]


def _tried(task: Callable[[], object]) -> None:
    with contextlib.suppress(Exception):  # rendering says what is wrong
        task()


def _kept(key: str, run: Run, cache: Cache) -> Run:
    cache.put(key, run)
    return run
