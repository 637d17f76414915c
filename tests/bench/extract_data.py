"""The pages with hand-marked bodies, and which of our candidate blocks belong to each body.

The data is the shared benchmark data (see tests/bench/extract.md); nothing of it is kept in the project.
"""

from __future__ import annotations

import json
import os
import re
import tarfile
import tempfile
from pathlib import Path
from typing import Any

import numpy as np

from listen.clean.dom.nouns import Page

SETS = ("sh_dev", "wcxb_dev")
"""Sets whose bodies were marked by hand."""
PIECES = "tf_dev"
"""A set of which only pieces are known that must and that must not be there."""
KINDS = "kinds_dev"
"""Pages that are no articles; forum threads and documentation have something to read."""
_WORD = re.compile(r"\w+")
_PLACES = 40
"""Places of the gold text that are tried for a block: a round of guests has the same question for each."""


def bench_dir() -> Path:
    """Where the shared benchmark data lies."""
    given = os.environ.get("LISTEN_BENCH_DATA")
    return Path(given) if given else Path(__file__).resolve().parents[2] / ".." / "shared" / "bench"


def cache_dir() -> Path:
    """Where the benchmark keeps what it unpacks and fetches."""
    return Path(os.environ.get("LISTEN_BENCH_CACHE", Path.home() / ".cache" / "listen-bench"))


def data_dir(name: str) -> Path:
    """The unpacked set `name`; unpacked on first use into the cache folder."""
    cache = cache_dir()
    folder = cache / name
    if not (folder / "gt.json").exists():
        cache.mkdir(parents=True, exist_ok=True)
        # Beside it and renamed: another process at the same moment must not read half a file.
        with tempfile.TemporaryDirectory(dir=cache) as beside:
            with tarfile.open(bench_dir() / "extract" / f"{name}.tar.xz") as tar:
                # Our own data; Python 3.11 has filters since 3.11.4 only.
                careful: dict[str, Any] = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}
                tar.extractall(beside, **careful)
            try:
                (Path(beside) / name).rename(folder)
            except OSError:
                # The other process was first: what it unpacked is the same.
                if not (folder / "gt.json").exists():
                    raise
    return folder


def truth(name: str) -> dict[str, dict[str, Any]]:
    """The set's ground truth by page id."""
    result: dict[str, dict[str, Any]] = json.loads((data_dir(name) / "gt.json").read_text("utf-8"))
    return result


def page_bytes(name: str, key: str) -> bytes:
    """A page as it was saved."""
    return (data_dir(name) / "html" / f"{key}.html").read_bytes()


