"""Regular expressions that were compiled before, kept on disk as Python keeps compiled modules.

A command needs some nine hundred of them, and a first sentence that is said some three hundred; to compile
them took a quarter of narrating an article again of which one sentence was changed, and most of the time to a
first sentence. What `re` makes of a pattern is a list of numbers for its engine; only the way to it is slow.

`compiled` looks that list up for a pattern of ours, in any process. `looked_up` has a process of the
program's own look it up for whoever compiles one; nobody who imports the package finds his `re` changed. What
was new is written down when the process ends: beside the compiled modules, where Python itself would write
them.
"""

from __future__ import annotations

import atexit
import contextlib
import functools
import marshal
import os
import re
import sys
import threading
import zlib
from array import array
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any, TypeAlias, cast

_LEAST_NEW = 12
"""So much must be new before the file is written again: some are made of what a text holds."""
_MOST_NEW = 2000
"""No more are noted: a server that runs for weeks makes patterns of what its texts hold."""
_MOST_PATTERNS, _MOST_NUMBERS = 6000, 1 << 20
"""What the file holds at most: the program's patterns several times over."""

_MODULES = os.path.join(os.path.dirname(__file__), "__pycache__")  # noqa: PTH118, PTH120 every start pays
"""Where Python keeps this package's compiled modules."""
_SEAL = 4
"""Bytes of the checksum that the file begins with."""

_Named: TypeAlias = tuple[bool, str | bytes, int]
"""Whether a pattern is of bytes, the pattern, its flags as they were given."""
_Made: TypeAlias = tuple[int, int, dict[str, int], bytes]
"""All flags, number of groups, their names, the numbers."""
_Told: TypeAlias = tuple[str, int, str, int]
"""Who tells something of a pattern: a name and a checksum of the code; the pattern, its flags."""


class Patterns:
    """Holds what is kept, and what is new to it."""

    def __init__(self, compiler: Any, files: list[str]) -> None:
        self._compiler, self._files = compiler, files
        self._compile, self._code = compiler.compile, compiler._code
        self._parse, self._build = compiler._parser.parse, compiler._sre.compile
        self._known: dict[_Named, _Made] | None = None
        self._told: dict[_Told, str | None] = {}
        self._new: dict[_Named, _Made] = {}
        self._newly_told: dict[_Told, str | None] = {}
        self._last = threading.local()

    def use(self) -> None:
        """Take the place of `re`'s own compiler, which is asked for what is not known."""
        self._compiler.compile, self._compiler._code = self.compile, self.code

    def leave(self) -> None:
        """Give it back."""
        self._compiler.compile, self._compiler._code = self._compile, self._code

    def code(self, *args: Any) -> Any:
        """Return what the compiler makes of a parsed pattern, and remember it for `compile`."""
        self._last.code = found = self._code(*args)
        return found

    def compile(self, pattern: Any, flags: Any = 0) -> Any:
        """Return the compiled pattern, as `re`'s compiler does."""
        if type(pattern) not in (str, bytes) or flags & (re.DEBUG | re.LOCALE):
            return self._compile(pattern, flags)
        name = (type(pattern) is bytes, pattern, int(flags))
        if (made := self._look_up().get(name)) is not None:
            return self._built(pattern, *made)
        if self._compiler._code == self.code:  # in the compiler's place, which calls that
            compiled = self._compile(pattern, flags)
        else:
            parsed = self._parse(pattern, int(flags))
            self._last.code = self._code(parsed, int(flags))
            state = parsed.state
            compiled = self._built(
                pattern, int(flags) | state.flags, state.groups - 1, state.groupdict, self._last.code
            )
        if not compiled.flags & re.LOCALE and len(self._new) < _MOST_NEW:
            numbers = array("I", self._last.code).tobytes()
            self._new[name] = (compiled.flags, compiled.groups, dict(compiled.groupindex), numbers)
        return compiled

    def told(self, key: _Told, tell: Callable[[], str | None]) -> str | None:
        """Return what was told before, or what `tell` says now."""
        self._look_up()
        if key not in self._told:
            self._told[key] = self._newly_told[key] = tell()
        return self._told[key]

    def _look_up(self) -> dict[_Named, _Made]:
        if self._known is None:
            self._known = {}  # what reading imports may compile patterns itself
            known: dict[_Named, _Made] = {}
            for file in reversed(self._files):
                made, told = _read(file)
                known.update(made)
                self._told.update(told)
            self._known = known
        return self._known

    def _built(self, pattern: Any, flags: int, groups: int, names: dict[str, int], numbers: Any) -> Any:
        """Hand the numbers to the engine, which looks them over."""
        index: list[str | None] = [None] * (groups + 1)
        for name, group in names.items():
            index[group] = name
        code = array("I", numbers).tolist() if isinstance(numbers, bytes) else numbers
        return self._build(pattern, flags, code, groups, names, tuple(index))

    def keep(self) -> None:
        """Write down what was new, if it is worth it."""
        if len(self._new) + len(self._newly_told) < _LEAST_NEW:
            return
        file = next((file for file in self._files if _may_write(file)), None)
        if file is None:
            return
        made, told = _read(file)  # another process may have written meanwhile
        made, told = {**made, **self._new}, {**told, **self._newly_told}
        size = array("I").itemsize * _MOST_NUMBERS
        if len(made) > _MOST_PATTERNS or sum(len(numbers) for *_, numbers in made.values()) > size:
            made, told = self._new, self._newly_told
        from pathlib import Path

        from listen.storage import whole  # rarely needed, and every command starts with this module

        body = marshal.dumps((made, told))
        with contextlib.suppress(OSError):  # it only costs time
            whole.write(Path(file), _seal(body) + body, durable=False)


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern of ours as `re.compile` does, looked up if it was compiled before."""
    patterns = _patterns()
    found = re.compile(pattern, flags) if patterns is None else patterns.compile(pattern, flags)
    return cast("re.Pattern[str]", found)


def told(key: _Told, tell: Callable[[], str | None]) -> str | None:
    """Return what `tell` says of a pattern, looked up if the same code said it before."""
    patterns = _patterns()
    return tell() if patterns is None else patterns.told(key, tell)


@functools.cache
def code_of(file: str) -> int | None:
    """Checksum of a module, which tells something of patterns: what another one told is not looked up.

    None where it is no file."""
    try:
        with open(file, "rb") as code:  # noqa: PTH123 the first sentence waits for it
            return zlib.crc32(code.read())
    except OSError:
        return None


@contextlib.contextmanager
def looked_up() -> Iterator[None]:
    """Look every pattern up in this process while the block runs, and keep what was new at its end: beside
    the passages where it may not stand with the modules.

    Where Python's own compiler is not the one that this knows, nothing is done.
    """
    # Known beforehand: the library that says where it is compiles patterns itself when it is imported.
    patterns = _of(_files(beside_passages=True))
    if patterns is None:
        yield
        return
    before = _in_use[:]
    _in_use[:] = [patterns]
    patterns.use()
    try:
        yield
    finally:
        patterns.leave()
        patterns.keep()
        _in_use[:] = before


_in_use: list[Patterns | None] = []
"""The one that this process looks into, once it was asked for."""


def _patterns() -> Patterns | None:
    """Return it, or None where this Python is unknown; what is new is written down when the process ends."""
    if not _in_use:
        _in_use.append(patterns := _of(_files()))
        if patterns is not None:
            atexit.register(patterns.keep)
    return _in_use[0]


def _of(files: list[str]) -> Patterns | None:
    """Return what is kept in these files for Python's own compiler, if that is the one that this knows."""
    if sys.implementation.name == "cpython":
        with contextlib.suppress(ImportError, AttributeError):
            return Patterns(import_module("re._compiler"), files)
    return None


