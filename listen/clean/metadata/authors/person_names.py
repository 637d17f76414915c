"""This module says whether words are a person's name, and a name without what stands around it."""

import re
from functools import lru_cache

from listen.clean.dom.nouns import Page
from listen.clean.metadata.titles import words as bare

_UNSPACED = re.compile(r"[\u3400-\u9fff々]{2,5}|[\uac00-\ud7a3]{2,4}|[\u3040-\u30ff\u3400-\u9fff々・]{3,12}")
_NO_NAME = re.compile(
    r"\A(?:admin|administrator|webmaster|undefined|"
    r"スポンサー.*|広告|sponsored.*|advertisement|advertorial|anzeige|werbung|"
    r"publicidad|publicité|no author|tweet this|share this|"
    r"null|none|unknown|guest|user|author|editor|staff|team|root|"
    r"wordpress|written by|test|\w+ admin|default|"
    r"anonymous|n/a|super ?user|web ?team|site ?admin|contributor|"
    r"marketing|(?:written|reviewed|posted|published|edited) by|view more posts|contributors?|"
    r"live ?stream|kontakt(?:daten)? .*|hilfe(?: .*)?|abone ol|takip et|"
    r"(?:alle |weitere |mehr )?(?:storys|stories|beiträge|artikel|nachrichten|meldungen)|"
    r"(?:tous les |todos los )?(?:articles|artículos)|"
    r"(?:view|see|afficher|voir|ver|visualizza|mostra) (?:my|mon|mi|il mio) .*|"
    r"(?:mein|mon|my|mi) profile?|(?:forum )?moderator(?:in)?|"
    r"(?:advertiser |affiliate )?disclosure|editorial (?:policy|guidelines|process))\Z|"
    r"https?:|www\.|@|[\d_]{3,}|\.(?:com|net|org|io)\b|\A\w+\.\w+\.\w+",
    re.I,
)
_OF_PICTURE = re.compile(r"\W*(?:image|photo|picture|pic|foto|bild|crédit photo)s?\s?:", re.I)
"""How the credit of a picture begins, which some data has among the authors."""
NOT_A_NAME = re.compile(
    r"\b(?:all|more|view|posts?|articles?|about|bio|profile|read|see|full|our|the|authors?|by|here|team|press|"
    r"news|download|blog|home|last|tweet|share|follow|modified|updated|published|posted|released|reviewed|us|me|you)\b",
    re.I,
)
LOWER_NAME = re.compile(r"\A[a-z0-9._-]+\Z")
PERSON = re.compile(
    r"(?:(?:Univ\.-Prof|Prof|PD|Dr|Mag|Ing|Dipl\.-[A-Z][a-z]{1,5}|med|phil|jur|rer|nat|vet|h\. ?c)\.? ){0,5}"
    r"(?:[^\W\d_a-z][\w'’-]+(?: [A-Z]\.)*+|[A-Z]\.(?: ?[A-Z]\.)*+)"
    r"(?: (?:de|van|von|den|der|la|del|da|dos)){0,2}(?: [^\W\d_a-z][\w'’-]+){1,2}\Z"
)
DEGREE = re.compile(
    r"(?:M\.?D|D\.?O|D\.?D\.?S|D\.?M\.?D|D\.?V\.?M|V\.?M\.?D|D\.?C|D\.?P\.?T|D\.?Sc|Ph\.?\s?D|Ed\.?D|Psy\.?D|J\.?D|LL\.?[BM]|M\.?B\.?A|"
    r"M\.?P\.?H|M\.?[AS]|M\.?Sc|M\.?Ed|B\.?[AS]|B\.?Sc|R\.?N|R\.?D\.?N?|N\.?P|L\.?D|P\.?T|L\.?V\.?T|V\.?T\.?S|B\.?S\.?N|M\.?S\.?N|"
    r"APRN|FNP|LCSW|LMFT|LPC|LMT|CNM|CDN|CDCES|CSCS|CPT|CPA|CFP|CFA|CISSP|PMP|FAND|FOMA|FA(?:C|A)[A-Z]{1,3}|DAB[A-Z]{1,3}|DAC[A-Z]{1,3}|"
    r"E?-?RYT(?:[- ]\d{3})?|Esq|Jr|Sr|I{2,3}|IV)\.?(?: ?\([\w ]{2,20}\))?(?: FA[A-Z]{2,4})?"
)
"""A degree, a licence, or what tells a son from his father."""
_DEGREES = re.compile(rf"(?:, ?(?:{DEGREE.pattern})){{1,8}}\Z")
NAME = re.compile(r"\A[^\W\d_][\w.'’\-]*(?:,? +(?:[^\W\d_][\w.'’\-]*|&)){1,7}\Z")
SMALL = frozenset(
    ["the", "of", "and", "for", "de", "la", "von", "van", "der", "den", "du", "da", "di", "del", "y", "e",
     "und", "et", "bin", "al", "el", "dos", "das", "le", "ten", "zu", "zum", "af", "av",
     "with", "at", "mit", "in", "med", "phil", "jur", "rer", "nat", "vet"]
)  # fmt: skip
"""Words in small letters that names of people and papers have."""
_BEFORE = re.compile(
    r"\A\W*(?:(?:written |posted |published |reviewed )?by|"
    r"(?:eingestellt |erstellt |verfasst |gepostet )?vo[nm]|par|por|author|autor(?:/in|in)?|interview|text|"
    r"(?:view |see |read )?(?:all |more )(?:posts|articles|stories|entries) (?:by|from|of)|"
    r"(?:zeige |zeig |mehr |weitere )?(?:alle )?(?:beiträge|artikel|posts) von|"
    r"(?:voir )?tous les (?:articles|messages|billets) (?:de|par)|(?:ver )?todas las entradas (?:de|por)|"
    r"(?:vedi )?tutti gli articoli di|alle berichten van|(?:more|also) (?:by|from)|"
    r"(?:(?:von|by|par|por|door|di) )?unsere[mnr]? (?:[\w-]{1,20} )?"
    r"(?:redakteur|reporter|mitarbeiter|korrespondent|autor)(?:in)?)"
    r"\s*:?\s+",
    re.I,
)
"""What links and lines to an author's page say before the name."""
_BEHIND = re.compile(
    r"\s*(?:→|»|›|(?i:\b(?:follow(?:ing)?|folgen|seguir|suivre|veröffentlicht am))|"
    r"\b(?:am|vor|le|el|il|um|à|on|at))\s*\Z"
)
"""What stands behind a name in such lines: a button, or the beginning of a day."""
_LEGAL_FORM = re.compile(
    r"\b(?:GmbH|AG|KG|e\.\s?V\.|eG|Inc|LLC|Ltd|PLC|S\.?A\.?S?|S\.r\.l|Corp(?:oration)?|B\.?V|Pty)(?!\w)|"
    r"©|\bcopyright\b|\brights reserved\b|alle rechte",
    re.I,
)
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)*\.(?:[a-z]{2}|com|net|org|info|news|online|blog|tv|eu)\Z", re.I)
ORGANISATION = re.compile(
    r"\b(?:magazine?|zeitung|nachrichten|wirtschaftsnachrichten|news(?:room|desk)?|deutschland|österreich|schweiz|amt|"
    r"family|kreuz|presse?|press|hora|direkt|online|kitchens?|clubs?|verein|verband|bundes\w+|bund|media|medien|radio|"
    r"tv|times|post|herald|tribune|journal|blog|institute?|universit\w+|hochschule|clinic|klinik|hospital|foundation|"
    r"stiftung|minister\w+|department\w*|departement|redaktion|redacción|redazione|rédaction|redactie|agency|agentur|"
    r"consortium|academy|akademie|group|gruppe|services?|solutions|consult(?:ing|ants?)|law|legal|dental|designs?|books?|properties|realty|photography|center|centre|zentrum|feuerwehr\w*|abteilung|"
    r"partei|gewerkschaft|authority|association|coalition|council|federation|ministry|team|staff|editors?|editorial|company|studios?|shop|store|portal|wiki|community)\b",
    re.I,
)
"""Words that are in the names of papers, offices and firms, and hardly in those of people."""
# A role behind a full name: “Ann Pascoe, Post Columnist”, “Ann Pascoe Founder”, “Ann Pascoe - Post Team”.
_ROLE_NAME = (
    r"(?:Founder|Co-?[Ff]ounder|CEO|CTO|President|Editor|Reporter|Writer|Columnist|Correspondent|Journalist|Contributor|"
    r"Coordinator|Manager|Director|Strategist|Analyst|Producer)\b"
)
_OFFICE = re.compile(rf"\s{_ROLE_NAME}\Z")
"""Two words that are an office: “Staff Writer”."""
_ROLE = re.compile(
    rf"\s+(?:(?:Senior|Staff|Contributing|Managing|Associate|Assistant|Chief|Guest|Content|Deputy)\s(?:\w+\s){{0,2}})?{_ROLE_NAME}"
    rf"|(?:\s*[,(–—|]\s*|\s+-\s+)(?:[\w&.'’]+\s+){{0,3}}?(?:{_ROLE_NAME}|Staff\b|Team\b)"
)


