"""The podcast itself: what its feed says of the whole. Kept as `show.json`, which a user may edit; each
further show of a library has its own below `shows/NAME/`."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from listen.errors import FeedError, LibraryError, ScriptError
from listen.storage import jsonform, whole

NAME = "show.json"
SHOWS = "shows"
"""The folder of the further shows' descriptions, one below it for each."""
_SHOW_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Show:
    """A podcast's description; the defaults are those of a private one for oneself."""

    title: str = "My listening"
    link: str = ""
    """The show's web page; empty: the page beside the feed."""
    description: str = "Articles, read aloud by a synthetic voice."
    language: str = "en"
    """ISO 639, with a region after a hyphen."""
    author: str = ""
    """Empty: the title."""
    email: str = ""
    category: str = "News"
    """One of Apple's, exactly as Apple writes it; a subcategory after ` > `."""
    explicit: bool = False
    image: str = ""
    """File name of the cover in the library's folder; empty: one is made."""
    guid: str = ""
    """podcast:guid, fixed at the first publication."""
    public: bool = False
    """False: other people's articles, for subscribers who were given an address; True: for everybody."""
    base_url: str = ""
    """Where the site is: ends in a slash. Empty: known only when it is served."""
    hub: str = ""
    """WebSub hub; empty: none."""
    medium: str = "podcast"
    locked: bool = True
    """Other hosts may not import the feed."""
    frequency: str = ""
    """Recurrence rule, for example FREQ=DAILY; empty: not said."""
    copyright: str = ""
    complete: bool = False
    """No more episodes will come."""
    new_feed_url: str = ""
    """Where the feed has moved to."""
    voice: str = ""
    """Who reads what goes into it, unless the article's own request says; empty: as for everything else."""
    only: tuple[str, ...] = ()
    """What goes into it by itself: words of which an article must have one; those that begin with a hyphen it
    must not have."""
    sources: tuple[str, ...] = ()
    """The same by where an article is from: names of sites, or hosts with everything below them."""


def load(folder: Path) -> Show:
    """The show in the library's folder; the default one if there is none."""
    path = folder / NAME
    try:
        data = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return Show()
    except (OSError, ValueError) as error:
        raise FeedError(
            f"{path} cannot be read ({error}): correct it, or remove it and run listen feed init"
        ) from error
    try:
        return jsonform.value(Show, data, NAME)
    except ScriptError as error:
        raise FeedError(f"{path}: {error}") from error


def save(folder: Path, show: Show) -> None:
    """Write it, whole or not at all."""
    text = json.dumps(jsonform.plain(show), ensure_ascii=False, indent=1) + "\n"
    whole.write(folder / NAME, text.encode())


def show_name(name: str) -> str:
    """A show's name, which stands in addresses and settings. Raises LibraryError for what cannot be one."""
    if not _SHOW_NAME.fullmatch(name) or len(name) > 40:
        raise LibraryError(
            f"{name!r} is no name for a show: give small letters, digits and hyphens, 40 at most, such as "
            "world-news"
        )
    return name
