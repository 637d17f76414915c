"""A sentence that fails its check is said again, in parts, by another voice, or doubted and told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

import listen
from listen import engines
from listen.casting import catalog
from listen.casting.cast import spare
from listen.engines import tone
from listen.errors import EngineError, LostSpeechError
from listen.model import Clip, Utterance, Voice
from listen.render import passages, preparing, takes
from listen.storage.cache import DiskCache
from tests.engines.utterances import utterance
from tests.render.test_render import ENCODING, Kept

TONE = catalog.load("tone")
SPARE = replace(TONE, name="spare", engine="spare")
SENTENCE = "One two three four, five six seven eight."

Synthesize = Callable[[str, Utterance, Voice, float], Clip]
Prepare = Callable[[Utterance, Voice], str]


class Engines:
    """`engines.get` with a "tone" that fails as the test says, and a "spare" that does not."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.synthesize: Synthesize = tone.synthesize
        self.prepare: Prepare = tone.prepare

    def __call__(self, name: str) -> SimpleNamespace:
        whole = {member: getattr(tone, member) for member in dir(tone) if not member.startswith("__")}
        whole["TRAITS"] = replace(tone.TRAITS, repeatable=False)  # as one that draws lots
        if name == "spare":
            return SimpleNamespace(**whole)
        return SimpleNamespace(**{**whole, "synthesize": self._synthesize, "prepare": self._prepare})

    def _synthesize(self, given: str, said: Utterance, voice: Voice, rate: float = 1.0) -> Clip:
        self.asked.append(given)
        return self.synthesize(given, said, voice, rate)

    def _prepare(self, said: Utterance, voice: Voice) -> str:
        return self.prepare(said, voice)


@pytest.fixture
def faulty(monkeypatch: pytest.MonkeyPatch) -> Engines:
    made = Engines()
    monkeypatch.setattr(engines, "get", made)
    return made


def half(given: str, said: Utterance, voice: Voice, rate: float) -> Clip:
    clip = tone.synthesize(given, said, voice, rate)
    return Clip(clip.samples[: len(clip.samples) // 3], clip.rate, clip.words)


def only(least_words: int) -> Synthesize:
    """Loses most of what has so many words or more."""
    return lambda given, said, voice, rate: (half if len(said.words) >= least_words else tone.synthesize)(
        given, said, voice, rate
    )


def best(said: Utterance, helper: Voice | None = SPARE, rate: float = 1.0) -> takes.Take:
    return takes.best(said, preparing.prepared(said, TONE), TONE, helper, rate)


def test_what_passes_is_spoken_once(faulty: Engines) -> None:
    said = utterance(SENTENCE)
    take = best(said)
    assert (take.doubt, take.voice, len(faulty.asked)) == ("", TONE, 1)
    assert np.array_equal(take.clip.samples, tone.synthesize(tone.prepare(said, TONE), said, TONE).samples)


def test_a_second_try_may_do(faulty: Engines) -> None:
    def lucky(given: str, said: Utterance, voice: Voice, rate: float) -> Clip:
        return (half if len(faulty.asked) == 1 else tone.synthesize)(given, said, voice, rate)

    faulty.synthesize = lucky
    take = best(utterance(SENTENCE))
    assert (take.doubt, len(faulty.asked)) == ("", 2)


def test_a_sentence_is_said_in_parts(faulty: Engines) -> None:
    faulty.synthesize = only(5)
    take = best(utterance(SENTENCE))
    assert (take.doubt, take.voice) == ("", TONE)
    assert faulty.asked[-2:] == ["One two three four", "five six seven eight"]
    spans = take.clip.words
    assert len(spans) == 8
    assert all(a <= b <= c for (a, b), (c, _) in pairwise(spans))
    pause = takes.CLAUSE_PAUSE_MS * TONE.rate // 1000
    assert spans[4][0] - spans[3][1] == pause


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One two three.", 1),
        ("One two three four five six seven.", 1),
        ("One two three four five six seven eight.", 2),
        ("One, two three four five, six seven eight nine.", 2),
        ("One two three four: five six seven eight; nine ten eleven twelve.", 3),
    ],
)
def test_parts_are_clauses_or_halves(text: str, parts: int) -> None:
    said = utterance(text)
    cut = takes._parts(said)
    assert len(cut) == parts
    assert tuple(word for part in cut for word in part.words) == said.words


def test_another_voice_helps_out(faulty: Engines) -> None:
    faulty.synthesize = half
    take = best(utterance(SENTENCE))
    assert (take.doubt, take.voice) == ("", SPARE)


