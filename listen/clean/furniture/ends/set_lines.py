"""This module says where the lines of a passage, parted by breaks alone, are read apart: a list of things, a
label over what it is for, lines with bullets. Lines of prose, which the page's width broke, stay together.
"""

import re
from dataclasses import replace
from itertools import pairwise

from listen.clean.dom.text import STOPS, word_count
from listen.clean.metadata.page_language import LATIN, known_words
from listen.model import Block

_KINDS = ("paragraph", "quote", "list_item")
_CLOSED = re.compile(rf"[{STOPS}:：;,、，–—/&+-][\"'”’»)\]]*\Z")
"""How a line ends after which there is a pause anyway, or none should be."""
_BULLET = re.compile(r"(?:[•·▪►▸✓✔●○■*+–—-]|\(?(?:\d{1,2}|[a-z])[.)])\s(?=\S)")
"""How an item begins that is set with a sign or a number of its own."""
_BEGINS = re.compile(r"[\"'“„«‘(\[¿¡]*(?:[^\W_a-zß-ÿ]|\d)")
"""How a line begins that can be read by itself: not in small letters."""
_LAST_WORD = re.compile(r"(,?)\s[\"'“„«(]*([^\W\d_]{1,8})\Z")
_HEADWORD = re.compile(r"[^\s,]{2,40}(?: [^\s,]{2,40})?, [^\W\d_]{1,4}")
"""A name as dictionaries turn it (“Strategy, the”): what follows may begin in small letters."""
_LEAST, _SHARE, _MEAN = 3, 2 / 3, 12
"""Lines of a list, the part of its breaks at which they can be read apart, and its mean words. On one set's
pages all 70 such passages are lists, addresses, data or verse.
"""
_LABEL, _LABEL_CHARS = 8, 60
"""Words and characters of the longest label; lines of prose are as long as the page is wide."""


def set_apart(block: Block, lines: tuple[str, ...], lang: str) -> list[Block]:
    """Return a block of an article in `lang` as one or more, parted at its `lines`."""
    if len(lines) < 2 or block.kind not in _KINDS:
        return [block]
    breaks = _breaks(lines, lang)
    cuts = [0]
    at = len(lines[0])
    for line, parts in zip(lines[1:], breaks, strict=True):
        # Words may have been taken out of a line, or the passage's end cut off.
        begins = (line[:size].partition("[")[0].rstrip() or line[:size] for size in _FOUND_BY)
        places = (block.text.find(begin, max(0, at - _TAKEN)) for begin in begins)
        if (found := next((place for place in places if place >= 0), -1)) < 0:
            continue
        if parts and found > cuts[-1]:
            cuts.append(found)
        at = found + len(line)
    texts = [block.text[a:b].strip() for a, b in pairwise([*cuts, len(block.text)])]
    out = [replace(block, text=text) for text in texts if any(map(str.isalnum, text))]
    return [out[0], *(replace(part, number=None) for part in out[1:])] if len(out) > 1 else [block]


_FOUND_BY, _TAKEN = (24, 10), 40
"""Characters by which a line is found again in its passage, and how far before its place it is looked for."""


def _breaks(lines: tuple[str, ...], lang: str) -> list[bool]:
    """Return for each break between two lines whether they are read apart."""
    able = [_able(one, two, lang) for one, two in pairwise(lines)]
    words = [word_count(line) for line in lines]
    # A colon leads from a list's name to its first thing.
    parted = sum(ok or one.endswith(":") for ok, one in zip(able, lines[:-1], strict=True))
    short = len(lines) >= _LEAST and sum(words) <= _MEAN * len(lines)
    listed = short and any(able) and parted >= _SHARE * len(able)
    out = []
    begins = True  # Whether the line before the break begins a sentence.
    for i, (one, two) in enumerate(pairwise(lines)):
        label = begins and words[i] <= _LABEL and len(one) <= _LABEL_CHARS and not two[0].isdigit()
        bullet = _BULLET.match(two) is not None
        if not i and _HEADWORD.fullmatch(one):
            bullet = True
        out.append(bullet or (able[i] and (listed or label)) or (listed and one.endswith(":")))
        begins = out[-1] or _CLOSED.search(one) is not None
    return out


def _able(one: str, two: str, lang: str) -> bool:
    """Return whether two lines can be read apart: the first ends like a thing's name, the second begins like
    one.
    """
    if _CLOSED.search(one) or not (_BEGINS.match(two) or _BULLET.match(two)):
        return False
    last = _LAST_WORD.search(one)
    # “Display with” goes on, “Strategy, the” does not.
    return not (last and not last[1] and lang in LATIN and known_words(last[2], lang))
