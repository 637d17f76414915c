"""Noun or verb in -s: "the presents", "she presents"."""

from __future__ import annotations

from collections.abc import Sequence

from listen.speech.heteronyms.parts import near, parted
from listen.speech.heteronyms.word_classes import (
    ADJECTIVES_LY,
    ADVERBS,
    COUNTING,
    DETERMINER,
    FINITE,
    MODAL,
    OBJECT,
    PREPOSITION,
    SUBJECT,
    TAKES,
    is_plural,
    takes_object,
)
from listen.speech.rules import words

_SAYING = words(
    """
    say says said believe believes think thinks thought show shows showed suggest suggests found know
    knows argue argues ensure ensures ensured ensuring sure so such clear hope hopes mean means require
    requires guarantee guarantees confirm confirms note notes see seen assume told tell indicate indicates
    demonstrate demonstrates prove proves recommend given provided it fact idea now likely possible true
    agree agreed learn learned recognize realize remember announce announced explain explains reveal
    reveals revealed conclude concluded argued warn warns warned claim claims claimed report reports
    reported insist insists estimate estimates
    """
)
_QUALITIES = words(
    """
    regular popular similar particular easier faster newer older better bigger smaller larger bold quick
    different significant important recent current frequent excellent instant vibrant relevant constant
    elegant efficient permanent urgent ancient certain various new big small good bad high low old young
    great large long short special main major minor real true free full early late strong weak fast heavy
    light dark bright simple complex smart daily weekly monthly annual online exterior interior extra
    further several many key top down up out off
    """
)
"""What qualifies a plural, or is a verb's particle before it."""
_QUALITY_ENDS = ("al", "ous", "ive", "ful", "able", "ible", "ic", "less", "ary")
_NO_QUALITIES = words(
    """
    festival hospital journal capital animal terminal rival official criminal professional individual
    portal signal executive detective native relative alternative initiative archive drive five clinic
    critic music public republic traffic topic fabric plastic mechanic academic medic library secretary
    salary summary military january february dictionary diary table cable bible vegetable tribunal
    cardinal general senegal portugal principal manual panel montreal atlantic collective cooperative
    representative survive
    """
)


_NO_SUPERLATIVES = words(
    "forest interest request harvest contest priest guest west quest arrest digest chest"
)


def _is_quality(word: str) -> bool:
    """Return whether a word is an adjective by its ending: "vibrant", "promotional"."""
    return word in _QUALITIES or (
        len(word) > 5 and word.endswith(_QUALITY_ENDS) and word not in _NO_QUALITIES
    )


_THIRD = words(
    """
    he she it who which also now still often never always currently rarely usually sometimes frequently nobody
    everyone someone everybody anyone
    """
)
_PLURAL_VERBS = words("are were have will would can could may might must should had aren't weren't do did of")


def part_in_s(said: Sequence[str], ends: Sequence[str], at: int) -> str:
    """Tell the form in -s: the noun's plural, or what he, she or it does ("presents", "objects")."""
    before, before2, after = near(said, ends, at)
    if after in _PLURAL_VERBS and before not in _THIRD:
        return "noun"
    if before == "that":
        verbal = after in FINITE or after.endswith("ed")
        return "noun" if verbal or (before2 in _SAYING and not takes_object(after)) else "verb"
    if before in _THIRD or before == "what" or (before == "one" and before2 in ("no", "every", "any")):
        return "verb"
    if after == "that" and said[at - 1][:1].isupper() and said[at] in _TOLD:
        return "verb"  # "Acme Analytics estimates that"
    if said[at].lower() == "deserts" and before == "just":
        return "verb"  # "his just deserts": what is deserved sounds so
    one = before2 in ("a", "an") and len(before) > 2 and before not in _SO_MANY and not _is_quality(before)
    if one and (not after or after in OBJECT):
        return "verb"  # "a teenager rebels", "a firm exports them"
    if said[at] == "objects" and after == "to" and said[at - 1][:1].isupper():
        return "verb"  # "Russia objects to the wording"
    if said[at] == "advocates" and before in _WORKS and before2 in _ONE:
        return "verb"  # "The book advocates fasting"
    if not before and at and after in ("the", "a", "an", "his", "her", "its", "their", "our"):
        return "verb"  # "Her series (1990) presents the artist"
    if before in ("where", "when", "because") and before2 != "from":
        return "noun"  # "where conflicts last"
    if after in ("higher", "lower") and (at + 2 >= len(said) or parted(ends, at + 1)):
        return "noun"  # "negotiate salary contracts higher"
    if after in _SOMEWHERE and before not in SUBJECT and not is_plural(before):
        return "noun"  # "video production projects everywhere"
    if after in _REPORTED and said[at][:1].isupper() and said[at + 1][:1].isupper():
        return "noun"  # "Global Projects Report"
    begun = before2 in ("as", "when", "if", "while", "until") and not (
        at > 2 and said[at - 3].lower() == "such"
    )
    if after == "that" and at + 2 < len(said) and said[at + 2].lower() in _THEN and not before.endswith("s"):
        return "noun"  # "any attributes that can be used"
    if (
        begun
        and said[at].lower() in _GROWING
        and not after
        and before.isalpha()
        and before not in DETERMINER
        and not is_plural(before)
    ):
        return "verb"  # "slower as demand increases"
    if (
        not before
        or before in DETERMINER
        or before in PREPOSITION
        or before.endswith(("'s", "’s", "s'", "s’"))
    ):
        return "noun"
    if before in ("less", "fewer") and not after.endswith("ed"):
        return "noun"  # "means less projects"
    if before in _DID and not (after in OBJECT and before2 in ("i", "we", "he", "she", "they", "you", "it")):
        return "noun"  # "broke records", but "the tool we wrote exports it"
    if before in TAKES or before in COUNTING or before in MODAL or is_plural(before) or before in SUBJECT:
        return "noun"
    if before in ("and", "or") and before2 in _DONE_IN_S:
        return "verb"  # "accepts or rejects"
    if before == "and" and after in ("the", "a", "an"):
        return "verb"  # "takes a line and extracts the name"
    if before in ("and", "or", "but"):
        return "verb" if after in OBJECT and (before2.endswith("s") and not is_plural(before2)) else "noun"
    if before.endswith("ing") and len(before) > 5 and not takes_object(after):
        return "noun"  # "ten remodeling projects across the city"
    if before.endswith("ly") and len(before) > 4 and before not in ADJECTIVES_LY:
        return "verb"
    if before.endswith("est") and before2 in DETERMINER and before not in _NO_SUPERLATIVES:
        return "noun"  # "the strongest updates"
    if _is_quality(before) or (before.endswith("ed") and len(before) > 4):
        return "noun"  # "vibrant objects", "armed conflicts"
    word = said[at].lower()
    if word in _AGENTS:
        return "verb" if after in OBJECT or _one_does(said, ends, at) else "noun"
    if after.endswith("ed") or after in FINITE or _acts(said, ends, at):
        return "noun"  # "Grain exports fell", "Housing projects need"
    if before.endswith("ing") and before2 in PREPOSITION:
        return "noun"  # "for managing projects well"
    if after.endswith("ly") or after in ADVERBS:
        then = said[at + 2].lower() if at + 2 < len(said) else ""
        if then in MODAL or then in _PLURAL_VERBS or then in FINITE or before2.endswith("ing"):
            return "noun"  # "Luxury upgrades probably won't", "budgeting software projects well"
    if takes_object(after):
        return "verb"
    if after in ("as", "when", "if", "because"):
        return "verb"
    if after in _AFTER_BOTH:
        return "verb" if before2 in DETERMINER else "noun"
    if not after or after in PREPOSITION or after in ("and", "or"):
        return "noun"
    return "verb"  # "Norway exports gas"


