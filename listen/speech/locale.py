"""British or American? The article's language tag, its site and its spelling decide."""

from __future__ import annotations


def locale(article_lang: str, site: str = "", sample_text: str = "") -> str:
    """A BCP 47 tag: for English always one with a region, for example `en-GB`."""
    return article_lang
