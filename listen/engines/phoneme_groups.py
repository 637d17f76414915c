"""A prepared sentence of phonemes: a group for each spoken word, parted by spaces; cut, joined and timed.

Engines that are given phonemes prepare a sentence in this form, so that each word keeps its place: the model
says how long each phoneme lasts, and the groups say which of them are a word's.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate

from listen.errors import EngineError
from listen.model import Utterance, Voice

JOIN = "\u00a0"
"""A space inside one word's phonemes, so that plain spaces part words."""
LINK = "\u2060"
"""Begins a group that follows the one before without a space: words that are spoken as one."""
NOTHING = "·"
"""The group of a word that has no sound at all; in no model's alphabet, so it says nothing."""
CLAUSE_ENDS = ",;:—.!?…"
SILENT = frozenset(';:,.!?—…"()“”¡¿«»ˈˌ ' + JOIN + LINK + NOTHING)
"""Characters that are not sounds: punctuation, stress marks, spaces."""
STRESS = "ˈˌ"


def spoken(groups: Sequence[str]) -> str:
    """The phonemes as the model is given them."""
    return " ".join(groups).replace(" " + LINK, "").replace(LINK, "").replace(JOIN, " ")


def split(groups: Sequence[str], longest: int) -> list[list[str]]:
    """Words in passages of at most `longest` phonemes, cut after punctuation where there is any."""
    passages: list[list[str]] = []
    passage: list[str] = []
    size = 0
    for group in groups:
        if passage and size + 1 + len(group) > longest:
            cut = next(
                (i for i in range(len(passage), 0, -1) if passage[i - 1][-1:] in CLAUSE_ENDS), len(passage)
            )
            passages.append(passage[:cut])
            passage = passage[cut:]
            size = sum(len(g) + 1 for g in passage)
        passage.append(group)
        size += len(group) + 1
    if passage:
        passages.append(passage)
    return passages


def at_clauses(groups: Sequence[str], usual: int, most: int, least: int) -> list[list[str]]:
    """Words in passages of at most `usual` phonemes where clauses allow it, and of at most `most` anywhere.

    A passage is cut at the clause's end that is nearest to its middle, and not where less than `least`
    phonemes would be left: a few words by themselves sound like a sentence of their own."""
    sizes = list(accumulate(len(group) + 1 for group in groups))
    ends = [n for n, group in enumerate(groups[:-1], 1) if group[-1:] in CLAUSE_ENDS]
    ends = [n for n in ends if least <= sizes[n - 1] <= sizes[-1] - least]
    if not groups or sizes[-1] - 1 <= usual or not ends:
        return split(groups, most)
    cut = min(ends, key=lambda n: abs(2 * sizes[n - 1] - sizes[-1]))
    return [p for half in (groups[:cut], groups[cut:]) for p in at_clauses(half, usual, most, least)]


def spans(
    groups: Sequence[str],
    ends: Sequence[int],
    known: Callable[[str], bool],
    lead: Callable[[str], int],
    first_token: int = 1,
    spacing: int = 1,
) -> list[tuple[int, int]]:
    """Sample span of each group's sounds; its stress marks count, its punctuation and pauses do not.

    `ends` has 0 and then the sample at which each token of the model ends; the first character is token
    `first_token`, what stands before is padding, and every known character takes `spacing` tokens. `lead`
    says how many samples before its tokens a word is heard, by its first sound ("": the usual).
    """
    found: list[tuple[int, int]] = []
    token = first_token
    for number, group in enumerate(groups):
        first = last = -1
        start = ends[min(token, len(ends) - 1)]
        sounds = ""
        for character in group.replace(LINK, "").replace(JOIN, " "):
            if not known(character):
                continue
            if character not in SILENT:
                last = token
                sounds += character
            if first < 0 and (character not in SILENT or character in STRESS):
                first = token
            token += spacing
        usual = lead("")
        if last >= 0:
            stop = ends[min(last + spacing, len(ends) - 1)]
            found.append((max(ends[first] - lead(sounds[0]), 0), max(stop - usual, 0)))
        else:
            found.append((max(start - usual, 0),) * 2)
        linked = number + 1 < len(groups) and groups[number + 1].startswith(LINK)
        token += 0 if linked else spacing  # the space, or the closing pad
    nexts = [*(start for start, _ in found[1:]), ends[-1]]
    return [(start, max(start, min(end, after))) for (start, end), after in zip(found, nexts, strict=True)]


def joined(groups: Sequence[str], utterance: Utterance, voice: Voice) -> str:
    """The prepared text of an utterance from its words' groups, one for each word.

    Raises EngineError for a word that has letters but no sound in it that the voice knows."""
    for word, group in zip(utterance.words, groups, strict=True):
        if NOTHING in group and any(c.isalpha() for c in word.text):
            raise EngineError(
                f"voice {voice.name!r} cannot say {word.text!r} in {utterance.id}: give it with --lexicon"
            )
    return " ".join(groups)
