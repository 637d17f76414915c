"""Whether what is said is one of the accepted forms, by its words alone; needs this repository only.

Case, punctuation, spacing and hyphens do not count, nor does the “and” of a number (“a hundred and ten”), nor
which side of the Atlantic spells a metre.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence

_NUMBER = (
    "a one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety first second third"
)
_AND = re.compile(rf"\b(hundred|thousand|[mbtr]+illion) and (?=(?:{_NUMBER.replace(' ', '|')}))")
_SPELT = (("per cent", "percent"), ("metre", "meter"), ("litre", "liter"))


def key(text: str) -> str:
    """What two forms with the same words have in common."""
    text = unicodedata.normalize("NFKC", text).lower().replace("’", "'").replace("\u00ad", "")
    text = _AND.sub(r"\1 ", " ".join(re.sub(r"[^\w\s']", " ", text).split()))
    for british, american in _SPELT:
        text = text.replace(british, american)
    return "".join(c for c in unicodedata.normalize("NFD", text) if c.isalnum())


def same_words(said: str, accepted: Iterable[str]) -> bool:
    """Whether the words are those of one accepted form; `~` before a form marks a respelling."""
    return key(said) in {key(form.lstrip("~")) for form in accepted}


def share(
    say: Callable[[str, str], str], cases: Sequence[dict[str, object]]
) -> tuple[float, list[tuple[str, str]]]:
    """The share of cases that are said rightly, and what was said of the others."""
    wrong = []
    for case in cases:
        written, forms = str(case["written"]), case["spoken"]
        said = say(written, "en-GB" if case["loc"] == "gb" else "en-US")
        if not isinstance(forms, list) or not same_words(said, forms):
            wrong.append((written, said))
    return 1 - len(wrong) / len(cases), wrong
