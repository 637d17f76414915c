"""Authors whom a page names away from its headline: in credits, in a note about the person."""

import re
from collections import Counter

from listen.clean.dom.naming.hints import HINT_NAMES
from listen.clean.dom.nouns import F_FOOTER, F_NAV, Page
from listen.clean.metadata.authors.given_names import begins_with_given
from listen.clean.metadata.authors.name_lists import people
from listen.clean.metadata.authors.person_names import (
    ORGANISATION,
    TAIL,
    good,
    is_person,
    proper,
    tidy,
    unspaced,
)
from listen.clean.metadata.titles import words as bare
from listen.clean.metadata.written_dates import find

_WRITTEN = re.compile(
    r"\A\W{0,20}(?:(?:(?:this|the) (?:post|article|story|blog post|guide|piece) (?:was|is) )?"
    r"(?:written|authored) by|reporting by|"
    r"(?:(?:this|the following|here) is an? )?guest (?:post|article|column|essay|blog(?: post)?) (?:by|from))"
    r":?\s{1,9}(?=\S)(.{3,160})",
    re.I,
)
_SIGNED = re.compile(
    r"\A(?:.{0,60}(?<!\w))?(?i:text(?:e|o)?|testo|tekst|текст|autor(?:in|en|es)?|authors?|auteure?s?|contributors?|autore|redaktion|words|story)"
    r"(?:\s?[:：]\s*|(?i: von | by | par ))"
    r"(.{3,80})"
)
"""A line of credits, above or below the story."""
_POSTED = re.compile(
    r"\W*(?i:posted by|eingestellt von|gepostet von|publié par|publicado por):?\s"
    r"([^\W\d_a-z][\w'’.-]+(?:\s[^\W\d_a-z][\w'’.-]+)?)\b(.*)"
)
"""A line at the foot of a post: “Posted by David at December 16, 2025 11:15 AM”."""
_LABELLED = re.compile(
    r"(?:by|von|par|por|di|door|(?:the |l['’]|die |der |de )?(?:"
    r"authors?|written by|autor(?:en|es|as?|i|[:*/_]?in(?:nen)?)?(?:\((?:en|in|es|s)\))?|"
    r"auteur(?:s|e|\(s\))?|autore|autrice|"
    r"автор(?:ы)?|作者|著者|執筆者?|글쓴이|الكاتب|skribent|forfatter|författare|kirjoittaja|"
    r"szerző|yazar|penulis|words|text)"
    r"|(?:about|über|sobre|over|su|à propos de|om) (?:the |den |die |el |la |o |a |de |l['’]|dell?['’]? ?)?"
    r"(?:authors?|writer|autor(?:in|a|e|en)?|auteur|autore))\s*[:：]?",
    re.I,
)
"""A line that says that the next one is the author's name."""
_BY_LABEL = re.compile(r"(?:by|von|par|por|di|door|(?:author|autor|auteur)\(?[a-z:*/]*\)?\s*:?)", re.I)
"""Such a label behind which an account's or a group's name may stand, too."""
_ACCOUNT = re.compile(r"(?=.{0,20}[a-z])[\w.-]{3,24}")
_LISTED = re.compile(r",\s+|\s(?:and|und|et|y|e|i|&)\s")
_AGENCY = re.compile(r"\s?/\s?[\w-]{2,20}\Z|\s?\((?:[A-Z]{2,5}|[a-z]{2,4})\)\Z")
"""The agency behind a name: “Ann Lee/dpa”."""
_ABOUT = re.compile(r"\A(?:about|über|à propos de|sobre|meet)\s", re.I)
_OF_PERSON = re.compile(
    r"\b(?:writ(?:er|es|ing)|author|edit(?:or|s)|founder|co-?founder|journalist|blogger|reporter|autorin?|redakteur(?:in)?|he|she|his|her)\b"
)
"""What a note about a person has."""
_IN_BRACKETS = re.compile(r"(?<=[.!?…\w])\s\(([^()\d]{5,50})\)[\s+*–—-]*\Z")
"""A name in brackets behind the last sentence."""
_SIGN = " ()–—−-.+"
"""Signs around a signature."""
_PROSE = 200
"""Characters of a passage of prose."""
_ASIDE = sum(1 << HINT_NAMES.index(name) for name in ("comment", "related", "widget") if name in HINT_NAMES)
_LABEL = re.compile(r"\s[^\W\d_]{3,20}\s?[:：]")
"""What begins the next entry in such a line: “Text: Ann Lee Quelle: …”."""
_OF_BOOK = re.compile(r"\bISBN\b|\b(?:Verlag|Publisher|Seiten(?:zahl)?|Pages|Éditeur|Editorial) ?:", re.I)
"""What a page says that names the author of a book as well."""
_BOOK_WORDS = (
    *("isbn", "verlag:", "verlag :", "publisher:", "publisher :", "seiten:", "seiten :", "seitenzahl"),
    *("pages:", "pages :", "éditeur:", "éditeur :", "editorial:", "editorial :"),
)


