"""Words with brackets in them: "(re)training", "employee(s)", "colo(u)r", "walk[ed]"."""

from __future__ import annotations

from listen.speech.english.capitals.spelling import say_capitals
from listen.speech.rules import Here, Rule, Said, whole
from listen.speech.rules import words as word_list
from listen.speech.writing import patterns as re

_PREFIXES = (
    "re|pre|un|non|im|dis|mis|over|under|sub|super|inter|multi|micro|macro|semi|anti|de|self|hyper|fe|out|"
    "counter|post|mal|poly|mini|mono|neo|ultra|cyber|tele|extra|s(?=\\)he\\b)"
    "|e(?=\\)-?(?:commerce|mail|books?|learning|bikes?|scooters?)\\b)|a(?=\\)(?:typical|social|symmetr|septic))"
)
_TAILS = "s|es|ies|ren|d|ed|r|er|n|en|ing|ly|ful|al|ness|less|me|ue|men|man|ment"
_DIVIDED = word_list(
    "section sections rule paragraph para clause article option item part figure table step note schedule"
)
"""What has parts with letters: "section(d)"."""


_OF_PROGRAMS = word_list(
    "len str int abs max sin cos tan exp chr ord sorted reversed next iter def fac fib sqrt isqrt"
)
"""What is called with a letter in programs, and is no word with a plural: "len(s)", not "function(s)"."""
_CALLED = word_list("range print log function factorial floor ceil round sum min square sieve prime totient")
"""Words by which programs call something with another letter: "range(r)"."""
_WITH_N = word_list(
    "take give know show grow throw blow draw see drive rise wake forgive mistake undertake overtake shake "
    "sew sow mow prove wove broke spoke chose froze stole woke"
)
"""Words that have a form in -n: "take(n)"; any other word before "(n)" is called with n."""


def _prefix(m: re.Match[str], here: Here) -> Said | None:
    """ "(re)training", "(non-)profit", "(s)he": the word with what the brackets leave to choice."""
    if m["a"].lower() == "s":
        return whole(m, "She or he" if m["a"].isupper() else "she or he")
    return whole(m, f"{m['a']}{m['b']}")


def _tail(m: re.Match[str], here: Here) -> Said | None:
    """ "employee(s)", "child(ren)", "PDF(s)": the longer of the two words."""
    word, tail = m["w"], m["t"]
    if word.isupper():
        return whole(m, f"{say_capitals(word, False)}'s") if tail == "s" else None
    low = word.lower()
    if len(tail) == 1 and low in (_OF_PROGRAMS if tail == "s" else _OF_PROGRAMS | _CALLED | _DIVIDED):
        return None
    if (tail == "n" and low not in _WITH_N) or here.before(m.start()).lower() in ("def", "function"):
        return None
    return whole(m, f"{word.removesuffix('y') if tail == 'ies' else word}{tail}")


def _middle(m: re.Match[str], here: Here) -> Said | None:
    """ "colo(u)r", "travel(l)er"."""
    return whole(m, f"{m['a']}{m['o']}{m['b']}")


LETTERS = (
    Rule(rf"(?P<w>[A-Za-z]{{2,30}}(?:-[a-z]{{1,20}}){{0,3}})\((?P<t>{_TAILS})\)(?!\w)", _tail),
    Rule(
        r"(?P<a>[A-Za-z]{2,20})\[(?P<o>s|d|n|es|ed|en|ing|ly|er|ers|al|ment|ness|ity)\](?P<b>)(?!\w)",
        _middle,
    ),
    Rule(r"(?P<a>[A-Za-z]{3,20})\((?P<o>[ulaeoi])\)(?P<b>[a-z]{1,20})(?!\w)", _middle),
)
SYMBOLS = (
    Rule(rf"(?<!\w)\((?P<a>{_PREFIXES})-?\)-?(?P<b>[a-z]{{2,20}}(?:-[a-z]{{1,20}})?)(?!\w)", _prefix, re.I),
)
