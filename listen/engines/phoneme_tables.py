"""The tables of hibari's reader, their entries left as they stand until one is asked for.

An article meets a few thousand of two hundred thousand words and eighty thousand features: to take them all
out of their JSON is a third of the time in which a short text is spoken, and most of the memory. So each
table is made into sorted lines once, which are kept and looked up where they are.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterable
from operator import methodcaller
from pathlib import Path
from typing import Any

from listen.engines import sealed

_WEIGHTS = b',"weights":{'
_FORM = "1"
"""To be raised when the lines change."""
_MANY = 4000
"""After so many lines the rest is parted too: one of a list is found in a tenth of the time."""


class Lines:
    """Sorted lines, each a key, a zero byte and what is said of the key. Raises ValueError for others."""

    def __init__(self, text: bytes, count: int | None = None) -> None:
        if count is not None and not text.count(b"\n") == text.count(b"\0") == count:
            raise ValueError("a key or what is said of it has a sign that parts them")
        self.text = text
        self._parted: list[bytes] = []
        self._asked = 0

    @classmethod
    def of(cls, lines: Iterable[bytes]) -> Lines:
        """These lines, put in order."""
        ordered = sorted(lines)
        return cls(b"".join(line + b"\n" for line in ordered), len(ordered))

    def get(self, key: bytes) -> bytes | None:
        """Return what is said of the key; None for one that is not there."""
        wanted, text = key + b"\0", self.text
        self._asked += 1
        if self._asked > _MANY or not text:
            return self._in_list(wanted, text)
        low, high = 0, len(text)
        while low < high:
            begin = text.rfind(b"\n", low, (low + high) // 2) + 1 or low
            found = text[begin : begin + len(wanted)]  # the zero byte, or another, is before the line's end
            if found == wanted:
                return text[begin + len(wanted) : text.index(b"\n", begin)]
            if found < wanted:
                low = text.index(b"\n", begin) + 1
            else:
                high = begin
        return None

    def _in_list(self, wanted: bytes, text: bytes) -> bytes | None:
        if text:  # another thread may do the same
            self._parted = text[:-1].split(b"\n")
            self.text = b""
        at = bisect_left(self._parted, wanted)
        there = at < len(self._parted) and self._parted[at].startswith(wanted)
        return self._parted[at][len(wanted) :] if there else None


def read(path: Path) -> Any:
    """Return the table in a JSON file, packed or not. What is not in the form that is known is read whole."""
    dictionary, numbers = path.name.startswith("lexicon_"), path.name.startswith("tagger")
    name, made_of = f"{path.name}.lines", sealed.made_of(path, _FORM)
    kept = sealed.read(name, made_of) if dictionary or numbers else None
    if kept is not None:
        head, _, text = kept.partition(b"\n")
        return Words(Lines(text)) if dictionary else _tagger(head, Lines(text))
    data = _unpacked(path)
    if dictionary:
        table = words(data)
        if isinstance(table, Words):
            sealed.write(name, made_of, [b"\n", table.lines.text])
        return table
    if not numbers:
        return json.loads(data)
    parts = _parts(data)
    if parts is None:
        return json.loads(data)
    sealed.write(name, made_of, [parts[0], b"\n", parts[1].text])
    return _tagger(*parts)


def _unpacked(path: Path) -> bytes:
    from zlib import decompress

    data = path.read_bytes()
    return decompress(data, 31) if path.suffix == ".gz" else data


class Words:
    """A dictionary: what each word sounds like, looked up in its lines."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self._read: dict[str, str | dict[str, str | None] | None] = {}

    def get(self, word: str) -> str | dict[str, str | None] | None:
        """Return its sound, or its sounds by part of speech; None for a word that is not there."""
        if word in self._read:
            return self._read[word]
        found = self.lines.get(word.encode("utf-8", "surrogatepass"))
        sound: str | dict[str, str | None] | None = None
        if found is not None:
            sound = json.loads(found) if found.startswith(b"{") else found.decode()
        self._read[word] = sound
        return sound


def words(data: bytes) -> Words | Any:
    """A dictionary of this form: `{"word":"sound","other":{"DEFAULT":"sound","VERB":"sound"},…}`."""
    first, *rest = data[2:-1].split(b'":{')
    plain = first.split(b'","')
    tagged: list[bytes] = []
    inner = 0
    try:
        for part in rest:
            sounds, _, after = part.partition(b"}")
            json.loads(b"{%b}" % sounds)
            tagged.append(b"%b\0{%b}" % (plain.pop(), sounds))
            inner += sounds.count(b'":')
            plain += after[2:].split(b'","') if after else ()
        if b"\\" in data or data.count(b'":') != len(plain) + len(tagged) + inner:
            return json.loads(data)
        if plain:
            plain[-1] = plain[-1].removesuffix(b'"')
        sounded = [line.replace(b'":"', b"\0", 1) for line in plain]
        if any(b"\0{" in line for line in sounded):
            return json.loads(data)
        return Words(Lines.of([*sounded, *tagged]))
    except ValueError:  # something deeper
        return json.loads(data)


class Weights:
    """Holds what each feature of a word says for each tag, read from its line when it is asked for."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._read: dict[str, dict[str, float]] = {}

    def get(self, feature: str) -> dict[str, float]:
        """Return the feature's numbers by tag; none for a feature that is not known."""
        numbers = self._read.get(feature)
        if numbers is None:
            text = self._lines.get(feature.encode("utf-8", "surrogatepass")) or b""
            numbers = self._read[feature] = json.loads(b"{%b}" % text)
        return numbers


def tagger(data: bytes) -> Any:
    """The tagger's tables: its weights are the last of them, `"weights":{"feature":{"tag":number,…},…}`."""
    parts = _parts(data)
    return json.loads(data) if parts is None else _tagger(*parts)


def _tagger(head: bytes, weights: Lines) -> Any:
    return {**json.loads(head + b"}"), "weights": Weights(weights)}


def _parts(data: bytes) -> tuple[bytes, Lines] | None:
    """The tagger's other tables, and its weights; None for another form."""
    head, found, weights = data.rpartition(_WEIGHTS)
    features = weights[1:-3].split(b'},"')
    if not found or not weights.endswith(b"}}}") or weights.count(b'":{') != len(features) or b"\n" in head:
        return None
    texts = dict(map(methodcaller("split", b'":{', 1), features))
    at = weights.find(b"\\")
    while at >= 0:  # the few names with a sign that JSON writes otherwise
        end = weights.index(b'":{', at)
        name = weights[weights.rfind(b'"', 0, at) + 1 : end]
        texts[json.loads(b'"%b"' % name).encode("utf-8", "surrogatepass")] = texts.pop(name)
        at = weights.find(b"\\", end)
    try:
        return head, Lines.of(b"%b\0%b" % item for item in texts.items())
    except ValueError:  # a name with a sign of ours
        return None
