"""Books by chapter and verse, plays by act and scene: "Isaiah 40:31", "Surah 2:256", "Hamlet III.ii.12"."""

from __future__ import annotations

from listen.speech.numbers import cardinal, ordinal, pairs, roman
from listen.speech.rules import Here, Rule, Said, table, whole, words
from listen.speech.writing import patterns as re

_BOOKS = words(
    """
    Genesis Exodus Leviticus Numbers Deuteronomy Joshua Judges Ruth Samuel Kings Chronicles Ezra Nehemiah
    Esther
    Job Psalm Psalms Proverbs Ecclesiastes Song
    Songs Solomon Isaiah Jeremiah Lamentations Ezekiel Daniel Hosea
    Joel
    Amos Obadiah Jonah Micah Nahum Habakkuk Zephaniah Haggai Zechariah Malachi Matthew Mark Luke John Acts
    Romans
    Corinthians Galatians Ephesians Philippians Colossians Thessalonians Timothy Titus Philemon Hebrews James
    Peter Jude Revelation Maccabees Tobit Judith Sirach Baruch Wisdom Esdras Surah Sura Quran Qur'an Qur’an
    Koran
    Q Verse Verses verse verses Ayah ayah Nephi Alma Mosiah Ether Moroni Torah Gita
    """
)
SHORT: dict[str, str] = table(
    """
    Gen=Genesis | Ex=Exodus | Exod=Exodus | Lev=Leviticus | Num=Numbers | Deut=Deuteronomy | Josh=Joshua |
    Judg=Judges | Sam=Samuel | Kgs=Kings | Chr=Chronicles | Chron=Chronicles | Neh=Nehemiah | Ps=Psalm |
    Pss=Psalms | Prov=Proverbs | Eccl=Ecclesiastes | Eccles=Ecclesiastes | Isa=Isaiah | Jer=Jeremiah |
    Lam=Lamentations | Ezek=Ezekiel | Dan=Daniel | Hos=Hosea | Mic=Micah | Hab=Habakkuk | Zeph=Zephaniah |
    Hag=Haggai | Zech=Zechariah | Mal=Malachi | Matt=Matthew | Mt=Matthew | Mk=Mark | Lk=Luke | Jn=John |
    Rom=Romans | Cor=Corinthians | Gal=Galatians | Eph=Ephesians | Phil=Philippians | Col=Colossians |
    Thess=Thessalonians | Tim=Timothy | Tit=Titus | Philem=Philemon | Heb=Hebrews | Jas=James | Pet=Peter |
    Rev=Revelation | Macc=Maccabees | Gn=Genesis | Dt=Deuteronomy | Jgs=Judges | Dn=Daniel | Rv=Revelation |
    Phlm=Philemon | Jos=Joshua
    """
)
_OF_SEVERAL: dict[str, str] = table(
    "Pt=Peter | Sm=Samuel | Kg=Kings | Co=Corinthians | Th=Thessalonians | Tm=Timothy"
)
"""Short names that are other things without the number of the book before them."""
_NAMES = "|".join(sorted(sorted({*_BOOKS, *SHORT}), key=len, reverse=True))
_VERSE = r"\d{1,3}:\d{1,3}"


def _short(m: re.Match[str], here: Here) -> Said | None:
    """ "Rev. 21:4": the book's whole name."""
    return whole(m, SHORT[m["b"]])


def _short_beside(m: re.Match[str], here: Here) -> Said | None:
    """ "Gen. 1", where verses stand beside it."""
    near = here.text[max(0, m.start() - 60) : m.end() + 60]
    return whole(m, SHORT[m["b"]]) if _BESIDE.search(near) else None


def _which(m: re.Match[str], here: Here) -> Said | None:
    """ "1 Peter 5:5": of several books of one name."""
    return whole(m, ordinal(int(m["n"])))


def _verse(m: re.Match[str], here: Here) -> Said | None:
    """The chapter, the verse and, if there is one, the last verse."""
    book = here.before(m.start())
    apart = _APART.search(here.text, max(0, m.start() - 24), m.start())
    apart = apart or _IN_A_ROW.search(here.text, max(0, m.start() - 50), m.start())
    if book not in _BOOKS and book not in SHORT and not apart:
        return None
    said = f"{_figure(m['c'])} {_figure(m['v'])}"
    if m["part"]:
        said += " and following" if m["part"][0] == "f" else f" {m['part'].upper()}"
    if m["c2"]:
        return whole(m, f"{said} to {_figure(m['c2'])} {_figure(m['w'])}")
    return whole(m, f"{said} to {_figure(m['w'])}" if m["w"] else said)


_APART = re.compile(
    r"\b(?:Qur['’]?an|Koran|Gita|Torah|Genesis|Exodus|Leviticus|Deuteronomy|Chronicles|Nehemiah|Psalms?|Proverbs"
    r"|Ecclesiastes|Isaiah|Lamentations|Ezekiel|Hosea|Habakkuk|Zechariah|Corinthians|Galatians|Ephesians"
    r"|Philippians|Colossians|Thessalonians|Hebrews|Revelation)(?:,\s|:\s|\s\()\Z"
    r"|\bA(?:[lnrstdz]|sh)-[A-Z][\w'’]{1,20},?\s\Z|\b[1-3]\s(?:Pt|Sm|Kg|Co|Th|Tm)\.?\s\Z"
)
"""Books that are nobody's name, so that a comma or bracket may part them from the verse."""


