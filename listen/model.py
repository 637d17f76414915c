"""The nouns that stages hand to each other: frozen values, and which language a tag of theirs names.

fetch ─► Source ─► clean ─► Article ─► segment + speech ─► Script ─► render ─► Clip, Run ─► stitch ─► Episode

Offsets are characters, spans are half open [start, end), times end in `_ms` or count samples, rates are Hz.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from listen.spoken_word import SpokenWord as SpokenWord

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    Samples = NDArray[np.float32]  # mono, one axis, full scale is ±1.0

BlockKind = Literal[
    "heading", "paragraph", "quote", "list_item", "table", "code", "formula", "figure", "footnote"
]
UtteranceKind = Literal[
    "title",
    "heading",
    "paragraph",
    "quote",
    "list_item",
    "table",
    "code",
    "formula",
    "figure",
    "footnote",
    "notice",
]

_OTHER = (
    "am ar be bg bn cmn el fa gu he hi hy ja ka km kn ko ml mn mr my ne pa ru si ta te th uk ur yi yue zh"
)
OTHER_SCRIPTS = frozenset(_OTHER.split())
"""Languages that are not written in Latin letters."""


def primary(lang: str) -> str:
    """Return the language of a tag, without script and region: `pt-BR` → `pt`."""
    return lang.replace("_", "-").split("-")[0].lower()


@dataclass(frozen=True, slots=True)
class Source:
    """Holds what `fetch` brought: the bytes of one document and what is known of them."""

    data: bytes
    """The document, transfer encodings undone (gzip, br), character encoding untouched."""
    name: str
    """How the user called it: a path, a URL, or `-`."""
    url: str | None = None
    """Final URL after redirects; None for a file or standard input."""
    media_type: str | None = None
    """Lower-case MIME type without parameters, from the server or the file's name; None if unknown."""
    charset: str | None = None
    """Character encoding the server declared, if any."""
    public_only: bool = False
    """It was fetched for somebody else: what it leads to may only be fetched from public addresses."""


@dataclass(frozen=True, slots=True)
class Block:
    """One block of an article's body, as the page has it."""

    kind: BlockKind
    text: str
    """Plain text, white space folded to single spaces (`code` keeps its lines). A table's cells are
    joined with ` | ` and its rows with line feeds; `rows` has them apart. A figure's is its caption."""
    level: int | None = None
    """heading: 1–6; list_item: nesting depth from 1."""
    number: int | None = None
    """list_item of an ordered list: its number; footnote: its number."""
    speaker: str | None = None
    """quote: whom the page names as its speaker."""
    lang: str | None = None
    """BCP 47 tag where the block's language differs from the article's."""
    rows: tuple[tuple[str, ...], ...] = ()
    """table: cells by row, the header row first when there is one."""
    alt: str | None = None
    """figure: the image's alternative text; formula: its source (TeX or MathML as text); table: its title."""

    @property
    def said(self) -> str:
        """All that the page says there: the text, under its title where a table has one."""
        return f"{self.alt}\n{self.text}" if self.kind == "table" and self.alt else self.text


@dataclass(frozen=True, slots=True)
class Article:
    """The story and nothing else."""

    title: str
    lang: str
    """BCP 47, for example `en-GB`; `und` when unknown."""
    blocks: Sequence[Block]
    byline: str | None = None
    """Author or authors as printed, without "By"."""
    url: str | None = None
    """Canonical link."""
    published: str | None = None
    """ISO 8601 date, or date and time with offset."""
    site: str | None = None
    """The publication's name."""
    image: str | None = None
    """URL or path of the lead picture."""

    @property
    def text(self) -> str:
        """The body as plain text, a blank line between blocks; the title is not part of it."""
        return "\n\n".join(block.text for block in self.blocks)


@dataclass(frozen=True, slots=True)
class Utterance:
    """One sentence to be spoken without a break."""

    id: str
    """`s1`, `s2`, …: unique in the script, the cue's id, the anchor on the page."""
    text: str
    """The writer's own words, as captions show them."""
    words: tuple[SpokenWord, ...]
    """What is said; spans are ordered and lie inside `text`."""
    kind: UtteranceKind = "paragraph"
    lang: str = "en"
    """BCP 47."""
    block: int = -1
    """Index of the block in the article's body; −1 for the title and for notices of our own."""
    start: int = 0
    """Where `text` begins in that block's text."""
    pause_ms: int = 0
    """Silence between its last sound and the next utterance's first."""
    chapter: str = ""
    """Title of the chapter that it opens; empty if it opens none of its own."""
    voice: str = ""
    """Name of the voice that says it; empty for the episode's main voice."""

    @property
    def spoken(self) -> str:
        """The plain spoken sentence."""
        return "".join(w.before + w.text + w.after for w in self.words).strip()

    def but(
        self, id_: str | None = None, words: tuple[SpokenWord, ...] | None = None, pause_ms: int | None = None
    ) -> Utterance:
        """Return the utterance with these in place of its own: `dataclasses.replace` in two fifths of the
        time, for what happens to every sentence of a book.
        """
        return Utterance(
            self.id if id_ is None else id_,
            self.text,
            self.words if words is None else words,
            self.kind,
            self.lang,
            self.block,
            self.start,
            self.pause_ms if pause_ms is None else pause_ms,
            self.chapter,
            self.voice,
        )


