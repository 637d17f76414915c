"""How well writing is turned into speech: text and sound of phrases, and what raw espeak had right.

Text: the words equal one accepted form (case, punctuation, spacing and the "and" of numbers aside). Sound:
espeak-ng says the result as it says one accepted form (stress, length and spacing aside); a form that begins
with `~` is a respelling, and where there are some, only they have the right sound. A case is broken when
espeak, given the writing itself, says it right and given our words does not.

The shared phrases lie outside the repository (LISTEN_BENCH_DATA or ../shared/bench) and bring their scorer,
which this one uses; the own phrases lie beside this file.
"""

from __future__ import annotations

import importlib.util
import json
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

HERE = Path(__file__).resolve().parent
Case = dict[str, object]
Tool = Callable[[str, str], str]
"""(writing, BCP 47 tag) → words."""


def shared() -> Path:
    """The folder of the shared benchmark data."""
    return Path(os.environ.get("LISTEN_BENCH_DATA") or HERE.parents[2] / "shared" / "bench") / "textnorm"


def scorer() -> ModuleType:
    """The shared benchmark's scorer. Raises FileNotFoundError where the data is not."""
    path = shared() / "score.py"
    spec = importlib.util.spec_from_file_location("textnorm_score", path)
    if spec is None or spec.loader is None or not path.exists():
        raise FileNotFoundError(path)
    sys.path.insert(0, str(path.parent))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def own_cases() -> list[Case]:
    """The phrases written before the rules."""
    return _phrases(HERE / "spoken_cases.tsv")


def second_cases() -> list[Case]:
    """The larger set, written long after the rules and before they were tried on it."""
    return _phrases(HERE / "spoken_second.tsv")


def third_cases() -> list[Case]:
    """A small one, met for the first time by the rules as the second set left them."""
    return _phrases(HERE / "spoken_third.tsv")


def shared_cases(name: str) -> list[Case]:
    """ "news" or "nemo" of the shared data."""
    if name == "news":
        return _phrases(shared() / "news_cases.tsv")
    cases: list[Case] = json.loads((shared() / "nemo_cases.json").read_text(encoding="utf-8"))["cases"]
    return cases


def _phrases(path: Path) -> list[Case]:
    out: list[Case] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("# "):
            continue
        category, locale, written, spoken = line.split("\t")
        out.append({"cat": category, "loc": locale, "written": written, "spoken": spoken.split(" | ")})
    return out


def language(case: Case) -> str:
    """ "any" is read as American."""
    return "en-GB" if case["loc"] == "gb" else "en-US"


@dataclass(frozen=True)
class Result:
    """One tool on one set; shares in percent."""

    count: int
    text: float
    sound: float
    broken: tuple[str, ...]
    """What raw espeak says right and the tool's words make wrong: writing → words."""
    failed: tuple[str, ...]


def judge(tool: Tool, cases: list[Case], score: ModuleType) -> Result:
    """Text, sound and breakage of a tool; a tool that raises says nothing."""
    texts = sounds = 0
    broken, failed = [], []
    for case in cases:
        written = str(case["written"])
        try:
            words = tool(written, language(case)) or ""
        except Exception as error:  # noqa: BLE001  a peer's crash is a wrong answer
            words = f"{type(error).__name__}"
        text, sound = score.judge(case, words)
        texts += text
        sounds += sound
        if not sound and score.judge(case, written)[1]:
            broken.append(f"{written} → {words}")
        if not (text and sound):
            failed.append(f"{case['cat']}: {written} → {words} (wanted {case['spoken']})")
    n = len(cases)
    return Result(n, 100 * texts / n, 100 * sounds / n, tuple(broken), tuple(failed))
