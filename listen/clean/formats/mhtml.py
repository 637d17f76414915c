"""A page saved as MHTML: the HTML part of the MIME message."""

import email
import email.policy

from listen.clean.formats.web_page import clean_page
from listen.clean.result import Cleaned
from listen.errors import NoArticleError


def clean_mhtml(data: bytes, name: str, keep: frozenset[str] = frozenset()) -> Cleaned:
    """The article of the saved page. Raises NoArticleError when the file holds no HTML."""
    message = email.message_from_bytes(data.lstrip(), policy=email.policy.compat32)
    url = message.get("Snapshot-Content-Location") or message.get("Content-Location")
    parts = [p for p in message.walk() if p.get_content_type() in ("text/html", "application/xhtml+xml")]
    for part in parts:
        body = part.get_payload(decode=True)
        if isinstance(body, bytes) and body.strip():
            # A field that is no ASCII comes as an object, not as a string.
            where = str(url or part.get("Content-Location") or "")
            link = where if where.startswith("http") else None
            return clean_page(body, url=link, charset=part.get_content_charset(), keep=keep)
    raise NoArticleError(f"{name}: the saved page holds no HTML; save it again as HTML")
