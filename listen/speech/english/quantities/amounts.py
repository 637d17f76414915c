"""This module says what money, measures and counts share: amounts, magnitudes, whether they qualify the noun
that follows.
"""

from __future__ import annotations

from listen.speech.english.quantities.unit_names import UNITS, local
from listen.speech.numbers import cardinal, decimal, digits, plural
from listen.speech.rules import Here, Rule, Said, table, whole, words
from listen.speech.writing import patterns as re

_GROUPED = r"\d{1,3}(?:,\d{3}){1,12}(?!\d)|\d{1,2}(?:,\d{2}){1,6},\d{3}(?![\d,])"
"""Thousands apart by commas, and the Indian way: "1,50,000"."""
AMOUNT = rf"(?>(?:{_GROUPED})(?:\.\d{{1,40}})?|\d{{1,40}}(?:\.\d{{1,40}})?|(?<![.\w])\.\d{{1,40}})"
NUMBER = rf"(?>(?:{_GROUPED}|\d{{1,40}})(?:\.\d{{1,40}})?)"
"""Figures; longer ones are somebody's number or noise, and are named (`unspoken.py`)."""
MINUS = r"(?:(?<![\w)])[-−–])"
MAGNITUDES = table(
    """
    hundred=hundred | thousand=thousand | million=million | billion=billion | trillion=trillion |
    quadrillion=quadrillion | quintillion=quintillion | sextillion=sextillion |
    crore=crore | lakh=lakh | bn=billion |
    tn=trillion | trn=trillion |
    mn=million | mm=million | mln=million | mio=million | m=million | b=billion | k=thousand | t=trillion |
    bln=billion | trln=trillion | mil=million | bil=billion | mrd=billion
    """
)
WORDY = (
    r"(?i:(?:hundred|thousand|lakh)\s(?:thousand|million|billion|crore)|hundred|thousand|million|billion|trillion"
    r"|quadrillion|quintillion|sextillion|crore|lakh)"
)
"""One magnitude, or of one so many: "3 lakh crore", "5 hundred million"."""
MAGNITUDE = (
    rf"(?:[\s-]?{WORDY}|\s?(?:bn|tn|trn|mn|mln|bln|trln|mio|mil|bil|[mbkBMKT]|BN|TN)|-[mb]il(?=\.))(?![^\W_])"
)

