"""A source → an episode in the library: cleaned, narrated, kept."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from listen import mp3, pipeline, reading
from listen.casting import calibration
from listen.casting import cast as casting
from listen.errors import LibraryError, RetiredError
from listen.library import identity, shows, versions
from listen.library.records import Draft, Entry, Item
from listen.library.store import Library
from listen.model import Article, Block, Episode, Script, Source
from listen.options import Options
from listen.render import passages
from listen.speech import kept_words
from listen.stitch.progress import Notes, Progress
from listen.storage import cache, jsonform

T = TypeVar("T")
ALSO = frozenset({"srt", "transcript"})
COVER_BYTES = 300_000
"""Players fetch the whole tag before the sound: a larger picture stays out of it."""
SUMMARY_CHARS = 400
ARTICLE, EPISODE, KEYS = "article.json", "episode.json", "passages.txt"
"""Kept beside an episode's public files: what it was made from, its clock, and its passages in the cache."""


@dataclass(frozen=True, slots=True)
class Added:
    """Holds what became of a source."""

    entry: Entry
    what: str
    """`new`, `updated`, or `there already`."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Says how a source is to be added."""

    voice: str | None = None
    options: Options = field(default_factory=lambda: Options(profile="podcast"))
    not_before: str | None = None
    """Held back until then."""
    again: bool = False
    """Also if it was removed, or is there unchanged."""
    back: bool = False
    """Also if it was removed."""
    identity: str = ""
    """What makes it the same article, where its link must not: a feed's word for another site's page."""
    show: str = ""
    """Name of the show it goes into; empty: the first whose words and sources it fits."""
    otherwise: str | None = None
    """Who reads when neither `voice` nor the show says."""
    name_corrected: bool = False
    """A name is to be said differently: what is narrated again for that says so."""


def add(
    library: Library,
    source: Source,
    wish: Wish = Wish(),
    progress: Callable[[Progress], None] = lambda _: None,
    note: Callable[[str], None] = lambda _: None,
    executor: Executor | None = None,
) -> Added:
    """Keep what `fetch` brought as an episode. The same article again is no second episode; a changed one is
    the same episode's next version.

    Raises a ListenError; the library is then as it was, except that RetiredError means it was so before.
    """
    note = Notes.of(note)
    article, script = _read(source, wish.options, note)
    return add_article(library, article, source.url, wish, progress, note, executor, script)


def add_article(
    library: Library,
    article: Article,
    fetched: str | None = None,
    wish: Wish = Wish(),
    progress: Callable[[Progress], None] = lambda _: None,
    note: Callable[[str], None] = lambda _: None,
    executor: Executor | None = None,
    script: Script | None = None,
) -> Added:
    """Keep an article that was cleaned already, as `add` does; `fetched` is the address it came from."""
    url = identity.link(article, fetched)
    article = replace(article, url=url)
    key, digest = wish.identity or identity.identity(url, article), identity.digest(article)
    if wish.show and not wish.identity:
        key = (
            f"show:{wish.show} {key}"  # the same article in two shows is two episodes: neither takes it away
        )
    present = present_of(library, key, wish.again or wish.back)
    wish = _in_its_show(library, article, wish, present)
    if present and present.digest == digest and not wish.again:
        return Added(present, "there already")
    script = replace(script or reading.written(article, wish.options), url=url)
    version, guid = library.next_version(key), identity.guid(key)
    with library.staging() as staged:
        name = f"{identity.slug(article.title)}-{_mark(guid, version, digest, wish)}.mp3"
        cover = _cover(library.of(wish.show))
        options = replace(wish.options, sidecars=True, page=True, also=ALSO, force=False, cover=cover)
        episode = pipeline.narrate(
            script, wish.voice, staged / name, executor, options, progress, note, article
        )
        public = write_files(staged, episode, article)
        keys = _passage_keys(script, wish.voice, options)
        readers = tuple(casting.credits_of(episode.voices))
        (staged / KEYS).write_text("".join(f"{key}\n" for key in keys), encoding="ascii")
        draft = Draft(
            identity=key,
            guid=guid,
            version=version,
            digest=digest,
            title=" ".join(episode.title.split()),
            lang=episode.lang,
            summary=summary(article.blocks),
            audio=name,
            sha256=episode.sha256,
            duration_ms=episode.duration_ms,
            chapters=episode.chapters,
            files=public,
            voices=readers,
            byline=episode.byline,
            url=url,
            site=episode.site,
            published=episode.published,
            not_before=wish.not_before,
            notes=episode.notes,
            show=wish.show,
            reason=reason(present, digest, readers, wish.name_corrected),
        )
        entry = library.keep(staged, draft, wish.again or wish.back)
    return Added(entry, "updated" if present else "new")


def reason(present: Entry | None, digest: str, voices: tuple[str, ...], name_corrected: bool = False) -> str:
    """Return what makes the next version of an episode new; empty for its first."""
    if present is None:
        return ""
    if present.digest != digest:
        return versions.ARTICLE
    if name_corrected:
        return versions.NAME
    return versions.AGAIN if present.voices == voices else versions.VOICE


