"""Addresses of the net: e-mail, URLs, domains, handles, hashtags, file names."""

from __future__ import annotations

from listen.speech.english.capitals.acronyms import COMMON, LETTERWISE
from listen.speech.english.capitals.spelling import say_capitals, spell
from listen.speech.numbers import cardinal, digits, ordinal, pairs
from listen.speech.rules import Here, Rule, Said, silent, table, whole, words
from listen.speech.writing import patterns as re
from listen.speech.writing import unspoken

_SPOKEN = table(
    """
    .=dot | /=slash | -=dash | _=underscore | @=at | :=colon | &=ampersand | #=hash | ?=question mark |
    +=plus | %=percent | ~=tilde
    """
) | {"=": "equals"}
_TLDS = (
    "com|org|net|edu|gov|mil|int|info|biz|io|ai|tv|fm|co|uk|us|eu|de|fr|it|es|nl|ie|ca|au|nz|in|jp|cn|ru|ua|ch|at|"
    "be|se|no|dk|fi|pl|pt|br|mx|za|il|ae|sg|hk|kr|tr|gr|cz|hu|ro|me|ly|app|dev|xyz|news|blog|shop|online|site|tech|"
    "media|live|club|store|london|scot|wales|sm|abc|gg|to|ps|ng|ke|network|digital|cloud|agency|design|studio|academy|"
    "solutions|systems|software|foundation|ventures|guru|page|wiki|cafe|photography|consulting|email|technology|"
    "example|community|today|world|games|africa|nyc|berlin|tokyo"
)
_EXTENSIONS = table(
    """
    pdf=P D F | jpg=jay peg | jpeg=jay peg | png=P N G | gif=gif | txt=T X T | doc=doc | docx=doc X |
    xls=X L S | xlsx=X L S X | csv=C S V | zip=zip | exe=E X E | mp3=M P three | mp4=M P four |
    html=H T M L | htm=H T M | js=J S |
    jsx=J S X | tsx=T S X | ts=T S | rb=R B | vue=view | bat=bat |
    py=P Y | json=jason | xml=X M L | md=M D | yml=Y M L |
    yaml=yaml | cfg=C F G | epub=E pub | wav=wav | svg=S V G | ppt=P P T | pptx=P P T X | php=P H P |
    css=C S S | cpp=C P P | java=java | rs=R S | go=go | sh=S H | ini=ini | toml=toml | sql=S Q L |
    dat=dat | bin=bin | tar=tar | gz=G Z | bak=back | rtf=R T F | odt=O D T | avi=A V I | mov=mov |
    mkv=M K V | psd=P S D | jar=jar | conf=conf | iso=I S O |
    log=log | config=config | dll=D L L | apk=A P K | dmg=D M G
    """
)
_STATIONS = re.compile(
    r"(bbc|cnn|nbc|cbs|abc|itv|npr|pbs|ny|la|uk|us|eu|nbc|msn|espn|nfl|nba|nhs)"
    r"(news|sports?|times|post|radio|online|world|live|tv|today|mag|jobs|gov)\Z"
)
"""Labels that begin with letters: "nytimes", "abcnews"."""
_LETTER_AND_WORD = re.compile(r"([bcdfghjklmnpqrstvwxz])(net|pop|mag|mail)\Z")
"""Labels that are a letter and a word: "cnet", "gmail"."""
_NO_SYLLABLE = re.compile(
    r"(?=[a-z]{3,4}\Z)(?:b[^aeiouylrhj]|c[^aeiouylrhz]|d[^aeiouyrwjh]|f[^aeiouylrj]|g[^aeiouylrhnw]|h[^aeiouy]"
    r"|j[^aeiouyh]|k[^aeiouylrhnw]|l[^aeiouyl]|m[^aeiouy]|n[^aeiouyg]|p[^aeiouylrhst]|q[^u]|r[^aeiouyh]"
    r"|t[^aeiouyrhswz]|v[^aeiouylr]|w[^aeiouyrh]|x[^aeiouy]|z[^aeiouylwh])"
)
"""Short labels that begin as no syllable does are said letter by letter: "wbez", "kqed"."""
_WORDY = words(
    """
    com org net edu gov mil int info biz app dev news blog shop online site tech media live club store
    london co scot wales me
    """
)  # fmt: skip
_PLAIN_NAMES = words("go my we do up on be so he me")
"""Names of two letters that are words: "pkg.go.dev"."""
_PARTS = re.compile(r"[A-Z]{2,}(?![a-z])|[A-Z](?=[A-Z][a-z])|[A-Z]?[a-zß-öø-ÿ]+|[A-Z]+|\d+|[^\W\d_]+|.")
_VOWEL = re.compile(r"[aeiouyAEIOUYà-ÿ]")


