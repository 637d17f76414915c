"""The words that an address is said in: its labels ("nytimes"), its path, the name of a handle."""

from __future__ import annotations

from listen.speech.english.capitals.acronyms import COMMON, LETTERWISE
from listen.speech.english.capitals.spelling import say_capitals, spell
from listen.speech.numbers import cardinal, digits, ordinal
from listen.speech.rules import table, words
from listen.speech.writing import patterns as re

_SPOKEN = table(
    """
    .=dot | /=slash | -=dash | _=underscore | @=at | :=colon | &=ampersand | #=hash | ?=question mark |
    +=plus | %=percent | ~=tilde
    """
) | {"=": "equals"}
EXTENSIONS = table(
    """
    pdf=P D F | jpg=jay peg | jpeg=jay peg | png=P N G | gif=gif | txt=T X T | doc=doc | docx=doc X |
    xls=X L S | xlsx=X L S X | csv=C S V | zip=zip | exe=E X E | mp3=M P three | mp4=M P four |
    html=H T M L | htm=H T M | js=J S |
    jsx=J S X | tsx=T S X | ts=T S | rb=R B | vue=view | bat=bat |
    py=P Y | json=jason | xml=X M L | md=M D | yml=Y M L |
    yaml=yaml | cfg=C F G | epub=E pub | wav=wav | svg=S V G | ppt=P P T | pptx=P P T X | php=P H P |
    css=C S S | cpp=C P P | java=java | rs=R S | go=go | sh=S H | ini=ini | toml=toml | sql=S Q L |
    dat=dat | bin=bin | tar=tar | gz=G Z | bak=back | rtf=R T F | odt=O D T | avi=A V I | mov=mov |
    mkv=M K V | psd=P S D | jar=jar | conf=conf | iso=I S O |
    log=log | config=config | dll=D L L | apk=A P K | dmg=D M G
    """
)
_STATIONS = re.compile(
    r"(bbc|cnn|nbc|cbs|abc|itv|npr|pbs|ny|la|uk|us|eu|nbc|msn|espn|nfl|nba|nhs)"
    r"(news|sports?|times|post|radio|online|world|live|tv|today|mag|jobs|gov)\Z"
)
"""Labels that begin with letters: "nytimes", "abcnews"."""
_LETTER_AND_WORD = re.compile(r"([bcdfghjklmnpqrstvwxz])(net|pop|mag|mail)\Z")
"""Labels that are a letter and a word: "cnet", "gmail"."""
_NO_SYLLABLE = re.compile(
    r"(?=[a-z]{3,4}\Z)(?:b[^aeiouylrhj]|c[^aeiouylrhz]|d[^aeiouyrwjh]|f[^aeiouylrj]|g[^aeiouylrhnw]|h[^aeiouy]"
    r"|j[^aeiouyh]|k[^aeiouylrhnw]|l[^aeiouyl]|m[^aeiouy]|n[^aeiouyg]|p[^aeiouylrhst]|q[^u]|r[^aeiouyh]"
    r"|t[^aeiouyrhswz]|v[^aeiouylr]|w[^aeiouyrh]|x[^aeiouy]|z[^aeiouylwh])"
)
"""Short labels that begin as no syllable does are said letter by letter: "wbez", "kqed"."""
_WORDY = words(
    """
    com org net edu gov mil int info biz app dev news blog shop online site tech media live club store
    london co scot wales me
    """
)  # fmt: skip
_PLAIN_NAMES = words("go my we do up on be so he me")
"""Names of two letters that are words: "pkg.go.dev"."""
_PARTS = re.compile(r"[A-Z]{2,}(?![a-z])|[A-Z](?=[A-Z][a-z])|[A-Z]?[a-zß-öø-ÿ]+|[A-Z]+|\d+|[^\W\d_]+|.")
_VOWEL = re.compile(r"[aeiouyAEIOUYà-ÿ]")
_ORDERED = re.compile(
    r"(?P<n>[2-9]?(?:1(?=st)|2(?=nd)|3(?=rd))|[2-9]?[04-9](?=th)|1\d(?=th))"
    r"(?:(?:nd|rd)(?![\W\d_])|(?:st|nd|rd|th)(?=[b-df-hj-np-qstv-xzB-DF-HJ-NP-QSTV-XZ-]|\Z))"
)
"""An ordinal that a label begins with: "4thwavenews", no "5things" and no "1stop"."""
_TITLES = table("Mr=Mister | Mrs=Missus | Dr=Doctor | St=Saint | Mt=Mount")
"""Before a name in one word with it: "MrBeast", "StPauli"."""
_SAINT_AFTER = words("fc sc sv the visit mount explore discover in of at old fort port city")
"""Before a saint inside of one word: "VisitStLucia"; elsewhere "St" may be a street."""