def _in_its_show(library: Library, article: Article, wish: Wish, present: Entry | None) -> Wish:
    """The wish with the article's show, and with that show's voice unless a voice was asked for. An episode
    that is there stays where it was put."""
    name = wish.show or (present.show if present else shows.chosen(library, article))
    own = library.of(name).show.voice if name else ""
    return replace(wish, show=name, voice=wish.voice or own or wish.otherwise)


def remove(library: Library, short: str) -> Entry:
    """Take an episode out of the library, its files and what the cache holds of it; its GUID is retired."""
    entry = library.held_entry(short)
    home = library.folder / "episodes" / entry.id
    keys = [key for path in home.glob(f"*/{KEYS}") for key in path.read_text("ascii").split()]
    library.retire(entry.id)
    # What an episode shares with another (a notice at the end) is simply rendered again.
    cache.of_runs().discard(keys)
    return entry


def summary(blocks: Sequence[Block]) -> str:
    """The first paragraphs' words, at most `SUMMARY_CHARS`, ending with a whole word."""
    text = " ".join(
        " ".join(b.text.split()) for b in blocks[:12] if b.kind in ("paragraph", "quote", "list_item")
    )
    if len(text) <= SUMMARY_CHARS:
        return text
    return text[:SUMMARY_CHARS].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + " …"


def article_of(library: Library, entry: Entry) -> Article:
    """The article an episode was made from. Raises LibraryError if it cannot be read."""
    return _kept(library, entry, ARTICLE, Article)


def episode_of(library: Library, entry: Entry) -> Episode:
    """The episode with its cues."""
    episode = _kept(library, entry, EPISODE, Episode)
    return replace(episode, path=library.path(entry, entry.audio), sidecars=())


def _kept(library: Library, entry: Entry, name: str, kind: type[T]) -> T:
    path = library.path(entry, name)
    try:
        return jsonform.value(kind, json.loads(path.read_text("utf-8")), name)
    except (OSError, ValueError) as error:
        raise LibraryError(
            f"{path} cannot be read ({error}): restore it from a copy of the library"
        ) from error


def _read(source: Source, options: Options, note: Callable[[str], None]) -> tuple[Article, Script]:
    script, article = reading.story(source, options, note)
    if article is not None:
        return article, script
    blocks = tuple(Block("paragraph", u.text) for u in script.utterances)
    article = Article(
        title=script.title, lang=script.lang, blocks=blocks, byline=script.byline,
        url=script.url, published=script.published, site=script.site, image=script.image,
    )  # fmt: skip
    return article, script


def present_of(library: Library, key: str, again: bool) -> Entry | None:
    """The episode of an identity, None for none. Raises RetiredError for a removed one, unless `again`."""
    try:
        return library.find(key)
    except RetiredError:
        if again:
            return None
        raise


def _mark(guid: str, version: int, digest: str, wish: Wish) -> str:
    """The part of the file names that makes a new version a new address."""
    o = wish.options
    made_from = repr(
        (guid, version, digest, wish.voice, o.quote_voice, o.engine, o.rate, o.chapters, o.pace, o.profile)
    )
    return hashlib.sha256(made_from.encode()).hexdigest()[:10]


def write_files(staged: Path, episode: Episode, article: Article) -> tuple[Item, ...]:
    """Keep what an episode was made from, and its clock; returns the public files, the MP3 first."""
    for name, value in (
        (ARTICLE, article),
        (EPISODE, replace(episode, path=Path(episode.path.name), sidecars=())),
    ):
        text = json.dumps(jsonform.plain(value), ensure_ascii=False, separators=(",", ":"))
        (staged / name).write_text(text, encoding="utf-8")
    return tuple(Item(p.name, p.stat().st_size) for p in (episode.path, *episode.sidecars))


def _cover(library: Library) -> Path | None:
    """The show's picture for the MP3's tag, if it is small enough."""
    named = library.show.image
    made = [library.described / named] if named else sorted(library.described.glob("cover-*.png"))
    return next((path for path in made if path.is_file() and path.stat().st_size <= COVER_BYTES), None)


def _passage_keys(script: Script, voice: str | None, options: Options) -> list[str]:
    """Return where the cache holds what was rendered, and the words, so that `remove` finds it."""
    if not options.cache:
        return []
    script, cast = casting.cast(script, voice, options.engine, options.quote_voice)
    lexicon = reading.own_lexicon(options)
    said = list(reading.spoken(script.utterances, lexicon, options.keep, cache.of_runs()))
    cast = calibration.calibrated(cast, lambda: said, options.rate)
    encoding = mp3.Encoding.of(options.profile, cast.main.rate, options.bitrate)
    work = passages.of(said, cast, options.rate, encoding, options.bed is not None)
    words = (
        kept_words.key(part, lexicon, "codes" in options.keep)
        for part in kept_words.paragraphs(script.utterances)
    )
    return list(dict.fromkeys([*(passage.key for passage in work), *words]))
