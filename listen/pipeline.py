"""The story on one screen.

fetch ──► clean ──► segment ──► speak ──► cast ──► render ──► stitch ──► publish
bytes     Article   Script      spoken    voices   Runs       one MP3    files under
                                words                         and clock  their names

`make` is the whole of it; values go in, new values come out, and no stage knows its neighbours.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

from listen import (
    cache,
    calibration,
    casting,
    engines,
    epub,
    fetch,
    folders,
    jingles,
    mp3,
    output,
    page,
    pages,
    publish,
    render,
    scriptfile,
    segment,
    speech,
    stitch,
    wordbook,
    workers,
)
from listen.errors import NoArticleError
from listen.model import Article, Episode, Script, Source, Utterance
from listen.options import Options
from listen.segment.notices import disclosure
from listen.speech.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class OnAir:
    """A narration whose rendering begins, for somebody who listens meanwhile.

    `frames` and `clock` grow; whenever `progress` is called, what the clock says is in the file.
    """

    script: Script
    frames: Path
    """MPEG frames alone; the first sample sounds `mp3.DELAY` samples after the first frame."""
    encoding: mp3.Encoding
    clock: stitch.Clock


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a narration is."""

    done: int
    """Characters of the script."""
    total: int
    audio_ms: int
    """Speech rendered so far."""


def make(
    source: str,
    voice: str | None = None,
    out: str | Path | None = None,
    executor: Executor | None = None,
    options: Options | None = None,
    progress: Callable[[Progress], None] = lambda _: None,
    note: Callable[[str], None] = lambda _: None,
) -> Episode:
    """Narrate `source` (path, URL or `-`): an MP3 with chapters, and its sidecars beside it.

    `out` is the MP3's path or a folder; without it the file is named after the title, in the current folder.
    `executor` renders passages (anything shaped like `concurrent.futures.Executor`); without one, processes
    on this machine do. `note` is told what the user should know while it happens.

    Raises a ListenError whose text says what to do; nothing is left under a final name then.
    """
    options = options or Options()
    script, article = story_of(fetch.fetch(source), options, note)
    return narrate(script, voice, out, executor, options, progress, note, article)


def narrate(
    script: Script,
    voice: str | None = None,
    out: str | Path | None = None,
    executor: Executor | None = None,
    options: Options | None = None,
    progress: Callable[[Progress], None] = lambda _: None,
    note: Callable[[str], None] = lambda _: None,
    article: Article | None = None,
    on_air: Callable[[OnAir], None] = lambda _: None,
) -> Episode:
    """The second half of `make`: a script, spoken. Utterances without words get theirs on the way.

    `article` is what a page or a book shows; without one they show the script's own sentences. `on_air` is
    called once, before the first passage is rendered.
    """
    options = options or Options()
    script, cast = casting.cast(script, voice, options.engine, options.quote_voice)
    for line in cast.notes:
        note(line)
    target = publish.target(out, script.title)
    output.check_free(publish.finals(target, options), options.force)
    publish.check(options)
    lexicon = pronunciations(options)
    cast = calibration.calibrated(cast, lambda: spoken(script.utterances, lexicon), options.rate)
    encoding = encoding_of(cast, options)
    music = jingles.load(options, encoding.rate)
    cover = publish.cover(options.cover)
    keep = cache.DiskCache(folders.cache_dir() / "runs", note=note) if options.cache else render.NoCache()
    total = sum(len(u.text) for u in script.utterances)
    done = audio_ms = 0

    def count(chars: int, samples: int) -> None:
        nonlocal done, audio_ms
        done, audio_ms = done + chars, audio_ms + samples * 1000 // encoding.rate
        stream.flush()
        progress(Progress(done, total, audio_ms))

    jobs = options.jobs or workers.cores()
    pool = nullcontext(executor) if executor else workers.local(jobs, total)
    with output.outbox(target) as box:
        frames = box.scratch(target.parent)
        with frames.open("wb") as stream, pool as hands:
            work = passages(
                spoken(script.utterances, lexicon), cast, options.rate, encoding, as_pcm=music.bed is not None
            )
            runs = render.render_all(work, hands, keep, ahead=4 * jobs)
            track = music.track(stream, encoding)
            clock = stitch.Clock(encoding.rate, script.chapter_ms)
            on_air(OnAir(script, frames, encoding, clock))
            stitched = stitch.stitch(
                ((passage.utterances, run) for passage, run in runs),
                track,
                clock,
                music.intro,
                music.outro,
                count,
            )
        shown = article or page.article_of(script)
        narration = publish.Narration(script, cast, encoding, stitched, shown, cover)
        return publish.publish(box, target, frames, narration, options)


