"""A sentence for every line of `context.en.tsv` and `heteronyms.en.tsv`, for `tests/speech/table_cases`.

    python tests/bench/sense_cases.py [--write]

Sentences of the other tests are tried first, then such as are put together at random from the words that a
line asks for and a handful of small words, until one is found that sounds otherwise without the line. These
need not make sense: they hold what the program says, as the cases of `table_cases.py` do. Lines that no
sentence proves are printed: most often an earlier line takes all of theirs.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from pathlib import Path
from unittest.mock import patch

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import held_cases  # noqa: E402

from listen.speech import pronounce  # noqa: E402
from tests.speech.saying import said  # noqa: E402

told = import_module("listen.speech.heteronyms.contexts")
CASES = held_cases.FOLDER
FOLDER = ROOT / "voices" / "lexicon"
BEFORE = (
    *("", "the", "a", "to", "they", "he", "she", "was", "were", "has", "will", "in", "of", "and", "some"),
    *("this", "his", "two", "very", "more", "from", "at", "not", "is", "who", "new", "for", "with", "no"),
)
AFTER = (
    *("", "the", "of", "up", "it", "in", "was", "a", "and", "to", "on", "by", "for", "them", "said", "is"),
    *("that", "are", "with", "him", "her", "from", "at", ".", ", and", "well", "people", "down"),
)
TRIES = 1500


def _shown(word: str) -> str:
    """A condition's word as it is written: "-" is no word, "*al" any that ends so, “ a quotation."""
    return {"-": "", "“": "“stop”"}.get(word, word.replace("*", "contr"))


def sentences(word: str, cells: list[str], sets: dict[str, list[str]], dice: random.Random) -> Iterator[str]:
    """Sentences with a word among the neighbours that a line asks for."""
    asked: dict[str, list[str]] = {}
    for cell in cells:
        name, *words = cell.split() or [""]
        if words and not name.startswith("not-"):
            asked[name] = [w for word in words for w in sets.get(word, [word])]
    for _ in range(TRIES):
        place = {name: _shown(dice.choice(words)) for name, words in asked.items()}
        near = place.get("near", "")
        left = [place.get("before2", dice.choice(BEFORE)), place.get("before", dice.choice(BEFORE))]
        right = [place.get("after", dice.choice(AFTER)), place.get("after2", dice.choice(AFTER))]
        if near:
            side = dice.choice((left, right))
            side[dice.randrange(2)] = near
        for side, names in ((left, ("before2", "before")), (right, ("after", "after2"))):
            if dice.random() < 0.3 and near not in side[:2]:
                side[:] = [word if name in asked else "" for word, name in zip(side, names, strict=True)]
        first = not "".join([*left, place.get("earlier", "")])
        written = word.capitalize() if "^" in cells or (first and dice.random() < 0.5) else word
        far = [place[name] for name in ("sentence", "clause", "later") if name in place]
        rest = far[0] if far else dice.choice(("", "", "today"))
        parts = [place.get("earlier", ""), *left, written, *right, rest]
        yield " ".join(" ".join(part for part in parts if part).split()).replace(" .", ".").replace(" ,", ",")


@cache
def written() -> tuple[str, ...]:
    """Sentences that people wrote: of the other tests, and of the seeds."""
    found = []
    for path in [*sorted(Path(__file__).parent.glob("*.tsv")), *sorted(CASES.parent.glob("*.py"))]:
        found += re.findall(
            r"[|\t\"] ?([A-Z][^|\t\"\n]{10,120}[.!?])[ \t\"]*(?=[|\t\",\n])", path.read_text("utf-8")
        )
    for path in [*sorted(CASES.parents[1].glob("segment/*.txt")), *sorted(ROOT.glob("seeds/*/*.txt"))]:
        found += re.findall(r"[A-Z][^.!?\n]{10,120}[.!?](?=\s)", path.read_text("utf-8"))
    return tuple(sorted(dict.fromkeys(found), key=len))


