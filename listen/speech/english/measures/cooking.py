"""This module says the measures of a recipe as cooks write them: "1 Tbsp.", "16 FL OZ", "2 lg eggs"."""

from __future__ import annotations

from listen.speech.english.measures.portions import PARTS_BY_SIGN
from listen.speech.english.quantities.amounts import attributive
from listen.speech.numbers import cardinal, decimal, fraction
from listen.speech.rules import Here, Rule, Said, table, whole
from listen.speech.writing import patterns as re

_SOME = r"\d{1,3}\s?[½¼¾⅓⅔⅛⅜⅝]|\d{1,3}[\s-]\d/\d|[½¼¾⅓⅔⅛⅜⅝]|\d/\d|\d{1,4}(?:\.\d{1,2})?"
"""So much of a thing: "2", "1.5", "1/2", "1 1/2", "½", "2½"."""
_PARTS = re.compile(r"(?:(?P<whole>\d{1,3})[\s-]?)?(?:(?P<sign>[½¼¾⅓⅔⅛⅜⅝])|(?P<a>\d)/(?P<b>\d))")


def _some(text: str, british: bool) -> tuple[float, str]:
    """The value of an amount, and its words; no value where it is no amount."""
    m = _PARTS.fullmatch(text)
    if not m:
        return float(text), decimal(text, british)
    top, bottom = PARTS_BY_SIGN[m["sign"]] if m["sign"] else (int(m["a"]), int(m["b"]))
    if not 0 < top < bottom:
        return -1, ""
    if not m["whole"]:
        return top / bottom, fraction(top, bottom, british)
    part = {(1, 2): "a half", (1, 4): "a quarter"}.get((top, bottom)) or fraction(top, bottom, british)
    return int(m["whole"]) + top / bottom, f"{decimal(m['whole'], british)} and {part}"


_UNITS = {"t": "teaspoon", "f": "fluid ounce", "o": "ounce", "c": "cup"}


def _spooned(m: re.Match[str], here: Here) -> Said | None:
    """ "1 Tbsp. butter", "1/2 Tbs", "2-3 Tbl. oil", "16 FL OZ", "2 C flour"."""
    value, said = _some(m["a"], here.british)
    if value <= 0:
        return None
    unit = "tablespoon" if m["u"][:2].lower() == "tb" else _UNITS[m["u"][0].lower()]
    if m["low"]:
        low, first = _some(m["low"], here.british)
        if not 0 < low < value:
            return None
        said = f"{first} to {said}"
    an = "an" if unit == "ounce" else "a"
    if value < 1 and not m["low"]:
        part = "half" if value == 0.5 else f"{said} of" if value > 0.5 else ""
        return whole(m, f"{part} {an} {unit}" if part else f"{said} {unit}")
    held = attributive(here, m.start(), m.end()) or here.after(m.end()).lower() == "can"
    single = value <= 1 or (unit.endswith("ounce") and held)
    return whole(m, f"{said} {unit}{'' if single else 's'}")


_FOODS = (
    r"milk|sugar|flour|butter|salt|oil|water|cream|honey|vanilla|chopped|cheese|rice|broth|stock|nuts|oats|buttermilk"
    r"|shredded|grated|diced|sliced|chocolate|cocoa|raisins|bread|crumbs|yogurt|mayonnaise|juice|syrup|coconut|walnuts"
    r"|pecans|sifted|packed|cooked|fresh|frozen|brown|white|powdered"
)
_DETAILS = table(
    """
    sm=small | lg=large | lge=large | med=medium | ea=each | env=envelope | ctn=carton | pkg=package |
    pkgs=packages
    """
)
TRIGGERS = frozenset(_DETAILS)


def _detail(m: re.Match[str], here: Here) -> Said | None:
    """ "2 lg eggs", "1 env. gelatin", "1 (8 oz.) pkg cream cheese"."""
    return whole(m, _DETAILS[m["w"]])


def _joined(m: re.Match[str], here: Here) -> Said | None:
    """ "1 1/2-inch pieces": so much of one measure."""
    value, said = _some(m["a"], here.british)
    return whole(m, f"{said} {m['u']}") if value > 1 else None


def _hot(m: re.Match[str], here: Here) -> Said | None:
    """ "350 deg. F"."""
    scale = "Fahrenheit" if m["s"] == "F" else "Celsius"
    return whole(m, f"{cardinal(int(m['a']), here.british)} degrees {scale}")


def _by_weight(m: re.Match[str], here: Here) -> Said | None:
    """ "2 lbs. chicken thighs" as an ingredient: no weight of one thing."""
    value, said = _some(m["a"], here.british)
    return whole(m, f"{said} pounds") if value > 1 else None


_SPOONS = r"Tbsps?|T[Bb][Ss]|tbs|[Tt]bls?|TBL|T[Ss][Pp]s?|[Ff][Ll]\.?\s?[Oo][Zz]|FLOZ|[Oo]zs|Oz"
_SACKS = r"bags?|box(?:es)?|bottles?|tubs?|sacks?|weights?|plates?|dumbbells?|capacity|man|limit|loss|vest"
DIGITS = (
    Rule(
        rf"(?:(?P<low>{_SOME})\s?(?:[-–]\s?|to\s))?(?P<a>{_SOME})(?:\s|-)?(?P<u>{_SPOONS})(?![\w'’])\.?",
        _spooned,
    ),
    Rule(
        rf"(?P<low>(?!))?(?P<a>{_SOME})\s(?P<u>c(?=\s)|C\.?)(?=\s(?:[a-z-]{{2,12}},?\s){{0,2}}(?:{_FOODS})\b)",
        _spooned,
    ),
    Rule(
        r"(?P<a>\d{1,3}[\s-]\d/\d{1,2}|\d{1,3}\s?[½¼¾⅓⅔⅛⅜⅝])[-‐‑](?P<u>inch|pound|ounce|mile|hour|foot|acre|gallon|quart|cup|pint|ton)"
        r"(?![\w'’])",
        _joined,
    ),
    Rule(r"(?P<a>\d{2,4})\s?deg\.?\s?(?P<s>[FC])(?![\w'’])\.?(?!\s[A-Z])", _hot),
    Rule(rf"(?<=\A)(?P<a>{_SOME})\s?lbs\.?(?=\s(?!(?:{_SACKS})\b)[a-z]+[\s,])", _by_weight),
)
LETTERS = (
    Rule(r"(?<=[\d½¼¾⅓⅔)]\s)(?P<w>sm|lg|lge|med|ea|env|ctn|pkgs?)\.(?=\s[a-z(])", _detail),
    Rule(r"(?<=[\d½¼¾⅓⅔)]\s)(?P<w>lg|lge|sm|pkgs?)(?=\s[a-z])", _detail),
    Rule(
        r"(?<=[\d½¼¾⅓⅔)]\s)(?P<w>med)(?=\s(?:onions?|eggs?|potato(?:es)?|carrots?|tomato(?:es)?|apples?|bananas?|peppers?"
        r"|lemons?|heads?|shrimp|zucchini|cloves?)\b)",
        _detail,
    ),
    Rule(r"(?P<w>pkgs?)(?:(?<=\d\s(?:sm|lg)\spkg)|(?<=\d\s(?:sm|lg)\spkgs))(?!\w)\.?", _detail),
)
