"""Sums of money: "£1.5m", "$30-35 million", "A$10", "€20", "EUR 7 million", "50p", "99¢", "$20/mo"."""

from __future__ import annotations

import re

from listen.speech.english.quantities.amounts import AMOUNT, MAGNITUDE, MINUS, attributive, magnitude, number
from listen.speech.numbers import cardinal, digits, pairs
from listen.speech.rules import Here, Rule, Said, table, whole

_DOLLAR = ("dollar", "dollars", "cent", "cents")
CURRENCIES: dict[str, tuple[str, str, str, str]] = {
    "$": _DOLLAR,
    "£": ("pound", "pounds", "penny", "pence"),
    "€": ("euro", "euros", "cent", "cents"),
    "¥": ("yen", "yen", "sen", "sen"),
    "￥": ("yen", "yen", "sen", "sen"),
    "₹": ("rupee", "rupees", "paisa", "paise"),
    "₩": ("won", "won", "jeon", "jeon"),
    "₽": ("rouble", "roubles", "kopeck", "kopecks"),
    "₺": ("lira", "lira", "kurus", "kurus"),
    "₪": ("shekel", "shekels", "agora", "agorot"),
    "₴": ("hryvnia", "hryvnias", "kopiyka", "kopiykas"),
    "₦": ("naira", "naira", "kobo", "kobo"),
    "₱": ("peso", "pesos", "centavo", "centavos"),
    "₫": ("dong", "dong", "hao", "hao"),
    "฿": ("baht", "baht", "satang", "satang"),
    "₿": ("bitcoin", "bitcoins", "satoshi", "satoshis"),
    "₵": ("cedi", "cedis", "pesewa", "pesewas"),
    "₸": ("tenge", "tenge", "tiyn", "tiyn"),
    "R$": ("real", "reais", "centavo", "centavos"),
    "zł": ("zloty", "zlotys", "grosz", "groszy"),
    "kr": ("krone", "kroner", "øre", "øre"),
    "Rs": ("rupee", "rupees", "paisa", "paise"),
    "RM": ("ringgit", "ringgit", "sen", "sen"),
    "Rp": ("rupiah", "rupiah", "sen", "sen"),
    "SFr": ("Swiss franc", "Swiss francs", "centime", "centimes"),
    "Fr": ("franc", "francs", "centime", "centimes"),
    "SKr": ("Swedish krona", "Swedish kronor", "öre", "öre"),
    "NKr": ("Norwegian krone", "Norwegian kroner", "øre", "øre"),
    "DKr": ("Danish krone", "Danish kroner", "øre", "øre"),
    "KSh": ("Kenyan shilling", "Kenyan shillings", "cent", "cents"),
    "Tk": ("taka", "taka", "poisha", "poisha"),
}
_COUNTRIES = table(
    """
    A=Australian | AU=Australian | AUD=Australian | C=Canadian | CA=Canadian | CAD=Canadian |
    NZ=New Zealand | NZD=New Zealand | HK=Hong Kong | HKD=Hong Kong | S=Singapore | SGD=Singapore |
    US=U S | NT=New Taiwan | TT=Trinidad and Tobago | J=Jamaican | Z=Zimbabwean
    """
)
CODES: dict[str, tuple[str, str, str, str]] = {
    "USD": _DOLLAR,
    "EUR": CURRENCIES["€"],
    "GBP": CURRENCIES["£"],
    "JPY": CURRENCIES["¥"],
    "INR": CURRENCIES["₹"],
    "KRW": CURRENCIES["₩"],
    "RUB": CURRENCIES["₽"],
    "TRY": CURRENCIES["₺"],
    "ILS": CURRENCIES["₪"],
    "UAH": CURRENCIES["₴"],
    "NGN": CURRENCIES["₦"],
    "PHP": CURRENCIES["₱"],
    "THB": CURRENCIES["฿"],
    "BTC": CURRENCIES["₿"],
    "BRL": CURRENCIES["R$"],
    "PLN": CURRENCIES["zł"],
    "CHF": ("Swiss franc", "Swiss francs", "centime", "centimes"),
    "CNY": ("yuan", "yuan", "fen", "fen"),
    "RMB": ("yuan", "yuan", "fen", "fen"),
    "SEK": ("Swedish krona", "Swedish kronor", "öre", "öre"),
    "NOK": ("Norwegian krone", "Norwegian kroner", "øre", "øre"),
    "DKK": ("Danish krone", "Danish kroner", "øre", "øre"),
    "ZAR": ("rand", "rand", "cent", "cents"),
    "MXN": ("Mexican peso", "Mexican pesos", "centavo", "centavos"),
    "CZK": ("Czech crown", "Czech crowns", "haler", "halers"),
    "HUF": ("forint", "forints", "filler", "fillers"),
    "SAR": ("Saudi riyal", "Saudi riyals", "halala", "halalas"),
    "AED": ("dirham", "dirhams", "fils", "fils"),
    "PKR": ("Pakistani rupee", "Pakistani rupees", "paisa", "paise"),
    "KES": ("Kenyan shilling", "Kenyan shillings", "cent", "cents"),
    **{c: (f"{_COUNTRIES[c]} dollar", f"{_COUNTRIES[c]} dollars", "cent", "cents")
       for c in ("AUD", "CAD", "NZD", "HKD", "SGD")},
}  # fmt: skip
_PER = table(
    """
    mo=month | month=month | mth=month | yr=year | year=year | y=year | wk=week | week=week | w=week |
    d=day | day=day | hr=hour | h=hour | hour=hour | kg=kilogram | lb=pound | oz=ounce | t=tonne |
    bbl=barrel | barrel=barrel | gal=gallon | l=litre | sq ft=square foot | MWh=megawatt hour |
    kWh=kilowatt hour | share=share | person=person | head=head | night=night | user=user
    """
)
_PREFIX = r"(?:US|AU|CA|NZ|HK|NT|TT|[ACSJZ](?=\$))"
_SIGN = rf"(?:{_PREFIX}?\$|R\$|(?:Rs|kr|SFr|[SND]Kr|Fr|RM|Rp|KSh|Tk)\.?\s?(?=\d)|[£€¥￥₹₩₽₺₪₴₦₱₫฿₿₵₸])"
_TAIL = (
    rf"(?![\d.,]{{1,30}}@)(?P<a>{AMOUNT})(?P<am>{MAGNITUDE})?"
    rf"(?:(?:\s?[-–]\s?|—)(?P<sign2>{_SIGN})?(?P<b>{AMOUNT})(?!\s?%)(?P<bm>{MAGNITUDE})?)?"
    rf"(?:/(?P<per>{'|'.join(sorted(_PER, key=len, reverse=True))}"
    r"|(?!(?:and|or)\b)[a-z]{3,12}(?!/))(?![^\W_]))?"
)


