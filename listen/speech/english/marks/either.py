"""One of two numbers before a noun: "a 3/5-pin plug", "a 4/5-door car", "24/36-month terms"."""

from __future__ import annotations

import re

from listen.speech.english.quantities.amounts import number
from listen.speech.rules import Here, Rule, Said, whole

_COUNTED = (
    "pin|speed|door|seater|seat|player|piece|way|person|man|star|channel|core|bay|port|member|bed|bedroom|part|"
    "line|lane|string|cylinder|ply|axis|stage|step|button|blade|phase|wire|pole|digit|bit|layer|season|burner"
)
_TIMES = "month|year|week|day|hour|minute|second"


def _either(m: re.Match[str], here: Here) -> Said | None:
    """Say the two as a choice; what is less than one of a time is a part of it: "a 3/4-hour talk"."""
    a, b = int(m["a"]), int(m["b"])
    part = a == 1 or (m["time"] and b in (2, 3, 4, 8))
    if a >= b or (part and m["noun"] not in ("player", "person")):
        return None
    return whole(
        m, f"{number(m['a'], here.british)} or {number(m['b'], here.british)} {m['noun'] or m['time']}"
    )


DIGITS = (
    Rule(
        rf"(?P<a>\d{{1,2}})/(?P<b>\d{{1,2}})[-‐‑](?:(?P<noun>{_COUNTED})|(?P<time>{_TIMES}))(?!\w)",
        _either,
    ),
)
