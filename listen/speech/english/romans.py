"""Roman numerals: monarchs and popes by ordinal, wars, chapters and machines by cardinal."""

from __future__ import annotations

from listen.speech.english.capitals.pronoun import OF_FEELING, is_pronoun
from listen.speech.numbers import cardinal, ordinal, roman, year
from listen.speech.rules import Here, Rule, Said, table, whole, words
from listen.speech.writing import patterns as re

REGNAL = words(
    """
    Charles Henry Edward George James William Mary Elizabeth Richard John Anne Victoria Louis Francis
    Philip Philippe Ferdinand Napoleon Nicholas Alexander Peter Catherine Paul Ivan Frederick Friedrich
    Wilhelm Leopold Albert Baudouin Christian Gustav Gustaf Carl Karl Oscar Haakon Harald Olav Magnus
    Margrethe Juan Alfonso Carlos Felipe Isabel Isabella Pedro Joseph Josef Rudolf Maximilian Otto
    Sigismund Ladislaus Casimir Stephen Boleslaw Benedict Pius Leo Gregory Innocent Urban Clement
    Boniface Celestine Adrian Julius Sixtus Eugene Callixtus Martin Honorius Lucius Ptolemy Cleopatra
    Ramses Ramesses Thutmose Amenhotep Seti Darius Xerxes Artaxerxes Cyrus Mithridates Antiochus
    Seleucus Constantine Justinian Theodosius Valentinian Basil Manuel Michael Alexios Romanos Mehmed
    Suleiman Selim Murad Abdulhamid Bayezid Abdullah Hussein Hassan Mohammed Muhammad Farouk Fuad Faisal
    Tupac Rama Norodom Akihito Shah Menelik Tewodros Moshoeshoe Mswati Sobhuza Letsie Robert David
    Malcolm Alan Harold Edmund Ethelred Aethelred Margaret Matilda Eleanor Kenneth Donald Duncan Jean
    Henri Guillaume Beatrix Wilhelmina Rainier Umberto Vittorio Emanuele Amadeus Humbert Pope Shenouda
    Tawadros Bartholomew Kirill Alexy Theodore Theodoros Umar Yazid Askia Mansa Sancho Afonso Sebastian
    Berenguer Eric Erik Canute Cnut Sweyn Valdemar Waldemar Joanna Ottokar Wenceslas Bela Geza Matthias
    Stanislaw Augustus Vladimir Yaroslav Vasily Boris Fyodor Feodor Nebuchadnezzar Tiglath Sargon
    Shalmaneser Nasser Qaboos Hamad Sabah Zayed Khalifa
    """
)
_COUNTED = words(
    """
    war part chapter act scene type phase title volume book class level grade schedule appendix article
    section bowl tier category stage factor group round season episode series division figure table
    plate page verse canto form annex nerve symphony opus sonata number no mark mk option plan model vatican
    saturn apollo soyuz generation wave region zone district hall fantasy rocky rambo halo wars auto
    count gta civ civilization scrolls fighter persona kombat
    iliad league period circuit olympiad games wrestlemania ufc mission world lesson unit point clause
    amendment rank row deck concorde psalm sonnet hymn epistle certificate diploma tap ii iii
    """
)


_SHORT = table(
    """
    art=article | sec=section | pt=part | vol=volume | ch=chapter | bk=book | op=opus | amend=amendment |
    amends=amendment
    """
)


