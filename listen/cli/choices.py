"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

CHAPTERS = ["auto", "headings", "paragraphs", "none"]
F = TypeVar("F", bound=Callable[..., Any])


def voice_option(function: F) -> F:
    """--voice"""
    return click.option("--voice", metavar="VOICE", help="Who reads; listen voices lists them.")(function)


def engine_option(function: F) -> F:
    """--engine"""
    return click.option("--engine", metavar="ENGINE", help="Who must speak: hibari, espeak, system.")(
        function
    )


def lexicon_option(function: F) -> F:
    """--lexicon"""
    return file_option("--lexicon", "Your own pronunciations (TSV or PLS).")(function)


def file_option(name: str, text: str) -> Callable[[F], F]:
    """An option that names a file to read."""
    kind = click.Path(exists=True, dir_okay=False, path_type=Path)
    return click.option(name, type=kind, metavar="FILE", help=text)


def classes(ctx: click.Context, param: click.Parameter, value: str | None) -> frozenset[str]:
    """`captions,footnotes` → a set."""
    return frozenset(part.strip() for part in value.split(",") if part.strip()) if value else frozenset()
