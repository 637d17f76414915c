"""French from word to word: which last consonant is heard before a vowel, and where a silent e is said.

espeak-ng links nearly every plural and verb to a vowel behind it ("des cloches-z et", "Nantes-z a", "nage-t
au bord"), as readers do not, and leaves out each e at a word's end, also where three consonants would meet
("quatre personnes"). A voice then says sounds that are in no word, or lacks one that a listener needs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from listen.model import SpokenWord


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


_LINKED = _listed(
    """
    les des ces mes tes ses nos vos leurs aux un mon ton son on nous vous ils elles en dans sans sous chez dès
    très plus moins pas trop beaucoup bien rien tout jamais toujours assez mieux puis mais quand dont après
    deux trois six dix vingt vingts cent cents quelques plusieurs certains certaines est es suis sommes êtes
    sont ont étais était étaient avais avait avaient fut furent eut serait seraient aurait auraient soit ait
    avons avez
    peut doit vont fait font faut comment quant tant autant
    """
)
"""Small words whose last consonant is heard before any vowel."""
_BEFORE_NOUNS = _listed("grand petit second saint gros mauvais faux heureux")
"""Adjectives whose last consonant is heard before their noun in the singular too."""
_FREE = _listed(
    """
    et ou où à au aux en a ont aura auront avait avaient est était étaient sera seront avec après avant entre
    un une il ils elle elles on y aussi ainsi alors encore également hier aujourd'hui ici afin autour envers
    """
)
"""Small words that begin something new: nothing longer is linked to them."""
_FIXED = frozenset((("temps", "en"), ("arts", "et"), ("ponts", "et"), ("uns", "et"), ("petit", "à")))
"""Sayings that are linked all the same."""
_STRESS = str.maketrans("", "", "ˈˌ")
_CONSONANTS = "ptkbdɡfvszʃʒmnɲlʁ"
_LIQUID = re.compile("([ptkbdɡfv][ʁl])(?=[ˈˌ]?[ptkbdɡfvszʃʒmnlʁ])")
"""A plosive and a liquid before a third consonant, which only the parts of a compound bring together: the e
between them is said (quatre-vingts, centre-ville)."""
_ENDS_IN_LIQUID = re.compile("[ptkbdɡfv][ʁl]$")
_ENDS_IN_E = re.compile("[rl]e(?:s|nt)?$")
_FUTURE = re.compile("[^aeiouyàâéèêëîïôûü]e(?:r(?:a|as|ai|ez|ons|ont|ais|ait|aient|ions|iez)|ments?)$")
_THIRD = re.compile(rf"(?<=[{_CONSONANTS}][{_CONSONANTS}])(?=ˈ?(?:ʁˈ?(?:a|ɛ|e|ɔ̃|jɔ̃|je)|mˈ?ɑ̃)$)")
"""Two consonants before the last syllable of a future, a conditional or an adverb: restera, justement."""
_TWICE = re.compile("rer(?:a|as|ai|ez|ons|ont|ais|ait|aient|ions|iez)$")
"""A future of a verb in -rer: without its e, "dureront" is heard as "durant"."""
_VOWELS = frozenset("aeiouyøœəɛɔɑ")
_MUTE = ("habit", "hect", "heure", "hist", "hiv", "hom", "hôp", "hôt", "hosp")
"""Beginnings of words after numbers whose h is no obstacle."""
_LETTER_Y = "iɡʁˈɛk"
_NUMBERS = _listed(
    """
    un une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt vingts
    trente quarante cinquante soixante cent cents mille million millions milliard milliards
    """
)
"""What numbers are made of, each a word or a part of one."""


_ENDS_WITH_ONE = frozenset(("un", "une", "onze"))
_TENS = _listed("vingt trente quarante cinquante soixante")
_EIGHTIES = re.compile("quatre-vingt-(?=[udtcsqhno])")
"""Numbers from 81 on, whose t is not heard: espeak-ng says it in the written word, not in figures."""


def mended(words: Sequence[SpokenWord], said: Sequence[str], alone: Sequence[str]) -> list[str]:
    """Return what is to be said for the words of a clause; `alone` is what each sounds like by itself."""
    found = list(said)
    for place, (word, after) in enumerate(pairwise(words)):
        linked = said[place].translate(_STRESS)[:-1] == alone[place].translate(_STRESS)
        if linked and said[place][-1] in "ztp" and not _goes_on(word, after):
            found[place] = said[place][:-1]
        if said[place] == alone[place] and _is_cent_of(word, after, said[place + 1]):
            found[place] += "t"
        next_sound = said[place + 1].translate(_STRESS)[:1]
        if next_sound and next_sound in _CONSONANTS and _ENDS_IN_LIQUID.search(said[place]):
            found[place] += "ə" if _ENDS_IN_E.search(word.text.lower()) else ""
        if _last_part(word.text) in _NUMBERS and _first_part(after.text) in _NUMBERS:
            found[place] = found[place].translate(_STRESS)  # one number has one stress, at its end
    for place in range(1, len(words)):
        _end_with_one(words, found, place)
    return [_within(word.text.lower(), group) for word, group in zip(words, found, strict=True)]


def _end_with_one(words: Sequence[SpokenWord], found: list[str], place: int) -> None:
    """Give "un", "une" and "onze" the stress of the number that they end: vingt et un, cent un, mille une."""
    if words[place].text.lower() not in _ENDS_WITH_ONE:
        return
    joined = place > 1 and words[place - 1].text.lower() == "et"
    before = place - 2 if joined else place - 1
    tens = _last_part(words[before].text)
    if tens not in (_TENS if joined else _NUMBERS):
        return
    found[before] = found[before].translate(_STRESS)
    found[place] = _stressed(found[place])


def _stressed(group: str) -> str:
    """A word of one syllable with its stress."""
    bare = group.translate(_STRESS)
    at = next((n for n, sound in enumerate(bare) if sound in _VOWELS), len(bare))
    return f"{bare[:at]}ˈ{bare[at:]}"


def _goes_on(word: SpokenWord, after: SpokenWord) -> bool:
    """Say whether a word's last consonant belongs to the vowel behind it."""
    own, following = _last_part(word.text), after.text.lower()
    if own in _LINKED or (own, following) in _FIXED:
        return True
    name = word.text[:1].isupper() and word.start > 0
    # A plural is linked to what agrees with it, a noun or an adjective, and not to its verb: les prix élevés,
    # les voisins | arrivent, un bois | immense.
    plural = word.text[-1:] in "sxz" and following[-1:] in "sxz"
    return not name and following not in _FREE and (plural or own in _BEFORE_NOUNS)


