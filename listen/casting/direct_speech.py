"""Direct speech in running text: which part of a sentence somebody says, and which the narrator.

Quotation marks stand around speech, but also around titles and around words that a writer keeps at a
distance. A passage in marks is taken for speech if it is a sentence of its own, or if the punctuation that
parts it from its reporting clause says so: a comma, a full stop or a question mark before or after the
closing mark, a colon or a comma before the opening one; and if it has three words, or its own full stop.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from listen.model import SpokenWord, Utterance

PAIRS = {"“": "”", "«": "»", "„": "“", "‹": "›", "「": "」", "»": "«"}
"""Opening marks and their closing ones; `»` opens only where a word follows."""
SINGLE = ("‘", "’")
"""British marks, whose closing one is an apostrophe too: it closes where no letter follows."""
KINDS = ("paragraph", "list_item")
BREATH_MS = 120
"""Silence between what is said and who says it; shorter than what may lie between two passages."""
LEAST_WORDS = 3
_ENDS, _LEADS, _TAIL = ".,!?…—–", ":,", ",.;:!?…"


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of one sentence that lies in marks."""

    start: int
    end: int
    """With the marks, and the comma behind them."""
    opened: bool
    """It begins here, and not in a sentence before."""
    closed: bool


def parted(utterances: Iterable[Utterance]) -> Iterator[tuple[Utterance, bool]]:
    """Each utterance, cut where speech begins and ends, and whether it is speech; a block quote is."""
    for _, block in groupby(utterances, key=lambda u: (u.block, u.kind)):
        sentences = list(block)
        if sentences[0].kind not in KINDS:
            yield from ((u, u.kind == "quote") for u in sentences)
            continue
        for sentence, parts in zip(sentences, _speech(sentences), strict=True):
            yield from _cut(sentence, parts)


def _speech(sentences: Sequence[Utterance]) -> list[list[_Part]]:
    """The speech in each sentence of a block."""
    found: list[list[_Part]] = []
    closing = ""
    for sentence in sentences:
        parts, closing = _marked(sentence.text, closing)
        found.append([part for part in parts if _is_speech(sentence.text, part)])
    return found


def _marked(text: str, closing: str) -> tuple[list[_Part], str]:
    """The stretches in marks, and the mark that is still to come at the end."""
    parts: list[_Part] = []
    start, opened = 0, False
    for at, sign in enumerate(text):
        after = text[at + 1 : at + 2]
        if closing:
            if sign == closing and not (sign == SINGLE[1] and after.isalnum()):
                end = at + 1
                while end < len(text) and text[end] in _TAIL:
                    end += 1
                parts.append(_Part(start, end, opened, True))
                closing, opened = "", False
        elif (mark := _closing_of(sign, after, text[:at])) is not None:
            closing, start, opened = mark, at, True
    if closing:
        parts.append(_Part(start, len(text), opened, False))
    return parts, closing


def _closing_of(sign: str, after: str, before: str) -> str | None:
    free = not before or not before[-1].isalnum()
    if sign == '"' and free:
        return '"'
    if sign == SINGLE[0] and free and after.isalpha():
        return SINGLE[1]
    if sign in PAIRS and (sign != "»" or (free and after.isalnum())):
        return PAIRS[sign]
    return None


def _is_speech(text: str, part: _Part) -> bool:
    if not (part.opened and part.closed):  # it goes on over a full stop: nobody does that with a title
        return True
    whole = text[part.start : part.end]
    inner = whole.rstrip(_TAIL)[1:-1].strip()
    ends = inner[-1:] in _ENDS or whole[-1:] in ",.!?…"
    before = text[: part.start].rstrip()
    leads = before[-1:] in tuple(_LEADS)
    alone = not before and not text[part.end :].strip()
    enough = len(inner.split()) >= LEAST_WORDS or inner[-1:] in tuple(".!?…,")
    own_end = inner[-1:] in tuple(_ENDS)
    reported = own_end or leads or (ends and not before)
    return bool(inner) and enough and (alone or reported)


def _cut(sentence: Utterance, parts: Sequence[_Part]) -> Iterator[tuple[Utterance, bool]]:
    """The sentence in pieces, each with its own words; one piece keeps the sentence's name."""
    text = sentence.text
    bounds: list[tuple[int, int, bool]] = []
    at = 0
    for part in parts:
        bounds += [(at, part.start, False), (part.start, part.end, True)]
        at = part.end
    bounds.append((at, len(text), False))
    pieces = [(a, b, speech) for a, b, speech in bounds if any(c.isalnum() for c in text[a:b])]
    if len(pieces) < 2:
        yield sentence, bool(pieces and pieces[0][2])
        return
    for number, (begin, end, speech) in enumerate(pieces):
        own = text[begin:end]
        begin += len(own) - len(own.lstrip())
        own = own.strip()
        last = number == len(pieces) - 1
        yield (
            replace(
                sentence,
                id=sentence.id if not number else f"{sentence.id}{chr(ord('a') + min(number, 25))}",
                text=own,
                words=_words(sentence, begin, begin + len(own)),
                start=sentence.start + begin,
                pause_ms=sentence.pause_ms if last else BREATH_MS,
                chapter=sentence.chapter if not number else "",
            ),
            speech,
        )


def _words(sentence: Utterance, begin: int, end: int) -> tuple[SpokenWord, ...]:
    inside = [word for word in sentence.words if begin <= word.start < end]
    return tuple(replace(w, start=w.start - begin, end=min(w.end, end) - begin) for w in inside)
