"""A sentence for every entry of the tables of spoken words: finds it, and writes `tests/speech/table_cases`.

    python tests/bench/table_cases.py [--table NAME] [--held] [--write]

Every table is changed in a copy of the package, each of its values to a word of its own (each word of a list to one
that nobody says), and sentences are tried until the change is heard: a handful of frames with the entry in them,
and the sentences of the other tests. What the unchanged package says of that sentence becomes the case. The cases
are then read by a person: the file says what a listener hears, and a wrong word in it is a fault of the table.
A case that is there already stays as it is. Entries for which no sentence is found (often because what they
say is guessed rightly without them) are printed, and held by their source (the file `entry`).
"""

# ruff: noqa: E501 - a list of frames is as long as its line

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import held_cases
import speech_tables
from held_cases import ENTRY
from speech_tables import ROOT, SPEECH, Entry
from table_frames import FRAMES

LANGUAGES = {
    "languages/de.py": ("de",),
    "languages/ranks/german_ordinals.py": ("de",),
    "languages/signs/short_forms.py": ("de", "fr", "nl"),
    "languages/fr.py": ("fr",),
    "languages/signs/french_signs.py": ("fr",),
    "languages/signs/french_words.py": ("fr",),
    "languages/es.py": ("es",),
    "languages/it.py": ("it",),
    "languages/pt.py": ("pt",),
    "languages/nl.py": ("nl",),
    "languages/counting.py": ("de", "fr"),
    "languages/counting_more.py": ("de", "es", "it", "pt", "nl", "fr"),
    "languages/european.py": ("de", "fr", "es", "it", "pt", "nl"),
    "languages/calendar/clock_times.py": ("de", "fr", "es", "it", "pt", "nl"),
    "languages/calendar/month_days.py": ("de", "fr", "es", "it", "pt", "nl"),
}
LANGUAGES |= {
    "languages/nouns/feminines.py": ("fr",),
    "languages/nouns/gender.py": ("es", "pt", "it"),
    "languages/nouns/german_cases.py": ("de",),
    "languages/nouns/german_rulers.py": ("de",),
    "languages/nouns/saints.py": ("it", "es", "pt"),
    "languages/nouns/stressed.py": ("es",),
    "languages/ranks/rulers.py": ("es", "it", "pt"),
}
LANGUAGES |= {
    "alphabets.py": ("espeak:en-GB", "misaki:en-GB", "misaki:en-US"),
    "pronounce.py": ("sounds:en-GB", "sounds:en-US"),
    "locale.py": ("locale", "locale:en-GB"),
    "heteronyms/parts.py": ("sounds:en-GB",),
}
ENGLISH = ("en-GB", "en-US")
EUROPEAN = ("de", "fr", "es", "it", "pt", "nl")
_ANY = """
{k}|{k} 5|5 {k}|{k}5|5{k}|1 {k}|1{k}|{k}2.50|{k}1.01|{k} 2.50|2.50 {k}|0.01 {k}|2.5 {k}|{k} 5.|{k}. 5|5 {k}.|5-{k}|{k}-5|{k} 12 {k}|3 {k}, 4 {k}|({k})|{k}.|5/{k}|3 km/{k}|{k} III|{k} II|{k} XIV|{k} I
"""
_ENGLISH = """
{k} Smith|{k}. Smith|the {k}|The {k} said|a {k}|in {k}|He met {k} Jones|{k} of Cork|Co {k}|Co. {k}|Springfield, {k}|Springfield, {k} 12345|12 Main {k}|12 Elm {k}.|Sen. Bray (D-{k})
Sen. Bray ({k}-Ohio)|{k} Korea|N. {k}|S {k}|{k} 5, 2024|5 {k} 2024|{k} 2024|on {k} 5|{k} 1990|1990 {k}|{k} 1984 {k}|the {k} 1984|{k} 10:30|10:30 {k}|10.30{k}|a 5 {k} plan|$5 {k}|$5{k}|{k}5m|{k}5bn|5m {k}
${k}5|{k}$5|{k}$ 5|{k} 5 million|5 million {k}|$5m/{k}|£5/{k}|$5 per {k}|a $5m {k}|the $5m {k}|a £3bn {k} was agreed|{k} $5m deal|a 5km {k}|a 200m {k}|the 400m {k}|200m {k} title|5m-{k}|a $5m {k} deal
a 4K {k}|4k {k}|10K {k}|5k {k}|{k} 911|{k} 999|call {k} 999|{k}: 999|{k} 101|dial {k}|in {k} the|{k} 737|737 {k}|a {k} 737 crash|flight {k}|5,000 {k}|1,200 {k}|2000 {k}|1900 {k}|1066 {k}|{k} 1066|{k} 2000
1500 {k} died|some 1500 {k}|{k} .300|.300 {k}|he {k} .312|{k} 8/10|8/10 {k}|{k} 4/5|4/5 {k}|{k} 5-3|5-3 {k}|a 5-3 {k}|won 5-3 {k}|the 5-3 {k}|{k} by 5-3|5-4 {k}|{k} 52-48|52-48 {k}|{k} 3-0 to|3/45 {k}|{k} 3/45
World {k} II|{k} II began|{k} X|{k} V|{k} I of|King {k} IV|Pope {k} X|{k} X {k}|{k} I was|Elizabeth I {k}|{k} C|the {k} of 5|5 {k} old|-5 {k}|5°{k}|5 °{k}|40°{k}|51°30' {k}|51.5° {k}|5 k{k}|5 m{k}|5 c{k}|5 G{k}
5 {k}m|5 {k}W|5 {k}g|5 {k}Hz|5 mg/{k}|5 {k}/s|5 km/{k}|$5 a {k}|5 l/{k}|3x5 {k}|5{k}-long|file.{k}|report.{k}|a.{k}|example.{k}|www.example.{k}|example{k}com|a{k}b@x.com|http://a.com{k}b|x.com/a{k}b|@a{k}b|{k}/her|{k}/him|{k}s
{k}'s|{k}s'|two {k}s|{k} 7 {k}|no {k}|No. 5 {k}|{k} no. 5|a {k} B|{k} A and B|{k} B|type {k} A|vitamin {k}|{k} A|Aug. 5 {k}|Q1 {k}|Mon-{k}|{k}-Fri|{k}–Thu|from {k} to Fri|every {k} 5|{k} March 5|{k} 5 March|{k} 4th|{k} the 4th|the 1st {k}|1st {k}|May {k} 5|{k} May|A {k} B|x {k} y|5 {k} 3|a {k} b|AC{k}DC|R{k}B
{K} said|THE {K}|{K} {K} {K}|IN {K} TODAY|{K} WINS|The {K} and the {K}|EU {K}|a {K}-led plan|NATO {K} UK|WHO {K} CEO|{k} UK|UK {k}|OBAMA {K} TRUMP|COP {K}|{K}|{K} NEWS|THE {K} OF LONDON|BIG {K} DEAL
St. {k}|{k} St.|St {k} School|{k} Dr.|Dr. {k}|{k} Ave.|W. 5th {k}|5th {k}|{k} 5th St.|Lt. {k} Bray|{k} Gov. Bray|{k} Col. Bray|Bray {k}|Bray, {k}.|{k}. of State|see {k}. 5|{k} 5 of|{k}s 5|{k} 5a|approx {k}|{k} 12-15|12-15 {k}|{k}. 12-15
"""
_EUROPEAN = """
am 3. {k} 1990|3. {k}|3 {k} 1990|3 de {k} de 1990|3 {k} 2024|il 3 {k} 1990|le 3 {k} 1990|1er {k} 1990|op 3 {k} 1990|{k} 3 {k}|5 {k} 1990|{k} 1990|3,50 {k}|{k} 3,50|1 {k}|1,5 {k}|2 {k} 5|{k} Nr. 5|{k} 3|{k} V|{k} XX|{k} 21|21 {k}|1 {k} 2|31 {k}|51 {k}|200 {k}|3.º {k}|1º {k}|3ª {k}
{k} Meier|{k} López|der {k}|das {k}|el {k}|la {k}|le {k}|il {k}|de {k}|o {k}|Das ist {k} gut.|Es {k} bueno|{k} 1. Mai|{k} 3. Mai|{k} 24.12.2023|{k} 1|{k} 2|{k} 3.|§ 5 {k}|km/{k}|5 km/{k}|5 {k}/h|5 {k}/s|5 {k}2|5 {k}²|5 {k}³|{k} II|{k} IV|Papst {k} II|papa {k} II|Luis {k}|{k}. Jahrhundert|{k} siècle|siglo {k}|secolo {k}|século {k}|{k}e eeuw|12 {k} 30|12:30 {k}|um {k}|{k}-mail|{k} z. B. {k}|a {k} b|3 {k} b
"""

