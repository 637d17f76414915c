"""Titles and honorifics before a name: "Dr. Lee", "Lt. Gov. Jones", "Sec. of State"."""

from __future__ import annotations

from listen.speech.english.short_forms.abbreviations import choice, is_housed, localised
from listen.speech.rules import Here, Rule, Said, table, whole, words
from listen.speech.writing import patterns as re

# Before a name; the full stop is optional, as the British leave it out.
TITLES: dict[str, str] = table(
    """
    Mr=mister | Mrs=misses | Ms=miz | Mx=mix | Messrs=messers | Dr=doctor | Drs=doctors | Prof=professor
    | Profs=professors | Rev=reverend | Revd=reverend | Ven=venerable | Spc=specialist | Hon=honourable
    | Rt Hon=right honourable | Rt. Hon=right honourable | Rt Rev=right reverend |
    Rt. Rev=right reverend | Fr=father |
    Msgr=monsignor | Mgr=monsignor | Sr=sister | Bro=brother | Br=brother | Sen=senator | Sens=senators |
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
    Ass't=assistant | Sra=senora | Srta=senorita | Vol=volume | Wm=William | Chas=Charles | Geo=George |
    Thos=Thomas | Jas=James |
    Robt=Robert | Benj=Benjamin | Edw=Edward | Saml=Samuel | Jos=Joseph | Danl=Daniel | Richd=Richard
    """
)

_NEEDS_DOT = words(
    """
    Con Sec Del Bro Dir Ste Ft Pt Ens Ald Amb Hr Sr Br Vol Det Fr Dep Pres Wm Chas Geo Thos Jas Robt Benj
    Edw Jos
    """
)

_ALSO_WORDS = words("Con Sec Del Bro Br Dir Pt Hr Sr Vol Fr Ens Ald Dep Geo Jos Jas Benj Edw")

_STAND_ALONE = words("Mr Mrs Ms Dr Prof Supt Sgt Lt Capt Col Cllr Messrs") | {"Rt Hon", "Ch Supt"}

_TITLE_NEXT = re.compile(
    r"-(?:elect|to-be|designate)\b|\s{1,4}(?:[A-ZÀ-Þ“\"‘'(]|(?:de|van|von|bin|al|el|d'|du|la|le)\b)"
)

_LETTER_NEXT = re.compile(r"\s(?:[A-Z](?!\w|\.\s?[A-Z])|[XYZ]ers?\b|Alpha\b|Beta\b)")

_GENERATION = re.compile(
    r"\d(?:st|nd|rd|th)\Z|\A(?:first|second|third|fourth|fifth|next|last|new|current)\Z", re.I
)
_POSTS = words(
    """
    Software Data Product Project Program Engineer Engineering Developer Director Manager Analyst
    Architect Editor Scientist Designer Counsel Advisor Adviser Fellow Associate Vice VP Research
    Marketing Sales Systems Security Account Business Technical UX UI DevOps Cloud Machine Staff Writer
    Consultant Accountant Recruiter Executive Administrator Specialist Partner Lecturer Producer Reporter
    Correspondent Policy Web Backend Frontend Network
    """
)
"""After "Sr." in the name of a post."""

_IN_NAMES = words("Sen Rev Rep Col Gen Gov Profs")
"""Within a name they are its own words, where no full stop is written: Annu Rev Med, Marketing Profs Live."""
_SPEECH = words(
    "The A An But And So When If Then With For As By To From In On At That This While After Before Said"
)


def _within_name(m: re.Match[str], here: Here) -> bool:
    before = here.before(m.start())
    return before[:1].isupper() and before not in _SPEECH and here.text[m.start() - 1 : m.start()] == " "


_TRAINED = re.compile(
    r"\b(?:[Ss]ets|SETS|[Ww]orkouts?|[Ee]xercises?|[Ww]eights|[Mm]uscles?|[Ll]ifting|[Ss]quats?|[Pp]ush-?ups?)\b"
)


def _are_repeated(m: re.Match[str], here: Here) -> bool:
    """Return whether reps are of an exercise: "8-12 Reps", "Sets And Reps Should"."""
    if here.before(m.start())[-1:].isdecimal() or here.text[m.end() : m.end() + 2] == " (":
        return True
    return m["t"] == "Reps" and not m["dot"] and _TRAINED.search(here.around(m.start(), m.end())) is not None


