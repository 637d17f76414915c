"""Long reads and whole books on one page come out whole; what surrounds them does not."""

from __future__ import annotations

import pytest

from listen.clean import clean
from tests.clean.hostile import wrap

NOUNS = """
harbour captain letter winter morning company island crossing window mayor station bread garden evening
teacher river bridge market silence paper uncle village road engine summer doctor
"""
WORDS = NOUNS.split()


def prose(chapter: int, k: int) -> str:
    """A paragraph of some fifty words that is like no other."""
    start = chapter * 131 + k * 17
    sentences = []
    for s in range(3):
        a, b, c, d = (WORDS[(start * (s + 2) + j * (k + 3)) % len(WORDS)] for j in range(4))
        sentences.append(
            f"On day {start + s} the {a} was nowhere near the {b}, and nobody in the {c} spoke of the {d}."
        )
    return " ".join(sentences)


def book(chapters: int, size: int, wrapped: bool) -> tuple[str, list[str]]:
    """The page and the passages that must come out."""
    inside, wanted = ["<h1>The last ferry</h1>"], []
    for chapter in range(1, chapters + 1):
        passages = [prose(chapter, k) for k in range(size)]
        wanted += [f"Chapter {chapter}", *passages]
        body = f"<h2>Chapter {chapter}</h2>" + "".join(f"<p>{p}</p>" for p in passages)
        inside.append(f"<div class=chapter>{body}</div>" if wrapped else body)
    return "".join(inside), wanted


@pytest.mark.parametrize("wrapped", [False, True])
@pytest.mark.parametrize("chapters", [6, 20])
def test_a_book_comes_out_whole(chapters: int, wrapped: bool) -> None:
    inside, wanted = book(chapters, 30, wrapped)
    menu = "<nav><ul><li><a href=/>Home</a></li><li><a href=/books>All books</a></li></ul></nav>"
    comment = f"<div class=comments><div class=comment><p>{prose(99, 1)}</p></div></div>"
    got = [block.text for block in clean(wrap(menu, comment, inside)).blocks]
    assert [text for text in got if text != "The last ferry"] == wanted
