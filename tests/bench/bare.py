"""What speaking and encoding alone cost: the limit that `listen make` is held against. One process, one line.

    python tests/bench/bare.py TEXT_FILE ENGINE

Counts the CPU time of the engine (text to phonemes, phonemes to samples) and of LAME, passage by passage, and
of nothing else: no cleaning, trimming, levelling, checking, caching or joining, no start-up. Prints JSON.
"""

from __future__ import annotations

import json
import sys
import time

import numpy as np

from listen import audio, casting, engines, fetch, mp3, pipeline, render
from listen.options import Options


def main() -> None:
    source, name = sys.argv[1:]
    options = Options(engine=None if name == "hibari" else name)
    script = pipeline.script_of(fetch.fetch(source), options)
    script, cast = casting.cast(script, None, options.engine, None)
    engine, voice, encoding = engines.get(name), cast.main, pipeline.encoding_of(cast, options)
    gain = np.float32(10 ** (voice.gain_db / 20))
    engine.synthesize(engine.prepare(script.utterances[0], voice), script.utterances[0], voice)  # loads it
    speaking = encoding_s = 0.0
    samples_s = 0.0
    for group in render.passages(script.utterances):
        begin = time.process_time()
        clips = [engine.synthesize(engine.prepare(u, voice), u, voice) for u in group]
        speaking += time.process_time() - begin
        pieces = []
        for clip, utterance in zip(clips, group, strict=True):
            pieces.append(audio.trim(clip.samples, clip.rate)[0] * gain)
            pieces.append(np.zeros(utterance.pause_ms * encoding.rate // 1000, np.float32))
        samples = audio.limit(np.concatenate(pieces[:-1]), encoding.rate, audio.CEILING_DB)
        begin = time.process_time()
        mp3.encode(samples, encoding)
        encoding_s += time.process_time() - begin
        samples_s += len(samples) / encoding.rate
    print(json.dumps({"speaking": speaking, "encoding": encoding_s, "audio": samples_s}))


if __name__ == "__main__":
    main()
