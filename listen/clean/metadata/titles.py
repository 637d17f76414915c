"""The page's headline."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice
from typing import Any

from listen.clean.dom.nouns import Candidate, Page, fold
from listen.clean.dom.text import word_count
from listen.clean.dom.tree import Elements
from listen.clean.metadata.heading_texts import heading_text, in_trail, is_logo
from listen.clean.metadata.written_dates import in_text

_SEPARATOR = re.compile(r"(?<!\s)\s++(?:[|»›•·/]|[-–—]{1,2}|::|<)\s+|(?:(?<!\s)\s++)?\|\s*|:\s+")

RIGHTS = re.compile(r"©|\bcopyright\b|\brights reserved\b", re.I)
BEHIND = re.compile(r"(?<!\s)\s++(?:[|»›•·]|[-–—]{1,2}|::)\s+|(?:(?<!\s)\s++)?\|\s*")
# What follows a headline in its heading without being more of it.
_BESIDE = re.compile(r"\s*(?:[|–—·•(\[-]|\d|(?:posted|published|updated|by|on)\b)", re.I)
_ARTICLE = re.compile(r"the|an?|my|our|20\d\d")
_COUNTER = re.compile(r"\A\(\d{1,3}\+?\)\s+")
"""How many messages wait, before the title of a social network's page."""
_ON_NETWORK = re.compile(r".{1,60} on (?:X|Twitter): [\"“](.{4,150})[\"”](?: / (?:X|Twitter))?")
_CUT = re.compile(r"\s?(?:…|\.{3})\Z")
"""What a headline ends in that was cut for previews."""
_LABEL = 3
"""Words of a first-level heading that may be a section's."""
_FULL = range(95, 112)
"""Characters of a headline that search engines' rules may have cut."""
_ENDS = re.compile(r"(?<=\w)\s+[|»›•·–—-]\s*\Z")
"""A title tag that ends where the headline should stand."""
_HEADLINE = re.compile(
    r"(?:^|[\s_-])(?:headline|(?:article|post|entry|story|news)[-_]?(?:title|headline))(?:$|[\s_-])", re.I
)
"""Names of the heading that is the page's own."""
_PARTS_OF_TAG = re.compile(
    r"(?<!\s)\s++(?:[|»«›‹•·/]|[-–—]{1,2}|::|<)\s+|(?:(?<!\s)\s++)?\|\s*|:\s+|(?:(?<!\s)\s++)?[»«]\s*"
)
_SMALL = frozenset(
    ["a", "an", "and", "at", "for", "from", "in", "is", "of", "on", "that", "the", "to", "der", "die", "das"]
)
"""Words that a slogan and a headline share by chance."""
_LENGTHS = range(1, 26)
"""Words of a heading that may be a headline other than the stated one."""


_HYPHENS, _ABOVE_IT = 8, 80
"""Soft hyphens that a title may have and its heading not, and characters of the longest label above it."""
_WORD = re.compile(r"\w+")
_LINE = 400
"""Characters of the longest text whose words are remembered: many steps ask for those of the same lines."""


def words(text: str) -> str:
    """The bare words of a title, to compare by."""
    return _words(text) if len(text) <= _LINE else " ".join(_WORD.findall(text.casefold()))


@lru_cache(maxsize=4096)
def _words(text: str) -> str:
    return " ".join(_WORD.findall(text.replace("\xad", "").casefold()))


