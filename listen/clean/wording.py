"""What becomes of a run of text on its way out of the tree: marks and addresses go, exponents stay."""

import re
from typing import Any

from listen.clean.places import fold

NOTE_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[a-z*†‡§]|note \d+)[\])]?(?:\s*,\s*\d{1,3})*\Z", re.I)
# Addresses are for eyes: they go, the words around them stay. Markdown that a page shows raw loses its signs.
_ADDRESS = re.compile(r"(?:\s*[(<\[]\s*)?\bhttps?://[^\s<>\])]+[\])>]?|\s*\bpic\.twitter\.com/\w+")
_LINK_MARKUP = re.compile(r"\[([^\]\[]+)\]\(https?://[^)\s]+\)")
_NUMBER = re.compile(r"\(?[0-9]{1,3}[.)]?")
_STRONG = re.compile(r"\*\*(?=\S)([^*]+?)(?<=\S)\*\*")
BRACKET_MARK = re.compile(r"\[(?:\d{1,3}|[a-z]|edit|note \d+|citation needed|update)\]", re.I)
SUPERS = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")


def polish(raw: str, heading: bool) -> str:
    """The text of a block as it may be read: white space folded, reference marks and addresses taken out."""
    text = fold(raw)
    if "[" in text:
        text = BRACKET_MARK.sub("", text)
    if "](" in text:
        text = _LINK_MARKUP.sub(r"\1", text)
    if "://" in text and " " in text:
        text = _ADDRESS.sub("", text)
    if "**" in text:
        text = _STRONG.sub(r"\1", text)
    text = fold(text) if "  " in text else text.strip()
    # Joiners and marks of no width at the edges are left over from an editor.
    text = text.strip("\u200b\u200c\u200d\u200e\u2060\ufeff")
    if heading and text[-1:] in "#¶🔗§":
        # The link to itself that many sites put behind a heading.
        text = text.rstrip("#¶🔗§ ")
    return text


def item_number(el: Any, text: str) -> int | None:
    """The number of a list's item, where `text` is that number, set by the page as text of its own."""
    if not _NUMBER.fullmatch(text):
        return None
    item = next((e for e in (el, *el.iterancestors()) if e.tag == "li"), None)
    if item is None or len(fold("".join(item.itertext()))) < len(text) + 20:
        return None
    return int(text.strip("(.) "))


def to_int(value: str | None, default: int) -> int:
    """The whole number that an attribute gives, else `default`."""
    try:
        return int(value or "")
    except ValueError:
        return default


def looks_like_code(text: str) -> bool:
    """Whether most lines of preformatted text have the signs of a program or a console."""
    lines = [line for line in text.split("\n") if line.strip()]
    odd = sum(bool(re.search(r"[{};=<>]|^\s*[$#>]|\(\)|^\s{2,}\S", line)) for line in lines)
    return odd * 2 >= len(lines)
