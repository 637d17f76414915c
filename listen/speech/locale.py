"""British or American? The article's language tag, its site and its writing decide, in this order.

Writing is spelling first, then places, institutions, dates, titles, telephone numbers and money. Where
nothing
tells, the voice that will read decides.
"""

from __future__ import annotations

from functools import lru_cache

from listen.speech.rules import words
from listen.speech.writing import patterns as re

_BRITISH_SITES = words(
    """
    bbc.com bbc.co.uk theguardian.com guardian.co.uk thetimes.com thetimes.co.uk telegraph.co.uk
    independent.co.uk ft.com economist.com news.sky.com sky.com reuters.com dailymail.com spectator.com
    newstatesman.com irishtimes.com rte.ie abc.net.au smh.com.au theage.com.au stuff.co.nz
    nzherald.co.nz thehindu.com indianexpress.com timesofindia.com hindustantimes.com straitstimes.com
    scmp.com aljazeera.com dw.com france24.com thejournal.ie theconversation.com nature.com
    newscientist.com middleeasteye.net euronews.com politico.eu euractiv.com
    """
)
_AMERICAN_SITES = words(
    """
    nytimes.com washingtonpost.com cnn.com nbcnews.com cbsnews.com abcnews.go.com foxnews.com npr.org
    apnews.com wsj.com usatoday.com latimes.com bloomberg.com politico.com axios.com thehill.com
    theatlantic.com newyorker.com vox.com time.com newsweek.com businessinsider.com forbes.com wired.com
    theverge.com techcrunch.com arstechnica.com propublica.org bostonglobe.com chicagotribune.com
    huffpost.com slate.com salon.com espn.com cnbc.com pbs.org nypost.com thedailybeast.com reason.com
    vice.com buzzfeed.com medium.com
    """
)
_BRITISH_NAMES = words("guardian telegraph bbc sky economist times-uk irish mirror")
_BRITISH_DOMAINS = ("uk", "ie", "au", "nz", "in", "za", "sg", "hk", "my", "ke", "ng", "pk", "eu")
_AMERICAN_DOMAINS = ("us", "gov", "edu", "mil")
_BRITISH_TAGS = ("gb", "uk", "ie", "au", "nz", "in", "za", "sg", "hk", "mt", "jm", "ke", "ng")
_AMERICAN_TAGS = ("us", "ca", "ph", "pr")
_BRITISH = (
    r"\b(?:\w+(?:isation|ising|ised|yse[ds]?|ysing)|(?:colour|favour|labour|honour|neighbour|behaviour|rumour"
    r"|harbour|flavour|humour|vapour|endeavour)\w*|(?:centre|theatre|metre|litre|fibre|calibre)s?|defence"
    r"|offence"
    r"|licence|programmes?|cheque|tyres?|travell\w+|cancell(?:ed|ing)|modell\w+|labell\w+|fuell\w+|grey"
    r"|whilst|aluminium"
    r"|plough|sceptic\w*|mum|kerb|pyjamas|storey|ageing|per cent|learnt|catalogue|analogue|dialogue)\b"
)
_AMERICAN = (
    r"\b(?:\w+(?:ization|yze[ds]?|yzing)|(?:color|favor|labor|honor|neighbor|behavior|rumor|harbor|flavor"
    r"|humor"
    r"|vapor|endeavor)(?:s|ed|ing|ful|able|ite|ites|hood)?|(?:center|theater|meter|liter|fiber|caliber)s?"
    r"|defense|offense"
    r"|traveled|traveling|canceled|canceling|modeled|labeled|fueled|gray|aluminum|plow|skeptic\w*|mom|program"
    r"|curb|aging|percent|catalog|analog|gotten|sidewalk|downtown|apartment)\b"
)
_BRITISH_VOICES = ("en-gb", "en-au", "en-nz", "en-ie", "en-in", "en-za", "en-sc")
_AMERICAN_PLACES = (
    r"\b(?:Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii"
    r"|Idaho|Illinois"
    r"|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maryland|Massachusetts|Michigan|Minnesota|Mississippi"
    r"|Missouri|Montana"
    r"|Nebraska|Nevada|New Jersey|New Mexico|New York|Carolina|Dakota|Ohio|Oklahoma|Oregon|Pennsylvania"
    r"|Tennessee"
    r"|Texas|Utah|Vermont|Virginia|Wisconsin|Wyoming|Chicago|Los Angeles|Boston|Seattle|Philadelphia"
    r"|Houston|U\.S\.)"
)
_BRITISH_PLACES = (
    r"\b(?:England|Scotland|Wales|Britain|British|Northern Ireland|London|Manchester|Birmingham|Liverpool"
    r"|Leeds|Glasgow"
    r"|Edinburgh|Cardiff|Belfast|Bristol|Sheffield|Yorkshire|Lancashire|Kent|Essex|Surrey|Sussex|Cornwall"
    r"|Dublin|Ireland"
    r"|Australian?|Sydney|Melbourne|Queensland|New Zealand|UK|U\.K\.)\b"
)
_AMERICAN_LIFE = (
    r"\b(?:GOP|Republicans?|Democrats?|Medicare|Medicaid|sheriff|NFL|NBA|MLB|FDA|FBI|IRS|401\(k\)|ZIP code"
    r"|high school"
    r"|college football|freshman|sophomore|Thanksgiving|Fourth of July|Social Security|(?:AP)\))"
    r"|\(\d{3}\)\s\d{3}-\d{4}|\b[A-Z]{2}\s\d{5}\b|°F\b"
)
_BRITISH_LIFE = (
    r"\b(?:NHS|MPs?|Tory|Tories|Labour|Lib Dems?|Whitehall|Downing Street|Ofsted|GCSEs?|A-levels?|pence"
    r"|quid|bank holiday"
    r"|council tax|HMRC|BBC|Westminster|High Street|postcode|solicitor|fortnight|Premier League|GST)\b"
    r"|\b\d{1,3}p\b"
)
_POUNDS = r"£\d"
_DOLLARS = r"(?<![A-Z])\$\d"
_STATES = (
    r"\b[A-Z][\w.'’-]+,\s(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn"
    r"|Miss|Mo|Mont"
    r"|Neb|Nev|N\.H|N\.J|N\.M|N\.Y|N\.C|N\.D|Okla|Ore|Pa|R\.I|S\.C|S\.D|Tenn|Tex|Vt|Va|Wash|W\.\s?Va|Wis"
    r"|Wyo)\."
)
_MONTHS = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_SHORT_DATES = r"\b(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.\s\d{1,2}\b"
_MONTH_FIRST = rf"\b{_MONTHS}\s\d{{1,2}}\b"
_DAY_FIRST = rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{_MONTHS}\b"
_DOTTED_TITLES = r"\b(?:Mr|Mrs|Ms|Dr)\.\s[A-Z]"
_BARE_TITLES = r"\b(?:Mr|Mrs|Ms|Dr)\s[A-Z]"


