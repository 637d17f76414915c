"""The day that a page's `time` elements say, or the hints of lines that tell how long ago it was."""

import re
from datetime import date
from itertools import islice
from typing import Any

from listen.clean.dom.nouns import fold
from listen.clean.dom.tree import Elements
from listen.clean.metadata.structured_data import iso
from listen.clean.metadata.written_dates import CHANGED, in_text

_AGO = re.compile(
    r"\bago\b|\bvor \w{1,12} (?:sekunde|minute|stunde|tag|woche|monat|jahr)|\bhace\b|\bhá \d|\bil y a\b|"
    r"\bfa\Z|\bgeleden\b|\btemu\b|\bsedan\b|\bsiden\b|\bsitten\b|назад|前\Z|전\Z|\bönce\b|"
    r"منذ|לפני|yesterday|gestern|hier\Z|ayer",
    re.I,
)
"""What a line says that gives the day by how long ago it was."""
_WEEKDAYS = (
    "monday mon montag mo lundi lunes lunedì segunda-feira maandag måndag mandag poniedziałek",
    "tuesday tue dienstag di mardi martes martedì terça-feira dinsdag tisdag tirsdag wtorek",
    "wednesday wed mittwoch mi mercredi miércoles mercoledì quarta-feira woensdag onsdag środa",
    "thursday thu donnerstag do jeudi jueves giovedì quinta-feira donderdag torsdag czwartek",
    "friday fri freitag fr vendredi viernes venerdì sexta-feira vrijdag fredag piątek",
    "saturday sat samstag sa sonnabend samedi sábado sabato zaterdag lördag lørdag sobota",
    "sunday sun sonntag so dimanche domingo domenica zondag söndag søndag niedziela",
)
_WEEKDAY = {name: n for n, names in enumerate(_WEEKDAYS) for name in names.split()}
"""A day of the week → its number; a page that shows no more of the day on which it came out."""
_BELOW = re.compile(r"-(?:comments?|comment-\w+|related|sidebar|widget)[- ]", re.I)
_HEADLINE = 20
"""Characters of the shortest headline that a link has beside a day."""


def day_of_time(elements: Elements, lang: str) -> str | None:
    """The day of the page's `time` elements, if they agree on one and show it, or say how long ago it was.

    So does the `title` of a line that says how long ago. What readers wrote below the page is not looked at.
    """
    days = set()
    for el in elements.of("time", "span", "abbr"):
        if el.tag != "time" and not el.get("title"):
            continue
        around = el.getparent()
        before = fold(around.text or "")[-60:]
        if CHANGED.search(f"{el.get('class')} {around.get('class')} {el.get('itemprop')} {before}"):
            continue
        shown = fold(" ".join(el.itertext())) if len(el) < 9 else ""
        stated = (iso(el.get("datetime") or "") or "")[:10] if el.tag == "time" else ""
        if not stated and el.get("title") and len(shown) <= 40 and _AGO.search(shown):
            stated = (iso(el.get("title")) or in_text(el.get("title"), lang) or "")[:10]
        if el.tag != "time" and not stated:
            continue
        if _of_other_story(el, shown):
            continue
        if any(_BELOW.search(f"-{up.get('class')}-{up.get('id')}-") for up in islice(el.iterancestors(), 8)):
            continue
        if stated and (
            _AGO.search(shown)
            or _WEEKDAY.get(shown.lower().rstrip(".,")) == date.fromisoformat(stated).weekday()
            or (stated[:4] in shown and re.search(rf"\b{int(stated[8:])}\b", shown))
        ):
            days.add(stated)
        elif found := in_text(shown, lang):
            days.add(found)
    return days.pop() if len(days) == 1 else None


def _of_other_story(el: Any, shown: str) -> bool:
    """Return whether a day stands in a link that has more to say: the headline of another story."""
    link = next((up for up in islice(el.iterancestors(), 6) if up.tag == "a"), None)
    return (
        link is not None
        and link.find(".//h1") is None
        and len(fold(" ".join(link.itertext()))) > len(shown) + _HEADLINE
    )