def _is_title(part: str, before: str, then: str) -> bool:
    if part not in _TITLES or not then.istitle():
        return False
    return part != "St" or not before or before.lower() in _SAINT_AFTER


def label_words(text: str, last: bool = False) -> str:
    """Return one label of an address: words as words, what has no vowel as letters, figures one by one."""
    if ordered := _ORDERED.match(text):
        return f"{ordinal(int(ordered['n']))} {label_words(text[ordered.end() :], last)}".rstrip()
    said = []
    parts = _PARTS.findall(text)
    for before, part, then in zip(["", *parts], parts, [*parts[1:], ""], strict=False):
        if _is_title(part, before, then):
            said.append(_TITLES[part])
        elif part.isdecimal():
            said.append(cardinal(int(part)) if len(part) < 3 and part[0] != "0" else digits(part))
        elif part in _SPOKEN:
            said.append(_SPOKEN[part])
        elif not part.isalnum():
            continue
        elif part.isupper() and last and part.lower() in _WORDY:
            said.append(part.lower())
        elif part.isupper() and len(part) > 1:
            said.append(say_capitals(part, False))
        elif lettered := _lettered(part):
            said.append(lettered)
        elif not _VOWEL.search(part) or len(part) == 1:
            said.append(part if not part.isascii() or part == "a" else spell(part))
        elif len(part) == 2 == len(text) and last and part.lower() not in _WORDY:
            said.append(spell(part))
        else:
            said.append(part)
    return " ".join(said)


def _lettered(part: str) -> str:
    """Return how a label is said that is letters, or letters and a word; "" where it is a word."""
    if part == "json":
        return "jason"
    known = _STATIONS.match(part) or _LETTER_AND_WORD.match(part)
    if known:
        return f"{spell(known[1])} {known[2]}"
    return spell(part) if _NO_SYLLABLE.match(part) else ""


def host_words(text: str) -> str:
    """Return the name of a site, its labels with "dot" between them."""
    labels = text.split(".")
    office = labels[-2].upper() if labels[-1].lower() in ("gov", "mil", "int") and len(labels) > 1 else ""
    if office in LETTERWISE and office.lower() not in COMMON:  # usa.gov, ssa.gov
        return (
            f"{host_words('.'.join(labels[:-2]))} dot " * (len(labels) > 2)
            + f"{spell(office)} dot {labels[-1].lower()}"
        )
    return " dot ".join(
        label_words(
            label, i > 0 and i >= len(labels) - 2 and not (label in _PLAIN_NAMES and i < len(labels) - 1)
        )
        for i, label in enumerate(labels)
    )


def path_words(text: str) -> str:
    """Return what follows the host: slashes and dashes are said."""
    said = []
    for part in re.split(r"([/?#=&+%~:.@_-])", text):
        if not part:
            continue
        if part in _SPOKEN:
            said.append(_SPOKEN[part])
        elif part.lower() in EXTENSIONS and said and said[-1] == "dot":
            said.append(EXTENSIONS[part.lower()])
        else:
            said.append(label_words(part))
    return " ".join(said)


_HANDLE_TAIL = re.compile(r"(?<=[A-Z]{2})(?=(?:gov|news|sports?|hq|online|live|politics|world)\Z)")
""" "@CDCgov", "@BBCnews": letters and a word."""


def tag_words(name: str) -> str:
    """Return the words of a camel-cased tag; letters and figures as they are said."""
    said = []
    head, _, tail = _HANDLE_TAIL.sub(" ", name).partition(" ")
    if tail:
        return f"{say_capitals(head, False)} {tail}"
    parts = _PARTS.findall(name)
    for before, part, then in zip(["", *parts], parts, [*parts[1:], ""], strict=False):
        if _is_title(part, before, then):
            said.append(_TITLES[part])
        elif part.isdecimal():
            said.append(_tag_number(part))
        elif part.isupper() and len(part) > 1:
            said.append(say_capitals(part, False))
        elif part == "_":
            said.append("underscore")
        elif lettered := _lettered(part):
            said.append(lettered)
        elif part.isalnum():
            said.append(part)
    return " ".join(said)


def _tag_number(text: str) -> str:
    from listen.speech.numbers import year

    if len(text) == 4 and text[:2] in ("19", "20"):
        return year(int(text))
    return cardinal(int(text)) if len(text) <= 3 and text[0] != "0" else digits(text)
