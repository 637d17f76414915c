"""Speakers in a transcript, and scenes of a screenplay: "BOB:", "MR. DOE:", "INT. KITCHEN"."""

from __future__ import annotations

from listen.speech.english.capitals.acronyms import COMMON, LETTERWISE
from listen.speech.english.capitals.spelling import VOWELS, pronounceable, spell
from listen.speech.rules import Here, Piece, Rule, Said, whole
from listen.speech.rules import words as words_of
from listen.speech.writing import patterns as re

_TITLE_WORDS = {
    "MR": "Mister", "MRS": "Misses", "MS": "Miz", "DR": "Doctor", "SEN": "Senator", "REP": "Representative",
    "GOV": "Governor", "GEN": "General", "COL": "Colonel", "CAPT": "Captain", "LT": "Lieutenant", "SGT":
    "Sergeant",
    "REV": "Reverend", "PROF": "Professor", "HON": "Honorable", "ST": "Saint", "JR": "Junior", "SR": "Senior",
    "SUPT": "Superintendent", "DET": "Detective", "AMB": "Ambassador",
    "PRES": "President", "ADM": "Admiral", "MAJ": "Major", "CMDR": "Commander",
    "LT. COL": "Lieutenant Colonel", "LT. GEN": "Lieutenant General", "LT. GOV": "Lieutenant Governor",
    "INSP": "Inspector", "ATTY": "Attorney",
}  # fmt: skip


_NAMES = words_of(
    """
    ABE AMY ANA ANN ARI ASA AVA BEA BEN BEV BOB CAL CAM DAN DEB DEE DES DON ELI EMI EVA EVE FAY FLO GUS
    GUY HAL HUW IAN IDA IKE INA IVY JAN JAY JED JEN JEB JIM JOE JON KAI KAT KAY KEN KIM KIT LEE LEN LEO
    LES LEX LIN LIZ LOU LUZ MAE MEG MEL MOE NAN NAT NED NIA NOA ORA PAM PAT PEG PIA RAE RAY REX
    RIO ROD RON ROY SAL SAM SID SUE TAD TIM TOM UMA VAL VIC WES ZAC ZOE
    """
)
"""Names of three letters, which a transcript puts before what somebody says."""


def _speaker(m: re.Match[str], here: Here) -> Said | None:
    """ "BOB:", "MR. DOE:", "THE COURT:": who speaks, in a transcript."""
    before = here.text[max(0, m.start() - 2) : m.start()]
    if before.strip() and before.strip()[-1] not in '.?!”"':
        return None
    tokens = m.group().replace(".", "").split()
    only = tokens[0] if len(tokens) == 1 else ""
    if only and (only in LETTERWISE or not (len(only) == 3 or pronounceable(only))):
        return None
    if len(only) == 3 and only.lower() not in COMMON and only not in _NAMES and only not in _TITLE_WORDS:
        return None  # AST: a tree of the program
    said: list[Piece] = []
    at = m.start()
    for token in tokens:
        start = here.text.index(token, at)
        at = start + len(token)
        words = _TITLE_WORDS.get(token)
        if words is None:
            titled = bool(said) and said[-1][0] in _TITLE_WORDS.values()
            spelt = (
                (token in LETTERWISE and len(tokens) > 1 and not titled)
                or len(token) == 1
                or not VOWELS & set(token)
            )
            words = (
                spell(token) if spelt else token.lower() if token.lower() in COMMON else token.capitalize()
            )
        at += here.text[at : at + 1] == "."
        said.append((words, start, at))
    return Said(tuple(said), m.end())


def _titled(m: re.Match[str], here: Here) -> Said | None:
    """ "I met MR. DOE": a name in capitals after a title in them."""
    if not VOWELS & set(m["name"]):
        return None
    name = re.sub("[A-Z]+", lambda part: part.group().capitalize(), m["name"])
    return Said(((_TITLE_WORDS[m["t"]], m.start(), m.end("t") + 1), (name, *m.span("name"))), m.end())


def _set_in(m: re.Match[str], here: Here) -> Said | None:
    """ "INT. KITCHEN", "EXT.": a screenplay's scene."""
    said = {"INT": "interior", "EXT": "exterior"}
    return whole(m, " ".join(said[part] for part in re.findall("INT|EXT", m.group())))


def _elided(m: re.Match[str], here: Here) -> Said | None:
    """ "through th' door"."""
    return whole(m, "thuh")


_ASIDE = r"\((?:[DRI]-[A-Z][\w.]{1,5}|[a-z][a-z ,'’-]{2,40})\)"
""" "SEN. DOE (R-OH):", "DOE (via phone):": party and state, or a remark."""
SPEAKERS = (
    Rule(r"[Tt]h['’](?=\s[a-z])", _elided),
    Rule(
        rf"(?:[A-Z][A-Z'’-]{{0,20}}\.?\s){{0,3}}[A-Z][A-Z'’-]{{1,20}}(?=(?:\s{_ASIDE})?:\s)",
        _speaker,
    ),
    Rule(
        r"(?P<t>LT\.\s(?:COL|GEN|GOV)|MR|MRS|MS|DR|SEN|REP|GOV|GEN|COL|LT|ADM|MAJ|DET|CAPT|SGT|REV|PROF)\.\s(?P<name>[A-Z][A-Z'’]{1,20})(?![\w.]\w|\w)",
        _titled,
    ),
    Rule(r"(?:INT|EXT)\.(?:/(?:INT|EXT)\.)?(?=\s[A-Z]{2})", _set_in),
)
