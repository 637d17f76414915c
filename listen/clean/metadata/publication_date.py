"""The page's date of publication: what readers see of it, what its data says, and which to believe.

The sources, and when each is believed; a site's front page is of no day, whatever it says:

- a note that the page was “originally published” on a day: always;
- the line under the headline: always, where the page has one headline; it is in the reader's time zone, the
  data often is not. Where it only says when the page was changed, the data's day of publication comes first,
  but for JSON-LD's, which is what search engines are told and need not be what readers are;
- `article:published_time` and its kin: always;
- JSON-LD of an article and microdata: where the page shows the same day, or its address has it, or where
  scripts draw the page, so that it shows nothing;
- a day that the story's first passage begins with, as agencies and offices begin theirs;
- a line by the headline that says nothing but a day, then one anywhere, if it is the only one of its kind;
- a day in the address: folders of year, month and day before all of these, unless data and print agree on
  another.
"""

import re
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from listen.clean.dom.naming.hints import HINT_NAMES
from listen.clean.dom.nouns import Page
from listen.clean.dom.tree import Elements
from listen.clean.metadata.date_lines import Line, day_lines, kind_of, opening
from listen.clean.metadata.structured_data import iso, value_text
from listen.clean.metadata.time_elements import day_of_time
from listen.clean.metadata.titles import headings
from listen.clean.metadata.written_dates import in_text, other_order, valid

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
    "dcterms.issued",
    "dcterms.date",
    "publication_date",
    "pub_date",
    "og:pubdate",
    "shareaholic:article_published_time",
)
_IN_URL = re.compile(r"/(20\d\d|19\d\d)[/-](\d{1,2}|[a-zA-Z]{3,9})[/-](\d{1,2})(?:/|-|\b)")
_FRONT = re.compile(r"/*(?:(?:index|default|home)(?:\.\w{2,5})?)?/*", re.I)
"""The path of a site's front page."""
_FOLDERS = re.compile(r"/(?:20\d\d|19\d\d)/(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\d|3[01])/")
"""Year, month and day as folders: the day on which the site filed the page there."""
_MONTH_IN_URL = re.compile(r"/(20\d\d|19\d\d)/(0?[1-9]|1[0-2])/")
_LAST_IN_URL = re.compile(r"/(\d{1,2})-(\d{1,2})-(20\d\d)(?:\.\w+)?/?\Z")
"""An address that ends in a day as most of the world writes it."""
_DAY_FIRST = re.compile(
    r"\b\d{1,2}\.? [A-Z][a-z]{2,8}\.?,? 20\d\d|\b(?:1[3-9]|2\d|3[01])[/.-]\d{1,2}[/.-]20\d\d"
)
_MONTH_FIRST = re.compile(
    r"\b[A-Z][a-z]{2,8}\.? \d{1,2},? 20\d\d|\b\d{1,2}[/.-](?:1[3-9]|2\d|3[01])[/.-]20\d\d"
)
_ORIGINALLY = re.compile(
    r"\W*(?:(?:this|the)\s(?:\w+\s)?(?:article|story|post|piece|column|essay|interview|report|version)\swas\s"
    r"(?:originally|first)\s(?:published|posted)\b\W*((?:\w+\W+){1,5}\d{2,4})\b|"
    r"(?:originally|first)\s(?:published|posted)\b\W*((?:\w+\W+){1,5}\d{2,4})\b(?=\W*(?:\w+\W+){0,3}\w*\W*\Z|\.))",
    re.I,
)
_DAY_FIRST_COUNTRIES = frozenset(
    re.findall(
        r"\w+",
        "uk ie au nz in za sg my hk ke ng gh pk lk mt cy eu de at ch fr be nl lu it es pt gr pl cz sk hu ro "
        "bg hr si rs dk no fi se is ee lv lt ua ru tr il ae sa eg ma tn br ar cl mx pe uy ve th vn id",
    )
)
"""Top-level domains of countries that write the day before the month."""
_ENGLISH = frozenset(
    re.findall(r"\w+", "uk ie au nz in za sg my hk ke ng gh pk lk mt eu"),
)
"""Those of them whose pages are in English, or in any language."""
_FIGURES = re.compile(r"(20\d\d|199\d)(\d\d)(\d\d)(?:T?\d{4,6}Z?)?")
_SECONDS = re.compile(r"(1\d{9})(?:\d{3})?")
_CLOCK = re.compile(r"(?<!\d)(?:[01]?\d|2[0-3])[:.h][0-5]\d(?![\d.])")
_UNDER = 6
"""Blocks after the headline that may still be the line of author and date."""
_COMMENT = 1 << HINT_NAMES.index("comment")
"""The hint that something belongs to what readers wrote."""
_NEAR = 30
_CLOSE = 2
"""So many days in lines of one kind right under the headline are a list already."""
_LISTED = 5
"""So many lines of one kind are a list of things with days."""


