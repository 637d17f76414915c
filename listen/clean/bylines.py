"""The page's author or authors: what its data says, else the line that is printed by the headline."""

import re
from typing import Any

from listen.clean.dates import find
from listen.clean.places import HINT_NAMES, Page
from listen.clean.titles import words as bare

_AUTHOR = 1 << HINT_NAMES.index("author")
_META = 1 << HINT_NAMES.index("meta")
_KEYS = (
    "author",
    "article:author",
    "sailthru.author",
    "parsely-author",
    "citation_author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "cxenseparse:author",
    "bc:authors",
    "creator",
    "shareaholic:article_author_name",
    "article_author",
)
_BY = re.compile(
    r"\A\W*(?:(?:words|story|text|article|post|written|reported|published|posted|created|authored|contributed)\s+by|"
    r"by|von|par|por|door|di|af|av|author|autor|auteur|autore)\b[:\s]+(.{3,120}?)\Z",
    re.I,
)
# What follows a name in the same line.
_TAIL = re.compile(
    r"\s*(?:[|•·–—/]|\bon\b|\bat\b|\bin\b|\bupdated\b|\bpublished\b|\bposted\b|\bfor\b|,?\s*\b(?:jan|feb|mar|apr|may|jun|"
    r"jul|aug|sep|oct|nov|dec)[a-z]*\b|\d|\(|,\s*(?:staff|senior|contributing|reporter|editor|writer|correspondent)).*\Z",
    re.I,
)
_NO_NAME = re.compile(
    r"\A(?:admin|administrator|webmaster|undefined|null|none|unknown|guest|user|author|editor|staff|team|root|"
    r"wordpress|written by|test|default|anonymous|n/a|super ?user|web ?team|site ?admin|contributor|"
    r"marketing|(?:written|reviewed|posted|published|edited) by|view more posts|contributors?|"
    r"(?:advertiser |affiliate )?disclosure|editorial (?:policy|guidelines|process))\Z|"
    r"https?:|www\.|@|[\d_]{3,}|\.(?:com|net|org|io)\b|\A\w+\.\w+\.\w+",
    re.I,
)
_AUTHOR_PAGE = re.compile(r"/(?:authors?|contributors?|writers?|columnists?|byline)/[^/]|[?&]author=", re.I)
_NOT_A_NAME = re.compile(
    r"\b(?:all|more|view|posts?|articles?|about|bio|profile|read|see|full|our|the|authors?|by|here|team|press|news|download|blog|home)\b",
    re.I,
)
_BEFORE = re.compile(
    r"\A\W*(?:(?:written |posted |published |reviewed )?by|von|par|por|author|autor):?\s+", re.I
)
_LOWER_NAME = re.compile(r"\A[a-z0-9._-]+\Z")
_DATED_BY = re.compile(
    r"(?:\W*\d+:\d+(?: ?[ap]m)?)?\W*(?:\d+ min\w*(?: read)?\W+)?\s*by:?\s+(.{3,60})\Z", re.I
)
"""What follows a day in a line that names the author behind it."""
_PERSON = re.compile(
    r"(?:(?:Dr|Prof)\.? )?[^\W\d_a-z][\w'’-]+(?: [A-Z]\.)?(?: (?:de|van|von|der|la|del|da))?"
    r"(?: [^\W\d_a-z][\w'’-]+){1,2}\Z"
)
_NAME = re.compile(r"\A[^\W\d_][\w.'’\-]*(?:,? +(?:[^\W\d_][\w.'’\-]*|&)){1,7}\Z")


def _good(name: str, site: str, stated: bool = False) -> bool:
    if not 2 < len(name) < 90 or not any(map(str.isalpha, name)):
        return False
    # Data may name an author by an account; what is printed has to look like a name.
    if not stated and (_LOWER_NAME.match(name) or name.islower()):
        return False
    label = _NO_NAME.search(name)
    if label and (" " not in name.strip() or label.group() == name):
        return False
    if re.search(r"https?:|@|\{|\}|<|undefined", name):
        return False
    return stated or not site or bare(name) != bare(site)


def tidy(name: str) -> str:
    """A name without “By” before and dates, roles or sites behind it."""
    name = re.sub(
        r"\A\W*(?:(?:written |posted |published |reviewed )?by|von|par|por|author|autor):?\s+",
        "",
        name,
        flags=re.I,
    )
    return name.strip(" ,;:|•·-–—\t")


def byline(
    root: Any,
    meta: dict[str, list[str]],
    main: dict[str, Any],
    items: list[dict[str, Any]],
    site: str,
    page: Page | None,
) -> str | None:
    """Authors as printed, joined by commas; None when the page names none."""
    names, organisation = _stated(meta, main, items)
    stated = [n for n in dict.fromkeys(map(tidy, names)) if _good(n, site, stated=True)]
    odd = [n for n in stated if n.islower() or _LOWER_NAME.match(n) or bare(n) == bare(site)]
    # An account's or the site's name is an author only where the page prints it as one.
    good = [n for n in stated if n not in odd or _shown(n, page)]
    if not good or organisation:
        good = _printed(root, page, site) or good
    elif (line := _by_line(page)) and not any(bare(n) in bare(line) or bare(line) in bare(n) for n in good):
        # What readers see: the data may name whoever put the page up.
        good = [line]
    return ", ".join(dict.fromkeys(good)) or None


