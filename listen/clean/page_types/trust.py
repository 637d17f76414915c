"""This module says how far what was taken from a page is trusted to be its one article, and what is noted or
refused for it.

Two sums of what `evidence.py` measured, each turned into a probability: that the page is a list of other
pages or of goods, and that another text of the page was taken for its article. The weights (`trust.json`) are
learned, and the thresholds below read off the curve that the same command prints: `tests/bench/trust.py`.
"""

import json
import math
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from listen.clean.page_types.evidence import Evidence
from listen.errors import NoArticleError

NOTE = "this page may not be one article"
"""How every note of doubt begins."""
_LIST_NOTED, _LIST_REFUSED = 0.25, 0.96
_WRONG_NOTED, _WRONG_REFUSED = 0.09, 0.97
_FORUM_NOTED = 0.95
"""The same for a forum, whose threads have many boxes, and much that is left out."""
_MANUAL_NOTED = 0.5
"""The same for documentation as a list: its pages have many links."""
_SHORT = 80
"""Words; fewer are seldom an article, and never without a sign that says so."""
_STATED = (150, 0.4)
"""The least number of words that a page states which is believed, and the least part of it that is enough."""
_LIST = "it looks like a list of other pages or of goods"
_REASONS = (
    ("among_cookie", 0.2, "what is read stands in a notice or a dialogue"),
    ("among_comment", 0.2, "what is read stands among readers' comments"),
    ("aside", 0.5, "what is read stands in a side column, a form or the foot of the page"),
    ("left_story", 0.3, "much of its prose is left out"),
    ("outside", 0.5, "what is read stands outside what the page marks as its article"),
    ("cards_read", 0.4, "what is read stands in boxes that are set alike"),
)
"""Measure, the value from which it explains the doubt, and the explanation; the first that fits is given."""


@dataclass(frozen=True, slots=True)
class Trust:
    """The verdict on one page."""

    value: float
    """Between 0 and 1: the probability that what is read is the page's one article."""
    note: str | None = None
    """What to say to the listener; None where there is nothing to doubt."""


@cache
def _model() -> dict[str, tuple[float, tuple[tuple[str, float, float, float], ...]]]:
    """By kind of doubt: the constant, and of each measure its name, mean, spread and weight."""
    data = json.loads((files("listen.clean.page_types") / "trust.json").read_text("utf-8"))
    return {
        kind: (part["bias"], tuple((name, *numbers) for name, numbers in part["weights"].items()))
        for kind, part in data.items()
    }


def doubt(kind: str, measures: dict[str, float]) -> float:
    """The probability of one kind of fault, “list” or “wrong”."""
    bias, weights = _model()[kind]
    total = bias + sum(weight * (measures[name] - mean) / spread for name, mean, spread, weight in weights)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def judge(evidence: Evidence) -> Trust:
    """Say how far a page is trusted; NoArticleError where it surely is no article."""
    _refuse_forms(evidence)
    listed, wrong = doubt("list", evidence.measures), doubt("wrong", evidence.measures)
    least, enough = _STATED
    if evidence.stated >= least and evidence.words < enough * evidence.stated:
        wrong = max(wrong, 0.5)
    value = round(1 - max(listed, wrong), 3)
    if not (evidence.story or evidence.forum or evidence.documentation):
        if listed >= _LIST_REFUSED:
            raise NoArticleError(
                "the page seems to be a list of other pages or of goods (a front page, a section, "
                "search results, a shop): give the address of one of them"
            )
        if wrong >= _WRONG_REFUSED:
            raise NoArticleError(
                f"no article can be told from the rest of the page: {_reason(evidence)}; "
                "save the page in a browser and give that"
            )
    list_noted = _MANUAL_NOTED if evidence.documentation else _LIST_NOTED
    if listed >= (_FORUM_NOTED if evidence.forum else list_noted) and listed >= wrong:
        return Trust(value, f"{NOTE}: {_LIST}")
    if wrong >= (_FORUM_NOTED if evidence.forum else _WRONG_NOTED):
        return Trust(value, f"{NOTE}: {_reason(evidence)}")
    return Trust(value)


def _refuse_forms(evidence: Evidence) -> None:
    """Raise NoArticleError for the short pages that only stand in an article's place."""
    signed = evidence.story or evidence.measures["dated"] or evidence.measures["signed"]
    if evidence.words >= _SHORT or signed:
        return
    if evidence.asks_password:
        raise NoArticleError(
            "the page is a form to sign in: sign in with a browser, save the page behind it, and give that"
        )
    if evidence.measures["address_said"] < 0.2 or evidence.hidden_from_search:
        raise NoArticleError(
            "the page does not seem to be what its address says (an error page in its place?): "
            "check the address"
        )


def _reason(evidence: Evidence) -> str:
    m = evidence.measures
    if evidence.stated and evidence.words < _STATED[1] * evidence.stated:
        return f"it says that it has {evidence.stated} words, of which {evidence.words} are read"
    if m["title_said"] < 0.25:
        return "the words of its headline hardly occur in what is read"
    for name, least, reason in _REASONS:
        if m[name] >= least:
            return reason
    if evidence.words < _SHORT:
        return f"only {evidence.words} words of it are read"
    return "what is read does not fit what the page says of itself"
