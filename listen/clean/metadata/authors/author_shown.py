"""This module says whether a page shows a name as its author's: by the headline, in a note, elsewhere."""

import re

from listen.clean.dom.naming.hints import HINT_NAMES
from listen.clean.dom.nouns import F_HEADER, F_NAV, Candidate, Page, fold
from listen.clean.metadata.authors.by_lines import AUTHOR, BY, near, said
from listen.clean.metadata.authors.person_names import tidy
from listen.clean.metadata.titles import words as bare
from listen.clean.metadata.written_dates import find

META = 1 << HINT_NAMES.index("meta")
"""The hint that an element holds what is said about the page."""
_TELLING = 1000
"""Characters of a page whose words tell that others are no names."""


def shown(name: str, page: Page | None) -> bool:
    if page is None:
        return True
    key = bare(name)
    for c in page.candidates:
        if len(c.text) <= 90 and key in bare(c.text):
            bits = page.places[c.place].near
            if (bits[0] | bits[1] | bits[2]) & (AUTHOR | META) or BY.match(c.text) or key == bare(c.text):
                return True
    return False


def beside_headline(name: str, page: Page, head: int, of_site: bool = False) -> bool:
    """Return whether a short line by the headline gives a name as the author's: after “by”, marked, dated,
    alone. The site's own name (`of_site`) stands alone and beside days for other reasons.
    """
    key = bare(name)
    for i in near(page, head, 5, 14):
        c = page.candidates[i]
        if len(c.text) > 120 or key not in bare(c.text) or (c.kind == "heading" and i == head):
            continue
        bits = page.places[c.place].near
        if i < head and not BY.match(c.text) and c.links and _in_header(page, i):
            continue  # the site's name
        if said(c.text) or (bits[0] | bits[1] | bits[2]) & AUTHOR:
            return True
        if not of_site and (find(c.text) or _little_more(bare(c.text), key)):
            return True
    return False


def _in_header(page: Page, i: int) -> bool:
    """Return whether a line stands in the head or the menu of the site."""
    return bool(page.places[page.candidates[i].place].flags & (F_HEADER | F_NAV))


def _little_more(line: str, name: str) -> bool:
    return line == name or (line.startswith(name) and len(line) <= len(name) + 25 and " " not in name)


def noted(page: Page, i: int, name: str) -> bool:
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


def day_by(page: Page, i: int) -> bool:
    """Return whether a short line within two of this one has a day, on a page long enough to tell names."""
    if not telling(page):
        return False
    beside = (page.candidates[j].text for j in range(max(0, i - 2), min(i + 3, len(page.candidates))))
    return any(len(line) < 60 and find(line) for line in beside)


def telling(page: Page) -> bool:
    """Return whether a page is long enough for its words to tell that others are no names."""
    return sum(len(c.text) for c in page.candidates) >= _TELLING


def again(page: Page, i: int) -> bool:
    """Return whether another short passage has the words too, as a note about the author has the name."""
    text = page.candidates[i].text
    return any(text in c.text and len(c.text) < 300 for k, c in enumerate(page.candidates) if k != i)


def filed(c: Candidate, name: str) -> bool:
    """Return whether a line has words as the link to a category or a keyword that the page is filed under."""
    return any(
        "tag" in (link.get("rel") or "").lower().split() and tidy(fold("".join(link.itertext()))) == name
        for link in (c.el.iter("a") if c.el is not None and c.anchors else ())
    )
