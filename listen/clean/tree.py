"""Markup to an lxml tree that has all of the page's text, however deep or broken the page is."""

import re
from itertools import dropwhile
from typing import Any

from listen.errors import NoArticleError, SourceError

MAX_MARKUP = 24_000_000
"""Characters of markup, scripts and styles apart, that are still taken for one article."""

_DEEP = 120
"""libxml2 drops what lies deeper than 255 elements, and the walk is recursive: what is nested deeper than
this (no page that means it is) has its tags, not its text, taken out."""

_BULK = re.compile(r"<!--.*?(?:-->|\Z)|<(script|style|svg|template)\b[^>]*>.*?(?:</\1\s*>|\Z)", re.I | re.S)
_LD = re.compile(r"<script\b[^>]*application/ld\+json", re.I)
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]*)((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>")
_END = re.compile(r"</(?:body|html)\s*>", re.I)
_OF_HEAD = frozenset(["title", "meta", "link", "base", "script", "style", "noscript", "template"])
_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)


def _flattened(markup: str) -> str:
    """Drop the tags (not the text) of elements nested deeper than the parser goes."""
    out: list[str] = []
    stack: list[tuple[str, bool]] = []
    last = 0
    for match in _TAG.finditer(markup):
        out.append(markup[last : match.start()])
        last = match.end()
        name = match.group(2).lower()
        if name in _VOID or match.group(3).endswith("/"):
            out.append(match.group())
        elif not match.group(1):
            kept = len(stack) < _DEEP
            stack.append((name, kept))
            out.append(match.group() if kept else " ")
        elif stack and stack[-1][0] == name:
            out.append(match.group() if stack.pop()[1] else " ")
        else:
            # A stray or crossed end tag: look a little way down, never all the way (that would be quadratic).
            for back in range(2, min(12, len(stack)) + 1):
                if stack[-back][0] == name:
                    out.append(match.group() if stack[-back][1] else " ")
                    del stack[-back:]
                    break
    out.append(markup[last:])
    return "".join(out)


def slim(markup: str) -> str:
    """The markup without scripts, styles, drawings and comments; data islands (JSON-LD) stay."""

    def keep(match: re.Match[str]) -> str:
        return match.group() if match.group(1) and _LD.match(match.group()) else " "

    return _BULK.sub(keep, markup)


def parse(markup: str) -> Any:
    """The page's root element.

    Raises NoArticleError for a page without any element, SourceError for one too large to be an article.
    """
    from lxml import etree

    huge = len(markup) > 2_000_000
    if huge:
        markup = slim(markup)
        if len(markup) > MAX_MARKUP:
            raise SourceError(
                f"the page has {len(markup) // 1_000_000} MB of text and markup: too large for one article; "
                "save the part you want to hear and give that"
            )
        markup = _flattened(markup)
    # The parser stops at the first `</html>`; pages glued from parts have several.
    markup = _END.sub("", markup)
    for _ in range(2):
        # huge_tree lifts libxml2's limits on size, and on depth only up to 2,048.
        parser = etree.HTMLParser(encoding="utf-8", huge_tree=huge, remove_comments=True, remove_pis=True)
        try:
            root = etree.fromstring(markup.encode("utf-8", "replace"), parser)
        except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
            raise NoArticleError("the page is empty: there is nothing to read") from error
        if root is None:
            raise NoArticleError("the page is empty: there is nothing to read")
        too_deep = bool(root.xpath(f"boolean({'/*' * (_DEEP + 20)})"))
        if not too_deep and not any(
            "depth" in entry.message for entry in parser.error_log.filter_from_errors()
        ):
            break
        markup = _flattened(slim(markup))
    _give_body(root)
    return root


def _give_body(root: Any) -> None:
    """HTML lets a page leave out `<body>`; libxml2 then takes an `<article>`, which it does not know, for a
    part of the head.
    """
    head = root.find("head")
    stray = [] if head is None else list(dropwhile(lambda element: element.tag in _OF_HEAD, head))
    if stray:
        body = root.find("body")
        if body is None:
            body = root.makeelement("body")
            root.append(body)
        body[0:0] = stray
