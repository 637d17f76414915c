"""Names of files and of a program's parts: "notes.pdf", "/etc/hosts", "os.path.join()", "self.name"."""

from __future__ import annotations

from listen.speech.english.addresses.web_words import EXTENSIONS, label_words, path_words
from listen.speech.english.capitals.acronyms import COMMON
from listen.speech.rules import Here, Rule, Said, whole, words
from listen.speech.writing import patterns as re
from listen.speech.writing import unspoken


def _file(m: re.Match[str], here: Here) -> Said | None:
    return whole(m, f"{path_words(m['name'])} dot {EXTENSIONS[m['ext'].lower()]}")


def _call(m: re.Match[str], here: Here) -> Said | None:
    """ "os.path.join()": its words, the underscores silent."""
    names = [
        " ".join(
            label_words(part)
            for part in (name.lower() if "_" in name and name.isupper() else name).split("_")
            if part
        )
        for name in m["name"].split(".")
    ]
    return whole(m, " dot ".join(names))


def _on_disk(m: re.Match[str], here: Here) -> Said | None:
    """ "/etc/unbound/unbound.conf": where a file lies on a machine; none with a key or a hash in it."""
    if any(unspoken.at(part, 0) for part in m["path"].split("/") if part):
        return None
    return whole(m, path_words(m["path"]))


CALL = Rule(r"(?P<name>[A-Za-z_]\w{0,40}(?:\.[A-Za-z_]\w{0,40}){1,5})(?=\()", _call)
"""A function of a program: "os.path.join()"."""
FILE = Rule(
    rf"(?P<name>[A-Za-z0-9][\w-]{{0,80}}(?:\.[A-Za-z][\w-]{{1,40}}){{0,3}})\."
    rf"(?P<ext>{'|'.join(EXTENSIONS)}|{'|'.join(e.upper() for e in EXTENSIONS)})(?!\w|\.\w)",
    _file,
)
MEMBER = Rule(
    r"(?P<name>(?:self|cls|os|np|pd|sys|console|window|document|process|module|math)(?:\.[A-Za-z_]\w{1,40}){1,3})(?![\w(]|\.\w)",
    _call,
)
"""What a program's thing has: "self.name"."""
IDENTIFIER = Rule(
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


DOTTED = Rule(
    r"(?P<name>[a-z_](?:[a-z0-9_]{1,40}|(?=\.[a-z_]{2,40}\.[a-z]))(?:\.(?:[a-z_][A-Za-z0-9_]{1,40}|[A-Z][a-z]+[A-Z]\w{0,40}|[A-Z]{3,20})){1,4}(?:\.[a-z])?)(?=(?!\.\w)[^\w@/]|\Z)",
    _dotted,
)
PATHS = (
    Rule(r"(?<![\w/.)])(?P<path>~?(?:/(?=[\w-]*[A-Za-z])[\w-]+(?:\.[\w-]+)*){2,12}/?)(?![\w/])", _on_disk),
    Rule(
        r"/(?<![^\s(“\"‘'].)(?P<path>srv|usr|etc|tmp|mnt|opt|var|dev|lib|bin|sbin|proc)(?=[\s.,;:)”\"’]|\Z)(?!\.\w)",
        lambda m, h: whole(m, path_words(m.group())),  # a folder at a disk's root: under /srv
    ),
)