_STOP = words(
    """
    a about above according across after again against ago all also although am among an and any are
    around as at away back be because been before behind being below beneath beside between beyond both
    but by can could did do does down during each early earlier either ever every far few for from
    further had has have he her here him his how however i if in into is it its just last late later
    less like likely long many may me might more most much must my near nearly neither next no nor not
    now of off on once one only onto or other our out over own owed paid per plus raised said same sent
    she should since so some soon spent still such than that the their them then there these they this
    those through till to today together tomorrow tonight too toward towards under until unless up upon
    us very via was we were went what when where whether which while who whom whose why will with within
    versus vs without worth would year-on-year yesterday yet you your made lost given held got left came
    fell rose cut put set hit gone taken kept saved apart wide high tall deep deeper higher lower taller wider
    longer shorter heavier lighter faster slower cheaper dearer north south east west northwards monthly
    est yearly annually weekly daily altogether overall bought sold won took felt began ran flew
    """
)
_DETERMINERS = words(
    """
    the its his her their our my your this that another one each every no first second third new latest
    total combined average median annual monthly massive huge giant whopping record proposed planned
    estimated current extra additional initial
    """
)
_NOUNS = words(
    """
    package deal fund bill plan fine contract investment loan budget project bond bailout takeover
    merger settlement lawsuit tax grant home house mansion penalty payout prize bid offer bonus campaign
    programme program scheme injection boost shortfall deficit surplus gap hole loss profit price ticket
    note coin stake purchase acquisition offering facility portfolio donation gift fee levy charge
    damages award verdict judgment ransom bounty reward rescue renovation refurbishment redevelopment
    development upgrade expansion plant factory pipeline bridge tunnel stadium yacht jet mortgage debt
    rise increase cut reduction wage salary company startup business industry market economy valuation
    sale cheque check claim credit support race run walk sprint relay final dash freestyle backstroke
    butterfly breaststroke hurdles exclusion radius stretch section route road journey drive trip trek
    wall fence tower building pool barrier trench border ride limit threshold mark target level warming
    baby man woman boy girl gun shell round calibre caliber engine motor battery reactor farm supply turbine
    station screen display lens camera phone tablet laptop disk disc card bottle can glass bag pack tub
    jar box dose pill steak burger pizza serving portion truck lorry missile bomb warhead shot putt
    tin packet sachet carton pouch tube bar block slab fillet loaf bale sack drum barrel keg flask pint bowl
    tablet capsule dumbbell kettlebell plate weight barbell joint vial ampoule canister cylinder cylinders
    summit peak hill mountain climb cliff mast ridge crag descent ascent contour altitude
    port ports charger chargers adapter adapters usb fuse fuses plug plugs brick bricks lenses bulb bulbs
    loaves knives shelves font fonts icon icons image margin padding border thumbnail
    roast turkey chicken brisket ham
    capacity payload jug tank pot pan pitcher carafe reservoir basket bucket hopper tray cord hose reach
    thickness depth height length width diameter travel bore clearance wingspan span spacing kettle
    mug tumbler mattress trailer flask load charging output input sensor
    recipe setting size machine maker batch
    ruler field goal radio signal band frequency connection network line cable processor chip chipset
    """
)


_AMOUNTS_TOO = words("weight altitude joint ascent descent")
"""Behind a measure without an article what there is so much of: "lost 20 kg weight", "$150,000 joint"."""
_NO_OWNERS = words("it he she that there what here who where how when let one everyone everybody")
"""Whose 's is a verb: "it's 165°F inside"."""

LABELLED = words(
    """
    apartment apt flat seat gate unit room row platform grade class figure fig table section part
    channel building suite terminal article rule form line stage exhibit type group schedule annex
    appendix block cell ward zone level tier category clause chapter page exit junction bus route flight
    house number no title size sizes zones rooms flats gates seats units platforms grades classes buses
    routes junctions exits figures figs sections wards levels question questions exercise item items
    """
)
"""Before a figure and a letter that are a name: "Flat 2C", "Section 7B"."""
COUNTED = words(
    """
    people men women children troops soldiers years days weeks months hours minutes million billion
    trillion thousand hundred percent per miles metres meters feet pounds dollars euros times others
    points deaths cases
    """
)
"""After a figure that counts, so that a month before it is no date."""


def number(text: str, british: bool) -> str:
    """An amount as written in figures, in words."""
    return decimal(text, british)


def bare(text: str, here: Here) -> str:
    """One figure of a pair: long ones and those that begin with a nought digit by digit."""
    if text.isdecimal() and (len(text) > 6 or (text[0] == "0" and len(text) > 1)):
        return digits(text)
    return number(text, here.british)


def magnitude(text: str | None) -> str:
    """ "bn" → "billion"; "" for none."""
    return " ".join(MAGNITUDES[word] for word in text.strip().strip("-").lower().split()) if text else ""


_MEASURED_NOUN = re.compile(
    r"\s\d{1,4}(?:W|V|GB|TB|mm|in|-(?:inch|watt|foot|yard|mile|pack|piece|ounce|pound|gallon|quart|hour|minute|night|port))"
    r"\s[\w-]*[a-zA-Z]"
)
""" "an awesome $29 72W charger"."""


def qualifies(here: Here, end: int) -> bool:
    """Return whether a word follows that a measure before it can qualify: "a 4\" pipe", not "64\" from the
    floor"."""
    low = here.after(end).lower()
    named = len(low) > 1 or (low.isalpha() and here.text[end + 2 : end + 3] == "-")  # a 26MP X-Trans sensor
    return named and low not in _STOP and not (low.endswith("ly") and len(low) > 4)


