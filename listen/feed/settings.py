"""This module says what a podcast's description must be like, checked when it is given."""

from __future__ import annotations

import re
from dataclasses import replace

from listen.errors import FeedError
from listen.feed import addresses
from listen.feed.rss import DESCRIPTION_BYTES
from listen.library import Show

_RULE = re.compile(r"FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;[A-Z]+=[A-Z0-9,+-]+)*")
MEDIA = ("podcast", "newsletter", "blog", "audiobook")


def checked(show: Show) -> Show:
    """The show with its addresses in shape. Raises FeedError that says what is wrong and what is right."""
    if not show.title.strip():
        raise FeedError("the podcast needs a title: listen feed init --title")
    if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", show.language):
        raise FeedError(f"{show.language!r} is no language: give a code such as en, en-gb or de")
    if show.email and not re.fullmatch(r"[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+", show.email):
        raise FeedError(f"{show.email!r} is no e-mail address")
    if len(show.description.encode()) > DESCRIPTION_BYTES:
        raise FeedError(f"the description is longer than {DESCRIPTION_BYTES} bytes: shorten it")
    if show.medium not in MEDIA:
        raise FeedError(f"{show.medium!r} is no medium: give one of {', '.join(MEDIA)}")
    if show.frequency and not _RULE.fullmatch(show.frequency):
        raise FeedError(
            f"{show.frequency!r} is no rule: give for example FREQ=WEEKLY or FREQ=WEEKLY;BYDAY=MO,TH"
        )
    for name, url in (("link", show.link), ("hub", show.hub), ("new feed's address", show.new_feed_url)):
        if url and not re.fullmatch(r"https?://[^\s<>\"]+", url):
            raise FeedError(f"the {name} {url!r} is no web address: begin with https://")
    base = addresses.at(show.base_url).base if show.base_url else ""
    return replace(show, base_url=base)
