"""So many parts to so many, where a time could be meant: "a 1:10 dilution", "a ratio of 1:20", "1:1000"."""

from __future__ import annotations

from listen.speech.english.quantities.amounts import number
from listen.speech.numbers import cardinal
from listen.speech.rules import Here, Rule, Said, whole
from listen.speech.writing import patterns as re

_TOLD = re.compile(
    r"\b(?:ratios?|scales?|dilut\w+|proportions?|gradient|leverage)\s(?:(?:of|at|to|is|was|in|with|between|around|about"
    r"|approximately|a)\s){0,2}\(?\Z"
)
_TELLS = re.compile(
    r"\s(?:\w{1,12}\s)?(?:dilut\w+|scale|ratio|solution|mix(?:ture)?|gradient|slope|aspect|compression|leverage|replicas?)\b"
)


def _proportion(m: re.Match[str], here: Here) -> Said | None:
    """ "1:10 diluted"; "at 1:10 she left" is a time."""
    if m["b"][0] == "0":
        return None  # a ratio of hours
    many = len(m["b"].replace(",", "")) > 3
    told = _TOLD.search(here.text, max(0, m.start() - 40), m.start()) or _TELLS.match(here.text, m.end())
    if not many and not told:
        return None
    if many and m["a"] != "1":
        return None
    return whole(m, f"{number(m['a'], here.british)} to {number(m['b'], here.british)}")


def _shared(m: re.Match[str], here: Here) -> Said | None:
    """ "a 50:50 chance", "the 80:20 rule": two parts of a hundred."""
    a, b = int(m["a"]), int(m["b"])
    return whole(m, f"{cardinal(a)} {cardinal(b)}") if a + b == 100 else None


DIGITS = (
    Rule(
        r"(?P<a>[1-9]0|[1-9]5):(?P<b>[1-9][05])(?![\w:]|[.,]\d)(?:(?<=50:50)|(?=\s(?:split|mix(?:ture)?|chances?|ratio|rule|blend"
        r"|joint|partnership|basis|ownership|weighting|portfolio|venture|deal|share)\b))",
        _shared,
    ),
    Rule(
        r"(?P<a>\d{1,3}(?:,\d{3}){1,3}|\d{4,7}):1(?!\w|[:.,]\d)",
        lambda m, h: whole(m, f"{number(m['a'], h.british)} to one"),  # contrast
    ),
    Rule(r"(?P<a>\d{1,3}(?:\.\d)?):(?P<b>\d{1,3}(?:,\d{3}){0,3}|\d{4,7})(?![\w:]|[.,]\d)", _proportion),
)