def title(elements: Elements, meta: dict[str, list[str]], main: dict[str, Any], site: str) -> str:
    """The headline as printed: the first-level heading that agrees with the page's own title, else that."""
    from listen.clean.metadata.structured_data import first, plain, value_text

    tag = next((fold("".join(el.itertext())) for el in elements.of("title")), "")
    og = plain(
        first(
            *(
                meta.get(k, [""])[0]
                for k in ("og:title", "twitter:title", "title", "dc.title", "parsely-title")
            )
        )
    )
    ld = value_text(main.get("headline")) or value_text(main.get("name"))
    tag = _COUNTER.sub("", tag)
    if quoted := _ON_NETWORK.fullmatch(tag):
        return quoted[1]
    if (of_word := _of_word(elements)) is not None:
        return heading_text(of_word)
    first_level = [(el, heading_text(el)) for el in elements.of("h1")]
    steps = [el for el, _ in first_level if in_trail(el)]
    if ld and steps and len(steps) == len(first_level):
        lower = (heading_text(el) for el in elements.of("h2", "h3"))
        if words(ld) in map(words, lower):
            return ld
    first_level = [(el, h) for el, h in first_level if el not in steps] or first_level
    logos = [h for el, h in first_level if h and is_logo(el)]
    heads = [h for el, h in first_level if h and h not in logos]
    stated = [t for t in (ld, og, tag) if t]
    if site and heads and all(words(t) == words(site) for t in stated) and len(heads) == 1:
        return heads[0]  # careless: the site's name on each of its pages
    called = any(_HEADLINE.search(f"{el.get('class') or ''} {el.get('id') or ''}") for el, _ in first_level)
    if stated == [tag] and len(heads) == 1 and _of_site(elements, tag, heads[0], called):
        return heads[0]  # careless: the site's name and its slogan on each of its pages
    agreed = {words(part) for t in stated for part in (t, *_PARTS_OF_TAG.split(t))}
    told = any(words(h) in agreed or any(_alike(h, t) for t in stated) for h in heads)
    if logos and not told and (below := _below_logo(elements, tag, [*logos, site], stated)):
        return below
    if site and og and all(BEHIND.split(t)[0] == site != t for t in (og, tag)):
        site = ""  # careless: the headline as the site's name, the site's behind it
    printed = [words(heading_text(el)) for el in elements.of("h1", "h2")]
    own = _whole([without_site(t, site, printed) for t in stated])
    keys = [words(t) for t in own]
    name = words(site)
    if heads and tag.startswith(f"{heads[0]} ") and not BEHIND.match(tag, len(heads[0])):
        rest = words(tag[len(heads[0]) :])
        for text in map(heading_text, elements.of("h2", "h3")):
            if rest and words(text) == rest:
                return text  # the site's name stands before it in the tag
    heads = [h for h in heads if words(h) != name and (words(h) in keys or len(words(h).split()) in _LENGTHS)]
    heads = sorted(heads, key=lambda h: not _begins(h, heads[0], stated))
    of_site, colon, rest = tag.partition(": ")
    if colon and heads and words(heads[0]) == words(of_site) and words(rest) in keys:
        # “Site: headline” in the tag, the headline alone elsewhere: the heading is the site's.
        return next(t for t, k in zip(own, keys, strict=True) if k == words(rest))
    if story := _below_section(elements, tag, heads):
        return story
    part = _part_of_tag(elements, tag, keys)
    if part and words(part) != name and not (heads and words(heads[0]) in keys):
        return part
    set_apart = {words(text) for el, _ in first_level for text in _pieces(el)}
    for head in heads:
        key = words(head)
        if key in keys:
            return _before_bar(head, name)
        longer, whole = next(
            ((t, w) for t, k, w in zip(own, keys, stated, strict=True) if k in key and len(k) > 20), ("", "")
        )
        if longer and _same_rest(key, words(longer), words(whole)):
            return head
        if longer:
            more = key.removeprefix(words(longer)).strip()
            return head if more not in set_apart and _goes_on(head, longer) else longer
        if (len(key) >= 8 or (" " not in key and _length(head) > 1)) and any(key in k for k in keys):
            return _before_bar(head, name)
    if above := _above_chapters(elements, keys):
        return above
    heads = list(dict.fromkeys(heads))
    if heads and len(words(heads[0]).split()) >= 3 and any(_alike(heads[0], t) for t in own):
        return _before_bar(heads[0], name)
    best = _ENDS.sub("", first(*own))
    return _before_bar(best, name) or (heads[0] if heads else "")


def _begins(head: str, first: str, stated: Sequence[str]) -> bool:
    """Return whether a heading is what a stated title begins with, while the first one is a word of that: the
    name of the section, or of a kind of warning.
    """
    key, label = words(head), words(first)
    return (
        head != first
        and _length(first) <= _LABEL < _length(head)
        and any(words(t).startswith(key) and label in words(t) for t in stated)
    )


def _above_chapters(elements: Elements, keys: Sequence[str]) -> str:
    """The stated headline as a lower heading, where the first-level ones below it are chapters or a label."""
    for el in elements.of("h1", "h2", "h3"):
        text = heading_text(el)
        if el.tag == "h1" and not is_logo(el) and _length(text) > _LABEL:
            return ""
        if el.tag != "h1" and _length(text) > 2 and words(text) in keys:
            return text
    return ""


