"""This module says with which characters a match of a pattern can begin: most texts need not meet it then."""

import re
from collections.abc import Iterator
from itertools import pairwise

_TOKEN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\]){0,200}+\]|\{\d{0,4}+,?\d{0,4}+\}[?+]?|[?*+][?+]?|.", re.S)
_OPTIONAL = re.compile(r"[?*][?+]?|\{0?,\d{0,4}\}[?+]?")
"""A quantifier that allows nothing, too."""
_LIKE_ASCII = frozenset("\u0130\u0131\u017f\u212a")
"""Letters that are those of ASCII to a pattern that ignores case: İ and ı are i, ſ is s, the sign K is k."""
_ESCAPED = re.compile(r"\\([^\w\\^-])")
_MARKS = frozenset(".^$|")


def beginnings(wording: str) -> frozenset[str] | None:
    """The characters, in lower case, with which a text can begin that a pattern matches whatever the case.

    None where it can be any, or where it is not known. A `\\d` is taken for the digits of ASCII: the answer
    holds for texts that begin with a character of ASCII.
    """
    found: set[str] = set()
    known = False
    """Whether what was read of the branch is enough: it cannot be empty."""
    for piece, following in pairwise([*_pieces(wording), ""]):
        if piece == "|":
            if not known:
                return None
            known = False
        elif not known and not _OPTIONAL.fullmatch(piece):
            first = _of_piece(piece)
            if first is None:
                return None
            found |= first
            known = not _OPTIONAL.fullmatch(following)
    return frozenset(found) if known else None


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


def _of_piece(piece: str) -> frozenset[str] | None:
    if piece[0] == "(":
        inner = piece[1:-1]
        if inner[:1] != "?":
            return beginnings(inner)
        return beginnings(inner[2:]) if inner[:2] == "?:" else None
    if piece == r"\d":
        return frozenset("0123456789")
    if piece == "[":
        return None  # of a class that is too long to be read
    if piece[0] == "\\":
        return None if piece[1].isalnum() else frozenset(piece[1])
    characters = _ESCAPED.sub(r"\1", piece[1:-1]) if piece[0] == "[" else piece
    plain = not _LIKE_ASCII.intersection(characters) and not {*"\\^-"}.intersection(characters)
    return frozenset(characters.lower()) if plain and piece not in _MARKS else None
