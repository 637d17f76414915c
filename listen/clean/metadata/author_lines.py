"""The author as the page prints it: lines by the headline, links to authors' pages, notes about one."""

import re
from typing import Any

from listen.clean.dom.nouns import F_HEADER, F_NAV, HINT_NAMES, Candidate, Page, fold
from listen.clean.metadata.author_credits import signed
from listen.clean.metadata.person_names import (
    NAME,
    NOT_A_NAME,
    ORGANISATION,
    PERSON,
    TAIL,
    good,
    is_person,
    proper,
    tidy,
)
from listen.clean.metadata.titles import words as bare
from listen.clean.metadata.written_dates import find

_AUTHOR = 1 << HINT_NAMES.index("author")
_META = 1 << HINT_NAMES.index("meta")
_BY = re.compile(
    r"\A\W*(?:(?:words|story|text|article|post|written|reported|published|posted|created|authored|"
    r"contributed)\s+by|"
    r"(?:(?:eine? |blog ?)?(?:artikel|(?:gast)?beitrag|text|bericht|kolumne|"
    r"kommentar|essay|interview|reportage|analyse)|"
    r"veröffentlicht|verfasst|geschrieben|erstellt|gepostet|"
    r"gespeichert|eingestellt|foto und text) von|"
    r"(?:publié|écrit|rédigé|posté|proposé) par|"
    r"(?:escrito|publicado|redactado|texto) por|(?:scritto|pubblicato|a cura) d[ai]|"
    r"(?:geschreven|geplaatst|gepubliceerd) door|"
    r"by|von|par|por|door|di|af|av|author|autor|auteur|autore)\b[:\s]+(.{3,120}?)\Z",
    re.I,
)
_SMALL = frozenset(
    ["the", "of", "and", "for", "de", "la", "von", "van", "der", "den", "du", "da", "di", "del", "y", "e",
     "und", "et", "bin", "al", "el", "dos", "das", "le", "ten", "zu", "zum", "af", "av",
     "with", "at", "mit", "in"]
)  # fmt: skip
"""Words in small letters that names of people and papers have."""
_FOREIGN = re.compile(r"\A\W*(?:von|par|por|door|di|af|av)\b", re.I)
"""Words that stand before a name, and before everything else too."""
_PLACE = re.compile(r"\A([^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z][\w'’.-]+){1,2}), [^\W\d_a-z][^\W\d_A-Z]{2,20}\Z")
"""A name and where the correspondent is, as papers of the continent print it: “von Ann Lee, Norderney”."""
_POSTED = re.compile(
    r"\W*(?:(?:posted|written|authored|submitted) by|(?:veröffentlicht|verfasst|geschrieben|gepostet) von|"
    r"(?:publié|écrit|posté) par|(?:escrito|publicado) por)\b",
    re.I,
)
_AUTHOR_ELEMENT = re.compile(
    r"(?:^|[\s._-])(?:(?:post|article|story|entry|blog|top|meta|block|page|news|item|content|main)[\w-]{0,40}[_-])?"
    r"(?:authors?|byline|autor(?:en(?:zeile)?)?|auteurs?|creator)(?:[_-]{1,2}(?:names?|link|data|title|box|info|text))?(?=$|[\s.])",
    re.I,
)
"""What the element that holds an author's name is called, and no element around it."""
_NO_AUTHOR_ELEMENT = re.compile(r"comment|avatar|bio\b|related|widget|sidebar|photo|image|quote", re.I)
_COMMENTS = re.compile(
    r"(?:^|[\s_-])(?:comments?|comment-?list|respond|disqus|kommentare?)(?:$|[\s_-])", re.I
)
_LEADING = re.compile(r"\A\W+|\A(?i:and|und|et)\s+")
_BY_ACCOUNT = re.compile(r"\W*(?:(?:[Pp]osted|[Ww]ritten) )?[Bb]y\s+([a-z][a-z0-9_.-]{1,24})\b((?:\W.*)?)")
_ON = re.compile(r"[\W\d]*(?:(?:posted |published )?(?:on|at|in)[\W\d]*)?")
_AUTHOR_PAGE = re.compile(r"/(?:authors?|contributors?|writers?|columnists?|byline)/[^/]|[?&]author=", re.I)
_DATED_BY = re.compile(
    r"(?:\W*\d+:\d+(?: ?[ap]m| uhr)?)?\W*(?:\d+ min\w*(?: read)?\W+)?\s*"
    r"(?:by|von|par|por|da|door):?\s+(.{3,60})\Z",
    re.I,
)
"""What follows a day in a line that names the author behind it."""
_PUBLISHED = re.compile(
    r"(?<!\W)\W++(?:(?:last )?(?:published|posted|updated)(?: on)?:?\s*){1,4}\Z|(?:(?<!\s)\s++)?\|.*",
    re.I | re.S,
)
"""What stands between a name and the day behind it."""
_TELLING = 1000
"""Characters of a page whose words tell that others are no names."""


