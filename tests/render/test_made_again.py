from __future__ import annotations

import shutil
from concurrent.futures import Future
from pathlib import Path

import pytest

import listen
from listen.model import Run
from listen.render import passages, workers
from listen.speech import kept_words, words
from listen.storage import cache

PARAGRAPHS = [
    f"Paragraph {n} cost £{n}.50 on 3 May. It was read by Dr Okafor, {n} times." for n in range(1, 14)
]
BEFORE = "\n\n".join(PARAGRAPHS)
CHANGES = {
    "a sentence changed": lambda text: text.replace("It was read by Dr Okafor, 7 times", "Nobody read it"),
    "a paragraph less": lambda text: text.replace(PARAGRAPHS[8] + "\n\n", ""),
    "two paragraphs more": lambda text: text.replace(PARAGRAPHS[11], "One.\n\nTwo!\n\n" + PARAGRAPHS[11]),
    "the same paragraph twice": lambda text: text + "\n\n" + PARAGRAPHS[3],
    "nothing": lambda text: text,
}


def files(folder: Path, text: str, cache: bool) -> dict[str, bytes]:
    folder.mkdir(exist_ok=True)
    source = folder / "story.txt"
    source.write_text("A title\n\n" + text, "utf-8")
    options = listen.Options(cache=cache, force=True, jobs=2 if cache else 1, page=True)
    listen.make(str(source), "tone", folder / "story.mp3", options=options)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The narration before any change, in `again`, and what was kept of it, in `home`."""
    folder = tmp_path_factory.mktemp("made")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LISTEN_HOME", str(folder / "home"))
        files(folder / "again", BEFORE, cache=True)
    return folder


@pytest.fixture(autouse=True)
def made_before(made: Path, home: Path, tmp_path: Path) -> None:
    """Each test finds that narration made."""
    shutil.copytree(made / "home", home, dirs_exist_ok=True)
    shutil.copytree(made / "again", tmp_path / "again")


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_made_again_is_what_is_made_the_first_time(change: str, tmp_path: Path) -> None:
    after = CHANGES[change](BEFORE)
    again = files(tmp_path / "again", after, cache=True)
    assert again == files(tmp_path / "first", after, cache=False)


def test_of_what_changed_little_only_that_is_read_and_spoken_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    speak = words.speak
    monkeypatch.setattr(kept_words, "speak", lambda text, *rest: read.append(text) or speak(text, *rest))
    monkeypatch.setattr(workers._Renewing, "_new", lambda _: pytest.fail("no process is needed"))
    files(tmp_path / "again", CHANGES["a sentence changed"](BEFORE), cache=True)
    assert read == ["Paragraph 7 cost £7.50 on 3 May.", "Nobody read it."]


def test_what_changed_is_begun_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where it stands at the end; and of much that changed nothing is rendered in this process."""
    looked_up: list[str] = []
    rendered: list[tuple[str, int]] = []
    has, render = cache.DiskCache.has, passages.render

    def noted(passage: passages.Passage, at_once: int) -> Run:
        rendered.append((passage.utterances[0].text, len(looked_up)))
        return render(passage)

    monkeypatch.setattr(workers, "INLINE_CHARS", 500)  # the story is longer, so it may have processes
    monkeypatch.setattr(cache.DiskCache, "has", lambda kept, key: looked_up.append(key) or has(kept, key))
    monkeypatch.setattr(passages, "render", noted)
    monkeypatch.setattr(passages, "_beside", lambda entry, turn: _done(entry))
    files(tmp_path / "again", BEFORE.replace("by Dr Okafor, 13 times", "by Dr Okafor"), cache=True)
    assert rendered == [("Paragraph 13 cost £13.50 on 3 May.", 1)]
    monkeypatch.setattr(workers, "INLINE_CHARS", 100)
    monkeypatch.setattr(passages, "render", render)
    monkeypatch.setattr(passages, "_here", lambda entry, at_once=1: pytest.fail("processes do that"))
    files(tmp_path / "again", BEFORE.replace("by Dr Okafor", "aloud"), cache=True)


@pytest.mark.parametrize(("limit", "loaded"), [(500, 1), (100, 0)])
def test_a_voice_is_loaded_before_the_words_of_little_that_is_new_are_found(
    limit: int, loaded: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not for more than this process will speak, nor for nothing."""
    seen: list[str] = []
    speak = words.speak
    monkeypatch.setattr(workers, "INLINE_CHARS", limit)
    monkeypatch.setattr(passages, "load_beside", lambda voice: seen.append(voice.name))
    monkeypatch.setattr(passages, "_here", lambda entry, at_once=1: passages.render(entry.passage.ready()))
    monkeypatch.setattr(
        kept_words,
        "speak",
        lambda text, *rest: pytest.fail("first") if loaded and not seen else speak(text, *rest),
    )
    files(tmp_path / "again", BEFORE, cache=True)
    assert not seen
    edited = BEFORE.replace("by Dr Okafor", "aloud") if not loaded else CHANGES["a sentence changed"](BEFORE)
    files(tmp_path / "again", edited, cache=True)
    assert len(seen) == loaded


def _done(entry: passages._Entry) -> Future[workers.Returned[Run]]:
    """As `_beside`, before it returns."""
    future: Future[workers.Returned[Run]] = Future()
    future.set_result(workers.Returned(passages._here(entry)))
    return future


def test_an_error_beside_the_look_up_is_raised_where_the_sound_is_needed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:

    def broken(*_: object) -> None:
        raise listen.ListenError("the engine is gone")

    monkeypatch.setattr(passages, "render", broken)
    with pytest.raises(listen.ListenError, match="the engine is gone"):
        files(tmp_path / "again", CHANGES["a sentence changed"](BEFORE), cache=True)
