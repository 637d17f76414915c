"""States and post codes: "Albany, N.Y.", "Portland, Ore.,", "(D-N.Y.)", "CA 95051", "SE1 7PB"."""

from __future__ import annotations

from listen.speech.english.drawn import KNOWN
from listen.speech.numbers import cardinal, digits
from listen.speech.rules import Here, Rule, Said, table, whole, words
from listen.speech.writing import patterns as re

POSTAL: dict[str, str] = table(
    """
    AL=Alabama | AK=Alaska | AZ=Arizona | AR=Arkansas | CA=California | CO=Colorado | CT=Connecticut |
    DE=Delaware | FL=Florida | GA=Georgia | HI=Hawaii | ID=Idaho | IL=Illinois | IN=Indiana | IA=Iowa |
    KS=Kansas | KY=Kentucky | LA=Louisiana | ME=Maine | MD=Maryland | MA=Massachusetts | MI=Michigan |
    MN=Minnesota | MS=Mississippi | MO=Missouri | MT=Montana | NE=Nebraska | NV=Nevada |
    NH=New Hampshire | NJ=New Jersey | NM=New Mexico | NY=New York | NC=North Carolina | ND=North Dakota
    | OH=Ohio | OK=Oklahoma | OR=Oregon | PA=Pennsylvania | RI=Rhode Island | SC=South Carolina |
    SD=South Dakota | TN=Tennessee | TX=Texas | UT=Utah | VT=Vermont | VA=Virginia | WA=Washington |
    WV=West Virginia | WI=Wisconsin | WY=Wyoming
    """
)
PRESS: dict[str, str] = table(
    """
    Ala.=Alabama | Ariz.=Arizona | Ark.=Arkansas | Calif.=California | Colo.=Colorado |
    Conn.=Connecticut | Del.=Delaware | Fla.=Florida | Ga.=Georgia | Ida.=Idaho | Ill.=Illinois |
    Ind.=Indiana | Kan.=Kansas | Ky.=Kentucky | La.=Louisiana | Md.=Maryland | Mass.=Massachusetts |
    Mich.=Michigan | Minn.=Minnesota | Miss.=Mississippi | Mo.=Missouri | Mont.=Montana | Neb.=Nebraska
    | Nev.=Nevada | N.H.=New Hampshire | N.J.=New Jersey | N.M.=New Mexico | N.Y.=New York |
    N.C.=North Carolina | N.D.=North Dakota | Okla.=Oklahoma | Ore.=Oregon | Pa.=Pennsylvania |
    R.I.=Rhode Island | S.C.=South Carolina | S.D.=South Dakota | Tenn.=Tennessee | Tex.=Texas |
    Vt.=Vermont | Va.=Virginia | Wash.=Washington | W.Va.=West Virginia | W. Va.=West Virginia |
    Wis.=Wisconsin | Wyo.=Wyoming | P.E.I.=Prince Edward Island | B.C.=British Columbia | Ont.=Ontario |
    Que.=Quebec
    """
)
_INITIALS = words("N.H. N.J. N.M. N.Y. N.C. N.D. S.C. S.D. W.Va.")
_ONLY_STATES = words(
    "Ariz. Calif. Conn. Fla. Mich. Minn. Neb. Nev. Okla. Ore. Tenn. Tex. Vt. Wis. Wyo. Ky. N.J. N.Y."
)
"""No names or words."""
_NOUN_NEXT = re.compile(r"\s[a-z]{3}")
_OF_STATE = re.compile(
    r"\s(?:Tech|State|A&M|Southern)\b(?!['’])|\s(?:plates?|license|native|resident|residents|lawmakers?|driver|drivers|"
    r"governor|senator|legislature|trooper|troopers|voters?|woman|couple|teen|teens|border)\b"
)
"""What stands behind a state's name: not behind "Ill" or "La"."""
_OWNER = re.compile(r"['’]s\b")
_OFFICE = re.compile(r"\s(?:Gov|Sens?|Reps?|Lt\. Gov|Atty|Attorney General|Secretary of State)\b")
_AFTER_PLACE = re.compile(r"[A-Z][\w'’.-]{0,30},\s\Z")
_AFTER_INITIALS = re.compile(r"(?<![\w.-])(?!NYC)[A-Z]{2,3}(?:-[A-Z]{2,4})?,\s\Z")


