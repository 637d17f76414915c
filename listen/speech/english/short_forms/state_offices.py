"""A state's two letters before what a state has: "the CA Department of Health", "the NY Governor"."""

from __future__ import annotations

from listen.speech.english.addresses.postal import POSTAL
from listen.speech.numbers import ordinal
from listen.speech.rules import Here, Rule, Said, whole, words
from listen.speech.writing import patterns as re

_ALSO_WORDS = words("IN OR ME")
"""States only behind "the": "sword OR Senate", "the OR Senate"."""
_ONLY_STATES = words("NY NJ TX FL CA NH WI WV WY TN NV NM AZ KY SD ND CT GA IL KS")
"""Codes that are no other short form before a noun in small letters: no PA, no CO, no VA."""
_OFFICE = (
    r"(?:Department\sof|Dept\.?\sof|Division\sof|Bureau\sof|Board\sof|Office\sof|Commission\son|Institute\sof|Legislature"
    r"|Legislative|Senate|House\sof|General\s(?:Assembly|Court)|Assembly(?:man|woman|member)?|Governor|Gov\.|Lt\.\sGov"
    r"|Lieutenant\sGov|Attorney\sGeneral|Supreme\sCourt|Court\sof\sAppeals|Secretary\sof\sState|Turnpike|Constitution"
    r"|Penal\sCode|Labor\sCode|Civil\sCode|Health\s(?:&|and)\sSafety\sCode|Administrative\sCode|Revised\sStatutes"
    r"|State\s(?:Police|Patrol|Parks?|Senat\w+|Rep\b|Rep\.|Representative|Assembl\w+|Legislat\w+|Capitol|House|Fair|Bar|Board)"
    r"|National\sGuard|Highway\sPatrol|Congress(?:man|woman)|Plumbing\sCode|Building\sCode|Farm\sBureau)"
)
_OFFICE_NEXT = re.compile(rf"\s{_OFFICE}(?!\w)")
_HAS_NEXT = re.compile(
    r"\s(?:residents?|law|laws|lawmakers?|legislators?|legislature|voters?|taxpayers?|drivers?|homeowners?|counties"
    r"|senators?|governor|statutes?|employers?|renters?|landlords?)(?!\w)"
)


_STATE_OF = re.compile(r"\b[Ss]tate\sof\s\Z")


def _office(m: re.Match[str], here: Here) -> Said | None:
    """ "the TX Legislature", "WI Supreme Court", "CA residents"."""
    code = m["st"]
    if here.headline or (code == "WA" and here.british):
        return None  # Western Australia
    if code == "VA" and here.text.startswith((" Secretary", " Office", " Board"), m.end()):
        return None  # veterans' affairs
    if _STATE_OF.search(here.text, max(0, m.start() - 10), m.start()):
        return whole(m, POSTAL[code])
    if _OFFICE_NEXT.match(here.text, m.end()) and code != "LA":
        article = here.before(m.start()).lower() == "the"
        return whole(m, POSTAL[code]) if article or code not in _ALSO_WORDS else None
    if code in _ONLY_STATES and _HAS_NEXT.match(here.text, m.end()):
        return whole(m, POSTAL[code])
    return None


def _seat(m: re.Match[str], here: Here) -> Said | None:
    """ "(D-CA-12)", "(R-TX-7th)": a party, a state and a district."""
    if m["st"] not in POSTAL:
        return None
    party = {"D": "Democrat", "R": "Republican", "I": "Independent"}[m["p"]]
    said = f"{party} of {POSTAL[m['st']]}'s {ordinal(int(m['n']))}"
    return Said(((said, m.start("p"), m.end() - 1),), m.end())


LETTERS = (
    Rule(  # the UP government, of India
        r"UP(?=(?:['’]s)?\s(?:[Gg]overnment|[Gg]ovt|[Pp]olice|[Cc]hief\s[Mm]inister|CM|[Aa]ssembly|[Cc]abinet|BJP|[Mm]inister|Congress"
        r"|[Pp]olls|Madrasa|Board|STF|ATS|[Dd]eputy)\b)",
        lambda m, h: None if h.headline else whole(m, "U P"),
    ),
    Rule(
        r"(?P<st>NY|NJ|TX|FL|CA|NH|WI|TN|NV|AZ|KY|MA|NC|OH)(?=-(?:based|area|born)\b)",
        lambda m, h: None if h.headline else whole(m, POSTAL[m["st"]]),  # a NY-based firm
    ),
    Rule(
        r"(?P<st>NY|NJ|TX|FL)['’]s(?!\w)",
        lambda m, h: None if h.headline else whole(m, f"{POSTAL[m['st']]}'s"),  # NY's taxes
    ),
    Rule(rf"(?P<st>{'|'.join(POSTAL)})(?![\w/&-]|\.\w|['’]\w)", _office),
)
SYMBOLS = (Rule(r"\((?P<p>[DRI])-(?P<st>[A-Z]{2})[-\s](?P<n>[1-9]\d?)(?:st|nd|rd|th)?\)", _seat),)
