"""Short forms that only their neighbours tell: "Trinity Ch.", "Pacific Ins. Co.", "Dept. of Ed."."""

from __future__ import annotations

from listen.speech.english.addresses.postal import POSTAL
from listen.speech.english.short_forms.abbreviations import choice
from listen.speech.rules import Here, Rule, Said, table, whole, words
from listen.speech.writing import patterns as re

_CHURCHES = words(
    """
    Trinity Baptist Methodist Lutheran Presbyterian Catholic Episcopal Christian Community Memorial Covenant
    Reformed Wesleyan Congregational Evangelical Pentecostal Apostolic Parish Unitarian Orthodox Bible AME
    Nazarene Adventist Union Calvary
    """
)
"""What a church is called by: "Zion Lutheran Ch."."""
_DEDICATED = re.compile(
    r"\b(?:St\.?\s[A-Z][a-z]+['’]s?|Our Lady of [A-Z]\w+|Sacred Heart|(?:Holy|First) [A-Z]\w+)\s\Z"
)
_FIELDS = table(
    """
    Ed=education | Educ=education | Ag=agriculture | Agric=agriculture | Def=defense | Transp=transportation |
    Econ=economics | Hist=history | Psych=psychology | Phil=philosophy | Bio=biology | Biol=biology |
    Chem=chemistry | Sci=science | Eng=engineering | Engr=engineering | Env=environment | Pub=public |
    Corr=corrections
    """
)
"""What a department is of; "Ed." is a man elsewhere."""
_OFFICES = (
    r"(?:[Dd]ept|[Dd]epartment|[Bb]d|[Bb]oard|[Bb]ureau|[Ss]chool|[Cc]oll(?:ege)?|[Ss]ec(?:retar)?y?"
    r"|[Ii]nst(?:itute)?|[Cc]omm)"
)
_OF = re.compile(rf"\b{_OFFICES}\.?\sof\s(?:[A-Z]\w{{1,20}}\.?\sand\s)?\Z")
_POSTS = table(
    "pres=president | secy=secretary | sec'y=secretary | treas=treasurer | chmn=chairman | chwn=chairwoman | "
    "supt=superintendent | dir=director | mgr=manager | asst=assistant"
)
_COUNTIES = table(
    """
    Beds=Bedfordshire | Berks=Berkshire | Bucks=Buckinghamshire | Cambs=Cambridgeshire |
    Derbys=Derbyshire | Glos=Gloucestershire | Hants=Hampshire | Herts=Hertfordshire |
    Lancs=Lancashire | Leics=Leicestershire | Lincs=Lincolnshire | Middx=Middlesex |
    Northants=Northamptonshire | Notts=Nottinghamshire | Oxon=Oxfordshire | Salop=Shropshire |
    Staffs=Staffordshire | Warks=Warwickshire | Wilts=Wiltshire |
    Worcs=Worcestershire | Yorks=Yorkshire
    """
)
_SURE = words(
    "Cambs Derbys Glos Hants Herts Lancs Leics Lincs Middx Northants Notts Oxon Staffs Warks Wilts Worcs"
)
"""Of these, the ones that are nothing else: "the Milwaukee Bucks" are no county."""
_TOWN_BEFORE = re.compile(r"\b[A-Z][a-z'’-]{2,20}(?<!s),\s\Z|\b(?:St|Great|Little|on|upon)\s[A-Z][a-z]+,\s\Z")
_ADDRESS_ENDS = re.compile(r"\.?(?:[,;)]|\s\(|\s[A-Z]{1,2}\d|\.?\Z)")
_GOVERNED = words("in of from across near throughout and south north east west mid")
_STATES = (
    r"(?:[A-Z]\.[A-Z]\.|Ala|Ariz|Ark|Calif|Colo|Conn|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mich|Minn|Miss|Mo|Mont|Neb|"
    rf"Nev|Okla|Ore|Pa|Tenn|Tex|Va|Wash|Wis|Wyo|{'|'.join((*POSTAL, *POSTAL.values()))})"
)
_COUNTY_OF = re.compile(
    r"\b(?:of|in|from|near|across|through|Twp\.\sand|Township\sand)\s(?:[A-Z][\w'’-]{1,20}\s){1,3}\Z"
)
_FIRMS = words(
    """
    Motor Motors Power Light Gas Electric Edison Oil Petroleum Steel Iron Coal Mining Railroad Railway
    Insurance Life Trust Manufacturing Mfg Publishing Brewing Chemical Water Lumber Timber Tobacco Paper
    Rubber Telephone Telegraph Bros Brothers Sons Broadcasting Investment Holding Tire Shoe Sugar Fruit
    Milling Packing Construction Engineering Aircraft Tool Machine Trading Shipping Steamship Bottling
    Distilling Dairy Candy Baking Food Foods Furniture Savings Loan Title Theatre Theater Dance Opera
    Film Pictures Media Technology Software Pharmaceutical Drug
    """
)
"""What a firm is called by: "shares of Acme Motor Co., Mich."."""
_MANAGED = words(
    "HR IT PR Asst General Genl Project Product Sales Office Store Regional District City Branch Ops"
)
_PROVINCES = table(
    "Ont=Ontario | Alta=Alberta | Sask=Saskatchewan | Man=Manitoba | Que=Quebec | Okla=Oklahoma | Kans=Kansas"
)
_WANTED = words(
    "refs references ref exp experience deposit licence license degree travel lifting car cdl appt"
)
_PLACES = table(
    "Twp=township | Svc=service | Svcs=services | Jct=junction | Sts=streets | Rds=roads | Aves=avenues"
)
"""What stands behind a name with a capital: "Jefferson Twp.", "Elm and Oak Sts."."""
_LETTERED = table(
    "Appx=appendix | App=appendix | Tbl=table | Att=attachment | Encl=enclosure | Sched=schedule"
)
"""What a letter or a figure follows: "Appx. A"."""
_NAMES = table("Wm=William | Chas=Charles | Geo=George | Jas=James | Thos=Thomas | Robt=Robert")
_COURTS = words(
    "Supreme Sup Superior District Dist Circuit Cir Federal Fed Municipal Mun Juvenile Traffic Family Probate"
)
_PRICED_LATER = words(
    """
    cost costs price prices value time delivery arrival completion revenue sales population total age read
    budget damage wait length weight number
    """
)