def _near(page: Page, head: int, above: int, below: int) -> list[int]:
    """The candidates around the headline at `head`, those below it first."""
    return [*range(head, min(head + below, len(page.candidates))), *range(max(0, head - above), head)]


_SEVERAL = re.compile(r",\s{1,9}(?:(?:and|und|et|y|e)\s{1,9})?|\s(?:and|und|et|y|e|&)\s{1,9}")
"""What stands between the names of several authors."""
_PROSE = 200
"""Characters of a passage of prose: what follows one below the headline is no line of the author's."""


def _begun(page: Page, head: int, i: int) -> bool:
    """Return whether prose stands between the headline and a line below it."""
    return any(len(c.text) > _PROSE for c in page.candidates[head + 1 : i])


def by_line(page: Page, head: int) -> str | None:
    """The name in a line right by the headline that says “by NAME” and no more."""
    for i in _near(page, head, 1, 7):
        text = page.candidates[i].text
        match = _BY.match(text) if len(text) <= 160 and not _begun(page, head, i) else None
        if match:
            name = _placeless(text, tidy(TAIL.sub("", match.group(1))))
            if not _named(text, name):
                continue
            if len(name.split()) > 4 and is_person(front := name.partition(",")[0]):
                return front  # degrees follow
            return name if NAME.match(name) and name[0].isupper() and len(name.split()) <= 4 else None
    return None


def _placeless(line: str, name: str) -> str:
    return _PLACE.sub(r"\1", name) if _FOREIGN.match(line) else name


def _named(line: str, name: str) -> bool:
    """Return whether what follows the “by” of a line may be names; in other languages it begins headlines
    too.
    """
    small = [
        word
        for word in re.findall(r"[^\W\d_]+", name)
        if word.islower() and word not in _SMALL and not ORGANISATION.search(word)
    ]
    if small and len(name.split()) > 2:
        return False  # a sentence
    if not _FOREIGN.match(line):
        return True
    return all(
        is_person(n) or (len(n.split()) <= 2 and n[:1].isupper()) or n.isupper() or ORGANISATION.search(n)
        for n in _each(name)
    )


def shown(name: str, page: Page | None) -> bool:
    if page is None:
        return True
    key = bare(name)
    for c in page.candidates:
        if len(c.text) <= 90 and key in bare(c.text):
            bits = page.places[c.place].near
            if (bits[0] | bits[1] | bits[2]) & (_AUTHOR | _META) or _BY.match(c.text) or key == bare(c.text):
                return True
    return False


def beside_headline(name: str, page: Page, head: int) -> bool:
    """Return whether a short line by the headline gives a name as the author's: after “by”, marked, dated,
    alone.
    """
    key = bare(name)
    for i in _near(page, head, 5, 14):
        c = page.candidates[i]
        if len(c.text) > 120 or key not in bare(c.text) or (c.kind == "heading" and i == head):
            continue
        bits = page.places[c.place].near
        if i < head and not _BY.match(c.text) and c.links and _in_header(page, i):
            continue  # the site's name
        if (
            _BY.match(c.text)
            or (bits[0] | bits[1] | bits[2]) & _AUTHOR
            or find(c.text)
            or _little_more(bare(c.text), key)
        ):
            return True
    return False


def _in_header(page: Page, i: int) -> bool:
    """Return whether a line stands in the head or the menu of the site."""
    return bool(page.places[page.candidates[i].place].flags & (F_HEADER | F_NAV))


def _little_more(line: str, name: str) -> bool:
    return line == name or (line.startswith(name) and len(line) <= len(name) + 25 and " " not in name)


def _in_author_element(page: Page, head: int, site: str) -> str | None:
    """The name in an element below the headline that is called after the author and holds no more."""
    for i in range(head + 1, min(head + 21, len(page.candidates))):
        c = page.candidates[i]
        if len(c.text) > _PROSE and _begun(page, head, i + 1):
            return None
        sig = page.places[c.place].sig
        if len(c.text) <= 60 and _AUTHOR_ELEMENT.search(sig) and not _NO_AUTHOR_ELEMENT.search(sig):
            name = tidy(TAIL.sub("", _LEADING.sub("", c.text)))
            short = is_person(name) or len(name.split()) <= 2
            if short and good(name, site, stated=True) and name[:1].isupper():
                return name
    return None