_LISTED = re.compile(r"\.,\s\Z")
_STATE_AND = re.compile(r"\b(?P<st>(?:[A-Z]\.){2}|[A-Z][a-z]{1,5}\.),?\s(?:and|or)\s\Z")
""""Conn., Mass. and N.H."."""
_STATE_NEXT = re.compile(
    r"(?:,\s(?:and\s|or\s)?|\s(?:and|or)\s)(?P<st>(?:[A-Z]\.){2}|[A-Z][a-z]{1,5}\.|[A-Z][a-z]{3,13}(?!\w|['’]))"
)
""" "Pa., Mich. and Wis.", "Pa. and Ohio"."""
_NO_NAME_NEXT = re.compile(r"[,;)]|\s[a-z]")
_CODE_AFTER = re.compile(r",?\s(?P<zip>\d{5})(?:-\d{4})?(?![\w,.]\d|\w|\s[a-z])")


_TOWARDS = _ONLY_STATES | {"Ill.", "Ind.", "Colo.", "Mass.", "Ala.", "Ariz.", "Mont.", "Va.", "Md."}
_THE_CAPITAL = re.compile(r",?\sD\.?C\b")
""" "Wash., D.C."."""


def _is_place(m: re.Match[str], here: Here) -> bool:
    """Return whether what stands before makes it a state: a town, "in", or another state of a list."""
    before = here.text[max(0, m.start() - 30) : m.start()]
    if _AFTER_PLACE.search(before):
        return True
    following = _STATE_NEXT.match(here.text, m.end())
    if following and (following["st"] in PRESS or following["st"] in _FULL):
        return True
    sure = m.group() not in ("Pa.", "La.") or _NO_NAME_NEXT.match(here.text, m.end()) is not None
    if sure and here.before(m.start()).lower() in ("in", "across", "throughout"):
        return True
    if m.group() in _TOWARDS and here.before(m.start()).lower() in ("from", "to", "for", "near", "via"):
        return True
    if m.group() == "Wash." and _THE_CAPITAL.match(here.text, m.end()):
        return True
    other = _STATE_AND.search(before)
    return other is not None and other["st"] in PRESS


def _press(m: re.Match[str], here: Here) -> Said | None:
    owner = _OWNER.match(here.text, m.end()) and m.group() in _INITIALS | _ONLY_STATES  # N.Y.'s mayor
    headed = m.group() in _ONLY_STATES and _NOUN_NEXT.match(here.text, m.end()) is not None  # Fla. man
    headed = headed or here.text[m.end() : m.end() + 4] == " St."  # Fla. St.
    headed = headed or _OF_STATE.match(here.text, m.end()) is not None  # Ill. plates, Ga. Tech
    office = headed or _OFFICE.match(here.text, m.end()) is not None  # Ala. Gov. Kay Ivey
    if not owner and not office and not _is_place(m, here):
        return None
    code = _CODE_AFTER.match(here.text, m.end())
    if code:  # New York, N.Y. 10036
        words = f"{PRESS[m.group()]}, {digits(code['zip'], 'oh')}"
        return Said(((words, m.start(), code.end()),), code.end())
    return whole(m, PRESS[m.group()])


