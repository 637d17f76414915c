"""Short forms before a number, and what stands for one: "No. 5", "pp. 12–15", "Art 8", "catalog no. B-12"."""

from __future__ import annotations

from listen.speech.english.short_forms.abbreviations import FIGURED, choice, localised
from listen.speech.numbers import cardinal
from listen.speech.rules import Here, Rule, Said, table, whole, words
from listen.speech.writing import patterns as re

# Before a number (or a list of them).
NUMBERED: dict[str, str] = table(
    """
    no=number | nos=numbers | p=page | pp=pages | pg=page | fig=figure | figs=figures | vol=volume |
    vols=volumes | ch=chapter | chap=chapter | sec=section | sect=section | art=article | arts=articles
    | eq=equation | ep=episode | vers=version | ver=version | para=paragraph | paras=paragraphs |
    pt=part | rte=route | hwy=highway | apt=apartment | ste=suite | bk=book | ca=circa | c=circa |
    est=established | ext=extension | div=division | sched=schedule | v=version | rd=road |
    prop=proposition | mk=mark | rt=route | approx=approximately | flt=flight | b=born | d=died |
    bldg=building |
    exh=exhibit | tel=telephone | cl=clause | cls=clauses | s=section | ss=sections | fl=floor |
    tab=table | vv=verses | reg=regulation | sch=schedule | eqs=equations | op=opus | amend=amendment |
    wks=weeks | pop=population | wk=week |
    blk=block | col=column | mag=magnitude | lvl=level | jct=junction | eps=episodes |
    rm=room | fwy=freeway | mi=mile | elev=elevation | iss=issue | lat=latitude | amdt=amendment | r=reigned |
    tbl=table | tbls=tables | eqn=equation | eqns=equations | ser=series | thm=theorem
    """
)

_BARE_NUMBERED = frozenset(
    (
        "no",
        "nos",
        "mk",
        "pp",
        "vol",
        "fig",
        "figs",
        "vols",
        "ch",
        "para",
        "paras",
        "ext",
        "tel",
        "s",
        "ss",
        "sch",
        "apt",
        "rte",
        "ste",
        "rm",
        "fwy",
        "lvl",
        "jct",
        "wk",
        "wks",
    )
)
_CAPITAL_NUMBERED = words("no ch apt rte ste rm fwy")
"""Of those, the ones that have a capital without their full stop."""
_ROAD_OR_ROOM = frozenset(("rte", "ste", "rm", "fwy"))


_YEAR = re.compile(
    r"\s?(?:(?:\d{1,2}\s)?(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?(?:\s\d{1,2},)?\s)?(?:1\d|20)\d\d\b"
)

_SENTENCE_ENDS = words("was is said says answered answer be replied just reply still of course")

_NUMBER_AND_MANY = re.compile(r"\d{1,6}\s(?:[a-z]+s|people|men|women|children|more|others|percent)\b")


def _answered(m: re.Match[str], here: Here) -> bool:
    """ "The answer was no. 30 others left.": the word, at a sentence's end."""
    before = here.before(m.start()).lower()
    return before in _SENTENCE_ENDS and _NUMBER_AND_MANY.match(here.text, m.end()) is not None


_OF_AN_ACT = re.compile(
    r"\d{1,3}[A-Z]?(?:[-–]\d{1,3})?(?:\(\w{1,3}\)){0,3}\s(?:of|to)\s(?:the|that)\b|\d{1,3}[A-Z]?\(\d"
)

_ACT_BEFORE = re.compile(r"\bAct\s(?:1[89]|20)\d\d,?\s\Z|\bunder\s\Z")


def _is_section(m: re.Match[str], here: Here) -> bool:
    """Return whether an s stands for a section: "s. 18 of the Act", "the Theft Act 1968, s 9(1)"."""
    return m["w"].islower() and (
        _OF_AN_ACT.match(here.text, m.end()) is not None
        or _ACT_BEFORE.search(here.text, max(0, m.start() - 16), m.start()) is not None
    )


