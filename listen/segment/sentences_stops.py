"""Does a sentence end at this run of terminators? The rules; the words they ask for are tables.

A stop is judged by what stands before it (an abbreviation, an initial, a number), by what closes with it
(quotes, brackets, emoji) and by what follows (a small letter, a name, a word that opens sentences).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from listen.segment.sentences_rules import FREE, QUOTES, SPACED, Kind, Rules

_LONGEST = 80
"""How far back a word or an open bracket is looked for, in characters: what keeps every text linear."""

_NEXT = re.compile(r"""[\s"'“”‘’«»„‚‹›(\[{¿¡*_#–—―-]*([^\W\d_]+(?:['’][^\W\d_]+)?|\d+|\S|)""")
_OPENERS = "\"'“‘«„‚‹([{*_-–—•⁃¿¡"
_TAIL = re.compile(r"[-‐‑/(\[–—“\"]")
_COUNTS = re.compile(
    r"\b(?:zum|zur|am|im|vom|beim|[dD](?:er|ie|as|en|em|es)|(?:sein|ihr|mein|unser)e[mnr]?)\s\Z"
)
"""Words before a German ordinal of three figures: "zum 100. Geburtstag"."""
_LIST_MARK = re.compile(r"[•⁃‣◦▪●]?\s{0,9}[(\[]?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})(?:\.\)?)?")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")
_ROMAN = re.compile(r"[IVXLC]+")
_VOWEL = re.compile(r"[^B-DF-HJ-NP-TV-XZb-df-hj-np-tv-xz]")
_GLUED = re.compile(r"(?:[A-ZÀ-ÖØ-ÞА-ЯІЇЄ][a-zà-öø-ÿа-яёіїє'’]*|[IVXL]+|[“\"‘][A-Z]\w+)(?![\w.@/(]|\.\w)")
_SUBJECT = re.compile(r"[A-Z][\w'’-]{1,40} (?!(?:of|and|for|de|von|van|v|vs)\b)[a-z][\w'’-]{0,40}")
"""A capitalised word that goes on as a sentence does (`Shares fell`), not as a name (`Chief Executive`)."""
_WITHIN = re.compile(
    r"(?:in|across|throughout|within|outside|inside|into|around|leave|left|enter|entered|to|from) the $"
)
_DEGREES = "0123456789°º"
_ADDRESS = re.compile(
    r"\b(?:\d{1,4}(?:st|nd|rd|th) |(?:\d{1,6}|block of) (?:[NSEW]\. )?(?:[A-Z][\w'’]{0,40} ){1,3})$"
)
"""What makes `St.` a street and `Dr.` a drive."""
_ON_STREET = re.compile(r"\b(?:on|at|along|down|onto|off|near|from) [A-Z0-9][\w'’]* $")
"""What makes `St.` a street without its number: not `Port St. Lucie`, `Mount St. Helens`."""
_NO_STREET = re.compile(r"(?:Port|East|West|Mount|Fort|Sault|Old|New|North|South|Upper|Lower) $")
_SIGNED = re.compile(r"[\s—–-]{0,4}[—–―][\s—–-]{0,4}[A-Z][^.!?]{0,60}")
"""Who said it: `“I love it!” — Jane, 34.`"""
_NO_ASIDE = re.compile(r"[^(\[–—―-]*")
_LINK = re.compile(r"(?:https?://|www\.|pic\.twitter)")


class Stop(NamedTuple):
    """One run of terminators and where it stands."""

    text: str
    """The text, all its white space plain spaces."""
    start: int
    """Where the sentence that it may end begins."""
    at: int
    """Its first character."""
    end: int
    """One past it and all that closes with it."""
    limit: int
    """Where the paragraph or list item ends."""
    run: str
    """The terminators themselves."""
    closers: str
    """Quotes and brackets directly after them."""

    @property
    def word(self) -> str:
        """Return what stands before it, back to a space or the sentence's beginning, without
        opening marks.
        """
        start = max(self.start, self.at - _LONGEST)
        return self.text[max(start, self.text.rfind(" ", start, self.at) + 1) : self.at].lstrip(_OPENERS)

    def before(self, word: str) -> str:
        """The text before that word, as far as rules look."""
        end = self.at - len(word)
        return self.text[max(self.start, end - _LONGEST) : end]


def cut(stop: Stop, rules: Rules) -> int:
    """Return where the sentence ends that ends at this stop; 0 if none does."""
    text, end = stop.text, stop.end
    if text.startswith(' " ', end) and text.count('"', stop.start, end) % 2:
        # a straight quote that stands apart closes what is open
        end += 2
        stop = stop._replace(end=end, closers=stop.closers + '"')
        if end >= stop.limit:
            return 0
    if stop.run[0] in FREE:
        return _free(stop, rules)
    if text[end] != " ":
        return _unspaced(stop, rules)
    ahead = _NEXT.match(text, end, stop.limit)
    if ahead is None or not ahead.group(1):
        return 0
    if stop.closers[-1:] in QUOTES and stop.closers and _SIGNED.match(text, end, stop.limit):
        return 0
    if stop.at and text[stop.at - 1] in "([" and stop.closers[:1] in ("]", ")"):
        return 0
    if stop.run == ".":
        return end if _full_stop(stop, ahead, rules) else 0
    if "?" in stop.run or "!" in stop.run or stop.run[0] in rules.also:
        return end if _called(stop, ahead, rules) else 0
    return _ellipsis(stop, ahead, rules)


