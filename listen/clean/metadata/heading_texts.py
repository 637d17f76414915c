"""The words of a heading, and which headings are none of the page's own."""

import re
from typing import Any
from urllib.parse import urlsplit

from listen.clean.dom.nouns import fold

_PERMALINK = re.compile(
    r"(?:^|[\s_-])(?:header-?link|heading-?link|anchor(?:js)?(?:-?link)?|permalink|hash-?link)(?:$|[\s_-])",
    re.I,
)
_LETTERS = re.compile(r"[^\W\d_]{1,2}")
"""The first letter of a word, or two, in an element of its own."""
_SIGNS = ("¶", "#", "§", "🔗", "")
_KICKER = re.compile(
    r"(?:^|[\s_-])(?:kicker|dachzeile|top-?line|over-?line|roof-?line|super-?title|sur-?title|pre-?title|eyebrow|"
    r"spitzmarke|descriptor|label|badge|prefix|sr-only|visually-?hidden|screen-?reader(?:-text)?)(?:$|[\s_-])",
    re.I,
)
_ABOVE = re.compile(r"kicker|dachzeile|line|title|eyebrow|spitzmarke", re.I)
"""Names of a label that stands above a headline: what stands below one is none, whatever its name."""
_PARTED = re.compile(r"\A[:|–—·•/-]++\s*")
"""What parts a label from the headline behind it."""
_TRAIL = re.compile(r"bread-?crumb", re.I)
"""Names of the way to a page, whose last step may be a heading of the first level."""
_STEPS = 3
"""Elements around a heading that may be named for the way to the page."""
_LOGO = re.compile(
    r"(?:^|[\s_-])(?:logo|site-?(?:title|name)|blog-?(?:title|name|header)|brand(?:ing)?|navbar-brand|masthead)(?:$|[\s_-])",
    re.I,
)
_FRONT = ("/", "./", "index.html", "/index.html", "index.php", "/index.php", "#home", "..", "../")


def heading_text(el: Any) -> str:
    """The words of a heading, without the link to itself, and without a label of the section above them."""
    parts: list[str] = []
    left: list[str] = []

    def said(pieces: list[str]) -> bool:
        return any(map(str.isalnum, "".join(pieces)))

    def gather(node: Any) -> None:
        parts.append(node.text or "")
        for child in node:
            if child.tag.__class__ is not str:
                parts.append(child.tail or "")
                continue
            names = f"{child.get('class') or ''} {child.get('id') or ''}"
            text = fold(" ".join(child.itertext()))
            to_itself = text in _SIGNS or text == child.get("href")
            if (child.tag == "a" and (_PERMALINK.search(names) or to_itself)) or child.tag in (
                "script",
                "style",
            ):
                pass
            elif child.tag == "button" and "".join(parts).strip():
                parts.append(" ")
            elif _KICKER.search(names) and len(text) <= 60 and not (_ABOVE.search(names) and said(parts)):
                left.append(text)
            else:
                inside = _LETTERS.fullmatch(text) and (child.tail or "")[:1].islower()
                if _KICKER.search(names) and len(text) <= 60 and fold("".join(parts))[-1:].isalnum():
                    parts[:] = ["".join(parts).rstrip(), ":"]  # What stands over it is the label.
                parts.append("" if inside else " ")
                gather(child)
                parts.append("" if inside else " ")
            parts.append(child.tail or "")

    gather(el)
    text = fold("".join(parts).replace("\xad", "")).rstrip("#¶🔗§ ")
    if left:
        text = _PARTED.sub("", text)
    return text if len(text.split()) > 1 or not left else fold(" ".join([*left, text]))


def is_logo(el: Any) -> bool:
    """Return whether a heading is the site's name: all of it leads to the front page, or it is called so."""
    text = fold(" ".join(el.itertext()))
    up = el.getparent()
    for link in (*el.iter("a"), *([up] if up is not None and up.tag == "a" else [])):
        href = (link.get("href") or "").strip()
        front = href in _FRONT or (
            href.startswith("http") and urlsplit(href).path in ("", "/") and not urlsplit(href).query
        )
        if (front or "home" in (link.get("rel") or "").split()) and fold(" ".join(link.itertext())) == text:
            return True
    names = " ".join(f"{e.get('class') or ''} {e.get('id') or ''}" for e in (el, up) if e is not None)
    return _LOGO.search(names) is not None


def in_trail(el: Any) -> bool:
    """Return whether a heading is the last step of the way to the page, by its names or those around it."""
    at = el
    for _ in range(_STEPS):
        if at is None:
            return False
        if any(_TRAIL.search(part) for pair in at.attrib.items() for part in pair):
            return True
        at = at.getparent()
    return False