def _title(m: re.Match[str], here: Here) -> Said | None:
    key, dot = m["t"], m["dot"]
    said = TITLES[key]
    if key == "Gen" and here.after(m.end()) in ("AI", "GenAI"):
        return None  # generative
    if key in ("Rep", "Reps") and _are_repeated(m, here):
        return None
    if not _TITLE_NEXT.match(here.text, m.end()):
        if key not in _STAND_ALONE or (not dot and here.text[m.end() : m.end() + 1] not in ("", " ")):
            return None
        if key in ("Dr", "Lt", "Capt", "Col") and here.before(m.start())[:1].isupper():
            of_it = key == "Lt" and here.after(m.end()) == "of"  # the Lord Lt. of Kent
            return whole(m, "Lieutenant") if of_it else None  # Ocean Dr.
    elif not dot and (key in _ALSO_WORDS or (key in _NEEDS_DOT and not here.british)):
        return None
    elif key == "Sr" and "Sra." in here.around(m.start(), m.end()):
        return whole(m, "Senor")
    elif key == "Jos" and here.before(m.start()).lower() in ("in", "of", "from", "to", "near", "around"):
        return None  # the city
    elif key == "Ste" and _LETTER_NEXT.match(here.text, m.end()):
        return whole(m, "Suite")
    elif key == "Br" and _within_name(m, here):
        return None  # a botanist: R. Br.
    elif key == "Sr" and here.after(m.end()) in _POSTS:
        return whole(m, "Senior")
    elif not dot and key in _IN_NAMES and _within_name(m, here):
        return None  # Thung Sen Chalets, Annu Rev Med
    elif key == "Dr" and is_housed(m, here):
        return None  # 12 Ocean Dr
    elif key == "Gen" and not dot and _GENERATION.search(here.before(m.start())):
        return None  # 10th Gen Intel
    elif key == "Gen" and _LETTER_NEXT.match(here.text, m.end()):
        return None  # Gen Z
    return whole(m, localised(said, key, here.british).title())


def _against(m: re.Match[str], here: Here) -> Said | None:
    """ "Dr.Lee", "Mt.Hood": no space was typed."""
    return whole(m, localised(TITLES[m["t"]], m["t"], here.british).title())


def _retired(m: re.Match[str], here: Here) -> Said | None:
    """ "Col. Hill (ret.)"."""
    return whole(m, "retired")


def _senior(m: re.Match[str], here: Here) -> Said | None:
    """ "Sr. prom", "Sr. high": before a thing, not "Sr. de la Cruz"."""
    after = here.after(m.end())
    return whole(m, "Senior") if after not in ("de", "del", "dos", "da") and len(after) > 3 else None


def _secretary(m: re.Match[str], here: Here) -> Said | None:
    """ "Sec. of State"."""
    return whole(m, "Secretary")


_OF_PERSON = re.compile(
    r"(?:\b(?P<dr>Dr|Prof)\.?\s(?:[A-Z][\w.’'-]{0,15}\s){0,3}[A-Z][\w’'-]{1,15}|(?<!\w)[A-Z][a-z’'-]{1,12}\s[A-Z]\.\s[A-Z][\w’'-]{1,15}"
    r"|(?P<alone>(?:\A|[.,;:(|]\s|\b(?:by|says|said|and|with|author|MD,)\s)[A-Z][a-z’-]{2,12}\s[A-Z][\w’'-]{1,15}))"
    r",\s\Z"
)
_OF_TOWN = re.compile(
    r"(?:Fort|Ft|Mount|Mt|Camp|Lake|La|North|South|East|West|New|St|Saint|Port|Upper|Lower|Glenn?|Prince|White|Perry|Owings|Ellicott"
    r"|Chevy|Bel|Indian|Silver|College|Ocean|Takoma|Temple|Old|Point|Great|Long|Havre|Oak|Red|Green|Windsor|Princess|Snow"
    r"|Queen|Middle|Rising|Cape|Deep|Little|Forest|National|Severna)\s"
    r"|\s(?:Park|Springs?|City|Hills?|Heights|Beach|Village|Mills?|Burnie|Marlboro|Air|Harbor|Lake|Grove|Church|Creek|Point"
    r"|Island|Chase|Run|Valley|Center|Bay|Falls|Rock|Landing|Ridge|Town|Station|Manor|Crossing|Oaks?|Corner|View|Head"
    r"|Frederick|County|Woods?|River|Neck|Branch|Marsh|Hall|Plains|Green),"
)
"""Parts of a town's name in Maryland, its first word or its last."""
_ADDRESS = re.compile(r"\d")
_OF_CONGRESS = re.compile(
    r"\b(?:(?:Sen|Rep|Gov|Del)s?\.\s[A-Z]|(?:Senators?|Representatives?|Governors?|Congress(?:wo)?m[ae]n|Delegates?)\s[A-Z]"
    r"|(?:Democrat|Republican)s?\b|voted?\s(?:no|yes|nay|aye|for|against|to|on|with|present)\b)"
)
"""Who is of a state: "Sen. Ann Hale, MD, and Rep. Lee Roe, PA"."""


