"""Formulas of chemistry: "CO₂", "H2SO4", "Na⁺", "¹⁴C"."""

from __future__ import annotations

from listen.speech.english.capitals.codes import code_number
from listen.speech.english.capitals.spelling import spell
from listen.speech.numbers import cardinal
from listen.speech.rules import Here, Rule, Said, table, whole
from listen.speech.writing import patterns as re


def _formula(m: re.Match[str], here: Here) -> Said | None:
    """ "CO₂", "H₂O": letters and their numbers."""
    parts = re.findall(r"[A-Z][a-z]?|[₀-₉]+", m["formula"])
    said = [spell(p) if p[0].isalpha() else cardinal(int(p.translate(_SUBSCRIPT))) for p in parts]
    if m["charge"]:
        said += [cardinal(int(m["n"].translate(_RAISED)))] if m["n"] else []
        said.append("plus" if m["charge"] == "⁺" else "minus")
    return whole(m, " ".join(said))


_COMPOUNDS = (
    "NaCl|KCl|CO2|NO2|SO2|H2O|CH4|N2O|NH3|H2S|O2|O3|N2|H2|SF6|UF6|H2SO4|HNO3|HCl|NaOH|CaCO3|C2H5OH|TiO2|SiO2|"
    "Al2O3"
)
"""What is written with plain figures; others would be models and codes."""


_NUCLIDES = table(
    """
    Li=lithium | Co=cobalt | Kr=krypton | Sr=strontium | Tc=technetium | Xe=xenon |
    Cs=caesium | Lu=lutetium | Ir=iridium | Po=polonium | Ra=radium | Th=thorium | Np=neptunium |
    Pu=plutonium | Cf=californium
    """
)
_KNOWN_NUCLIDES = (
    r"Li-[67]|Co-(?:57|60)|Kr-85|Sr-(?:89|90)|Tc-99m?|Xe-13[35]|Cs-13[47]|Lu-177|Ir-192|Po-210|"
    r"Ra-22[36]|Th-232|Np-237|Pu-2(?:38|39|40)|Cf-252"
)
"""The kinds of an element that the news tells of; other figures behind its sign are aircraft and models."""


def _nuclide(m: re.Match[str], here: Here) -> Said | None:
    """ "Cs-137": the element's name."""
    sign, number = m.group().split("-")
    name = _NUCLIDES[sign] if here.british else _NUCLIDES[sign].replace("caesium", "cesium")
    return whole(m, f"{name} {code_number(number.rstrip('m'))}{' M' if number[-1] == 'm' else ''}")


def _compound(m: re.Match[str], here: Here) -> Said | None:
    parts = re.findall(r"[A-Z][a-z]?|\d+", m["w"])
    said = [spell(p) if p[0].isalpha() else cardinal(int(p)) for p in parts]
    return whole(m, " ".join(said) + (" E" if m["e"] else ""))


_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def _isotope(m: re.Match[str], here: Here) -> Said | None:
    """ "¹⁴C"."""
    name = _ISOTOPES.get(m["w"]) or spell(m["w"])
    return whole(m, f"{name} {code_number(m['n'].translate(_RAISED))}")


_ISOTOPES = table(
    """
    C=carbon | N=nitrogen | O=oxygen | U=uranium | He=helium | Be=beryllium | Fe=iron | K=potassium |
    I=iodine | P=phosphorus | S=sulphur | Sr=strontium | Pb=lead | Pu=plutonium | Th=thorium | Ni=nickel
    """
)
"""Elements by their names where their weight is told: "¹⁴C"; one of hydrogen is a signal ("¹H NMR")."""
_SUBSCRIPT = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")


def _signs(formula: str) -> str:
    """The signs and figures of a formula."""
    parts = re.findall(r"[A-Z][a-z]?|\d+", formula)
    return " ".join(spell(p) if p[0].isalpha() else cardinal(int(p)) for p in parts)


def _ion(m: re.Match[str], here: Here) -> Said | None:
    """ "Na⁺", "Ca²⁺", "SO4²⁻"."""
    charge = cardinal(int(m["n"].translate(_RAISED))) + " " if m["n"] else ""
    return whole(m, f"{_signs(m['w'])} {charge}{'plus' if m['sign'] == '⁺' else 'minus'}")


_OTHER_ION = re.compile(r"\b(?:ions?|ionic|Na|K|Ca|Mg|H|Li|NH4)[⁺+]|\bions?\b")


def _anion(m: re.Match[str], here: Here) -> Said | None:
    """ "Cl-" beside "Na+": a minus, no hyphen."""
    near = here.text[max(0, m.start() - 60) : m.end() + 60]
    return whole(m, f"{_signs(m['w'])} minus") if _OTHER_ION.search(near) else None


