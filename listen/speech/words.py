"""Pieces become spoken words: split, punctuated, pronounced."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from listen.speech.languages import grammar_for
from listen.speech.lexicon import Lexicon, builtin
from listen.speech.pronounce import Pronouncer, plural_ipa, stem
from listen.speech.punctuation import between
from listen.speech.reader import read
from listen.speech.rules import Here, Piece
from listen.speech.rules import words as word_list
from listen.speech.writing import patterns as re
from listen.speech.writing.folding import folded
from listen.spoken_word import SpokenWord

_STOP = re.compile(r"(?<![,;:.!?…—])[,;:.!?…—]+$")
_ENDS = re.compile(r"([.!?…])[\"'”’)\]»\s]*$")


def speak(
    text: str, lang: str = "en-GB", lexicon: Lexicon | None = None, whole: bool = False
) -> tuple[SpokenWord, ...]:
    """Every spoken word with the span of `text` it comes from; `lang` is BCP 47.

    `whole`: read out keys, papers' numbers and whole addresses too, which are named or passed over otherwise.
    """
    language = lang.replace("_", "-")
    english = language.lower().split("-")[0] in ("en", "und", "")
    british = english and not language.lower().startswith(AMERICAN)
    unfolded = folded(text)
    if unfolded is None:
        return _spoken(text, british, whole, lexicon, language)
    plain, places = unfolded
    words = _spoken(plain, british, whole, lexicon, language)
    return tuple(replace(w, start=places[w.start], end=_end_of(w, places)) for w in words)


def _end_of(word: SpokenWord, places: tuple[int, ...]) -> int:
    """Where a word ends in the original: after all of "Ãº" read as ú, after an "ﬁ" that is cut into two."""
    return max(places[max(word.start, word.end - 1)] + 1, places[word.end])


def _spoken(
    text: str, british: bool, whole: bool, lexicon: Lexicon | None, language: str
) -> tuple[SpokenWord, ...]:
    pieces = read(text, grammar_for(language), Here(text, british, whole))
    return _pronouncer(lexicon or builtin(), language)(text, _words(text, pieces))


AMERICAN = ("en-us", "en-ca", "en-ph")
"""Prefixes of the tags that are read the American way."""


@lru_cache(maxsize=16)
def _pronouncer(lexicon: Lexicon, lang: str) -> Pronouncer:
    return Pronouncer(lexicon, lang)


def _words(text: str, pieces: list[Piece]) -> list[SpokenWord]:
    """Punctuation from the gaps between pieces, and one SpokenWord for each word of a piece."""
    said: list[tuple[str, int, int, str, str]] = []  # text, start, end, before, after
    ordinary = said.append
    gap, at, quoted = "", 0, ""
    for words, start, end in pieces:
        if start > at:
            gap += text[at:start]
        at = max(at, end)
        if not words:
            continue
        if "\n" in gap and _wraps(text, start):
            gap = " "
        if gap == " " and said:  # nothing to hear, as between most words
            before = gap = ""
            if words.isalpha():
                ordinary((words, start, end, "", " "))
                continue
        elif said:
            if gap.startswith(". ") and _expanded(text, said[-1]) and text[start : start + 1].islower():
                gap = gap[1:]  # "ft. long": the short form's own
            if "[" in gap or "]" in gap:
                gap = _without_inserts(gap, text, start)
            elif gap == "– " and text.startswith(("and ", "or ", "to "), start):
                gap = " "  # pre– and post-war
            after, before = between(gap, quoted=quoted)
            quoted = _open(quoted, after + before, gap)
            said[-1] = (*said[-1][:4], _joined(said[-1][4], after))
        else:
            before = between(gap, first=True)[1]
            quoted = _open("", before, gap)
        gap = ""
        for word in words.split(" "):
            stop = ""
            if word[-1:] in ",;:.!?…—":
                m = _STOP.search(word)
                if m:
                    word, stop = word[: m.start()], m.group()
            if word:
                said.append((word, start, end, before, f"{stop} "))
                before = ""
            elif said and not said[-1][4].strip():  # a stroke that is no more than a pause
                said[-1] = (*said[-1][:4], f" {stop} " if stop == "—" else f"{stop} ")
            elif said and said[-1][4].strip() == "”" and stop == ",":  # “File” > “Save”
                said[-1] = (*said[-1][:4], ",” ")
    if not said:
        return []
    gap += text[at:]
    after = between(gap, last=True, quoted=quoted)[0]
    if not _ENDS.search(after):
        m = _ENDS.search(text)
        if m:  # an abbreviation's full stop ends the sentence too
            after = m.group(1) + after
    said[-1] = (*said[-1][:4], after)
    return [SpokenWord(w.replace("’", "'"), s, e, b, a) for w, s, e, b, a in said]


_WRAPPED = re.compile(r"(?:[A-Za-z'’()\-]{1,20},? ){6,30}(?P<last>[A-Za-z'’-]{1,20})[ \t]?\n[ \t]{0,40}\Z")
_NEXT = re.compile(r"[a-z'’-]+")
_BEFORE_MORE = word_list(
    "the of in to and a an that for on with by or as from at which is are be will not this their its your"
)
_AFTER_MORE = word_list(
    "of in to and that for on with by or as from at which is are was were be will than into where who"
)
"""What ends a line that goes on, and what goes on with it."""


def _wraps(text: str, start: int) -> bool:
    """Return whether a line of prose ends before `start` that was cut for its length: "apply in / order".

    The cleaner joins such lines; a text that a caller hands over as it is may still have them.
    """
    line = _WRAPPED.search(text, max(0, start - 130), start)
    following = _NEXT.match(text, start)
    if line is None or following is None or following.group() == "git":  # a command on a line of its own
        return False
    return line["last"].lower() in _BEFORE_MORE or following.group() in _AFTER_MORE


_PRONOUNS = frozenset(["he", "she", "it", "they", "we", "him", "her", "them"])

_LEADS = word_list(
    "that because if when while since although though as than and but or of to for with by from in on at "
    "into about after before through is are was were be been whether until unless where"
)
"""Words that nothing can be a remark to."""


def _without_inserts(gap: str, text: str, at: int) -> str:
    """Return the gap before the word at `at` without the brackets of an editor's word: "the [new] plan"."""
    for mark in "[]":
        place = text.rfind(mark, 0, at) if mark in gap else -1
        if place < 0:
            continue
        first = place if mark == "[" else text.rfind("[", max(0, place - _INSERT), place)
        last = place if mark == "]" else text.find("]", place, place + _INSERT)
        if (
            first >= 0
            and last >= 0
            and text[first - 2 : first - 1].isdecimal()
            and _FIGURES.fullmatch(text, first + 1, last)
        ):
            continue  # a mean of 23.11 [4.93]
        apart = first >= 0 and (not first or text[first - 1] in ' \u00a0“"‘(')  # not D[i]
        if apart and last >= 0 and not _is_aside(text, first, last):
            gap = gap.replace(mark, "")
    return gap


