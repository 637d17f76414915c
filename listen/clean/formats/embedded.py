"""An article that a page's file has and its text has not: in its data, in shadow roots.

Pages that scripts build carry the text as data (JSON-LD's articleBody, the state of the framework that draws
the page); SingleFile keeps components as declarative shadow roots.
"""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from listen.clean.dom.text import STOPS, word_count
from listen.clean.dom.tree import Elements
from listen.clean.formats.fragment import read_fragment
from listen.clean.metadata.gather import Metadata, gather
from listen.clean.metadata.page_language import guess
from listen.clean.metadata.passage_language import told_apart
from listen.clean.metadata.streamed_data import piece, rows
from listen.clean.metadata.structured_data import linked_data, types_of
from listen.clean.metadata.titles import words as bare
from listen.clean.result import Cleaned
from listen.model import Article

NOTE = "the page's text is drawn by scripts: what its data holds is read"
_TEMPLATE = re.compile(r"<(/?)template\b([^>]*)>", re.I)
_STATE = re.compile(
    r"(?:\A|[;\s])(?:window|self|globalThis)?\.?_{0,3}[A-Za-z$][\w$.]*(?:\[[\"'][\w$-]+[\"']\])?"
    r"(?:\s*=\s*|\.push\(\s*)(?=[\[{])"
)
_LARGEST_STATE = 20_000_000
_LEAST_DATA = 400
"""Characters of the shortest data that is looked at."""
_LEAST_TEXT = 300
"""Characters of the shortest string in data that is looked at."""
_MOST_NODES = 200_000
_DEEPEST = 60
_LEAST = 80
"""Words of a text worth looking at."""
_MORE = 1.5
"""So many times the page's own words a text has to have to be read in its place."""
_FAR_MORE = 6
"""So many times the page's own words has a text of its title that what the page shows stands beside."""
_SHORT = 60
"""Words of a page that has no text of its own."""
_BESIDE = 100
"""Words of a standfirst and a note about the author together; a page that shows more shows a story."""
_BODY_KEYS = re.compile(
    r"body|content|text|html|article|story|description|paragraphs?|blocks?|markdown|elements|\bjson\b|children|nodes|sections|components|segments",
    re.I,
)
_TITLE_KEYS = ("headline", "title", "name", "seoTitle", "heading")
_LEAF_KEYS = ("text", "value", "content", "html", "data", "children", "nodes", "elements", "spans")
_BLOCKS = re.compile(r"</?(?:p|div|h[1-6]|ul|ol|li|blockquote|section|br)\b", re.I)
_SENTENCE = re.compile(rf"[{STOPS}]['\"”’»)\]]*\s*\Z")
_ENDS = re.compile(r"[.!?…]['\"”’»)\]]*\s|[。！？।۔]")
_LONGEST_SENTENCE = 40
"""Words of a text's sentences, on average, at most."""
_INSTRUCTIONS = frozenset(["recipe", "howto"])
"""Kinds of JSON-LD whose text stands in steps."""
_AS_LONG = 0.8
"""Of two texts the one that is so much as long as the other and has more paragraphs is read."""
_NO_PROSE = re.compile(r"[{};]\s*\n|function\s*\(|</?(?:script|style)\b")


@dataclass(frozen=True, slots=True)
class _Text:
    """A text found in a page's data."""

    markup: str
    words: int
    titles: tuple[str, ...]
    """What the objects around it are called."""


def opened(markup: str) -> str:
    """The markup with its declarative shadow roots as plain elements."""
    if "shadowroot" not in markup:
        return markup
    stack: list[bool] = []

    def plain(match: re.Match[str]) -> str:
        if match[1]:
            return "</div>" if stack and stack.pop() else match[0]
        stack.append("shadowroot" in match[2].lower())
        return "<div>" if stack[-1] else match[0]

    return _TEMPLATE.sub(plain, markup)


