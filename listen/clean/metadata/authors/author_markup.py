"""The author whom the page's markup names: microdata, microformats, and links to authors' pages."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice
from typing import Any

from listen.clean.dom.nouns import fold
from listen.clean.dom.tree import Elements
from listen.clean.metadata.authors.person_names import NOT_A_NAME, good, is_person, is_sentence, tidy

_COMMENTS = re.compile(
    r"(?:^|[\s_-])(?:comments?|comment-?list|respond|disqus|kommentare?)(?:$|[\s_-])", re.I
)
_AUTHOR_PAGE = re.compile(
    r"[/?&](?:(?<=/)(?:authors?|contributors?|writers?|columnists?|byline|auteurs?|autor(?:en|es|a|as|i)?|redact(?:eur|or)(?:s|es)?|"
    r"journalistes?|giornalisti|periodistas?|colunistas?|skribent(?:er)?|forfattere?)/[^/]|"
    r"(?<!/)author=)",
    re.I,
)
"""What the addresses of authors' pages have before the name, a bar put before them."""
_CALLED = re.compile(
    r"(?:(?:post|article|story|entry|blog|news|content|meta|item|single|page)[-_]{0,2})?"
    r"(?:authors?|autor(?:en?|es|a|i)?|auteurs?|autore|byline|autorenzeile|verfasser|redakteur|writer)"
    r"(?:[-_]{1,2}(?:name|line|link|title|full-?name))?"
    r"|(?!.{0,40}(?:comment|related|card|teaser|quote|testimonial|photo|image|review|reply|book|menu|guest))"
    r"[a-z][\w-]{1,40}[-_]author(?:[-_]{1,2}(?:box|info|bio))?[-_]{1,2}name",
    re.I,
)
_AUTHOR = re.compile("auth?or|auteur|byline|verfasser|redakteur|writer")
"""What each such name has."""
_FOOT = re.compile(
    r"(?:^|\s)(?:(?:site|page|main|global)[-_]?(?:footer|nav)|footer[-_]?(?:menu|nav|links|bar|wrapper|widgets?)?|"
    r"colophon|sitemap)(?:$|\s)",
    re.I,
)
"""What the foot of a site is called."""
_CARD = re.compile(
    r"(?:^|\s)(?:(?:post|story|article|podcast|video|news|related)[-_]card|[\w-]*teaser)(?:$|[\s_])"
)
"""What the card of another story is called, where its headline is no heading."""
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LINES = frozenset(("span", "div", "p", "address", "strong", "b", "em", "li", "a", "h3", "h4", "h5", "h6"))
"""Elements that are looked at by what they are called: a line, or a part of one."""
_CARDS = frozenset(("span", "div", "p", "address", "cite", "b", "strong", "a", "h3", "h4", "h5", "h6"))
_FEW = 40
"""Elements of a kind that are looked at; a page with more has them on cards."""
_AROUND = 300
"""Elements around a name in which a heading is looked for."""
_OF_CARD = 2
"""Headings of a card: its section and its headline. What has more is a list, or the page itself."""
_UP = 12
"""Elements above a name that may be a card's."""
_LINE = 200
"""Characters of a line with names."""
_AND = re.compile(r"[\d\s,;&|/·•*†]*(?:(?:and|und|et|y|e|i|och|og|en|и)\s+)?", re.I)
"""What stands between two names of a list."""
_BESIDE = 3
"""Elements around a picture's link in which the name of who is shown stands."""
_ANCESTRY = 60
"""Elements above a name that may be those of comments, menus and lists."""


def marked(elements: Elements, site: str, headline: Any = None) -> list[str]:
    """The authors that the page's markup names, or links to; `headline` is the element that holds it.

    Several are those whom the first one's line names too. What stands in comments, in menus and on cards
    of other stories says nothing of this page.
    """
    above = [] if headline is None else [headline, *headline.iterancestors()]
    authors = [el for el, said in elements.having("itemprop") if said == "author"]
    named = (name for author in authors for name in author.iterfind('.//*[@itemprop="name"]'))
    for found in (named, authors):
        if names := _names(found, above, site, 6, True):
            return names
    if names := _names(_cards_of_people(elements), above, site, 4, True):
        return names
    if names := _names(_submitted(elements), above, site, 4, True):
        return names
    related = (
        el
        for el, said in elements.having("rel", "a")
        if "author" in said.lower().split() and not _in_foot(el)
    )
    if names := _names(related, above, site, 6, False):
        return names
    links = (
        el
        for el, href in elements.having("href", "a")
        if _AUTHOR_PAGE.search(f"/{href}") and not _in_menu(el)
    )
    if names := [n for n in _names(links, above, site, 5, False) if not NOT_A_NAME.search(n)]:
        return names
    return [n for n in _names(_called_author(elements), above, site, 4, False) if is_person(n)]


def _called_author(elements: Elements) -> list[Any]:
    """The elements that are called after the author, and hold one line; those called after the name first."""
    found = [
        (el, called)
        for el, names in elements.having("class")
        if (called := _called(names)) and el.tag in _LINES and len(el) < _FEW
    ]
    return [el for el, _ in sorted(found, key=lambda one: "name" not in one[1])]


