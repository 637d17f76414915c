"""The show's picture: made when there is none (the title on a colour), checked when there is one.

Pillow, because a title needs a font and apps refuse anything but sound JPEG and PNG: it brings both.
"""

from __future__ import annotations

import colorsys
import hashlib
import io
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from listen.errors import FeedError
from listen.library import Library, Show
from listen.storage import whole

if TYPE_CHECKING:
    from PIL import ImageDraw, ImageFont

SIZE = 1400
"""Pixels; apps take 1400 to 3000."""
LARGEST = 3000
TYPES = {"PNG": ".png", "JPEG": ".jpg"}
_FONTS = (
    "/usr/share/fonts/truetype/noto/NotoSans-Bold.ttf",
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc",
    "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf",
    "/System/Library/Fonts/Supplemental/Arial Unicode.ttf",
    "C:/Windows/Fonts/msyh.ttc",
    "C:/Windows/Fonts/arialbd.ttf",
)


def ensure(library: Library, show: Show) -> Path:
    """The picture's file beside the show's description, named by its content; made if the show has none."""
    if show.image:
        path = library.described / show.image
        if not path.is_file():
            raise FeedError(f"the cover {path} is gone: give one with listen feed init --image")
        return path
    name = hashlib.sha256(repr((1, show.title, show.author)).encode()).hexdigest()[:10]
    path = library.described / f"cover-{name}.png"
    if not path.is_file():
        path.parent.mkdir(parents=True, exist_ok=True)
        whole.write(path, make(show.title, show.author))
    return path


def take(library: Library, path: Path) -> str:
    """Copy the user's picture into the library after a check; returns its name there."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise FeedError(f"cannot read the cover {path}: {error.strerror}") from error
    problems, ending = problems_of(data)
    if problems:
        raise FeedError(f"the cover {path.name} will not do: {'; '.join(problems)}")
    name = f"cover-{hashlib.sha256(data).hexdigest()[:10]}{ending}"
    library.described.mkdir(parents=True, exist_ok=True)
    whole.write(library.described / name, data)
    return name


def problems_of(data: bytes) -> tuple[list[str], str]:
    """Return what apps would refuse in a picture, and the ending its content asks for."""
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(data)) as image:
            kind, mode, (width, height) = image.format or "", image.mode, image.size
            if width * height <= LARGEST * LARGEST * 4:
                image.verify()
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        return [f"it cannot be read as a picture ({str(error).splitlines()[0]:.80})"], ""
    found = []
    if kind not in TYPES:
        found.append(f"it is {kind}: save it as JPEG or PNG")
    if width != height:
        found.append(f"it is {width} × {height}: make it square")
    if not SIZE <= min(width, height) <= max(width, height) <= LARGEST:
        found.append(f"it is {width} × {height}: apps take {SIZE} to {LARGEST} pixels")
    if mode not in ("RGB", "RGBA", "P", "L"):
        found.append(f"its colours are {mode}: save it as RGB")
    return found, TYPES.get(kind, "")


def make(title: str, author: str = "") -> bytes:
    """A PNG: the title, as large as it fits, on a colour that the title chooses. Same title, same bytes."""
    from PIL import Image, ImageDraw

    hue = hashlib.sha256(title.encode()).digest()[0] / 256
    back = _rgb(hue, 0.28, 0.55)
    image = Image.new("RGB", (SIZE, SIZE), back)
    draw = ImageDraw.Draw(image)
    band = _rgb((hue + 0.08) % 1, 0.38, 0.6)
    for n, height in enumerate((90, 170, 260, 330, 240, 300, 180, 110)):  # a wave form: it is to be heard
        x = 120 + n * 150
        draw.rounded_rectangle((x, 1130 - height // 2, x + 90, 1130 + height // 2), radius=45, fill=band)
    _text(draw, title, (120, 120, SIZE - 120, 800), 190)
    if author and author != title:
        _text(draw, author, (120, 830, SIZE - 120, 930), 64)
    out = io.BytesIO()
    image.save(out, "PNG", compress_level=9, dpi=(72, 72))
    return out.getvalue()


def _text(draw: ImageDraw.ImageDraw, text: str, box: tuple[int, int, int, int], largest: int) -> None:
    left, top, right, bottom = box
    for size in range(largest, 24, -6):
        font = _font(size, text)
        if font is None:
            return  # no font here has these letters: boxes in their place would be worse than none
        lines = _wrap(draw, text, font, right - left)
        height = int(size * 1.18)
        if lines and len(lines) * height <= bottom - top:
            for n, line in enumerate(lines):
                draw.text((left, top + n * height), line, font=font, fill=(255, 255, 255))
            return


def _wrap(
    draw: ImageDraw.ImageDraw, text: str, font: ImageFont.FreeTypeFont | ImageFont.ImageFont, width: int
) -> list[str] | None:
    """Lines no wider than `width`, or None if a word is."""
    words = text.split() if " " in text or len(text) < 14 else list(text)
    lines: list[str] = []
    for word in words:
        joined = (
            f"{lines[-1]} {word}" if lines and words != list(text) else (lines[-1] if lines else "") + word
        )
        if lines and draw.textlength(joined, font=font) <= width:
            lines[-1] = joined
        elif draw.textlength(word, font=font) <= width:
            lines.append(word)
        else:
            return None
    return lines


@lru_cache(maxsize=64)
def _font(size: int, text: str) -> ImageFont.FreeTypeFont | ImageFont.ImageFont | None:
    """The font that comes with Pillow if it has the letters, else one of the system's that has."""
    from PIL import ImageFont

    own = ImageFont.load_default(size)
    if all(ord(c) < 0x250 for c in text):
        return own
    for path in _FONTS:
        try:
            font = ImageFont.truetype(path, size)
        except OSError:
            continue
        if _has(font, text):
            return font
    return None


def _has(font: ImageFont.FreeTypeFont, text: str) -> bool:
    """Return whether a font draws every letter otherwise than what it has no drawing for."""
    missing = bytes(font.getmask("\uffff"))
    return all(bytes(font.getmask(c)) != missing for c in set(text) if not c.isspace())


def _rgb(hue: float, light: float, strength: float) -> tuple[int, int, int]:
    r, g, b = colorsys.hls_to_rgb(hue, light, strength)
    return round(r * 255), round(g * 255), round(b * 255)
