"""Everyday abbreviations, and what has to follow for them to be one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from listen.speech.rules import Here, Rule, Said, table, whole, words

# Anywhere; a key that ends in a full stop needs it.
WORDS: dict[str, str] = table(
    """
    e.g.=for example | esp.=especially | incl=including | orig.=originally | resp.=respectively | eg=for
    example | i.e.=that is | ie=that is | etc.=et cetera | etc=et cetera |
    vs.=versus | vs=versus | viz.=namely | cf.=compare | aka=A K A | a.k.a.=A K A |
    approx.=approximately | approx=approximately | est.=established | dept.=department | dept=department
    | depts.=departments | govt=government | govt.=government | gov't=government | gov’t=government |
    int'l=international | int’l=international | nat'l=national | nat’l=national | intl.=international |
    intl=international | natl.=national | assn.=association | assn=association | assoc.=association |
    corp.=corporation | corp=corporation | inc.=incorporated | inc=incorporated | co.=company |
    cos.=companies | ltd=limited | ltd.=limited | bros.=brothers | bros=brothers | univ.=university |
    inst.=institute | ave.=avenue | ave=avenue | blvd.=boulevard | blvd=boulevard | rd.=road |
    hwy.=highway | hwy=highway | pkwy.=parkway | pkwy=parkway | expy=expressway | expwy=expressway |
    ln.=lane | ct.=court | pl.=place | sq.=square | apt.=apartment | bldg.=building | ft.=featuring |
    feat.=featuring | misc.=miscellaneous | max.=maximum | min.=minimum | avg.=average | tel.=telephone
    | ext.=extension | incl.=including | excl.=excluding | ed.=editor | eds.=editors | mgr.=manager |
    tbsp=tablespoons | tsp=teaspoons | c/o=care of | ctr.=center | aves.=avenues | w/o=without |
    w/out=without | w/=with | b/c=because |
    o/u=over under | adv.=advance | sci-fi=sci-fi
    | plc=P L C | jr.=junior | jr=junior | sr.=senior | esq.=esquire | esq=esquire | mph=miles per hour
    | km/h=kilometres per hour | p.a.=per annum | ex.=example | et al.=et al | no.=number | nos.=numbers
    | rsvp=R S V P | ph.d.=P H D | ph.d=P H D | tv=T V | tvs=T V's | dj=D J | ok=okay | p.m.=P M |
    p.m=P M | a.m=A M | a.m.=A M | pm=P M | yrs=years | mins=minutes | hrs=hours | lbs=pounds |
    sq=square | qtr.=quarter | mkt.=market | mfg.=manufacturing | mtg.=meeting | ssn=S S N | v.=versus |
    plc.=P L C | oz=ounces | xmas=Christmas | jnr=junior | snr=senior | hon.=honourable | rte.=route |
    pls=please | utd=united | pty=proprietary | ok'd=okayed | ok’d=okayed | ok'ed=okayed | ok’ed=okayed |
    ok'ing=okaying | ok’ing=okaying | oking=okaying | cals=calories | dist.=district | cont'd=continued |
    cont’d=continued | contd.=continued | rec'd=received | rec’d=received |
    qty.=quantity | qty=quantity | amt.=amount | req'd=required | req’d=required | sec'y=secretary |
    sec’y=secretary | dep't=department |
    dep’t=department |
    ass'n=association | ass’n=association | comm'n=commission | comm’n=commission | mgmt=management |
    mgmt.=management | mktg=marketing | mktg.=marketing | acct=account | acct.=account | accts=accounts |
    appt=appointment | appt.=appointment | appts=appointments | attn=attention | attn.=attention |
    asst.=assistant | bn.=battalion | regt.=regiment | bde.=brigade | w/in=within | s/he=she or he |
    elem.=elementary | exp.=experience
    """
)

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
    rm=room | fwy=freeway | mi=mile | elev=elevation | iss=issue | amdt=amendment | r=reigned
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
    )
)
_CAPITAL_NUMBERED = words("no ch apt rte ste rm fwy")
"""Of those, the ones that have a capital without their full stop."""
_ROAD_OR_ROOM = frozenset(("rte", "ste", "rm", "fwy"))


def localised(said: str, written: str, british: bool) -> str:
    """Spelled for the locale, with a capital where the writing has one."""
    said = said if british else said.replace("honourable", "honorable")
    return said[0].upper() + said[1:] if written[0].isupper() else said


def _word(m: re.Match[str], here: Here) -> Said | None:
    written = m["w"]
    low = written.lower()
    said = WORDS.get(low)
    if written == "VS" and here.before(m.start()).islower():
        return None  # like VS Code
    if said is None or (written == "JR" and not here.headline):  # Alley JR: initials
        return None
    if low == "ext." and written.isupper():
        return None
    end = here.text[m.end() : m.end() + 1]
    if low[-1] != "." and (end.isalnum() or (end and end in "@/_&")):
        return None
    if low in (
        "eg",
        "ie",
        "ex.",
        "ok",
        "pls",
        "v.",
        "sq",
        "oz",
        "ave",
        "inc",
        "corp",
        "pm",
        "no.",
        "min.",
        "max.",
        "ed.",
        "ft.",
        "co.",
        "pl.",
        "ct.",
        "ln.",
        "rd.",
        "sq.",
        "mph",
        "tv",
        "est.",
        "mins",
        "hrs",
        "yrs",
        "ssn",
        "cals",
        "dist.",
        "bn.",
        "regt.",
        "bde.",
        "elem.",
        "exp.",
        "asst.",
        "assoc.",
        "sr.",
        "dj",
        "hon.",
        "feat.",
        "adv.",
    ):
        said = _checked(low, written, m, here, said)
        if not said:
            return None
    if m["s"]:
        said += "'s"
    return whole(m, localised(said, written, here.british))


_CLOSED = frozenset(('"', "”", ")", "’"))
"""What closes the name of a song before "feat."."""


def _checked(low: str, written: str, m: re.Match[str], here: Here, said: str) -> str:
    """Short forms that are also words: only where the neighbours agree."""
    before, after = here.before(m.start()), here.after(m.end())
    capital = written[0].isupper()
    if low in ("eg", "ie"):
        return said if here.before(m.start()) and written.islower() else ""
    if low == "ok":
        return said
    if low in ("bn.", "regt.", "bde."):
        return said if before[:1].isdecimal() or before[:1].isupper() else ""
    if low == "elem.":
        return said if capital and before[:1].isupper() else ""
    if low == "exp.":
        return (
            said
            if before.lower() in ("with", "w", "years", "yrs", "yr", "years'", "prior", "no")
            or here.text[m.start() - 3 : m.start()] == "w/ "
            else ""
        )
    if low == "asst.":
        return said if not capital else ""
    if low == "dist.":
        return said if capital else ""
    if low == "cals":  # CALS is a college
        return "" if written.isupper() else said
    if low == "v.":
        sides = before[:1].isupper() and after[:1].isupper()
        shouted = written == "v." or here.headline or before in ("Roe", "Brown")
        return "versus" if sides and shouted else ""
    if low in ("inc", "corp", "ave", "rd.", "ct.", "ln.", "pl.", "sq.", "co."):
        return (
            said
            if capital and (before[:1].isupper() or before[:1].isdecimal() or before in ("&", "and"))
            else ""
        )
    if low == "no.":
        return ""
    if low == "adv.":
        return said if before[-1:].isdecimal() else ""
    if low == "assoc.":
        return "associate" if after in _ASSOCIATES else said
    if low in ("min.", "max.") and after.islower() and not before[-1:].isdecimal():
        return said
    if low in ("min.", "max.", "ed.", "ex.", "sr."):
        return said if capital and low == "sr." and before[:1].isupper() else ""
    if low == "feat.":
        named = before[:1].isupper() or here.text[max(0, m.start() - 2) : m.start()].strip() in _CLOSED
        return said if named and after[:1].isupper() else ""
    if low == "ft.":
        return said if before[:1].isupper() and after[:1].isupper() else ""
    if low == "est.":
        if _FIGURED.match(here.text, m.end()):
            return "estimated"
        priced = _PRICED.search(here.text, max(0, m.start() - 24), m.start()) is not None
        return said if (not before or after == "") and not priced else "estimated"
    if low in ("pm", "ssn", "dj", "tv"):
        return said if written.islower() else ""
    if low in ("oz", "mph", "mins", "hrs", "yrs", "sq"):
        return said if written.islower() and low != "oz" else ""
    if low == "pls":
        return said if not written.isupper() else ""
    return said


_YEAR = re.compile(
    r"\s?(?:(?:\d{1,2}\s)?(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?(?:\s\d{1,2},)?\s)?(?:1\d|20)\d\d\b"
)

_PRICED = re.compile(r"[$£€]\d[\d.,]{0,12}(?:[KMB]|bn|m)?\s\Z|\d\s?%\s\Z")
""" "$0.38 est."."""
_FIGURED = re.compile(r"\s?(?:[$£€~]|(?!(?:1[5-9]|20)\d\d\b)\d)")
""" "An est. $5 million", "est. 5,000 people"; a year is when something was founded."""
_ASSOCIATES = words("Prof Professor Dir Director Dean Editor Justice Producer Pastor Fellow Judge Partner VP")
"""Who may be one: "Assoc. Prof."."""

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


def _numbered(m: re.Match[str], here: Here) -> Said | None:
    written = m["w"]
    low = written.lower()
    if low == "no" and written == "NO":
        return None
    if written.isupper() and len(written) > 1 and not here.headline and (low == "pt" or not m["dot"]):
        return None  # CH4, 8 p.m. PT
    if written == "P" and m["dot"]:
        return None  # P.L.
    if low == "no" and written.islower() and m["dot"] and _answered(m, here):
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
    if low == "est" and _FIGURED.match(here.text, m.end()):
        return whole(m, localised("estimated", written, here.british))
    if low == "sec" and here.before(m.start()).isdecimal():
        return None
    if low == "v" and here.before(m.start()):
        return None
    return whole(m, localised(NUMBERED[low], written, here.british))


def choice(keys: Iterable[str]) -> str:
    return "|".join(re.escape(k) for k in sorted(keys, key=len, reverse=True))


def _bracketed(m: re.Match[str], here: Here) -> Said | None:
    """ "Eq. (3)"."""
    return whole(
        m,
        {"Eq": "Equation", "Fig": "Figure", "Ref": "Reference"}[m["w"].rstrip("s")]
        + "s" * m["w"].endswith("s"),
    )


def _percentage(m: re.Match[str], here: Here) -> Said | None:
    """ "his save pct.", "55 pct": the share, or its sign."""
    if here.before(m.start())[-1:].isdecimal():
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


TRIGGERS = (
    frozenset(k.rstrip(".") for k in WORDS) | NUMBERED.keys() | words("ret rt asst et pct wt const amends")
)
NUMBERS = (
    Rule(r"(?<=\b[Bb]y\s)(?P<w>vol|wt)(?!\w)(?:\.(?=\s[a-z]|[,;)]))?", _share_of),
    Rule(
        r"Amends?\.?(?=\s[IVX]+\b)", lambda m, h: whole(m, "Amendments" if "s" in m.group() else "Amendment")
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
        r"(?<=\()(?P<w>b|d)\.(?=\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s\d{1,2},\s\d{4})",
        lambda m, h: whole(m, NUMBERED[m["w"]]),
    ),
    Rule(r"(?P<w>[Nn]o)\.(?=\s[A-Z]{1,3}-?\d)", _listed_code),
    Rule(r"[Rr]eg\.(?=\s[$£€])", lambda m, h: whole(m, "regular")),
    Rule(r"Reg\.(?=\s[A-Z]{1,2}(?:-[A-Z]{1,2})?(?![\w.]))", lambda m, h: whole(m, "Regulation")),
    Rule(r"Exh?\.(?=\s(?:[A-Z](?!\w|\.\w)|\d))", lambda m, h: whole(m, "Exhibit")),
    Rule(r"(?P<w>Eqs?|Figs?|Refs?)\.(?=\s\(\d{1,3}\))", _bracketed),
)


def _between(m: re.Match[str], here: Here) -> Said | None:
    """ "us-vs.-them"."""
    return Said(((m["a"], *m.span("a")), ("versus", *m.span("vs"))), m.end())


LETTERS = (
    Rule(r"(?P<a>[^\W\d_]+)-(?P<vs>vs?\.?)-(?=[^\W\d_])", _between),
    Rule(rf"(?P<w>{choice(WORDS)})(?P<s>['’]s|(?<=\.)s)?(?![^\W_]|['’]\w)", _word, re.I),
)
