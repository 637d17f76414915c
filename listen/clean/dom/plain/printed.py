"""This module takes out of a text what was printed at the edges of its pages, and closes the gaps there."""

import re

from listen.clean.result import Why

_EDGE = Why("navigation", "the head or the foot of a printed page", "page-edge")
_MEMO = Why("bylines", "the head of a memo: its series, number, author and day", "memo-head")
_FOOT = re.compile(r"\[Page [\divxlc]{1,6}\]\s{0,9}\Z")
_SERIES = re.compile(r"(?:RFC \d{1,5}|Internet-Draft) {3}")
_MEMOS = re.compile(
    r"^(?:Network Working Group|Internet Engineering Task Force|Request for Comments: \d)", re.M
)
_COLUMNS = re.compile(r" {3,}")
_ENDED = re.compile(r"[.:!?;)]\s*\Z")
_WIDEST = 120
"""Characters of a page's widest line."""


def unpaged(text: str) -> tuple[str, list[tuple[str, Why]]]:
    """Return a text without the heads and feet of its printed pages, and these with their reason."""
    if "[Page " not in text and "\f" not in text and not _SERIES.match(text) and not _MEMOS.match(text):
        return text, []
    out: list[str] = []
    taken: list[tuple[str, Why]] = []
    if _MEMOS.match(text):
        memo, _, text = text.partition("\n\n")
        taken.append((" ".join(memo.split()), _MEMO))
    head = _SERIES.match(text) is not None  # Whether the next line with words may be a page's head.
    turned = False
    for row in text.split("\n"):
        line = row.replace("\f", "").rstrip()
        if "\f" in row:
            head = turned = True
        if len(line) <= _WIDEST and _FOOT.search(line):
            taken.append((" ".join(line.split()), _EDGE))
            head = turned = True
        elif not line:
            if not turned:
                out.append("")
        elif head and len(line) <= _WIDEST and len(_COLUMNS.findall(line.strip())) > 1:
            taken.append((" ".join(line.split()), _EDGE))
            head, turned = False, True
        else:
            if turned:
                while out and not out[-1]:
                    out.pop()
                # A sentence that went over to the next page goes on.
                goes_on = out and not _ENDED.search(out[-1]) and line.lstrip()[:1].islower()
                out += [] if goes_on else [""]
            out.append(line)
            head = turned = False
    return "\n".join(out).strip("\n"), taken
