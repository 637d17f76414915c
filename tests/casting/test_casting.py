from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from listen.casting import cast as casting
from listen.errors import EngineError, VoiceError
from listen.model import Script, Utterance
from listen.render import workers

SCRIPT = Script(
    "T",
    "en-GB",
    (
        Utterance("s1", "T", (), kind="title", lang="en-GB"),
        Utterance("s2", "Said.", (), kind="quote", lang="en-GB"),
        Utterance("s3", "Guten Tag.", (), lang="de"),
    ),
)


def test_the_language_chooses_the_voice() -> None:
    _, cast = casting.cast(SCRIPT, None, None, None)
    assert cast.main.name == "heart"
    _, cast = casting.cast(replace(SCRIPT, lang="fr"), None, None, None)
    assert (cast.main.engine, cast.main.lang) == ("espeak", "fr-FR")


def test_a_foreign_passage_gets_a_voice_of_its_language_unless_the_user_chose_one() -> None:
    script, cast = casting.cast(SCRIPT, None, None, None)
    assert [u.voice for u in script.utterances] == ["", "", "espeak-de"]
    assert [cast.voice_of(u).name for u in script.utterances] == ["heart", "heart", "espeak-de"]
    script, cast = casting.cast(SCRIPT, "tone", None, None)
    assert list(cast.by_name) == ["tone"]


def test_quotes_may_have_a_voice_of_their_own() -> None:
    script, cast = casting.cast(SCRIPT, "heart", None, "espeak-en-us")
    assert [cast.voice_of(u).name for u in script.utterances] == ["heart", "espeak-en-us", "heart"]


def test_a_voice_in_an_edited_script_is_kept() -> None:
    utterances = (replace(SCRIPT.utterances[0], voice="tone"), *SCRIPT.utterances[1:])
    script, _ = casting.cast(replace(SCRIPT, utterances=utterances), "heart", None, None)
    assert script.utterances[0].voice == "tone"


def test_a_voice_of_another_language_is_noted() -> None:
    _, cast = casting.cast(replace(SCRIPT, lang="de"), "heart", None, None)
    assert cast.notes == ("the article is in de, the voice heart speaks en-US",)


def test_voice_and_engine_must_agree() -> None:
    with pytest.raises(VoiceError, match="heart is spoken by hibari, not espeak: leave out --engine"):
        casting.cast(SCRIPT, "heart", "espeak", None)
    with pytest.raises(VoiceError, match="no voice 'nobody'"):
        casting.cast(SCRIPT, "nobody", None, None)


def test_where_one_alone_may_speak_no_executor_is_used() -> None:
    """`--engine system` once ran three children at once, which breaks the computer's own voices."""
    with workers.pool(None, 3, 100_000, limit=1) as processes:
        assert processes is None
    with ThreadPoolExecutor(2) as threads, workers.pool(threads, 3, 100_000, limit=1) as processes:
        assert processes is None
    assert [workers.allowed(4, limit) for limit in (0, 1, 3, 9)] == [4, 1, 3, 4]


def test_a_better_voice_is_told_with_how_to_get_it() -> None:
    _, cast = casting.cast(SCRIPT, None, None, None)
    assert cast.notes == (
        "heart (en-US) reads this en-GB article; bf_emma (en-GB) suits it better:"
        " listen voices install bf_emma (93 MB)",
    )
    _, cast = casting.cast(replace(SCRIPT, lang="en-US"), None, None, None)
    assert cast.notes == ()
    _, cast = casting.cast(replace(SCRIPT, lang="de"), None, None, None)
    assert "espeak-de (de) reads this de article; de_DE-" in cast.notes[0]
    _, cast = casting.cast(SCRIPT, "heart", None, None)  # whoever chose has chosen
    assert cast.notes == ()


def test_a_voice_that_is_not_installed_is_said_before_any_work() -> None:
    with pytest.raises(
        VoiceError, match=r"^bm_george is not installed: listen voices install bm_george \(93 MB\)"
    ):
        casting.cast(SCRIPT, "bm_george", None, None)
    with pytest.raises(
        VoiceError, match="no voice of engine 'kokoro' speaks 'en-GB': listen voices install bf_emma"
    ):
        casting.cast(SCRIPT, None, "kokoro", None)


def test_an_engine_that_is_not_there_is_the_reason() -> None:
    with pytest.raises(EngineError, match=r"no engine .kokora.: choose one of .*kokoro"):
        casting.cast(SCRIPT, None, "kokora", None)
