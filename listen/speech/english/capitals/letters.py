"""Capitals: initialisms said as letters, acronyms said as words, headlines, initials."""

from __future__ import annotations

from listen.speech.english.capitals.acronyms import COMMON, LETTERWISE, SPELLED, WORDS
from listen.speech.english.capitals.partial import is_cut_from_name
from listen.speech.english.capitals.spelling import (
    VOWELS,
    can_be_word,
    is_letters,
    pronounceable,
    say_capitals,
    spell,
)
from listen.speech.numbers import cardinal, digits
from listen.speech.rules import Here, Rule, Said, whole
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


def _is_fund(m: re.Match[str], here: Here) -> bool:
    """A political action committee, said as a word; Britain's Public Accounts Committee is not."""
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


def _capitals(m: re.Match[str], here: Here) -> Said | None:
    word, tail = m["w"], m["s"] or ""
    headline = here.headline or _between_capitals(m, here)
    told = here.before(m.start()) == "THE" or _ANNOUNCES.match(here.text, m.end())
    if word == "WHO" and headline and "?" not in here.text and told and not _BAND.search(here.text):
        return whole(m, spell(word) + ("'s" if tail else ""))
    if word == "UPS" and headline and not _is_of_ups(m, here):
        return whole(m, spell(word))
    if word == "INS" and not tail and _TIED_WORD.search(here.text, max(0, m.start() - 12), m.start()):
        return whole(m, "ins")  # SIT-INS
    if word == "US" and not tail and headline and _is_people(m, here):
        return whole(m, "us")
    if m["short"]:  # DON'T, THEY'RE
        return whole(m, (word + m["short"]).lower().replace("’", "'"))
    if _TWICE_SUNG.search(here.text, max(0, m.start() - 4), m.end() + 4) and word in _SUNG:
        return whole(m, word.lower())  # OOO LA LA
    if word in ("CAD", "CAM") and not tail and _is_designed(m, here):
        return whole(m, word.lower())
    if word == "UNO" and here.before(m.start()) in ("Arduino", "play", "playing", "played"):
        return whole(m, "Uno")  # no university
    if word == "NICE" and not tail and not headline:
        return whole(m, "nice")  # the institute, not the city
    if word == "HA" and not headline and not _is_laughter(m, here):
        return whole(m, spell(word) + ("'s" if tail else ""))
    if word == "VS" and is_letters(m, here):
        return whole(m, spell(word) + ("'s" if tail else ""))
    if word == "WHO" and not tail and not headline and _is_question(m, here):
        return whole(m, "who")
    if word == "OR" and not tail and _is_choice(m, here):
        return whole(m, "or")
    if word == "LIVE" and not tail and not headline and here.before(m.start()).lower() not in _WHO_LIVES:
        return whole(m, "Live")
    if word in ("SAS", "SOC", "MAC", "MIG", "TIG", "SEP", "AMP", "DOM", "NAS", "SAN") and (
        subject := _by_subject(m, here)
    ):
        return whole(m, subject + ("'s" if tail else ""))
    if not tail and not headline and (by_article := _by_article(m, here)):
        return whole(m, by_article)
    if word == "ACAS" and not here.british:
        return whole(m, spell(word))  # not Britain's conciliators
    words = "Pac" if word == "PAC" and _is_fund(m, here) else say_capitals(word, headline)
    if tail:
        apostrophe = "'" if words[-1].isupper() or len(tail) > 1 else ""
        words += f"{apostrophe}s"
    if m["plus"]:
        words += " plus"
    return whole(m, words)


_CAPS_BEFORE = re.compile(r"(?:^|[^\w])([A-Z]{2,}|A|I)[\s,:'’]+$")

_CAPS_AFTER = re.compile(r"[\s,:]{1,4}([A-Z]{2,30}|A|I)(?![\w])")


def _between_capitals(m: re.Match[str], here: Here) -> bool:
    """Capitals on both sides, or on one side a common word in capitals: shouting, not an acronym."""
    text = here.text
    before = _CAPS_BEFORE.search(text, max(0, m.start() - 24), m.start())
    after = _CAPS_AFTER.match(text, m.end())
    near = [x.group(1) for x in (before, after) if x]
    listed = "," in text[m.start() - 2 : m.start()] or text[m.end() : m.end() + 1] == ","  # GERD, COPD
    if len(m["w"]) == 3 and len(near) == 1 and len(near[0]) < 4 and m["w"].lower() not in COMMON:
        return False  # CIS CAT Pro
    return any(
        _shouted(word) for word in near if not listed or (word.lower() in COMMON and word not in LETTERWISE)
    )


def _shouted(word: str) -> bool:
    if word.lower() in COMMON:
        return word not in ("I", "A", "IT", "US")  # these are letters as often
    return len(word) > 3 and word not in WORDS and word not in LETTERWISE and pronounceable(word)


