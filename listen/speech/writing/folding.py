"""Letters in disguise: full width, small capitals, mathematical alphabets, ligatures, look-alikes.

A text that has any is read in ordinary letters; `folded` keeps where each of its characters came from.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from listen.speech.writing import patterns as re

_SMALL_CAPITALS = dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnopqrstuvwyz", strict=True))
_LOOK_ALIKES = dict(
    zip("АВЕКМНОРСТУХІЅЈасеорухіѕјΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEKMHOPCTYXISJaceopyxisjABEZHIKMNOPTYXo", strict=True)
)
_DISGUISED = re.compile(
    "[\uff01-\uff5e\u1d00-\u1d7f\u02b0-\u02b8\u02e0-\u02e4\u2071\u207f\u2090-\u209c\u2100-\u2101\u2103\u2109-\u2113"
    "\u2115\u2119-\u211d\u2124\u212c-\u2131\u2160-\u217f\u24b6-\u24e9\ua730-\ua731\ua7af\ufb00-\ufb06\ufe50-\ufe6b"
    "\U0001d400-\U0001d7ff\U0001f130-\U0001f189\u0262\u026a\u0274\u0280\u028f\u0299\u029c\u029f\u1d9c-\u1da0"
    "\u00aa\u00ba]"
)
_FOREIGN = re.compile(
    r"(?<![^\W\d_])(?=[^\W\d_]*[A-Za-z])(?=[^\W\d_]*[А-яІіЅѕЈјΑ-Ωο])[A-Za-zА-яІіЅѕЈјΑ-Ωο]{2,40}"
)
"""A word of Latin letters with one or two of another alphabet among them that look the same."""
_GARBLED = re.compile(
    "â€[\u2122\u0153\u009d\u02dc\u201c\u201d\u00a6\u00a2]"
    "|â€¨|â‚¬"
    r"|â€(?=[\s.,;:!?)]|\Z)"
    "|Ã[\u00a0-\u00bf\u2030\u201c\u201d\u0161]|Â[\u00a0\u00a3\u00b0\u00b7\u00bd]"
)
"""UTF-8 that somebody read as Windows-1252, in the forms that pages have: an apostrophe, an é."""
_APOSTROPHE = re.compile(
    r"(?<=[^\W\d_])[‘´′`](?=(?:s|t|re|ve|ll|d|m)(?![^\W_`]))|(?<=[A-Za-z]\d)[‘´](?=s(?![^\W_`]))"
    r"|(?<=\d\d)[‘´](?=s(?![^\W_`]))|(?<=[^\W\d_])(?<!\bna)(?<!caf)(?<!clich)\ufffd(?=(?:s|t|re|ve|ll)(?![^\W_`]))"
)
"""A mark that stands for an apostrophe: "user‘s", "it´s", "user42‘s", or what is left of one: "it\ufffds"."""
_LOST_SPACE = re.compile(r"(?<=\d)\ufffd(?=[a-z])")
"""What is left of a space that keeps a figure with its word."""
_KEPT = frozenset("ªº")
_PHONETIC = re.compile("[əɔɛʃʒθðŋɑʌʊɫˈˌː]")
"""Beside these, small capitals and raised letters are signs of a transcription."""


@lru_cache(maxsize=1024)
def _plain(c: str) -> str:
    if c in _SMALL_CAPITALS:
        return _SMALL_CAPITALS[c]
    folded = unicodedata.normalize("NFKC", c)
    if "\u2170" <= c <= "\u217f":
        folded = folded.upper()  # a numeral is easier told in capitals
    return folded if folded.isprintable() and folded.strip() else c


def folded(text: str) -> tuple[str, tuple[int, ...]] | None:
    """The text in ordinary letters and, for each of its characters (and its end), the place in the original.

    None where there is nothing to fold, which is nearly always.
    """
    if text.isascii() and "`" not in text:
        return None
    alike = {m.start(): m.group() for m in _FOREIGN.finditer(text)}
    garbled = {m.start(): m.group() for m in _GARBLED.finditer(text)}
    raised = {m.start() for m in _APOSTROPHE.finditer(text)}
    spaces = {m.start() for m in _LOST_SPACE.finditer(text)}
    if not (alike or garbled or raised or spaces or _DISGUISED.search(text)) or _PHONETIC.search(text):
        return None
    out: list[str] = []
    places: list[int] = []
    end_of_word, word = 0, ""
    skip = 0
    for i, c in enumerate(text):
        if i < skip:
            continue
        if i in garbled:
            plain = _read_right(garbled[i])
            skip = i + len(garbled[i])
            out.append(plain)
            places += [i] * len(plain)
            continue
        if i in alike:
            word = alike[i]
            end_of_word = i + len(word)
        plain = c
        if i < end_of_word and c in _LOOK_ALIKES and _mostly_latin(word):
            plain = _LOOK_ALIKES[c]
        elif i in raised:
            plain = "'"
        elif i in spaces:
            plain = " "
        elif c not in _KEPT and _DISGUISED.match(c):
            plain = _plain(c)
        out.append(plain)
        places += [i] * len(plain)
    return "".join(out), (*places, len(text))


def _read_right(text: str) -> str:
    if text == "â€¨":
        return " "  # a line's end
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:  # the last byte was lost on the way: a closing quotation mark
        return "”" if text.startswith("â€") else text


def _mostly_latin(word: str) -> bool:
    return all(c.isascii() or c in _LOOK_ALIKES for c in word)