def _small(word: str) -> bool:
    """Is it no beginning of a sentence in careful writing? `iPhone` may be one."""
    return word[0].islower() and word.islower()


def _uncased(letter: str) -> bool:
    """Is it a letter of a script without capitals?"""
    return letter.isalpha() and letter.lower() == letter.upper()


def _opens(ahead: re.Match[str], rules: Rules) -> bool:
    """Does a word follow that opens sentences rather than going on with a name?"""
    word = ahead.group(1)
    if len(word) == 1 and ahead.string[ahead.end(1) : ahead.end(1) + 1] == ".":
        return False
    return word in rules.starters or re.split("['’]", word)[0] in rules.starters


def _free(stop: Stop, rules: Rules) -> int:
    """Terminators of scripts that need no space after them."""
    text, end = stop.text, stop.end
    back = max(stop.start, end - _LONGEST)
    if any(text.rfind(o, back, end) > text.rfind(c, back, end) for o, c in rules.brackets):
        return 0
    if stop.closers and rules.said is not None and rules.said.match(text, end, stop.limit):
        return 0
    return end


def _unspaced(stop: Stop, rules: Rules) -> int:
    """A missing space: `was lost.The next day`, unless it is a name, an address or a number."""
    if stop.run.startswith("..") or "…" in stop.run:
        return 0
    word = stop.word
    if len(word) < 2 or not word.isalpha() or word in rules.abbreviations:
        return 0
    if _uncased(word[-1]) and _uncased(stop.text[stop.end]):
        return stop.end
    if not word.islower():
        return 0
    end = stop.end - 1 if stop.closers[-1:] in ("“", "‘") else stop.end
    return end if _GLUED.match(stop.text, end, stop.limit) else 0


_DATED = re.compile(r"\s\((?:1[89]|20)\d\d\)")
"""The year of a work whose title ends in a mark."""


def _called(stop: Stop, ahead: re.Match[str], rules: Rules) -> bool:
    """After a question or exclamation mark."""
    word, following = stop.word, ahead.group(1)
    named = stop.run == "!" and word in rules.called
    if _small(following):
        if stop.closers or ahead.start(1) - stop.end > 1 or named:
            return False
        back = max(stop.start, stop.at - _LONGEST)
        if stop.text.rfind("(", back, stop.at) > stop.text.rfind(")", back, stop.at):
            return False
        # `on Who Wants to Be a Millionaire? tonight`: a title that ends so, within a sentence
        return (
            (word.isupper() and len(word) > 1)
            or not word[:1].isupper()
            or stop.at - len(word) <= stop.start + 1
        )
    if following[0] in SPACED:
        return False
    if named:
        return _opens(ahead, rules)
    quoted = stop.closers[-1:] in QUOTES if stop.closers else False
    if quoted and rules.saying.match(stop.text, ahead.start(1), stop.limit):
        return False
    if not stop.closers and _DATED.match(stop.text, stop.end, stop.limit) and word[:1].isupper():
        return False  # "for Viva Maria! (1965), and"
    if stop.closers == ")" and not _opens(ahead, rules):
        return stop.text.rfind("(", max(stop.start, stop.at - _LONGEST), stop.at) <= stop.start
    return True


def _ellipsis(stop: Stop, ahead: re.Match[str], rules: Rules) -> int:
    """After two dots or more, close together or spaced."""
    following = ahead.group(1)
    attached = stop.at > 0 and stop.text[stop.at - 1] != " "
    if (
        _small(following)
        or following[0] in SPACED
        or (following == "I" and not (attached and len(stop.run) > 3))
    ):
        return 0
    if attached and not stop.closers and stop.run.startswith(". . . ."):
        return stop.at + 1
    if not attached and len(stop.run.replace(" ", "")) < 4 and not stop.closers:
        return stop.end if _opens(ahead, rules) else 0
    return stop.end


