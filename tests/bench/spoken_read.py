"""Sentences to read one by one: what changes in them when they are spoken.

usage: python tests/bench/spoken_read.py SEED [--from N] [--count N] [--sets NAME,…] [--half even|odd]
       [--unlike SEED,…] [--flat] [--whole]

Draws sentences with figures, capitals inside or symbols from the English pages of the shared sets, cleaned as
they are narrated, in the order of sha256(SEED + sentence), so that anybody draws the same; no more than one
in ten of a page's. Prints number, locale and each changed stretch with two words around it, or with `--whole`
the sentence and all that is said. `--half` takes the hashes that begin with an even or an odd figure, so that
two people can share a draw; `--unlike` leaves out what EARLIER seeds ("earlier") and these drew before;
`--flat` draws without regard to pages, and leaves out rather more than they drew (of seeds "even-…" in the
even half).

The verdicts stand in `spoken_read/`, a file a draw, named by its seed: lines as they are printed, a letter or
two before the number for the draw, without the sentences in which nothing changes. The draws were read in
this order: before_eighth, eighth to tenth, thirteenth, fourteenth, letters-first to -fifth, even-first to
-fifth, r2-first to -fourth, even-sixth to -tenth, r2-fifth to -eleventh, even-eleventh, even-twelfth,
r2-twelfth, r2-thirteenth, even-thirteenth to -nineteenth, r2-fourteenth to -twenty-first, even-twentieth,
r2-twenty-second. Then all that no draw had was read (`whole.tsv`), and draws out of all: all-first,
all-second, all-third, all-fourth.
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
from listen.speech import locale, speak, spoken

TOLD = re.compile(r"\d|[A-Z]{2}|\w[A-Z]|[^\w\s.,;:!?'’“”\"()—–-]|\w\.\w")
"""Figures, capitals that begin no word, symbols."""
SHARE = 10
EARLIER = (
    *("last", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    *("eleventh", "twelfth", "thirteenth", "fourteenth", "letters-first", "letters-second", "letters-third"),
    *("letters-fourth", "letters-fifth"),
)
"""Seeds that were read before, no more than READ sentences of each."""
READ = 760


FLAT_EARLIER, FLAT_HALF = 1100, 1500
"""How much of each earlier draw `--flat` leaves out: of EARLIER seeds, and of halves."""


def main() -> None:
    """Print the draw."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("seed")
    parser.add_argument("--from", dest="start", type=int, default=0)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--sets", default="tf_dev,wcxb_dev")
    parser.add_argument("--half", choices=("even", "odd"), default="")
    parser.add_argument("--unlike", default="")
    parser.add_argument("--flat", action="store_true")
    parser.add_argument("--whole", action="store_true")
    options = parser.parse_args()
    sentences = pool(options.sets.split(","))
    if options.flat:
        sentences = one_page(sentences)
        seeds = [seed for seed in options.unlike.split(",") if seed != "earlier"]
        gone = {text for seed in EARLIER for _, text in drawn(sentences, seed, flat=True)[:FLAT_EARLIER]}
        for seed in seeds:
            half = "even" if seed.startswith("even-") else options.half
            gone |= {x[1] for x in halved(drawn(sentences, seed, flat=True), seed, half)[:FLAT_HALF]}
        sentences = [x for x in sentences if x[2] not in gone]
    elif options.unlike:
        sentences = unread(
            sentences, [seed for seed in options.unlike.split(",") if seed != "earlier"], options.half
        )
    found = halved(drawn(sentences, options.seed, options.flat), options.seed, options.half)
    for number, (lang, sentence) in enumerate(found[options.start : options.start + options.count]):
        if options.whole:
            print(options.start + number, lang, sentence, spoken(sentence, lang), sep="\t")
        else:
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


def one_page(sentences: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Each sentence once, as if of one page."""
    return [("", lang, text) for text, lang in {text: lang for _, lang, text in sentences}.items()]


def halved(found: list[tuple[str, str]], seed: str, half: str) -> list[tuple[str, str]]:
    """The sentences whose hash begins with an even or an odd figure; all of them where `half` is empty."""
    if not half:
        return found
    wanted = "02468ace" if half == "even" else "13579bdf"
    return [x for x in found if sha256((seed + x[1]).encode()).hexdigest()[0] in wanted]


def unread(sentences: list[tuple[str, str, str]], seeds: list[str], half: str) -> list[tuple[str, str, str]]:
    """The sentences that neither EARLIER seeds nor the first 500 of these drew, one seed after the other."""
    gone = {text for seed in EARLIER for _, text in drawn(sentences, seed)[:READ]}
    for seed in seeds:
        left = [x for x in sentences if x[2] not in gone]
        gone |= {text for _, text in halved(drawn(left, seed), seed, half)[:500]}
    return [x for x in sentences if x[2] not in gone]


def drawn(sentences: list[tuple[str, str, str]], seed: str, flat: bool = False) -> list[tuple[str, str]]:
    """Language and sentence in the order of their hashes; of each page a tenth at most, unless `flat`."""
    if flat:
        ordered = sorted(sentences, key=lambda x: sha256((seed + x[2]).encode()).hexdigest())
        return [(lang, text) for _, lang, text in ordered]
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
