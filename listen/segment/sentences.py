"""Where sentences end: exact spans, for any text in any language.

A text is cut at blank lines and list items first; then every run of terminators is judged by what stands
before it (an abbreviation, an initial, a number), by what closes with it (quotes, brackets, emoji) and by
what follows (a small letter, a name, a word that opens sentences). The words are tables in
`sentences_english` and `sentences_languages`; this module holds the rules.
"""

from __future__ import annotations

import re
from itertools import pairwise

from listen.segment.sentences_rules import CLOSERS, FREE, Kind, Rules, rules_for

_SPACE = re.compile(r"[^\S ]")
_BLANK = re.compile(r"(?:\r\n|[\n\r\x85\u2028])[^\S\n\r\x85\u2028]*(?:\r\n|[\n\r\x85\u2028])\s*|\u2029\s*")
_BREAK = re.compile(r"[\n\r\x85\u2028\u2029]")
_BULLET = re.compile(r"(?<!\S)[•⁃‣◦▪▫●○■□◆➢➤✓✔](?=\s*\w)")
_MARKER = re.compile(r"\s*(?<!\S)(?:[•⁃‣◦▪●]\s*)?\(?([0-9]{1,3}|[a-z])(\.\)|[.)])(?=\s+\S)")
_MARK_ONLY = re.compile(r"[•⁃‣◦▪●]?\s*[(\[]?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})(?:\.\)?)?")
_NEXT = re.compile(r"""[\s"'“”‘’«»„‚‹›(\[{¿¡*_#–—―-]*([^\W\d_]+(?:['’][^\W\d_]+)?|\d+|\S|)""")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")
_SAYING = re.compile(
    r"(?:(?:[A-Z][\w.’'-]*|the|of|de|van|von|bin|al)\s+){1,5}"
    r"(?:said|says|asked|asks|told|wrote|writes|added|adds|replied|cried|shouted|tweeted|joked|quipped|demanded|"
    r"wondered|recalled|exclaimed|answered|responded|continued|insisted|declared|yelled|screamed|posted)\b"
)
_TIME_WORD = re.compile(
    r"(?:[A-Z]{1,4}T\b|GMT|UTC|BST|ET|PT|CT|MT|Eastern|Central|Pacific|Mountain|Greenwich|London|Local|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun|"
    r"January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|[ap]\.m)\b"
)
_FRONTED = re.compile(
    r"[\W_]*(?:At|By|Around|About|After|Before|Until|Since|From|Shortly|Just)\b[^,;:.]{0,40}[\d:.]+\s*[ap]\.?m$",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"[IVXLC]+")
_GLUED = re.compile(r"(?:[A-ZÀ-ÖØ-ÞА-ЯІЇЄ][a-zà-öø-ÿа-яёіїє'’]*|[IVXL]+|[“\"‘][A-Z]\w+)(?![\w.@/(]|\.\w)")
_LONGEST = 80
"""How far back a word or an open bracket is looked for: what keeps every text linear."""
_VOWELLESS = re.compile(r"[A-Zb-df-hj-np-tv-xz][b-df-hj-np-tv-xz]{1,3}")
_QUOTES = "\"'“”’‘»«›‹"


def sentence_spans(text: str, lang: str = "en") -> list[tuple[int, int]]:
    """The sentences of `text` as (start, end) character offsets, in order.

    Spans carry no white space at their ends, and together they hold every character that is not white
    space. `lang` is a BCP 47 or ISO 639 tag; languages without rules of their own get the general ones.
    """
    rules = rules_for(lang)
    flat = _SPACE.sub(" ", text)
    spans: list[tuple[int, int]] = []
    for start, end in _pieces(text, flat):
        _split(flat, start, end, rules, spans)
    return spans


def _pieces(text: str, flat: str) -> list[tuple[int, int]]:
    """Ranges that no sentence crosses: paragraphs and list items."""
    cuts = {0, len(text)}
    if _BREAK.search(text):
        cuts.update(found.end() for found in _BLANK.finditer(text))
    cuts.update(found.start() for found in _BULLET.finditer(flat))
    pieces = list(pairwise(sorted(cuts)))
    for start, end in pieces:
        cuts.update(_items(flat, start, end))
    return list(pairwise(sorted(cuts)))