# What follows a name in the same line.
TAIL = re.compile(
    r"(?:(?<!\s)\s++)?(?:[|•·–—/●∙⋅・]|"
    r"\b(?:(?:am|le|el|il|op|den|on|em)\s)?(?:(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|(?:lun|mar|mercre|jeu|vendre|same)di|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:maan|dins|woens|donder|vrij|zater|zon)dag)\b|"
    r"(?:[.,;]\s)?\b(?:fotos?|photos?|фото|bild(?:er)?|illustrationen|illustrations?)(?::| von | by )|"
    r"\b(?:avec|with|mit|con|com|met) (?:l['’]|the |la |el |der |die )?(?-i:[A-Z]{2,6}|dpa|epd|kna|sda)\b|"
    r"(?:(?<=\w)[.,;]|(?<=[\w.,;]))\s"
    r"(?:photograph(?:s|y|ien?)|pictures?|video|translat(?:ed|ion)|übersetz(?:t|ung)|traduit|traducción|"
    r"traduzione|edited|illustrated|(?:fact-?\s?)?checked|reviewed)(?::| von | by | par | por | di )|"
    r"(?<=\w)\s(?:e-?mail\b|view (?:all|bio|profile|more)\b|see (?:all|full|more)\b)|"
    r"\bon\b|\bat\b|\bin\b|\bupdated\b|\bpublished\b|\bposted\b|\bfor\b|(?:,\s*+)?\b(?:jan(?:uary)?|feb(?:ruary)?|"
    r"mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\W+\d|"
    r"\d|\(|,\s*(?:staff|senior|contributing|reporter|editor|writer|correspondent)).*",
    re.I | re.S,
)
_LONGEST = 200
"""Characters of a list of names."""
_QUOTED = re.compile(r"\A[\"“„«‘']([^\"“”„«»‘’']{2,90})[\"”“»’']\Z")
"""A name with quotation marks around the whole of it; a nickname's stand inside."""