def _continues(text: str, begin: str) -> bool:
    """Return whether a headline goes on behind the words that it begins with, but for the site's name."""
    return any(words(part).startswith(f"{begin} ") for part in BEHIND.split(text)[:1])


def _same_rest(heading: str, headline: str, tag: str) -> bool:
    """Return whether what a heading has behind the headline is what the tag has in other words."""
    if not (heading.startswith(headline) and tag.startswith(headline)):
        return False
    rest, other = ({*text.removeprefix(headline).split()} for text in (heading, tag))
    both = len(rest & other)
    return len(rest) > 2 and both > 1 and 2 * both >= min(len(rest), len(other))


def _whole(stated: Sequence[str]) -> list[str]:
    """The stated headlines; one that was cut short is the other that goes on where it ends."""
    cut = {
        t: words(_CUT.sub("", t)) for t in stated if _CUT.search(t) or (len(t) in _FULL and t[-1].isalnum())
    }
    longer = {
        t: next((o for o in stated if o not in cut and _continues(o, begin)), t)
        for t, begin in cut.items()
        if len(begin) > 10
    }
    return [longer.get(t, t) for t in stated]


def _of_site(elements: Elements, tag: str, head: str, called: bool) -> bool:
    """Return whether a title tag is the site's name and a slogan: it shares no word with the only heading of
    the first level, which is `called` a headline, or the copyright line has the name.
    """
    parts = BEHIND.split(tag)
    name = words(parts[0])
    if len(parts) != 2 or not name or {*words(tag).split()} & {*words(head).split()} - _SMALL:
        return False
    lines = (text for text in elements.root.itertext() if len(text) < _LINE and RIGHTS.search(text))
    return called or any(f" {name} " in f" {words(line)} " for line in lines)


def _of_word(elements: Elements) -> Any:
    """The paragraph that Word calls the title of a document, where no heading of the first level is there."""
    named = (p for p in elements.of("p") if (p.get("class") or "").startswith("MsoTitle"))
    return next(named, None) if not elements.of("h1") else None


def _below_logo(elements: Elements, tag: str, logos: list[str], stated: list[str]) -> str:
    """The headline of a page whose first-level heading is the site's name; empty where it is not.

    The title tag names both: the part that is another heading's text, or that the page's data says alone.
    """
    if not logos:
        return ""
    parts = [part for part in _PARTS_OF_TAG.split(tag) if part.strip()]
    names = {words(logo) for logo in logos}
    told = {words(" ".join(parts[:-1])), words(" ".join(parts[1:])), *map(words, parts), *map(words, stated)}
    for name in ("h2", "h3"):
        for el in elements.of(name):
            text = heading_text(el)
            if text and words(text) in told - names and not is_logo(el):
                return text
    return ""


def _below_section(elements: Elements, tag: str, heads: list[str]) -> str:
    """The headline below a first-level heading that is the section's name; empty where it is not.

    The title tag begins with the one, and names the other behind it.
    """
    first, *behind = (words(part) for part in BEHIND.split(tag))
    if not heads or words(heads[0]) not in behind or words(heads[0]) == first or _length(heads[0]) > 3:
        return ""
    return next((text for el in elements.of("h2", "h3") if words(text := heading_text(el)) == first), "")


def _pieces(el: Any) -> list[str]:
    """The texts of the elements in a heading: a second line below the headline is one."""
    return [text for child in el if child.tag.__class__ is str and (text := fold("".join(child.itertext())))]


def _part_of_tag(elements: Elements, tag: str, keys: list[str]) -> str:
    """The longest heading that is a part of the title tag, behind the names of the site and of a section;
    empty where a heading is all that the page says of itself.
    """
    parts = [part for part in BEHIND.split(tag) if part.strip()]
    if len(parts) < 2 or words(parts[0]) in keys:
        return ""
    told = {words(" ".join(parts[k:])) for k in range(1, len(parts))} | {words(" ".join(parts[1:-1]))}
    found = [(h, words(h)) for h in (heading_text(el) for el in elements.of("h1", "h2") if not is_logo(el))]
    if any(key in keys and key not in told for _, key in found):
        return ""
    part = max((h for h, key in found if key in told and _length(h) >= 3), key=len, default="")
    first = any(key == words(parts[0]) for _, key in found) and _length(parts[0]) > _length(part)
    return "" if first else part