def signed(page: Page, site: str) -> list[str]:
    """The one name in lines that say who wrote the page, anywhere: “Text: Ann Lee”, “written by Ann Lee”."""
    of_book = page.says(*_BOOK_WORDS) and any(_OF_BOOK.search(c.text) for c in page.candidates)
    for pattern, longest in ((_WRITTEN, 200), (_SIGNED, 0 if of_book else 160)):
        names: dict[tuple[str, ...], None] = {}
        for c in page.candidates:
            match = pattern.match(c.text) if len(c.text) <= longest else None
            if (
                match
                and (c.kind != "heading" or pattern is _WRITTEN)
                and "comment" not in page.places[c.place].sig
            ):
                line = _LABEL.split(match.group(1), maxsplit=1)[0].partition(";")[0]
                listed = people(tidy(TAIL.sub("", line)))
                if listed and all(
                    good(n, site) and (pattern is _WRITTEN or begins_with_given(n) or proper(n, page))
                    for n in listed
                ):
                    names[tuple(listed)] = None
        if names:
            return list(next(iter(names))) if len(names) == 1 else []
    return []


def posted(page: Page, site: str) -> list[str]:
    """Whom the one line at the foot of a post names beside its day; none where several posts have one."""
    found = []
    for c in page.candidates:
        match = _POSTED.fullmatch(c.text) if len(c.text) <= 100 else None
        if match and find(match[2]) and not any(bits & _ASIDE for bits in page.places[c.place].near):
            found.append(match[1])
    return found if len(found) == 1 and good(found[0], site) else []


def labelled(page: Page, head: int, site: str) -> list[str]:
    """The name in the line behind one that says “author” and no more, or “about the author”.

    Below the story's headline, or in the line above it, so far as it is no heading of a list in the margin.
    """
    start = max(0, head - 3)
    for i, c in enumerate(page.candidates[start : len(page.candidates) - 1], start):
        if len(c.text) > 40 or not _LABELLED.fullmatch(c.text):
            continue
        after = page.candidates[i + 1]
        if (
            (i + 1 == head and not _BY_LABEL.fullmatch(c.text))
            or _LABELLED.fullmatch(after.text)
            or len(after.text) > 90
            or _elsewhere(page, i)
        ):
            continue
        names = [_AGENCY.sub("", tidy(TAIL.sub("", n))) for n in _LISTED.split(after.text)]
        if (
            _BY_LABEL.fullmatch(c.text)
            and _ACCOUNT.fullmatch(after.text)
            and good(after.text.rstrip("0123456789"), "", stated=True)
        ):
            return [after.text] if bare(after.text) != bare(site) else []
        known = [
            n for n in names if good(n, site) and (is_person(n) or unspaced(n) or _BY_LABEL.fullmatch(c.text))
        ]
        if known and len(known) == len(names):
            return known
    return []


