"""This module says what a browser needs to install the application."""

from __future__ import annotations

import json
from typing import Any

TYPES = {
    "css": "text/css", "js": "text/javascript", "svg": "image/svg+xml", "png": "image/png",
    "json": "application/json",
}  # fmt: skip
"""Of static files, by their endings."""


def manifest(title: str) -> bytes:
    """The web app manifest; its addresses are below wherever it is found, with or without a token."""
    icons = [
        {"src": f"static/icon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
        for size in (192, 512)
        for purpose in ("any", "maskable")
    ]
    form: dict[str, Any] = {
        "id": "./", "name": title, "short_name": title[:12], "start_url": "./", "scope": "./",
        "display": "standalone", "background_color": "#fffefb", "theme_color": "#9b1b24",
        "description": "Articles, read aloud.", "categories": ["news", "books", "productivity"],
        "icons": icons,
        "shortcuts": [{"name": "Add", "url": "./add"}],
        # By GET: the page that opens is filled, and nothing happens before its reader presses the button.
        "share_target": {
            "action": "./add", "method": "GET", "params": {"title": "title", "text": "text", "url": "url"},
        },
    }  # fmt: skip
    return json.dumps(form, ensure_ascii=False, indent=1).encode()