def _church(m: re.Match[str], here: Here) -> Said | None:
    """ "Holy Trinity Ch.", "St. Ann's Ch."."""
    before = here.before(m.start())
    dedicated = _DEDICATED.search(here.text, max(0, m.start() - 40), m.start())
    return whole(m, "Church") if before in _CHURCHES or dedicated else None


def _field(m: re.Match[str], here: Here) -> Said | None:
    """ "Dept. of Ed.", "Bd. of Ag."."""
    if not _OF.search(here.text, max(0, m.start() - 50), m.start()):
        return None
    said = _FIELDS[m["f"]]
    return whole(m, ("defence" if said == "defense" and here.british else said).capitalize())


def _post(m: re.Match[str], here: Here) -> Said | None:
    """ "founder and pres. of Acme", "the secy. and treas."."""
    said = _POSTS[m["p"].lower().replace("’", "'")]
    return whole(m, said.capitalize() if m["p"][0].isupper() else said)


def _shire(m: re.Match[str], here: Here) -> Said | None:
    """ "St Neots, Cambs.", "in Herts and Bucks"."""
    town = _TOWN_BEFORE.search(here.text, max(0, m.start() - 40), m.start())
    placed = town is not None and _ADDRESS_ENDS.match(here.text, m.end("c")) is not None
    governed = m["c"] in _SURE and here.before(m.start()).lower() in _GOVERNED
    return whole(m, _COUNTIES[m["c"]]) if here.british and (placed or governed) else None


def _american_county(m: re.Match[str], here: Here) -> Said | None:
    """ "of Cook Co., Ill.": a firm would stand without "of", or have its own place behind it."""
    if here.before(m.start()) in _FIRMS:
        return None
    return whole(m, "County") if _COUNTY_OF.search(here.text, max(0, m.start() - 70), m.start()) else None


def _manager(m: re.Match[str], here: Here) -> Said | None:
    """ "HR Mgr. Kim"; a clergyman stands alone."""
    return whole(m, "Manager") if here.before(m.start()) in _MANAGED else None


def _wanted(m: re.Match[str], here: Here) -> Said | None:
    """ "refs. req."."""
    return whole(m, "required") if here.before(m.start()).lower() in _WANTED else None


def _references(m: re.Match[str], here: Here) -> Said | None:
    return whole(m, "references" if m["w"][0] == "r" else "References")


def _estimated(m: re.Match[str], here: Here) -> Said | None:
    """ "est. cost"; "est. 1984" is when something was founded."""
    said = "Estimated" if m.group()[0] == "E" else "estimated"
    return whole(m, said) if here.after(m.end()) in _PRICED_LATER else None


def _placed(m: re.Match[str], here: Here) -> Said | None:
    """ "Jefferson Twp.", "Clapham Jct"."""
    return whole(m, _PLACES[m["p"]].capitalize()) if here.before(m.start())[:1].isupper() else None


def _court(m: re.Match[str], here: Here) -> Said | None:
    """ "Clerk of Ct.", "Super. Ct."."""
    before = here.before(m.start())
    return whole(m, "Court") if before in _COURTS or before == "of" else None


def _available(m: re.Match[str], here: Here) -> Said | None:
    """ "avail. online"; what was "to no avail." is another word."""
    return None if here.before(m.start()).lower() in ("no", "little", "any", "of") else whole(m, "available")


def _bishop(m: re.Match[str], here: Here) -> Said | None:
    return whole(m, "Archbishop" if m["arch"] else "Bishop")


