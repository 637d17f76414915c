"""Nothing lost: is what an engine returned the sentence it was given?

Four questions, none of which trusts the engine's word alone:

1. Is there sound, and as much of it as these phonemes take? The expected time comes from the text, through
   the voice's pace; silences longer than a stop consonant's don't count as sound.
2. Is there a hole? Silence where no punctuation asks for it, or where the engine itself says that a word is.
3. Is it a voice? Speech is voiced a few times a second; noise never is.
4. Is something said twice in place of something else? A copied passage correlates with itself.

Everything is computed from 10 ms levels and from the samples at about 4 kHz, so that it costs little.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

import numpy as np

from listen import engines
from listen.errors import LostSpeechError
from listen.model import OTHER_SCRIPTS, Clip, Pace, Utterance, Voice

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from listen.model import Samples

FRAME_MS = 10
LENIENT = Pace(base_ms=120, vowel_ms=75, consonant_ms=65, long_ms=35, clause_ms=110, spread=0.1)
"""For voices that were not calibrated: between the paces of those that were."""
_ORDINARY = re.compile(
    r"[^\W\d_]*[aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýœ][^\W\d_]*(?:['’][^\W\d_]+)?", re.IGNORECASE
)
"""A word of letters, one of them a Latin vowel: it cannot be silent."""
VOWELS = frozenset("AIOQWYaeiouyæɐɑɒɔəɚɛɜɝɞɘɪʊʌᵻᵊøœɶɵʉɨɤɯʏ")
LONG = frozenset("AIOQWYː")
MARKS = frozenset("ˈˌːˑʲʰʷˠˤ")
"""Letters to Unicode that are no sounds of their own."""

_QUIET_DB = -40.0
"""Below the clip's loud parts: no speech sound, or a very soft one."""
_DEAD_DB = -60.0
"""Below the clip's loud parts: nothing at all."""
_FLOOR_DB = -80.0
"""Below full scale: nothing, however soft the voice."""
_SILENT_DB = -50.0
"""A clip whose loud parts are below this says nothing."""
_CLOSURE_MS = 80
"""Silence inside speech up to this is part of a sound."""
_HOLE_MS, _PAUSE_MS = 550, 900
"""Longest silence at rate 1 without and with punctuation in the sentence."""
_LONG_WORDS = 40
"""A sentence of more words than this is spoken in pieces by some engines, with a pause wherever they cut it.
In such a place, and in the commas behind it, espeak's times of the words are off by the pause."""
_WORD_MS = 60
"""A word this long or longer has sound in a good part of its time."""
_LEAD_MS, _GAP_MS = 110, 330
"""Longest silence at rate 1 before the first sound of a word and between two of its sounds."""
_HISS_MS, _LEAST_HISS_MS = 330, 220
"""Longest hissing sound at rate 1, and at any rate: "six sixths" has 270 ms."""
_HISS_SHARE = 0.45
"""Largest share of hissing sound in a sentence of `_SEVERAL` words or more."""
_SEVERAL = 4
_UNVOICED_MS = 550
"""Longest stretch of sound without voice: creak and whisper at the end of a sentence."""
_VOICED = 0.45
"""Correlation at the pitch period from which a frame is voiced; noise reaches it once in a thousand."""
_VOICE_SIZE, _VOICE_LAGS = 256, 384
"""Samples of a frame in which voice is looked for, and with room for every lag that is tried."""
_TWICE = 0.4
"""Correlation of the whole with itself, shifted, from which part of it is a copy; only
"six sixths" gets near."""
_HINT = 0.2
"""The same below 1 kHz, from which the rest is looked at. Whole sentences reach 0.17, and it is never less
than two thirds of what it is with the rest, so that no copy is missed."""
_SHIFT_MS = 150
"""Copies nearer than this are a long vowel's periods."""
_LESS_MS, _MORE_MS = 90, 150
"""Error that any utterance may have, whatever its length: one word alone is often drawn out."""
_SPELT_MS = 90
"""What the name of a letter or a figure may take more than its sounds: hibari takes 60 to 80 in the alphabet,
in hashes and in addresses."""
_FEW_SOUNDS, _DRAWN_OUT_MS = 3, 400
"""An utterance of so few sounds ("Mm.", "Oh!") may be drawn out by so much."""
_COMPARED = 300
"""Words in which a written repetition is looked for."""
_DRAWN = re.compile(r"([^\W\d_])\1\1|^(?!.*[aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýœ])[a-z]{2,}$", re.IGNORECASE)
"""A word that is drawn out ("Ahhhh", "Brrrr") or has no Latin vowel ("Mm", "Psst"): it takes any time."""
_LONGEST_DRAWN = 20
"""Letters of the longest such word; a longer one is a name like Llanfairpwllgwyngyll."""
_UNKNOWN = re.compile(r"[^\W\d_\u0041-\u024f\u1e00-\u1eff]")
"""A letter that is not Latin. Voices spell such words, read them in their own language, or leave them out."""
_BREAK = re.compile(r"[^\s\w]")
"""Punctuation, at which a voice may pause."""
_SWITCH = re.compile(r"\([a-z]{2,3}(?:-[a-z0-9]+)*\)")
"""How espeak marks that it goes on in another language."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Says why a clip is not proven to be the whole of a sentence."""

    text: str
    """In a few words."""
    weight: float
    """How much of the sentence may be lost: `LEAST` to `ALL_LOST`; guessed, to choose among takes."""


