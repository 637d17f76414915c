"""Which languages espeak-ng really speaks: does it say the words, or spell signs that it doesn't know?

usage: python tests/bench/espeak_languages.py [--write]     and write `speaks = false` into espeak.toml

For each sentence of espeak_languages.tsv: the share of its words for which espeak-ng switches to English (it
does so to name signs: "Chinese letter"); how many vowels it finds for a consonant (Hebrew as it is usually
written has none; people add them from memory, and espeak-ng cannot); how many of the words that it says have
no vowel at all; and how many sounds it has for a letter. A voice speaks if less than a tenth is switched,
there are 0.5 vowels a consonant or more, less than 15 % of its words are without, and there are 0.7 sounds a
letter or more. The languages that are known to be spoken well keep well inside of these.
"""

from __future__ import annotations

import argparse
import re
import unicodedata
from pathlib import Path

from listen.casting import catalog
from listen.engines.espeak.espeak_library import library
from listen.render.expected import MARKS, VOWELS

HERE = Path(__file__).resolve().parent
TARGET = HERE.parents[1] / "voices" / "espeak.toml"
SWITCHED, VOWELLED, WITHOUT, SOUNDS = 0.1, 0.5, 0.15, 0.7
SYLLABLES = ("cmn", "yue", "hak", "ja", "ko")
"""Languages whose signs are no letters."""
EXTRA = frozenset("ʊɯɤɐæøʏɵɘɞʉɨ")


def measured(text: str, voice: str) -> tuple[float, float, float, float]:
    """Share of words switched to English; vowels a consonant; share of words without; sounds a letter."""
    (ipa,) = library().phonemes_each([text], voice)
    letters = [c for c in re.sub(r"\([\w-]+\)", "", ipa) if c.isalpha() and c not in MARKS]
    vowels = sum(_vowel(c) for c in letters)
    words = max(1, len(text.split()))
    said = [word for word in ipa.split() if any(c.isalpha() for c in word)]
    without = sum(not any(map(_vowel, word)) for word in said) / max(1, len(said))
    switched = len(re.findall(r"\(en[\w-]*\)", ipa)) / words
    written = sum(c.isalpha() for c in text)
    return switched, vowels / max(1, len(letters) - vowels), without, len(letters) / written


def _vowel(letter: str) -> bool:
    return unicodedata.normalize("NFD", letter)[0] in VOWELS | EXTRA


def main() -> None:
    """Measure all, print a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args()
    lines = (HERE / "espeak_languages.tsv").read_text("utf-8").splitlines()
    texts = dict(line.split("\t") for line in lines if not line.startswith("#"))
    mute = []
    print("| voice | switched | vowels a consonant | words without | sounds a letter | speaks |")
    print("|---|---|---|---|---|---|")
    for entry in catalog.all_entries():
        voice = entry.voice
        text = texts.get(voice.lang) or texts.get(voice.lang.split("-")[0])
        if voice.engine != "espeak" or text is None or "latn" in voice.lang.lower():
            continue
        switched, vowels, without, sounds = measured(text, voice.id)
        spelled = sounds < SOUNDS and not voice.lang.startswith(SYLLABLES)
        speaks = switched < SWITCHED and vowels >= VOWELLED and without < WITHOUT and not spelled
        mute += [] if speaks else [voice.name]
        figures = f"{switched:.0%} | {vowels:.2f} | {without:.0%} | {sounds:.2f}"
        print(f"| {voice.name} | {figures} | {'yes' if speaks else 'no'} |")
    if chosen.write:
        text = TARGET.read_text("utf-8").replace("speaks = false, ", "")
        for name in mute:
            text = re.sub(rf"(?m)^({name} = {{ .*?)about =", r"\1speaks = false, about =", text)
        TARGET.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
