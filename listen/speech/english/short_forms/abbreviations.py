"""Everyday abbreviations, and what has to follow for them to be one."""

from __future__ import annotations

from collections.abc import Iterable

from listen.speech.english.capitals.spelling import is_letters
from listen.speech.rules import Here, Rule, Said, table, whole, words
from listen.speech.writing import patterns as re

# Anywhere; a key that ends in a full stop needs it.
WORDS: dict[str, str] = table(
    """
    e.g.=for example | esp.=especially | incl=including | orig.=originally | resp.=respectively | eg=for
    example | i.e.=that is | ie=that is |
    eg.=for example | ie.=that is | ppl=people | etc.=et cetera | etc=et cetera |
    vs.=versus | vs=versus | vrs=versus | wrt=with respect to |
    w.r.t.=with respect to | viz.=namely | cf.=compare | aka=A K A |
    a.k.a.=A K A |
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
    w/out=without | w/=with | fwd=forward | b/c=because |
    o/u=over under | adv.=advance | sci-fi=sci-fi
    | plc=P L C | jr.=junior | jr=junior | sr.=senior | esq.=esquire | esq=esquire | mph=miles per hour
    | km/h=kilometres per hour | p.a.=per annum | ex.=example | et al.=et al | no.=number | nos.=numbers
    | rsvp=R S V P | ph.d.=P H D | ph.d=P H D | tv=T V | tvs=T V's | dj=D J | ok=okay | p.m.=P M |
    p.m=P M | a.m=A M | a.m.=A M | pm=P M | yrs=years | mins=minutes | hrs=hours | lbs=pounds |
    sq=square | qtr.=quarter | qtr=quarter | mkt.=market | mfg.=manufacturing | mtg.=meeting | ssn=S S N
    | v.=versus |
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
    elem.=elementary | exp.=experience | o.c.=on center | o/n=overnight | comb.=combined |
    prev=previous | w/w=weight by weight |
    w/v=weight by volume | v/v=volume by volume | pts.=points | stn=station | stns=stations
    """
)


_HOUSE = re.compile(
    r"\b\d{1,6}(?!(?:st|nd|rd|th)\b)\w{0,3}\s(?:[A-Z][\w'’]{0,30}\s){0,3}"
    r"(?!(?:Annual|Best|Top|Greate[rs]t?|Downtown|Historic|Famous|Favou?rite|Fun|Free|Unique|Popular|Things|Fair)\s)"
    r"[A-Z][\w'’]{0,30}\s\Z"
)
"""A house and its street: "12 Ocean Dr.", not "5th Annual St. Cloud Fair", "The 9 Best Dr. Seuss Books"."""


def is_housed(m: re.Match[str], here: Here) -> bool:
    """Return whether a house and the name of its street stand before a short form."""
    return _HOUSE.search(here.text, max(0, m.start() - 40), m.start()) is not None


def localised(said: str, written: str, british: bool) -> str:
    """Spelled for the locale, with a capital where the writing has one."""
    said = said if british else said.replace("honourable", "honorable")
    return said[0].upper() + said[1:] if written[0].isupper() else said


_CHECKED = words(
    """
    eg ie eg. ie. ex. ok pls ppl v. sq oz ave inc corp pm no. min. max. ed. ft. co. pl. ct. ln. rd. sq. mph tv
    est. mins hrs yrs ssn cals dist. bn. regt. bde. elem. exp. comb. prev asst. assoc. sr. dj hon. feat. adv.
    tsp tbsp approx approx. apt.
    """
)
"""Short forms whose neighbours have to agree."""


def _word(m: re.Match[str], here: Here) -> Said | None:
    written = m["w"]
    low = written.lower()
    said = WORDS.get(low)
    if written == "SNR" or (written == "VS" and is_letters(m, here)):
        return None  # signal to noise; like VS Code
    if said is None or (written == "JR" and not here.headline):  # Alley JR: initials
        return None
    if low in _NO_CAPITALS and written.isupper() and not here.headline:
        return None  # MTG
    end = here.text[m.end() : m.end() + 1]
    if low[-1] != "." and (
        end.isalnum() or (end and end in "@/_&" and not _LISTED.match(here.text, m.start()))
    ):
        return None
    if low in ("corp", "corp.") and here.before(m.start()) in ("S", "C", "B"):
        return None  # an S Corp
    if low in ("inc", "inc.") and _LISTED_FIRMS.match(here.text, m.end("w")):
        return whole(m, "Inc")  # the magazine
    if low in _CHECKED:
        said = _checked(low, written, m, here, said)
        if not said:
            return None
    if m["s"]:
        said += "'s"
    if low == "et al." and _SENTENCE_NEXT.match(here.text, m.end()):
        return Said(((said, m.start(), m.end() - 1),), m.end() - 1)  # its full stop ends a sentence too
    return whole(m, localised(said, written, here.british))