_ARE_WORDS = words("OK HI ME OH OR IN MA PA LA ID")
_SPEECH = words("look listen honey mom dad mum man folks sir madam buddy kid fellas")
_LINKS = words(
    """
    however moreover furthermore therefore nevertheless nonetheless meanwhile instead otherwise thus hence
    besides additionally similarly finally eventually initially currently today recently previously
    traditionally historically generally typically usually often sometimes unfortunately fortunately
    """
)
"""What a sentence is joined on with: no town, "However, AR headsets"."""
_ALSO_LETTERS = words("AR MS MD MA PA VA AL CO ID IN ME OR OK HI OH LA CT SC DE MI MT")
"""Codes that are as often something else; NY and CA are not."""
_TOWN_ENDS = words("city beach springs falls river hill hills lake park town field harbor grove")
"""Common words that end a town's name: "Oklahoma City, OK"."""
_JOINED_BY_STROKE = re.compile(r"/(?P<next>[A-Z]{2,4})\b")
_ALSO_WORDS = words("ID PR")
_GOES_ON = re.compile(r",?\s(?:and\s|or\s)?[a-z]")


_DEGREES = (
    r"(?:PhD|Ph\.D|MPH|MBA|MSc?|MA|BSN?|MSN|RN|RD|RDN|JD|DO|MD|MHS|EdD|PharmD|PsyD|LCSW|LPC|LMFT|"
    r"FACP|FACS|FAAP|FACOG)"
)
_DEGREE_NEXT = re.compile(rf",?\s(?:and\s)?{_DEGREES}\b(?!\s\d)")
_DEGREE_BEFORE = re.compile(rf"\b{_DEGREES}\.?,\s\Z")
_PHYSICIAN = re.compile(
    r",?\s(?:[^.;]{0,40}\b)?(?:\w{2,12}ologists?|physicians?|surgeons?|psychiatrists?|pa?ediatricians?|"
    r"professors?|medical|therapist|dietitian|nutritionist)\b"
)


def _is_degree(m: re.Match[str], here: Here) -> bool:
    """Return whether MD or MA is a degree: beside another one, or before what its holder does."""
    if m["st"] not in ("MD", "MA", "MS"):
        return False
    if _DEGREE_NEXT.match(here.text, m.end()) or _DEGREE_BEFORE.search(
        here.text, max(0, m.start() - 10), m.start()
    ):
        return True
    return m["st"] == "MD" and _PHYSICIAN.match(here.text, m.end()) is not None


def _postal(m: re.Match[str], here: Here) -> Said | None:
    if here.text[m.start() : m.end() + 4] == "NY, NY":
        return whole(m, POSTAL["NY"])
    if not m["zip"] and _is_degree(m, here):
        return None  # Jane Doe, MD, PhD
    coded = m["zip"] and m["zip"][-2:] != "00"  # NY 10019
    if not coded and not _AFTER_PLACE.search(here.text[max(0, m.start() - 30) : m.start()]):
        return None
    twice = here.text[max(0, m.start() - 4) : m.start()] == "NY, "
    if not m["zip"] and not twice and _AFTER_INITIALS.search(here.text[max(0, m.start() - 6) : m.start()]):
        return None  # VR, AR and MR
    place = here.before(m.start() - 2).lower()
    stroke = _JOINED_BY_STROKE.match(here.text, m.end())
    if not m["zip"] and (
        (place in _LINKS and m["st"] in _ALSO_LETTERS) or (stroke and stroke["next"] not in POSTAL)
    ):
        return None  # However, AR and VR; AR/VR
    agreed = m["st"] == "OK" and (
        place.endswith("ly") or place in _SPEECH or here.text[m.end() : m.end() + 1] == "?"
    )
    if not m["zip"] and m["st"] in _ARE_WORDS and (place in KNOWN - _TOWN_ENDS or agreed):
        return None  # Yeah, OK
    after = here.after(m.end())
    if after[:1].isupper() and not m["zip"] and here.text[m.end() : m.end() + 1] == " ":
        return None  # Slack, MS Teams
    if m["st"] in _ALSO_WORDS and not m["zip"] and _GOES_ON.match(here.text, m.end()):
        return None  # cash, ID, credit card
    if m["st"] == "LA" and not m["zip"] and here.before(m.start() - 2) in _FULL | _CITIES:
        return None  # California, LA; London, LA
    words = POSTAL[m["st"]]
    if m["zip"]:
        words += f", {digits(m['zip'], 'oh')}{',' if m['call'] is not None else ''}"
    return whole(m, words)