# Words after which a lone I, V or X is a number; a lone C, D, L or M then is not, being a name or a vitamin.
_ONE = words(
    """
    war part chapter act book volume phase title type scene class tier division stage level grade
    category article schedule mark section appendix
    """
)
_LETTERED = words(
    """
    series model generation plan type class group zone
    """
)
"""Before a lone X that is the letter: "Series X", "Generation X"."""
_TENTH = words(
    """
    Leo Pius Charles Benedict Rama Innocent Louis Karl Clement Christian Gregory Alfonso
    """
)
_AFTER_FIRST = words(
    """
    was is of and had has who died in ruled became by style
    """
)
# Numerals that are more often an abbreviation, a size or a word.
_DOUBTFUL = words(
    """
    MC MD DC CD CC DI CV MI MM DL LI XL MIX CIV CM DM LL XXL LIV DIV MID MILD DIM LID DID VIM CIVIL
    IV MX CX LX CI MV DV DX CL XC VC
    """
)
_LONG_WORKS = words("chapter psalm sonnet hymn epistle canto page verse book section")
"""What there are a hundred of."""
_SURE = words(
    """
    II III IV VI VII VIII IX XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI
    """
)
_GOODS = re.compile(
    r"[$£€]\d|\b(?:[Ss]hop|[Rr]eviews?|[Pp]rices?|boots?|shoes?|cameras?|lens|tents?|jackets?)\b"
)
_JOINED = re.compile("and|or|to|through")
_UNIT = re.compile(
    r"\s(?:(?:Army|Airborne|Marine|Armou?red|Panzer|Mountain|Air|Canadian|ANZAC|US|U\.S\.)\s)?"
    r"(?:Corps|Legion|Olympiad)\b|\sOlympic\s(?:Winter\s)?Games\b"
)
"""What armies and games count with numerals and say as "second", "fifth"."""
_SAID_OF = ("", "to", "is", "will", "can", "has", "was", "does")
"""Behind a name, and behind no numeral."""
_BEFORE_VI = words("and or to through in of by from vs")
_IN_ORDER = re.compile(r"(?<![\w.])(?:II|III|IV|V|VII|VIII|IX|XI)(?![\w.]\w|\w)")
"""Another numeral: "parts of it are V and VI"."""
_BLANK = re.compile(
    r"\s(?:hours?|minutes?|seconds?|days?|weeks?|months?|years?|percent|people|miles?|dollars?|euros?|pounds?|times)\b|%"
)
_FULL_NAME = re.compile(r"\b[A-Z][\w'’.]{1,30}\s[A-Z][\w'’.-]{1,30}\s\Z")


_SEQUELS = words("Trek Man Men Story Panda Quest Creed Kombat Fighter Gun Weapon Hour")
"""The last word of films and games that go on: no reigning family."""
_EDITIONS = words("Pro Plus Mini Lite Ultra Air Elite Deluxe")
"""The last word of goods that come in several kinds."""
_SHORT_KINGS = {"Geo": "George", "Wm": "William", "Chas": "Charles", "Jas": "James", "Edw": "Edward"}
_DRIPS = words(
    """
    fluid fluids drip drips line lines bag bags therapy infusion infusions antibiotics treatment pump saline
    pole stand
    """
)
"""What is given into a vein."""
_TRADE_MARK = re.compile(r"\s?[™®]")
_BOTH_CROWNS = re.compile(r"\b(?:James|William|Charles|George|Ferdinand|Francis|Frederick) [IVX]{1,4} and \Z")


_CAMERA = re.compile(r"(?=\w*[A-Z])[A-Za-z]{1,3}\d{1,3}[A-Z]?")
"""A model before a lone V: not "Sony 12 V"."""