_ORDERED = re.compile(
    r"(?P<n>[2-9]?(?:1(?=st)|2(?=nd)|3(?=rd))|[2-9]?[04-9](?=th)|1\d(?=th))"
    r"(?:(?:nd|rd)(?![\W\d_])|(?:st|nd|rd|th)(?=[b-df-hj-np-qstv-xzB-DF-HJ-NP-QSTV-XZ-]|\Z))"
)
"""An ordinal that a label begins with: "4thwavenews", no "5things" and no "1stop"."""
_TITLES = table("Mr=Mister | Mrs=Missus | Dr=Doctor | St=Saint | Mt=Mount")
"""Before a name in one word with it: "MrBeast", "StPauli"."""
_SAINT_AFTER = words("fc sc sv the visit mount explore discover in of at old fort port city")
"""Before a saint inside of one word: "VisitStLucia"; elsewhere "St" may be a street."""


def _is_title(part: str, before: str, then: str) -> bool:
    if part not in _TITLES or not then.istitle():
        return False
    return part != "St" or not before or before.lower() in _SAINT_AFTER


def chunk(text: str, last: bool = False) -> str:
    """One label of an address: words as words, what has no vowel as letters, figures one by one."""
    if ordered := _ORDERED.match(text):
        return f"{ordinal(int(ordered['n']))} {chunk(text[ordered.end() :], last)}".rstrip()
    said = []
    parts = _PARTS.findall(text)
    for before, part, then in zip(["", *parts], parts, [*parts[1:], ""], strict=False):
        if _is_title(part, before, then):
            said.append(_TITLES[part])
        elif part.isdecimal():
            said.append(cardinal(int(part)) if len(part) < 3 and part[0] != "0" else digits(part))
        elif part in _SPOKEN:
            said.append(_SPOKEN[part])
        elif not part.isalnum():
            continue
        elif part.isupper() and last and part.lower() in _WORDY:
            said.append(part.lower())
        elif part.isupper() and len(part) > 1:
            said.append(say_capitals(part, False))
        elif lettered := _lettered(part):
            said.append(lettered)
        elif not _VOWEL.search(part) or len(part) == 1:
            said.append(part if not part.isascii() or part == "a" else spell(part))
        elif len(part) == 2 == len(text) and last and part.lower() not in _WORDY:
            said.append(spell(part))
        else:
            said.append(part)
    return " ".join(said)


def _lettered(part: str) -> str:
    """Return how a label is said that is letters, or letters and a word; "" where it is a word."""
    if part == "json":
        return "jason"
    known = _STATIONS.match(part) or _LETTER_AND_WORD.match(part)
    if known:
        return f"{spell(known[1])} {known[2]}"
    return spell(part) if _NO_SYLLABLE.match(part) else ""


def _host(text: str) -> str:
    labels = text.split(".")
    office = labels[-2].upper() if labels[-1].lower() in ("gov", "mil", "int") and len(labels) > 1 else ""
    if office in LETTERWISE and office.lower() not in COMMON:  # usa.gov, ssa.gov
        return (
            f"{_host('.'.join(labels[:-2]))} dot " * (len(labels) > 2)
            + f"{spell(office)} dot {labels[-1].lower()}"
        )
    return " dot ".join(
        chunk(label, i > 0 and i >= len(labels) - 2 and not (label in _PLAIN_NAMES and i < len(labels) - 1))
        for i, label in enumerate(labels)
    )


def _path(text: str) -> str:
    """Return what follows the host: slashes and dashes are said."""
    said = []
    for part in re.split(r"([/?#=&+%~:.@_-])", text):
        if not part:
            continue
        if part in _SPOKEN:
            said.append(_SPOKEN[part])
        elif part.lower() in _EXTENSIONS and said and said[-1] == "dot":
            said.append(_EXTENSIONS[part.lower()])
        else:
            said.append(chunk(part))
    return " ".join(said)


_SAID_WHOLE = 80
"""Characters of an address that stands alone and is read as it is written."""
_SAID_PATH = 24
"""Characters of a path that a listener may follow and remember."""
_KEY = re.compile(
    r"/[\w-]*(?:\d[A-Za-z]{1,9}\d|\d{5})[\w-]*"
    r"|/(?=[A-Za-z]{0,9}\d)(?=[\w-]{0,9}(?:\d[a-z]|[a-z][A-Z]))[\w-]{5,12}\Z"
)
"""A part of a path that is a key or a number rather than words."""
_COUNTER = re.compile(r"(?i)^(?:www|click|links?|email|e|go|track|trk|lnk|l|m|amp|mobile)\.(?=[^/.]+\.)")
"""Names in front of a site's own, of servers that count who comes."""


