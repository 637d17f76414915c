"""The pronunciation lexicon: what a word is called, written once in IPA, with a respelling for plain engines.

A lexicon file is TSV: word or words, IPA (British reading; an American one after ` | ` where it differs),
respelling, languages it is for (`en`, `en-GB`, …; empty: every one). `#` begins a comment. The W3C's
Pronunciation Lexicon Specification is read and written too (`pls.py`).

Words are found whole, never inside another word; a word with capitals only with them ("Reading", not
"reading"; a headline's READING is not it either), a word without in any case. Possessives and plurals follow.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from listen.errors import LexiconError


@dataclass(frozen=True, slots=True)
class Entry:
    """How one word, or a few that belong together, are said."""

    word: str
    """As written; several words are apart by single spaces."""
    ipa: str = ""
    """Stress marks included; words apart by spaces."""
    ipa_us: str = ""
    """American reading where it differs."""
    respelling: str = ""
    """For engines that take only text; empty where they get the word right."""
    lang: str = ""
    """BCP 47 prefix that it holds for; empty for all."""

    def said(self, lang: str) -> str:
        """The IPA for a language tag."""
        return self.ipa_us if self.ipa_us and lang.lower().startswith("en-us") else self.ipa

    def serves(self, lang: str) -> bool:
        """Whether the entry is for this language."""
        return not self.lang or lang.lower().startswith(self.lang.lower())


class Lexicon:
    """Entries by word; later ones win over earlier ones. Immutable after it is made."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._words: dict[str, list[Entry]] = {}
        self._firsts: dict[str, int] = {}
        for entry in entries:
            self._words.setdefault(entry.word, []).append(entry)
            first, *rest = entry.word.split(" ")
            self._firsts[first] = max(self._firsts.get(first, 0), len(rest) + 1)

    def __iter__(self) -> Iterator[Entry]:
        return (entry for entries in self._words.values() for entry in entries)

    def __len__(self) -> int:
        return sum(map(len, self._words.values()))

    def __add__(self, other: Lexicon) -> Lexicon:
        """Both; where they have the same word the other one's is used."""
        return Lexicon([*self, *other])

    def longest(self, first: str) -> int:
        """How many words the longest entry has that begins with this one; 0 for none."""
        return max(self._firsts.get(first, 0), self._firsts.get(first.lower(), 0))

    def get(self, word: str, lang: str) -> Entry | None:
        """The entry for exactly this word, case as the module says."""
        for key in (word, word.lower()):
            for entry in reversed(self._words.get(key, ())):
                if entry.serves(lang):
                    return entry
        return None


def parse(text: str, name: str = "lexicon") -> Lexicon:
    """A TSV lexicon. Raises LexiconError naming the line that does not fit."""
    entries = []
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        word = " ".join(cells[0].replace("’", "'").split())
        if not word or len(cells) < 2 or not any(cells[1:3]):
            raise LexiconError(
                f"{name}, line {number}: expected a word, a tab and its IPA (or two tabs and a respelling)"
            )
        if len(cells) > 4:
            raise LexiconError(
                f"{name}, line {number}: more than four columns: word, IPA, respelling, language"
            )
        ipa, _, ipa_us = (part.strip() for part in cells[1].partition("|"))
        respelling, lang = [*cells[2:], "", ""][:2]
        entries.append(Entry(word, ipa, ipa_us, respelling, lang))
    return Lexicon(entries)


def load(path: Path) -> Lexicon:
    """A user's lexicon: PLS if it is XML, else TSV. Raises LexiconError saying what to change."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise LexiconError(
            f"{path}: cannot be read ({error.strerror}); check the path of the lexicon"
        ) from error
    except UnicodeDecodeError as error:
        raise LexiconError(f"{path}: is not UTF-8 text; save it as UTF-8") from error
    if text.lstrip()[:1] == "<":
        from listen.speech.pls import parse_pls

        return parse_pls(text, str(path))
    return parse(text, str(path))


def dump(lexicon: Lexicon) -> str:
    """The TSV that `parse` reads."""
    lines = ["# word\tIPA | American IPA\trespelling\tlanguage"]
    for e in lexicon:
        ipa = f"{e.ipa} | {e.ipa_us}" if e.ipa_us else e.ipa
        lines.append(f"{e.word}\t{ipa}\t{e.respelling}\t{e.lang}".rstrip("\t"))
    return "\n".join(lines) + "\n"


@lru_cache(maxsize=1)
def builtin() -> Lexicon:
    """The lexicons that come with the voices."""
    folder = files("listen.voices") / "lexicon"
    lexicon = Lexicon()
    for path in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if path.name.endswith(".tsv"):
            lexicon = lexicon + parse(path.read_text(encoding="utf-8"), path.name)
    return lexicon
