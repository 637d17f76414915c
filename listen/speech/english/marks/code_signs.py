"""Signs and names that only programs have: "init.d", "@neg.register", "{% if x %}", "foo(i - 1)"."""

from __future__ import annotations

from listen.speech.english.quantities.amounts import number
from listen.speech.numbers import cardinal, digits
from listen.speech.rules import Here, Rule, Said, silent, whole, words
from listen.speech.writing import patterns as re


def _directory(m: re.Match[str], here: Here) -> Said | None:
    """ "init.d", "sudoers.d": a folder of settings."""
    return whole(m, f"{m['name']} dot D")


def _marked(m: re.Match[str], here: Here) -> Said | None:
    """ "@neg.register", "@app.route": what stands above a function of a program."""
    return whole(m, f"at {m['name'].replace('_', ' ').replace('.', ' dot ')}")


_CODE = re.compile(r"[(=;{}]|\breturn\b|\brange\b")


def _less(m: re.Match[str], here: Here) -> Said | None:
    """ "n - 1", "foo(i - 1)"."""
    near = here.text[max(0, m.start() - 40) : m.end() + 40]
    return whole(m, "minus") if _CODE.search(near) else None


def _names(m: re.Match[str], here: Here) -> Said | None:
    """ "Symbol.toStringTag"."""
    inner = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", m["b"])
    return whole(m, f"{m['a']} dot {inner}")


_VERSIONED = frozenset(("the", "a", "this", "new", "latest", "changed", "current", "old", "of", "to", "from"))


def _machine(m: re.Match[str], here: Here) -> Said | None:
    """ "m5.xlarge", "c6gd.2xlarge": the kind and size of a rented computer."""
    kind = " ".join(
        cardinal(int(p)) if p.isdecimal() else p.upper() for p in re.findall(r"\d|[a-z]", m["kind"])
    )
    size = f"{cardinal(int(m['n']))} X large" if m["n"] else m["size"].replace("xlarge", "X large")
    return whole(m, f"{kind} dot {size}")


def _squared_name(m: re.Match[str], here: Here) -> Said | None:
    """ "(ISC)²"."""
    if here.text[m.start() - 1 : m.start()] != "(":
        return None
    power = "squared" if m["power"] == "²" else "cubed"
    return Said(((f"{' '.join(m['w'])} {power}", m.start() - 1, m.end()),), m.end())


LETTERS = (
    Rule(  # a[i-1]
        r"(?P<w>[h-mt])(?P<s>[-−+])(?P<k>\d)(?<=\[\w.\d)(?=\])",
        lambda m, h: whole(m, f"{m['w'].upper()} {'plus' if m['s'] == '+' else 'minus'} {digits(m['k'])}"),
    ),
    Rule(r"(?P<w>[A-Z]{2,5})\)(?P<power>[²³])(?!\w)", _squared_name),
    Rule(
        r"(?P<kind>[a-z]{1,3}\d[a-z]{0,3})\.(?:(?P<n>\d{1,2})xlarge|(?P<size>x?large|medium|small|micro|nano|metal))(?!\w)",
        _machine,
    ),
    Rule(r"[A-Z][a-z]{1,30}\.[A-Z][a-z]{1,30}(?=;|\s\{|\s?\Z)", lambda m, h: _room(m, h)),
    Rule(r"(?P<name>init|cron|conf|sudoers|profile|rc|modules|sources|sites|hooks)\.d(?![\w])", _directory),
    Rule(
        r"v\.(?=\s\d{1,3}(?:\.\d{1,3}){0,2}(?![\w.]))",
        lambda m, h: whole(m, "version") if h.before(m.start()).lower() in _VERSIONED else None,
    ),
    Rule(r"(?P<a>[A-Z][a-z]{2,20})\.(?P<b>[a-z]{1,20}[A-Z]\w{0,30})(?![\w(]|\.\w)", _names),
    Rule(
        r"(?P<a>Object|Array|Number|String|Promise|React|JSON|Date|Symbol|Reflect|Map|Set|Logger)\."
        r"(?P<b>[a-z]{2,20})(?![\w(.])(?=\s(?:comparison|method|function|call|check|hook|API|operator)\b)",
        lambda m, h: whole(m, f"{m['a']} dot {m['b']}"),
    ),
)


