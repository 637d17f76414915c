"""Say every sentence of every seed at every rate: nothing whole is called faulty, planted faults are found.

    python -m tests.bench.seeds_at_rates [VOICE…]

Without a voice, all those of `tests/render/test_verify.py`, which says each sentence at one of the rates. The
exit status is 1 where there is a false alarm, or a fault is missed that is not known to be.
"""

from __future__ import annotations

import sys
from collections import Counter

from tests.render import test_verify as short


def main(names: list[str]) -> int:
    """Print a row for each voice."""
    print("| voice | sentences said | false alarms | faults planted | missed |\n|---|---|---|---|---|")
    wrong = False
    for name, lang in short.VOICES:
        if names and name not in names:
            continue
        texts, missed, planted = short.sentences(lang), Counter[str](), 0
        alarms: list[tuple[float, str, str]] = []
        for rate in short.RATES:
            alarms += short.false_alarms(name, lang, rate, texts)
            more, count = short.misses(name, lang, rate, texts[::3])
            missed, planted = missed + more, planted + count
            short.spoken.cache_clear()
        said = len(texts) * len(short.RATES)
        print(f"| {name} | {said} | {len(alarms)} | {planted} | {missed.total()} |", flush=True)
        unknown = set(missed) - short.KNOWN.get(name, set())
        for found in (*alarms, *sorted(unknown)):
            print(f"{name}: {found}", file=sys.stderr)
        wrong |= bool(alarms or unknown)
    return int(wrong)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