def published(
    elements: Elements,
    meta: dict[str, list[str]],
    main: dict[str, Any],
    url: str,
    page: Page | None,
    lang: str,
    sure: bool,
    title: str = "",
) -> str | None:
    """ISO 8601 date of publication, or None; a day that is still to come is none.

    `sure`: the page's data is that of an article; `title`: its headline.
    """
    day = _published(elements, meta, main, url, page, order_of(lang, url), sure, title)
    latest = (date.today() + timedelta(days=1)).isoformat()  # it is tomorrow already elsewhere
    return day if day and day[:10] <= latest else None


def is_front(url: str | None) -> bool:
    """Return whether an address is that of a site's front page, as `/` or as `/index.html`."""
    address = urlsplit(url or "")
    return bool(url) and not address.query and _FRONT.fullmatch(address.path) is not None


def order_of(lang: str, url: str) -> str:
    """The language by whose order numbers are read: English pages of most countries have the day first.

    A page that states no language is read in the order of its site's country.
    """
    country = urlsplit(url or "").netloc.rsplit(":", 1)[0].rsplit(".", 1)[-1].lower()
    if country not in _DAY_FIRST_COUNTRIES:
        return lang or "en"
    if not lang:
        return "en-GB" if country in _ENGLISH else country
    return "en-GB" if lang.lower() in ("en", "en-us") else lang


def _published(
    elements: Elements,
    meta: dict[str, list[str]],
    main: dict[str, Any],
    url: str,
    page: Page | None,
    lang: str,
    sure: bool,
    title: str,
) -> str | None:
    if is_front(url):
        return None
    lines = day_lines(page, lang) if page else []
    if page and (first := _first_printed(page, lines, lang)):
        return first
    stated = _in_readers_order(in_meta(meta, lang), meta, elements, lines, url)
    data = in_data(elements, main, lang) if sure else in_data(elements, {}, lang)
    heads = headings(page, title) if page else []
    under = under_headline(page, lines, heads, url) if page else None
    filed = in_address(url) if _FOLDERS.search(url or "") else None
    if filed and not _of_another_day(filed, stated, data, under, elements, lines):
        return stated if stated and stated[:10] == filed else filed
    if page and under and not under.changed:
        known = stated or data or ""
        if known.startswith(under.day) or _same(page.candidates[under.at].text, under.day, stated, data):
            return known
        return _in_order(under, lines, page, elements, url)
    if stated:
        return stated
    if under and data and not shown(data, elements, lines, ""):
        return under.day
    if data and (page is None or shown(data, elements, lines, url)):
        return data
    if page and (day := opening(page, heads, lang)):
        return day
    printed = by_headline(page, lines, heads) if page else None
    if printed and not printed.changed:
        return _in_order(printed, lines, page, elements, url)
    if page and (alone := day_alone(page, lines, heads)):
        return alone
    if day := day_of_time(elements, lang):
        return day
    if page and printed and not _index(page, lines):
        return _in_order(printed, lines, page, elements, url)
    return in_address(url)


