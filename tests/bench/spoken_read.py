"""Sentences to read one by one: what changes in them when they are spoken.

usage: python tests/bench/spoken_read.py SEED [--from N] [--count N] [--sets NAME,…]

Draws sentences with figures, capitals inside or symbols from the English pages of the shared sets, cleaned as
they are narrated, in the order of sha256(SEED + sentence), so that anybody draws the same; no more than one
in ten of a page's. Prints number, locale and each changed stretch with two words around it: the form of
`spoken_read.tsv`, which keeps the verdicts.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from hashlib import sha256

from extract_data import page_bytes, truth

from listen.clean import clean
from listen.errors import ListenError
from listen.segment import sentence_spans
from listen.speech import locale, speak

TOLD = re.compile(r"\d|[A-Z]{2}|\w[A-Z]|[^\w\s.,;:!?'’“”\"()—–-]|\w\.\w")
"""Figures, capitals that begin no word, symbols."""
SHARE = 10


def main() -> None:
    """Print the draw."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("seed")
    parser.add_argument("--from", dest="start", type=int, default=0)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--sets", default="tf_dev,wcxb_dev")
    options = parser.parse_args()
    found = drawn(pool(options.sets.split(",")), options.seed)
    for number, (lang, sentence) in enumerate(found[options.start : options.start + options.count]):
        print(options.start + number, lang, " | ".join(changes(sentence, lang)), sep="\t")


def pool(sets: list[str]) -> list[tuple[str, str, str]]:
    """Page, language and sentence, of every English page."""
    out: dict[tuple[str, str, str], None] = {}
    for name in sets:
        for key in truth(name):
            try:
                article = clean(page_bytes(name, key))
            except ListenError:
                continue
            lang = locale(article.lang, article.url or "", article.text)
            if lang.startswith("en"):
                for text in (t for block in article.blocks for t in sentences(block.text)):
                    if TOLD.search(text):
                        out[f"{name}/{key}", lang, text] = None
    return list(out)


def drawn(sentences: list[tuple[str, str, str]], seed: str) -> list[tuple[str, str]]:
    """Language and sentence in the order of their hashes; of each page a tenth at most."""
    hashed = sorted(
        (sha256((seed + text).encode()).hexdigest(), page, lang, text) for page, lang, text in sentences
    )
    share = {page: max(1, n // SHARE) for page, n in Counter(page for page, _, _ in sentences).items()}
    out = []
    for _, page, lang, text in hashed:
        if share[page] > 0:
            share[page] -= 1
            out.append((lang, text))
    return out


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph."""
    return [text[start:end].strip() for start, end in sentence_spans(text, "en")]


def changes(sentence: str, lang: str) -> list[str]:
    """Each stretch that is said otherwise than it is written, two words around it, "=>" and the words."""
    said = speak(sentence, lang)
    tokens = [m.span() for m in re.finditer(r"\S+", sentence)]
    out = []
    for i, (start, end) in enumerate(tokens):
        words = [w for w in said if w.start < end and w.end > start]
        written = sentence[start:end]
        spoken = "".join(w.before + w.text + w.after for w in words).strip()
        if any(w.start < start for w in words):
            continue  # part of the stretch before
        stretch = written
        last = i
        while words and words[-1].end > tokens[last][1]:
            last += 1
            stretch += " " + sentence[tokens[last][0] : tokens[last][1]]
        plain = re.sub(r"[^\w]+", "", written) == re.sub(r"[^\w]+", "", spoken)
        if plain and last == i:
            continue
        around = [sentence[a:b] for a, b in tokens[max(0, i - 2) : i]]
        behind = [sentence[a:b] for a, b in tokens[last + 1 : last + 3]]
        out.append(f"{' '.join([*around, stretch, *behind])} => {spoken}")
    return out


if __name__ == "__main__":
    main()