def _account(page: Page, head: int) -> str | None:
    """The account's name in a line right under the headline that says “by” it, and when, and no more."""
    for i in range(head + 1, min(head + 4, len(page.candidates))):
        match = _BY_ACCOUNT.fullmatch(page.candidates[i].text) if len(page.candidates[i].text) <= 60 else None
        day = find(match[2]) if match else None
        if match and _ON.fullmatch(match[2][: day[1]] if day else match[2]):
            return match[1]
    return None


def _in_comments(el: Any) -> bool:
    """Return whether an element belongs to what readers wrote below the page."""
    return any(
        up.get("itemprop") == "comment"
        or "schema.org/Comment" in (up.get("itemtype") or "")
        or _COMMENTS.search(f"{up.get('id') or ''} {up.get('class') or ''}")
        for up in (el, *el.iterancestors())
        if up.tag not in ("body", "html", "article", "main")
    )


def _in_menu(el: Any) -> bool:
    """Return whether a link stands in a menu, where author pages are the site's sections."""
    return any(
        up.tag == "nav" or (up.tag in ("ul", "li") and "menu" in (up.get("class") or ""))
        for up in el.iterancestors()
    )


def printed(root: Any, page: Page | None, head: int, site: str) -> list[str]:
    """Authors that the page prints: marked as such, in a line by the headline, else in a note about one."""
    if page is None:
        return _marked(root, site)
    by = _by_near(page, head, site, 3, 7)
    if by and all(map(is_person, by)):
        return by
    marked = _marked(root, site)
    if by and not (marked and bare(marked[0]) in bare(" ".join(by))):
        return by
    return (
        marked
        or _by_near(page, head, site, 5, 14)
        or _lines_near(page, head, site)
        or _person_near(page, head, site)
        or signed(page, site)
        or [n for n in (_in_author_element(page, head, site) or _account(page, head),) if n]
    )


def printed_person(page: Page, head: int, site: str) -> list[str]:
    """Whom the lines by the headline name as authors, where that is not the site."""
    by = [name for name in _by_near(page, head, site, 3, 7) if bare(name) not in bare(site)]
    return by or _person_near(page, head, site)


def all_printed(name: str, page: Page, head: int) -> list[str]:
    """The authors that a line by the headline lists, `name` as the first of them; none where no line does."""
    for i in _near(page, head, 3, 9):
        text = page.candidates[i].text
        if name in text and len(text) <= 160:
            names = re.split(r"(?:(?<!\s)\s++)?[,;&]\s*(?:and\s+)?|(?<!\s)\s++and\s+", tidy(text))
            if (
                len(names) > 1
                and names[0].endswith(name)
                and all(is_person(n) and proper(n, page) for n in names)
            ):
                return names
    return []


def _marked(root: Any, site: str) -> list[str]:
    """The author that the page's markup names, or links to."""
    for path in (
        './/*[@itemprop="author"]//*[@itemprop="name"]',
        './/*[@itemprop="author"]',
        './/a[@rel="author"]',
    ):
        for el in root.iterfind(path):
            if _in_comments(el):
                continue
            name = tidy(fold(el.get("content") or " ".join(el.itertext())))
            if good(name, site) and len(name.split()) <= 6:
                return [name]
    for el in root.iter("a"):
        if _AUTHOR_PAGE.search(el.get("href") or "") and not _in_menu(el) and not _in_comments(el):
            name = tidy(fold(" ".join(el.itertext())))
            if good(name, site) and len(name.split()) <= 5 and not NOT_A_NAME.search(name):
                return [name]
    return []


def _by_near(page: Page, head: int, site: str, above: int, below: int) -> list[str]:
    """The names in a line by the headline that begins with “by”."""
    for i in _near(page, head, above, below):
        c = page.candidates[i]
        if len(c.text) <= 160 and (match := _BY.match(c.text)):
            name = _placeless(c.text, tidy(TAIL.sub("", match.group(1))))
            marked = bool(page.places[c.place].near[0] & _AUTHOR)
            if not _named(c.text, name) or (i == head and c.kind == "heading"):
                continue
            account = name.isalnum() and name[0].isupper() and (_POSTED.match(c.text) or find(c.text))
            if good(name, site, stated=marked) and (NAME.match(name) or account or marked):
                return _each(name)
    return []


def _each(names: str) -> list[str]:
    """The names of a line that lists them."""
    return re.split(r"(?<!\s)\s++(?:and|und|et|y|&)\s+|,\s+(?=[A-Z][\w.'’-]+ [A-Z])", names)


