"""Quotes: who is named as their speaker, and which only repeat the body; excerpts, and what stands twice."""

import re
from collections import Counter
from itertools import pairwise
from typing import Any

from numpy.typing import NDArray

from listen.clean.dom.naming.hints import HINT_NAMES
from listen.clean.dom.nouns import F_ASIDE, F_QUOTE, Candidate, Page
from listen.clean.dom.text import STOPS, word_count
from listen.clean.metadata.gather import Metadata
from listen.clean.metadata.titles import words as bare
from listen.clean.result import Why

_ALL = 0.95
"""The part of a story's words in quotations from which it quotes nothing."""
_OWN = 8
"""Words of a passage with which a quotation says something of its own."""
_EXCERPT, _SAME_WORDS = 15, 0.8
"""Different words of a story's first passage, and the part of them in the next, that make it an excerpt."""
_REWORDED, _RUNS = 12, 0.7
"""Words of the shortest pull quote that may differ from the text by a word, and the part of its runs of three
words that the text has too.
"""
_QUOTED = 2
"""Quotations in one answer that is written between them; a single one is the post before once more."""
_LEFT_OUT = re.compile(r"[\[(]?(?:…|\.\.\.|\. \. \.)[\])]?(?=.{0,200}?\w)", re.S)
"""Where something is left out of a quotation."""
_PART = 3
"""Words of the shortest part between."""
_POST = re.compile(
    r"(?:^|[\s_-])(?:post|message|msg|reply|answer)(?:[_-]?(?:body|content|text|message|html|cell))?(?=$|[\s_-])",
    re.I,
)
"""Names of the element that holds one post of a thread."""
_COPY = Why("navigation", "stands twice on the page and is read once", "copy")
PULL = 1 << HINT_NAMES.index("pullquote")
_DASHED = re.compile(r"\A\s*[—–―-]{1,2}\s*(\S.{1,100}?)\s*\Z")
_TWEET = re.compile(r"(?:(?<!\s)\s++)?\(@\w+\).*", re.S)


def unquoted(page: Page, kept: NDArray[Any]) -> None:
    """Take for the story what stands in a `blockquote` where all of it does, as forums and archives set their
    texts: nobody quotes who says nothing. A quotation inside of one is one.
    """
    story = [c for c, keep in zip(page.candidates, kept, strict=True) if keep and c.kind != "heading"]
    whole = sum(word_count(c.text) for c in story)
    if whole < _OWN or sum(word_count(c.text) for c in story if c.quote) < _ALL * whole:
        return
    outer = {c.quote for c in page.candidates if c.quote and not _inside_another(page, c.quote)}
    if not outer or any(speaker(page.places[place].el) for place in {c.quote for c in story} & outer):
        return
    for c in page.candidates:
        if c.quote in outer:
            c.kind, c.quote = "paragraph" if c.kind == "quote" else c.kind, 0


def _inside_another(page: Page, quote: int) -> bool:
    """Return whether a quotation stands in another one."""
    return bool(page.places[page.places[quote].parent].flags & F_QUOTE)


def speaker(el: Any) -> str | None:
    """Whom a quote's mark-up names: its `cite` or `footer`, else a last line that begins with a dash, else
    the caption of the figure that the quote is.
    """
    from bs4 import BeautifulSoup
    from lxml import etree

    soup = BeautifulSoup(etree.tostring(el, encoding="unicode", with_tail=False), "lxml")
    for name in ("cite", "footer", "figcaption"):
        found = soup.find(name)
        if found is not None:
            text = " ".join(found.get_text(" ").split())
            if name == "cite" and not " ".join(soup.get_text(" ").split()).endswith(text):
                continue  # A work that the quotation speaks of.
            break
    else:
        lines = [line for line in soup.get_text("\n").split("\n") if line.strip()]
        text = lines[-1] if len(lines) > 1 and _DASHED.match(lines[-1]) else _caption(el)
    text = _TWEET.sub("", text)
    text = re.sub(r"\A[—–―\-\s]+", "", text).strip(" ,;")
    return text if 1 < len(text) <= 100 else None


def _caption(el: Any) -> str:
    """The caption under a quote, where the figure around it shows the quote and no picture."""
    figure = el.getparent()
    if (
        figure is None
        or figure.tag != "figure"
        or next(figure.iter("img", "picture", "video"), None) is not None
    ):
        return ""
    caption = figure.find("figcaption")
    return " ".join(" ".join(caption.itertext()).split()) if caption is not None else ""