def _physician(m: re.Match[str], here: Here) -> Said | None:
    """ "Dr. Ann Hale, MD", "Ann B. Hale, MD": a degree, no Maryland."""
    person = _OF_PERSON.search(here.text, max(0, m.start() - 60), m.start())
    if not person or _ADDRESS.search(here.text, max(0, m.start() - 40), m.start()):
        return None
    if person["alone"] and (m["d"] != "MD" or _OF_TOWN.search(person.group())):
        return None
    if not person["dr"] and _OF_CONGRESS.search(here.text):
        return None
    return whole(m, " ".join(m["d"]))


TRIGGERS = frozenset(k.lower() for k in TITLES if " " not in k) | words(
    "ret retd lt maj brig flt sqn wg gp det ch asst vice rear staff"
)
TIED = (
    Rule(r"(?P<d>M[DSA]|PA)(?<=,\s..)(?=[,.;:)]|\Z|\s(?:[a-z(|]|and\b))(?!,?\s\d{5})", _physician),
    Rule(r"(?P<t>Dr)\.(?<=Prof\.Dr\.)(?=\s?[A-Z][a-z])", _against),
    Rule(
        r"(?P<t>Lt|Maj|Brig)\.(?P<u>Gov|Gen|Col|Cmdr)\.(?=\s(?:[A-Z]|(?:race|candidates?|debate|nominees?|hopefuls?)\b))",
        lambda m, h: (
            whole(m, TITLES[f"{m['t']} {m['u']}"].title()) if f"{m['t']} {m['u']}" in TITLES else None
        ),
    ),
    Rule(
        r"(?<![\w./])(?P<t>Prof|Rev|Hon|Col|Capt)\.(?=(?:Dr|Prof|Rev|Hon|Mr|Mrs|Ms)\.\s?[A-Z])",
        _against,
    ),
)
"""Two titles without a space, before an address of the web is looked for: "Lt.Gov. Hill"."""
LETTERS = (
    Rule(r"Rev\.(?=\s(?:[A-F](?![\w.])|\d{1,2}(?![\d;:(])))", lambda m, h: whole(m, "Revision")),  # Rev. B
    Rule(r"Sr\.(?=\s[a-z])", _senior),
    Rule(r"Sec\.(?=\sof\s(?:the\s)?[A-Z])", _secretary),
    Rule(r"(?:(?<=\()|(?<=,\s))[Rr]et(?:['’]?d)?(?:\.(?=[),])|(?=\)))", _retired),
    Rule(
        r"(?<![\w./])(?P<t>M[rst]|Mrs|Dr|Prof|Rev|Sen|Gov|Gen|Capt|Lt|Sgt|Cpl|Pvt|Maj|Cmdr|Msgr|Ft)\."
        r"(?=[A-Z][a-z]{2,20}(?![\w(/@=]|\.\w))",
        _against,
    ),
    Rule(rf"(?P<t>{choice(TITLES)})(?P<dot>\.)?(?![\w’'.]|-(?!elect\b|to-be\b|designate\b))", _title),
)
