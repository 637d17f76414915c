"""The table of phrases that mark what a listener should not hear, from `phrases.tsv`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

MOST_CHARACTERS = 700
"""A longer passage is prose that happens to hold the phrase."""
MOST_OF_LINE = 250
"""A longer passage is no label, whatever it looks like."""


_TAILS = {
    "<points>": r"\s*(?:[:：|»>→]|[–—-](?=\s))\s*[^\s].{4,140}",
    "<after>": r"\s*[:：|–—»>→-].{0,160}",
    "<colon>": r"\s*[:：].{0,160}",
    "<short>": r"^(?=.{0,160}\Z).*?",
}
"""What the table writes in short."""
_SENTENCE = re.compile(r"(?<![ap]\.m)[.!?。！？।\u061f\u06d4][\"”»’')\]]*\Z")
"""How a sentence ends, which no label does; “8:15 a.m.” is none."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One line of the table."""

    kind: str
    where: str
    """`line`, `label`, `any` or `never`."""
    needs: tuple[str, ...]
    wording: str
    """The pattern as the table has it, with `<points>` and its kin written out."""
    reason: str
    example: str
    """What is left out for this phrase."""
    near_miss: str
    """What looks like it and is read."""

    def matches(self, text: str) -> bool:
        """Return whether this phrase alone takes a text for furniture."""
        if self.where == "any":
            return re.search(self.wording, text, re.I) is not None
        if self.where == "label" and _SENTENCE.search(text):
            return False
        return re.match(rf"\W*(?:{self.wording})\W*\Z", text, re.I) is not None


@dataclass(frozen=True, slots=True)
class Row:
    """The phrases of one kind, place and reason, as one pattern."""

    kind: str
    where: str
    needs: tuple[str, ...]
    """Lower-case words one of which every match has, so that most lines never meet the pattern."""
    wording: str
    source: str
    """The wording as it meets a text: all of it, or any part."""
    reason: str

    @property
    def pattern(self) -> re.Pattern[str]:
        """`source` compiled, when it is first asked for: the sieve spares most texts most rows."""
        return _compiled(self.source)

    @property
    def whole(self) -> bool:
        """The pattern is the whole line, not a part of it."""
        return self.where != "any"

    @property
    def never(self) -> bool:
        """No story has such a line, however sure the classifier is."""
        return self.where == "never"


@cache
def phrases() -> tuple[Phrase, ...]:
    """All lines of the table."""
    found = []
    for line in (files("listen.clean.furniture") / "phrases.tsv").read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        kind, where, needs, wording, reason, example, near_miss = line.split("\t")
        for short, written in _TAILS.items():
            wording = wording.replace(short, written)
        words = () if needs == "-" else tuple(needs.split(","))
        found.append(Phrase(kind, where, words, wording, reason, example, near_miss))
    return tuple(found)


@cache
def table() -> tuple[Row, ...]:
    """The phrases, those that belong together as one pattern, in the table's order."""
    groups: dict[tuple[str, str, str], list[Phrase]] = {}
    for phrase in phrases():
        groups.setdefault((phrase.kind, phrase.where, phrase.reason), []).append(phrase)
    rows = []
    for (kind, where, reason), group in groups.items():
        wording = f"(?:{'|'.join(phrase.wording for phrase in group)})"
        needs = tuple(dict.fromkeys(word for phrase in group for word in phrase.needs))
        source = wording if where == "any" else rf"\W*{wording}\W*\Z"
        rows.append(Row(kind, where, needs, wording, source, reason))
    return tuple(rows)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.I)


def _any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, their common beginnings written once so that each is tried once."""
    by_first: dict[str, list[str]] = {}
    for word in words:
        if not word:
            return ""
        by_first.setdefault(word[0], []).append(word[1:])
    return "(?:" + "|".join(re.escape(c) + _any_of(rest) for c, rest in by_first.items()) + ")"


@cache
def _needed() -> re.Pattern[str]:
    """Matches where one of the words stands that the rows for parts of a line need."""
    return re.compile(_any_of(sorted({word for row in _sieve()[2] for word in row.needs})))


@cache
def _sieve() -> tuple[re.Pattern[str], tuple[Row, ...], tuple[Row, ...]]:
    """One pattern that every whole line of the table matches, and the rows for lines and for parts."""
    lines = tuple(row for row in table() if row.whole)
    parts = tuple(row for row in table() if not row.whole)
    return re.compile(rf"\W*(?:{'|'.join(row.wording for row in lines)})\W*\Z", re.I), lines, parts


@cache
def _by_kind() -> tuple[tuple[re.Pattern[str], tuple[tuple[int, Row], ...]], ...]:
    """For each class one pattern that every whole line of it matches, and its rows with their places."""
    groups: dict[str, list[tuple[int, Row]]] = {}
    for at, row in enumerate(_sieve()[1]):
        groups.setdefault(row.kind, []).append((at, row))
    return tuple(
        (re.compile(rf"\W*(?:{'|'.join(row.wording for _, row in rows)})\W*\Z", re.I), tuple(rows))
        for rows in groups.values()
    )


@cache
def _nevers() -> tuple[re.Pattern[str], tuple[Row, ...]]:
    """One pattern that every line of the table which no story has matches, and its rows."""
    rows = tuple(row for row in _sieve()[1] if row.never)
    return re.compile(rf"\W*(?:{'|'.join(row.wording for row in rows)})\W*\Z", re.I), rows


@lru_cache(maxsize=8192)
def labels(text: str) -> tuple[tuple[str, str, bool], ...]:
    """(class, reason, True) of each kind of phrase that `text` is as a whole."""
    if len(text) > MOST_OF_LINE:
        return ()
    if _sieve()[0].match(text) is None:
        return ()
    sentence = _SENTENCE.search(text) is not None
    found: list[tuple[int, tuple[str, str, bool]]] = []
    for sieve, rows in _by_kind():
        if sieve.match(text) is not None:
            for at, row in rows:
                if not (sentence and row.where == "label") and row.pattern.match(text):
                    found.append((at, (row.kind, row.reason, True)))
                    break
    return tuple(label for _, label in sorted(found))


@lru_cache(maxsize=8192)
def find(text: str) -> tuple[tuple[str, str, bool], ...]:
    """(class, reason, whole line) of each kind of phrase that `text` is or holds; empty for plain prose."""
    if len(text) > MOST_CHARACTERS:
        return ()
    out = {found[0]: found for found in labels(text)}
    lower = text.lower()
    if _needed().search(lower) is None:
        return tuple(out.values())
    for row in _sieve()[2]:
        if row.kind in out:
            continue
        for word in row.needs:
            if word in lower:
                if row.pattern.search(text):
                    out[row.kind] = (row.kind, row.reason, False)
                break
    return tuple(out.values())


@lru_cache(maxsize=8192)
def never(text: str) -> tuple[str, str] | None:
    """Class and reason of a line that no story has: a placeholder, a label of the page's own."""
    if len(text) > MOST_CHARACTERS or _nevers()[0].match(text) is None:
        return None
    return next(((row.kind, row.reason) for row in _nevers()[1] if row.pattern.match(text)), None)


def furniture(text: str) -> tuple[str, str] | None:
    """Class and reason when the whole line is a piece of page furniture, whatever stands around it."""
    return next(((kind, reason) for kind, reason, _ in labels(text)), None)
