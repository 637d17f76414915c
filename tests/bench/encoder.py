"""Which encoder setting: quality and bit rate against cost, bytes and what is heard. Prints a Markdown table.

    python tests/bench/encoder.py [VOICE …] [--qualities 3,5,7] [--bitrates 56,64,80,96] [--rates 44100]

Needs the packages pesq and pystoi (and scipy, which they bring). Each voice says a text of some hundred
words, sentence by sentence, with its silences; it is levelled and limited as `listen make` does it, encoded,
and decoded again.

- CPU: milliseconds of the encoder for a second of audio, the least of three;
- bytes: against 64 kbit/s;
- PESQ: wide band (ITU-T P.862.2, to 8 kHz) of the decoded file against the limiter's output;
- STOI: intelligibility, 0 to 1;
- LSD: mean log-spectral distance in dB over all frames that sound, up to the voice's own highest frequency,
  and above 8 kHz alone, where PESQ hears nothing. Less is better.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from dataclasses import replace
from importlib.metadata import version

import numpy as np
import pesq
import pystoi
from scipy.signal import resample_poly

from listen import audio, engines, reading
from listen.casting import catalog
from listen.model import Article, Block
from listen.mp3 import DELAY, Encoding, encode
from listen.mp3.decoders import find
from listen.options import Options

TEXT = """
The ferry left before dawn, and nobody on the quay said a word while it turned. By seven the fog had lifted.

"We had eleven minutes to decide," the harbour master said. "Nobody slept. Would you have?"

What happened next surprised even the people who had planned it: the council voted, twelve to nine, to wait.

She laughed, hard and suddenly, and put the letter down. "Fine," she said. "Then we shall do it ourselves!"

Two hundred miles further north the river freezes in November; the children cross it on their way to school.

Six ships, six captains, and a city that hisses with steam: just such a scene, she says, catches the ear.
"""
PAUSE_MS = 450
QUALITIES, BITRATES, RATES = (3, 5, 7), (56, 64, 80, 96, 112, 128), (0, 44_100)


def spoken(name: str) -> tuple[np.ndarray, int]:
    """What the limiter gives for the text in this voice, with pauses, and its sample rate."""
    voice = catalog.load(name)
    engine = engines.get(voice.engine)
    blocks = tuple(Block("paragraph", part.strip()) for part in TEXT.strip().split("\n\n"))
    script = reading.written(Article("Encoder", voice.lang, blocks), Options(chapters="none"))
    pieces, rate = [], voice.rate
    for utterance in reading.spoken(script.utterances, None):
        clip = engine.synthesize(engine.prepare(utterance, voice), utterance, voice)
        rate = clip.rate
        pieces += [audio.trim(clip.samples, rate)[0], np.zeros(PAUSE_MS * rate // 1000, np.float32)]
    samples = np.concatenate(pieces)
    gain = voice.gain_db if voice.gain_db is not None else audio.calibrate_gain(samples, rate)
    return audio.limit(samples * np.float32(10 ** (gain / 20)), rate), rate


def judged(samples: np.ndarray, own: int, encoding: Encoding) -> Iterator[str]:
    """The columns of one row."""
    limited = (
        samples
        if own == encoding.rate
        else audio.limit(audio.resample(samples, own, encoding.rate), encoding.rate)
    )
    spent = []
    for _ in range(3):
        begin = time.process_time()
        frames, _count = encode(limited, encoding)
        spent.append(time.process_time() - begin)
    yield f"{min(spent) * 1e6 * encoding.rate / len(limited) / 1000:.2f}"
    yield f"{encoding.bitrate / 64:.2f}"
    heard = find()(frames)[DELAY:][: len(limited)]
    limited = limited[: len(heard)]
    ours, theirs = (resample_poly(x, 16_000, encoding.rate) for x in (limited, heard))
    yield f"{pesq.pesq(16_000, ours, theirs, 'wb'):.2f}"
    yield f"{pystoi.stoi(ours, theirs, 16_000):.4f}"
    yield f"{distance(limited, heard, encoding.rate, 0, own / 2):.2f}"
    yield f"{distance(limited, heard, encoding.rate, 8_000, own / 2):.2f}"


def distance(one: np.ndarray, other: np.ndarray, rate: int, low: float, high: float) -> float:
    """Mean log-spectral distance of two signals between two frequencies, dB."""
    size = 2048 if rate > 30_000 else 1024
    window = np.hanning(size)
    powers = []
    for x in (one, other):
        starts = range(0, len(x) - size, size // 2)
        powers.append(np.abs(np.fft.rfft([x[s : s + size] * window for s in starts])) ** 2)
    loud = powers[0].sum(axis=1) > powers[0].sum(axis=1).max() * 1e-4
    bins = (np.fft.rfftfreq(size, 1 / rate) >= low) & (np.fft.rfftfreq(size, 1 / rate) <= high)
    floor = powers[0].max() * 1e-8  # 80 dB below the loudest: what lies there is not heard
    a, b = (10 * np.log10(p[loud][:, bins] + floor) for p in powers)
    return float(np.sqrt(((a - b) ** 2).mean(axis=1)).mean())


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("voices", nargs="*", default=["heart", "espeak-en-gb"])
    for name, usual in (("qualities", QUALITIES), ("bitrates", BITRATES), ("rates", RATES)):
        parser.add_argument(
            f"--{name}", default=",".join(map(str, usual)), help="apart by commas; rate 0: the voice's own"
        )
    given = parser.parse_args()
    qualities, bitrates, rates = (
        [int(x) for x in getattr(given, name).split(",")] for name in ("qualities", "bitrates", "rates")
    )
    print(f"lameenc {version('lameenc')}, pesq {version('pesq')}, pystoi {version('pystoi')}\n")
    print("| voice | Hz | kbit/s | quality | CPU ms/s | bytes | PESQ | STOI | LSD | LSD > 8 kHz |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|")
    for name in given.voices:
        samples, own = spoken(name)
        for rate in rates:
            for bitrate in bitrates:
                if bitrate not in Encoding.bitrates(rate or own):
                    continue
                for quality in qualities:
                    encoding = replace(Encoding(rate or own, bitrate), quality=quality)
                    row = (
                        name,
                        str(encoding.rate),
                        str(bitrate),
                        str(quality),
                        *judged(samples, own, encoding),
                    )
                    print("|", " | ".join(row), "|", flush=True)


if __name__ == "__main__":
    main()
