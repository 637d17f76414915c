"""Laws and judgments: "§§ 12–15", "42 U.S.C. § 1983", "347 U.S. 483"."""

from __future__ import annotations

from listen.speech.english.addresses.postal import PRESS
from listen.speech.numbers import cardinal, digits, ordinal, pairs
from listen.speech.rules import Here, Rule, Said, table, whole
from listen.speech.writing import patterns as re

_REPORTS = table(
    """
    U.S.C.=U S C | USC=U S C | U.S.=U S | U. S.=U S | S. Ct.=Supreme Court | S.Ct.=Supreme Court |
    F.2d=F second |
    F.3d=F third | F.4th=F fourth | F. Supp.=F supplement | F.Supp.=F supplement | F. Supp. 2d=F supplement
    second |
    F. Supp. 3d=F supplement third | CFR=C F R | C.F.R.=C F R | Fed. Reg.=Federal Register | L. Ed. 2d=L Ed
    second |
    P.2d=P second | P.3d=P third | N.E.2d=N E second | N.W.2d=N W second | S.W.3d=S W third | A.2d=A second |
    So. 2d=Southern second
    """
)
_REPORT = "|".join(re.escape(r) for r in sorted(_REPORTS, key=len, reverse=True))
_SUBS = r"(?P<sub>(?:\([A-Za-z0-9]{1,4}\)){0,5})"


def _figure(text: str) -> str:
    return pairs(text) if len(text) <= 4 else digits(text)


def _subs(text: str) -> str:
    """Return what stands in brackets after a section: "(c)(1)" → "C one"."""
    parts = re.findall(r"\d+|[A-Za-z]+", text)
    return "".join(f" {cardinal(int(p)) if p.isdecimal() else ' '.join(p.upper())}" for p in parts)


def _section(m: re.Match[str], here: Here) -> Said | None:
    hyphened = m["b"] and (len(m["s"]) == 1 or _ANOTHER_PART.match(here.text, m.end()))
    if hyphened and "–" not in m.group():  # UCC § 2-201
        many = len(m["s"]) > 1
        return whole(
            m, f"section{'s' if many else ''} {_figure(m['a'])} dash {_figure(m['b'])}{_subs(m['sub'])}"
        )
    many = bool(m["b"]) or len(m["s"]) > 1
    said = f"section{'s' if many else ''} {_figure(m['a'])}"
    if m["letter"]:
        said += f" {m['letter'].upper()}"
    if m["d"]:
        said += f" point {digits(m['d'][1:])}"
    said += _subs(m["sub"])
    return whole(m, f"{said} to {_figure(m['b'])}" if m["b"] else said)


_ANOTHER_PART = re.compile(r"(?:,?\s(?:to|and|or|through)|,)\s\d{1,2}-\d{3}\b")


_SECTIONS = re.compile(
    r"§§\s?(?:\d{1,5}[a-z]?(?:\(\w{1,3}\)){0,4}(?:,\s(?:and\s|or\s)?|\s(?:and|or|to|through)\s)){1,6}\Z"
)


def _another_section(m: re.Match[str], here: Here) -> Said | None:
    """ "§§ 101 and 103": the sections behind the first."""
    if "§§" not in here.text or not _SECTIONS.search(here.text, max(0, m.start() - 60), m.start()):
        return None
    letter = f" {m['letter'].upper()}" if m["letter"] else ""
    return whole(m, f"{_figure(m['a'])}{letter}{_subs(m['sub'])}")


def _page(m: re.Match[str], here: Here) -> Said | None:
    """ "410 U.S. at 153", "at 444-45": the page of a judgment."""
    first = _figure(m["a"])
    return whole(m, f"{first} to {_figure(m['a'][: -len(m['b'])] + m['b'])}" if m["b"] else first)


_DISTRICTS = table("N=Northern | S=Southern | E=Eastern | W=Western | M=Middle | C=Central")


def _district(m: re.Match[str], here: Here) -> Said | None:
    """ "(N.D. Ga.)": a court of a part of a state."""
    state = PRESS.get(f"{m['st']}.") or _STATES.get(m["st"])
    return whole(m, f"{_DISTRICTS[m['d']]} District of {state}") if state else None


