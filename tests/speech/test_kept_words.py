from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from listen import reading
from listen.model import SpokenWord, Utterance
from listen.speech import kept_words, words
from listen.speech.lexicon import Entry, Lexicon
from listen.storage.cache import DiskCache
from listen.storage.installed import PACKAGE, code_files, digest

TEXTS = (
    "Dr Okafor paid £2.5m on 3 May 1998.",
    "“Read it,” she said; nobody had read it.",
    "—",
    "The ﬁle lay in Reading, at http://example.org/a-b.",
)


def script(texts: tuple[str, ...] = TEXTS, lang: str = "en-GB") -> list[Utterance]:
    return [Utterance(f"s{n}", text, (), lang=lang, block=n // 2) for n, text in enumerate(texts)]


def unasked(*_: object) -> tuple[SpokenWord, ...]:
    raise AssertionError("its words are known")


def test_words_are_found_once_and_come_back_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = list(reading.spoken(script(), None))
    kept = DiskCache(tmp_path)
    assert list(reading.spoken(script(), None, kept=kept)) == found
    monkeypatch.setattr(kept_words, "speak", unasked)
    assert list(reading.spoken(script(), None, kept=DiskCache(tmp_path))) == found
    assert [u.id for u in found] == ["s0", "s1", "s3"]  # the dash has no words, this time and the next


def test_only_the_paragraph_that_changed_is_read_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = DiskCache(tmp_path)
    list(reading.spoken(script(), None, kept=kept))
    asked: list[str] = []
    speak = words.speak
    monkeypatch.setattr(kept_words, "speak", lambda text, *rest: asked.append(text) or speak(text, *rest))
    changed = script((*TEXTS[:3], "Something else."))
    list(reading.spoken(changed, None, kept=kept))
    assert asked == ["—", "Something else."]


def test_the_key_follows_all_that_decides_which_words_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    book = Lexicon([Entry("Okafor", "əˈkɑːfɔː")])
    other = Lexicon([Entry("Okafor", "ˈɒkəfɔː")])
    keys = [
        kept_words.key(script(), None, False),
        kept_words.key(script(), None, True),
        kept_words.key(script(), book, False),
        kept_words.key(script(), other, False),
        kept_words.key(script(lang="en-US"), None, False),
        kept_words.key(script((*TEXTS[:3], "Another.")), None, False),
    ]
    assert kept_words.key(script(), Lexicon(list(book)), False) == keys[2]
    monkeypatch.setattr(kept_words, "_code", lambda: "other rules")
    keys.append(kept_words.key(script(), None, False))
    assert len(set(keys)) == len(keys)


def test_a_changed_rule_or_lexicon_changes_the_digest(tmp_path: Path) -> None:
    files = [tmp_path / "rules.py", tmp_path / "names.en.tsv"]
    for file in files:
        file.write_text("one")
    before = digest(files, "1.0")
    files[1].write_text("two")
    assert len({before, digest(files, "1.0"), digest(files, "1.1"), digest(files[:1], "1.0")}) == 4
    assert PACKAGE / "speech" / "reader.py" in code_files(kept_words.CODE)


def test_words_of_an_edited_script_stay(tmp_path: Path) -> None:
    own = (SpokenWord("hello", 0, 2),)
    given = [Utterance("s0", "Hi", own), Utterance("s1", "there", ())]
    kept = DiskCache(tmp_path)
    assert [[w.text for w in u.words] for u in reading.spoken(given, None, kept=kept)] == [
        ["hello"],
        ["there"],
    ]
    assert kept.usage().size == 0


def test_long_paragraphs_are_looked_up_in_parts_and_short_ones_whole() -> None:
    sentences = [Utterance(f"s{n}", "a" * 1500, ()) for n in range(7)]
    assert [len(part) for part in kept_words.paragraphs(sentences)] == [3, 3, 1]
    blocks = [Utterance(f"s{n}", "a", (), block=n // 2) for n in range(5)]
    assert [len(part) for part in kept_words.paragraphs(blocks)] == [2, 2, 1]


def test_words_come_as_they_are_asked_for() -> None:
    seen: list[int] = []

    def endless() -> Iterator[Utterance]:
        for n in range(1000):
            seen.append(n)
            yield Utterance(f"s{n}", "Word", (), block=n)

    next(reading.spoken(endless(), None))
    assert len(seen) <= 2
