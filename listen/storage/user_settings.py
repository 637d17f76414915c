"""The tables of the settings file whose names are the user's own: voices by language, a speech server."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping

from listen.errors import ListenError
from listen.storage import folders

NAME = "settings.toml"
TABLES = ("voices", "openai")


def table(name: str) -> Mapping[str, str]:
    """One table of texts, empty where the file or the table is not there.

    Raises ListenError for a file that is no TOML, and for values that are no texts.
    """
    path = folders.config_dir() / NAME
    try:
        found = tomllib.loads(path.read_text("utf-8")).get(name, {})
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise ListenError(f"{path} cannot be read ({error}): mend it, or take it away") from error
    if not isinstance(found, dict) or not all(isinstance(value, str) for value in found.values()):
        raise ListenError(f'{path}: [{name}] holds texts, as in de = "…"')
    return found
