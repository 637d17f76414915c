"""Bytes to text: byte order mark, what is provably UTF-8, what header and page declare, then a guess."""

import codecs
import contextlib
import re

from listen.clean.dom.encodings import guess
from listen.errors import NoArticleError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE = (
    (re.compile(rb"(?:\s\0\0\0){0,9}<\0\0\0[^\0]\0\0\0"), "utf-32-le"),
    (re.compile(rb"(?:\0\0\0\s){0,9}\0\0\0<\0\0\0[^\0]"), "utf-32-be"),
    (re.compile(rb"(?:\s\0){0,9}<\0[^\0]\0"), "utf-16-le"),
    (re.compile(rb"(?:\0\s){0,9}\0<\0[^\0]"), "utf-16-be"),
)
"""How a page begins whose characters are of two or four bytes and that has no mark to say so."""
_META = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*+=\s*+(?:["']\s*+)?([A-Za-z0-9_:.-]{2,40})|"""
    rb"""<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9_:.-]{2,40})""",
    re.I,
)
# Browsers read these labels as their Windows superset (WHATWG Encoding), and pages rely on it.
_ALIASES = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "iso-8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb_2312-80": "gb18030",
    "x-gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "x-user-defined": "cp1252",
    "unicode": "utf-8",
}
# U+0080–009F are no characters of any text: they are what cp1252 has there, gone through latin-1.
_C1 = {code: bytes([code]).decode("cp1252", "ignore") or " " for code in range(0x80, 0xA0) if code != 0x85}
_CONTROL = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 127, 65534, 65535), " ")
_DROP = dict.fromkeys(
    [0xAD, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A)], None
)
_TABLE: dict[int, str | None] = {**_C1, **_CONTROL, **_DROP}
_RARE = re.compile("[" + "".join(re.escape(chr(c)) for c in _TABLE) + "]")
_PRINTED = bytes([9, 10, 13, *range(32, 127)])
"""The characters of ASCII that no text has to lose."""
_JOINED = re.compile("(?<=[A-Za-zÀ-ɏͰ-ӿ])[\u200c\u200d]+(?=[A-Za-zÀ-ɏͰ-ӿ])")
"""Joiners between letters that have nothing to join, as in Latin: they would part a word for the voice."""
_TAIL = "[\\x80-\\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
"""How cp1252 shows a byte that goes on with a character of UTF-8."""
_MOJIBAKE = re.compile(f"(?:[ÂÃ]{_TAIL}|â(?:€[œ™˜”“¦\\x9d]?|\x80[\x80-\xbf])|ðŸ|(?:[ÐÑ]{_TAIL}){{3}})")
_MOJIBAKE_SIGNS = ("Â", "Ã", "â€", "â\x80", "ðŸ", "Ð", "Ñ")
_GARBLED = re.compile(f"[Â-ß]{_TAIL}|[à-ï]{_TAIL}{{2}}|[ð-ô]{_TAIL}{{3}}")


def tidy(text: str) -> str:
    """Take out what no voice should meet: controls, NULs, soft hyphens, zero widths, bidi marks."""
    if text.isascii():
        # `translate` is quick for ASCII alone; elsewhere it looks each character up in the table.
        return text.translate(_TABLE)
    # Most of a page is ASCII: the rest is looked at alone.
    rest = text.encode("utf-8", "replace").translate(None, _PRINTED).decode("utf-8")
    if _RARE.search(rest):
        text = _RARE.sub(lambda match: _TABLE[ord(match[0])] or "", text)
    return _JOINED.sub("", text) if "\u200c" in rest or "\u200d" in rest else text


def _known(label: str | None) -> str | None:
    if not label:
        return None
    label = label.strip().strip("\"'").lower()
    label = _ALIASES.get(label, label)
    try:
        name = codecs.lookup(label).name
        "".encode(name)
    except (LookupError, TypeError):
        return None
    return _ALIASES.get(name.replace("_", "-"), name)


def _single_bytes(text: str) -> bytes:
    """Back to the bytes that were read as cp1252; its five holes are read as control characters."""
    return b"".join(c.encode("latin-1" if "\x80" <= c < "\xa0" else "cp1252") for c in text)


_LOST = "\xa0\xad\u200b\u200e\ufeff\x81\x8d\x8f\x90\x9d"
"""What no text shows and a garbled run may still mean: spaces, and the holes of cp1252 one time deeper."""