def _full_stop(stop: Stop, ahead: re.Match[str], rules: Rules) -> bool:
    """After a single full stop and white space."""
    word, following = stop.word, ahead.group(1)
    kind = rules.abbreviations.get(word)
    if kind is None and not word.isalpha():
        if word[:1].isdigit() and not word[-1:].isalpha():
            return _after_number(stop, word, ahead, rules)
        kind = rules.abbreviations.get(_TAIL.split(word)[-1])
    if _small(following):
        return kind is None and not stop.closers and _small_start(stop, word, ahead, rules)
    if following == "№" or _LIST_MARK.fullmatch(stop.text, stop.start, stop.at):
        return False
    if stop.closers and stop.closers[-1] in SPACED:
        return True
    if kind is not None:
        return _after_abbreviation(stop, kind, word, ahead, rules)
    if len(word) == 1 and word.isalpha():
        return _after_letter(stop, word, ahead, rules)
    if _DOTTED.fullmatch(_TAIL.split(word)[-1]) or (rules.ordinals and _ROMAN.fullmatch(word)):
        return _opens(ahead, rules)
    if word[:1].isascii() and 1 < len(word) < 5 and word[1:].islower() and not _VOWEL.search(word):
        return _opens(ahead, rules)
    return True


def _after_abbreviation(stop: Stop, kind: Kind, word: str, ahead: re.Match[str], rules: Rules) -> bool:
    """After an abbreviation, and no small letter follows."""
    following = ahead.group(1)
    if word == "Al":
        return True  # the man's name; the abbreviation is written small
    opens = _opens(ahead, rules)
    gap = stop.text[stop.end : ahead.start(1)]
    if word in ("St", "Dr") and _ADDRESS.search(stop.before(word)):
        kind = Kind.FIRM if word == "St" else Kind.MAYBE
    elif word == "St" and _ON_STREET.search(stop.before(word)) and not _NO_STREET.search(stop.before(word)):
        kind = Kind.FIRM
    if kind in (Kind.TITLE, Kind.NEVER) or (kind is not Kind.LAST and not _NO_ASIDE.fullmatch(gap)):
        return False
    match kind:
        case Kind.NUMBER | Kind.WORD:
            roman = _ROMAN.fullmatch(following) is not None and following != "I"
            numbered = following[0].isdigit() or roman or (len(following) == 1 and not opens)
            return (opens or kind is Kind.WORD) and not numbered
        case Kind.LAST:
            return opens or not following[0].isdigit()
        case Kind.TIME if word[0] == "A" and not stop.before(word).rstrip()[-1:].isdecimal():
            return False  # `A.M. Best`
        case Kind.TIME:
            if rules.time_goes_on.match(following):
                return False
            return opens or not rules.time_opens.fullmatch(stop.text, stop.start, stop.at)
        case Kind.STATE if "." in word and not stop.before(word).rstrip().endswith(","):
            return opens
        case Kind.FIRM | Kind.STATE:
            return opens or _SUBJECT.match(stop.text, ahead.start(1), stop.limit) is not None
        case Kind.NATION:
            if opens or following in rules.institutions:
                return opens
            noun = _WITHIN.search(stop.before(word)) is not None
            return noun and _SUBJECT.match(stop.text, ahead.start(1), stop.limit) is not None
    return opens


def _small_start(stop: Stop, word: str, ahead: re.Match[str], rules: Rules) -> bool:
    """Before a small letter: careless writers end a sentence so, after a word that is no abbreviation."""
    if ahead.start(1) - stop.end > 1 or _LINK.match(stop.text, ahead.start(1), stop.limit):
        return False
    if word.endswith(("'s", "’s")):
        word = word[:-2]
    if not word:
        return stop.text[stop.at - 1 : stop.at] == " "
    if word == "in" and stop.before(word)[-2:-1].isdecimal():
        return False  # `5 ft. 2 in. tall`
    if len(word) >= rules.small_after and (word.isalpha() or word[-1].isdigit()):
        return True
    if not rules.careless or len(word) < 2 or not word.isalpha():
        return False
    return word.isupper() or (word.islower() and _VOWEL.search(word) is not None)


def _after_number(stop: Stop, word: str, ahead: re.Match[str], rules: Rules) -> bool:
    """After figures: an ordinal's dot, a list marker's, or the sentence's end."""
    if _LIST_MARK.fullmatch(stop.text, stop.start, stop.at):
        return False
    if len(word) < 3 and stop.before(word).rstrip().endswith(":"):
        return False
    if stop.before(word).strip().lower() in rules.labels:
        return False  # `Step 1. Open the box.`
    if _small(ahead.group(1)):
        return not rules.ordinals and not stop.closers and _small_start(stop, word, ahead, rules)
    if rules.ordinals and (len(word) < 3 or (len(word) == 3 and _COUNTS.search(stop.before(word)))):
        return _opens(ahead, rules)
    return ahead.group(1) != "№"


def _after_letter(stop: Stop, word: str, ahead: re.Match[str], rules: Rules) -> bool:
    """After a single letter: an initial, or the end of `plan B`, `you and I`."""
    if _uncased(word):
        return True
    last = stop.before(word).split()[-1:]
    if last and last[0].lower().strip(_OPENERS) in rules.labels:
        return ahead.string[ahead.end(1) : ahead.end(1) + 1] != "."
    if word in ("C", "F") and last and last[0][-1:] in _DEGREES:
        return True
    if word == "I" and last and last[0].islower() and last[0] not in ("the", "by"):
        return True
    return _opens(ahead, rules)
