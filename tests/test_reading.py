"""From a source to what is said: the language of a text that is too short to tell its own."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

import listen
from listen import reading
from listen.model import SpokenWord, Utterance


def lang_of(text: str, lang: str = "und") -> str:
    article = listen.Article("", lang, (listen.Block("paragraph", text),))
    return reading.written(article, listen.Options()).lang


@pytest.mark.parametrize(
    ("users", "text", "lang"),
    [
        ("de_DE.UTF-8", "Danke sehr.", "de-DE"),
        ("de_AT@euro", "Danke sehr.", "de-AT"),
        ("en_US.UTF-8", "I, I, I don't know.", "en-US"),
        ("ru_RU.UTF-8", "I don't know.", "en-US"),
        ("ru_RU.UTF-8", "Да", "ru-RU"),
        ("de_DE.UTF-8", "Да", "en-US"),
        ("C.UTF-8", "Danke sehr.", "en-US"),
        ("POSIX", "Danke sehr.", "en-US"),
    ],
)
def test_a_text_too_short_to_tell_takes_the_users_language(
    users: str, text: str, lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", users)
    assert lang_of(text) == lang


def test_the_pages_language_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    assert lang_of("I, I, I don't know.", "fr") == "fr"
    page = b"<html lang=pl><article><h1>I</h1><p>Ha, ha, ha! Ha, ha, ha, ha, ha, ha! No, no.</p></article>"
    assert listen.read(page).article.lang == "pl"


def test_an_utterance_but_for_a_part_of_it_is_what_replace_gives() -> None:
    word = SpokenWord("eins", 0, 3)
    full = Utterance("s9", "One.", (word,), "quote", "de", 4, 7, 300, "A chapter", "heart")
    assert len({getattr(full, f.name) for f in fields(full)}) == len(fields(full))
    assert full.but() == full
    for changes in ({"id": "s1"}, {"words": ()}, {"pause_ms": 0}):
        named = {"id_" if name == "id" else name: value for name, value in changes.items()}
        assert full.but(**named) == replace(full, **changes)  # type: ignore[arg-type]