def _one_does(said: Sequence[str], ends: Sequence[str], at: int) -> bool:
    """Return whether one does it: "her son graduates next week", "the report advocates lower fees"."""
    before, before2, after = near(said, ends, at)
    then = near(said, ends, at + 1)[2] if after else ""
    one = before2 in _ONE and before.isalpha() and not before.endswith(("ing", "ed", "al", "ic", "ive"))
    when = after in _SOON and then in _DAYS
    return one and (when or (after.endswith(("er", "ing")) and is_plural(then)))


_ONE = words("the his her their my our your this that a an")
_WORKS = words(
    "book report article paper essay study author manifesto platform document guide column bill policy plan"
)
"""What advocates something, and is no cause that has its advocates."""
_SO_MANY = COUNTING | words("few dozen score lot great good couple")
_SOON = words("next this last in on")
_DAYS = words(
    """
    week month year spring summer autumn fall winter semester term january february march april may june july
    august september october november december monday tuesday wednesday thursday friday saturday sunday
    """
)
_SOMEWHERE = words("everywhere anywhere nowhere worldwide nationwide statewide citywide elsewhere")
_REPORTED = words(
    "report reports database survey index summary overview guide manager management director team tracker"
)
"""What a plural stands before in a title."""
_THEN = words("can are were have will may might should could must do")
_GROWING = words("increases decreases progresses permits contracts rebounds")
_TOLD = words("estimates suspects projects")
_DID = words(
    """
    broke took gave made saw sold bought brought found lost left got kept stole hid threw drew built won wrote
    held sent spent caught chose drove ate struck shot wore swept broken taken given stolen thrown written
    """
)
"""What is done to the plural noun behind it: "broke records"."""
_DONE_IN_S = words(
    """
    accepts approves confirms includes allows requires provides creates delivers generates receives enables
    ensures supports offers collects reviews tracks measures analyzes stores sends handles reads writes makes
    gives takes adds removes buys sells imports builds produces
    """
)
"""What he or it does, and no plural noun beside "or"."""
_AGENTS = words(
    "graduates advocates associates delegates rebels suspects convicts subordinates syndicates escorts"
)
_AFTER_BOTH = words("to with that over against sharply slowly daily")


def _acts(said: Sequence[str], ends: Sequence[str], at: int) -> bool:
    """Return whether a verb and its object follow: "plant extracts soothe the skin"."""
    if at + 2 >= len(said) or parted(ends, at) or parted(ends, at + 1):
        return False
    verb, then = said[at + 1].lower(), said[at + 2].lower()
    plain = verb.isalpha() and not verb.endswith(("s", "ly", "ing")) and len(verb) > 3
    free = plain and verb not in PREPOSITION | OBJECT | DETERMINER | MODAL | COUNTING | ADVERBS | _CLAUSES
    return free and then in ("the", "a", "an", "their", "his", "her", "its", "them", "us", "our", "your")


_CLAUSES = words("that when where while which than then because from into onto though unless until both both")
