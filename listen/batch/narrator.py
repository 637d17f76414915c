"""One article, from its document to the destination: what runs in the process that a worker keeps for it.

The destination gets the audio first, then what stands beside it, then the article's own line of the manifest:
whoever sees that one sees an episode that is whole.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from listen import engines, pipeline, reading
from listen.batch import work
from listen.batch.work import Item, Job, Outcome, Settings
from listen.casting import catalog
from listen.casting.cast import credits_of
from listen.casting.installation import installing
from listen.clean.metadata.structured_data import iso
from listen.errors import ListenError, OutputError
from listen.formats import forms
from listen.library import adding, identity
from listen.model import Article, Block, Episode, Script, Source
from listen.options import Options
from listen.segment import script_file
from listen.sources import multipage
from listen.storage import jsonform
from listen.storage.manifest import File, Line, dumps, entry, loads
from listen.storage.targets import Target, target

STORY = ".story.json"
"""Article and episode with its clock: what a library needs to take the episode in."""


class WantedPageError(Exception):
    """The article goes on at an address that was not fetched yet."""


class Narrator:
    """Narrates one article after another, and keeps between them what is the same for all."""

    def __init__(self, folder: Path) -> None:
        """`folder` is the process's own, for files in the making; somebody else removes it."""
        self._folder = folder
        self._places: dict[str, Target] = {}
        self._options: dict[str, Options] = {}
        self._brought: set[str] = set()

    def perform(self, job: Job) -> Outcome:
        """Narrate it, unless it is at the destination already. What goes wrong is told in the outcome."""
        begin = time.process_time()
        outcome = self._performed(job)
        return replace(outcome, line=replace(outcome.line, cpu_s=round(time.process_time() - begin, 3)))

    def _performed(self, job: Job) -> Outcome:
        line = Line(
            "failed",
            job.item.source,
            job.ticket,
            at=_now(),
            listen=work.version(),
            processor=work.processor(),
        )
        if job.settings.version != work.version():
            why = f"a worker has listen {work.version()}, the batch was started with {job.settings.version}"
            return Outcome(replace(line, reason=f"{why}: install the same on all"), "version")
        try:
            with tempfile.TemporaryDirectory(dir=self._folder) as folder:
                return Outcome(self._narrated(job, line, Path(folder)))
        except WantedPageError as page:
            return Outcome(line, wants=str(page))
        except OutputError as error:
            return Outcome(replace(line, reason=str(error)), "storage")
        except ListenError as error:
            return Outcome(replace(line, reason=_one_line(str(error))), "article")
        except MemoryError:
            limit = job.settings.limits.memory_mb
            return Outcome(replace(line, reason=f"it needs more than {limit} MB of memory"), "limit")
        except OSError as error:
            return Outcome(replace(line, reason=f"the worker's disk: {error}"), "storage")
        except Exception as error:  # noqa: BLE001 one article's bug must not end the batch; it is reported
            why = _one_line(f"a bug in listen: {type(error).__name__}: {error} ({_place(error)})")
            return Outcome(replace(line, reason=why), "article")

    def _narrated(self, job: Job, line: Line, folder: Path) -> Line:
        settings, place = job.settings, self._place(job.settings.dest)
        for name in filter(None, (settings.voice, settings.options.quote_voice)):
            self._bring(name)
        options = self._with_files(settings, place)
        notes: list[str] = []
        script, article, trust = read(job, options, notes.append)
        link = identity.link(article, job.item.url)
        key = work.episode_key(link, job.item.name, article, settings)
        present = _present(place, key)
        if present is not None:
            return replace(
                present,
                status="skipped",
                source=line.source,
                ticket=line.ticket,
                reason="it is there already",
            )
        script = replace(script, url=link)
        article = replace(article, url=link)
        mp3 = folder / f"{key}.mp3"
        episode = pipeline.narrate(
            script, settings.voice, mp3, None, options, note=notes.append, article=article
        )
        story = folder / f"{key}{STORY}"
        story.write_text(_story(article, episode), "utf-8")
        done = replace(
            line,
            status="done",
            key=key,
            title=" ".join(episode.title.split()),
            lang=episode.lang,
            duration_ms=episode.duration_ms,
            files=tuple(_file(path) for path in (episode.path, *episode.sidecars, story)),
            chapters=episode.chapters,
            voices=tuple(credits_of(episode.voices)),
            identity=identity.identity(link, article),
            digest=identity.digest(article),
            summary=adding.summary(article.blocks),
            byline=episode.byline,
            url=link,
            site=episode.site,
            published=episode.published,
            notes=tuple(dict.fromkeys((*notes, *episode.notes))),
            trust=trust,
            engine=", ".join(dict.fromkeys(engines.get(v.engine).version(v) for v in episode.voices)),
            at=_now(),
        )
        for file in done.files:
            place.put(f"{key}/{file.name}", folder / file.name, _type(file.name))
        place.put(entry(key), dumps(done).encode(), "application/json")
        return done

    def _bring(self, name: str) -> None:
        """Install a voice that this machine does not have yet; the first process does, others wait for it."""
        if name in self._brought:
            return
        found = catalog.entry(name)
        if found is not None and found.files and not found.installed:
            installing.install([found])
        self._brought.add(name)

    def _place(self, dest: str) -> Target:
        if dest not in self._places:
            self._places[dest] = target(dest)
        return self._places[dest]

    def _with_files(self, settings: Settings, place: Target) -> Options:
        """The options as this process uses them, with the files that they name, fetched once."""
        if settings.digest not in self._options:
            paths: dict[str, Any] = {}
            for option, name in settings.files.items():
                path = self._folder / Path(name).name
                path.write_bytes(place.read(name))
                paths[option] = path
            self._options[settings.digest] = replace(
                settings.options, jobs=1, cache=False, force=True, **paths
            )
        return self._options[settings.digest]


