"""Capitals that are a part of a word: "NON-GMO", "ECO-FRIENDLY", "EMPOWERed", "BeYOUtiful", "PERKuLATTE"."""

from __future__ import annotations

from listen.speech.english.capitals.acronyms import COMMON, LETTERWISE, MIXED, SPELLED, WORDS
from listen.speech.english.capitals.spelling import pronounceable, spell
from listen.speech.rules import Here, Rule, Said, whole, words
from listen.speech.writing import patterns as re


def _prefix(m: re.Match[str], here: Here) -> Said | None:
    """ "ECO-FRIENDLY", "CO-FOUNDER": no letters where a word in capitals follows."""
    word = m["w"]
    spoken = word.lower() in COMMON or (len(word) > 3 and pronounceable(word))
    if m["p"] in ("RE", "CO", "DE", "EX") and not spoken:
        return None
    if m["p"] == "BI" and not word.startswith(("WEEK", "MONTH", "ANNUAL", "LINGUAL", "PARTISAN", "COASTAL")):
        return None
    return whole(m, m["p"].capitalize())


def _known(word: str) -> bool:
    """Return whether capitals are no word: letters, or a name of their own."""
    return word in LETTERWISE or word in WORDS


def _played(m: re.Match[str], here: Here) -> Said | None:
    """ "PERKuLATTE": one vowel small among capitals that are syllables."""
    a, b = m["a"], m["b"]
    if m.group() in MIXED or _known(a) or _known(b) or not (pronounceable(a) and pronounceable(b)):
        return None
    return whole(m, m.group().capitalize())


def _stressed(m: re.Match[str], here: Here) -> Said | None:
    """ "BeYOUtiful", "StorEATelling": a word inside a word, no letters."""
    if m["w"].lower() not in COMMON or m["w"] in LETTERWISE:
        return None
    return whole(m, m.group().capitalize())


def _ended(m: re.Match[str], here: Here) -> Said | None:
    """ "EMPOWERed", "TOTALly": an ending outside the capitals."""
    word = m["w"]
    if _known(word) or not (word.lower() in COMMON or pronounceable(word)):
        return None
    return whole(m, m.group().capitalize())


_FIELDS = {
    "ART": re.compile(r"\b(?:[Aa]nti-?retroviral|HIV|IVF|[Ff]ertility)\b"),
    "PAD": re.compile(
        r"\b(?:[Aa]rter(?:y|ies|ial)|[Cc]laudication|[Vv]ascular|[Pp]atients?|[Aa]therosclerosis)\b"
    ),
    "KIT": re.compile(r"\bKarlsruhe\b"),
}
"""What is near where the letters of a field are meant: "women on ART" for HIV."""
_SMALL = words("of and the for in on to a an")


def _glossed(m: re.Match[str], here: Here) -> Said | None:
    """ "assisted reproductive technology (ART)", "the Ministry of Manpower, or MOM,": its letters."""
    field = _FIELDS.get(m["w"])
    crafted = here.before(m.start()).lower() == "the" and here.after(m.end()).lower() == "of"
    if field and not crafted and field.search(here.text):
        return whole(m, spell(m["w"]) + ("'s" if m["s"] else ""))
    for sign in (f" ({m['w']})", f", or {m['w']},", f", or {m['w']} "):
        at = here.text.find(sign)
        if at > 0:
            named = here.text[max(0, at - 90) : at].replace("-", " ").split()
            large = [name for name in named if name.lower() not in _SMALL]
            if m["w"] in ("".join(n[0] for n in row[-len(m["w"]) :]).upper() for row in (named, large)):
                return whole(m, spell(m["w"]) + ("'s" if m["s"] else ""))
    return None


_NAME_BEFORE = re.compile(r"(?:(?<![^\W_])[A-Z][\w&.'’-]{0,20}\s){1,4}\Z")


def is_cut_from_name(word: str, before: str) -> bool:
    """Return whether letters are of the name before: "Acme Foods (ACFO", but no initials."""
    if word in WORDS or word in SPELLED or word.lower() in COMMON:
        return False
    named = _NAME_BEFORE.search(before[-60:])
    if not named:
        return False
    parts = named.group().upper().split()
    if word in parts or word in ("".join(p[0] for p in parts[-n:]) for n in range(2, len(parts) + 1)):
        return False
    letters = iter("".join(parts))
    return any(parts[-n][0] == word[0] for n in range(1, len(parts) + 1)) and all(c in letters for c in word)