@dataclass(frozen=True, slots=True)
class Script:
    """Everything that will be said, in order."""

    title: str
    lang: str
    utterances: Sequence[Utterance]
    chapter_ms: int = 0
    """0: the chapters are those the utterances open. More: a paragraph that begins this long or longer
    after the last chapter began opens one too, titled with its opening words."""
    byline: str | None = None
    url: str | None = None
    published: str | None = None
    site: str | None = None
    image: str | None = None

    @property
    def chars(self) -> int:
        """Characters of all that will be said, as written."""
        return sum(len(u.text) for u in self.utterances)


@dataclass(frozen=True, slots=True)
class Pace:
    """Says how long a voice takes, to tell lost or repeated speech from whole speech.

    Times are of sound at rate 1, pauses left out. Fitted by `tests/bench/calibrate.py`.
    """

    base_ms: float
    """Time that any utterance takes besides what follows."""
    vowel_ms: float
    """Time of a vowel."""
    consonant_ms: float
    """Time of a consonant."""
    long_ms: float
    """What a long vowel or a diphthong takes more."""
    clause_ms: float
    """By how much a word is drawn out before punctuation."""
    spread: float
    """Relative standard deviation of measured by expected time over the calibration text."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One voice, as its file in `voices/` describes it."""

    name: str
    """What `--voice` takes."""
    engine: str
    """Name of the engine that speaks it."""
    id: str
    """What the engine calls it."""
    lang: str
    """BCP 47."""
    rate: int
    """Its own sample rate, Hz."""
    licence: str
    credit: str
    """Who made it, as tags and sidecars name it."""
    gain_db: float | None = None
    """Gain that brings it to the target loudness before the limiter; None: not calibrated yet."""
    pace: Pace | None = None
    """None until calibrated: then a lenient one serves."""
    about: str = ""
    """One line for `listen voices`."""


@dataclass(frozen=True, slots=True, eq=False)
class Clip:
    """Holds what an engine made of one utterance."""

    samples: Samples
    rate: int
    words: tuple[tuple[int, int], ...] = ()
    """Sample span of each of the utterance's words, where the engine can tell; else empty."""
    onset: int = 0
    """Sample at which the first word is heard; before it lies at most its soft beginning."""


@dataclass(frozen=True, slots=True)
class Span:
    """An utterance's place within a run, in samples of the run's rate."""

    start: int
    end: int
    words: tuple[tuple[int, int], ...] = ()
    """One span for each spoken word; empty when the engine cannot tell."""
    doubt: str = ""
    """Why the sound could not be proven to be the whole sentence; empty when it was."""
    voice: str = ""
    """Name of the voice that says it in place of its own; empty: its own."""


@dataclass(frozen=True, slots=True)
class Run:
    """Encoded frames of one passage. Its first sample sounds `mp3.DELAY` samples after its first frame."""

    frames: bytes | memoryview
    """MPEG audio frames only: no tag, no Info header. Those from the cache are a part of what was read."""
    count: int
    """How many frames."""
    length: int
    """Samples of speech that went in; spans lie in [0, length)."""
    spans: tuple[Span, ...]
    """One for each utterance of the passage."""


@dataclass(frozen=True, slots=True)
class WordTime:
    """One written word's time, for highlighting."""

    start: int
    """Span in the cue's text."""
    end: int
    start_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True)
class Cue:
    """Says when one utterance sounds."""

    id: str
    text: str
    start_ms: int
    end_ms: int
    words: tuple[WordTime, ...] = ()
    kind: UtteranceKind = "paragraph"
    block: int = -1
    voice: str = ""
    lang: str = ""
    unproven: str = ""
    """Why its sound could not be proven to be the whole sentence; empty when it was."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A place to skip to. The first starts at 0, each ends where the next starts, the last at the end."""

    title: str
    start_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True)
class Episode:
    """A finished narration and its clock."""

    title: str
    lang: str
    path: Path
    """The MP3."""
    samples: int
    """Exact decoded length."""
    rate: int
    """Hz."""
    size: int
    """Bytes of the MP3."""
    sha256: str
    chapters: tuple[Chapter, ...]
    cues: Sequence[Cue]
    voices: tuple[Voice, ...]
    """The main voice first."""
    sidecars: tuple[Path, ...] = ()
    byline: str | None = None
    url: str | None = None
    published: str | None = None
    site: str | None = None
    notes: tuple[str, ...] = field(default=())
    """What the user should know: a passage skipped, a voice replaced."""

    @property
    def duration_ms(self) -> int:
        """Length, rounded down so that nothing lies beyond it."""
        return self.samples * 1000 // self.rate