def good(name: str, site: str, stated: bool = False) -> bool:
    """Return whether it may be an author's name; `stated` where the page's data says so, not only its
    print.
    """
    if not (1 if stated else 2) < len(name) < 90 or not any(map(str.isalpha, name)):
        return False
    # Data may name an author by an account; what is printed has to look like a name.
    if not stated and (LOWER_NAME.match(name) or name.islower()):
        return False
    if _OF_PICTURE.match(name):
        return False
    label = _NO_NAME.search(name)
    if label and (" " not in name.strip() or label.group() == name):
        return False
    if re.search(r"https?:|@|\{|\}|<|undefined", name):
        return False
    return stated or ((not site or bare(name) != bare(site)) and not is_sentence(name))


def is_sentence(name: str) -> bool:
    """Return whether words with capitals among them have a verb or the like: “selbst ist der Mann”."""
    small = [word for word in name.split() if word.isalpha() and word.islower() and word not in SMALL]
    return bool(small) and len(name.split()) > 2 and not name.islower()


@lru_cache(maxsize=1024)
def tidy(name: str) -> str:
    """A name without “By” before and a role behind it; as it is if it is too long for one."""
    if len(name) > _LONGEST:
        return name
    # A template that writes its data as JSON twice leaves the quotation marks in it.
    name = _BEHIND.sub("", _BEFORE.sub("", _QUOTED.sub(r"\1", name.strip()))).strip(" ,;:|•·-–—\t")
    half = name[: len(name) // 2]
    if len(half) > 2 and f"{half} {half}" == name:
        return half  # shown once for each width of screen
    for role in _ROLE.finditer(name):
        if PERSON.match(before := name[: role.start()]):
            return before
    return name


def is_company(name: str) -> bool:
    """Return whether a name is a firm's, by its legal form, or an address: whoever wrote the page, that did
    not.
    """
    return _LEGAL_FORM.search(name) is not None or _DOMAIN.fullmatch(name.strip()) is not None


def is_person(name: str) -> bool:
    """Return whether words look like a person's full name, degrees behind it aside."""
    name = _DEGREES.sub("", name)
    return PERSON.match(name) is not None and not NOT_A_NAME.search(name) and not _OFFICE.search(name)


def unspaced(name: str) -> bool:
    """Return whether words may be a name in a script that sets no spaces between a person's names."""
    return _UNSPACED.fullmatch(name) is not None


def proper(name: str, page: Page) -> bool:
    """Return whether the page writes none of the words with a small letter, as it would if they were not
    names.
    """
    long = [re.escape(w.lower()) for w in name.split() if len(w) > 2 and w[0].isupper()]
    small = re.compile(rf"\b(?:{'|'.join(long)})\b")
    return not long or not any(small.search(c.text) for c in page.candidates)