_SENTENCE_NEXT = re.compile(r"\s[A-Z]")
_NO_CAPITALS = words("ext. ctr. mtg. mkt. mfg. amt. exp. esp. b/c")
"""Short forms that are other things in capitals: MTG, hepatitis B/C."""


_LISTED_FIRMS = re.compile(r"\.?\s(?:5000|500|[Mm]agazine|Regionals|Verified|Best\sWorkplaces)\b")
_LISTED = re.compile(r"(?<=\d\s)[a-z]{2,5}/\d")
""" "28 city/39 hwy/32 comb.": one figure and the next."""
_CLOSED = frozenset(('"', "”", ")", "’"))
"""What closes the name of a song before "feat."."""


def _checked(low: str, written: str, m: re.Match[str], here: Here, said: str) -> str:
    """Short forms that are also words: only where the neighbours agree."""
    before, after = here.before(m.start()), here.after(m.end())
    capital = written[0].isupper()
    if low in ("eg", "ie", "eg.", "ie."):
        return said if (here.before(m.start()) or _opened(m, here)) and written.islower() else ""
    if low == "ex." and _opened(m, here) and after:
        return "for example"
    if low in ("min.", "max.") and _FIGURE_NEXT.match(here.text, m.end()) and not before[-1:].isdecimal():
        return said
    if low == "ok":
        return said
    if low in ("bn.", "regt.", "bde."):
        return said if before[:1].isdecimal() or before[:1].isupper() else ""
    if low == "apt.":  # software is installed through apt
        return "" if not capital and before.lower() in ("via", "through", "using") else said
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
    if written == "CT." and before[-1:].isdecimal() and not here.headline:
        return ""  # at 8 CT: Central time
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
    if low in ("comb.", "prev"):
        return said if before[-1:].isdecimal() else ""
    if low == "max." and _TO_THE.search(here.text, max(0, m.start() - 8), m.start()):
        return ""  # turned up to the max.
    if low in ("approx", "approx."):
        told = before.lower() in _DETERMINED and after.islower() and after not in _FIGURES_IN_WORDS
        about = told or _MEASURED.match(here.text, m.end()) is not None
        return "approximate" if about else said
    if low in ("min.", "max.") and not after and before.islower() and not capital:
        return said  # (2-nt. min.)
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
        if written.isupper() and not here.headline and not _FIGURE_NEXT.match(here.text, m.end()):
            return ""  # Eastern time
        dated = not after and _YEAR_BEFORE.search(here.text, max(0, m.start() - 5), m.start())
        if dated or FIGURED.match(here.text, m.end()):
            return "estimated"
        if after in ("of", "was", "is"):
            return "estimates" if before.lower() in _SURPASSED else "estimate"
        priced = _PRICED.search(here.text, max(0, m.start() - 24), m.start()) is not None
        return said if (not before or after == "") and not priced else "estimated"
    if low in ("pm", "ssn", "dj", "tv"):
        return said if written.islower() else ""
    if low in ("oz", "mph", "mins", "hrs", "yrs", "sq"):
        return said if written.islower() and low != "oz" else ""
    if low in ("tsp", "tbsp") and written.isupper():
        return said if here.text[: m.start()].rstrip()[-1:].isnumeric() else ""  # TSP is a savings plan
    if low in ("pls", "ppl"):
        return said if not written.isupper() else ""
    return said


_TO_THE = re.compile(r"\bto the\s\Z")
_DETERMINED = ("the", "an", "its", "my", "our", "your", "their", "what's", "with")
"""Before "approx." that describes a thing: "the approx. location"."""
_FIGURES_IN_WORDS = words("one two three four five six seven eight nine ten twelve twenty half hundred")
_MEASURED = re.compile(
    r"\s(?:[Rr]ange|[Ww]eight|[Cc]ost|[Pp]rice|[Ss]ize|[Tt]ime|[Vv]alue|[Aa]ge|[Dd]ate|[Ll]ength|[Dd]istance|[Ll]ocation|[Dd]imensions"
    r"|[Hh]eight|[Ww]idth|[Dd]uration|[Nn]umber|[Aa]mount|[Tt]otal|[Cc]apacity|[Cc]ount|[Dd]epth|[Aa]rea)(?!\w)"
)
_FIGURE_NEXT = re.compile(r"\s[$£€~]?\d")


def _opened(m: re.Match[str], here: Here) -> bool:
    """Return whether a bracket opens before it: "(ex. coffee)", "(eg tea)"."""
    return here.text[m.start() - 1 : m.start()] == "("