def locale(article_lang: str, site: str = "", sample_text: str = "", voice_lang: str = "en-US") -> str:
    """A BCP 47 tag: the language, and for English always `en-GB` or `en-US`.

    `site`: address or name of the publication; `sample_text`: as much of the article as there is;
    `voice_lang`: the language of the voice that will read, which decides where nothing else tells. An
    unknown language is taken for English.
    """
    tag = article_lang.replace("_", "-").strip()
    language, _, rest = tag.lower().partition("-")
    if language not in ("en", "und", "", "mul", "zxx"):
        return tag
    region = rest.split("-")[-1] if rest else ""
    if region in _BRITISH_TAGS:
        return "en-GB"
    by_site = _by_site(site.lower().strip())
    if region in _AMERICAN_TAGS:
        # en-US is what many content systems write everywhere: a British site knows better.
        return by_site if by_site == "en-GB" and _by_spelling(sample_text) > 0 else "en-US"
    if by_site:
        return by_site
    told = _by_spelling(sample_text)
    if told:
        return "en-US" if told < 0 else "en-GB"
    return "en-GB" if voice_lang.lower().startswith(_BRITISH_VOICES) else "en-US"


@lru_cache(maxsize=256)
def _by_site(site: str) -> str:
    """ "en-GB", "en-US", or "" where the publication is unknown."""
    from urllib.parse import urlsplit

    host = ""
    if "." in site and " " not in site:
        try:
            host = urlsplit(site if "//" in site else f"//{site}").hostname or ""
        except ValueError:  # not an address after all
            host = ""
    if not host:
        first = site.removeprefix("the ").split(" ")[0]
        return "en-GB" if first in _BRITISH_NAMES else ""
    parts = host.split(".")
    for i in range(len(parts) - 1):
        name = ".".join(parts[i:])
        if name in _BRITISH_SITES:
            return "en-GB"
        if name in _AMERICAN_SITES:
            return "en-US"
    if parts[-1] in _BRITISH_DOMAINS:
        return "en-GB"
    return "en-US" if parts[-1] in _AMERICAN_DOMAINS else ""


def _by_spelling(text: str) -> int:
    """More than 0: British; less: American. Spelling counts by the word; money, dates and titles, which
    travel, only so far."""
    sample = text[:20_000]

    def count(pattern: str, flags: int = 0) -> int:
        return len(re.findall(pattern, sample, flags))

    british = count(_BRITISH, re.I) + count(_POUNDS) + min(count(_DAY_FIRST), 2) + min(count(_BARE_TITLES), 2)
    american = count(_AMERICAN, re.I) + 2 * count(_STATES) + 2 * min(count(_SHORT_DATES), 2)
    british += min(count(_BRITISH_PLACES) // 2, 3) + min(count(_BRITISH_LIFE), 3)
    american += min(count(_AMERICAN_PLACES) // 2, 3) + min(count(_AMERICAN_LIFE), 3)
    american += min(count(_MONTH_FIRST), 2) + min(count(_DOTTED_TITLES), 2) + min(count(_DOLLARS) // 2, 2)
    return british - american
