"""This module says where sentences end: exact spans, for any text in any language.

A text is cut at blank lines and list items first. Within a piece every run of terminators is then judged by
`sentences_stops`, with the words of `sentences_english`, `sentences_latin` and
`sentences_scripts`.
"""

from __future__ import annotations

import re
from itertools import pairwise

from listen.segment.sentences_rules import Rules, rules_for
from listen.segment.sentences_stops import Stop, cut

_SPACE = re.compile(r"[^\S ]")
_BREAK = re.compile(r"[\n\r\x85\u2028\u2029]")
_BLANK = re.compile(r"(?:\r\n|[\n\r\x85\u2028])[^\S\n\r\x85\u2028]*(?:\r\n|[\n\r\x85\u2028])\s*|\u2029\s*")
_BULLET = re.compile(r"(?<!\S)[•⁃‣◦▪▫●○■□◆➢➤✓✔](?=\s*\w)")
_ITEM = re.compile(r"(?<!\S)(?:[•⁃‣◦▪●]\s*)?\(?([0-9]{1,3}|[a-z])(\.\)|[.)])(?=\s+\S)")
_MAY_BE_ITEM = re.compile(r"[\s(•⁃‣◦▪●](?:[0-9]{1,3}|[a-z])[.)]")
"""What every match of that holds, with a space before the text: a third of the time to look for."""
_FIGURE = re.compile(r"\s{0,9}[0-9]{1,3}\.\s{1,9}(\w{0,40})")
_ANNOUNCED = ".:?!"
"""What may stand before the first item of a list that does not open a paragraph: `three steps: 1. …`"""


def sentence_spans(text: str, lang: str = "en") -> list[tuple[int, int]]:
    """The sentences of `text` as (start, end) character offsets, in order.

    Spans carry no white space at their ends, and together they hold every character that is not white
    space. `lang` is a BCP 47 or ISO 639 tag; languages without rules of their own get the general ones.
    """
    rules = rules_for(lang)
    flat = _SPACE.sub(" ", text)
    spans: list[tuple[int, int]] = []
    for start, end in _pieces(text, flat, rules):
        _split(flat, start, end, rules, spans)
    return spans


def _pieces(text: str, flat: str, rules: Rules) -> list[tuple[int, int]]:
    """Ranges that no sentence crosses: paragraphs and list items."""
    cuts = {0, len(text)}
    if _BREAK.search(text):
        cuts.update(found.end() for found in _BLANK.finditer(text))
    if not text.isascii():
        cuts.update(found.start() for found in _BULLET.finditer(flat))
    pieces = list(pairwise(sorted(cuts)))
    for start, end in pieces:
        cuts.update(_items(flat, start, end, rules))
    return list(pairwise(sorted(cuts))) if len(cuts) > len(pieces) + 1 else pieces


def _items(flat: str, start: int, end: int, rules: Rules) -> list[int]:
    """Return where the items of a list begin: markers of one style, counting up from the first.

    The first opens the paragraph, or follows a colon or a sentence's end (then only as `1.` or `1.)`, for
    `1) …, 2) … and 3) …` is a sentence).
    """
    items: list[int] = []
    if _MAY_BE_ITEM.search(f" {flat[start:end]}") is None:
        return items
    first = _FIGURE.match(flat, start, end) if rules.ordinals else None
    if first and first.group(1) not in rules.starters:
        return items  # `1. Mai bis 2. Juni`
    expected = ""
    for found in _ITEM.finditer(flat, start, end):
        label, style = found.group(1), found.group(2)
        if expected:
            if expected != label + style:
                continue
            items.append(found.start())
        elif flat[start : found.start()].strip() and not (
            label == "1" and style != ")" and flat[found.start() - 2 : found.start() - 1] in _ANNOUNCED
        ):
            continue
        expected = (str(int(label) + 1) if label.isdecimal() else chr(ord(label) + 1)) + style
    return items


def _split(flat: str, start: int, end: int, rules: Rules, spans: list[tuple[int, int]]) -> None:
    """Append the sentences of flat[start:end]."""
    while start < end and flat[start] == " ":
        start += 1
    for found in rules.ends.finditer(flat, start, end):
        at, stop = found.span()
        if at < start or stop >= end:
            continue
        edge = cut(Stop(flat, start, at, stop, end, found.group(1), found.group(2)), rules)
        if edge:
            spans.append((start, edge))
            start = edge
            while start < end and flat[start] == " ":
                start += 1
    while end > start and flat[end - 1] == " ":
        end -= 1
    if end > start:
        spans.append((start, end))
