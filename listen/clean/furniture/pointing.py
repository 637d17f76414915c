"""This module says which headings stand over nothing, and which passages, or last sentences of them, point to
what is not read: to a picture, a film, a button, a list of links.
"""

import re

from listen.clean.dom.nouns import Candidate
from listen.clean.dom.text import word_count
from listen.clean.result import Why

POINTING = Why("pointers", "points to something that is not read", "pointer")
_POINTS = re.compile(
    r"\b(?:chart|table|graph|figure|video|clip|map|photos?|images?|pictures?|gallery|tweet|post|embed)\b.{0,30}"
    r"\b(?:below|above|here|following)\W*\Z|\b(?:below|above|following)\b.{0,20}:\Z|[:：]\Z",
    re.I,
)
_SENTENCE_END = re.compile(
    r"(?<!\bProf)(?<!\bMrs)(?<!\bMme)(?<!\bMlle)(?<!\bGen)(?<!\bGov)(?<!\bSen)(?<!\bRev)(?<!\bHon)(?<!\bCapt)"
    r"(?<!\bSra)(?<!\bDipl)(?<=\w{3})[.!?…][”“\"'’»)]{0,2}(?=\s+[\"“„«'‘(¿¡]?[^\W\d_a-z])|[。！？][”」』）]?(?=.)"
)
"""Where a sentence surely ends: behind a word, not behind “Dr.” or a title, and a capital follows."""
_LISTED = 3
"""Headings at the end that make a list."""
_SHORT = 160
"""Characters; in the middle of a story a longer passage is read with its colon."""


_OVER_PICTURES = re.compile(
    r"\W*(?:(?:photo|image|picture|video|bilder)[ -]?)?(?:gallery|galerie|galería|galleria)\W*|"
    r"\W*(?:watch|see|view)? ?(?:the )?(?:photos|pictures|images|videos?|film|trailer|slideshow|fotos|bilder|"
    r"vidéo)\W*",
    re.I,
)
"""A heading over nothing but pictures or a film."""
_FILM = re.compile(
    r"\b(?:watch|see|look at|listen to)\b[^.!?]{0,80}\b(?:film|video|clip|trailer|recording)\b\W*:\Z|"
    r"\b(?:here(?:[’']s| is| are)|see|look at|below (?:is|are)|this is|voici|hier (?:ist|sind)|"
    r"aquí (?:está|tienes))\b[^.!?]{0,30}"
    r"\b(?:map|chart|graph|diagram|photos?|pictures?|images?|screenshots?|infographic|karte|grafik|bild(?:er)?|"
    r"carte|graphique|mapa|foto)\b[^.!?]{0,60}:\Z|"
    r"\blook(?:s|ed)? (?:\w+ )?like (?:this|so|the following)\s*:\Z|"
    r"\bso (?:sieht|sah|sehen|schaut)\b[^.!?]{0,60}:\Z|"
    r"\b(?:sieht|sah|schaut)\b[^.!?]{0,40}\b(?:so|wie folgt) aus\s*:\Z|\b(?:ça|cela) donne\b[^.!?]{0,30}:\Z|"
    r"\b(?:se ve|queda|luce) así\s*:\Z",
    re.I,
)
"""How a line ends that leads into the film or the picture which stands behind it."""
_PICTURE = re.compile(r"\b(?:image|photo|picture|screenshot|screen ?shot|graph|chart|figure|map|look)", re.I)


def _beside(c: Candidate, left_for: Why | None, pointer: str) -> bool:
    """Return whether what is left out is nothing that the words before it can have meant."""
    if c.kind == "figure":
        return _PICTURE.search(pointer) is None
    # An address by itself is the source of what follows.
    address = " " not in c.text and re.search(r"[^\W\d_]\.[^\W\d_]{2}", c.text) is not None
    quoted = left_for is not None and left_for[0] == "pullquotes"
    return address or quoted or not any(map(str.isalnum, c.text))


def _sentence(c: Candidate) -> bool:
    """Return whether a heading is a sentence of the story that is set as one."""
    return word_count(c.text) >= 8 and c.text.rstrip('”"’»)').endswith((".", "!", "。", "।"))


def _bare(cands: list[Candidate], i: int, following: int | None) -> bool:
    """Return whether nothing that is read stands under a heading; `following`: the next passage that is read.

    Where two headings follow each other on the page itself, the first is over the second.
    """
    if following is None:
        return True
    after = cands[following]
    over = after.kind == "heading" and (after.level or 2) < (cands[i].level or 2)
    return over and any(word_count(c.text) >= 3 for c in cands[i + 1 : following])


def drop_bare(cands: list[Candidate], reasons: list[Why | None], kept: list[bool]) -> dict[int, int]:
    """Give a reason to each heading with nothing under it and each short pointer to something left out.

    Returns, for each passage whose last sentence alone points, how much of it is read: the characters before
    that sentence. At the end of the story a sentence of any length that ends with a colon leads to nothing.
    """
    cut: dict[int, int] = {}
    following: int | None = None
    last = [i for i, c in enumerate(cands) if kept[i] and reasons[i] is None][-_LISTED:]
    # A story that ends with name after name, each set as a heading, ends with a list.
    listed = len(last) == _LISTED and all(cands[i].kind == "heading" for i in last)
    for i in range(len(cands) - 1, -1, -1):
        c = cands[i]
        if not kept[i] or reasons[i] is not None:
            continue
        pictured = i + 1 < len(cands) and cands[i + 1].images > 0
        over_pictures = pictured and c.kind == "heading" and _OVER_PICTURES.fullmatch(c.text) is not None
        if over_pictures or (
            c.kind == "heading" and not _sentence(c) and not listed and _bare(cands, i, following)
        ):
            reasons[i] = Why("pointers", "a heading with nothing under it", "bare-heading")
            continue
        end = len(cands) if following is None else following
        gap = (
            following is None
            or (pictured and _FILM.search(c.text))
            or any(not _beside(cands[k], reasons[k] if kept[k] else None, c.text) for k in range(i + 1, end))
        )
        then = None if following is None else cands[following].kind
        short = len(c.text) < _SHORT
        if (
            gap
            and c.kind in ("paragraph", "list_item")
            and (short or (following is None and c.text.endswith((":", "："))))
            and then in (None, "heading", "paragraph")
            and _POINTS.search(c.text)
        ):
            ends = list(_SENTENCE_END.finditer(c.text))
            # A question or a call in front of a short pointer belongs to it: “Still hungry? More recipes:”.
            if short and not (ends and ends[-1][0][0] in ".…。"):
                reasons[i] = POINTING
                continue
            if ends:
                cut[i] = ends[-1].end()
        following = i
    return cut