_TREATY = re.compile(r"\d{1,3}[a-z]?(?:\(\w{1,3}\)){0,3}\s(?:ECHR|TFEU|TEU|GDPR|of the)\b")
""""Art 8 ECHR": an article without its full stop, and whose it is."""


_NONE_OF = re.compile(
    r"(?:[234]D|[248][Kk]|[2-6]G|2FA|24/7|401\([kK]\)|\d{3,4}p)(?!\w)|\d[\d.,]{0,6}\s?%"
    r"|\d[\d.,]{0,6}[-‐‑](?:second|minute|hour|day|night|week|month|year|mile|foot|inch|step|button|page|person|people|speed)\b"
)
""" "No 4K options", "No 30-day trial": none of these, no number."""


_FILE_SYSTEM = re.compile(r"[2-4](?!\w|\.\d)")
""" "ext4": how Linux keeps its files, no extension of a telephone."""


def _numbered(m: re.Match[str], here: Here) -> Said | None:
    written = m["w"]
    low = written.lower()
    if low == "no" and written == "NO":
        return whole(m, "Number") if m["dot"] else None  # NO. 1 SEED, but NO 2 WAYS
    if written.isupper() and len(written) > 1 and not here.headline and (low == "pt" or not m["dot"]):
        return None  # CH4, 8 p.m. PT
    if written == "P" and m["dot"]:
        return None  # P.L.
    if low == "no" and written.islower() and m["dot"] and _answered(m, here):
        return None
    if low == "no" and not m["dot"] and _NONE_OF.match(here.text, m.end()):
        return None
    treaty = low == "art" and not m["dot"] and _TREATY.match(here.text, m.end()) is not None
    if (
        not m["dot"]
        and not treaty
        and (low not in _BARE_NUMBERED or (low in _CAPITAL_NUMBERED and written.islower()))
    ):
        return None
    if low in _ROAD_OR_ROOM and not m["dot"] and not here.text[m.end() : m.end() + 2].strip()[:1].isdecimal():
        return None  # Ste III
    if written == "C" or (low in ("s", "ss") and not _is_section(m, here)):
        return None
    legal = low in ("reg", "sch") and m["dot"] and here.british
    if legal and _CITED_LAW.search(here.text[max(0, m.start() - 80) : m.end() + 80]):
        return whole(m, localised(NUMBERED[low], written, here.british))
    if low in ("fl", "tab", "reg", "sch", "amend") and not written[0].isupper():
        return None
    if low in ("b", "d", "r") and (
        written != low
        or (here.before(m.start()) and here.text[m.start() - 1] != "(")
        or not _YEAR.match(here.text, m.end())
    ):
        return None
    if low == "est" and FIGURED.match(here.text, m.end()):
        return whole(m, localised("estimated", written, here.british))
    if low == "ext" and _FILE_SYSTEM.match(here.text, m.end("w")) and not here.before(m.start()).isdecimal():
        return None
    if low == "sec" and here.before(m.start()).isdecimal():
        return None
    if low == "v" and here.before(m.start()):
        return None
    return whole(m, localised(NUMBERED[low], written, here.british))


def _bracketed(m: re.Match[str], here: Here) -> Said | None:
    """ "Eq. (3)"."""
    return whole(
        m,
        {"Eq": "Equation", "Fig": "Figure", "Ref": "Reference"}[m["w"].rstrip("s")]
        + "s" * m["w"].endswith("s"),
    )


def _percentage(m: re.Match[str], here: Here) -> Said | None:
    """ "his save pct.", "55 pct": the share, or its sign."""
    if here.before(m.start())[-1:].isdecimal() and here.after(m.end()) not in (
        "pts",
        "pt",
        "points",
        "point",
    ):
        return whole(m, "per cent" if here.british else "percent")
    return whole(m, "percentage")


def _share_of(m: re.Match[str], here: Here) -> Said | None:
    """ "40 % by vol.": of volume or weight."""
    return whole(m, "volume" if m["w"] == "vol" else "weight")


_LISTS = words(
    """
    catalog catalogue model part serial policy case invoice item registration license licence order style
    stock account
    """
)


