"""The pronoun I after a word that may be numbered ("the book I read"); small words that are stressed."""

from __future__ import annotations

from listen.speech.rules import Here, Rule, Said, whole, words
from listen.speech.writing import patterns as re

OF_FEELING = words(
    """
    liked loved hated wanted needed missed trusted admired enjoyed preferred remembered visited talked asked
    believed tried worked used
    """
)
"""What a speaker does to somebody named first: "Charles I liked"."""
_MEDICAL = words("type phase grade stage category tier schedule form")
_NUMBERED_NOUNS = words(
    """
    error felony misdemeanor offence offense drug trial study test exam railway railroad airport school
    listed and or of in to at was is has had for by with on ii license licence status shares stock device
    recall employee title diabetes diabetic diabetics error errors collagen interferon hypersensitivity
    bipolar supernova civilization civilisation cancer tumor tumour lung heart clinical survey site sites
    """
)
"""What follows a numeral: "a class I felony"."""
_VERBS = words(
    """
    am was were have had do did will would can could should might may must never always also really still
    just only even ever hardly barely nearly almost simply manage once first then now often usually
    actually probably truly too like liked love hate want need know knew think thought see saw read write
    wrote get got give gave take took make made find found tell told say said remember mean meant feel
    felt keep kept leave left bring brought buy bought teach taught speak spoke hear heard live play hope
    wish wonder believe use enjoy prefer dread miss own run ran grew grow learnt began chose cite drew
    drove ate fell flew forgot held led lost met paid put quit rode rang sang sat sent set shot sold spent
    stood swam threw understood understand wore won work worry call care go went look review recommend
    describe mention discuss cover skip quote watch admire study ve d m ll fear trust expect imagine
    suppose guess suspect doubt respect recall recognise recognize agree decide ask answer follow lead run
    pass play win lose miss sell buy plan try start begin stop avoid ignore remain stay belong come became
    fought sought caught wish deserve welcome support oppose carry visit attend join teach earn save share
    build design draw sing
    """
)
"""What follows the pronoun: "the book I read"."""
_OF_A_SPEAKER = words(
    """
    am have wrote saw bought love loved hate hated need want wanted manage managed read made know knew think
    thought teach taught own owned drove remember missed like liked live use
    """
)
"""Verbs that no noun is, so that even a label with a capital is only what somebody speaks of."""
_DETERMINED = re.compile(
    r"\b(?:the|an?|this|that|every|each|first|last|only|any|no|one|my|some|which|what|next|same|best|worst)"
    r"\s(?:\w+\s){0,2}\Z",
    re.I,
)


def is_pronoun(m: re.Match[str], here: Here, label: str) -> bool:
    """Return whether the I after a word that may be numbered is the person who speaks."""
    after = here.after(m.end()).lower()
    if m["s"]:
        return False
    if label[:1].isupper():  # "the Section I manage", but "the Title I plan"
        the = here.before(m.start() - len(label) - 1).lower()
        start = m.start() - len(label) - 1
        ended = here.text[max(0, start - 2) : start].strip()[-1:]
        if ended in ("", ".", "!", "?") and after in OF_FEELING:
            return True  # "Scene I loved: the end."
        return the in ("the", "every", "each", "a", "this") and after in _OF_A_SPEAKER
    verb = after in _VERBS or (after.endswith("ed") and len(after) > 4)
    verb = verb or after.endswith(("n't", "n’t"))
    noted = after.endswith("ly") and len(after) > 4
    start = m.start() - len(label) - 1
    determined = _DETERMINED.search(here.text[max(0, start - 40) : max(0, start)]) is not None
    if after == "was" and start >= 0 and not determined and not here.before(start):
        return False  # "; part I was repealed"
    if verb or noted:
        return True
    if not after:
        return determined and here.text[m.end() : m.end() + 1] in ",’'"
    return determined and label not in _MEDICAL and after not in _NUMBERED_NOUNS and not after.endswith("s")


def _stressed(m: re.Match[str], here: Here) -> Said | None:
    """ "IT'S true" and "WHO'S that", but "the WHO's advice", and a headline's "WHO'S CHIEF"."""
    if m["w"] == "WHO" and (here.headline or here.before(m.start()).lower() == "the"):
        return None
    return whole(m, f"{m['w'].lower()}'s")


LETTERS = (
    Rule(r"I['’](?P<end>M|VE|LL|D)(?![^\W_])(?!['’]\w)", lambda m, h: whole(m, f"I'{m['end'].lower()}")),
    Rule(r"(?P<w>IT|WHO)['’]S(?![^\W_])", _stressed),
    Rule(
        r"(?P<w>HE|ME|WE|MY)(?<=\bthe\s..)(?=\s(?!generation|decade|time|factor)[a-z])",
        lambda m, h: whole(m, " ".join(m["w"])),
    ),  # the HE sector
    Rule(
        r"HE(?=\s(?:sector|institutions?|providers?|policy|qualifications?|students)\b)",
        lambda m, h: whole(m, "H E"),
    ),
    Rule(r"AM(?:(?<=\bI\sAM)|(?=\sI\b(?![.'’])))(?<!\d\sAM)(?!\w)", lambda m, h: whole(m, "am")),  # I AM
    Rule(r"AND/OR(?![\w/])", lambda m, h: whole(m, "and or")),
    Rule(
        r"OR(?<![^\s(\[]OR)(?<!\bthe\sOR)(?<!\ban\sOR)(?=\s(?:both|else|just|a|an|the|if|you|maybe|not|any)\b)",
        lambda m, h: whole(m, "or"),
    ),
)
"""Words that stress puts in capitals where letters could be meant."""
