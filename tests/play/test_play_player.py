"""What sounds, exact to the sample, through a fake output."""

from __future__ import annotations

import numpy as np
import pytest

from listen.errors import AudioError
from listen.play.player import FASTEST, SLOWEST, SPEEDS, Player, faster, slower
from tests.play.outputs_fake import FakeOutput, FakeSound

RATE = 24_000


def ramp(start: int, count: int) -> np.ndarray:
    return np.arange(start, start + count, dtype=np.float32) / np.float32(1e6)


def test_it_plays_every_sample_once_and_says_where_it_is() -> None:
    output = FakeOutput()
    player = Player(FakeSound(10_000), output)
    player.play()
    output.advance(4801)
    assert player.position_ms == 200
    assert not player.ended
    output.advance(20_000)
    np.testing.assert_array_equal(output.sound, ramp(0, 10_000))
    assert player.ended
    assert player.position_ms == player.length_ms == 416


def test_the_position_is_what_is_heard_not_what_was_given() -> None:
    output = FakeOutput(latency=2400)
    player = Player(FakeSound(RATE), output)
    player.play()
    output.advance(2400)
    assert player.position_ms == 0
    output.advance(2400)
    assert player.position_ms == 100


def test_pause_and_play_lose_and_repeat_nothing() -> None:
    output = FakeOutput()
    player = Player(FakeSound(RATE), output)
    player.play()
    output.advance(5000)
    player.pause()
    player.pause()
    assert not player.playing
    assert player.position_ms == 5000 * 1000 // RATE
    player.play()
    player.play()
    output.advance(5000)
    np.testing.assert_array_equal(output.sound, ramp(0, 10_000))
    assert output.starts == 2


@pytest.mark.parametrize("rate", [24_000, 44_100, 22_050])
@pytest.mark.parametrize("ms", [0, 1, 333, 5301, 9999])
def test_seeking_is_exact(rate: int, ms: int) -> None:
    output = FakeOutput()
    player = Player(FakeSound(10 * rate, rate), output)
    player.seek(ms)
    assert not player.playing
    assert player.position_ms == ms
    player.play()
    output.advance(100)
    assert output.sound[0] == ramp(-(-ms * rate // 1000), 1)[0]
    player.seek(ms + 0.0)
    assert player.playing


def test_seeking_stays_inside() -> None:
    player = Player(FakeSound(RATE), FakeOutput())
    player.seek(-500)
    assert player.position_ms == 0
    player.seek(5000)
    assert player.position_ms == 1000
    assert player.ended
    player.play()  # from the beginning again
    assert player.position_ms == 0


@pytest.mark.parametrize("speed", [0.5, 0.8, 1.5, 2.0, 4.0])
def test_the_position_runs_with_the_speed(speed: float) -> None:
    output = FakeOutput()
    player = Player(FakeSound(10 * RATE), output)
    player.set_speed(speed)
    player.play()
    output.advance(RATE)
    assert abs(player.position_ms - 1000 * speed) <= 1
    output.advance(30 * RATE)
    assert player.ended
    assert len(output.sound) == round(10 * RATE / speed)


def test_a_new_speed_goes_on_where_it_is() -> None:
    output = FakeOutput()
    player = Player(FakeSound(10 * RATE), output)
    player.play()
    output.advance(RATE)
    player.set_speed(2)
    assert player.playing
    assert player.position_ms == 1000
    output.advance(RATE)
    assert player.position_ms == 3000
    player.set_speed(9)
    assert player.speed == FASTEST
    player.set_speed(0.1)
    assert player.speed == SLOWEST


def test_speeds_step_up_and_down_and_end() -> None:
    up = [SLOWEST]
    while up[-1] < FASTEST:
        up.append(faster(up[-1]))
    assert tuple(up) == SPEEDS
    assert [slower(s) for s in up[1:]] == up[:-1]
    assert faster(FASTEST) == FASTEST
    assert slower(SLOWEST) == SLOWEST


@pytest.mark.parametrize("speed", [1.0, 1.5])
def test_it_waits_for_a_narration_that_is_not_so_far_and_goes_on(speed: float) -> None:
    output, sound = FakeOutput(), FakeSound(RATE, whole=False)
    player = Player(sound, output)
    player.set_speed(speed)
    player.play()
    output.advance(3 * RATE)
    first = player.position_ms
    assert first > 900
    assert not player.ended
    sound.samples = 2 * RATE
    output.advance(3 * RATE)
    assert player.position_ms > 1900
    sound.whole = True
    output.advance(RATE)
    assert player.ended
    assert len(output.sound) == round(2 * RATE / speed)


@pytest.mark.parametrize("speed", [1.25, 1.5, 2.0, 2.5, 3.0, 4.0])
def test_it_ends_at_any_speed_wherever_it_began(speed: float) -> None:
    for start in range(12):  # the length at another speed is rounded: it must not end a sample early
        output = FakeOutput()
        player = Player(FakeSound(2400), output)
        player.set_speed(speed)
        player.seek((start + 0.5) * 1000 / RATE)
        player.play()
        output.advance(RATE)
        assert player.ended, start


@pytest.mark.parametrize("speed", [0.5, 1.0, 1.5, 4.0])
def test_waiting_is_known(speed: float) -> None:
    output, sound = FakeOutput(), FakeSound(RATE, whole=False)
    player = Player(sound, output)
    player.set_speed(speed)
    player.play()
    assert not player.waiting
    output.advance(2 * RATE)
    assert player.waiting
    sound.whole = True
    assert not player.waiting


def test_a_device_that_goes_away_leaves_the_position() -> None:
    class Gone(FakeOutput):
        gone = False

        def heard(self) -> int:
            if self.gone:
                raise AudioError("gone")
            return super().heard()

    output = Gone()
    player = Player(FakeSound(RATE), output)
    player.play()
    output.advance(4800)
    assert player.position_ms == 200
    output.gone = True
    with pytest.raises(AudioError):
        _ = player.position_ms
    assert player.position_ms == 200
    assert not player.playing
