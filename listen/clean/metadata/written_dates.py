"""Days as people write them, in the languages and orders of the web's pages, to ISO 8601."""

import re
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar janvier janv enero gennaio janeiro januari ene gen jänner ianuarie stycznia "
            "ledna ocak tammikuuta января"
            " يناير ιανουαρίου січня"
            " január gener януари जनवरी มกราคม ינואר בינואר",
            "february feb februar février févr febrero febbraio fevereiro februari fev feber februarie "
            "lutego února şubat helmikuuta февраля"
            " فبراير φεβρουαρίου лютого"
            " február febrer февруари फरवरी กุมภาพันธ์ פברואר בפברואר",
            "march mar märz mars marzo março maart mrz marts martie marca března mart maret "
            "maaliskuuta марта"
            " مارس μαρτίου березня"
            " március març март मार्च มีนาคม מרץ במרץ",
            "april apr avril abril aprile avr abr aprilie kwietnia dubna nisan huhtikuuta апреля"
            " أبريل ابريل απριλίου квітня"
            " április април अप्रैल เมษายน אפריל באפריל",
            "may mai mayo maggio maio mei maj maja května mayıs toukokuuta мая مايو μαΐου травня"
            " május maig май मई พฤษภาคม מאי במאי",
            "june jun juni juin junio giugno junho giu iunie czerwca června haziran kesäkuuta июня"
            " يونيو ιουνίου червня"
            " június juny юни जून มิถุนายน יוני ביוני",
            "july jul juli juillet julio luglio julho juil lug iulie lipca července temmuz heinäkuuta июля"
            " يوليو ιουλίου липня"
            " július juliol юли जुलाई กรกฎาคม יולי ביולי",
            "august aug août agosto augustus ago augusti sierpnia srpna ağustos agustus elokuuta августа"
            " أغسطس اغسطس αυγούστου серпня"
            " augusztus agost август अगस्त สิงหาคม אוגוסט באוגוסט",
            "september sept sep septembre septiembre settembre setembro set septembrie września září eylül "
            "syyskuuta сентября"
            " سبتمبر σεπτεμβρίου вересня"
            " szeptember setembre септември सितंबर กันยายน ספטמבר בספטמבר",
            "october oct oktober octobre octubre ottobre outubro okt ott out octombrie października října "
            "ekim lokakuuta октября"
            " أكتوبر اكتوبر οκτωβρίου жовтня"
            " október octubre октомври अक्टूबर ตุลาคม אוקטובר באוקטובר",
            "november nov novembre noviembre novembro noiembrie listopada listopadu kasım marraskuuta ноября"
            " نوفمبر νοεμβρίου листопада"
            " novembre ноември नवंबर พฤศจิกายน נובמבר בנובמבר",
            "december dec dezember décembre diciembre dicembre dezembro dez déc dic desember decembrie "
            "grudnia prosince aralık joulukuuta декабря"
            " ديسمبر δεκεμβρίου грудня"
            " desembre декември दिसंबर ธันวาคม דצמבר בדצמבר",
        ),
        1,
    )
    for name in names.split()
}
_NAMED = "|".join(sorted(_MONTHS, key=len, reverse=True))
# A month's name begins a word, or a page has glued it to the one before: “HealthDecember 3, 2024”.
_EDGE = r"(?:\b|(?-i:(?<=[a-z])(?=[A-Z])))"
# A day begins a word, or a page has glued it to a name: “Ann Lee3.11.2023”.
_EDGE_OF_DAY = r"(?:\b|(?<=[^\W\d_]{3}))"
_FORMS = (
    ("ymd", re.compile(r"\b(20\d\d|19\d\d)(?:[-/.]|\. )(\d{1,2})(?:[-/.]|\. )(\d{1,2})(?:\b|(?=T\d))")),
    ("mdy", re.compile(rf"{_EDGE}({_NAMED})\.?\s++(\d{{1,2}})(?:st|nd|rd|th)?,?\s++(20\d\d|19\d\d)\b", re.I)),
    (
        "dmy",
        re.compile(
            rf"{_EDGE_OF_DAY}(\d{{1,2}})(?:st|nd|rd|th|er|[.º,])?(?:\s++|[-/])(?:de\s++|of\s++|d['’])?({_NAMED})\.?,?(?:\s++|[-/])(?:del?\s++)?(20\d\d|19\d\d)\b",
            re.I,
        ),
    ),
    ("ynd", re.compile(rf"\b(20\d\d|19\d\d)\.?\s++({_NAMED})\.?\s++(\d{{1,2}})\b", re.I)),
    ("cjk", re.compile(r"(20\d\d|19\d\d)\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]")),
    ("era", re.compile(r"(令和|平成)\s*(\d{1,2}|元)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")),
    ("thai", re.compile(rf"{_EDGE_OF_DAY}(\d{{1,2}})\s++({_NAMED})\s++(?:พ\.ศ\.\s*+)?(25\d\d)\b")),
    ("spaced", re.compile(r"(?<![\d.])(\d{1,2})\. (\d{1,2})\. (20\d\d|19\d\d)\b")),
    ("num", re.compile(rf"{_EDGE_OF_DAY}(\d{{1,2}})([/.-])(\d{{1,2}})\2(20\d\d|\d\d)\b")),
)
_DAY_AND_YEAR = re.compile(r"\s\d\d?(?:st|nd|rd|th)?,?\s++(?:20|19)\d\d\b", re.I)
"""What a day of the form `mdy` ends in: to look for it takes a tenth of what the names of all months take."""
_DIGITS = {
    ord(digit): str(value)
    for first in "٠०๐０"
    for value, digit in enumerate(map(chr, range(ord(first), ord(first) + 10)))
}
"""Arabic, Hindi, Thai and full-width digits."""
_ERAS = {"令和": 2018, "平成": 1988}
"""The year before the first one of a Japanese era."""
_BUDDHIST = 543
_NATIVE = f"[{''.join(map(chr, _DIGITS))}]"
YEAR = re.compile(
    rf"[\d令平](?:(?<=1)9\d\d|(?<=2)[05]\d\d|(?<=\d)[/.-]\d{{1,2}}[/.-]\d\d|(?<={_NATIVE}){_NATIVE}{{3}}|"
    r"(?<=令)和|(?<=平)成)"
)
"""What every form has; looked for first, since most lines have none. It begins with one class, so that what
cannot begin it is skipped.
"""
CHANGED = re.compile(
    r"updat|modif|revis|änder(?:ung|t|n)|endret|ändrad|ændret|změn|zmian|módos|reviewed|"
    r"review[ _-]?date|aktuali[sz]|actuali|aggiornat|atualiz|mise à jour|edited|"
    r"up?pdater|opdater|bijgewerkt|gewijzigd|päivitetty|güncell|frissít|обновл|измен[её]н|更新|修正|수정|تحديث|עודכן",
    re.I,
)
"""What a line says that gives the day of a change."""