def _lines_near(page: Page, head: int, site: str) -> list[str]:
    """The name in a short line by the headline that is marked as the author's or stands by a day."""
    near = _near(page, head, 5, 14)
    for i in near:
        c = page.candidates[i]
        name = tidy(c.text)
        if "comment" in page.places[c.place].sig:
            continue
        if (
            page.places[c.place].near[0] & _AUTHOR
            and is_person(name)
            and good(name, site)
            and proper(name, page)
        ):
            return [name]
    for i in near:
        c = page.candidates[i]
        bits = page.places[c.place].near
        if "comment" in page.places[c.place].sig:
            continue
        if (bits[0] | bits[1]) & _AUTHOR and len(c.text) < 60 and c.kind != "heading":
            name = _set_first(c) or tidy(TAIL.sub("", c.text))
            if good(name, site) and NAME.match(name) and len(name.split()) <= 4 and name[0].isupper():
                return [name]
    for i in near:
        if found := _beside_date(page, i):
            return [found]
    return []


def _set_first(c: Candidate) -> str:
    """The person whom the first of several elements of a line names: what follows is what that person is."""
    first = next(iter(c.el), None) if c.el is not None and len(c.el) > 1 else None
    name = fold("".join(first.itertext())) if first is not None and first.tag.__class__ is str else ""
    return name if is_person(name) and c.text.startswith(name) else ""


def _person_near(page: Page, head: int, site: str) -> list[str]:
    """A full name by itself, or beside a day or the site, in one of the few lines under the headline; several
    names that are all of a line.
    """
    for i in _near(page, head, 0, 6)[1:]:
        c = page.candidates[i]
        listed = _SEVERAL.split(c.text) if len(c.text) <= 120 and c.kind != "heading" else []
        if len(listed) > 1 and all(is_person(name) and proper(name, page) for name in listed):
            return listed
        if len(c.text) > 90 or c.kind not in ("paragraph", "list_item", "heading"):
            continue
        day = find(c.text)
        name = tidy(TAIL.sub("", _PUBLISHED.sub("", c.text[: day[1]] if day else c.text)))
        of_site = bool(site) and name.endswith(f" {site}")
        name = name.removesuffix(site).rstrip(" ,")
        alone = name == c.text
        if day and not is_person(name):
            name = tidy(TAIL.sub("", c.text[day[2] :].lstrip(" ,;:|•·●–—-")))
        if not is_person(name) or (alone and c.kind != "paragraph") or c.text.startswith(f"{name}, "):
            continue  # a place before the day is a dateline
        # Places and sections stand beside a day like names: something has to tell that it is a person.
        hinted = any(bits & (_AUTHOR | _META) for bits in page.places[c.place].near)
        told = (bool(day) and hinted) or ((alone or bool(day)) and _noted(page, i, name))
        more = day and any(map(str.isalpha, (c.text[: day[1]] + c.text[day[2] :]).replace(name, "")))
        if (told or of_site or more or (alone and _day_by(page, i))) and proper(name, page):
            return [name]
    return []


def _noted(page: Page, i: int, name: str) -> bool:
    """Return whether the page has a note about the person that the line at `i` names."""
    told = re.compile(
        rf"(?:by|about|author:?)\s+{re.escape(name)}\b|{re.escape(name)}(?:,|\s(?:is|was|has|writes)\b)", re.I
    )
    for k, c in enumerate(page.candidates):
        if k != i and name in c.text:
            if told.search(c.text):
                return True
            after = page.candidates[k + 1].text if k + 1 < len(page.candidates) else ""
            if c.text == name and len(after) > 60 and (name.split()[0] in after or name.split()[-1] in after):
                return True
    return False


def _day_by(page: Page, i: int) -> bool:
    """Return whether a short line within two of this one has a day, on a page long enough to tell names."""
    if sum(len(c.text) for c in page.candidates) < _TELLING:
        return False
    beside = (page.candidates[j].text for j in range(max(0, i - 2), min(i + 3, len(page.candidates))))
    return any(len(line) < 60 and find(line) for line in beside)


def _again(page: Page, i: int) -> bool:
    """Return whether another short passage has the words too, as a note about the author has the name."""
    text = page.candidates[i].text
    return any(text in c.text and len(c.text) < 300 for k, c in enumerate(page.candidates) if k != i)


def _beside_date(page: Page, i: int) -> str | None:
    """The name in or next to a short line with a day: “May 3, 2017 by Erin Spain”, or a line of its own."""
    c = page.candidates[i]
    if len(c.text) > 120 or c.kind == "heading":
        return None
    if found := find(c.text):
        match = _DATED_BY.match(c.text[found[2] :])
        name = tidy(TAIL.sub("", match.group(1))) if match else ""
    else:
        beside = (page.candidates[j].text for j in (i - 1, i + 1) if 0 <= j < len(page.candidates))
        name = c.text if any(len(line) < 60 and find(line) for line in beside) else ""
        if not PERSON.match(name) or NOT_A_NAME.search(name) or not _again(page, i):
            return None
    return name if name and good(name, "") and NAME.match(name) and len(name.split()) <= 4 else None
