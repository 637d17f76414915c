"""Lines by the headline that begin with “by”, in the languages of the web, and the names in them."""

import re
from functools import lru_cache

from listen.clean.dom.naming.hints import HINT_NAMES
from listen.clean.dom.nouns import Page
from listen.clean.metadata.authors.given_names import begins_with_given
from listen.clean.metadata.authors.name_lists import people
from listen.clean.metadata.authors.person_names import (
    DEGREE,
    NAME,
    ORGANISATION,
    SMALL,
    TAIL,
    good,
    is_person,
    tidy,
    unspaced,
)
from listen.clean.metadata.written_dates import find

AUTHOR = 1 << HINT_NAMES.index("author")
"""The hint that an element is called after the author."""
BY = re.compile(
    r"\A\W*(?:(?:words|story|text|article|post|interview|written|reported|published|posted|created|authored|submitted|"
    r"contributed|started)\s+by|(?:posted|filed|published)\s(?:in|under|to)\s[^|.]{2,60}?\sby|"
    r"(?:(?:eine? |blog ?)?(?:artikel|(?:gast)?beitrag|text|bericht|kolumne|"
    r"kommentar|essay|interview|reportage|analyse)|"
    r"veröffentlicht|verfasst|geschrieben|erstellt|gepostet|"
    r"gespeichert|eingestellt|foto und text) von|"
    r"(?:publié|écrit|rédigé|posté|proposé) par|"
    r"(?:escrito|publicado|redactado|texto|postado) por|(?:scritto|pubblicato|a cura) d[ai]|"
    r"(?:geschreven|geplaatst|gepubliceerd) door|(?:skrevet|skriven|publicerad) a[fv]|"
    r"(?:opublikowane )?przez|scris de|írta|kirjoittanut|napsala?|napisała?|"
    r"by|von|par|por|door|di|af|av|oleh|thread starter|"
    r"(?:author|auteur|autore?|autora|autrice|автор|текст|penulis|szerző|yazar|yazan|autoři|autorzy|текст|tekst|teksti)s?"
    r"(?=\s*[:：]|\s)|contributors?(?=\s*:)|作者|記者|记者|撰文|著者|執筆|글|بقلم|כותב)"
    r"(?:\b|(?<=\W))[:：\s]+(.{2,120}?)\Z",
    re.I,
)
"""A line that says “by” and a name, in the languages of the web."""
SEGMENT = re.compile(r"(?:(?<!\s)\s++)?[|·•●]\s*|(?<!\s)\s++[-–—/]\s+")
"""What stands between the parts of a line: crumbs, section, author, day, minutes to read."""
_FOREIGN = re.compile(r"\A\W*(?:von|par|por|door|di|af|av|oleh|przez)\b", re.I)
"""Words that stand before a name, and before everything else too."""
_PLACE = re.compile(r"\A([^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z][\w'’.-]+){1,2}), [^\W\d_a-z][^\W\d_A-Z]{2,20}\Z")
"""A name and where the correspondent is, as papers of the continent print it: “von Ann Lee, Norderney”."""
_POSTED = re.compile(
    r"\W*(?:(?:posted|written|authored|submitted) by|(?:veröffentlicht|verfasst|geschrieben|gepostet) von|"
    r"(?:publié|écrit|posté) par|(?:escrito|publicado) por)\b",
    re.I,
)
_BY_ACCOUNT = re.compile(
    r"\W*(?:(?:[Pp]osted|[Ww]ritten|[Ff]iled)(?: (?:in|under|to) [^|.]{2,60}?)? )?[Bb]y\s+"
    r"([a-z][a-z0-9_.-]{1,24})\b((?:\W.*)?)"
)
_ON = re.compile(r"[\W\d]*(?:(?:posted |published )?(?:on|at|in)[\W\d]*)?")
_BEFORE_DAY = re.compile(
    r"\W*(?:(?:posted|published|updated|on|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)|"
    r"(?:am|den|veröffentlicht|publié|le|publicado|el|il|op|geplaatst))\W+){0,4}",
    re.I,
)
"""What stands before the day in a line that names the author behind it."""
_HOUR = re.compile(
    r"(?:\W{0,3}(?:(?:at|um|à|a las|alle|om)\s)?\d{1,2}[:.h]\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?|\suhr)?"
    r"(?-i:\s[A-Z]{2,5}\b)?)?\W*",
    re.I,
)
"""What follows it."""
_OFFICE = 2
"""Words behind a name that still may be a part of it."""
_LONGEST = 160
"""Characters of a line that names authors."""
PROSE = 200
"""Characters of a passage of prose: what follows one below the headline is no line of the author's."""


def near(page: Page, head: int, above: int, below: int) -> list[int]:
    """The candidates around the headline at `head`, those below it first, but for quotations."""
    around = (*range(head, min(head + below, len(page.candidates))), *range(max(0, head - above), head))
    return [i for i in around if page.candidates[i].kind != "quote"]


def begun(page: Page, head: int, i: int) -> bool:
    """Return whether the story has begun between the headline and a line below it.

    One passage may be a standfirst.
    """
    return sum(len(c.text) > PROSE and c.kind != "heading" for c in page.candidates[head + 1 : i]) > 1


_REPORTER = re.compile(r".{0,30}?([\uac00-\ud7a3]{2,4})\s?(?:선임|수습|인턴)?기자\b.{0,60}")
"""A line of a Korean paper: a name and “reporter”."""


