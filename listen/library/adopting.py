"""This module says what a batch made → episodes of the library: taken from its destination, checked, not
narrated again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace

from listen.errors import LibraryError, ListenError
from listen.formats import forms
from listen.library import adding, identity
from listen.library.adding import Added
from listen.library.keeping import retention
from listen.library.records import Draft
from listen.library.store import Library
from listen.model import Article, Episode
from listen.options import Options
from listen.storage import jsonform, manifest
from listen.storage.manifest import Line
from listen.storage.targets import Target

STORY = ".story.json"
"""Ending of the file with the article and the episode's clock, beside a batch's MP3."""
BESIDE = Options(page=True, also=adding.ALSO)
"""What stands beside an episode in the library: written from its clock, whatever the batch wrote."""


def from_manifest(
    library: Library, place: str, not_before: str | None = None, again: bool = False
) -> Iterator[Added | tuple[Line, ListenError]]:
    """Take in every episode of a manifest, which `listen.storage.manifest.of` finds, one after another.

    What cannot be taken comes with its error; the others are not kept waiting. Raises OutputError when there
    is no manifest.
    """
    source, lines = manifest.of(place)
    for line in manifest.episodes(lines):
        try:
            yield adopt(library, source, line, not_before, again)
        except ListenError as error:
            yield line, error


def adopt(
    library: Library, source: Target, line: Line, not_before: str | None = None, again: bool = False
) -> Added:
    """Take in one episode that is at `source`. The same article again is no second episode.

    Raises LibraryError for files that are not there or not what the manifest says, RetiredError for an
    episode that was removed.
    """
    present = adding.present_of(library, line.identity, again)
    if present and present.digest == line.digest and not again:
        return Added(present, "there already")
    audio = _checked(source, line, line.files[0].name)
    article, episode = _story(source, line)
    version, guid = library.next_version(line.identity), identity.guid(line.identity)
    mark = hashlib.sha256(repr((guid, version, line.key)).encode()).hexdigest()[:10]
    with library.staging() as staged:
        path = staged / f"{identity.slug(line.title)}-{mark}.mp3"
        path.write_bytes(audio)
        beside = [(form, path.with_name(path.stem + form.ending)) for form in forms.beside(BESIDE)]
        episode = replace(episode, path=path, sidecars=tuple(p for _, p in beside))
        for form, file in beside:
            form.write(file, forms.Material(episode, article, path))
        files = adding.write_files(staged, episode, article)
        (staged / adding.KEYS).write_text("", encoding="ascii")  # nothing of it is in the cache
        draft = Draft(
            identity=line.identity,
            guid=guid,
            version=version,
            digest=line.digest,
            title=line.title,
            lang=line.lang,
            summary=line.summary,
            audio=path.name,
            sha256=line.files[0].sha256,
            duration_ms=line.duration_ms,
            chapters=line.chapters,
            files=files,
            voices=line.voices,
            byline=line.byline,
            url=line.url,
            site=line.site,
            published=line.published,
            not_before=not_before,
            notes=line.notes,
            reason=adding.reason(present, line.digest, line.voices),
        )
        entry = library.keep(staged, draft, again)
    library.drop(retention.too_old(library, entry))
    return Added(entry, "updated" if present else "new")


def _checked(source: Target, line: Line, name: str) -> bytes:
    """A file of the episode. Raises LibraryError unless it is what the manifest says."""
    wanted = next(file for file in line.files if file.name == name)
    data = source.read(f"{line.key}/{name}")
    if hashlib.sha256(data).hexdigest() != wanted.sha256:
        what = "is not what the manifest says" if data else "is not there"
        raise LibraryError(
            f"“{line.title}”: {line.key}/{name} {what}: remove its folder, run the batch again"
        )
    return data


def _story(source: Target, line: Line) -> tuple[Article, Episode]:
    name = next((file.name for file in line.files if file.name.endswith(STORY)), "")
    if not name:
        raise LibraryError(f"“{line.title}”: its manifest names no {STORY} file: run the batch again")
    form = json.loads(_checked(source, line, name))
    article = jsonform.value(Article, form["article"], name)
    return article, jsonform.value(Episode, form["episode"], name)
