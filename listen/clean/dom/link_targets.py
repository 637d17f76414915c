"""Addresses as pages write them, malformed ones among them."""

from urllib.parse import urljoin, urlsplit


def absolute(base: str, href: str | None) -> str:
    """Where `href` leads from `base` (empty if unknown); empty for none, and for a malformed one (`http://[`)."""
    href = (href or "").strip()
    if not href:
        return ""
    try:
        link = urljoin(base, href)
        urlsplit(link)
    except ValueError:
        return ""
    return link