def recovered(elements: Elements, url: str | None, own: str, keep: frozenset[str]) -> Cleaned | None:
    """The article in the page's data, where the page itself has none (`own` is empty) or clearly less."""
    had = word_count(own)
    least = max(_LEAST, had * _MORE)
    found = [text for text in _texts(elements) if text.words >= least]
    if not found:
        return None
    meta = gather(elements.root, url)
    told = [text for text in found if _of_page(text, meta)]
    if not told and had < _SHORT and len(found) == 1:
        told = found
    most = max((t.words for t in told), default=0)
    for text in sorted(
        told, key=lambda t: (t.words < _AS_LONG * most, -len(_BLOCKS.findall(t.markup)), -t.words)
    )[:3]:
        blocks, left = read_fragment(text.markup, meta.title, keep)
        body = "\n".join(b.text for b in blocks)
        # The line or two that a page shows of its own are often no part of the text itself.
        beside = had < _SHORT or (
            had < _BESIDE and text.words >= _FAR_MORE * had and bare(meta.title) in map(bare, text.titles)
        )
        if word_count(body) >= least and (beside or _holds(body, own)):
            lang = guess(body) if meta.lang is None else meta.lang
            article = Article(
                meta.title or text.titles[0] if text.titles or meta.title else blocks[0].text[:80], lang,
                told_apart(tuple(blocks), lang), meta.byline, meta.url, meta.published, meta.site, meta.image,
            )  # fmt: skip
            return Cleaned(article, tuple(left), None, (NOTE,))
    return None


def _holds(body: str, own: str) -> bool:
    """Return whether a text has most of what the page shows, so that it is the same story."""
    lines = [line for line in own.split("\n") if len(line) > 40]
    key = bare(body)
    return 2 * sum(bare(line)[:60] in key for line in lines) >= len(lines)


def _of_page(text: _Text, meta: Metadata) -> bool:
    """Return whether an object around the text is called as the page is."""
    title = bare(meta.title)
    return bool(title) and any(
        (key := bare(t)) and (key == title or (len(key) > 15 and (key in title or title in key)))
        for t in text.titles
    )


def _texts(elements: Elements) -> Iterator[_Text]:
    for item in linked_data(elements):
        value = item.get("articleBody") or item.get("text")
        if isinstance(value, str) and any("article" in kind or "posting" in kind for kind in types_of(item)):
            title = str(item.get("headline") or item.get("name") or "")
            markup = _markup(value)
            yield _Text(markup, _words(markup), (title,))
        elif _INSTRUCTIONS.intersection(types_of(item)):
            markup = _instructions(item)
            yield _Text(markup, _words(markup), (str(item.get("name") or ""),))
    for state in _states(elements):
        yield from _in_state(state)


def _instructions(item: dict[str, Any]) -> str:
    """Return what a recipe's data says, or other directions': what it is, what it takes, and the steps."""
    what = item.get("description")
    takes = item.get("recipeIngredient") or item.get("supply") or []
    names = [x if isinstance(x, str) else _named(x) for x in (takes if isinstance(takes, list) else [takes])]
    listed = "".join(f"<li>{html.escape(html.unescape(name))}</li>" for name in names if name)
    steps = _steps(item.get("step") or item.get("recipeInstructions"), 0)
    return f"{_markup(what) if isinstance(what, str) else ''}<ul>{listed}</ul>{steps}"


def _named(node: Any) -> str:
    return str(node.get("name") or "") if isinstance(node, dict) else ""


def _steps(node: Any, depth: int) -> str:
    """Steps of directions as HTML, each with its name where it has one beside its words."""
    if isinstance(node, str):
        return _markup(node)
    if depth > 6:
        return ""
    if isinstance(node, list):
        return "".join(_steps(x, depth + 1) for x in node[:500])
    if not isinstance(node, dict):
        return ""
    name, text = _named(node), _steps(node.get("text") or node.get("itemListElement"), depth + 1)
    again = bare(re.sub(r"<[^<>]*>", "", text)).startswith(bare(name)[:40])
    head = "" if not name or not text or again else f"<h3>{html.escape(html.unescape(name))}</h3>"
    return head + (text or _markup(name))


def _states(elements: Elements) -> Iterator[Any]:
    """The data that a page's scripts are given."""
    stream: list[str] = []
    for el in elements.of("script"):
        text = el.text or ""
        if "__next_f" in text[:200]:
            stream.append(piece(text))
            continue
        if not _LEAST_DATA < len(text) <= _LARGEST_STATE or "ld+json" in (el.get("type") or ""):
            continue
        start = text.lstrip()
        try:
            if start[:1] in "{[" and ("json" in (el.get("type") or "") or el.get("id")):
                yield json.loads(start, strict=False)
            else:
                for match in list(_STATE.finditer(text, 0, 4000))[:5]:
                    yield json.JSONDecoder(strict=False).raw_decode(text, match.end())[0]
        except (ValueError, RecursionError):
            continue
    yield from rows("".join(stream)[:_LARGEST_STATE])
    # Components that are drawn by scripts are given their data in an attribute.
    for value in elements.root.xpath(f'//@*[starts-with(., "{{") and string-length(.) > {_LEAST_DATA}]'):
        if len(value) <= _LARGEST_STATE and (found := _parsed(str(value))) is not None:
            yield found


