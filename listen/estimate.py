"""This module says what a narration will be and take, without making it.

The words are counted. How long they sound and how fast they are made is measured on a few passages from all
over the text, spoken and encoded as `make` would do it, and thrown away.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

from listen import engines, mp3, reading
from listen.casting import calibration
from listen.casting import cast as casting
from listen.options import Options
from listen.render import passages, workers
from listen.stitch import clock
from listen.storage import cache

SAMPLES = 4
"""Passages that are spoken to measure length and speed."""
USUAL_MS = 65.0
"""Sound of a character, for voices elsewhere, which nobody wants to pay for a trial."""
TAG_BYTES = 2000
"""What tag and chapters take, roughly."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """Holds what to expect."""

    title: str
    voice: str
    words: int
    """Spoken words."""
    audio_ms: int
    size: int
    """Bytes of the MP3."""
    seconds: float
    """Until it is made, on this machine."""
    jobs: int
    """Processes that were counted on."""
    cpu_s: float
    """CPU seconds of reading and rendering, once the voice is loaded, if nothing is in the cache."""
    cached: float
    """Share of the text that is in the cache already and takes no time, 0–1."""
    cost_usd: float | None = 0.0
    """What a server elsewhere takes for it, US dollars; None where its price is not in the settings."""


def estimate(source: reading.Given, voice: str | None = None, options: Options | None = None) -> Estimate:
    """Return what `pipeline.make` would make of the same. Raises a ListenError as that would."""
    options = options or Options()
    begin, begin_cpu = time.perf_counter(), time.process_time()
    script = reading.story(source, options)[0]
    script, cast = casting.cast(script, voice, options.engine, options.quote_voice)
    lexicon = reading.own_lexicon(options)
    away = [voice for voice in cast.by_name.values() if not engines.traits(voice.engine).local]
    cast = (
        cast
        if away
        else calibration.calibrated(
            cast, lambda: reading.spoken(script.utterances, lexicon, options.keep), options.rate
        )
    )
    encoding = mp3.Encoding.of(options.profile, cast.main.rate, options.bitrate)
    kept = cache.of_runs()
    total = sum(len(u.text) for u in script.utterances)
    words = chars = cached = pauses_ms = 0
    sampled: list[passages.Passage] = []
    said = reading.spoken(script.utterances, lexicon, options.keep)
    for passage in passages.of(said, cast, options.rate, encoding, options.bed is not None):
        words += sum(len(u.words) for u in passage.utterances)
        size = _chars(passage)
        chars += size
        pauses_ms += passage.utterances[-1].pause_ms
        if options.cache and kept.has(passage.key):
            cached += size
        if chars * SAMPLES >= total * (len(sampled) + 0.5) and len(sampled) < SAMPLES:
            sampled.append(passage)
    read_s, read_cpu_s = time.perf_counter() - begin, time.process_time() - begin_cpu
    load_s, ms_each, s_each = (0.0, USUAL_MS, 0.0) if away else _measured(sampled, encoding)
    prices = [engines.get(voice.engine).price(voice) for voice in away]
    jobs = 1 if total < workers.INLINE_CHARS else workers.allowed(options.jobs, cast.concurrency)
    audio_ms = round(clock.LEAD_MS + chars * ms_each + pauses_ms)
    return Estimate(
        title=script.title,
        voice=cast.main.name,
        words=words,
        audio_ms=audio_ms,
        size=audio_ms * encoding.bitrate // 8 + TAG_BYTES,
        seconds=read_s + (load_s if cached < chars else 0) + (chars - cached) * s_each / jobs,
        jobs=jobs,
        cpu_s=read_cpu_s + chars * s_each,
        cached=cached / max(chars, 1),
        cost_usd=None if None in prices else max(filter(None, prices), default=0.0) * (chars - cached) / 1e6,
    )


def _measured(sampled: list[passages.Passage], encoding: mp3.Encoding) -> tuple[float, float, float]:
    """Seconds to load the voice, milliseconds of sound and CPU seconds of work for each character."""
    begin = time.perf_counter()
    passages.render(sampled[0].ready())
    once = time.perf_counter() - begin
    begin_cpu = time.process_time()
    runs = [passages.render(passage.ready()) for passage in sampled]
    spent = time.process_time() - begin_cpu
    chars = sum(map(_chars, sampled))
    length = sum(run.length for run in runs)
    load = max(0.0, once - spent / len(sampled))
    return load, length * 1000 / encoding.rate / chars, spent / chars


def _chars(passage: passages.Passage) -> int:
    return sum(len(u.text) for u in passage.utterances)
