"""The first half of the story: a document → its article → the script → the words that are said.

`pipeline.py` narrates what this reads; the commands that only show something (`clean`, `script`) end here.
"""

from __future__ import annotations

import itertools
import locale
import os
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from listen import engines, segment, speech
from listen.casting import cast as casting
from listen.casting import catalog, pronunciations
from listen.clean import Cleaned, LeftOut
from listen.errors import NoArticleError
from listen.model import OTHER_SCRIPTS, Article, Block, Script, Source, Utterance
from listen.options import Options
from listen.segment import script_file
from listen.segment.build import Pauses
from listen.segment.notices import disclosure
from listen.sources import fetch, multipage
from listen.speech import kept_words
from listen.speech.lexicon import Lexicon
from listen.storage.compressed.packed import Packed

Given = str | os.PathLike[str] | bytes | tuple[bytes, str] | Source | Article | Script
"""What can be narrated: a path, a URL or `-`; a document's bytes, alone or with a name whose ending says what
they are; what `fetch` brought; an article; a script."""


def read(
    source: Given, keep: frozenset[str] = frozenset(), note: Callable[[str], None] = lambda _: None
) -> Cleaned:
    """Return what will be read of a document, what was left out of it and why, and what the user should know.

    `keep` names classes of left-out text to read after all (`listen.clean.CLASSES`); `note` is told each note
    as it comes up. Raises SourceError for what cannot be had, NoArticleError for what holds no article.
    """
    cleaned = _cleaned(source, keep, note)
    if "codes" in keep or isinstance(source, Article):
        return cleaned
    named = [
        LeftOut(
            "codes",
            f"{u.reason}: {f'said as “{u.said}”' if u.said else 'not said'}",
            block.text[u.start : u.end],
        )
        for block in cleaned.article.blocks
        for u in speech.unsaid(block.text)
    ]
    return replace(cleaned, left_out=(*cleaned.left_out, *named)) if named else cleaned


def _cleaned(source: Given, keep: frozenset[str], note: Callable[[str], None]) -> Cleaned:
    """Return what will be read of a document; nobody has asked yet what of its sentences is not said."""
    if isinstance(source, Article):
        return Cleaned(source)
    if isinstance(source, Script):
        raise TypeError("a script has no article: give listen.make the script, or read what it was made of")
    return multipage.read(_fetched(source), keep=keep, note=note)


_LOOSE = 512
"""Blocks of a waiting article that stay as they are: the others are packed, for a book has thousands."""


def story(
    source: Given,
    options: Options,
    note: Callable[[str], None] = lambda _: None,
    voice: str | None = None,
) -> tuple[Script, Article | None]:
    """The script of a source, and the article behind it (an edited script has none). `voice` will read it.

    Its utterances have no words yet, but for those of an edited script: a narration finds words as it goes,
    so the first passage of a book is heard at once, and the words of the whole are never in memory.
    """
    if isinstance(source, Script):
        return source, None
    if not isinstance(source, Article):
        source = _fetched(source)
        if script_file.is_script(source.data):
            lexicon = own_lexicon(options)
            script = script_file.loads(source.data, lambda t, lang: speech.speak(t, lang, lexicon))
            return script, None
    article = _cleaned(source, options.keep, note).article
    script = written(article, options, voice)
    # With the locale that was made out. It waits until all is spoken, for a page or a book.
    return script, replace(article, lang=script.lang, blocks=Packed(article.blocks, _LOOSE))


def written(article: Article, options: Options, voice: str | None = None) -> Script:
    """The article's sentences and pauses; `voice` tells British from American where the page does not."""
    described = catalog.entry(voice) if voice else None
    voice_lang = described.voice.lang if described else "en-US"
    lang = article.lang if article.lang not in ("", "und") else users_language(article.text)
    article = replace(article, lang=speech.locale(lang, article.url or "", article.text, voice_lang))
    said = disclosure(article.lang, article.byline) if options.disclose else ""
    return segment.script(article, options.chapters, Pauses(natural=options.pace == "natural"), said)


