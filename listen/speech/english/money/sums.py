"""Sums of money: "£1.5m", "$30-35 million", "A$10", "€20", "EUR 7 million", "$20/mo"."""

from __future__ import annotations

from listen.speech.english.money.currencies import CODES, COUNTRIES, SIGNS, Currency, by_sign
from listen.speech.english.money.other_commas import APOSTROPHES, COMMA, EUROS, FRANCS, REAIS, RUPEES
from listen.speech.english.money.paid_for import PER, PERS, TERM, TERMS
from listen.speech.english.money.small_change import CENT_SIGN, COINS, PART_OF_CENT
from listen.speech.english.money.sum_words import sum_words
from listen.speech.english.money.whose_money import currency_of, is_money, is_noun
from listen.speech.english.quantities.amounts import (
    AMOUNT,
    MAGNITUDE,
    MINUS,
    SUMS,
    TENS,
    WORDY,
    attributive,
    before_plural,
    magnitude,
    number,
    qualifies,
)
from listen.speech.numbers import fraction
from listen.speech.rules import Here, Rule, Said, whole, words
from listen.speech.writing import patterns as re

_PREFIX = rf"(?:{'|'.join(sorted(COUNTRIES, key=len, reverse=True))})"
_WORDS = "|".join(sorted((re.escape(x) for x in SIGNS if x[0].isalpha() and len(x) > 1 and x[-1].isalpha()
                          and x not in ("lei", "Ft")), key=len, reverse=True))  # fmt: skip
_MARKS = "".join(x for x in SIGNS if len(x) == 1 and not x.isascii() and not x.isalpha()) + "Ξ"
_APART = r"US(?<!(?:ing|ery|age) to US)|(?:AU|NZ|HK)(?:(?<!\b[Tt]o ..)(?<!\b[Ii]n ..)|(?<=\b[Uu]p to ..))"
"""Apart from its sign: "US $5"; no place that something is sent to: "delivery to NZ $12"."""
_SIGN = (
    rf"(?:(?:{_APART})\s\$(?=\d)|{_PREFIX}?\$|R\$|E£|S/(?=\s?\d)|R(?=\d)|(?:{_WORDS})\.?\s?(?=\d)|[{_MARKS}])"
)
_TAIL = (
    rf"(?![\d.,]{{1,30}}@)(?P<a>{AMOUNT})(?P<am>{MAGNITUDE}|\s?[mM][mM](?!\w))?"
    rf"(?:(?:\s?[-–]\s?|—|-to-)(?P<sign2>{_SIGN})?(?P<b>{AMOUNT})(?!\s?%)(?P<bm>{MAGNITUDE})?)?"
    rf"(?:\s?/\s?(?P<per>{PERS}"
    r"|(?!(?:and|or)\b)[a-z]{3,12})(?![^\W_])"
    r"(?:/(?P<per2>month|mo|year|yr|week|wk|day|hour|hr|night|[a-z]{4,12})(?!\w)|(?!/)))?"
)


_OF_CODE = {
    "USD": "U S", "US": "U S", "CAD": "Canadian", "AUD": "Australian", "NZD": "New Zealand",
    "SGD": "Singapore",
}  # fmt: skip
_TOLD_TWICE = re.compile(r"\s?(?P<code>USD|CAD|AUD|NZD|SGD|EUR|GBP|US(?=[\s.,;)]))(?!\w)")
_SAME = ("EUR", "GBP")
"""Codes that say nothing more than their sign."""
_EACH = re.compile(r"/(?P<per>[a-z]{2,12})(?:/(?P<per2>[a-z]{2,12}))?(?![\w/])")
_NAMED = re.compile(r"[- ](?:dollars?|pounds?|euros?|yen|rupees?)\b")


_NO_GOODS = words(
    """
    dollars times overseas sometimes upfront brings adds includes starts represents allows
    indoors outdoors besides guarantees ensures provides
    adults seniors students members pupils couples kids veterans families
    """
)


_OTHER_MONEY = re.compile(r"/[$£€]\d[\d,.]{0,9}(?=[\s-])")


def _buys(here: Here, end: int, start: int) -> bool:
    """Return whether things of that price follow: "some $5,000 guitars", but "from $99 Features: …"."""
    if here.before(start).lower() in ("at", "from") and here.after(end)[:1].isupper():
        return False
    if here.text[max(0, start - 4) : start].lower() in ("sub-", "sub‑"):
        return qualifies(here, end)  # a sub-$200 tracker
    return before_plural(here, end) and here.after(end).lower() not in _NO_GOODS


def _parted(m: re.Match[str]) -> bool:
    """Return whether the dash ends a phrase: "$100,000 – 27 percent more"."""
    if not m["b"] or m["sign2"] or m["bm"] or m["am"]:
        return False
    spaced = re.search(r"\s[-–—]\s", m.group()) is not None
    return spaced and float(m["b"].replace(",", "")) < float(m["a"].replace(",", ""))