def _files(beside_passages: bool = False) -> list[str]:
    """Return where they may be kept, the first that can be written for new ones: with the compiled modules,
    so that another home or a container's first command has them, else beside the passages. A file for each
    Python.
    """
    name = f"patterns.{sys.implementation.cache_tag}"
    if sys.pycache_prefix:
        return [os.path.join(sys.pycache_prefix, "listen", name)]  # noqa: PTH118 as above
    files = [os.path.join(_MODULES, name)]  # noqa: PTH118
    if beside_passages:
        from listen.errors import ListenError
        from listen.storage import folders

        with contextlib.suppress(
            ListenError, OSError, RuntimeError
        ):  # who needs the folder says what is wrong
            files.append(str(folders.cache_dir() / name))
    return files


def _may_write(file: str) -> bool:
    """Return whether new ones may be written there: with the modules where Python itself may do so."""
    if sys.dont_write_bytecode and (sys.pycache_prefix or file.startswith(_MODULES)):
        return False
    return not file.startswith(_MODULES) or os.access(_MODULES, os.W_OK)


def _read(file: str) -> tuple[dict[_Named, _Made], dict[_Told, str | None]]:
    """Return what is kept; nothing where there is none, or it is another Python's, or damaged."""
    try:
        with open(file, "rb") as opened:  # noqa: PTH123 as above
            data = memoryview(opened.read())
    except OSError:
        return {}, {}
    if len(data) <= _SEAL or data[:_SEAL] != _seal(data[_SEAL:]):
        return {}, {}
    found: tuple[dict[_Named, _Made], dict[_Told, str | None]] = marshal.loads(data[_SEAL:])
    return found


def _seal(body: bytes | memoryview) -> bytes:
    """Checksum of the file's content and of the Python that made it."""
    return zlib.crc32(body, zlib.crc32(f"{sys.version}|{sys.byteorder}|".encode())).to_bytes(_SEAL, "big")
