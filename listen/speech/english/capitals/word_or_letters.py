"""Capitals that are a word here and letters there: "JOIN US", "a NAS drive", "eggs OR milk"."""

from __future__ import annotations

from listen.speech.english.capitals.acronyms import COMMON, LETTERWISE, SPELLED, WORDS
from listen.speech.english.capitals.spelling import can_be_word, is_letters, pronounceable, spell
from listen.speech.rules import Here
from listen.speech.rules import words as word_list
from listen.speech.writing import patterns as re

_ANNOUNCES = re.compile(
    r"\s(?:SAYS|WARNS|DECLARES|URGES|CALLS|CONFIRMS|ANNOUNCES|APPROVES|REPORTS|CHIEF|EXPERTS?|HEAD|STUDY|DATA|TO)\b"
)
_ADDRESSED = re.compile(
    r"(?:(?:\A|[.!?:|;,]\s|\b(?:AND|OR|PLEASE)\s)(?:CONTACT|FOLLOW|JOIN|CALL|EMAIL|VISIT|HELP|TELL|SEND|FIND|SUPPORT|GIVE|"
    r"ASK|LIKE|WRITE|MEET|TEXT|RATE|REACH|WATCH|ABOUT|WITH|CHOOSE)"
    r"|\bLET|\b(?:ALL|BOTH|MOST|SOME|MANY|ONE|NONE|REST|TWO|EACH|ANY)\sOF"
    r"|\b(?:THEY|IT|HE|SHE|YOU|WHO|THAT|THIS)\s(?:TOLD|TELLS?|HELP(?:S|ED)?|GIVES?|GAVE|SHOW(?:S|ED)?|TEACH(?:ES)?|"
    r"TAUGHT|REMINDS?|SAVE[SD]?|LOVE[SD]?|HATE[SD]?|HURTS?|NEEDS?|WANTS?))\s\Z"
)
"""Capitals before which US is "us": a wish ("JOIN US"), or what somebody does to people ("IT HELPS US")."""
_FIRMS_NEXT = re.compile(
    r"\s(?:[A-Z]{3,}S\b(?<!THIS)(?<!ALWAYS)(?<!BUSINESS)|ECONOMY|OPEN|TEAM|NAVY|ARMY|TECH|SENATE|EMBASSY)"
)
"""A noun that the country stands before: "HELP US FIRMS"."""


def _is_people(m: re.Match[str], here: Here) -> bool:
    """Return whether US, in capitals all around, is the pronoun."""
    before = _ADDRESSED.search(here.text, max(0, m.start() - 40), m.start())
    return before is not None and not _FIRMS_NEXT.match(here.text, m.end())


_BAND = re.compile(r"\b(?:TOURS?|BAND|ALBUMS?|GIGS?|CONCERTS?|ROCK|DALTREY|TOWNSHEND)\b")
"""Beside the band of that name: "THE WHO TOUR"."""
_UPS = re.compile(
    r"\b(?:PUSH|PULL|SIT|PRESS|CHIN|STEP|WARM|START|GROWN|CLOSE|MAKE|LINE|TOP|PIN|POP|PICK|SET|CATCH|FOLLOW|LAY|BACK|BREAK|"
    r"MIX|CHECK|ROUND|RUNNERS?|HOOK|LOCK|MOCK|STAND|THROW|TOUCH|TUNE|WIND|CHECK|THUMBS|FRY|FOUL|PASTE|CUT|THE)[\s-]\Z"
)
"""What goes up: "PUSH-UPS", "START UPS"."""
_TIED_WORD = re.compile(r"(?<![\w-])[A-Z]{3,9}-\Z")


def _is_of_ups(m: re.Match[str], here: Here) -> bool:
    """Return whether UPS, in capitals all around, is more than one up."""
    downs = here.text.startswith((" AND DOWNS", " & DOWNS"), m.end())
    return downs or _UPS.search(here.text, max(0, m.start() - 8), m.start()) is not None


_THEATRE = word_list(
    """
    nurse nurses staff suite suites table tables tech techs techniques time times schedule schedules room
    rooms team manager director lights cases is was has
    """
)
"""What belongs to an operating room."""
_OF_A_THEATRE = word_list("the an in into hybrid each every one this of per adjusted")


def _is_choice(m: re.Match[str], here: Here) -> bool:
    """Return whether OR is the word, written large: "eggs OR milk", but "in the OR"."""
    before, after = here.before(m.start()), here.after(m.end())
    if not before.islower() or not after or after.lower() in _THEATRE:
        return False
    return before not in _OF_A_THEATRE


