"""The page's date of publication: from its data, else printed by the headline, else in its address."""

import re
from datetime import date
from typing import Any

from listen.clean.places import HINT_NAMES, Page

_META = 1 << HINT_NAMES.index("meta")
_FIRST = (
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
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar janvier janv enero gennaio janeiro januari ene gen",
            "february feb februar février févr febrero febbraio fevereiro februari fev",
            "march mar märz mars marzo março maart mrz",
            "april apr avril abril aprile avr abr",
            "may mai mayo maggio maio mei",
            "june jun juni juin junio giugno junho giu",
            "july jul juli juillet julio luglio julho juil lug",
            "august aug août agosto augustus ago",
            "september sept sep septembre septiembre settembre setembro set",
            "october oct oktober octobre octubre ottobre outubro okt ott out",
            "november nov novembre noviembre novembro",
            "december dec dezember décembre diciembre dicembre dezembro dez déc dic",
        ),
        1,
    )
    for name in names.split()
}
_NAMED = "|".join(sorted(_MONTHS, key=len, reverse=True))
_FORMS = (
    ("ymd", re.compile(r"\b(20\d\d|19\d\d)[-/.](\d{1,2})[-/.](\d{1,2})\b")),
    ("mdy", re.compile(rf"\b({_NAMED})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(20\d\d|19\d\d)\b", re.I)),
    (
        "dmy",
        re.compile(
            rf"\b(\d{{1,2}})(?:st|nd|rd|th|\.|º)?\s+(?:de\s+)?({_NAMED})\.?,?\s+(?:de\s+)?(20\d\d|19\d\d)\b",
            re.I,
        ),
    ),
    ("cjk", re.compile(r"(20\d\d|19\d\d)\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]")),
    ("num", re.compile(r"\b(\d{1,2})([/.-])(\d{1,2})\2(20\d\d|\d\d)\b")),
)
_IN_URL = re.compile(r"/(20\d\d|19\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:/|-|\b)")
_CHANGED = re.compile(r"updat|modif|revis|review|aktualis|actuali|aggiornat|atualiz|mise à jour|edited", re.I)
_SAID = re.compile(r"publish|posted|written|date|veröffentlicht|publi|pubblic|created|on\b", re.I)


def _valid(year: int, month: int, day: int) -> str | None:
    year += 2000 if year < 100 else 0
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found.isoformat() if 1993 <= year <= 2100 else None


def in_text(text: str, lang: str = "en") -> str | None:
    """The first date written in `text`, as ISO 8601. 3/4/2024 is in March in English, in April elsewhere."""
    best: tuple[int, str] | None = None
    for form, pattern in _FORMS:
        match = pattern.search(text)
        if not match:
            continue
        g = match.groups()
        if form in ("ymd", "cjk"):
            found = _valid(int(g[0]), int(g[1]), int(g[2]))
        elif form == "mdy":
            found = _valid(int(g[2]), _MONTHS[g[0].lower()], int(g[1]))
        elif form == "dmy":
            found = _valid(int(g[2]), _MONTHS[g[1].lower()], int(g[0]))
        else:
            a, b = int(g[0]), int(g[2])
            month_first = lang.lower() in ("en", "en-us") and a <= 12 and g[1] != "."
            if b > 12:
                month_first = True
            found = _valid(int(g[3]), a, b) if month_first else _valid(int(g[3]), b, a)
        if found and (best is None or match.start() < best[0]):
            best = (match.start(), found)
    return best[1] if best else None


_OF_DATELINE = re.compile(
    r"(?:on|at|in|of|am|pm|a\.m\.|p\.m\.|um|uhr|le|el|de|den|der|la|les|published|posted|publié|h|o.clock|date|st|nd|rd|th)"
    r"[:,.]?",
    re.I,
)