def undersigned(page: Page, head: int, site: str) -> list[str]:
    """The person whose name is all of the last paragraph of the story, where it stands as a signature."""
    prose = _prose(page, head)
    story, last = _story(page, prose)
    for i in range(last, min(last + 4, len(page.candidates)) if len(prose) > 1 else last):
        match = _IN_BRACKETS.search(page.candidates[i].text) if _parent(page, i) == story else None
        name = _AGENCY.sub("", match[1]) if match else ""
        if is_person(name) and begins_with_given(name) and good(name, site):
            return [name]
    for i in range(last + 1, min(last + 4, len(page.candidates)) if len(prose) > 1 else 0):
        c = page.candidates[i]
        if c.kind == "heading":
            break  # of another part of the page
        if c.kind != "paragraph" or len(c.text) > 60 or _parent(page, i) != story or _elsewhere(page, i):
            continue
        name = _AGENCY.sub("", tidy(c.text.strip(_SIGN)))
        if is_person(name) and good(name, site) and proper(name, page):
            return [] if ORGANISATION.search(name) else [name]
    return []


def noted_below(page: Page, head: int, site: str) -> list[str]:
    """The one person of whom a note below the story tells: a line with the name, then who that is."""
    story, _ = _story(page, _prose(page, head))
    found: dict[str, bool] = {}
    for i in range(head + 1, len(page.candidates) - 1):
        c, after = page.candidates[i], page.candidates[i + 1]
        if len(c.text) > 60 or after.kind != "paragraph" or len(after.text) < 50:
            continue
        name = tidy(_ABOUT.sub("", c.text))
        if not is_person(name) or _elsewhere(page, i):
            continue
        told = re.match(
            rf"(?:{re.escape(name)}|{re.escape(name.split()[0])}),? (?:is|has|was|writes|ist|est|es|è)\b",
            after.text,
        )
        apart = _parent(page, i + 1) != story and _parent(page, i) != story
        known = begins_with_given(name) or _OF_PERSON.search(after.text)
        if told and apart:
            sure = known and good(name, site) and not ORGANISATION.search(name)
            found[name] = found.get(name, False) or bool(sure)
    return list(found) if len(found) == 1 and all(found.values()) else []


def after_story(page: Page, head: int) -> int:
    """The index of the first passage below the story."""
    return _story(page, _prose(page, head))[1] + 1


def _prose(page: Page, head: int) -> list[int]:
    return [
        i
        for i, c in enumerate(page.candidates)
        if i > head and len(c.text) > _PROSE and c.kind == "paragraph"
    ]


def _story(page: Page, prose: list[int]) -> tuple[int, int]:
    """The element that holds most of the prose, and the last passage of it there."""
    told: Counter[int] = Counter()
    for i in prose:
        told[_parent(page, i)] += len(page.candidates[i].text)
    story = max(told, key=lambda parent: told[parent], default=-1)
    return story, max((i for i in prose if _parent(page, i) == story), default=-1)


def _parent(page: Page, i: int) -> int:
    """The element that a passage's own element stands in."""
    return page.places[page.candidates[i].place].parent


def _elsewhere(page: Page, i: int) -> bool:
    """Return whether a line belongs to comments, to the margin or to the foot of the site."""
    place = page.places[page.candidates[i].place]
    return bool(place.flags & (F_NAV | F_FOOTER) or place.hints & _ASIDE) or "comment" in place.sig


def in_full(first: str, page: Page, head: int) -> str:
    """The whole name of whom the data names by the first alone, where a line by the headline has it."""
    whole = re.compile(
        rf"{re.escape(first)} [^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z][\w'’-]+)?"
        r"(?=\W*\Z|,|\s(?:is|was|ist|est|has|hat|writes|schreibt)\b)"
    )
    if not first.istitle() or not first.isalpha():
        return first
    found = set()
    for i, c in enumerate(page.candidates):
        match = whole.search(c.text[:200])
        near = head < i <= head + 21 and len(c.text) <= 80
        if (
            match
            and near
            and c.kind != "list_item"
            and is_person(match[0])
            and min(map(len, match[0].split())) > 2
            and proper(match[0], page)
        ):
            found.add(match[0])
    return found.pop() if len(found) == 1 else first