_PRICED = re.compile(r"[$£€]\d[\d.,]{0,12}(?:[KMB]|bn|m)?\s\Z|\d[KMB]\s\Z|\d\s?%\s\Z")
""" "$0.38 est."."""
FIGURED = re.compile(r"\s?(?:[$£€~]|(?!(?:1[5-9]|20)\d\d\b)\d)")
""" "An est. $5 million", "est. 5,000 people"; a year is when something was founded."""
_YEAR_BEFORE = re.compile(r"(?<=[\s(])(?:19|20)\d\d\s\Z")
""" "(2021 est.)"."""
_SURPASSED = words("beat beats beating topped tops missed misses vs versus above below exceeded met")
_ASSOCIATES = words("Prof Professor Dir Director Dean Editor Justice Producer Pastor Fellow Judge Partner VP")
"""Who may be one: "Assoc. Prof."."""


def choice(keys: Iterable[str]) -> str:
    return "|".join(re.escape(k) for k in sorted(keys, key=len, reverse=True))


_MIDDLING = "rare well high low large sized"
TRIGGERS = (
    words("dep arr atty lt")
    | frozenset(k.rstrip(".") for k in WORDS)
    | {f"med-{w}" for w in _MIDDLING.split()}
)


def _between(m: re.Match[str], here: Here) -> Said | None:
    """ "us-vs.-them"."""
    return Said(((m["a"], *m.span("a")), ("versus", *m.span("vs"))), m.end())


def _against(m: re.Match[str], here: Here) -> Said | None:
    """ "England v France", "pre-season v Hearts"."""
    before = here.before(m.start())
    return whole(m, "versus") if before[:1].isupper() or (here.british and len(before) > 2) else None


def _tied(m: re.Match[str], here: Here) -> Said | None:
    """ "e.g.apples", "vs.Boston": no space was typed."""
    return whole(m, localised(WORDS[m["w"].lower()], m["w"], here.british))


def _timed(m: re.Match[str], here: Here) -> Said | None:
    """ "Dep. 10:45, arr. 13:20": in a timetable."""
    w = m["w"] or m["v"]
    return whole(m, f"{w}{'arts' if w[0] in 'Dd' else 'ives'}")


def _office(m: re.Match[str], here: Here) -> Said | None:
    """ "the Lt. Gov.", "Atty. Gen.": an office without who holds it."""
    return whole(m, "Attorney General" if m["w"][0] == "A" else "Lieutenant Governor")


LETTERS = (
    Rule(  # (ed. Ann Lee), (eds. Lee & Day)
        r"[Ee]ds?\.(?:(?<=[(,;][Ee]d\.)|(?<=[(,;][Ee]ds\.)|(?<=[(,;]\s[Ee]d\.)|(?<=[(,;]\s[Ee]ds\.))"
        r"(?=\s[A-Z][\w.’'-]{0,20},?\s(?:[A-Z]|and\b|&))",
        lambda m, h: whole(m, "edited by"),
    ),
    Rule(r"avg(?![\w.(='’-])", lambda m, h: whole(m, "average")),  # .312 avg
    Rule(r"inn(?<=\d\sinn)\.(?=[),;])", lambda m, h: whole(m, "innings")),
    Rule(r"mag(?<=\d\smag)(?=\s(?:earth)?quake)", lambda m, h: whole(m, "magnitude")),
    Rule(r"Cat\.?(?=\s[1-5]\s(?:hurricane|storm|typhoon|cyclone))", lambda m, h: whole(m, "Category")),
    Rule(r"[Mm]kt\.?(?=\s[Cc]ap\b)", lambda m, h: whole(m, "market")),
    Rule(r"(?P<w>[Ee]\.g\.|[Ii]\.e\.)(?=[a-z]{3,20}(?![\w(/@=]|\.\w))", _tied),
    Rule(r"(?P<w>vs\.)(?<=\s...)(?=[A-Z][a-z]{2,20}(?![\w(/@=]|\.\w))", _tied),
    Rule(r"v(?<=[a-z]\sv)(?=\s[A-Z][a-z])", _against),
    Rule(rf"med(?=-(?:{_MIDDLING.replace(' ', '|')})\b)", lambda m, h: whole(m, "medium")),
    Rule(r"v(?<=\bR\sv)(?=\s[A-Z])", lambda m, h: whole(m, "versus")),  # the Crown against somebody
    Rule(r"(?P<w>Dep|Arr)\.?(?=\s\d{1,2}[:.]\d\d)|(?P<v>dep|arr)\.(?=\s\d{1,2}[:.]\d\d)", _timed),
    Rule(r"(?P<w>Atty\.\sGen|Lt\.\sGov)\.(?=[,;:)]|\s(?:[a-z(]|\Z)|\Z)", _office),
    Rule(r"(?P<a>[^\W\d_]{1,40})-(?P<vs>vs?\.?)-(?=[^\W\d_])", _between),
    Rule(rf"(?P<w>{choice(WORDS)})(?P<s>['’]s|(?<=\.)s)?(?![^\W_]|['’]\w)", _word, re.I),
)
