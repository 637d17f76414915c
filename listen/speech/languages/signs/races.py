"""Times of races: "1:32,5", "1'58\"32", "9\"85", minutes and seconds in full."""

from __future__ import annotations

import re
from collections.abc import Callable

from listen.speech.rules import Here, Rule, Said, whole

_COLON = (
    r"(?P<m>\d{1,2}):(?P<s>[0-5]\d)[,.](?P<f>\d{1,3})(?![\w,:]|\.\d)"
    r"(?:\s(?:[Mm]in(?:\.(?=\s[a-z])|(?:ut\w{1,3})?(?!\w))))?"
)
_TICKS = r"(?:(?P<m>\d{1,2})['′’]\s?)?(?P<s>[0-5]?\d)(?:[\"″”]|'')(?P<f>\d{1,3})(?!\w)"


def race_rules(
    lasted: tuple[str, str, str], singular: Callable[[str], str], comma: str, apart: bool
) -> tuple[Rule, ...]:
    """Rules that begin with a figure; `lasted`: hours, minutes, seconds; `comma`: how the decimal sign is
    said; `apart`: decimals one by one.
    """

    def named(figures: str, many: str) -> str:
        return f"{int(figures)} {singular(many) if int(figures) == 1 else many}"

    def said(m: re.Match[str], here: Here) -> Said | None:
        minutes = [named(m["m"], lasted[1])] if m["m"] else []
        parts = " ".join(m["f"]) if apart or m["f"][0] == "0" else m["f"]
        return whole(m, " ".join([*minutes, str(int(m["s"])), comma, parts, lasted[2]]))

    return (Rule(_COLON, said), Rule(_TICKS, said))
