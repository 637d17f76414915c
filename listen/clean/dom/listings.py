"""This module says what a preformatted text is: a program, a console, a diagram's source or passages."""

import re
from typing import Any

from listen.clean.dom.nouns import INLINE, holds_blocks

_ODD = re.compile(
    r"[{};=<>]|^\s*[$#>]|\(\)|^\s{2,}\S|"
    r"^(?:import \w|from \S+ import|(?:def|class|fn|func|function|let|const|var) \w|"
    r"(?:sudo|npm|npx|pip|git|curl|docker|kubectl|apt|apt-get|brew|cargo|go|cd|mkdir|echo|chmod) \S+(?: |$))|"
    r"\s-{1,2}[A-Za-z]\S{0,40}(?:\s|$)(?<!-{2})|[-=+]{4}|\S {1,9}\| {1,9}\S|\S\t\S|"
    r"^(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|FROM|WHERE|(?:LEFT )?JOIN|(?:GROUP|ORDER) BY|VALUES) "
    r"[a-z*('\"]|^(?:CREATE|ALTER|DROP) [A-Z]{4}"
)
"""What the line of a program or of a console has, and how it begins; options, rulers, columns, statements."""
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


def listing(el: Any) -> tuple[bool, list[str]]:
    """Return whether a `pre` holds a program or a console, and its text: whole then, else a passage each."""
    text = preformatted(el).strip("\n")
    if not text.strip():
        return False, []
    named = _LANGUAGE.search(names := el.get("class") or "") or DIAGRAM in names.split()
    if named or el.find(".//code") is not None or looks_like_code(text):
        return True, ["\n".join(line.rstrip() for line in text.split("\n")).strip("\n")]
    return False, re.split(r"\n\s*\n", text)


def draws(el: Any) -> bool:
    """Return whether an element holds nothing but the source of a diagram."""
    return DIAGRAM in (el.get("class") or "").split() and not holds_blocks(el)


def looks_like_code(text: str) -> bool:
    """Return whether most lines of preformatted text have the signs of a program or a console."""
    lines = [line for line in text.split("\n") if line.strip()]
    return sum(_ODD.search(line) is not None for line in lines) * 2 >= len(lines)
