"""The tone engine, with words that make trouble: what a bad article, or a bad machine, does to a worker."""

from __future__ import annotations

import os
import signal
import time
from dataclasses import replace
from pathlib import Path

import numpy as np

from listen.engines import tone
from listen.engines.contract import Traits, free, nothing_to_load
from listen.model import Clip, Pace, Utterance, Voice

TRAITS = Traits("faulty", "Apache-2.0", word_times=True, steady=True)
load, price = nothing_to_load, free
prepare, sounds = tone.prepare, tone.sounds


def voices() -> tuple[Voice, ...]:
    pace = Pace(0, 50.3, 19.5, 0, 5.3, 0.013)
    return (Voice("faulty", "faulty", "faulty", "und", 24000, "CC0-1.0", "a tone", 5.89, pace),)


def version(voice: Voice) -> str:
    return "faulty 1"


def missing() -> str | None:
    return None


def synthesize(prepared: str, utterance: Utterance, voice: Voice, rate: float = 1.0) -> Clip:
    words = prepared.lower().split()
    if "suicide" in words:
        os.kill(os.getpid(), signal.SIGKILL)
    if "murder" in words:  # the worker itself, not only its process
        os.kill(os.getppid(), signal.SIGKILL)
        time.sleep(60)
    if "hang" in words:
        time.sleep(600)
    if "devour" in words:
        held = [np.empty(1 << 28, np.uint8) for _ in range(64)]  # asked for, and never touched
        del held
    if "slowly" in words:
        time.sleep(float(os.environ.get("FAULTY_SLOW_S", "0.3")))
    if "ambush" in words:  # kills its worker the first two times
        mark = Path(os.environ["FAULTY_MARKS"])
        done = len(list(mark.iterdir()))
        if done < 2:
            (mark / str(done)).touch()
            os.kill(os.getppid(), signal.SIGKILL)
            time.sleep(60)
    return tone.synthesize(prepared, utterance, replace(voice, engine="tone"), rate)
