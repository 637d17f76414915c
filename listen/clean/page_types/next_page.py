"""This module says where an article goes on: the link to its next page, told from links to the next
article.
"""

import re
from collections.abc import Sequence
from urllib.parse import parse_qsl, urlencode, urlsplit

from listen.clean.dom.link_targets import absolute
from listen.clean.dom.tree import Elements

_IN_PATH = re.compile(
    r"(?:/(?:page|seite|pagina|pag|p)?[-_/]?(\d{1,3})|[-_,.](?:page|seite|p)?[-_]?(\d{1,3}))"
    r"(?P<end>/?|\.[a-z]{3,5})\Z",
    re.I,
)
_IN_QUERY = frozenset(["page", "p", "pg", "seite", "pagina", "pageno", "paged", "page_no", "pagenumber"])


def numbered(url: str) -> tuple[str, int | None]:
    """An address without its page's number, and that number; None where it has none."""
    parts = urlsplit(url)
    query, number = [], None
    for key, value in parse_qsl(parts.query, keep_blank_values=True):
        if key.lower() in _IN_QUERY and re.fullmatch(r"[0-9]{1,3}", value):
            number = int(value)
        else:
            query.append((key, value))
    path = parts.path
    if number is None and (match := _IN_PATH.search(path)):
        number = int(match[1] or match[2])
        path = path[: match.start()] + match["end"]
    host = parts.netloc.lower().removeprefix("www.")
    return f"{host}{path.rstrip('/')}?{urlencode(query)}", number


def follows(here: str, there: str) -> bool:
    """Return whether `there` is the page after `here` of one article, by their addresses alone.

    `rel=next` leads to the next page on some sites, on others to the next article.
    """
    if urlsplit(there).scheme not in ("http", "https"):
        return False
    stem, number = numbered(there)
    if number is None or not urlsplit(here).path.strip("/"):
        # A front page goes on, too, but it is no article.
        return False
    plain = numbered(here)
    for base, at in (plain, (_whole(here), None)):
        if stem == base and number == (at + 1 if at is not None else 2):
            return True
    return False


def _whole(url: str) -> str:
    """The address with all its numbers: “/story-2024” is a first page too."""
    parts = urlsplit(url)
    return f"{parts.netloc.lower().removeprefix('www.')}{parts.path.rstrip('/')}?{parts.query}"


def next_page(elements: Elements, bases: Sequence[str]) -> str | None:
    """The address of the article's next page, or None.

    `bases`: the page's own addresses, where it came from and what it calls itself. Without one a relative
    link is given as the page has it.
    """
    for el, said in elements.having("rel", "link", "a"):
        if "next" not in said.lower().split():
            continue
        href: str = (el.get("href") or "").strip().split("#")[0]
        if not href:
            continue
        for base in bases:
            link = absolute(base, href)
            if link and follows(base, link):
                return link
        if not bases and absolute("", href) and numbered(href)[1] is not None:
            return href
    return None
