"""Sums, powers and sizes: "5 − 3 = 2", "10⁶", "1.5×10⁻⁹", "7x", "1920×1080", "16:9"."""

from __future__ import annotations

from listen.speech.english.quantities.amounts import AMOUNT, number
from listen.speech.english.quantities.unit_names import UNITS, local
from listen.speech.english.times import minutes
from listen.speech.numbers import digits, fraction, pairs, plural
from listen.speech.rules import Here, Rule, Said, silent, table, whole, words
from listen.speech.writing import patterns as re


def _sum(m: re.Match[str], here: Here) -> Said | None:
    return whole(m, f"{number(m['a'], here.british)} plus {number(m['b'], here.british)}")


def _chain(m: re.Match[str], here: Here) -> Said | None:
    parts = m.group().split("/")
    hundred = all(len(part) < 3 for part in parts) and sum(map(int, parts)) == 100  # the 50/30/20 rule
    return whole(m, (", " if hundred else " slash ").join(number(part, here.british) for part in parts))


def _multiply(m: re.Match[str], here: Here) -> Said | None:
    squared = m["a"] == m["b"] and m["c"] is None and len(m["a"]) == 1
    if (
        m["c"] is None
        and m.group().find(" ") < 0
        and m["x"] == "x"
        and not (squared or _SCREEN.fullmatch(m.group()))
        and (m.start(), m.end()) == (0, len(here.text))
    ):
        return whole(m, f"{number(m['a'], here.british)} X {number(m['b'], here.british)}")
    if _PICTURE.fullmatch(m.group()):  # so many dots of a screen
        return whole(m, f"{pairs(m['a'])} by {pairs(m['b'])}")
    equals = _EQUALS.match(here.text, m.end()) is not None
    thing = here.before(m.start()).lower() in ("a", "an", "the") and not equals  # a 2 × 4
    sides = thing or m["c"]  # 11.6 × 4.7 × 1.4 in
    sign = "times" if equals or (m["x"] == "×" and " " in m.group() and not sides) else "by"
    parts = [number(m[g], here.british) for g in ("a", "b", "c") if m[g]]
    return whole(m, f" {sign} ".join(parts))


_EQUALS = re.compile(r"\s?[=≈]")
_SCREEN = re.compile(r"\d{4}x\d{3,4}")
_PICTURE = re.compile(r"\d{3,4}\s?[x×]\s?\d{3,4}")


_PARTS_LIST = re.compile(
    r"\s(?:USB|HDMI|DisplayPort|DP\b|Thunderbolt|SATA|PCIe|M\.2|RJ-?45|Ethernet|SSDs?|HDDs?|DIMMs?|SODIMM|microSD|SD|AAA?"
    r"|XLR|RCA|LAN|VGA|\d+(?:GB|TB|MP|W|mm)\b)"
)
"""What a maker lists so many of: "2x HDMI"."""


_BY_SO_MUCH = words(
    """
    developer developers engineer engineers programmer programmers zoom return returns growth multiplier
    increase increases improvement improvements magnification speedup gains leverage optical telephoto digital
    performance productivity
    """
)
"""What is so many times as much as another: "a 10x engineer", "3x zoom"."""


_ZOOMED = re.compile(r"\s[A-Za-z]{4,12}\s[Zz]oom\b")
_FASTER = re.compile(
    r"\s(?:more|less|as|the|a|faster|slower|higher|lower|larger|smaller|bigger|greater|better|per|what|its|that)\b"
)


def _so_much_to(m: re.Match[str], here: Here) -> Said | None:
    """ "9x to 10x performance wins": both as the second is said."""
    times = "X" if here.after(m.end()).lower() in _BY_SO_MUCH else "times"
    return whole(m, f"{number(m['a'], here.british)} {m['to']} {number(m['b'], here.british)} {times}")