def _after_part(m: re.Match[str], here: Here) -> Said | None:
    """ "§§ 2-201 to 2-209": the second of them."""
    return whole(m, f"{_figure(m['a'])} dash {_figure(m['b'])}")


_RULES = table(
    "Civ=Civil Procedure | Crim=Criminal Procedure | App=Appellate Procedure | Bankr=Bankruptcy Procedure"
)
_STATES = table(
    """
    Cal=California | Tex=Texas | Fla=Florida | Mass=Massachusetts | Mich=Michigan | Minn=Minnesota |
    Wash=Washington | Colo=Colorado | Ariz=Arizona
    """
)
_BOOKS = (
    r"(?:Penal|Civ\.|Civil|Gov\.|Bus\.|Fam\.|Veh\.|Health|Labor|Evid\.|Const\.|Stat\.|Rev\.|Code|Comp\."
    r"|Gen\.)"
)
"""What a state's collected laws are called after its name."""


def _federal_rule(m: re.Match[str], here: Here) -> Said | None:
    """ "Fed. R. Civ. P. 12(b)(6)": a rule of procedure."""
    kind = "Evidence" if m["evid"] else _RULES[m["kind"]]
    return whole(m, f"Federal Rule{'s' if m['one'] is None else ''} of {kind}")


def _signs(m: re.Match[str], here: Here) -> Said | None:
    return whole(m, "sections" if len(m.group().rstrip()) > 1 else "section")


def _cited(m: re.Match[str], here: Here) -> Said | None:
    """Volume or title, the report's or the code's name, page or section."""
    section = "section " if m["sign"] else ""
    point = f" point {digits(m['d'][1:])}" if m["d"] else ""
    said = f"{_figure(m['v'])} {_REPORTS[m['r']]} {section}{_figure(m['p'])}{point}{_subs(m['sub'])}"
    if m["pin"]:
        said += f", {_figure(m['pin'])}"
    return whole(m, f"{said} to {_figure(m['last'])}" if m["last"] else said)


def _lettered(m: re.Match[str], here: Here) -> Said | None:
    """ "Rule 10b-5"; "2e-3" is a power of ten."""
    if m["letter"] == "e" and len(m["a"]) == 1:
        return None
    return whole(m, f"{cardinal(int(m['a']))} {m['letter'].upper()} {cardinal(int(m['b']))}")


def _circuit(m: re.Match[str], here: Here) -> Said | None:
    """ "9th Cir.": a court of appeals."""
    return whole(m, f"{ordinal(int(m['n']))} Circuit")


_BILLS = re.compile(r"\b(?:H\.\s?R\.|S\.\s?Res\.|Senate|Congress|bills?|Bills?|Act)(?!\w)|§")


def _bill(m: re.Match[str], here: Here) -> Said | None:
    """ "S. 1260": a bill of the Senate, in a text about laws."""
    near = here.text[max(0, m.start() - 100) : m.end() + 100]
    return whole(m, "S") if not here.british and _BILLS.search(near) else None


def _public_law(m: re.Match[str], here: Here) -> Said | None:
    """ "Pub. L. 111-148", "P.L. 117-58": the Congress and the number of its law."""
    return whole(m, f"Public Law {_figure(m['congress'])} {_figure(m['n'])}")


def _court(m: re.Match[str], here: Here) -> Said | None:
    """ "D.C. Cir.", "Fed. Cir.": a court of appeals without a number."""
    return whole(m, "Circuit")


