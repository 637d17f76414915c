"""This module reads lists of names: “Ann Lee, MD, and Bo Roe, harbour master” names two people."""

import re

from listen.clean.metadata.authors.given_names import begins_with_given
from listen.clean.metadata.authors.person_names import DEGREE, ORGANISATION, is_person, tidy

_BETWEEN = re.compile(
    r"(?:(?<!\s)\s++)?;\s*|(?:(?<!\s)\s++)?,\s+(?:(?:and|und|et|y|e|og|och|en|&)\s+)?|\s(?:and|und|et|y|e|og|och|en|&)\s+"
)
_AND = re.compile(r";|&|\s(?:and|und|et|y|e|og|och|en)\s")
_LONGEST = 300
"""Characters of a list of names."""


def people(text: str, strict: bool = False) -> list[str]:
    """The people whom a list names, degrees kept and offices left; none where it begins with something else.

    `strict`: none where anything else stands in the list.
    """
    if len(text) > _LONGEST:
        return []
    names: list[str] = []
    office = False
    for part in _BETWEEN.split(tidy(text)):
        part = part.strip(" *†‡")
        if not part:
            continue
        if names and DEGREE.fullmatch(part):
            names[-1] += f", {part}"
        elif is_person(part) and not ORGANISATION.search(part) and (not office or begins_with_given(part)):
            names.append(part)
        elif not names or strict:
            return []
        else:
            office = True
    if len(names) == 2 and not _AND.search(text) and not begins_with_given(names[1]):
        return [] if strict else names[:1]  # “Ann Lee, Modern Farmer”
    return names
