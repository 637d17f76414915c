"""What speaking and encoding alone cost: the limit that `listen make` is held against. One process, one line.

    python tests/bench/bare.py TEXT_FILE ENGINE [package]

Counts the CPU time of the engine (text to phonemes, phonemes to samples) and of LAME, passage by passage, and
of nothing else: no cleaning, trimming, levelling, checking, caching or joining, no start-up. With hibari and
`package`, phonemes become samples twice: as its own package does it (`package`), and as our signal processing
does (`speaking`), which gives the same samples for less. Prints JSON.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable

import numpy as np

from listen import audio, engines, mp3, reading
from listen.casting import cast as casting
from listen.engines.hibari import LONGEST
from listen.engines.phoneme_groups import JOIN, split
from listen.model import Clip, Utterance, Voice
from listen.options import Options
from listen.render import passages
from listen.sources import fetch

Speak = Callable[[str, Utterance, Voice], Clip]


def own_hibari() -> Speak:
    """Speaking with hibari's package as it is."""
    from hibari import Hibari

    voice_of_its_own = Hibari()

    def speak(prepared: str, utterance: Utterance, voice: Voice) -> Clip:
        groups = split(prepared.split(" "), LONGEST)
        texts = (" ".join(part).replace(JOIN, " ") for part in groups)
        parts = [voice_of_its_own.from_phonemes(text, seed=1) for text in texts]
        return Clip(np.concatenate(parts), voice_of_its_own.sample_rate)

    return speak


def main() -> None:
    source, name, *also = sys.argv[1:]
    options = Options(engine=None if name == "hibari" else name)
    script = reading.worded(reading.story(fetch.fetch(source), options)[0], options)
    script, cast = casting.cast(script, None, options.engine, None)
    engine, voice, encoding = (
        engines.get(name),
        cast.main,
        mp3.Encoding.of(options.profile, cast.main.rate, options.bitrate),
    )
    gain = np.float32(10 ** ((voice.gain_db or 0) / 20))
    speak: Speak = engine.synthesize
    other = own_hibari() if also == ["package"] else None
    speak(engine.prepare(script.utterances[0], voice), script.utterances[0], voice)  # loads it
    speaking = encoding_s = package = 0.0
    samples_s = 0.0
    for group in passages.groups(script.utterances):
        begin = time.process_time()
        prepared = [engine.prepare(u, voice) for u in group]
        phonemes = time.process_time() - begin
        begin = time.process_time()
        clips = [speak(ready, u, voice) for ready, u in zip(prepared, group, strict=True)]
        speaking += phonemes + time.process_time() - begin
        if other is not None:
            begin = time.process_time()
            for ready, u in zip(prepared, group, strict=True):
                other(ready, u, voice)
            package += phonemes + time.process_time() - begin
        pieces = []
        for clip, utterance in zip(clips, group, strict=True):
            pieces.append(audio.trim(clip.samples, clip.rate)[0] * gain)
            pieces.append(np.zeros(utterance.pause_ms * encoding.rate // 1000, np.float32))
        samples = audio.limit(np.concatenate(pieces[:-1]), encoding.rate, audio.CEILING_DB)
        begin = time.process_time()
        mp3.encode(samples, encoding)
        encoding_s += time.process_time() - begin
        samples_s += len(samples) / encoding.rate
    spent = {"speaking": speaking, "package": package or speaking, "encoding": encoding_s, "audio": samples_s}
    print(json.dumps(spent))


if __name__ == "__main__":
    main()
