"""PDFs made by hand, each word where the test wants it."""

from __future__ import annotations

from dataclasses import dataclass

WIDTH, HEIGHT = 612, 792


@dataclass(frozen=True)
class Text:
    """A piece of a line: its place from the page's top left, in points."""

    x: float
    y: float
    text: str
    size: float = 10
    bold: bool = False
    turned: bool = False
    """It runs upwards."""


def column(words: str, x: float, y: float, letters: int, size: float = 10, indent: float = 0) -> list[Text]:
    """A paragraph broken into lines of so many letters."""
    rows: list[str] = [""]
    for word in words.split():
        if len(rows[-1]) + len(word) >= letters:
            rows.append("")
        rows[-1] = f"{rows[-1]} {word}".strip()
    return [Text(x + (indent if not n else 0), y + n * size * 1.3, row, size) for n, row in enumerate(rows)]


def pdf(pages: list[list[Text]], title: str = "", author: str = "", picture: bool = False) -> bytes:
    """The file. `picture` puts one pixel on every page, as a scanner would."""
    count = len(pages)
    kids = " ".join(f"{6 + 2 * n} 0 R" for n in range(count))
    objects: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        _font("Courier"),
        _font("Courier-Bold"),
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 "
        b"/Length 1 >>\nstream\n0\nendstream",
    ]
    for n, page in enumerate(pages):
        drawn = b"\n".join(map(_drawn, page)) + (b"\nq 500 0 0 700 50 40 cm /Im Do Q" if picture else b"")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {7 + 2 * n} 0 R "
            "/Resources << /Font << /F 3 0 R /B 4 0 R >> /XObject << /Im 5 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))
    objects.append(b"<< /Title (%s) /Author (%s) >>" % (_escaped(title), _escaped(author)))
    out, places = b"%PDF-1.4\n", []
    for i, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (i, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\n" % (size, size - 1)
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    return out + table + end + b"startxref\n%d\n%%%%EOF\n" % len(out)


def _font(name: str) -> bytes:
    """A font of the reader's own; its first two codes are ligatures."""
    return (
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding << /Type /Encoding /BaseEncoding "
        "/WinAnsiEncoding /Differences [1 /fi /fl] >> >>"
    ).encode()


def _drawn(piece: Text) -> bytes:
    matrix = "0 1 -1 0" if piece.turned else "1 0 0 1"
    place = f"BT /{'B' if piece.bold else 'F'} {piece.size} Tf {matrix} {piece.x} {HEIGHT - piece.y} Tm ("
    return place.encode() + _escaped(piece.text) + b") Tj ET"


def _escaped(text: str) -> bytes:
    data = text.replace("\ufb01", "\x01").replace("\ufb02", "\x02").encode("cp1252")
    return data.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
