"""Train the block classifier of `listen.clean` and write its weights into the package.

    python tests/bench/extract_train.py            five-fold cross-validation, then weights from all pages
    python tests/bench/extract_train.py --check    cross-validation only, also across the two sets

Recipe: every page of the shared benchmark data with a hand-marked body is walked into candidate blocks
(`clean.dom.walk`); a block is a positive example where it lies in the marked body (`extract_data.labels`).
Word tables count pages, not blocks. The two forests are gradient boosted (LightGBM, used here only). Whatever
looks at the labels (the word tables, the first forest's verdict) is computed out of fold, five folds by site,
so that the second forest learns how good its inputs are on sites that they have not seen.

Needs: pip install lightgbm.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import pickle
import re
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import lightgbm
import numpy as np
from extract_data import KINDS, PIECES, SETS, bench_dir, labels, page_bytes, peers, truth, weak_labels

from listen.clean.classifier.classify import CERTAIN
from listen.clean.classifier.columns import feature_names, features
from listen.clean.classifier.columns.context_features import context
from listen.clean.classifier.vocabulary import Vocabulary, name_words, text_words
from listen.clean.dom.decode import decode
from listen.clean.dom.nouns import Page
from listen.clean.dom.tree import parse
from listen.clean.dom.walk import walk
from listen.clean.formats.embedded import opened
from listen.clean.formats.web_page import story
from listen.clean.metadata.gather import Metadata, gather
from listen.clean.page_types.refuse import check
from listen.clean.page_types.scriptless import unfold
from listen.clean.page_types.signs import signs
from listen.errors import ListenError

ALL = (*SETS, PIECES, KINDS)
FOLDS = 5
FIRST_TREES, SECOND_TREES = 120, 280
PARAMS: dict[str, Any] = {
    "objective": "binary",
    "num_leaves": 24,
    "max_depth": 7,
    "learning_rate": 0.1,
    "min_data_in_leaf": 50,
    "feature_fraction": 0.4,
    # Thresholds drawn at random and smoothed leaves: with so few sites, what carries over is the average.
    "extra_trees": True,
    "path_smooth": 10,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 5,
    "verbose": -1,
    "num_threads": 1,
    "seed": 1,
    "deterministic": True,
    "force_row_wise": True,
}
PACKAGE = Path(__file__).resolve().parents[2] / "listen" / "clean" / "classifier"


@dataclass
class Example:
    """One page, walked and labelled."""

    name: str
    key: str
    page: Page
    meta: Metadata
    y: Any
    trust: Any
    """How much each label weighs; 0 for a block without one."""
    words: tuple[set[str], set[str], set[str], set[str]]
    site: str
    """The host that the page is from: pages of one site are alike, so they are in the same fold."""


def load(names: Sequence[str]) -> list[Example]:
    """All pages of the sets that have any text."""
    out = []
    for name in names:
        others = peers(name) if name == PIECES else {}
        for key, gold in truth(name).items():
            if name == KINDS and gold["kind"] not in ("forum", "documentation"):
                continue
            root = parse(opened(decode(page_bytes(name, key))))
            unfold(root)
            page = walk(root)
            meta = gather(root, gold.get("url"), page)
            if not page.candidates:
                continue
            if name == PIECES:
                y, trust = weak_labels(page, gold, others[key])
            else:
                y = labels(page, gold["articleBody"])
                trust = np.ones(len(y))
            site = (urlsplit(gold.get("url") or meta.url or "").hostname or key).removeprefix("www.")
            out.append(Example(name, key, page, meta, y, trust, _words(page, y, trust), site))
    return out


def fold_of(site: str) -> int:
    """Which fifth of the sites a site is in, the same in every run."""
    return int(hashlib.sha256(site.encode()).hexdigest(), 16) % FOLDS


def _words(page: Page, y: Any, trust: Any) -> tuple[set[str], set[str], set[str], set[str]]:
    """Words of kept and of other blocks, words in the names around kept and around other blocks."""
    out: tuple[set[str], set[str], set[str], set[str]] = (set(), set(), set(), set())
    for c, kept, sure in zip(page.candidates, y, trust, strict=True):
        if not sure:
            continue
        side = 0 if kept > 0.5 else 1
        out[side].update(text_words(c.text))
        at = c.place
        while at:
            out[2 + side].update(name_words(page.places[at].names))
            at = page.places[at].parent
    return out


def count(examples: Sequence[Example]) -> Vocabulary:
    """The word tables of these pages."""
    counts = [Counter[str]() for _ in range(4)]
    for example in examples:
        for counter, words in zip(counts, example.words, strict=True):
            counter.update(words)

    def table(kept: Counter[str], other: Counter[str], least: int) -> dict[str, float]:
        odds = {
            w: float(np.log((kept[w] + 2) / (other[w] + 2)))
            for w in kept | other
            if kept[w] + other[w] >= least
        }
        return {w: round(v, 2) for w, v in sorted(odds.items()) if abs(v) > 0.25}

    return Vocabulary(table(counts[0], counts[1], 12), table(counts[2], counts[3], 8))


def weights(table: Any, y: Any) -> Any:
    """A block weighs by its share of the page's body, and somewhat for being a line that is heard."""
    words = np.minimum(table[:, 0], 150.0) + 2
    return 50.0 * words / ((words * y).sum() + 50.0) + 0.8


