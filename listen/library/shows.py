"""Several shows in one library: by person, by topic, by source. Each episode is in one of them, or in none;
the library's own feed has them all.

What a request or a token names goes there; what nobody names goes into the first show, by name, whose words
and sources it fits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from listen.errors import LibraryError
from listen.library.records import Entry, now
from listen.library.show import NAME, SHOWS, Show, show_name
from listen.library.store import Library
from listen.model import Article
from listen.storage import whole


def names(library: Library) -> list[str]:
    """Every show's name, sorted."""
    folder = library.folder / SHOWS
    return sorted(p.name for p in folder.iterdir() if (p / NAME).is_file()) if folder.is_dir() else []


def known(library: Library, name: str) -> str:
    """The name of a show that is there. Raises LibraryError for one that is not."""
    if show_name(name) not in names(library):
        raise LibraryError(f"there is no show {name}: listen feed init --show {name} makes it")
    return name


def described(library: Library, name: str) -> Show:
    """A show's description; for a new one what it has in common with the library's own."""
    if name in names(library):
        return library.of(name).show
    own = library.show
    return replace(
        Show(), title=name.replace("-", " ").capitalize(), language=own.language, author=own.author,
        email=own.email, category=own.category, explicit=own.explicit, copyright=own.copyright,
    )  # fmt: skip


def drop(library: Library, name: str) -> int:
    """Forget a show: its episodes stay in the library, and what was shared of it is no address any more.

    Returns how many episodes it had. Raises LibraryError when there is none.
    """
    known(library, name)
    with library.writing() as db:
        count = db.execute("UPDATE episodes SET show = '', moved = ? WHERE show = ?", (now(), name)).rowcount
        db.execute("DELETE FROM shares WHERE show = ?", (name,))
    whole.remove_tree(library.of(name).described)
    return count


def move(library: Library, episodes: Sequence[str], name: str) -> list[Entry]:
    """Put episodes into a show; the empty name takes them out of any. Raises LibraryError for what is not
    there."""
    if name:
        known(library, name)
    entries = [library.entry(short) for short in episodes]
    with library.writing() as db:
        for entry in entries:
            db.execute("UPDATE episodes SET show = ?, moved = ? WHERE id = ?", (name, now(), entry.id))
    return [replace(entry, show=name) for entry in entries]


def chosen(library: Library, article: Article) -> str:
    """The show that an article goes into by itself; empty: none."""
    for name in names(library):
        show = library.of(name).show
        if (show.only or show.sources) and fits(show, article):
            return name
    return ""


def fits(show: Show, article: Article) -> bool:
    """Return whether an article has the words and comes from the sources that a show asks for."""
    text = "\n".join(block.text for block in article.blocks)
    return has_words(show.only, f"{article.title}\n{text}") and _is_from(show.sources, article)


def has_words(wanted: Sequence[str], text: str) -> bool:
    """Return whether a text has one of some words, and none of those that begin with a hyphen."""
    said = text.casefold()
    these = [word.casefold() for word in wanted if not word.startswith("-")]
    not_these = [word[1:].casefold() for word in wanted if word.startswith("-")]
    return (not these or any(word in said for word in these)) and not any(
        word in said for word in not_these if word
    )


def _is_from(sources: Sequence[str], article: Article) -> bool:
    host = (urlsplit(article.url or "").hostname or "").lower()
    site = (article.site or "").casefold()
    for source in map(str.casefold, sources):
        if source == site or host == source or host.endswith(f".{source}"):
            return True
    return not sources
