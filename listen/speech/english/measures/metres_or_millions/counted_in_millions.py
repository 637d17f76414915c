"""This module says what is counted in millions: "sales rose to 5m in May", "280m in profit"."""

from __future__ import annotations

from listen.speech.rules import Here, words
from listen.speech.writing import patterns as re

_OPENED = re.compile(
    r"(?:\A|[.!?,;:]\s|\b(?:[Aa]nd|[Bb]ut|[Yy]et|[Tt]hat|[Ww]hile|[Ww]here|[Ss]ai?[dy]s?)\s)(?:[Mm]ore\sthan\s|[Ff]ewer\sthan\s|[Aa]s\smany\sas\s"
    r"|(?:[Nn]early|[Aa]lmost|[Ss]ome|[Aa]nother|[Oo]ver|[Aa]bout|[Aa]round|[Rr]oughly|[Aa]n?\sestimated|[Tt]he|[Uu]p\sto)\s)?\Z"
)
_THEY_DO = re.compile(
    r"[\sa-z-]{1,24}\s(?:of\s|from\s)?(?:the\s)?(?:(?!the\b|an?\b)[\w-]{2,16}\s){1,2}(?:of\s[\w-]{2,16}\s)?(?:now\s|still\s|already\s|also\s)?"
    r"(?:have|had|lack(?:ed)?|are|were|live[d]?|faced?|speak|lost|lose|do|did|can|could|will|would|may|need(?:ed)?|rely|remain|fled|flee|voted?|suffer(?:ed)?"
    r"|use|own|earn|depend|want|died|work|got|went\swithout|receive[d]?)\b"
)
"""A sentence's subject and what they do: "Nearly 40m south of the border speak Spanish"."""


def are_people(m: re.Match[str], here: Here) -> bool:
    """Return whether so many live on that side, and do something."""
    return bool(
        _OPENED.search(here.text, max(0, m.start() - 30), m.start()) and _THEY_DO.match(here.text, m.end())
    )


PAID = words("cost costs costing spent spend spends spending raised raises invested paid pays budgeted worth")
"""What is done with money alone."""
EARNED = re.compile(
    r"\+?\s(?:in|of)\s(?!the\s)(?:\w+\s){0,2}(?:profits?|revenues?|sales|cash|debts?|funding|earnings|losses|taxes|tax|savings|costs"
    r"|income|capital|investments?|damages|fees|loans?|aid|equity|dividends?|EBITDA|ARR)\b"
)
MILLIONS_NEAR = re.compile(r"[$£€]\d|\d(?:bn|b|k)\b|\b(?:profits?|revenues?|EBITDA|valuation)\b")
BORN = words("people users dollars euros pounds viewers")
COUNTS = re.compile(
    r"\b(?:[Ss]ales|[Ss]old|[Ss]ell|[Uu]sers?|[Ss]ubscribers?|[Pp]rofits?|[Rr]evenues?|[Pp]opulation|[Vv]iewers|[Cc]opies|[Jj]obs"
    r"|[Vv]otes|[Mm]embers(?:hip)?|[Cc]ustomers|[Vv]isitors|[Pp]assengers|[Ss]hares|[Ss]treams|[Dd]ownloads|[Bb]udgets?|[Tt]urnover"
    r"|[Ll]osses|[Dd]ebts?|[Ff]ollowers|[Rr]eaders|[Ll]isteners|[Hh]ouseholds|[Vv]ehicles|[Tt]ourists|[Mm]igrants|[Rr]efugees"
    r"|[Uu]nemployment|[Aa]udiences?|[Tt]onnes|[Bb]arrels|[Uu]nits|[Ff]orecasts?|[Tt]ax(?:es)?|[Ii]nvest\w{2,6}|[Ff]und(?:s|ing|ed))\b"
)
_LENGTHY = re.compile(
    r"\b(?:water|waves?|floods?|floodwater|rivers?|seas?|snow|tides?|deep|tall|high|wide|long|lengths?|heights?|depths?|widths?"
    r"|feet|ft|metres|meters|km|pool|cliffs?|trees?|walls?|holes?|tunnels?|shafts?|jump\w{0,3}|races?|ran|swam|beach|shore|coast"
    r"|road|goal|yards?|cm|mm)\b"
)
_SIDE_NEXT = re.compile(
    r"\s(?:in\s(?:length|height|width|depth|diameter|circumference|radius|size|front|thickness|the\sair)\b|by\s\d)"
)
_WHEN = re.compile(
    r"\s(?:in|by|to|up)\s(?:(?:19|20)\d\d\b|January|February|March|April|May|June|July|August|September|October|November"
    r"|December|the\s(?:end|start|year|first|last|second|third|same|late|early|mid)|then\b|noon\b|date\b|last\b|next\b|mid\b|mid-"
    r"|early\b|late\b|Q[1-4]|on\slast|on\sthe\syear)"
)
_CLAUSE = re.compile(r"[^.;!?]{0,90}\Z")
_CLAUSE_ENDS = re.compile(r"[^.;!?]{0,40}")


def is_count(m: re.Match[str], here: Here) -> bool:
    """Return whether what is told counts: "Sales rose to 5m in May", but "the river rose 5m in May"."""
    clause = _CLAUSE.search(here.text, max(0, m.start() - 90), m.start())
    behind = _CLAUSE_ENDS.match(here.text, m.end())
    near = (clause.group() if clause else "") + (behind.group() if behind else "")
    when = _WHEN.match(here.text, m.end())
    if _LENGTHY.search(near) or (_SIDE_NEXT.match(here.text, m.end()) and not when):
        return False
    return bool(when or COUNTS.search(near))


FALLEN = re.compile(
    r"\s(?:drop|fall|jump)\sin\s(?!(?:[a-z-]{1,12}\s){0,2}(?:water|sea|river|lake|tides?|snow|levels?|depth|height|altitude|elevation|track|road|path|the\s(?:floor|ground))\b)"
    r"|\shole\sin\s(?:[\w’'-]{1,14}\s){0,2}(?:funds?|budgets?|finances|accounts|books|coffers|pensions?|plans?|scheme)\b"
)
"""What falls is counted: "a 5m fall in visitors", "a 10m hole in the budget"."""
