"""Addresses of the net: e-mail, URLs, domains, handles, hashtags, ends of names."""

from __future__ import annotations

from listen.speech.english.addresses.program_names import CALL, DOTTED, FILE, IDENTIFIER, MEMBER, PATHS
from listen.speech.english.addresses.web_words import (
    EXTENSIONS,
    host_words,
    label_words,
    path_words,
    tag_words,
)
from listen.speech.english.capitals.acronyms import COMMON
from listen.speech.english.capitals.spelling import spell
from listen.speech.numbers import cardinal, digits, pairs
from listen.speech.rules import Here, Rule, Said, silent, whole, words
from listen.speech.writing import patterns as re

_TLDS = (
    "com|org|net|edu|gov|mil|int|info|biz|io|ai|tv|fm|co|uk|us|eu|de|fr|it|es|nl|ie|ca|au|nz|in|jp|cn|ru|ua|ch|at|"
    "be|se|no|dk|fi|pl|pt|br|mx|za|il|ae|sg|hk|kr|tr|gr|cz|hu|ro|me|ly|app|dev|xyz|news|blog|shop|online|site|tech|"
    "media|live|club|store|london|scot|wales|sm|abc|gg|to|ps|ng|ke|network|digital|cloud|agency|design|studio|academy|"
    "solutions|systems|software|foundation|ventures|guru|page|wiki|cafe|photography|consulting|email|technology|"
    "example|community|today|world|games|africa|nyc|berlin|tokyo"
)


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
        said.append(host_words(host))
    if slash:
        said.append(path_words(f"/{path}"))
    start = m.start()
    return Said(((" ".join(said), start, m.start("rest") + len(rest)),), m.start("rest") + len(rest))


def _mail(m: re.Match[str], here: Here) -> Said | None:
    words = f"{path_words(m['user'])} at {host_words(m['host'])}"
    if m["path"]:
        words += f" {path_words(m['path'])}"
    return whole(m, words)


def _domain(m: re.Match[str], here: Here) -> Said | None:
    words = host_words(m["host"])
    if m["path"]:
        path = m["path"].rstrip(".,;:!?)'\"’”")
        end = m.start("path") + len(path)
        if (len(path) <= _SAID_PATH and not _KEY.search(path)) or here.whole:
            words += f" {path_words(path)}"
        return Said(((words, m.start(), end),), end)
    if m["s"]:
        words += "'s"
    return whole(m, words)


def _handle(m: re.Match[str], here: Here) -> Said | None:
    return whole(m, f"at {tag_words(m['name'])}")


_COLOURED = re.compile(r"\b(?:colou?r(?:s|ed)?|hex|shade|tint|background|foreground|palette)\b", re.I)


def _colour(m: re.Match[str], here: Here) -> Said | None:
    """ "the color #FF5733": its figures one by one."""
    code = m["code"]
    near = here.before(m.start()) if code.isdecimal() or code.isalpha() else here.around(m.start(), m.end())
    if not _COLOURED.search(near):
        return None
    return whole(m, f"hash {' '.join(digits(c) if c.isdecimal() else c for c in code.upper())}")


def _hashtag(m: re.Match[str], here: Here) -> Said | None:
    return whole(m, f"hashtag {tag_words(m['name'])}")


_HOST_BEFORE = re.compile(rf"(?:\blocalhost|\.(?:{_TLDS})|\d(?:\.\d{{1,3}}){{3}})\Z", re.I)


def _port(m: re.Match[str], here: Here) -> Said | None:
    """ "localhost:8080": where on a machine."""
    if not _HOST_BEFORE.search(here.text, max(0, m.start() - 16), m.start() - 1):
        return None
    n = m["n"]
    said = digits(n) if len(n) == 5 else cardinal(int(n)) if n.endswith("000") else pairs(n)
    return whole(m, said)


def _suffix(m: re.Match[str], here: Here) -> Said | None:
    return whole(m, f"dot {label_words(m['tld'], True)}")


_HOST = rf"(?:[A-Za-z0-9][A-Za-z0-9-]{{0,62}}\.){{1,8}}(?:{_TLDS})"
_URL = Rule(r"(?:(?P<scheme>https?|ftp|file)://|(?=www\.))(?P<rest>[^\s<>\"”]+)", _url, re.I)
_MAIL = Rule(
    r"(?P<user>[A-Za-z0-9][\w.+&-]{0,64})@(?P<host>[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{0,62}[A-Za-z0-9]){1,8})(?P<path>/[\w/.-]{0,200}\w)?",
    _mail,
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


LETTERS = (_URL, _MAIL, CALL, _DOMAIN, _WITH_PATH, FILE, MEMBER, IDENTIFIER, DOTTED)
DIGITS = (Rule(r"(?<=\w:)(?P<n>\d{2,5})(?![\w:]|[.,]\d)", _port), _MAIL, _DOMAIN, FILE)
SYMBOLS = (
    Rule(
        r"\*\.(?P<names>(?:[a-z]\w{0,15}\.){0,2})(?P<tld>[a-z]\w{0,9})(?!\w)",
        lambda m, h: whole(
            m,
            f"star dot {m['names'].replace('.', ' dot ')}{EXTENSIONS.get(m['tld']) or label_words(m['tld'])}",
        ),
    ),
    *PATHS,
    Rule(r"@(?P<name>[A-Za-z_]\w*)", _handle),
    Rule(r"(?<!\w)#(?P<code>[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})(?!\w)", _colour),
    Rule(r"(?<!\w)#(?=(?:CVE|CWE|RFC|PEP|GHSA|ISO)-\d{2,5}(?!\w))", silent),  # #CVE-2024-30001
    Rule(r"(?<![\w#])##?(?![A-Z]{2,6}-\d{3})(?P<name>(?=\w*[^\W\d_])\w++)(?!#)", _hashtag),
    Rule(
        r"(?<![\w.])\.(?P<tld>[a-z][a-z0-9]{1,11})(?=\s(?:files?|extensions?|formats?|folders?|suffix)\b)",
        lambda m, h: None if m["tld"] in COMMON else _suffix(m, h),  # a .razor file
    ),
    Rule(rf"(?<![\w.…])\.(?P<tld>{_TLDS}|{'|'.join(EXTENSIONS)})(?!\w)", _suffix, re.I),
)
