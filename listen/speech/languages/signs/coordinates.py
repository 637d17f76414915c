"""Places on the globe in the six European languages: "45°30' N", "48,8566° N", "2° 20′ 14″ E"."""

from __future__ import annotations

from collections.abc import Mapping

from listen.speech.rules import Here, Rule, Said, whole
from listen.speech.writing import patterns as re

_DEGREES = r"(?P<d>\d{1,3})(?:[.,](?P<e>\d{1,8}))?\s?[°º]"
_MINUTES = r"\s?(?P<m>[0-5]?\d)(?:[.,](?P<n>\d{1,4}))?\s?['′’]"
_SECONDS = r"(?:\s?(?P<s>[0-5]?\d)(?:[.,](?P<t>\d{1,4}))?\s?(?:[\"″”]|['′’]{2}))?"


def coordinate_rules(
    compass: Mapping[str, str], degrees: str, lasted: tuple[str, str, str], comma: str, apart: bool
) -> tuple[Rule, ...]:
    """Rules that begin with a figure; `compass`: letter → direction, `lasted`: hours, minutes, seconds,
    `apart`: decimals one by one.
    """
    if not compass:
        return ()
    letters = "|".join(compass)

    def parts(whole_part: str, decimals: str | None, name: str) -> str:
        if not decimals:
            return f"{int(whole_part)} {name}"
        if apart or decimals[0] == "0":
            decimals = " ".join(decimals)
        return f"{int(whole_part)} {comma} {decimals} {name}"

    def place(m: re.Match[str], here: Here) -> Said | None:
        found = m.groupdict()
        said = [parts(m["d"], m["e"], degrees)]
        if found.get("m"):
            said.append(parts(m["m"], m["n"], lasted[1]))
        if found.get("s"):
            said.append(parts(m["s"], m["t"], lasted[2]))
        if m["c"]:
            said.append(compass[m["c"]])
        return whole(m, " ".join(said))

    return (
        Rule(rf"{_DEGREES}{_MINUTES}{_SECONDS}(?:\s?(?P<c>{letters})(?![\w'’]))?", place),
        Rule(rf"{_DEGREES}\s?(?P<c>{letters})(?![\w'’])", place),
    )
