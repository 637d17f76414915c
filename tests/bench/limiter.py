"""What the limiter does to speech, and what it costs: a Markdown table on standard output.

    python tests/bench/limiter.py [TEXT_FILE]

Every voice is calibrated on one half of the text and judged on the other, passage by passage, as `listen
make` does it: gain, limiter, LAME. Columns:

- gain: what calibration found; down by: the most the limiter takes away;
- limited: share of the 20 ms frames whose level it changes by more than 0.1 dB;
- SDR: unlimited signal against the difference, after the best common gain. Much of that difference is a slow
  change of level; SDR 20 ms follows the level frame by frame, and what is left is distortion proper;
- clips: samples at or beyond full scale before encoding;
- MP3: loudness and true peak of the finished file as ffmpeg decodes and measures it;
- speed: seconds of audio per second of CPU, limiter and LAME at quality 3.
"""

from __future__ import annotations

import math
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path

import numpy as np

from listen.audio import CEILING_DB, calibrate_gain, limit, loudness, resample, trim, true_peak
from listen.mp3 import DELAY, Encoding, encode, info_frame, silent_frames

TEXT = """
The ferry left before dawn, and nobody on the quay said a word while it turned. By seven the fog had lifted.

"We had eleven minutes to decide," the harbour master said. "Nobody slept. Would you have?"

Prices rose by 3.4 per cent last year, faster than wages, and the gap is widest in the towns along the coast.

What happened next surprised even the people who had planned it: the council voted, twelve to nine, to wait.

She laughed, hard and suddenly, and put the letter down. "Fine," she said. "Then we shall do it ourselves!"

Two hundred miles further north the river freezes in November; the children cross it on their way to school.

Critics call the scheme a gamble. Its supporters point to the figures, which have improved for six months.

At noon the bells rang. Thousands of people, some of whom had walked all night, stood in the square and sang.
"""
PROFILES = ((None, 64), (44100, 96))  # rate (None: the voice's own) and kbit/s


def main() -> None:
    text = Path(sys.argv[1]).read_text("utf-8") if len(sys.argv) > 1 else TEXT
    passages = [part.strip() for part in re.split(r"\n\s*\n", text) if len(part.strip()) > 40]
    print(f"{platform.machine()}, Python {platform.python_version()}, numpy {version('numpy')}", end=", ")
    print(f"lameenc {version('lameenc')}; ceiling {CEILING_DB:g} dBTP\n")
    print(
        "| voice | Hz, kbit/s | gain | down by | limited | SDR | SDR 20 ms | clips | MP3 | limiter | LAME |"
    )
    print("|---|---|---|---|---|---|---|---|---|---|---|")
    for name, own_rate, speak in voices():
        spoken = [trim(speak(passage), own_rate)[0] for passage in passages]
        for rate, bitrate in PROFILES:
            runs = [resample(samples, own_rate, rate or own_rate) for samples in spoken]
            print("|", " | ".join((name, *judged(runs, Encoding(rate or own_rate, bitrate)))), "|")


def voices() -> Iterator[tuple[str, int, Callable[[str], np.ndarray]]]:
    from hibari import Hibari

    heart = Hibari()
    yield "hibari", 24000, lambda text: np.asarray(heart(text, seed=1), np.float32)
    if shutil.which("espeak-ng"):
        yield "espeak", 22050, espeak
    else:
        print("(espeak-ng is not installed)", file=sys.stderr)


def espeak(text: str) -> np.ndarray:
    wav = subprocess.run(["espeak-ng", "--stdout", "-v", "en-gb", text], capture_output=True, check=True)
    return np.frombuffer(wav.stdout[44:], "<i2").astype(np.float32) / np.float32(32768)


def judged(runs: list[np.ndarray], encoding: Encoding) -> Iterator[str]:
    rate, half = encoding.rate, len(runs) // 2
    gain = calibrate_gain(np.concatenate(runs[:half]), rate)
    loud = [(run * np.float32(10 ** (gain / 20))).astype(np.float32) for run in runs[half:]]
    seconds = sum(map(len, loud)) / rate
    begin = time.process_time()
    limited = [limit(run, rate) for run in loud]
    limiting = time.process_time() - begin
    begin = time.process_time()
    encoded = [encode(run, encoding) for run in limited]
    encoding_time = time.process_time() - begin
    before, after = np.concatenate(loud).astype(float), np.concatenate(limited).astype(float)
    overall, framewise, share = distortion(before, after, rate)
    yield f"{rate}, {encoding.bitrate}"
    yield f"{gain:+.1f} dB"
    yield f"{max(0.0, true_peak(np.concatenate(loud)) - CEILING_DB):.1f} dB"
    yield f"{share:.1%}"
    yield f"{overall:.1f} dB"
    yield f"{framewise:.1f} dB"
    yield str(int((np.abs(after) >= 1).sum()))
    yield (
        measured(encoded, encoding)
        or f"({loudness(after.astype(np.float32), rate):.1f} LUFS before encoding)"
    )
    yield f"{seconds / limiting:.0f} ×"
    yield f"{seconds / encoding_time:.0f} ×"


def distortion(before: np.ndarray, after: np.ndarray, rate: int) -> tuple[float, float, float]:
    """SDR with one gain, SDR with a gain for each 20 ms (both dB), share of frames whose level changed."""
    gain = (before @ after) / (before @ before)
    overall = 10 * math.log10((after @ after) / ((after - gain * before) ** 2).sum())
    size = rate // 50
    count = len(before) // size
    x, y = before[: count * size].reshape(count, size), after[: count * size].reshape(count, size)
    energy = (x * x).sum(axis=1)
    heard = energy > energy.max() * 1e-5
    x, y, energy = x[heard], y[heard], energy[heard]
    gains = (x * y).sum(axis=1) / energy
    rest = ((y - gains[:, None] * x) ** 2).sum()
    framewise = 10 * math.log10((y * y).sum() / rest) if rest else math.inf
    return overall, framewise, float((gains < 10 ** (-0.1 / 20)).mean())


def measured(encoded: list[tuple[bytes, int]], encoding: Encoding) -> str:
    """The joined file's loudness and true peak by ffmpeg; empty without ffmpeg."""
    if not shutil.which("ffmpeg"):
        return ""
    pause = encoding.rate // 2 // encoding.samples_per_frame
    body = b"".join(frames + silent_frames(pause, encoding) for frames, _ in encoded)
    count = sum(number + pause for _, number in encoded)
    head = info_frame(encoding, count, len(body), count * encoding.samples_per_frame - DELAY)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "speech.mp3"
        path.write_bytes(head + body)
        wanted = ["-filter_complex", "ebur128=peak=true:dualmono=true", "-f", "null", "-"]
        done = subprocess.run(["ffmpeg", "-nostats", "-i", path, *wanted], capture_output=True, check=True)
    summary = done.stderr.decode().rpartition("Summary:")[2]
    loud, peak = re.search(r"I:\s+(\S+) LUFS", summary), re.search(r"Peak:\s+(\S+) dBFS", summary)
    return f"{loud[1]} LUFS, {peak[1]} dBTP" if loud and peak else ""


if __name__ == "__main__":
    main()
