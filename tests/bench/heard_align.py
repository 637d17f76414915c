"""Word errors of what was heard: the cheapest way from the expected tokens to the heard ones.

What is equal is said in `heard.py`; here it is counted. A substituted, a missing and an added token are one
error each; the expected side may branch (`{a|b|}`), and the branch with the fewest errors counts.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from heard import canonical

from listen.engines.espeak.espeak_library import library

NEAR = 0.34
"""Share of a name's sounds that may differ when it is heard."""
SENT_NEAR = 0.25
"""Share of a name's sounds that may differ in what was sent; none in a name of three or fewer."""
LONGEST_NAME = 4
"""Heard words that one name may be spelled as."""

_CLASSES = (
    "tʃ=C dʒ=J ʧ=C ʤ=J eɪ=e aɪ=a aʊ=a oʊ=o əʊ=o ɔɪ=o A=e I=a W=a O=o Q=o Y=o ɚ=ər ɝ=ər ɜ=ə ᵊ= ᵻ=i ɪ=i ʊ=u "
    "ʌ=ə ɐ=ə ɛ=e æ=a ɑ=o ɒ=o ɔ=o ɹ=r ɾ=t T=t ʔ=t ɡ=k g=k d=t b=p v=f z=s ʒ=S ʃ=S ð=t θ=t ŋ=n x=k ɬ=l ɫ=l ə=ə"
)
"""Sounds of both alphabets (IPA, misaki) in a few classes: recognisers and dialects mix their members."""
_SAME = dict(pair.split("=") for pair in _CLASSES.split())
_SOUND = re.compile("|".join(sorted(_SAME, key=len, reverse=True)) + "|[a-zA-Z]")
_VOWELS = frozenset("aeiouə")


@dataclass(frozen=True, slots=True)
class Difference:
    """A place where the two sides differ; one side may be empty."""

    expected: str
    heard: str


@dataclass(frozen=True, slots=True)
class Heard:
    """Word errors of one passage."""

    words: int
    """Tokens expected, the first of each alternative."""
    errors: int
    differences: tuple[Difference, ...]


def compare(
    expected: str, heard: str, names: Mapping[str, Iterable[str]] | None = None, sent: str = ""
) -> Heard:
    """Word errors of what was heard.

    `expected` may hold alternatives; `names` maps names to respellings; `sent` is the phonemes that the voice
    was given (IPA or misaki's alphabet), for the names alone.
    """
    arcs = _graph(expected)
    tokens = canonical(heard)
    errors, differences = _align(arcs, tokens, _Names(names or {}, classes(sent)))
    first = re.sub(r"\{([^|}]*)[^}]*\}", r"\1", expected)
    return Heard(len(canonical(first)), errors, tuple(differences))


@cache
def sound(words: str) -> str:
    """espeak-ng's American phonemes without stress, length and spaces."""
    said = library().phonemes(words, "gmw/en-US")
    return re.sub(r"[\sˈˌːᵻ\u200d\u0361_-]", lambda m: "ɪ" if m[0] == "ᵻ" else "", said)


def classes(phonemes: str) -> str:
    """IPA or misaki phonemes as the few classes that names are compared in."""
    return "".join(
        _SAME.get(m[0], m[0]) for m in _SOUND.finditer(phonemes.replace("\u0361", "").replace("ː", ""))
    )


class _Names:
    """The names of one passage: how each may sound, and whether it was sent so."""

    def __init__(self, names: Mapping[str, Iterable[str]], sent: str) -> None:
        self.sounds: dict[str, list[str]] = {}
        for name, respellings in names.items():
            for token in (part.lower() for part in canonical(name)):
                ways = [classes(sound(way)) for way in respellings or [token]]
                self.sounds.setdefault(f"{token}s", [f"{way}s" for way in ways])
                self.sounds[token] = ways
        self.sent = {
            token: any(
                _distance(way, sent, inside=True) <= (len(way) > 3) * SENT_NEAR * len(way) for way in ways
            )
            for token, ways in self.sounds.items()
        }

    def right(self, token: str, heard: list[str]) -> bool:
        """Whether these heard words stand for that name."""
        ways = self.sounds.get(token)
        if not ways or any(not word.isalpha() for word in heard):
            return False
        found = classes(sound(" ".join(heard)))
        if any(_distance(way, found) <= NEAR * max(len(way), len(found)) for way in ways):
            return True
        return self.sent[token] and len(found) <= 2 * max(map(len, ways))


def _distance(a: str, b: str, inside: bool = False) -> float:
    """Edit distance of two strings of classes; `inside`: of `a` to the nearest part of `b`."""
    row = [0.0 if inside else float(j) for j in range(len(b) + 1)]
    for i, x in enumerate(a, 1):
        last, row = row, [float(i)] + [0.0] * len(b)
        for j, y in enumerate(b, 1):
            change = 0.0 if x == y else 0.5 if x in _VOWELS and y in _VOWELS else 1.0
            drop = 0.5 if x in "əhr" else 1.0
            add = 0.5 if y in "əhr" else 1.0
            row[j] = min(last[j - 1] + change, last[j] + drop, row[j - 1] + add)
    return min(row) if inside else row[-1]


