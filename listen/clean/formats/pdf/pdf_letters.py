"""The letters of a PDF with their places, through pypdfium2 (PDFium, the reader inside Chrome)."""

import ctypes
import threading
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot, isfinite
from typing import Any

from listen.errors import SourceError

MAX_PAGES = 2000
MAX_LETTERS = 4_000_000
"""Letters of the longest document, about 700,000 words; reading a million takes some five seconds."""
_WIDE = 0.9
"""Ems: white space from which on two pieces of a line may stand in two columns."""
_BOLD = ("bold", "black", "heavy")
_LIGATURES = {0xFB00 + n: text for n, text in enumerate(("ff", "fi", "fl", "ffi", "ffl", "ſt", "st"))}
_HYPHENS = dict.fromkeys((0x02, 0xAD, 0xFFFE), "-")
"""What PDFium gives for a hyphen at the end of a line."""
# PDFium is not made for threads.
_LOCK = threading.Lock()


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one size on one base line, without a wide gap; in points from the page's top left."""

    text: str
    x0: float
    x1: float
    y: float
    """The base line."""
    size: float
    bold: bool = False
    link: bool = False
    spaced: bool = False
    """White space stands before it in the file."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page's text, and what else tells of it."""

    width: float
    height: float
    runs: tuple[Run, ...]
    sideways: str
    """Text that is not set upright, in the file's order."""
    pictures: int


@dataclass(frozen=True, slots=True)
class Document:
    """All pages, and what the file says of itself."""

    pages: tuple[Page, ...]
    title: str
    author: str


def letters(data: bytes, name: str) -> Document:
    """The text of every page.

    Raises SourceError where pypdfium2 is missing, or the file is damaged, locked or too large.
    """
    try:
        import pypdfium2
    except ImportError as error:
        raise SourceError(
            f"{name}: is a PDF; to read it pip install pypdfium2, or save it as text"
        ) from error
    with _LOCK:
        try:
            document = pypdfium2.PdfDocument(data)
        except (pypdfium2.PdfiumError, ValueError, OSError) as error:
            if "password" in str(error).lower():
                raise SourceError(f"{name}: is a locked PDF; save it without a password") from error
            raise SourceError(f"{name}: is a damaged PDF; open it in a viewer and save it as text") from error
        try:
            if len(document) > MAX_PAGES:
                raise SourceError(f"{name}: has more than {MAX_PAGES} pages; give a part of it")
            about = document.get_metadata_dict()
            pages: list[Page] = []
            total = 0
            for page in document:
                pages.append(_page(page, name, MAX_LETTERS - total))
                total += sum(len(run.text) for run in pages[-1].runs)
            return Document(tuple(pages), about.get("Title", ""), about.get("Author", ""))
        except (pypdfium2.PdfiumError, ValueError) as error:
            raise SourceError(f"{name}: is a damaged PDF; open it in a viewer and save it as text") from error
        finally:
            document.close()


def _page(page: Any, name: str, most: int) -> Page:
    import pypdfium2.raw as raw

    width, height = page.get_size()
    try:
        text = page.get_textpage()
        if text.count_chars() > most:
            raise SourceError(f"{name}: has more than {MAX_LETTERS} letters; give a part of it")
        upright: list[Run] = []
        sideways: list[str] = []
        turn = page.get_rotation()
        left, bottom, right, top = page.get_mediabox()
        box = (left, bottom, right - left, top - bottom)
        rects = list(_link_rects(page, raw, turn, box))
        for run in _runs(text, raw, turn, box):
            if isinstance(run, str):
                sideways.append(run)
                continue
            middle = (run.x0 + run.x1) / 2
            linked = any(x0 <= middle <= x1 and y0 <= run.y <= y1 + 1 for x0, y0, x1, y1 in rects)
            upright.append(_with_link(run) if linked else run)
        pictures = sum(1 for _ in page.get_objects([raw.FPDF_PAGEOBJ_IMAGE], max_depth=3))
        return Page(width, height, tuple(upright), " ".join(sideways), pictures)
    finally:
        page.close()


def _with_link(run: Run) -> Run:
    return Run(run.text, run.x0, run.x1, run.y, run.size, run.bold, True, run.spaced)