def users_language(text: str) -> str:
    """The language of this user's programs, for a text too short to tell its own; `und` where it is not set
    or is not written in the text's letters.
    """
    names = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    tag = (next(filter(None, names), "") or locale.getlocale()[0] or "").partition(".")[0].partition("@")[0]
    lang = tag.replace("_", "-")
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Z]{2})?", lang):  # C, POSIX
        return "und"
    latin = any("LATIN" in unicodedata.name(c, "") for c in text if c.isalpha())
    return "und" if latin == (lang.split("-")[0] in OTHER_SCRIPTS) else lang


def worded(script: Script, options: Options) -> Script:
    """The script with the words of every utterance."""
    return replace(script, utterances=tuple(spoken(script.utterances, own_lexicon(options), options.keep)))


def spoken(
    utterances: Iterable[Utterance],
    lexicon: Lexicon | None,
    keep: frozenset[str] = frozenset(),
    kept: kept_words.Kept | None = None,
) -> Iterator[Utterance]:
    """Each with the words that are said for it; what has none to say is left out. `keep` may name `codes`.

    Words that are in `kept` are not found again. Raises NoArticleError when nothing is left.
    """
    empty = True
    for u in _worded(kept_words.paragraphs(utterances), lexicon, keep, kept):
        empty = False
        yield u
    if empty:
        raise NoArticleError("there is nothing to say in it: no words were found")


def new(
    utterances: Iterable[Utterance],
    lexicon: Lexicon | None,
    keep: frozenset[str],
    kept: kept_words.Kept,
    few: int = 0,
    found: Callable[[], object] = lambda: None,
) -> Iterator[Utterance]:
    """Those of `spoken` in paragraphs whose words are not in `kept`: what was changed since the last time.

    `found` is called before their words are found if there are some, of no more than `few` characters."""
    groups = kept_words.unknown(utterances, lexicon, "codes" in keep, kept)
    first: dict[tuple[tuple[str, str], ...], tuple[Utterance, ...]] = {}  # by what is said: each once
    size = 0
    for group in groups:
        first.setdefault(tuple((u.text, u.lang) for u in group), group)
        size += sum(len(u.text) for u in group)
        if size > few:
            break
    if first and size <= few:
        found()
    yield from _worded(itertools.chain(first.values(), groups), lexicon, keep, kept)


def _worded(
    groups: Iterable[tuple[Utterance, ...]],
    lexicon: Lexicon | None,
    keep: frozenset[str],
    kept: kept_words.Kept | None,
) -> Iterator[Utterance]:
    for group in groups:
        for u, words in zip(group, kept_words.of(group, lexicon, "codes" in keep, kept), strict=True):
            if words:
                yield u if u.words else u.but(words=tuple(words))


def own_lexicon(options: Options) -> Lexicon | None:
    """The lexicon that comes with the voices, then the user's own, then the one named for this narration.

    None when there is only the first: the speech stage has that one by itself.
    """
    named = options.lexicon
    return pronunciations.in_use(named) if named or pronunciations.own_files() else None


def phonemes(text: str, lang: str = "en-US", voice: str | None = None) -> str:
    """Give the phonemes that a voice is to say for a text, in the alphabet of its engine.

    Without `voice` it is the one that reads an article in `lang`. An engine that keeps its phonemes to itself
    gets text, and that is given. Raises VoiceError when nobody speaks the language.
    """
    script = written(Article("", lang, (Block("paragraph", text),)), Options())
    cast = casting.cast(script, voice, None, None)[1]
    engine = engines.get(cast.main.engine)
    sounds = getattr(engine, "sounds", None)
    said = []
    for u in spoken(script.utterances, own_lexicon(Options())):
        prepared = engine.prepare(u, cast.main)
        said.append(str(sounds(prepared, u, cast.main)) if sounds else prepared)
    return " ".join(said)


def _fetched(source: str | os.PathLike[str] | bytes | tuple[bytes, str] | Source) -> Source:
    if isinstance(source, bytes):
        return Source(source, "bytes")
    if isinstance(source, tuple):
        data, name = source
        return Source(data, name, media_type=fetch.media_type(name))
    return source if isinstance(source, Source) else fetch.fetch(os.fspath(source))
