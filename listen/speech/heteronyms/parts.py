"""Noun or verb: what part of speech a word is that is both, from its neighbours.

For pairs such as "a record" and "they record", where stress tells them apart. The rules are the order of
English: what may stand before a noun, what before a verb, and what only an object can follow. Where neither
is sure, the answer is "".
"""

from __future__ import annotations

from collections.abc import Sequence

from listen.speech.heteronyms.word_classes import (
    ADJECTIVES_LY,
    ADVERBS,
    AFTER_NOUN,
    ARTICLES,
    AUXILIARY,
    COUNTING,
    DETERMINER,
    FINITE,
    MODAL,
    OBJECT,
    OWNERS,
    PERSONS,
    PREPOSITION,
    SINGULAR_S,
    SMALL,
    SUBJECT,
    is_plural,
    takes_object,
)
from listen.speech.rules import words

_PASSIVE = words(
    """
    due close according thanks subject owing opposed led return returned access response reference key
    related guide introduction intro welcome approach alternative alternatives addition dedication attention
    """
)
_NAMED_AFTER = words("highs lows levels numbers management manager managers")
"""What follows a noun: "to record highs", "a step to project management"."""
_AFTER_VERB = words(
    """
    against for with at in on to from by over that up down out off slowly sharply daily again together
    today tomorrow yesterday when if while because as
    """
)
_SOME = words("many most some half")
_COPULA = words(
    """
    is was are were be been being seems seemed seem became become remains remained remain feel felt
    looks look
    """
)
_SPANS = words("years months weeks days hours minutes decades centuries times seasons")
"""After these a noun begins a phrase as often: "in recent years protest movements"."""


_PERCEIVED = words("saw see sees watch watched heard hear help helps helped make makes made lets let")
_KIN = words(
    """
    son daughter sister brother wife husband mother father child kids children friend friends student
    students team boss neighbor neighbour colleague partner parents nephew niece cousin grandson granddaughter
    """
)
_OF_THEM = words("half most many some all few both two three four five")
_NUMERALS = words("one two three four five six seven eight nine ten eleven twelve")
_SPEAKS = words(
    "says said sues sued wants told tells argues argued warns urges calls thinks believes insists knows"
)
"""What somebody does who is a convict or an advocate, and no verb can have behind it."""
_ANYONE = words("anyone anybody nobody everybody everyone someone somebody")
_HAPPENED = words(
    """
    held found shot caught kept set broken stolen hit killed seen sought freed told made left lost hurt hidden
    sent spread sold bought fled gets goes dies dead still shows remains pleads faces admits denies seeks
    begins
    """
)
"""What becomes of the noun that a headline begins with."""


def _is_name(said: Sequence[str], at: int) -> bool:
    """Return whether a capital tells a noun: in a name ("Healthy Snacks Survey said"), not in a headline."""
    word, last = said[at], said[at - 1]
    if not word[:1].isupper() or word.isupper() or (len(last) == 1 and last != "I"):
        return False
    following = said[at + 1] if at + 1 < len(said) else ""
    small = last.lower() in SMALL
    if last[:1].islower():
        return not small
    return not small and following[:1].islower() and following not in SMALL


