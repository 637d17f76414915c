"""Moves of a game of chess, and records of wins and losses."""

from __future__ import annotations

from listen.speech.numbers import cardinal
from listen.speech.rules import Here, Rule, Said, table, whole, words
from listen.speech.writing import patterns as re

_PIECES = table("K=king | Q=queen | R=rook | B=bishop | N=knight")
_MOVE = r"(?:[KQRBN][a-h]?[1-8]?x?[a-h][1-8]|[a-h]x?[a-h]?[1-8]|O-O(?:-O)?)"
_GAME = re.compile(
    rf"\b\d{{1,3}}\.\s?{_MOVE}|\b[KQRBN][a-h]?[1-8]?x?[a-h][1-8]\b|\b[a-h]x[a-h][1-8]\b|\bO-O\b|\b(?:chess|castled|resigned|grandmaster)\b"
)


def is_chess(here: Here) -> bool:
    """Return whether the text tells a game of chess."""
    return _GAME.search(here.text) is not None


_OF_BONDS = re.compile(
    r"\b(?:Moody|[Rr]at(?:ed|ings?)|[Cc]redit|[Bb]onds?|[Dd]owngrade\w?|[Ii]nvestment grade)\b"
)


def _piece(m: re.Match[str], here: Here) -> Said | None:
    """ "Nf3", "Qxf7#", "Bb5+"."""
    if m["p"] == "B" and m["file"] == "a" and m["rank"] in "123" and _OF_BONDS.search(here.text):
        return whole(m, f"B {'A ' if m['from'] else ''}A {cardinal(int(m['rank']))}")  # Moody's Baa3
    said = [_PIECES[m["p"]], *(m["from"] or "")]
    if m["takes"]:
        said.append("takes")
    said += [m["file"], cardinal(int(m["rank"]))]
    return whole(m, " ".join(_spoken(part) for part in said) + _ending(m["check"]) + ",")


def _spoken(part: str) -> str:
    return cardinal(int(part)) if part.isdecimal() else part.upper() if len(part) == 1 else part


def _ending(check: str | None) -> str:
    return {"+": " check", "#": " mate"}.get(check or "", "")


def _pawn(m: re.Match[str], here: Here) -> Said | None:
    """ "e4", "exd5"."""
    if not is_chess(here):
        return None
    takes = f"{m['from'].upper()} takes " if m["from"] else ""
    return whole(m, f"{takes}{m['file'].upper()} {cardinal(int(m['rank']))}{_ending(m['check'])},")


def _queens(m: re.Match[str], here: Here) -> Said | None:
    """ "e8=Q+": a pawn at the end of its way."""
    takes = f"{m['from'].upper()} takes " if m["from"] else ""
    square = f"{m['file'].upper()} {cardinal(int(m['rank']))}"
    return whole(m, f"{takes}{square} {_PIECES[m['to']]}{_ending(m['check'])},")


def _castles(m: re.Match[str], here: Here) -> Said | None:
    if here.before(m.start()).lower().startswith("castle"):
        return Said((("", m.start(), m.end()),), m.end())
    return whole(m, "castles queenside," if m["long"] else "castles,")


def _count(m: re.Match[str], here: Here) -> Said | None:
    """ "1.e4", "2. Nf3": the number of the move."""
    return whole(m, f"{cardinal(int(m['n']))},")


def _castled(m: re.Match[str], here: Here) -> Said | None:
    """ "0-0": castling, written with noughts, right behind a move."""
    if m["long"] and is_chess(here):
        told = here.before(m.start()).lower().startswith("castle")
        return whole(m, "queenside," if told else "castles queenside,")
    behind = _MOVED.search(here.text, max(0, m.start() - 12), m.start())
    return whole(m, "castles queenside," if m["long"] else "castles,") if behind and is_chess(here) else None


_MOVED = re.compile(rf"(?:\b{_MOVE}[+#]?|\b\d{{1,3}}\.(?:\.\.)?)\s?\Z")
_RESULTS = {"1-0": "one zero", "0-1": "zero one", "1/2-1/2": "a draw", "½-½": "a draw"}


