"""From written text to pieces: plain words pass through, everything else meets the rules.

The text is read once from left to right. A piece's span is where its words come from; what lies between two
pieces is punctuation (`punctuation.py`).
"""

from __future__ import annotations

import unicodedata
from typing import Protocol

from listen.speech.numbers import cardinal, digits
from listen.speech.rules import Here, Piece, Rule, Said
from listen.speech.writing import patterns as re
from listen.speech.writing import unspoken

_MARKS = "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0903\u093a-\u094f\u0981-\u09cd\u0a01-\u0a03\u0a3c-\u0a4d\u0abc-\u0acd\u0b01-\u0b03\u0b3c-\u0b4d\u0bbe-\u0bcd\u0c3e-\u0c4d\u0cbe-\u0ccd\u0d3e-\u0d4d\u0e31-\u0e4e\u200c\u200d"  # fmt: skip  # noqa: E501
LETTERS = rf"[^\W\d_¼-¾⅐-⅞²³¹⁰-₉①-⓿](?:[^\W\d_¼-¾⅐-⅞²³¹⁰-₉①-⓿]|[{_MARKS}])*"
_PLAIN = re.compile(rf"{LETTERS}(?:['’]{LETTERS})*(?:[-‐‑](?=[a-zß-öø-ÿ]){LETTERS}(?:['’]{LETTERS})*)*")
_NEXT = re.compile(
    rf"(?:[\s,;:!?)\]}}”„«»—…¿¡]+|\.(?![^\W_]))*+(?:(?P<article>a)(?=-)|(?P<word>{_PLAIN.pattern}))?"
)
"""What is passed over (a full stop too that no letter or figure follows, as no rule begins with one), and the
plain word behind it, if one is there.

"£700-a-month" has the article, told before the word is read: that would be read from each place of "a-a-a-…".
"""
_GOES_ON = re.compile(r"\.(?:\s?[a-zà-öø-ÿ]|[,;:)]|-[a-z])")
"""A full stop in the midst of a sentence: the word before it may be short for another."""
_MARKED = re.compile(r"\)|\s(?:and|or)\s[b-e](?![\w'’.])")
"""What follows a letter that is no word: "a) the cost", "points a and b"."""
_POSSESSIVE = re.compile(r"(?<=[\w.])['’]s+(?![^\W_])|\.(?<=\b[A-Z]\.)['’]s(?![^\W_])")
"""What belongs to the word before, that of an initial with its full stop: "Johnny B.'s"."""
_ODD = re.compile(r"([^\W\d_])\1\1|(?<![^\W_])([^\W\d_]{1,3})[-–—‐‑]\2", re.I)
"""A letter three times in a row, or a beginning said again: "soooo", "w-wait"."""
_JOINS = frozenset("0123456789@/&+#\\_^=<>*°²³⁺⁻$£€%~|·")


class Grammar(Protocol):
    """Holds what a language brings: its rules by the kind of character they start at."""

    @property
    def triggers(self) -> frozenset[str]:
        """Lower-case words at which rules are tried although they look plain."""

    @property
    def letters(self) -> tuple[Rule, ...]:
        """Rules for tokens that begin with a letter."""

    @property
    def digits(self) -> tuple[Rule, ...]:
        """Rules for tokens that begin with a digit or a fraction sign."""

    @property
    def symbols(self) -> tuple[Rule, ...]:
        """Rules for everything else."""


def read(text: str, grammar: Grammar, here: Here) -> list[Piece]:
    """Pieces in order, their spans non-decreasing."""
    out: list[Piece] = []
    pos, length = 0, len(text)
    triggers = grammar.triggers
    odd = _ODD.search(text) is not None
    following, possessive = _NEXT.match, _POSSESSIVE.match
    while pos < length:
        m = following(text, pos)
        assert m is not None  # it may be empty
        word, end = m["word"], m.end()
        if m["article"]:
            out.append(("a", end - 1, end))
            pos = end
            continue
        if word:
            pos = end - len(word)
            plain = end - pos <= unspoken.LONGEST_WORD and _is_plain(word, text, end, triggers)
            if plain and not (odd and _ODD.search(word)):
                out.append((word, pos, end))
                pos = end
                continue
            rules = grammar.letters
        elif end == length:
            break
        else:
            pos = end
            rules = grammar.digits if text[pos].isnumeric() else grammar.symbols
        never = None if here.whole else unspoken.at(text, pos)
        if never:
            out.append((never.said, pos, never.end))
            pos = never.end
            continue
        for rule in _tried_at(rules, text[pos]):
            found = rule.match(text, pos)
            if found:
                said = rule.say(found, here)
                if said is not None and said.end > pos:
                    if said.elides and out:
                        shortened, began, _ = out.pop()
                        first, _, until = said.pieces[0]
                        said = Said(((f"{shortened[:-1]}'{first}", began, until), *said.pieces[1:]), said.end)
                    out.extend(said.pieces)
                    pos = said.end
                    m = possessive(text, pos)
                    if m and said.pieces:
                        words, start, _ = out[-1]
                        out[-1] = (f"{words}{m.group().lstrip('.')}", start, m.end())
                        pos = m.end()
                    break
        else:
            pos = _fallback(text, pos, word, out)
    return out


_BY_START: dict[int, tuple[tuple[Rule, ...], dict[str, tuple[Rule, ...]]]] = {}
"""The rules of each tuple by the character that they are tried at."""


def _tried_at(rules: tuple[Rule, ...], c: str) -> tuple[Rule, ...]:
    """The rules, in their order, whose patterns can begin with this character."""
    if not c.isascii():
        return rules
    kept = _BY_START.get(id(rules))
    if kept is None or kept[0] is not rules:
        kept = _BY_START[id(rules)] = (rules, {})
    chosen = kept[1].get(c)
    if chosen is None:
        chosen = tuple(rule for rule in rules if rule.starts is None or c in rule.starts)
        kept[1][c] = chosen
    return chosen


def _is_plain(word: str, text: str, end: int, triggers: frozenset[str]) -> bool:
    if len(word) == 3 and word.lower() == "doi" and text[end : end + 1] == ":":
        return False
    if len(word) == 1:
        if word not in "aoé" or _MARKED.match(text, end):
            return False
    elif not word[0].isascii() and (word[1] == "-" or (word[0] in "Δ∆" and word[1:].isascii())):
        return False  # β-carotene, Δt
    elif word[1:] != word[1:].lower() or word.lower() in triggers:
        return False
    following = text[end : end + 2]
    if not following:
        return True
    if following[0] == ".":
        short = (
            following[1:].isalnum()
            or following[1:] == "_"
            or len(word) == 1
            or word.endswith(("str", "nr", "-vs"))
        )
        return not short and not _GOES_ON.match(text, end)
    if following[0] == "-" and len(word) == 1:
        return False
    return following[0] not in _JOINS and not (following[0] in "([" and word[-1] < "\u0250")


def _fallback(text: str, pos: int, word: str | None, out: list[Piece]) -> int:
    """Return what no rule says: a word as it stands, a foreign digit or sign by its value, the
    rest silent.
    """
    if word:
        out.append((word, pos, pos + len(word)))
        return pos + len(word)
    c = text[pos]
    if c.isalnum():
        out.append((_numeric(c), pos, pos + 1))
    return pos + 1


def _numeric(c: str) -> str:
    value = unicodedata.numeric(c, None)
    if value is None or value != int(value):
        return c
    return digits(str(int(value))) if 0 <= value < 10 else cardinal(int(value))
