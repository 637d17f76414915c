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
    known = {of: weigh(name_words(of), words.names) for of in {q.names for q in page.places}}
    names = np.array([known[q.names] for q in page.places])
    # Lowest and highest weight on the way from the root down to a place.
    lows, highs = [0.0] * len(page.places), [0.0] * len(page.places)
    for q in page.places[1:]:
        _, low, high = known[q.names]
        lows[q.id], highs[q.id] = min(lows[q.parent], low), max(highs[q.parent], high)
    one, two = parent[place], parent[parent[place]]
    around = [names[place, :2], names[one, :2], names[two, :2]]
    reach = [np.array(lows)[place], np.array(highs)[place]]
    return np.column_stack([np.array(texts), np.array(section), *around, *reach])