def _url(m: re.Match[str], here: Here) -> Said | None:
    said = []
    scheme = m["scheme"]
    alone = m.start() == 0 and m.end() == len(here.text)
    if scheme and (alone or scheme.lower() == "file"):
        said.append(f"{spell(scheme) if scheme != 'file' else 'file'} colon slash slash")
    rest = m["rest"].rstrip(".,;:!?)'\"’”")
    if (alone and len(rest) <= _SAID_WHOLE) or here.whole:
        shown = rest
    else:  # nobody reads out a query, nor a long path: the site's name
        shown = _COUNTER.sub("", re.split(r"[?#]", rest)[0].rstrip("/"))
        if len(shown.partition("/")[2]) > _SAID_PATH or _KEY.search(shown):
            shown = shown.partition("/")[0]
    host, slash, path = shown.partition("/")
    if host:
        said.append(_host(host))
    if slash:
        said.append(_path(f"/{path}"))
    start = m.start()
    return Said(((" ".join(said), start, m.start("rest") + len(rest)),), m.start("rest") + len(rest))


def _mail(m: re.Match[str], here: Here) -> Said | None:
    words = f"{_path(m['user'])} at {_host(m['host'])}"
    if m["path"]:
        words += f" {_path(m['path'])}"
    return whole(m, words)


def _domain(m: re.Match[str], here: Here) -> Said | None:
    words = _host(m["host"])
    if m["path"]:
        path = m["path"].rstrip(".,;:!?)'\"’”")
        end = m.start("path") + len(path)
        if (len(path) <= _SAID_PATH and not _KEY.search(path)) or here.whole:
            words += f" {_path(path)}"
        return Said(((words, m.start(), end),), end)
    if m["s"]:
        words += "'s"
    return whole(m, words)


def _file(m: re.Match[str], here: Here) -> Said | None:
    return whole(m, f"{_path(m['name'])} dot {_EXTENSIONS[m['ext'].lower()]}")


def _call(m: re.Match[str], here: Here) -> Said | None:
    """ "os.path.join()": its words, the underscores silent."""
    names = [
        " ".join(
            chunk(part)
            for part in (name.lower() if "_" in name and name.isupper() else name).split("_")
            if part
        )
        for name in m["name"].split(".")
    ]
    return whole(m, " dot ".join(names))


def _handle(m: re.Match[str], here: Here) -> Said | None:
    return whole(m, f"at {_tagged(m['name'])}")


_COLOURED = re.compile(r"\b(?:colou?r(?:s|ed)?|hex|shade|tint|background|foreground|palette)\b", re.I)


def _colour(m: re.Match[str], here: Here) -> Said | None:
    """ "the color #FF5733": its figures one by one."""
    code = m["code"]
    near = here.before(m.start()) if code.isdecimal() or code.isalpha() else here.around(m.start(), m.end())
    if not _COLOURED.search(near):
        return None
    return whole(m, f"hash {' '.join(digits(c) if c.isdecimal() else c for c in code.upper())}")


def _hashtag(m: re.Match[str], here: Here) -> Said | None:
    return whole(m, f"hashtag {_tagged(m['name'])}")


_HANDLE_TAIL = re.compile(r"(?<=[A-Z]{2})(?=(?:gov|news|sports?|hq|online|live|politics|world)\Z)")
""" "@CDCgov", "@BBCnews": letters and a word."""


def _tagged(name: str) -> str:
    """Words of a camel-cased tag; letters and figures as they are said."""
    said = []
    head, _, tail = _HANDLE_TAIL.sub(" ", name).partition(" ")
    if tail:
        return f"{say_capitals(head, False)} {tail}"
    parts = _PARTS.findall(name)
    for before, part, then in zip(["", *parts], parts, [*parts[1:], ""], strict=False):
        if _is_title(part, before, then):
            said.append(_TITLES[part])
        elif part.isdecimal():
            said.append(_tag_number(part))
        elif part.isupper() and len(part) > 1:
            said.append(say_capitals(part, False))
        elif part == "_":
            said.append("underscore")
        elif lettered := _lettered(part):
            said.append(lettered)
        elif part.isalnum():
            said.append(part)
    return " ".join(said)