def part(said: Sequence[str], ends: Sequence[str], at: int) -> str:
    """ "noun", "verb" or "" for the word at this place of the sentence.

    `ends` is what follows each word in the spoken text: punctuation parts a sentence's clauses.
    """
    before, before2, after = near(said, ends, at)
    if before and _is_name(said, at):
        return "noun"
    if before in MODAL:
        return "verb"
    if before == said[at].lower():
        return "verb" if before2 in DETERMINER else "noun"  # "the conflict conflict", "they produce produce"
    if before in _KIN and before2 in OWNERS and at > 2 and said[at - 3].lower() in _PERCEIVED:
        return "verb"  # "saw his sister graduate"
    if at > 2 and said[at - 3].lower() in ("let", "lets", "letting") and before2 in DETERMINER:
        return "verb"  # "let the dough ferment"
    if before in COUNTING and before2 in ("the", "these", "those", "all") and (not after or after in OBJECT):
        return "verb"  # "the two present no threat": a noun would be a plural
    if before == "to":
        return "noun" if before2 in _PASSIVE or after in _NAMED_AFTER else "verb"
    if before in _ANYONE and before2 in MODAL and said[at].lower() != "present":
        return "verb"  # "Does anyone object?"
    if before == "than" and before2 == "rather" and not after:
        return "verb"  # "rather than desert"
    if before == "why" and (after == "to" or after in OBJECT or after in PREPOSITION):
        return "verb"  # "Why elaborate on it?"
    if before == "few" and not before2 and at == 1 and (not after or after in PERSONS):
        return "verb"  # "Few suspect him", "Few graduate"
    if before in ("them", "us") and before2 == "of" and at > 2 and said[at - 3].lower() in _OF_THEM:
        return "verb"  # "Half of them graduate in debt"
    if before2 in OWNERS and _asked(said, ends, at):
        return "verb"  # "Will the economy contract?"
    seen = before2 in _PERCEIVED and said[at].lower() != "live"
    if seen and (before in PERSONS or (before == "her" and after in ARTICLES)):
        return "verb"  # "saw her present the award"
    if before in SUBJECT and before2 in ("a", "an", "this", "every", "each"):
        return "noun"
    if before == "police" and before2 in PREPOSITION and not after:
        return "noun"  # "a review of police conduct"
    if before in _SOME and is_plural(after):
        return "noun"  # "many record labels"
    if before in SUBJECT:
        named = before not in ("i", "you", "we", "they")
        return (
            "noun"
            if named and (after in ("of", "was", "is", "has") or _is_said_of(said, ends, at))
            else "verb"
        )
    if before in ("which", "who"):
        return "verb" if before2 and before2 not in PREPOSITION else "noun"
    if before == "that":
        return "verb" if is_plural(before2) and after not in AFTER_NOUN else "noun"
    if before == "this":
        return "noun"
    if before in DETERMINER or before.endswith(("'s", "’s", "s'", "s’")) or _owned(ends, at):
        return "noun"
    if before2 in ("a", "an") and is_plural(before):
        return "noun"  # "a victims' advocate"
    if after in _SPEAKS and before not in SUBJECT:
        return "noun"  # "Tenants' advocate sues city"
    if before in PREPOSITION:
        return "noun"
    long_subject = _subject_before(said, ends, at)
    if long_subject and _object_after(said, ends, at):
        return "verb"  # "Cameras in the lobby record everyone"
    if before in ADJECTIVES_LY:
        return "noun"
    if before in _THERE and is_plural(before2):
        return "verb"  # "Few farmers here use pesticides"
    if before in ADVERBS or (before.endswith("ly") and len(before) > 4):
        if before2 in MODAL or before2 in SUBJECT or is_plural(before2):
            return "verb"
        if after in OBJECT and before2 not in DETERMINER:
            return "verb"  # "Can it accurately project the costs?"
        return "noun" if before2 in DETERMINER else ""
    if not before:
        if after in _NUMERALS and (at + 2 >= len(said) or parted(ends, at + 1)):
            return "noun"  # "Project 5: a garden"
        if after in AFTER_NOUN or after in _AFTER_VERB:
            return "noun"
        if is_plural(after):
            return "noun"  # "Rebel forces", "Transport links"
        if at + 2 < len(said) and (after in _HAPPENED or (after.endswith("ed") and len(after) > 4)):
            return "noun"  # "Suspect held in stabbing", "Record set in"
        return "verb" if after in OBJECT or after in COUNTING else ""
    if is_plural(before) and before2 in ("he", "she", "it", "who"):
        return "noun"  # "He favors moderate reforms"
    if is_plural(before):
        if after in AFTER_NOUN:
            return "noun"
        if not after or takes_object(after) or after in _AFTER_VERB or _free(after):
            return "verb"
        return "" if before in _SPANS else "verb"
    if before in ("and", "or", "but"):
        if at > 2 and said[at - 3].lower() in MODAL and before2 not in DETERMINER:
            return "verb"  # "can copy and record", "to buy or use"
        if after in PREPOSITION or not after:
            earlier = [word.lower() for word in said[max(0, at - 5) : at - 2]]
            if before == "and" and any(word in ARTICLES or word in OWNERS for word in earlier):
                return "noun"  # "a dedicated partner and advocate in your journey"
        return "verb" if after in OBJECT and before2 not in DETERMINER else ""
    if long_subject and _only_verb(said, ends, at):
        return "verb"
    if before in SINGULAR_S or after in AFTER_NOUN:
        return "noun"
    return "" if after in OBJECT else "noun"


_PLACING = words("across along around near inside outside behind beyond within throughout")
_FOCUS = words("even only just both almost nearly")
_THERE = words("here there today nowadays abroad everywhere elsewhere worldwide nationwide")
"""Where or when it is that a plural does something."""
_EACH = words("every each daily")
_REACH = 40
"""How many words a clause is looked through."""


_ASKING = words("will would should could can might must did does do")
"""What begins a question."""
_SO_MUCH = words("enough more less any all some every each half his her its their our your my")
_WHEN = words("again when if today tomorrow now this next by")


def _asked(said: Sequence[str], ends: Sequence[str], at: int) -> bool:
    """Return whether a verb begins the clause and this word ends it: "Will the muscle contract?"

    A noun would have the verb behind it: "Did the murder suspect flee?".
    """
    first = at == 3 or (at > 3 and parted(ends, at - 4))
    asks = first and said[at - 3].lower() in _ASKING and not said[at - 1].lower().endswith("ly")
    after = said[at + 1].lower() if at + 1 < len(said) and not parted(ends, at) else ""
    alone = is_plural(after) and (at + 2 >= len(said) or parted(ends, at + 1))  # "produce batteries?"
    return asks and (not after or alone or after in ARTICLES | PERSONS | _WHEN | _SO_MUCH)