def _drawn(m: re.Match[str], here: Here) -> bool:
    """Return whether the neighbour says already that it was a draw: "drew 1/2-1/2"."""
    return here.after(m.end()) == "draw" or here.before(m.start()).lower() in (
        "drew",
        "drawn",
        "draw",
        "draws",
    )


def _result(m: re.Match[str], here: Here) -> Said | None:
    if not is_chess(here):
        return None
    said = _RESULTS[m.group().replace("–", "-")]
    return whole(m, "half-half" if said == "a draw" and _drawn(m, here) else said)


_SEASON = re.compile(
    r"\s(?:this (?:season|year)|on the (?:season|year)|overall|in (?:league|conference|division|\w+ play)|"
    r"at home|on the road|against the spread|in the [A-Z][\w-]{1,15}|"
    r"in (?:their|its|his|her) last|start|record|mark|with \w+ (?:knockouts?|KOs?|wins?|losses|loss|ties?)|"
    r"with an? \d|in \w+ (?:starts|games|appearances|decisions|tries)|last (?:season|year|week|month)|"
    r"in (?:the )?(?:playoffs|postseason)|"
    r"in (?:January|February|March|April|May|June|July|August|September|October|November|December)|"
    r"since|entering|heading into|lifetime|when|against|versus)\b"
)
_SECOND = re.compile(r",\s\d{1,2}[-–]\d{1,2}\s(?:in|at|on)\s(?:the|conference|league|home|road|\w+\splay)\b")
_FIRST = re.compile(r"\b(?:are|is|were|went|to)\s\d{1,3}[-–]\d{1,3},\s(?:and\s)?\Z")
""" "Ohio State is 9-0, 6-0 in the Big Ten"."""
_WENT = frozenset(
    [
        "improved",
        "improves",
        "fell",
        "falls",
        "dropped",
        "went",
        "go",
        "goes",
        "are",
        "is",
        "were",
        "record",
        "to",
        "start",
        "started",
    ]
)
_HAVE_GONE = words("he's he’s she's she’s they're they’re we're we’re")
_TALL = re.compile(r"\s(?:when|start|entering|with an?\s\d(?!\d?\.\d\d|-\d))")
""" "he's 6-2 when he stands up": a height."""
_BRACKET = re.compile(r"[A-Z][\w'’.]{1,30}\s\((?:\d{1,3}-\d{1,3}(?:-\d{1,3})?(?:\s[\w-]{2,12}){0,2},\s)?\Z")
_CLOSED = re.compile(
    r"(?:-\d{1,3})?(?:(?:\s[A-Z][\w-]{1,11}){1,2}|\s(?:overall|home|away))?(?:\)|,\s\d{1,3}-\d{1,3}\b)"
)


def _record(m: re.Match[str], here: Here) -> Said | None:
    """ "(2-8, 0-7)", "improved to 5-0", "are 11-3 this season": wins and losses."""
    bracketed = _BRACKET.search(here.text[max(0, m.start() - 50) : m.start()]) and _CLOSED.match(
        here.text, m.end()
    )
    before = here.before(m.start()).lower()
    gone = before in _HAVE_GONE and not (
        4 <= int(m["a"]) <= 7 and int(m["b"]) < 12 and _TALL.match(here.text, m.end())
    )
    told = (before in _WENT or gone) and (
        _SEASON.match(here.text, m.end()) or _SECOND.match(here.text, m.end())
    )
    told = told or (_FIRST.search(_left(m, here)) and _SEASON.match(here.text, m.end()))
    improved = re.search(
        r"\b(?:(?:improved?s?|fell|falls|dropped) to"
        r"|(?:[Tt]hey|[Ww]e|[Hh]e|[Ss]he|and|who|team) (?:started|opened|finished|ended|closed))"
        r" (?:\d{1,2}-\d{1,2} and )?\Z",
        _left(m, here),
    )
    named = _TEAM.match(here.text, m.end()) and before == "the" and m["a"] != m["b"]
    aside = _ASIDE.search(_left(m, here)) and here.text[m.end() : m.end() + 1] == ","
    pitched = before in (*_WENT, "and") and "ERA" in here.text and re.search(r"\bERA\b", here.text)
    if bracketed and (before in _COURTS or before in SCALES or _RATED.match(here.text, m.end())):
        return None
    if not (bracketed or pitched or told or improved or named or aside):
        return None
    return whole(m, " and ".join("oh" if n == "0" else cardinal(int(n)) for n in (m["a"], m["b"])))


