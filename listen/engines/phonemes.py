"""Spoken words to the phonemes that hibari (and Kokoro) were trained on, one group for each word.

hibari's own reader does the work on the whole sentence, because how "the", "to" or "read" sounds depends on
what stands around it. Its tokens are laid over the words by their characters, and a word's own pronunciation,
where a lexicon has one, takes the place of the reader's before the context is worked out.
"""

from __future__ import annotations

import contextlib
import gc
import re
import sys
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING

from listen.engines import phoneme_tables
from listen.engines.onnx_loading import loaded
from listen.engines.phoneme_groups import JOIN, NOTHING
from listen.errors import EngineError
from listen.model import SpokenWord, Utterance

if TYPE_CHECKING:
    from types import ModuleType
    from typing import Any

ARTICLE, AS_LETTER = "ɐ", "ˈA"
"""How the article sounds, and how the reader spells it after an opening quotation mark."""
PUNCTUATION = frozenset(";:,.!?—…“”")
OPENING = str.maketrans({"‘": "“", "'": "“", '"': "“", "„": "“", "«": "“", "‒": "—", "―": "—"})
CLOSING = str.maketrans({"’": "”", "'": "”"})
APOSTROPHE = str.maketrans({"’": "", "'": ""})
CLOSING_DOUBLE = str.maketrans({'"': "”", "»": "”", "‒": "-", "―": "—"})
LAST_LATIN = 0x24F
CUT_LETTERS = 3
"""How far from the middle a long word may be cut, in letters."""
_SYLLABLE = re.compile(r"(?<=\w)[^\W\daeiouyAEIOUY][aeiouyAEIOUY]")
SCRIPTS = {
    "CYRILLIC": "zle/ru",
    "GREEK": "grk/el",
    "HEBREW": "sem/he",
    "ARABIC": "sem/ar",
    "ARMENIAN": "ine/hy",
    "GEORGIAN": "ccs/ka",
    "DEVANAGARI": "inc/hi",
    "BENGALI": "inc/bn",
    "TAMIL": "dra/ta",
    "TELUGU": "dra/te",
    "THAI": "tai/th",
    "HANGUL": "ko",
    "HIRAGANA": "jpx/ja",
    "KATAKANA": "jpx/ja",
    "CJK": "sit/cmn",
}
"""The espeak-ng voice that reads a script."""


class Phonemizer:
    """hibari's dictionaries, tagger and reader, loaded once (about 100 MB)."""

    def __init__(self, british: bool) -> None:
        self.lang = "en-GB" if british else "en-US"
        reader = _reader()
        with _uncollected():  # a million strings, none of them garbage
            self.reader: Any = reader.G2P(british=british, oov=_UnknownWords(british))

    def words(self, utterance: Utterance) -> list[str]:
        """One group of phonemes for each of the utterance's words."""
        text, owners = lay_out(utterance.words)
        tokens = self.reader.tokenize(text)
        self._override(tokens, utterance.words, owners)
        groups = [""] * len(utterance.words)
        at = 0
        owner = 0
        for token in self.reader.phonemize_tokens(tokens):
            owner = owners[at] if at < len(owners) else owner
            sound = token.phonemes or ""
            if utterance.words[owner].text in ("a", "A") and not utterance.words[owner].ipa:
                sound = sound.replace(AS_LETTER, ARTICLE)
            groups[owner] += sound + (JOIN if token.whitespace else "")
            at += sum(not c.isspace() for c in token.text)
        return [group.strip(JOIN + " ").replace(" ", JOIN) or NOTHING for group in groups]

    def _override(self, tokens: list[Any], words: tuple[SpokenWord, ...], owners: list[int]) -> None:
        """Put pronunciations on the first token of each word that has one."""
        readings = [word.ipa or foreign(word.text) for word in words]
        if not any(readings):
            return
        from listen.speech.alphabets import to_misaki

        done: set[int] = set()
        at = 0
        for token in tokens:
            word = owners[at] if at < len(owners) else -1
            at += sum(not c.isspace() for c in token.text)
            if word < 0 or not readings[word] or not any(c.isalnum() for c in token.text):
                continue
            said = "" if word in done else to_misaki(readings[word], self.lang)
            token.phonemes = said + "".join(c for c in token.text if c in PUNCTUATION)
            token.rating = 5
            done.add(word)


