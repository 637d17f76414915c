"""The score of the European cases: `python -m tests.speech.european [-v] [LANG …] [SET.tsv …]`."""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from listen.speech import spoken

_NAMES = ("cases", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_LATER = ("tenth", "eleventh", "twelfth", "thirteenth_de_fr_nl", "fourteenth_de_fr_nl")
_LATEST = ("fifteenth_de_fr_nl", "sixteenth_de_fr_nl", "thirteenth_south")
_FRENCH = (
    *("seventeenth_fr", "eighteenth_fr", "nineteenth_fr", "twentieth_fr"),
    *("twentyfirst_fr", "twentysecond_fr"),
)
SETS = tuple(f"european_{name}.tsv" for name in (*_NAMES, *_LATER, *_LATEST, *_FRENCH))


def cases(*names: str) -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    """Language, kind, what is written, and all that may be said for it: of these sets, or of all."""
    for name in names or SETS:
        for line in Path(__file__).with_name(name).read_text("utf-8").splitlines():
            if line and not line.startswith("#"):
                lang, kind, written, said = line.split("\t")
                yield lang, kind, written, tuple(way for whole in said.split(" / ") for way in ways(whole))


def ways(said: str) -> Iterator[str]:
    """All that a line with choices stands for: "{un|one} deux" → "un deux", "one deux"."""
    choice = re.search(r"\{([^}]*)\}", said)
    if not choice:
        yield said
        return
    for chosen in choice[1].split("|"):
        yield from ways(said[: choice.start()] + chosen + said[choice.end() :])


def heard(text: str) -> str:
    """What can be told apart by ear: letters and figures alone."""
    return "".join(c for c in text.casefold() if c.isalnum())


def right(lang: str, written: str, accepted: tuple[str, ...]) -> bool:
    """Whether one of the accepted forms is said."""
    return heard(spoken(written, lang)) in {heard(form) for form in accepted}


def main() -> None:
    """Print a table by language and kind."""
    sets = [a for a in sys.argv[1:] if a.endswith(".tsv")]
    wanted = [a for a in sys.argv[1:] if a != "-v" and a not in sets]
    counted: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for lang, kind, written, accepted in cases(*sets):
        if wanted and lang not in wanted:
            continue
        ok = right(lang, written, accepted)
        counted[lang, kind].append(ok)
        if not ok and "-v" in sys.argv:
            print(f"{lang} {kind}: {written!r} → {spoken(written, lang)!r}, not {accepted[0]!r}")
    langs, kinds = sorted({k[0] for k in counted}), sorted({k[1] for k in counted})
    print("| kind |", " | ".join(langs), "|\n|---|" + "---:|" * len(langs))
    for kind in kinds:
        print(f"| {kind} |", " | ".join(_share(counted[lang, kind]) for lang in langs), "|")
    print(
        "| all |",
        " | ".join(_share([x for (a, _), v in counted.items() if a == lang for x in v]) for lang in langs),
        "|",
    )


def _share(results: list[bool]) -> str:
    return f"{sum(results) / len(results):.2f}" if results else "–"


if __name__ == "__main__":
    main()
