"""The settings file: `settings.toml` in the configuration folder, and `LISTEN_…` variables, which go first.

voice = "amy"

[serve]
port = 8080                 # LISTEN_SERVE_PORT=8080

[retention]
days = 90                   # LISTEN_RETENTION_DAYS=90
"""

from __future__ import annotations

import math
import os
import re
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from listen.errors import ListenError
from listen.storage import folders, user_settings

NAME = "settings.toml"
Value = str | int | float | bool | list[str]


@dataclass(frozen=True, slots=True)
class Setting:
    """One name that may be set."""

    name: str
    """With its table before a dot."""
    kind: type
    help: str

    @property
    def variable(self) -> str:
        """The environment variable that goes before the file."""
        return "LISTEN_" + self.name.replace(".", "_").upper()


SETTINGS = (
    Setting("voice", str, "Who reads, unless a command says otherwise."),
    Setting("quote_voice", str, "A second voice for block quotes."),
    Setting("engine", str, "Who must speak."),
    Setting("rate", float, "Speed of speech, 0.5 to 2."),
    Setting("jobs", int, "Rendering processes."),
    Setting("disclose", bool, "Say at the end that the voice is synthetic."),
    Setting("serve.host", str, "Where serve listens; 0.0.0.0 lets others on the network in."),
    Setting("serve.port", int, "And on which port."),
    Setting("serve.base_url", str, "The address under which a proxy shows it."),
    Setting("serve.trusted_proxies", list, "Addresses or networks whose forwarded headers are believed."),
    Setting("serve.allowed_origins", list, "Other sites whose pages may write through the API."),
    Setting("serve.private_webhooks", bool, "Whether webhooks may be on this network."),
    Setting("serve.writes_per_minute", int, "Changes that one token may make in a minute."),
    Setting("serve.log", bool, "Write a JSON line for each request and event."),
    Setting("watch.every", int, "Minutes between two looks at a feed."),
    Setting("watch.backlog", int, "Items to add of a new feed."),
    Setting("retention.days", float, "Remove episodes that are older."),
    Setting("retention.episodes", int, "Keep so many, the newest."),
    Setting("retention.megabytes", float, "Keep so much, the newest."),
    Setting("retention.heard_days", float, "Remove episodes so long after they were heard."),
    Setting("retention.versions", int, "Older versions kept of an episode: 3, or so many; 0: all."),
    Setting("retention.version_days", float, "Remove older versions so long after they were replaced."),
)
"""Everything that may be set; `[retention.SHOW]` sets the same names for one show."""
BY_NAME = {setting.name: setting for setting in SETTINGS}
_YES, _NO = ("1", "true", "yes", "on"), ("0", "false", "no", "off")


def path() -> Path:
    """The file."""
    return folders.config_dir() / NAME


