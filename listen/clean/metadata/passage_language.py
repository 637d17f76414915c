"""This module says which passages of an article are in another language: by markup, script and words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from listen.clean.metadata.page_language import LATIN, SCRIPTS, guess, known_words, knows
from listen.model import Block, primary

_ENDS = frozenset(("body", "html", "main", "article"))
"""Elements whose language is the page's."""
_XML = "{http://www.w3.org/XML/1998/namespace}lang"
_TOLD = ("paragraph", "quote", "list_item", "heading", "figure", "footnote")
FEWEST_LETTERS = 40
"""Letters of a passage without markup whose script tells its language."""
FEWEST_WORDS, FEWEST_KNOWN = 12, 4
"""Words of a paragraph or quotation without markup whose words tell it, and how many different ones of the
language's commonest; the article's own are at most half as many. (English has "a do to by so" like Czech.)
"""
_OPENING, _OWN_WORDS = 200, 3
"""Characters of a passage's beginning, and how many of the article's commonest words in them settle it."""
_TOLD_BY_WORDS = frozenset(("en", "de", "fr", "es", "it", "pt", "nl"))
_KIN = tuple(map(frozenset, (("da", "nb", "no", "nn", "sv"), ("es", "pt", "it", "fr", "ro", "ca", "gl"),
                             ("cs", "pl", "sk"), ("nl", "de", "af"))))  # fmt: skip
"""Languages that have small words in common."""


def declared(el: Any) -> str | None:
    """Return the language that markup gives a passage: its own, or the nearest around it inside the story."""
    only = el
    while only is not None and len(only) == 1 and not (only.text or "").strip() and not _tail(only[0]):
        only = only[0]  # <p><em lang="fr">…</em></p>
        if isinstance(only.tag, str) and (found := _of(only)):
            return found
    while el is not None and el.tag not in _ENDS:
        if found := _of(el):
            return found
        el = el.getparent()
    return None


def told_apart(blocks: tuple[Block, ...], lang: str) -> tuple[Block, ...]:
    """Return the blocks of an article in `lang`, with a language where theirs is another.

    What markup says (`Block.lang`) counts unless the words are clearly of another language: templates lie.
    """
    found = ((block, _other(block, lang)) for block in blocks)
    return tuple(block if block.lang == other else replace(block, lang=other) for block, other in found)


def _other(block: Block, lang: str) -> str | None:
    if block.kind not in _TOLD:
        return None
    own, marked = primary(lang), block.lang
    if not marked and (own not in LATIN or knows(block.text[:_OPENING], own, _OWN_WORDS)):
        return None
    found = guess(block.text)
    if marked:
        return None if primary(marked) == own or found not in ("und", primary(marked)) else marked
    if found in ("und", own):
        return None
    if found in SCRIPTS:
        return found if sum(map(str.isalpha, block.text)) >= FEWEST_LETTERS else None
    if block.kind not in ("paragraph", "quote") or len(block.text.split()) < FEWEST_WORDS:
        return None
    if found not in _TOLD_BY_WORDS or any({found, own} <= kin for kin in _KIN):
        return None
    theirs, ours = known_words(block.text, found), known_words(block.text, own)
    sentence = block.text.rstrip('”“"»)’ ').endswith((".", "!", "?", "…"))
    return found if sentence and len(theirs - ours) >= max(FEWEST_KNOWN, 2 * len(ours)) else None


def _of(el: Any) -> str | None:
    found = (el.get("lang") or el.get(_XML) or "").strip()
    return found if 2 <= len(found) <= 35 and found.replace("-", "").isalnum() and found.isascii() else None


def _tail(el: Any) -> bool:
    return bool((el.tail or "").strip())