def _row_of_states(m: re.Match[str], here: Here) -> Said | None:
    """ "IL/TX/OK": states, where every one of them is."""
    names = [POSTAL.get(st, "") for st in m.group().split("/")]
    return whole(m, ", ".join(names)) if all(names) else None


_PARTIES = {"D": "Democrat", "R": "Republican", "I": "Independent"}


def _party(m: re.Match[str], here: Here) -> Said | None:
    state = m["st"]
    name = PRESS.get(state) or POSTAL.get(state.rstrip(".")) or state.rstrip(".")
    return Said(((f"{_PARTIES[m['p']]} of {name}", m.start("p"), m.end("st")),), m.end())


_SEAT = re.compile(
    r"(?P<p>[DRI])-(?P<st>(?:[A-Z][a-z]+\.?|[A-Z]\.[A-Z]\.|W\.\s?Va\.|[A-Z]{2}\b)(?:\s[A-Z][a-z]+)?)"
)
_FULL = frozenset(POSTAL.values())
_CITIES = words(
    """
    York Francisco London Paris Chicago Miami Boston Seattle Atlanta Dallas Austin Berlin Tokyo Toronto Vegas
    Nashville Denver Houston Philadelphia Diego Detroit Phoenix Brooklyn Sydney Mumbai Dubai Milan
    """
)
"""Where no Louisiana follows."""


def _seat(m: re.Match[str], here: Here) -> Said | None:
    """ "Schiff, D-Calif.,": party and state without brackets."""
    state = m["st"]
    first = state.split(" ")[0]
    if first.endswith(".") and first[:-1] in _FULL:
        state = first[:-1]  # the sentence's own full stop: "R-Texas."
    name = PRESS.get(state) or POSTAL.get(state) or (state if state in _FULL else "")
    if not name and " " in state:  # "R-Texas Gov" is no state
        state = state.split(" ")[0]
        name = state if state in _FULL else ""
    if not name or here.text[m.start() - 2 : m.start()] != ", ":
        return None
    end = m.start("st") + len(state)
    return Said(((f"{_PARTIES[m['p']]} of {name}", m.start(), end),), end)


def _postcode(m: re.Match[str], here: Here) -> Said | None:
    """ "SE1 7PB", in a British text."""
    if not here.british:
        return None
    said = [
        " ".join(part) if part.isalpha() else cardinal(int(part))
        for part in re.findall(r"[A-Z]+|\d+", m.group())
    ]
    return whole(m, " ".join(said))


def _capital(m: re.Match[str], here: Here) -> Said | None:
    """ "DC 20500"."""
    return whole(m, f"D C {digits(m['zip'], 'oh')}")


LETTERS = (
    Rule(
        r"(?P<st>Mass|Conn|Wis|Minn|Tenn|Pa|Va|Ga|La|Md|Ind|Ore|Wash|Mich)\.(?=\sAve\b)",
        lambda m, h: whole(m, PRESS[f"{m['st']}."]),
    ),
    Rule(r"D\.?C\.?\s(?P<zip>\d{5})(?![\w-])", _capital),
    Rule(r"[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}(?!\w)", _postcode),
    Rule(_SEAT.pattern, _seat),
    Rule("|".join(re.escape(k) for k in sorted(PRESS, key=len, reverse=True)), _press),
    Rule(r"(?:[A-Z]{2}/){2,12}[A-Z]{2}(?![\w/])", _row_of_states),
    Rule(
        rf"(?P<st>{'|'.join(POSTAL)})\b(?!\.\w|['’]|-[A-Z\d])(?:,?\s(?P<zip>\d{{5}})(?:-\d{{4}})?\b(?P<call>(?=\s\(\d{{3}}\)))?)?",
        _postal,
    ),
)
SYMBOLS = (Rule(r"\((?P<p>[DRI])-(?P<st>[A-Z][\w.]*(?:\s[A-Z][\w.]*)?)\)", _party),)
TRIGGERS = frozenset(k.rstrip(".").lower() for k in PRESS if "." not in k[:-1]) | {"d", "r"}
