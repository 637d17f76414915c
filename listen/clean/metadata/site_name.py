"""The site's name, where only the page's title tag has it."""

from urllib.parse import urlsplit

from listen.clean.dom.nouns import Page, fold
from listen.clean.dom.tree import Elements
from listen.clean.metadata.titles import BEHIND, RIGHTS, words


def site_of_tag(elements: Elements, title: str, url: str | None, page: Page | None) -> str:
    """The site's name where the page's title tag is “Headline | Name”, else nothing.

    Something else has to say that it is a name: the address, the copyright line, or a logo.
    """
    tag = next((fold("".join(el.itertext())) for el in elements.of("title")), "")
    parts = BEHIND.split(tag)
    name = parts[-1].strip()
    key = words(name)
    if len(parts) < 2 or not words(title) or not 0 < len(key.split()) <= 6 or len(name) > 50:
        return ""
    if not words(" ".join(parts[:-1])).startswith(words(title)):
        return ""
    host = max(urlsplit(url or "").netloc.lower().split("."), key=len).replace("-", "")
    squeezed = key.replace(" ", "")
    if squeezed in host and len(squeezed) > 0.6 * len(host):
        return name
    alts = (words(el.get("alt") or "") for el in elements.of("img"))
    if any(f"{key} logo" in alt or key == alt for alt in alts):
        return name
    rights = (words(c.text) for c in page.candidates if RIGHTS.search(c.text)) if page else iter(())
    return name if any(f" {key} " in f" {line} " for line in rights) else ""