OF_SET = {"sh_dev": 2.5, PIECES: 0.5, KINDS: 0.7}
"""News is a seventh of the marked pages and half of what people listen to: its pages count double. What other
extractors agree on is less than a mark made by hand.
"""


def fit(tables: Sequence[Any], ys: Sequence[Any], trees: int, rate: float, ws: Sequence[Any]) -> Any:
    w = np.concatenate(ws)
    known = w > 0
    data = lightgbm.Dataset(np.vstack(tables)[known], np.concatenate(ys)[known], weight=w[known])
    return lightgbm.train({**PARAMS, "learning_rate": rate}, data, trees)


@dataclass
class Stacked:
    """Both forests, the word tables, and each training page's out-of-fold verdict."""

    first: Any
    second: Any
    words: Vocabulary
    p: list[Any]


def train(examples: Sequence[Example]) -> Stacked:
    """Fit everything on these pages."""
    folds = np.array([fold_of(e.site) for e in examples])
    tables: list[Any] = [None] * len(examples)
    p1: list[Any] = [None] * len(examples)
    for f in range(FOLDS):
        words = count([e for e, fold in zip(examples, folds, strict=True) if fold != f])
        for i in np.flatnonzero(folds == f).tolist():
            tables[i] = features.local(examples[i].page, examples[i].meta, words)
    w = [weights(t, e.y) * e.trust * OF_SET.get(e.name, 1.0) for t, e in zip(tables, examples, strict=True)]
    ys = [e.y for e in examples]

    def some(values: Sequence[Any], picked: Any) -> list[Any]:
        return [values[i] for i in np.flatnonzero(picked).tolist()]

    for f in range(FOLDS):
        model = fit(some(tables, folds != f), some(ys, folds != f), FIRST_TREES, 0.1, some(w, folds != f))
        for i in np.flatnonzero(folds == f).tolist():
            p1[i] = model.predict(tables[i])
    rows = [np.flatnonzero(p > CERTAIN) for p in p1]
    wide = [context(e.page, e.meta, t, p, r) for e, t, p, r in zip(examples, tables, p1, rows, strict=True)]
    y2 = [y[r] for y, r in zip(ys, rows, strict=True)]
    w2 = [v[r] for v, r in zip(w, rows, strict=True)]
    p2 = [p.copy() for p in p1]
    for f in range(FOLDS):
        model = fit(some(wide, folds != f), some(y2, folds != f), SECOND_TREES, 0.08, some(w2, folds != f))
        for i in np.flatnonzero(folds == f).tolist():
            if rows[i].size:
                p2[i][rows[i]] = model.predict(wide[i])
    first = fit(tables, ys, FIRST_TREES, 0.1, w)
    second = fit(wide, y2, SECOND_TREES, 0.08, w2)
    return Stacked(first, second, count(examples), p2)


def apply(model: Stacked, example: Example) -> Any:
    """The model's verdict on a page that it was not trained on."""
    table = features.local(example.page, example.meta, model.words)
    p = model.first.predict(table)
    rows = np.flatnonzero(p > CERTAIN)
    if rows.size:
        p[rows] = model.second.predict(context(example.page, example.meta, table, p, rows))
    return p


def report(label: str, examples: Sequence[Example], verdicts: Sequence[Any]) -> None:
    """F1 of the articles that come of the verdicts, by the shared scorer; shares of pieces lost and kept."""
    sys.path.insert(0, str(bench_dir() / "extract"))
    import score

    for name in (*SETS, "forum", "documentation"):
        gold = {
            k: g for k, g in truth(name if name in SETS else KINDS).items() if g.get("kind", name) == name
        }
        of = name if name in SETS else KINDS
        pred = {
            e.key: "\n\n".join(body(e, p))
            for e, p in zip(examples, verdicts, strict=True)
            if e.name == of and e.key in gold
        }
        if pred:
            _, rows, exact = score.score(gold, pred)
            precision, recall, f1 = score.summary(rows)
            print(f"{label} {name}: P {precision:.4f} R {recall:.4f} F1 {f1:.4f} exact {np.mean(exact):.3f}")
    gold = truth(PIECES)
    want = lost = bad = held = nothing = 0
    for e, p in zip(examples, verdicts, strict=True):
        if e.name == PIECES:
            said = bare("\n".join([e.meta.title, *body(e, p)]))
            pieces = [bare(s) in said for s in gold[e.key]["with_"] if bare(s)]
            others = [bare(s) in said for s in gold[e.key]["without"] if bare(s)]
            want, lost = want + len(pieces), lost + pieces.count(False)
            bad, held = bad + len(others), held + others.count(True)
            nothing += bool(pieces) and not any(pieces)
    if want:
        print(f"{label} {PIECES}: lost {lost / want:.4f} kept {held / bad:.4f} pages with nothing {nothing}")


