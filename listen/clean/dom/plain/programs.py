"""This module says what the text of a `pre` is, line by line, and whether it is a program or a console."""

import re
from typing import Any

from listen.clean.dom.nouns import INLINE, holds_blocks

_SIGNED = (
    r"[{};=<>]|^\s*[$#>]|\(\)|"
    r"^(?:import \w|from \S+ import|(?:def|class|fn|func|function|let|const|var) \w|"
    r"(?:sudo|npm|npx|pip|git|curl|docker|kubectl|apt|apt-get|brew|cargo|go|cd|mkdir|echo|chmod) \S+(?: |$))|"
    r"\s-{1,2}[A-Za-z]\S{0,40}(?:\s|$)(?<!-{2})|[-=+]{4}|\S {1,9}\| {1,9}\S|\S\t\S|"
    r"^(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|FROM|WHERE|(?:LEFT )?JOIN|(?:GROUP|ORDER) BY|VALUES) "
    r"[a-z*('\"]|^(?:CREATE|ALTER|DROP) [A-Z]{4}"
)
"""What the line of a program or of a console has, and how it begins; options, rulers, columns, statements."""
_ODD = re.compile(rf"{_SIGNED}|^\s{{2,}}\S")
_COMMENT = r"^\s*(?://|/\*|\*/|--\s|;|%|\"{3}|'{3})|\*/\s*$"
_PATCH = r"^(?:diff --|index [0-9a-f]{7}|@@ -|[-+]{3} [ab]?/)"
SIGNED = re.compile(rf"{_SIGNED}|{_COMMENT}|{_PATCH}")
"""The same signs, without the indent that prose may have, too; and those of comments and of patches."""
COMMENTED = re.compile(r"^[ \t]{0,40}(?:/\*|\"{3}|'{3})|(?:\*/|\"{3})[ \t]{0,40}$", re.M)
"""Where the comment of a program begins or ends, which is prose in a listing."""
_LANGUAGE = re.compile(
    r"\b(?:language|lang|brush)[-:] ?\w|\bhljs\b|\bprettyprint\b|\bsourceCode\b|"
    r"\b(?:program|code)[-_]?listing\b|"
    r"(?:^|\s)(?:code|screen|synopsis|chroma|shiki|doctest|literal-block|wp-block-code|highlight)(?:\s|$)"
)
"""Names that highlighters of programs give to what they colour."""
_RUN = re.compile(r"(?:^|[\s_-])(?:run|copy|play|test-arrow)(?:$|[\s_-])", re.I)


def preformatted(el: Any) -> str:
    """The text of a `pre`; an element that begins a line by itself begins one here too."""
    parts: list[str] = []

    def add(text: str | None) -> None:
        if text:
            parts.append(text)

    def line() -> None:
        if parts and not parts[-1].endswith("\n"):
            parts.append("\n")

    def gather(node: Any) -> None:
        add(node.text)
        for child in node:
            if child.tag == "button" or (child.tag == "a" and _RUN.search(child.get("class") or "")):
                # A button in the corner of the box.
                add(child.tail)
                continue
            if child.tag.__class__ is str:
                apart = child.tag not in INLINE
                if child.tag == "br":
                    parts.append("\n")
                elif apart:
                    line()
                gather(child)
                if apart and (child.tail or child.getnext() is not None):
                    line()
                    if (child.tail or " ").isspace():
                        continue
            add(child.tail)

    gather(el)
    return "".join(parts)


DIAGRAM = "mermaid"
"""The class name of an element whose text a script draws."""


def named_listing(el: Any) -> bool:
    """Return whether a `pre` is marked as a program: by a highlighter's name, by a `code` in it."""
    names = el.get("class") or ""
    named = _LANGUAGE.search(names) is not None or DIAGRAM in names.split()
    return named or el.find(".//code") is not None


def draws(el: Any) -> bool:
    """Return whether an element holds nothing but the source of a diagram."""
    return DIAGRAM in (el.get("class") or "").split() and not holds_blocks(el)


def looks_like_code(text: str) -> bool:
    """Return whether most lines of preformatted text have the signs of a program or a console."""
    lines = [line for line in text.split("\n") if line.strip()]
    return sum(_ODD.search(line) is not None for line in lines) * 2 >= len(lines)
