"""The author whom the page's markup names: microdata, and links to authors' pages."""

import re
from typing import Any

from listen.clean.dom.nouns import fold
from listen.clean.metadata.authors.person_names import NOT_A_NAME, good, tidy

_COMMENTS = re.compile(
    r"(?:^|[\s_-])(?:comments?|comment-?list|respond|disqus|kommentare?)(?:$|[\s_-])", re.I
)
_AUTHOR_PAGE = re.compile(r"/(?:authors?|contributors?|writers?|columnists?|byline)/[^/]|[?&]author=", re.I)


def marked(root: Any, site: str) -> list[str]:
    """The author that the page's markup names, or links to."""
    for path in (
        './/*[@itemprop="author"]//*[@itemprop="name"]',
        './/*[@itemprop="author"]',
        './/a[@rel="author"]',
    ):
        for el in root.iterfind(path):
            if _in_comments(el):
                continue
            name = tidy(fold(el.get("content") or " ".join(el.itertext())))
            if good(name, site) and len(name.split()) <= 6:
                return [name]
    for el in root.iter("a"):
        if _AUTHOR_PAGE.search(el.get("href") or "") and not _in_menu(el) and not _in_comments(el):
            name = tidy(fold(" ".join(el.itertext())))
            if good(name, site) and len(name.split()) <= 5 and not NOT_A_NAME.search(name):
                return [name]
    return []


def _in_comments(el: Any) -> bool:
    """Return whether an element belongs to what readers wrote below the page."""
    return any(
        up.get("itemprop") == "comment"
        or "schema.org/Comment" in (up.get("itemtype") or "")
        or _COMMENTS.search(f"{up.get('id') or ''} {up.get('class') or ''}")
        for up in (el, *el.iterancestors())
        if up.tag not in ("body", "html", "article", "main")
    )


def _in_menu(el: Any) -> bool:
    """Return whether a link stands in a menu, where author pages are the site's sections."""
    return any(
        up.tag == "nav" or (up.tag in ("ul", "li") and "menu" in (up.get("class") or ""))
        for up in el.iterancestors()
    )