def dateline(line: str, lang: str = "en") -> str | None:
    """The date of a line that holds nothing but it, a place and a time, as ISO 8601; None for other lines."""
    if len(line) > 80 or len(line.split()) > 12 or _CHANGED.search(line):
        return None
    found = in_text(line, lang)
    if found is None:
        return None
    plain = (word for word in line.split() if word[0].islower() and not _OF_DATELINE.fullmatch(word))
    months = [word for word in plain if word.lower().strip(".,") not in _MONTHS]
    return None if months else found


def published(
    root: Any,
    meta: dict[str, list[str]],
    main: dict[str, Any],
    url: str,
    page: Page | None,
    lang: str,
    sure: bool,
) -> str | None:
    """ISO 8601 date of publication, or None. `sure`: the page's data is that of an article.

    Where the line under the headline has another day than the page's data, it is right, for it is what
    readers see: the data is often in another time zone.
    """
    stated = _stated(root, meta, main, lang, sure)
    under = _under_headline(page, lang)
    if under and not (stated and stated.startswith(under)):
        return under
    if stated:
        return stated
    printed = _printed(root, page, lang)
    if printed:
        return printed
    match = _IN_URL.search(url or "")
    return _valid(*map(int, match.groups())) if match else None


def _stated(root: Any, meta: dict[str, list[str]], main: dict[str, Any], lang: str, sure: bool) -> str | None:
    from listen.clean.metadata import _text, iso

    for key in _FIRST[:3]:
        found = iso(meta.get(key, [""])[0])
        if found:
            return found
    if sure:
        value = _text(main.get("datePublished")) or _text(main.get("dateCreated"))
        found = iso(value) or in_text(value, lang)
        if found:
            return found
    for key in _FIRST[3:]:
        value = meta.get(key, [""])[0]
        found = iso(value) or in_text(value, lang)
        if found:
            return found
    for el in root.iterfind('.//*[@itemprop="datePublished"]'):
        value = el.get("datetime") or el.get("content") or " ".join(el.itertext())
        found = iso(value) or in_text(value, lang)
        if found:
            return found
    return iso(_text(main.get("dateModified"))) if sure else None


def _under_headline(page: Page | None, lang: str) -> str | None:
    """The day printed within a few lines of the headline, if it is not the day of a change."""
    if page is None:
        return None
    cands = page.candidates
    heads = [i for i, c in enumerate(cands) if c.kind == "heading" and c.level == 1]
    if len(heads) != 1:
        return None
    for i in (*range(heads[0] + 1, min(heads[0] + 7, len(cands))), heads[0] - 1):
        text = cands[i].text
        if i < 0 or len(text) > 70:
            continue
        found = in_text(text, lang)
        if found:
            change = _CHANGED.search(text)
            said = re.search(r"publish|posted", text, re.I)
            if not change or (said and said.start() < change.start()):
                return found
    return None


def _printed(root: Any, page: Page | None, lang: str) -> str | None:
    from listen.clean.metadata import iso

    if page is None:
        return None
    cands = page.candidates
    heads = [i for i, c in enumerate(cands) if c.kind == "heading" and c.level == 1]
    start = heads[0] if heads else 0
    # By the headline: what stands before the third paragraph of prose, and the lines just above.
    near: list[int] = []
    prose = 0
    for i in range(start, len(cands)):
        near.append(i)
        prose += len(cands[i].text) > 200
        if prose >= 3 or len(near) >= 30:
            break
    near += range(start - 1, max(-1, start - 7), -1)
    changed: str | None = None
    for i in near:
        text = cands[i].text
        if len(text) > 180 or (len(text) > 90 and not _SAID.search(text)):
            continue
        found = in_text(text, lang)
        if not found:
            continue
        first = _SAID.search(text)
        change = _CHANGED.search(text)
        if change and not (first and first.start() < change.start()):
            changed = changed or found
            continue
        return found
    for el in root.iter("time"):
        value = el.get("datetime") or " ".join(el.itertext())
        found = iso(value) or in_text(value, lang)
        if found:
            return found
    return changed