def _before_bar(text: str, site: str) -> str:
    """Return what stands before a bar: behind it follow the section, the site and words to be found by.

    Behind a dash the site's name is no more of the headline.
    """
    parts = BEHIND.split(text)
    if len(parts) > 1 and site and words(parts[-1]) == site and _length(" ".join(parts[:-1])) > 3:
        return text[: text.rindex(parts[-1])].rstrip(" |»›•·–—-:")
    front, _, behind = text.partition(" | ")
    return front if words(front) not in site and _length(front) >= min(4, _length(behind)) else text


def _length(text: str) -> int:
    """The words of a title; in scripts without spaces two letters count as one."""
    return word_count(words(text))


def _goes_on(head: str, stated: str) -> bool:
    """Return whether a heading says the stated headline and more of it, not a day, a section or a name beside
    it.
    """
    before, found, behind = (f" {head} ".casefold()).partition(f" {stated} ".casefold().rstrip())
    if not found:
        return words(head).startswith(words(stated)) and not _BESIDE.match(head[len(stated) :])
    if before.strip():
        return _ARTICLE.fullmatch(before.strip()) is not None and not behind.strip()
    return not _BESIDE.match(behind) and in_text(behind) is None


def _alike(one: str, other: str) -> bool:
    """Return whether two wordings may be of the same headline: a third of the shorter one's longer words
    agree.
    """
    a, b = ({w for w in words(t).split() if len(w) > 3} for t in (one, other))
    return len(a & b) * 3 >= max(1, min(len(a), len(b)))


def without_site(text: str, site: str, printed: Sequence[str] = ()) -> str:
    """A title tag's headline without the name of the site behind (or before) it.

    `printed`: the bare words of the page's headings; what one of them has whole is a headline.
    """
    parts = _SEPARATOR.split(text)
    if len(parts) < 2:
        return text
    if site:
        key = words(site)
        for i in (len(parts) - 1, 0):
            if key and words(parts[i]) == key:
                cut = text[: text.rfind(parts[i])] if i else text[text.find(parts[1]) :]
                return re.sub(r"(?<![\s|»›•·/:<–—-])[\s|»›•·/:<–—-]++\Z", "", cut) if i else cut
    key = words(text)
    if text[-1:] in "?!" or any(key in heading for heading in printed):
        return text
    tail = re.search(r"(?<!\s)\s++[|–—-]\s+[^|–—]{2,40}\Z", text)
    if tail and _length(text[: tail.start()]) >= 4 and len(words(tail.group()).split()) <= 4:
        return text[: tail.start()]
    return text


def headings(page: Page, title: str) -> list[int]:
    """The candidates that may be the headline: that with the title's words, else first-level headings.

    A first-level heading without any of them is the site's name where another heading is the title.
    """
    heads = [i for i, c in enumerate(page.candidates) if c.kind == "heading" and c.level == 1]
    key = words(title)
    if not key:
        return heads
    if labelled := [i for i in heads if is_headline(page.candidates[i], title)]:
        return labelled[:1]
    if any(_of_title(words(page.candidates[i].text), key) for i in heads):
        return [*islice((i for i in heads if _is(page.candidates[i].text, title, key)), 1)] or heads
    lower = [i for i, c in enumerate(page.candidates) if c.kind == "heading" and c.level != 1]
    if labelled := [*islice((i for i in lower if is_headline(page.candidates[i], title)), 1)]:
        return labelled
    for among in (lower, () if heads else range(len(page.candidates))):
        if found := [*islice((i for i in among if _is(page.candidates[i].text, title, key)), 1)]:
            return found
    return heads


def is_headline(c: Candidate, title: str) -> bool:
    """Return whether a passage is the heading of the title, whose label stands above it."""
    return (
        c.kind == "heading"
        and c.el is not None
        and 0 < len(title) <= len(c.text) + _HYPHENS <= len(title) + _ABOVE_IT
        and words(heading_text(c.el)) == words(title)
    )


def _of_title(heading: str, title: str) -> bool:
    """Return whether a heading may be the title in other words: one holds the other, or they share a word."""
    return heading in title or title in heading or bool({*heading.split()} & {*title.split()})


def _is(text: str, title: str, key: str) -> bool:
    return abs(len(text) - len(title)) < 20 and words(text) == key
