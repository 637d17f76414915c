"""What the days that `listen.clean` finds cost: which sources bring them, and whether a threshold would help.

    python tests/bench/extract_dates.py

Prints, for `wcxb_dev`: date exact and invented as they are, without each of three sources, and in five
folds of sites; then a trade-off. For that, a logistic regression weighs what each answer rests on (which
sources agree on it, how it is printed, what kind of page it is). Its weights come from four fifths of the
sites, its confidence is taken on the fifth; answers are dropped from the least confident up, and each row
says how many days are still invented when so many are exact (mean of five splits). The rules themselves
were written with all pages in view.
"""

from __future__ import annotations

import math
import random
import re
from typing import Any
from unittest.mock import patch
from urllib.parse import urlsplit

import numpy as np
from extract_data import page_bytes, truth
from numpy.typing import NDArray

from listen.clean.dom.decode import decode
from listen.clean.dom.nouns import Page
from listen.clean.dom.tree import parse
from listen.clean.dom.walk import walk
from listen.clean.metadata import publication_date
from listen.clean.metadata.date_lines import day_lines
from listen.clean.metadata.gather import gather
from listen.clean.metadata.structured_data import linked_data, metas
from listen.clean.metadata.time_elements import day_of_time
from listen.clean.metadata.titles import headings

SET = "wcxb_dev"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_LEVELS = (0.90, 0.88, 0.86, 0.84, 0.80, 0.75, 0.70, 0.65, 0.60)
_SPLITS, _FOLDS = 5, 5


def day(text: str | None) -> str | None:
    """The day of an ISO 8601 date; None where there is none."""
    match = _DAY.match(text or "")
    return match.group() if match else None


def answers(pages: dict[str, tuple[Any, Page, str]]) -> dict[str, str | None]:
    """The day that we give for each page."""
    return {key: day(gather(root, url, page).published) for key, (root, page, url) in pages.items()}


def rates(found: dict[str, str | None], gold: dict[str, str | None]) -> str:
    """Date exact and invented, as the shared scorer counts them."""
    dated = [k for k in found if gold[k]]
    none = [k for k in found if not gold[k]]
    exact = sum(found[k] == gold[k] for k in dated)
    made_up = sum(found[k] is not None for k in none)
    return f"{exact / len(dated):.3f} | {made_up / len(none):.3f} ({made_up} of {len(none)})"


def evidence(root: Any, page: Page, url: str, found: str) -> list[float]:
    """What an answer rests on, as numbers."""
    meta, lang = metas(page.elements), root.get("lang") or "en"
    lines = day_lines(page, lang)
    heads = headings(page, gather(root, url, page).title)
    under, near = (
        look(page, lines, heads) for look in (publication_date.under_headline, publication_date.by_headline)
    )
    line = next((x for x in lines if x.day == found), None)
    text = page.candidates[line.at].text if line else ""
    sig = page.places[page.candidates[line.at].place].sig if line else ""
    stated, data = (
        day(publication_date.in_meta(meta, lang)),
        day(publication_date.in_data(page.elements, {}, lang)),
    )
    linked = [day(str(x.get("datePublished"))) for x in linked_data(page.elements) if x.get("datePublished")]
    time, address = day_of_time(page.elements, lang), publication_date.in_address(url)
    path = urlsplit(url).path
    alone = publication_date.day_alone(page, lines, heads)
    sources = [stated == found, found in (data, *linked), line is not None, time == found, address == found]
    return [
        *map(float, sources),
        sum(sources) / 3,
        float(stated not in (None, found)),
        float(any(x != found for x in linked)),
        float(under is not None and under.day == found),
        float(near is not None and near.day == found),
        float(alone == found),
        float(line is not None and line.changed),
        float(bool(re.search(r"publish|posted", text, re.I))),
        float(bool(re.search(r"date|time|publish", sig, re.I))),
        float(bool(re.search(r"/(?:blogs?|posts?|articles?|news|stories)/", path))),
        float(meta.get("og:type", [""])[0] == "article"),
        float("article:modified_time" in meta),
        float(bool(linked)),
        math.log1p(len(lines)) / 2,
        math.log1p(sum(len(c.text) > 200 for c in page.candidates)) / 3,
        path.count("-") / 8,
        path.count("/") / 3,
    ]


def weights(x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.float64]:
    """Weights of a logistic regression with a ridge, the last of them the constant's."""
    x = np.c_[x, np.ones(len(x))]
    ridge = np.eye(x.shape[1]) * 2.0
    w = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ w))
        w -= np.linalg.solve((x.T * (p * (1 - p))) @ x + ridge, x.T @ (p - y) + ridge @ w)
    return w


