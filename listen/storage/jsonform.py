"""Frozen dataclasses ↔ JSON, without loss, driven by their own type hints.

Fields at their default are left out, so that files stay readable and older files open in newer versions.
"""

from __future__ import annotations

import dataclasses
import functools
import types
import typing
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal, TypeVar, Union

from listen import model
from listen.errors import ScriptError

T = TypeVar("T")


def plain(value: object) -> Any:
    """`value` as dicts, lists, strings, numbers, booleans and None."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            f.name: plain(getattr(value, f.name))
            for f in dataclasses.fields(value)
            if getattr(value, f.name) != f.default
        }
    if isinstance(value, frozenset):
        return sorted(map(plain, value))
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [plain(item) for item in value]
    return str(value) if isinstance(value, Path) else value


def to_json(value: object) -> dict[str, Any]:
    """Give a value of `listen`'s (an Article, a Script, an Episode, Options, …) as plain JSON data.

    Fields at their default are left out. Raises TypeError for what is no such value.
    """
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        raise TypeError(f"expected one of listen's values, found {value!r:.60}")
    form: dict[str, Any] = plain(value)
    return form


def from_json(cls: type[T], data: object) -> T:
    """Make the value of class `cls` again from what `to_json` gave: `from_json(Article, data)`.

    Raises ScriptError that names the place which does not fit, and what was expected there.
    """
    return value(cls, data)


def value(cls: type[T], data: object, where: str = "") -> T:
    """An instance of the dataclass `cls` from what `plain` made of one.

    Raises ScriptError that names the place and what was expected there.
    """
    result: T = _value(cls, data, where or cls.__name__)
    return result


@functools.cache
def _fields(cls: type) -> dict[str, Any]:
    # The hints are strings (postponed evaluation) and partly imported for type checking only.
    namespace = {**vars(model), "Path": Path}
    hints = typing.get_type_hints(cls, localns=namespace)
    return {f.name: (hints[f.name], f) for f in dataclasses.fields(cls)}


def _value(hint: Any, data: object, where: str) -> Any:
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in (Union, types.UnionType):
        if data is None and type(None) in args:
            return None
        return _value(next(arg for arg in args if arg is not type(None)), data, where)
    if origin is Literal:
        if data not in args:
            raise ScriptError(f"{where}: expected one of {', '.join(map(str, args))}, found {data!r}")
        return data
    if origin is frozenset:
        return frozenset(_tuple((*args, ...), data, where))
    if origin is Sequence:
        return _tuple((*args, ...), data, where)
    if origin is tuple:
        return _tuple(args, data, where)
    if dataclasses.is_dataclass(hint):
        return _dataclass(typing.cast("type", hint), data, where)
    if hint is Path:
        return Path(_scalar(str, data, where))
    return _scalar(hint, data, where)


def _tuple(args: tuple[Any, ...], data: object, where: str) -> tuple[Any, ...]:
    if not isinstance(data, list):
        raise ScriptError(f"{where}: expected a list, found {data!r:.60}")
    kinds = [args[0]] * len(data) if args[-1] is Ellipsis else list(args)
    if len(kinds) != len(data):
        raise ScriptError(f"{where}: expected {len(kinds)} values, found {len(data)}")
    return tuple(
        _value(kind, item, f"{where}[{i}]") for i, (kind, item) in enumerate(zip(kinds, data, strict=True))
    )


def _dataclass(cls: type, data: object, where: str) -> Any:
    if not isinstance(data, dict):
        raise ScriptError(f"{where}: expected an object, found {data!r:.60}")
    known = _fields(cls)
    unknown = sorted(set(data) - set(known))
    if unknown:
        raise ScriptError(f"{where}: unknown name {unknown[0]!r}; known are {', '.join(known)}")
    missing = [
        name
        for name, (_, f) in known.items()
        if f.default is dataclasses.MISSING and f.default_factory is dataclasses.MISSING and name not in data
    ]
    if missing:
        raise ScriptError(f"{where}: {missing[0]!r} is missing")
    return cls(**{name: _value(known[name][0], item, f"{where}.{name}") for name, item in data.items()})


def _scalar(hint: type, data: object, where: str) -> Any:
    if hint is float and isinstance(data, int) and not isinstance(data, bool):
        return float(data)
    if type(data) is not hint:
        kinds = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}
        raise ScriptError(f"{where}: expected {kinds.get(hint, hint.__name__)}, found {data!r:.60}")
    return data
