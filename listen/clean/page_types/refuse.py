"""This module says when a page is no article, and what it is instead."""

import re
from itertools import pairwise

from listen.clean.dom.nouns import F_FOOTER, F_NAV, Page
from listen.clean.dom.text import STOPS
from listen.clean.furniture.ends.walls import LOCKED
from listen.clean.metadata.gather import Metadata
from listen.clean.page_types.posts import posts_read
from listen.clean.page_types.signs import Signs
from listen.errors import NoArticleError
from listen.model import Block

ROBOT = "the page only asks whether you are a robot or wants scripts: save it in a browser"
CONSENT = "the page is a consent wall: open it in a browser, agree, and save the page behind it"
PAYWALL = "the page is behind a paywall: log in with a browser and save the page, then give that"
GALLERY = (
    "the page is a picture gallery: it has no story to read (its captions, if it has any, are read with "
    "--keep captions)"
)
LIVE = "the page is a live blog whose posts are loaded by scripts: open it in a browser and save it there"
TEASER = (
    "the page holds only the beginning of the article: give the address that its “continue reading” leads to"
)
LINKS = "the page is a list of links, not an article: give the address of one of them"
LEAST = 25
"""Words: what is shorter is no story, whatever it looks like."""
_NEWS = 15
"""The same of a page that says that it is an article, and of when, and of which whole sentences are found."""
_WALL = re.compile(
    r"subscri(?:be|ption)|already a (?:subscriber|member)|continue reading|sign in to|log in to|"
    r"register to|"
    r"free trial|unlock this|abonn|weiterlesen|suscr[ií]b|"
    r"become a (?:paid )?(?:member|subscriber)|to keep reading|"
    r"有料会員|会員限定|残り\d|続きを読むには|付费|유료 ?(?:회원|기사)",
    re.I,
)
_ENDED = re.compile(rf"(?<![{STOPS}])[{STOPS}]++[\"'”’»)]*+(?:\s|\Z)")
_COMMENTS_OVER = re.compile(
    r"\W*(?:\d{1,4}\s)?(?:kommentare?|comments?|commentaires?|comentarios?|commenti|reacties|kommentarer)"
    r"(?:\s?\(?\d{1,4}\)?)?\W*",
    re.I,
)
"""What stands over the readers' comments."""
_FREE = "only the beginning of the article is free: the rest is behind a paywall"
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
_TEASER = re.compile(
    r"\W*(?:continue reading|read (?:the )?(?:full|rest|whole|more)\b|keep reading|(?:jetzt )?weiterlesen|"
    r"lire la suite|seguir leyendo|leer más|continua a leggere|lees verder)\b.{0,80}\Z",
    re.I,
)
_REST = re.compile(
    r"\bil vous reste \d{1,3}(?:[.,]\d{1,2})?\s?% de (?:cet|l['’]) ?article|"
    r"\bpozostało (?:jeszcze )?\d{1,3}\s?% (?:treści|artykułu)|"
    r"\b\d{1,3}\s?% of (?:this|the) (?:article|story) (?:remains|is left)",
    re.I,
)
"""How much of an article has to be paid for, right behind its beginning."""
_STUB = 300
"""Words of the longest beginning that is shown of what has to be paid for."""
_TEASED = 150
"""Words of the longest beginning of a page that does not say that it has to be paid for."""
_ASKED = 3
"""Words of the shortest request for money; “Subscribe” by itself is a button."""
_SENTENCE = 12
"""Words from which a heading is a sentence of the story that the page sets large."""
_PARTS = 3
"""Headings with lines under them between a gallery's pictures that are worth hearing by themselves."""
_POSTS = 2
"""Posts that make a thread: a question and an answer, however short."""
_FEW = 60
"""Words below which a gallery's text, or the beginning of a story, is nothing to listen to."""


def check(blocks: tuple[Block, ...], page: Page, meta: Metadata, found: Signs) -> None:
    """Raise NoArticleError when what was found is too little to be the page's story, or no story."""
    told = ("paragraph", "quote", "list_item", "table", "footnote")
    prose = [b for b in blocks if b.kind in told or _words(b.text) >= _SENTENCE]
    words = sum(_words(b.text) for b in prose)
    # What most pages are not asked is not counted for them.
    visible = sum(_words(c.text) for c in page.candidates) if words < _STUB else 0
    _no_story(blocks, prose, words, visible, found)
    links = sum(c.links for c in page.candidates)
    letters = sum(len(c.text) for c in page.candidates)
    if links > 0.9 * letters:
        said = [word for b in prose for word in b.text.split()]
        if len(set(said)) < 0.01 * len(said):
            raise NoArticleError(LINKS)
    if words >= _FEW:
        return
    walled = _walled(page)
    if words >= LEAST and not (walled and _stub(blocks, page, meta)):
        return
    if not walled and words >= _NEWS and meta.published and "article" in meta.kind and _all_sentences(prose):
        return
    if not walled and words >= _NEWS and meta.published and _commented(page) and _told(prose) >= 2:
        return
    if words and not meta.paywalled and posts_read(page, (b.text for b in blocks)) >= _POSTS:
        return
    everything = " ".join(c.text for c in page.candidates[:400])[:40000]
    said_so = walled or any(sign.search(everything) for sign in (_ROBOT, _GONE, _CONSENT))
    if not said_so and _note(prose, visible):
        return
    if _ROBOT.search(everything) and visible < 300:
        raise NoArticleError(ROBOT)
    if _GONE.search(f"{meta.title} {everything[:2000]}") and visible < 400:
        raise NoArticleError("the page says that what was there is gone: check the address")
    if _CONSENT.search(everything) and visible < 600:
        raise NoArticleError(CONSENT)
    if meta.paywalled or (walled and visible < 2500):
        raise NoArticleError(PAYWALL)
    if found.live:
        raise NoArticleError(LIVE)
    if found.gallery and not _parted(blocks):
        raise NoArticleError(GALLERY)
    amp = f", or give its AMP version, {found.amp}" if found.amp else ""
    if visible < LEAST:
        raise NoArticleError(
            f"the page is empty: it may be built by scripts; save it in a browser and give that{amp}"
        )
    if links > 0.5 * letters:
        raise NoArticleError(LINKS)
    raise NoArticleError(
        f"the page holds no article that can be told from the rest of it with confidence{amp}"
    )