def _member(m: re.Match[str], here: Here) -> Said | None:
    """ "theObject.make = 1": what a program's thing has."""
    return whole(m, f"{m['a']} dot {m['b']}") if _CODE.search(here.around(m.start(), m.end())) else None


_TOLD_AFTER = (
    "it|it's|it’s|and|but|he|she|they|we|you|which|who|that|the|a|an|this|these|so|or|if|with|because|even|not"
    "|making|like|are|is|was|were|has|have|had|will|would|can|could|including|especially|particularly|then|yet|just"
)


def _set(m: re.Match[str], here: Here) -> Said | None:
    """ "x := 5": the colon, passed over as a stop, is the sign's."""
    return Said((("is set to", m.start() - 1, m.end()),), m.end())


_RANKED = re.compile(r"#\d{1,4}\s?\Z")


def _ranks(m: re.Match[str], here: Here) -> Said | None:
    """ "#1-#3": from one number to another."""
    return whole(m, "to") if _RANKED.search(here.text, max(0, m.start() - 6), m.start()) else None


_OF_SIGNS = re.compile(r"\b(?:[Uu]s(?:e|es|ing)|[Tt]he|[Tt]yp(?:e|ing)|[Ww]ith|called|named)\s\Z")


def _starred(m: re.Match[str], here: Here) -> Said | None:
    """ "use ** with a dict", "the * operator": a sign that is talked about."""
    told = _OF_SIGNS.search(here.text, max(0, m.start() - 8), m.start())
    return whole(m, " ".join(["star"] * len(m.group()))) if told else None


SYMBOLS = (
    Rule(r"\*{1,2}(?=\s[a-z])", _starred),
    Rule(r"\*{1,2}(?=(?:kw)?args\b)", lambda m, h: whole(m, " ".join(["star"] * len(m.group())))),
    Rule(  # char* is bytes
        r"\*(?:(?<=\bchar\*)|(?<=\bvoid\*)|(?<=\bint\*)|(?<=\bFILE\*)|(?<=_t\*))(?![\w*])",
        lambda m, h: whole(m, "star"),
    ),
    Rule(r"[-–]\s?(?=#\d)", _ranks),
    Rule(  # what a compiler is told
        r"#(?=(?:include|define|undef|ifdef|ifndef|elif|endif|pragma)(?!\w))", lambda m, h: whole(m, "hash")
    ),
    Rule(r"=(?<=:=)(?=\s?[\w\"'“(\[{-])", _set),
    Rule(r"['’]s(?<=\)..)(?![\w'’])", silent),  # a word in brackets (like this)'s
    Rule(r"&c\.(?=\s[a-z]|[,;:)])|&c(?![\w])", lambda m, h: whole(m, "et cetera")),
    Rule(r"\A[$#](?=\s[a-z][\w-]{1,15}\s\S{0,60}[_/=])", silent),  # a shell's prompt
    Rule(
        r"\+(?P<n>9[67]\d|35\d|37\d|38\d|42\d|88\d)(?=\s[A-Z][a-z])",
        lambda m, h: whole(m, f"plus {digits(m['n'])}"),  # what is dialled for a country
    ),
    Rule(  # U+0000–U+007F, 0x00-0x7F
        r"[-–](?<=[\dA-F][-–])(?=(?:U\+[\dA-F]{4}|0x[\dA-F]{2}))", lambda m, h: whole(m, "to")
    ),
    Rule(r"~(?=/[\w.])", lambda m, h: whole(m, "tilde")),  # ~/src
    Rule(r"&(?=(?:self|mut|str)(?!\w))", silent),  # &str
    Rule(rf"–(?<=[a-z]–)(?=(?:{_TOLD_AFTER})(?![\w–]))", lambda m, h: whole(m, ",")),  # a dash of a sentence
    Rule(r"@(?P<name>[a-z_]{2,20}(?:\.[a-z_]{2,20}){1,3})(?![\w@.])", _marked),
    Rule(r"\{%-?\s?|\s?-?%\}", silent),
    Rule(r"[-−](?<=\b[b-z]\s[-−])(?=\s\d{1,3}(?!\w))", _less),
    Rule(r"[-−](?<=\breturn\s[-−])(?=\w)", lambda m, h: whole(m, "minus")),
    Rule(r"\([+−–-]\)(?=[,.;\s]|\Z)", lambda m, h: silent(m, h) if "deletion" in h.text else None),
)
_COLOURED = re.compile(r"\b(?:[Cc]olou?rs?|[Bb]ackground|[Hh]ex|shades?|CSS|palette|border|fill)\b")


