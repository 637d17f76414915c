"""Capitals that can be a word, and capitals that are said letter by letter."""

from __future__ import annotations

from listen.speech.english.capitals.acronyms import (
    COMMON,
    COUNTED,
    COUNTED_IN_HEADLINES,
    LETTERWISE,
    SPELLED,
    WORDS,
)
from listen.speech.rules import Here
from listen.speech.rules import words as word_list
from listen.speech.writing import patterns as re

VOWELS = frozenset("AEIOUY")

_BLENDS = re.compile(
    r"[^AEIOUY]{3,}|^[^AEIOUY]{2,}(?<!^[BCFGKP][LR])(?<!^[DT]R)(?<!^[DT]W)(?<!^KN)(?<!^WR)(?<!^S[CHKLMNPQTW])(?<!^[CDGKPRSTWZ]H)|[AEIOU]{3,}|J$"
)

_CONSONANTS = re.compile(r"[^AEIOUY]{3}|^[^AEIOUY]{2}|J$")

_ENDINGS = re.compile(
    r"(?!^)(?:TCH|GHT|[TGP]HS|[RNL][CT]H|[FX]TH|[RL]ST|[RSNCPLF]TS|R[MNKLD]S|[NL]DS|N[GK]S|[CSL]KS|M[PB]S|LPS|(?:DD|FF|GG|LL|NN|PP|W[LN])S|RLD"
    r"|(?:NG|NK|MB|MP|ND|[RST]T|RD|RK|CK|BB|DD|GG|PP|ZZ|FF)LE$)|^(?:STR|SPR|SCR|SHR|THR|SPL)"
)
"""Three consonants that English words have: in WATCH, TESTS, NORTH."""

_LONGER = re.compile(
    r"(?<=[AEIOUY])(?:XTR|[MN]TR|[LC]TR|STR|N[DG]R|MPT|M[BP][RL]|PPL|NFR)(?=[AEIOUY])|(?<=[NC])CLE$|^(?:CHR|SCH|LL(?=[AO])|PS(?=Y)|CZ(?=E))"
    r"|(?<=[AEIOUY])(?:[DP]TH|THS|CHS|GHS|L[MTFV]S|[RL]BS|SCS|BTS|TTS|XTS|WKS|MMS|DST|[RL]SH|CHT|LPH(?=[AEIOUY]|$)|MPH|[RNL]TZ|R[CM]K"
    r"|NGH|SCH)(?=$|(?<=LPH)A$)"
)
"""Three consonants in words of five letters: EXTRA, EMPTY, WIDTH, ANGRY, TEXTS."""

_TWICE = re.compile(r"AA|II|UU(?!M)|^([^AEIOUYL])\1")

_STRANGE_END = re.compile(
    r"[^AEIOUY][BDFGVHJKQWZ]\Z(?<![LRN][BDFGKZ])(?<![SCW]K)(?<!FF|ZZ|GG|DD|BB|MB|TZ|WD)(?<![TSCPGKND]H)(?<![KNTZ][AO]PF)"
    r"|[BDFGKPTVM]C\Z|[BCDFGKPTVWZN]M\Z|[^AEIOUYLMRSP]P\Z|[^AEIOUYHLRWD]L\Z|[^AEIOUYHRDKS]R\Z(?<!^PETR)(?<!^PIOTR)|[^AEIOUYGHLMNRW]N\Z"
)
"""Two consonants that no word of four or five letters ends with: WIFD, LOTR, LAUSD; names do (LIDL, BADR)."""

_STRANGE = re.compile(
    r"HS\Z|YC\Z|^[AEIOU]{1,2}H[LRN]\Z"
    r"|^Y[^AEIOUY]|[AEO]IC\Z|H[BCFGJKPQVXZ](?=[AEIOUY])"
    r"|[BDFGJKPQVWZC][CDFGJKPQVWXZBNM](?=[AEIOUY])(?<!CK|GN|KN|PP|BB|DD|FF|GG|CC|ZZ|KK|DG)"
)
"""Letters together that English words of four letters do not have: the middle of EVGA, the end of BAYC."""

_OF_THE_STATES = re.compile(r"US(?!E|ING|UAL|URP|HER|URY|ABL|AGE|MAN)[A-Z]{2,3}\Z")
"""What is American: USNA, USIP, USOPC."""

_VOWELS_FIRST = re.compile(r"(?!OUT)[AEIOU]{2}[BCDFGKPT][BCDFGKPTMN][AEIOU]\Z")
"""Two vowels before consonants that no word has there: IACBE, IAPMO."""

_HARD_START = re.compile(
    r"(?!MC)[^AEIOUY]{3}(?<!SC[LRH])(?<!SP[LRH])(?<!STR)(?<![CPST]HR)(?<!THW)(?<!SHL)(?<!SHM)(?<!SHW)(?<!PHL)"
)
"""Three consonants that begin no word: FRKWYS."""
_CLUSTER = re.compile(r"[^AEIOUY]{5,}")

