"""The cover: the picture that was given, or the title set in type."""

from __future__ import annotations

import textwrap
import unicodedata
from dataclasses import dataclass
from html import escape

from listen.model import Article
from listen.page.language import direction

WIDTH, HEIGHT = 1600, 2560
MARGIN = 150
SERIF = "Charter, 'Iowan Old Style', 'Noto Serif', Georgia, serif"


@dataclass(frozen=True, slots=True)
class Cover:
    """A file of the book."""

    name: str
    media_type: str
    data: bytes


def of(picture: bytes, title: str, article: Article) -> Cover:
    """`picture` (JPEG or PNG) as it is; without one, a drawn cover."""
    if picture:
        kind = "png" if picture.startswith(b"\x89PNG") else "jpeg"
        return Cover(f"cover.{'jpg' if kind == 'jpeg' else kind}", f"image/{kind}", picture)
    return Cover("cover.svg", "image/svg+xml", _drawn(title, article).encode())


def _drawn(title: str, article: Article) -> str:
    size, lines = _set(title)
    rtl = direction(article.lang) == "rtl"
    x = WIDTH - MARGIN if rtl else MARGIN
    top = 640
    spans = "".join(
        f'<tspan x="{x}" y="{top + n * size * 1.16:.0f}">{escape(line, quote=False)}</tspan>'
        for n, line in enumerate(lines)
    )
    site = escape(article.site or "", quote=False)
    author = escape(article.byline or "", quote=False)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">
<title>{escape(title, quote=False)}</title>
<rect width="{WIDTH}" height="{HEIGHT}" fill="#fffefb"/>
<rect x="{MARGIN}" y="330" width="{WIDTH - 2 * MARGIN}" height="4" fill="#16181b"/>
<rect x="{MARGIN}" y="342" width="{WIDTH - 2 * MARGIN}" height="14" fill="#16181b"/>
<g font-family="{SERIF}" fill="#16181b" direction="{"rtl" if rtl else "ltr"}">
<text x="{WIDTH // 2}" y="270" font-size="84" font-weight="700" text-anchor="middle">{site}</text>
<text font-size="{size}" font-weight="700">{spans}</text>
<text x="{x}" y="{HEIGHT - 330}" font-size="72" fill="#5a5d61">{author}</text>
</g>
<g stroke="#9b1b24" stroke-width="16" stroke-linecap="round">
<path transform="translate({MARGIN} 0)" d="M8 2390v60M58 2340v160M108 2290v260M158 2350v140M208 2395v50"/>
</g>
</svg>
"""


def _set(title: str) -> tuple[int, list[str]]:
    """The largest size at which the title fits, and its lines."""
    for size in (180, 150, 120, 96, 76):
        width = int((WIDTH - 2 * MARGIN) / (size * 0.61))
        lines = _wrap(title, width)
        if len(lines) * size * 1.16 < 1300:
            return size, lines
    return size, [*lines[:14], "…"]


def _wrap(title: str, width: int) -> list[str]:
    """Lines of at most `width` narrow characters; East Asian ones are wide, and part anywhere."""
    wide = sum(unicodedata.east_asian_width(ch) in "WF" for ch in title)
    return textwrap.wrap(title, width // 2 if wide > len(title) / 2 else width)
