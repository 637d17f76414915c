"""What stands behind the seam to the sound device."""

from __future__ import annotations

import os
import stat
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from listen.errors import AudioError
from listen.play import outputs
from listen.play.outputs.device import Device, Take
from listen.play.outputs.program import Kind, Program
from listen.play.outputs.silent import Silent
from tests.patience import until
from tests.play.outputs_fake import FakeSound


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def puller(sound: FakeSound) -> outputs.Pull:
    at = 0

    def pull(count: int) -> np.ndarray:
        nonlocal at
        got = sound.read(at, count)
        at += len(got)
        return got

    return pull


def test_silence_keeps_time() -> None:
    clock = Clock()
    output = Silent(clock)
    output.start(1000, puller(FakeSound(5000)))
    assert output.heard() == 0
    clock.now += 1.5
    assert output.heard() == 1500
    clock.now += 1
    assert output.stop() == 2500
    clock.now += 1
    assert output.heard() == 2500
    output.start(1000, puller(FakeSound(50)))
    clock.now += 1
    assert output.heard() == 50
    output.close()


def test_time_in_which_there_is_nothing_does_not_count() -> None:
    clock, sound = Clock(), FakeSound(1000)
    output = Silent(clock)
    output.start(1000, puller(sound))
    clock.now += 5
    assert output.heard() == 1000
    sound.samples = 9000
    clock.now += 1
    assert output.heard() == 2000


def test_the_device_counts_what_left_its_buffer_not_its_silence() -> None:
    take = Take(puller(FakeSound(1000)))
    assert take.heard(10**6) == 0
    assert len(take.next(720, frame=5000)) == 720
    assert [take.heard(frame) for frame in (0, 5000, 5001, 5500, 9000)] == [0, 0, 1, 500, 720]
    assert len(take.next(720, frame=5720)) == 280
    assert len(take.next(720, frame=6440)) == 0  # silence
    assert take.heard(5730) == 730
    assert take.heard(5700) == 730  # never back
    assert take.heard(10**6) == 1000


def test_a_device_that_does_not_start_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    class MiniaudioError(Exception):
        pass

    class Held:
        running = False

        def __init__(self, **settings: object) -> None:
            pass

        def start(self, feed: object) -> None:
            raise MiniaudioError("failed to start audio device", -3)

        def close(self) -> None:
            pass

    fake = SimpleNamespace(
        MiniaudioError=MiniaudioError,
        PlaybackDevice=Held,
        Backend=(),
        SampleFormat=SimpleNamespace(FLOAT32=5),
    )
    monkeypatch.setitem(sys.modules, "miniaudio", fake)
    device = Device()
    with pytest.raises(AudioError, match="does not start: another program may hold it"):
        device.start(24_000, puller(FakeSound(100)))
    device.close()


@pytest.fixture
def player(tmp_path: Path) -> str:
    """A program that plays in real time what it reads, at 8 kHz, and says how far it is."""
    if sys.platform == "win32":
        pytest.skip("a script with a first line that names its interpreter")
    path = tmp_path / "player"
    path.write_text(
        f"#!{sys.executable}\nimport os, sys, time\n"
        "begun, played = time.monotonic(), 0\n"
        "while data := os.read(0, 160):\n"
        "    played += len(data) // 2\n"
        "    time.sleep(max(begun + played / 8000 - time.monotonic(), 0))\n"
        "    sys.stderr.write(f'\\rat {played / 8000:.3f} s'); sys.stderr.flush()\n"
    )
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def speed(output: outputs.Output) -> float:
    """Samples a second that are heard, measured for half a second."""
    begun, heard = time.monotonic(), [output.heard()]
    while (passed := time.monotonic() - begun) < 0.5:
        heard.append(output.heard())
        time.sleep(0.005)
    assert heard == sorted(heard)
    return (heard[-1] - heard[0]) / passed


@pytest.mark.parametrize(
    "kind", [Kind("", r"at (\d+\.\d+) s"), Kind("", buffer_ms=20)], ids=["says", "says not"]
)
def test_a_program_plays_and_is_followed(player: str, kind: Kind) -> None:
    output = Program(kind, player)
    output.start(8000, puller(FakeSound(80_000)))
    until(output.heard)
    # A machine may halt for a moment; a wrong speed is wrong each time.
    assert any(0.7 * 8000 < speed(output) < 1.3 * 8000 for _ in range(5))
    heard = output.heard()
    assert output.stop() >= heard
    output.start(8000, puller(FakeSound(800)))  # a short one is heard to its end
    until(lambda: output.heard() >= 800)
    assert output.heard() == 800
    output.close()


def test_ctrl_c_does_not_reach_the_program(player: str) -> None:
    output = Program(Kind("", buffer_ms=20), player)
    output.start(8000, puller(FakeSound(80_000)))
    assert output._run
    assert os.getpgid(output._run._process.pid) != os.getpgid(0)
    output.close()


def test_sound_that_cannot_be_read_is_no_silence_without_end(player: str) -> None:
    def pull(count: int) -> np.ndarray:
        raise ValueError("closed")

    output = Program(Kind("", buffer_ms=20), player)
    output.start(8000, pull)
    with pytest.raises(AudioError, match="the sound cannot be read any more: closed"):
        until(lambda: output.heard() < 0)
    output.close()


def test_a_program_that_cannot_play_is_said_in_its_own_words(tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("a shell script")
    path = tmp_path / "player"
    path.write_text("#!/bin/sh\necho 'trying' >&2\necho 'no device: refused' >&2\nexit 1\n")
    path.chmod(0o755)
    output = Program(Kind(""), str(path))
    output.start(8000, puller(FakeSound(80_000)))
    with pytest.raises(AudioError, match="player cannot play: no device: refused"):
        until(lambda: output.heard() < 0)
    output.close()


def test_each_output_can_be_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(Device, "installed", staticmethod(lambda: False))
    assert outputs.find("silent").name == "silent"
    with pytest.raises(AudioError, match="nothing that plays sound is installed: pip install miniaudio"):
        outputs.find()
    with pytest.raises(AudioError, match="aplay is not installed"):
        outputs.find("aplay")
    for name in ("ffplay", "aplay"):
        (tmp_path / name).write_text("#!/bin/sh\n")
        (tmp_path / name).chmod(0o755)
    if os.name != "nt":
        assert outputs.find().name == str(tmp_path / "aplay")
        assert outputs.find("ffplay").name == str(tmp_path / "ffplay")


def test_the_command_knows_every_output() -> None:
    import click

    from listen.cli.choices import through_option

    command = click.command()(through_option(lambda through: None))
    (option,) = command.params
    assert isinstance(option.type, click.Choice)
    assert list(option.type.choices) == outputs.names()