_RATED = re.compile(
    r"\s(?:rat(?:ings?|ed)|scores?|points?|rankings?|systems?|gaps?|leaderboards?"
    r"|(?:of|is|was|at|around|near)\s(?:(?:about|around|over|just)\s)?[1-3],?\d{3}(?!\d|,\d))\b"
)
"""What is made of games won and lost by the method of Elo: "an ELO of 2200"."""
_RANKED = re.compile(r"\s(?:rank(?:s|ed)?|gain(?:s|ed)?)\b")
_PLAYED_FOR = re.compile(r"\b(?:[Cc]hess|FIDE|[Rr]ating|[Gg]randmasters?|[Pp]layers?|[Mm]odels?)\b")
_RATING_BEFORE = re.compile(
    r"(?<![\w.,$])(?:(?<!\b[IiBb][ny]\s)(?<!\b[Ss]ince\s)(?<!\b[Uu]ntil\s)(?<!\b[Ff]rom\s)(?<!\b[Oo]f\s)[1-9]\d{3}"
    r"|[1-3],\d{3}|[1-9]\d{0,2}(?:\.\d)?)[+]?\s\Z"
)
"""So many points, no year: "1500 ELO", not "in 1977 ELO"."""
_OF_THE_BAND = words("songs hits albums records tracks singles fans members tickets concerts shows covers")


def _elo(m: re.Match[str], here: Here) -> Said | None:
    """ "an ELO rating", "1500 ELO": a man's name, not the orchestra's letters."""
    rated = _RATED.match(here.text, m.end()) or _RATING_BEFORE.search(
        here.text, max(0, m.start() - 20), m.start()
    )
    if here.after(m.end()).lower() in _OF_THE_BAND:
        return None
    ranked = _RANKED.match(here.text, m.end()) and _PLAYED_FOR.search(here.text)
    return whole(m, "Elo") if rated or ranked else None


_END = r"(?![^\W_])"
_THREE = (
    "ART|ALL|MOM|CUT|DAY|ADD|END|EAR|PAD|PER|APP|KIT|LID|TAG|TAB|TAP|FEE|BAG|BUG|MIX|LAG|DIP|GUT|FRY|SKI"
    "|SHY|FLU|DUO|GIG|LOG|FIX"
)
"""Common words of three letters that bodies, illnesses and figures are called by their initials."""
LETTERS = (
    Rule(rf"(?P<w>{_THREE})(?P<s>['’]?s)?{_END}", _glossed),
    Rule(rf"ELO{_END}", _elo),
    Rule(r"AD(?=-(?:FREE|SUPPORTED|BLOCK))", lambda m, h: whole(m, "ad")),
    Rule(
        rf"CO-(?P<w>OP|ED)(?P<s>[sS])?{_END}",
        lambda m, h: whole(m, f"co-{m['w'].lower()}{(m['s'] or '').lower()}"),
    ),
    Rule(
        r"(?P<p>ECO|NON|PRE|BIO|GEO|SUB|RE|CO|DE|EX|BI)-"
        r"(?=(?P<w>(?!(?:BASED|LED|BACKED|FUNDED|OWNED|ONLY|AREA)\b)[A-Z]{2,20})(?![^\W_]))",
        _prefix,
    ),
    Rule(  # KA-BOOM!
        r"KA-(?P<w>BOOM|POW|CHING|BANG|BLAM|PLOW|THUNK)(?![^\W_])",
        lambda m, h: whole(m, f"ka-{m['w'].lower()}"),
    ),
    Rule(rf"(?P<a>[A-Z]{{4,10}})[aeiouy](?P<b>[A-Z]{{4,10}}){_END}", _played),
    Rule(rf"[A-Z][a-z]{{1,8}}(?P<w>[A-Z]{{3,6}})[a-z]{{4,10}}{_END}", _stressed),
    Rule(rf"(?P<w>[A-Z]{{4,12}})(?:ed|ly|ness|ics|ment|land){_END}", _ended),
)
