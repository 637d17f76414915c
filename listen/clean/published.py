"""The page's date of publication: what readers see of it, what its data says, and which to believe.

The sources, and when each is believed:

- the line under the headline: always, where the page has one headline; it is in the reader's time zone, the
  data often is not. Where it only says when the page was changed, the data's day of publication comes first,
  but for JSON-LD's, which is what search engines are told and need not be what readers are;
- `article:published_time` and its kin: always, but on a site's front page, which is of no day;
- JSON-LD of an article and microdata: where the page shows the same day, or its address has it;
- a line by the headline that says nothing but a day, then one anywhere, if it is the only one of its kind;
- a day in the address.
"""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from listen.clean.dates import CHANGED, find, in_text, valid
from listen.clean.metadata import iso, value_text
from listen.clean.places import Candidate, Page, fold

_META = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "article:published",
    "datepublished",
    "og:publish_date",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:publishtime",
    "publishdate",
    "publish-date",
    "publisheddate",
    "published-date",
    "published",
    "pubdate",
    "date",
    "date-pub",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "citation_publication_date",
    "citation_date",
    "w-published-date",
)
_IN_URL = re.compile(r"/(20\d\d|19\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:/|-|\b)")
_SAID = re.compile(r"publish|posted|written|veröffentlicht|publi|pubblic|created", re.I)
_PUBLISHED = re.compile(r"publish|posted", re.I)
_NUMBER = re.compile(r"\d")
_RANGE = re.compile(r"\d\s*[-–—]\s*(?:\d{4}-|\d{1,2}[./]\d|\d{1,2} [A-Z]|[A-Z][a-z]{2,8}\.? \d)")
_LABEL = re.compile(
    r"(?:publish|posted|publi|pubblic|veröffentlicht)\w*\W+(?:on\W+|am\W+|le\W+|the\W+)?\Z", re.I
)
_BY = re.compile(r"\W*(?:by|von|par|por|di|door|af|av)\b", re.I)
_OF_LINE = re.compile(
    r"(?:by|and|on|at|in|of|am|pm|a\.m\.|p\.m\.|st|nd|rd|th|min|mins|minutes?|reads?|reading|comments?|views?|words?|"
    r"time|date|last|latest|first|originally|updated|published|posted|written|modified|edited|reviewed|created|"
    r"von|par|por|di|de|du|le|la|les|el|den|der|am|um|uhr|et|und|y|e|il|do|da|h|alle|lecture|lesezeit)\W*",
    re.I,
)
_UNDER = 6
"""Blocks after the headline that may still be the line of author and date."""
_NEAR = 30
_SHORT, _LONG = 90, 180
"""Characters of a line with a day; the longer where it says that it is the day of publication."""
_LISTED = 5
"""So many lines of one kind are a list of things with days."""
_ALONE = 12
"""Words of a line whose day is what it is there for."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A short line that has a day in it."""

    at: int
    """Index of the candidate."""
    day: str
    changed: bool
    """It is the day of a change."""
    own: bool
    """The day is what the line is there for."""
    single: bool
    """It is the only one in the line, but for that of a change."""


def published(
    root: Any,
    meta: dict[str, list[str]],
    main: dict[str, Any],
    url: str,
    page: Page | None,
    lang: str,
    sure: bool,
) -> str | None:
    """ISO 8601 date of publication, or None. `sure`: the page's data is that of an article."""
    address = urlsplit(url)
    if url and not address.path.strip("/") and not address.query:
        return None
    stated = _in_meta(meta, lang)
    data = _in_data(root, main, lang) if sure else _in_data(root, {}, lang)
    lines = _lines(page, lang) if page else []
    under = _under_headline(page, lines) if page else None
    if under and not under.changed:
        known = stated or data or ""
        return known if known.startswith(under.day) or _same(under.day, stated, data) else under.day
    if stated:
        return stated
    if under and data and not _shown(data, root, lines, ""):
        return under.day
    if data and _shown(data, root, lines, url):
        return data
    printed = _by_headline(page, lines) if page else None
    if printed and not printed.changed:
        return printed.day
    if page and (alone := _alone(page, lines)):
        return alone
    return _of_time(root, lang) or (printed.day if printed else None) or _in_address(url)


def _same(shown: str, stated: str | None, data: str | None) -> bool:
    """Whether the day shown is the page's own in other clothes.

    It is the stated moment in another time zone, or day and month are in the order that the page's language
    does not lead to expect.
    """
    other = stated or data or ""
    year, month, day = shown.split("-")
    if other[:10] == f"{year}-{day}-{month}":
        return True
    if not stated or "T" not in stated:
        return False
    return abs((date.fromisoformat(shown) - date.fromisoformat(stated[:10])).days) == 1


def _in_address(url: str) -> str | None:
    match = _IN_URL.search(url or "")
    return valid(*map(int, match.groups())) if match else None


def _in_meta(meta: dict[str, list[str]], lang: str) -> str | None:
    for key in _META:
        value = meta.get(key, [""])[0]
        found = iso(value) or in_text(value, lang)
        if found:
            return found
    return None


