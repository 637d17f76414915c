"""Markup to an lxml tree that has all of the page's text, however deep or broken the page is; the elements of
a tree by tag and attribute.
"""

import re
from itertools import dropwhile
from typing import Any

from listen.errors import NoArticleError, SourceError

MAX_MARKUP = 16_000_000
"""Characters of markup, scripts and styles apart, that are still taken for one article."""

MAX_TAGS = 400_000
"""Tags, opening and closing, that are still taken for one article."""

_DEEP = 120
"""libxml2 drops what lies deeper than 255 elements, and the walk is recursive: what is nested deeper than
this (no page that means it is) has its tags, not its text, taken out."""
_ROOM = 15
"""So much deeper may lie the elements that part paragraphs: they stay where wrappers go."""
_PARTS = frozenset(
    ["p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "pre", "br", "figcaption", "td", "th", "tr"]
)

_BULK = re.compile(r"<!--.*?(?:-->|\Z)|<(script|style|svg|template)\b[^>]*>.*?(?:</\1\s*>|\Z)", re.I | re.S)
_LD = re.compile(r"<script\b[^>]*application/ld\+json", re.I)
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]*+)((?:[^<>\"']|\"[^\"]*+\"|'[^']*+')*+)>")
_NO_TEXT = re.compile(
    r"&(?:shy|ZeroWidthSpace|lrm|rlm|NoBreak|"
    r"#0*(?:[0-8]|1[14-9]|2\d|3[01]|127|173|8203|8206|8207|823[4-8]|8288|829[4-7]|65279|1114112|"
    r"5529[6-9]|55[3-9]\d\d|56\d{3}|57[0-2]\d\d|573[0-3]\d|5734[0-3])(?!\d)|"
    r"#x0*(?:[0-8bef]|1[0-9a-f]|7f|ad|200b|200e|200f|202[a-e]|206[06-9]|feff|d[89a-f][0-9a-f]{2}|110000)(?![0-9a-f]));?",
    re.I,
)
"""References to what neither voice nor terminal should meet, as `tidy` takes out what stands there itself:
controls, surrogates, soft hyphens, zero widths, bidi marks."""
_JOINER = re.compile(r"(?<=[A-Za-zÀ-ɏ])&(?:zwn?j|#0*820[45]|#x0*200[cd]);(?=[A-Za-zÀ-ɏ])", re.I)
"""The reference to a joiner between letters that have nothing to join."""
_JOINS = re.compile(r"&(?:zwn?j|#0*820[45]|#x0*200[cd]);", re.I)
_OPEN_QUOTE = re.compile(r"""(<[A-Za-z][^<>"']*=\s*)["']([^"'<>]*>)""")
"""A tag in which a quotation mark opens and none closes."""
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


class Elements:
    """The elements of a tree, in its order, gathered in one pass when they are first asked for.

    To go over the whole tree for each rule that asks for some takes longer than most of the rules.

    Tags and attributes are those of that moment: whoever changes the tree does so before.
    """

    def __init__(self, root: Any) -> None:
        self.root = root
        self._all: list[Any] = []
        self._tagged: dict[Any, list[int]] = {}
        self._having: dict[tuple[str, ...], list[tuple[Any, str]]] = {}

    def _gathered(self) -> list[Any]:
        if not self._all and self.root is not None:
            self._all = [*self.root.iter()]
            for i, el in enumerate(self._all):
                self._tagged.setdefault(el.tag, []).append(i)
        return self._all

    def of(self, *tags: str) -> list[Any]:
        """The elements with one of these tags."""
        every = self._gathered()
        return [every[i] for i in sorted(i for tag in tags for i in self._tagged.get(tag, ()))]

    def having(self, attribute: str, *tags: str) -> list[tuple[Any, str]]:
        """The elements that have an attribute, each with what it says; with `tags`, those among them."""
        asked = (attribute, *tags)
        if asked not in self._having:
            among = self.of(*tags) if tags else self._gathered()
            self._having[asked] = [(el, value) for el in among if (value := el.get(attribute)) is not None]
        return self._having[asked]


def _flattened(markup: str) -> str:
    """Drop the tags (not the text) of elements nested deeper than the parser goes."""
    out: list[str] = []
    stack: list[tuple[str, bool]] = []
    held = last = 0
    for match in _TAG.finditer(markup):
        out.append(markup[last : match.start()])
        last = match.end()
        name = match.group(2).lower()
        if name in _VOID or match.group(3).endswith("/"):
            out.append(match.group())
        elif not match.group(1):
            if name in _PARTS and stack and stack[-1][0] == name:
                held -= stack.pop()[1]  # a paragraph ends where the next begins
            kept = held < _DEEP + (_ROOM if name in _PARTS else 0)
            stack.append((name, kept))
            held += kept
            out.append(match.group() if kept else " ")
        elif stack and stack[-1][0] == name:
            kept = stack.pop()[1]
            held -= kept
            out.append(match.group() if kept else " ")
        else:
            # A stray or crossed end tag: look a little way down, never all the way (that would be quadratic).
            for back in range(2, min(12, len(stack)) + 1):
                if stack[-back][0] == name:
                    out.append(match.group() if stack[-back][1] else " ")
                    held -= sum(kept for _, kept in stack[-back:])
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
        if len(markup) > MAX_MARKUP or markup.count("<") > MAX_TAGS:
            raise SourceError(
                f"the page has {len(markup) // 1_000_000} MB of text and markup: too large for one article; "
                "save the part you want to hear and give that"
            )
        markup = _flattened(markup)
    if "&" in markup:
        markup = _NO_TEXT.sub("", markup)
        # Few pages have one, and to look behind each letter for it takes long.
        markup = _JOINER.sub("", markup) if _JOINS.search(markup) else markup
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
    if not _has_text(root) and _OPEN_QUOTE.search(markup):
        # An attribute that never closes swallows the rest of the page.
        return parse(_OPEN_QUOTE.sub(r"\1\2", markup))
    _give_body(root)
    return root


def _has_text(root: Any) -> bool:
    return any(
        (el.text and not el.text.isspace()) or (el.tail and not el.tail.isspace())
        for el in root.iter()
        if el.tag not in ("script", "style", "title")
    )


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
