"""Three figures that are a model: "the DT 770 Pro", "my old 486", "the 501 is great", "a 301 redirect"."""

from __future__ import annotations

from listen.speech.english.capitals.acronyms import COMMON
from listen.speech.rules import Here, words
from listen.speech.writing import patterns as re

_ONE_OF = words("a an my your his her their our old")
_THE_ONE = words("the this that our their its")
_NEXT = words("and or with is was has from that which in as but running without alone for")
_IS = words("is was isn't wasn't has runs offers comes costs gets does looks feels sounds performs")
_KIND = words("series family platform chassis variant lineup")
"""What goods of a number are together: "the 712 series"."""
_CHIPS = words("286 386 486 586")
_OF_A_CHIP = words("processor processors PC PCs CPU CPUs machine machines chip chips laptop box")
_NO_SERIES = words("US UK EU UN UAE AM PM AD BC CE BCE TV NO OK GDP CEO IPO ID PR HR AI")
"""Capitals before a number that counts: "the EU 250 million"."""
_GOODS = words(
    """
    headphones headset earbuds camera lens amp mouse keyboard speaker speakers monitor projector laptop
    printer router series model drive engine motor drill mixer receiver microphone mic telescope
    scooter bike mower sedan coupe hybrid convertible crossover
    """
)
_MADE = _GOODS | words(
    """
    sensor sewing chainsaw saw chip chipset processor watch phone tablet body clamp multimeter meter blower
    trimmer soundbar subwoofer console GPU CPU plane aircraft truck tractor rifle pistol
    grill oven stove fridge refrigerator freezer dishwasher washer dryer vacuum humidifier purifier heater
    toaster blender tent stroller serger lathe welder generator compressor turntable tuner radio scanner
    shredder tripod gimbal drone helmet
    """
)
"""One of a maker's goods, behind its name and figures: "Bernina 215 sewing machine"."""
_SERIES = re.compile(r"(?<![\w'’&.-])[A-Z]{2,3}\s\Z")
_REPLIES = words("301 302 303 304 307 308 401 403 405 408 410 418 422 429 451 502 503 504")
"""What servers answer with; 404 has a rule of its own."""
_REPLIED = words("redirect redirects error errors response responses status reply")
_ANSWERED = words("status returns returned http")


_FIRM = re.compile(
    r"(?:\s[A-Z][A-Za-z]{1,15}){0,3}\s(?:is|was|has|offers|opened|provides|helps|specializes|launched|announced|makes|sells)\b"
)
"""A firm that begins with its figures: "747 Media House is"; a count would have another verb."""
_WORDS_NEXT = re.compile(r"(?:\s[A-Za-z][\w-]{0,20}){1,4}")


def _is_of_goods(m: re.Match[str], here: Here) -> bool:
    """Return whether goods follow, with no more than their maker and their kind between: "4411 Singer Sewing
    Machine"."""
    found = _WORDS_NEXT.match(here.text, m.end())
    names = found.group().split() if found else []
    for name in names:
        if name.lower() in _MADE:
            return True
        if not name[0].isupper() or (name.endswith("s") and len(name) > 4 and name[-2] != "s"):
            return False
    return False


def is_model(text: str, m: re.Match[str], here: Here, no_name: frozenset[str]) -> bool:
    """Return whether three figures that are no round number go by twos: no count of what follows."""
    before, after = here.before(m.start()), here.after(m.end())
    low, next_low = before.lower(), after.lower()
    if text in _REPLIES and (next_low in _REPLIED or low in _ANSWERED):
        return True
    if text in _CHIPS and (after in _OF_A_CHIP or (low in _ONE_OF | _THE_ONE and not after.endswith("s"))):
        return True
    if text[-2:] == "00" or here.headline:
        return False
    if m.start() == 0 and _FIRM.match(here.text, m.end()):
        return True
    if before[:1].isupper() and before.capitalize() not in no_name and _is_of_goods(m, here):
        return True  # a PixArt 3395 sensor
    if here.text[m.start() - 5 : m.start()] == "(the " and here.text[m.end() : m.end() + 1] == ")":
        return True  # another workstation (the 712)
    if len(text) != 3:
        return False
    ends = not after and here.text[m.end() : m.end() + 1] in ("", ".", ",", ";", ":", ")", "?", "!")
    if low in _ONE_OF and (ends or next_low in _NEXT):
        return True
    if low in _THE_ONE and next_low in _IS:
        return True
    if low in _THE_ONE and next_low in _KIND:
        return True
    if not _SERIES.search(here.text, max(0, m.start() - 5), m.start()):
        return False
    if before in _NO_SERIES or low in COMMON:
        return False
    return ends or after[:1].isupper() or next_low in _NEXT or next_low in _GOODS


_MACHINE_NEXT = re.compile(
    r"\s(?:systems?|workstations?|machines?|boxes|box|mainframes?|minicomputers?|servers?|models?)\b"
)
_MACHINE_BEFORE = re.compile(
    r"\b(?:HP|IBM|Sun|DEC|DECstation|VAX|Apollo)\s(?:\d{3,4}/\d{2,3}(?:,\s|\sand\s|,\sand\s)){0,3}\Z"
)


def is_machine(m: re.Match[str], here: Here) -> bool:
    """ "the HP 715/50", "a 712/100 system": a computer by its two figures, no pressure of blood."""
    before = _MACHINE_BEFORE.search(here.text, max(0, m.start() - 50), m.start())
    return before is not None or _MACHINE_NEXT.match(here.text, m.end()) is not None