_COURTS = frozenset(("cir", "court", "circuit", "board", "council", "committee", "commission", "panel"))
SCALES = words(
    """
    score scores rating ratings rank ranking scale difficulty level levels ease use quality
    importance severity value priority grade grades age ages players player questions steps weeks
    days months years hours minutes chapters episodes seasons stars points intensity likelihood
    impact effort confidence satisfaction urgency range size sizes people persons servings serves
    guests rounds stages phases parts items
    """
)
"""Before a bracket with a scale: "Ease of Use (1-5)", "Players (2-4)"."""
_RATED = re.compile(r"\):\s\d")
""" "Difficulty (1-3): 2": a scale, not a record."""
_TEAM = re.compile(r"\s(?:[A-Z][a-z]+\s){0,2}[A-Z][a-z]+s\b")
""" "the 22-26 Mets"."""
_ASIDE = re.compile(r"\b(?:[Tt]he\s|[A-Z][a-z]+\s)[A-Z][a-z]+s?,\s\Z")
""" "The Phillies, 31-17, host": set off by commas after a name."""


def _batting(m: re.Match[str], here: Here) -> Said | None:
    """ "1-11 at the plate": hits for so many turns."""
    if int(m["a"]) > int(m["b"]):
        return None
    return whole(m, f"{cardinal(int(m['a']))} for {cardinal(int(m['b']))}")


def _left(m: re.Match[str], here: Here) -> str:
    return here.text[max(0, m.start() - 40) : m.start()]


_BATTED = re.compile(r"\d{1,3}b\b|\d[x×][46](?!\w)|\b(?:wkts?|wickets?|overs|innings|not out|lbw)\b")


_LETTERED = re.compile(
    r"(?<![\w.,$£€])\d{1,2}[ac-e](?:/|,\s|,?\s(?:and|or|to|&)\s)\Z"
    r"|\b(?:[Tt]able|[Ss]tep|[Tt]ype|[Pp]art|[Pp]hase|[Ss]tage|[Pp]oint|[Hh]ypothes[ei]s|[Aa]im|[Pp]anel|[Nn]ote)s?"
    r"\s(?:\d{1,2}[a-z],?\s(?:and\s|or\s|to\s|&\s)?){0,3}\Z"
)
"""Parts with a letter stand before: "2a and 2b", "Steps 3b and 4b"."""


def is_lettered(m: re.Match[str], here: Here) -> bool:
    """Return whether a figure with a letter is a part like another before it."""
    return _LETTERED.search(here.text, max(0, m.start() - 30), m.start()) is not None


def _balls(m: re.Match[str], here: Here) -> Said | None:
    """ "112 (87b, 11x4, 3x6)": what a batsman made his runs of."""
    others = here.text[max(0, m.start() - 24) : m.start()] + here.text[m.end() : m.end() + 40]
    if not _BATTED.search(others) or here.before(m.start()).lower() in ("a", "an", "the"):
        return None  # a 2x4, a 4x4 truck
    if m["n"] and is_lettered(m, here):
        return None  # Tables 1a, 1b, 1c
    if m["n"]:
        return whole(m, f"{cardinal(int(m['n']), here.british)} balls")
    return whole(m, f"{cardinal(int(m['a']))} {'fours' if m['f'] == '4' else 'sixes'}")


