"""A stitched narration → files under their final names: the tagged MP3 and its sidecars."""

from __future__ import annotations

from pathlib import Path

from listen import casting, mp3, output, sidecars, stitch, titles
from listen.errors import AudioError
from listen.model import Episode, Script

NOTICE = "Synthetic narration"


def target(out: str | Path | None, title: str) -> Path:
    """Where the MP3 goes: `out` itself, or a file named after the title in the folder `out`, or here."""
    path = Path(out) if out else Path()
    if out is None or path.is_dir():
        return path / f"{titles.file_name(title)}.mp3"
    return path


def finals(mp3_path: Path, with_sidecars: bool) -> list[Path]:
    """Every file that will be written: sidecars first, the MP3 last."""
    beside = [output.sidecar(mp3_path, ending) for ending in output.SIDECARS] if with_sidecars else []
    return [*beside, mp3_path]


def cover(path: Path | None) -> bytes:
    """The picture's bytes, or none. Raises AudioError when it cannot be read."""
    if path is None:
        return b""
    try:
        return path.read_bytes()
    except OSError as error:
        raise AudioError(
            f"cannot read the cover {path}: {error.strerror}; give a JPEG or PNG file"
        ) from error


def publish(
    box: output.Outbox,
    path: Path,
    frames: Path,
    stitched: stitch.Stitched,
    encoding: mp3.Encoding,
    script: Script,
    cast: casting.Cast,
    picture: bytes,
    with_sidecars: bool,
) -> Episode:
    """Write everything beside its final name, then rename all of it, the MP3 last."""
    voices = tuple(cast.by_name.values())
    credit = "; ".join(casting.credits_of(voices))
    lines = sidecars.credit_lines(
        script.byline, script.site, script.published, script.url, casting.credits_of(voices)
    )
    tag = mp3.Tag(
        title=script.title,
        show=script.site or "",
        artist=script.byline or "",
        published=script.published or "",
        lang=script.lang,
        comment=" ".join(lines),
        url=script.url or "",
        voice=credit,
        notice=NOTICE,
        cover=picture,
    )
    size, digest = stitch.write_mp3(frames, box.part(path), encoding, stitched, tag)
    written = finals(path, with_sidecars)
    episode = Episode(
        title=script.title,
        lang=script.lang,
        path=path,
        samples=stitched.samples,
        rate=encoding.rate,
        size=size,
        sha256=digest,
        chapters=stitched.chapters,
        cues=stitched.cues,
        voices=voices,
        sidecars=tuple(written[:-1]),
        byline=script.byline,
        url=script.url,
        published=script.published,
        site=script.site,
        notes=cast.notes,
    )
    makers = (sidecars.captions, sidecars.words_json, sidecars.chapters_json)
    for final, maker in zip(written[:-1], makers, strict=False):
        box.part(final).write_text(maker(episode), encoding="utf-8", newline="\n")
    box.publish(written)
    return episode