_THREE = re.compile(
    r"[BCDFGHJKLMNPQRSTVWXYZ][AEIOU][^AEIOUJQ]|[BCDFGHJKLMNPQRSTVWXZ]Y[^AIOUJQYCV]"
    r"|[BCDFGHJKLMNPQRSTVWXZ](?:[IOU]E|EE|OO)|[BCFGHJKLMNPRSTVWXZY]EA|[LGMNTY]EO|[LTMCZ]AO|[LMTGZNKSP]IA"
    r"|[MRGJ]AE|[DBGKQ]UO|[DL]UA|[RBD]IO|LOU|YOU|NOA|XIA|[LNX]IU|LEI|SUI|[SW]II|GAU"
    r"|A(?:[BDFGLMNPRST]E|[CKVWXY]E|[MN]Y|[DGLNSV]A|[BILMRV]I|[DG]O|[BN]U|DS|[CFLNPR]T|L[LP]|MP|N[DN]|PP|R[CKMR]|S[HKPS]|WL|XL"
    r"|I[DLMR]|U[GK]|ON)"
    r"|E(?:[KVWY]E|L[IY]|MU|[GN]O|[MRTV]A|BB|GG|L[FKLM]|ND|RR|EL|A[RTU])"
    r"|I(?:[CKR]E|DA|[CV]Y|[ST]O|AN|LL|MP|N[KNS]|RK|TS)"
    r"|O(?:[BDLNRW]E|BI|NO|DD|F[FT]|HM|LD|P[ST]|R[BCR]|TT|W[LN]|XY|A[FKRT]|IL|U[RT])"
    r"|U(?:SE|GO|RI|MA|GH|PS|RN)"
    r"|S(?:HE|HY|K[IY]|LY|P[AY]|TY)|[BCDFPTW]RY|[FP]LY|[TW]HY|WHO|[CT]HU|THE|TWO|[BP]RO|BRA|FLU|GNU"
)
"""What three letters can be a word or a name: NET, OWL, SKI, AMY; no ADF, OSU, USC."""
_FOUR_TOGETHER = re.compile(r"[^AEIOUY]{4}")


def can_be_word(word: str) -> bool:
    """Return whether capitals beside a word can be one at all: in "USC BEATS OSU" two cannot."""
    if len(word) == 3:
        return _THREE.fullmatch(word) is not None
    if len(word) == 4:
        return pronounceable(word)
    return len(word) > 5 or not (_OF_THE_STATES.match(word) or _FOUR_TOGETHER.search(_ENDINGS.sub("T", word)))


def spell(text: str) -> str:
    """Letter by letter: "BBC" → "B B C"."""
    return " ".join(c for c in text.upper() if c.isalpha())


def pronounceable(word: str) -> bool:
    """Return whether capitals of four letters and more look like a word: FEMA does, HMRC does not."""
    if len(word) < 4 or set(word) == {"Y"} or _TWICE.search(word) or not any(c in VOWELS for c in word):
        return False
    if len(word) < 6 and _STRANGE_END.search(word):
        return False
    if (len(word) == 4 and _STRANGE.search(word)) or _OF_THE_STATES.match(word):
        return False
    if _VOWELS_FIRST.match(word) or word.endswith(("FC", "USD", "ISD")):
        return False  # CREFC, LAFC; school districts: LAUSD
    word = _ENDINGS.sub("T", word)
    if len(word) == 5:
        word = _LONGER.sub("T", word)
        return not _BLENDS.search(word) or (word not in LETTERWISE and not _CONSONANTS.search(word))
    return not (_CLUSTER if len(word) > 5 else _BLENDS).search(word) and not _HARD_START.match(word)


_TWO = word_list(
    """
    ad ah al bo de di du ed eh el em en er et ew ex fe ha ho jo la le li lo lu ma mo oh ow ox pa pi sh su ta
    te ti ty uh um un wu xi xu ya ye yo yu
    """
)
"""Words and names of two letters that are not among the common words."""


def say_capitals(word: str, headline: bool) -> str:
    """One token of capitals: letters or a word."""
    if word in SPELLED:
        return SPELLED[word]
    if word[-1] == "S" and (word[:-1] in COUNTED or (headline and word[:-1] in COUNTED_IN_HEADLINES)):
        return f"{spell(word[:-1])}'s"  # THE BEST SUVS
    if word in WORDS:
        return word.capitalize()
    if headline:
        if word in LETTERWISE and word.lower() not in COMMON:
            return spell(word)
        if word == "US" or (len(word) == 2 and word.lower() not in COMMON | _TWO):
            return spell(word)
        if not any(c in VOWELS for c in word):
            return spell(word)
        if word.lower() in COMMON:
            return word.lower()
        return word.capitalize() if len(word) < 3 or can_be_word(word) else spell(word)
    if word in LETTERWISE:
        return spell(word)
    if word.lower() in COMMON:
        return word.lower()
    if len(word) <= 3 or not pronounceable(word):
        crowded = len(word) < 10 and _CLUSTER.search(
            _ENDINGS.sub("T", word.replace("NGTH", "N"))
        )  # a code: VPTESTNMB
        return spell(word) if len(word) <= 6 or crowded else word.capitalize()
    return word.capitalize()


_USING = frozenset(
    ["in", "with", "using", "into", "from", "of", "for", "the", "via", "on", "a", "my", "your"]
)


def is_letters(m: re.Match[str], here: Here) -> bool:
    """Return whether VS is a name's letters: "VS Code is", "in VS 2022"; no "nature VS nurture"."""
    before, after = here.before(m.start()), here.after(m.end())
    if m.start() == 0 or after in ("Code", "Studio"):
        return True
    return before.islower() and (before in _USING or not after.islower())
