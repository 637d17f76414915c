"""Words that were found before. They follow from the text, its language, the lexicon and the code of this
stage, so a narration that is made again looks them up, a paragraph at a time.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Protocol

from listen.model import SpokenWord, Utterance
from listen.speech.lexicon import Lexicon, data_folder
from listen.speech.words import speak
from listen.storage import installed

CODE = (
    *("speech", "errors.py", "model.py", "spoken_word.py"),
    *("storage/folders.py", "storage/installed.py", "storage/ready", "storage/whole.py"),
)
"""What decides which words are said for a text: modules, and folders with all of theirs.

A test holds this to what `words.py` imports."""
LONGEST_CHARS = 4000
"""A paragraph of more characters is looked up in parts, each of whole sentences."""

Said = list[list[SpokenWord]]
"""The words of each sentence of a paragraph."""


class Kept(Protocol):
    """Says where words are kept; `listen.storage.cache` is the one on disk."""

    def has_words(self, key: str) -> bool:
        """Return whether there are some, likely whole."""

    def words(self, key: str) -> Said | None:
        """The words kept under `key`, or None."""

    def put_words(self, key: str, said: Said) -> None:
        """Keep them."""


def paragraphs(utterances: Iterable[Utterance]) -> Iterator[tuple[Utterance, ...]]:
    """Cut a script into what is looked up together: sentences of one block."""
    group: list[Utterance] = []
    size = 0
    for u in utterances:
        if group and ((group[-1].block, group[-1].kind) != (u.block, u.kind) or size > LONGEST_CHARS):
            yield tuple(group)
            group, size = [], 0
        group.append(u)
        size += len(u.text)
    if group:
        yield tuple(group)


def of(
    utterances: Sequence[Utterance], lexicon: Lexicon | None, whole: bool, kept: Kept | None
) -> Iterator[Sequence[SpokenWord]]:
    """The words of each sentence of a paragraph, none for what is not said; those that a sentence has stay.

    `lexicon` and `whole` are those of `speak`. Where one has words of its own nothing is looked up.
    """
    if kept is None or any(u.words for u in utterances):
        for u in utterances:
            yield u.words or speak(u.text, u.lang, lexicon, whole)
        return
    name = key(utterances, lexicon, whole)
    said = kept.words(name)
    if said is None or len(said) != len(utterances):
        said = [list(speak(u.text, u.lang, lexicon, whole)) for u in utterances]
        kept.put_words(name, said)
    yield from said


def unknown(
    utterances: Iterable[Utterance], lexicon: Lexicon | None, whole: bool, kept: Kept
) -> Iterator[tuple[Utterance, ...]]:
    """The paragraphs whose words are neither given nor kept."""
    for group in paragraphs(utterances):
        if not any(u.words for u in group) and not kept.has_words(key(group, lexicon, whole)):
            yield group


def key(utterances: Sequence[Utterance], lexicon: Lexicon | None, whole: bool) -> str:
    """Content address of a paragraph's words: of the text, and of all that decides how it is said."""
    given = (_code(), _entries(lexicon), whole, [(u.text, u.lang) for u in utterances])
    return hashlib.sha256(repr(given).encode("utf-8", "surrogatepass")).hexdigest()


@cache
def _code() -> str:
    """Digest of this stage and its lexicons. Python's release stands for its tables of characters."""
    files = [*installed.code_files(CODE), *sorted(data_folder().glob("*.tsv"))]
    return installed.digest(files, f"{installed.release()} {sys.version}")


@lru_cache(maxsize=4)
def _entries(lexicon: Lexicon | None) -> str:
    """Digest of a lexicon that is not the one that comes with the voices alone."""
    return "" if lexicon is None else hashlib.sha256(repr(list(lexicon)).encode()).hexdigest()
