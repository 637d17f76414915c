"""The encoding of a page that declares none: the one in which it is written with the letters that a language
has, as often as it has them."""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache

from listen.clean.dom.encodings import frequent
from listen.clean.dom.encodings.frequent import Writing

SAMPLE = 12_000
"""Bytes of text that are looked at."""
_TAG = re.compile(rb"<[^<>]*+>")
_UNSAID = re.compile(rb"<(?:!--|(?:script|style)\b)", re.I)
"""Where something begins that nobody reads, and below how it ends."""
_ENDS = {
    b"!": re.compile(rb"-->"),
    b"sc": re.compile(rb"</script\b", re.I),
    b"st": re.compile(rb"</style\b", re.I),
}
_LANG = re.compile(rb"""<html\b[^<>]{0,400}?\blang\s*=\s*["']?([a-zA-Z]{2})\b""", re.I)
_MARKS = frozenset("\xa0«»“”„‘’‚‹›–—…•·№©®°§€£™¡¿")
_WIDE_MARKS = frozenset("，。、；：？！「」『』（）《》〈〉“”‘’…—·・ー～【】％〜　")
# Bits, as of -log2 of a share. What no language writes costs most; nothing rests on the exact figures.
_MARK, _OTHER, _BROKEN = 6.0, 16.0, 24.0
_INSIDE, _CAPITAL, _CAPITALS, _MIXED, _STRAY = 6.0, 3.0, 0.0, 6.0, 3.0
_DECLARED_LANGUAGE = 10.0
"""What the language that the page names is worth, in bits."""
_WESTERN = 6.0
"""What it costs not to be windows-1252, which is by far the most frequent."""
SURE = 8.0
"""Bits that part the best guess from the next that reads the text otherwise."""
WORST = {"alphabet": 6.1, "latin": 6.0, "cjk": 8.0}
"""Most bits for a byte: prose takes 5.8, 4.5 and 7.3 at most (`tests/bench/undeclared.py`), noise 6.3
and more."""
STRANGE = 0.04
"""Most of the letters that the language has not."""
_INNER, _SMALL = 0.6, 0.9
"""Letters behind the first of their words, as a part of all bytes above 127; the part of them that is
small."""
_RARE = 12.0
"""What it costs to be one of DOS or of the old Macintosh."""
_OLD = frozenset(
    {"cp866", "mac_cyrillic", "mac_greek", "cp737", "cp862", "mac_roman", "cp850", "mac_latin2", "cp852"}
)


def _ranked(characters: str, flat: int, share: float) -> dict[str, float]:
    """The bits of characters in the order of their frequency, which falls as in Zipf's law."""
    whole = sum(1 / (rank + flat) for rank in range(len(characters))) / share
    return {c: math.log2(whole * (rank + flat)) for rank, c in reversed([*enumerate(characters)])}


def _east_asian(parts: Iterable[tuple[str, float]]) -> dict[str, float]:
    bits = dict.fromkeys(_WIDE_MARKS, 5.0)
    for characters, cost in parts:
        bits |= dict.fromkeys(characters, cost)
    return bits


@cache
def writings() -> tuple[Writing, ...]:
    """Every language that is known, as it is written."""
    hiragana = _ranked(frequent.HIRAGANA, 4, 0.6)
    return (
        *(Writing(e, lang, _ranked(own, 3, 0.9), "alphabet") for e, lang, own in frequent.ALPHABETS),
        *(Writing(e, lang, _ranked(own, 2, 0.9), "latin") for e, lang, own in frequent.LATIN),
        Writing(("gb18030",), "zh", _east_asian([(frequent.SIMPLIFIED, 9.5)]), "cjk"),
        Writing(("big5hkscs", "gb18030"), "zh", _east_asian([(frequent.TRADITIONAL, 9.5)]), "cjk"),
        Writing(("cp932", "euc_jp"), "ja", _east_asian([(frequent.KANJI, 9.5)]) | hiragana, "cjk"),
        Writing(("cp949",), "ko", _east_asian([(frequent.HANGUL, 9.0)]), "cjk"),
    )


def _rest(script: str, lang: str) -> Callable[[str], float]:
    """Return the cost of a character that a writing's table does not have."""
    if script != "cjk":
        return lambda c: _MARK if c in _MARKS else 11.0 if c.isalpha() else _OTHER

    def wide(c: str) -> float:
        if lang == "ko":
            return 12.0 if "가" <= c <= "힣" else 17.0
        if "ァ" <= c <= "ヺ" or "ぁ" <= c <= "ゖ":
            return 8.0 if lang == "ja" else 15.0
        return 13.5 if "一" <= c <= "鿿" else 11.0 if "！" <= c <= "～" else 19.0

    return wide


def _places(text: str) -> Counter[tuple[str, str]]:
    """Each character above 127 with what stands around it: `inside` a word of A to Z, `end` of one, a
    `capital` behind a small letter, a letter that is `joined` to another above 127, `alone`.
    """
    found: Counter[tuple[str, str]] = Counter()
    before = " "
    for c, after in zip(text, text[1:] + " ", strict=False):
        if c > "\x7f":
            around = before.isascii() and before.isalpha(), after.isascii() and after.isalpha()
            if c.isupper() and before > "\x7f" and before.isalpha():
                place = "shouted" if before.isupper() else "capital"
            elif all(around):
                place = "inside"
            elif any(around):
                place = "end"
            else:
                place = "joined" if before > "\x7f" and before.isalpha() else "alone"
            found[c, place] += 1
        before = c
    return found


