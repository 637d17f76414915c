"""One HTML page to an Article: parse, walk, classify, choose, and put the blocks together."""

import re
from typing import Any

import numpy as np
from numpy.typing import NDArray

from listen.clean.classifier.choose import chosen
from listen.clean.classifier.classify import probabilities
from listen.clean.classifier.long_reads import raised
from listen.clean.classifier.run_labels import labels_over
from listen.clean.classifier.thread_posts import short_posts
from listen.clean.dom.decode import decode, mended, tidy
from listen.clean.dom.nouns import Page
from listen.clean.dom.signals import certain
from listen.clean.dom.text import word_count
from listen.clean.dom.tree import parse
from listen.clean.dom.walk import walk
from listen.clean.formats.embedded import opened, recovered
from listen.clean.furniture import blocks as assemble
from listen.clean.furniture.quotes import unquoted
from listen.clean.furniture.story_parts import (
    fact_check,
    long_captions,
    marked_body,
    overlooked,
    standfirst,
    untimed,
)
from listen.clean.furniture.widgets import quoted_posts
from listen.clean.metadata.gather import Metadata, gather
from listen.clean.metadata.page_language import guess, quotes_much
from listen.clean.metadata.passage_language import told_apart
from listen.clean.page_types import evidence, refuse
from listen.clean.page_types.posts import headline_post
from listen.clean.page_types.scriptless import unfold
from listen.clean.page_types.signs import notes, signs
from listen.clean.page_types.trust import judge
from listen.clean.page_types.whole_threads import whole_threads
from listen.clean.result import Cleaned, LeftOut
from listen.errors import NoArticleError
from listen.model import Article, Block
from listen.storage.file_names import opening_words

_OWN_TEXT = 0.6
"""The probability of a text under a picture that is too long for a caption."""
_SURE = 0.99
"""The probability of what a rule takes for the story's."""
_WHOLE = 400
"""Words of an article beside which the page's data is not searched for a longer one."""
_TAGGED = re.compile(r"<[a-zA-Z!/]")


def clean_page(
    data: bytes | str,
    *,
    url: str | None = None,
    charset: str | None = None,
    keep: frozenset[str] = frozenset(),
    explain: bool = True,
) -> Cleaned:
    """The article of a page and, with `explain`, what was left out; NoArticleError if there is none."""
    text = opened(tidy(mended(data)) if isinstance(data, str) else decode(data, charset, sure=True))
    if not text.strip():
        raise NoArticleError("the page is empty: there is nothing to read")
    if not _TAGGED.search(text):
        from listen.clean.formats.plain_text import clean_text

        return clean_text(text, keep=keep, url=url)
    root = parse(text)
    unfold(root)
    if "mso-list" in text:
        from listen.clean.formats.zipped.office import word_page

        word_page(root)
    page = walk(root, keep)
    try:
        cleaned: Cleaned | None = _of_tree(root, page, url, keep, explain)
        refused: NoArticleError | None = None
    except NoArticleError as error:
        cleaned, refused = None, error
    own = cleaned.article.text if cleaned else ""
    if word_count(own) < _WHOLE and (found := recovered(page.elements, url, own, keep)) is not None:
        return found
    if cleaned is None:
        raise refused or NoArticleError("the page is empty: there is nothing to read")
    return cleaned