_OF_SOMEBODY = word_list(
    """
    know knows knew known see decide decides tell tells ask asked matters matter those people person someone
    somebody anyone anybody everyone everybody choose find wonder idea guess define identify understand
    remember figure out exactly us me them about care cares
    """
)
"""What a question or a clause about somebody stands behind."""
_ASKED = word_list(
    """
    is are was were can could will would should has have had does do did gets got knows works wants needs you
    we they he she i it owns wins pays made makes runs uses came lives really actually else
    """
)


def _is_question(m: re.Match[str], here: Here) -> bool:
    """Return whether WHO is the word, written large: "to know WHO is in the room"."""
    return here.before(m.start()) in _OF_SOMEBODY and here.after(m.end()).lower() in _ASKED


_STATISTICS = re.compile(
    r"\b(?:SPSS|Stata|Viya|MATLAB|Python|Minitab|[Ss]tatistic\w*|[Aa]nalytics|[Dd]ata|[Pp]rogramm\w+|[Ss]oftware|[Cc]ode)\b"
)
_BOUGHT = re.compile(r"\b(?:Institute|enterprises|customers|clients)\b")
_FLOWN = re.compile(
    r"\b(?:airlines?|flights?|Scandinavian|passengers?|regiment|soldiers?|troops|Boot|[Ss]pecial)\b"
)
_ADDRESS = re.compile(r"[\s-](?:address|addresses|filter\w*|spoofing|layer)\b")
_WELDED = re.compile(r"\b(?:[Ww]eld\w*|[Tt]orch\w*)\b")
_OF_A_PAGE = re.compile(
    r"\b(?:virtual|[Ss]hadow|HTML|JavaScript|TypeScript|browsers?|React|nodes?|[Rr]ender\w*|CSS|elements?|APIs?)\b"
)
_PAGES_OF = re.compile(
    r"\b(?:Google|pages?|HTML|Next\.js|WordPress|SEO|URLs?|[Gg]uitars?|[Bb]ass|[Cc]abinets?|circuits?|fuses?|breakers?)\b"
    r"|\bAMP-(?:first|only|ready|valid|validated|powered|enabled|compliant|compatible|optimi[sz]ed)\b"
)
"""Beside AMP that is an accelerated page, or an amplifier, or a current: no Swiss firm, no nucleotide."""
_STORED = re.compile(
    r"\b(?:drives?|storage|[Ss]ynology|QNAP|backups?|Plex|RAID|file\s(?:server|sharing|share)s?|terabytes?|\d\s?TB|HDDs?|SSDs?)\b"
)
_REPORT = re.compile(r"[\s-][123]\b")


def _by_subject(m: re.Match[str], here: Here) -> str:
    """Return how capitals are said that are a word in one trade: SAS of statistics, a SOC 2 report."""
    near = here.around(m.start(), m.end())
    if m["w"] == "SAS" and (_STATISTICS.search(near) or (_BOUGHT.search(near) and not _FLOWN.search(near))):
        return "Sass"
    if m["w"] == "MAC":
        return "Mac" if _ADDRESS.match(here.text, m.end()) else ""
    if m["w"] in ("MIG", "TIG"):
        return m["w"].capitalize() if _WELDED.search(near) else ""
    if m["w"] == "DOM":
        return "dom" if _OF_A_PAGE.search(near) else ""
    if m["w"] == "AMP":
        return "amp" if _PAGES_OF.search(near) else ""
    if m["w"] in ("NAS", "SAN"):
        return m["w"].capitalize() if _STORED.search(near) else ""
    if m["w"] == "SEP":
        return "Sep" if here.text.startswith(" IRA", m.end()) else ""
    return "Sock" if m["w"] == "SOC" and _REPORT.match(here.text, m.end()) else ""


_LAUGHS = re.compile(r"\s?[!?…]|[\s,-]{1,2}HA\b")
"""What goes on with laughter behind "HA"."""


def _is_laughter(m: re.Match[str], here: Here) -> bool:
    """Return whether HA laughs: "HA!", "HA HA"; "the HA cluster" is letters."""
    before, after = here.before(m.start()), here.text[m.end() : m.end() + 1]
    return before == "HA" or _LAUGHS.match(here.text, m.end()) is not None or (not before and after == ",")


