"""A stitched narration → files under their final names: the tagged MP3 and its sidecars."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from listen import epub, mp3, page
from listen.captions import srt, transcript, vtt
from listen.casting.cast import Cast, credits_of
from listen.errors import AudioError
from listen.formats import lpf, m4b, sidecars
from listen.model import Article, Episode, Script, Voice
from listen.options import FORMS, Options
from listen.stitch import clock
from listen.storage import file_names, outbox

NOTICE = "Synthetic narration"


@dataclass(frozen=True, slots=True)
class Narration:
    """Everything that is known when the sound is there."""

    script: Script
    cast: Cast
    encoding: mp3.Encoding
    stitched: clock.Stitched
    article: Article
    cover: bytes = b""
    notes: tuple[str, ...] = ()
    """What the user should know."""

    @property
    def voices(self) -> tuple[Voice, ...]:
        """Who is heard, the main voice first, those who helped out last."""
        helped = (span.voice for _, span in self.stitched.remarkable if span.voice)
        return tuple(self.cast.with_spares(helped).by_name.values())

    @property
    def credits(self) -> list[str]:
        """The voices' credits."""
        return credits_of(self.voices)


def target(out: str | Path | None, title: str) -> Path:
    """Where the MP3 goes: `out` itself, or a file named after the title in the folder `out`, or here."""
    path = Path(out) if out else Path()
    if out is None or path.is_dir():
        return path / f"{file_names.file_name(title)}.mp3"
    return path


def finals(mp3_path: Path, options: Options) -> list[Path]:
    """Every file that will be written: sidecars first, the MP3 last."""
    return [*(outbox.sidecar(mp3_path, ending) for ending in _endings(options)), mp3_path]


def _endings(options: Options) -> list[str]:
    """What stands beside the MP3."""
    endings = list(outbox.SIDECARS) if options.sidecars else []
    endings += [".html"] * options.page + [".epub"] * options.epub
    return endings + [ending for form, ending in FORMS.items() if form in options.also]


def check(path: Path, options: Options) -> None:
    """See, before any work is done, that what is asked for can be written here.

    Raises OutputError for a file that is there and may not be replaced, AudioError for a form that cannot be
    made.
    """
    outbox.check_free(finals(path, options), options.force)
    if "m4b" in options.also:
        m4b.need()


def cover(path: Path | None) -> bytes:
    """The picture's bytes, or none. Raises AudioError when it cannot be read or is neither JPEG nor PNG."""
    if path is None:
        return b""
    try:
        picture = path.read_bytes()
    except OSError as error:
        raise AudioError(f"cannot read {path}: {error.strerror}; the cover is a JPEG or PNG file") from error
    mp3.picture_type(picture)
    return picture


def publish(box: outbox.Outbox, path: Path, frames: Path, narration: Narration, options: Options) -> Episode:
    """Write everything beside its final name, then rename all of it, the MP3 last."""
    audio = box.part(path)
    size, digest = clock.write_mp3(frames, audio, narration.encoding, narration.stitched, _tag(narration))
    written = finals(path, options)
    episode = _episode(narration, path, size, digest, written[:-1])
    for final, ending in zip(episode.sidecars, _endings(options), strict=True):
        _write(ending, box.part(final), episode, narration, audio)
    box.publish(written)
    return episode


def _write(ending: str, path: Path, episode: Episode, n: Narration, audio: Path) -> None:
    """One file beside the MP3, which is at `audio` until everything gets its final name."""
    match ending:
        case ".epub":
            epub.write(path, [epub.Story(episode, n.article, audio)], n.cover)
        case ".lpf":
            lpf.write(path, episode, n.article, audio, n.cover)
        case ".m4b":
            m4b.write(path, episode, audio, n.cover)
        case _:
            path.write_text(_text(ending, episode, n.article), encoding="utf-8", newline="\n")


def _text(ending: str, episode: Episode, article: Article) -> str:
    makers: dict[str, Callable[[], str]] = {
        ".vtt": lambda: sidecars.captions(episode),
        ".words.json": lambda: sidecars.words_json(episode),
        ".chapters.json": lambda: sidecars.chapters_json(episode),
        ".html": lambda: page.render(episode, article, page.file_href(episode.path)),
        ".srt": lambda: srt.captions(episode.cues, transcript.speakers(episode)),
        ".transcript.json": lambda: transcript.transcript(episode),
        ".timed.vtt": lambda: vtt.timed_words(episode.cues),
    }
    return makers[ending]()


def _tag(n: Narration) -> mp3.Tag:
    script = n.script
    lines = sidecars.credit_lines(script.byline, script.site, script.published, script.url, n.credits)
    return mp3.Tag(
        title=script.title,
        show=script.site or "",
        artist=script.byline or "",
        published=script.published or "",
        lang=script.lang,
        comment=" ".join(lines),
        url=script.url or "",
        voice="; ".join(n.credits),
        notice=NOTICE,
        cover=n.cover,
    )


def _episode(n: Narration, path: Path, size: int, digest: str, beside: list[Path]) -> Episode:
    return Episode(
        title=n.script.title,
        lang=n.script.lang,
        path=path,
        samples=n.stitched.samples,
        rate=n.encoding.rate,
        size=size,
        sha256=digest,
        chapters=n.stitched.chapters,
        cues=n.stitched.cues,
        voices=n.voices,
        sidecars=tuple(beside),
        byline=n.script.byline,
        url=n.script.url,
        published=n.script.published,
        site=n.script.site,
        notes=n.notes,
    )