def _times(m: re.Match[str], here: Here) -> Said | None:
    said = number(m["a"], here.british)
    rated = not m["b"] and m["a"].isdecimal() and len(m["a"]) == 4 and m["a"].endswith("00")
    if rated and not _FASTER.match(here.text, m.end()):
        return whole(m, f"{said if m['a'].endswith('000') else pairs(m['a'])} X")  # a card of 1800x
    if m["b"]:  # 10-100x faster
        return whole(m, f"{said} to {number(m['b'], here.british)} times")
    if m["per"]:
        per = {"wk": "week", "mo": "month", "yr": "year", "hr": "hour"}.get(m["per"], m["per"])
        return whole(m, f"{said} times per {per}")
    if here.text[m.end() : m.end() + 1] == "(":  # 7x(1 min hard)
        return whole(m, f"{said} times")
    if _PARTS_LIST.match(here.text, m.end()):
        return whole(m, said)  # 4x USB ports
    if here.after(m.end()).lower() in _BY_SO_MUCH or _ZOOMED.match(here.text, m.end()):
        return whole(m, f"{said} X")  # a 10x developer
    counted = m["a"] != "0" and (here.after(m.end()) or here.before(m.start()))
    return whole(m, f"{said} {'times' if counted else 'X'}")


def _difference(m: re.Match[str], here: Here) -> Said | None:
    """ "5 - 3 = 2": only where something equals it."""
    parts = re.findall(r"(?<![\d/])\d{1,2}/\d{1,3}(?![\d/])|\d+|\S", m.group())
    names = {
        "-": "minus",
        "÷": "divided by",
        "−": "minus",
        "+": "plus",
        "=": "equals",
        "*": "times",
        "×": "times",
        "x": "times",
        "/": "over",
    }
    said = []
    for part in parts:
        top, _, bottom = part.partition("/")
        if bottom and top and int(top) < int(bottom):  # 1/2 + 1/4
            said.append(fraction(int(top), int(bottom), here.british))
        elif bottom and top:
            said.append(f"{number(top, here.british)} over {number(bottom, here.british)}")
        else:
            said.append(names.get(part) or number(part, here.british))
    return whole(m, " ".join(said))


_POWERS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")


def _power(m: re.Match[str], here: Here) -> Said | None:
    """ "10⁶", "10^6", "x²"."""
    base = number(m["a"], here.british) if m["a"][0].isdecimal() else " ".join(m["a"].upper())
    power = (m["p"] or m["q"]).translate(_POWERS)
    known = {"2": "squared", "3": "cubed"}.get(power)
    if not known:
        minus = "minus " if power[0] == "-" else ""
        known = f"to the power of {minus}{number(power.lstrip('-'), here.british)}"
    return whole(m, f"{base} {known}")


_OF_A_UNIT = re.compile(r"\s(?P<u>m|s|g|kg|km|cm|mm|nm|J|N|W|V|A|Pa|Hz|mol|L|eV)(?![\w/²³·⋅'’])")


def _scientific(m: re.Match[str], here: Here) -> Said | None:
    """ "1.5×10⁻⁹", "6.7e-11"."""
    power = (m["p"] or m["q"]).translate(_POWERS).replace("−", "-").lstrip("+")
    minus = "minus " if power[0] == "-" else ""
    said = f"to the power of {minus}{number(power.lstrip('-'), here.british)}"
    said = f"{number(m['a'], here.british)} times ten {said}"
    unit = _OF_A_UNIT.match(here.text, m.end())
    if unit:  # 4.2 × 10⁻⁷ m
        return Said(
            (
                (
                    f"{said} {local(UNITS.get(unit['u'], ('', 'seconds'))[1], here.british)}",
                    m.start(),
                    unit.end(),
                ),
            ),
            unit.end(),
        )
    return whole(m, said)


def _hex(text: str) -> str:
    return " ".join(digits(c) if c.isdecimal() else c.upper() for c in text)