def _items(flat: str, start: int, end: int) -> list[int]:
    """Where the second and later items begin of a list whose first marker opens flat[start:end]."""
    items: list[int] = []
    expected = ""
    if not _MARKER.match(flat, start, end):
        return items
    for found in _MARKER.finditer(flat, start, end):
        label, style = found.group(1), found.group(2)
        if expected == label + style:
            items.append(found.start())
        elif expected:
            continue
        expected = (str(int(label) + 1) if label.isdecimal() else chr(ord(label) + 1)) + style
    return items


def _split(flat: str, start: int, end: int, rules: Rules, spans: list[tuple[int, int]]) -> None:
    """Append the sentences of flat[start:end]."""
    while start < end and flat[start] == " ":
        start += 1
    for found in rules.ends.finditer(flat, start, end):
        at = found.end()
        if found.start() < start or at >= end:
            continue
        cut = _boundary(flat, start, end, found, rules)
        if cut:
            spans.append((start, cut))
            start = cut
            while start < end and flat[start] == " ":
                start += 1
    while end > start and flat[end - 1] == " ":
        end -= 1
    if end > start:
        spans.append((start, end))


def _boundary(flat: str, start: int, end: int, found: re.Match[str], rules: Rules) -> int:
    """Where the sentence that began at `start` ends, if it does so at this run of terminators; else 0."""
    at, stop = found.start(), found.end()
    run, closers = found.group(1), found.group(2)
    if run[0] in FREE:
        return _free(flat, start, stop, end, closers, rules)
    if flat[stop] != " ":
        return _unspaced(flat, start, at, stop, end, run, closers, rules)
    ahead = _NEXT.match(flat, stop, end)
    assert ahead is not None
    word = ahead.group(1)
    if not word:
        return 0 if rules.lower else stop
    first = word[0]
    low = first.islower()
    if at and flat[at - 1] in "([" and closers[:1] in ("]", ")"):
        return 0
    if run == ".":
        if closers and low:
            return 0
        return stop if _full_stop(flat, start, at, end, ahead, bool(closers), rules) else 0
    if "?" in run or "!" in run or run[0] in rules.also:
        return stop if _called(flat, start, at, stop, end, closers, ahead, rules) else 0
    return _ellipsis(flat, at, stop, run, closers, ahead, rules)


def _word(flat: str, start: int, at: int) -> str:
    """What stands before `at`, back to a space or the sentence's beginning."""
    start = max(start, at - _LONGEST)
    return flat[max(start, flat.rfind(" ", start, at) + 1) : at]


def _free(flat: str, start: int, stop: int, end: int, closers: str, rules: Rules) -> int:
    """Terminators of scripts that need no space after them."""
    if rules.titles and any(flat.rfind(o, start, stop) > flat.rfind(c, start, stop) for o, c in rules.titles):
        return 0
    if closers and rules.said is not None and rules.said.match(flat, stop, end):
        return 0
    while stop > start and flat[stop - 1] == " ":
        stop -= 1
    return stop


def _unspaced(
    flat: str, start: int, at: int, stop: int, end: int, run: str, closers: str, rules: Rules
) -> int:
    """A missing space: `was lost.The next day`, unless it is a name, an address or a number."""
    if (len(run) > 1 and run.startswith("..")) or "…" in run:
        return 0
    word = _word(flat, start, at)
    if len(word) < 2 or not (word.isalpha() and word.islower()) or word in rules.abbreviations:
        return 0
    return stop if _GLUED.match(flat, stop, end) else 0


def _called(
    flat: str, start: int, at: int, stop: int, end: int, closers: str, ahead: re.Match[str], rules: Rules
) -> bool:
    """After a question or exclamation mark."""
    word = ahead.group(1)
    before = _word(flat, start, at).lstrip("\"'“‘(")
    if word[0].islower():
        if closers or ahead.start(1) - stop > 1:
            return False
        return not (before in rules.called or (before[:1].isupper() and at - len(before) > start + 1))
    if before in rules.called and not closers:
        return word in rules.starters
    if closers and closers[-1] in _QUOTES and _SAYING.match(flat, ahead.start(1), end):
        return False
    if closers == ")" and word not in rules.starters:
        opened = flat.rfind("(", start, at)
        return opened <= start
    return True


