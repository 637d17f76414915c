"""This module says what the word tables of `vocabulary.py` say of each block and of the elements
around it.
"""

from typing import Any

import numpy as np

from listen.clean.classifier.vocabulary import Vocabulary, name_words, text_words, weigh
from listen.clean.dom.nouns import Page


def word_columns(page: Page, place: Any, parent: Any, is_heading: Any, words: Vocabulary) -> Any:
    """One row for each candidate: weights of its words, of its section's heading, of the names around it."""
    cands = page.candidates
    texts = [weigh(text_words(c.text), words.text) for c in cands]
    section: list[tuple[float, float]] = []
    last = (0.0, 0.0)
    for (mean, low, _), heads in zip(texts, is_heading.tolist(), strict=True):
        section.append(last)
        if heads:
            last = (mean, low)
    places = page.places
    known: dict[str, tuple[float, float, float]] = {"": (0.0, 0.0, 0.0)}

    def names(q: int) -> tuple[float, float, float]:
        of = places[q].names
        if of not in known:
            known[of] = weigh(name_words(of), words.names)
        return known[of]

    reach: dict[int, tuple[float, float]] = {0: (0.0, 0.0)}
    """Lowest and highest weight on the way from the root down to a place."""
    chains: dict[int, list[float]] = {}
    parents = parent.tolist()
    for q in dict.fromkeys(place.tolist()):
        way = []
        at = q
        while at not in reach:
            way.append(at)
            at = parents[at]
        low, high = reach[at]
        for at in reversed(way):
            _, below, above = names(at)
            low, high = min(low, below), max(high, above)
            reach[at] = low, high
        one, two, three = names(q), names(parents[q]), names(parents[parents[q]])
        chains[q] = [one[0], one[1], two[0], two[1], three[0], three[1], low, high]
    return np.array([[*texts[k], *section[k], *chains[q]] for k, q in enumerate(place.tolist())])