def _cost(writing: Writing, places: Counter[tuple[str, str]]) -> float:
    """The bits that the text costs in this writing."""
    total = 0.0
    rest = _rest(writing.script, writing.lang)
    for (c, place), count in places.items():
        known = writing.bits.get(c)
        if known is None and (known := writing.bits.get(c.lower())) is not None:
            known += _CAPITALS if place == "shouted" else _CAPITAL
        if c == "\ufffd" or "\x80" <= c < "\xa0" or "\ue000" <= c < "\uf900":
            cost = _BROKEN
        else:
            cost = rest(c) if known is None else known
            if writing.script == "latin":
                if c.isalpha():
                    cost += _STRAY if place == "alone" else _INSIDE if place == "joined" else 0
                elif place == "inside" and c not in "’·":
                    cost += _INSIDE
            elif writing.script == "alphabet" and place in ("inside", "end") and c.isalpha():
                cost += _INSIDE + _INSIDE
            if writing.script != "cjk":
                cost += _MIXED if place == "capital" else 0
        total += cost * count
    return total


def _said(page: bytes) -> bytes:
    """Return the page without comments, scripts and styles; one that never ends takes nothing with it, and is
    looked for once.
    """
    pieces: list[bytes] = []
    endless: set[bytes] = set()
    at = 0
    for begin in _UNSAID.finditer(page):
        kind = begin[0][1:3].lower() if begin[0][1:2] != b"!" else b"!"
        if begin.start() < at or kind in endless:
            continue
        if end := _ENDS[kind].search(page, begin.end()):
            pieces.append(page[at : begin.start()])
            at = end.end()
        else:
            endless.add(kind)
    return b" ".join((*pieces, page[at:]))


def _sample(data: bytes) -> bytes:
    text = _TAG.sub(b" ", _said(data[:400_000]))
    if sum(byte > 127 for byte in text) < 8:
        text = data[:400_000]
    pieces, size = [], 0
    for line in re.split(rb"[\r\n]+|  +", text):
        if not line.isascii():
            pieces.append(line)
            size += len(line)
            if size > SAMPLE:
                break
    return b"\n".join(pieces)[: SAMPLE * 2]


def guesses(data: bytes) -> tuple[list[tuple[float, str, Writing]], bytes]:
    """Bits, encoding and language, the best first, and the bytes that were looked at."""
    sample = _sample(data)
    named = _LANG.search(data[:4096])
    lang = named[1].decode().lower() if named else ""
    places: dict[str, Counter[tuple[str, str]]] = {}
    found = []
    for writing in writings():
        for name in writing.encodings:
            if name not in places:
                places[name] = _places(sample.decode(name, "replace"))
            bits = _cost(writing, places[name])
            bits -= _DECLARED_LANGUAGE if writing.lang == lang else 0
            bits += 0 if name == "cp1252" else _WESTERN + _RARE if name in _OLD else _WESTERN
            found.append((bits, name, writing))
    return sorted(found, key=lambda one: one[0]), sample


def told(data: bytes) -> str:
    """The encoding in which `data`, that is not UTF-8, is written; empty if that cannot be told surely."""
    found, sample = guesses(data)
    if sample.isascii():
        return ""
    bits, best, writing = found[0]
    high = sum(byte > 127 for byte in sample)
    read = sample.decode(best, "replace")
    rival = next((b for b, name, _ in found if sample.decode(name, "replace") != read), math.inf)
    if (
        bits - _WESTERN > WORST[writing.script] * high
        or rival - bits < SURE
        or _strange(writing, read) > STRANGE
    ):
        return _by_capitals(sample)
    return best


def _by_capitals(sample: bytes) -> str:
    """The encoding of a text in Cyrillic that is too short for its letters to tell the language: in the right
    one nearly all letters behind a word's first are small, in the other nearly none. Empty where they are in
    neither.
    """
    high = sum(byte > 127 for byte in sample)
    if not _mostly_high(sample):
        return ""
    best: tuple[float, str] = (0.0, "")
    for name in ("cp1251", "koi8-r"):
        words = re.findall(r"[а-яёА-ЯЁ]{2,}", sample.decode(name, "replace"))
        inner = "".join(word[1:] for word in words)
        share = sum(map(str.islower, inner)) / max(1, len(inner))
        if len(inner) > _INNER * high and share > best[0]:
            best = share, name
    return best[1] if best[0] > _SMALL else ""


def _strange(writing: Writing, text: str) -> float:
    """Return the share of the text above 127 that is neither a character of the language nor a mark."""
    high = [c for c in text if c > "\x7f"]
    if writing.script == "cjk":
        strange = sum(_rest("cjk", writing.lang)(c) > 17 for c in high if c not in writing.bits)
    else:
        strange = sum(c not in _MARKS and not {c, c.lower()} & writing.bits.keys() for c in high)
    return strange / max(1, len(high))


def is_foreign(data: bytes) -> bool:
    """Return whether the text is mostly of bytes above 127: a wrong encoding leaves nothing of it."""
    return _mostly_high(_sample(data))


def _mostly_high(sample: bytes) -> bool:
    high = sum(byte > 127 for byte in sample)
    return high > 0.4 * (high + sum(byte < 128 and chr(byte).isalpha() for byte in sample))
