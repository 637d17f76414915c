"""Arrows between words, and bounds before a figure: "File → Save", "<= 3 days", "age>65"."""

from __future__ import annotations

from listen.speech.rules import Here, Rule, Said, whole
from listen.speech.writing import patterns as re


def _compare(m: re.Match[str], here: Here) -> Said | None:
    return whole(m, {"<": "less than", ">": "more than"}[m["c"]])


def _greater(m: re.Match[str], here: Here) -> Said | None:
    return whole(m, "is less than" if m["c"] == "<" else "is greater than")


_OPEN_TAG = re.compile(r"</?[A-Za-z][^<>]{0,40}\Z|-\w{0,20}\Z")


def _compare_tied(m: re.Match[str], here: Here) -> Said | None:
    """ "achieve>95%", "age<18": no end of a tag."""
    tag = _OPEN_TAG.search(here.text, max(0, m.start() - 42), m.start())
    return None if tag else _compare(m, here)


SYMBOLS = (
    Rule(
        r"(?P<c>[<>])(?<=[a-z]{2}\s.)(?=\s[A-Z](?:%|\s(?:%|[A-Za-zµ]{1,4}\b)))", _compare
    ),  # strength > X MPa
    Rule(r"(?P<c>[<>])(?<=(?<!\w)[a-zA-Z]\s.)(?=\s[a-zA-Z](?![\w'’]))", _greater),  # n > m
    Rule(r"<(?<=[a-z]{3}\s<)(?=\s[a-z]{3,14}(?:[\s.,;)]|\Z))", lambda m, h: whole(m, "less than")),
    Rule(
        r">(?:(?<=[^\W\d_]{2}\s>)|(?<=[”\"’]\s>))(?=\s[“\"‘]?[A-Z][\w&])|›(?<=\s›)(?=\s)",
        lambda m, h: whole(m, ","),
    ),  # Home > News
    Rule(r"\A>{1,3}(?=\s\d[\d.]{0,8}\s?[*+/-])", lambda m, h: Said((("", *m.span()),), m.end())),  # a prompt
    Rule(r"[→⟶⇒➔➜➝▶►](?<=[\w)”\"’]{2}\s.)\ufe0f?(?=\s[“\"‘]?[^\W\d]{2})", lambda m, h: whole(m, ",")),
    Rule(  # the boxes and ticks of a list in one line
        r"[☐☑☒✓✔✖✗✘▪■●◆◦‣▸](?:(?<=[\w)!?”’] .)|(?<=[\w)]\n.))\ufe0f?\s?(?=[A-Z\d])",
        lambda m, h: whole(m, ","),
    ),
    Rule(
        r"(?P<c>[<>])=(?<![^\s(\[|]..)(?<![\w)\]]\s..)(?=\s?[$£€]?\.?\d)",
        lambda m, h: whole(m, "at most" if m["c"] == "<" else "at least"),
    ),
)
BOUNDS = (
    Rule(r"(?<![^\s\d,(\[“\"|/–—])(?P<c>[<>])\s?(?=[\d$£€])", _compare),
    Rule(r"(?:(?<=[\s(][A-Za-z])|(?<=\A[A-Za-z]))(?P<c>[<>])\s?(?=\.?\d)", _compare),  # P<.001
    Rule(r"(?<=[A-Za-z]\s)(?P<c>[<>])\s(?=\.\d)", _compare),
    Rule(r"(?P<c>[<>])(?<=[A-Za-z].)(?=[$£€]?\d)", _compare_tied),
)