_DEGREES = ("a", "got", "with", "an", "her", "his")
""""A 2:1 in history": a British degree."""
_PROPORTIONS = (
    "odds",
    "ratio",
    "majority",
    "margin",
    "mix",
    "mixture",
    "vote",
    "split",
    "scale",
    "solution",
    "slope",
)


def _ratio(m: re.Match[str], here: Here) -> Said | None:
    if timed := minutes(m, here):
        return whole(m, timed)
    degree = here.british and m["a"] == "2" and m["b"] in ("1", "2") and here.before(m.start()) in _DEGREES
    degree = degree and here.after(m.end()) not in _PROPORTIONS
    join = " " if degree or (m["a"] == m["b"] and len(m["a"]) > 1) else " to "  # a 50:50 chance
    return whole(m, f"{number(m['a'], here.british)}{join}{number(m['b'], here.british)}")


def _to_a_letter(m: re.Match[str], here: Here) -> Said | None:
    """ "2^n", "x^y"."""
    base = number(m["a"], here.british) if m["a"][0].isdecimal() else m["a"].upper()
    return whole(m, f"{base} to the {m['v'].upper()}")


def _in_parts(m: re.Match[str], here: Here) -> Said | None:
    """ "a ratio of 3:2:1", "10-bit 4:2:2 video"."""
    parts = m.group().split(":")
    if m.group() in ("4:2:2", "4:4:4"):
        return whole(m, " ".join(number(part, here.british) for part in parts))
    return whole(m, " to ".join(number(part, here.british) for part in parts))


_TERM = re.compile(r"\((?:[^()]{0,20}[-+−×*/])[^()]{1,20}\)\Z")


def _bracket_raised(m: re.Match[str], here: Here) -> Said | None:
    """ "(a + b)²": a power of what stands in the bracket."""
    if not _TERM.search(here.text, max(0, m.start() - 44), m.start()):
        return None
    return whole(m, "squared" if m["p"] == "²" else "cubed")


def _factorial(m: re.Match[str], here: Here) -> Said | None:
    """ "6! = 720"."""
    return whole(m, f"{number(m['a'], here.british)} factorial")


def _for_a_price(m: re.Match[str], here: Here) -> Said | None:
    """ "2/$5": so many for one price."""
    return whole(m, f"{number(m['a'], here.british)} for")


def _one_less(m: re.Match[str], here: Here) -> Said | None:
    """ "n-1", "2k+1": a letter that stands for a number."""
    sign = "plus" if m["sign"] == "+" else "minus"
    return whole(m, f"{m['a'].upper()} {sign} {number(m['n'], here.british)}")


_FUNCTIONS = table(
    "sin=sine | cos=cosine | tan=tangent | cot=cotangent | sec=secant | log=log | ln=natural log"
)


def _function(m: re.Match[str], here: Here) -> Said | None:
    """ "sin²θ", "cos θ"."""
    power = {"²": " squared", "³": " cubed"}.get(m["p"] or "", "")
    return whole(m, _FUNCTIONS[m["f"]] + power) if power or m["of"] is not None else None


_BESIDE = re.compile(r"\s?[=∝≤≥<>+*×/∑]")
_OF_CHANCE = re.compile(r"[=∝+*×/≤≥<>]\s?\Z|\blog\s\Z")


def _chance(m: re.Match[str], here: Here) -> Said | None:
    """ "P(A | B)", "E(X | Y) = 0": how likely one thing is, given another."""
    beside = _BESIDE.match(here.text, m.end()) or _OF_CHANCE.search(
        here.text, max(0, m.start() - 8), m.start()
    )
    if not m["b"] and not beside and m["f"] not in ("P", "Pr"):
        return None
    said = f"{m['f'].upper() if len(m['f']) == 1 else 'the probability'} of {_terms(m['a'])}"
    return whole(m, f"{said} given {_terms(m['b'])}" if m["b"] else said)


