from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listen.storage import file_names


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("Short words.", "Short words"),
        ("One two three four five six seven", "One two three four five six seven"),
        ("One two three four five six seven, eight nine.", "One two three four five six seven…"),
        ("", ""),
        ("吾" * 100, "吾" * 40 + "…"),
    ],
)
def test_opening_words(text: str, opening: str) -> None:
    assert file_names.opening_words(text) == opening


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("British and American", "British and American"),
        ("What? Why: a/b\\c", "What Why a b c"),
        ("...", "Article"),
        ("", "Article"),
        ("con", "Article con"),
        ("Aux. armes", "Article Aux. armes"),  # a device of Windows, whatever stands behind it
        ("Con artists", "Con artists"),
        ("Auxiliary", "Auxiliary"),
        ("../../etc/passwd", "etc passwd"),
    ],
)
def test_file_name(title: str, name: str) -> None:
    assert file_names.file_name(title) == name


@given(st.text(max_size=400))
def test_a_file_name_is_always_usable(title: str) -> None:
    name = file_names.file_name(title)
    assert name
    assert len(name.encode()) <= file_names.FILE_BYTES + len("Article ")
    assert not set(name) & set('<>:"/\\|?*\0\n')
    assert name == name.strip(" ")
    assert name not in (".", "..")
