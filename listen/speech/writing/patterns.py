"""The regular expressions of this stage: `re` as the rules use it, but a pattern is compiled when it first
has to match, or looked up if it was compiled before (`kept_patterns.py`).

Most are never needed by a text. The modules of this stage import it as `re`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from re import IGNORECASE, Match, Pattern, escape
from typing import Any, cast

from listen.storage.ready.kept_patterns import compiled

__all__ = [
    "IGNORECASE",
    "I",
    "Match",
    "Pattern",
    "compile",
    "escape",
    "findall",
    "finditer",
    "fullmatch",
    "match",
    "search",
    "split",
    "sub",
]  # fmt: skip

I = IGNORECASE  # noqa: E741 as `re` calls it


class _Unmade:
    """A pattern that is compiled when one of its methods is first asked for, and has that method then."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._given = flags

    @property  # type: ignore[misc]
    def __class__(self) -> type:  # it is one for whoever asks
        return Pattern

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        made = self.__dict__.get("_made")
        if made is None:
            made = self.__dict__["_made"] = compiled(self.pattern, self._given)
        found = self.__dict__[name] = getattr(made, name)
        return found

    def __reduce__(self) -> tuple[Callable[..., object], tuple[str, int]]:
        return compile, (self.pattern, self._given)

    def __repr__(self) -> str:
        return f"compile({self.pattern!r}, {self._given})"


def compile(pattern: str, flags: int = 0) -> Pattern[str]:  # noqa: A001 as `re` calls it
    """Return a pattern that is compiled when it is needed."""
    return cast("Pattern[str]", _Unmade(pattern, int(flags)))


@lru_cache(maxsize=512)
def _now(pattern: str, flags: int) -> Pattern[str]:
    return compiled(pattern, flags)


def search(pattern: str, string: str, flags: int = 0) -> Match[str] | None:
    return _now(pattern, int(flags)).search(string)


def match(pattern: str, string: str, flags: int = 0) -> Match[str] | None:
    return _now(pattern, int(flags)).match(string)


def fullmatch(pattern: str, string: str, flags: int = 0) -> Match[str] | None:
    return _now(pattern, int(flags)).fullmatch(string)


def findall(pattern: str, string: str, flags: int = 0) -> list[Any]:
    return _now(pattern, int(flags)).findall(string)


def finditer(pattern: str, string: str, flags: int = 0) -> Iterator[Match[str]]:
    return _now(pattern, int(flags)).finditer(string)


def split(pattern: str, string: str, maxsplit: int = 0, flags: int = 0) -> list[Any]:
    return _now(pattern, int(flags)).split(string, maxsplit)


def sub(
    pattern: str, repl: str | Callable[[Match[str]], str], string: str, count: int = 0, flags: int = 0
) -> str:
    return _now(pattern, int(flags)).sub(repl, string, count)
