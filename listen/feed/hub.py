"""WebSub: tell a hub that the feed has changed, so that subscribers hear of it at once."""

from __future__ import annotations

from urllib.parse import urlencode

from listen.errors import FeedError, SourceError
from listen.sources import http


def ping(hub: str, feed_url: str) -> None:
    """Ask the hub to fetch the feed. Raises FeedError when it does not take the notice."""
    body = urlencode({"hub.mode": "publish", "hub.topic": feed_url, "hub.url": feed_url}).encode()
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    try:
        reply = http.ask(hub, method="POST", headers=headers, body=body)
    except SourceError as error:
        raise FeedError(f"the hub was not told: {error}") from error
    if not 200 <= reply.status < 300:
        raise FeedError(f"the hub {hub} answers {reply.status}: check its address (listen feed init --hub)")
