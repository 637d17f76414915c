"""The cover: made, or checked."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from listen.errors import FeedError
from listen.feed import cover
from listen.library import Library, Show
from tests.examples import few


def picture(size: tuple[int, int], kind: str = "PNG", mode: str = "RGB") -> bytes:
    out = io.BytesIO()
    Image.new(mode, size).save(out, kind)
    return out.getvalue()


@pytest.mark.parametrize(
    "title", few(["My listening", "読む", "A very " * 20, "Donaudampfschifffahrtsgesellschaft" * 3, ""], 2)
)
def test_a_made_cover_is_what_apps_take(title: str) -> None:
    data = cover.make(title, "Somebody")
    assert cover.problems_of(data) == ([], ".png")
    assert data == cover.make(title, "Somebody")
    with Image.open(io.BytesIO(data)) as image:
        assert (image.size, image.mode, image.format) == ((1400, 1400), "RGB", "PNG")
    assert len(data) < 300_000


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (picture((1400, 1200)), "square"),
        (picture((600, 600)), "1400 to 3000"),
        (picture((3100, 3100)), "1400 to 3000"),
        (picture((1400, 1400), "GIF"), "JPEG or PNG"),
        (picture((1400, 1400), "JPEG", "CMYK"), "RGB"),
        (b"no picture", "cannot be read"),
        (picture((1400, 1400))[:500], "cannot be read"),
    ],
)
def test_a_given_cover_is_checked(data: bytes, problem: str, tmp_path: Path) -> None:
    path = tmp_path / "x.png"
    path.write_bytes(data)
    with pytest.raises(FeedError, match=problem):
        cover.take(Library(tmp_path / "library"), path)


def test_another_picture_has_another_address(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "x.jpeg"
    path.write_bytes(picture((1500, 1500), "JPEG"))
    name = cover.take(library, path)
    assert name.endswith(".jpg")
    assert cover.ensure(library, Show(image=name)).read_bytes() == path.read_bytes()
    path.write_bytes(picture((1400, 1400), "JPEG"))
    assert cover.take(library, path) != name
    assert cover.ensure(library, Show(title="a")) != cover.ensure(library, Show(title="b"))
    with pytest.raises(FeedError, match="gone"):
        cover.ensure(library, Show(image="cover-0000000000.png"))
