"""The table of voices in docs/voices.md, from what was measured: one command measures and writes it.

usage: python tests/bench/voice_table.py              write the page's table from voice_measured.tsv
       python tests/bench/voice_table.py bench [VOICE…]
                                                      first measure speed, memory and first sound of installed
                                                      voices here, on a machine that does nothing else
       python tests/bench/voice_table.py samples FOLDER [VOICE…]
                                                      a few seconds of each installed voice, an MP3 each

Word errors, DNSMOS and loudness come from `voice_errors.py --write`.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from listen.casting import catalog
from listen.options import Options
from listen.play import say, voice_trial

HERE = Path(__file__).resolve().parent
MEASURED = HERE / "voice_measured.tsv"
PAGE = HERE.parents[1] / "docs" / "voices.md"
COLUMNS = {
    "words": "words",
    "errors": "word errors, %",
    "alike": "of them alike, words",
    "raw": "Kokoro alone, %",
    "dnsmos": "DNSMOS",
    "lufs": "LUFS",
    "speed": "audio s per CPU s",
    "memory": "memory, MB",
    "most": "while speaking, MB",
    "first": "first sound, s",
}
"""Key in the file, and the head of the column."""
BEGIN, END = "<!-- measured -->\n", "<!-- /measured -->\n"


def read() -> dict[str, dict[str, str]]:
    """What was measured of each voice, by column."""
    if not MEASURED.exists():
        return {}
    rows = [line.split("\t") for line in MEASURED.read_text("utf-8").splitlines() if line[:1] != "#"]
    return {name: dict(zip(COLUMNS, values, strict=True)) for name, *values in rows}


def keep(name: str, figures: dict[str, str]) -> None:
    """Put figures of a voice into the file and the page; what else is known of it stays."""
    known = read()
    known[name] = known.get(name, {}) | figures
    rows = ["\t".join([voice, *(known[voice].get(key, "") for key in COLUMNS)]) for voice in sorted(known)]
    head = "# " + "\t".join(["voice", *COLUMNS])
    MEASURED.write_text("\n".join([head, *rows, ""]), "utf-8")
    write()


def table() -> str:
    """The table as it stands in the page."""
    lines = ["| voice | " + " | ".join(COLUMNS.values()) + " |", "|---" * (len(COLUMNS) + 1) + "|"]
    for name, figures in read().items():
        lines.append(f"| {name} | " + " | ".join(figures.get(key, "") for key in COLUMNS) + " |")
    return "\n".join([*lines, ""])


def page() -> str:
    """The page with the table as it is to be."""
    before, _, rest = PAGE.read_text("utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    return before + BEGIN + "\n" + table() + "\n" + END + after


def write() -> None:
    """Put the table into the page."""
    PAGE.write_text(page(), "utf-8")


def bench(names: list[str]) -> None:
    """Measure voices and keep the figures."""
    print(voice_trial.HEAD)
    for name in names or voice_trial.usual():
        found = voice_trial.measured(name)
        print(found.line(), flush=True)
        keep(
            name,
            {
                "speed": f"{found.speed:.1f}",
                "memory": f"{found.memory_mb:.0f}",
                "most": f"{found.most_mb:.0f}",
                "first": f"{found.first_s:.1f}",
            },
        )


def samples(folder: Path, names: list[str]) -> None:
    """A sentence of each voice."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in names or voice_trial.usual():
        voice = catalog.load(name)
        text, lang = voice_trial.sentence(voice, None)
        options = Options(sidecars=False, cache=False, force=True)
        print(say.say(text, lang, name, folder / f"{name}.mp3", options).path, flush=True)


def main() -> None:
    """Parse, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("what", nargs="?", choices=["bench", "samples"])
    parser.add_argument("names", nargs="*")
    chosen = parser.parse_args()
    if chosen.what == "bench":
        bench(chosen.names)
    elif chosen.what == "samples":
        if not chosen.names:
            parser.error("samples takes the folder that they are written to")
        samples(Path(chosen.names[0]), chosen.names[1:])
    write()


if __name__ == "__main__":
    main()
