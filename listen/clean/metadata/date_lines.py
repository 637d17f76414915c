"""Short lines of a page that print a day, and what each says that the day is."""

import re
from dataclasses import dataclass

from listen.clean.dom.nouns import F_ASIDE, Candidate, Page
from listen.clean.metadata.written_dates import CHANGED, YEAR, find, other_order

_IN_PRINT = (
    r"publi[cskéq]|posted|veröffentlicht|erschienen|pubblic|geplaatst|udgivet|julkaistu|közzét|megjelent|vydáno|yayın|"
    r"опубликов|опубліков|公開|掲載|発表|配信|发布|發布|게시|입력|등록|نشر|פורסם|δημοσι"
)
"""What lines say before the day of publication, in the languages of the web."""
_SAID = re.compile(rf"{_IN_PRINT}|written|created", re.I)
_PUBLISHED = re.compile(_IN_PRINT, re.I)
_OTHER = re.compile(
    r"\b(?:founded|established|received|accepted|eingegangen|angenommen|reçu|accepté|recibido|aceptado|gegründet|fundada|fondée?|est\.|"
    r"effective|expires?|expir(?:y|ation)|valid|deadline|due|last (?:active|seen)|joined|member since|"
    r"registered|"
    r"registriert|(?:mitglied|dabei) seit|beigetreten|anmeldedatum|inscrite?|membre depuis|registrad[oa]|"
    r"miembro desde|iscritt[oa]|membro d[ae]l?|geregistreerd|lid sinds|"
    r"born|died|closes|ends|until)\b|"
    r"\b(?:termin|wann|beginn|veranstaltung|when|event|event date|starts?|begins|quand|cuándo|quando|"
    r"wanneer)\s?:|"
    r"(?:publi|posted)\D{0,180}\d{4}\W.{0,180}(?:updat|modif|revis)",
    re.I,
)
"""What a line says before a day on which nothing was published.

It is that of another event, or of a change where the line gives no more than the year of publication.
"""
_RANGE = re.compile(r"\d\s*[-–—]\s*(?:\d{4}-|\d{1,2}[./]\d|\d{1,2} [A-Z]|[A-Z][a-z]{2,8}\.? \d)")
_LABEL = re.compile(
    rf"(?:{_IN_PRINT})\w{{0,30}}\W{{1,30}}(?:(?:on|am|le|the|em|el|il|op|den|dne|dnia|på)\W{{1,30}})?\Z", re.I
)
_BY = re.compile(r"\W*(?:by|von|par|por|di|door|af|av)\b", re.I)
_BY_FIRST = re.compile(
    r"\W*(?:by|von|par|por|di|door|af|av)\s[^·|•–]{2,50}[·|•–]\s*+(?:(?:on|am|le|el|il|op)\s++)?\Z", re.I
)
"""What stands before the day in a line that begins with the author’s name."""
_OF_LINE = re.compile(
    r"(?:by|and|on|at|in|of|am|pm|a\.m\.|p\.m\.|st|nd|rd|th|min|mins|minutes?|reads?|reading|comments?|views?|words?|"
    r"time|date|last|latest|first|originally|updated|published|posted|written|modified|edited|reviewed|created|"
    r"op|om|em|às|as|as|a|o|w|dnia|roku|rok|г|года|року|в|kl|klo|ore|ora|uur|horas?|hrs|saat|στις|dne|på|den|av|"
    r"von|par|por|di|de|du|le|la|les|el|den|der|am|um|uhr|et|und|y|e|il|do|da|h|alle|lecture|lesezeit)\W*",
    re.I,
)
_STATE = re.compile(
    r"\W*(?:stand|as (?:of|at)|status|état au|datum|dat[ae]|fecha|дата|日期)\s?[:–-]?\s(?:vom |du )?",
    re.I,
)
"""What a line begins with that says no more than as of which day the page is."""
_BARS = re.compile(r"\s[|·•⋅●∙»]\s")
_WEEKDAYS = re.compile(
    r"(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
    r"(?:lune|marte|mercole|giove|vener)dì|sabato|domenica|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|"
    r"(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:mån|tis|ons|tors|fre|lör|sön)dag|"
    r"(?:man|tirs|lør|søn)dag|hs)\W*",
    re.I,
)
"""Weekdays of the languages that write them small, and the hour's sign."""
_BEFORE_STORY = re.compile(
    r"\W{0,3}(?:(?i:presse(?:mitteilung|meldung|information)|medienmitteilung|press release|"
    r"communiqué(?: de presse)?|comunicado(?: de prensa)?|comunicato(?: stampa)?|persbericht)"
    r"\W{1,3}(?:(?:vom|of|du|del?|van)\s)?|"
    r"(?!(?i:on|in|by|am|im|bis|seit|ab|le|el|il|since|until|from|before|after)\s)"
    r"[^\W\d_a-z][\w.'’-]{1,20}(?:[ /][^\W\d_a-z][\w.'’-]{1,20}){0,3},\s(?:(?:den|am|le|el|the)\s)?)?"
)
"""What stands before the day that a story begins with: what it is, or the place."""
_BEHIND_DAY = re.compile(r"\s?(?:\([^()]{2,20}\)\s?)?(?:\.?\s?[-–—|:/]|\.(?=\s)|\)|\s[„“”«»\"])")
_PASSAGE = 100
"""Characters of a passage that a story may begin with, and the most before its day."""
_BEGINS = 30
"""Lines below the headline among which a story begins."""
_SHORT, _LONG = 90, 180
"""Characters of a line with a day; the longer where it says that it is the day of publication."""
_OWNER = re.compile(r"©|\(c\)\s*\d|\bcopyright\b", re.I)
_CREATED = re.compile(r"\W*(?:created|erstellt|créée?|creado)\b", re.I)
_ALONE = 12
"""Words of a line whose day is what it is there for."""
_DAYS = 4
"""Days of one line that are looked at."""