def _tag_number(text: str) -> str:
    from listen.speech.numbers import year

    if len(text) == 4 and text[:2] in ("19", "20"):
        return year(int(text))
    return cardinal(int(text)) if len(text) <= 3 and text[0] != "0" else digits(text)


_HOST_BEFORE = re.compile(rf"(?:\blocalhost|\.(?:{_TLDS})|\d(?:\.\d{{1,3}}){{3}})\Z", re.I)


def _port(m: re.Match[str], here: Here) -> Said | None:
    """ "localhost:8080": where on a machine."""
    if not _HOST_BEFORE.search(here.text, max(0, m.start() - 16), m.start() - 1):
        return None
    n = m["n"]
    said = digits(n) if len(n) == 5 else cardinal(int(n)) if n.endswith("000") else pairs(n)
    return whole(m, said)


def _on_disk(m: re.Match[str], here: Here) -> Said | None:
    """ "/etc/unbound/unbound.conf": where a file lies on a machine; none with a key or a hash in it."""
    if any(unspoken.at(part, 0) for part in m["path"].split("/") if part):
        return None
    return whole(m, _path(m["path"]))


def _suffix(m: re.Match[str], here: Here) -> Said | None:
    return whole(m, f"dot {chunk(m['tld'], True)}")


_HOST = rf"(?:[A-Za-z0-9][A-Za-z0-9-]{{0,62}}\.){{1,8}}(?:{_TLDS})"
_URL = Rule(r"(?:(?P<scheme>https?|ftp|file)://|(?=www\.))(?P<rest>[^\s<>\"”]+)", _url, re.I)
_MAIL = Rule(
    r"(?P<user>[A-Za-z0-9][\w.+&-]{0,64})@(?P<host>[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{0,62}[A-Za-z0-9]){1,8})(?P<path>/[\w/.-]{0,200}\w)?",
    _mail,
)
_CALL = Rule(r"(?P<name>[A-Za-z_]\w{0,40}(?:\.[A-Za-z_]\w{0,40}){1,5})(?=\()", _call)
"""A function of a program: "os.path.join()"."""
_FILE = Rule(
    rf"(?P<name>[A-Za-z0-9][\w-]{{0,80}}(?:\.[A-Za-z][\w-]{{1,40}}){{0,3}})\."
    rf"(?P<ext>{'|'.join(_EXTENSIONS)}|{'|'.join(e.upper() for e in _EXTENSIONS)})(?!\w|\.\w)",
    _file,
)
_DOMAIN = Rule(rf"(?P<host>{_HOST})(?![\w@]|\.\w)(?P<path>/[^\s<>\"”,;]*)?(?P<s>['’]s)?", _domain, re.I)
_MORE_TLDS = "work|art|ee|cc|link|space|social|pub|team|zone|land|life|fun|host|chat|build|tools|money|law"
"""Ends of addresses that are words too: told by the path behind them."""


def _told_by_path(m: re.Match[str], here: Here) -> Said | None:
    """ "plants.work/start"; no "fair pay.life/work balance", whose writer left out a space."""
    name, _, end = m["host"].rpartition(".")
    path = m["path"][1:].rstrip(".!?:)")
    if name in COMMON and end in COMMON and path in COMMON and here.before(m.start()).lower() not in _LEADS:
        return None
    return _domain(m, here)


_LEADS = words("at on to via from visit see")
_WITH_PATH = Rule(
    rf"(?P<host>(?:[a-z0-9][a-z0-9-]{{1,62}}\.){{1,4}}(?:{_MORE_TLDS}))(?P<path>/@?[a-z0-9][^\s<>\"”,;]*)(?P<s>(?!))?",
    _told_by_path,
)
_MEMBER = Rule(
    r"(?P<name>(?:self|cls|os|np|pd|sys|console|window|document|process|module|math)(?:\.[A-Za-z_]\w{1,40}){1,3})(?![\w(]|\.\w)",
    _call,
)
"""What a program's thing has: "self.name"."""
_IDENTIFIER = Rule(
    r"(?=[A-Za-z_]\w{1,40}\.)(?P<name>(?!(?:Mr|Mrs|Ms|Dr|St|PH|Ph|No|vs|Inc)\.)(?:"
    r"(?=[a-z._\d]{0,80}[A-Z_\d])[A-Za-z_]\w{1,40}(?:\.[A-Za-z_]\w{1,40}){1,4}\.(?:[A-Za-z_]\w{1,40}|\d{1,4}|[B-HJ-Z])"
    r"|[A-Za-z_]\w{1,40}\.(?:[A-Z][a-z]\w{0,20}[A-Z]\w{0,30}|[A-Z]{1,20}_[A-Z_]{1,30}|[a-z]{1,20}_\w{1,30}"
    r"|(?<=[a-z]\.)[B-HJ-Z](?=[,;:)]|\.?\Z|\s[a-z]))))(?![\w(]|\.\w)",
    _call,
)
"""Names of a program's parts, by three of them or by their shape: "java.util.List", "Filecoder.C"."""
PROGRAMMED = re.compile(
    r"\b(?:files?|modules?|class(?:es)?|functions?|methods?|packages?|scripts?|propert(?:y|ies)|objects?|imports?"
    r"|librar(?:y|ies)|variables?|config\w*|commands?|extensions?|director(?:y|ies)|folders?|repos?|API|code|const|def|var)\b"
    r"|[`_={};]|\(\)|\w\([\"']"
)
"""Beside these a full stop between small letters joins names of a program."""