_FIGURES = re.compile(r"[-−–+±]?\d[\d.,]{0,9}(?:\s?(?:[-–]|to)\s?\d[\d.,]{0,9})?\s?%?")
_MEASURED = re.compile(r"[$£€¥]\d|\d[\d.,/]{0,8}\s?(?:[A-Za-z]{1,3}\b|[\"”″′%°]|[a-z]{3,12}\Z)")
"""What a writer puts in square brackets beside a thing: its price, its weight."""
_INSERT = 40
"""Characters of the longest insertion that is read without a pause."""


def _is_aside(text: str, first: int, last: int) -> bool:
    """Return whether brackets hold a remark of its own: "they [the police] came", "he [Moss] went"."""
    inside = text[first + 1 : last]
    words = inside.count(" ") + 1
    before = text[:first].rstrip().rpartition(" ")[2].lower()
    if _MEASURED.match(inside) and before not in _LEADS and before not in ("a", "an", "the"):
        return True  # Trail 20 [$99.95]
    if words == 1:
        return before in _PRONOUNS and inside[:1].isupper()
    if words <= 3 and before in _LEADS:
        return False  # “because [the company] may …”: put in for a pronoun
    if inside[:1].isupper() and text[max(0, first - 1) : first] in ("", "“", '"', "‘"):
        return False  # “[People who are] thin …”
    return words > 3 or bool(re.match(r"(?:the|an?|my|his|her|their|our|its|who|which|see)\s|[A-Z]", inside))


def _expanded(text: str, word: tuple[str, int, int, str, str]) -> bool:
    """Return whether a word comes from a short form: no figure, no initialism, and said otherwise than
    written.
    """
    written = text[word[1] : word[2]]
    return word[0] != written and (written[-1:].islower() or "." in written) and not written[:1].isdecimal()


def _open(quoted: str, marks: str, gap: str) -> str:
    """Return the mark of a quotation that is open after these marks, as it is written in the gap: a double
    one or a single one, which an apostrophe ends; "" where none is.
    """
    for mark in marks:
        if mark == "“":
            quoted = "'" if ("‘" in gap or "'" in gap) and not any(c in gap for c in '"“«„') else '"'
        elif mark == "”":
            quoted = ""
    return quoted


def _joined(own: str, gap: str) -> str:
    """A piece's own last comma gives way to what the writer put there."""
    return gap if gap.strip() else own


def respelled(words: tuple[SpokenWord, ...], lexicon: Lexicon | None = None) -> str:
    """The plain sentence for engines that take only text: what they get wrong is spelled as it sounds."""
    book = lexicon or builtin()
    out = []
    for i, word in enumerate(words):
        text, after = word.text, word.after
        if text == "A" and word.ipa and after == " ":  # so that it is the letter, not the article
            twice = i + 1 < len(words) and words[i + 1].text == "A" and words[i + 1].ipa
            after = ". " if twice else "-"
        else:
            text = _respell(word, book)
        out.append(word.before + text + after)
    return "".join(out).strip().removesuffix("-")


def _respell(word: SpokenWord, book: Lexicon) -> str:
    respelling = book.respelling(word.text, word.ipa)
    if respelling:
        return respelling
    if word.ipa[-1:] in ("s", "z"):
        base, suffix = stem(word.text)
        for cut in (1, 2):
            respelling = book.respelling(base, word.ipa[:-cut])
            if suffix and respelling and plural_ipa(word.ipa[:-cut]) == word.ipa:
                return f"{respelling}{suffix}"
    return word.text