def valid(year: int, month: int, day: int) -> str | None:
    """ISO 8601 of a day that a web page may be from; None for any other."""
    year += 2000 if year < 100 else 0
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found.isoformat() if 1993 <= year <= 2100 else None


def in_text(text: str, lang: str = "en") -> str | None:
    """The first date written in `text`, as ISO 8601. 3/4/2024 is in March in English, in April elsewhere."""
    return found[0] if (found := find(text, lang)) else None


def find(text: str, lang: str = "en", start: int = 0) -> tuple[str, int, int] | None:
    """The first date written in `text` from `start` on, as ISO 8601, and where it begins and ends there."""
    if not YEAR.search(text, start):
        return None
    if not text.isascii():
        text = text.translate(_DIGITS)
    best: tuple[str, int, int] | None = None
    for form, pattern in _FORMS:
        if form == "mdy" and not _DAY_AND_YEAR.search(text, start):
            continue
        match = pattern.search(text, start)
        if not match:
            continue
        g = match.groups()
        if form in ("ymd", "cjk"):
            found = valid(int(g[0]), int(g[1]), int(g[2]))
        elif form == "mdy":
            found = valid(int(g[2]), _MONTHS[g[0].lower()], int(g[1]))
        elif form == "ynd":
            found = valid(int(g[0]), _MONTHS[g[1].lower()], int(g[2]))
        elif form == "era":
            found = valid(_ERAS[g[0]] + (1 if g[1] == "元" else int(g[1])), int(g[2]), int(g[3]))
        elif form == "thai":
            found = valid(int(g[2]) - _BUDDHIST, _MONTHS[g[1].lower()], int(g[0]))
        elif form == "spaced":
            found = valid(int(g[2]), int(g[1]), int(g[0]))
        elif form == "dmy":
            found = valid(int(g[2]), _MONTHS[g[1].lower()], int(g[0]))
        else:
            a, b = int(g[0]), int(g[2])
            if len(g[3]) == 2 and g[1] == "." and lang[:2].lower() == "en":
                continue  # 8.4.13 is a version
            month_first = lang.lower() in ("en", "en-us") and a <= 12 and g[1] != "."
            if b > 12:
                month_first = True
            found = valid(int(g[3]), a, b) if month_first else valid(int(g[3]), b, a)
        if found and (best is None or match.start() < best[1]):
            best = found, match.start(), match.end()
    return best


_NUMBERS = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}(?=\s\d{1,2}:|\Z)")


def other_order(written: str, day: str) -> str | None:
    """The day that a date in numbers means when day and month are read the other way round, if it is one."""
    match = _NUMBERS.match(written)
    if not match or match.group(1) == match.group(2):
        return None
    return valid(int(day[:4]), int(day[8:]), int(day[5:7]))


_OF_DATELINE = re.compile(
    r"(?:on|at|in|of|am|pm|a\.m\.|p\.m\.|um|uhr|le|el|de|den|der|la|les|published|posted|publié|h|o.clock|date|st|nd|rd|th)"
    r"[:,.]?",
    re.I,
)


def dateline(line: str, lang: str = "en") -> str | None:
    """The date of a line that holds nothing but it, a place and a time, as ISO 8601; None for other lines."""
    if len(line) > 80 or len(line.split()) > 12 or CHANGED.search(line):
        return None
    found = in_text(line, lang)
    if found is None:
        return None
    plain = (word for word in line.split() if word[0].islower() and not _OF_DATELINE.fullmatch(word))
    months = [word for word in plain if word.lower().strip(".,") not in _MONTHS]
    return None if months else found
