"""This module says what stands behind the beginning of a story whose rest is for those who pay."""

import re

from listen.clean.dom.nouns import Page
from listen.clean.dom.text import word_count
from listen.clean.metadata.gather import Metadata
from listen.clean.result import Why

_BEGINS = r"(?:\A|[.!?…:] )\W{0,3}(?:please )?"
_READ = r"to (?:view|read|see|access|unlock|continue)(?: reading)?"
_REST = r"(?:the (?:full|whole|entire|rest of (?:the|this))|this) (?:story|article|post|report|interview)"
_PAY = r"(?:subscribe|sign (?:in|up)|log in|register|join)"
LOCKED = re.compile(
    r"有料会員(?:限定)?記事|会員限定記事|残り\s?[\d,]+\s?文字|剩余\s?\d+\s?%|"
    r"以下(?:内容)?为付费|유료 ?회원 ?(?:전용|기사)|"
    r"(?:rest|remainder) of this (?:article|story|post) is for (?:paid |paying )?(?:subscribers|members)|"
    r"this (?:article|story|post) is for (?:paid |paying )?(?:subscribers|members) only|"
    rf"{_BEGINS}(?:{_READ} {_REST}[^.!?]{{0,20}}\b{_PAY}|{_PAY}(?: now| today)? {_READ} {_REST})\b|"
    r"réservée? (?:à nos|aux) abonnés|exclusivo para (?:suscriptores|assinantes)|riservato agli abbonati|"
    r"pour lire la suite[^.!?]{0,40}abonn|para seguir leyendo[^.!?]{0,40}suscr|"
    r"per continuare a leggere[^.!?]{0,40}abbon|"
    r"(?:artikel|beitrag|text) ist (?:nur )?für abonnenten|"
    r"um (?:diesen|den ganzen) (?:artikel|beitrag|text) (?:ganz |weiter ?|vollständig )?(?:zu )?lesen"
    r"[^.!?]{0,40}abonn",
    re.I,
)
"""What says behind a passage that the rest is for those who pay, whether or not the passage is cut."""
_WORDS = (
    *("会員", "残り", "剩余", "为付费", "유료", " is for ", "abonn", "suscr", "assinantes", "abbon"),
    *("to view", "to read", "to see", "to access", "to unlock", "to continue"),
)
"""One of these stands in whatever `LOCKED` matches."""
_BEHIND_WALL = Why("prompts", "sells a subscription behind the beginning of a story", "behind-wall")
_ASKED = 60
"""Words of the longest passage that says so."""
_SALES = 120
"""Words of what stands behind it: where there are more, the story goes on."""


def behind_wall(page: Page, meta: Metadata, story: list[int]) -> dict[int, Why]:
    """Return what is read behind the passage that asks for a subscription, in the same element."""
    inside = range(story[0] + 1, story[-1] + 1) if story else range(0)
    at = next((i for i in inside if _asks(page.candidates[i].text)), None)
    if at is None:
        return {}
    box = page.places[page.candidates[at].place].parent
    behind = [i for i in story if i >= at]
    within = all(page.within(page.candidates[i].place, box) for i in behind)
    few = sum(word_count(page.candidates[i].text) for i in behind) <= _SALES
    return dict.fromkeys(behind, _BEHIND_WALL) if within and few else {}


def _asks(text: str) -> bool:
    # The pattern is tried at every place of a text, and few have one of its words.
    lower = text.lower()
    return (
        any(map(lower.__contains__, _WORDS))
        and word_count(text) <= _ASKED
        and LOCKED.search(text) is not None
    )
