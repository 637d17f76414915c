"""A state's two letters behind a town of it, where no comma was typed: "in Boston MA", "a Denver CO firm"."""

from __future__ import annotations

from listen.speech.english.addresses.postal import POSTAL, PRESS
from listen.speech.rules import Here, Rule, Said, table, whole, words
from listen.speech.writing import patterns as re

_TOWNS = table(
    """
    AL=Birmingham, Montgomery, Huntsville, Tuscaloosa | AK=Anchorage, Juneau, Fairbanks | AZ=Phoenix,
    Tucson, Mesa, Scottsdale, Chandler, Glendale, Tempe, Flagstaff, Sedona, Yuma | AR=Little Rock,
    Fayetteville, Bentonville | CA=Los Angeles, San Diego, San Jose, San Francisco, Fresno, Sacramento,
    Long Beach, Oakland, Bakersfield, Anaheim, Santa Ana, Riverside, Stockton, Irvine, Chula Vista,
    Fremont, Santa Barbara, Santa Cruz, Santa Monica, Santa Rosa, Santa Clara, Palo Alto, Mountain View,
    Berkeley, Pasadena, Burbank, Torrance, San Mateo, Sunnyvale, Cupertino, Modesto, Ventura, Oxnard,
    Beverly Hills, Malibu, Napa, Carlsbad, Costa Mesa, Huntington Beach, Newport Beach, Palm Springs,
    Walnut Creek, Redwood City, San Rafael | CO=Denver, Boulder, Aurora, Fort Collins, Colorado Springs,
    Lakewood, Aspen, Durango | CT=Hartford, New Haven, Stamford, Bridgeport, Norwalk, Greenwich,
    Danbury, Waterbury | DE=Wilmington, Dover | FL=Miami, Orlando, Tampa, Jacksonville, Lauderdale,
    Petersburg, Tallahassee, Naples, Sarasota, Gainesville, Boca Raton, Palm Beach, Fort Myers,
    Clearwater, Pensacola, Daytona Beach, Key West, Miami Beach, Ocala | GA=Atlanta, Savannah, Augusta,
    Athens, Macon, Marietta, Alpharetta, Columbus | HI=Honolulu | ID=Boise | IL=Chicago, Springfield,
    Naperville, Peoria, Rockford, Champaign, Evanston, Schaumburg, Joliet, Aurora | IN=Indianapolis,
    Fort Wayne, Bloomington, South Bend, Evansville | IA=Des Moines, Cedar Rapids, Iowa City, Davenport
    | KS=Wichita, Overland Park, Topeka, Kansas City | KY=Louisville, Lexington, Bowling Green | LA=New
    Orleans, Baton Rouge, Shreveport, Lafayette | ME=Portland, Bangor, Augusta | MD=Baltimore,
    Annapolis, Bethesda, Rockville, Silver Spring, Gaithersburg | MA=Boston, Cambridge, Worcester,
    Springfield, Somerville, Waltham, Brookline | MI=Detroit, Grand Rapids, Ann Arbor, Lansing,
    Kalamazoo, Dearborn | MN=Minneapolis, St. Paul, St Paul, Saint Paul, Duluth, Rochester, Bloomington
    | MS=Biloxi, Gulfport | MO=Kansas City, Louis, Springfield, Columbia |
    MT=Bozeman, Missoula, Billings, Helena | NE=Omaha, Lincoln | NV=Las Vegas, Reno, Henderson, Carson
    City | NH=Manchester, Nashua, Concord, Portsmouth | NJ=Newark, Jersey City, Hoboken, Princeton,
    Trenton, Camden, Edison, Paterson, Atlantic City, Cherry Hill | NM=Albuquerque, Santa Fe, Las
    Cruces, Taos | NY=New York, Brooklyn, Queens, Bronx, Manhattan, Buffalo, Rochester, Syracuse,
    Albany, Yonkers, Ithaca, White Plains, Staten Island, Long Island | NC=Charlotte, Raleigh, Durham,
    Greensboro, Salem, Asheville, Chapel Hill, Cary, Wilmington, Fayetteville | ND=Fargo, Bismarck |
    OH=Columbus, Cleveland, Cincinnati, Dayton, Akron, Toledo | OK=Oklahoma City, Tulsa | OR=Portland,
    Eugene, Salem, Bend, Beaverton, Hillsboro | PA=Philadelphia, Pittsburgh, Allentown, Harrisburg,
    Lancaster, Scranton, Bethlehem, Erie | RI=Providence, Newport | SC=Charleston, Columbia, Greenville,
    Myrtle Beach | SD=Sioux Falls, Rapid City | TN=Nashville, Memphis, Knoxville, Chattanooga, Franklin,
    Murfreesboro | TX=Austin, Houston, Dallas, San Antonio, Fort Worth, El Paso, Plano, Arlington,
    Frisco, Irving, Lubbock, Waco, Katy, Sugar Land, College Station, Corpus Christi, McKinney, Round
    Rock, Woodlands | UT=Salt Lake City, Provo, Park City, Ogden, Moab, Lehi | VT=Burlington, Montpelier
    | VA=Richmond, Arlington, Alexandria, Norfolk, Virginia Beach, Charlottesville, Roanoke, Reston |
    WA=Seattle, Spokane, Tacoma, Bellevue, Redmond, Olympia, Vancouver, Everett | WV=Charleston,
    Morgantown | WI=Milwaukee, Madison, Green Bay | WY=Cheyenne, Laramie
    """
)
_OF = {code: tuple(f" {town.strip()} " for town in towns.split(",")) for code, towns in _TOWNS.items()}
_LONGEST = 22
"""Characters of the longest town's name, and the spaces around it."""
_DEGREE = re.compile(r"\b(?:an?|her|his|my|their)\s\w+\s\Z")
""""A Cambridge MA" is a degree."""
_NO_STATE = re.compile(r"\s(?:scans?|degree|detectors?|card|levels?|Teams|Word|Office|Excel)\b")
_ALSO_WORDS = words("OR IN ME HI OK OH")
"""Before another name they join: "Portland OR Seattle"."""