_ASIAN = re.compile(
    r"\W*(?:(?:取材・文|取材・構成|文・構成|文|執筆|撰文|文字)\s?[／/＝=:：]\s?|(?:本报|本报讯|新华社|本网)?\s?(?:见习|实习)?记者\s?[:：]?\s?)"
    r"([\u3400-\u9fff々]{2,4}|[\u3040-\u30ff\u3400-\u9fff々・]{3,10})(?:[\s／/、,）)].{0,60})?"
)
"""A line of Japanese and Chinese papers: “text”, a bar and a name; “reporter” and a name."""


def undated(line: str) -> str:
    """A line without the day and the hour before its “by”; as it is where something else follows them."""
    day = find(line)
    if not day or not _BEFORE_DAY.fullmatch(line[: day[1]]):
        return line
    hour = _HOUR.match(line, day[2])
    rest = line[hour.end() :] if hour else ""
    return rest if BY.match(rest) else line


@lru_cache(maxsize=1024)
def said(line: str) -> str | None:
    """Return what a line names after “by”, or a part of it between bars does; None where none says so."""
    if len(line) > _LONGEST:
        return None
    if reporter := _REPORTER.fullmatch(line):
        return reporter.group(1)
    if name := _ASIAN.fullmatch(line):
        return name.group(1)
    line = undated(line)
    for part in (line, *SEGMENT.split(line)):
        if match := BY.match(part):
            return match.group(1)
    return None


def by_line(page: Page, head: int) -> str | None:
    """The name in a line right by the headline that says “by NAME” and no more."""
    for i in near(page, head, 1, 7):
        text = page.candidates[i].text
        after = said(text) if not begun(page, head, i) else None
        if after:
            name = _placeless(text, _without_agency(tidy(TAIL.sub("", after))))
            if not _named(text, name):
                continue
            if len(name.split()) > 4 and is_person(front := name.partition(",")[0]):
                return front  # degrees follow
            like = NAME.match(name) and name[0].isupper() and len(name.split()) <= 4
            return name if like or unspaced(name) else None
    return None


def _placeless(line: str, name: str) -> str:
    return _PLACE.sub(r"\1", name) if _FOREIGN.match(line) else name


def _named(line: str, name: str) -> bool:
    """Return whether what follows the “by” of a line may be names; in other languages it begins headlines
    too.
    """
    small = [
        word
        for word in re.findall(r"[^\W\d_]+", name)
        if word.islower() and word not in SMALL and not ORGANISATION.search(word)
    ]
    if small and len(name.split()) > 2:
        return False  # a sentence
    if not _FOREIGN.match(line):
        return True
    return all(
        is_person(n) or (len(n.split()) <= 2 and n[:1].isupper()) or n.isupper() or ORGANISATION.search(n)
        for n in _each(name)
    )


def by_near(page: Page, head: int, site: str, above: int, below: int) -> list[str]:
    """The names in a line by the headline that begins with “by”."""
    for i in near(page, head, above, below):
        c = page.candidates[i]
        if after := said(c.text):
            name = _placeless(c.text, _without_agency(tidy(TAIL.sub("", after))))
            several = [] if i == head and c.kind == "heading" else _people(c.text, name)
            if len(several) > 1 or (several and len(name.split()) - len(several[0].split()) > _OFFICE):
                return several
            marked = bool(page.places[c.place].near[0] & AUTHOR)
            if not _named(c.text, name) or (i == head and c.kind == "heading"):
                if several:
                    return several
                continue
            handle = name.isalnum() and name[0].isupper() and (_POSTED.match(c.text) or find(c.text))
            each = _each(name)
            like = NAME.match(name) or unspaced(name) or handle or marked or all(map(is_person, each))
            if good(name, site, stated=marked) and like:
                return each
            if several:
                return several
    return []


def _people(line: str, names: str) -> list[str]:
    """The people whom a line names, their offices left; none where it may be a sentence or a place."""
    found = people(_without_agency(names))
    office = len(" ".join(found)) + 8 * len(found) < len(names)
    sure = all(map(begins_with_given, found))
    return found if found and (sure or not (office or _FOREIGN.match(line))) else []


_AGENCY = re.compile(
    r"(?<=[a-zß-ÿ]),\s+(?:[A-Z]{2,4}|dpa|afp|sid|epd|kna|apa|sda|ansa|efe|lusa|tt|ntb|ritzau)\Z|"
    r"(?<=[a-z])\s?/\s?[\w-]{2,20}\Z|\s?\([A-Z]{2,5}\)\Z"
)
"""The agency or the station behind names: “Ann Lee and Bo Roe, dpa”."""


def _without_agency(names: str) -> str:
    match = _AGENCY.search(names)
    return names if match is None or DEGREE.fullmatch(match[0].strip(" ,")) else names[: match.start()]


def _each(names: str) -> list[str]:
    """The names of a line that lists them, without the agency or the station behind them."""
    names = _without_agency(names)
    return re.split(r"(?<!\s)\s++(?:and|und|et|y|&)\s+|,\s+(?=[A-Z][\w.'’-]+ [A-Z])", names)


def account(page: Page, head: int) -> str | None:
    """The account's name in a line right under the headline that says “by” it, and when, and no more."""
    for i in range(head + 1, min(head + 4, len(page.candidates))):
        match = _BY_ACCOUNT.fullmatch(page.candidates[i].text) if len(page.candidates[i].text) <= 60 else None
        day = find(match[2]) if match else None
        if match and _ON.fullmatch(match[2][: day[1]] if day else match[2]):
            return match[1]
    return None
