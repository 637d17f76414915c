"""Titles, honorifics and everyday abbreviations, and what has to follow for them to be one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from listen.speech.rules import Here, Rule, Said, table, whole, words

# Before a name; the full stop is optional, as the British leave it out.
TITLES: dict[str, str] = table(
    """
    Mr=mister | Mrs=misses | Ms=miz | Mx=mix | Messrs=messers | Dr=doctor | Drs=doctors | Prof=professor
    | Profs=professors | Rev=reverend | Revd=reverend | Ven=venerable | Spc=specialist | Hon=honourable
    | Rt Hon=right honourable | Rt. Hon=right honourable | Rt Rev=right reverend | Fr=father |
    Msgr=monsignor | Mgr=monsignor | Sr=sister | Bro=brother | Sen=senator | Sens=senators |
    Rep=representative | Reps=representatives | Gov=governor | Govs=governors |
    Lt Gov=lieutenant governor | Lt. Gov=lieutenant governor | Pres=president | Sec=secretary |
    Atty Gen=attorney general | Atty. Gen=attorney general | Atty=attorney | Amb=ambassador |
    Cllr=councillor | Ald=alderman | Del=delegate | Asst=assistant | Gen=general | Gens=generals |
    Maj Gen=major general | Maj. Gen=major general | Lt Gen=lieutenant general |
    Lt. Gen=lieutenant general | Brig Gen=brigadier general | Brig. Gen=brigadier general |
    Brig=brigadier | Col=colonel | Lt Col=lieutenant colonel | Lt. Col=lieutenant colonel | Maj=major |
    Capt=captain | Cpt=captain | Lt=lieutenant | Lieut=lieutenant | Sgt=sergeant |
    Sgt Maj=sergeant major | Sgt. Maj=sergeant major | Staff Sgt=staff sergeant | Cpl=corporal |
    L/Cpl=lance corporal | Pte=private | Pvt=private | Pfc=private first class | Adm=admiral |
    Vice Adm=vice admiral | Rear Adm=rear admiral | Cmdr=commander | Cdr=commander |
    Lt Cmdr=lieutenant commander | Lt. Cmdr=lieutenant commander | Cmdt=commandant | Comdt=commandant |
    Ens=ensign | Flt Lt=flight lieutenant | Sqn Ldr=squadron leader | Wg Cdr=wing commander |
    Gp Capt=group captain | Det=detective | Det Sgt=detective sergeant | Det Insp=detective inspector |
    Det Ch Insp=detective chief inspector | Det Supt=detective superintendent |
    Det Con=detective constable | Det Ch Supt=detective chief superintendent |
    Ch Supt=chief superintendent | Ch Insp=chief inspector | Ch Con=chief constable |
    Supt=superintendent | Insp=inspector | Con=constable | Asst Ch Con=assistant chief constable |
    Ofc=officer | Dep=deputy | Mme=madame | Mlle=mademoiselle | Ste=saint | Mt=mount | Mts=mounts |
    Ft=fort | Pt=point | Pres-elect=president elect | Dir=director | Chmn=chairman | Hr=herr |
    Ass't=assistant | Vol=volume
    """
)
_NEEDS_DOT = words("Con Sec Del Bro Dir Ste Ft Pt Ens Ald Amb Hr Sr Vol Det Fr Dep Pres")
_ALSO_WORDS = words("Con Sec Del Bro Dir Pt Hr Sr Vol Fr Ens Ald Dep")
_STAND_ALONE = words("Mr Mrs Ms Dr Prof Supt Sgt Lt Capt Col Cllr Messrs") | {"Rt Hon", "Ch Supt"}

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
    sci-fi=sci-fi
    | plc=P L C | jr.=junior | jr=junior | sr.=senior | esq.=esquire | esq=esquire | mph=miles per hour
    | km/h=kilometres per hour | p.a.=per annum | ex.=example | et al.=et al | no.=number | nos.=numbers
    | rsvp=R S V P | ph.d.=P H D | ph.d=P H D | tv=T V | tvs=T V's | dj=D J | ok=okay | p.m.=P M |
    p.m=P M | a.m=A M | a.m.=A M | pm=P M | yrs=years | mins=minutes | hrs=hours | lbs=pounds |
    sq=square | qtr.=quarter | mkt.=market | mfg.=manufacturing | mtg.=meeting | ssn=S S N | v.=versus |
    plc.=P L C | oz=ounces | xmas=Christmas | jnr=junior | snr=senior | hon.=honourable | rte.=route |
    pls=please | utd=united | pty=proprietary
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
    tab=table | vv=verses | reg=regulation | sch=schedule | eqs=equations | op=opus
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
    )
)


def _local(said: str, written: str, british: bool) -> str:
    """Spelled for the locale, with a capital where the writing has one."""
    said = said if british else said.replace("honourable", "honorable")
    return said[0].upper() + said[1:] if written[0].isupper() else said


_TITLE_NEXT = re.compile(r"-elect\b|\s{1,4}(?:[A-ZÀ-Þ“\"‘'(]|(?:de|van|von|bin|al|el|d'|du|la|le)\b)")
_HOUSE_AND_NAME = re.compile(r"\b\d{1,6}\s(?:[A-Z]\w{0,30}\s){1,4}\Z")
_LETTER_NEXT = re.compile(r"\s(?:[A-Z](?!\w|\.\s?[A-Z])|[XYZ]ers?\b|Alpha\b|Beta\b)")


_POSTS = words(
    """
    Software Data Product Project Program Engineer Engineering Developer Director Manager Analyst Architect
    Editor
    Scientist Designer Counsel Advisor Adviser Fellow Associate Vice VP Research Marketing Sales Systems
    Security
    Account Business Technical UX UI DevOps Cloud Machine Staff Writer Consultant Accountant Recruiter
    Executive
    Administrator Specialist Partner Lecturer Producer Reporter Correspondent Policy Web Backend Frontend
    Network
    """
)
"""After "Sr." in the name of a post."""
_SPEECH = words(
    "The A An But And So When If Then With For As By To From In On At That This While After Before Said"
)


def _within_name(m: re.Match[str], here: Here) -> bool:
    before = here.before(m.start())
    return before[:1].isupper() and before not in _SPEECH and here.text[m.start() - 1 : m.start()] == " "


def _title(m: re.Match[str], here: Here) -> Said | None:
    key, dot = m["t"], m["dot"]
    said = TITLES[key]
    if key in ("Rep", "Reps") and (
        here.before(m.start())[-1:].isdecimal() or here.text[m.end() :][:2] == " ("
    ):
        return None  # 8-12 Reps
    if not _TITLE_NEXT.match(here.text, m.end()):
        if key not in _STAND_ALONE or (not dot and here.text[m.end() : m.end() + 1] not in ("", " ")):
            return None
        if key in ("Dr", "Lt", "Capt", "Col") and here.before(m.start())[:1].isupper():
            return None  # Ocean Dr.
    elif not dot and (key in _ALSO_WORDS or (key in _NEEDS_DOT and not here.british)):
        return None
    elif key == "Sr" and here.after(m.end()) in _POSTS:
        return whole(m, "Senior")
    elif not dot and key in ("Sen", "Rev", "Rep", "Col", "Gen", "Gov") and _within_name(m, here):
        return None  # Thung Sen Chalets, Annu Rev Med
    elif key == "Dr" and _HOUSE_AND_NAME.search(here.text, max(0, m.start() - 40), m.start()):
        return None  # 12 Ocean Dr
    elif key == "Gen" and _LETTER_NEXT.match(here.text, m.end()):
        return None  # Gen Z
    return whole(m, _local(said, key, here.british).title())


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
        "sr.",
        "dj",
        "hon.",
        "feat.",
    ):
        said = _checked(low, written, m, here, said)
        if not said:
            return None
    if m["s"]:
        said += "'s"
    return whole(m, _local(said, written, here.british))


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
    if low == "v.":
        return "versus" if before[:1].isupper() and after[:1].isupper() else ""
    if low in ("inc", "corp", "ave", "rd.", "ct.", "ln.", "pl.", "sq.", "co."):
        return (
            said
            if capital and (before[:1].isupper() or before[:1].isdecimal() or before in ("&", "and"))
            else ""
        )
    if low == "no.":
        return ""
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
        return said if not before or after == "" else "estimated"
    if low in ("pm", "ssn", "dj", "tv"):
        return said if written.islower() else ""
    if low in ("oz", "mph", "mins", "hrs", "yrs", "sq"):
        return said if written.islower() and low != "oz" else ""
    if low == "pls":
        return said if written.islower() else ""
    return said


_YEAR = re.compile(r"\s?(?:1\d|20)\d\d\b")


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


def _numbered(m: re.Match[str], here: Here) -> Said | None:
    written = m["w"]
    low = written.lower()
    if low == "no" and written == "NO":
        return None
    if written.isupper() and len(written) > 1 and not m["dot"] and not here.headline:
        return None  # CH4
    if written == "P" and m["dot"]:
        return None  # P.L.
    if low == "no" and written.islower() and m["dot"] and _answered(m, here):
        return None
    if not m["dot"] and (low not in _BARE_NUMBERED or (low in ("no", "ch", "apt") and written.islower())):
        return None
    if written == "C" or (low in ("s", "ss") and not _is_section(m, here)):
        return None
    if low in ("fl", "tab", "reg", "sch") and not written[0].isupper():
        return None
    if low in ("b", "d") and (
        written != low
        or (here.before(m.start()) and here.text[m.start() - 1] != "(")
        or not _YEAR.match(here.text, m.end())
    ):
        return None
    if low == "sec" and here.before(m.start()).isdecimal():
        return None
    if low == "v" and here.before(m.start()):
        return None
    return whole(m, _local(NUMBERED[low], written, here.british))


_HOUSE = re.compile(r"\b\d{1,6}\w{0,3}\s(?:[A-Z][\w'’]{0,30}\s){0,4}\Z")
_QUARTERS = frozenset(("NW", "NE", "SW", "SE"))
_STREETS = table(
    """
    st=street | dr=drive | ct=court | pl=place | ter=terrace | terr=terrace | cres=crescent | ln=lane |
    rd=road
    """
)


def _street(m: re.Match[str], here: Here) -> Said | None:
    """ "Main St.", "42nd St", "Ocean Dr.": after a name or an ordinal."""
    written, dot = m["w"], m["dot"]
    before = here.before(m.start())
    named = before[:1].isupper() or (before[:1].isdecimal() and before[-2:] in ("st", "nd", "rd", "th"))
    if not named or (not dot and not written[0].isupper()):
        numbered = re.search(
            r"\b\d{1,6}\s(?:[NSEW]\s)?\d{1,4}(?:st|nd|rd|th)\s\Z",
            here.text[max(0, m.start() - 20) : m.start()],
        )
        if not numbered:
            return None
    if (
        not dot
        and written in ("Ct", "Pl", "Ter", "Ln")
        and not re.search(
            r"\b\d{1,6}\s(?:[A-Z]\w{0,30}\s){1,4}\Z", here.text[max(0, m.start() - 40) : m.start()]
        )
    ):
        return None
    after = here.after(m.end())
    saintly = (
        after[:1].isupper()
        and after not in _QUARTERS
        and written in ("St", "Dr")
        and not before[:1].isdecimal()
    )
    if saintly and not _HOUSE.search(here.text, max(0, m.start() - 40), m.start()):
        return None
    return whole(m, _local(_STREETS[written.lower()], written, here.british))


def _saint(m: re.Match[str], here: Here) -> Said | None:
    said = "Saints" if m["w"] == "Sts" else "Saint"
    return whole(m, said) if here.after(m.end())[:1].isupper() else None


_COUNTIES = words(
    """
    Antrim Armagh Carlow Cavan Clare Cork Derry Donegal Down Dublin Durham Fermanagh Galway Kerry Kildare
    Kilkenny Laois Leitrim Limerick Londonderry Longford Louth Mayo Meath Monaghan Offaly Roscommon Sligo
    Tipperary Tyrone Waterford Westmeath Wexford Wicklow
    """
)


def _county(m: re.Match[str], here: Here) -> Said | None:
    """ "Co. Galway", not "Hill & Co. Dublin"; without a dot in American text, not "Motor Co Down 3 %"."""
    before = here.before(m.start())
    if before in ("&", "and") or (not m["dot"] and not here.british and not before[:1].islower()):
        return None
    return whole(m, "County") if here.after(m.end()) in _COUNTIES else None


def _retired(m: re.Match[str], here: Here) -> Said | None:
    """ "Col. Hill (ret.)"."""
    return whole(m, "retired")


def _choice(keys: Iterable[str]) -> str:
    return "|".join(re.escape(k) for k in sorted(keys, key=len, reverse=True))


TRIGGERS = (
    frozenset(k.lower() for k in TITLES if " " not in k)
    | {k.rstrip(".") for k in WORDS}
    | NUMBERED.keys()
    | _STREETS.keys()
    | words("ret sts rt lt maj brig flt sqn wg gp det ch asst et vice rear staff")
)


def _bracketed(m: re.Match[str], here: Here) -> Said | None:
    """ "Eq. (3)"."""
    return whole(
        m,
        {"Eq": "Equation", "Fig": "Figure", "Ref": "Reference"}[m["w"].rstrip("s")]
        + "s" * m["w"].endswith("s"),
    )


def _secretary(m: re.Match[str], here: Here) -> Said | None:
    """ "Sec. of State"."""
    return whole(m, "Secretary")


LETTERS = (
    Rule(r"Sec\.(?=\sof\s(?:the\s)?[A-Z])", _secretary),
    Rule(r"Co(?P<dot>\.)?(?=\s[A-Z])", _county),
    Rule(r"(?:(?<=\()|(?<=,\s))[Rr]et(?:['’]?d)?(?:\.(?=[),])|(?=\)))", _retired),
    Rule(
        rf"(?P<w>{_choice(NUMBERED)})(?P<dot>\.)?(?:\s?(?=\d)|(?:(?<=\.)|\s)(?=[IVXL]+\b(?!['’])))",
        _numbered,
        re.I,
    ),
    Rule(r"Fl\.(?<=\d[snrt][tdh]\sFl\.)", lambda m, h: whole(m, "Floor")),
    Rule(r"[Rr]eg\.(?=\s[$£€])", lambda m, h: whole(m, "regular")),
    Rule(r"Exh?\.(?=\s(?:[A-Z](?!\w|\.\w)|\d))", lambda m, h: whole(m, "Exhibit")),
    Rule(r"(?P<w>Eqs?|Figs?|Refs?)\.(?=\s\(\d{1,3}\))", _bracketed),
    Rule(r"(?P<w>[Ss]t|Dr|Ct|Pl|Terr?|Cres|Ln|Rd)(?P<dot>\.)?(?![\w'’])", _street),
    Rule(r"(?P<w>Sts?)\.?(?=\s[A-Z])", _saint),
    Rule(rf"(?P<t>{_choice(TITLES)})(?P<dot>\.)?(?![\w’'.]|-(?!elect\b))", _title),
    Rule(rf"(?P<w>{_choice(WORDS)})(?P<s>['’]s|(?<=\.)s)?(?![^\W_]|['’]\w)", _word, re.I),
)