def having(word: str) -> list[str]:
    """Those with a word in them."""
    return [text for text in written() if re.search(rf"(?i)\b{word}\b", text)]


@contextmanager
def reading(text: str) -> Iterator[None]:
    """The contexts of another file."""
    fewer = told.parse(text)
    with patch.object(told, "contexts", lambda: fewer), patch.object(pronounce, "contexts", lambda: fewer):
        yield


def meant(sentence: str, word: str) -> str:
    """In which sense the word is meant, with the contexts as they are."""
    found = list(re.finditer(r"[\w'’-]+", sentence))
    tokens = [m[0] for m in found]
    starts = [m.start() for m in found[1:]] + [len(sentence)]
    ends = [sentence[m.end() : start] for m, start in zip(found, starts, strict=True)]
    at = [token.lower() for token in tokens]
    return told.sense(tokens, at.index(word.lower()), ends) if word.lower() in at else ""


def rows(name: str) -> list[str]:
    """The lines of a file that are no comments."""
    return [row for row in (FOLDER / name).read_text("utf-8").splitlines() if row and row[0] != "#"]


def for_context(row: str, sets: dict[str, list[str]], dice: random.Random) -> tuple[str, str] | None:
    """A sentence that sounds otherwise without the line, and otherwise with another sense in it."""
    everything = rows("context.en.tsv")
    fewer = "\n".join(each for each in everything if each != row)
    words, wanted, *cells = row.split("\t")
    for word in words.split():
        made = sorted(dict.fromkeys(sentences(word, cells, sets, dice)), key=lambda text: text.count(" "))
        tried = [*having(word), *made]
        fitting = [text for text in tried if meant(text, word) == wanted]
        with reading(fewer):
            fitting = [text for text in fitting if meant(text, word) != wanted]
        for text in fitting[:40]:
            for how in ("sounds:en-GB", "sounds:en-US"):
                now = said(how, text)
                with reading(fewer):
                    then = said(how, text)
                if now != then:
                    return how, text
    return None


def for_sound(row: str, sets: dict[str, list[str]], dice: random.Random) -> tuple[str, str] | None:
    """A sentence in which the word has this sound, for the sense that the line names."""
    key, ipa = row.split("\t")[:2]
    word, _, sense = key.partition(" (")
    contexts = [r.split("\t")[2:] for r in rows("context.en.tsv") if word.lower() in r.split("\t")[0].split()]
    shown = word.capitalize() if word[0].isupper() else word
    for cells in [*contexts, [], ["^"]]:
        made = sorted(sentences(shown, cells, sets, dice), key=lambda text: text.count(" "))
        for text in [*having(word), *made]:
            if meant(text, word) == sense.rstrip(")"):
                for how, sound in zip(
                    ("sounds:en-GB", "sounds:en-US"), [*ipa.split(" | "), ""][:2], strict=True
                ):
                    if sound and f" {sound} " in f" {said(how, text)} ":
                        return how, text
    return None


def main() -> None:
    """Find the cases; write those that are new."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    dice = random.Random(1)
    sets = {name: words.split() for name, words in (r.split("\t")[:2] for r in rows("context.en.tsv"))}
    sets = {name: words for name, words in sets.items() if name.startswith("@")}
    found: list[tuple[str, str]] = []
    for name, find in (("context.en.tsv", for_context), ("heteronyms.en.tsv", for_sound)):
        lines = [row for row in rows(name) if not row.startswith("@")]
        cases = [find(row, sets, dice) for row in lines]
        found += [case for case in cases if case]
        print(f"{name}: {len(lines) - cases.count(None)} of {len(lines)}")
        print(*(f"  {row}" for row, case in zip(lines, cases, strict=True) if case is None), sep="\n")
    if given.write:
        held_cases.write([*held_cases.read(), *((how, text, said(how, text)) for how, text in found)])


if __name__ == "__main__":
    main()
