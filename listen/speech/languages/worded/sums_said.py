"""Sums of money, shares and what is counted, in the order in which one of these languages says them."""

from __future__ import annotations

from listen.speech.languages.traits import Language
from listen.speech.languages.worded.written_forms import before_noun
from listen.speech.rules import Here, Said, whole
from listen.speech.writing import patterns as re

_YEAR = re.compile(r"(?:19|20)\d\d")
_SUM = re.compile(r"\s(?:\d{3}|\d{1,3}[.,]\d)")
"""Behind a sign that belongs to the sum after it, when a year stands before it."""
WHOLE_SCALES = frozenset(("mil", "mila", "mille", "tausend", "duizend"))
"""Scales that are numbers and no nouns: "200 mil dólares", "200 milhões de dólares"."""


class Sums:
    """Says in one language figures with what they count."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def figure(self, whole_part: str, decimals: str | None) -> str:
        """A number as the engine should read it: separators out, the decimal sign in words."""
        plain = re.sub(r"[.,'’\s\u00a0\u202f]", "", whole_part)
        if decimals is None:
            return plain
        if self._language.spell_decimals or decimals[0] == "0":
            decimals = " ".join(decimals)
        return f"{plain} {self._language.comma} {decimals}"

    def range(self, m: re.Match[str]) -> str:
        low = self.figure(m["a"], m["d"])
        return f"{low} {self._language.to} {self.figure(m['b'], m['e'])}" if m["b"] else low

    def money(self, m: re.Match[str], here: Here) -> Said | None:
        if m.group()[-1] in "€$£" and _YEAR.fullmatch(m["a"]) and _SUM.match(here.text, m.end()):
            return None  # "begin 2000 € 90.000"
        per = m.groupdict().get("per")
        said = self.sum(m)
        return whole(m, f"{said} {self._language.per[per]}" if per else said)

    def sum(self, m: re.Match[str]) -> str:
        one, many, cent = self._language.currencies[m["sign"]]
        scale = self._language.magnitudes[m["scale"]] if m["scale"] else ""
        if scale:
            of = " " if scale in WHOLE_SCALES else before_noun(self._language.scaled_of, many)
            return f"{self.range(m)} {self.counted(m, scale)}{of}{many}"
        if m["d"] and len(m["d"]) == 2 and not m["b"]:
            amount = self.figure(m["a"], None)
            major = f"{amount} {one if self._language.single(amount) else many}"
            minor = m["d"].lstrip("0")
            if amount == "0" and minor:
                return f"{minor} {cent}"
            return f"{major}{self._language.marks.coins}{minor}" if minor else major
        single = self._language.single(m["a"]) and not m["b"] and (not m["d"] or bool(self._language.elides))
        return f"{self.range(m)} {one if single else many}"

    def permille(self, m: re.Match[str], here: Here) -> Said | None:
        return whole(m, f"{self.range(m)} {self._language.marks.permille}")

    def percent(self, m: re.Match[str], here: Here) -> Said | None:
        return whole(m, f"{self.range(m)} {self._language.percent}")

    def counted(self, m: re.Match[str], many: str) -> str:
        """The unit's word as its number wants it."""
        one = m["a"] == "1" and not m["d"]
        if self._language.elides and m["a"] in ("0", "1"):  # French: below two is one, "0 degré"
            one = True
        return self._language.singular(many) if one and not m["b"] else many
