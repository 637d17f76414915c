"""This module says what cleaning gives besides the Article: what was left out and why, and the classes that
bring it back.
"""

from dataclasses import dataclass
from typing import NamedTuple

from listen.model import Article

CLASSES: dict[str, str] = {
    "ads": "advertisements, sponsored boxes, affiliate notices",
    "bios": "notes about the author or contributors",
    "bylines": "the author's line, datelines and time stamps printed around the body",
    "captions": "figure captions and picture credits",
    "code": "program listings (kept by default)",
    "comments": "readers' comments and prompts to comment",
    "contents": "tables of contents and in-page jumps",
    "footnotes": "footnotes, reference lists and their marks",
    "formulas": "formulas on their own line (kept by default)",
    "hidden": "what the page does not show: hidden boxes, struck-out words, dialogs, fallbacks",
    "legal": "copyright lines, disclaimers, cookie and privacy notices",
    "links": "bare addresses, handles and download lines",
    "navigation": "menus, breadcrumbs, page numbers, tags and other furniture",
    "pointers": "sentences that point to something that is not read (“see the chart below:”)",
    "prompts": "newsletter, subscription, app and listening prompts",
    "pullquotes": "pull quotes that repeat the body",
    "related": "related stories and “read more” lines",
    "share": "share and follow lines, embedded posts",
    "tables": "tables (kept by default)",
    "title": "the headline repeated in the body",
}
"""The classes that `keep` takes (`listen clean --keep captions,footnotes`), and what each holds."""


IN_PLACE = "footnotes-in-place"
CHOICES: dict[str, str] = {
    "codes": "reads keys, hashes, papers' numbers and whole addresses out as they are written",
    "alt": "the alternative texts of pictures",
    IN_PLACE: "footnotes, each behind the paragraph that refers to it",
    "no-code": "leaves program listings out, and the notice that there is one",
    "no-formulas": "leaves formulas on their own line out",
    "no-tables": "leaves tables out",
}
"""What `keep` takes besides the classes."""


class Why(NamedTuple):
    """A decision of one rule against a passage, or against words in it."""

    kind: str
    """One of `CLASSES`."""
    reason: str
    """A few words for the reader."""
    rule: str
    """The name of the rule that decided."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One passage of the page that will not be read, or some words of one."""

    kind: str
    """One of `CLASSES`, or `codes`: naming it in `keep` brings the passage back."""
    reason: str
    """Why, in a few words."""
    text: str
    """What the page says there."""
    rule: str = ""
    """The name of the rule that decided; empty where the kind of document decides."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The article, and everything that was taken for something else."""

    article: Article
    left_out: tuple[LeftOut, ...] = ()
    """In the page's order."""
    next_page: str | None = None
    """Where the article goes on; None where it is whole."""
    notes: tuple[str, ...] = ()
    """What the reader should know of the page, a line each."""
    trust: float = 1.0
    """Between 0 and 1: the probability that what is read is the page's one article; 1 for other documents."""