def _listed_code(m: re.Match[str], here: Here) -> Said | None:
    """ "catalog no. B-4471": a number that begins with letters."""
    before = here.before(m.start()).lower()
    return whole(m, "Number" if m["w"] == "No" else "number") if before in _LISTS else None


def _its_number(m: re.Match[str], here: Here) -> Said | None:
    """ "the model no. is": the number of what stands before."""
    before = here.before(m.start()).lower()
    return whole(m, "number") if before in _LISTS or before in ("phone", "tel", "fax", "id", "ref") else None


_CITED_LAW = re.compile(
    r"\b(?:Act|Acts|Convention|ECHR|Treaty|Directive|Regulations?|Constitution|Charter|Bill)\b"
)
"""What "Art 8" may be an article of, without its full stop."""


def _british_article(m: re.Match[str], here: Here) -> Said | None:
    """ "Art 8 and s 20 of the Act"."""
    law = (
        here.british
        and not here.before(m.start())[:1].isupper()
        and _CITED_LAW.search(here.text[max(0, m.start() - 80) : m.end() + 80])
    )
    return whole(m, "Articles" if m["s"] else "Article") if law else None


def _line_or_note(m: re.Match[str], here: Here) -> Said | None:
    """ "fig. 2, n. 17 and ll. 10–12": what a scholar cites."""
    if m["w"] == "n" and here.text[max(0, m.start() - 2) : m.start()] not in (", ", "; ", " ("):
        return None
    return whole(m, "note" if m["w"] == "n" else "notes" if m["w"] == "nn" else "lines")


def _round_of(m: re.Match[str], here: Here) -> Said | None:
    """ "won in Rd 7": no road, which has a name before it or its full stop."""
    named = here.before(m.start())[:1].isupper() and here.text[m.start() - 1 : m.start()] == " "
    return None if named else whole(m, "Round")


TRIGGERS = NUMBERED.keys() | words("rd plat n nn ll ret rt asst et pct wt ht yr yrs const amends rev long")
_MONTHS = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}"


def _measured(m: re.Match[str], here: Here) -> Said | None:
    """ "Ht. 6-0, wt. 190": height and weight."""
    said = f"{m['w']}eight"
    return whole(m, f"{said} {cardinal(int(m['ft']))} {cardinal(int(m['in']))}" if m["ft"] else said)


def _lived(m: re.Match[str], here: Here) -> Said | None:
    """ "d. Jan. 3, 2024; b. 6/9/36", "b 12 May 1931": when somebody was born and died."""
    return whole(m, NUMBERED[m["w"]])


