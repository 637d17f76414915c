"""Less and more than a figure: "BMI > 30", "achieve>95%", "age<18"."""

from __future__ import annotations

import re

from listen.speech.rules import Here, Rule, Said, whole


def _compare(m: re.Match[str], here: Here) -> Said | None:
    return whole(m, {"<": "less than", ">": "more than"}[m["c"]])


_OPEN_TAG = re.compile(r"</?[A-Za-z][^<>]{0,40}\Z|-\w{0,20}\Z")


def _compare_tied(m: re.Match[str], here: Here) -> Said | None:
    """ "achieve>95%", "age<18": no end of a tag."""
    tag = _OPEN_TAG.search(here.text, max(0, m.start() - 42), m.start())
    return None if tag else _compare(m, here)


SYMBOLS = (
    Rule(r"(?<![^\s\d,(\[“\"|/–—])(?P<c>[<>])\s?(?=[\d$£€])", _compare),
    Rule(r"(?:(?<=[\s(][A-Za-z])|(?<=\A[A-Za-z]))(?P<c>[<>])\s?(?=\.?\d)", _compare),  # P<.001
    Rule(r"(?<=[A-Za-z]\s)(?P<c>[<>])\s(?=\.\d)", _compare),
    Rule(r"(?P<c>[<>])(?<=[A-Za-z].)(?=[$£€]?\d)", _compare_tied),
)