_IN_A_ROW = re.compile(
    rf"\b(?:{_NAMES})\.?\s{_VERSE}(?:[-–]\d{{1,3}})?(?:[,;]\s{_VERSE}(?:[-–]\d{{1,3}})?)?[,;]?\s(?:and\s|or\s)?\Z"
)
""" "Surah 1:1-7 and 112:1"."""


def _figure(text: str) -> str:
    return pairs(text) if len(text) == 3 else cardinal(int(text))


_SEVERAL = (
    "Samuel|Kings|Chronicles|Corinthians|Thessalonians|Timothy|Peter|John|Maccabees|"
    "Sam|Kgs|Chr|Cor|Thess|Tim|Pet|Jn"
)
"""Books of which there are several."""


def _which_roman(m: re.Match[str], here: Here) -> Said | None:
    """ "II Timothy 1:7"."""
    return whole(m, ordinal(len(m["r"])))


_ALSO_OTHERS = frozenset(
    ["Gen", "Num", "Col", "Rev", "Dan", "Ex", "Sam", "Phil", "Tim", "Mal", "Mt", "Pet", "Rom", "Jas"]
)
_CHAPTERS = "|".join(sorted(sorted(SHORT.keys() - _ALSO_OTHERS), key=len, reverse=True))
"""Books that may stand before a chapter alone: "Col. 3" is a colonel or a column."""
_BESIDE = re.compile(rf"\b(?:{_NAMES})\.?\s{_VERSE}")
_CHAPTERED = "|".join(sorted(sorted(_ALSO_OTHERS), key=len, reverse=True))


def _book_and_line(m: re.Match[str], here: Here) -> Said | None:
    """ "Iliad IX.3"."""
    n = roman(m["r"])
    named = here.before(m.start())[:1].isupper()
    return whole(m, f"{cardinal(n, here.british)}, {cardinal(int(m['line']))}") if n and named else None


def _act_and_scene(m: re.Match[str], here: Here) -> Said | None:
    """ "Hamlet III.ii.12": act, scene and line."""
    parts = [roman(part.upper()) or int(part) for part in m.group().split(".")]
    return whole(m, ", ".join(cardinal(n) for n in parts))


def _of_a_chapter(m: re.Match[str], here: Here) -> Said | None:
    """ "Mark 16 ends at v. 8": a verse where a book is named, a version or a suit elsewhere."""
    return whole(m, "verse") if _BOOK_NEAR.search(here.around(m.start(), m.end())) else None


_BOOK_NEAR = re.compile(rf"\b(?:{_NAMES})\.?\s\d{{1,3}}\b")
LETTERS = (
    Rule(r"v\.\s?(?=\d{1,3}(?![\w.]\w|\w))", _of_a_chapter),
    Rule(
        r"[IVX]{1,4}\.[ivx]{1,5}(?:\.\d{1,3})?(?![\w.])|[IVX]{1,4}\.[ivx]{1,5}(?=\.(?:\s|\Z))", _act_and_scene
    ),
    Rule(r"(?P<r>[IVXL]{2,6})\.(?P<line>\d{1,3})(?![\w.])", _book_and_line),
    Rule(
        rf"(?<=\b[12]\s)(?P<b>{'|'.join(_OF_SEVERAL)})\.?(?=\s{_VERSE})",
        lambda m, h: whole(m, _OF_SEVERAL[m["b"]]),
    ),
    Rule(rf"(?P<b>{_CHAPTERED})\.(?=\s\d{{1,3}}(?![\d:]))", _short_beside),
    Rule(rf"(?P<b>{'|'.join(sorted(sorted(SHORT), key=len, reverse=True))})\.?(?=\s{_VERSE})", _short),
    Rule(rf"(?P<r>I{{1,3}})(?=\s(?:{_SEVERAL})\.?\s\d)", _which_roman),
    Rule(r"(?P<b>Ps)(?=\s\d{1,3}(?!\d))", _short),
    Rule(rf"(?P<b>{_CHAPTERS})\.(?=\s\d{{1,3}}(?!\d))", _short),
)
DIGITS = (
    Rule(rf"(?P<n>[12])(?=\s(?:{'|'.join(_OF_SEVERAL)})\.?\s{_VERSE})", _which),
    Rule(rf"(?P<n>[1-4])(?=\s(?:{_NAMES})\.?\s\d)", _which),
    Rule(
        r"(?P<c>\d{1,3}):(?P<v>\d{1,3})(?P<part>[a-d]|ff?)?(?:[-–—](?:(?P<c2>\d{1,3}):)?(?P<w>\d{1,3}))?(?![\w:])",
        _verse,
    ),
)
TRIGGERS = frozenset(short.lower() for short in [*SHORT, *_OF_SEVERAL])