NO_PLURALS = words(
    """
    requires allows includes provides brings starts exceeds separates adds ensures delivers limits offers
    looks sounds feels reads stands falls lies sits fits moves carries covers holds leaves lets lasts passes
    needs wants buys pays turns becomes remains appears
    is was has does gets takes makes goes runs works means equals weighs costs comes keeps helps gives
    seems us as plus less yes across always perhaps versus besides thus towards afterwards upwards
    onwards downwards demands gives lets captures ensures enables suffices produces yields happens serves
    tends represents performs sounds
    """
)


def before_plural(here: Here, end: int) -> bool:
    """Return whether a plural follows that a unit's sign qualifies: "40 µm particles"."""
    other = _OTHER_MEASURE.match(here.text, end)
    if other:
        return before_plural(here, other.end())  # 10 mm and 12 mm sockets
    low = here.after(end).lower()
    plain = len(low) > 4 and low.endswith("s") and not low.endswith(("ss", "us", "is", "'s", "’s"))
    return (
        plain
        and low != "https"
        and low not in _STOP
        and low not in NO_PLURALS
        and here.text[end : end + 1] == " "
    )


LABEL_NEXT = re.compile(r"\s[A-Z][\w/-]{1,20}(?:\s[A-Z][\w/-]{1,20}){0,2}:\s")
""""Diameter: 51mm Focal Length: 250mm": the next label is nothing that a measure qualifies."""


_CLAUSE_NEXT = re.compile(r"\s[A-Z][a-z]{2,12}ing\s(?:an?|the|you|your|our|its)\s")
"""Behind "$379 Offering a wide range"."""
_PRICED = re.compile(r"\b(?:[Pp]rice|PRICE|[Cc]ost|MSRP|RRP|[Ff]ee):\s\Z")
"""Behind "Price: $20 Gift set": the sum is all that the label tells."""


