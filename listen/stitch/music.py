"""Intro, outro and bed, brought to the narration's loudness and rate, and the track they are laid on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

from listen import audio, mp3
from listen.options import Options
from listen.stitch.tracks import BedTrack, FrameTrack, Track

if TYPE_CHECKING:
    from listen.model import Samples

FADE_IN_MS = 15
FADE_OUT_MS = 800


@dataclass(frozen=True, slots=True, eq=False)
class Music:
    """Holds what plays around the words; None for what was not asked for."""

    intro: Samples | None = None
    outro: Samples | None = None
    bed: audio.Bed | None = None

    @property
    def as_pcm(self) -> bool:
        """Return whether passages must come as samples, to be mixed with the bed."""
        return self.bed is not None

    def track(self, out: IO[bytes], encoding: mp3.Encoding) -> Track:
        """Frames joined to frames; with a bed one stream that is mixed and encoded as it comes."""
        if self.bed is None:
            return FrameTrack(out, encoding)
        return BedTrack(out, encoding, self.bed)


def load(options: Options, rate: int) -> Music:
    """The jingles that the options name. Raises AudioError for one that cannot be used."""
    bed = None
    if options.bed:
        samples, own_rate = audio.load(options.bed)
        bed = audio.make_bed(samples, own_rate, rate, audio.TARGET_LUFS)
    return Music(_jingle(options.intro, rate), _jingle(options.outro, rate), bed)


def _jingle(path: Path | None, rate: int) -> Samples | None:
    if path is None:
        return None
    samples, own_rate = audio.load(path)
    levelled = audio.normalise_to(audio.resample(samples, own_rate, rate), rate, audio.TARGET_LUFS)
    return audio.limit(audio.fade(levelled, rate, FADE_IN_MS, FADE_OUT_MS), rate)
