"""Measure voices: the gain that brings each to the target loudness, and its pace.

usage: python tests/bench/calibrate.py VOICE…            print what was measured
       python tests/bench/calibrate.py VOICE… --write    and put it into voices/VOICE.toml
       python tests/bench/calibrate.py --espeak --write  all of espeak's voices anew, into voices/espeak.toml
       python tests/bench/calibrate.py --family kokoro [--lang es] [--missing] [--write]
                                                         the installed voices of a family (--missing: those
                                                         that have no gain yet), into their lines

English, German and French voices are measured on the sentences of their seeds/, others on calibration.tsv.
A language that has neither gets the pace of all that have and no gain: the program then measures the
voice on the first sentences that it has to say.
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from listen import engines, segment
from listen.audio import calibrate_gain, loudness, trim
from listen.casting import catalog
from listen.model import Clip, Pace, SpokenWord, Utterance, Voice
from listen.render.expected import expected_ms, sounds_of
from listen.render.heard import sound_ms

if TYPE_CHECKING:
    from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ("en", "de", "fr")
"""Languages whose seeds are long enough to calibrate by."""
FAREWELL_MS = 500
"""Silence between sentences while loudness is measured, as in an episode."""
CRASHING = {"esx/kl"}
"""Voices with which espeak-ng 1.52 crashes, here on numbers."""
TAGS = {
    "ca-ba": "ca-ES-x-balear",
    "ca-nw": "ca-ES-x-nwcat",
    "ca-va": "ca-ES-valencia",
    "ru-cl": "ru-x-classic",
    "ru-lv": "ru-LV",
    "en-gb-scotland": "en-GB-x-scotland",
    "en-us-nyc": "en-US-x-nyc",
    "piqd": "tlh-Piqd",
    "chr-US-Qaaa-x-west": "chr",
}
"""espeak's language codes that are no BCP 47."""


def utterance(text: str, lang: str) -> Utterance:
    """A sentence without a speech stage: words are runs of visible characters."""
    words = []
    for match in re.finditer(r"\S+", text):
        inner = re.search(r"\w(?:.*\w)?", match.group())
        if inner:
            start = match.start() + inner.start()
            after = match.group()[inner.end() :] + " "
            before = match.group()[: inner.start()]
            words.append(SpokenWord(inner.group(), start, start + len(inner.group()), before, after))
    return Utterance("s1", text, tuple(words), lang=lang)


def sentences(lang: str) -> list[str]:
    """The calibration text of a language, digits left out: how they are read is the speech stage's affair."""
    primary = lang.split("-")[0].lower()
    found: list[str] = []
    if primary in SEEDS:
        for path in sorted((ROOT / "seeds").glob("*/sentences.json")):
            lang = json.loads(path.with_name("clean.json").read_text("utf-8"))["lang"]
            if lang.startswith(primary) and not path.parent.name.endswith("-text"):
                found += [s for block in json.loads(path.read_text("utf-8")) for s in block]
    else:
        rows = (Path(__file__).parent / "calibration.tsv").read_text("utf-8").splitlines()
        found = [
            r.split("\t")[1] for r in rows if r.split("\t")[0] in (lang.lower(), primary, f"{primary}-br")
        ]
        judged = [
            r.split("\t") for r in (Path(__file__).parent / "paragraphs.tsv").read_text("utf-8").splitlines()
        ]
        for row in judged:
            if row[0].split("-")[0] == primary:
                found += [row[1][a:b] for a, b in segment.sentence_spans(row[1], primary)]
    return [s for s in found if not re.search(r"\d|[=_()]", s)][:120]


def speak(voice: Voice, texts: list[str]) -> list[tuple[Utterance, str, Clip]]:
    """Every text spoken, with what was prepared for it."""
    engine = engines.get(voice.engine)
    made = []
    for text in texts:
        said = utterance(text, voice.lang)
        prepared = engine.prepare(said, voice)
        made.append((said, prepared, engine.synthesize(prepared, said, voice)))
    return made


