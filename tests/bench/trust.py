"""Which narrations of pages are doubted: learns the weights of `page_types/trust.json`, prints the curve.

    python tests/bench/trust.py [--every N] [--began FOLDER] [--write]

A page is narrated *wrongly* where nothing of what is narrated is right: every required piece of a page of
`tf_dev` is missing, or F1 is under .1 on `sh_dev` and `wcxb_dev`. Listings and collections of `kinds_dev` are
no articles; its forum threads and documentation pages, and all other pages, should be read without a note.
All figures are of pages whose sites the weights were not learned from (five parts by site). So few pages are
wrong that the text that stands beside each article is added as one more wrong narration of that page, with a
tenth of the weight.

--began: a folder with predictions of an older version (`SET.json`, {id: {"articleBody"}}); its wrong
    narrations are then learned from and counted too.
--write: learn from all pages and write the package's weights.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
from extract_data import page_bytes, truth
from scorers import body_counts, f1_of, pieces

from listen.clean.classifier.classify import probabilities
from listen.clean.dom.decode import decode
from listen.clean.dom.tree import parse
from listen.clean.dom.walk import walk
from listen.clean.formats.web_page import story
from listen.clean.metadata.gather import gather
from listen.clean.page_types import evidence, refuse, trust
from listen.clean.page_types.scriptless import unfold
from listen.clean.page_types.signs import signs
from listen.errors import NoArticleError

SETS = ("tf_dev", "sh_dev", "wcxb_dev", "kinds_dev")
TARGET = Path(__file__).resolve().parents[2] / "listen" / "clean" / "page_types" / "trust.json"
BESIDE = 0.1
"""The weight of a narration that was made up from the text beside an article."""
RIDGE = 3.0
PARTS = 5
OF_THE_PAGE = frozenset(
    [
        *("og_site", "front", "link_path", "link_path_no_slug", "slug", "articles", "anchors", "page"),
        *("typed_story", "typed_list", "typed_product", "prices", "prices_undated", "cards", "cards_undated"),
        *("among_list", "among_meta", "repeats", "run", "run_of_page", "link_headings_read", "cut_off"),
        *("days", "pictures", "articles_read", "read_off_usual", "code", "documentation", "forum"),
    ]
)
"""Measures that say what kind of page it is, not whether the right text of it was taken."""


@dataclass
class Row:
    """One page that is narrated, or a part of it that might have been."""

    key: str
    name: str
    kind: str
    site: str
    found: evidence.Evidence | None
    wrong: bool
    refused: str | None = None


def _site(url: str | None, key: str) -> str:
    return (urlsplit(url or "").hostname or key).removeprefix("www.")


def collected(name: str, every: int) -> tuple[list[Row], list[Row]]:
    """The pages of a set as they are narrated, and the texts beside their articles."""
    rows, beside = [], []
    for n, (key, gold) in enumerate(truth(name).items()):
        if n % every:
            continue
        url, kind = gold.get("url"), gold.get("kind", "article")
        row = Row(key, name, kind, _site(url, key), None, False)
        rows.append(row)
        try:
            root = parse(decode(page_bytes(name, key)))
            unfold(root)
            page = walk(root)
            meta = gather(root, url, page)
            if not page.candidates:
                raise NoArticleError("empty")
            blocks, _ = story(page, meta, probabilities(page, meta), frozenset(), False)
            refuse.beginning(blocks, page, meta)
            refuse.check(blocks, page, meta, signs(page, meta, url))
        except NoArticleError as error:
            row.refused = str(error)
            continue
        kept = evidence.kept_of(page, blocks)
        row.found = evidence.gathered(page, kept, meta, url)
        body = "\n".join(b.text for b in blocks)
        if "with_" in gold:
            lost, want, _, _ = pieces(gold, f"{meta.title}\n{body}")
            row.wrong = kind == "article" and bool(want) and lost == want
        else:
            row.wrong = (
                kind == "article" and f1_of([body_counts(gold.get("articleBody") or "", body)])[2] < 0.1
            )
        other = _beside(page, kept)
        if kind == "article" and not row.wrong and other:
            beside.append(Row(key, name, "beside", row.site, evidence.gathered(page, other, meta, url), True))
    return rows, beside


def once(name: str, began: Path) -> list[Row]:
    """What an older version narrated with nothing right, as it would be judged now."""
    old = json.loads((began / f"{name}.json").read_text("utf-8"))
    rows = []
    for key in _once_wrong(name, began):
        url = truth(name)[key].get("url")
        root = parse(decode(page_bytes(name, key)))
        page = walk(root)
        meta = gather(root, url, page)
        lines = set(old[key]["articleBody"].split("\n"))
        kept = [i for i, c in enumerate(page.candidates) if c.text in lines]
        found = evidence.gathered(page, kept, meta, url)
        rows.append(Row(key, f"once {name}", "once", _site(url, key), found, True))
    return rows


def _beside(page: Any, kept: list[int]) -> list[int]:
    """The largest group of prose outside the article."""
    from listen.clean.dom.text import word_count

    groups: dict[int, list[int]] = {}
    inside = set(kept)
    for i, c in enumerate(page.candidates):
        prose = c.kind in ("paragraph", "quote", "list_item") and c.links < 0.5 * len(c.text)
        if i not in inside and prose and word_count(c.text) >= 20:
            groups.setdefault(page.places[page.places[c.place].parent].parent, []).append(i)
    return max(groups.values(), key=lambda g: sum(word_count(page.candidates[i].text) for i in g), default=[])


def fitted(x: np.ndarray, y: np.ndarray, weight: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Logistic regression with a ridge: means, spreads, weights with the constant last."""
    mean, spread = x.mean(0), x.std(0) + 1e-6
    z = np.c_[(x - mean) / spread, np.ones(len(x))]
    ridge = np.eye(z.shape[1]) * RIDGE
    ridge[-1, -1] = 0
    b = np.zeros(z.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-np.clip(z @ b, -30, 30)))
        step = np.linalg.solve(
            (z * (weight * p * (1 - p))[:, None]).T @ z + ridge + 1e-6 * np.eye(len(b)),
            z.T @ (weight * (y - p)) - ridge @ b,
        )
        b += step
        if abs(step).max() < 1e-6:
            break
    return mean, spread, b


