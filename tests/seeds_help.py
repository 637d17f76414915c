"""The seeds as values: each folder's article and the goldens beside it, read without any code of the project.

A golden says what a listener should get, not what the program gives. `pytest --renew-goldens` rewrites the
goldens with the program's output; read the difference before committing it.
"""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
STATED = ("byline", "published", "lang", "site", "url")
"""What `clean.json` says of the article besides title and blocks; absent: the input does not say."""


def fold(text: str) -> str:
    """White space folded to single spaces."""
    return " ".join(text.split())


def bare(text: str) -> str:
    """No white space at all: the measure by which a golden's text must stand in its article."""
    return "".join(text.split())


def plain(text: str) -> str:
    """Spoken words alone: lower case, no punctuation but the apostrophes inside words, hyphens parted."""
    words = re.sub(r"[^\w' ]|_", " ", text.lower().replace("’", "'"))
    return fold(re.sub(r"(?<!\w)'|'(?!\w)", " ", words))


@dataclass(frozen=True)
class Seed:
    """One folder of `seeds/`."""

    folder: Path

    @property
    def name(self) -> str:
        return self.folder.name

    @cached_property
    def article(self) -> Path:
        """The input."""
        [path] = self.folder.glob("article.*")
        return path

    @cached_property
    def markup(self) -> str:
        return self.article.read_text("utf-8")

    @cached_property
    def clean(self) -> dict[str, Any]:
        """Title, what the input states of itself, and the blocks."""
        value: dict[str, Any] = json.loads((self.folder / "clean.json").read_text("utf-8"))
        return value

    @cached_property
    def left_out(self) -> list[dict[str, str]]:
        """Furniture: its class, in free words, and its first words. Empty where there is none.

        `hidden` is what only screen readers and pages without scripts show: it need not be listed.
        """
        path = self.folder / "left_out.json"
        value: list[dict[str, str]] = json.loads(path.read_text("utf-8")) if path.exists() else []
        return value

    @cached_property
    def sentences(self) -> list[list[str]]:
        """The title's sentences, then each block's; a table has its rows there, code is one piece."""
        value: list[list[str]] = json.loads((self.folder / "sentences.json").read_text("utf-8"))
        return value

    @cached_property
    def spoken(self) -> list[tuple[str, tuple[str, ...]]]:
        """Written phrase, and the ways in which a newsreader may say it, the likeliest first."""
        lines = (self.folder / "spoken.tsv").read_text("utf-8").splitlines()
        pairs = [line.split("\t") for line in lines]
        return [(written, tuple(said.split(" | "))) for written, said in pairs]

    @property
    def lang(self) -> str:
        lang: str = self.clean["lang"]
        return lang

    @cached_property
    def passages(self) -> list[str]:
        """The title, then the text of each block."""
        return [self.clean["title"], *(block["text"] for block in self.clean["blocks"])]

    @cached_property
    def visible(self) -> str:
        """What a reader of the article sees, furniture and all."""
        if self.article.suffix == ".html":
            soup = BeautifulSoup(self.markup, "lxml")
            for hidden in soup(["script", "style", "template", "head"]):
                hidden.decompose()
            for mark in soup("sup"):
                if mark.get_text(strip=True).isdigit():
                    mark.decompose()
            return soup.get_text()
        if self.article.suffix == ".md":
            text = re.sub(r"\[\^\w+\](?!:)", "", self.markup)
            text = re.sub(r"\[([^\]^]+)\]\([^)]*\)", r"\1", text)
            return html.unescape(re.sub(r"(?m)^> ?|[*`]", "", text))
        return self.markup

    def sentence_of(self, phrase: str) -> str:
        """The first sentence that holds a phrase; the phrase alone if none does."""
        return next((s for sentences in self.sentences for s in sentences if phrase in s), phrase)


def seeds() -> list[Seed]:
    return [Seed(folder) for folder in sorted(SEEDS.iterdir()) if folder.is_dir()]


def dump(path: Path, value: object) -> None:
    """Write a golden as the ones by hand are written."""
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