TRIGGERS = (
    frozenset(k.lower() for k in _FIELDS | _POSTS | _COUNTIES | _PROVINCES)
    | frozenset(k.lower() for k in _PLACES | _LETTERED | _NAMES)
    | words("bd ch co ct gt pt ins avail retd bp abp nr est refs req comm subcomm sub-comm")
) - words("man")
LETTERS = (
    Rule(r"Ch\.(?!\s?\d)", _church),
    Rule(rf"Co\.(?=,\s{_STATES}\b)", _american_county),
    Rule(
        r"Co\.(?=\s(?:Sheriff|Commissioner|Jail|Courthouse|Coroner|Clerk|Fair|Deput|Prosecutor|Supervisor)\w*)",
        lambda m, h: whole(m, "County") if h.before(m.start())[:1].isupper() else None,
    ),
    Rule(r"(?P<b>[Bb])d\.(?=\sof\s)", lambda m, h: whole(m, f"{m['b']}oard")),
    Rule(r"Ins\.(?=\s(?:Co|Corp|Agency|Group|Inc)\b)", lambda m, h: whole(m, "Insurance")),
    Rule(r"Mgr\.(?=\s[A-Z])", _manager),
    Rule(r"(?P<arch>A)?[Bb]p\.?(?=\sof\s[A-Z])(?:(?<=Bp)|(?<=Bp\.)|(?<=Abp)|(?<=Abp\.))", _bishop),
    Rule(r"(?P<arch>Ab|Arch)?(?:bp|Bp)\.(?=\s[A-Z][a-z])", _bishop),
    Rule(rf"(?P<f>{choice(_FIELDS)})(?:\.|(?![\w'’-]))", _field),
    Rule(rf"(?P<p>{choice(_POSTS)})\.(?=\s(?:of|and|or|for)\s|\s&\s|,\s(?:{choice(_POSTS)})\.)", _post, re.I),
    Rule(r"(?<=\band\s)(?P<p>treas|secy)\.(?=[,;)]|\s[a-z]|\Z)", _post),
    Rule(r"(?<=,\s)(?P<p>Chmn|Secy|Treas|Pres)\.?(?=[,;)]|\.?\Z)", _post),
    Rule(r"(?P<p>Secy)\.?(?=\s[A-Z])", _post),
    Rule(rf"(?P<c>{choice(_COUNTIES)})\.?(?![\w'’-])", _shire),
    Rule(
        r"(?P<p>Okla|Kans)\.(?=\sCity\b)|(?P<q>Ont|Alta|Sask|Man|Que)\.(?=(?:,|\sand|\sor)\s(?:Ont|Alta|Sask|Man|Que|B\.C|N\.S|N\.B)\b|\s(?:premiers?|cabinet|MPs?|MLAs?|government|legislature)\b)",
        lambda m, h: whole(m, _PROVINCES[m["p"] or m["q"]]),
    ),
    Rule(
        rf"(?P<p>{choice(_PLACES)})(?:\.(?!\w)|(?<=Jct)(?![\w'’])|(?<=Twp)(?![\w'’]))"
        r"(?!\s[A-Z][a-z]+\s(?:St|Ave|Rd))",
        _placed,
    ),
    Rule(
        rf"(?P<p>{choice(_LETTERED)})\.(?=\s(?:[A-Z](?![\w.])|\d|[IVX]+\b))",
        lambda m, h: whole(m, _LETTERED[m["p"]].capitalize()),
    ),
    Rule(rf"(?P<p>{choice(_NAMES)})\.(?=\s(?:&|and)\s[A-Z])", lambda m, h: whole(m, _NAMES[m["p"]])),
    Rule(r"pt\.(?<=\bin\spt\.)(?=[,;)]|\s(?:and|on|by)\b|\Z)", lambda m, h: whole(m, "part")),
    Rule(r"Ct\.(?!\s[A-Z])", _court),
    Rule(r"avail\.(?=\s[a-z]|[,;)])", _available),
    Rule(r"Gt\.(?=\s[A-Z][a-z])", lambda m, h: whole(m, "Great")),
    Rule(r"nr\.?(?=\s[A-Z][a-z])", lambda m, h: whole(m, "near")),
    Rule(r"(?P<w>[Rr]ef)s\.(?=\s(?:req|essential|required|avail|on|needed)\b)", _references),
    Rule(r"req\.(?=[,;)]|\s[A-Z]|\Z)", _wanted),
    Rule(
        r"[Ss]ub-?[Cc]omm\.(?=\son\s)",
        lambda m, h: whole(m, "Subcommittee" if m.group()[0] == "S" else "subcommittee"),
    ),
    Rule(r"Comm\.(?=\son\s)", lambda m, h: whole(m, "Committee")),
    Rule(r"[Ee]st\.(?=\s[a-z])", _estimated),
    Rule(r"Arts?\.(?=\sof\s(?:Org|Inc|Organization|Incorporation)\b)", lambda m, h: whole(m, "Articles")),
    Rule(
        r"Org\.(?<=\b(?:Arts|Cert)\.\sof\sOrg\.)|Org\.(?<=\bArticles\sof\sOrg\.)",
        lambda m, h: whole(m, "Organization"),
    ),
    Rule(r"loc\.?(?<=\bOffice\sloc)\.?(?=:)", lambda m, h: whole(m, "location")),
)
