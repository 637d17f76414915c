"""This module says what a `pre` holds: a program, which is shown as it is, or prose, whose lines were cut for
their length and are joined, with the listings, tables and quoted lines that stand among it.

Only the shape of the lines tells, in any language: prose has words rather than signs, its lines are filled,
and they go on in small letters.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any

from listen.clean.dom.plain.printed import unpaged
from listen.clean.dom.plain.programs import COMMENTED, SIGNED, looks_like_code, named_listing, preformatted
from listen.clean.dom.plain.text_layout import END, ITEM, folded, is_drawn, joined, pieces
from listen.clean.result import Why
from listen.model import BlockKind

_WORD = re.compile(r"[\"'“‘„«(\[*_]*[^\W\d_]+(?:['’/-][^\W\d_]+)*[\"'”’»)\]*_.,;:!?…।۔؟]*")
_STOP = re.compile(r"[^\W\d_][\"'”’»)\]]*[.!?…।۔؟][\"'”’»)\]]*(?:\s|\Z)")
_WORDY, _SIGNS = 0.75, 0.3
"""The part of a passage that is words, and of its lines that have a program's signs, in prose."""
_LINE_WORDS, _SENTENCE = 5, 8
"""Mean words of a line of prose, and words of a passage that is enough to tell."""
_NARROWEST, _SLACK = 45, 3
"""Characters of the narrowest column of prose; a writer may break a line so much sooner than needed."""
_GOES_ON, _FITS = 0.3, 0.4
"""Breaks behind which the text goes on in small letters, at least; at which more would fit, at most."""
_MOSTLY, _FEW = 0.4, 0.8
"""The part of all lines that is prose, at least, and how many are a program's for each of these, at most,
where signs speak for a program.
"""
_GAP = re.compile(r"\S {3,}\S|\S\t+\S| \| |[\u2500-\u259f]")
"""What parts the columns of a table, or draws a box."""
_COLUMNS = 0.6
"""The part of its lines that has them."""
_QUOTED = re.compile(r"\s{0,3}(?:> ?)+(?=\s*\S)")
_PROMPT = re.compile(r"^(?:>>>|\.\.\.) ", re.M)
_HASHES = re.compile(r"(#{1,6}) +(\S.*)\Z")
_NUMBERED = re.compile(r"(?:[A-Z]|\d{1,2})(?:\.\d{1,2})*\.? {1,4}(?=[^\W_a-z])")
_LEADER = re.compile(r"(?:\. ?){4,20} {0,20}(?:\d{1,4}|[ivxl]{1,6})?\Z")
_ADDRESS = re.compile(r"https?://\S+|<?\b[\w.+-]{1,64}@[\w.-]{1,200}>?")
_TITLE = 80
_CONTENTS = Why("contents", "a table of contents", "leaders")


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage of a `pre`."""

    lines: tuple[str, ...]
    """Those that stand for themselves; prose is one line, however it was cut."""
    kind: BlockKind | None = None
    """None where it is what its surroundings are."""
    level: int | None = None
    number: int | None = None
    why: Why | None = None
    """The reason for leaving it out."""


def passages(el: Any) -> list[Passage]:
    """Return what a `pre` holds, in its order."""
    written = preformatted(el).strip("\n")
    if not written.strip():
        return []
    whole = [_listing(written.split("\n"))]
    if named_listing(el):
        return whole
    text, edges = unpaged(written)
    chunks = [_Chunk(lines) for lines in _chunks(text)]
    size = sum(len(chunk.lines) for chunk in chunks)
    signs = sum(len(chunk.lines) for chunk in chunks if chunk.is_listing)
    prose = [chunk for chunk in chunks if chunk.is_prose]
    if not (any(chunk.flows for chunk in prose) or len(prose) > 1):
        if looks_like_code(written) or written.startswith(">>> ") or signs * 2 > size:
            return whole
        return [Passage(tuple(part.split("\n"))) for part in re.split(r"\n\s*\n", written)]
    told = sum(len(chunk.lines) for chunk in prose)
    few = told < _MOSTLY * size or signs > _FEW * told or COMMENTED.search(text) is not None
    if few and looks_like_code(text):
        return whole
    indents: Counter[int] = Counter()
    for chunk in prose:
        indents[chunk.indent] += len(chunk.lines)
    inset = indents.most_common(1)[0][0] > 0
    out = [Passage((edge,), why=why) for edge, why in edges]
    for listed, run in groupby(chunks, lambda chunk: chunk.is_listing and not chunk.title):
        if listed:
            out.append(_listing([line for chunk in run for line in (*chunk.rows, "")]))
        else:
            out += [passage for chunk in run for passage in _said(chunk, inset)]
    return out


def _listing(lines: Sequence[str]) -> Passage:
    """Return lines as they are, without blank ones around them."""
    return Passage(("\n".join(line.rstrip() for line in lines).strip("\n"),), "code")


def _chunks(text: str) -> Iterator[list[str]]:
    """The runs of lines between blank lines, and of quoted ones between the writer's own."""
    for blank, run in groupby(text.split("\n"), lambda line: not line.replace(">", " ").strip()):
        rows = [] if blank else list(run)
        if rows and _PROMPT.match(rows[0]):
            yield rows
        else:
            yield from (list(lines) for _, lines in groupby(rows, _depth))


def _depth(line: str) -> int:
    """Return how often a line is quoted."""
    match = _QUOTED.match(line)
    return match[0].count(">") if match else 0