def package() -> Path:
    """The folder of hibari's package. Raises EngineError where it is not installed."""
    spec = find_spec("hibari")
    if spec is None or not spec.submodule_search_locations:
        raise EngineError("hibari is not installed: pip install hibari-tts")
    return Path(spec.submodule_search_locations[0])


class _UnknownWords:
    """The reader of words that are in no dictionary, given no more letters at once than it takes.

    What is beyond them it would leave out. Its network is loaded when the first such word comes.
    """

    def __init__(self, british: bool) -> None:
        self.file = "oov_gb.onnx" if british else "oov.onnx"
        self.network: Any = None

    def __call__(self, word: str) -> str:
        """The word's phonemes, with its main stress in the last part of a long one."""
        if self.network is None:
            loaded()  # the network's module imports it
            reader = import_module(f"{_reader().__name__}.oov")
            self.network = reader.OOV(str(package() / "assets" / self.file))
        *first, last = (self.network(part) or "" for part in parts(word, self.network.maxlen))
        return "".join(part.replace("ˈ", "ˌ") for part in first) + last


def parts(word: str, longest: int) -> list[str]:
    """The word in as few parts of at most `longest` letters as there can be, all about equally long.

    Each is cut off before a consonant that a vowel follows where one is near.
    """
    count = -(-len(word) // longest)
    cuts = [0]
    for n in range(1, count):
        ideal = len(word) * n // count
        room = min(CUT_LETTERS, longest - (ideal - cuts[-1]), longest - -(-len(word) // count))
        near = sorted(range(ideal - max(room, 0), ideal + max(room, 0) + 1), key=lambda at: abs(at - ideal))
        cuts.append(next((at for at in near if _SYLLABLE.match(word, at)), ideal))
    return [word[a:b] for a, b in zip(cuts, [*cuts[1:], len(word)], strict=True)]


@cache
def _reader() -> ModuleType:
    """Return `hibari.g2p`, under a name of its own: its package would bring its speech along, and scipy.

    Raises EngineError where it is not installed.
    """
    folder = package() / "g2p"
    spec = spec_from_file_location(
        "listen_hibari_g2p", folder / "__init__.py", submodule_search_locations=[str(folder)]
    )
    if spec is None or spec.loader is None:
        raise EngineError("hibari lacks its reader: pip install 'hibari-tts>=0.2.1,<0.3'")
    module = module_from_spec(spec)
    sys.modules[spec.name] = module  # its own parts ask for it there
    spec.loader.exec_module(module)
    vars(module)["_load_json"] = _table  # its own reads every entry of them at once
    return module


def _table(name: str) -> Any:
    return phoneme_tables.read(package() / "assets" / name)


@contextlib.contextmanager
def _uncollected() -> Iterator[None]:
    """Nobody looks for garbage meanwhile."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


def lay_out(words: tuple[SpokenWord, ...]) -> tuple[str, list[int]]:
    """The sentence, a space between any two words, and the word that each visible character belongs to.

    Quotation marks become the curly double ones that the voice was trained on; a single one that closes
    nothing is an apostrophe.
    """
    pieces: list[str] = []
    owners: list[int] = []
    open_quotes = 0
    for index, word in enumerate(words):
        before = word.before.translate(OPENING)
        open_quotes += before.count("“")
        after = word.after if word.after[-1:].isspace() or not word.after else word.after.rstrip("-/") + " "
        if "’" in after or "'" in after:
            after = after.translate(CLOSING if open_quotes else APOSTROPHE)
        after = after.translate(CLOSING_DOUBLE)
        open_quotes = max(0, open_quotes - after.count("”"))
        piece = before + word.text.replace("’", "'") + (after or " ")
        pieces.append(piece)
        owners.extend([index] * sum(not c.isspace() for c in piece))
    return "".join(pieces).strip(), owners


def foreign(word: str) -> str:
    """IPA of a word in another script than ours, as espeak-ng reads it in the language of that script.

    hibari's reader knows Latin letters alone. Empty for words in these.
    """
    letter = next((c for c in word if c.isalpha() and ord(c) > LAST_LATIN), "")
    voice = SCRIPTS.get(unicodedata.name(letter, "").split(" ")[0]) if letter else None
    if voice is None:
        return ""
    from listen.engines.espeak.espeak_library import library

    return " ".join(library().phonemes(word, voice).split())
