"""Names with full stops that end no sentence: ".gitignore", "like .instructions", "Meziantou.Analyzer"."""

from __future__ import annotations

from listen.speech.english import week
from listen.speech.english.addresses.program_names import BEGIN, PROGRAMMED
from listen.speech.english.addresses.web_words import label_words
from listen.speech.english.capitals.acronyms import COMMON
from listen.speech.english.months import MONTHS
from listen.speech.english.short_forms import abbreviations, honorifics, numbered, streets
from listen.speech.rules import Here, Rule, Said, whole, words
from listen.speech.writing import patterns as re

_HIDDEN = (
    "gitignore|gitattributes|gitmodules|env|bashrc|bash_profile|zshrc|profile|htaccess|vimrc|npmrc|dockerignore|"
    "editorconfig|eslintrc|ssh|git|config"
)
_FOLDERS = "(?:github|gitlab|vscode|circleci|idea|cache|local|venv|aws|kube|docker|next|claude|cursor)"
"""Names of files and folders that are told by a dot in front."""


def _hidden(m: re.Match[str], here: Here) -> Said | None:
    """ ".gitignore", "~/.ssh"."""
    return whole(m, f"dot {m['name'].replace('_', ' ')}")


_LED = words(
    "the a an to of in from with by into via under called named using your my our its their this that"
)
"""Behind these no sentence ends, so that a full stop begins the next word."""
_ARTICLES = words("the a an your my our its their this")


def _own_member(m: re.Match[str], here: Here) -> Said | None:
    """ "case .select", "append(.marker)", "like .instructions": a name that begins with its full stop."""
    near = here.text[max(0, m.start() - 80) : m.end() + 80]
    name, before = m["name"], here.before(m.start()).lower()
    called = here.text[m.end() : m.end() + 1] == "("
    told = (
        before in _ARTICLES
        or m["rest"]  # .spec.os.name
        or here.text[m.start() - 2 : m.start()] == ", "
        or (PROGRAMMED.search(near) is not None and name not in COMMON)
    )
    led = before in _LED and name not in COMMON and name not in BEGIN
    if not (led or (told and name not in BEGIN) or (called and PROGRAMMED.search(near))):
        return None
    return whole(m, " ".join(f"dot {_spaced(part)}" for part in m.group()[1:].split(".")))


def _spaced(name: str) -> str:
    return " ".join(label_words(part) for part in name.split("_") if part)


_SHORT = frozenset(
    (
        *abbreviations.TRIGGERS,
        *honorifics.TRIGGERS,
        *numbered.TRIGGERS,
        *streets.TRIGGERS,
        *week.WORDS,
        *(month.lower() for month in MONTHS),
        *(month[:3].lower() for month in MONTHS),
    )
)
"""What has a full stop for itself: "Mrs.Smith", "Fig.Two"."""
_HEADS = words(
    """
    abstract introduction background method methods results conclusion conclusions discussion
    objective objectives purpose aim aims design setting participants interventions measurements
    summary update updates advertisement analysis description overview note notes findings
    interpretation funding importance exposure limitations context wow yes thanks sorry hello hey
    okay sure great nice perfect congratulations wrong right correct true false done exactly
    politics sports sport business world opinion tech technology entertainment lifestyle health
    science culture travel video photos exclusive breaking news local weather absolutely warning
    caution tip tips example features benefits pros cons ingredients directions instructions
    """
)
"""What a sentence by itself, or the head of a paragraph, may be: "Results.Patients were asked"."""
_BEGINS = re.compile(r"(?:\A|\n|\|\s|[.!?]\s)\s{0,3}(?:\d{1,3}[.)]\s|[•*–—-]\s)?\Z")
_TAKES = re.compile(
    r"\b(?:extends|implements|using|import|imports|package|namespace|class|called|named|install|library|library,|framework)\s\Z"
)
_AROUND = re.compile(r"[\"'“‘(\[`]\Z")
_CLOSES = re.compile(r"[\"'”’)\]`]")


def _named(m: re.Match[str], here: Here) -> Said | None:
    """ "Meziantou.Analyzer finds more": a name where no sentence can end, unlike "in Paris.Macron"."""
    parts = [part.lower() for part in m["name"].split(".")]
    if any(part in COMMON or part in BEGIN or part in _SHORT for part in parts) or parts[0] in _HEADS:
        return None
    before = here.text[max(0, m.start() - 24) : m.start()]
    alone = _AROUND.search(before) and _CLOSES.match(here.text, m.end())
    if not (alone or _BEGINS.search(before) or _TAKES.search(before)):
        return None
    return whole(m, " dot ".join(label_words(part) for part in m["name"].split(".")))


def _titled(m: re.Match[str], here: Here) -> Said | None:
    """ "A.Word.A.Day": a title whose full stops stand for spaces."""
    parts = m.group().split(".")
    if any(part.lower() in _SHORT for part in parts if len(part) > 1):
        return None  # Mrs.A.Smith
    whole_words = sum(len(part) > 1 for part in parts)
    return whole(m, " ".join(parts)) if whole_words > 1 and ("A" in parts or "I" in parts) else None


LETTERS = (
    Rule(r"(?:(?:[A-Z][a-z]{1,15}|A|I)\.){2,8}[A-Z][a-z]{1,15}(?![\w(]|\.\w)", _titled),
    Rule(r"(?P<name>[A-Z][a-z]{2,20}\.[A-Z][a-z]{2,20})(?![\w(@/-]|\.\w|['’](?!s\b))", _named),
)
SYMBOLS = (
    Rule(rf"(?<![\w.])\.(?P<name>{_HIDDEN}|{_FOLDERS}(?=/))(?!\w)", _hidden),
    Rule(
        r"\.(?<=[\s()\[\]{=?]\.)(?P<name>[a-z][A-Za-z_]{2,40}|[A-Z][a-z]+[A-Z]\w{0,30})(?P<rest>(?:\.[a-z][A-Za-z_]{1,40}){0,4})(?!\w)",
        _own_member,
    ),
)
