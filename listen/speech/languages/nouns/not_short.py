"""This module tells initials and verbs from short forms and units: "Franklin D. Roosevelt", "ha subido"."""

from __future__ import annotations

from listen.speech.languages.nouns.counted import LABELS
from listen.speech.rules import Here, words
from listen.speech.writing import patterns as re

_TITLES = words("Sr Excmo Ilmo Illmo Exmo Rey Rei Infante")
"""Words with a capital behind which "D." is "don"."""
_NO_NAMES = words(
    """
    Ayer Hoy Según Para Con Por Como Cuando Y Pero Señor Que Asimismo Ontem Hoje Segundo Mas Quando El La Los
    """
)
"""Words that begin a sentence and are no names."""
_SINGULAR = words("el la lo il l dal dall nel nell del dell al all en desde hasta en canal o a")
"""Words before a figure that counts nothing: a year, a channel, a share."""


def is_initial(m: re.Match[str], here: Here) -> bool:
    """Return whether a short form of one letter stands between names."""
    before = here.before(m.start())
    return (
        before[:1].isupper()
        and before not in _TITLES | _NO_NAMES
        and here.text[m.start() - 1 : m.start()] == " "
        and (len(before) > 2 or before.isupper())
        and here.text[: m.start() - 1].rstrip()[-1:] not in ("?", "!", ":")
        and re.match(r"\s[A-ZÀ-Ý]", here.text[m.end() : m.end() + 2]) is not None
        and not (here.text[m.start() - 2 : m.start() - 1] == "." and len(before) > 2)
    )


def is_verb(m: re.Match[str], here: Here, behind: str) -> bool:
    """Return whether a unit is a verb here, by what stands behind (a pattern) or before the figure."""
    if re.match(behind, here.text[m.end() : m.end() + 40]):
        return True
    before = here.before(m.start()).replace("’", "'").rpartition("'")[2]
    led = before.lower() in _SINGULAR | LABELS or (before[:1].isupper() and m.start() > len(before) + 1)
    return led and not m["d"] and re.match(r"\s[^\W\d_]", here.text[m.end() : m.end() + 2]) is not None
