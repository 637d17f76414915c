"""A voice tried: the sentence that it is heard with, and how it does on this computer."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from listen import reading
from listen.casting import catalog, choosing
from listen.errors import EngineError, VoiceError
from listen.model import Voice
from listen.options import Options
from listen.render import process_memory

SENTENCES = {
    "en": "The ferry left at nine, and nobody on the quay said a word until it had gone.",
    "de": "Die Fähre legte um neun ab, und am Kai sagte niemand ein Wort, bis sie fort war.",
    "fr": "Le bac est parti à neuf heures, et personne sur le quai n'a rien dit.",
    "es": "El barco salió a las nueve, y nadie en el muelle dijo nada hasta que se fue.",
    "it": "Il traghetto è partito alle nove, e sul molo nessuno ha detto una parola.",
    "pt": "A balsa saiu às nove, e ninguém no cais disse nada até ela sumir.",
    "hi": "नाव नौ बजे निकली, और घाट पर किसी ने कुछ नहीं कहा।",
    "nl": "De veerboot vertrok om negen uur, en niemand op de kade zei een woord.",
    "pl": "Prom odpłynął o dziewiątej i nikt na nabrzeżu nie powiedział ani słowa.",
    "sv": "Färjan gick klockan nio, och ingen på kajen sade ett ord.",
    "ru": "Паром отошёл в девять, и никто на причале не сказал ни слова.",
    "uk": "Пором відійшов о дев'ятій, і ніхто на причалі не сказав ні слова.",
    "cs": "Trajekt vyplul v devět a nikdo na molu neřekl ani slovo.",
    "el": "Το πλοίο έφυγε στις εννιά και κανείς στην αποβάθρα δεν είπε λέξη.",
    "fi": "Lautta lähti yhdeksältä, eikä kukaan laiturilla sanonut sanaakaan.",
}
HEAD = (
    "| voice | audio s per CPU s | first sound s | memory MB | most while speaking MB | loudness LUFS |\n"
    "|---|---|---|---|---|---|"
)
CODE = """
import sys, time
start = time.perf_counter()
from listen import audio, engines, speech
from listen.casting import catalog
from listen.errors import AudioError
from listen.model import Utterance
from listen.render import process_memory
import numpy as np
process_memory.give_back()
voice = catalog.load(sys.argv[1])
engine = engines.get(voice.engine)
said = Utterance("s1", sys.argv[2], speech.speak(sys.argv[2], sys.argv[3]), lang=sys.argv[3])
prepared = engine.prepare(said, voice)
clips, spent = [], []
engine.load(voice)
try:
    open("/proc/self/clear_refs", "w").write("5")  # the most so far, anew: loading is over
except OSError:
    pass
for _ in range(3):
    begin = time.process_time()
    clips.append(engine.synthesize(prepared, said, voice))
    spent.append(time.process_time() - begin)
    if len(clips) == 1:
        first = time.perf_counter() - start
clip = clips[0]
sound = audio.trim(clip.samples, clip.rate)[0]
gain = voice.gain_db
if gain is None:
    try:
        gain = audio.calibrate_gain(sound, clip.rate)
    except AudioError:
        gain = 0.0
sound = sound * np.float32(10 ** (gain / 20))
level = audio.loudness(audio.limit(sound, clip.rate, audio.CEILING_DB), clip.rate)
try:
    lines = open("/proc/self/smaps_rollup").readlines()
    memory = next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1000
    lines = open("/proc/self/status").readlines()
    most = next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")) / 1000
except OSError:
    memory = most = float("nan")
print(len(clip.samples) / clip.rate / max(min(spent), 1e-6), first, memory, most, level)
"""
"""The sentence is said three times; the fastest counts."""
MIDDLE = (6, 30)
"""Words of a sentence that shows a voice well."""


def sentence(voice: Voice, source: str | None) -> tuple[str, str]:
    """The text and its language. Raises VoiceError where no source is named and none is kept here."""
    if source is not None:
        script, _ = reading.story(source, Options())
        said = [u for u in script.utterances if u.kind == "paragraph"] or list(script.utterances)
        fitting = [u for u in said if MIDDLE[0] <= len(u.text.split()) <= MIDDLE[1]]
        chosen = (fitting or said)[0]
        return chosen.text, chosen.lang
    primary = "en" if voice.lang == "und" else choosing.primary(voice.lang)
    if primary not in SENTENCES:
        raise VoiceError(f"give a source in {voice.lang} for {voice.name} to say a sentence of")
    return SENTENCES[primary], "en-GB" if voice.lang == "und" else voice.lang


def usual() -> Sequence[str]:
    """The voices that can speak now, but for espeak-ng's: these are all alike."""
    return [
        e.voice.name for e in catalog.all_entries() if e.installed and e.voice.engine not in choosing.ROBOTS
    ]


@dataclass(frozen=True, slots=True)
class Measured:
    """This module tries how a voice does on this computer."""

    name: str
    speed: float
    """Seconds of sound that a second of one core makes."""
    first_s: float
    """From the program's start to the first sentence, s."""
    memory_mb: float
    """Of the process that speaks; not a number where the system does not say."""
    most_mb: float
    """The most that it had while it spoke."""
    loudness: float
    """LUFS, with the gain that a narration gives the voice: its own, or one found on what it says."""

    def line(self) -> str:
        """One row of the table."""
        return (
            f"| {self.name} | {self.speed:.1f} | {self.first_s:.1f} | {self.memory_mb:.0f}"
            f" | {self.most_mb:.0f} | {self.loudness:.1f} |"
        )


def measured(name: str, text: str | None = None) -> Measured:
    """A voice measured in a process of its own, by its usual sentence or a text of its language. Raises
    VoiceError when it is not installed, EngineError when it cannot speak."""
    voice = catalog.asked_for(name)
    usual_text, lang = sentence(voice, None)
    text = text or usual_text
    done = subprocess.run(
        [sys.executable, "-c", CODE, name, text, lang],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **process_memory.large_pages()},
    )
    if done.returncode:
        reason = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise EngineError(f"{name} cannot speak: {re.sub(r'^listen[.]errors[.][A-Za-z]+: ', '', reason)}")
    return Measured(name, *map(float, done.stdout.split()))