Arc = tuple[int, str]
"""A step of the expected side: the node it comes from and its token; an empty token is no word."""
Place = tuple[int, int]
"""A node of the expected side and how many heard tokens are used up there."""
Step = tuple[Place, str, int]
"""Where a way comes from, the tokens expected on it, and how many errors that is."""


def _graph(expected: str) -> list[list[Arc]]:
    """Arcs into each node; node 0 is the beginning, the last node the end."""
    arcs: list[list[Arc]] = [[]]
    for part in re.split(r"(\{[^}]*\})", expected):
        start = len(arcs) - 1
        ends: list[int] = []
        for choice in part[1:-1].split("|") if part.startswith("{") else [part]:
            node = start
            for token in canonical(choice):
                arcs.append([(node, token)])
                node = len(arcs) - 1
            ends.append(node)
        if len(ends) > 1:
            arcs.append([(end, "") for end in ends])
    return arcs


def _align(arcs: list[list[Arc]], tokens: list[str], names: _Names) -> tuple[int, list[Difference]]:
    """Errors of the cheapest way, and where it errs."""
    cost: dict[Place, int] = {(0, 0): 0}
    back: dict[Place, Step] = {}

    def reach(to: Place, source: Place, token: str, price: int) -> None:
        if source in cost and cost[source] + price < cost.get(to, sys.maxsize):
            cost[to] = cost[source] + price
            back[to] = (source, token, price)

    for node, incoming in enumerate(arcs):
        for at in range(len(tokens) + 1):
            to = node, at
            for source, token in incoming:
                if not token:
                    reach(to, (source, at), "", 0)
                    continue
                for size in _sizes(token, tokens, at, names):
                    reach(to, (source, at - size), token, 0)
                for far, joined in _joined(arcs, source, token, tokens[at - 1]) if at else ():
                    reach(to, (far, at - 1), joined, 0)
                reach(to, (source, at - 1), token, 1)
                reach(to, (source, at), token, 1)
            reach(to, (node, at - 1), "", 1)
    end = len(arcs) - 1, len(tokens)
    return cost[end], _differences(back, end, tokens)


def _differences(back: dict[Place, Step], end: Place, tokens: list[str]) -> list[Difference]:
    """Where the way errs, neighbouring errors together."""
    found: list[Difference] = []
    to, joins = end, False
    while to in back:
        source, token, price = back[to]
        heard = " ".join(tokens[source[1] : to[1]])
        if price and joins:
            last = found.pop()
            found.append(Difference(f"{token} {last.expected}".strip(), f"{heard} {last.heard}".strip()))
        elif price:
            found.append(Difference(token, heard))
        joins = price > 0 or (joins and source == to) or (joins and not token and source[1] == to[1])
        to = source
    return found[::-1]


def _sizes(token: str, tokens: list[str], at: int, names: _Names) -> Iterator[int]:
    """How many heard tokens before `at` stand for the expected token."""
    if at and (token == tokens[at - 1].lower() if token in names.sounds else same(token, tokens[at - 1])):
        yield 1
    text = ""
    for size in range(1, at + 1):
        text = tokens[at - size] + text
        if size > 1 and text.lower() == token.lower():
            yield size
        if not token.lower().endswith(text.lower()):
            break
    if at > 1 and token.islower() and len(token) > 3 and token not in names.sounds:
        pair = tokens[at - 2 : at]
        if all(word.isalpha() for word in pair) and sound("".join(pair)) == sound(token):
            yield 2
    if token in names.sounds:
        for size in range(1, min(LONGEST_NAME, at) + 1):
            if names.right(token, tokens[at - size : at]):
                yield size


def same(expected: str, heard: str) -> bool:
    """Whether one heard token is one expected token."""
    if expected.lower() == heard.lower():
        return not (expected.isupper() and len(expected) > 1 and heard.islower())
    if not (expected.isalpha() and heard.isalpha()) or len(expected) == len(heard) == 1:
        return False
    if expected.isupper() or heard.isupper():
        return False
    return _american(expected) == _american(heard) or sound(expected) == sound(heard)


def _american(word: str) -> str:
    """Spelling that differs by country within a word."""
    return word.replace("our", "or").replace("ise", "ize").replace("tre", "ter")


def _joined(arcs: list[list[Arc]], node: int, tail: str, word: str) -> Iterator[tuple[int, str]]:
    """Nodes from which expected tokens, run together, are the heard word: "19 84" as "1984"."""
    for source, token in arcs[node]:
        text = token + tail
        if (token and text.lower() == word.lower() and not (text.isupper() and word.islower())) or (
            token and text.islower() and text.isalpha() and len(text) > 3 and sound(text) == sound(word)
        ):
            yield source, text
        elif word.lower().endswith(text.lower()):
            yield from _joined(arcs, source, text, word)
