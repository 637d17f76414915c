"""Formulas that a page prints as they were typed: "{\\displaystyle \\mathbf {y} _{i}}"."""

from __future__ import annotations

from listen.speech.english.quantities.amounts import number
from listen.speech.rules import Here, Rule, Said, table, whole, words
from listen.speech.writing import patterns as re

_LONGEST = 2000
"""Characters of a formula that are looked at."""
_SAID_MOST = 40
"""Words: a longer formula cannot be followed by ear."""
_BRACES = re.compile(r"[{}]")
_PART = re.compile(
    r"\\(?:[A-Za-z]+|.)|\d+(?:\.\d+)?|\^\s?\{?\s?(?P<power>[23])(?!\d)\s?\}?|[A-Za-z]|[-−+=<>*/!^{},]|\S"
)
COMMANDS = table(
    """
    in=in | notin=is not in | subset=is a subset of | subseteq=is a subset of | cup=union | cap=intersection |
    times=times | cdot=times | div=divided by | pm=plus or minus | leq=at most | le=at most | geq=at least |
    ge=at least | neq=is not equal to | ne=is not equal to | approx=is about | equiv=is equivalent to |
    sim=is distributed as | propto=is proportional to | to=to | rightarrow=to | mapsto=maps to |
    implies=implies | Rightarrow=implies | iff=if and only if | Leftrightarrow=if and only if |
    forall=for all | exists=there exists | land=and | wedge=and | lor=or | vee=or | neg=not | lnot=not |
    mid=given | infty=infinity | sum=the sum of | prod=the product of | int=the integral of | sqrt=root |
    partial=partial | nabla=nabla | log=log | ln=natural log | exp=exp | sin=sine | cos=cosine |
    tan=tangent | lim=the limit of | max=max | min=min | ldots=and so on | dots=and so on | cdots=and so on |
    ell=L | prime=prime | emptyset=the empty set | varnothing=the empty set |
    ast=star | star=star | dagger=dagger
    """
)
_GREEK = words(
    """
    alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi
    chi psi omega
    """
)
_SIGNS = {"+": "plus", "-": "minus", "−": "minus", "=": "equals", "<": "is less than", ">": "is more than",
    "*": "times", "/": "over", "!": "factorial", "^": "to the", ",": ",", "|": "",
}  # fmt: skip
_WORDED = re.compile(r"\\(?:text|mathrm|operatorname|mathit|textrm)\s?\{\s?(?P<word>[A-Za-z ]{2,40}?)\s?\}")
_SUMMED = re.compile(r"\\(?P<op>sum|prod)\s?_\s?(?=\{)")
_UPPER = re.compile(r"\s?\^\s?\{?(?P<n>[A-Za-z\d]|\\infty)\s?\}?")
_OVER = re.compile(r"\\[dt]?frac\s?")


def _close(text: str, start: int, limit: int) -> int:
    """Return where the brace that opens at `start` ends, 0 where it does not."""
    depth = 0
    for brace in _BRACES.finditer(text, start, limit):
        depth += 1 if brace.group() == "{" else -1
        if not depth:
            return brace.end()
    return 0


def _in_words(tex: str, british: bool) -> list[str]:
    said: list[str] = []
    at = 0
    while at < len(tex):
        over, worded = _OVER.match(tex, at), _WORDED.match(tex, at)
        if over and (middle := _close(tex, over.end(), len(tex))):
            below = tex.find("{", middle)
            end = _close(tex, below, len(tex)) if below >= 0 else 0
            if end:
                said += [*_in_words(tex[over.end() : middle], british), "over"]
                said += _in_words(tex[below:end], british)
                at = end
                continue
        summed = _SUMMED.match(tex, at)
        if summed and (end := _close(tex, summed.end(), len(tex))):
            upper = _UPPER.match(tex, end)
            said += [COMMANDS[summed["op"]].removesuffix("of") + "over"]
            said += _in_words(tex[summed.end() : end], british)
            if upper:
                said += ["to", *_in_words(upper["n"], british)]
            said.append("of")
            at = upper.end() if upper else end
            continue
        if worded:
            said.append(worded["word"])
            at = worded.end()
            continue
        part = _PART.match(tex, at)
        if part is None:
            at += 1
            continue
        said.append(_part(part, british))
        at = part.end()
    return [word for word in said if word]