LEAST, ALL_LOST = 0.05, 1.0


def lost(utterance: Utterance, voice: Voice, fault: str) -> LostSpeechError:
    """The error that names voice, sentence and fault, and says what to do."""
    return LostSpeechError(
        f"{voice.name} did not say {utterance.id} whole ({fault}): {_short(utterance.text)!r};"
        " try another --voice, or change the sentence with `listen script --json`"
    )


def examine(clip: Clip, utterance: Utterance, prepared: str, voice: Voice, rate: float = 1.0) -> Fault | None:
    """Return what is wrong with the clip, and how much of the sentence it may have cost; None when nothing
    is.
    """
    samples = clip.samples
    if not any(c.isalnum() for c in utterance.spoken):
        return None
    if fault := unusable(clip):
        return Fault(fault, ALL_LOST)
    levels = _levels(samples, clip.rate)
    top = _loud(levels)
    active = levels > max(top * _power(_QUIET_DB), _power(_FLOOR_DB))
    alive = levels > max(top * _power(_DEAD_DB), _power(_FLOOR_DB))
    sound, longest = _sound(active)
    step = max(1, clip.rate // 4000)
    low = _decimate(samples, step)
    checks: tuple[tuple[Callable[[], str], float | None], ...] = (
        (lambda: _amount(sound, utterance, prepared, voice, rate), None),
        (lambda: _hole(longest, utterance, rate), 0.3),
        (lambda: _words(clip, alive, utterance, voice, rate), 0.2),
        (lambda: _noise(clip, low, levels, active, len(utterance.words), rate), 0.9),
        (lambda: _repeat(low, clip.rate / step, utterance, voice), 0.5),
    )
    for find, weight in checks:
        if text := find():
            if weight is None:
                due = expected_ms(
                    sounds_of(prepared, utterance, voice), utterance, voice.pace or LENIENT, rate
                )
                weight = min(0.9, max(LEAST, abs(1 - sound / max(due, 1.0))))
            return Fault(text, weight)
    return None


def unusable(clip: Clip) -> str:
    """Return why nobody could hear anything in the clip; empty when somebody could."""
    if not len(clip.samples):
        return "no sound"
    if not np.isfinite(clip.samples).all():
        return "samples that are no numbers"
    return "silence" if _loud(_levels(clip.samples, clip.rate)) < _power(_SILENT_DB) else ""


def expected_ms(sounds: str, utterance: Utterance, pace: Pace, rate: float = 1.0) -> float:
    """Time of sound, without pauses, that these phonemes take at this pace."""
    letters = [c for c in sounds if c.isalpha() and c not in MARKS]
    vowels = sum(c in VOWELS for c in letters)
    clauses = sum(bool(re.search(r"[,;:—–)….!?]", word.after)) for word in utterance.words[:-1])
    time = (
        pace.base_ms
        + pace.vowel_ms * vowels
        + pace.consonant_ms * (len(letters) - vowels)
        + pace.long_ms * sum(c in LONG for c in sounds)
        + pace.clause_ms * clauses
    )
    return time / rate


def sound_ms(clip: Clip) -> int:
    """Time of sound in a clip, pauses left out: what `expected_ms` foresees."""
    levels = _levels(clip.samples, clip.rate)
    return _sound(levels > max(_loud(levels) * _power(_QUIET_DB), _power(_FLOOR_DB)))[0]


def sounds_of(prepared: str, utterance: Utterance, voice: Voice) -> str:
    """The phonemes that the utterance should take: the engine's own, or its letters."""
    return _SWITCH.sub("", engines.get(voice.engine).sounds(prepared, utterance, voice))


def _amount(sound: float, utterance: Utterance, prepared: str, voice: Voice, rate: float) -> str:
    """Return whether there is as much sound as there should be."""
    sounds = sounds_of(prepared, utterance, voice)
    free, letters = _free_letters(utterance, voice)
    phonemes = sum(c.isalpha() and c not in MARKS for c in sounds)
    if phonemes < 0.35 * (letters - free) - 2:
        return f"{phonemes} phonemes for {letters} letters"
    pace = voice.pace or LENIENT
    expected = expected_ms(sounds, utterance, pace, rate)
    loose = free / max(letters, 1)
    slack = max(0.25, 4 * pace.spread)
    hurry = min(
        0.35, max(0.0, 1.2 * (rate - 1))
    )  # hibari counts in 25 ms: up to rate 1.3 it hardly gets faster
    more = _MORE_MS + _SPELT_MS * _spelt(utterance)
    if phonemes <= _FEW_SOUNDS:
        more += _DRAWN_OUT_MS
    least = expected * (1 - slack) * (1 - loose) - _LESS_MS * max(1, 1 / rate)
    most = expected * (1 + slack + hurry + loose) + more * max(1, 1 / rate)
    if not least <= sound <= most:
        return f"{sound / 1000:.1f} s of sound where {expected / 1000:.1f} s are due"
    return ""


def _free_letters(utterance: Utterance, voice: Voice) -> tuple[int, int]:
    """Letters of words whose length no pace tells, and letters of all."""
    latin = voice.lang.split("-")[0] not in OTHER_SCRIPTS
    free = letters = 0
    for word in utterance.words:
        count = sum(c.isalpha() for c in word.text)
        letters += count
        if (count <= _LONGEST_DRAWN and _DRAWN.search(word.text)) or (
            latin and not word.ipa and _UNKNOWN.search(word.text)
        ):
            free += count
    return free, letters


def _spelt(utterance: Utterance) -> int:
    """Return how many of the words are names of letters or figures (as many words as characters that they
    stand for), or are said again and again ("ha ha ha"). Each is said by itself, slowly.
    """
    spans = Counter((word.start, word.end) for word in utterance.words)
    names = sum(count for (start, end), count in spans.items() if end - start <= count)
    names += sum(len(w.text) == 1 and w.end - w.start > 1 for w in utterance.words)
    said = [word.text.casefold() for word in utterance.words]
    return names + sum(a == b for a, b in pairwise(said))


def _hole(longest: float, utterance: Utterance, rate: float) -> str:
    """Return whether there is a longer silence inside than the sentence asks for."""
    breaks = any(_BREAK.search(w.after) for w in utterance.words[:-1]) or any(
        w.before.strip() for w in utterance.words[1:]
    )
    if longest * rate > (_PAUSE_MS if breaks or len(utterance.words) > _LONG_WORDS else _HOLE_MS):
        return f"{longest / 1000:.1f} s of silence inside"
    return ""


def _words(clip: Clip, alive: NDArray[np.bool_], utterance: Utterance, voice: Voice, rate: float) -> str:
    """Return whether the engine's own word times are complete, in order and full of sound."""
    if not clip.words:
        return "words without times" if engines.traits(voice.engine).word_times else ""
    if len(clip.words) != len(utterance.words):
        return f"times for {len(clip.words)} of {len(utterance.words)} words"
    frames = 1000 / (clip.rate * FRAME_MS)
    last = 0
    pause = False  # before this word
    cuts = len(utterance.words) // _LONG_WORDS
    for word, (start, end) in zip(utterance.words, clip.words, strict=True):
        if start < last or end < start or end > len(clip.samples):
            return f"the time of {word.text!r} lies outside the sound"
        last = start
        after_pause, pause = pause, bool(cuts) and bool(_BREAK.search(word.after))
        if (end - start) * 1000 < _WORD_MS * clip.rate or not _ORDINARY.fullmatch(word.text):
            continue
        here = slice(int(start * frames), int(end * frames) + 1)
        own = alive[here]
        if np.count_nonzero(own) < 0.1 * len(own):
            if cuts and len(own) * FRAME_MS * rate < _GAP_MS:
                cuts -= 1
                continue
            return f"{word.text!r} is silent"
        places = np.flatnonzero(own)
        whole = places[-1] - places[0] + 1 == len(places)
        gap = 0 if whole else int(np.diff(places).max()) - 1
        lead = places[0] * FRAME_MS * rate
        if cuts and _LEAD_MS < lead < _GAP_MS:
            cuts -= not after_pause
        elif lead > _LEAD_MS:
            return f"the beginning of {word.text!r} is silent"
        if gap * FRAME_MS * rate > _GAP_MS:
            return f"{gap * FRAME_MS} ms of silence inside {word.text!r}"
    return ""


def _noise(
    clip: Clip,
    low: Samples,
    levels: NDArray[np.float32],
    active: NDArray[np.bool_],
    count: int,
    speed: float,
) -> str:
    """Return whether the sound is a voice's: no more hiss than sibilants make, and voiced every so often."""
    samples, rate = clip.samples, clip.rate
    steps = np.zeros_like(samples)
    np.subtract(samples[1:], samples[:-1], out=steps[1:])
    steep = _levels(steps, rate)
    hiss = active & (steep > levels)
    longest = int(_runs(hiss).max(initial=0)) * FRAME_MS
    much = count >= _SEVERAL and np.count_nonzero(hiss) > _HISS_SHARE * np.count_nonzero(active)
    if much or longest > max(_LEAST_HISS_MS, _HISS_MS / speed):
        return f"{longest / 1000:.1f} s of noise"
    step = max(1, rate // 4000)
    pairs: NDArray[np.bool_] = active[: len(active) // 2 * 2].reshape(-1, 2)
    sounding = pairs[:, 0] & pairs[:, 1]
    hop = round(rate * 2 * FRAME_MS / 1000 / step)
    longest = _unvoiced(low, rate / step, hop, sounding) * 2 * FRAME_MS
    return f"{longest / 1000:.1f} s of sound without voice" if longest > _UNVOICED_MS else ""


def _repeat(low: Samples, rate: float, utterance: Utterance, voice: Voice) -> str:
    """Return whether a part of the sound is a copy of another part. No two words of a voice are, two tones
    are.
    """
    if engines.traits(voice.engine).steady:
        return ""
    # A copy is one in each band. So half the samples are looked at first: nearly all clips end there.
    for step, least in ((2, _HINT), (1, _TWICE)):
        if _copied(_decimate(low, step), round(_SHIFT_MS * rate / step / 1000)) <= least:
            return ""
    return "" if _written_twice(utterance) else "a passage is said twice"


def _written_twice(utterance: Utterance) -> bool:
    """Return whether half of the sentence, at least, is words that it has twice: then a copy is what was
    written.
    """
    words = [word.text.casefold() for word in utterance.words[:_COMPARED]]
    before = [0, *accumulate(map(len, words))]  # letters before each word
    for apart in range(1, len(words)):
        run = 0
        for n in range(apart, len(words)):
            run = min(run + 1, apart) if words[n] == words[n - apart] else 0
            if run and 4 * (before[n + 1] - before[n + 1 - run]) >= before[-1]:
                return True
    return False


def _unvoiced(low: Samples, rate: float, hop: int, sounding: NDArray[np.bool_]) -> int:
    """Longest stretch of sounding hops without voice; 0 where none is too long.

    A stretch that is too long takes in two neighbours of the hops at multiples of half its length, so those
    are looked at first, and the others only where two such neighbours have no voice.
    """
    apart = (_UNVOICED_MS // (2 * FRAME_MS) + 1) // 2
    probes = np.zeros(len(sounding), np.bool_)
    probes[::apart] = sounding[::apart]
    probes &= _long(sounding, 2 * apart)
    silent = (probes & ~_voiced(low, rate, hop, probes))[::apart]
    # What is too long reaches less than `apart` beyond the outermost of its probes.
    doubted = np.zeros(len(sounding), np.bool_)
    for probe in np.flatnonzero(silent[1:] & silent[:-1]).tolist():
        doubted[max(0, (probe - 1) * apart) : (probe + 2) * apart + 1] = True
    doubted &= sounding
    return int(_runs(doubted & ~_voiced(low, rate, hop, doubted)).max(initial=0))


def _long(flags: NDArray[np.bool_], least: int) -> NDArray[np.bool_]:
    """The flags that are in a run of `least` or more."""
    edges = np.flatnonzero(np.diff(flags, prepend=False, append=False))
    kept = np.zeros(len(flags), np.bool_)
    for start, end in edges.reshape(-1, 2).tolist():
        if end - start >= least:
            kept[start:end] = True
    return kept


def _voiced(low: Samples, rate: float, hop: int, wanted: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """For every wanted hop, whether the samples around repeat themselves at a pitch of 60 to 450 Hz."""
    voiced = np.zeros(len(wanted), np.bool_)
    where = np.flatnonzero(wanted)
    if not where.size:
        return voiced
    steep = np.diff(low, prepend=low[:1])
    padded = np.pad(steep, (_VOICE_SIZE // 2, _VOICE_SIZE // 2 + hop))
    frames = np.lib.stride_tricks.sliding_window_view(padded, _VOICE_SIZE)[::hop]
    where = where[where < len(frames)]
    window, own = _voice_window()
    spectrum = np.fft.rfft(frames[where] * window, _VOICE_LAGS, axis=1)
    again = np.fft.irfft(spectrum.real**2 + spectrum.imag**2, axis=1)
    first, last = int(rate / 450), int(rate / 60)
    best = (again[:, first:last] / own[first:last]).max(axis=1, initial=0.0)
    voiced[where] = best > _VOICED * again[:, 0] + 1e-12
    return voiced


@cache
def _voice_window() -> tuple[NDArray[np.float32], NDArray[np.float64]]:
    """A frame's window, and what it leaves of a steady tone's correlation at each lag."""
    window = np.hanning(_VOICE_SIZE)
    own = np.fft.irfft(np.abs(np.fft.rfft(window, _VOICE_LAGS)) ** 2)
    return window.astype(np.float32), own / own[0]


def _copied(low: Samples, shortest: int) -> float:
    """The largest correlation of the samples with themselves, `shortest` or more of them later."""
    size = _fast_length(2 * len(low))
    spectrum = np.fft.rfft(low, size)
    power = (spectrum.real**2 + spectrum.imag**2).astype(np.complex64)  # single precision is half the work
    again = np.fft.irfft(power, size)[: len(low)]
    return float(again[shortest:].max(initial=0.0) / max(float(again[0]), 1e-12))


def _fast_length(least: int) -> int:
    """The smallest 2^n, 3 × 2^n or 5 × 2^n that is no less: lengths that transforms are fast for."""
    return min(odd << max(0, (-(-least // odd) - 1).bit_length()) for odd in (1, 3, 5))


def _decimate(samples: Samples, step: int) -> Samples:
    """Means of `step` samples each."""
    count = len(samples) // step
    low = samples[: count * step : step].copy()
    for offset in range(1, step):
        low += samples[offset : count * step : step]
    return low / np.float32(step)


def _sound(active: NDArray[np.bool_]) -> tuple[int, int]:
    """Milliseconds of sound, and of the longest silence inside it."""
    places = np.flatnonzero(active)
    if not places.size:
        return 0, 0
    holes = _runs(~active[places[0] : places[-1] + 1]) * FRAME_MS
    whole = int(places[-1] + 1 - places[0]) * FRAME_MS
    return whole - int(holes[holes > _CLOSURE_MS].sum()), int(holes.max(initial=0))


def _loud(levels: NDArray[np.float32]) -> float:
    """Power that a twentieth of the frames exceed."""
    place = -1 - len(levels) // 20
    return float(np.partition(levels, place)[place])


def _levels(samples: Samples, rate: int) -> NDArray[np.float32]:
    """Mean power of every 10 ms; a clip shorter than that is one frame."""
    size = max(1, rate * FRAME_MS // 1000)
    count = max(1, len(samples) // size)
    frames = (
        np.resize(samples, (count, size))
        if len(samples) < size
        else samples[: count * size].reshape(-1, size)
    )
    return np.asarray(np.einsum("ij,ij->i", frames, frames) / np.float32(size))


def _runs(flags: NDArray[np.bool_]) -> NDArray[np.intp]:
    """Lengths of the runs of True."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], flags.astype(np.int8), [0]))))
    return edges[1::2] - edges[::2]


def _power(level_db: float) -> float:
    return float(10 ** (level_db / 10))


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