def book(
    sources: Sequence[str],
    out: Path,
    voice: str | None = None,
    executor: Executor | None = None,
    options: Options | None = None,
    progress: Callable[[Progress], None] = lambda _: None,
    note: Callable[[str], None] = lambda _: None,
) -> list[Episode]:
    """Narrate the sources into one EPUB, `out`; the episodes' audio is inside it and nowhere else.

    Raises a ListenError whose text says what to do; `out` is written when all of it is there.
    """
    options = options or Options()
    inner = replace(options, sidecars=False, page=False, epub=False, also=frozenset())
    output.check_free([out], options.force)
    cover = publish.cover(options.cover)
    stories = []
    with output.outbox(out) as box, tempfile.TemporaryDirectory(prefix="listen-") as folder:
        for n, source in enumerate(sources, 1):
            script, article = story_of(fetch.fetch(source), options, note)
            audio = Path(folder) / f"{n}.mp3"
            episode = narrate(script, voice, audio, executor, inner, progress, note, article)
            stories.append(epub.Story(episode, article or page.article_of(script), audio))
        epub.write(box.part(out), stories, cover)
        box.publish([out])
    return [replace(story.episode, path=out) for story in stories]


def script_of(source: Source, options: Options, note: Callable[[str], None] = lambda _: None) -> Script:
    """The spoken script of a document; of an edited script, that script."""
    return _spoken(story_of(source, options, note)[0], pronunciations(options))


def script_from(article: Article, options: Options) -> Script:
    """The article's sentences with the words that are said for them."""
    return _spoken(written_from(article, options), pronunciations(options))


def written_of(source: Source, options: Options) -> Script:
    """The same before it is known what is said: utterances without words, but for those of an edited script.

    A narration begins with this and finds words as it goes: the first passage of a book is heard at once,
    and the words of the whole are never in memory.
    """
    return story_of(source, options)[0]


def story_of(
    source: Source, options: Options, note: Callable[[str], None] = lambda _: None
) -> tuple[Script, Article | None]:
    """The same with the article behind it; an edited script has none."""
    if scriptfile.is_script(source.data):
        lexicon = pronunciations(options)
        return scriptfile.loads(source.data.decode(), lambda t, lang: speech.speak(t, lang, lexicon)), None
    article = pages.read(source, keep=options.keep, note=note).article
    script = written_from(article, options)
    return script, replace(article, lang=script.lang)  # the locale that was made out


def written_from(article: Article, options: Options) -> Script:
    """The article's sentences and pauses."""
    article = replace(article, lang=speech.locale(article.lang, article.url or "", article.text))
    said = disclosure(article.lang, article.byline) if options.disclose else ""
    return segment.script(article, options.chapters, disclosure=said)


def spoken(utterances: Iterable[Utterance], lexicon: Lexicon | None) -> Iterator[Utterance]:
    """Each with the words that are said for it; what has none to say is left out.

    Raises NoArticleError when nothing is left.
    """
    empty = True
    for u in utterances:
        words = u.words or speech.speak(u.text, u.lang, lexicon)
        if words:
            empty = False
            yield u if u.words else replace(u, words=words)
    if empty:
        raise NoArticleError("there is nothing to say in it: no words were found")


def _spoken(script: Script, lexicon: Lexicon | None) -> Script:
    return replace(script, utterances=tuple(spoken(script.utterances, lexicon)))


def pronunciations(options: Options) -> Lexicon | None:
    """The lexicon that comes with the voices, then the user's own, then the one named for this narration.

    None when there is only the first: the speech stage has that one by itself.
    """
    return wordbook.in_use(options.lexicon) if options.lexicon or wordbook.own_files() else None


def encoding_of(cast: casting.Cast, options: Options) -> mp3.Encoding:
    """Sample rate and bitrate of the MP3. Raises AudioError if MP3 does not have the pair."""
    if options.profile == "podcast":
        return mp3.Encoding(44_100, options.bitrate or 96)
    return mp3.Encoding(cast.main.rate, options.bitrate or 64)


def passages(
    utterances: Iterable[Utterance],
    cast: casting.Cast,
    rate: float,
    encoding: mp3.Encoding,
    as_pcm: bool = False,
) -> Iterator[render.Passage]:
    """The spoken utterances as work for the renderer, made as it is asked for."""
    for group in render.passages(utterances):
        voices = tuple(cast.voice_of(u) for u in group)
        yield render.Passage(
            utterances=group,
            voices=voices,
            versions=tuple(engines.get(v.engine).version(v) for v in voices),
            rate=rate,
            encoding=encoding,
            as_pcm=as_pcm,
        )