_CAPITALS = (
    *(
        "The {k} said",
        "{k}",
        "two {k}s",
        "a {k} plan",
        "the {k}'s plan",
        "{k} UK",
        "UK {k}",
        "Mr {k}",
        "the {k}",
    ),
    *(
        "{K} NEWS TODAY",
        "IN {K} TODAY",
        "OBAMA {K} TRUMP",
        "THE {K}",
        "BIG {K} DEAL",
        "{K} {K} {K}",
        "EU {K}",
    ),
)
"""Frames of words in capitals and of what they might be taken for."""


def frames(entry: Entry) -> Iterator[str]:
    """Sentences with the entry in them: those of its own table first."""
    own = f"{FRAMES.get(f'{entry.module}:{entry.table}', '')}|{FRAMES.get(f'{entry.module}:', '')}"
    for frame in filter(None, own.split("|")):
        yield _filled(frame, entry)
    if entry.module in ("alphabets.py", "locale.py"):
        for frame in (
            "{k}",
            "a{k}",
            "{k}a",
            "ta{k}ta",
            "ˈ{k}",
            "http://www.{k}/x",
            "http://a.{k}/",
            "The {k}",
            "en-{k}",
        ):
            yield _filled(frame, entry)
        return
    if entry.module == "english/capitals/acronyms.py" and not entry.keyed:
        yield from (_filled(frame, entry) for frame in _CAPITALS)
        return
    european = entry.module.startswith("languages/")
    for block in (_ANY, _EUROPEAN if european else _ENGLISH):
        for frame in re.split(r"[|\n]", block):
            if frame.strip():
                yield _filled(frame, entry)