def _colour(m: re.Match[str], here: Here) -> Said | None:
    """ "#0f7ebe", "color: #fff": a colour, no subject; "#abc" and "#333" may be others."""
    code = m["h"]
    sure = len(code) == 6 and re.search(r"\d", code) and re.search(r"[a-fA-F]", code)
    if not sure and len(set(code)) > 1:
        return None
    if not sure and not _COLOURED.search(here.text[max(0, m.start() - 40) : m.end() + 20]):
        return None
    return whole(m, f"hash {' '.join(digits(c) if c.isdecimal() else c.upper() for c in code)}")


COLOURS = (Rule(r"#(?P<h>[0-9a-fA-F]{6}|[0-9a-fA-F]{3})(?!\w)", _colour),)


def _room(m: re.Match[str], here: Here) -> Said | None:
    """ "using System.Text;": where a program takes its names from."""
    return whole(m, m.group().replace(".", " dot ")) if here.before(m.start()) in _TAKES else None


_TAKES = words("using import namespace package from")
_TIMES = re.compile(r"[=+(]")


def _product(m: re.Match[str], here: Here) -> Said | None:
    """ "z + d·2s", "F = m·a": times, beside other signs of a formula."""
    if not _TIMES.search(here.text, max(0, m.start() - 20), m.start()):
        return None
    factor = f" {cardinal(int(m['n']))} {m['v'].upper()}" if m["n"] else ""
    return whole(m, f"times{factor}")


PRODUCTS = (
    Rule(
        r"[·⋅](?<=(?<![A-Za-z])[A-Za-z\d][·⋅])"
        r"(?:(?P<n>\d)(?P<v>[a-z])(?!\w)|(?=[A-Za-z](?!\w)|\d))",
        _product,
    ),
)
_QUERY = re.compile(r"\b(?:SELECT|FROM|WHERE|JOIN|ON|AND|SET|GROUP BY|ORDER BY)\b")


def _column(m: re.Match[str], here: Here) -> Said | None:
    """ "o.user_id = u.id": a column of a table in a query."""
    if not _QUERY.search(here.text, max(0, m.start() - 60), m.end() + 40):
        return None
    return whole(m, f"{m['a'].upper()} dot {m['b'].replace('_', ' ')}")


MEMBERS = (
    Rule(r"(?P<a>[a-z])\.(?P<b>[a-z][a-z_]{1,30})(?![\w(]|\.\w)", _column),
    Rule(
        r"(?P<a>(?!i[PMOTC]|e[BS])[a-z]{1,12}[A-Z]\w{0,30})\.(?P<b>[a-z]\w{1,30})(?![\w(]|\.\w)",
        _member,
    ),
)
DIGITS = (
    Rule(
        r"(?P<a>\d{1,9}(?:\.\d{1,6})?)\.\.(?P<b>\d{1,9}(?:\.\d{1,6})?)(?![\w.])",
        lambda m, h: whole(m, f"{number(m['a'], h.british)} to {number(m['b'], h.british)}"),  # 0..10
    ),
)