def _in_data(root: Any, main: dict[str, Any], lang: str) -> str | None:
    value = value_text(main.get("datePublished")) or value_text(main.get("dateCreated"))
    found = iso(value) or in_text(value, lang)
    if found:
        return found
    for el in root.iterfind('.//*[@itemprop="datePublished"]'):
        value = el.get("datetime") or el.get("content") or " ".join(el.itertext())
        found = iso(value) or in_text(value, lang)
        if found:
            return found
    return None


def _shown(stated: str, root: Any, lines: list[_Line], url: str) -> bool:
    """Whether the page shows the day that its data states, or its address has it."""
    day = stated[:10]
    return (
        any(line.day == day for line in lines)
        or day == _in_address(url)
        or any((iso(el.get("datetime") or "") or "")[:10] == day for el in root.iter("time"))
    )


def _lines(page: Page, lang: str) -> list[_Line]:
    out = []
    for i, c in enumerate(page.candidates):
        if len(c.text) > _LONG or c.kind in ("code", "table") or not _NUMBER.search(c.text):
            continue
        if len(c.text) > _SHORT and not _SAID.search(c.text):
            continue
        if found := find(c.text, lang):
            day, start, end = found
            change, said = CHANGED.search(c.text), _PUBLISHED.search(c.text)
            changed = bool(change or CHANGED.search(page.places[c.place].sig))
            changed = changed and not (said and (not change or said.start() < change.start()))
            rest = c.text[end:]
            by_whom = start == 0 and _BY.match(rest)
            own = bool(_LABEL.search(c.text[:start]) or by_whom) or _is_date_line(c)
            single = in_text(rest, lang) is None or bool(CHANGED.search(rest))
            out.append(_Line(i, day, changed, own, single))
    return out


def _headline(page: Page) -> list[int]:
    return [i for i, c in enumerate(page.candidates) if c.kind == "heading" and c.level == 1]


def _under_headline(page: Page, lines: list[_Line]) -> _Line | None:
    """The day printed within a few lines of the only headline: that of publication, else that of a change."""
    heads = _headline(page)
    if len(heads) != 1:
        return None
    kinds = Counter(_like(page, line) for line in lines if page.candidates[line.at].kind == "list_item")
    by_place = {line.at: line for line in lines if line.own and kinds[_like(page, line)] < _LISTED}
    near = [by_place[i] for i in (*range(heads[0] + 1, heads[0] + 1 + _UNDER), heads[0] - 1) if i in by_place]
    return next((line for line in near if not line.changed), next(iter(near), None))


def _by_headline(page: Page, lines: list[_Line]) -> _Line | None:
    """The first day printed before the third paragraph of prose, or just above the headline."""
    heads = _headline(page)
    start = heads[0] if heads else 0
    stop, prose = start, 0
    while stop < len(page.candidates) and stop - start < _NEAR and prose < 3:
        prose += len(page.candidates[stop].text) > 200
        stop += 1
    near = [line for line in lines if start <= line.at < stop]
    near += [line for line in reversed(lines) if start - _UNDER <= line.at < start]
    kinds = Counter(_like(page, line) for line in lines)
    near = [line for line in near if line.own and kinds[_like(page, line)] < _LISTED]
    return next((line for line in near if not line.changed), next(iter(near), None))


def _is_date_line(c: Candidate) -> bool:
    """Whether a line's day is what it is there for: no sentence, no period of time, no entry with a title."""
    words = c.text.split()
    if len(words) > _ALONE or _RANGE.search(c.text) or (c.kind == "list_item" and len(words) > 6):
        return False
    return sum(w[0].islower() and not _OF_LINE.fullmatch(w) for w in words) <= 1


def _like(page: Page, line: _Line) -> tuple[str, str]:
    """What lines of one kind have in common: the kind of block, and its element's tag and class."""
    c = page.candidates[line.at]
    return c.kind, page.places[c.place].sig


def _alone(page: Page, lines: list[_Line]) -> str | None:
    """The day of a line by itself, anywhere, if no other line of the page is like it."""
    plain = [line for line in lines if line.own and line.single and not line.changed]
    kinds = Counter(_like(page, line) for line in plain)
    start = (_headline(page) or [0])[0]
    days = {line.day for line in plain if kinds[_like(page, line)] == 1 and line.at >= start}
    return days.pop() if len(days) == 1 else None


def _of_time(root: Any, lang: str) -> str | None:
    """The day of the page's `time` elements, if they agree on one and show it."""
    days = set()
    for el in root.iter("time"):
        if CHANGED.search(f"{el.get('class')} {el.getparent().get('class')} {el.get('itemprop')}"):
            continue
        shown = fold(" ".join(el.itertext()))
        stated = (iso(el.get("datetime") or "") or "")[:10]
        if stated and stated[:4] in shown and re.search(rf"\b{int(stated[8:])}\b", shown):
            days.add(stated)
        elif found := in_text(shown, lang):
            days.add(found)
    return days.pop() if len(days) == 1 else None
