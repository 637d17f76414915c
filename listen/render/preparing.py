"""This module says what an engine is given to say: phonemes, or text with mark-up. No sample is needed for
that, and so no numpy.
"""

from __future__ import annotations

from listen import engines
from listen.model import SpokenWord, Utterance, Voice

PROBE = Utterance("probe", "one two", (SpokenWord("one", 0, 3), SpokenWord("two", 4, 7)))
"""What any engine can say that works at all."""


def prepared(utterance: Utterance, voice: Voice) -> str | None:
    """Return what the voice's engine is given; None for a sentence that it cannot say as it is.

    Raises the engine's error if it cannot say anything at all.
    """
    engine = engines.get(voice.engine)
    try:
        return engine.prepare(utterance, voice)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 as in `takes`
        engine.prepare(PROBE, voice)
        return None
