"""A narration on the air: rendered in a thread, by the pipeline as ever, and heard meanwhile."""

from __future__ import annotations

import tempfile
import threading
import time
from collections.abc import Callable
from concurrent.futures import Executor, Future
from contextlib import ExitStack
from pathlib import Path
from typing import Any, TypeVar

from listen import page, pipeline, reading
from listen.library import identity
from listen.model import Article, Episode, Script
from listen.mp3 import decoders, sound
from listen.options import Options
from listen.play.player import Player
from listen.play.recordings import Recording
from listen.render import passages, workers
from listen.sources import fetch
from listen.stitch.progress import Progress, UnderWay

T = TypeVar("T")


class Live:
    """The narration of a source. `recording` is there when the first sound is near; it grows until `done`."""

    def __init__(self, script: Script, article: Article | None, source: str | None) -> None:
        self.recording: Recording | None = None
        self.episode: Episode | None = None
        """The finished narration, when there is one."""
        self.error: BaseException | None = None
        """What ended it, other than its end."""
        self.share = 0.0
        """How much of the text is rendered."""
        self.notes: list[str] = []
        """What the user should know."""
        self.started = threading.Event()
        self.done = threading.Event()
        self._script, self._article = script, article
        self.identity = _identity(script, article, source)
        self._stop = False
        self._cues = self._chapters = 0
        self._decode = decoders.find()
        self._on_air: UnderWay | None = None
        self._thread: threading.Thread | None = None
        self._folder = ExitStack()

    def start(self, voice: str | None, out: Path | None, options: Options) -> None:
        """Begin to render; into a passing file without `out`."""
        if out is None:
            passing = self._folder.enter_context(
                tempfile.TemporaryDirectory(prefix="listen-", ignore_cleanup_errors=True)
            )
            out = Path(passing) / "narration.mp3"
        self._thread = threading.Thread(target=self._run, args=(voice, out, options), daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Render no more than what is being rendered, and clear away."""
        self._stop = True
        self.finish()

    def finish(self) -> None:
        """Wait until all of it is rendered."""
        if self._thread:
            self._thread.join()
        if self.recording:
            self.recording.sound.close()
        self._folder.close()

    def _run(self, voice: str | None, out: Path, options: Options) -> None:
        try:
            jobs = options.jobs or workers.cores()
            chars = sum(len(u.text) for u in self._script.utterances)
            with workers.local(jobs, chars) as pool:
                self.episode = pipeline.narrate(
                    self._script,
                    voice,
                    out,
                    Prompt(pool, jobs) if pool else None,
                    options,
                    self._grown,
                    self.notes.append,
                    self._article,
                    self._begin,
                )
            assert self._on_air
            assert self.recording
            self.recording.sound.grow(total=self.episode.samples)
        except _Stopped:
            pass
        except BaseException as error:  # noqa: BLE001 raised again where somebody can hear of it
            self.error = error
        finally:
            self.started.set()
            self.done.set()

    def _begin(self, on_air: UnderWay) -> None:
        self._on_air = on_air

    def _grown(self, progress: Progress) -> None:
        if self._stop:
            raise _Stopped
        on_air = self._on_air
        assert on_air
        recording = self.recording
        if recording is None:
            opened = sound.from_frames(on_air.frames, on_air.encoding, self._decode)
            recording = Recording(on_air.script.title, self.identity, opened, lang=on_air.script.lang)
        clock = on_air.clock
        for cue in clock.cues[self._cues :]:
            recording.timeline.add(cue)
        for title, start in clock.chapters[self._chapters :]:
            recording.timeline.open_chapter(title, clock.ms(start) if self._chapters else 0)
            self._chapters += 1
        self._cues = len(clock.cues)
        recording.sound.grow()
        self.share = progress.done / max(progress.total, 1)
        self.recording = recording
        self.started.set()


def of_source(source: str, options: Options) -> Live:
    """The narration of a path, a URL or `-`, cleaned and cut into sentences. Raises a ListenError."""
    fetched = fetch.fetch(source)
    script, article = reading.story(fetched, options)
    return Live(script, article, fetched.url)


def play_out(narration: Live, player_of: Callable[[Recording], Player]) -> None:
    """Play a narration that has been started, from its beginning to its end, with nothing to see or to press.

    Raises what ended it sooner.
    """
    player = None
    while True:
        if player is None and narration.recording:
            player = player_of(narration.recording)
            player.play()
        if narration.error and (player is None or player.waiting):
            raise narration.error
        if player and player.ended:
            return
        time.sleep(0.02)


class Prompt(Executor):
    """Renders here until the `jobs` processes of `pool` have started and loaded their engines.

    Whoever listens does not wait for them.
    """

    def __init__(self, pool: Executor, jobs: int) -> None:
        self._pool, self._jobs = pool, jobs
        self._voices: tuple[Any, ...] = ()
        self._starting: list[Future[None]] = []

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """As an executor does; the future may be done already."""
        if fn is passages.warm:
            self._voices = args  # the processes would take the first passage's time from it
            return Future()
        if self._starting and all(start.done() for start in self._starting):
            return self._pool.submit(fn, *args, **kwargs)
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 as any executor: who asks for the result gets it
            future.set_exception(error)
        if not self._starting:
            self._starting = [self._pool.submit(passages.warm, *self._voices) for _ in range(self._jobs)]
        return future


class _Stopped(BaseException):
    """Nobody listens any more."""


def _identity(script: Script, article: Article | None, fetched: str | None) -> str:
    if article is not None:
        return identity.identity(identity.link(article, fetched), article)
    told = Article(script.title, script.lang, (), url=script.url)
    if script.url:
        return identity.identity(script.url, told)
    return identity.identity(None, page.article_of(script))