def speakers(page: Page, kept: list[int]) -> tuple[dict[int, str], set[int]]:
    """Speaker of each quote (by its place), and the candidates that are no more than the speaker's line."""
    named: dict[int, str] = {}
    lines: set[int] = set()
    for i in kept:
        c = page.candidates[i]
        el = page.places[c.quote].el if c.quote else None
        if el is None:
            continue
        if c.quote not in named:
            named[c.quote] = speaker(el) or ""
        if named[c.quote] and bare(_TWEET.sub("", c.text)) == bare(named[c.quote]):
            lines.add(i)
    for i, c in enumerate(page.candidates):
        # The speaker's line need not have been taken for part of the story.
        if named.get(c.quote) and bare(_TWEET.sub("", c.text)) == bare(named[c.quote]):
            lines.add(i)
    figures = {id(page.places[place].el.getparent()): bare(name) for place, name in named.items() if name}
    for i, c in enumerate(page.candidates):
        if c.kind == "figure" and c.el is not None and figures.get(id(c.el.getparent())) == bare(c.text):
            lines.add(i)
    return {place: name for place, name in named.items() if name}, lines


def repeats_body(page: Page, kept: list[int]) -> set[int]:
    """Pull quotes: kept candidates set apart by their mark-up, whose words another kept paragraph has too."""
    apart = [
        i
        for i in kept
        if _set_apart(page, page.candidates[i]) and 4 <= word_count(page.candidates[i].text) <= 70
    ]
    if not apart:
        return set()
    others = {i: bare(page.candidates[i].text) for i in kept if len(page.candidates[i].text) > 60}
    firsts = {page.candidates[i].quote: i for i in reversed(apart) if page.candidates[i].quote}
    quoted = Counter(_post(page, i) for i in firsts.values())
    out: set[int] = set()
    pairs = _runs_of(others, 2)
    triples = _runs_of(others, 3) if any(not page.candidates[i].quote for i in apart) else {}
    for i in apart:
        key = bare(page.candidates[i].text)
        parts = [bare(part) for part in _LEFT_OUT.split(page.candidates[i].text)]
        parts = parts if min(map(word_count, parts)) >= _PART else [key]
        near = {*_near(key, pairs, others), *_near(parts[0], pairs, others)} - {i} - out
        sources = [k for k in near if key in others[k] or _in_order(parts, others[k])]
        if not sources and not page.candidates[i].quote:
            said = {k for k in _reworded(key, triples) if not page.candidates[k].quote} - {i} - out
            sources = [k for k in said if len(others[k]) > len(key)]
        if sources and not (
            quoted[_post(page, i)] >= _QUOTED and all(k < i and _answers(page, k, i) for k in sources)
        ):
            out.add(i)
    # A quotation that says more than the body is one: a letter of which a sentence stands in the story too.
    whole = {page.candidates[i].quote for i in kept if i not in out and _says_more(page.candidates[i])}
    return {i for i in out if not page.candidates[i].quote or page.candidates[i].quote not in whole}


def _in_order(parts: list[str], text: str) -> bool:
    """Return whether a passage has all the parts of a quotation from which something is left out."""
    at = 0
    for part in parts:
        at = text.find(part, at) + len(part)
        if at < len(part):
            return False
    return True


def _runs_of(texts: dict[int, str], n: int) -> dict[tuple[str, ...], list[int]]:
    """Return which of the texts have each run of `n` words."""
    out: dict[tuple[str, ...], list[int]] = {}
    for i, text in texts.items():
        words = text.split()
        for run in set(zip(*(words[k:] for k in range(n)), strict=False)):
            out.setdefault(run, []).append(i)
    return out


def _near(key: str, pairs: dict[tuple[str, ...], list[int]], texts: dict[int, str]) -> list[int]:
    """Return the texts that may have a quotation's words: those with the rarest two that stand side by side
    in it. Its first and its last word may be parts of others.
    """
    inner = [pairs.get(pair, []) for pair in pairwise(key.split()[1:-1])]
    return min(inner, key=len) if inner else list(texts)


def _reworded(key: str, triples: dict[tuple[str, ...], list[int]]) -> list[int]:
    """Return the passages in which nearly all of a pull quote's words stand in the same order, a word or two
    set in or left out.
    """
    words = key.split()
    runs = list(zip(words, words[1:], words[2:], strict=False))
    if len(words) < _REWORDED:
        return []
    found = Counter(i for run in runs for i in triples.get(run, ()))
    return [i for i, count in found.items() if count >= _RUNS * len(runs)]


def _answers(page: Page, source: int, quote: int) -> bool:
    """Return whether a quotation stands in another post than the words it quotes: it is what is answered."""
    one, other = _post(page, source), _post(page, quote)
    return one != other and 0 not in (one, other)


