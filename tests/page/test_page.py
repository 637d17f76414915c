"""The assembled page, read as text: the browser tests open it."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from listen import page
from listen.model import Article, Block, Chapter, Cue, Episode, Script, Utterance
from listen.page import language


class Scripts(HTMLParser):
    """Texts of the inline scripts and styles, as a browser sees them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: dict[str, list[str]] = {"script": [], "style": []}
        self.blocks: list[str] = []
        self.data: dict[str, Any] = {}
        self._in = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kind = dict(attrs).get("type") or ""
        self._in = (kind or tag) if tag in self.texts else ""

    def handle_data(self, data: str) -> None:
        if self._in in self.texts:
            self.texts[self._in].append(data)
        elif self._in:
            self.blocks.append(data)
            self.data[self._in] = json.loads(data)
        self._in = ""


@pytest.fixture(scope="module")
def html(page_file: Path) -> str:
    return page_file.read_text("utf-8")


def test_make_writes_it_beside_the_mp3(told: tuple[Episode, Article], page_file: Path) -> None:
    assert page_file in told[0].sidecars


def test_the_policy_names_exactly_what_is_inline(html: str) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert policy is not None
    assert policy[1].startswith("default-src 'none'; ")
    inline = Scripts(html)
    texts = (*inline.texts["script"], *inline.texts["style"], *inline.blocks)
    assert all(text == text.strip() for text in texts)
    digests = [base64.b64encode(hashlib.sha256(t.encode()).digest()).decode() for t in texts]
    assert sorted(re.findall(r"'sha256-([^']*)'", policy[1])) == sorted(digests)
    assert len(digests) == 5
    assert " style=" not in html


def test_words_and_cues_are_those_of_the_episode(told: tuple[Episode, Article], html: str) -> None:
    cues = Scripts(html).data["application/json"]["cues"]
    assert [(c[0], c[1], c[2]) for c in cues] == [(c.id, c.start_ms, c.end_ms) for c in told[0].cues]
    by_id = {c.id: c for c in told[0].cues}
    for ident, start, _, words in cues:
        shown = list(zip(words[2::4], words[3::4], strict=True))
        spoken = [(w.start_ms - start, w.end_ms - start) for w in by_id[ident].words]
        assert set(shown) <= set(spoken)
        if by_id[ident].kind == "paragraph":
            assert shown == spoken


def test_every_cue_has_its_element(told: tuple[Episode, Article], html: str) -> None:
    assert re.findall(r'\sid="(s\d+)"', html) == [cue.id for cue in told[0].cues]


def test_tracks_hold_the_clock(told: tuple[Episode, Article], html: str) -> None:
    tracks = [base64.b64decode(d).decode() for d in re.findall(r'data:text/vtt;base64,([^"]*)', html)]
    assert [t.count(" --> ") for t in tracks] == [len(told[0].cues), len(told[0].chapters)]


def test_json_ld_names_the_audio(told: tuple[Episode, Article], html: str) -> None:
    data = Scripts(html).data["application/ld+json"]
    assert data["headline"] == "A lamp for the last boat"
    assert data["audio"]["contentUrl"] == "story.mp3"
    assert data["audio"]["contentSize"] == str(told[0].size)


def test_a_hostile_title_stays_text(told: tuple[Episode, Article]) -> None:
    episode, article = told
    nasty = '</script><script>alert(1)</script>"&<!--'
    article = replace(article, title=nasty, byline=nasty, site=nasty, url="javascript:alert(1)")
    episode = replace(episode, chapters=(Chapter(nasty, 0, 10), Chapter(nasty, 10, 20)))
    html = page.render(episode, article, "a.mp3")
    assert "<script>alert" not in html
    assert len(Scripts(html).texts["script"]) == 2
    assert 'href="javascript' not in html


def test_every_language_has_every_word() -> None:
    english = language.words("en")
    assert set(language.languages()) == {"en", "de", "fr", "es", "pt", "it", "ar", "ja"}
    for lang in language.languages():
        table = language.words(lang)
        assert set(table) == set(english)
        assert len(table["months"]) == 12
        for key in set(table) - {"months"}:
            fields = sorted(re.findall(r"\{\w+\}", table[key]))
            assert fields == sorted(re.findall(r"\{\w+\}", english[key])), key


@pytest.mark.parametrize(
    ("lang", "direction", "button"),
    [
        ("de", "ltr", "Wiedergabe"),
        ("ar-EG", "rtl", "تشغيل"),
        ("pt-BR", "ltr", "Reproduzir"),
        ("fi", "ltr", "Play"),
    ],
)
def test_the_page_s_own_words_come_in_the_article_s_language(lang: str, direction: str, button: str) -> None:
    article = Article("T", lang, (Block("paragraph", "A."),))
    cue = Cue("s1", "A.", 0, 900, block=0)
    chapters = (Chapter("T", 0, 1000),)
    episode = Episode("T", lang, Path("t.mp3"), 24000, 24000, 9, "0" * 64, chapters, (cue,), ())
    html = page.render(episode, article, "t.mp3")
    assert f'<html lang="{lang}" dir="{direction}"' in html
    assert f'aria-label="{button}"' in html
    assert ('<footer class="colophon" lang="en" dir="ltr">' in html) == (lang == "fi")


@pytest.mark.parametrize(
    ("lang", "shown"),
    [("en-GB", "11 May 2024"), ("de", "11. Mai 2024"), ("es", "11 de mayo de 2024"), ("ja", "2024年5月11日")],
)
def test_dates_as_people_write_them(lang: str, shown: str) -> None:
    assert language.long_date("2024-05-11T06:00:00+01:00", lang) == shown
    assert language.long_date("last week", lang) == "last week"


def test_each_chapter_leads_to_its_first_sentence(told: tuple[Episode, Article]) -> None:
    cues = tuple(Cue(f"s{n}", "Words.", n * 1000, n * 1000 + 900) for n in range(6))
    starts = (0, 950, 3000, 3000, 5000, 9000)
    chapters = tuple(Chapter("A", a, b) for a, b in zip(starts, (*starts[1:], 9999), strict=True))
    episode = replace(told[0], cues=cues, chapters=chapters)
    assert page.chapter_anchors(episode) == ["s0", "s1", "s3", "s3", "s5", "s5"]
    assert page.chapter_anchors(replace(episode, cues=())) == [""] * 6


def test_an_edited_script_has_a_page_of_its_own_sentences() -> None:
    utterances = (
        Utterance("s1", "T", (), kind="title"),
        Utterance("s2", "Head", (), kind="heading", block=0),
        Utterance("s3", "One.", (), block=2),
        Utterance("s4", "Two.", (), block=2),
    )
    article = page.article_of(Script("T", "en", utterances))
    shown = [(b.kind, b.text) for b in article.blocks]
    assert shown == [("heading", "Head"), ("paragraph", ""), ("paragraph", "One. Two.")]


def test_an_address_elsewhere_is_allowed_and_no_other(told: tuple[Episode, Article]) -> None:
    html = page.render(*told, "https://cdn.example/a.mp3?x=1&y=2")
    assert "media-src 'self' file: data: blob: https://cdn.example;" in html
    assert 'src="https://cdn.example/a.mp3?x=1&amp;y=2"' in html


def test_sources_are_short_enough_to_read() -> None:
    for path in Path(page.__file__).parent.iterdir():
        if path.suffix in (".js", ".css", ".html", ".py"):
            assert len(path.read_text("utf-8").splitlines()) < 400, path