def gain(made: list[tuple[Utterance, str, Clip]]) -> tuple[float, float]:
    """Gain, dB, and the spread of loudness, LU, between passages of about 20 s."""
    parts: list[NDArray[np.float32]] = []
    rate = made[0][2].rate
    for _, _, clip in made:
        parts += [trim(clip.samples, rate)[0], np.zeros(rate * FAREWELL_MS // 1000, np.float32)]
    whole = np.concatenate(parts)
    passages = [whole[at : at + 20 * rate] for at in range(0, len(whole) - 15 * rate, 20 * rate)]
    spread = statistics.pstdev([loudness(p, rate) for p in passages]) if len(passages) > 1 else 0.0
    return calibrate_gain(whole, rate), spread


def pace(everything: list[tuple[Voice, list[tuple[Utterance, str, Clip]]]]) -> Pace:
    """Least squares of the relative error over all sentences of all the voices, no time negative."""
    names = ("base_ms", "vowel_ms", "consonant_ms", "long_ms", "clause_ms")
    unit = dict.fromkeys((*names, "spread"), 0.0)
    rows = []
    times = []
    for voice, (said, prepared, clip) in ((voice, one) for voice, made in everything for one in made):
        sounds = sounds_of(prepared, said, voice)
        rows.append([expected_ms(sounds, said, Pace(**(unit | {name: 1.0}))) for name in names])
        times.append(max(1.0, sound_ms(clip)))
    matrix, measured = np.array(rows), np.array(times)
    weight = 1 / np.maximum(measured, 300)
    free = list(range(len(names)))
    while True:
        found = np.linalg.lstsq(matrix[:, free] * weight[:, None], measured * weight, rcond=None)[0]
        if (found >= 0).all():
            break
        free.pop(int(np.argmin(found)))
    values = dict.fromkeys(names, 0.0) | {names[i]: float(v) for i, v in zip(free, found, strict=True)}
    spread = float((measured / (matrix[:, free] @ found)).std())
    return Pace(**{k: round(v, 1) for k, v in values.items()}, spread=round(spread, 3))


def inline(found: Pace) -> str:
    """The pace as an inline table."""
    return "{ " + ", ".join(f"{key} = {value:g}" for key, value in asdict(found).items()) + " }"


def one(name: str, write: bool) -> None:
    """Measure a voice that has its own file."""
    voice = catalog.load(name)
    made = speak(voice, sentences(voice.lang if voice.lang != "und" else "en"))
    gain_db, passages = gain(made)
    found = pace([(voice, made)])
    print(f"| {name} | {len(made)} | {gain_db:+.2f} dB | {passages:.2f} LU | {inline(found)} |")
    path = ROOT / "voices" / f"{name}.toml"
    if write:
        kept = [x for x in path.read_text("utf-8").splitlines() if not x.startswith(("gain_db", "pace"))]
        # What stands below the first empty line belongs to the files that the voice needs.
        place = next((n for n, line in enumerate(kept) if not line), len(kept))
        kept[place:place] = [f"gain_db = {gain_db:.2f}", f"pace = {inline(found)}"]
        path.write_text("\n".join([*kept, ""]), "utf-8")


FAMILY_SENTENCES = 12
"""Sentences of each voice of a family, about 45 s: its level needs no more, and its pace is the family's,
stretched."""


def family(name: str, lang: str, write: bool, missing: bool = False) -> None:
    """Measure the installed voices of `voices/NAME.toml`: a level for each, and a pace; with `missing` those
    alone that have none yet. What was measured of a language is written before the next one begins.

    Twelve sentences don't hold five times apart. So the times are fitted to all voices of a language, and
    each voice gets them stretched by how long it takes for its own sentences.
    """
    by_lang: dict[str, list[Voice]] = {}
    for entry in catalog.all_entries():
        voice = entry.voice
        if voice.engine == name and entry.installed and not (missing and voice.gain_db is not None):
            by_lang.setdefault(voice.lang.split("-")[0], []).append(voice)
    for primary, voices in by_lang.items():
        if lang in ("", primary):
            language(ROOT / "voices" / f"{name}.toml", voices, write)


def language(path: Path, voices: list[Voice], write: bool) -> None:
    """Measure the voices of one language."""
    everything = []
    for voice in voices:
        texts = sorted(sentences(voice.lang), key=len)
        middle = texts[len(texts) // 4 :][:: max(1, len(texts) // (FAMILY_SENTENCES * 4 // 3))]
        if not middle:
            print(f"{voice.name}: no sentences in {voice.lang}, so no gain and no pace")
            continue
        everything.append((voice, speak(voice, middle[:FAMILY_SENTENCES])))
        print(voice.name, len(everything[-1][1]), flush=True)
    if not everything:
        return
    common = measured_already(voices[0]) or pace(everything)
    for voice, made in everything:
        gain_db, passages = gain(made)
        found = stretched(common, voice, made)
        told = f"| {voice.name} | {len(made)} | {gain_db:+.2f} dB | {passages:.2f} LU | {inline(found)} |"
        print(told, flush=True)
        if write:
            lines = path.read_text("utf-8").splitlines()
            path.write_text("\n".join(_measured(line, voice.name, gain_db, found) for line in lines) + "\n")


def measured_already(voice: Voice) -> Pace | None:
    """The pace of another voice of the family and the language, for one that still lacks its own: fitted to
    few voices alone, times come out that no reader has."""
    family = [entry.voice for entry in catalog.all_entries() if entry.voice.engine == voice.engine]
    paces = [other.pace for other in family if other.lang == voice.lang and other.pace]
    return paces[0] if paces and voice.pace is None else None


def stretched(common: Pace, voice: Voice, made: list[tuple[Utterance, str, Clip]]) -> Pace:
    """A pace, all its times stretched alike to fit one voice's sentences."""
    ratios = np.array(
        [
            sound_ms(clip) / expected_ms(sounds_of(prepared, said, voice), said, common)
            for said, prepared, clip in made
        ]
    )
    factor = float(np.median(ratios))
    times = {k: round(v * factor, 1) for k, v in asdict(common).items() if k != "spread"}
    return Pace(**times, spread=round(float((ratios / factor).std()), 3))


def _measured(line: str, name: str, gain_db: float, found: Pace) -> str:
    """A voice's line with what was measured; other lines as they are."""
    if not line.startswith(f"{name} = {{"):
        return line
    bare = re.sub(r" (gain_db = [-\d.]+|pace = \{[^}]*\}),", "", line)
    return bare.replace(", about =", f", gain_db = {gain_db:.2f}, pace = {inline(found)}, about =", 1)


def has_dictionary(code: str, identity: str) -> bool:
    """Whether espeak-ng's data hold what the voice needs; without it the library crashes."""
    import espeakng_loader

    data = Path(espeakng_loader.get_data_path())
    described = (data / "lang" / identity).read_text("utf-8", "replace")
    named = re.search(r"^\s*dictionary\s+(\S+)", described, re.MULTILINE)
    name = named.group(1) if named else re.split(r"[-_]", code)[0]
    return (data / f"{name}_dict").exists()


def bcp47(code: str) -> str:
    """espeak's code for a language, in BCP 47's spelling."""
    if code in TAGS:
        return TAGS[code]
    parts = code.split("-")
    for place, part in enumerate(parts[1:], 1):
        if part == "x":
            break
        parts[place] = part.title() if len(part) == 4 else part.upper() if len(part) == 2 else part
    return "-".join(parts)


def espeak(write: bool) -> None:
    """Measure all of espeak's voices."""
    from listen.engines.espeak.espeak_library import library

    common = Voice("espeak", "espeak", "", "und", 22050, "GPL-3.0-or-later", "eSpeak NG")
    lines: list[str] = []
    everything: list[tuple[Voice, list[tuple[Utterance, str, Clip]]]] = []
    for code, label, identity in library().voices():
        if identity in CRASHING or not has_dictionary(code, identity):
            print(f"{identity} has no dictionary in the package or crashes: left out")
            continue
        short = identity.split("/")[-1].lower()
        tag = bcp47(code)
        if "-Latn" in identity and "latn" not in tag.lower():
            tag = f"{tag}-Latn"
        voice = replace(common, name=f"espeak-{'en-gb' if short == 'en' else short}", id=identity, lang=tag)
        made = speak(voice, sentences(tag))
        measured = ""
        if made:
            everything.append((voice, made[:12]))
            gain_db, passages = gain(made)
            measured = f" gain_db = {gain_db:.2f},"
            own = inline(pace([(voice, made)])) if len(made) >= 12 else ""
            measured += f" pace = {own}," if own else ""
            print(f"| {voice.name} | {len(made)} | {gain_db:+.2f} dB | {passages:.2f} LU | {own} |")
        about = json.dumps(label.strip(), ensure_ascii=False)
        lines.append(f'{voice.name} = {{ id = "{voice.id}", lang = "{tag}",{measured} about = {about} }}')
    pooled = pace(everything)
    print(f"pooled pace {inline(pooled)}")
    head = [
        "# espeak-ng's voices, a line each. Written by tests/bench/calibrate.py --espeak --write.",
        'engine = "espeak"',
        "rate = 22050",
        f'licence = "{common.licence}"',
        f'credit = "{common.credit}"',
        f"pace = {inline(pooled)}",
        "",
        "[voices]",
    ]
    if write:
        (ROOT / "voices" / "espeak.toml").write_text("\n".join([*head, *lines, ""]), "utf-8")


def main() -> None:
    """Parse and measure."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("voices", nargs="*")
    parser.add_argument("--espeak", action="store_true")
    parser.add_argument("--family", default="")
    parser.add_argument("--lang", default="")
    parser.add_argument("--missing", action="store_true")
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args()
    print("| voice | sentences | gain | between passages | pace |\n|---|---|---|---|---|")
    for name in chosen.voices:
        one(name, chosen.write)
    if chosen.family:
        family(chosen.family, chosen.lang, chosen.write, chosen.missing)
    if chosen.espeak:
        espeak(chosen.write)


if __name__ == "__main__":
    main()
