"""The author as the page prints it: lines by the headline, links to authors' pages, notes about one."""

import re

from listen.clean.dom.nouns import Candidate, Page, fold
from listen.clean.dom.tree import Elements
from listen.clean.metadata.authors.author_credits import labelled, noted_below, posted, signed, undersigned
from listen.clean.metadata.authors.author_markup import marked
from listen.clean.metadata.authors.author_shown import META, again, day_by, filed, noted, telling
from listen.clean.metadata.authors.by_lines import AUTHOR, PROSE, SEGMENT, account, begun, by_near, near, said
from listen.clean.metadata.authors.given_names import begins_with_given
from listen.clean.metadata.authors.name_lists import people
from listen.clean.metadata.authors.person_names import (
    DEGREE,
    NAME,
    NOT_A_NAME,
    ORGANISATION,
    PERSON,
    TAIL,
    good,
    is_person,
    proper,
    tidy,
    unspaced,
)
from listen.clean.metadata.titles import words as bare
from listen.clean.metadata.written_dates import find

_AUTHOR_ELEMENT = re.compile(
    r"(?:^|[\s._-])(?:(?:post|article|story|entry|blog|top|meta|block|page|news|item|content|main)[\w-]{0,40}[_-])?"
    r"(?:authors?|byline|autor(?:en(?:zeile)?)?|auteurs?|creator)(?:[_-]{1,2}(?:names?|link|data|title|box|info|text))?(?=$|[\s.])",
    re.I,
)
"""What the element that holds an author's name is called, and no element around it."""
_NO_AUTHOR_ELEMENT = re.compile(r"comment|avatar|bio\b|related|widget|sidebar|photo|image|quote", re.I)
_LEADING = re.compile(r"\A\W+|\A(?i:and|und|et)\s+")
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
_OTHER_HAND = re.compile(
    r"\W*(?:\w+ly )?(?:review|edit|fact|check|translat|photo|illustrat|picture|sponsor|present|recommend|"
    r"geprüft|foto|bild|übersetz|lektorat|relu|traduit|vérifi|revisad|traduc|tradott|verificat)",
    re.I,
)
"""What a line begins with that names somebody else than the author."""
_WITH = re.compile(
    r"\s(?:im Gespräch mit|im Interview mit|in conversation with|in gesprek met|en conversation avec|"
    r"en conversación con)\s",
    re.I,
)
"""What stands between the two people of a talk."""
_STAFF = re.compile(
    r"(?:The |Die )?[A-Z][\w.&'’-]*(?: [A-Z][\w.&'’-]*){0,3} "
    r"(?:Team|Staff|Editors|Editorial Team|Editorial Staff|Redaktion)"
)
"""The people of a house, set as the author's line."""
_UNDER = 4
"""Lines under the headline in which a name stands that is the author's."""


def _in_author_element(page: Page, head: int, site: str) -> str | None:
    """The name in an element below the headline that is called after the author and holds no more."""
    for i in range(head + 1, min(head + 21, len(page.candidates))):
        c = page.candidates[i]
        if len(c.text) > PROSE and begun(page, head, i + 1):
            return None
        sig = page.places[c.place].sig
        if len(c.text) <= 60 and _AUTHOR_ELEMENT.search(sig) and not _NO_AUTHOR_ELEMENT.search(sig):
            name = tidy(TAIL.sub("", _LEADING.sub("", c.text)))
            short = is_person(name) or len(name.split()) <= 2
            if short and good(name, site, stated=True) and name[:1].isupper():
                return name
    return None


def printed(elements: Elements, page: Page | None, head: int, site: str) -> list[str]:
    """Authors that the page prints: marked as such, in a line by the headline, else in a note about one."""
    if page is None:
        return marked(elements, site)
    if talk := _talk(page, head):
        return talk
    by = by_near(page, head, site, 3, 7)
    named = marked(elements, site, page.candidates[head].el if page.candidates else None)
    if len(by) == len(named) == 1 and by[0].startswith(named[0]) and _glued(by[0], named[0]):
        return named
    if by and all(map(is_person, by)):
        return by
    if by and not (named and bare(named[0]) in bare(" ".join(by))):
        of_group = all(ORGANISATION.search(name) for name in by)
        return (signed(page, site) if of_group else []) or by
    return (
        named
        or by_near(page, head, site, 5, 14)
        or _lines_near(page, head, site)
        or labelled(page, head, site)
        or _between_bars(page, head, site)
        or _dated_above(page, head, site)
        or _person_near(page, head, site)
        or signed(page, site)
        or undersigned(page, head, site)
        or posted(page, site)
        or noted_below(page, head, site)
        or [n for n in (_in_author_element(page, head, site) or account(page, head),) if n]
    )