def _names(sign: str) -> tuple[str, str, str, str]:
    sign = sign.strip().rstrip(".")
    if sign in CURRENCIES:
        return CURRENCIES[sign]
    country = _COUNTRIES[sign.rstrip("$")]
    return (f"{country} dollar", f"{country} dollars", "cent", "cents")


def _one(
    names: tuple[str, str, str, str], amount: str, scale: str | None, british: bool, single: bool
) -> str:
    """One sum: whole and hundredths where it is written so, else the figure and the currency."""
    one, many, cent, cents = names
    if scale:
        return f"{number(amount, british)} {magnitude(scale)} {one if single else many}"
    whole_part, point, rest = amount.replace(",", "").partition(".")
    rest = rest.rstrip("0")
    if point and len(rest) > 2:
        return f"{number(amount.replace(',', ''), british)} {many}"
    if len(whole_part) > 24:
        return f"{digits(whole_part)} {many}"
    if not rest:
        n = int(whole_part or 0)
        return f"{cardinal(n, british)} {one if single or n == 1 else many}"
    minor = int(rest.ljust(2, "0"))
    small = f"{cardinal(minor, british)} {cent if minor == 1 else cents}"
    n = int(whole_part or 0)
    if n == 0:
        return small
    if single and n < 100:  # a $6.99 chicken
        shown = f"oh {cardinal(minor)}" if minor < 10 else cardinal(minor)
        return f"{cardinal(n)} {shown}" if cent == "cent" else f"{cardinal(n)} {one} {shown}"
    if single:
        return f"{cardinal(n, british)} {one} {cardinal(minor, british)} {cent}"
    large = f"{cardinal(n, british)} {one if n == 1 else many}"
    if british and one == "pound" and minor >= 10:
        return f"{large} {cardinal(minor, british)}"
    return f"{large} {small}" if n < 1000 or not british else f"{large} and {small}"