def read(
    job: Job, options: Options, note: Callable[[str], None] = lambda _: None
) -> tuple[Script, Article, float | None]:
    """The script, the article, how far it can be trusted. Raises WantedPageError, or as `reading` does."""
    source = _titled(job.item)
    if script_file.is_script(source.data):
        script, _ = reading.story(source, options, note)
        blocks = tuple(Block("paragraph", u.text) for u in script.utterances)
        article = Article(
            script.title, script.lang, blocks, script.byline, script.url, script.published, script.site
        )
        return script, article, None
    fetched = {page.name: page for page in job.pages}

    def get(url: str) -> Source:
        if url not in fetched:
            raise WantedPageError(url)
        return fetched[url]

    cleaned = multipage.read(source, keep=options.keep, note=note, get=get)
    article = _completed(cleaned.article, job.item)
    script, read = reading.story(article, options, note)
    return script, read or article, getattr(cleaned, "trust", None)


def _titled(item: Item) -> Source:
    """The document; a plain text gets the title that the list has for it, as texts have theirs."""
    source = item.document()
    if item.title and item.media_type == "text/plain":
        return replace(source, data=f"{item.title}\n\n".encode() + source.data)
    return source


def _completed(article: Article, item: Item) -> Article:
    """The article with what the list says of it."""
    return replace(
        article,
        title=item.title or article.title,
        byline=item.byline or article.byline,
        published=iso(item.published) or article.published,
        site=item.site or article.site,
        lang=item.lang or article.lang,
        url=article.url or item.url,
    )


def _present(place: Target, key: str) -> Line | None:
    """The line of an episode that is at the destination, whole; None: it is to be made."""
    data = place.read(entry(key))
    if not data:
        return None
    try:
        line = loads(data.decode(), key)
    except (OutputError, UnicodeDecodeError):
        return None  # damaged: it is made again
    sizes = place.sizes(key)
    whole = all(sizes.get(f"{key}/{file.name}") == file.size for file in line.files)
    return line if whole and line.files else None


def _story(article: Article, episode: Episode) -> str:
    shown = replace(episode, path=Path(episode.path.name), sidecars=())
    form = {"article": jsonform.plain(article), "episode": jsonform.plain(shown)}
    return json.dumps(form, ensure_ascii=False, separators=(",", ":"))


def _file(path: Path) -> File:
    with path.open("rb") as file:
        return File(path.name, path.stat().st_size, hashlib.file_digest(file, "sha256").hexdigest())


def _type(name: str) -> str:
    other = "application/json" if name.endswith(".json") else "application/octet-stream"
    return forms.TYPES.get(forms.ending_of(name), other)


def _now() -> str:
    return f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"


def _one_line(text: str) -> str:
    return " ".join(text.split())[:1000]


def _place(error: Exception) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "?"
