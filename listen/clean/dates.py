"""The page's date of publication."""

from typing import Any


def published(root: Any, meta: dict[str, list[str]], main: dict[str, Any], url: str) -> str | None:
    """ISO 8601 date of first publication, or None."""
    from listen.clean.metadata import _text, iso

    for value in (
        _text(main.get("datePublished")),
        *(
            meta.get(k, [""])[0]
            for k in (
                "article:published_time",
                "datepublished",
                "date",
                "dc.date",
                "pubdate",
                "parsely-pub-date",
                "sailthru.date",
            )
        ),
    ):
        found = iso(value)
        if found:
            return found
    for el in root.iter("time"):
        found = iso(el.get("datetime") or "")
        if found:
            return found
    return None