def _is_cent_of(word: SpokenWord, after: SpokenWord, following: str) -> bool:
    """Say whether "cent" or "vingt" counts what begins with a vowel (cent ans): espeak-ng drops its t."""
    if _last_part(word.text) not in ("cent", "vingt") or _first_part(after.text) in {*_NUMBERS, *_FREE}:
        return False
    low = after.text.lower()
    return following.translate(_STRESS)[:1] in _VOWELS and (low[:1] != "h" or low.startswith(_MUTE))


def _last_part(text: str) -> str:
    """ "s'est" → "est", "quatre-vingts" → "vingts"."""
    return re.split("['’-]", text.lower())[-1]


def _first_part(text: str) -> str:
    """ "quatre-vingts" → "quatre"."""
    return text.lower().partition("-")[0]


def _within(word: str, group: str) -> str:
    """A word's own sounds: the e that three consonants need, one stress in a number, "y" no letter's name."""
    group = _LIQUID.sub(r"\1ə", group)
    if _EIGHTIES.match(word):
        group = group.replace("vˈɛ̃t", "vɛ̃", 1).replace("vɛ̃t", "vɛ̃", 1)
        if _last_part(word) in _ENDS_WITH_ONE:
            head, nasal, last = group.translate(_STRESS).partition("vɛ̃")
            return f"{head}{nasal}{_stressed(last)}"
    rank = _last_part(word).endswith("ième") and _first_part(word) in _NUMBERS
    if "-" in word and (rank or {_first_part(word), _last_part(word)} <= _NUMBERS):
        before, stress, last = group.rpartition("ˈ")
        group = before.translate(_STRESS) + stress + last
    if word.endswith("-y"):
        group = group.replace(_LETTER_Y, "ˈi")
    if _TWICE.search(word):
        group = group.replace("ʁʁ", "ʁəʁ")
    return _THIRD.sub("ə", group) if _FUTURE.search(word) else group
