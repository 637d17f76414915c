"""`listen feed build` as one call: where, for whom, and who is told."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from listen.errors import FeedError, OutputError
from listen.feed import hub, settings
from listen.feed.publication import Publication, publication
from listen.feed.site import archive_feed, static_site
from listen.library import Library, shares, shows
from listen.storage import folders, whole
from listen.storage.targets import target

PLACES = "places.json"


@dataclass(frozen=True, slots=True)
class Published:
    """Holds what a build did, and where the feed is."""

    feed_url: str
    site: static_site.Built


def published(library: Library, base_url: str | None) -> tuple[Publication, str]:
    """The publication at the show's base, and the folder below it that keeps a private one unguessable.

    Raises FeedError when nobody ever said where the site will be.
    """
    show = library.show
    if base_url:
        show = settings.checked(replace(show, base_url=base_url))
        library.save_show(show)
    if not show.base_url:
        raise FeedError("say where the site will be: listen feed build --base-url https://… DIR")
    prefix = "" if show.public else f"p-{shares.ensure(library, _site(library), show=library.only).token}/"
    return publication(library, show.base_url + prefix), prefix


def _site(library: Library) -> str:
    """Name of the share whose token the built site lies under."""
    return f"{shares.SITE} {library.only}" if library.only else shares.SITE


def places(library: Library) -> list[str]:
    """Every folder and storage that the site was built in."""
    try:
        known = json.loads((library.described / PLACES).read_text("utf-8"))
    except FileNotFoundError:
        return []
    except (OSError, ValueError) as error:
        raise FeedError(
            f"{library.described / PLACES} cannot be read ({error}): remove it and build again"
        ) from error
    if not isinstance(known, list):
        raise FeedError(f"{library.described / PLACES} is no list of places: remove it and build again")
    return [place for place in known if isinstance(place, str)]


def last_built(library: Library) -> str:
    """The first place still there that the site was built in: a folder; of storage, the feed's address.

    Raises FeedError when none is.
    """
    for place in places(library):
        if "://" in place:
            return published(library, None)[0].addresses.feed()
        if Path(place).is_dir():
            return place
    raise FeedError("say which feed: an address or a file; or build yours first with listen feed build")


def _full(place: str) -> str:
    """A folder's whole path; storage as it is named."""
    return place if "://" in place else str(folders.user_path(place).resolve())


def _remember(library: Library, place: str) -> None:
    """So that what is removed can be taken from there too."""
    full = _full(place)
    known = places(library)
    if full not in known:
        whole.write(library.described / PLACES, (json.dumps([*known, full], indent=1) + "\n").encode())


def again(library: Library, say: Callable[[str], None] = lambda _: None) -> None:
    """Bring every place up to date that a show's site was built in. A folder that is gone is left so.

    Raises FeedError for the first that cannot be reached, when the others are done.
    """
    failed: FeedError | None = None
    for one in (library, *map(library.of, shows.names(library))):
        for place in places(one):
            if "://" not in place and not Path(place).is_dir():
                continue
            try:
                build(one, place, None, say)
            except FeedError as error:
                failed = failed or error
    if failed:
        raise failed


def build(
    library: Library, place: str, base_url: str | None, say: Callable[[str], None] = lambda _: None
) -> Published:
    """Bring the site in a folder or storage up to date, then tell the hub if the feed changed.

    Raises FeedError; whatever is there then is whole.
    """
    shown, prefix = published(library, base_url)
    mine = _full(place) in places(library)
    try:
        built = static_site.build(shown, target(place), prefix, clear=mine)
    except OutputError as error:
        raise FeedError(str(error)) from error
    say(f"{built.episodes} episodes · {built.written} files written, {built.removed} removed · {place}")
    if prefix:
        say("Private: for whoever has the address below. listen feed init --public makes it everybody's.")
    _remember(library, place)
    if built.changed and shown.show.hub:
        hub.ping(shown.show.hub, shown.addresses.feed())
    return Published(shown.addresses.feed(), built)


def build_archive(
    library: Library, manifest: str, place: str | None, base_url: str | None
) -> archive_feed.Archive:
    """Write the feed of what a batch made, beside it or at `place`; the library has the show's description.

    Raises FeedError.
    """
    if base_url is None and not library.show.base_url:
        raise FeedError("say where the batch's destination is reached: --base-url https://…")
    base = base_url or library.show.base_url
    shown = publication(library, settings.checked(replace(library.show, base_url=base)).base_url)
    try:
        return archive_feed.build(shown, manifest, target(place) if place else None)
    except OutputError as error:
        raise FeedError(str(error)) from error
