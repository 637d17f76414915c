"""What was heard against what should be heard: the normaliser of the listening benchmarks.

One rule for every system. Both sides become the same plain tokens (`canonical`):

- A speech recogniser writes "$4.2bn", "4.2 billion dollars" or "four point two billion dollars" as it likes,
  so numbers become digits ("4200000000 dollar"), units and currencies their singular, money "6 dollar 99",
  times "8 30", ordinals "3rd"; beside a month a day's "the", "of" and ordinal ending go, because "3 May" is
  how it writes "the third of May"; "Mr" and its like become words; roman numerals after a name "the 3rd".
- Ranges, scores and votes are written with a hyphen or with "to", whatever was said: the "to" between two
  numbers does not count.
- Letters said one by one are capitals ("WHO"); they are not the word ("who"). The word may be written in
  capitals.
- Digits and compounds may be cut differently ("19 84" = "1984", "wi fi" = "wifi").
- Two words that sound the same (espeak-ng's phonemes, without stress) are the same: colour = color.

Names are judged by what was sent to the voice and not by the recogniser's spelling. A name has its sound, or
those of the respellings it is given. It is right when what was heard in its place is spelled like it or is
nearly one of those sounds, or when the phonemes that were sent to the voice contain one of them and something
was heard in its place. Nothing in its place is an error. (`heard_align.py` does that, and counts.)

The expected side is written by hand where writing is ambiguous: `{a|b|}` is any of these, nothing included.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal


def _list(words: str) -> list[str]:
    return words.split()


def _table(pairs: str) -> dict[str, str]:
    """`a=b c=d e`: the word before each sign to what follows it."""
    return {
        key: value.strip() for key, value in re.findall(r"(\S+)=([^=]*)(?=\s\S+=|$)", " ".join(pairs.split()))
    }


UNITS = {
    word: value
    for value, word in enumerate(
        _list("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen")
        + _list("fifteen sixteen seventeen eighteen nineteen")
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate(_list("twenty thirty forty fifty sixty seventy eighty ninety"), 2)
}
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_IRREGULAR = _table("one=first two=second three=third five=fifth eight=eighth nine=ninth twelve=twelfth")
ORDINALS = {_IRREGULAR.get(word, word + "th"): value for word, value in UNITS.items()} | {
    ten.replace("y", "ieth"): value for ten, value in TENS.items()
}
PLURALS = {word + ("es" if word == "six" else "s"): value for word, value in UNITS.items()} | {
    ten.replace("y", "ies"): value for ten, value in TENS.items()
}
MONTHS = frozenset(
    _list("january february march april may june july august september october november december")
)
MONTH_CUTS = {month[:3]: month for month in MONTHS} | {"sept": "september"}
MONEY = {"$": "dollar", "£": "pound", "€": "euro"}
SMALL_MONEY = frozenset({"cent", "pence"})
LETTER_SCALES = _table("k=thousand m=million mn=million bn=billion b=billion tn=trillion t=trillion")
WORDS = _table(
    """mr=mister mrs=missus dr=doctor prof=professor saint=st street=st lt=lieutenant col=colonel sgt=sergeant
    gov=governor sen=senator rev=reverend jr=junior sr=senior incorporated=inc vs=versus okay=OK okayed=OKD
    ft=fort co=county oked=OKD"""
)
"""Abbreviations that a recogniser uses for words it heard, and words that share one."""
SINGULAR = _table(
    """dollars=dollar pounds=pound euros=euro cents=cent penny=pence feet=foot inches=inch yards=yard
    miles=mile degrees=degree ounces=ounce tons=tonne ton=tonne tonnes=tonne meters=metre meter=metre
    metres=metre hours=hour minutes=minute seconds=second cups=cup teaspoons=teaspoon watts=watt
    gigabytes=gigabyte acres=acre millimeters=millimetre millimeter=millimetre millimetres=millimetre"""
)
"""Units count as one word in singular and plural: "a 65,000-tonne carrier" hides in digits which it was."""
AFTER_NUMBER = _table(
    """mph=mile per hour mm=millimetre cm=centimetre km=kilometre kg=kilogram m=metre ft=foot lb=pound
    lbs=pound oz=ounce yd=yard yds=yard p=pence w=watt gb=gigabyte am=AM pm=PM tsp=teaspoon min=minute
    mins=minute hr=hour hrs=hour sq=square cwt=hundredweight"""
)
FRACTIONS = _table("1/2=half 1/3=1 3rd 2/3=2 3rd 1/4=1 quarter 3/4=3 quarter 1/8=1 8th")
NUMBERED = frozenset(
    _list(
        "war phase title part chapter act volume type section article bowl level class category round series"
    )
)
"""Words after which a roman numeral is a plain number."""

_NUMBER = r"\d+(?:\.\d+)?"
_MONEY = re.compile(
    rf"([$£€])\s?({_NUMBER})(?:\s*[-–—]\s*[$£€]?({_NUMBER}))?"
    r"(?:[\s-]*(thousand|million|billion|trillion)\b|(k|mn?|bn?|tn?)\b)?",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"\d++(?:\.\d++)?+(?:st|nd|rd|th|s)?+(?![^\W\d_])|\d+(?:\.\d+)?|[^\W\d_]+|\|")
_ROMAN = re.compile(r"(?=[IVX]{2,}$)X{0,3}(IX|IV|V?I{0,3})$")
_DIGITS = re.compile(r"(\d+(?:\.\d+)?)(st|nd|rd|th|s)?$")


def canonical(text: str) -> list[str]:
    """Plain tokens of what was said, from any way of writing it down. Pure; never fails."""
    tokens = [_token(t) for t in _TOKEN.findall(_respell(text))]
    return _ranges(_dates(_units(_numbers(_words(tokens)))))


def _ranges(tokens: list[str]) -> list[str]:
    """Two numbers without the "to" between them: "318 to 296" and "318-296"."""
    return [
        token
        for at, token in enumerate(tokens)
        if not (
            token == "to"
            and at
            and tokens[at - 1][:1].isdigit()
            and "".join(tokens[at + 1 : at + 2])[:1].isdigit()
        )
    ]


def _respell(text: str) -> str:
    """Signs to words, and punctuation that parts numbers to `|`."""
    for sign, words in (
        ("½", " 1/2"),
        ("¼", " 1/4"),
        ("¾", " 3/4"),
        ("⅓", " 1/3"),
        ("⅔", " 2/3"),
        ("⅛", " 1/8"),
    ):
        text = text.replace(sign, words)
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    text = text.replace("’", "'").replace("‘", "'").replace("ß", "ss").replace("ł", "l").replace("Ł", "L")
    text = re.sub(
        r"\b(?:[A-Za-z]\.){2,}(?:[A-Z]\b)?(?!'s)", lambda m: m[0].replace(".", "").upper() + " ", text
    )
    text = re.sub(r"\b(?:[A-Za-z]\.){2,}(?='s)", lambda m: m[0].replace(".", "").upper(), text)
    text = re.sub(r"(?<=\w)'(?=\w)", "", text)
    text = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", text)
    text = re.sub(r"\b(?:No|no)\.? (?=\d)|\bNo\.(?=\d)", "number ", text)
    text = re.sub(r"(?<!\S)-(?=\d)|−(?=\d)", " minus ", text)
    text = _MONEY.sub(_money, text)
    text = re.sub(r"\b(\d{1,2}):00\b", r"\1", text)
    text = re.sub(r"\b(\d{1,2})[:.]([0-5]\d)(?=\s*[ap]m\b)", r"\1 \2", text, flags=re.IGNORECASE)
    text = re.sub(r"\b(\d{1,2}):(\d\d)\b", r"\1 \2", text)
    text = re.sub(
        r"(?<![\d/])\d/\d(?![\d/])", lambda m: " " + FRACTIONS.get(m[0], m[0].replace("/", " ")), text
    )
    text = re.sub(r"(?<=[a-z0-9])@(?=[A-Za-z])", " at ", text)
    text = re.sub(r"(?<=[A-Za-z])\.(?=[a-z]{2})", " dot ", text)
    text = re.sub(r"(?<!\S)\.(?=[a-z]{2})", " dot ", text)
    text = re.sub(r"(?<= dot )([a-z]+)/(?=[a-z])", r"\1 slash ", text)
    for sign, words in (
        ("%", " percent "),
        ("&", " and "),
        ("+", " plus "),
        ("°", " degrees "),
        ("#", " hashtag "),
    ):
        text = text.replace(sign, words)
    text = re.sub(r"(?<![\w.])\.(?=\d)", " point ", text)
    text = re.sub(r"(?<=\d) ?in\.", " inches ", text)
    text = re.sub(r"\bper cent\b", "percent", text)
    text = re.sub(r"[,;:!?()\"“”…—]|\.(?!\d)", " | ", text)
    return re.sub(r"(?<=[a-z])(?=[A-Z][a-z])", " ", text)


def _money(match: re.Match[str]) -> str:
    sign, first, second, scale, letter = match.groups()
    scale = scale or LETTER_SCALES.get((letter or "").lower(), "")
    both = f"{first} {second}" if second else first
    return f" {both} {scale} {MONEY[sign]} "


def _token(token: str) -> str:
    """Lower case but for letters said one by one."""
    capitals = sum(c.isupper() for c in token)
    return token.upper() if capitals > 1 and capitals + 2 > len(token) else token.lower()


def _words(tokens: list[str]) -> list[str]:
    """Abbreviations and roman numerals to words."""
    out: list[str] = []
    for index, token in enumerate(tokens):
        before = out[-1] if out else ""
        if before == "dot":
            out.append(token)
        elif _DIGITS.match(before) and token.lower() in AFTER_NUMBER:
            out += AFTER_NUMBER[token.lower()].split()
        elif token in ("f", "c") and before == "degree":
            out.append({"f": "fahrenheit", "c": "celsius"}[token])
        elif _ROMAN.match(token):
            value = str(_roman(token))
            out += [value] if before in NUMBERED else ["the", value + _ending(int(value))]
        elif token in MONTH_CUTS and token != "may":
            beside = [
                *tokens[max(index - 1, 0) : index],
                *(t for t in tokens[index + 1 : index + 3] if t != "|"),
            ]
            out.append(MONTH_CUTS[token] if any(t[0].isdigit() for t in beside) else token)
        else:
            out.append(SINGULAR.get(token, WORDS.get(token, token)))
    return out


def _roman(token: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10}[c] for c in token]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


def _ending(value: int) -> str:
    return "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")


def _numbers(tokens: list[str]) -> list[str]:
    """Number words to digits, each number one token; the break marks go."""
    out: list[str] = []
    at = 0
    while at < len(tokens):
        number, after = _number(tokens, at)
        if after > at:
            out.append(number)
            at = after
        else:
            out.append(tokens[at])
            at += 1
    return [token for token in out if token != "|"]


def _number(tokens: list[str], at: int) -> tuple[str, int]:
    """The number that begins at a token, and the token after it; the same token when there is none."""

    def token(index: int) -> str:
        return tokens[index] if index < len(tokens) else ""

    if token(at) == "oh" and (_is_number(token(at + 1)) or (at and _is_number(tokens[at - 1]))):
        return "0", at + 1
    if token(at) == "double" and token(at + 1) in UNITS:
        return str(UNITS[token(at + 1)]) * 2, at + 2
    if token(at) == "a" and (token(at + 1) in SCALES or token(at + 1) == "hundred"):
        tokens = [*tokens[:at], "one", *tokens[at + 1 :]]
    total, end, suffix, scale_below = Decimal(0), at, "", 10**15
    digits = ""  # a single numeral as it was written keeps its zeros: 0730, 4.50
    while end < len(tokens):
        start = end
        while end > at and token(end) == "and" and _is_number(token(end + 1)) and scale_below < 10**15:
            end += 1
        value, after, suffix, written = _below_thousand(tokens, end)
        if after == end:
            end = start
            break
        if not suffix and token(after) == "point" and (token(after + 1) in (*UNITS, *TENS, "oh") or
                                                       token(after + 1).isdigit()):  # fmt: skip
            decimals, after = _decimals(tokens, after + 1)
            value, written = Decimal(f"{value}.{decimals}"), f"{value}.{decimals}"
        if not suffix and (token(after), token(after + 1), token(after + 2)) == ("and", "a", "half"):
            value, written, after = value + Decimal("0.5"), "", after + 3
        elif not suffix and token(after) == "half" and re.fullmatch(r"\d+", token(after - 1)):
            value, written, after = value + Decimal("0.5"), "", after + 1
        if not suffix and token(after) in SCALES and SCALES[token(after)] < scale_below:
            scale_below = SCALES[token(after)]
            total, end, digits = total + value * scale_below, after + 1, ""
            if token(end) == "and" and not _is_number(token(end + 1)):
                break
            continue
        if total and (value >= scale_below or scale_below == 10**15):
            end = start
            break
        total, end, digits = total + value, after, written if not total else ""
        break
    if end == at:
        return "", at
    return (digits or _plain(total)) + suffix, end


def _below_thousand(tokens: list[str], at: int) -> tuple[Decimal, int, str, str]:
    """Value, next token, suffix (ordinal or plural) and the digits as written of a group without scales."""

    def token(index: int) -> str:
        return tokens[index] if index < len(tokens) else ""

    match = _DIGITS.match(token(at))
    if match:
        value = Decimal(match[1])
        if token(at + 1) == "hundred" and not match[2] and value < 100:
            rest, after, suffix, _ = _below_hundred(tokens, at + 2 + (token(at + 2) == "and"))
            return (value * 100 + rest, after, suffix, "") if rest else (value * 100, at + 2, "", "")
        if not match[2] and value and value % 100 == 0 and token(at + 1) == "and":  # "8,200 and 75.66"
            part = _DIGITS.match(token(at + 2))
            if part and not part[2] and Decimal(part[1]) < 100:
                return value + Decimal(part[1]), at + 3, "", ""
        return value, at + 1, match[2] or "", match[1]
    value, after, suffix, _ = _below_hundred(tokens, at)
    if after > at and not suffix and token(after) == "hundred":
        joined = after + 1 + (token(after + 1) == "and")
        rest, end, suffix, _ = _below_hundred(tokens, joined)
        if rest:
            return value * 100 + rest, end, suffix, ""
        return value * 100, after + 1, "", ""
    if after > at and not suffix and token(after) in ("hundredth", "hundreds"):
        return value * 100, after + 1, "th" if token(after) == "hundredth" else "s", ""
    return value, after, suffix, ""


def _below_hundred(tokens: list[str], at: int) -> tuple[Decimal, int, str, str]:
    def token(index: int) -> str:
        return tokens[index] if index < len(tokens) else ""

    first, second = token(at), token(at + 1)
    if first in TENS:
        if 0 < UNITS.get(second, 0) < 10:
            return Decimal(TENS[first] + UNITS[second]), at + 2, "", ""
        if 0 < ORDINALS.get(second, 0) < 10:
            value = TENS[first] + ORDINALS[second]
            return Decimal(value), at + 2, _ending(value), ""
        if 0 < PLURALS.get(second, 0) < 10:
            return Decimal(TENS[first] + PLURALS[second]), at + 2, "s", ""
        return Decimal(TENS[first]), at + 1, "", ""
    if first in UNITS:
        return Decimal(UNITS[first]), at + 1, "", ""
    if first in ORDINALS:
        return Decimal(ORDINALS[first]), at + 1, _ending(ORDINALS[first]), ""
    if first in PLURALS and first != "seconds":
        return Decimal(PLURALS[first]), at + 1, "s", ""
    return Decimal(0), at, "", ""


def _decimals(tokens: list[str], at: int) -> tuple[str, int]:
    out = ""
    while at < len(tokens):
        token = tokens[at]
        value, after, suffix, _ = _below_hundred(tokens, at)
        if token == "oh":
            out, at = out + "0", at + 1
        elif token.isdigit() and not out:
            return token, at + 1
        elif after > at and not suffix and (not out or value < 10):
            out, at = out + str(value), after
        else:
            break
    return out, at


def _is_number(token: str) -> bool:
    return token in UNITS or token in TENS or token in ORDINALS or token[:1].isdigit()


def _plain(value: Decimal) -> str:
    return str(int(value)) if value == int(value) else format(value.normalize(), "f")


def _units(tokens: list[str]) -> list[str]:
    """Money in one form: `6 dollar 99`; of a range's two currencies the last."""
    money = frozenset(MONEY.values())
    out: list[str] = []
    index = 0
    while index < len(tokens):
        token, before = tokens[index], out[-1] if out else ""
        index += 1
        if token in money and re.fullmatch(r"\d+\.\d\d", before):
            whole, part = before.split(".")
            rest = [part.lstrip("0")] if part != "00" else []
            out[-1:] = [*rest, "cent"] if whole == "0" and token != "pound" else [whole, token, *rest]
            continue
        if token in SMALL_MONEY and len(out) > 1 and out[-2] in (*money, "and") and before.isdigit():
            if out[-2] == "and" and len(out) > 2 and out[-3] in money:
                del out[-2]
            if out[-2] in money:
                continue
        if token in money and before.isdigit() and index + 1 < len(tokens):
            link, then = tokens[index], tokens[index + 1 :]
            if link in ("to", "and", "or") and len(then) > 1 and then[0][0].isdigit() and then[1] == token:
                continue
        out.append(token)
    return out


def _dates(tokens: list[str]) -> list[str]:
    """`the 3rd of may` and `may the 3rd` as `3 may` and `may 3`."""
    out: list[str] = []
    for token in tokens:
        if token in MONTHS and out:
            before = -2 if out[-1] == "of" and len(out) > 1 else -1
            match = _DIGITS.match(out[before])
            if match and match[2] != "s" and match[1].isdigit() and int(match[1]) <= 31:
                out[before:] = [match[1]]
                if len(out) > 1 and out[-2] == "the":
                    del out[-2]
        match = _DIGITS.match(token)
        if match and out and match[2] and match[2] != "s" and match[1].isdigit() and int(match[1]) <= 31:
            month = -2 if out[-1] == "the" and len(out) > 1 else -1
            if out[month] in MONTHS:
                if month == -2:
                    del out[-1]
                token = match[1]
        out.append(token)
    return out