def _state(m: re.Match[str], here: Here) -> Said | None:
    """ "Cambridge MA", "Salt Lake City UT"."""
    code, text = m["st"], here.text
    before = f" {text[max(0, m.start() - _LONGEST) : m.start()]}"
    if before.endswith(" | "):  # a table's next cell
        before = before[:-2]
    if not before.endswith(_OF[code]) or _NO_STATE.match(text, m.end()):
        return None
    if code in _ALSO_WORDS and here.after(m.end())[:1].isupper():
        return None
    if code == "MA" and (here.british or _DEGREE.search(text, max(0, m.start() - _LONGEST), m.start())):
        return None
    return whole(m, POSTAL[code])


_COLUMN = re.compile(r"(?:\A|[|\n]\s?)States?\s\|")


def _cell(m: re.Match[str], here: Here) -> Said | None:
    """ "Company | City | State | Staff … | Clyde | OH | 300": a cell of a column of states."""
    return whole(m, POSTAL[m["st"]]) if _COLUMN.search(here.text, 0, m.start()) else None


_SURE = words("AZ CA FL GA KY MN NC ND NH NJ NM NV NY OH OR SC SD TN TX UT VA WA WI WV WY")
"""Those that are little else: MD, MA and PA are degrees, AL and CO chemistry."""


def _row(m: re.Match[str], here: Here) -> Said | None:
    """ "TX, NM, OK and MT": a row of states, where each of them is one."""
    codes = re.findall(r"[A-Z]{2}", m.group())
    if not all(code in POSTAL for code in codes) or len(_SURE.intersection(codes)) < 2:
        return None
    return whole(m, re.sub(r"[A-Z]{2}", lambda x: POSTAL[x.group()], m.group().replace("&", "and")))


_IN_CAPITALS = {
    short.removesuffix(".").upper(): state for short, state in PRESS.items() if short.count(".") == 1
}
_TOWN_BEFORE = re.compile(r"(?<![A-Z])[A-Z]{3,18},\s\Z")


def _of_a_headline(m: re.Match[str], here: Here) -> Said | None:
    """ "TAMPA, FLA. (AP)", "LOS ANGELES, CALIF. — A fire"."""
    town = _TOWN_BEFORE.search(here.text, max(0, m.start() - 20), m.start())
    return whole(m, _IN_CAPITALS[m["st"]]) if town else None


_PLACED = re.compile(
    r"\b(?:in|across|throughout|from|both|serv(?:e|es|ing)|near|between|[Ii]n)\s(?:(?:northern|southern|eastern|western|parts\sof|all\sof)\s)?\Z"
)


def _two_states(m: re.Match[str], here: Here) -> Said | None:
    """ "offices in NY & NJ", "farms across MI and OH": both are states."""
    if here.british or "LA" in (m["a"], m["b"]) or not {m["a"], m["b"]} <= POSTAL.keys():
        return None
    if m["a"] not in _SURE and m["b"] not in _SURE:
        return None
    if not _PLACED.search(here.text, max(0, m.start() - 26), m.start()):
        return None
    if m["c"] and m["c"] not in POSTAL:
        return None
    first = f"{POSTAL[m['c']]}, " if m["c"] else ""
    return whole(m, f"{first}{POSTAL[m['a']]} {'and' if m['j'] == '&' else m['j']} {POSTAL[m['b']]}")


LETTERS = (
    Rule(
        r"(?:[A-Z]{2},\s){2,50}(?:and\s|or\s|&\s)?[A-Z]{2}(?:\s(?:and|or|&)\s[A-Z]{2})?(?![\w'’]|\s\d{5}|[-/.]\w)",
        _row,
    ),
    Rule(
        rf"(?P<st>{'|'.join(sorted(_IN_CAPITALS, key=len, reverse=True))})\.(?=\s[-–—(A-Z]|,|\Z)",
        _of_a_headline,
    ),
    Rule(
        r"(?:(?P<c>[A-Z]{2}),\s)?(?P<a>[A-Z]{2}),?\s(?P<j>and|&|or)\s(?P<b>[A-Z]{2})(?![\w-]|['’/.]\w|\s[A-Z]{2}\b)",
        _two_states,
    ),
    Rule(rf"(?P<st>{'|'.join(POSTAL)})(?<=\|\s..)(?=\s\|)", _cell),
    Rule(
        r"OH(?:(?<=[a-z]\s\|\sOH)(?=\s\|\s[$\d])|(?<=[a-z],\sOH)(?=\s@\s))",
        lambda m, h: whole(m, POSTAL["OH"]),
    ),
    Rule(
        r"ON(?:(?<=Toronto,\sON)|(?<=Ottawa,\sON)|(?<=Hamilton,\sON)|(?<=London,\sON)|(?<=Kitchener,\sON)|(?<=Waterloo,\sON)"
        r"|(?<=Mississauga,\sON)|(?<=Brampton,\sON)|(?<=Windsor,\sON)|(?<=Markham,\sON)|(?<=Guelph,\sON)|(?<=[a-z],\sON)(?=,?\s[A-Z]\d[A-Z]\s?\d))"
        r"(?![\w'’]|\s[A-Z]{2,})",
        lambda m, h: whole(m, "Ontario"),
    ),
    Rule(rf"(?P<st>{'|'.join(_TOWNS)})(?!\w|[-'’/]\w|\s\d{{5}}|\.\w)", _state),
)
