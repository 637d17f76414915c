"""One spelling, several sounds: which sense of a word is meant, from the words around it.

The sounds are in `voices/lexicon/heteronyms.en.tsv`, the contexts in `context.en.tsv` beside it. Where the
neighbours do not tell, the answer is "" and the engine's own reading stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from listen.speech.heteronyms.forms_in_s import part_in_s
from listen.speech.heteronyms.parts import is_initial, part, state
from listen.speech.lexicon import data_folder

_PLACES = {"before": (-1,), "before2": (-2,), "after": (1,), "after2": (2,), "near": (-3, -2, -1, 1, 2, 3)}


_SIDES = {"earlier": (True, False), "later": (False, True), "clause": (True, True)}
_QUOTES = " \"'”’“‘"
_STOPS = frozenset((".", "!", "?", ";", ":", "…", "—"))
_JOINING = frozenset(
    [
        "and",
        "but",
        "that",
        "who",
        "which",
        "when",
        "where",
        "because",
        "while",
        "before",
        "after",
        "until",
        "if",
    ]
)
_ENDED = 4
"""The shortest word that an ending is looked for in, less one: "sal" is no adjective in "-al"."""
_REACH = 40
"""How many words either side "sentence" looks at: what keeps a text without full stops linear."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One condition on the neighbours."""

    places: tuple[int, ...]
    """Offsets from the word; none: anywhere in the sentence."""
    words: frozenset[str]
    wanted: bool
    endings: tuple[str, ...] = ()
    """Ends of words that fit too: "*al" in the table."""
    sides: tuple[bool, bool] | None = None
    """Without places: only this clause, what stands before the word and what after; None: the sentence."""

    first: bool = False
    """Without places: only the sentence's first word."""

    def holds(self, said: Sequence[str], at: int, ends: Sequence[str] = ()) -> bool:
        """Return whether one of the words stands there (or, where not wanted, none)."""
        if not self.places:
            nearby = said[max(0, at - _REACH) : at + _REACH]
            if self.first:
                nearby = (_first_word(said, at, ends),)
            elif self.sides:
                nearby = _clause_around(said, at, ends, *self.sides)
            return any(self._fits(word.lower()) for word in nearby) is self.wanted
        for offset in self.places:
            i = at + offset
            neighbour = said[i].lower() if 0 <= i < len(said) else "-"
            if neighbour == "a" and is_initial(said, i):
                neighbour = "a."
            if len(self.places) == 1 and neighbour != "-" and _apart(ends, *sorted((at, i))):
                neighbour = "-"  # a clause's end lies between
            if offset == -1 and at and ends[at - 1 : at] and "”" in ends[at - 1] and "”" in self.words:
                return self.wanted
            if offset == 1 and at < len(ends) and ends[at].endswith(("“", "‘")) and "“" in self.words:
                return self.wanted
            if self._fits(neighbour):
                return self.wanted
        return not self.wanted

    def _fits(self, word: str) -> bool:
        return word in self.words or (
            bool(self.endings) and len(word) > _ENDED and word.endswith(self.endings)
        )


def _clause_around(
    said: Sequence[str], at: int, ends: Sequence[str], earlier: bool, later: bool
) -> Sequence[str]:
    """The words of this clause: up to a mark or a word that begins another one."""
    start, stop = at, at + 1
    while earlier and start > max(0, at - _REACH) and not _marked(ends, start - 1):
        start -= 1
        if said[start].lower() in _JOINING:
            break
    while later and stop < min(len(said), at + _REACH) and not _marked(ends, stop - 1):
        if said[stop].lower() in _JOINING:
            break
        stop += 1
    return [*said[start:at], *said[at + 1 : stop]]


def _first_word(said: Sequence[str], at: int, ends: Sequence[str]) -> str:
    """The word that the sentence begins with, as far back as is looked at."""
    while at > 0 and not (at <= len(ends) and ends[at - 1].strip(_QUOTES) in _STOPS):
        at -= 1
    return said[at]


def _marked(ends: Sequence[str], at: int) -> bool:
    return at < len(ends) and ends[at].strip(_QUOTES) != ""


def _apart(ends: Sequence[str], first: int, last: int) -> bool:
    return any(end.strip(_QUOTES) in _STOPS for end in ends[first:last])


