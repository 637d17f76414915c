"""The user's pronunciations: in the configuration folder, named, written out and taken in."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result

from listen import reading
from listen.casting import pronunciations
from listen.cli import cli
from listen.errors import LexiconError
from listen.options import Options
from listen.speech import spoken
from listen.speech.lexicon import Lexicon
from listen.speech.lexicon_files import load
from listen.storage import folders

OWN = "Zub\tzuːb\tZoob\nKeir\tkaɪə\tKire\n"


def run(*args: object) -> Result:
    return CliRunner().invoke(cli, [str(a) for a in args])


def place(home: Path, name: str, text: str) -> Path:
    """A file in the configuration folder of this test's own home."""
    folder = folders.config_dir()
    assert home in folder.parents
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_without_files_the_built_in_one_serves(home: Path) -> None:
    assert reading.own_lexicon(Options()) is None


def test_the_file_in_the_configuration_folder_is_used_and_a_named_one_wins(
    home: Path, tmp_path: Path
) -> None:
    place(home, "lexicon.tsv", OWN)
    named = tmp_path / "named.tsv"
    named.write_text("Zub\tzʌb\tZubb\n", encoding="utf-8")
    assert spoken("Keir saw Zub.", lexicon=reading.own_lexicon(Options())) == "Kire saw Zoob."
    assert spoken("Keir saw Zub.", lexicon=reading.own_lexicon(Options(lexicon=named))) == ("Kire saw Zubb.")


def test_it_may_be_a_pls_too(home: Path, tmp_path: Path) -> None:
    out = tmp_path / "own.pls"
    place(home, "lexicon.tsv", OWN)
    assert run("voices", "export", out, "--own").exit_code == 0
    (folders.config_dir() / "lexicon.tsv").unlink()
    place(home, "lexicon.pls", out.read_text(encoding="utf-8"))
    assert spoken("Zub", "en-GB", reading.own_lexicon(Options())) == "Zoob"


def test_say_takes_both(home: Path, tmp_path: Path) -> None:
    place(home, "lexicon.tsv", OWN)
    named = tmp_path / "named.tsv"
    named.write_text("Zub\tzʌb\n", encoding="utf-8")
    said = ("say", "Zub", "--voice", "espeak-en-gb", "--phonemes")
    assert run(*said).output == "[[z'u:b]]\n"
    assert run(*said, "--lexicon", named).output == "[[z'Vb]]\n"


def test_export_writes_pls_and_tsv_that_read_back(home: Path, tmp_path: Path) -> None:
    place(home, "lexicon.tsv", OWN)
    pls, tsv = tmp_path / "all.pls", tmp_path / "all.tsv"
    for out in (pls, tsv):
        done = run("voices", "export", out, "--lang", "en-US")
        assert (done.exit_code, f"{out} · " in done.output) == (0, True)
    root = ElementTree.parse(pls).getroot()
    assert root.tag == "{http://www.w3.org/2005/01/pronunciation-lexicon}lexicon"
    assert (root.get("version"), root.get("alphabet")) == ("1.0", "ipa")
    first, second = load(pls), load(tsv)
    assert len(first) == len(second) == len(pronunciations.in_use())
    for book in (first, second):
        assert spoken("Keir met Zub in Kyiv.", "en-US", book) == "Kire met Zoob in Keeve."


def test_export_leaves_a_file_alone_unless_forced(home: Path, tmp_path: Path) -> None:
    out = tmp_path / "own.tsv"
    out.write_text("mine", encoding="utf-8")
    assert str(run("voices", "export", out, "--own").exception) == (
        f"{out} exists: give another name, or --force to replace it"
    )
    assert out.read_text(encoding="utf-8") == "mine"
    assert run("voices", "export", out, "--own", "--force").exit_code == 0
    with pytest.raises(LexiconError, match=r"written as \.tsv or \.pls"):
        pronunciations.export(tmp_path / "own.txt", Lexicon(), "en")


def test_import_adds_to_the_users_own_and_new_words_win(home: Path, tmp_path: Path) -> None:
    place(home, "lexicon.tsv", OWN)
    named = tmp_path / "more.pls"
    named.write_text(
        '<lexicon version="1.0" alphabet="ipa" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon">'
        "<lexeme><grapheme>Zub</grapheme><phoneme>zʌb</phoneme></lexeme>"
        "<lexeme><grapheme>W3C</grapheme><alias>the web's consortium</alias></lexeme></lexicon>",
        encoding="utf-8",
    )
    done = run("voices", "import", named)
    assert done.exit_code == 0
    assert done.output.endswith("lexicon.tsv · 2 entries added\n")
    own = {e.word: (e.ipa, e.respelling) for e in load(folders.config_dir() / "lexicon.tsv")}
    assert own == {"Zub": ("zʌb", ""), "Keir": ("kaɪə", "Kire"), "W3C": ("", "the web's consortium")}


def test_what_cannot_be_imported_changes_nothing(home: Path, tmp_path: Path) -> None:
    mine = place(home, "lexicon.tsv", OWN)
    bad = tmp_path / "bad.tsv"
    bad.write_text("Zub\n", encoding="utf-8")
    done = CliRunner().invoke(cli, ["voices", "import", str(bad)])
    assert done.exit_code != 0
    assert mine.read_text(encoding="utf-8") == OWN
