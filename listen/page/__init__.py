"""The read-along page: one HTML file with the article's text, its audio and everything that joins the two.

It works opened from disk, without a network, and without JavaScript as a page with native controls.
"""

from listen.page.article import article_of
from listen.page.assemble import chapter_anchors, file_href, render, styles, web_url

__all__ = ["article_of", "chapter_anchors", "file_href", "render", "styles", "web_url"]
