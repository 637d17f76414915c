"""The table of the spoken word, as Markdown: `python tests/bench/spoken.py [--fails] [--peers]`.

`--peers` adds what is installed here of wetext and nemo_text_processing, each as it comes.
Speed: characters a second over the shared sentences; start: a new interpreter to the first phrase.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable

from spoken_score import (
    Result,
    Tool,
    judge,
    own_cases,
    scorer,
    second_cases,
    shared,
    shared_cases,
    third_cases,
)

PATIENCE_S = 30.0
FIRST_PHRASE = "It paid $20m on 3 May 2020."
UNTUNED = "98.0 / 90.0"
"""Text and sound of the first version of the rules on the own hundred, before any of them was looked at."""
FIRST_SIGHT = ("97.3 / 94.4", "99.2 / 97.5")
"""The same on the second and the third set, when the rules met them for the first time."""
CALLS = {
    "listen": "from listen.speech import spoken as say; say({!r}, 'en-US')",
    "wetext": "from wetext import Normalizer; Normalizer(lang='en', operator='tn').normalize({!r})",
    "nemo_text_processing": (
        "from nemo_text_processing.text_normalization.normalize import Normalizer; "
        "Normalizer(input_case='cased', lang='en').normalize({!r})"
    ),
}


def ours() -> Tool:
    from listen.speech import spoken

    return spoken


def peer(name: str) -> Tool:
    """A peer's normaliser. Raises ImportError where it isn't installed."""
    if name == "wetext":
        from wetext import Normalizer

        normalizer = Normalizer(lang="en", operator="tn")
    else:
        from nemo_text_processing.text_normalization.normalize import (
            Normalizer,
        )

        normalizer = Normalizer(input_case="cased", lang="en")
    say: Callable[[str], str] = normalizer.normalize
    return lambda text, _lang: _said(say, text)


def _said(say: Callable[[str], str], text: str) -> str:
    """What a peer makes of it; a text that it fails on is left as it is."""
    try:
        return say(text)
    except Exception:  # noqa: BLE001  whatever a peer raises
        return text


def start(name: str) -> float:
    """Seconds from a new interpreter to the first phrase said, the interpreter included.

    The best of five; of fewer where they take half a minute together. Compiled modules are kept, as an
    installation has them, also where the environment says that none are written.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-c", CALLS[name].format(FIRST_PHRASE)]
    best, spent = 1e9, 0.0
    for _ in range(5):
        if spent > PATIENCE_S:
            break
        begun = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True, env=kept)
        took = time.perf_counter() - begun
        best, spent = min(best, took), spent + took
    return best


def prose() -> list[str]:
    """Sentences to run against the clock."""
    data = json.loads((shared().parent / "segment" / "ewt_test.json").read_text(encoding="utf-8"))
    return [part["text"] for part in data]


def speed(tool: Tool, seconds: float = 3.0) -> float:
    """Characters a second, after a first pass."""
    texts = prose()
    for text in texts[:50]:
        tool(text, "en-US")
    count, begun = 0, time.perf_counter()
    while True:
        for text in texts:
            tool(text, "en-US")
            count += len(text)
            if time.perf_counter() - begun > seconds:
                return count / (time.perf_counter() - begun)


def row(name: str, results: list[Result], rate: float | None, begin: float | None) -> str:
    cells = [name]
    cells += [f"{r.text:.1f} / {r.sound:.1f}" for r in results]
    cells.append(" + ".join(str(len(r.broken)) for r in results))
    cells.append(f"{rate:,.0f}" if rate else "–")
    cells.append(f"{begin:.2f} s" if begin else "–")
    return f"| {' | '.join(cells)} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fails", action="store_true", help="list our failures and breakages")
    parser.add_argument("--peers", action="store_true", help="measure installed peers too")
    options = parser.parse_args()
    score = scorer()
    sets = [shared_cases("news"), own_cases(), second_cases(), third_cases(), shared_cases("nemo")]
    print(
        "| tool | news, text / sound % | own 100 | second set | third set | NeMo cases | broken "
        "| chars/s | start |"
    )
    print("|---|---|---|---|---|---|---|---|---|")
    tool = ours()
    mine = [judge(tool, cases, score) for cases in sets]
    print(row("listen", mine, speed(tool), start("listen")))
    print(f"| listen before tuning | – | {UNTUNED} | {FIRST_SIGHT[0]} | {FIRST_SIGHT[1]} | – | – | – | – |")
    print(
        row("espeak-ng, raw text", [judge(lambda text, _: text, cases, score) for cases in sets], None, None)
    )
    for name in ("wetext", "nemo_text_processing") if options.peers else ():
        try:
            other = peer(name)
        except ImportError:
            print(f"| {name} | not installed here | | | | | | | |")
            continue
        print(row(name, [judge(other, cases, score) for cases in sets], speed(other), start(name)))
    if options.fails:
        for result in mine:
            print(*(f"- {line}" for line in result.failed), sep="\n")
            print(*(f"- broken: {line}" for line in result.broken), sep="\n")


if __name__ == "__main__":
    main()
