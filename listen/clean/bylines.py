"""The page's author or authors."""

import re
from typing import Any


def byline(
    root: Any, meta: dict[str, list[str]], main: dict[str, Any], items: list[dict[str, Any]], site: str
) -> str | None:
    """Authors as printed, joined by commas; None when the page names no person."""
    from listen.clean.metadata import plain

    names: list[str] = []
    author = main.get("author")
    for one in author if isinstance(author, list) else [author]:
        name = one.get("name") if isinstance(one, dict) else one
        if isinstance(name, list):
            names += [plain(n) for n in name if isinstance(n, str)]
        elif isinstance(name, str):
            names.append(plain(name))
    if not names:
        for key in ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl"):
            names += [plain(n) for n in meta.get(key, ()) if not n.startswith("http")]
            if names:
                break
    clean = [re.sub(r"\A\s*by:?\s+", "", n, flags=re.I) for n in names]
    clean = [n for n in dict.fromkeys(clean) if n and len(n) < 80 and n.casefold() != site.casefold()]
    return ", ".join(clean) or None
