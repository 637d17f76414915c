"""Three figures that are dialled: "call 988", "988 or 211", "the 988 Lifeline"."""

from __future__ import annotations

from listen.speech.rules import Here, words
from listen.speech.writing import patterns as re

_TELL = words(
    """
    dial dialled dialed dialing dialling call called calling ring rang ringing text texted phone phoned
    phoning phones dials calls telephone telephoned nhs tty tdd
    """
)
EMERGENCY = frozenset(
    (
        "999",
        "911",
        "112",
        "988",
        "111",
        "101",
        "211",
        "311",
        "411",
        "511",
        "611",
        "711",
        "811",
        "000",
        "119",
        "110",
    )
)
_HOTLINES = words(
    """
    call calls lifeline hotline helpline number operator caller callers line handler handlers
    """
)
LEGAL = {
    "529": ("plan", "plans", "account", "accounts"),
    "504": ("plan", "plans"),
    "457": ("plan", "plans"),
    "1031": ("exchange", "exchanges"),
    "1040": ("form", "forms"),
    "1099": ("form", "forms", "income"),
    "287": ("program",),
    "501": ("jeans",),
    "911": ("turbo", "carrera", "targa", "dakar", "gt", "rs", "speedster"),
}
"""Plans, forms and goods that go by a number, and what follows them."""


_CALLING = re.compile(
    r"\b(?:call(?:s|ed|ing)?|dial(?:s|l?ed|l?ing)?|text(?:s|ed|ing)?|ring|rang|phone[ds]?|(?:hot|life|help)lines?)\b",
    re.I,
)
PLAIN_COUNT = words(
    "people men women children dead points jobs homes miles pages days years votes cases times"
)


_AND_ANOTHER = re.compile(
    r"\s(?:and|or)\s(?:[2-9]11|988|999|112|111|101)\s(?:calls?|callers?|lines?|operators?)\b"
    r"|\s(?:and|or)\s(?:999|112|911)(?![\w,.-]\w|\w|\s[a-z]+s\b)"
)


_IN_A_ROW = re.compile(r"\b(?:[Cc]all|[Dd]ial|[Tt]ext|[Rr]ing|[Pp]hone)\s(?:\d{3},\s(?:or\s|and\s)?){1,4}\Z")
""" "Call 311, 988 or 211"."""


_ANSWERS = words("got received dispatchers dispatcher operators operator callers caller logged took")


def is_called(text: str, m: re.Match[str], here: Here) -> bool:
    """Return whether three figures are dialled: "call 988", "988 or 211", "the 988 Lifeline"."""
    before, after = here.before(m.start()).lower(), here.after(m.end()).lower()
    if text in ("911", "999") and not before and after in _ANSWERS:
        return True
    if after in LEGAL.get(text, ()):
        return False  # a 911 Turbo
    if text == "411" and before == "the" and after in ("on", "about"):
        return True  # what is to be known
    if before in _TELL or before in ("texting", "texts", "emergency") or after in _HOTLINES:
        return True
    if text in EMERGENCY and _AND_ANOTHER.match(here.text, m.end()):
        return True
    if text in EMERGENCY and _IN_A_ROW.search(here.text, max(0, m.start() - 40), m.start()):
        return True
    if text in EMERGENCY and here.text.startswith(" is for ", m.end()) and _CALLING.search(_around(here, m)):
        return True  # "Dial 999; 101 is for the police"
    if after in PLAIN_COUNT or (after.endswith("s") and after not in ("is", "was")):
        return False
    near = _CALLING.search(_around(here, m)) is not None
    return near and before in ("or", "and", "the", "to", "a", "with", "via", "not")


def _around(here: Here, m: re.Match[str]) -> str:
    return here.text[max(0, m.start() - 80) : m.end() + 50]