def _of_another_day(
    filed: str,
    stated: str | None,
    data: str | None,
    under: Line | None,
    elements: Elements,
    lines: list[Line],
) -> bool:
    """Return whether data and print agree on another day than the one under which a site filed its page."""
    if stated:
        return under is not None and stated[:10] == under.day
    return data is not None and data[:10] != filed and shown(data, elements, lines, "")


def _first_printed(page: Page, lines: list[Line], lang: str) -> str | None:
    """The day of a note that the page was originally published on it."""
    notes = (_ORIGINALLY.match(page.candidates[line.at].text) for line in lines)
    return next((day for note in notes if note and (day := in_text(note[1] or note[2], lang))), None)


def _index(page: Page, lines: list[Line]) -> bool:
    """Return whether a page lists things with days and has less prose than things."""
    listed = sum(line.own for line in lines)
    return listed >= _LISTED and listed > sum(len(c.text) > 200 for c in page.candidates)


def _same(line: str, printed: str, stated: str | None, data: str | None) -> bool:
    """Return whether the day that a line shows is the page's own in other clothes.

    It is the stated moment in another time zone, or day and month are in the order that the page's language
    does not lead to expect. A line with the hour is by the site's own clock, which is its readers'.
    """
    other = stated or data or ""
    year, month, day = printed.split("-")
    if other[:10] == f"{year}-{day}-{month}":
        return True
    if not stated or "T" not in stated or _CLOCK.search(line):
        return False
    return abs((date.fromisoformat(printed) - date.fromisoformat(stated[:10])).days) == 1


def _in_readers_order(
    stated: str | None, meta: dict[str, list[str]], elements: Elements, lines: list[Line], url: str
) -> str | None:
    """The stated day; one in numbers, whose order nobody knows, is the one of the two that readers see."""
    written = (value for key in _META for value in meta.get(key, ())[:1])
    other = next((day for value in written if stated and (day := other_order(value, stated[:10]))), None)
    if stated and other and shown(other, elements, lines, url) and not shown(stated, elements, lines, url):
        return other
    return stated


def _in_order(line: Line, lines: list[Line], page: Page | None, elements: Elements, url: str) -> str:
    """The day of a line; one in numbers is read as the page reads its others, where they tell."""
    if line.other is None or page is None:
        return line.day
    usual, other = (
        shown(day, elements, [x for x in lines if not x.other], url) for day in (line.day, line.other)
    )
    if usual != other:
        return line.other if other else line.day
    texts = [page.candidates[x.at].text for x in lines if not x.other]
    day_first, month_first = (
        sum(bool(order.search(t)) for t in texts) for order in (_DAY_FIRST, _MONTH_FIRST)
    )
    written = re.search(r"(\d{1,2})[/.-]\d{1,2}[/.-]\d", page.candidates[line.at].text)
    by_day = written is not None and int(written.group(1)) == int(line.day[8:])
    if day_first == month_first:
        return line.day
    return line.day if by_day == (day_first > month_first) else line.other


def in_address(url: str) -> str | None:
    match = _IN_URL.search(url or "")
    if not match and (last := _LAST_IN_URL.search(urlsplit(url or "").path)):
        return valid(int(last[3]), int(last[2]), int(last[1]))
    return (
        in_text(" ".join(match.groups()) if match.group(2).isalpha() else "-".join(match.groups()))
        if match
        else None
    )


def in_meta(meta: dict[str, list[str]], lang: str) -> str | None:
    for key in _META:
        value = meta.get(key, [""])[0]
        found = iso(value) or in_text(value, lang) or _of_clock(value)
        if found:
            return found
    return None


def _of_clock(value: str) -> str | None:
    """The moment that a field gives in seconds, or thousandths, since 1970; or the day in eight figures."""
    if match := _FIGURES.fullmatch(value.strip()):
        return valid(int(match[1]), int(match[2]), int(match[3]))
    match = _SECONDS.fullmatch(value.strip())
    return datetime.fromtimestamp(int(match[1]), UTC).isoformat() if match else None


