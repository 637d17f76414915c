"""The pronunciation pass: letters, lexicon and heteronyms give spoken words their IPA."""

from __future__ import annotations

from collections.abc import Sequence

from listen.speech.heteronyms import contexts, in_s, pairs, sense, sense_in_s
from listen.speech.lexicon import Entry, Lexicon
from listen.speech.rules import table, words
from listen.speech.writing import patterns as re
from listen.spoken_word import SpokenWord

_LETTERS = table(
    """
    A=eɪ | B=biː | C=siː | D=diː | E=iː | F=ɛf | G=dʒiː | H=eɪtʃ | I=aɪ | J=dʒeɪ | K=keɪ | L=ɛl | M=ɛm |
    N=ɛn | O=əʊ | P=piː | Q=kjuː | R=ɑː | S=ɛs | T=tiː | U=juː | V=viː | W=dʌbəljuː | X=ɛks | Y=waɪ |
    Z=zɛd
    """
)
_AMERICAN = _LETTERS | {"O": "oʊ", "R": "ɑːɹ", "Z": "ziː"}
_LETTER = re.compile(r"([A-Z])('?s)?\Z")
_LABELLED = words(
    """
    vitamin vitamins plan hepatitis grade group category team class type level section block division
    serie side exhibit influenza option schedule point stage paper listed
    """
)
_VOICELESS, _HISSING = "ptkfθ", "szʃʒ"


def plural_ipa(ipa: str) -> str:
    """The sound of a plural or possessive: "kuː" → "kuːz", "ʃɒlts" → "ʃɒltsɪz"."""
    if ipa[-1:] in _HISSING:
        return f"{ipa}ɪz"
    return f"{ipa}s" if ipa[-1:] in _VOICELESS else f"{ipa}z"


def letter_ipa(word: str, lang: str, last: bool) -> str:
    """A letter's name, stressed fully only at the end of its run; "" for what is no letter."""
    m = _LETTER.match(word)
    if not m:
        return ""
    name = (_AMERICAN if lang.lower().startswith("en-us") else _LETTERS)[m.group(1)]
    ipa = ("ˈ" if last else "ˌ") + name
    return plural_ipa(ipa) if m.group(2) else ipa


def _apostrophe(text: str, word: SpokenWord) -> str:
    """The apostrophe of a plural possessive, which is not said: "the victims' advocate"."""
    owns = word.text.endswith("s") and word.after == " " and text[word.end : word.end + 2] in ("' ", "’ ")
    return "'" if owns else ""


def is_letter(said: Sequence[str], at: int, span: int, follows: str) -> bool:
    """Return whether a single capital is the letter's name: "I" alone is the pronoun and "A" mostly the
    article.

    `span`: how many characters of writing it comes from; `follows`: the writing after it.
    """
    word = said[at]
    m = _LETTER.match(word)
    if not m:
        return False
    if span > 1 or m.group(1) not in "AI" or m.group(2):
        return True
    if m.group(1) == "I":
        return False
    before = said[at - 1].lower() if at else ""
    return (
        before in _LABELLED
        or not re.match(r"\s{1,9}(?![-–—&/|+=]\s)(?:[^\s.,;:!?)\]]|\.\d)", follows)
        or bool(re.match(r"\s(?:and|or|&)\s[B-Zb-e]\b", follows))
    )


