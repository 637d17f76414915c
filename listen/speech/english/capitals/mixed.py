"""Capitals inside a word: "ChatGPT", "iPhone", "3DMark"; names that lost them: "YOUTUBE", "JOSÉ"."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

from listen.speech.english.capitals.acronyms import COMMON, LETTERWISE, MIXED, SPELLED
from listen.speech.english.capitals.spelling import can_be_word, say_capitals, spell
from listen.speech.rules import Here, Rule, Said, table, whole, words
from listen.speech.writing import patterns as re

_PARTS = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]{2,}(?![a-z])|[A-Z]?[a-zà-öø-ÿ]+|[A-Z]+")
_ONSET = re.compile(
    r"[^bcdfghjklmnpqrstvwxz]|[bcdfghjklmnpqrstvwxz][aeiouy]|[bcfgkp][lr]|[dt]r|[dt]w|kn|wr|s[chklmnpqtw]|[cgprstw]h|qu"
)
"""What English words begin with: "Times", but no "Mrush" and no "Fsharp"."""
_Y_FIRST = re.compile(r"y[^aeiou]")
_WORD_PARTS = table(
    "CAD=cad | DAV=dav | OSS=oss | SAT=sat | HUD=hud | CAM=cam | FUSE=fuse | SEC=sec | DOT=dot"
)
"""Capitals that are a word at the end of a name: "AutoCAD", "WebDAV"."""
_LETTERED_ENDS = words("GIS POS SIS MES MIS LIS RIS SOS TIA")
"""Letters at the end of a name that would be a word elsewhere: "ArcGIS", "CompTIA"."""
_NO_WORDS_FIRST = words("IF AS IS")
"""Letters at the beginning of a name, where writers put no such word: "IFEval", "ASReview"."""


_BRANDS = {
    name.lower(): name
    for name in words(
        """
        YouTube LinkedIn GitHub PayPal GeForce OpenAI ChatGPT TikTok eBay iMac OnlyFans PostgreSQL MySQL
        MongoDB NoSQL GraphQL AstraZeneca BioNTech GlaxoSmithKline JPMorgan ExxonMobil ConocoPhillips GoPro
        HarperCollins LaGuardia DiCaprio LeBron DeSantis macOS iPadOS watchOS NordVPN ExpressVPN WeWork
        TransUnion DevOps SaaS DeepMind DeepSeek PyTorch HuggingFace SQLite MariaDB DynamoDB CouchDB InfluxDB
        AliExpress AliPay StackOverflow BitTorrent OpenSSL OpenSSH LibreOffice CloudFlare ProtonVPN
        """
    )
}
"""Names whose capitals tell how they are said: writers leave them out, headlines have no others."""


def _branded(m: re.Match[str], here: Here) -> Said | None:
    """ "YOUTUBE", "Paypal", "chatgpt": a name as its owner writes it."""
    name = _BRANDS.get(m["w"].lower())
    if name is None or name == m["w"]:
        return None
    said = _parts_said(name) or name
    return whole(m, f"{said}'s" if m["s"] else said)


def _mixed(m: re.Match[str], here: Here) -> Said | None:
    """ "ChatGPT", "iPhone", "YouTube": capitals inside a word."""
    word = m.group()
    if word in MIXED:
        one = here.before(m.start()).lower() in ("per", "a", "each", "every")  # "15 cents per kWh"
        return whole(m, MIXED[word].removesuffix("s") if one and word == "kWh" else MIXED[word])
    if word[-1:] == "s" and word[:-1] in MIXED and MIXED[word[:-1]].isupper():
        return whole(m, f"{MIXED[word[:-1]]}'s")  # CoEs
    if word[:3].isupper() and word[-1:] != "s" and word.lower() in COMMON:
        return whole(m, word.lower())  # SAFe
    if _EXPLAINING.fullmatch(word) and _explains(word, m, here):
        return whole(m, word.lower())
    said = _parts_said(word)
    return whole(m, said) if said else None


_EXPLAINING = re.compile("[A-Z]{2,5}[a-z]{3,14}")
_BEFORE = re.compile(r"(?P<a>[A-Z]{3,10})\s\([^()]{0,80}\Z")
_BEHIND = re.compile(r"[^()]{0,80}\((?P<a>[A-Z]{3,10})\)")


def _explains(word: str, m: re.Match[str], here: Here) -> bool:
    """ "FORMAC (FORMula MAnipulation Compiler)": capitals of which letters are made."""
    head = word.rstrip("abcdefghijklmnopqrstuvwxyz")
    near = _BEFORE.search(here.text, max(0, m.start() - 94), m.start()) or _BEHIND.match(here.text, m.end())
    return near is not None and len(near["a"]) > len(head) and head in near["a"]


def _parts_said(word: str) -> str:
    """Return how a word is said that its capitals part; "" where the engine knows as well."""
    if word in MIXED:
        return MIXED[word]
    parts = _PARTS.findall(word)
    if "".join(parts) != word or len(parts) < 2:
        return ""
    parts = _parted(parts)
    caps = [p for p in parts if p.isupper() and len(p) > 1]
    if not caps or (len(parts) == 2 and parts[1].islower() and len(parts[1]) <= 2):
        return ""
    return " ".join(_said_part(p, parts[i - 1] if i else "") for i, p in enumerate(parts))


def _parted(parts: list[str]) -> list[str]:
    """Capitals and the word behind them, cut where a word begins: "SE", "Mrush" → "SEM", "rush"."""
    for i, (head, tail) in enumerate(pairwise(parts)):
        if not head.isupper() or len(head) < 2 or not tail[1:].islower() or len(tail) < 4:
            continue
        inner, low = tail[1:], tail.lower()
        strange = (not _ONSET.match(low) or _Y_FIRST.match(low)) and _ONSET.match(inner)  # STORYtelling
        if strange or (len(inner) > 3 and inner in COMMON and low not in COMMON):
            return [*parts[:i], head + tail[0], inner, *parts[i + 2 :]]
    return parts


def _said_part(part: str, before: str) -> str:
    """Return how a part of such a word is said: the letters of "VSCode" are no versus."""
    if part == "VS" or (not before and part in _NO_WORDS_FIRST):
        return spell(part)
    if before and part in _WORD_PARTS:
        return _WORD_PARTS[part]
    if (
        part.isupper()
        and len(part) == 3
        and len(before) > 2
        and part not in LETTERWISE
        and part not in _LETTERED_ENDS
    ):
        return part.lower() if before[1:].islower() and can_be_word(part) else say_capitals(part, False)
    return say_capitals(part, False) if part.isupper() and len(part) > 1 else part


_STROKES = str.maketrans("ØŁÐĐ", "OLDD")
"""Letters that no accent is taken from."""


def _accented(m: re.Match[str], here: Here) -> Said | None:
    """ "ANDRÉ", "DVOŘÁK": a word in capitals with accents, which engines know in small letters; no "SPÖ"."""
    word = m["w"]
    plain = unicodedata.normalize("NFKD", word.replace("ÃO", "AN").translate(_STROKES))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    if word in SPELLED:
        return whole(m, SPELLED[word] + ("'s" if m["s"] else ""))
    if not word.isupper() or word.isascii() or not plain.isascii() or not can_be_word(plain):
        return None
    small = word.capitalize().replace("i\u0307", "i")  # TÜİK: the dot of İ is part of a small i
    return whole(m, small + ("'s" if m["s"] else ""))


def _solid(m: re.Match[str], here: Here) -> Said | None:
    """ "3DMark", "3dfx"."""
    name = m["w"] if _VOWELS.search(m["w"]) else spell(m["w"])
    return whole(m, f"{'two' if m['n'] == '2' else 'three'} D {name}{m['s'] or ''}")


_VOWELS = re.compile("[aeiouyAEIOUY]")
ACCENTED = Rule(r"(?P<w>[A-ZÀ-ÖØ-ÞĀ-Ž]{3,24})(?P<s>['’][Ss])?(?![^\W_])", _accented)
DIGITS = (
    Rule(
        r"(?P<n>[23])[Dd](?P<w>(?<=D)[A-Z][a-z]{2,14}|fx|FX)(?P<s>['’]s)?(?![^\W_])",
        _solid,
    ),
)
TRIGGERS = frozenset(f"{name}{s}" for name in _BRANDS for s in ("", "'s", "’s"))
BRANDS = Rule(r"(?P<w>[A-Za-z]{4,24})(?P<s>['’][sS])?(?![\w'’])", _branded)
MIXED_WORDS = (Rule(r"[^\W\d_]{1,60}(?![^\W\d_])", _mixed),)
