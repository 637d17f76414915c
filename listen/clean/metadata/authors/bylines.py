"""The page's author or authors: what its data says, else the line that is printed by the headline."""

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from listen.clean.dom.naming.hints import HINT_NAMES
from listen.clean.dom.nouns import Page
from listen.clean.dom.tree import Elements
from listen.clean.metadata.authors.author_credits import in_full
from listen.clean.metadata.authors.author_lines import all_printed, printed, printed_person
from listen.clean.metadata.authors.author_shown import beside_headline, shown
from listen.clean.metadata.authors.by_lines import by_line
from listen.clean.metadata.authors.given_names import begins_with_given
from listen.clean.metadata.authors.name_lists import people
from listen.clean.metadata.authors.person_names import (
    LOWER_NAME,
    ORGANISATION,
    good,
    is_company,
    is_person,
    tidy,
)
from listen.clean.metadata.authors.site_owner import owner
from listen.clean.metadata.authors.thread_starter import began
from listen.clean.metadata.publication_date import is_front
from listen.clean.metadata.titles import headings
from listen.clean.metadata.titles import words as bare

_BODY = re.compile(
    r"\b(?:redaktion|redacción|redazione|rédaction|redactie|departement|feuerwehr\w*|abteilung|kreuz|online|consortium|"
    r"gewerkschaft|(?:bundes|landes|haupt|dach|fach)verband)\b",
    re.I,
)
"""What newsrooms, offices and unions have in their names."""
_ARTICLE = re.compile(r"(?:the|die|der|das|la|le|les|el|los|las|il|het|de)\s", re.I)
"""What names of papers begin with, and names of people do not."""
_AS_TYPED = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "é": "e", "è": "e", "ê": "e", "á": "a", "à": "a", "â": "a",
     "ó": "o", "ô": "o", "ú": "u", "í": "i", "ñ": "n", "ç": "c"}
)  # fmt: skip
_FIRST_LAST = re.compile(r"[^\W\d_A-Z]{3,20}\.[^\W\d_A-Z]{3,20}")
_OWNER = re.compile(r"©|\(c\)|\bcopyright\b", re.I)
"""What the line has that names the page's owner."""
_COMMENT = 1 << HINT_NAMES.index("comment")
"""The hint that something belongs to what readers wrote."""
_TELLING = 1000
"""Characters of a page that is long enough to name its author."""
_PAPER = re.compile(
    r"(?:news|nachrichten|presse|zeitung|blatt|blog|magazine?|times|tribune|herald|journal|gazette|kitchens?)\Z",
    re.I,
)
"""What names of papers end in; such a name behind “by” says of the paper what its head says."""
_FORM = re.compile(
    r"[\s,]{1,3}(?:e\.\s?V\.|(?:g?GmbH|AG|KG|SE|eG|Inc|LLC|Ltd|PLC|Corp)\b\.?|S\.?A\.?\Z).*", re.I
)
"""The legal form behind the name of a firm or a society."""
_WRITTEN_BY = re.compile(
    r"(?:written by|author|verfasst von|geschrieben von|autor(?:in)?|écrit par|auteur|escrito por|autora?|"
    r"scritto da|geschreven door|skriven av|skrevet av|napisane przez|автор|作者|著者|執筆者|글쓴이)"
    r"\s?[:：]?",
    re.I,
)
"""What a page says before its author's name for those who preview it."""
_GROUP = re.compile(r"\b(?:team|staff|editors|editorial|ltd|inc|llc|gmbh)\b\.?\Z", re.I)
_KEYS = (
    "citation_author",
    "author",
    "authors",
    "article:author",
    "sailthru.author",
    "parsely-author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "cxenseparse:author",
    "bc:authors",
    "creator",
    "shareaholic:article_author_name",
    "article_author",
)


