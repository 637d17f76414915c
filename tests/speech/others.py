"""The score of the cases of nine more languages: `python -m tests.speech.others [-v] [LANG …]`.

A case is right when the words are one of the answers, or when espeak-ng, which knows the plain numbers of
these languages, says the same of both: figures may stay figures.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict

from listen.speech import spoken
from tests.speech.european import cases, heard

SETS = ("other_first.tsv", "other_second.tsv", "other_third.tsv", "other_fourth.tsv")
BY_TEXT_ALONE = ("ja", "zh")
"""espeak-ng does not know their characters well enough to judge."""


def right(lang: str, written: str, accepted: tuple[str, ...]) -> bool:
    """Whether one of the accepted forms is said."""
    said = spoken(written, lang)
    if heard(said) in {heard(form) for form in accepted}:
        return True
    if lang in BY_TEXT_ALONE:
        return False
    sounds = _sounds(said, lang)
    return any(_sounds(form, lang) == sounds for form in accepted)


def _sounds(text: str, lang: str) -> str:
    from listen.engines.espeak.espeak_library import library

    plain = re.sub(r"[^\w\s'’.,]|(?<!\d)[.,]|[.,](?!\d)", " ", text)
    return re.sub(r"[\W_]|[ˈˌ]", "", library().phonemes(plain, lang))


def main() -> None:
    """Print a line for each language."""
    sets = [a for a in sys.argv[1:] if a.endswith(".tsv")] or SETS
    wanted = [a for a in sys.argv[1:] if a != "-v" and a not in sets]
    counted: dict[str, list[bool]] = defaultdict(list)
    for lang, kind, written, accepted in cases(*sets):
        if wanted and lang not in wanted:
            continue
        ok = right(lang, written, accepted)
        counted[lang].append(ok)
        if not ok and "-v" in sys.argv:
            print(f"{lang} {kind}: {written!r} → {spoken(written, lang)!r}, not {accepted[0]!r}")
    for lang, results in counted.items():
        print(f"{lang} {sum(results) / len(results):.2f} ({sum(results)} of {len(results)})")


if __name__ == "__main__":
    main()
