"""This module says what the classifier knows of a block by its own text and element."""

import re
from collections.abc import Sequence
from operator import attrgetter
from typing import Any, Final

import numpy as np

from listen.clean.dom.nouns import Candidate
from listen.clean.dom.text import STOPS, word_count

_KINDS = {
    kind: k
    for k, kind in enumerate(
        ("heading", "paragraph", "quote", "list_item", "table", "code", "formula", "figure")
    )
}
_TAGS = {
    "p": 1,
    "div": 2,
    "li": 3,
    "td": 4,
    "section": 5,
    "article": 6,
    "body": 7,
    "dd": 8,
    "dt": 9,
    "header": 10,
}
# Words that prose of some language cannot do without and labels, menus and names can.
_COMMON_TEXT = """
the of and to in a is that for it was on with as be by this are from at have not or but they an
which der die das und ist nicht ein eine zu den mit auf für dem des von le la les et est une du que
dans pour qui el los las con por para se su como más il di che è per del non o os um não da em het
een van dat op och att det som på er av til i w na się że и в не на что с по как это
"""
_COMMON: Final = frozenset(_COMMON_TEXT.split())
_SENTENCE = re.compile(rf"[{STOPS}][\"'”’»)\]]*(?:\s|\Z)")
_END = re.compile(rf"[{STOPS}][\"'”’»)\]]*\Z")
_DIGITS, _CAPITALS, _LETTERS = (
    bytes(code for code in range(128) if of(chr(code))) for of in (str.isdigit, str.isupper, str.isalpha)
)
_BEYOND = re.compile(r"[^\x00-\x7f]+")
"""Characters that are not of ASCII: few, in most languages."""


def _characters(text: str) -> tuple[int, int, int]:
    """Return how many digits, capitals and letters a text has."""
    if text.isascii():
        data = text.encode("ascii")
        n = len(data)
        return (
            n - len(data.translate(None, _DIGITS)),
            n - len(data.translate(None, _CAPITALS)),
            n - len(data.translate(None, _LETTERS)),
        )
    beyond = "".join(_BEYOND.findall(text))
    digits, capitals, letters = _characters(text.encode("ascii", "ignore").decode("ascii"))
    return (
        digits + sum(map(str.isdigit, beyond)),
        capitals + sum(map(str.isupper, beyond)),
        letters + sum(map(str.isalpha, beyond)),
    )


_AMOUNTS = attrgetter(
    "links", "bold", "italic", "button", "anchors", "hash_links", "images", "breaks", "level", "number"
)


def text_columns(cands: Sequence[Candidate]) -> Any:
    """Return one row for each candidate, of what its own text and element say."""
    texts = np.array([_of_text(c.text) for c in cands], float)
    amounts = np.array([_AMOUNTS(c) for c in cands], float)
    """NaN for a level or a number that is not there."""
    count, size = texts[:, 0], texts[:, 1]
    level, number = amounts[:, 8], amounts[:, 9]
    is_item = np.array([c.kind == "list_item" for c in cands])
    return np.column_stack(
        [
            count,
            size,
            size / count,
            np.minimum(1.0, amounts[:, :4] / size[:, None]),
            amounts[:, 4:8],
            texts[:, 2:],
            np.nan_to_num(level),
            np.where(np.isnan(number), -1, np.minimum(number, 50)),
            np.where(is_item, np.where(level > 0, level, 1), 0),
            [_TAGS.get(c.tag, 0) for c in cands],
            [_KINDS.get(c.kind, 9) for c in cands],
        ]
    )


def _of_text(text: str) -> tuple[float, ...]:
    size = len(text)
    lower = text[:600].lower().split()
    digits, capitals, letters = _characters(text[:300])
    return (
        word_count(text),
        size,
        text.count(",") + text.count("，") + text.count("、"),
        len(_SENTENCE.findall(text)),
        _END.search(text[-6:]) is not None,
        text[-1] in ":：",
        digits / min(size, 300),
        capitals / (letters or 1),
        text[0].islower(),
        not text[0].isalnum(),
        "?" in text,
        sum(map(_COMMON.__contains__, lower)) / len(lower),
        text.count("|"),
        "©" in text,
    )
