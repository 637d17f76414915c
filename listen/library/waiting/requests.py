"""This module says what somebody asked to have narrated, as the waiting list keeps it: JSON beside the
document's bytes.
"""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from listen.errors import LibraryError, ListenError
from listen.options import Options

WAITING, FETCHING, NARRATING = "waiting", "fetching", "narrating"
DONE, FAILED, CANCELLED = "done", "failed", "cancelled"
STATES = (WAITING, FETCHING, NARRATING, DONE, FAILED, CANCELLED)
OVER = (DONE, FAILED, CANCELLED)
PATHS = frozenset({"intro", "outro", "bed", "cover", "lexicon"})
SETS = frozenset({"keep", "also"})


@dataclass(frozen=True, slots=True)
class Request:
    """A source and how it is to be narrated."""

    url: str = ""
    """To be fetched; or, beside a document, where that came from."""
    name: str = ""
    """How the user called the source."""
    media_type: str = ""
    charset: str = ""
    title: str = ""
    """Instead of the document's own, as the next five."""
    byline: str = ""
    site: str = ""
    lang: str = ""
    published: str = ""
    voice: str | None = None
    options: dict[str, Any] = field(default_factory=dict)
    """Narration options that are not the default, as `options_form` has them."""
    public_only: bool = True
    """Fetch from the public internet only: it is for somebody else."""
    again: bool = False
    """Also if it is there unchanged."""
    back: bool = False
    """Also if it was removed."""
    identity: str = ""
    """What makes it the same article, instead of its link."""
    not_before: str | None = None
    show: str = ""
    otherwise: str | None = None
    """Who reads when neither `voice` nor the show says."""
    episode: str = ""
    """Narrate the article of this episode again."""
    name_corrected: bool = False
    """For the sake of a name that is to be said differently."""
    digest: str = ""
    """SHA-256 of the document that was given with it: that is not kept when it has become an episode."""


@dataclass(frozen=True, slots=True)
class Job:
    """One request and what became of it so far."""

    seq: int
    id: str
    owner: str
    """Name of the share that asked; `owner`, `watch`."""
    caller: str | None
    """The asker's own id for it."""
    state: str
    request: Request
    title: str
    done: int
    """Characters narrated."""
    total: int
    """Characters of the script; 0: not known yet."""
    audio_ms: int
    what: str
    """`new`, `updated` or `there already`, when done; the error's class, when failed."""
    episode: str
    """Id of the episode it became."""
    error: str
    notes: tuple[str, ...]
    attempts: int
    due: str
    """Not to be tried before; empty: now."""
    added: str
    updated: str

    @property
    def over(self) -> bool:
        """Return whether nothing more will happen by itself."""
        return self.state in OVER

    @property
    def shown(self) -> str:
        """Return what to call it before its title is known."""
        return self.title or self.request.title or self.request.name or self.request.url or "A text"


def request_json(request: Request) -> str:
    """The request without what is at its default."""
    form = {
        f.name: getattr(request, f.name)
        for f in dataclasses.fields(request)
        if getattr(request, f.name) not in (f.default, {})
    }
    form.setdefault("public_only", request.public_only)
    return json.dumps(form, ensure_ascii=False)


def request_of(text: str) -> Request:
    """Return what `request_json` wrote; names that a newer version wrote are left aside."""
    form = json.loads(text)
    known = {f.name for f in dataclasses.fields(Request)}
    return Request(**{name: value for name, value in form.items() if name in known})


def options_form(options: Options) -> dict[str, Any]:
    """Options that are not the default, as JSON has them; files by their whole paths."""
    form: dict[str, Any] = {}
    for f in dataclasses.fields(options):
        value = getattr(options, f.name)
        if value == f.default:
            continue
        if isinstance(value, frozenset):
            value = sorted(value)
        elif isinstance(value, Path):
            value = str(value.resolve())
        form[f.name] = value
    return form


def options_of(form: dict[str, Any]) -> Options:
    """Return what `options_form` wrote. Raises LibraryError for what cannot be options."""
    known = {f.name for f in dataclasses.fields(Options)}
    values: dict[str, Any] = {}
    for name, value in form.items():
        if name not in known:
            continue
        if name in SETS:
            value = frozenset(value)
        elif name in PATHS and value is not None:
            value = Path(value)
        values[name] = value
    try:
        return Options(**values)
    except (TypeError, ListenError) as error:
        raise LibraryError(f"the request's options cannot be used ({error}): ask again") from error
