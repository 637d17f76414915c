"""Addresses as pages write them, malformed ones among them."""

from urllib.parse import urljoin, urlsplit, urlunsplit


def absolute(base: str, href: str | None) -> str:
    """Return where `href` leads from `base` (empty if unknown); empty for none, and for a malformed one
    (`http://[`).

    A user name and a password in it are left out: it ends up in tags, captions and pages for others.
    """
    href = (href or "").strip()
    if not href:
        return ""
    try:
        link = urljoin(base, href)
        split = urlsplit(link)
    except ValueError:
        return ""
    host = split.netloc.rpartition("@")[2]
    return link if host == split.netloc else urlunsplit(split._replace(netloc=host))