def _unread(match: re.Match[str]) -> str:
    """The character that a garbled run was before it was read as cp1252; the run itself where it was none."""
    run = match[0]
    with contextlib.suppress(UnicodeError):
        read = _single_bytes(run).decode("utf-8")
        if all(c.isprintable() or c in _LOST for c in read):
            return read
    return run


def mended(text: str, least: int = 3) -> str:
    """Undo UTF-8 that was read as cp1252 and saved again, once or twice, where so many places say so.

    Each run is undone by itself: one stray “€” elsewhere must not keep the rest garbled. A quotation mark
    behind a capital with a tilde or a hat (“IRMÔ, a Portuguese word in quotes) is no sign by itself.
    """
    for _ in range(2):
        # A single character is looked for ten times faster than two.
        if not any(sign[0] in text and sign in text for sign in _MOJIBAKE_SIGNS):
            break
        signs = [m[0] for m in _MOJIBAKE.finditer(text)]
        if sum(len(sign) > 2 or sign[-1:] not in "‘’“”‹›…–—•™" for sign in signs) < least:
            break
        text = _GARBLED.sub(_unread, text)
    return text


def _score(text: str) -> float:
    """Return how much of a decoded text looks like writing (for the guess among legacy encodings)."""
    sample = text[:20000]
    if not sample:
        return 0.0
    bad = sum(c == "\ufffd" or 0x80 <= ord(c) < 0xA0 or 0xE000 <= ord(c) < 0xF900 for c in sample)
    return 1.0 - 10.0 * bad / len(sample)


def decode(data: bytes, charset: str | None = None, sure: bool = False) -> str:
    """The text of `data`; `charset` is what the server declared. What no encoding explains becomes U+FFFD,
    then a space.

    Bytes that are valid UTF-8 and not plain ASCII are UTF-8 whatever their label says: no legacy encoding
    produces such bytes by accident in more than a few words.

    Never fails, unless it has to be `sure`: then it raises NoArticleError for text that is mostly no A to Z
    and whose encoding nobody declares and its letters do not tell.
    """
    for bom, name in _BOMS:
        if data.startswith(bom):
            return tidy(data[len(bom) :].decode(name, "replace").replace("\ufffd", " "))
    for beginning, name in _WIDE if b"\0" in data[:8] else ():
        if beginning.match(data):
            return tidy(data.decode(name, "replace").replace("\ufffd", " "))
    if data[:4096].count(0) > len(data[:4096]) // 4:
        even, odd = data[:4096:2].count(0), data[1:4096:2].count(0)
        name = "utf-16-be" if even > odd else "utf-16-le"
        return tidy(data.decode(name, "replace").replace("\ufffd", " "))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = ""
    else:
        if "\x1b" not in text or ("\x1b$" not in text and "\x1b(" not in text):
            return tidy(mended(text))
    match = _META.search(data, 0, 4096)
    declared = match and (match.group(1) or match.group(2)).decode("ascii")
    labels = [_known(charset), _known(declared)]
    if "\x1b" in text:
        labels.append("iso2022_jp")
    names = [n for n in dict.fromkeys(labels) if n]
    # A mostly UTF-8 page with a few broken bytes stays UTF-8.
    loose = data.decode("utf-8", "replace")
    high = sum(ord(c) > 127 for c in loose[:200_000])
    broken = loose[:200_000].count("\ufffd")
    if high and broken <= 0.1 * high:
        return tidy(mended(loose.replace("\ufffd", " ")))
    for name in names:
        if name in ("utf-8", "utf-16", "utf-32", "utf-16-le", "utf-16-be"):
            continue
        decoded = data.decode(name, "replace")
        if _score(decoded) > 0.9 and not (name == "cp1252" and guess.is_foreign(data) and guess.told(data)):
            return tidy(decoded.replace("\ufffd", " "))
    if told := guess.told(data):
        return tidy(data.decode(told, "replace").replace("\ufffd", " "))
    if sure and guess.is_foreign(data):
        raise NoArticleError(
            "the page does not say in which encoding its letters are, and they do not tell: save it as UTF-8"
        )
    guesses = {n: _score(data.decode(n, "replace")) for n in ("cp932", "gb18030", "cp949", "big5", "cp1252")}
    best = max(guesses, key=lambda n: guesses[n])
    if guesses[best] <= guesses["cp1252"]:
        best = "cp1252"
    return tidy(data.decode(best, "replace").replace("\ufffd", " "))