_NAMED = re.compile(r"[- ](?:dollars?|pounds?|euros?|yen|rupees?)\b")


def _sum(m: re.Match[str], here: Here, names: tuple[str, str, str, str]) -> Said:
    british = here.british
    end = m.end()
    single = not m["per"] and attributive(here, m.start(), end)
    first, scale = m["a"], m["am"]
    if m["b"]:
        second = _one(_names(m["sign2"]) if m["sign2"] else names, m["b"], m["bm"], british, single)
        if m["sign2"] and (scale or not m["bm"]):
            low = _one(names, first, scale, british, single)
        elif scale and scale.strip() != (m["bm"] or "").strip():
            low = f"{number(first, british)} {magnitude(scale)}"
        else:
            low = number(first, british)
        words = f"{low} to {second}"
    else:
        words = _one(names, first, scale, british, single)
        if _NAMED.match(here.text, end):  # "a $2 trillion-dollar plan" names its currency itself
            words = f"{number(first, british)} {magnitude(scale)}".rstrip()
    if m["per"]:
        words += f" per {_PER.get(m['per'], m['per'])}"
    if m["minus"]:
        words = f"minus {words}"
    return whole(m, words)


def _sign(m: re.Match[str], here: Here) -> Said | None:
    return _sum(m, here, _names(m["sign"]))


def _code(m: re.Match[str], here: Here) -> Said | None:
    return _sum(m, here, CODES[m["code"]])


def _code_after(m: re.Match[str], here: Here) -> Said:
    single = attributive(here, m.start(), m.end())
    return whole(m, _one(CODES[m["code"]], m["a"], m["am"], here.british, single))


def _euro_after(m: re.Match[str], here: Here) -> Said:
    single = attributive(here, m.start(), m.end())
    return whole(m, _one(CURRENCIES[m["sign"]], m["a"], m["am"], here.british, single))


def _coins(m: re.Match[str], here: Here) -> Said | None:
    n = number(m["a"], here.british)
    if m["unit"] == "¢":
        return whole(m, f"{n} cent{'' if m['a'] == '1' else 's'}")
    if m["a"] in ("720", "1080", "1440", "2160"):  # lines of a picture
        return whole(m, f"{pairs(m['a'])} P")
    return whole(m, f"{n} {'penny' if m['a'] == '1' else 'pence'}")


_ALL_CODES = "|".join(CODES)
SIGNS = (Rule(rf"(?P<minus>{MINUS})?(?P<sign>{_SIGN})\s?{_TAIL}", _sign),)
LETTERS = (
    Rule(rf"(?P<minus>(?!))?(?P<sign>{_SIGN})\s?{_TAIL}", _sign),
    Rule(rf"(?P<minus>(?!))?(?P<code>{_ALL_CODES})\s?{_TAIL}", _code),
)
DIGITS = (
    Rule(rf"(?P<a>{AMOUNT})(?P<am>{MAGNITUDE})?\s(?P<code>{_ALL_CODES})\b", _code_after),
    Rule(rf"(?P<a>{AMOUNT})(?P<am>{MAGNITUDE})?\s?(?P<sign>[€£¥₽₺₪₴₫฿])(?!\d)", _euro_after),
    Rule(r"(?P<a>\d{1,4}(?:\.\d+)?)(?P<unit>¢|p(?![^\W_]))", _coins),
)