def _of_tree(root: Any, page: Page, url: str | None, keep: frozenset[str], explain: bool) -> Cleaned:
    """The article of a parsed page. Raises NoArticleError."""
    meta = gather(root, url, page)
    if not page.candidates:
        raise NoArticleError(
            "the page is empty: it has no text (it may be built by scripts: save it in a browser)"
        )
    blocks, left = story(page, meta, probabilities(page, meta), keep, explain)
    found = signs(page, meta, url)
    part = refuse.beginning(blocks, page, meta)
    try:
        refuse.check(blocks, page, meta, found)
    except NoArticleError:
        blocks, left = marked(page, meta, keep, explain)
        if not blocks and (post := headline_post(page, meta.title)) is not None:
            return _posted(post, page, meta, left)
        refuse.check(blocks, page, meta, found)
    trust = judge(evidence.gathered(page, evidence.kept_of(page, blocks), meta, url))
    body = "\n".join(b.text for b in blocks)
    lang = _language(meta, body)
    article = Article(
        meta.title or opening_words(blocks[0].text),
        lang,
        told_apart(blocks, lang),
        meta.byline,
        meta.url,
        meta.published,
        meta.site,
        meta.image,
    )
    # A live blog is known for what it is: its many small parts are no reason to doubt it.
    doubt = None if found.live else trust.note
    said = (*notes(found), *(note for note in (part, doubt) if note))
    return Cleaned(article, left if explain else (), found.next_page, said, trust.value)


_QUOTED = re.compile(r"[\"“”„«»][^\"“”„«»\n]{40,3000}+[\"“”«»]")


def _posted(post: Block, page: Page, meta: Metadata, left: tuple[LeftOut, ...]) -> Cleaned:
    """The article of a thread whose one post is its headline: the title is how that begins."""
    article = Article(
        opening_words(post.text),
        _language(meta, post.text),
        (post,),
        meta.byline,
        meta.url,
        meta.published,
        meta.site,
        meta.image,
    )
    return Cleaned(article, tuple(item for item in left if item.text != post.text))


def story(
    page: Page, meta: Metadata, p: NDArray[np.float64], keep: frozenset[str], explain: bool = True
) -> tuple[tuple[Block, ...], tuple[LeftOut, ...]]:
    """Blocks and what was left out, from each candidate's probability `p`."""
    words = np.array([word_count(c.text) for c in page.candidates])
    p = raised(page, p, words).copy()
    # One list of decisions, to which every stage adds its own.
    decided = certain(page)
    p[list(decided)] = 0.0
    untimed(page)
    for i in long_captions(page):
        page.candidates[i].kind = "paragraph"
        p[i] = max(p[i], _OWN_TEXT) if i not in decided else 0.0
    kept = chosen(page, p, words, meta.title, decided, meta.url)
    more = overlooked(page, meta, kept, decided) + standfirst(page, meta, kept, p, decided)
    more += fact_check(page, meta, decided) + quoted_posts(page, kept, decided)
    more += short_posts(page, kept, p, decided) + whole_threads(page, kept, p, decided, meta.title)
    for i in more + labels_over(page, kept, p, decided, meta.title):
        kept[i] = True
        p[i] = max(p[i], _SURE)
    unquoted(page, kept)
    return assemble.assemble(page, meta, p, kept, keep, explain, decided)


def marked(
    page: Page, meta: Metadata, keep: frozenset[str], explain: bool = True
) -> tuple[tuple[Block, ...], tuple[LeftOut, ...]]:
    """Return what the page itself marks as its story, for one of which nothing else is found."""
    decided = certain(page)
    # Shops mark their lists as bodies, too: a story has an author, a day or the kind of one.
    signed = meta.published or meta.byline or meta.kind == "article"
    inside = marked_body(page, meta, decided) if signed and not meta.paywalled else []
    kept = np.zeros(len(page.candidates), bool)
    kept[inside] = True
    return assemble.assemble(page, meta, kept * _SURE, kept, keep, explain, decided)


def _language(meta: Metadata, body: str) -> str:
    """Return what the page declares, unless its words are clearly of another language (templates lie)."""
    found = guess(body)
    if meta.lang is None:
        return found
    if (
        found == "und"
        or meta.lang.split("-")[0] == found
        or (found == "nb" and meta.lang[:2] in ("no", "nn"))
    ):
        return meta.lang
    close = {"da", "nb", "no", "sv", "nn"}
    own = meta.lang.split("-")[0]
    if {found, own} <= close or len(body) < 600 or quotes_much(body, own, found):
        return meta.lang
    # What stands in quotation marks may all be another's words.
    return meta.lang if guess(_QUOTED.sub(" ", body)) == own else found