_ENGINE = re.compile(r"\s(?:V|I|W|H)-?(?:3|4|6|8|10|12)(?!\w)|\s(?:turbo|inline|flat)-")
""""A 3.5L V6"."""
_OTHER_MEASURE = re.compile(
    r",?\s(?:or|and|to|vs\.?)\s(?:[$£€]\d[\d.,]{0,9}|\d[\d.,]{0,9}\s?[A-Za-zµ]{1,3}\b)(?=\s(?!dollars|pounds|euros)[a-z])"
    r"|,\s[$£€]\d{1,6}(?:[.,]\d{1,3})?(?=(?:,\s|,?\s(?:or|and|to)\s)[$£€]\d)"
    r"|,\s\d[\d.]{0,6}\s?[A-Za-zµ]{1,3}(?=(?:,\s|,?\s(?:or|and|to)\s)\d[\d.]{0,6}\s?[A-Za-zµ]{1,3}\b)"
)
""" "10 mm and 12 mm sockets", "2 lb, 2.5 lb and 3 lb loaves"."""
_FIRST_OF_TWO = re.compile(
    r"\b(?P<d>an?|the|its|this|that|my|our|your|their|his|her)\s(?:[$£€]\d[\d.,]{0,9}|\d[\d.,]{0,9}\s?[A-Za-zµ°]{1,3})"
    r"(?:(?:\s(?!of\b)[a-z]{3,12}){0,3}\s(?:or|and|to)|(?:,\s\d[\d.]{0,6}\s?[A-Za-zµ]{1,3}){0,3}(?:,?\s(?:or|and|to)|,))\s\Z",
    re.I,
)
""""A 20 W or 30 W panel": what stands before the first is said of both."""
_QUALITY_NEXT = re.compile(
    r"\s(?!(?:extra|additional|added|greater|lower|shorter|overall)\b)[a-z]{3,14}"
    r"\s(?:time|times|rate|rates|angle|angles|distance|temperature|height|width|depth|thickness|length|diameter|capacity"
    r"|resolution)\b"
    r"|\s(?!(?:extra|additional|including|excluding|covering|every|whatever|lower|higher|cheaper|for|in|of|as)\b)[a-z]{3,14}"
    r"\s(?:fees?|deposits?|costs?|coverage|minimum|charges?|premiums?|bonus|discounts?|penalty|payments?|purchase|surcharge"
    r"|copay|deductible|coupons?|credit|voucher|bill|fine|limit)\b"
)
"""What has a measure, by two words: "5 ms response time"."""
_HELD_NEXT = re.compile(
    r"\s(?!(?:inside|beneath|using|plus|only)\b)[a-z]{3,12}(?<!ed)(?<!ly)"
    r"\s(?:loaf|loaves|bags?|bottles?|cans?|jars?|tins?|packs?|packets?|boxe?s?|jugs?|tubs?|sacks?|cartons?|pouch(?:es)?"
    r"|containers?|tubes?|buckets?|barrels?|kegs?|bars?|cylinders?)\b"
)
"""What holds or is so much of something: "2 lb bread loaves"."""
_OWN_THING = re.compile(
    r"(?:\b(?:[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir|[Yy]our|[Ii]ts)|\w['’]s)\s(?:own\s)?"
    r"(?:own|little|tiny|small|modest|humble|cramped|co[sz]y|beautiful|lovely|trusty|old|new|first|current|former|big|large"
    r"|huge|spacious|entire|whole|favou?rite|usual)\s\Z"
)
""""My little 800 sq ft patch": an owner, and how the thing is that has so much."""
_ADJECTIVES = words("late early monthly yearly weekly daily")
_BORNE = re.compile(r"\sweight\s(?:capacity|limit|rating)\b", re.I)
""""330 lbs weight capacity"."""


_DESCRIBED = re.compile(
    r"\b(?:an?|another)\s(?:[a-z]{2,14}-)?(?:[a-z]{2,12}(?:ing|ed|al|ous|ive|ful|ary|able|ible)|mere|hefty|flat|huge|small|large"
    r"|time|record|single|surprise|separate|cool|modest|generous)\s\Z",
    re.I,
)
"""An article and what is said of the thing that costs so much: "a hefty $300 surcharge"."""
_PER_NEXT = re.compile(r"[\s-]per[\s-][a-z]{2,12}(?=[\s-][a-z]{3})")


_REGULAR = words("hourly daily nightly weekly monthly quarterly yearly annual")
_PAID_NEXT = re.compile(
    r"\s[a-z]{5,9}\s(?:wage|salary|pay|payment|payout|benefit|stipend|allowance|pension|rent|retainer|rate|fee|price"
    r"|premium|subscription|membership|supplement|check|cheque|contribution|minimum|budget|bonus|charge|bill|budget|cap"
    r"|limit|grant|dividend|dose|deposit|instal?lment|cost|boost|increase|credit|donation|subsidy|raise|surcharge)\b"
)