def _initials(m: re.Match[str], here: Here) -> Said | None:
    """ "U.S.", "J.K.", "D.C.": letters; the possessive too."""
    words = spell(m["w"])
    if m["s"]:
        words += "'s"
    return whole(m, words)


def _pointed(m: re.Match[str], here: Here) -> Said | None:
    """ "S.H.I.E.L.D.", "S.M.A.R.T. goals": what would be a word without its points."""
    word = m["w"].replace(".", "")
    said = say_capitals(word, False)
    return None if said.isupper() else whole(m, said[0].upper() + said[1:] + ("'s" if m["s"] else ""))


def _suffixed(m: re.Match[str], here: Here) -> Said | None:
    """ "RESTful", "NIMBYism": capitals with an ending are said as they are without it."""
    said = say_capitals(m["w"], False)
    return whole(m, f"{said}{' ' if said.isupper() else ''}{m['end']}")


def _done_to(m: re.Match[str], here: Here) -> Said | None:
    """ "RSVPed", "he DJ'd"."""
    return whole(m, f"{spell(m['w'])}'d")


def _as_a_service(m: re.Match[str], here: Here) -> Said | None:
    """ "MLaaS", "AIaaS"; "SaaS" and its kin are words, and letters do behind what they stand for."""
    before = here.text[max(0, m.start() - 14) : m.start()].lower().replace("-", " ")
    if len(m["w"]) == 1 and before.endswith("as a service ("):
        return whole(m, spell(f"{m['w']}AAS"))
    if m["w"] == "I":
        return None
    return whole(m, f"{spell(m['w'])} as a service")


def _ticker(m: re.Match[str], here: Here) -> Said | None:
    """ "(GOOGL +1.47%)", "Acme Foods (ACFO 0.34%)": a share's letters; "(NASA 0.48%)" is its own."""
    signed = not here.text[m.end() + 1].isdecimal()
    return whole(m, spell(m["w"])) if signed or is_cut_from_name(m["w"], here.text[: m.start() - 1]) else None


def _constant(m: re.Match[str], here: Here) -> Said | None:
    """ "LOG_LEVEL", "API_KEY": the words of a program's constant; letters where no word can be."""
    return whole(m, " ".join(_constant_part(part) for part in m.group().split("_")))


def _constant_part(part: str) -> str:
    if part.isdecimal():
        return cardinal(int(part)) if len(part) < 3 else digits(part)
    lettered = part in LETTERWISE or not VOWELS & set(part) or len(part) < 3 or not part.isalpha()
    return spell(part) if lettered and part.lower() not in COMMON else part.lower()


_MANY_OF = frozenset(("B&B", "Q&A", "M&M", "PB&J"))
"""What there can be many of, their "s" in capitals too."""


def _amp(m: re.Match[str], here: Here) -> Said | None:
    left, right = m["l"], m["r"]
    if right[1:] == "S" and f"{left}&{right[0]}" in _MANY_OF:
        return whole(m, f"{spell(left)} and {right[0]}'s")  # small B&BS
    words = f"{spell(left)} and {spell(right)}"
    if m["s"]:
        words += "'s"
    return whole(m, words)


def _initial(m: re.Match[str], here: Here) -> Said | None:
    """ "J.Crew", "S.Korea": a letter tied to a name, no end of a sentence."""
    return None if m["next"].lower() in COMMON else whole(m, m["w"])


def _tied(m: re.Match[str], here: Here) -> Said | None:
    """ "J.R.Hill", "the U.S.Army": letters tied to a name; "in the U.S.The firm" is two sentences."""
    low = m["next"].lower()
    ended = bool(_BEGUN.match(low)) if m["w"] in ("U.S.", "U.K.", "U.N.", "E.U.") else low in COMMON
    return None if ended else whole(m, spell(m["w"]))


_BEGUN = re.compile(
    r"(?:the|it|he|she|they|we|you|this|that|these|then|when|if|but|and|so|in|on|at|for|with|as)\Z"
)


def _marked(m: re.Match[str], here: Here) -> Said | None:
    """ "PLUSTM", "WonderwoolTM": a trade mark's sign that lost its height."""
    word = m["w"]
    if word.isupper():
        return whole(m, say_capitals(word, False)) if pronounceable(word) else None
    return whole(m, word)


_ANSWERED = re.compile(
    r"\s(?:What|How|Why|When|Where|Who|Which|Is|Are|Do|Does|Did|Can|Could|Should|Will|Would|Was|Were|Have|Has|If|In|Yes|No"
    r"|It|It['’]s|The|This|That|There|They|We|You|I|I['’]\w{1,2})[\s,]"
)
"""What a question or an answer begins with, behind "Q." or "A."; "A. Philip Randolph" is a name."""


