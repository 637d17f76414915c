"""Make voices/piper.toml from the list that Piper's voices are published with.

usage: python tests/bench/piper_catalogue.py voices.json [--write]

`voices.json` is the list as the hub has it: for each voice its language, quality, speakers, and each file
with size and MD5. Licences stand in the voices' cards and not in the list: piper_licences.tsv has them (key,
SPDX expression, data that the voice was trained on, quality as published, speaker to take, gender, note). A
voice without a line there is left out, and said so.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
TARGET = HERE.parents[1] / "voices" / "piper.toml"
REVISION = "c10ece1aade47bb51c153c893d14e5bf8e5b7117"
"""Of the hub's repository: what stands there does not change."""
RATES = {"x_low": 16000, "low": 16000, "medium": 22050, "high": 22050}
OWN_FILE = {"en_US-joe-medium"}
"""Voices that have a file of their own."""
LANGS = {"no": "nb", "zh": "cmn"}
HEAD = f"""# Piper's voices, a line each, made by tests/bench/piper_catalogue.py from their own list
# and from their cards; "of 100" is Loudness.ai's study LA-RB-2026-003 (CC BY 4.0): naturalness, clearness.
# The score is six tenths of their mean: Kokoro's voices come first where both speak a language.
engine = "piper"

[[files]]
path = "piper/{{model}}.onnx"
size = "{{size}}"
md5 = "{{md5}}"
sources = ["hub:rhasspy/piper-voices@{REVISION}/{{tree}}/{{model}}.onnx"]

[[files]]
path = "piper/{{model}}.onnx.json"
size = "{{config_size}}"
md5 = "{{config_md5}}"
sources = ["hub:rhasspy/piper-voices@{REVISION}/{{tree}}/{{model}}.onnx.json"]

[voices]
"""


@dataclass(frozen=True, slots=True)
class Card:
    """What a voice's card and studies say of it."""

    licence: str
    data: str
    """What it was trained on."""
    natural: float | None
    clear: float | None
    speaker: str = ""
    gender: str = ""
    note: str = ""


def cards(text: str) -> dict[str, Card]:
    """The lines of piper_licences.tsv by the voices' keys."""
    found = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            key, licence, data, natural, clear, speaker, gender, note = (line.split("\t") + [""] * 8)[:8]
            scores = [float(score) if natural else None for score in (natural, clear)]
            found[key] = Card(licence, data, scores[0], scores[1], speaker, gender, note)
    return found


def rows(published: dict[str, Any], known: dict[str, Card]) -> Iterator[str]:
    """A line of the catalogue for every voice whose card is known."""
    for key, voice in sorted(published.items()):
        if key in known and key not in OWN_FILE:
            yield row(key, voice, known[key])


def row(key: str, voice: dict[str, Any], card: Card) -> str:
    """One line. Raises KeyError and ValueError for an entry that is not of the published form."""
    files = voice["files"]
    (model,) = [path for path in files if path.endswith(".onnx")]
    settings = f"{model}.json"
    quality, language = voice["quality"], voice["language"]
    code = language["code"].replace("_", "-")
    lang = LANGS.get(language["family"], language["family"]) + code[len(language["family"]) :]
    score = 30 if card.natural is None or card.clear is None else round(0.3 * (card.natural + card.clear))
    region = language.get("country_english", "")
    about = f"{language['name_english']} ({region}), {quality.replace('_', ' ')} quality"
    values: dict[str, object] = {
        "id": key + (f"#{card.speaker}" if card.speaker else ""),
        "model": key,
        "lang": lang,
        "rate": RATES[quality],
        "licence": card.licence,
        "credit": f"Piper voice {key}" + (f", trained on {card.data}" if card.data else ""),
        "score": score,
        "gender": card.gender,
        "published": "" if card.natural is None else f"natural {card.natural:g}, clear {card.clear:g} of 100",
        "about": about + (f"; {card.note}" if card.note else ""),
        "tree": model.rpartition("/")[0],
        "size": files[model]["size_bytes"],
        "md5": files[model]["md5_digest"],
        "config_size": files[settings]["size_bytes"],
        "config_md5": files[settings]["md5_digest"],
    }
    if strange := [value for value in values.values() if re.search(r'["\\\n{}]', str(value))]:
        raise ValueError(f"{key}: {strange[0]!r} cannot stand in a line")
    told = (f"{k} = {json.dumps(v, ensure_ascii=False)}" for k, v in values.items() if v != "")
    name = key if re.fullmatch(r"[\w-]+", key, re.ASCII) else json.dumps(key, ensure_ascii=False)
    return f"{name} = {{ {', '.join(told)} }}"


def catalogue(lines: Iterable[str]) -> str:
    """The whole file."""
    return HEAD + "".join(f"{line}\n" for line in lines)


def main() -> None:
    """Parse, and print or write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("list", type=Path)
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args()
    published = json.loads(chosen.list.read_text("utf-8"))
    known = cards((HERE / "piper_licences.tsv").read_text("utf-8"))
    lines = list(rows(published, known))
    print(f"{len(lines)} of {len(published)} voices; without a known licence:")
    print(*sorted(set(published) - set(known)))
    if chosen.write:
        TARGET.write_text(catalogue(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
