"""How the cleaner reads the open pages, as figures with floors.

    python tests/bench/open_scores.py [-v]      -v: what is wrong on which page

The floors stand here and only rise; `tests/clean/test_gate.py` holds them in any clone.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field

import scorers
from open_pages import Made, pages

from listen.clean import read
from listen.errors import NoArticleError
from listen.model import Source

FLOORS = {
    "F1": 0.999,
    "pieces read": 0.998,
    "unwanted left out": 0.992,
    "pages without residue": 1.0,
    "headings": 0.984,
    "items": 1.0,
    "titles": 1.0,
    "authors": 1.0,
    "days": 1.0,
    "no author invented": 1.0,
    "articles read without a doubt": 1.0,
    "lists and forms refused or doubted": 1.0,
}


@dataclass
class Scores:
    """Figures between 0 and 1, more is better, and what lowered them."""

    figures: dict[str, float] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


class _Share:
    def __init__(self, faults: list[str]) -> None:
        self.good = self.whole = 0
        self._faults = faults

    def add(self, good: int, whole: int, fault: str) -> None:
        self.good, self.whole = self.good + good, self.whole + whole
        if good < whole:
            self._faults.append(fault)

    @property
    def value(self) -> float:
        return self.good / self.whole if self.whole else 1.0


def measured(made: list[Made] | None = None) -> Scores:
    """Read all pages and compare them with the truth."""
    out = Scores()
    shares = {name: _Share(out.faults) for name in FLOORS}
    counts = []
    for page in made or pages():
        try:
            cleaned = read(Source(page.markup.encode(), f"{page.name}.html", page.url))
            refused = None
        except NoArticleError as error:
            cleaned, refused = None, str(error)
        doubted = cleaned is not None and any(note.startswith("this page may not") for note in cleaned.notes)
        if not page.article:
            fine = bool(refused or doubted)
            shares["lists and forms refused or doubted"].add(fine, 1, f"{page.name}: read as an article")
            continue
        why = refused or (cleaned.notes if cleaned else "")
        shares["articles read without a doubt"].add(not (refused or doubted), 1, f"{page.name}: {why}")
        text = cleaned.article.text if cleaned else ""
        counts.append(scorers.body_counts("\n".join(page.body), text))
        gold = {"with_": page.body, "without": page.without}
        lost, want, kept, bad = scorers.pieces(gold, text)
        shares["pieces read"].add(want - lost, want, f"{page.name}: {lost} pieces lost")
        shares["unwanted left out"].add(bad - kept, bad, f"{page.name}: {kept} unwanted pieces read")
        residue = scorers.residue("\n".join(page.body), text)
        shares["pages without residue"].add(not residue, 1, f"{page.name}: {residue[:2]}")
        for name, wanted in (("headings", page.headings), ("items", page.items)):
            had, all_of_them = scorers.lines_kept(wanted, text)
            shares[name].add(had, all_of_them, f"{page.name}: {all_of_them - had} {name} lost")
        article = cleaned.article if cleaned else None
        title, byline, day = (
            (article.title, article.byline, article.published) if article else ("", None, None)
        )
        shares["titles"].add(scorers.same_title(page.title, title), 1, f"{page.name}: title {title}")
        if page.author:
            same = scorers.same_authors(page.author, byline)
            shares["authors"].add(same, 1, f"{page.name}: author {byline}, not {page.author}")
        else:
            shares["no author invented"].add(not byline, 1, f"{page.name}: invented author {byline}")
        if page.date:
            shares["days"].add(
                scorers.same_day(page.date, day), 1, f"{page.name}: day {day}, not {page.date}"
            )
    out.figures = {name: share.value for name, share in shares.items()}
    out.figures["F1"] = scorers.f1_of(counts)[2]
    return out


def main() -> None:
    """Print the figures beside their floors."""
    scores = measured()
    for name, value in scores.figures.items():
        print(f"{name:<36} {value:.4f}   floor {FLOORS[name]:.3f}")
    if "-v" in sys.argv:
        print(*scores.faults, sep="\n")


if __name__ == "__main__":
    main()
