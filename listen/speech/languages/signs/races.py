"""Times of races: "1:32,5", "1'58\"32", "9\"85", minutes and seconds in full."""

from __future__ import annotations

from collections.abc import Callable

from listen.speech.rules import Here, Rule, Said, whole
from listen.speech.writing import patterns as re

_COLON = (
    r"(?P<m>\d{1,2})(?::(?P<s>[0-5]\d)(?:,|\.(?!000))|\.(?P<t>[0-5]\d),)(?P<f>\d{1,3})(?![\w:]|[.,]\d)"
    r"(?:\s(?:[Mm]in(?:\.(?=\s[a-z])|(?:ut\w{1,3})?(?!\w))))?"
)
_LETTERED = r"(?:(?P<m>\d{1,2})\s?min\s?)?(?P<s>[0-5]?\d)s(?P<f>\d{1,3})(?!\w)"
_MINUTES = r"(?P<m>\d{1,2})[:.](?P<s>[0-5]\d)\s?[Mm]in(?:\.(?=\s[a-z(]|[,;)])|ut\w{1,3})?(?!\w)"
_HOURS = r"(?P<h>\d{1,2})[:.](?P<m>[0-5]\d)[:.](?P<s>[0-5]\d)\s?(?:Stunden|Std\.|uur|ore|horas|heures)(?!\w)"
_SPAN = r"(?P<h>\d{1,2}):(?P<n>[0-5]\d)\s?(?:Stunden|Std\.?)(?!\w)"
_GERMAN_SPAN = r"(?P<h>\d{1,2}):(?P<n>[0-5]\d)\s?h(?!\w)"
_EXACT = r"(?P<m>\d{1,2})(?:\s?min\s?(?P<s>[0-5]?\d)\s?s(?!\w)|['′’](?P<t>[0-5]\d)(?:[\"″”]|'')(?!\d))"
"""Minutes and seconds without parts: "31min45s", "31'45\""."""
_FRENCH = r"(?P<m>\d{1,2})['′’](?P<s>[0-5]\d)(?![\d\w\"″”'’])"
_DUTCH = r"(?P<h>\d{1,2})\.(?P<m>[0-5]\d)\.(?P<s>[0-5]\d)(?![\w.,:]\w|\w)"
"""How long a race lasted, as the Dutch write it: "2.05.30"; a date has its day before a month under 13."""
_AHEAD = r"(?P<u>\d{1,2})[\"″](?=\s(?:di|d['’]|de)\s?(?:vantaggio|distacco|ritardo|avance|retard|ventaja))"
_PLAIN = rf"(?=\d{{1,2}}(?:[:'′’\"″]|\s?min))(?:{_EXACT}|{_SPAN}|{_AHEAD})"
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
        seconds = m["s"] or m.groupdict().get("t") or "0"
        return whole(m, " ".join([*minutes, str(int(seconds)), comma, parts, lasted[2]]))

    def full(m: re.Match[str], here: Here) -> Said | None:
        """ "3:12 Min.", "2:19.41 uur": in full seconds."""
        hours = [named(m["h"], lasted[0])] if "h" in m.groupdict() else []
        return whole(m, " ".join([*hours, named(m["m"], lasted[1]), named(m["s"], lasted[2])]))

    def spanned(m: re.Match[str], here: Here) -> Said | None:
        """ "1:30 h"."""
        return whole(m, f"{named(m['h'], lasted[0])} {named(m['n'], lasted[1])}")

    def ticked(m: re.Match[str], here: Here) -> Said | None:
        """ "1'30"."""
        return whole(m, f"{named(m['m'], lasted[1])} {int(m['s'])}")

    def plain(m: re.Match[str], here: Here) -> Said | None:
        """ "31'45\"", "1:45 Std.", "con 3\" di vantaggio": no parts of a second."""
        if m["u"]:
            return whole(m, named(m["u"], lasted[2]))
        if m["h"]:
            return whole(m, f"{named(m['h'], lasted[0])} {named(m['n'], lasted[1])}")
        return whole(m, f"{named(m['m'], lasted[1])} {named(m['s'] or m['t'], lasted[2])}")

    return (
        Rule(_HOURS, full),
        Rule(_MINUTES, full),
        Rule(_PLAIN, plain),
        *(Rule(_FRENCH, ticked) for _ in lasted[:1] if lasted[0] == "heures"),
        *(Rule(_GERMAN_SPAN, spanned) for _ in lasted[:1] if lasted[0] == "Stunden"),
        *(Rule(_DUTCH, full) for _ in lasted[:1] if lasted[0] == "uur"),
        *(Rule(p, said) for p in (_COLON, _TICKS, _LETTERED)),
    )