_AFTER_GOALS = re.compile(r"\d[-–]\d\s(?:win\s|victory\s|loss\s|defeat\s)?(?:on|after|\()\s?\Z")
_IN_BRACKETS = re.compile(r"\d\s\(\d{1,2}[-–]\d{1,2}\s(?:on\s)?\Z")
_AFTER_SCORE = re.compile(r"\d[-–]\d,?\s\(?\Z")
_SCORED = re.compile(r"\d{1,3}(?:\+\d{1,2})?['’]?,?\s\(?\Z")
_INNINGS_OVER = re.compile(r"\d[-–/]\d\s\Z")


def _short_word(m: re.Match[str], here: Here) -> Said | None:
    """ "4-3 on pens", "(45+2, pen)", "267-4 dec", "agg 2-2", "2-1 (aet)": a score's short words."""
    text, start, word = here.text, m.start(), m["w"].lower()
    if word == "pens":
        told = here.before(start) == "on" or bool(_IN_BRACKETS.search(text, max(0, start - 14), start))
        told = told or bool(_AFTER_GOALS.search(text, max(0, start - 20), start))
        return whole(m, "penalties") if told else None
    if word == "pen":
        told = text[m.end() : m.end() + 1] == ")" and bool(_SCORED.search(text, max(0, start - 10), start))
        return whole(m, "penalty") if told else None
    if word == "agg" and here.before(start).lower() == "on":
        return whole(m, "aggregate")  # won 2-0 on agg
    if word == "aet":
        told = bool(_AFTER_SCORE.search(text, max(0, start - 8), start))
        return whole(m, "after extra time") if told else None
    if word == "dec":
        told = here.british and bool(_INNINGS_OVER.search(text, max(0, start - 8), start))
        return whole(m, "declared") if told else None
    if not _SCORE_FOLLOWS.match(text, m.end()):
        return None
    return whole(m, _STATES[word])


_STATES = {"agg": "aggregate", "ht": "half-time", "ft": "full-time"}
_SCORE_FOLLOWS = re.compile(r"\.?:?\s\d{1,2}[-–]\d{1,2}(?!\d)")
TRIGGERS = frozenset(("pens", "pen", "agg", "aet"))


LETTERS = (
    Rule(r"(?P<w>pens?|dec|agg|aet|HT|FT)(?![\w-])", _short_word),
    Rule(r"(?:(?P<from>[a-h])x)?(?P<file>[a-h])(?P<rank>[18])=(?P<to>[QRBN])(?P<check>[+#])?(?!\w)", _queens),
    Rule(
        r"(?P<p>[KQRBN])(?P<from>[a-h]|[1-8])?(?P<takes>x)?(?P<file>[a-h])(?P<rank>[1-8])(?P<check>[+#])?(?!\w)",
        _piece,
    ),
    Rule(r"O-O(?P<long>-O)?(?![\w-])", _castles),
    Rule(r"(?:(?P<from>[a-h])x)?(?P<file>[a-h])(?P<rank>[1-8])(?P<check>[+#])?(?![\w-]|\.\w)", _pawn),
)
DIGITS = (
    Rule(r"(?P<n>\d{1,3})b(?=[,;)])|(?P<a>\d{1,2})[x×](?P<f>[46])s?(?=[,;)])", _balls),
    Rule(r"0-0(?P<long>-0)?(?![\w/-])", _castled),
    Rule(r"(?:1[-–]0|0[-–]1|1/2-1/2|½-½)(?![\w/-])", _result),
    Rule(rf"(?P<n>\d{{1,3}})\.(?:\.\.)?\s?(?={_MOVE}(?:[+#]|\b))", _count),
    Rule(r"(?P<a>\d{1,2})-(?P<b>\d{1,2})(?=\sat\sthe\splate\b)", _batting),
    Rule(r"(?P<a>\d{1,2})[-–](?P<b>\d{1,2})(?![\w%]|[-–]\d|[.]\d)", _record),
)