_PARTS_OF = {
    "subsec": "subsection",
    "subsecs": "subsections",
    "subpara": "subparagraph",
    "subparas": "subparagraphs",
}
TRIGGERS = frozenset(["pub", "cir", "fed", "stat", *_PARTS_OF, *(state.lower() for state in _STATES)])
LETTERS = (
    Rule(
        r"(?P<w>[Ss]ub(?:sec|para)s?)\.(?=\s\(?[\da-z])",
        lambda m, h: whole(m, m["w"][0] + _PARTS_OF[m["w"].lower()][1:]),
    ),
    Rule(
        r"(?P<d>[NSEWMC])\.D\.\s?(?P<st>[A-Z][a-z]{1,4}|N\.\s?Y|N\.\s?C|N\.\s?J)\.(?=[\s,);]|\Z)", _district
    ),
    Rule(
        rf"Fed\.\sR\.\s(?:(?P<evid>Evid)\.|(?P<kind>{'|'.join(_RULES)})\.\sP\.)(?P<one>(?=\s\d))?",
        _federal_rule,
    ),
    Rule(
        r"(?:(?<=\b[A-Z][a-z]{2}\.\s)|(?<=\b[A-Z][a-z]{3}\.\s))(?P<w>Stat|Rev)\.(?=\s(?:Ann\.\s)?(?:§|Code|Stat))",
        lambda m, h: whole(m, "Statutes" if m["w"] == "Stat" else "Revised"),
    ),
    Rule(rf"(?P<st>{'|'.join(_STATES)})\.(?=\s{_BOOKS}\s)", lambda m, h: whole(m, _STATES[m["st"]])),
    Rule(
        r"(?:Pub\.\s?L\.|P\.\s?L\.)\s(?:No\.\s)?(?P<congress>\d{2,3})[-–](?P<n>\d{1,4})(?![\w-])", _public_law
    ),
    Rule(r"Cir\.(?<=D\.C\.\sCir\.)|Cir\.(?<=\bFed\.\sCir\.)", _court),
    Rule(r"S\.\s?(?=\d{1,4}(?![\w,.-]\w|\w))", _bill),
)
DIGITS = (
    Rule(r"(?P<n>\d{1,2})(?:st|nd|rd|d|th) Cir\.(?!\w)", _circuit),
    Rule(
        rf"(?P<v>\d{{1,4}})\s(?P<r>{_REPORT})\s(?P<sign>§\s?)?(?P<p>\d{{1,5}})(?P<d>\.\d{{1,4}})?{_SUBS}"
        r"(?:,\s(?P<pin>\d{1,4})(?:[-–](?P<last>\d{1,4}))?(?=[\s,;]*\(|[.;]))?(?![\w-]|\.\d)",
        _cited,
    ),
    Rule(
        rf"(?P<v>\d{{1,4}})\s(?P<r>{_REPORT})(?=\sat\s\d)",
        lambda m, h: whole(m, f"{_figure(m['v'])} {_REPORTS[m['r']]}"),
    ),
    Rule(
        r"(?:(?<=U\.S\.\sat\s)|(?<=F\.[234]d\sat\s)|(?<=Ct\.\sat\s))(?P<a>\d{2,4})(?:[-–](?P<b>\d{1,4}))?(?![\w-])",
        _page,
    ),
    Rule(rf"(?P<a>\d{{1,5}})(?P<letter>[a-z](?!\w))?{_SUBS}(?![\w-]|[.,]\d)", _another_section),
    Rule(r"(?<=§\s\d-\d{3}\sto\s)(?P<a>\d)-(?P<b>\d{3})(?![\w-])", _after_part),
    Rule(
        r"(?P<n>\d{0,3}[23])d(?=\s(?:Street|St\b|Ave|Cir|Dist|Dep|Infantry|Regiment|Battalion|Brigade"
        r"|Division|Cavalry|Armored|Airborne|Marine|Psalm|edition))",
        lambda m, h: whole(m, ordinal(int(m["n"]))),
    ),
    Rule(r"(?P<a>\d{1,3})(?P<letter>[a-z])-(?P<b>\d{1,2})(?![\w-])", _lettered),
)
SYMBOLS = (
    Rule(
        rf"(?P<s>§{{1,2}})\s?(?P<a>\d{{1,5}})(?P<letter>[a-z](?!\w))?{_SUBS}(?:\s?[-–]\s?(?P<b>\d{{1,5}})|(?P<d>\.\d{{1,4}}))?"
        r"(?![\w-]|\.\d)",
        _section,
    ),
    Rule(  # § 240.10b-5
        r"§\s?(?P<part>\d{1,4})\.(?P<a>\d{1,3})(?P<letter>[a-z])(?:-(?P<b>\d{1,2}))?(?![\w-])",
        lambda m, h: whole(
            m,
            f"section {_figure(m['part'])} point {cardinal(int(m['a']))} {m['letter'].upper()}"
            + (f" {cardinal(int(m['b']))}" if m["b"] else ""),
        ),
    ),
    Rule(r"§{1,2}\s?", _signs),
    Rule(r"¶(?P<many>¶)?\s?(?=\d)", lambda m, h: whole(m, f"paragraph{'s' if m['many'] else ''}")),
)
