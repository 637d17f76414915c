"""Utterances from plain sentences, for tests that need no speech stage."""

from __future__ import annotations

import re

from listen.model import SpokenWord, Utterance


def utterance(text: str, lang: str = "en", name: str = "s1") -> Utterance:
    """One spoken word for each run of visible characters; punctuation goes to `before` and `after`."""
    words: list[SpokenWord] = []
    for match in re.finditer(r"\S+", text):
        token = match.group()
        inner = re.search(r"\w(?:.*\w)?", token)
        if inner is None:
            if words:
                last = words[-1]
                words[-1] = SpokenWord(last.text, last.start, last.end, last.before, f"{last.after}{token} ")
            continue
        start, end = match.start() + inner.start(), match.start() + inner.end()
        words.append(
            SpokenWord(inner.group(), start, end, token[: inner.start()], token[inner.end() :] + " ")
        )
    return Utterance(name, text, tuple(words), lang=lang)