def _no_story(blocks: tuple[Block, ...], prose: list[Block], words: int, visible: int, found: Signs) -> None:
    """Raise for pages of more than a few words that are no story all the same."""
    if words >= _STUB:
        return
    for sign, error, most in ((_CONSENT, CONSENT, 1200), (_ROBOT, ROBOT, 400)):
        of_it = sum(_words(b.text) for b in prose if sign.search(b.text))
        if visible < most and of_it and 2 * of_it >= words:
            raise NoArticleError(error)
    if found.gallery and words < _FEW and not _parted(blocks):
        raise NoArticleError(GALLERY)


def _parted(blocks: tuple[Block, ...]) -> bool:
    """Return whether what is read has headings with lines of its own under them: data, not captions."""
    return sum(a.kind == "heading" and b.kind != "heading" for a, b in pairwise(blocks)) >= _PARTS


def beginning(blocks: tuple[Block, ...], page: Page, meta: Metadata) -> str | None:
    """Return what to say of a page that shows only the beginning of its story; None where it shows the whole.

    Raises NoArticleError where the beginning is too little to be worth hearing.
    """
    words = sum(_words(b.text) for b in blocks)
    after = _after(blocks, page)
    if any(_REST.search(text) for text in after):
        return f"{_FREE}; what is there is read"
    if words >= _STUB or not blocks:
        return None
    cut = blocks[-1].text.endswith(("…", "..."))
    least = _FEW
    if not meta.paywalled and words < _TEASED and cut and any(_TEASER.match(text) for text in after[:2]):
        error, note = TEASER, "the page holds only the beginning of the article"
    elif any(_WALL.search(text) for text in (*after, blocks[-1].text)) and (
        meta.paywalled or (cut and words < _TEASED)
    ):
        error, note = PAYWALL, _FREE
    elif any(LOCKED.search(text) for text in after):
        error, note, least = PAYWALL, _FREE, LEAST
    else:
        return None
    if words < least:
        raise NoArticleError(error)
    return f"{note}; what is there is read"


def _after(blocks: tuple[Block, ...], page: Page) -> list[str]:
    """The page's passages right behind the last block of the story."""
    if not blocks:
        return []
    last = blocks[-1].text
    at = max((i for i, c in enumerate(page.candidates) if c.text == last), default=-1)
    return [c.text for c in page.candidates[at + 1 : at + 5]] if at >= 0 else []


def _note(prose: list[Block], visible: int) -> bool:
    """Return whether a page that holds next to nothing else is a few whole sentences."""
    sentences = [b for b in prose if b.text.rstrip("”\"’')").endswith(tuple(STOPS))]
    said = sum(_words(b.text) for b in sentences)
    return said >= 4 and 2 * said > visible


def _told(prose: list[Block]) -> int:
    """Count the sentences that end inside or at the end of the passages."""
    return sum(len(_ENDED.findall(b.text)) for b in prose)


def _commented(page: Page) -> bool:
    """Return whether readers have commented on what the page says: then it says something."""
    return any(len(c.text) < 40 and _COMMENTS_OVER.fullmatch(c.text) for c in page.candidates)


def _all_sentences(prose: list[Block]) -> bool:
    return all(b.text.rstrip("”\"’')»").endswith(tuple(STOPS)) for b in prose)


def _words(text: str) -> int:
    from listen.clean.dom.text import word_count

    return word_count(text)


def _walled(page: Page) -> bool:
    """Return whether the page asks for money or a name in words of its own: a link in a menu does not."""
    return any(
        c.links + c.button < 0.8 * len(c.text)
        and not page.places[c.place].flags & (F_NAV | F_FOOTER)
        and _WALL.search(c.text)
        and _words(c.text) >= _ASKED
        for c in page.candidates[:400]
    )


def _stub(blocks: tuple[Block, ...], page: Page, meta: Metadata) -> bool:
    """Return whether the little that was found is only the beginning of what has to be paid for.

    The request for money stands right behind it: a page has others, for the newsletter, for the feed.
    """
    last = blocks[-1].text
    if meta.paywalled or _WALL.search(last):
        return True
    return last.endswith(("…", "...")) and any(_WALL.search(text) for text in _after(blocks, page))