def _is_taken_off(m: re.Match[str], here: Here) -> bool:
    """Return whether one sum is taken off another: "profit = $50 - $30", "$50 - $30 = $20"."""
    if re.search(r"\s[-–]\s", m.group()) is None:
        return False
    summed = here.text[: m.start()].endswith("= ") or here.text.startswith(" =", m.end())
    return summed and float(m["b"].replace(",", "")) < float(m["a"].replace(",", ""))


def _sum(m: re.Match[str], here: Here, names: Currency) -> Said:
    british = here.british
    if _parted(m):
        said = sum_words(names, m["a"], None, british, False)
        return Said(((said, m.start(), m.end("a")),), m.end("a"))
    end = m.end()
    paired = _OTHER_MONEY.match(here.text, end)  # the £45/$50 mark
    single = (not m["per"] or here.before(m.start()).lower() in ("a", "an")) and (
        attributive(here, m.start(), paired.end() if paired else end)
        or _buys(here, end, m.start())
        or (here.text[max(0, m.start() - 4) : m.start()] in ("sub-", "Sub-") and qualifies(here, end))
    )
    first, scale = m["a"], m["am"]
    if m["b"]:
        second = sum_words(by_sign(m["sign2"]) if m["sign2"] else names, m["b"], m["bm"], british, single)
        if m["sign2"] and (scale or not m["bm"]):
            low = sum_words(names, first, scale, british, single)
            if single and scale and m["bm"] and m["sign2"].strip() == m.group("sign").strip():
                low = f"{number(first, british)} {magnitude(scale)}"
            if single and m["per"] and not scale and m["sign2"].strip() == m.group("sign").strip():
                low = number(first, british)  # a $10-$12/hr. wage
        elif scale and scale.strip() != (m["bm"] or "").strip():
            low = f"{number(first, british)} {magnitude(scale)}"
        elif not scale and not m["bm"] and first[-3:-2] == ".":
            low = sum_words(names, first, None, british, False)  # $1.50-2
        else:
            low = number(first, british)
        words = f"{low} {'minus' if _is_taken_off(m, here) else 'to'} {second}"
    else:
        words = sum_words(names, first, scale, british, single)
        if _NAMED.match(here.text, end):  # "a $2 trillion-dollar plan" names its currency itself
            words = f"{number(first, british)} {magnitude(scale)}".rstrip()
    if m["per"]:
        words += " each" if m["per"] in ("each", "ea") else f" per {PER.get(m['per'], m['per'])}"
        if m["per2"]:
            words += f" per {PER.get(m['per2'], m['per2'])}"
    if m["minus"]:
        words = f"minus {words}"
    term = None if m["per"] or m["bm"] else TERM.match(here.text, end)
    if term:
        return Said(((f"{words} {TERMS[term['t']]}", m.start(), term.end()),), term.end())
    told = _TOLD_TWICE.match(here.text, end)
    same = told and told["code"] in _SAME
    if told and (names is CODES[told["code"]] if same else names is SIGNS["$"]):  # "$10 USD"
        if not same:
            words = re.sub(r"\b(dollars?)\b", rf"{_OF_CODE[told['code']]} \1", words)
        each = _EACH.match(here.text, told.end())
        end = each.end() if each else told.end()
        if each:  # "$25USD/user"
            words += "".join(f" per {PER.get(p, p)}" for p in (each["per"], each["per2"]) if p)
        return Said(((words, m.start(), end),), end)
    return whole(m, words)


def _in_the_red(m: re.Match[str], here: Here) -> Said | None:
    """ "$(1.5) million": what an account writes in brackets is lost."""
    said = sum_words(by_sign(m["sign"]), m["a"], m["am"], here.british, False)
    return whole(m, f"minus {said}")


_EIGHTHS = {
    "½": (1, 2), "¼": (1, 4), "¾": (3, 4), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8),
    "⅓": (1, 3), "⅔": (2, 3),
}  # fmt: skip


def _and_part(m: re.Match[str], here: Here) -> Said | None:
    """ "$23⅛", "£2½m": a sum and a part of one."""
    names, (top, bottom) = by_sign(m["sign"]), _EIGHTHS[m["part"]]
    part = {(1, 2): "a half", (1, 4): "a quarter"}.get((top, bottom)) or fraction(top, bottom, here.british)
    single = attributive(here, m.start(), m.end())
    unit = names.one if single or not m["a"] else names.many
    if not m["a"]:
        scale = magnitude(m["am"])
        if not scale:
            return whole(
                m, f"{part.replace('a half', 'half a')} {unit}" if part[0] == "a" else f"{part} of a {unit}"
            )
        return whole(m, f"{part.removeprefix('a ')} {'a ' if bottom == 2 else 'of a '}{scale} {names.many}")
    said = f"{number(m['a'], here.british)} and {part}"
    return whole(m, " ".join(filter(None, (said, magnitude(m["am"]), unit))))