def byline(
    elements: Elements,
    meta: dict[str, list[str]],
    main: dict[str, Any],
    items: list[dict[str, Any]],
    site: str,
    page: Page | None,
    title: str = "",
    url: str | None = None,
) -> str | None:
    """Authors as printed, joined by commas; None when the page names none."""
    if starter := began(elements, url):
        return starter
    if is_front(url):
        return None  # who keeps the site is named there
    head = next(iter(headings(page, title)), 0) if page else 0
    names, organisation = _stated(meta, main, items)
    if names and all(_of_site(n, site) for n in names):
        names = [n for n in _previewed(meta) if is_person(n)] or names
    names = [name for n in names for name in _each_of(n)]
    firms = {bare(_FORM.sub("", n)) for n in names if is_company(n)}
    accounts = [_of_account(n) for n in names if _of_account(n) != n]
    stated = [n for n in dict.fromkeys(map(tidy, names)) if good(n, site, stated=True)]
    odd = [
        n
        for n in stated
        if (n.islower() and not begins_with_given(n))
        or LOWER_NAME.match(n)
        or bare(n) == bare(site)
        or len(n) < 3
    ]
    # An account's or the site's name is an author only where the page prints it as one, initials by
    # the headline.
    found = [
        n
        for n in stated
        if n not in odd or (shown(n, page) and (len(n) > 2 or not page or beside_headline(n, page, head)))
    ]
    if not found or organisation:
        found = printed(elements, page, head, site) or accounts or found
    elif page and all(_of_site(n, site) for n in found):
        # Somebody wrote it for the site, and readers see who.
        found = printed_person(page, head, site) or found
    elif (
        page
        and (line := by_line(page, head))
        and not any(bare(n) in bare(line) or bare(line) in bare(n) for n in found)
    ):
        # What readers see: the data may name whoever put the page up.
        found = [line]
    found = _kept(found, site, page, head, meta, main, url)
    if page and not found:
        # The data names nobody, or a brand; the page may name a person, or whom its markup calls the author.
        found = [
            n
            for n in printed(elements, page, head, site)
            if not is_company(n)
            and (
                not (bare(n) == bare(site) or ORGANISATION.search(n))
                or beside_headline(n, page, head, bare(n) == bare(site))
            )
        ]
    found = [n for n in found if bare(n) not in firms and not _own_paper(n, site, url)]
    if page and len(found) == 1 and " " not in found[0]:
        found = [in_full(found[0], page, head)]
    if page and len(found) == 1:
        found = all_printed(found[0], page, head) or found
    if page and not found and (whose := owner(elements, page, head, site, url)):
        found = [whose]
    return ", ".join(dict.fromkeys(found)) or None


def _kept(
    found: list[str],
    site: str,
    page: Page | None,
    head: int,
    meta: dict[str, list[str]],
    main: dict[str, Any],
    url: str | None,
) -> list[str]:
    """Those of the names that are people's, or shown on the page as authors'."""
    found = [_without_site(n, site) for n in found if not is_company(n)]
    if len(found) > 1:
        found = [n for n in found if not site or bare(n) != bare(site)]
    if page is None:
        return found
    address = "" if url is None else urlsplit(url).netloc
    if sum(len(c.text) for c in page.candidates) > _TELLING:
        found = [n for n in found if _printed(n, page) or _sure(n, meta, main)]
    return [
        n
        for n in found
        if not _brand(n, site, address) or beside_headline(n, page, head, _is_site(n, site, address))
    ]


def _each_of(name: str) -> list[str]:
    """The people whom one field names together: “By Ann Lee and Bo Roe, The Post”."""
    listed = people(name)
    return listed if len(listed) > 1 else [name]


def _is_site(name: str, site: str, host: str) -> bool:
    """Return whether a name is just what the site is called."""
    return bare(name) == bare(site) or _plain(bare(name)) in re.split(r"[.:]", host.lower().replace("-", ""))


def _own_paper(name: str, site: str, url: str | None) -> bool:
    """Return whether a name is that of the paper that the page stands in."""
    if name.islower() or not _PAPER.search(name):
        return False  # an account's name is its owner's
    squeezed = _plain(bare(name)).removeprefix("the")
    front = _plain(bare(_PAPER.sub("", name)))
    names = [_plain(bare(site)), *re.split(r"[.:]", urlsplit(url or "").netloc.lower().replace("-", ""))]
    return (
        squeezed in names
        or (len(front) > 5 and front in names)
        or any(f"{article}{squeezed}" in names for article in ("the", "die", "der", "das"))
    )


def _of_account(name: str) -> str:
    """The name of a person whose account is called “first.last”."""
    return name.replace(".", " ").title() if _FIRST_LAST.fullmatch(name) and not is_company(name) else name


