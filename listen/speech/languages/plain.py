"""Any other language: words and figures go to the engine as they stand, it knows its numbers best."""

from __future__ import annotations

import re

from listen.speech.reader import LETTERS
from listen.speech.rules import Here, Rule, Said, whole


def _as_written(m: re.Match[str], here: Here) -> Said | None:
    return whole(m, m.group().strip())


_FIGURE = rf"\d+(?:[.,:/\u066b\u066c]\d+)*(?:\s?[%٪€$£¥°])?(?:{LETTERS}|\d)*"


class Plain:
    """No rules but: a figure keeps its sign, its separators and its unit's sign."""

    triggers: frozenset[str] = frozenset()
    letters = (Rule(rf"(?:{LETTERS}|\d)+(?:[.'’@_-](?:{LETTERS}|\d)+)*", _as_written),)
    digits = (Rule(_FIGURE, _as_written),)
    symbols = (
        Rule(rf"(?<!\w)[$€£¥₹-]{_FIGURE}", _as_written),
        Rule(r"[%٪€$£¥₹°&+=@#§©]", _as_written),
    )


PLAIN = Plain()
