"""This module says what a user can set, as one value that is handed down the pipeline."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from listen.errors import ListenError

Chapters = Literal["auto", "headings", "paragraphs", "none"]
Profile = Literal["voice", "podcast"]
Pace = Literal["natural", "steady"]

SLOWEST, FASTEST = 0.5, 2.0


@dataclass(frozen=True, slots=True)
class Options:
    """Settings of one narration; the defaults are what `listen make SOURCE` does."""

    engine: str | None = None
    """Engine that must speak; None: that of the voice, or the best for the article's language."""
    quote_voice: str | None = None
    """Voice for block quotes; None: the main voice."""
    rate: float = 1.0
    """Speed of speech, 0.5–2; the voice's own pace is 1."""
    chapters: Chapters = "auto"
    pace: Pace = "natural"
    """`natural`: pauses between sentences vary as a reader's do; `steady`: they are all alike."""
    profile: Profile = "voice"
    """`voice`: the main voice's own sample rate, 80 kbit/s; `podcast`: 44.1 kHz, 112 kbit/s."""
    bitrate: int | None = None
    """kbit/s; None: the profile's."""
    intro: Path | None = None
    outro: Path | None = None
    bed: Path | None = None
    cover: Path | None = None
    lexicon: Path | None = None
    keep: frozenset[str] = frozenset()
    """Classes of left-out text to read after all."""
    disclose: bool = False
    """Say at the end that the voice is synthetic."""
    strict: bool = False
    """Fail on a sentence whose sound could not be proven whole, in place of keeping the best of it."""
    jobs: int | None = None
    """Rendering processes; None: one for each core."""
    cache: bool = True
    sidecars: bool = True
    page: bool = False
    """Write the read-along page beside the MP3."""
    epub: bool = False
    """Write an EPUB with the text and the audio beside the MP3."""
    also: frozenset[str] = frozenset()
    """More forms of the episode to write beside the MP3: names from `listen.formats.forms.FORMS`."""
    force: bool = False
    """Replace existing files."""

    def __post_init__(self) -> None:
        if not SLOWEST <= self.rate <= FASTEST:
            raise ListenError(f"rate {self.rate:g} is out of range: give {SLOWEST} to {FASTEST}")
        if self.jobs is not None and self.jobs < 1:
            raise ListenError(f"jobs {self.jobs} makes no sense: give 1 or more")
