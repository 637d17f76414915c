"""A season or a school year by the last figures of its two years: "In 24/25 they won"."""

from __future__ import annotations

from listen.speech.numbers import cardinal, digits
from listen.speech.rules import Here, Rule, Said, whole, words
from listen.speech.writing import patterns as re

_WHEN = words("in since during until before after throughout")
_NAMED = words(
    "season seasons campaign campaigns term terms budget budgets championship edition winter academic "
    "financial fiscal tax school title"
)


def _years(m: re.Match[str], here: Here) -> Said | None:
    if (int(m["a"]) + 1) % 100 != int(m["b"]):
        return None
    before, after = here.before(m.start()).lower(), here.after(m.end()).lower()
    if not (after in _NAMED or (before in _WHEN and after not in ("of", "inch", "inches", "in"))):
        return None
    said = (
        cardinal(int(f)) if f[0] != "0" else f"oh {'oh' if f == '00' else digits(f[1])}"
        for f in (m["a"], m["b"])
    )
    return whole(m, " ".join(said))


DIGITS = (Rule(r"(?P<a>\d\d)/(?P<b>\d\d)(?![\w/]|[.,]\d)", _years),)