NUMBERS = (
    Rule(
        rf"(?P<w>b|d)\.?(?=\s(?:{_MONTHS}\.?\s\d{{1,2}}|\d{{1,2}}\s{_MONTHS}\b|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2}}))"
        r"(?:(?<=[(,;]b)|(?<=[,;]\sb)|(?<=[(,;]d)|(?<=[,;]\sd)|(?<=and\sd)"
        r"|(?<=\(b\.)|(?<=[,;]\sb\.)|(?<=\(d\.)|(?<=[,;]\sd\.)|(?<=and\sd\.))",
        _lived,
    ),
    Rule(
        r"(?P<y>[Yy])r(?P<s>s)?(?=\s\d{1,2}s?(?!\w))",
        lambda m, h: whole(m, f"{m['y']}ear{m['s'] or ''}") if h.british or m["y"] == "y" else None,
    ),
    Rule(r"fl\.(?=\s(?:c\.\s|ca\.\s)?\d{3,4}s?(?!\w))", lambda m, h: whole(m, "flourished")),
    Rule(r"d\.(?<=\band\sd\.)(?=\s(?:c\.\s)?(?:1\d|20)\d\d\b)", lambda m, h: whole(m, "died")),
    Rule(
        r"(?P<w>[HhWw])t\.?(?<![A-Z]\s..)(?<![A-Z]\s...)"
        r"(?::?\s(?P<ft>[4-7])-(?P<in>1[01]|\d)(?![\w-]|[.,]\d)|(?=:?\s\d))",
        _measured,
    ),
    Rule(r"Rd(?=\s\d{1,2}(?![\w-]))", _round_of),
    Rule(r"Plat\.?(?=\s\d{1,2}[a-z]?(?!\w))", lambda m, h: whole(m, "Platform") if h.british else None),
    Rule(r"(?P<w>ll|nn?)\.(?=\s\d{1,4}(?!\w))", _line_or_note),
    Rule(r"(?<=\b[Bb]y\s)(?P<w>vol|wt)(?!\w)(?:\.(?=\s[a-z]|[,;)]))?", _share_of),
    Rule(
        r"[Aa]mends?\.?(?=\s[IVX]+\b)",
        lambda m, h: whole(m, f"{m.group()[0]}mendment{'s' if 's' in m.group() else ''}"),
    ),
    Rule(
        r"(?<=\d[snrt][tdh]\s)Amend(?P<s>s)?(?:\.(?=[,;)]|\s[a-z§]))?(?!\w)",
        lambda m, h: whole(m, f"Amendment{m['s'] or ''}"),
    ),
    Rule(r"Const\.(?=,?\s(?:[Aa]rt|[Aa]mend|§))", lambda m, h: whole(m, "Constitution")),
    Rule(
        r"(?<=Const\.\s)(?P<w>amend|art)\.(?=\s(?:[IVXL]+|\d{1,2})\b)|(?<=Const\.,\s)(?P<v>amend|art)\.(?=\s(?:[IVXL]+|\d{1,2})\b)",
        lambda m, h: whole(m, "amendment" if (m["w"] or m["v"]) == "amend" else "article"),
    ),
    Rule(r"Art(?P<s>s)?(?=\s\d{1,3}(?:\(\d|[\s,;.]|\Z))", _british_article),
    Rule(
        rf"(?P<w>{choice(NUMBERED)})(?P<dot>\.)?(?:\s?(?=\d)|(?:(?<=\.)|\s)(?=[IVXL]+\b(?!['’])))",
        _numbered,
        re.I,
    ),
    Rule(r"Fl\.(?<=\d[snrt][tdh]\sFl\.)", lambda m, h: whole(m, "Floor")),
    Rule(r"pct\.(?=\s[a-z])|pct(?!\w)", _percentage),
    Rule(
        r"(?P<n>[Nn])o(?P<s>s)?\.(?=\sof\s(?!course\b))",
        lambda m, h: whole(m, f"{m['n']}umber{m['s'] or ''}"),  # the no. of seats
    ),
    Rule(r"no\.(?=\s(?:is|was|are|has)\b)", _its_number),
    Rule(
        r"c\.(?<!\dth-c\.)(?<!\dst-c\.)(?<!\dnd-c\.)(?<!\drd-c\.)(?=\s(?:AD|A\.D\.|BCE?|B\.C\.)\s?\d?)",
        lambda m, h: whole(m, "circa"),
    ),
    Rule(
        r"long\.(?=\s[-−]?\d)",
        lambda m, h: whole(m, "longitude") if re.search(r"\b[Ll]at(?:itude|\b)", h.text) else None,
    ),
    Rule(r"rev\.(?=\s\d)", lambda m, h: whole(m, "revised")),
    Rule(
        r"(?<=\()(?P<w>b|d)\.(?=\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s\d{1,2},\s\d{4})",
        lambda m, h: whole(m, NUMBERED[m["w"]]),
    ),
    Rule(r"(?P<w>[Nn]o)\.(?=\s[A-Z]{1,3}-?\d)", _listed_code),
    Rule(r"[Rr]eg\.(?=\s[$£€])", lambda m, h: whole(m, "regular")),
    Rule(r"Reg\.(?=\s[A-Z]{1,2}(?:-[A-Z]{1,2})?(?![\w.]))", lambda m, h: whole(m, "Regulation")),
    Rule(r"Exh?\.(?=\s(?:[A-Z](?!\w|\.\w)|\d))", lambda m, h: whole(m, "Exhibit")),
    Rule(r"(?P<w>Eqs?|Figs?|Refs?)\.(?=\s\(\d{1,3}\))", _bracketed),
)