def labels(page: Page, gold: str) -> np.ndarray:
    """For each candidate 1.0 if it is part of the gold body, else 0.0.

    A candidate matches where at least half of its 4-word shingles are in the gold text; the matches kept are
    the heaviest chain that runs through the gold text in order, so that a headline repeated in a menu is not
    taken for the one in the body.
    """
    goldw = _WORD.findall(gold.lower())
    where: dict[tuple[str, ...], list[int]] = {}
    for n in (1, 2, 3, 4):
        for i in range(len(goldw) - n + 1):
            where.setdefault(tuple(goldw[i : i + n]), []).append(i)
    starts = set()
    ends = set()
    offset = 0
    for line in gold.split("\n"):
        count = len(_WORD.findall(line.lower()))
        if count:
            starts.add(offset)
            offset += count
            ends.add(offset)
    options: list[tuple[int, int, int, float]] = []
    for c, cand in enumerate(page.candidates):
        w = _WORD.findall(cand.text.lower())
        if not w:
            continue
        if len(w) < 4:
            for pos in where.get(tuple(w), ())[:60]:
                if pos in starts or pos + len(w) in ends:
                    options.append((c, pos, pos + len(w), float(len(w)) * (1.0 if pos in starts else 0.7)))
            continue
        hits = [where.get(tuple(w[i : i + 4])) for i in range(len(w) - 3)]
        share = sum(h is not None for h in hits) / len(hits)
        if share < 0.5:
            continue
        tried: set[int] = set()
        for i, h in enumerate(hits):
            if h is None:
                continue
            for pos in h[:_PLACES]:
                begin = max(0, pos - i)
                if all(abs(begin - t) > 5 for t in tried):
                    tried.add(begin)
                    options.append((c, begin, min(begin + len(w), len(goldw)), share * len(w)))
            if len(tried) >= _PLACES or i > 40:
                break
    out = np.zeros(len(page.candidates))
    if not options:
        return out
    cand_i = np.array([o[0] for o in options])
    starts_at = np.array([o[1] for o in options])
    ends_at = np.array([o[2] for o in options])
    gain = np.array([o[3] for o in options])
    best = gain.copy()
    back = np.full(len(options), -1)
    for j in range(1, len(options)):
        ok = (cand_i[:j] < cand_i[j]) & (ends_at[:j] <= starts_at[j] + 3)
        if ok.any():
            k = int(np.argmax(np.where(ok, best[:j], -1)))
            best[j] += best[k]
            back[j] = k
    j = int(np.argmax(best))
    while j >= 0:
        out[cand_i[j]] = 1.0
        j = int(back[j])
    # Prose that is in the gold text, if out of order (some bodies were marked in another order).
    chosen = {int(c) for c in np.flatnonzero(out)}
    covered = {page.candidates[c].text for c in chosen}
    for c, _, _, g in options:
        if c not in chosen and g >= 20 and page.candidates[c].text not in covered:
            out[c] = 1.0
    return out


def peers(name: str) -> dict[str, list[str]]:
    """What other extractors make of each page: trafilatura (three modes) and readability; computed once."""
    kept = cache_dir() / f"{name}.peers.json"
    if not kept.exists():
        import readability
        import trafilatura
        from lxml import html

        from listen.clean.dom.decode import decode

        out = {}
        for key in truth(name):
            text = decode(page_bytes(name, key))
            modes: tuple[dict[str, bool], ...] = ({}, {"favor_recall": True}, {"favor_precision": True})
            row = [trafilatura.extract(text, include_comments=False, **mode) or "" for mode in modes]
            try:
                row.append(html.fromstring(readability.Document(text).summary()).text_content())
            except Exception:  # noqa: BLE001 readability gives up on a page or two, in many ways
                row.append("")
            out[key] = row
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps(out), "utf-8")
    result: dict[str, list[str]] = json.loads(kept.read_text("utf-8"))
    return result


def _bare(text: str) -> str:
    return re.sub(r"\W+", "", text.lower())


def weak_labels(page: Page, pieces: dict[str, Any], texts: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """For each candidate 1.0 or 0.0, and how much that is to be trusted (0 for no label).

    A piece that must be there speaks for the block that has it, one that must not against it; elsewhere what
    all extractors keep is positive, what none keeps negative, and what they do not agree on has no label.
    """
    wanted = [b for b in map(_bare, pieces["with_"]) if b]
    unwanted = [b for b in map(_bare, pieces["without"]) if b]
    others = [_bare(text) for text in texts]
    full = [text for text in others if len(text) > 200]
    y, trust = np.zeros(len(page.candidates)), np.zeros(len(page.candidates))
    seen: set[str] = set()
    for i, c in enumerate(page.candidates):
        words = _bare(c.text)
        if not words:
            continue
        if any(piece in words for piece in unwanted):
            trust[i] = 2.0
        elif any(piece in words for piece in wanted) and words not in seen:
            y[i], trust[i] = 1.0, 3.0
        elif full and len(words) >= 8:
            votes = [words in text for text in full]
            if all(votes) and len(votes) >= 3 and words not in seen:
                y[i], trust[i] = 1.0, 0.7
            elif not any(votes):
                trust[i] = 0.7
        seen.add(words)
    return y, trust