_DAY_FIRST = re.compile(
    r"\b(?:publié|mis en ligne|veröffentlicht|erschienen|publicado|pubblicato|geplaatst|opublikowano|udgivet|"
    r"publicerad)\b",
    re.I,
)
"""What a line says, whatever the page's language, whose numbers begin with the day."""


@dataclass(frozen=True, slots=True)
class Line:
    """A short line that has a day in it."""

    at: int
    """Index of the candidate."""
    day: str
    """ISO 8601; where there are several, that of publication."""
    changed: bool
    """It is the day of a change."""
    own: bool
    """The day is what the line is there for."""
    single: bool
    """It is the only one in the line, but for that of a change."""
    said: bool
    """The line says that the day is that of publication, or of the text."""
    other: str | None
    """The day that its numbers mean when day and month are in the other order."""


def day_lines(page: Page, lang: str) -> list[Line]:
    """The page's lines with a day, in its order."""
    out = []
    for i, c in enumerate(page.candidates):
        if len(c.text) > _LONG or c.kind in ("code", "table") or not YEAR.search(c.text):
            continue
        if _OWNER.search(c.text):
            continue  # the years of its rights
        if len(c.text) > _SHORT and not _SAID.search(c.text):
            continue
        if _CREATED.match(c.text) and page.places[c.place].flags & F_ASIDE:
            continue  # the day on which a forum or a group began
        if days := _days(c.text, lang):
            out.append(_line(i, c, days, bool(CHANGED.search(page.places[c.place].sig))))
    return out


def opening(page: Page, heads: list[int], lang: str) -> str | None:
    """The day that one of the first two passages of the story begins with: “Berne, 3 May 2024 – The …”."""
    start = heads[0] + 1 if heads else 0
    passages = [c.text for c in page.candidates[start : start + _BEGINS] if len(c.text) > _PASSAGE]
    for text in passages[:2]:
        found = find(text[:_PASSAGE], lang)
        if found and _BEFORE_STORY.fullmatch(text[: found[1]]) and _BEHIND_DAY.match(text, found[2]):
            return found[0]
    return None


def kind_of(page: Page, line: Line) -> tuple[str, str]:
    """Return what lines of one kind have in common: the kind of block, and its element's tag and class."""
    c = page.candidates[line.at]
    return c.kind, page.places[c.place].sig


def _days(text: str, lang: str) -> list[tuple[str, int, int]]:
    """Each day written in `text`, with where it begins and ends."""
    if _DAY_FIRST.search(text):
        lang = "en-GB" if lang[:2] == "en" else lang
    found = find(text, lang)
    days: list[tuple[str, int, int]] = []
    while found and len(days) < _DAYS:
        days.append(found)
        found = find(text, lang, found[2])
    return days


def _line(at: int, c: Candidate, days: list[tuple[str, int, int]], of_change: bool) -> Line:
    ranked: list[tuple[int, int, str, int, int]] = []
    before = 0
    for n, (day, start, end) in enumerate(days):
        label = c.text[before:start]
        said = [m.end() for m in _PUBLISHED.finditer(label)]
        change = [m.end() for m in CHANGED.finditer(label)]
        if len(days) == 1 and not said and CHANGED.search(c.text, end):
            change.append(0)  # “3 May 2024 (updated)”
        changed = (bool(change) or of_change) and not (said and said[-1] > max(change, default=0))
        # Two days side by side are those of publication and of a change, in either order.
        beside = n > 0 and not changed and not any(map(str.isalpha, label)) and day < ranked[-1][2]
        rank = 2 if changed else 0 if said else 1
        ranked.append((rank, -n if beside else n, day, start, end))
        before = end
    rank, _, day, start, end = min(ranked)
    by_whom = start == 0 and _BY.match(c.text[end:])
    said_so = _LABEL.search(c.text[:start]) or _BY_FIRST.match(c.text[:start])
    state = None if _RANGE.search(c.text) else _STATE.fullmatch(c.text[:start])
    own = bool(said_so or by_whom or state) or _is_date_line(c, start, end) or _in_bars(c, start, end)
    # What is quoted has its own day.
    own = own and c.kind != "quote" and not _OTHER.search(c.text[:start])
    single = len({day for other, _, day, *_ in ranked if other < 2}) < 2
    return Line(
        at, day, rank == 2, own, single, rank == 0 or bool(state), other_order(c.text[start:end], day)
    )


def _in_bars(c: Candidate, start: int, end: int) -> bool:
    """Return whether a day has the place between two bars of a line to itself: “3 May 2024 · in Life”."""
    if c.kind != "paragraph":
        return False
    first = max((m.end() for m in _BARS.finditer(c.text, 0, start)), default=0)
    bar = _BARS.search(c.text, end)
    if not bar and not first:
        return False
    rest = f"{c.text[first:start]} {c.text[end : bar.start() if bar else len(c.text)]}"
    return not any(map(str.isalpha, rest)) and not _RANGE.search(c.text)


def _is_date_line(c: Candidate, start: int, end: int) -> bool:
    """Return whether a line's day is what it is there for: no sentence, no period of time, no entry with a
    title.
    """
    words = c.text.split()
    if len(words) > _ALONE or _RANGE.search(c.text) or (c.kind == "list_item" and len(words) > 6):
        return False
    beside = f"{c.text[:start]} {c.text[end:]}".split()
    return (
        sum(w[0].islower() and not _OF_LINE.fullmatch(w) and not _WEEKDAYS.fullmatch(w) for w in beside) <= 1
    )
