"""Lexicon files on disk: the user's own, in TSV or PLS, on top of the one that comes with the voices."""

from __future__ import annotations

from pathlib import Path

from listen.errors import LexiconError
from listen.speech.lexicon import Lexicon, parse


def load(path: Path) -> Lexicon:
    """A user's lexicon: PLS if it is XML, else TSV. Raises LexiconError saying what to change."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise LexiconError(
            f"{path}: cannot be read ({error.strerror}); check the path of the lexicon"
        ) from error
    except UnicodeDecodeError as error:
        raise LexiconError(f"{path}: is not UTF-8 text; save it as UTF-8") from error
    if text.lstrip()[:1] == "<":
        from listen.speech.pls import parse_pls  # brings XML and what fetches its parts

        return parse_pls(text, str(path))
    return parse(text, str(path))
