"""When a page is no article, and what it is instead."""

import re

from listen.clean.metadata import Metadata
from listen.clean.places import Page
from listen.errors import NoArticleError
from listen.model import Block

LEAST = 25
"""Words: what is shorter is no story, whatever it looks like."""
_WALL = re.compile(
    r"subscri(?:be|ption)|already a (?:subscriber|member)|continue reading|sign in to|log in to|"
    r"register to|"
    r"free trial|unlock this|abonn|weiterlesen|suscr[ií]b|"
    r"become a (?:paid )?(?:member|subscriber)|to keep reading",
    re.I,
)
_CONSENT = re.compile(
    r"(?:accept|reject|manage|we use|uses?|your) (?:all )?(?:cookies|privacy|consent)|gdpr|"
    r"legitimate interest|our partners|consent to|before you continue to|cookies (?:akzeptieren|accepter)",
    re.I,
)
_ROBOT = re.compile(
    r"verify (?:that )?you are (?:a )?human|are you a robot|checking your browser|just a moment|"
    r"access (?:to this page has been )?denied|enable javascript|javascript is (?:disabled|required)|captcha|"
    r"unusual traffic|attention required|request blocked|security check|you have been blocked",
    re.I,
)
_GONE = re.compile(
    r"\b(?:404|page not found|not be found|no longer (?:available|exists)|doesn.t exist|410 gone)\b", re.I
)
_PAGER = re.compile(r"gallery|slideshow|slide[-_]show|carousel|photos?\b", re.I)


def check(blocks: tuple[Block, ...], page: Page, meta: Metadata) -> None:
    """Raise NoArticleError when what was found is too little to be the page's story."""
    prose = [b for b in blocks if b.kind in ("paragraph", "quote", "list_item", "table", "footnote")]
    words = sum(_words(b.text) for b in prose)
    everything = " ".join(c.text for c in page.candidates[:400])[:40000]
    if words >= LEAST and not (words < 60 and _stub(blocks, page, meta, everything)):
        return
    visible = sum(_words(c.text) for c in page.candidates)
    if not any(sign.search(everything) for sign in (_ROBOT, _GONE, _CONSENT, _WALL)) and _note(
        prose, visible
    ):
        return
    if _ROBOT.search(everything) and visible < 300:
        raise NoArticleError(
            "the page only asks whether you are a robot or wants scripts: save it in a browser"
        )
    if _GONE.search(f"{meta.title} {everything[:2000]}") and visible < 400:
        raise NoArticleError("the page says that what was there is gone: check the address")
    if _CONSENT.search(everything) and visible < 600:
        raise NoArticleError(
            "the page is a consent wall: open it in a browser, agree, and save the page behind it"
        )
    if meta.paywalled or (_WALL.search(everything) and words < 120 and visible < 2500):
        raise NoArticleError(
            "the page is behind a paywall: log in with a browser and save the page, then give that"
        )
    images = sum(c.images for c in page.candidates)
    if images >= 8 and (_PAGER.search(meta.title) or _PAGER.search(meta.url or "") or "gallery" in meta.kind):
        raise NoArticleError("the page is a picture gallery: it has no story to read")
    if visible < LEAST:
        raise NoArticleError(
            "the page is empty: it may be built by scripts; save it in a browser and give that"
        )
    links = sum(c.links for c in page.candidates)
    if links > 0.5 * sum(len(c.text) for c in page.candidates):
        raise NoArticleError("the page is a list of links, not an article: give the address of one of them")
    raise NoArticleError("the page holds no article that can be told from the rest of it with confidence")


def _note(prose: list[Block], visible: int) -> bool:
    """Whether a page that holds next to nothing else is a few whole sentences."""
    sentences = [b for b in prose if b.text.rstrip("”\"’')").endswith((".", "!", "?", "。"))]
    said = sum(_words(b.text) for b in sentences)
    return said >= 4 and 2 * said > visible


def _words(text: str) -> int:
    from listen.clean.features import word_count

    return word_count(text)


def _stub(blocks: tuple[Block, ...], page: Page, meta: Metadata, everything: str) -> bool:
    """Whether the little that was found is only the beginning of what has to be paid for."""
    if not _WALL.search(everything):
        return False
    last = blocks[-1].text
    return meta.paywalled or last.endswith(("…", "...")) or bool(_WALL.search(last))