def _subject_before(said: Sequence[str], ends: Sequence[str], at: int) -> int:
    """Return how far back a plural noun with a phrase of its own stands ("cameras in the lobby"); 0: none."""
    for i in range(at - 2, max(-1, at - 7), -1):
        if parted(ends, i):
            return 0
        if said[i].lower() in PREPOSITION or said[i].lower() in _PLACING:
            return at - i + 1 if i > 0 and is_plural(said[i - 1].lower()) else 0
    return 0


def _is_said_of(said: Sequence[str], ends: Sequence[str], at: int) -> bool:
    """Return whether a phrase and "is" follow, "police conduct at the match is under review": a noun then."""
    if near(said, ends, at)[2] not in ("at", "in", "on", "during", "towards", "toward"):
        return False
    for i in range(at + 2, min(len(said), at + 7)):
        if parted(ends, i - 1) or said[i].lower() in _CLAUSE:
            return False
        if said[i].lower() in ("is", "was", "has"):
            return True
    return False


_CLAUSE = words("that which who what when where while if and or but because how why as")


def _object_after(said: Sequence[str], ends: Sequence[str], at: int) -> bool:
    """Return whether an object begins behind the word: "record the", "record even the"."""
    after = near(said, ends, at)[2]
    then = near(said, ends, at + 1)[2] if after in _FOCUS else ""
    return after in OBJECT or then in OBJECT or after in ("half", "enough", "much", "less", "fewer")


def _only_verb(said: Sequence[str], ends: Sequence[str], at: int) -> bool:
    """Return whether a full sentence would have no verb without this word.

    "Schools in the county close on Friday." Only where the next word cannot belong to a noun, or something is
    done every day.
    """
    stop = at
    while stop < len(said) - 1 and stop < at + _REACH and not parted(ends, stop):
        stop += 1
    ended = stop < len(ends) and ends[stop].strip(" \"'”’").startswith(".")
    headline = stop == len(said) - 1 and not (stop < len(ends) and ends[stop].strip())
    named = said[at - 1][:1].isupper() and said[at].islower()
    if not ended and not (headline and named):
        return False
    later = [word.lower() for word in said[at + 1 : stop + 1]]
    free = not later or named or later[0] in PREPOSITION - {"of"} or any(word in _EACH for word in later)
    start = at
    while start > max(0, at - _REACH) and not parted(ends, start - 1):
        start -= 1
    earlier = [word.lower() for word in said[start:at]]
    begins = at - start - _subject_before(said, ends, at) < 2 and not said[at - 1].endswith("ing")
    first = not start or ends[start - 1].strip(" \"'”’“‘")[:1] in (".", "!", "?", ":")
    return free and begins and first and not any(_may_be_verb(word) for word in earlier[1:] + later)


def _may_be_verb(word: str) -> bool:
    return word in MODAL or word in FINITE or word in AUXILIARY or (word.endswith("ed") and len(word) > 4)


def state(said: Sequence[str], ends: Sequence[str], at: int) -> str:
    """Tell verbs in -ate from nouns or adjectives ("a moderate drinker", "it is separate"), as `part`."""
    before, _, after = near(said, ends, at)
    if before in _COPULA and before not in MODAL:
        return "noun"
    if before in ("an", "a", "the", "so", "too", "very", "how"):
        return "noun"
    if before in ADVERBS - {"to", "never", "both"} or before.endswith("ly"):
        return part(said, ends, at) or "noun"  # "only moderate damage"
    if after in ("with", "from", "between") and _subject_before(said, ends, at):
        return "verb"
    if not before and is_plural(after):
        return "noun"  # "Graduate students", "Moderate voters"
    return part(said, ends, at) if before or after in OBJECT else ""


def _free(after: str) -> bool:
    """Return whether no noun is qualified by it: an adverb, or a word that begins the next phrase."""
    return (
        after in PREPOSITION or after.endswith("ly") or after in ("each", "every", "when", "higher", "lower")
    )


def near(said: Sequence[str], ends: Sequence[str], at: int) -> tuple[str, str, str]:
    """The two words before and the one after, in small letters; "" beyond a clause's end."""
    before = said[at - 1].lower() if at and not parted(ends, at - 1) else ""
    if before == "a" and is_initial(said, at - 1):
        before = "a."
    before2 = said[at - 2].lower() if at > 1 and before and not parted(ends, at - 2) else ""
    after = said[at + 1].lower() if at + 1 < len(said) and not parted(ends, at) else ""
    return before, before2, after


def _owned(ends: Sequence[str], at: int) -> bool:
    """Return whether an apostrophe alone stands before the word: "the victims' advocate"."""
    return 0 < at <= len(ends) and ends[at - 1] == "' "


def is_initial(said: Sequence[str], at: int) -> bool:
    """Return whether an A is the last letter of initials, no article: "the F D A"."""
    return said[at] == "A" and at > 0 and len(said[at - 1]) == 1 and said[at - 1].isupper()


def parted(ends: Sequence[str], at: int) -> bool:
    return at < len(ends) and ends[at].strip(" \"'”’“‘") != ""
