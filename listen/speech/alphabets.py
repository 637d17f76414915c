"""The lexicon's IPA in the letters that engines take: misaki's (hibari, Kokoro) and espeak's mnemonics.

Both are greedy left-to-right rewritings, because IPA has sounds of two and three signs ("tʃ", "eɪ", "ɑːɹ").
A sign that an engine has no letter for is left out rather than read wrongly.
"""

from __future__ import annotations

from functools import lru_cache

from listen.speech.rules import table
from listen.speech.writing import patterns as re

_VOWELS = "aeiouyæɑɒɔəɛɜɪʊʌɐɚɝøœɨɤɯ"
_SAME = table("r=ɹ | g=ɡ | ɝ=ɜɹ | ɫ=l | ɐ=ə | '=ˈ | ,=ˌ") | dict.fromkeys("ʔʰ͡.\u0329\u0303", "")

_MISAKI = table(
    """
    eɪ=A | aɪ=I | aʊ=W | ɔɪ=Y | oʊ=O | əʊ=Q | dʒ=ʤ | tʃ=ʧ | x=k | ç=k | ɬ=l | ɲ=nj | ʎ=lj | β=v | ɣ=ɡ |
    y=u | ø=ɜ | œ=ɜ | ɨ=ɪ
    """
)
_MISAKI_GB = _MISAKI | table("eə=ɛː | ɛə=ɛː | æ=a | oʊ=Q | ɚ=ə | ɾ=t")
_MISAKI_US = _MISAKI | table("ɪə=ɪɹ | eə=ɛɹ | ɛə=ɛɹ | ʊə=ʊɹ | əʊ=O | ɒ=ɑ | ɚ=əɹ | ɜːɹ=ɜɹ | ɜː=ɜɹ | ː=")
_MISAKI_KEEP = "bdfhijklmnpstuvwzðŋɡɹʃʒθæɑɒɔəɛɜɪʊʌaɾᵊᵻː ˈˌ"

_ESPEAK = table(
    """
    tʃ=tS | dʒ=dZ | eɪ=eI | aɪ=aI | ɔɪ=OI | aʊ=aU | əʊ=oU | oʊ=oU | ɪə=i@3 | ɛə=e@ | eə=e@ | ʊə=U@ |
    ɑː=A: | ɔː=O: | iː=i: | uː=u: | ɜː=3: | ɜ=3: | ɪ=I | i=i | ʊ=U | u=u: | ɛ=E | e=E | æ=a | a=a | ɒ=0
    | ɑ=A: | ɔ=O: | o=O: | ʌ=V | ə=@ | ɚ=3 | ᵻ=I2 | θ=T | ð=D | ʃ=S | ʒ=Z | ŋ=N | ɹ=r | ɡ=g | x=x | ç=x
    | ɬ=l | ɲ=nj | ʎ=lj | j=j | w=w | h=h | β=v | ɣ=g | y=u: | ø=3: | œ=3: | ɨ=I | ɾ=t | ᵊ=@ | b=b | d=d
    | f=f | k=k | l=l | m=m | n=n | p=p | s=s | t=t | v=v | z=z
    """
) | {" ": "||"}
_SYLLABIC = re.compile(rf"(?<=[tdsznvfkpgɡbmʃʒθ])ə(?=[ln](?![{_VOWELS}ˈˌɡk]))")
_RHOTIC = table(
    """
    ɪɹ=i@3 | iːɹ=i@3 | ɛɹ=e@ | ʊɹ=U@ | uːɹ=U@ | ɔːɹ=O@ | ɔɹ=O@ | ɑːɹ=A@ | ɑɹ=A@ | ɜːɹ=3: | ɜɹ=3: | əɹ=3
    """
)


@lru_cache(maxsize=4096)
def to_misaki(ipa: str, lang: str = "en-GB") -> str:
    """Misaki's phonemes of a locale; stress marks stand before the vowel, as its lexicons have them."""
    american = lang.lower().startswith("en-us")
    source = _SYLLABIC.sub("ᵊ", _unify(ipa))
    out = _rewrite(source, _MISAKI_US if american else _MISAKI_GB, _MISAKI_KEEP)
    if out and "ˈ" not in out and " " not in out:
        out = f"ˈ{out}"
    return _stress_before_vowel(out, "AIOQWYaiuæɑɒɔəɛɜɪʊʌᵻᵊ")


@lru_cache(maxsize=4096)
def to_espeak(ipa: str, lang: str = "en-GB") -> str:
    """Espeak's mnemonics, to be put between `[[` and `]]`: "kiːv" → "k'i:v"."""
    source = _unify(ipa)
    out: list[str] = []
    i = 0
    while i < len(source):
        for size in (3, 2):
            key = source[i : i + size]
            if key in _RHOTIC and not re.match(rf"[ˈˌ]?[{_VOWELS}]", source[i + size : i + size + 2]):
                out.append(_RHOTIC[key])
                i += size
                break
        else:
            i = _one(source, i, out)
    if not any(mark in out for mark in ("ˈ", "ˌ")):
        out.insert(0, "ˈ")
    return "".join(_move_stress(out)).replace("ˈ", "'").replace("ˌ", ",")


def _one(source: str, i: int, out: list[str]) -> int:
    for size in (2, 1):
        key = source[i : i + size]
        if len(key) == size and key in _ESPEAK:
            out.append(_ESPEAK[key])
            return i + size
    if source[i] in "ˈˌ":
        out.append(source[i])
    return i + 1


def _move_stress(parts: list[str]) -> list[str]:
    """Stress right before its vowel, where espeak wants it."""
    moved: list[str] = []
    held = ""
    for part in parts:
        if part in ("ˈ", "ˌ"):
            held = part
            continue
        if held and part[0] in "aAeEiIoO0uUV3@":
            moved.append(held)
            held = ""
        moved.append(part)
    return moved


def _unify(ipa: str) -> str:
    return "".join(_SAME.get(c, c) for c in ipa)


def _rewrite(source: str, table: dict[str, str], keep: str) -> str:
    out = []
    i = 0
    while i < len(source):
        for size in (3, 2, 1):
            key = source[i : i + size]
            if len(key) == size and key in table:
                out.append(table[key])
                i += size
                break
        else:
            c = source[i]
            if c in keep:
                out.append(c)
            elif c in "eo":
                out.append("ɛ" if c == "e" else "ɔ")
            i += 1
    return "".join(out)


def _stress_before_vowel(text: str, vowels: str) -> str:
    out: list[str] = []
    held = ""
    for c in text:
        if c in "ˈˌ":
            held = c
            continue
        if held and c in vowels:
            out.append(held)
            held = ""
        out.append(c)
    return "".join(out)
