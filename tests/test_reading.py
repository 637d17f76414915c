"""From a source to what is said: the language of a text that is too short to tell its own."""

from __future__ import annotations

import pytest

import listen
from listen import reading


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