def _roman(m: re.Match[str], here: Here) -> Said | None:
    numeral = m["r"]
    n = roman(numeral)
    if not n or (numeral == "XI" and here.headline):
        return None
    if not m["s"] and n < 40 and _UNIT.match(here.text, m.end()):
        return whole(m, ordinal(n, here.british))  # II Corps
    joined = here.text[m.end() : m.end() + 1] == "-" and not _TO_NEXT.match(
        here.text, m.end()
    )  # a numeral and "-era", "-listed"
    before = re.sub(r"['’]s$", "", here.before(m.start()))
    if here.text[max(0, m.start() - 2) : m.start()] == ". ":
        before = _SHORT_KINGS.get(before, before)
    if numeral == "IV" and here.after(m.end()).lower() in _DRIPS:
        return None
    tail = "'s" if m["s"] else ""
    if (
        numeral in ("I", "II")
        and before == "and"
        and _BOTH_CROWNS.search(here.text, max(0, m.start() - 40), m.start())
    ):
        return whole(m, f"the {ordinal(n, here.british)}{tail}")  # James VI and I
    if before in REGNAL or (before.isupper() and before.capitalize() in REGNAL):
        owner = m["s"] and (numeral != "X" or before.capitalize() in _TENTH)  # a Mister X's
        reign = owner or _reigns(numeral, before.capitalize(), here.after(m.end())) or _acted(m, here, before)
        return whole(m, f"the {ordinal(n, here.british)}{tail}") if reign else None
    if len(numeral) == 1 and _TRADE_MARK.match(here.text, m.end()):
        return None  # Period X ™
    if numeral == "X" and before == "iPhone":
        return whole(m, "ten")
    low = before.lower()
    counted = low in _COUNTED or low.removesuffix("s") in _COUNTED or low in ("and", "or", "to", "through")
    if numeral == "IV" and (before.islower() or low in ("a", "an", "the")) and not counted:
        return None  # the patient's IV
    if before == "no" and len(numeral) > 1 and not _WORK.search(here.text, max(0, m.start() - 40), m.start()):
        return None  # no CC required
    short = low in _SHORT and here.text[m.start() - 2 : m.start()] == ". "
    low = _SHORT[low] if short else low
    if low in _COUNTED or (low.endswith("s") and low[:-1] in _COUNTED):
        low = low if low in _COUNTED else low[:-1]
        if numeral[0] in "CDM" and numeral in _DOUBTFUL and low not in _LONG_WORKS:
            return None  # payment options (CC, PayPal)
        if numeral == "I" and not short and is_pronoun(m, here, before):
            return None
        if len(numeral) == 1 and (
            numeral in "CDLM"
            or (
                numeral == "I"
                and low not in _ONE
                and not _closes(m, here, before)
                and not _NEXT.match(here.text, m.end())
                and not _PART_NEXT.match(here.text, m.end())
            )
            or (numeral == "X" and low in _LETTERED)
        ):
            return None
        return _joined(m, here, cardinal(n, here.british) + tail)
    if numeral == "V" and _CAMERA.fullmatch(before):
        return whole(m, cardinal(n, here.british) + tail)  # Sony A7R V
    if len(numeral) == 1 or joined or (n > 39 and len(numeral) < 5):
        return None  # CLI, MDX, LV: letters
    if len(numeral) > 4 and 1500 < n < 2100:
        return whole(m, year(n, here.british) + tail)
    if numeral in _SURE and not before and here.after(m.end())[:1].isupper():
        return whole(m, ordinal(n, here.british))
    if low == "the" and numeral in _TEAMS and here.after(m.end()).lower() in _PLAYS:
        return whole(m, cardinal(n, here.british))
    if low == "the" and numeral not in _DOUBTFUL:
        return whole(m, ordinal(n, here.british))
    if (
        numeral == "VI"
        and before.islower()
        and here.after(m.end()) in _SAID_OF
        and low not in _BEFORE_VI
        and not _IN_ORDER.search(here.text)
    ):
        return None  # without VI, the editor
    if numeral in ("XX", "XXX") and _BLANK.match(here.text, m.end()):
        return None  # about XX hours: not filled in
    if numeral in _SURE and not before[:1].isupper() and before not in ("a", "an", "the"):
        return whole(m, cardinal(n, here.british) + tail)
    if not before[:1].isupper() or (numeral in _DOUBTFUL and numeral != "IV"):
        return None
    if any(c.isdecimal() for c in before):
        return whole(m, cardinal(n, here.british) + tail)  # Sony A7 III
    if before in _SEQUELS or before in _EDITIONS:
        return whole(m, cardinal(n, here.british) + tail)  # Star Trek II, the Mixer Pro II
    full = _FULL_NAME.search(here.text, max(0, m.start() - 40), m.start())
    after = here.after(m.end())
    goods = _GOODS.search(here.text[max(0, m.start() - 60) : m.end() + 40])  # the Akasha II ($195)
    if full and not goods and n in (2, 3, 4) and not (after[:1].isupper() and here.text[m.end()] == " "):
        return whole(m, f"the {ordinal(n, here.british)}{tail}")
    return whole(m, cardinal(n, here.british) + tail)


