"""An article that is spread over several pages, whole: the following ones fetched, cleaned and joined.

They come through `fetch` and its limits, from the article's own site only, and no more than `MAX_PAGES`.
Where the site has no such page, or none with an article, what came before is read and a note says so. A fault
that may pass (no connection, a server's own) is an error: tried again later, the story may be whole.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlsplit

from listen import clean
from listen.clean import Cleaned, LeftOut
from listen.errors import ListenError, NoArticleError, RefusedError, SourceError
from listen.model import Block, Source
from listen.sources import fetch

MAX_PAGES = 20
"""Pages of one article, the first included."""
_SAME = 6
"""Words from which a passage that an earlier page had too is taken for its repetition."""


def read(
    source: Source,
    *,
    keep: frozenset[str] = frozenset(),
    note: Callable[[str], None] = lambda _: None,
    get: Callable[[str], Source] | None = None,
) -> Cleaned:
    """Return what `clean.read` gives, with the article's other pages where it has some.

    `note` is told what the user should know: that it is a live blog, that a saved page is not the whole.
    `get` fetches; by default `fetch.fetch`, to public addresses only where `source` came so.
    Raises SourceError, NoArticleError.
    """
    get = get or (lambda url: fetch.fetch(url, public_only=source.public_only))
    cleaned = clean.read(source, keep=keep)
    told = list(cleaned.notes)

    def tell(line: str) -> None:
        told.append(line)
        note(line)

    for line in cleaned.notes:
        note(line)
    if cleaned.next_page is None:
        return cleaned
    if source.url is None:
        tell(
            f"only the first page of this article is in the file; it goes on at {cleaned.next_page}: "
            "give the article's address to hear all of it"
        )
        return replace(cleaned, notes=tuple(told))
    pages, seen = [cleaned], {source.url}
    link: str | None = cleaned.next_page
    while link is not None and link not in seen and _same_site(link, source.url):
        if len(pages) == MAX_PAGES:
            tell(f"the article has more than {MAX_PAGES} pages; the first {MAX_PAGES} are read")
            break
        seen.add(link)
        try:
            page = clean.read(get(link), keep=keep)
        except (RefusedError, NoArticleError) as error:
            tell(
                f"this may not be the whole article: page {len(pages) + 1} cannot be read ({error}); "
                "what comes before it is"
            )
            break
        except ListenError as error:
            raise SourceError(
                f"page {len(pages) + 1} of the article cannot be read ({error}); "
                "to hear what is there, save it and give the file"
            ) from error
        if not _same_story(cleaned.article.title, page.article.title):
            break
        pages.append(page)
        link = page.next_page
    return replace(joined(pages), notes=tuple(told))


def joined(pages: list[Cleaned]) -> Cleaned:
    """The pages as one article: the first page's title and data, what the later ones repeat read once."""
    blocks: list[Block] = []
    left: list[LeftOut] = []
    known: set[str] = {pages[0].article.title.casefold()}
    for page in pages:
        fresh: set[str] = set()
        for block in page.article.blocks:
            key = block.text.casefold()
            if key in known:
                left.append(LeftOut("title", "an earlier page has it too", block.text))
                continue
            if len(key.split()) >= _SAME:
                fresh.add(key)
            blocks.append(block)
        known |= fresh
        left += page.left_out
    first = pages[0]
    return replace(
        first, article=replace(first.article, blocks=tuple(blocks)), left_out=tuple(left), next_page=None
    )


def _same_site(one: str, other: str) -> bool:
    hosts = [urlsplit(url).netloc.lower().removeprefix("www.") for url in (one, other)]
    return hosts[0] == hosts[1]


def _same_story(one: str, other: str) -> bool:
    """Return whether two headlines are one, whatever number of a page stands in them."""
    a, b = ({w for w in title.casefold().split() if w.isalpha() and len(w) > 3} for title in (one, other))
    return not a or not b or 2 * len(a & b) >= min(len(a), len(b))