def confidence(
    x: NDArray[np.float64], right: NDArray[np.float64], known: NDArray[np.bool_], fold: NDArray[np.int_]
) -> NDArray[np.float64]:
    """How sure each answer is, by weights that the pages `known` of the other folds teach."""
    out = np.zeros(len(x))
    x = (x - x.mean(0)) / (x.std(0) + 1e-6)
    for n in range(_FOLDS):
        w = weights(x[known & (fold != n)], right[known & (fold != n)])
        out[fold == n] = np.c_[x[fold == n], np.ones((fold == n).sum())] @ w
    return out


def trade_off(
    pages: dict[str, tuple[Any, Page, str]], found: dict[str, str | None], gold: dict[str, str | None]
) -> None:
    """Print how many days are invented where so many are exact, by confidence from other sites."""
    keys = [k for k in found if found[k]]
    x = np.array([evidence(*pages[k], str(found[k])) for k in keys])
    right = np.array([float(found[k] == gold[k]) for k in keys])
    made_up = np.array([gold[k] is None for k in keys])
    site = [urlsplit(pages[k][2]).netloc.removeprefix("www.") for k in keys]
    dated, none = (sum((gold[k] is not None) == has for k in gold) for has in (True, False))
    table = []
    for seed in range(_SPLITS):
        names = sorted(set(site))
        random.Random(seed).shuffle(names)
        of = {name: i % _FOLDS for i, name in enumerate(names)}
        sure = confidence(x, right, (right > 0) | made_up, np.array([of[s] for s in site]))
        order = np.argsort(-sure)
        exact, wrong = np.cumsum(right[order]), np.cumsum(made_up[order])
        table.append([wrong[min(int(np.searchsorted(exact, n * dated)), len(keys) - 1)] for n in _LEVELS])
    print("\n| date exact | invented, at sites not learned from |\n|---|---|")
    for level, count in zip(_LEVELS, np.mean(table, 0), strict=True):
        print(f"| {level:.2f} | {count / none:.3f} ({count:.1f} of {none}) |")


def hides(root: Any, page: Page, url: str) -> bool:
    """Whether a page's `meta` gives a day that nothing else of it does."""
    lang = root.get("lang") or "en"
    stated = publication_date.in_meta(metas(page.elements), lang)
    return bool(stated) and not publication_date.shown(str(stated), page.elements, day_lines(page, lang), url)


def main() -> None:
    """Print the tables."""
    marked = truth(SET)
    # A date that is no day (a year alone) is neither here nor there for the shared scorer.
    gold = {k: day(g.get("date")) for k, g in marked.items() if day(g.get("date")) or not g.get("date")}
    pages: dict[str, tuple[Any, Page, str]] = {}
    for key in gold:
        root = parse(decode(page_bytes(SET, key), None))
        pages[key] = root, walk(root), str(marked[key].get("url") or "")
    lines = day_lines
    hidden = {k: v for k, v in pages.items() if hides(*v)}
    no_change = patch.object(
        publication_date, "day_lines", lambda *a: [x for x in lines(*a) if not x.changed]
    )
    not_alone = patch.object(publication_date, "day_alone", lambda *a: None)
    no_meta = patch.object(publication_date, "in_meta", lambda *a: None)
    found = answers(pages)
    print("| believed | date exact | invented |\n|---|---|---|")
    print(f"| all sources (as it is) | {rates(found, gold)} |")
    with no_change:
        print(f"| without days of a change, where there is no other | {rates(answers(pages), gold)} |")
    with not_alone:
        print(f"| without a line by itself far from the headline | {rates(answers(pages), gold)} |")
    with no_meta:
        print(f"| without `meta` that the page does not show | {rates(found | answers(hidden), gold)} |")
    with no_change, not_alone:
        rest = answers(pages)
        with no_meta:
            print(f"| none of these three | {rates(rest | answers(hidden), gold)} |")
    sites = sorted({urlsplit(url).netloc.removeprefix("www.") for _, _, url in pages.values()})
    random.Random(7).shuffle(sites)
    for n in range(_FOLDS):
        part = {
            k: found[k]
            for k in found
            if urlsplit(pages[k][2]).netloc.removeprefix("www.") in sites[n::_FOLDS]
        }
        print(f"| all sources, fold {n + 1} of sites | {rates(part, gold)} |")
    trade_off(pages, found, gold)


if __name__ == "__main__":
    main()
