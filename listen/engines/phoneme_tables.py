"""The tables of hibari's reader, their entries left as they stand until one is asked for.

An article meets a few thousand of two hundred thousand words and eighty thousand features: to take them all
out of their JSON is a third of the time in which a short text is spoken, and most of the memory.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from operator import methodcaller
from pathlib import Path
from typing import Any

_WEIGHTS = b',"weights":{'


def read(path: Path) -> Any:
    """Return the table in a JSON file, packed or not. What is not in the form that is known is read whole."""
    from zlib import decompress

    data = path.read_bytes()
    data = decompress(data, 31) if path.suffix == ".gz" else data
    if path.name.startswith("lexicon_"):
        return words(data)
    return tagger(data) if path.name.startswith("tagger") else json.loads(data)


class Words:
    """A dictionary: what each word sounds like, looked up in its JSON."""

    def __init__(self, plain: list[bytes], tagged: dict[str, str | dict[str, str | None] | None]) -> None:
        self._plain = plain
        self._read = tagged

    def get(self, word: str) -> str | dict[str, str | None] | None:
        """Return its sound, or its sounds by part of speech; None for a word that is not there."""
        if word in self._read:
            return self._read[word]
        key = word.encode("utf-8", "surrogatepass") + b'":"'
        at = bisect_left(self._plain, key)
        there = at < len(self._plain) and self._plain[at].startswith(key)
        sound = self._read[word] = self._plain[at][len(key) :].decode() if there else None
        return sound


def words(data: bytes) -> Words | Any:
    """A dictionary of this form: `{"word":"sound","other":{"DEFAULT":"sound","VERB":"sound"},…}`."""
    first, *rest = data[2:-1].split(b'":{')
    plain = first.split(b'","')
    tagged: dict[str, str | dict[str, str | None] | None] = {}
    inner = 0
    try:
        for part in rest:
            sounds, _, after = part.partition(b"}")
            tagged[plain.pop().decode()] = json.loads(b"{%b}" % sounds)
            inner += sounds.count(b'":')
            plain += after[2:].split(b'","') if after else ()
    except ValueError:  # something deeper
        return json.loads(data)
    if b"\\" in data or data.count(b'":') != len(plain) + len(tagged) + inner:
        return json.loads(data)
    if plain:
        plain[-1] = plain[-1].removesuffix(b'"')
    plain.sort()  # it is sorted; then this only looks
    return Words(plain, tagged)


class Weights:
    """Holds what each feature of a word says for each tag, read from its JSON when it is asked for."""

    def __init__(self, texts: dict[bytes, bytes]) -> None:
        self._texts = texts
        self._read: dict[str, dict[str, float]] = {}

    def get(self, feature: str) -> dict[str, float]:
        """Return the feature's numbers by tag; none for a feature that is not known."""
        numbers = self._read.get(feature)
        if numbers is None:
            text = self._texts.get(feature.encode("utf-8", "surrogatepass"), b"")
            numbers = self._read[feature] = json.loads(b"{%b}" % text)
        return numbers


def tagger(data: bytes) -> Any:
    """The tagger's tables: its weights are the last of them, `"weights":{"feature":{"tag":number,…},…}`."""
    head, found, weights = data.rpartition(_WEIGHTS)
    features = weights[1:-3].split(b'},"')
    if not found or not weights.endswith(b"}}}") or weights.count(b'":{') != len(features):
        return json.loads(data)
    texts = dict(map(methodcaller("split", b'":{', 1), features))
    at = weights.find(b"\\")
    while at >= 0:  # the few names with a sign that JSON writes otherwise
        end = weights.index(b'":{', at)
        name = weights[weights.rfind(b'"', 0, at) + 1 : end]
        texts[json.loads(b'"%b"' % name).encode("utf-8", "surrogatepass")] = texts.pop(name)
        at = weights.find(b"\\", end)
    return {**json.loads(head + b"}"), "weights": Weights(texts)}
