"""Regular expressions that were compiled before, kept on disk as Python keeps compiled modules.

A command needs some nine hundred of them, and to compile them is a quarter of what it takes to narrate an
article again of which one sentence was changed. What `re` makes of a pattern is a list of numbers for its
engine; only the way to it is slow. `looked_up` has this process look that list up, for whoever compiles a
pattern, and writes down what was new. It is for processes that are the program's own: nobody who imports the
package finds his `re` changed.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import re
import sys
import threading
from array import array
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, TypeAlias

from listen.errors import ListenError
from listen.storage import folders

_LEAST_NEW = 48
"""So many patterns must be new before the file is written again: some are made of what a text holds."""
_MOST_NEW = 2000
"""No more are noted: a server that runs for weeks makes patterns of what its texts hold."""
_MOST_PATTERNS, _MOST_NUMBERS = 6000, 1 << 20
"""What the file holds at most: the program's patterns several times over."""

_MODULES = Path(__file__).parent / "__pycache__"
"""Where Python keeps this package's compiled modules."""
_SEAL = 32
"""Bytes of the digest that the file begins with."""

_Named: TypeAlias = tuple[bool, str | bytes, int]
"""Whether a pattern is of bytes, the pattern, its flags as they were given."""
_Made: TypeAlias = tuple[int, int, dict[str, int], bytes]
"""All flags, number of groups, their names, the numbers."""


class Patterns:
    """Stands in the place of `re`'s own compiler, which it asks for what it does not know."""

    def __init__(self, compiler: Any, files: list[Path]) -> None:
        self._compiler, self._files = compiler, files
        self._compile, self._code = compiler.compile, compiler._code
        self._build = compiler._sre.compile
        self._known: dict[_Named, _Made] | None = None
        self._new: dict[_Named, _Made] = {}
        self._last = threading.local()

    def use(self) -> None:
        """Take the place."""
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
        if self._known is None:
            self._known = {}  # what reading imports may compile patterns itself
            for file in reversed(self._files):
                self._known = self._known | _read(file)
        if (made := self._known.get(name)) is not None:
            return self._built(pattern, *made)
        compiled = self._compile(pattern, flags)
        if not compiled.flags & re.LOCALE and len(self._new) < _MOST_NEW:
            numbers = array("I", self._last.code).tobytes()
            self._new[name] = (compiled.flags, compiled.groups, dict(compiled.groupindex), numbers)
        return compiled

    def _built(self, pattern: Any, flags: int, groups: int, names: dict[str, int], numbers: bytes) -> Any:
        """Hand the numbers to the engine, which looks them over."""
        index: list[str | None] = [None] * (groups + 1)
        for name, group in names.items():
            index[group] = name
        return self._build(pattern, flags, array("I", numbers).tolist(), groups, names, tuple(index))

    def keep(self) -> None:
        """Write down what was new, if it is worth it."""
        if len(self._new) < _LEAST_NEW:
            return
        file = next((file for file in self._files if _may_write(file)), None)
        if file is None:
            return
        both = {**_read(file), **self._new}  # another process may have written meanwhile
        size = array("I").itemsize * _MOST_NUMBERS
        if len(both) > _MOST_PATTERNS or sum(len(made[3]) for made in both.values()) > size:
            both = self._new
        from listen.storage import whole  # rarely needed, and every command starts with this module

        body = marshal.dumps(both)
        with contextlib.suppress(OSError):  # it only costs time
            whole.write(file, _seal(body) + body, durable=False)


@contextlib.contextmanager
def looked_up() -> Iterator[None]:
    """Look patterns up in this process while the block runs, and keep what was new at its end.

    Where Python's own compiler is not the one that this knows, nothing is done.
    """
    patterns = None
    with contextlib.suppress(ImportError, AttributeError):
        # Known beforehand: the library that says where it is compiles patterns itself when it is imported.
        patterns = Patterns(import_module("re._compiler"), _files())
    if patterns is None or sys.implementation.name != "cpython":
        yield
        return
    patterns.use()
    try:
        yield
    finally:
        patterns.leave()
        patterns.keep()


def _files() -> list[Path]:
    """Return where they may be kept, the first that can be written for new ones: with the compiled modules,
    so that another home or a container's first command has them, else beside the passages. A file for each
    Python.
    """
    name = f"patterns.{sys.implementation.cache_tag}"
    if sys.pycache_prefix:
        return [Path(sys.pycache_prefix, "listen", name)]
    try:
        return [_MODULES / name, folders.cache_dir() / name]
    except (ListenError, OSError, RuntimeError):  # who needs the folder says what is wrong with it
        return [_MODULES / name]


def _may_write(file: Path) -> bool:
    """Return whether new ones may be written there: with the modules where Python itself may do so."""
    if file.parent != _MODULES:
        return True
    return not sys.dont_write_bytecode and os.access(_MODULES, os.W_OK)


def _read(path: Path) -> dict[_Named, _Made]:
    """Return what is kept; nothing where there is none, or it is another Python's, or damaged."""
    try:
        data = memoryview(path.read_bytes())
    except OSError:
        return {}
    if data[:_SEAL] != _seal(data[_SEAL:]):
        return {}
    found: dict[_Named, _Made] = marshal.loads(data[_SEAL:])
    return found


def _seal(body: bytes | memoryview) -> bytes:
    """Digest of the file's content and of the Python that made it."""
    import hashlib  # as above: a command that compiles nothing reads nothing

    found = hashlib.sha256(f"{sys.version}|{sys.byteorder}|".encode())
    found.update(body)
    return found.digest()