def _names(kind: str, rows: list[Row]) -> list[str]:
    every = [*next(r.found for r in rows if r.found).measures]
    return [n for n in every if n != "address_said" and not (kind == "wrong" and n in OF_THE_PAGE)]


def _is(kind: str, row: Row) -> bool:
    return row.kind in ("listing", "collection") if kind == "list" else row.wrong


def learned(kind: str, rows: list[Row], beside: list[Row]) -> dict[str, Any]:
    """The weights of one kind of doubt, as the package's file has them."""
    names = _names(kind, rows)
    apart = ("once",) if kind == "list" else ("listing", "collection")
    use = [r for r in rows if r.found and r.kind not in apart and (kind == "wrong" or not r.wrong)]
    made = beside if kind == "wrong" else []
    x = np.array([[r.found.measures[n] for n in names] for r in [*use, *made] if r.found])
    y = np.array([float(_is(kind, r)) for r in [*use, *made]])
    mean, spread, b = fitted(x, y, np.array([1.0] * len(use) + [BESIDE] * len(made)))
    numbers = zip(names, mean, spread, b[:-1], strict=True)
    return {
        "bias": round(float(b[-1]), 4),
        "weights": {n: [round(float(v), 4) for v in (m, max(s, 1e-3), w)] for n, m, s, w in numbers},
    }


def judged(row: Row, model: dict[str, Any]) -> str:
    """“refused”, “noted” or “read”, by weights that are not the package's."""
    if row.found is None:
        return "refused"
    trust._model.cache_clear()
    parts = {
        kind: (part["bias"], tuple((n, *v) for n, v in part["weights"].items()))
        for kind, part in model.items()
    }
    original = trust._model
    trust._model = lambda: parts  # type: ignore[assignment]
    try:
        return "noted" if trust.judge(row.found).note else "read"
    except NoArticleError:
        return "refused"
    finally:
        trust._model = original


def _part(site: str) -> int:
    return int(hashlib.sha256(site.encode()).hexdigest(), 16) % PARTS


