"""Formulas between the marks of TeX: "$2n$", and such with its commands."""

from __future__ import annotations

from listen.speech.english.quantities.amounts import number
from listen.speech.english.typed.shown_formulas import COMMANDS
from listen.speech.rules import Here, Rule, Said, listed, silent, table, whole
from listen.speech.writing import patterns as re

_TEX_NAMES = {
    name: COMMANDS[name]
    for name in listed(
        """
        in notin subset subseteq cup cap times cdot leq le geq ge neq pm approx infty to rightarrow
        forall exists land wedge lor vee neg lnot implies Rightarrow iff Leftrightarrow
        """
    )
}
"""What is said for a command in the line; others are said by their own name."""


_LAYOUT = re.compile(
    r"\\(?:(?:display|text)style|math(?:bf|bb|cal|rm|sf|it|frak)|boldsymbol|left|right)(?![A-Za-z])"
)
"""How a formula looks: nothing of it is said."""


_MAPS = re.compile(r"\\(?:to|rightarrow|longrightarrow|mapsto)\b")


def _tex_part(part: str, tex: str) -> str:
    """ "\\cdot" → "times", "+" → "plus"; "f : U \\to V" is from one to the other."""
    if part == ":":
        return "from" if _MAPS.search(tex) else "such that"
    return _TEX_NAMES.get(part[1:], part[1:]) if part[0] == "\\" else _TEX_SIGNS.get(part, part)


def _tex(m: re.Match[str], here: Here) -> Said | None:
    """ "$x \\in A$": a formula in the line, its commands by name."""
    tex = _LAYOUT.sub("", m["tex"])
    parts = re.findall(r"\\?[A-Za-z]+|\\.|\d+|\^[23](?!\d)|[-−+=<>]|(?<=[A-Za-z]):|(?<=[A-Za-z]\s):", tex)
    said = [_tex_part(p, tex) for p in parts if not re.fullmatch(r"\\[^A-Za-z]", p)]
    said = [number(p, here.british) if p.isdecimal() else p.upper() if len(p) == 1 else p for p in said]
    return whole(m, " ".join(said)) if said else None


_TEX_SIGNS = table(
    """
    +=plus | -=minus | −=minus | <=less than | >=more than | *=times | /=over | !=factorial | ^2=squared |
    ^3=cubed | ^=to the | ,=,
    """
) | {"=": "equals"}


def _plain_tex(m: re.Match[str], here: Here) -> Said | None:
    """ "$i+1$", "$2n$", "$n^2$": a formula without commands."""
    said = []
    for part in re.findall(r"[A-Za-z]|\d+(?:\.\d+)?|\^[23](?!\d)|[-−+=<>*/!^,]", m["tex"]):
        said.append(_TEX_SIGNS.get(part) or (part.upper() if part.isalpha() else number(part, here.british)))
    return whole(m, " ".join(said))


_ROWS = r"aligned|align|alignat|gathered|gather|split|equation|eqnarray|array|cases|multline|[bBpvV]?matrix"
_EDGES = re.compile(rf"\\(?P<edge>begin|end)\{{(?:{_ROWS})\*?\}}")


def _in_rows(here: Here, pos: int) -> bool:
    """Return whether a formula of several rows has begun before `pos` and not ended."""
    edges = [m["edge"] for m in _EDGES.finditer(here.text, max(0, pos - 1000), pos)]
    return edges[-1:] == ["begin"]


def _beside(m: re.Match[str], here: Here) -> Said | None:
    """ "x & = y", "1 & 2": what parts the columns of a formula; no word before a sign."""
    if not _in_rows(here, m.start()):
        return None
    signed = m["sign"] is not None or here.text[: m.start()].rstrip()[-1:] in ("=", "<", ">", "{", "}", "\\")
    return silent(m, here) if signed else whole(m, ",")


TEX = (
    Rule(rf"\\(?:begin|end)\{{(?:{_ROWS})\*?\}}", silent),
    Rule(r"(?<!\w)&(?!\w)(?P<sign>(?=\s?[=<>\\]))?", _beside),
    Rule(r"\\\\(?!\w)", lambda m, h: whole(m, ",") if _in_rows(h, m.start()) else None),
    Rule(
        r"\$(?=[^$\n]{0,40}[A-Za-z])(?P<tex>(?:[A-Za-z](?![A-Za-z])|\d{1,4}(?:\.\d{1,3})?(?![\d.])|[-−+=<>*/!^_(){},|]|"
        r"\s(?!\$)(?=[-−+=<>*/(\w])){2,40})\$(?![\w$])",
        _plain_tex,
    ),
    Rule(r"\$(?P<tex>\d{1,4}(?:\.\d{1,3})?)\$(?![\w$])", _plain_tex),
    Rule(r"\$(?P<tex>\d{1,3}(?:[*/^=<>]\d{1,3}){1,4})\$(?![\w$])", _plain_tex),  # $0/0$
    Rule(r"\$(?P<tex>\d{1,3}\s?\\[a-z]{2,12}\s?\w{1,9})\$(?![\w$])", _tex),  # $2 \in A$
    Rule(  # $x^2+12xy$: letters side by side are a product
        r"\$(?=[^$\n]{0,60}\^)(?P<tex>(?:[A-Za-z](?![A-Za-z]{2})|\d{1,4}(?:\.\d{1,3})?(?![\d.])|[-−+=<>*/!^_(){},|]|"
        r"\s(?!\$)(?=[-−+=<>*/(\w])){3,80})\$(?![\w$])",
        _plain_tex,
    ),
    Rule(r"\$(?P<tex>[A-Za-z])\$-?th(?!\w)", lambda m, h: whole(m, f"{m['tex'].upper()}th")),
    Rule(r"\$\$\s?(?P<tex>[A-Za-z][^$\n]{0,60}\\[a-z]+[^$\n]{0,60})\$\$", _tex),
    Rule(r"\$\$", lambda m, h: silent(m, h) if "\\" in h.text else None),  # around a formula
    Rule(r"\$(?P<tex>\\[A-Za-z]{2,15})\$(?![\w$])", _tex),
    Rule(r"\$(?P<tex>(?:[A-Za-z]|\\\{)(?:[^$\n]{0,60}\\[a-z]+[^$\n]{0,60})?)\$(?![\w$])", _tex),
)