def _in_state(state: Any) -> Iterator[_Text]:
    """Texts in nested data: long strings, and lists of objects that are a document's blocks."""
    waiting: list[tuple[Any, str, tuple[str, ...], int]] = [(state, "", (), 0)]
    seen = 0
    while waiting and seen < _MOST_NODES:
        node, key, titles, depth = waiting.pop()
        seen += 1
        if isinstance(node, str):
            inside = _parsed(node) if node[:1] in ("{", "[") and len(node) > _LEAST_DATA else None
            if inside is not None:
                waiting.append((inside, key, titles, depth + 1))
            elif _may_be_text(node, key):
                markup = _markup(node)
                if (count := _words(markup)) >= _LEAST:
                    yield _Text(markup, count, titles)
        elif depth > _DEEPEST:
            continue
        elif isinstance(node, dict):
            named = tuple(
                str(node[k]) for k in _TITLE_KEYS if isinstance(node.get(k), str) and node[k].strip()
            )
            inner = (*named, *titles)[:8]
            waiting += [
                (value, str(k), inner, depth + 1)
                for k, value in node.items()
                if isinstance(value, (dict, list, str))
            ]
        elif isinstance(node, list):
            if (
                len(node) >= 3
                and _BODY_KEYS.search(key)
                and all(isinstance(x, (dict, str)) for x in node[:50])
            ):
                markup = "".join(map(_element, node[:5000]))
                if (count := _words(markup)) >= _LEAST:
                    yield _Text(markup, count, titles)
            waiting += [
                (value, key, titles, depth + 1) for value in node if isinstance(value, (dict, list, str))
            ]


def _parsed(text: str) -> Any:
    """Data that is written as a string within data; None where it is none."""
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _may_be_text(text: str, key: str) -> bool:
    if len(text) <= _LEAST_TEXT:
        return False
    named = _BODY_KEYS.search(key) or _BLOCKS.search(text)
    return bool(named) and not _NO_PROSE.search(text[:2000])


def _element(node: Any) -> str:
    """One block of a document's data as HTML."""
    text = _leaves(node, 0).strip()
    if not text:
        return ""
    kind = ""
    if isinstance(node, dict):
        kind = " ".join(
            str(node.get(k))
            for k in ("type", "nodeType", "_type", "tag", "tagName", "style", "kind", "__typename")
        )
    if _BLOCKS.search(text):
        return text
    if re.search(r"head|title|\bh[1-6]\b", kind, re.I):
        return f"<h2>{text}</h2>"
    if re.search(r"list", kind, re.I):
        return f"<ul><li>{text}</li></ul>"
    if re.search(r"image|photo|video|embed|advert|\bad\b|related|newsletter|caption|gallery", kind, re.I):
        return ""
    return f"<p>{text}</p>"


def _leaves(node: Any, depth: int) -> str:
    """The words of a block, its pieces in order."""
    if isinstance(node, str):
        return node if "<" in node else html.escape(node, quote=False)
    if depth > 12:
        return ""
    if isinstance(node, list):
        return "".join(_leaves(x, depth + 1) for x in node)
    if isinstance(node, dict):
        for key in _LEAF_KEYS:
            if node.get(key):
                return _leaves(node[key], depth + 1)
    return ""


def _markup(value: str) -> str:
    """A field's text as HTML: as it is if it has tags, else a paragraph for each line."""
    if "<" not in value and re.search(r"&lt;/?(?:p|div|br|h\d)\b", value):
        value = html.unescape(value)
    if _BLOCKS.search(value):
        return value
    lines = re.split(r"(?<!\s)\s*\n\s*", value.strip())
    return "".join(
        f"<p>{line if '<' in line else html.escape(html.unescape(line))}</p>" for line in lines if line
    )


def _of_sentences(line: str, words: int) -> bool:
    """Return whether a line ends as a sentence does, or has one after the other, as articles in one line."""
    return bool(_SENTENCE.search(line)) or (
        words >= _LEAST and _LONGEST_SENTENCE * len(_ENDS.findall(line)) >= words
    )


def _words(markup: str) -> int:
    """The words of a text that is mostly sentences; 0 for labels and lists of names."""
    lines = [line.strip() for line in re.split(r"</?(?:p|div|h[1-6]|li|br|blockquote)\b[^>]*>", markup)]
    lines = [html.unescape(re.sub(r"<[^<>]*>", " ", line)).strip() for line in lines]
    counted = [(words := word_count(line), _of_sentences(line, words)) for line in lines if line]
    total = sum(count for count, _ in counted)
    return total if sum(count for count, ended in counted if ended) >= 0.5 * total else 0
