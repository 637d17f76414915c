"""What the writer set between two words is heard as a pause, with every voice that tells its words' times."""

from __future__ import annotations

import pytest

from listen import engines, reading
from listen.casting import cast as casting
from listen.options import Options
from listen.play import say

PLAIN = "The vote was close and the minister left"
MARKED = {
    "comma": "The vote was close, and the minister left",
    "dash": "The vote was close — and the minister left",
    "spaced hyphen": "The vote was close - and the minister left",
    "two hyphens": "The vote was close -- and the minister left",
    "colon": "The vote was close: and the minister left",
    "semicolon": "The vote was close; and the minister left",
    "ellipsis": "The vote was close … and the minister left",
    "three dots": "The vote was close... and the minister left",
    "bracket": "The vote was close (and the minister left)",
}
LONGER_MS = {"espeak-en-gb": 45, "heart": 25}
"""The least that any of them adds: for hibari one unit of its clock."""


def gap_ms(text: str, voice: str) -> float:
    """Silence between "close" and "and"."""
    script, cast = casting.cast(say._script(text, "en-GB", Options()), voice, None, None)
    (utterance,) = reading.spoken(script.utterances, None)
    engine = engines.get(cast.main.engine)
    clip = engine.synthesize(engine.prepare(utterance, cast.main), utterance, cast.main)
    at = [word.text for word in utterance.words].index("and")
    return (clip.words[at][0] - clip.words[at - 1][1]) / clip.rate * 1000


@pytest.mark.parametrize("voice", ["espeak-en-gb", pytest.param("heart", marks=pytest.mark.slow)])
def test_every_mark_is_a_pause(voice: str) -> None:
    plain = gap_ms(PLAIN, voice)
    longer = {name: gap_ms(text, voice) - plain for name, text in MARKED.items()}
    assert {name: ms for name, ms in longer.items() if ms < LONGER_MS[voice]} == {}
    assert longer["dash"] >= longer["comma"]


def test_a_word_in_quotes_has_its_own_time() -> None:
    """espeak tells where it begins, but not how long it is."""
    assert gap_ms("The vote was “close” and the minister left", "espeak-en-gb") < 200