@dataclass(frozen=True, slots=True)
class Context:
    """One line of the table: a sense and what has to hold for it."""

    sense: str
    clauses: tuple[Clause, ...]
    capital: bool
    """Only for the word with a capital."""
    small: bool
    """Only for the word without one."""
    opening: bool = False
    """Only for the word that a clause begins with: behind a mark, or first of all."""
    part: str = ""
    """The part of speech that it must have, as far as the neighbours tell ("verb", "noun")."""


class Contexts(Mapping[str, tuple[Context, ...]]):
    """Holds the table by word; the lines of a word are read when it is first met."""

    def __init__(self, text: str) -> None:
        self._sets: dict[str, str] = {}
        self._lines: dict[str, list[list[str]]] = {}
        self._read: dict[str, tuple[Context, ...]] = {}
        for line in text.splitlines():
            first, *cells = line.split("\t")
            if not cells or line.startswith("#"):
                continue
            if first.startswith("@"):
                self._sets[first] = cells[0]
                continue
            for word in first.split():
                self._lines.setdefault(word, []).append(cells)

    def __getitem__(self, word: str) -> tuple[Context, ...]:
        if word not in self._read:
            self._read[word] = tuple(self._context(cells) for cells in self._lines[word])
        return self._read[word]

    def __contains__(self, word: object) -> bool:
        return word in self._lines

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)

    def words(self, name: str) -> frozenset[str]:
        """The words of a set: of "@pairs"."""
        return frozenset(self._sets[name].split())

    def _context(self, cells: list[str]) -> Context:
        marks = ("", "^", "_", ",", "=verb", "=noun")
        clauses = tuple(self._clause(cell) for cell in cells[1:] if cell.strip() not in marks)
        wanted = next((cell[1:] for cell in cells if cell.startswith("=")), "")
        return Context(cells[0], clauses, "^" in cells, "_" in cells, "," in cells, wanted)

    def _clause(self, cell: str) -> Clause:
        name, *names = cell.split()
        bare = name.removeprefix("not-")
        words: set[str] = set()
        for word in names:
            words |= self.words(word) if word.startswith("@") else {word}
        endings = tuple(sorted(word[1:] for word in words if word.startswith("*")))
        return Clause(
            _PLACES.get(bare, ()), frozenset(words), bare == name, endings, _SIDES.get(bare), bare == "first"
        )


@lru_cache(maxsize=1)
def contexts() -> Contexts:
    """The table that comes with the voices."""
    path = data_folder() / "context.en.tsv"
    return Contexts(path.read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def pairs() -> tuple[frozenset[str], frozenset[str]]:
    """Words that are noun and verb, and words in -ate that are verb and adjective or noun."""
    return contexts().words("@pairs"), contexts().words("@states")


def sense(said: Sequence[str], at: int, ends: Sequence[str] = ()) -> str:
    """The sense in which a word of the sentence is meant; "" if it has only one or cannot be told.

    `ends`: what follows each word in the spoken text, so that punctuation parts clauses.
    """
    word = said[at]
    low = word.lower()
    for context in contexts().get(low, ()):
        if (context.capital and not word[:1].isupper()) or (context.small and word[:1].isupper()):
            continue
        if context.opening and at and not _marked(ends, at - 1):
            continue
        if context.part and part(said, ends, at) != context.part:
            continue
        if all(clause.holds(said, at, ends) for clause in context.clauses):
            return context.sense
    nouns, states = pairs()
    if low in nouns:
        return part(said, ends, at)
    return state(said, ends, at) if low in states else ""


_OWN_PLURALS = frozenset(["house", "use"])
"""Their plurals have a sound of their own, and a row."""


def in_s(word: str) -> str:
    """The noun and verb whose form in -s this is: "presents" → "present"; "" for any other word."""
    low = word.lower()
    if not low.endswith("s") or low in contexts():
        return ""
    return next(
        (
            base
            for base in (low[:-1], low[:-2] if low.endswith("sses") else "")
            if any(base in group for group in pairs()) and base not in _OWN_PLURALS
        ),
        "",
    )


def sense_in_s(said: Sequence[str], at: int, ends: Sequence[str] = ()) -> str:
    """The sense of such a form, "" if it cannot be told."""
    return part_in_s(said, ends, at)