def _single(m: re.Match[str], here: Here) -> Said | None:
    word = m["w"]
    if word == "A" and here.headline and here.before(m.start()).isupper() and here.after(m.end()):
        return whole(m, "a")
    asked = word in ("Q", "A") and m["dot"] and (not m.start() or here.text[m.start() - 1] == "\n")
    if asked and _ANSWERED.match(here.text, m.end()):
        return Said(((word, m.start("w"), m.end("w")),), m.end("w"))  # Q. How?
    if m["dot"] and not here.text[m.end() : m.end() + 2].lstrip()[:1].isupper():
        return Said(((word, m.start("w"), m.end("w")),), m.end("w"))
    words = word + ("'s" if m["s"] else "")
    return whole(m, words)


_END = r"(?![^\W_])"


def _firm(m: re.Match[str], here: Here) -> Said | None:
    """ "Nordic Turbine Systems AS (Oslo)": what firms of the North are; no word written large."""
    return whole(m, "A S") if here.before(m.start())[:1].isupper() else None


AMP = (Rule(rf"(?P<l>[A-Z]{{1,2}})\s?&\s?(?P<r>[A-Z]{{1,2}})(?P<s>['’]?s)?{_END}", _amp),)

CAPITALS = (
    Rule(r"a(?=\)|\s(?:and|or)\s[b-e](?![\w'’.]))", lambda m, h: whole(m, "A")),  # a) the cost
    Rule(r"a(?=\.\s+[A-Z])(?:(?<=\Aa)|(?<=\na))", lambda m, h: whole(m, "A")),  # a. Open the lid.
    Rule(r"AS(?<=[a-z]\sAS)(?=\s?\(|[,;)]|['’]s\b)", _firm),
    Rule(  # XXX-XX-XXXX stands for figures
        r"X{2,5}(?:-X{2,5}){2,3}(?!\w)",
        lambda m, h: whole(m, ", ".join(" ".join(g) for g in m.group().split("-"))),
    ),
    Rule(r"DEF\s?CON(?![^\W_])", lambda m, h: whole(m, "def con")),  # the hackers' meeting
    Rule(r"(?:TL;\s?DR|tl;\s?dr)(?![^\W_])", lambda m, h: whole(m, "T L D R")),
    Rule(r"(?P<w>[A-Z]?[a-z]{3,20}|[A-Z]{4,12})TM(?![^\W_])", _marked),
    Rule(r"[A-Z]{2,20}(?:_[A-Z\d]{1,20}){1,6}(?!\w)", _constant),
    Rule(r"(?![SP]aaS)(?P<w>[A-Z]{1,4})aaS(?![^\W_])", _as_a_service),
    Rule(r"(?<=\()(?P<w>[A-Z]{2,5})(?=\s(?:[-+−]\d[\d.]{0,5}|\d{1,2}\.\d\d)\s?%)", _ticker),
    Rule(r"(?P<w>DJ|KO|OK|ID|OD|RSVP|PM|DM|CC|BCC|MC|TKO|RT)(?:['’]d|ed)(?![^\W_])", _done_to),
    Rule(r"(?P<w>[A-Z]{4,8})(?P<end>ers?)(?![^\W_])", _suffixed),
    Rule(r"(?P<w>[A-Z]{2,5})['’](?P<end>ers?|ing)(?![^\W_])", _suffixed),  # DIY'er
    Rule(r"(?P<w>[A-Z]{3})(?P<end>ers?)(?![^\W_])", _suffixed),
    Rule(r"(?P<w>[A-Z]{3,6})(?P<end>ful|ing|ish|ism|ist|able)(?![^\W_])", _suffixed),
    Rule(r"n\.d\.(?<=\(n\.d\.)(?=[),;])", lambda m, h: whole(m, "no date")),
    Rule(rf"(?P<w>(?:[A-Z]\.){{3,11}}[A-Z])(?:\.(?=\s[a-z]|[,;:)]|['’]s\b))?(?P<s>['’]s)?{_END}", _pointed),
    Rule(r"(?P<w>(?:[A-Z]\.){2,4})(?=(?P<next>[A-Z][a-z]{2,20})(?!\w|\.\w))", _tied),
    Rule(rf"(?P<w>(?:[A-Za-z]\.){{2,}}[A-Z]?|(?:[A-Z]\.)+[A-Z])(?P<s>['’]?s)?{_END}", _initials),
    Rule(
        rf"(?P<w>[A-Z]{{2,}})(?:(?P<s>['’][sS]|s)|(?P<short>['’](?:T|RE|VE|LL|M|D)))?(?P<plus>\+)?{_END}(?!['’]\w)",
        _capitals,
    ),
    Rule(r"(?P<w>[A-Z])\.(?=(?P<next>[A-Z][a-z]+))", _initial),
    Rule(rf"(?P<w>[A-Z])(?P<dot>\.(?=\s|$))?(?P<s>['’]s)?{_END}(?!['’][^\W_])", _single),
)