def _talk(page: Page, head: int) -> list[str]:
    """The two people of a talk whom a line that is called the author's names."""
    for i in near(page, head, 3, 9):
        c = page.candidates[i]
        parts = _WITH.split(c.text) if len(c.text) <= 100 and page.places[c.place].near[0] & AUTHOR else []
        if len(parts) == 2 and all(map(is_person, parts)):
            return parts
    return []


def _glued(line: str, name: str) -> bool:
    """Return whether a line has more than the name that the page marks: the section behind it, a button."""
    more = " " in name or not begins_with_given(line)
    return line != name and more and not DEGREE.fullmatch(line[len(name) :].strip(" ,"))


def printed_person(page: Page, head: int, site: str) -> list[str]:
    """Whom the lines by the headline name as authors, where that is not the site."""
    by = [name for name in by_near(page, head, site, 3, 7) if bare(name) not in bare(site)]
    return by or _person_near(page, head, site)


def all_printed(name: str, page: Page, head: int) -> list[str]:
    """The authors that a line by the headline lists, `name` as the first of them; none where no line does."""
    for i in near(page, head, 3, 14):
        text = page.candidates[i].text
        if name in text and len(text) <= 160:
            names = people(tidy(TAIL.sub("", said(text) or text)))
            pair = text.split(", ")
            if len(names) == 1 and len(pair) == 2 and all(map(is_person, pair)):
                names = pair
            known = len(people(text, strict=True)) > 2 or all(proper(n, page) for n in names)
            if len(names) > 1 and names[0].endswith(name) and known:
                return names
    return []


def _lines_near(page: Page, head: int, site: str) -> list[str]:
    """The name in a short line by the headline that is marked as the author's or stands by a day."""
    around = near(page, head, 5, 14)
    for i in around:
        c = page.candidates[i]
        name = tidy(c.text)
        if "comment" in page.places[c.place].sig:
            continue
        if (
            page.places[c.place].near[0] & AUTHOR
            and is_person(name)
            and good(name, site)
            and proper(name, page)
        ):
            return [name]
    for i in around:
        c = page.candidates[i]
        bits = page.places[c.place].near
        if "comment" in page.places[c.place].sig:
            continue
        if (bits[0] | bits[1]) & AUTHOR and len(c.text) < 60 and c.kind != "heading":
            name = _set_first(c) or tidy(TAIL.sub("", c.text))
            if good(name, site) and NAME.match(name) and len(name.split()) <= 4 and name[0].isupper():
                return [name]
    for i in around:
        if found := _beside_date(page, head, i):
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
    for i in near(page, head, 0, 6)[1:]:
        c = page.candidates[i]
        listed = people(c.text, strict=True) if len(c.text) <= 200 and c.kind != "heading" else []
        several = len(listed) > 1 or any("," in name for name in listed)
        if several and not _of_another_hand(page, i) and all(proper(name, page) for name in listed):
            return listed
        if len(c.text) > 90 or c.kind not in ("paragraph", "list_item", "heading"):
            continue
        if _STAFF.fullmatch(c.text) and i <= head + _UNDER and day_by(page, i):
            return [c.text]
        day = find(c.text)
        name = tidy(TAIL.sub("", _PUBLISHED.sub("", c.text[: day[1]] if day else c.text)))
        of_site = bool(site) and name.endswith(f" {site}")
        name = name.removesuffix(site).rstrip(" ,")
        alone = name == c.text
        if day and not is_person(name):
            name = tidy(TAIL.sub("", c.text[day[2] :].lstrip(" ,;:|•·●–—-")))
        given = begins_with_given(name) and not _subject(page, head, i, name)
        if (
            not is_person(name)
            or not good(name, site)
            or ORGANISATION.search(name)
            or _of_another_hand(page, i)
            or _in_menu(page, head, name)
            or filed(c, name)
            or (alone and c.kind != "paragraph" and not (given and c.kind == "heading" and day_by(page, i)))
            or c.text.startswith(f"{name}, ")
        ):
            continue  # a place before the day is a dateline
        # Places and sections stand beside a day like names: something has to tell that it is a person.
        hinted = any(bits & (AUTHOR | META) for bits in page.places[c.place].near)
        told = (bool(day) and hinted) or ((alone or bool(day)) and noted(page, i, name))
        more = day and any(map(str.isalpha, (c.text[: day[1]] + c.text[day[2] :]).replace(name, "")))
        by_name = given and i <= head + _UNDER and (alone or bool(day))
        if (told or of_site or more or by_name or (alone and day_by(page, i))) and proper(name, page):
            return [name]
    return []