def in_data(elements: Elements, main: dict[str, Any], lang: str) -> str | None:
    value = value_text(main.get("datePublished")) or value_text(main.get("dateCreated"))
    found = iso(value) or in_text(value, lang) or _of_clock(value)
    if found:
        return found
    for el in (el for el, said in elements.having("itemprop") if said == "datePublished"):
        value = el.get("datetime") or el.get("content") or " ".join(el.itertext())
        found = iso(value) or in_text(value, lang)
        if found:
            return found
    return None


def shown(stated: str, elements: Elements, lines: list[Line], url: str) -> bool:
    """Return whether the page shows the day that its data states, or its address has it."""
    day = stated[:10]
    return (
        any(line.day == day for line in lines)
        or day == in_address(url)
        or any((iso(el.get("datetime") or "") or "")[:10] == day for el in elements.of("time"))
    )


def under_headline(page: Page, lines: list[Line], heads: list[int], url: str = "") -> Line | None:
    """The day printed within a few lines of the only headline: that of publication, else that of a change.

    Of several, that in the month that the page's address has.
    """
    if len(heads) != 1:
        return None
    kinds = Counter(kind_of(page, line) for line in lines if page.list_of(page.candidates[line.at]))
    by_place = {
        line.at: line
        for line in lines
        if line.own and kinds[kind_of(page, line)] < _LISTED and not _of_comment(page, line)
    }
    near = [by_place[i] for i in (*range(heads[0] + 1, heads[0] + 1 + _UNDER), heads[0] - 1) if i in by_place]
    here = Counter(kind for kind, _ in {(kind_of(page, line), line.day) for line in near if not line.changed})
    near = [line for line in near if here[kind_of(page, line)] < _CLOSE]
    if month := _MONTH_IN_URL.search(url or ""):
        start = f"{month[1]}-{int(month[2]):02d}-"
        near.sort(key=lambda line: not line.day.startswith(start))
    return next((line for line in near if not line.changed), next(iter(near), None))


def _of_comment(page: Page, line: Line) -> bool:
    """Return whether a line is the head of what a reader wrote: it or what is around it is called so."""
    return any(bits & _COMMENT for bits in page.places[page.candidates[line.at].place].near)


def by_headline(page: Page, lines: list[Line], heads: list[int]) -> Line | None:
    """The first day printed before the third paragraph of prose, or just above the headline."""
    start = heads[0] if heads else 0
    stop, prose = start, 0
    while stop < len(page.candidates) and stop - start < _NEAR and prose < 3:
        prose += len(page.candidates[stop].text) > 200
        stop += 1
    near = [line for line in lines if start <= line.at < stop]
    near += [line for line in reversed(lines) if start - _UNDER <= line.at < start]
    kinds = Counter(kind_of(page, line) for line in lines)
    near = [line for line in near if line.own and kinds[kind_of(page, line)] < _LISTED]
    days = Counter(kind for kind, _ in {(kind_of(page, line), line.day) for line in near})
    near = [line for line in near if line.at <= start + _UNDER or days[kind_of(page, line)] <= _CLOSE]
    return next((line for line in near if not line.changed), next(iter(near), None))


def day_alone(page: Page, lines: list[Line], heads: list[int]) -> str | None:
    """The day of a line by itself, anywhere, if no other line of the page is like it."""
    plain = [
        line
        for line in lines
        if line.own and line.single and not line.changed and not _of_comment(page, line)
    ]
    kinds = Counter(kind_of(page, line) for line in plain)
    start = (heads or [0])[0]
    said = {line.day for line in plain if kinds[kind_of(page, line)] == 1 and line.at >= start and line.said}
    if len(said) == 1:
        return said.pop()
    days = {line.day for line in plain if kinds[kind_of(page, line)] == 1 and line.at >= start}
    return days.pop() if len(days) == 1 else None
