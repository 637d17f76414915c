"""A stitched narration → files under their final names: the tagged MP3 and its sidecars."""

from __future__ import annotations

import itertools
import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from operator import attrgetter
from pathlib import Path

from listen import mp3
from listen.casting.cast import Cast, credits_of
from listen.errors import AudioError
from listen.formats import forms, sidecars
from listen.model import Article, Episode, Script, Voice
from listen.options import Options
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
        """Return who is heard, the main voice first, those who helped out last."""
        helped = (span.voice for _, span in self.stitched.remarkable if span.voice)
        return tuple(self.cast.with_spares(helped).by_name.values())

    @property
    def credits(self) -> list[str]:
        """The voices' credits."""
        return credits_of(self.voices)


def target(out: str | Path | None, title: str, options: Options) -> Path:
    """Return where the episode goes: `out` itself, or a file named after the title in the folder `out`, or
    here.

    A file that is named after its title gets a number where another has that name, unless `force` is set. A
    folder that `out` names with a slash at its end is made. Raises OutputError for one that cannot be.
    """
    path = Path(out) if out else Path()
    folder = out is None or path.is_dir()
    if out is not None and not folder and str(out).endswith(("/", os.sep)):
        try:
            path.mkdir(parents=True)
        except OSError as error:
            raise outbox.output_error(error, path) from error
        folder = True
    if not folder:
        return path
    name = file_names.file_name(title)
    numbers = itertools.chain([""], (f" {n}" for n in itertools.count(2)))
    names = (path / f"{name}{number}{forms.MP3}" for number in numbers)
    return next(p for p in names if options.force or not any(f.exists() for f in finals(p, options)))


def finals(path: Path, options: Options) -> list[Path]:
    """Every file that will be written: what stands beside the MP3, then the MP3; or what stands alone."""
    if forms.alone(path):
        return [path]
    return [*(outbox.sidecar(path, form.ending) for form in forms.beside(options)), path]


def check(path: Path, options: Options) -> None:
    """See, before any work is done, that what is asked for can be written here.

    Raises OutputError for a file that is there and may not be replaced, or that cannot be an episode, and
    AudioError for a form that cannot be made.
    """
    outbox.check_free(finals(path, options), options.force)
    single = forms.alone(path)
    for form in [single] if single else forms.beside(options):
        form.require()


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
    single = forms.alone(path)
    written = finals(path, options)
    audio = box.part(path.with_name(path.name + forms.MP3) if single else path)
    tag, episode = _tag(narration), _episode(narration, path, written[:-1])
    files = {} if single else dict(zip(forms.beside(options), episode.sidecars, strict=True))
    with ThreadPoolExecutor(1) as beside:
        writing = beside.submit(clock.write_mp3, frames, audio, narration.encoding, narration.stitched, tag)
        for form in filter(attrgetter("apart"), files):
            material = forms.Material(episode, narration.article, audio, narration.cover)
            form.write(box.part(files[form]), material)
    size, digest = writing.result()
    episode = replace(episode, size=size, sha256=digest)
    material = forms.Material(episode, narration.article, audio, narration.cover)
    for form in itertools.filterfalse(attrgetter("apart"), files):
        form.write(box.part(files[form]), material)
    if single:
        single.write(box.part(path), material)
        size, digest = outbox.size_and_digest(box.part(path))
        episode = replace(episode, size=size, sha256=digest)
    box.publish(written, options.force)
    return episode


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


def _episode(n: Narration, path: Path, beside: list[Path]) -> Episode:
    """The episode, its MP3's size and digest not known yet."""
    return Episode(
        title=n.script.title,
        lang=n.script.lang,
        path=path,
        samples=n.stitched.samples,
        rate=n.encoding.rate,
        size=0,
        sha256="",
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