def _in_menu(page: Page, head: int, name: str) -> bool:
    """Return whether words are a section of the site: a line of the menu above the headline has them."""
    return any(c.text == name and c.kind != "heading" for c in page.candidates[:head])


def _of_another_hand(page: Page, i: int) -> bool:
    """Return whether a line, or the label above it, names who looked a text over or took its pictures."""
    return any(_OTHER_HAND.match(page.candidates[k].text[:60]) for k in (i, i - 1) if k >= 0)


def _subject(page: Page, head: int, i: int, name: str) -> bool:
    """Return whether the page tells of a person whom a line names: the headline or its prose do, too."""
    last = re.escape(name.split()[-1])
    told = re.compile(rf"{re.escape(name)}\b|(?<=[a-z,] ){last}\b")
    note = re.compile(rf"\W*(?:(?:the |about )?(?:author,? )?)?{re.escape(name)}", re.I)
    if "comment" in page.places[page.candidates[i].place].sig or not telling(page):
        return True
    if i != head and re.search(rf"\b{last}\b", page.candidates[head].text):
        return True
    return any(
        len(c.text) > PROSE and k != i and not note.match(c.text) and told.search(c.text)
        for k, c in enumerate(page.candidates)
    )


def _dated_above(page: Page, head: int, site: str) -> list[str]:
    """The person who stands in the line right above the headline, beside a day or with one by it."""
    c = page.candidates[head - 1] if head > 0 else None
    if c is None or len(c.text) > 80 or c.kind == "quote":
        return []
    day = find(c.text) or (("", 0, 0) if day_by(page, head - 1) and begins_with_given(c.text) else None)
    if day is None:
        return []
    names = people(tidy(f"{c.text[: day[1]]} {c.text[day[2] :]}".strip(" ,;:|•·●–—-")), strict=True)
    called = bool(page.places[c.place].near[0] & AUTHOR)
    sure = all((called or begins_with_given(n)) and good(n, site) and not filed(c, n) for n in names)
    return names if sure and not any(_subject(page, head, head - 1, n) for n in names) else []


def _between_bars(page: Page, head: int, site: str) -> list[str]:
    """The person whom one part of a dated line right above or below the headline names."""
    for i in (head + 1, head - 1, head + 2):
        text = page.candidates[i].text if 0 <= i < len(page.candidates) else ""
        parts = SEGMENT.split(text) if len(text) <= 120 and find(text) else []
        people = [p for p in parts if is_person(p) and not ORGANISATION.search(p) and proper(p, page)]
        people = [p for p in people if not filed(page.candidates[i], p)]
        if len(people) == 1 and len(parts) > 2 and good(people[0], site):
            return people
    return []


def _beside_date(page: Page, head: int, i: int) -> str | None:
    """The name in or next to a short line with a day: “May 3, 2017 by Erin Spain”, or a line of its own."""
    c = page.candidates[i]
    if len(c.text) > 120 or c.kind == "heading":
        return None
    if found := find(c.text):
        match = _DATED_BY.match(c.text[found[2] :])
        after = match.group(1) if match else said(c.text[found[2] :])
        name = tidy(TAIL.sub("", after)) if after else ""
        if unspaced(name):
            return name
    else:
        beside = (page.candidates[j].text for j in (i - 1, i + 1) if 0 <= j < len(page.candidates))
        name = c.text if any(len(line) < 60 and find(line) for line in beside) else ""
        if not PERSON.match(name) or NOT_A_NAME.search(name) or not again(page, i):
            return None
        if _in_menu(page, min(i, head), name):
            return None
    return name if name and good(name, "") and NAME.match(name) and len(name.split()) <= 4 else None