def _sign(m: re.Match[str], here: Here) -> Said | None:
    if not is_money(m, here):
        return None
    return _sum(m, here, currency_of(m, here))


def _and_more(m: re.Match[str], here: Here) -> Said | None:
    """ "a $380+ billion industry"."""
    names = currency_of(m, here)
    single = attributive(here, m.start(), m.end())
    said = f"{number(m['a'], here.british)} plus {magnitude(m['am'])}"
    return whole(m, f"{said} {names.one if single else names.many}")


def _code(m: re.Match[str], here: Here) -> Said | None:
    if not is_money(m, here):
        return None
    return _sum(m, here, CODES[m["code"]])


def _code_after(m: re.Match[str], here: Here) -> Said | None:
    if is_noun(m, here):
        return None
    single = attributive(here, m.start(), m.end())
    return whole(m, sum_words(CODES[m["code"]], m["a"], m["am"], here.british, single))


def _euro_after(m: re.Match[str], here: Here) -> Said | None:
    if m["sign"] == "Rs" and len(m["a"]) == 1 and here.before(m.start()).lower() in ("the", "these", "those"):
        return None  # the 3 Rs
    single = attributive(here, m.start(), m.end())
    return whole(m, sum_words(currency_of(m, here), m["a"], m["am"], here.british, single))


_ALL_CODES = "|".join(CODES)


def _unknown(m: re.Match[str], here: Here) -> Said | None:
    """ "$X", "$N million", "£XXX": a sum that is not told."""
    scale = f" {m['am'] or magnitude(m['short'])}" if m["am"] or m["short"] else ""
    name = {"$": "dollars", "£": "pounds", "€": "euros"}[m["sign"]]
    return whole(m, f"{' '.join(m['x'])}{scale} {name}")


SYMBOLS = (
    CENT_SIGN,
    SUMS,
    TENS,
    Rule(r"[-–](?<=\d[p¢][-–])(?=\d{1,4}[p¢K](?!\w))", lambda m, h: whole(m, "to")),  # 7p-9p
    Rule(
        rf"(?P<sign>[$£€])(?P<x>[NXYZ]|X{{2,5}})(?:(?P<gap>\s)(?P<am>{WORDY})|(?P<short>[KMB]))?(?!\w|\.\w)",
        _unknown,
    ),
    Rule(rf"(?P<sign>[$£€])\((?P<a>{AMOUNT})\)(?P<am>{MAGNITUDE})?", _in_the_red),
    Rule(rf"(?P<sign>[$£€])(?P<a>\d{{1,5}})?(?P<part>[½¼¾⅛⅜⅝⅞⅓⅔])(?P<am>{MAGNITUDE})?(?![\w/])", _and_part),
    PART_OF_CENT,
    RUPEES,
    EUROS,
    COMMA,
    Rule(rf"(?P<sign>{_SIGN})\s?(?P<a>{AMOUNT})\+\s?(?P<am>{MAGNITUDE})", _and_more),
    Rule(rf"(?P<minus>{MINUS})?(?P<sign>{_SIGN})\s?{_TAIL}", _sign),
)
LETTERS = (
    REAIS,
    FRANCS,
    RUPEES,
    EUROS,
    Rule(rf"(?P<minus>(?!))?(?P<sign>{_SIGN})\s?{_TAIL}", _sign),
    Rule(rf"(?P<minus>(?!))?(?P<code>{_ALL_CODES})\s?{_TAIL}", _code),
)


def _rate_of(m: re.Match[str], here: Here) -> Said | None:
    """ "1.08 USD/EUR": so much of one money for one of another."""
    one = m["a"] == "1"
    unit = CODES[m["code"]].one if one else CODES[m["code"]].many
    return whole(m, f"{number(m['a'], here.british)} {unit} per {CODES[m['per']].one}")


DIGITS = (
    Rule(rf"(?P<a>{AMOUNT})\s(?P<code>{_ALL_CODES})/(?P<per>{_ALL_CODES})(?![\w/])", _rate_of),
    APOSTROPHES,
    Rule(rf"(?P<a>{AMOUNT})(?P<am>{MAGNITUDE})?\s(?P<code>{_ALL_CODES})\b", _code_after),
    Rule(
        rf"(?P<a>{AMOUNT})(?P<am>{MAGNITUDE})?\s?(?P<sign>[{_MARKS}]|\$(?!\s?[\d{{(])|kr|zł|Kč|Rs(?=\.|,|;|\s|\Z)|Ft(?=\.|,|\s|\Z))(?![\w])",
        _euro_after,
    ),
    *COINS,
)