IONS = (
    Rule(r"(?P<w>(?:[A-Z][a-z]?\d{0,2}){1,4})(?P<n>[²³⁴])?(?P<sign>[⁺⁻])(?![\w⁰¹²³⁴-⁹])", _ion),
    Rule(r"(?P<w>Cl|Br|I|F|OH|HCO3|NO3)-(?=[\s,.;)]|\Z)", _anion),
)

ISOTOPES = (Rule(r"(?P<n>[¹²³⁰⁴-⁹]{1,3})(?P<w>[A-Z][a-z]?)(?![^\W_])", lambda m, here: _isotope(m, here)),)
_ELEMENT = "(?:Na|Mg|Al|Si|Cl|Ca|Fe|Cu|Zn|Br|Ag|Ti|Mn|Pb|Ba|Li|Ni|Cr|H|B|C|N|O|F|P|S|K|I)"
_TWO = re.compile("Na|Mg|Al|Si|Cl|Ca|Fe|Cu|Zn|Br|Ag|Ti|Mn|Pb|Ba|Li|Ni|Cr|C\\d?H\\d{1,2}(?:CO)?O")
_PART = re.compile(rf"{_ELEMENT}|\d+")


def _plain_formula(m: re.Match[str], here: Here) -> Said | None:
    """ "NaHCO3", "CH3OH": signs of elements and plain figures, one element with two letters or an alcohol."""
    word = m.group()
    if not _TWO.search(word) or not any(c.isdecimal() for c in word) or word[1:].islower():
        return None
    parts = _PART.findall(word)
    if sum(p[0].isalpha() for p in parts) < 2:
        return None
    return whole(m, " ".join(spell(p) if p[0].isalpha() else cardinal(int(p)) for p in parts))


FORMULAS = (
    Rule(rf"(?:{_ELEMENT}\d{{0,2}}){{2,8}}(?![\w-])", _plain_formula),
    Rule(rf"(?:{_KNOWN_NUCLIDES})(?![\w-])", _nuclide),
    Rule(
        r"(?P<w>Ca|Mg|Fe|Zn|Cu|Mn|Pb|Al|Ni|Hg)(?P<n>[23])\+(?!\w)",
        lambda m, h: whole(m, f"{spell(m['w'])} {cardinal(int(m['n']))} plus"),
    ),
    Rule(rf"(?P<w>{_COMPOUNDS})(?P<e>e)?(?![\w-])", _compound),
    Rule(
        r"(?P<formula>(?:[A-Z][a-z]?){1,8}[₀-₉](?:[A-Z][a-z]?|[₀-₉]){0,20})(?:(?P<n>[²³⁴])?(?P<charge>[⁺⁻]))?",
        _formula,
    ),
)
TRIGGERS = frozenset(sign.lower() for sign in _NUCLIDES) | {"cl", "br"}


def _primes(m: re.Match[str], here: Here) -> Said | None:
    """ "the 5′ end", "read 5'-3'": the ends of a strand of DNA, no feet."""
    near = (here.text, max(0, m.start() - 80), m.end() + 80)
    ends = m["b"] or _OF_STRAND.match(here.text, m.end())
    if m["end"] is None and not _MOLECULE.search(*near) and not (ends and _STRAND.search(*near)):
        return None
    if m.start() and here.text[m.start() - 1] in "'‘":
        return None  # the codon with a '3' above it
    join = m["join"] if m["join"] in ("and", "or") else "to"
    upto = f" {join} {cardinal(int(m['b']))} prime" if m["b"] else ""
    return whole(m, f"{cardinal(int(m['a']))} prime{upto}")


_MOLECULE = re.compile(
    r"\b(?:[mtc]?[DR]NAs?|nucleotides?|exons?|introns?|[Rr]ibosomes?|[Cc]odons?|[Pp]olymerases?|nucleases?|genom(?:e|es|ic)|oligos?)\b|[35]['’′]\s?[-–→]\s?[35]['’′]"
)
_STRAND = re.compile(r"\b(?:strands?|[Pp]rimers?|sequences?|direction|[Tt]ranscripts?|genes?)\b")
"""Words that are of nucleic acids only beside an end: a strand of beads, a primer of paint."""
_OF_STRAND = re.compile(
    r"[\s-](?:ends?|caps?|sides?|sites?|regions?|flank\w{0,5}|phosphates?|hydroxyls?|OH)\b"
)
PRIMES = (
    Rule(
        r"(?P<a>[35])['’′](?:\s?(?P<join>[-–→]|\bto\b|\band\b|\bor\b)\s?(?P<b>[35])['’′])?(?!\w|\s(?:tall|wide|high|long|deep|by|x|away|\d))"
        r"(?P<end>(?=[\s-](?:UTRs?|[Uu]ntranslated|overhangs?|exonuclease|splice|terminus)\b))?",
        _primes,
    ),
)
