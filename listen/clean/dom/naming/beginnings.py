"""This module says with which characters a match of a pattern can begin: most texts need not meet it then,
and what begins alike need not be tried one by one.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TypeAlias

from listen.storage.ready.kept_patterns import code_of, told

_TOKEN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\]){0,200}+\]|\{\d{0,4}+,?\d{0,4}+\}[?+]?|[?*+][?+]?|.", re.S)
_QUANTIFIER = re.compile(r"(?:[?*+]|\{\d{0,4},?\d{0,4}\})[?+]?")
_OPTIONAL = re.compile(r"[?*][?+]?|\{0?,\d{0,4}\}[?+]?")
"""A quantifier that allows nothing, too."""
_ONCE = re.compile(r"\?[?+]?|")
"""A quantifier that allows no more than one, or none."""
_ESCAPED = re.compile(r"\\([^\w\\^-])")
_MARKS = frozenset(".^$|")
_BETWEEN = "\0"
"""Stands between beginnings that are kept."""
_MOST = 200
"""Beginnings of one pattern that are followed further."""

_Begun: TypeAlias = tuple[frozenset[str], frozenset[str]]
"""With what a match of a piece can begin: all of the match, which goes on with the next piece, and what is
followed by something that is not known.
"""
_NOTHING: _Begun = (frozenset([""]), frozenset())
_UNKNOWN: _Begun = (frozenset(), frozenset([""]))
_LETTER = re.compile(r"[A-Za-z](?![?*+{])")
"""A letter that a match of a pattern begins with for certain."""


def beginnings(wording: str, length: int = 1) -> frozenset[str] | None:
    """The beginnings of texts, in lower case and of up to `length` characters, that a pattern can match
    whatever the case; a shorter one may be followed by anything.

    None where a match can begin with anything, or where it is not known. The answer holds for texts that
    begin with so many characters that are `plain`.
    """
    whole, begun = _of_branches(wording, length)
    found = whole | begun
    return None if "" in found else found


def known_beginnings(wording: str, length: int = 1) -> frozenset[str] | None:
    """Return what `beginnings` does, looked up if it was told before: a table of phrases has many."""
    if (code := code_of(__file__)) is None:
        return beginnings(wording, length)
    found = told(("beginnings", code, wording, length), lambda: _joined(beginnings(wording, length)))
    return found if found is None else frozenset(found.split(_BETWEEN) if found else ())


def _joined(found: frozenset[str] | None) -> str | None:
    return found if found is None else _BETWEEN.join(sorted(found))


def plain(character: str) -> bool:
    """Return whether a pattern that ignores case takes a character for its own small letter and no other, and
    `\\d` does not take it for a digit that is not of ASCII.

    To such a pattern İ and ı are i, ſ is s, ς is σ.
    """
    small = character.lower()
    alone = len(small) == 1 and small.upper().lower() == small
    return alone and (character.isascii() or not character.isdecimal())


def _of_branches(wording: str, length: int) -> _Begun:
    whole: frozenset[str] = frozenset()
    begun: frozenset[str] = frozenset()
    so_far = _NOTHING
    for piece, following in pairwise([*_pieces(wording), "|", ""]):
        if piece == "|":
            whole, begun, so_far = whole | so_far[0], begun | so_far[1], _NOTHING
        elif so_far[0] and not _QUANTIFIER.fullmatch(piece):
            so_far = _then(so_far, _quantified(_of_piece(piece, length), following), length)
    return whole, begun


def _quantified(piece: _Begun, quantifier: str) -> _Begun:
    """Return what a piece begins with that stands before a quantifier, or before anything else."""
    whole, begun = piece
    if _QUANTIFIER.fullmatch(quantifier):
        if not _ONCE.fullmatch(quantifier):
            whole, begun = frozenset(), begun | whole
        if _OPTIONAL.fullmatch(quantifier):
            whole |= {""}
    return whole, begun


def _then(one: _Begun, other: _Begun, length: int) -> _Begun:
    """Return what two pieces begin with that stand one after the other."""
    whole = {(a + b)[:length] for a in one[0] for b in other[0]}
    begun = one[1] | {(a + b)[:length] for a in one[0] for b in other[1]}
    if len(whole) > _MOST:
        return frozenset(), begun | one[0]
    done = {text for text in whole if len(text) == length}
    return frozenset(whole - done), begun | done


def alternatives(wording: str) -> list[str]:
    """The patterns that a pattern joins by bars, those inside its groups aside."""
    found = [""]
    for piece in _pieces(wording):
        if piece == "|":
            found.append("")
        else:
            found[-1] += piece
    return found


def by_beginning(wordings: Iterable[str]) -> str:
    """A pattern for any of these, those with one first letter together: few are tried at each place then.

    Those with one first letter are tried in their order.
    """
    alike: dict[str, list[str]] = {}
    for wording in wordings:
        first = _LETTER.match(wording)
        alike.setdefault(first[0] if first else "", []).append(wording)
    groups = (
        f"{first}(?:{'|'.join(one.removeprefix(first) for one in ones)})" for first, ones in alike.items()
    )
    return "|".join(groups)


def _pieces(wording: str) -> Iterator[str]:
    """The characters, classes, groups, quantifiers and bars of a pattern, groups whole."""
    depth = start = 0
    for match in _TOKEN.finditer(wording):
        token = match[0]
        if token == "(":
            start = start if depth else match.start()
            depth += 1
        elif token == ")":
            depth -= 1
            if not depth:
                yield wording[start : match.end()]
        elif not depth:
            yield token


def _of_piece(piece: str, length: int) -> _Begun:
    if piece[0] == "(":
        inner = piece[1:-1]
        if inner[:1] != "?":
            return _of_branches(inner, length)
        return _of_branches(inner[2:], length) if inner[:2] == "?:" else _UNKNOWN
    if piece == r"\d":
        return frozenset("0123456789"), frozenset()
    if piece == "[" or piece in _MARKS or (piece[0] == "\\" and piece[1].isalnum()):
        return _UNKNOWN  # a class that is too long to be read, or one that is written in short
    characters = _ESCAPED.sub(r"\1", piece[1:-1]) if piece[0] == "[" else piece[-1]
    if piece[0] == "[" and not {*"\\^-"}.isdisjoint(characters):
        return _UNKNOWN
    return (frozenset(characters.lower()), frozenset()) if all(map(plain, characters)) else _UNKNOWN