def _post(page: Page, i: int) -> int:
    """The place of the thread's post that a passage stands in; 0 for none."""
    at = page.candidates[i].place
    while at and not _POST.search(page.places[at].names):
        at = page.places[at].parent
    return at


def _says_more(c: Candidate) -> bool:
    """Return whether a passage is a sentence, and no line of who said it."""
    return (
        word_count(c.text) >= _OWN
        and c.text.rstrip("”\"'»)").endswith(tuple(STOPS))
        and not _DASHED.match(c.text)
    )


def _set_apart(page: Page, c: Candidate) -> bool:
    place = page.places[c.place]
    return bool(c.quote or place.flags & F_ASIDE or (place.near[0] | place.near[1]) & PULL)


def excerpt(page: Page, meta: Metadata, story: list[int]) -> dict[int, Why]:
    """Return a story's first passage that is cut where the next says nearly the same: an excerpt."""
    if len(story) < 3:
        return {}
    one, other = (page.candidates[i] for i in story[:2])
    a, b = ({*bare(c.text).split()} for c in (one, other))
    cut = one.text.rstrip(" ])").endswith(("…", "..."))
    alike = cut and min(len(a), len(b)) >= _EXCERPT and len(a & b) >= _SAME_WORDS * len(a)
    return {story[0]: _COPY} if alike and one.kind == other.kind == "paragraph" else {}


_AGAIN = Why("navigation", "stands twice on the page and is read once", "copy")
_SAID_TWICE = 8
"""Words of the shortest passage that nobody says twice in a row."""
_LONG = 40
"""Words of the shortest passage that is not said twice."""
_LISTED, _LISTED_WORDS = 5, 20
"""Items and words of the shortest list that is not."""
_ALIKE = 4
"""Items of the shortest list that is told again in nearly the same words under the page's title."""


def twice(page: Page, meta: Metadata, story: list[int]) -> dict[int, Why]:
    """A table that stands twice, and a long passage that stands again in another element."""
    seen: dict[str, int] = {}
    out: dict[int, Why] = {}
    before: int | None = None
    for i in story:
        c = page.candidates[i]
        if c.kind not in ("table", "paragraph", "quote", "list_item"):
            before = None  # under another heading the same is said again: a plan for the week
            continue
        if before is not None and _shown_twice(page, before, i):
            out[i] = _AGAIN
            continue
        before = i
        first = seen.setdefault(f"{c.kind} {c.text}", i)
        if first == i:
            continue
        apart = page.places[c.place].parent != page.places[page.candidates[first].place].parent
        if word_count(c.text) >= (1 if c.kind == "table" else _LONG) and (apart or c.kind == "table"):
            out[i] = _AGAIN
    return out


def lists_twice(page: Page, meta: Metadata, story: list[int]) -> dict[int, Why]:
    """Return a list that stands again, item for item, under no heading of its own or under the page's title.

    Under another heading, as in a plan for two weeks, the same may be said again.
    """
    seen: dict[tuple[str, ...], int] = {}
    out: dict[int, Why] = {}
    title = bare(meta.title)
    for items in page.lists(story):
        texts = tuple(bare(page.candidates[i].text) for i in items)
        first = next((at for told, at in seen.items() if _same_list(told, texts)), items[0])
        seen.setdefault(texts, items[0])
        if first == items[0]:
            continue
        heads = [i for i in story if first < i < items[0] and page.candidates[i].kind == "heading"]
        titled = bool(heads and title) and bare(page.candidates[heads[-1]].text).startswith(title)
        long = len(items) >= _LISTED and sum(map(word_count, texts)) >= _LISTED_WORDS
        whole = texts in seen and seen[texts] == first
        if titled or (not heads and long and whole):
            # The heading goes with its list, unless something else stands between.
            over = heads[-1:] if heads and not any(heads[-1] < i < items[0] for i in story) else []
            out |= dict.fromkeys([*over, *items], _AGAIN)
    return out


def _same_list(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether two lists have the same items, but for one in four."""
    alike = sum(a == b for a, b in zip(one, other, strict=False))
    return len(one) == len(other) >= _ALIKE and _ALIKE * alike >= (_ALIKE - 1) * len(one)


def _shown_twice(page: Page, one: int, other: int) -> bool:
    """Return whether a passage stands again right behind itself in another element, for another screen."""
    a, b = page.candidates[one], page.candidates[other]
    apart = page.places[a.place].parent != page.places[b.place].parent
    return apart and a.kind == b.kind and a.text == b.text and word_count(a.text) >= _SAID_TWICE