@lru_cache(maxsize=16384)
def _called(names: str) -> str:
    """Those of the class names, in lower case, that say that the author's name is inside."""
    if not _AUTHOR.search(names.lower()):
        return ""
    return " ".join(kind for kind in names.split() if _CALLED.fullmatch(kind)).lower()


def _cards_of_people(elements: Elements) -> Iterable[Any]:
    """The names in microformats: `fn` in `author vcard`, `p-name` in `p-author`, or all that these hold."""
    for el, names in elements.having("class"):
        if el.tag not in _CARDS or ("vcard" not in names and "p-author" not in names):
            continue
        kinds = names.split()
        if ("author" in kinds and "vcard" in kinds) or "p-author" in kinds:
            inner = (
                e
                for e in islice(el.iter(), _FEW)
                if e.tag.__class__ is str and {"fn", "p-name"} & {*(e.get("class") or "").split()}
            )
            yield next(inner, el)


def _submitted(elements: Elements) -> Iterable[Any]:
    """The accounts in lines that say who submitted the page and when: `username` in `submitted`."""
    for el, names in elements.having("class"):
        if "username" not in names or el.tag not in ("span", "a") or "username" not in names.split():
            continue
        if any("submitted" in (up.get("class") or "").split() for up in islice(el.iterancestors(), 4)):
            yield el


def _names(found: Iterable[Any], above: list[Any], site: str, words: int, account: bool) -> list[str]:
    """The names of the first of the elements that belongs to this page, and of its neighbours in the line.

    `words`: the most of a name; `account`: names in small letters count too.
    """
    names: list[str] = []
    line = ""
    for el in islice(found, _FEW):
        name = tidy(fold(el.get("content") or " ".join(el.itertext()))) or _pictured(el)
        if (
            not good(name, site, stated=account and " " not in name and len(name) > 2)
            or len(name.split()) > words
            or is_sentence(name)
        ):
            continue
        if names and not (is_person(name) and _goes_on(line, names[-1], name)):
            continue
        if _in_comments(el) or _on_card(el, name, above):
            continue
        line = line or _line_of(el)
        names.append(name)
    return list(dict.fromkeys(names))


def _pictured(el: Any) -> str:
    """The person whom a link around a picture is for, where the words beside it are the name."""
    if el.tag != "a":
        return ""
    pictures = [inner for inner in islice(el.iter(), _FEW) if inner.tag in ("img", "amp-img")]
    around = [[*islice(up.itertext(), _AROUND)] for up in islice(el.iterancestors(), _BESIDE)]
    beside = {fold(text) for texts in around for text in texts} if pictures else set()
    for given in (el.get("title"), *(picture.get("alt") for picture in pictures)):
        if (name := tidy(fold(given or ""))) in beside and is_person(name):
            return name
    return ""


def _line_of(el: Any) -> str:
    """The text of the line that an element stands in: that of the largest element around it that is short."""
    texts = (
        fold(" ".join("".join(islice(up.itertext(), _AROUND)).split()))
        for up in islice(el.iterancestors(), 4)
    )
    return max((text for text in texts if len(text) <= _LINE), key=len, default="")


def _goes_on(line: str, before: str, name: str) -> bool:
    """Return whether a line lists a name right behind another one."""
    start = line.find(before)
    between = line[start + len(before) : line.find(name, start + len(before))] if start >= 0 else "?"
    return name in line[start + len(before) :] and _AND.fullmatch(between) is not None


def _in_comments(el: Any) -> bool:
    """Return whether an element belongs to what readers wrote below the page."""
    return any(
        up.get("itemprop") in ("comment", "review", "reviews")
        or "schema.org/Comment" in (up.get("itemtype") or "")
        or _COMMENTS.search(f"{up.get('id') or ''} {up.get('class') or ''}")
        for up in (el, *islice(el.iterancestors(), _ANCESTRY))
        if up.tag not in ("body", "html", "article", "main")
    )


def _in_menu(el: Any) -> bool:
    """Return whether a link stands in a menu, where author pages are the site's sections."""
    return any(
        up.tag == "nav" or (up.tag in ("ul", "li") and "menu" in (up.get("class") or ""))
        for up in islice(el.iterancestors(), _ANCESTRY)
    )


def _in_foot(el: Any) -> bool:
    """Return whether an element stands in the site's foot or a menu: who keeps the site is no author."""
    return any(
        up.tag == "nav"
        or (up.tag == "footer" and up.getparent() is not None and up.getparent().tag == "body")
        or up.get("id") == "footer"
        or _FOOT.search(f"{up.get('id') or ''} {up.get('class') or ''}")
        for up in islice(el.iterancestors(), _ANCESTRY)
        if up.tag not in ("body", "html")
    )


def _on_card(el: Any, name: str, above: list[Any]) -> bool:
    """Return whether a name stands on the card of another story: the heading around it is a link."""
    if not above:
        return False
    for up in islice(el.iterancestors(), _UP):
        if any(up is one for one in above):
            return False
        if _CARD.search(up.get("class") or ""):
            return True
        heads = [inner for inner in islice(up.iter(), _AROUND) if inner.tag in _HEADINGS]
        heads = [head for head in heads if (text := fold("".join(head.itertext()))) and name not in text]
        if heads:
            links = [head.find(".//a") is not None or head.getparent().tag == "a" for head in heads]
            return len(heads) <= _OF_CARD and any(links)
    return False