def load() -> dict[str, Any]:
    """Return what the file says. Raises ListenError for one that cannot be read, or that names what is not
    known.
    """
    try:
        form = tomllib.loads(path().read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise ListenError(f"{path()} cannot be read ({error}): correct it") from error
    for name, value in form.items():
        if name in user_settings.TABLES:
            user_settings.table(name)  # its names are languages, or a server's
            continue
        for inner in value if isinstance(value, dict) else ():
            full = f"{name}.{inner}"
            if isinstance(value[inner], dict) and name == "retention":
                for last, one in value[inner].items():
                    _checked(BY_NAME.get(f"retention.{last}"), f"{full}.{last}", one)
            else:
                _checked(BY_NAME.get(full), full, value[inner])
        if not isinstance(value, dict):
            _checked(BY_NAME.get(name), name, value)
    return form


def table(name: str) -> dict[str, Any]:
    """One table of the file with the variables on top; the empty name: what stands outside of tables."""
    form = load()
    found: Any = form if name else {k: v for k, v in form.items() if not isinstance(v, dict)}
    for part in name.split(".") if name else ():
        found = found.get(part, {}) if isinstance(found, dict) else {}
    own = dict(found) if isinstance(found, dict) else {}
    for setting in SETTINGS:
        head, _, last = setting.name.rpartition(".")
        if head == name and (given := os.environ.get(setting.variable)):
            own[last] = _parsed(setting, given)
    return own


def get(name: str, default: Any = None) -> Any:
    """One setting, or the default."""
    head, _, last = name.rpartition(".")
    return table(head).get(last, default)


def number(form: dict[str, Any], name: str, where: str) -> Any:
    """A value that cannot be below 0. Raises ListenError."""
    value = form[name]
    if not 0 <= value < math.inf:
        raise ListenError(f"{where}.{name} is {value:g}: give 0 (no limit) or more")
    return value


def changed(name: str, value: str | None) -> bytes:
    """The file's content with one setting set or taken out; its other lines stay as they are.

    Raises ListenError for a name or a value that does not fit, and where the file says it in a form that is
    not changed here (an inline table, a list over several lines).
    """
    setting = BY_NAME.get(name) or of_show(name)
    if setting is None:
        raise ListenError(f"there is no setting {name!r}: listen config lists them")
    load()  # a broken file is not made worse
    wanted = None if value is None else _parsed(setting, value)
    head, _, last = name.rpartition(".")
    file = path()
    lines = file.read_text("utf-8").splitlines() if file.exists() else []
    edited = "\n".join(_edited(lines, head, last, None if wanted is None else _toml(wanted))) + "\n"
    if _found(edited, name) != wanted:
        raise ListenError(f"{file} says {name} in a form that is not changed here: change it in an editor")
    return edited.encode()


def _found(text: str, name: str) -> Any:
    """Return what a file says for a setting; None: nothing, `...`: it would be no TOML any more."""
    try:
        found: Any = tomllib.loads(text)
    except ValueError:
        return ...
    for part in name.split("."):
        found = found.get(part) if isinstance(found, dict) else None
    return found


def of_show(name: str) -> Setting | None:
    """The setting `retention.SHOW.…` that limits one show; None for another name."""
    table, _, rest = name.partition(".")
    show, _, last = rest.partition(".")
    own = BY_NAME.get(f"{table}.{last}")
    fits = table == "retention" and own is not None and re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", show)
    return replace(own, name=name) if own is not None and fits else None


def _edited(lines: list[str], head: str, last: str, shown: str | None) -> list[str]:
    begin = 0
    if head:
        begin = next((n + 1 for n, line in enumerate(lines) if line.split("#")[0].strip() == f"[{head}]"), -1)
        if begin < 0:
            return (
                lines
                if shown is None
                else [*lines, *([""] if lines else []), f"[{head}]", f"{last} = {shown}"]
            )
    end = next((n for n in range(begin, len(lines)) if lines[n].lstrip().startswith("[")), len(lines))
    for n in range(begin, end):
        if lines[n].split("=")[0].strip() == last:
            return [*lines[:n], *([f"{last} = {shown}"] if shown is not None else []), *lines[n + 1 :]]
    if shown is None:
        return lines
    while end > begin and not lines[end - 1].strip():
        end -= 1
    return [*lines[:end], f"{last} = {shown}", *lines[end:]]


def _toml(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'
    return repr(value)


def _parsed(setting: Setting, text: str) -> Any:
    try:
        if setting.kind is bool:
            if text.lower() not in (*_YES, *_NO):
                raise ValueError
            return text.lower() in _YES
        if setting.kind is list:
            return [part.strip() for part in text.split(",") if part.strip()]
        value = setting.kind(text)
    except ValueError as error:
        raise ListenError(f"{setting.name}: {text!r} does not fit; give {_expected(setting)}") from error
    if not isinstance(value, str) and not 0 <= value < math.inf:
        raise ListenError(f"{setting.name}: {text} does not fit; give 0 or more")
    if isinstance(value, str) and not value.isprintable():
        raise ListenError(f"{setting.name}: give it in one line")
    return value


def _checked(setting: Setting | None, name: str, value: object) -> None:
    if setting is None:
        raise ListenError(f"{path()}: there is no setting {name!r}; listen config lists them")
    fits = isinstance(value, setting.kind) or (setting.kind is float and isinstance(value, int))
    if not fits or (isinstance(value, bool) and setting.kind is not bool):
        raise ListenError(f"{path()}: {name} does not fit; give {_expected(setting)}")


def _expected(setting: Setting) -> str:
    kinds = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}
    return kinds.get(setting.kind, "a list of texts")
