"""Authors whom a page names away from its headline: in credits, in a note about the person."""

import re

from listen.clean.dom.nouns import Page
from listen.clean.metadata.authors.person_names import TAIL, good, is_person, proper, tidy

_WRITTEN = re.compile(
    r"\A\W{0,20}(?:(?:this|the) (?:post|article|story|blog post|guide|piece) (?:was|is) )?"
    r"(?:written|authored) by:?\s{1,9}(?=\S)(.{3,120})",
    re.I,
)
_SIGNED = re.compile(
    r"\A(?:.{0,60}(?<!\w))?(?i:text(?:e)?|autor(?:in)?|author|auteure?|autore|redaktion|words|story)"
    r"(?:\s?[:：]\s*|(?i: von | by | par ))"
    r"(.{3,80})"
)
"""A line of credits, above or below the story."""
_LABEL = re.compile(r"\s[^\W\d_]{3,20}\s?[:：]")
"""What begins the next entry in such a line: “Text: Ann Lee Quelle: …”."""
_OF_BOOK = re.compile(r"\bISBN\b|\b(?:Verlag|Publisher|Seiten(?:zahl)?|Pages|Éditeur|Editorial) ?:", re.I)
"""What a page says that names the author of a book as well."""


def signed(page: Page, site: str) -> list[str]:
    """The one name in lines that say who wrote the page, anywhere: “Text: Ann Lee”, “written by Ann Lee”."""
    of_book = any(_OF_BOOK.search(c.text) for c in page.candidates)
    for pattern, longest in ((_WRITTEN, 200), (_SIGNED, 0 if of_book else 160)):
        names = set()
        for c in page.candidates:
            match = pattern.match(c.text) if len(c.text) <= longest else None
            if (
                match
                and (c.kind != "heading" or pattern is _WRITTEN)
                and "comment" not in page.places[c.place].sig
            ):
                name = tidy(TAIL.sub("", _LABEL.split(match.group(1), maxsplit=1)[0].partition(",")[0]))
                if is_person(name) and good(name, site) and (pattern is _WRITTEN or proper(name, page)):
                    names.add(name)
        if names:
            return list(names) if len(names) == 1 else []
    return []


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