def _terms(text: str) -> str:
    """Say the letters and words in the brackets."""
    return " and ".join(p.upper() if len(p) == 1 else p for p in re.split(r",\s?|\s", text) if p != "and")


_EVENTS = r"[A-Za-z]{1,20}(?:(?:,\s?|\sand\s)[A-Za-z]{1,20}){0,3}"
_SO_MANY = Rule(
    r"[x×](?<=\d\s.)(?=\s(?:USB|HDMI|DisplayPort|DP|Thunderbolt|SATA|PCIe|M\.2|RJ|Ethernet|SSD|HDD|DIMM|SODIMM|microSD|SD|"
    r"AAA?|XLR|RCA|LAN|VGA)(?:\b|s\b|\d))",
    silent,  # 2 x USB-C
)
LETTERS = (
    _SO_MANY,
    Rule(rf"(?P<f>Pr?|E|H|p)\((?P<a>{_EVENTS})(?:\s?\|\s?(?P<b>{_EVENTS}))?\)", _chance),
    Rule(  # f'(x)
        r"(?P<f>[A-Za-z])(?P<p>['’′]{1,2})\((?P<a>[a-z])\)",
        lambda m, h: whole(
            m, f"{m['f'].upper()} {'double ' if len(m['p']) > 1 else ''}prime of {m['a'].upper()}"
        ),
    ),
    Rule(rf"(?P<f>{'|'.join(_FUNCTIONS)})(?P<p>[²³])?(?P<of>(?=\s?[θαβφ]))?(?!\w(?<![θαβφ]))", _function),
    Rule(r"(?P<a>[a-z])(?:\^|\s\^\s)(?P<v>[a-z])(?!\w)", _to_a_letter),
    Rule(r"(?P<a>[nk])!(?=\s[a-z=]|[=/])", lambda m, h: whole(m, f"{m['a'].upper()} factorial")),
    Rule(r"(?P<a>[a-z])\*\*(?P<p>\d)(?P<q>(?!))?(?!\w)", _power),
    Rule(r"(?P<a>[nkxy])(?P<sign>[-−+])(?P<n>\d)(?![\w-]|\.\d)", _one_less),
    Rule(
        r"(?P<a>[A-Za-z]{1,2})(?:(?:\^|(?<=\b\w)\s\^\s)(?P<p>-?\d{1,3})|(?P<q>⁻?[²³⁴-⁹]{1,3}))(?!\w)", _power
    ),
)
DIGITS = (
    Rule(r"(?P<a>\d{1,3})!(?=\s?[=×÷/]|\s(?:is|equals)\s\d)", _factorial),
    Rule(r"(?P<a>\d)/(?=[$£€]\d)", _for_a_price),
    Rule(
        r"(?P<n>\d{1,3}(?:\.\d{1,3}){0,2})\.[xX](?!\w)",
        lambda m, h: whole(m, f"{' point '.join(number(p, h.british) for p in m['n'].split('.'))} point X"),
    ),
    Rule(r"0[xX](?P<h>[0-9A-Fa-f]{1,16})(?!\w)", lambda m, h: whole(m, f"zero x {_hex(m['h'])}")),
    Rule(
        rf"(?P<a>{AMOUNT})\s?[×x·]\s?10(?:\^(?P<p>[-−]?\d{{1,3}})|(?P<q>⁻?[⁰¹²³⁴-⁹]{{1,3}}))(?!\w)",
        _scientific,
    ),
    Rule(
        r"(?P<a>\d(?:\.\d{1,8})?)(?:[eE](?=[-−+])|e(?=\d))(?P<p>[-−+]?\d{1,3})(?P<q>(?!))?(?![\w.]\w|\w)",
        _scientific,
    ),
    Rule(rf"(?P<a>{AMOUNT})(?:(?:\^|\s\^\s)(?P<p>-?\d{{1,3}})|(?P<q>⁻?[⁰¹²³⁴-⁹]{{1,3}}))(?!\w)", _power),
    Rule(r"(?P<a>\d{1,6})\*\*(?P<p>\d{1,3})(?P<q>(?!))?(?!\w)", _power),
    Rule(r"(?P<p>[²³])(?<=\)[²³])(?!\w)", _bracket_raised),
    Rule(rf"(?P<a>{AMOUNT})(?:\^|\s\^\s)(?P<v>[a-z])(?!\w)", _to_a_letter),
    Rule(r"[¹²³⁰⁴-⁹]+(?!\w)", silent),  # a note's mark
    Rule(
        r"\d{1,20}(?:\s?[-−+*×/÷]\s?\d{1,20}){1,9}+\s?=\s?[-−]?\d{1,20}(?:/\d{1,4})?(?![\w./])"
        r"|\d{1,20}\s[*÷]\s\d{1,20}(?![\w.])",
        _difference,
    ),
    Rule(
        r"(?P<a>\d)\s?[x×]\s?(?P<b>\d{1,2})s(?![^\W_])",
        lambda m, h: whole(m, f"{number(m['a'], h.british)} by {plural(number(m['b'], h.british))}"),
    ),
    Rule(
        rf"(?P<a>{AMOUNT})\s?(?P<x>[x×])\s?(?P<b>{AMOUNT})(?:\s?[x×]\s?(?P<c>{AMOUNT}))?(?![\w⁻^])", _multiply
    ),
    Rule(rf"(?P<a>{AMOUNT})[x×]?[-–](?P<b>{AMOUNT})[x×](?P<per>(?!))?(?!\w)", _times),
    Rule(rf"(?P<a>{AMOUNT})[x×]\s(?P<to>to|or)\s(?P<b>{AMOUNT})[x×](?!\w)", _so_much_to),
    Rule(
        rf"(?P<a>{AMOUNT})(?P<b>(?!))?[x×](?:/(?P<per>day|week|wk|month|mo|year|yr|hour|hr)\b)?(?!\w)", _times
    ),
    Rule(r"24/7/365(?![\w/])", lambda m, h: whole(m, "twenty-four seven, three sixty-five")),
    Rule(r"\d{1,20}(?:/\d{1,20}){2,9}+(?![\w/])", _chain),
    Rule(rf"(?P<a>{AMOUNT})\+(?P<b>{AMOUNT})(?![\w+])", _sum),
    Rule(r"4:2:0(?![\w:.])", lambda m, h: whole(m, "four two zero")),
    Rule(r"\d{1,3}(?::(?!0)\d{1,3}){2,4}(?![\w:.])", _in_parts),
    Rule(r"(?P<a>\d{1,2}\.\d{1,3}):(?P<b>1)(?![\w:.])", _in_parts),
    Rule(r"(?P<a>\d{1,3}):(?P<b>\d{1,3}(?:,\d{3})*)(?![\w:]|,\d)", _ratio),
)
_LOGIC = table(
    """
    ∈=in | ∉=not in | ⊆=is a subset of | ⊂=is a subset of | ⊇=is a superset of | ∪=union | ∩=intersection |
    ∧=and | ∨=or | ¬=not | ∀=for all | ∃=there exists | ∅=the empty set | ⇔=if and only if | ⇒=implies |
    →=implies
    """
)
"""Signs of sets and logic."""
_LOGICAL = re.compile(r"[∈∉⊆⊂⊇∧∨∀∃¬]")


def _logic(m: re.Match[str], here: Here) -> Said | None:
    """ "x ∈ A → x ∈ B": an arrow only beside the other signs."""
    if m.group()[0] in "⇔⇒→" and not _LOGICAL.search(here.text, max(0, m.start() - 60), m.end() + 60):
        return None
    return whole(m, _LOGIC[m.group()[0]])


LOGIC = (
    _SO_MANY,
    Rule(rf"[{''.join(_LOGIC)}]\s?", _logic),
)
