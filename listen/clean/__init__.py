"""HTML, text, Markdown, EPUB, saved pages and feeds to an Article: the story and nothing else.

`clean` takes the HTML of one page; `read` takes whatever `fetch` brought and also tells what was left out.
The tree, the classifier and their libraries are imported when first used.
"""

from listen.clean.result import CLASSES, Cleaned, LeftOut
from listen.model import Article, Source

__all__ = ["CLASSES", "Cleaned", "LeftOut", "clean", "read"]


def clean(html: bytes | str, url: str | None = None) -> Article:
    """The article of one HTML page.

    Raises NoArticleError when the page has none, saying what it is instead.
    """
    from listen.clean.formats.dispatch import page_bytes
    from listen.clean.formats.web_page import clean_page

    return clean_page(html if isinstance(html, str) else page_bytes(html), url=url, explain=False).article


def read(source: Source, *, keep: frozenset[str] = frozenset()) -> Cleaned:
    """The article in a document of any kind that `fetch` brings, and what was left out of it.

    `keep` names classes (see `CLASSES`) that are to be read after all.
    Raises SourceError for a document that cannot be read, NoArticleError for one without an article.
    """
    from listen.clean.formats.dispatch import read_source

    return read_source(source, keep)