BEGIN = words(
    "and but so then the a an i we they he she it you this that there here if when in on at for not no"
)
"""Words that begin a sentence whose writer left out the space."""


def _dotted(m: re.Match[str], here: Here) -> Said | None:
    """ "mercurial.pycompat", "user.suffix": names, where a program is told of; no sentence ends there."""
    names = m.group().split(".")
    near = here.text[max(0, m.start() - 80) : m.end() + 80]
    sentence = any(name in COMMON for name in names[1:]) or not names[-1].islower()
    if sentence and not PROGRAMMED.search(near):
        return None
    if any(name.lower() in BEGIN for name in names[1:]):
        return None
    return _call(m, here)


_DOTTED = Rule(
    r"(?P<name>[a-z_](?:[a-z0-9_]{1,40}|(?=\.[a-z_]{2,40}\.[a-z]))(?:\.(?:[a-z_][A-Za-z0-9_]{1,40}|[A-Z][a-z]+[A-Z]\w{0,40}|[A-Z]{3,20})){1,4}(?:\.[a-z])?)(?=(?!\.\w)[^\w@/]|\Z)",
    _dotted,
)
LETTERS = (_URL, _MAIL, _CALL, _DOMAIN, _WITH_PATH, _FILE, _MEMBER, _IDENTIFIER, _DOTTED)
DIGITS = (Rule(r"(?<=\w:)(?P<n>\d{2,5})(?![\w:]|[.,]\d)", _port), _MAIL, _DOMAIN, _FILE)
SYMBOLS = (
    Rule(
        r"\*\.(?P<names>(?:[a-z]\w{0,15}\.){0,2})(?P<tld>[a-z]\w{0,9})(?!\w)",
        lambda m, h: whole(
            m,
            f"star dot {m['names'].replace('.', ' dot ')}{_EXTENSIONS.get(m['tld']) or chunk(m['tld'])}",
        ),
    ),
    Rule(r"(?<![\w/.)])(?P<path>~?(?:/(?=[\w-]*[A-Za-z])[\w-]+(?:\.[\w-]+)*){2,12}/?)(?![\w/])", _on_disk),
    Rule(
        r"/(?<![^\s(“\"‘'].)(?P<path>srv|usr|etc|tmp|mnt|opt|var|dev|lib|bin|sbin|proc)(?=[\s.,;:)”\"’]|\Z)(?!\.\w)",
        lambda m, h: whole(m, _path(m.group())),  # a folder at a disk's root: under /srv
    ),
    Rule(r"@(?P<name>[A-Za-z_]\w*)", _handle),
    Rule(r"(?<!\w)#(?P<code>[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})(?!\w)", _colour),
    Rule(r"(?<!\w)#(?=(?:CVE|CWE|RFC|PEP|GHSA|ISO)-\d{2,5}(?!\w))", silent),  # #CVE-2024-30001
    Rule(r"(?<![\w#])##?(?![A-Z]{2,6}-\d{3})(?P<name>(?=\w*[^\W\d_])\w++)(?!#)", _hashtag),
    Rule(
        r"(?<![\w.])\.(?P<tld>[a-z][a-z0-9]{1,11})(?=\s(?:files?|extensions?|formats?|folders?|suffix)\b)",
        lambda m, h: None if m["tld"] in COMMON else _suffix(m, h),  # a .razor file
    ),
    Rule(rf"(?<![\w.…])\.(?P<tld>{_TLDS}|{'|'.join(_EXTENSIONS)})(?!\w)", _suffix, re.I),
)