def bare(text: str) -> str:
    """Letters and digits alone."""
    return re.sub(r"\W+", "", text.lower())


def body(example: Example, p: Any) -> list[str]:
    """The text of the blocks that a verdict leaves of a page."""
    blocks, _ = story(example.page, example.meta, p.copy(), frozenset(), explain=False)
    return [b.text for b in blocks]


def predict(examples: Sequence[Example], verdicts: Sequence[Any], folder: Path) -> None:
    """The articles that come of these verdicts, for `extract.py`; titles and dates do not depend on them."""
    for name in SETS:
        pred: dict[str, dict[str, str | None]] = {}
        for e, p in zip(examples, verdicts, strict=True):
            if e.name != name:
                continue
            try:
                blocks, _ = story(e.page, e.meta, p, frozenset())
                check(blocks, e.page, e.meta, signs(e.page, e.meta, e.meta.url))
            except ListenError as error:
                pred[e.key] = {"articleBody": "", "refused": str(error)}
                continue
            pred[e.key] = {
                "articleBody": "\n\n".join(b.text for b in blocks),
                "title": e.meta.title,
                "author": e.meta.byline,
                "date": (e.meta.published or "")[:10] or None,
            }
        (folder / f"{name}.json").write_text(json.dumps(pred), "utf-8")


def again(example: Example, p: Any, texts: Sequence[str]) -> Any:
    """Verdicts of an earlier run for a page that is walked a little differently now; a passage whose words
    are not those of then has the verdict of the one in its place.
    """
    now = [c.text for c in example.page.candidates]
    out = np.zeros(len(now))
    for what, a, b, c, d in SequenceMatcher(None, texts, now, autojunk=False).get_opcodes():
        if what != "delete":
            size = min(b - a, d - c)
            out[c : c + size] = p[a : a + size]
    return out


def dump(model: Any, names: tuple[str, ...]) -> dict[str, Any]:
    """A LightGBM model as `listen.clean.classifier.classify.forest` reads it."""
    text = model.dump_model()
    used: list[str] = []
    trees = []
    deepest = 0

    def nodes(tree: dict[str, Any]) -> list[list[float]]:
        nonlocal deepest
        out: list[list[float]] = []

        def visit(node: dict[str, Any], depth: int) -> int:
            nonlocal deepest
            at = len(out)
            out.append([])
            if "leaf_value" in node:
                deepest = max(deepest, depth)
                out[at] = [round(node["leaf_value"], 5)]
                return at
            name = names[node["split_feature"]]
            if name not in used:
                used.append(name)
            left = visit(node["left_child"], depth + 1)
            right = visit(node["right_child"], depth + 1)
            # Thresholds are compared in float32 at run time: keep their exact value in that.
            out[at] = [used.index(name), float(np.float32(node["threshold"])), left, right]
            return at

        visit(tree, 0)
        return out

    for info in text["tree_info"]:
        trees.append(nodes(info["tree_structure"]))
    return {"features": used, "depth": deepest, "bias": 0.0, "trees": trees}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--check", action="store_true", help="write nothing; also train on each set for the other"
    )
    parser.add_argument(
        "--predict", type=Path, help="write nothing but each page's articles from unseen weights, here"
    )
    parser.add_argument(
        "--verdicts",
        type=Path,
        help="with --predict: where unseen weights' verdicts are kept; if there, rules alone are run again",
    )
    args = parser.parse_args()
    if args.predict and args.verdicts and args.verdicts.exists():
        examples = load(ALL)
        known = pickle.loads(args.verdicts.read_bytes())
        verdicts = [again(e, *known[e.name, e.key]) for e in examples]
        predict(examples, verdicts, args.predict)
        report("five folds", examples, verdicts)
        return
    examples = load(ALL)
    model = train(examples)
    if args.predict:
        if args.verdicts:
            texts = [[c.text for c in e.page.candidates] for e in examples]
            kept = {(e.name, e.key): (p, t) for e, p, t in zip(examples, model.p, texts, strict=True)}
            args.verdicts.write_bytes(pickle.dumps(kept))
        predict(examples, model.p, args.predict)
        report("five folds", examples, model.p)
        return
    report("five folds", examples, model.p)
    if args.check:
        for name in ALL:
            other = train([e for e in examples if e.name != name])
            mine = [e for e in examples if e.name == name]
            report("trained on the other sets only,", mine, [apply(other, e) for e in mine])
        return
    forests = {
        "first": dump(model.first, feature_names.LOCAL),
        "second": dump(model.second, feature_names.CONTEXT),
    }
    (PACKAGE / "model.json").write_text(json.dumps(forests, separators=(",", ":")) + "\n", "utf-8")
    tables = {"text": model.words.text, "names": model.words.names}
    (PACKAGE / "vocabulary.json").write_text(json.dumps(tables, ensure_ascii=False, indent=0) + "\n", "utf-8")
    print(f"written to {PACKAGE}: model.json, vocabulary.json")


if __name__ == "__main__":
    main()