class _Chunk:
    """Lines without a blank one between them, and what their shape tells."""

    def __init__(self, rows: list[str]) -> None:
        self.rows = rows
        self.lines = [row.expandtabs(8).rstrip() for row in rows]
        prompt = _PROMPT.match(rows[0]) is not None
        self.quoted = not prompt and all(map(_QUOTED.match, self.lines))
        if self.quoted:
            bare = [_QUOTED.sub("", line, count=1) for line in self.lines]
            self.quoted = _wordy(bare) or not looks_like_code("\n".join(bare))
            self.lines = bare if self.quoted else self.lines
        self.indent = min(map(_indent, self.lines))
        self.lines = [line[self.indent :] for line in self.lines]
        self.width = max(map(len, self.lines))
        self.title = self._title()
        said = [line for line in self.lines if any(map(str.isalnum, line))]  # a rule tells nothing
        signs = sum(SIGNED.search(_ADDRESS.sub("", line)) is not None for line in said)
        words = sum(len(line.split()) for line in self.lines)
        told = _wordy(self.lines) and words >= _SENTENCE and _STOP.search(" ".join(self.lines)) is not None
        filled = words >= _LINE_WORDS * len(self.lines) and signs <= _SIGNS * len(self.lines)
        self.flows = _flows(self.lines)
        self.is_prose = told and filled and (self.flows or len(self.lines) == 1)
        columns = sum(_GAP.search(line.strip()) is not None for line in self.lines)
        table = len(self.lines) > 1 and columns >= _COLUMNS * len(self.lines)
        drawn = len(self.lines) > 2 and is_drawn(self.lines)
        sentence = self.quoted or (told and len(self.lines) == 1)
        coded = not sentence and signs * 2 >= max(1, len(said) + told)
        self.is_listing = not self.is_prose and (drawn or table or coded or prompt)

    def _title(self) -> tuple[str, int] | None:
        """The title that the lines are: with a rule under it, or behind hashes; and its level."""
        if len(self.lines) == 1 and (match := _HASHES.match(self.lines[0])):
            title = match[2].rstrip("# ")
            return (title, max(2, len(match[1]))) if len(title) <= _TITLE else None
        if len(self.lines) == 2:
            first = pieces("\n".join(self.lines))[0]
            return (first.text, first.level) if first.level else None
        return None


def _wordy(lines: Sequence[str]) -> bool:
    """Return whether lines have words rather than signs and figures."""
    tokens = [token for line in lines for token in line.split()]
    return sum(map(bool, map(_WORD.fullmatch, tokens))) >= _WORDY * len(tokens)


def _flows(lines: Sequence[str]) -> bool:
    """Return whether lines are filled, and go on in small letters, as prose is that was cut."""
    width = max(map(len, lines))
    if len(lines) < 2 or width < _NARROWEST:
        return False
    firsts = Counter(line.split()[0] for line in lines if not _is_item(line))
    if max(firsts.values(), default=0) > max(1, len(lines) // 2):
        return False  # the lines of a log begin alike
    breaks = [(one, two) for one, two in pairwise(lines) if not _begins_item(one, two, width)]
    small = sum(two.lstrip()[:1].isalpha() and not two.lstrip()[:1].isupper() for _, two in breaks)
    fits = sum(_fits(one, two, width) for one, two in breaks)
    return 0 < _GOES_ON * len(breaks) <= small and fits <= _FITS * len(breaks)


def _fits(one: str, two: str, width: int) -> bool:
    return len(one) + 1 + len((two.split() or [""])[0]) <= width - _SLACK


def _begins_item(one: str, two: str, width: int) -> bool:
    """Return whether a line begins an item: a word that looks like its mark may have come to stand there."""
    if not _is_item(two):
        return False
    return END.search(one) is not None or _fits(one, two, width) or _is_item(one)


def _is_item(line: str) -> bool:
    return ITEM.match(line.strip()) is not None


def _said(chunk: _Chunk, inset: bool) -> list[Passage]:
    """Return what a passage of prose, or beside prose, says; `inset`: titles stand out of its margin."""
    lines = chunk.lines
    if chunk.title:
        return [Passage((chunk.title[0],), "heading", level=chunk.title[1])]
    if sum(_LEADER.search(line) is not None for line in lines) > len(lines) / 2 > 0.5:
        return [Passage(tuple(map(folded, lines)), why=_CONTENTS)]
    if len(lines) == 1 and inset and not chunk.indent and len(lines[0]) <= _TITLE:
        number = _NUMBERED.match(lines[0])
        if not END.search(lines[0]) and (number or lines[0].isupper()):
            level = 2 + number[0].strip(" .").count(".") if number else 2
            return [Passage((folded(lines[0]),), "heading", level=min(level, 6))]
    kind: BlockKind | None = "quote" if chunk.quoted else None
    out: list[Passage] = []
    for group in _groups(lines, chunk.width):
        item = ITEM.match(group[0].strip())
        if item and kind is None:
            text = joined(list(map(folded, group)))[item.end() :].lstrip()
            out.append(Passage((text,), "list_item", 1, int(item[1]) if item[1] else None))
        elif len(group) > 1 and (chunk.flows or _flows(group)):
            out.append(Passage((joined(list(map(folded, group))),), kind))
        else:
            out.append(Passage(tuple(map(folded, group)), kind))
    return out


def _groups(lines: Sequence[str], width: int) -> list[list[str]]:
    """Return the lines of each item, of each paragraph that an indent begins, of a term and its meaning."""
    out = [[lines[0]]]
    for before, line in pairwise(lines):
        inset, outer, first = _indent(line), _indent(before), out[-1][0]
        if _is_item(first) and inset > _indent(first):
            apart = False  # What goes on below an item stands under its words.
        else:
            ended = END.search(before) is not None or _fits(before, line, width)
            apart = ended and (inset != outer or _is_item(first))
        if apart or _begins_item(before, line, width):
            out.append([line])
        else:
            out[-1].append(line)
    return out


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