def _filled(frame: str, entry: Entry) -> str:
    key = entry.key
    return frame.replace("{k}", key).replace("{K}", key.upper()).replace("{T}", key[:1].upper() + key[1:])


def others() -> Iterator[str]:
    """Sentences that hold figures of every kind."""
    numbers = [
        *range(32),
        *range(40, 100, 10),
        *range(100, 1000, 100),
        1000,
        10**6,
        10**9,
        10**12,
        10**15,
        10**18,
    ]
    for n in numbers:
        for frame in (
            "{n}",
            "{n}th",
            "{n}st",
            "{n}nd",
            "{n}rd",
            "am {n}. Mai",
            "der {n}. Tag",
            "{n}er",
            "{n}e",
            "{n}º",
            "{n}ª",
            "1/{n}",
            "3/{n}",
            "XX{n}",
        ):
            yield frame.format(n=n)
    for n in range(1, 22):
        roman = (
            "".join(("", "X", "XX")[n // 10])
            + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[n % 10]
        )
        yield from (
            f"{roman}e siècle",
            f"siglo {roman}",
            f"secolo {roman}",
            f"Papst Pius {roman}.",
            f"Pio {roman}",
            f"Pie {roman}",
            f"Chapter {roman}",
            f"Kapitel {roman}",
            f"capítulo {roman}",
            f"Pius {roman}",
        )
    for month in range(1, 13):
        yield from (f"2024-{month:02d}-05", f"05.{month:02d}.2024", f"05/{month:02d}/2024")
    bench = ROOT / "tests" / "bench"
    for path in sorted(bench.glob("spoken_*.tsv")):
        for line in path.read_text("utf-8").splitlines():
            if not line.startswith("#") and line.count("\t") >= 3:
                yield line.split("\t")[2]


def say(package: Path, asked: list[tuple[str, str]]) -> list[str]:
    """What the package in a folder says."""
    run = subprocess.run(
        [sys.executable, str(ROOT / "tests" / "speech" / "saying.py")],
        input="\n".join(json.dumps(pair) for pair in asked),
        capture_output=True,
        text=True,
        check=False,
        cwd=package,
        env={**os.environ, "PYTHONPATH": str(package)},
    )
    if run.returncode:
        return []
    return [json.loads(line) for line in run.stdout.splitlines()]


def copied(folder: Path) -> Path:
    """A copy of the package, to be changed."""
    for name in ("listen", "voices"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


_ROUNDS = ((0, 12), (12, 60), (60, 1000))
"""Which frames are tried in each round."""


def _fair(entry: Entry, keys: set[str]) -> Iterator[str]:
    """The frames of an entry that hold no other word of its list."""
    for text in frames(entry):
        words = re.findall(r"[^\W_]+", text[3:] if text[2:3] == ">" else text)
        rest = set(words) - set(re.findall(r"[^\W_]+", entry.key))
        if entry.keyed or not rest & keys:
            yield text


_MARKER = re.compile(r"zupa(?:[bcdfghjklm]o)+")


def marker(n: int) -> str:
    """A word that no text has."""
    letters = "".join("bcdfghjklm"[int(d)] + "o" for d in str(n))
    return f"zupa{letters}"


def marked(source: bytes, entries: list[Entry]) -> bytes:
    """The source with every entry of a table changed to a word of its own."""
    for n, entry in sorted(enumerate(entries), key=lambda pair: -pair[1].value_start):
        source = entry.changed(source, marker(n))
    return source


def heard(
    entries: list[Entry], original: Path, changed: Path
) -> tuple[dict[str, tuple[str, str, str]], list[str]]:
    """For each entry of one table its sentence: (language, written, said); and the entries without one."""
    module = entries[0].module
    path = changed / "listen" / "speech" / module
    source = path.read_bytes()
    keys = {e.key for e in entries}
    languages = LANGUAGES.get(module, EUROPEAN if module.startswith("languages/") else ENGLISH)
    found: dict[str, tuple[str, str, str]] = {}
    by_marker = {marker(n): entry for n, entry in enumerate(entries)}
    tried = [list(dict.fromkeys(_fair(entry, keys))) for entry in entries]
    sentences = () if module in ("alphabets.py", "locale.py") else tuple(dict.fromkeys(others()))
    path.write_bytes(marked(source, entries))
    try:
        # A few frames at a time: most entries are heard in the first, and are not asked again.
        for low, high in _ROUNDS:
            waiting = [n for n, entry in enumerate(entries) if entry.name not in found]
            asked = [
                (lang, text.removeprefix(f"{lang}>"), n)
                for n in waiting
                for text in tried[n][low:high]
                for lang in languages[: 1 if low < 60 and languages == ENGLISH else None]
                if text[2:3] != ">" or text.startswith(lang)
            ]
            if waiting and low == _ROUNDS[-1][0]:
                asked += [(lang, text, -1) for lang in languages for text in sentences]
            pairs = [(lang, text) for lang, text, _ in asked]
            now, then = (say(original, pairs), say(changed, pairs)) if pairs else ([], [])
            if not len(then) == len(now) == len(pairs):
                break
            for (lang, text, n), was, is_ in zip(asked, now, then, strict=True):
                if was == is_ or "Error" in was or len(was.splitlines()) != 1:
                    continue
                for mark in _MARKER.findall(is_.lower()):
                    if mark in by_marker:
                        found.setdefault(by_marker[mark].name, (lang, text, was))
                if n >= 0 and not entries[n].keyed:
                    found.setdefault(entries[n].name, (lang, text, was))
    finally:
        path.write_bytes(source)
    return found, [e.name for e in entries if e.name not in found]


def lexicon() -> dict[tuple[str, str], str]:
    """The sounds of every word of the lexicon that has one sense."""
    cases: dict[tuple[str, str], str] = {}
    for path in sorted((ROOT / "voices" / "lexicon").glob("*.tsv")):
        for line in path.read_text("utf-8").splitlines():
            cells = line.split("\t")
            if line and not line.startswith("#") and path.name != "context.en.tsv" and "(" not in cells[0]:
                tags = ("en-GB", "en-US") if " | " in cells[1] else ("en-GB",)
                cases |= {(f"sounds:{tag}", cells[0]): "" for tag in tags}
    asked = list(cases)
    return dict(zip(asked, say(ROOT, asked), strict=True))


def main() -> None:
    """Find the cases; write those that are new."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--table", help="only tables whose module:name holds this")
    parser.add_argument("--held", action="store_true", help="only entries that are held by their source now")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    cases: dict[tuple[str, str], str] = {}
    held = {written for how, written, _ in held_cases.read() if how == ENTRY} if given.held else set()
    silent: list[str] = []
    said_now: set[str] = set()
    with tempfile.TemporaryDirectory() as folder:
        original = copied(Path(folder) / "a")
        changed = copied(Path(folder) / "b")
        for module in speech_tables.modules():
            tables: dict[str, list[Entry]] = {}
            for entry in speech_tables.entries(module):
                if given.held and entry.name not in held:
                    continue
                tables.setdefault(entry.table, []).append(entry)
            for name, entries in tables.items():
                where = f"{module.relative_to(SPEECH)}:{name}"
                if given.table and given.table not in where:
                    continue
                found, missing = heard(entries, original, changed)
                silent += missing
                cases |= {(ENTRY, e.name): speech_tables.value_of(e) for e in entries if e.name in missing}
                said_now |= found.keys()
                print(f"{where}: {len(found)} of {len(entries)}", flush=True)
                for lang, written, said in found.values():
                    cases[lang, written] = said
    if not given.table and not given.held:
        cases |= lexicon()
    print(f"{len(cases)} cases; silent: {len(silent)}")
    print(*silent, sep="\n")
    if given.write:
        for how, written, said in held_cases.read():
            if how != ENTRY or written not in said_now:
                cases[how, written] = said
        held_cases.write((how, written, said) for (how, written), said in cases.items())


if __name__ == "__main__":
    main()
