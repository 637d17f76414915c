"""The story on one screen.

fetch ──► clean ──► segment ──► speak ──► cast ──► render ──► stitch ──► publish
bytes     Article   Script      spoken    voices   Runs       one MP3    files under
                                words                         and clock  their names

`make` is the whole of it; values go in, new values come out, and no stage knows its neighbours.
The first half, up to the spoken words, is in `reading.py`.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import replace
from functools import partial
from pathlib import Path

from listen import epub, mp3, page, reading
from listen.casting import calibration, cast
from listen.formats import publish
from listen.model import Article, Episode, Script
from listen.options import Options
from listen.render import passages, workers
from listen.stitch import music
from listen.stitch.clock import Clock, remarks
from listen.stitch.progress import Notes, Progress, UnderWay, nobody, stitch, unseen
from listen.storage import cache, outbox


def make(
    source: reading.Given,
    voice: str | None = None,
    out: str | Path | None = None,
    executor: Executor | None = None,
    options: Options | None = None,
    progress: Callable[[Progress], None] = unseen,
    note: Callable[[str], None] = lambda _: None,
) -> Episode:
    """Narrate `source`: an MP3 with chapters, and its sidecars beside it.

    `out` is the MP3's path or a folder; without it the file is named after the title, in the current folder.
    `executor` renders passages (anything shaped like `concurrent.futures.Executor`); without one, processes
    on this machine do. `note` is told what the user should know while it happens.
    Raises a ListenError whose text says what to do; nothing is left under a final name then.
    """
    options, notes = options or Options(), Notes.of(note)
    script, article = reading.story(source, options, notes, voice)
    return narrate(script, voice, out, executor, options, progress, notes, article)


def narrate(
    script: Script,
    voice: str | None = None,
    out: str | Path | None = None,
    executor: Executor | None = None,
    options: Options | None = None,
    progress: Callable[[Progress], None] = unseen,
    note: Callable[[str], None] = lambda _: None,
    article: Article | None = None,
    on_air: Callable[[UnderWay], None] = nobody,
) -> Episode:
    """The second half of `make`: a script, spoken. Utterances without words get theirs on the way.

    `article` is what a page or a book shows, by default the script's sentences. `on_air` is called once,
    before the first passage is rendered. Raises as `make` does."""
    options, notes = options or Options(), Notes.of(note)
    script, speakers = cast.cast(script, voice, options.engine, options.quote_voice)
    notes(*speakers.notes)
    target = publish.target(out, script.title, options)
    publish.check(target, options)
    lexicon = reading.own_lexicon(options)
    keep = cache.of_runs(notes.aside) if options.cache else passages.NoCache()
    said = partial(reading.spoken, script.utterances, lexicon, options.keep, keep)
    speakers = calibration.calibrated(speakers, said, options.rate)
    encoding = mp3.Encoding.of(options.profile, speakers.main.rate, options.bitrate)
    sounds, cover = music.load(options, encoding.rate), publish.cover(options.cover)
    cut = partial(passages.of, speakers=speakers, rate=options.rate, encoding=encoding, as_pcm=sounds.as_pcm)
    processes = workers.pool(executor, options.jobs, script.chars, speakers.concurrency)
    load = (workers.INLINE_CHARS, partial(passages.load_beside, speakers.main))
    work, new = cut(said()), cut(reading.new(script.utterances, lexicon, options.keep, keep, *load))
    with outbox.outbox(target) as box:
        frames = box.scratch(target.parent)
        with processes as pool, frames.open("wb") as stream:
            under_way = UnderWay(script, frames, encoding, Clock(encoding.rate, script.chapter_ms), stream)
            runs = passages.render_all(work, pool, keep, workers.ahead(options.jobs), options.strict, new)
            on_air(under_way)
            stitched = stitch(runs, sounds, under_way, progress)
        notes(*remarks(stitched))
        shown = article or page.article_of(script)
        narration = publish.Narration(script, speakers, encoding, stitched, shown, cover, notes.told)
        return publish.publish(box, target, frames, narration, options)


def book(
    sources: Sequence[reading.Given],
    out: Path,
    voice: str | None = None,
    executor: Executor | None = None,
    options: Options | None = None,
    progress: Callable[[Progress], None] = unseen,
    note: Callable[[str], None] = lambda _: None,
) -> list[Episode]:
    """Narrate the sources into one EPUB, `out`, written when all of it is there. Raises as `make` does."""
    options = options or Options()
    inner = replace(options, sidecars=False, page=False, epub=False, also=frozenset())
    outbox.check_free([out], options.force)
    cover = publish.cover(options.cover)
    stories = []
    with outbox.outbox(out) as box, tempfile.TemporaryDirectory(prefix="listen-") as folder:
        for n, source in enumerate(sources, 1):
            notes = Notes(note)
            script, article = reading.story(source, options, notes, voice)
            audio = Path(folder) / f"{n}.mp3"
            episode = narrate(script, voice, audio, executor, inner, progress, notes, article)
            stories.append(epub.Story(episode, article or page.article_of(script), audio))
        epub.write(box.part(out), stories, cover)
        box.publish([out])
    return [replace(story.episode, path=out) for story in stories]