def _turned(x: float, y: float, turn: int, box: tuple[float, float, float, float]) -> tuple[float, float]:
    """A point of the file, as seen: from the left and the top of the page, turned as the page is."""
    x, y, w, h = x - box[0], y - box[1], box[2], box[3]
    return {0: (x, h - y), 90: (y, x), 180: (w - x, y), 270: (h - y, w - x)}[turn % 360]


def _link_rects(
    page: Any, raw: Any, turn: int, box: tuple[float, float, float, float]
) -> Iterator[tuple[float, float, float, float]]:
    at, link, rect = ctypes.c_int(0), raw.FPDF_LINK(), raw.FS_RECTF()
    for _ in range(2000):
        if not raw.FPDFLink_Enumerate(page.raw, at, link):
            return
        if raw.FPDFLink_GetAnnotRect(link, rect):
            a = _turned(rect.left, rect.bottom, turn, box)
            b = _turned(rect.right, rect.top, turn, box)
            yield min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])


def _runs(page: Any, raw: Any, turn: int, box: tuple[float, float, float, float]) -> Iterator[Run | str]:
    """The runs of a page in the file's order; text that is not upright as a string."""
    x, y = ctypes.c_double(), ctypes.c_double()
    rect, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    held: list[str] = []
    x0 = x1 = base = size = 0.0
    bold = spaced = gap = False
    sideways: list[str] = []
    high = ""

    def done() -> Iterator[Run | str]:
        if held:
            yield Run("".join(held), x0, x1, base, size, bold, False, spaced)
            held.clear()

    for i in range(page.count_chars()):
        code = raw.FPDFText_GetUnicode(page, i)
        if 0xD800 <= code < 0xDC00:
            high = chr(code)
            continue
        letter = _HYPHENS.get(code) or _LIGATURES.get(code) or chr(code if code < 0x110000 else 0xFFFD)
        if 0xDC00 <= code < 0xE000:
            letter = (high + letter).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        high = ""
        if letter.isspace() or code == 0 or (raw.FPDFText_IsGenerated(page, i) == 1 and code not in _HYPHENS):
            gap = True
            continue
        raw.FPDFText_GetMatrix(page, i, matrix)
        across, down = _direction(matrix.a, matrix.b, turn)
        raw.FPDFText_GetCharOrigin(page, i, x, y)
        raw.FPDFText_GetLooseCharBox(page, i, rect)
        placed = all(map(isfinite, (x.value, y.value, rect.left, rect.bottom, rect.right, rect.top)))
        if across <= 0 or abs(down) > 0.2 * across or not placed:  # a damaged file has letters nowhere
            if gap and sideways:
                sideways.append(" ")
            sideways.append(letter)
            gap = False
            continue
        new_size = raw.FPDFText_GetFontSize(page, i) * hypot(matrix.c, matrix.d) or 1.0
        _, at = _turned(x.value, y.value, turn, box)
        edges = [_turned(rect.left, rect.bottom, turn, box)[0], _turned(rect.right, rect.top, turn, box)[0]]
        left, right = min(edges), max(edges)
        if held:
            em = max(size, new_size)
            forward = unicodedata.bidirectional(letter[0]) not in ("R", "AL")
            space = left - x1 if forward else x0 - right
            same = abs(new_size - size) <= 0.1 * em and abs(at - base) <= 0.12 * em
            if not same or space > _WIDE * em or space < -0.6 * em:
                yield from done()
            elif gap or space > 0.3 * em:
                held.append(" ")
        if not held:
            x0, x1, base, size, spaced = left, right, at, new_size, gap
            bold = _is_bold(page, raw, i)
        held.append(letter)
        x0, x1 = min(x0, left), max(x1, right)
        gap = False
    yield from done()
    if sideways:
        yield "".join(sideways)


def _direction(a: float, b: float, turn: int) -> tuple[float, float]:
    """Return where a letter's line runs, as seen: across and down."""
    return {0: (a, -b), 90: (b, a), 180: (-a, b), 270: (-b, -a)}[turn % 360]


def _is_bold(page: Any, raw: Any, i: int) -> bool:
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    raw.FPDFText_GetFontInfo(page, i, name, 128, flags)
    return any(word in name.value.decode("utf-8", "replace").lower() for word in _BOLD)