def _part(m: re.Match[str], british: bool) -> str:
    part = m.group()
    if m["power"]:
        return "squared" if m["power"] == "2" else "cubed"
    if part[0] == "\\":
        name = part[1:].removeprefix("var")
        return COMMANDS.get(part[1:]) or (name.lower() if name.lower() in _GREEK else "")
    if part[0].isdecimal():
        return number(part, british)
    return part.upper() if part.isalpha() else _SIGNS.get(part, "")


def _formula(m: re.Match[str], here: Here) -> Said | None:
    """ "{\\displaystyle x^{2}}": its letters and signs; a matrix or a long one is only named."""
    end = _close(here.text, m.start(), m.start() + _LONGEST)
    if not end:
        return Said((("formula", *m.span()),), m.end())
    tex = here.text[m.end() : end - 1]
    said = _in_words(tex, here.british)
    if not said or len(said) > _SAID_MOST or "\\begin" in tex:
        said = ["formula"]
    return Said(((" ".join(said).replace(" ,", ","), m.start(), end),), end)


def _bare(m: re.Match[str], here: Here) -> Said | None:
    """ "\\begin{aligned} a &= b \\end{aligned}": a formula alone, without the marks of one."""
    ended = _ENDED.search(here.text, max(m.end(), len(here.text) - 30))
    if not ended or len(here.text) > _LONGEST:
        return None
    tex = _ALIGNED.sub(" ", here.text[m.end() : ended.start()].replace("\\\\", ","))
    said = _in_words(tex, here.british)
    if not said or len(said) > _SAID_MOST or "cases" in m.group() or "matrix" in m.group():
        said = ["formula"]
    return Said(((" ".join(said).replace(" ,", ","), m.start(), ended.end()),), ended.end())


_ENDED = re.compile(r"\\end\s?\{[a-z]{4,9}\*?\}[.,;]?\s?\Z")
_ALIGNED = re.compile(
    r"&|\\(?:small|large|displaystyle|quad|qquad|(?:begin|end)\s?\{[a-z]{4,9}\*?\})(?![A-Za-z])"
)


def _in_dollars(m: re.Match[str], here: Here) -> Said | None:
    """ "$\\mathbf{x} \\in A$"."""
    said = _in_words(m["tex"], here.british)
    return Said(((" ".join(said[:_SAID_MOST]), *m.span()),), m.end()) if said else None


_COMPARED = table("<=is less than | >=is more than") | {"<=": "is at most", ">=": "is at least"}
SYMBOLS = (
    Rule(  # f(x)>0
        r"[<>](?<=\b[A-Za-z]\([A-Za-z]\)[<>])=?(?=[-−]?\d|[A-Za-z]\([A-Za-z]\)|[a-z](?!\w))",
        lambda m, h: whole(m, _COMPARED[m.group()]),
    ),
    Rule(r"\$(?P<tex>\\[A-Za-z]{2,15}\s?[{_^=+<>][^$\n]{1,100})\$(?![\w$])", _in_dollars),
    Rule(r"\A\\begin\s?\{(?:align(?:ed|\*)?|cases|split|gathered|equation\*?|[pbv]?matrix)\}", _bare),
    Rule(r"\{\s?\\(?:display|text|script)style(?![A-Za-z])", _formula),
    Rule(
        r"\\(?<=[^\s“\"'`(]\\)(?:[lr](?:angle|vert|Vert|floor|ceil)|mathclap|(?:left|right)(?=[\[({|.\\\])}]))(?![A-Za-z])"
        r"|\\l(?:angle|vert|Vert|floor|ceil)(?=\s?(?:[A-Za-z]\s?)?\\)",
        lambda m, h: Said((("", *m.span()),), m.end()),
    ),
    Rule(
        r"\\(?:(?:display|text|script)style|math(?:bf|bb|cal|rm|sf|it|frak)|boldsymbol)(?![A-Za-z])",
        lambda m, h: Said((("", *m.span()),), m.end()),
    ),
)