_WHO_LIVES = word_list("i we you they who that to people not")


def is_fund(m: re.Match[str], here: Here) -> bool:
    """Return whether PAC is a political action committee, said as a word.

    Britain's Public Accounts Committee is not.
    """
    return not here.british or here.before(m.start()).lower() == "super"


_SUNG = word_list("LA NA HA HO BLA BLAH CHA DA DO DUM OOO OOH OO YA TRA DEE HEE")
_TWICE_SUNG = re.compile(r"\b(?!LA,)([A-Z]{2,4})[\s,-]{1,2}\1\b|\bOOO?H? LA\b")
_DESIGNED = re.compile(
    r"\b(?:software|drawings?|designs?|designers?|models?|modell?ing|files?|3D|CNC|BIM|engineer\w*|tools?|draft\w*)\b|CAD/CAM"
)
_IN_HEARTS = re.compile(r"\b(?:coronary|heart|cardi\w+|arter\w+|patients?)\b", re.I)


def _is_designed(m: re.Match[str], here: Here) -> bool:
    """Return whether CAD and CAM draw and make things: words then, no disease and no dollar."""
    near = here.text[max(0, m.start() - 60) : m.end() + 60]
    return _DESIGNED.search(near) is not None and not _IN_HEARTS.search(near)


_VOWEL_NAMED = frozenset("FHLMNRSX")
"""Consonants whose names begin with a vowel, so that "an" stands before them."""


def _by_article(m: re.Match[str], here: Here) -> str:
    """Return what the article tells: "a RAC" is a word, as "an R" would be letters, and "an NACS" letters."""
    word, article = m["w"], here.before(m.start()).lower()
    if article not in ("a", "an") or word[0] not in _VOWEL_NAMED or word in SPELLED or word in WORDS:
        return ""
    agency = word in LETTERWISE or word[1:] == "IA"
    if article == "a" and len(word) == 3 and not agency and can_be_word(word):
        return word.lower() if word.lower() in COMMON else word.capitalize()
    return spell(word) if article == "an" and 3 < len(word) < 6 and pronounceable(word) else ""


def by_neighbours(m: re.Match[str], here: Here, headline: bool) -> str:
    """Return how capitals are said where what is around them tells: "LET US" → "us"; else nothing."""
    word, tail = m["w"], m["s"] or ""
    told = here.before(m.start()) == "THE" or _ANNOUNCES.match(here.text, m.end())
    if word == "WHO" and headline and "?" not in here.text and told and not _BAND.search(here.text):
        return spell(word) + ("'s" if tail else "")
    if word == "UPS" and headline and not _is_of_ups(m, here):
        return spell(word)
    if word == "INS" and not tail and _TIED_WORD.search(here.text, max(0, m.start() - 12), m.start()):
        return "ins"  # SIT-INS
    if word == "US" and not tail and headline and _is_people(m, here):
        return "us"
    if m["short"]:  # DON'T, THEY'RE
        return (word + m["short"]).lower().replace("’", "'")
    if _TWICE_SUNG.search(here.text, max(0, m.start() - 4), m.end() + 4) and word in _SUNG:
        return word.lower()  # OOO LA LA
    if word in ("CAD", "CAM") and not tail and _is_designed(m, here):
        return word.lower()
    if word == "UNO" and here.before(m.start()) in ("Arduino", "play", "playing", "played"):
        return "Uno"  # no university
    if word == "NICE" and not tail and not headline:
        return "nice"  # the institute, not the city
    if word == "HA" and not headline and not _is_laughter(m, here):
        return spell(word) + ("'s" if tail else "")
    if word == "VS" and is_letters(m, here):
        return spell(word) + ("'s" if tail else "")
    if word == "WHO" and not tail and not headline and _is_question(m, here):
        return "who"
    if word == "OR" and not tail and _is_choice(m, here):
        return "or"
    if word == "LIVE" and not tail and not headline and here.before(m.start()).lower() not in _WHO_LIVES:
        return "Live"
    if word in ("SAS", "SOC", "MAC", "MIG", "TIG", "SEP", "AMP", "DOM", "NAS", "SAN") and (
        subject := _by_subject(m, here)
    ):
        return subject + ("'s" if tail else "")
    if not tail and not headline and (by_article := _by_article(m, here)):
        return by_article
    if word == "ACAS" and not here.british:
        return spell(word)  # not Britain's conciliators
    return ""
