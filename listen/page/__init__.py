"""The read-along page: one HTML file with the article's text, its audio and everything that joins the two.

It works opened from disk, without a network, and without JavaScript as a page with native controls.
"""

from typing import TYPE_CHECKING

from listen.page.article import article_of

if TYPE_CHECKING:
    from listen.page.assemble import chapter_anchors, file_href, render, source, styles, web_url

__all__ = ["article_of", "chapter_anchors", "file_href", "render", "source", "styles", "web_url"]


def __getattr__(name: str) -> object:
    """Return what puts the page together, imported when it is first asked for: most narrations have none."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from listen.page import assemble

    return getattr(assemble, name)