_WORK = re.compile(
    r"\b(?:[Ss]ymphony|[Ss]onata|[Cc]oncerto|[Qq]uartet|[Oo]pus|[Ss]uite|[Rr]hapsody|[Nn]octurne|[Pp]relude|[Mm]ass)\b[^.;]{0,24}\sno\s\Z"
)
"""Before the number of a work: "symphony no IV"; elsewhere a "no" denies."""
_OPENING = words(
    "when then while until since as king queen emperor tsar pope where but later afterwards today"
)
_ACTS = words(
    """
    sold built gave took left fell fled won lost led sent went came began fought held rose rode lay
    """
)
_TEAMS = words("XI XIII XV")
_PLAYS = words(
    "lost won beat beats were was will have has had drew play plays played takes took face met meet"
)
"""Sides of so many players, and what they do: "the XV lost"."""


def _acted(m: re.Match[str], here: Here, name: str) -> bool:
    """Return whether a monarch named at the head of a clause acts: "Charles I dissolved parliament"."""
    after = here.after(m.end()).lower()
    deed = after in _ACTS or (after.endswith("ed") and len(after) > 4 and after not in OF_FEELING)
    start = m.start() - len(name) - 1
    first = "" if here.text[max(0, start - 2) : start].strip()[-1:] in ".!?" else here.before(start).lower()
    return m["r"] == "I" and deed and (not first or first in _OPENING)


def _reigns(numeral: str, name: str, after: str) -> bool:
    """Return whether a numeral after a monarch's name counts monarchs: not "Charles I think"."""
    if numeral == "I":
        return not after or after[0].isupper() or after.lower() in _AFTER_FIRST
    if len(numeral) == 1 and numeral in "CDLM":
        return False
    return numeral != "X" or name in _TENTH


def _closes(m: re.Match[str], here: Here, label: str) -> bool:
    """ "in Region I.": a label with a capital, and nothing that a speaker would go on with."""
    return label[:1].isupper() and here.text[m.end() : m.end() + 1] in ("", ".", ";", ")")


_NEXT = re.compile(r"\s?[-–—]\s?[IVX]{1,5}(?!\w)|\s(?:and|or|through|to|&)\s[IVX]{1,5}(?![\w'’])(?!\sI\b)")
""""Counts I-III", "counts I and II": another numeral goes on."""
_PART_NEXT = re.compile(
    r",\s(?:Episode|Part|Book|Chapter|Act|Scene|Volume|Vol\.|Section|Title|Article)\s[IVXL\d]"
)
"""Another numbered part: "Season I, Episode IV"."""
_TO_NEXT = re.compile(r"\s?[-–—]\s?(?=[IVXLivxl]{1,5}(?![\w'’]))")


def _joined(m: re.Match[str], here: Here, said: str) -> Said:
    """A numeral, and the "to" of the dash between it and the next: "chapters i–iii"."""
    dash = _TO_NEXT.match(here.text, m.end())
    if not dash:
        return whole(m, said)
    return Said(((said, m.start(), m.end()), ("to", dash.start(), dash.end())), dash.end())


_SMALL_BEFORE = _COUNTED | words(
    """
    step page footnote footnotes clause item items point points paragraph paragraphs note table annex ch
    chap pp p fig figure sec art vol pt bk no app
    """
)
_IN_LIST = re.compile(r"(?:,\s?|\s(?:and|or|to)\s|[-–])\(?[ivx]{1,7}\b")
_LISTED = re.compile(r"(?:\b[ivx]{1,7}\)?(?:,\s?(?:and\s|or\s)?|\s(?:and|or|to)\s|[-–])\(?)\Z")


_MARK_ENDS = re.compile(r"\)(?=\s)")
_MARK_BEGINS = re.compile(r"(?:\A|\n|[;:.]\s(?:and\s|or\s)?)\Z")
"""Before the mark of an item: "ii) the cost; iii) the time"."""


