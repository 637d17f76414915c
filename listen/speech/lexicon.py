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
from pathlib import Path

from listen.errors import LexiconError
from listen.speech.writing import patterns as re
from listen.storage.installed import voices_folder


@dataclass(frozen=True, slots=True)
class Entry:
    """Says how one word, or a few that belong together, are said."""

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
    sense: str = ""
    """Which of several sounds: "metal" of "lead (metal)"; chosen by `heteronyms.py`."""

    def said(self, lang: str) -> str:
        """The IPA for a language tag."""
        return self.ipa_us if self.ipa_us and lang.lower().startswith("en-us") else self.ipa

    def serves(self, lang: str) -> bool:
        """Return whether the entry is for this language."""
        return not self.lang or lang.lower().startswith(self.lang.lower())


class Lexicon:
    """Entries by word; later ones win over earlier ones. Immutable after it is made."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._words: dict[str, list[Entry]] = {}
        self._senses: dict[str, list[Entry]] = {}
        self._firsts: dict[str, int] = {}
        self._respellings: dict[tuple[str, str], str] = {}
        for entry in entries:
            self._add(entry)

    def _add(self, entry: Entry) -> None:
        parts = entry.word.split(" ")
        if entry.sense:
            self._senses.setdefault(f"{entry.word} ({entry.sense})", []).append(entry)
        else:
            self._words.setdefault(entry.word, []).append(entry)
            self._firsts[parts[0]] = max(self._firsts.get(parts[0], 0), len(parts))
        for ipa in {entry.ipa, entry.ipa_us or entry.ipa}:
            if len(parts) == 1:
                self._respellings[entry.word.lower(), ipa] = entry.respelling
                continue
            sounds, spelled = ipa.split(" "), entry.respelling.split(" ")
            if len(parts) == len(sounds) == len(spelled):
                for part, sound, respelling in zip(parts, sounds, spelled, strict=True):
                    self._respellings[part.lower(), sound] = respelling

    def __iter__(self) -> Iterator[Entry]:
        tables = (*self._words.values(), *self._senses.values())
        return (entry for entries in tables for entry in entries)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __add__(self, other: Lexicon) -> Lexicon:
        """Both; where they have the same word the other one's is used."""
        return Lexicon([*self, *other])

    def longest(self, first: str) -> int:
        """Return how many words the longest entry has that begins with this one; 0 for none."""
        return max(self._firsts.get(first, 0), self._firsts.get(first.lower(), 0))

    def get(self, word: str, lang: str) -> Entry | None:
        """The entry for exactly this word, case as the module says."""
        for key in (word, word.lower()):
            for entry in reversed(self._words.get(key, ())):
                if entry.serves(lang):
                    return entry
        return None

    def sense(self, word: str, sense: str, lang: str) -> Entry | None:
        """The entry for a word in one of its senses."""
        for key in (word, word.lower()):
            for entry in reversed(self._senses.get(f"{key} ({sense})", ())):
                if entry.serves(lang):
                    return entry
        return None

    def respelling(self, word: str, ipa: str) -> str:
        """Return how to write this word, said so, for an engine that takes only text; "" to leave it."""
        return self._respellings.get((word.lower(), ipa), "")


_SENSE = re.compile(r"([^()]{1,200}) \((\w{1,40})\)\Z")


def parse(text: str, name: str = "lexicon", lang: str = "") -> Lexicon:
    """A TSV lexicon; `lang`: of entries that name none. Raises LexiconError naming the line that fails."""
    return Lexicon(_entries(text, name, lang))


def _entries(text: str, name: str, lang: str) -> list[Entry]:
    entries = []
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        first, *cells = map(str.strip, line.split("\t"))
        word = " ".join(first.replace("’", "'").split())
        if not word or not any(cells[:2]):
            raise LexiconError(
                f"{name}, line {number}: expected a word, a tab and its IPA (or two tabs and a respelling)"
            )
        if len(cells) > 3:
            raise LexiconError(
                f"{name}, line {number}: more than four columns: word, IPA, respelling, language"
            )
        ipa, _, ipa_us = map(str.strip, cells[0].partition("|"))
        respelling, only = [*cells[1:], "", ""][:2]
        sense = ""
        if " " in word:
            m = _SENSE.match(word)
            word, sense = m.groups() if m else (word, "")
            if ipa and any(len(i.split()) != len(word.split()) for i in (ipa, ipa_us or ipa)):
                raise LexiconError(f"{name}, line {number}: the IPA must have as many words as {word!r}")
        entries.append(Entry(word, ipa, ipa_us, respelling, only or lang, sense))
    return entries


def dump(lexicon: Lexicon) -> str:
    """The TSV that `parse` reads."""
    lines = ["# word\tIPA | American IPA\trespelling\tlanguage"]
    for e in lexicon:
        ipa = f"{e.ipa} | {e.ipa_us}" if e.ipa_us else e.ipa
        word = f"{e.word} ({e.sense})" if e.sense else e.word
        lines.append(f"{word}\t{ipa}\t{e.respelling}\t{e.lang}".rstrip("\t"))
    return "\n".join(lines) + "\n"


def data_folder() -> Path:
    """Return where the lexicons lie."""
    return voices_folder() / "lexicon"


@lru_cache(maxsize=1)
def builtin() -> Lexicon:
    """The lexicons that come with the voices."""
    folder = data_folder()
    entries: list[Entry] = []
    for path in sorted(folder.glob("*.tsv")):
        if not path.name.startswith("context"):
            lang = path.name.split(".")[-2]  # names.en.tsv
            entries += _entries(path.read_text(encoding="utf-8"), path.name, lang)
    return Lexicon(entries)
