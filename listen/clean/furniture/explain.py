"""The class of a passage that was not taken for the story, and what gave it away: what `--explain` says.

The words come first where they leave no doubt, then the heading that a passage stands under, the names of the
elements around it, its place.
"""

import re
from dataclasses import dataclass

from listen.clean.dom.naming.hints import HINT_NAMES
from listen.clean.dom.nouns import F_FOOTER, F_FORM, F_NAV, Candidate, Page
from listen.clean.furniture.phrases import find
from listen.clean.furniture.wording import repeats_title
from listen.clean.metadata.gather import Metadata
from listen.clean.metadata.titles import is_headline
from listen.clean.metadata.titles import words as bare
from listen.clean.result import Why

TAGS = "tags of the article"
Verdict = tuple[str, str]
"""One of `CLASSES`, and the reason."""

_BITS = {name: 1 << i for i, name in enumerate(HINT_NAMES)}
_CLASS_OF_HINT = (
    ("comment", "comments", "among the readers' comments"),
    ("ad", "ads", "in an advertising box"),
    ("newsletter", "prompts", "in a subscription box"),
    ("cookie", "legal", "in a consent or pop-up box"),
    ("related", "related", "among related stories"),
    ("share", "share", "in a share bar"),
    ("toc", "contents", "in a table of contents"),
    ("author", "bios", "in a note about the author"),
    ("caption", "captions", "with a picture"),
    ("tags", "navigation", "among tags"),
    ("audio", "prompts", "in an audio player"),
    ("note", "legal", "in a notice"),
    ("meta", "bylines", "in the line of author and date"),
    ("promo", "ads", "in a promotional box"),
    ("nav", "navigation", "in a menu"),
    ("footer", "legal", "in the page's foot"),
    ("sidebar", "related", "in a side column"),
)
_VAGUE = frozenset(["promo", "sidebar", "footer", "nav", "note", "meta"])
"""Names that say where a passage stands, not what it is: a heading says more."""
_TOOL = r"(?:print|e-?mail|text size|font size|save|share|reuse this content|reprints?)"
_TABLE = (
    ("navigation", "a jump to a part of the page", r"skip to\b"),
    ("navigation", "to the next or the previous article", r"(?:previous|next|older|newer)\s*:"),
    (
        "navigation",
        TAGS,
        r"explore more on|(?:filed|posted) (?:under|in)\b|tagged\b|topics?\W*\Z",
    ),
    ("related", "a heading over related stories", r"more (?:from|on|in)\b"),
    ("ads", "sponsors", r"(?:our |the )?(?:sponsors|partners)\W*\Z|sponsored (?:by|content)\b"),
    ("comments", "a comment form", r".{0,60}\bwill not be published\b"),
    ("comments", "call to the readers", r"(?:spotted|found|seen) an? (?:error|mistake|typo)"),
    (
        "prompts",
        "a plea for money",
        r"you.ve read \d+ (?:articles|stories)|support (?:us|the|our)\b.{0,40}[£$€] ?\d",
    ),
    (
        "prompts",
        "a subscription prompt",
        r"(?:text|e-?mail|news) alerts?\W*\Z|get (?:the )?(?:breaking )?news on your\b",
    ),
    (
        "legal",
        "a cookie notice",
        r".{0,80}\b(?:verwenden|utilisons|usamos|utilizamos|utilizziamo|gebruiken)"
        r" (?:des |le |los )?cookies\b",
    ),
    (
        "legal",
        "a correction",
        r"this (?:article|story) was (?:amended|corrected)|(?:correction|clarification)s?:",
    ),
    (
        "legal",
        "a consent button",
        r"(?:alles? (?:akzeptieren|ablehnen|erlauben)|nur notwendige|tout (?:accepter|refuser)|"
        r"aceptar todo|accetta tutto)\b",
    ),
    (
        "share",
        "share line",
        r"(?:(?:diesen )?artikel teilen|teilen\b|partager (?:cet article|sur)|compartir|condividi)\b",
    ),
    ("share", "page tools", rf"{_TOOL}(?:\W+{_TOOL})*\W*\Z"),
)
_SAYS = tuple((kind, reason, re.compile(rf"\W*(?:{pattern})", re.I)) for kind, reason, pattern in _TABLE)
_LONGEST = 200
"""Characters; a longer passage is not told by how it begins."""
_BY = re.compile(r"\W*(?:by|von|par|por|di|door|af|av)\s+", re.I)
_KICKER = re.compile(
    r"kicker|eyebrow|(?:^|[_\s-])(?:section|rubrik|rubrique|dachzeile)(?:$|[_\s-](?:name|label|link))", re.I
)
_CLOCK = re.compile(r"\W*\d{1,2}:\d{2}(?:\s*/\s*\d{1,2}:\d{2})?\W*\Z")
_LABEL = 4
"""Words of the longest link that names a section, not a story."""


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading, or a label, outside the story."""

    scope: int
    """The place that it is for."""
    level: int
    verdict: Verdict


def verdicts(page: Page, meta: Metadata, outside: list[int], first: int) -> dict[int, Why]:
    """Class and reason of each of the candidates `outside`, which the classifier refused.

    `first`: where the story begins.
    """
    out: dict[int, Why] = {}
    over: _Heading | None = None
    for i in outside:
        c = page.candidates[i]
        if over and not page.within(c.place, over.scope):
            over = None
        below = over is not None and (c.kind != "heading" or (c.level or 6) > over.level)
        out[i] = Why(
            *_verdict(page, c, meta, i < first, over.verdict if over and below else None), "classifier"
        )
        opens = c.kind == "heading" and c.links <= 0.6 * len(c.text) and not below
        if opens and out[i][0] not in ("title", "navigation", "bylines"):
            said = f"under the heading “{' '.join(c.text.split()[:6])}”"
            over = _Heading(page.places[c.place].parent, c.level or 6, (out[i][0], said))
        elif c.kind != "heading" and out[i][1] == TAGS:
            over = _Heading(c.place, 6, ("navigation", "among tags"))
    return out


def _verdict(page: Page, c: Candidate, meta: Metadata, before: bool, heading: Verdict | None) -> Verdict:
    place = page.places[c.place]
    if c.kind == "figure":
        return "captions", "a figure's caption"
    if repeats_title(c.text, meta.title) or is_headline(c, meta.title):
        return "title", "the headline, which is read as the title"
    if meta.byline and _names_author(c.text, meta.byline):
        return "bylines", "author's line"
    if len(c.text) <= _LONGEST:
        for kind, reason, pattern in _SAYS:
            if pattern.match(c.text):
                return kind, reason
    near = place.near[0] | place.near[1] | place.near[2]
    if near & _BITS["comment"]:
        return "comments", "among the readers' comments"
    if near & _BITS["audio"] and _CLOCK.match(c.text):
        return "prompts", "in an audio player"
    if near & _BITS["newsletter"]:
        return "prompts", "in a subscription box"
    found = [f for f in find(c.text) if not (f[0] == "bylines" and c.text.endswith(".") and len(c.text) > 40)]
    if found:
        whole = next((f for f in found if f[2]), found[0])
        return whole[0], whole[1]
    if any(_KICKER.search(page.places[p].names) for p in (c.place, place.parent)) and len(c.text) < 60:
        return "navigation", "a label that names the section"
    for k in range(3):
        for hint, kind, reason in _CLASS_OF_HINT:
            if place.near[k] & _BITS[hint] and not (heading and hint in _VAGUE):
                return kind, reason
    if heading:
        return heading
    return _by_place(c, place.flags, place.hints, before)


def _by_place(c: Candidate, flags: int, hints: int, before: bool) -> Verdict:
    if flags & F_NAV:
        return "navigation", "in a menu"
    if flags & F_FORM:
        return "prompts", "in a form"
    if flags & F_FOOTER:
        return "legal", "in the page's foot"
    for hint, kind, reason in _CLASS_OF_HINT:
        if hints & _BITS[hint]:
            return kind, reason
    if c.links > 0.6 * len(c.text):
        if before and len(c.text.split()) <= _LABEL * max(1, c.anchors):
            return "navigation", "links above the story"
        return "related", "nothing but links"
    return "navigation", "outside the story, by its place and its words"


def _names_author(text: str, byline: str) -> bool:
    """Return whether a line begins with “by” and the author, whatever stands behind."""
    match = _BY.match(text)
    first = bare(byline.split(",")[0])
    return bool(match and len(text) < 160 and first and bare(text[match.end() :]).startswith(first))
