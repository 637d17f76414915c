"""The ASCII characters that a pattern can begin with, told from its source: most rules need not be tried.

Only the beginning is read, and where it is not simple the answer is None: any character.
"""

from __future__ import annotations

import string

from listen.speech.writing import patterns as re
from listen.storage.ready.kept_patterns import code_of, told

_ANY = None
_ZERO_WIDTH = ("(?=", "(?!", "(?<=", "(?<!")
_GROUP = re.compile(r"\((?:\?P<\w+>|\?:|\?>)?(?!\?)")
_MAY_BE_NOTHING = re.compile(r"(?:[?*]|\{(?:0(?:,\d*)?|,\d*)\})[+?]?")
_NEVER = "(?!)"
"""A group that is there for its name alone."""
_ASCII = frozenset(map(chr, range(128)))
_WORD = frozenset(string.ascii_letters + string.digits + "_")
_CLASSES = {
    "d": frozenset(string.digits),
    "w": _WORD,
    "s": frozenset(string.whitespace + "\x1c\x1d\x1e\x1f"),
    "D": _ASCII - frozenset(string.digits),
    "W": _ASCII - _WORD,
    "S": _ASCII - frozenset(string.whitespace + "\x1c\x1d\x1e\x1f"),
}
_LITERAL = frozenset(string.ascii_letters + string.digits + " !\"#%&',-/:;<=>@_`~")
_ESCAPED = frozenset("()[]{}|.*+?^$\\/-&#~\"' ")


def first_characters(source: str, flags: int = 0) -> frozenset[str] | None:
    """Return what `starts` does, looked up if it was told before."""
    if (code := code_of(__file__)) is None:
        return starts(source, flags)
    found = told(("starts", code, source, int(flags)), lambda: _joined(starts(source, flags)))
    return found if found is None else frozenset(found)


def _joined(found: frozenset[str] | None) -> str | None:
    return found if found is None else "".join(sorted(found))


def starts(source: str, flags: int = 0) -> frozenset[str] | None:
    """The ASCII characters that a match of this pattern can begin with; None where that is not told."""
    found = _alternatives(source, 0, len(source)) if not flags & ~re.IGNORECASE else _ANY
    if found is None or not flags & re.IGNORECASE:
        return found
    return frozenset(found | {c.swapcase() for c in found})


def _alternatives(source: str, at: int, end: int) -> frozenset[str] | None:
    """The first characters of every alternative between two places."""
    out: set[str] = set()
    for first, last in _parts(source, at, end):
        found = _first(source, first, last)
        if found is None:
            return _ANY
        out |= found
    return frozenset(out)


def _parts(source: str, at: int, end: int) -> list[tuple[int, int]]:
    """The places of the alternatives that a bar parts, on this level."""
    out = []
    first, i = at, at
    while i < end:
        c = source[i]
        if c == "\\":
            i += 2
        elif c == "[":
            i = _class_end(source, i) + 1
        elif c == "(":
            i = _group_end(source, i) + 1
        else:
            if c == "|":
                out.append((first, i))
                first = i + 1
            i += 1
    return [*out, (first, end)]


def _class_end(source: str, at: int) -> int:
    """The place of the bracket that closes a class."""
    i = at + 1
    i += source[i] == "^"
    i += source[i] == "]"
    while source[i] != "]":
        i += 2 if source[i] == "\\" else 1
    return i


def _group_end(source: str, at: int) -> int:
    """The place of the bracket that closes a group."""
    depth, i = 0, at
    while True:
        c = source[i]
        if c == "\\":
            i += 1
        elif c == "[":
            i = _class_end(source, i)
        elif c == "(":
            depth += 1
        elif c == ")":
            depth -= 1
            if not depth:
                return i
        i += 1


def _first(source: str, at: int, end: int) -> frozenset[str] | None:
    """The first characters of one alternative."""
    out: frozenset[str] = frozenset()
    i = at
    while i < end:
        if source.startswith(_ZERO_WIDTH, i) and not source.startswith(_NEVER, i):
            i = _group_end(source, i) + 1
            continue
        found, after = _element(source, i)
        if found is None:
            return _ANY
        out |= found
        nothing = _MAY_BE_NOTHING.match(source, after, end)
        if not nothing:
            return out
        i = nothing.end()
    return _ANY


def _element(source: str, i: int) -> tuple[frozenset[str] | None, int]:
    """The first characters of the group, class or character at a place, and where it ends."""
    c = source[i]
    if source.startswith(_NEVER, i):
        return frozenset(), i + len(_NEVER)
    if c == "(":
        opened = _GROUP.match(source, i)
        after = _group_end(source, i) + 1
        if not opened:
            return _ANY, after
        never = source[opened.end() : after - 1] == _NEVER
        return frozenset() if never else _alternatives(source, opened.end(), after - 1), after
    if c == "[":
        after = _class_end(source, i) + 1
        return _members(source[i + 1 : after - 1]), after
    if c == "\\":
        escaped = source[i + 1]
        return frozenset(escaped) if escaped in _ESCAPED else _CLASSES.get(escaped), i + 2
    return frozenset(c) if c in _LITERAL or not c.isascii() else _ANY, i + 1


def _members(inside: str) -> frozenset[str] | None:
    """The characters of a class; None for one whose escapes are not told."""
    out: set[str] = set()
    i = excluding = int(inside.startswith("^"))
    while i < len(inside):
        c = inside[i]
        if c == "\\":
            i += 1
            c = inside[i]
            if c in _CLASSES:
                out |= _CLASSES[c]
                i += 1
                continue
            if c not in _ESCAPED:
                return _ANY
        if inside[i + 1 : i + 2] == "-" and i + 2 < len(inside):
            last = inside[i + 2]
            if last == "\\":
                return _ANY
            out.update(map(chr, range(ord(c), min(ord(last), 127) + 1)))
            i += 3
        else:
            out.add(c)
            i += 1
    return frozenset(_ASCII - out if excluding else out)
