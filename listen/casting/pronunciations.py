"""The user's pronunciations as files: written out for other programs, taken in for every narration."""

from __future__ import annotations

from pathlib import Path

from listen.errors import LexiconError, OutputError
from listen.speech import lexicon as lexicons
from listen.speech.lexicon import Lexicon
from listen.speech.lexicon_files import load
from listen.storage import folders
from listen.storage.outbox import check_free, outbox, output_error

NAMES = ("lexicon.tsv", "lexicon.pls")
"""What the user's own lexicon in the configuration folder may be called; where both are, both are read."""


def own_files() -> list[Path]:
    """The user's own lexicons that are there."""
    return [path for name in NAMES if (path := folders.config_dir() / name).exists()]


def in_use(named: Path | None = None, own_only: bool = False) -> Lexicon:
    """The lexicon that comes with the voices, the user's own, then the one that was named: later ones win."""
    files = [*own_files(), *([named] if named else [])]
    return sum(map(load, files), Lexicon() if own_only else lexicons.builtin())


def export(path: Path, book: Lexicon, lang: str, force: bool = False) -> int:
    """Write the entries that serve `lang` to a TSV, or to a PLS if the name ends in .pls or .xml.

    Returns how many there are. Raises LexiconError for another ending, OutputError for a file that is there.
    """
    if path.suffix.lower() not in (".tsv", ".pls", ".xml"):
        raise LexiconError(f"{path.name}: a lexicon is written as .tsv or .pls; give the file such a name")
    if path.exists() and not force:
        raise OutputError(f"{path} exists: give another name, or --force to replace it")
    chosen = Lexicon(entry for entry in book if entry.serves(lang))
    tsv = path.suffix.lower() == ".tsv"
    if tsv:
        _write(path, lexicons.dump(chosen))
    else:
        from listen.speech.pls import dump_pls  # brings XML and what fetches its parts

        _write(path, dump_pls(chosen, lang))
    return len(chosen)


def import_file(path: Path) -> tuple[int, Path]:
    """Add a lexicon's entries to the user's own, its words winning; how many, and where they are now.

    Raises LexiconError if either file cannot be read.
    """
    target = folders.config_dir() / NAMES[0]
    new = load(path)
    new_keys = {(e.word, e.sense, e.lang) for e in new}
    old = load(target) if target.exists() else Lexicon()
    kept = [e for e in old if (e.word, e.sense, e.lang) not in new_keys]
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise output_error(error, target) from error
    _write(target, lexicons.dump(Lexicon([*kept, *new])))
    return len(new), target


def _write(path: Path, text: str) -> None:
    check_free([path], force=True)
    with outbox(path) as box:
        box.part(path).write_text(text, encoding="utf-8", newline="\n")
        box.publish([path])