def main() -> None:
    """Collect, learn five times, print; write if asked."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--began", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--verbose", action="store_true")
    given = parser.parse_args()
    rows: list[Row] = []
    beside: list[Row] = []
    for name in SETS:
        found, other = collected(name, given.every)
        rows, beside = rows + found, beside + other
        if given.began and name != "kinds_dev":
            rows += once(name, given.began)
    verdict: dict[tuple[str, str], str] = {}
    odds: dict[str, dict[tuple[str, str], float]] = {"list": {}, "wrong": {}}
    for part in range(PARTS):
        model = {
            kind: learned(
                kind, [r for r in rows if _part(r.site) != part], [r for r in beside if _part(r.site) != part]
            )
            for kind in odds
        }
        for row in rows:
            if _part(row.site) == part:
                verdict[row.name, row.key] = judged(row, model)
                for kind in odds:
                    if row.found:
                        total = model[kind]["bias"] + sum(
                            w * (row.found.measures[n] - m) / s
                            for n, (m, s, w) in model[kind]["weights"].items()
                        )
                        odds[kind][row.name, row.key] = 1 / (1 + np.exp(-np.clip(total, -30, 30)))
    _print(rows, verdict, odds, given.began)
    if given.verbose:
        for row in rows:
            good = row.kind not in ("listing", "collection", "once") and not row.wrong
            if good == (verdict[row.name, row.key] != "read"):
                numbers = [f"{odds[k].get((row.name, row.key), -1):.3f}" for k in odds]
                print(
                    row.name,
                    row.kind,
                    row.key,
                    row.site,
                    verdict[row.name, row.key],
                    *numbers,
                    row.refused or "",
                )
    if given.write:
        data = {kind: learned(kind, rows, beside) for kind in odds}
        TARGET.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


def _print(rows: list[Row], verdict: Any, odds: Any, began: Path | None) -> None:
    def share(title: str, chosen: list[Row]) -> None:
        said = [verdict[r.name, r.key] for r in chosen]
        count = {k: said.count(k) for k in ("refused", "noted", "read")}
        n = max(1, len(said))
        print(f"{title:<44} {n:>5} " + " ".join(f"{k} {v / n:.3f}" for k, v in count.items()))

    articles = [r for r in rows if r.kind == "article"]
    share("articles narrated with nothing right", [r for r in articles if r.wrong and r.found])
    share("all other articles", [r for r in articles if not r.wrong])
    for kind in ("forum", "documentation", "listing", "collection"):
        share(kind, [r for r in rows if r.kind == kind])
    if began:
        then = {(n, k) for n in SETS[:3] for k in _once_wrong(n, began)}
        share("pages with nothing right when the work began", [r for r in rows if (r.name, r.key) in then])
        right = sum(
            r.kind == "article" and bool(r.found) and not r.wrong for r in rows if (r.name, r.key) in then
        )
        print(f"… of which are narrated rightly now, at least in part: {right}")
        share("… as they were narrated then", [r for r in rows if r.kind == "once"])
        share("… all other articles", [r for r in articles if (r.name, r.key) not in then])
    print("\nwrong narrations caught, by the share of right ones that are doubted too")
    for kind in odds:
        bad = np.array([q for (n, k), q in odds[kind].items() if _is(kind, _row(rows, n, k))])
        fine = np.array(
            [
                q
                for (n, k), q in odds[kind].items()
                if _row(rows, n, k).kind not in ("listing", "collection") and not _row(rows, n, k).wrong
            ]
        )
        for doubted in (0.002, 0.005, 0.01, 0.02, 0.03, 0.05):
            at = float(np.quantile(fine, 1 - doubted))
            print(
                f"  {kind:<6} doubted {doubted:.3f} threshold {at:.3f} caught {float((bad > at).mean()):.3f}"
            )


def _row(rows: list[Row], name: str, key: str) -> Row:
    if not _BY_KEY:
        _BY_KEY.update({(r.name, r.key): r for r in rows})
    return _BY_KEY[name, key]


_BY_KEY: dict[tuple[str, str], Row] = {}


def _once_wrong(name: str, began: Path) -> list[str]:
    """The pages of a set that an older version narrated with nothing right."""
    old = json.loads((began / f"{name}.json").read_text("utf-8"))
    out = []
    for key, gold in truth(name).items():
        body = (old.get(key) or {}).get("articleBody") or ""
        if not body:
            continue
        if "with_" in gold:
            lost, want, _, _ = pieces(gold, body)
            wrong = bool(want) and lost == want
        else:
            wrong = f1_of([body_counts(gold.get("articleBody") or "", body)])[2] < 0.1
        if wrong:
            out.append(key)
    return out


if __name__ == "__main__":
    main()
