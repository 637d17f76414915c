"""Real speech through the whole chain: calibrated on other words, levelled, encoded, measured by ffmpeg."""

from __future__ import annotations

import numpy as np
import pytest

from listen.audio import calibrate_gain, limit, resample, trim, true_peak
from listen.mp3 import DELAY, Encoding, Tag, encode, info_frame, silent_frames, tag

CALIBRATION = (
    "The ferry left before dawn, and nobody on the quay said a word while it turned. The fog had gone.",
    "Two hundred miles further north the river freezes in November, and the children cross it to school.",
    "Nobody slept, the harbour master said. Would you have? At noon all the bells rang, loudly and at once.",
)
STORY = (
    "What happened next surprised even the people who had planned it: the council voted to wait.",
    "She laughed, hard and suddenly, and put the letter down. Fine, she said. Then we shall do it ourselves!",
    "Critics call the scheme a gamble. Its supporters point to the figures, which have improved for months.",
    "Thousands of people, some of whom had walked all night, stood in the square and sang until it was dark.",
)


def hibari(text: str) -> np.ndarray:
    from hibari import Hibari

    return np.asarray(Hibari()(text, seed=1), np.float32)


@pytest.mark.slow
@pytest.mark.parametrize(("rate", "bitrate"), [(24000, 64), (44100, 96)])
def test_speech_is_at_sixteen_and_below_minus_one(rate, bitrate, ebur128, tmp_path):
    encoding = Encoding(rate, bitrate)
    pause = encoding.rate // 2 // encoding.samples_per_frame

    def prepared(text: str) -> np.ndarray:
        return resample(trim(hibari(text), 24000)[0], 24000, encoding.rate)

    gain = calibrate_gain(np.concatenate([prepared(text) for text in CALIBRATION]), encoding.rate)
    body, count = b"", 0
    for text in STORY:
        limited = limit(prepared(text) * np.float32(10 ** (gain / 20)), encoding.rate)
        assert np.abs(limited).max() < 0.95
        assert true_peak(limited) <= -1.9
        frames, number = encode(limited, encoding)
        body, count = body + frames + silent_frames(pause, encoding), count + number + pause
    length = count * encoding.samples_per_frame - DELAY
    path = tmp_path / "story.mp3"
    path.write_bytes(tag(Tag("Story"), [], 0) + info_frame(encoding, count, len(body), length) + body)
    loud, peak = ebur128(path)
    assert loud == pytest.approx(-16, abs=0.5)
    assert peak <= -1