def _ellipsis(
    flat: str, at: int, stop: int, run: str, closers: str, ahead: re.Match[str], rules: Rules
) -> int:
    """After two dots or more, close together or spaced."""
    word = ahead.group(1)
    spaced = " " in run
    attached = at > 0 and flat[at - 1] != " "
    if word[0].islower() or (word == "I" and (spaced or not attached)):
        return 0
    if spaced and attached and run.count(".") > 3 and not closers:
        return at + 1
    if not attached and run.count(".") == 3 and not closers:
        return stop if word in rules.starters else 0
    return stop


def _full_stop(
    flat: str, start: int, at: int, end: int, ahead: re.Match[str], closed: bool, rules: Rules
) -> bool:
    """After a single full stop and white space."""
    word = _word(flat, start, at).lstrip("\"'“‘«„([*_-–—•⁃")
    following = ahead.group(1)
    kind = rules.abbreviations.get(word)
    if kind is None and word.isalpha() and len(word) > 3:
        if not following[0].islower():
            return following != "№"
        return _small_start(word, ahead, rules)
    if kind is None and not word.isalpha():
        if word[:1].isdigit() and not word[-1:].isalpha():
            return _after_number(flat, start, at, word, following, rules)
        tail = re.split(r"[-/(–—]", word)[-1]
        kind = rules.abbreviations.get(tail)
    if kind is None and closed and not following[0].islower() and len(word) != 1:
        return True
    if following[0].islower():
        return (
            kind is None
            and len(word) > 1
            and not _DOTTED.fullmatch(word)
            and _small_start(word, ahead, rules)
        )
    if _MARK_ONLY.fullmatch(flat, start, at):
        return False
    if kind is Kind.TITLE or kind is Kind.NEVER:
        return False
    opens = following in rules.starters
    if kind is Kind.NUMBER:
        numbered = (
            following[0].isdigit()
            or bool(_ROMAN.fullmatch(following) and following != "I")
            or len(following) == 1
        )
        return (opens or word in ("No", "no")) and not numbered
    if kind is Kind.LAST:
        return not following[0].isdigit() or opens
    if kind is Kind.TIME:
        if _TIME_WORD.match(following):
            return False
        return opens or not _FRONTED.match(flat, start, at)
    if kind is Kind.MAYBE:
        return opens
    if len(word) == 1 and word.isalpha():
        return _after_letter(flat, start, at, word, opens, rules)
    if _DOTTED.fullmatch(word):
        return opens
    if rules.ordinals and _ROMAN.fullmatch(word):
        return opens
    if (
        word.isalpha()
        and len(word) < 5
        and not word.isupper()
        and word[0].isascii()
        and not set(word.lower()) & set("aeiouyäöüåøæ")
    ):
        return opens
    return following != "№"


def _small_start(word: str, ahead: re.Match[str], rules: Rules) -> bool:
    """Before a small letter: careless writers end a sentence so, after a word that is no abbreviation."""
    if ahead.start(1) - ahead.start() > 1:
        return False
    return len(word) >= rules.lower and word.isalpha()


def _after_number(flat: str, start: int, at: int, word: str, following: str, rules: Rules) -> bool:
    """After figures: an ordinal's dot, a list marker's, or the sentence's end."""
    if following[0].islower():
        return False
    if _MARK_ONLY.fullmatch(flat, start, at):
        return False
    if rules.ordinals and len(word) <= 2:
        return following in rules.starters
    return True


def _after_letter(flat: str, start: int, at: int, word: str, opens: bool, rules: Rules) -> bool:
    """After a single letter: an initial, or the end of `plan B`, `you and I`."""
    if not word.isascii() and word.lower() == word.upper():
        return True
    before = flat[max(start, at - _LONGEST) : at - 1].rstrip(" ")
    last = before[before.rfind(" ") + 1 :]
    if word == "I" and last.islower() and last not in ("the",):
        return True
    return opens


__all__ = ["CLOSERS", "sentence_spans"]
