"""Bytes to text."""

# ruff: noqa: E501 - a table of cases reads best with one case a line

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listen.clean.dom.decode import decode, mended, tidy

CAFE = "Café „fermé“ à huit heures – naïve"


@pytest.mark.parametrize(
    ("data", "charset", "text"),
    [
        (CAFE.encode(), None, CAFE),
        (CAFE.encode(), "iso-8859-1", CAFE),
        (CAFE.encode("cp1252"), None, CAFE),
        (CAFE.encode("cp1252"), "iso-8859-1", CAFE),
        ("Привет, мир, это газета".encode("cp1251"), "windows-1251", "Привет, мир, это газета"),
        ("<meta charset=koi8-r>Привет, мир".encode("koi8-r"), None, "<meta charset=koi8-r>Привет, мир"),
        ("日本語の文章です。".encode("cp932"), "Shift_JIS", "日本語の文章です。"),
        ("日本語の文章です。".encode("euc_jp"), "euc-jp", "日本語の文章です。"),
        ("中文新闻报道。".encode("gb18030"), "gb2312", "中文新闻报道。"),
        (CAFE.encode("utf-16"), None, CAFE),
        (CAFE.encode("utf-16-be"), None, CAFE),
        (CAFE.encode("utf-8-sig"), "latin-1", CAFE),
        (CAFE.encode(), "no-such-charset", CAFE),
        (b"caf\xe9 is broken in a \xe2\x80\x9clong\xe2\x80\x9d \xc3\xa9 \xc3\xa9 \xc3\xa9 \xc3\xa9 \xc3\xa9 \xc3\xa9 \xc3\xa9 \xc3\xa9 page",
         None,
         "caf  is broken in a “long” é é é é é é é é page"),
    ],
)  # fmt: skip
def test_encodings(data: bytes, charset: str | None, text: str) -> None:
    assert decode(data, charset) == text


def test_what_was_encoded_twice_is_mended() -> None:
    once = "\n".join(["“It’s a café”, she said – naïve"] * 3).encode()
    twice = "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in once)
    assert "â€™" in twice
    assert "It’s a café" in decode(twice.encode())


def test_characters_that_no_voice_should_meet() -> None:
    assert tidy("a\x00b\u00adc\u200bd\ufeffe\u202ef\x92g") == "a bcdef’g"
    assert tidy("می‌خواهم 👨‍👩‍👧") == "می‌خواهم 👨‍👩‍👧"


@given(st.binary(max_size=400))
def test_any_bytes_become_text_without_controls(data: bytes) -> None:
    text = decode(data)
    assert not any(ord(c) < 32 and c not in "\t\n\r\x1b" for c in text)
    assert "\ufffd" not in text


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cf")), max_size=300))
def test_utf_8_comes_back_whole(text: str) -> None:
    if not any(mark in text for mark in "ÂÃâð"):
        assert decode(text.encode()) == tidy(text)


def garbled(text: str, times: int = 1) -> str:
    """Text whose UTF-8 was read as cp1252, as browsers read it: the five holes as control characters."""
    for _ in range(times):
        text = "".join(
            chr(b) if b in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else bytes([b]).decode("cp1252")
            for b in text.encode()
        )
    return text


@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize(
    "text",
    [
        "It’s “naïve” — café, Zürich.",
        "Привет, мир! Как дела сегодня?",
        "Łódź, Kraków i Gdańsk są piękne, “mówi” ślązak.",
        "“Ελλάδα” και “Κύπρος”, είπε.",
        "Twelve euros: 12 € — “a bargain”, she’d say… 🙂",
    ],
)
def test_text_that_was_encoded_twice_or_thrice_is_whole_again(text: str, times: int) -> None:
    assert mended(garbled(text, times) * 3) == text * 3


def test_one_sign_elsewhere_does_not_keep_a_text_garbled() -> None:
    assert (
        mended(garbled("It’s “naïve”, she’d say. ") * 2 + "日本 €5 — ’")
        == "It’s “naïve”, she’d say. " * 2 + "日本 €5 — ’"
    )


@pytest.mark.parametrize(
    "text",
    [
        "“IRMÔ e “MANHÔ, “AMANHÔ e “ROMÔ: palavras em maiúsculas.",
        "Â£ and Ã are only letters here.",
        "TẦN, TÂN, “TÂN”, “ÂU” — tiếng Việt viết hoa.",
        "À bientôt, “ça va” ? Âme, Ânier, Âtre.",
        "Das kostet 5 € – „naïve“ Käufer zahlen mehr…",
    ],
)
def test_text_that_only_looks_garbled_stays(text: str) -> None:
    assert mended(text) == text