def _without_site(name: str, site: str) -> str:
    """A name without the paper's behind it: “Ann Lee, The Post”."""
    front, comma, behind = name.rpartition(", ")
    return (
        front
        if comma and site and bare(behind).removeprefix("the ") == bare(site).removeprefix("the ")
        else name
    )


def _printed(name: str, page: Page) -> bool:
    """Return whether the page has a name anywhere in its text."""
    key = bare(name)
    return any(
        (name in c.text or key in bare(c.text))
        and not _OWNER.search(c.text)
        and not any(bits & _COMMENT for bits in page.places[c.place].near)
        for c in page.candidates
    )


def _sure(name: str, meta: dict[str, list[str]], main: dict[str, Any]) -> bool:
    """Return whether a page's head names an author whom the page itself does not.

    What is written for people's previews is the author's name. JSON-LD alone names whoever put the page up,
    and so does `author` on a page that says nothing for previews.
    """
    key = bare(name)

    def says(values: Iterable[str]) -> bool:
        return any(key in bare(v) or (len(bare(v)) > 3 and bare(v) in key) for v in values)

    if any(says(meta.get(field, ())) for field in ("twitter:data1", "article:author", "citation_author")):
        return True
    if says(_previewed(meta)):
        return True
    previewed = any(field.startswith(("og:", "twitter:")) for field in meta)
    return says(meta.get("author", ())) and (previewed or bool(main.get("author")))


def _brand(name: str, site: str, host: str) -> bool:
    """Return whether a name is the site's or that of a group of its people: data calls these authors
    everywhere.
    """
    key, of = bare(name), bare(site)
    squeezed, labels = _plain(key), re.split(r"[.:]", host.lower().replace("-", ""))
    own = bool(of) and (key in of or (of in key and len(key) < len(of) + 25))
    own = own or squeezed in labels or (len(squeezed) > 4 and squeezed in "".join(labels))
    own = own or any(len(label) > 5 and label in squeezed for label in labels[:-1])
    if not own and not _GROUP.search(name) and not _BODY.search(name):
        return False
    if " " not in key and of.startswith(key) and of != key:
        return False  # a first name, as in “Lillie Eats and Tells”
    return (
        ORGANISATION.search(name) is not None
        or _ARTICLE.match(name) is not None
        or not is_person(name.title() if name.islower() else name)
    )


def _plain(key: str) -> str:
    """A name as addresses have it: without spaces, ä as ae."""
    return key.replace(" ", "").translate(_AS_TYPED)


def _of_site(name: str, site: str) -> bool:
    """Return whether a name is the site's, or that of a group of its people."""
    key, of = f" {bare(name)} ", f" {bare(site)} "
    return (
        key == of
        or _GROUP.search(name) is not None
        or (not is_person(name) and bool(bare(site)) and (key in of or of in key))
    )


def _stated(
    meta: dict[str, list[str]], main: dict[str, Any], items: list[dict[str, Any]]
) -> tuple[list[str], bool]:
    """Names that the page's data gives, and whether they are an organisation's."""
    from listen.clean.metadata.structured_data import plain

    by_id = {item["@id"]: item for item in items if isinstance(item.get("@id"), str) and item.get("name")}
    names: list[str] = []
    organisation = False
    author = main.get("author") or main.get("creator")
    for one in author if isinstance(author, list) else [author]:
        if isinstance(one, dict):
            kind = str(one.get("@type", ""))
            known = by_id.get(str(one.get("@id")), {})
            name = one.get("name") or known.get("name") or _in_parts(one)
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
        if found and key == "citation_author":
            # Indexes of papers want “Pascoe, Ann”.
            found = [" ".join(reversed(n.split(", "))) if n.count(", ") == 1 else n for n in found]
        if found:
            return found, False
    return [*_previewed(meta)], False


def _in_parts(person: dict[str, Any]) -> str:
    """The name of a person whose data gives it in parts only."""
    parts = (person.get(part) for part in ("givenName", "additionalName", "familyName"))
    return " ".join(part for part in parts if isinstance(part, str) and part.strip())


def _previewed(meta: dict[str, list[str]]) -> Iterable[str]:
    """The names that previews show beside the words “written by”."""
    from listen.clean.metadata.structured_data import plain

    for n in range(1, 5):
        if _WRITTEN_BY.fullmatch(meta.get(f"twitter:label{n}", [""])[0]):
            yield from (plain(value) for value in meta.get(f"twitter:data{n}", ())[:1])
