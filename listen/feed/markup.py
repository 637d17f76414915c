"""Text that goes into XML and HTML: control characters out, everything special escaped."""

from __future__ import annotations

import re

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
# Hexadecimal, as the W3C's validator wants it in titles: readers that undo one escaping too many survive it.
_SPECIAL = {"&": "&#x26;", "<": "&#x3C;", ">": "&#x3E;", '"': "&#x22;", "'": "&#x27;"}
_TABLE = str.maketrans(_SPECIAL)


def clean(text: str) -> str:
    """`text` without what XML does not allow, its white space folded to single spaces."""
    if text.isprintable() and "  " not in text and text == text.strip():
        return text  # nearly always
    return " ".join(_CONTROL.sub("", text).split())


def escape(text: str) -> str:
    """For element content and for attributes in quotes, in XML and in HTML."""
    return clean(text).translate(_TABLE)


def element(name: str, text: str = "", /, **attributes: str) -> str:
    """`<name a="b">text</name>`; a `_` before an attribute's name is dropped (`_type`)."""
    shown = "".join(f' {key.lstrip("_")}="{escape(value)}"' for key, value in attributes.items() if value)
    return f"<{name}{shown}>{escape(text)}</{name}>" if text else f"<{name}{shown}/>"


def limit(text: str, size: int) -> str:
    """At most `size` bytes of UTF-8, whole characters; half a character (a surrogate alone) is left out."""
    return text.encode(errors="ignore")[:size].decode(errors="ignore")