_DEALT = (
    r"(?:advance|price|mansion|estate|market|offering?|offer|contract|deal|settlement|lawsuit|plant|facility|portfolio"
    r"|program(?:me)?|project|campaign|budget|loan|donation|home|property|penthouse|stadium|merger|takeover|buyout|bailout"
    r"|acquisition|investment|package|endowment|industry|company|expansion|upgrade|renovation|factory|campus|complex)\b"
)
_DEALT_NEXT = re.compile(
    rf"\s(?:[A-Za-z][a-z]{{3,12}}(?:-[a-z]{{2,9}})?\s(?:[A-Z][a-z]{{3,10}}\s)?)?(?i:{_DEALT})"
)
_SAID_OF_IT = re.compile(
    r"(?:\b(?:[Tt]he|[Ii]ts|[Hh]er|[Hh]is|[Tt]heir|[Oo]ur|[Mm]y)|\w['’]s)\s"
    r"(?:(?:now|once|newly|fully|highly|recently)[\s-])?"
    r"(?:[a-z]{2,12}-[a-z]{2,12}|[a-z]{3,12}(?:ing|al|ous|ive|ful|ary|able)"
    r"|reported|proposed|planned|estimated|failed|entire|whole|huge|vast|massive|new|recent|latest|old|current|ambitious"
    r"|controversial|so-called|giant|lavish|modern|joint|troubled|blocked|stalled|delayed|revised|promised|combined|pledged)\s\Z"
)
""""Its original $4 billion asking price": an owner, and what is said of a thing that costs so much."""


def determined_by(here: Here, start: int) -> bool:
    """Return whether an article or an owner stands before."""
    before = here.before(start).lower()
    owned = before.endswith(("'s", "’s")) and before[:-2] not in _NO_OWNERS
    return before in _DETERMINERS or before in ("a", "an") or owned


def attributive(here: Here, start: int, end: int) -> bool:
    """Return whether the measure [start, end) qualifies the noun after it: "a £5m *deal*", "the 100m
    *final*".
    """
    other = _OTHER_MEASURE.match(here.text, end)
    if other:
        return attributive(here, start, other.end())  # a 15 mg or 30 mg capsule
    each = _PER_NEXT.match(here.text, end)
    if each and here.text[end] == " ":  # a $5 per-user fee, a 20 mg per day dose
        determiner = here.before(start).lower()
        thing = determiner in _DETERMINERS and here.after(each.end()).lower() in _NOUNS
        return thing or (determiner in ("a", "an") and qualifies(here, each.end()))
    after = here.after(end)
    if "\n" in here.text[end : end + 3]:
        return False  # the next row of a table
    if after[:1].isupper() and (
        here.before(start).lower() in ("at", "from")
        or LABEL_NEXT.match(here.text, end)
        or _CLAUSE_NEXT.match(here.text, end)
        or _PRICED.search(here.text, max(0, start - 10), start)
    ):
        return False
    if not after and here.before(start).lower() == "a":
        return True  # "a 9mm,"
    if not after:
        return _MEASURED_NOUN.match(here.text, end) is not None
    if here.text[end] in "-‐‑" or _ENGINE.match(here.text, end):
        return True
    low = after.lower()
    if (low not in _STOP or low in _ADJECTIVES) and _QUALITY_NEXT.match(here.text, end):
        return True  # 178° viewing angle
    if low not in _STOP and _HELD_NEXT.match(here.text, end):
        return True
    if low == "weight" and _BORNE.match(here.text, end):
        return True
    if low in _REGULAR and determined_by(here, start) and _PAID_NEXT.match(here.text, end):
        return True  # a $15 hourly wage
    if (
        low not in _STOP
        and _DEALT_NEXT.match(here.text, end)
        and _SAID_OF_IT.search(here.text, max(0, start - 48), start)
    ):
        return True
    if low in _STOP or (low.endswith("ly") and len(low) > 4 and low not in _NOUNS):
        return False
    before = here.before(start).lower()
    if before in ("or", "and", "to") or here.text[max(0, start - 2) : start] == ", ":
        first = _FIRST_OF_TWO.search(here.text, max(0, start - 60), start)
        before = first["d"].lower() if first else before
    if before in ("a", "an"):
        return True
    if (low in _NOUNS and low not in _AMOUNTS_TOO) or (
        low.endswith("s")
        and (low[:-1] in _NOUNS or (low.endswith(("sses", "xes", "ches", "shes")) and low[:-2] in _NOUNS))
        and low not in NO_PLURALS
    ):
        return True
    if before in ("additional", "extra") and after[:1].isupper():
        return False  # for an additional $20 Acme allows
    if (
        here.text[end] == " "
        and low not in NO_PLURALS
        and not low.endswith(("ed", "ing", "ly"))
        and (
            _DESCRIBED.search(here.text, max(0, start - 34), start)
            or (after.islower() and _OWN_THING.search(here.text, max(0, start - 34), start))
        )
    ):
        return True  # a life-threatening $1,000 crisis, my little 800 sq ft patch
    if before in ("that", "another") and low in NO_PLURALS:
        return False  # I find that 35mm works best
    determined = before in _DETERMINERS or (before.endswith(("'s", "’s")) and before[:-2] not in _NO_OWNERS)
    if determined and low.endswith(("ed", "ing")) and here.text[end] == " ":
        following = here.after(end + 1 + len(after)).lower()  # "the $49 charging brick"
        return bool(following) and following not in _STOP and not following.endswith("ly")
    return determined and not low.endswith(("ed", "ing")) and here.text[end] == " "