def _near(page: Page | None, above: int, below: int) -> list[int]:
    """The candidates around the headline, those below it first."""
    if page is None:
        return []
    heads = [i for i, c in enumerate(page.candidates) if c.kind == "heading" and c.level == 1]
    start = heads[0] if heads else 0
    return [*range(start, min(start + below, len(page.candidates))), *range(max(0, start - above), start)]


def _by_line(page: Page | None) -> str | None:
    """The name in a line right by the headline that says “by NAME” and no more."""
    for i in _near(page, 1, 7):
        text = page.candidates[i].text if page else ""
        match = _BY.match(text) if len(text) <= 160 else None
        if match:
            name = tidy(_TAIL.sub("", match.group(1)))
            return name if _NAME.match(name) and name[0].isupper() and len(name.split()) <= 4 else None
    return None


def _shown(name: str, page: Page | None) -> bool:
    if page is None:
        return True
    key = bare(name)
    for c in page.candidates:
        if len(c.text) <= 90 and key in bare(c.text):
            bits = page.places[c.place].near
            if (bits[0] | bits[1] | bits[2]) & (_AUTHOR | _META) or _BY.match(c.text) or key == bare(c.text):
                return True
    return False


def _stated(
    meta: dict[str, list[str]], main: dict[str, Any], items: list[dict[str, Any]]
) -> tuple[list[str], bool]:
    """Names that the page's data gives, and whether they are an organisation's."""
    from listen.clean.metadata import plain

    by_id = {item["@id"]: item for item in items if isinstance(item.get("@id"), str) and item.get("name")}
    names: list[str] = []
    organisation = False
    author = main.get("author") or main.get("creator")
    for one in author if isinstance(author, list) else [author]:
        if isinstance(one, dict):
            kind = str(one.get("@type", ""))
            name = one.get("name") or by_id.get(str(one.get("@id")), {}).get("name")
            if "Organization" in kind and "Person" not in kind:
                if names:
                    continue
                organisation = True
        else:
            name = one
        for value in name if isinstance(name, list) else [name]:
            if isinstance(value, str):
                names.append(plain(value))
    if names:
        return names, organisation
    for key in _KEYS:
        found = [plain(v) for v in meta.get(key, ()) if not v.startswith(("http", "www."))]
        if found:
            return found, False
    return names, False


def _in_menu(el: Any) -> bool:
    """Whether a link stands in a menu, where author pages are the site's sections."""
    return any(
        up.tag == "nav" or (up.tag in ("ul", "li") and "menu" in (up.get("class") or ""))
        for up in el.iterancestors()
    )


def _printed(root: Any, page: Page | None, site: str) -> list[str]:
    from listen.clean.places import fold

    for path in (
        './/*[@itemprop="author"]//*[@itemprop="name"]',
        './/*[@itemprop="author"]',
        './/a[@rel="author"]',
    ):
        for el in root.iterfind(path):
            name = tidy(fold(el.get("content") or " ".join(el.itertext())))
            if _good(name, site) and len(name.split()) <= 6:
                return [name]
    for el in root.iter("a"):
        if _AUTHOR_PAGE.search(el.get("href") or "") and not _in_menu(el):
            name = tidy(fold(" ".join(el.itertext())))
            if _good(name, site) and len(name.split()) <= 5 and not _NOT_A_NAME.search(name):
                return [name]
    if page is None:
        return []
    near = _near(page, 5, 14)
    for i in near:
        c = page.candidates[i]
        if len(c.text) > 160:
            continue
        match = _BY.match(c.text)
        if match:
            name = tidy(_TAIL.sub("", match.group(1)))
            if _good(name, site) and (_NAME.match(name) or page.places[c.place].near[0] & _AUTHOR):
                return re.split(r"\s+(?:and|und|et|y|&)\s+|,\s+(?=[A-Z][\w.'’-]+ [A-Z])", name)
    for i in near:
        c = page.candidates[i]
        bits = page.places[c.place].near
        if (bits[0] | bits[1]) & _AUTHOR and len(c.text) < 60 and c.kind != "heading":
            name = tidy(_TAIL.sub("", c.text))
            if _good(name, site) and _NAME.match(name) and len(name.split()) <= 4 and name[0].isupper():
                return [name]
    for i in near:
        if found := _beside_date(page, i):
            return [found]
    return []


def _again(page: Page, i: int) -> bool:
    """Whether another short passage has the words too, as a note about the author has the name."""
    text = page.candidates[i].text
    return any(text in c.text and len(c.text) < 300 for k, c in enumerate(page.candidates) if k != i)


def _beside_date(page: Page, i: int) -> str | None:
    """The name in or next to a short line with a day: “May 3, 2017 by Erin Spain”, or a line of its own."""
    c = page.candidates[i]
    if len(c.text) > 120 or c.kind == "heading":
        return None
    if found := find(c.text):
        match = _DATED_BY.match(c.text[found[2] :])
        name = tidy(_TAIL.sub("", match.group(1))) if match else ""
    else:
        beside = (page.candidates[j].text for j in (i - 1, i + 1) if 0 <= j < len(page.candidates))
        name = c.text if any(len(line) < 60 and find(line) for line in beside) else ""
        if not _PERSON.match(name) or _NOT_A_NAME.search(name) or not _again(page, i):
            return None
    return name if name and _good(name, "") and _NAME.match(name) and len(name.split()) <= 4 else None
