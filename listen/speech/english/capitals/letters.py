"""Capitals: initialisms said as letters, acronyms said as words, headlines, initials."""

from __future__ import annotations

from listen.speech.english.capitals.acronyms import COMMON, LETTERWISE, WORDS
from listen.speech.english.capitals.partial import is_cut_from_name
from listen.speech.english.capitals.spelling import VOWELS, pronounceable, say_capitals, spell
from listen.speech.english.capitals.word_or_letters import by_neighbours, is_fund
from listen.speech.numbers import cardinal, digits
from listen.speech.rules import Here, Rule, Said, whole
from listen.speech.writing import patterns as re


def _capitals(m: re.Match[str], here: Here) -> Said | None:
    word, tail = m["w"], m["s"] or ""
    headline = here.headline or _between_capitals(m, here)
    told = by_neighbours(m, here, headline)
    if told:
        return whole(m, told)
    words = "Pac" if word == "PAC" and is_fund(m, here) else say_capitals(word, headline)
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