class Pronouncer:
    """One lexicon for one language."""

    def __init__(self, lexicon: Lexicon, lang: str) -> None:
        self._lexicon = lexicon
        self._lang = lang
        self._known: dict[str, bool] = {}
        self._as_written: dict[str, bool] = {}
        self._english = lang.lower().startswith("en")

    def __call__(self, text: str, said: list[SpokenWord]) -> tuple[SpokenWord, ...]:
        """The words with IPA where letters, lexicon or context know it."""
        texts = [w.text for w in said]
        ends = [
            _apostrophe(text, w) + w.after + (said[i + 1].before if i + 1 < len(said) else "")
            for i, w in enumerate(said)
        ]
        english = self._english
        out: list[SpokenWord] = []
        i = 0
        while i < len(said):
            word = said[i]
            if self._stays(word.text):
                out.append(word)
                i += 1
                continue
            if english and word.text[:1].isupper() and len(word.text) <= 3 and is_letter(
                texts, i, word.end - word.start, text[word.end : word.end + 8]
            ):  # fmt: skip
                last = not (
                    i + 1 < len(said) and said[i + 1].start == word.start and _LETTER.match(texts[i + 1])
                )
                out.append(_with(word, letter_ipa(word.text, self._lang, last)))
                i += 1
                continue
            parts = self._compound(word)
            if parts:
                out += parts
                i += 1
                continue
            count, ipas = self._look(texts, ends, i, said)
            if count:
                out += [_with(w, ipa) for w, ipa in zip(said[i : i + count], ipas, strict=True)]
                i += count
                continue
            out.append(word)
            i += 1
        return tuple(out)

    def _stays(self, word: str) -> bool:
        """Return whether a word has no sound of ours, whatever stands around it: nearly every word."""
        stays = self._as_written.get(word)
        if stays is None:
            senses = self._english and (_has_senses(word.lower()) or bool(in_s(word)))
            letter = self._english and _LETTER.match(word) is not None
            stays = not (senses or letter or "-" in word or self._knows(word))
            self._as_written[word] = stays
        return stays

    def _compound(self, word: SpokenWord) -> list[SpokenWord]:
        """ "Houthi-controlled" as two words, if one of them has a sound of its own; else nothing."""
        if "-" not in word.text or word.end - word.start != len(word.text) or self._knows(word.text):
            return []
        texts = word.text.split("-")
        known = [self._part(texts, i) for i in range(len(texts))]
        if not all(texts) or not any(entry and entry.ipa for entry in known):
            return []
        out, at = [], word.start
        for text, entry in zip(texts, known, strict=True):
            ipa = entry.said(self._lang) if entry else ""
            out.append(SpokenWord(text, at, at + len(text), "", " ", ipa))
            at += len(text) + 1
        first = out[0]
        out[0] = SpokenWord(first.text, first.start, first.end, word.before, first.after, first.ipa)
        last = out[-1]
        out[-1] = SpokenWord(last.text, last.start, last.end, last.before, word.after, last.ipa)
        return out

    def _part(self, texts: list[str], i: int) -> Entry | None:
        """The entry for one part of a compound: "lead" of "lead-free", "Houthi" of "Houthi-led"."""
        text = texts[i]
        if self._english and i and texts[i - 1] == "to" and _has_senses(text.lower()):
            meant = sense(texts, i)  # "ready-to-use"
            return self._lexicon.sense(text, meant, self._lang) if meant else None
        if self._english and i == 0 and text.lower() in ("lead", "live", "close", "bass", "tear", "bow"):
            meant = sense(texts, i)
            return self._lexicon.sense(text, meant, self._lang) if meant else None
        return self._lexicon.get(text, self._lang) if text and self._knows(text) else None

    def _look(
        self, texts: Sequence[str], ends: Sequence[str], i: int, said: Sequence[SpokenWord]
    ) -> tuple[int, list[str]]:
        """Return how many words from here the lexicon covers, and their IPA."""
        word = texts[i]
        if self._english and _has_senses(word.lower()):
            meant = sense(texts, i, ends)
            entry = self._lexicon.sense(word, meant, self._lang) if meant else None
            return (1, [entry.said(self._lang)]) if entry else (0, [])
        base = in_s(word) if self._english else ""
        if base:
            meant = sense_in_s(texts, i, ends)
            entry = self._lexicon.sense(base, meant, self._lang) if meant else None
            return (1, [plural_ipa(entry.said(self._lang))]) if entry else (0, [])
        if not self._knows(word):
            return 0, []
        for count in range(
            min(self._lexicon.longest(stem(word)[0]) or self._lexicon.longest(word), len(texts) - i), 0, -1
        ):
            if count > 1 and any(w.after.strip() not in ("", "-") for w in said[i : i + count - 1]):
                continue
            *head, tail = texts[i : i + count]
            for base, suffix in (stem(tail), (tail, "")):
                entry = self._lexicon.get(" ".join([*head, base]), self._lang)
                if entry and entry.said(self._lang):
                    return count, _spread(entry, self._lang, count, suffix)
        return 0, []

    def _knows(self, word: str) -> bool:
        known = self._known.get(word)
        if known is None:
            known = bool(self._lexicon.longest(word) or self._lexicon.longest(stem(word)[0]))
            self._known[word] = known
        return known


def _has_senses(low: str) -> bool:
    return low in contexts() or any(low in group for group in pairs())


def stem(word: str) -> tuple[str, str]:
    """A word without its plural or possessive ending, and the ending."""
    if word.endswith(("'s", "’s")):
        return word[:-2], "'s"
    if word.endswith("s") and len(word) > 3 and not word.endswith("ss"):
        return word[:-1], "s"
    return word, ""


def _spread(entry: Entry, lang: str, count: int, suffix: str) -> list[str]:
    ipas = entry.said(lang).split(" ") if count > 1 else [entry.said(lang)]
    if suffix:
        ipas[-1] = plural_ipa(ipas[-1])
    return ipas


def _with(word: SpokenWord, ipa: str) -> SpokenWord:
    return SpokenWord(word.text, word.start, word.end, word.before, word.after, ipa)