def _sums(m: re.Match[str], here: Here) -> Said | None:
    """ "$1,000s": so much many times."""
    name = {"$": "dollars", "£": "pounds", "€": "euros"}[m["sign"]]
    return whole(m, f"{_MANY[m['a'].replace(',', '')]} of {name}")


_MANY = {
    "100": "hundreds", "1000": "thousands", "10000": "tens of thousands", "100000": "hundreds of thousands",
}  # fmt: skip
SUMS = Rule(r"(?P<sign>[$£€])(?P<a>100,?000|10,?000|1,?000|100)s(?!\w)", _sums)
TENS = Rule(
    r"[$£€](?P<a>[1-9]0|[2-9]00)s(?!\w)", lambda m, h: whole(m, plural(cardinal(int(m["a"]), h.british)))
)
""""In the mid-$20s"."""


def _continental(m: re.Match[str], here: Here) -> Said | None:
    """ "3,5 million", "7,5 %", "1,5 kg": a comma before the tenths, where nothing else can be meant."""
    share = (" per cent" if here.british else " percent") if m["share"] else ""
    unit = f" {local(UNITS[m['unit']][1], here.british)}" if m["unit"] else ""
    return whole(m, f"{number(m['a'].replace(',', '.'), here.british)}{share}{unit}")


CONTINENTAL = (
    Rule(
        r"(?P<a>\d{1,3},\d{1,2})(?:(?=\s(?:million|billion|trillion)\b)|(?P<share>\s?%)(?!\w)"
        r"|\s?(?P<unit>kg|km|cm|mm|kWh|ha|°C)(?![\w/²³]))",
        _continental,
    ),
)
_WITH_COMMA = re.compile(
    r"\s?(?P<u>km|kg|cm|mm|ml|GB|MB|kWh|kW|%)(?!\w)"
    r"|\s(?:seconds?|minutes?|hours?|euros?|percent|per\scent|kilomet(?:re|er)s?|met(?:re|er)s?|kilograms?|grams?|lit(?:re|er)s?"
    r"|centimet(?:re|er)s?|millimet(?:re|er)s?|millions?|billions?|inch(?:es)?|volts?|degrees)\b"
)


def _comma(m: re.Match[str], here: Here) -> Said | None:
    """ "14,75 seconds", "12,5 km": the comma of the Continent before tenths."""
    behind = _WITH_COMMA.match(here.text, m.end())
    if not behind:
        return None
    said = f"{number(m['a'], here.british)} point {digits(m['b'])}"
    if not behind["u"]:
        return whole(m, said)
    unit = ("per cent" if here.british else "percent") if behind["u"] == "%" else UNITS[behind["u"]][1]
    return Said(((f"{said} {local(unit, here.british)}", m.start(), behind.end()),), behind.end())


DECIMAL_COMMA = Rule(r"(?<![\d,.])(?P<a>\d{1,3}),(?P<b>\d{1,2})(?![\d,]|\.\d)", _comma)
