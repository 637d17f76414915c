"""Units whose raised powers lost their height: "40 umol m-2 s-1", "5 t yr −1"."""

from __future__ import annotations

from listen.speech.english.quantities.amounts import AMOUNT, number
from listen.speech.english.quantities.unit_names import UNITS, local
from listen.speech.rules import Here, Rule, Said, table, whole
from listen.speech.writing import patterns as re

_PER = table(
    """
    m=metre | cm=centimetre | mm=millimetre | km=kilometre | s=second | min=minute | h=hour | hr=hour |
    d=day |
    day=day | yr=year | a=year | ha=hectare | kg=kilogram | g=gram | L=litre | l=litre | mL=millilitre |
    ml=millilitre | mol=mole | K=kelvin
    """
)
_POWERS = {"1": "", "2": "square ", "3": "cubic "}
_AMOUNTS_OF = table(
    """
    mol=moles | mmol=millimoles | µmol=micromoles | μmol=micromoles | umol=micromoles | nmol=nanomoles |
    J=joules | kJ=kilojoules | MJ=megajoules | Mt=megatonnes | Gt=gigatonnes | Tg=teragrams | ind=individuals
    """
)
_BELOW = rf"(?:{'|'.join(sorted(_PER, key=len, reverse=True))})\s?[-−–‑][123](?!\w|\.\d)"
_ONE = re.compile(r"(?P<u>[A-Za-z]{1,3})\s?[-−–‑](?P<p>[123])")
_HEADS = "|".join(
    sorted(sorted({*_AMOUNTS_OF, *(u for u in UNITS if u.isalpha() and len(u) < 4)}), key=len, reverse=True)
)


def _quotient(m: re.Match[str], here: Here) -> Said | None:
    head = _AMOUNTS_OF.get(m["head"]) or UNITS[m["head"]][1]
    if m["head"] == "m" and m["a"].isdecimal() and m["below"][:1] == "m":
        return None
    parts = " ".join(f"per {_POWERS[p['p']]}{_PER[p['u']]}" for p in _ONE.finditer(m["below"]))
    return whole(m, local(f"{number(m['a'], here.british)} {head} {parts}", here.british))


_TIED = re.compile(r"(?P<u>[a-z]{1,2})-(?P<p>[123])")


def _tied(m: re.Match[str], here: Here) -> Said | None:
    """ "umol m-2s-1": powers that are tied together, with or without a figure."""
    amount = f"{number(m['a'], here.british)} " if m["a"] else ""
    upper = f"{amount[:-1]} to {number(m['b'], here.british)} " if m["b"] else amount
    parts = " ".join(f"per {_POWERS[p['p']]}{_PER[p['u']]}" for p in _TIED.finditer(m["below"]))
    return whole(m, local(f"{upper}{_AMOUNTS_OF[m['head']]} {parts}", here.british))


_MOLES = "[µμu]mol|[mn]?mol"
_BELOW_TIED = r"m-2\s?s-1(?!\w|\.\d)"
TRIGGERS = frozenset(("umol", "µmol", "μmol", "mmol", "nmol", "mol"))
LETTERS = (Rule(rf"(?P<a>(?!))?(?P<b>(?!))?(?P<head>{_MOLES})\s(?P<below>{_BELOW_TIED})", _tied),)
DIGITS = (
    Rule(
        rf"(?P<a>{AMOUNT})(?:\s?[-–]\s?(?P<b>{AMOUNT}))?\s?(?P<head>{_MOLES})\s(?P<below>{_BELOW_TIED})",
        _tied,
    ),
    Rule(rf"(?P<a>{AMOUNT})\s(?P<head>{_HEADS})\s(?P<below>{_BELOW}(?:\s{_BELOW}){{0,2}})", _quotient),
)