def test_the_least_doubtful_take_is_kept(faulty: Engines) -> None:
    def worse_as_a_whole(given: str, said: Utterance, voice: Voice, rate: float) -> Clip:
        clip = tone.synthesize(given, said, voice, rate)
        return Clip(clip.samples[: len(clip.samples) // (5 if len(said.words) > 4 else 2)], clip.rate)

    faulty.synthesize = worse_as_a_whole
    take = best(utterance(SENTENCE), helper=None)
    assert "s of sound where" in take.doubt
    assert take.voice == TONE
    assert len(take.clip.samples) > len(tone.synthesize(SENTENCE, utterance(SENTENCE), TONE).samples) / 3


def test_a_word_without_sound_is_folded_or_left_out_and_told(faulty: Engines) -> None:
    def prepare(said: Utterance, voice: Voice) -> str:
        if any("ǅ" in word.text or "♥" in word.text for word in said.words):
            raise EngineError("cannot say it")
        return tone.prepare(said, voice)

    faulty.prepare = prepare
    folded = best(utterance("One ǅ three."))
    assert folded.doubt == ""
    assert len(folded.clip.words) == 3
    said = utterance("One two three.")
    said = replace(said, words=(said.words[0], replace(said.words[1], text="♥"), said.words[2]))
    take = best(said, helper=None)
    assert take.doubt == "tone has no sound for '♥'"
    (_, end), gone, (start, _) = take.clip.words
    assert gone == (end, end)
    assert start > end
    assert best(said).voice == SPARE  # who says all of it


def test_what_nobody_can_say_is_silent_and_told(faulty: Engines) -> None:
    def prepare(said: Utterance, voice: Voice) -> str:
        if said.id != "probe":
            raise EngineError("cannot say it")
        return tone.prepare(said, voice)

    faulty.prepare = prepare
    take = best(utterance("One two."), helper=None)
    assert take.doubt == "not said: tone has no sound for 'One', 'two'"
    assert len(take.clip.samples) == TONE.rate * takes.UNSAID_MS // 1000
    work = passages.Passage((utterance("One two."),), (TONE,), ("",), 1.0, ENCODING)
    run = passages.render(work.ready())
    assert run.length == TONE.rate * takes.UNSAID_MS // 1000
    assert run.spans[0].doubt == take.doubt


@pytest.mark.parametrize("error", [EngineError("no luck"), ValueError("a bug of the engine's")])
def test_an_engine_that_stumbles_over_a_sentence_is_helped(faulty: Engines, error: Exception) -> None:
    def stumble(given: str, said: Utterance, voice: Voice, rate: float) -> Clip:
        if said.id != "probe":
            raise error
        return tone.synthesize(given, said, voice, rate)

    faulty.synthesize = stumble
    assert best(utterance(SENTENCE)).voice == SPARE
    doubt = best(utterance(SENTENCE), helper=None).doubt
    assert doubt.startswith("not said: ")
    assert str(error) in doubt


def test_an_engine_that_does_not_work_at_all_is_an_error(faulty: Engines) -> None:
    def broken(*_: object) -> Clip:
        raise EngineError("not installed: pip install it")

    faulty.synthesize = broken
    with pytest.raises(EngineError, match="pip install it"):
        best(utterance(SENTENCE))
    faulty.prepare = broken  # type: ignore[assignment]
    with pytest.raises(EngineError, match="pip install it"):
        preparing.prepared(utterance(SENTENCE), TONE)


def test_doubts_survive_the_cache_and_strict_refuses_them(faulty: Engines, tmp_path: Path) -> None:
    faulty.synthesize = half
    said = utterance("One two three.")
    work = [passages.Passage((said,), (TONE,), ("",), 1.0, ENCODING)]
    for cache in (Kept(), DiskCache(tmp_path)):
        ((_, made),) = passages.render_all(work, None, cache)
        assert made.spans[0].doubt
        before = len(faulty.asked)
        ((_, kept),) = passages.render_all(work, None, cache)
        assert (kept, len(faulty.asked)) == (made, before)
        with pytest.raises(LostSpeechError, match=r"tone did not say s1 whole \(.*\): 'One two three.'"):
            list(passages.render_all(work, None, cache, strict=True))


def test_who_helped_out_survives_the_cache(faulty: Engines, tmp_path: Path) -> None:
    faulty.synthesize = half
    work = [passages.Passage((utterance("One two."),), (TONE,), ("",), 1.0, ENCODING, spares=(SPARE,))]
    cache = DiskCache(tmp_path)
    ((_, made),) = passages.render_all(work, None, cache, strict=True)
    assert (made.spans[0].voice, made.spans[0].doubt) == ("spare", "")
    assert next(iter(passages.render_all(work, None, cache)))[1] == made


@pytest.mark.parametrize(
    ("voice", "lang", "name"),
    [
        ("heart", "en-US", "espeak-en-us"),
        ("heart", "en-GB", "espeak-en-gb"),
        ("espeak-en-gb", "en-GB", "heart"),
        ("heart", "de", "espeak-de"),
        ("espeak-de", "de", None),
    ],
)
def test_who_helps_whom(voice: str, lang: str, name: str | None) -> None:
    found = spare(voice, lang)
    assert (found.name if found else None) == name


def test_an_episode_says_what_is_unproven(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    made = Engines()
    made.synthesize = only(3)
    real = engines.get
    monkeypatch.setattr(engines, "get", lambda name: made(name) if name == "tone" else real(name))
    monkeypatch.setattr("listen.casting.cast.spare", lambda voice, lang: None)
    blocks = (listen.Block("paragraph", "One two. One two three."), listen.Block("paragraph", "One."))
    article = listen.Article("Two words", "en", blocks)
    told: list[str] = []
    out = tmp_path / "x.mp3"
    episode = listen.make(article, "tone", out, options=listen.Options(jobs=1, cache=False), note=told.append)
    assert [bool(cue.unproven) for cue in episode.cues] == [False, False, True, False]
    assert episode.notes == tuple(told)
    assert len(told) == 1
    assert told[0].startswith("s3 is unproven (")
    assert told[0].endswith("): “One two three.”")
    assert listen.from_json(listen.Episode, listen.to_json(episode)) == episode
    words = (tmp_path / "x.words.json").read_text("utf-8")
    assert '"notes": [' in words
    assert '"unproven":"' in words
    assert "Note: s3 is unproven" in (tmp_path / "x.vtt").read_text("utf-8")
    from listen.cli.show import closing_line

    assert closing_line(episode).endswith("x.mp3 · 1 sentence unproven")
    strict = listen.Options(jobs=1, cache=False, strict=True, force=True)
    with pytest.raises(LostSpeechError, match="did not say s3 whole"):
        listen.make(article, "tone", out, options=strict)
