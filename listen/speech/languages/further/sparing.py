"""The grammar of a language whose voice reads plain numbers: sums, units, short forms, times in words.

What no rule knows goes to the voice as it stands, as in `plain.py`.
"""

from __future__ import annotations

from listen.speech.languages.further.plain import PLAIN
from listen.speech.languages.further.tongue import Noun, Tongue
from listen.speech.rules import Here, Rule, Said, whole
from listen.speech.writing import patterns as re

_ABROAD = r"(?<![\w)])\+(?P<n>\d{1,3}[ -]?\(?\d{2,4}\)?(?:[ -]\d{2,4}){0,4}[ -](?:\d{4}|\d\d))(?![\w-])"
"""A number of a telephone abroad: its groups stay apart."""
_SIGNS = {"½": "1/2", "¼": "1/4", "¾": "3/4"}
_FIGURE_NEXT = re.compile(r"[.\s]{0,3}\d")


class Sparing:
    """The grammar of one of these languages."""

    def __init__(self, tongue: Tongue) -> None:
        self._tongue = tongue
        short = tongue.abbreviations
        self.triggers = tongue.triggers | {re.split(r"[.\s/-]", key)[0].lower() for key in short}
        point = re.escape(tongue.point)
        whole_part = rf"\d{{1,3}}(?:{tongue.group}\d{{3}})+(?!\d)|\d+"
        self._number = rf"(?P<a>{whole_part})(?:{point}(?P<d>\d+))?"
        upto = rf"(?:\s?[-–—−]\s?(?P<b>{whole_part})(?:{point}(?P<e>\d+))?)?"
        self._nouns = {k.replace("²", "2").replace("³", "3"): noun for k, noun in tongue.nouns.items()}
        self._nouns |= tongue.nouns
        keys = "|".join(re.escape(key) for key in sorted(self._nouns, key=len, reverse=True))
        scales = "|".join(map(re.escape, sorted(sorted(tongue.scales), key=len, reverse=True))) or r"(?!)"
        scale = rf"(?:\s?(?P<scale>{scales})\.?(?!\w))?"
        signs = "|".join(re.escape(sign) for sign in sorted(tongue.signs, key=len, reverse=True))
        ends = r"(?![\w²³/]|\.\w)(?:\.(?=\s[^\W\dA-ZА-ЯІЇЄĄĆĘŁŃÓŚŹŻÅÄÖÇĞİŞÜ]|[,;:)]))?"
        abbreviations = "|".join(
            re.escape(key).replace(r"\ ", r"\s?") for key in sorted(short, key=len, reverse=True)
        )
        self.letters = (
            *tongue.letters,
            Rule(rf"(?P<short>{abbreviations})(?:(?!\w)|(?<=[.:])(?=\d))", self._abbreviation),
            *PLAIN.letters,
        )
        stems = "|".join(tongue.stems) or r"(?!)"
        self.digits = (
            *tongue.digits,
            Rule(
                rf"(?P<f>1/[234]|2/3|3/4|[½¼¾])(?![\w/]\d)(?:\s?(?P<unit>{keys}){ends})?(?!\w)", self._share
            ),
            Rule(rf"(?P<n>\d?)(?P<u>[12])(?=\s(?:{stems})(?P<end>\w)(?!\w))", self._feminine),
            Rule(rf"{self._number}{upto}{scale}\s?(?P<unit>{keys}){ends}", self._counted),
            Rule(r"(?P<h>[01]?\d|2[0-4]):(?P<m>[0-5]\d)(?![:\d])", self._time),
            Rule(r"(?P<h>\d{1,3}):(?P<m>\d{1,3})(?![:\w])", lambda m, here: whole(m, f"{m['h']} {m['m']}")),
            Rule(
                rf"(?<![\d-]){self._number}\s?[-–—−]\s?(?P<b>{whole_part})(?:{point}(?P<e>\d+))?(?![\w-])",
                self._range,
            ),
            Rule(rf"(?P<a>{whole_part}){point}(?P<d>\d+)(?![\w.,:]\d|\w)", self._decimal),
            Rule(rf"\d{{1,3}}(?:{tongue.group}\d{{3}})+(?!\d)", lambda m, here: whole(m, _bare(m.group()))),
            *PLAIN.digits,
        )
        percent = (Rule(rf"%\s?{self._number}", self._percent),) if tongue.percent_before else ()
        self.symbols = (
            *tongue.symbols,
            Rule(r"[½¼¾]", self._share_alone),
            Rule(r"§\s?(?=\d)", lambda m, here: whole(m, tongue.section) if tongue.section else None),
            Rule(r"№\s?(?=\d)", lambda m, here: whole(m, tongue.number) if tongue.number else None),
            *percent,
            Rule(rf"(?P<sign>{signs})\s?{self._number}{scale}", self._sum),
            Rule(r"(?<![\w)])[-−–](?=\d)", lambda m, here: whole(m, tongue.minus)),
            Rule(_ABROAD, lambda m, here: whole(m, " ".join((tongue.plus, *re.findall(r"[0-9]+", m["n"]))))),
            Rule(r"(?<![\w)+])\+\s?(?=\d)", lambda m, here: whole(m, tongue.plus)),
            Rule(r"(?<=[\dو])\+(?=\d)", lambda m, here: whole(m, tongue.plus)),
            *PLAIN.symbols,
        )  # fmt: skip

    def _figure(self, a: str, d: str | None) -> str:
        return self._tongue.decimal(_bare(a), d) if d else _bare(a)

    def _abbreviation(self, m: re.Match[str], here: Here) -> Said | None:
        table = self._tongue.abbreviations
        written = re.sub(r"\s+", " ", m["short"])
        said = table.get(written) or next(
            (v for k, v in table.items() if k.replace(" ", "") == written.replace(" ", "")), ""
        )
        if written in self._tongue.before_figures and not _FIGURE_NEXT.match(here.text, m.end()):
            return None
        return whole(m, said) if said else None

    def _share(self, m: re.Match[str], here: Here) -> Said | None:
        """ "3/4 л"."""
        said = self._tongue.shares.get(_SIGNS.get(m["f"], m["f"]))
        if not said:
            return None
        if not m["unit"]:
            return whole(m, said)
        noun = self._nouns[m["unit"]]
        return whole(m, f"{said} {noun.part if self._tongue.stems else noun.one}")

    def _share_alone(self, m: re.Match[str], here: Here) -> Said | None:
        said = self._tongue.shares.get(_SIGNS[m.group()])
        return whole(m, said) if said else None

    def _feminine(self, m: re.Match[str], here: Here) -> Said | None:
        """ "1 минута", "22 недели": not "11 минут"."""
        said = self._tongue.one_two.get(m["u"] + m["end"])
        before = here.text[m.start() - 1 : m.start()]
        if not said or m["n"] == "1" or before.isdecimal() or before in (",", "."):
            return None
        return whole(m, f"{m['n']}0 {said}" if m["n"] else said)

    def _counted(self, m: re.Match[str], here: Here) -> Said | None:
        tongue = self._tongue
        noun = self._nouns[m["unit"]]
        least = self._least(m["a"], m["d"], self._nouns[m["scale"] or m["unit"]])
        low = f"{least} {tongue.to} ".replace("  ", " ") if m["b"] else ""
        amount, parts = (m["b"], m["e"]) if m["b"] else (m["a"], m["d"])
        if m["scale"]:
            scaled = tongue.nouns[m["scale"]]
            said = self._of(amount, parts, scaled.part if parts else "", m["scale"])
            return whole(m, f"{low}{said} {tongue.of_scale(noun)}")
        said = self._of(amount, parts, noun.part if parts else "", m["unit"])
        return whole(m, f"{low}{said}")

    def _least(self, a: str, d: str | None, noun: Noun) -> str:
        """The lower end of a range in the form that its noun wants, the noun itself left to the upper end."""
        if d or noun.gender == "m":
            return self._figure(a, d)  # as the voice reads it
        said = self._tongue.count(_bare(a), noun)
        form = next((f for f in (noun.one, noun.few, noun.many) if said.endswith(f" {f}")), "")
        return said.removesuffix(f" {form}") if form else _bare(a)

    def _of(self, amount: str, parts: str | None, form: str, key: str) -> str:
        coin = self._tongue.coins.get(key)
        if parts and len(parts) == 2 and coin:
            major = self._tongue.count(_bare(amount), self._nouns[key])
            minor = parts.lstrip("0")
            return f"{major} {self._tongue.count(minor, self._tongue.nouns[coin])}" if minor else major
        if parts:
            return f"{self._figure(amount, parts)} {form}"
        return self._tongue.count(_bare(amount), self._nouns[key])

    def _sum(self, m: re.Match[str], here: Here) -> Said | None:
        tongue = self._tongue
        noun = tongue.nouns[tongue.signs[m["sign"]]]
        if m["scale"]:
            scaled = tongue.nouns[m["scale"]]
            said = self._of(m["a"], m["d"], scaled.part if m["d"] else "", m["scale"])
            return whole(m, f"{said} {tongue.of_scale(noun)}")
        return whole(m, self._of(m["a"], m["d"], noun.part if m["d"] else "", tongue.signs[m["sign"]]))

    def _percent(self, m: re.Match[str], here: Here) -> Said | None:
        return whole(m, f"{self._tongue.nouns['%'].one} {self._figure(m['a'], m['d'])}")

    def _time(self, m: re.Match[str], here: Here) -> Said | None:
        minutes = m["m"]
        if minutes == "00":
            return whole(m, str(int(m["h"])))
        return whole(
            m, f"{int(m['h'])} {minutes if minutes[0] != '0' else f'{self._tongue.zero} {minutes[1]}'}"
        )

    def _range(self, m: re.Match[str], here: Here) -> Said | None:
        low, high = self._figure(m["a"], m["d"]), self._figure(m["b"], m["e"])
        falls = float(_bare(m["a"])) >= float(_bare(m["b"]))
        return whole(
            m, f"{low} {high}" if falls or not self._tongue.to else f"{low} {self._tongue.to} {high}"
        )

    def _decimal(self, m: re.Match[str], here: Here) -> Said | None:
        return whole(m, self._figure(m["a"], m["d"]))


def _bare(figures: str) -> str:
    return re.sub(r"[^\d]", "", figures)