def _small(m: re.Match[str], here: Here) -> Said | None:
    """ "steps i, ii and iii", "(iv)", "Scene ii", "Henry viii"."""
    n = roman(m["r"].upper())
    if not n or n > 39:
        return None
    before = here.before(m.start())
    low = before.lower().removesuffix("s")
    if before in REGNAL and len(m["r"]) > 1:
        return whole(m, f"the {ordinal(n, here.british)}")
    text = here.text
    bracketed = text[m.start() - 1 : m.start()] == "(" and text[m.end() : m.end() + 1] == ")"
    called = text[max(0, m.start() - 2) : m.start() - 1]
    bracketed = bracketed and not (called.isalnum() or called == "′")  # f(x), f′(x)
    anew = len(m["r"]) > 1 or text[max(0, m.start() - 2) : m.start()] != ": "  # lambda x: x)
    if not bracketed and anew and _MARK_ENDS.match(text, m.end()):
        bracketed = _MARK_BEGINS.search(text, max(0, m.start() - 30), m.start()) is not None
    listed = _IN_LIST.match(text, m.end()) or _LISTED.search(text[max(0, m.start() - 14) : m.start()])
    if not (bracketed or low in _SMALL_BEFORE or before.lower() in _SMALL_BEFORE or listed):
        return None
    if len(m["r"]) == 1 and not bracketed and before.islower() and before != low + "s" and not listed:
        return None  # "a part i wrote", in careless writing
    return _joined(m, here, cardinal(n, here.british))


def _ordinal(m: re.Match[str], here: Here) -> Said | None:
    """ "the XXIst century"."""
    n = roman(m["r"])
    said = ordinal(n, here.british) if n else ""
    known = len(m["r"]) > 1 or here.before(m.start()).lower() in ("the", "his", "her", "a")  # not Ind., Ist
    return whole(m, said) if n and known and (said[-2:] == m["th"] or said[-1] == m["th"][-1]) else None


TRIGGERS = words(
    """
    i's i’s v's v’s x's x’s ii iii iv vi vii viii ix xi xii xiii xiv xv xvi xvii xviii xix xx xxi
    xxii xxiii xxiv xxv xxvi xxvii xxviii xxix xxxi xxxii xxxiii xxxiv xxxv
    """
)
_PAGES = words(
    "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii xxiii xxiv xxv"
)
TRIGGERS |= {f"{first}-{last}" for first in _PAGES for last in _PAGES}  # pp. xi-xv


def _lettered(m: re.Match[str], here: Here) -> Said | None:
    """ "Table IIIB"."""
    n, before = roman(m["r"]), here.before(m.start()).lower()
    known = before in _COUNTED or before in _SHORT or before.removesuffix("s") in _COUNTED
    return (
        whole(m, f"{cardinal(n, here.british)} {(m['letter'] or m['apart']).upper()}")
        if n and known
        else None
    )


def _divided(m: re.Match[str], here: Here) -> Said | None:
    """ "§ IV.B": a part of a numbered section."""
    n = roman(m["r"])
    told = here.text[max(0, m.start() - 2) : m.start()].strip() == "§" or here.before(m.start()).lower() in (
        *_ONE,
        *_SHORT,
    )
    return whole(m, f"{cardinal(n, here.british)} {m['letter']}") if n and told else None


def _speaks(m: re.Match[str], here: Here) -> Said | None:
    """ "He and I went": most often the one who speaks, known without looking closer."""
    before = here.before(m.start())
    low = before.lower()
    numbered = low in _COUNTED or low.removesuffix("s") in _COUNTED or low in _SHORT or before[:1].isupper()
    return None if numbered or low in ("in", "and", "or", "to", "through") else whole(m, "I")


PRONOUN = (Rule(r"I(?=\s(?!and\b|or\b|to\b|through\b)[a-z]{2}|['’](?:m|ve|d|ll)\b)", _speaks),)
LETTERS = (
    Rule(r"(?P<r>[IVX]{1,5})\.(?P<letter>[A-H])(?![\w.])", _divided),
    Rule(r"(?P<r>[IVX]{1,4})(?:(?P<letter>[a-dA-B])|-(?P<apart>[A-D]))(?![\w'’.]\w|\w)", _lettered),
    Rule(r"(?P<r>[IVXLC]{1,9})(?P<th>st|nd|rd|th)(?!\w)", _ordinal),
    Rule(r"(?P<r>[ivx]{1,6})(?![\w'’]|\.\w|-(?![ivx]{1,6}\b)[a-z])", _small),
    Rule(r"(?P<r>[IVXLCDM]+)(?P<s>['’]s)?(?![\w&]|['’]\w|\.\w|-(?![IVXL]{1,5}\b)[A-Z\d])", _roman),
)
