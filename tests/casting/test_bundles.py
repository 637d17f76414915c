"""Voices in one file, voices of one's own, and Piper's list turned into a catalogue."""

from __future__ import annotations

import hashlib
import json
import sys
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from listen.casting import catalog, choosing, entries, voice_table
from listen.casting.entries import Entry, VoiceFile
from listen.casting.installation import bundles, installing, own_voices
from listen.cli import cli
from listen.errors import EngineError, ListenError, SourceError, VoiceError
from listen.library.keeping import configuration
from listen.model import Voice
from listen.storage import folders

BENCH = Path(__file__).resolve().parents[1] / "bench"
SETTINGS = {
    "audio": {"sample_rate": 16000},
    "espeak": {"voice": "de"},
    "language": {"code": "de_AT"},
    "num_speakers": 1,
    "phoneme_id_map": {"_": [0], "^": [1], "$": [2], "a": [3]},
}


def run(*args: object) -> Result:
    return CliRunner().invoke(cli, [str(a) for a in args])


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Entry:
    """A voice of the catalogue that a folder has."""
    (tmp_path / "made.bin").write_bytes(b"style" * 9)
    source = f"file:{tmp_path / 'made.bin'}"
    sha256 = hashlib.sha256(b"style" * 9).hexdigest()
    file = VoiceFile("kokoro/made.bin", 45, (source,), sha256)
    entry = Entry(Voice("made", "kokoro", "made", "en-GB", 24000, "MIT", "nobody"), score=99, files=(file,))
    known = {**entries.described(), "made": entry}
    monkeypatch.setattr(entries, "described", lambda: known)
    return entry


def test_a_bundle_goes_to_a_computer_without_a_connection(
    made: Entry, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = tmp_path / "voices.zip"
    with pytest.raises(VoiceError, match="made is not installed as files: listen voices install made"):
        bundles.export(box, [made])
    assert run("voices", "install", "made").exit_code == 0
    done = run("voices", "export", box, "made")
    assert done.exit_code == 0, done.exception
    assert zipfile.ZipFile(box).namelist() == ["kokoro/made.bin"]
    assert run("voices", "export", box, "made").exception
    monkeypatch.setenv("LISTEN_HOME", str(tmp_path / "other"))
    monkeypatch.setenv("LISTEN_OFFLINE", "1")
    assert not made.installed
    assert "made can speak now" in run("voices", "import", box).output
    assert made.installed
    assert run("voices", "remove", "made").exit_code == 0
    assert not made.installed


def test_what_is_no_bundle_installs_nothing(made: Entry, tmp_path: Path) -> None:
    box = tmp_path / "voices.zip"
    box.write_bytes(b"PK\3\4 nothing")
    with pytest.raises(SourceError, match=r"voices\.zip is no bundle of voices"):
        bundles.import_file(box)
    with zipfile.ZipFile(box, "w") as empty:
        empty.writestr("../../evil", b"x")
    with pytest.raises(SourceError, match=r"voices\.zip holds no voice of the catalogue"):
        bundles.import_file(box)
    with zipfile.ZipFile(box, "w") as changed:
        changed.writestr("kokoro/made.bin", b"Style" * 9)
    made_elsewhere = run("voices", "import", box)
    assert made_elsewhere.exit_code == 0  # the folder that its catalogue names has the right one
    assert installing.digest(folders.voices_dir() / "kokoro/made.bin") == made.files[0].sha256


def test_a_voice_of_ones_own(tmp_path: Path) -> None:
    model = tmp_path / "de_AT-eigen-low.onnx"
    with pytest.raises(VoiceError, match=r"is no Piper voice: it takes NAME\.onnx"):
        own_voices.add(model)
    model.write_bytes(b"model")
    settings = tmp_path / f"{model.name}.json"
    settings.write_text("{}", "utf-8")
    with pytest.raises(EngineError, match=r"de_AT-eigen-low\.onnx\.json is no Piper voice's settings"):
        own_voices.add(model)
    settings.write_text(json.dumps(SETTINGS), "utf-8")
    (tmp_path / "MODEL_CARD").write_text("# Card\n\n* License: CC BY 4.0\n", "utf-8")
    assert run("voices", "install", model).exit_code == 0
    voice = catalog.load("de_AT-eigen-low")
    assert (voice.lang, voice.rate, voice.licence) == ("de-AT", 16000, "CC BY 4.0")
    assert choosing.for_language("de-AT").name == "de_AT-eigen-low"
    assert run("voices", "remove", "de_AT-eigen-low").exit_code == 0
    assert choosing.for_language("de-AT").name == "espeak-de"
    assert not list(folders.voices_dir().rglob("*eigen*"))


LIST = {
    "xx_XX-one-low": {
        "key": "xx_XX-one-low",
        "language": {"code": "xx_XX", "family": "xx", "name_english": "X", "country_english": "Y"},
        "quality": "low",
        "num_speakers": 3,
        "files": {
            "xx/xx_XX/one/low/xx_XX-one-low.onnx": {"size_bytes": 5, "md5_digest": "a" * 32},
            "xx/xx_XX/one/low/xx_XX-one-low.onnx.json": {"size_bytes": 6, "md5_digest": "b" * 32},
            "xx/xx_XX/one/low/MODEL_CARD": {"size_bytes": 7, "md5_digest": "c" * 32},
        },
    },
    "xx_XX-two-low": {"language": {}, "quality": "low", "files": {}},
}


def test_a_list_of_the_published_form_becomes_a_catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCH))
    monkeypatch.delitem(sys.modules, "piper_catalogue", raising=False)
    import piper_catalogue  # type: ignore[import-not-found,unused-ignore]

    cards = piper_catalogue.cards("# no\nxx_XX-one-low\tCC0-1.0\thttps://data\t60\t90\t2\tfemale\tnote")
    text = piper_catalogue.catalogue(piper_catalogue.rows(LIST, cards))
    ((name, entry),) = entries.parse("piper.toml", text)
    assert (name, entry.voice.id, entry.voice.lang) == ("xx_XX-one-low", "xx_XX-one-low#2", "xx-XX")
    assert (entry.voice.rate, entry.score, entry.gender) == (16000, 45, "female")
    assert entry.voice.credit == "Piper voice xx_XX-one-low, trained on https://data"
    assert [(f.path, f.size, f.md5) for f in entry.files] == [
        ("piper/xx_XX-one-low.onnx", 5, "a" * 32),
        ("piper/xx_XX-one-low.onnx.json", 6, "b" * 32),
    ]
    assert entry.files[0].sources[0].endswith("/xx/xx_XX/one/low/xx_XX-one-low.onnx")


def test_the_table_says_what_can_speak_and_how_to_get_the_rest() -> None:
    listed = json.loads(run("voices", "--json").output)
    assert {"name", "engine", "language", "licence", "credit", "quality", "installed"} <= set(listed[0])
    by_name = {voice["name"]: voice for voice in listed}
    assert by_name["heart"]["installed"]
    assert not by_name["bf_emma"]["installed"]
    assert by_name["bf_emma"]["quality"].startswith("grade B-")
    assert not by_name["espeak-ja"]["speaks"]
    lines = run("voices", "--lang", "en").output.splitlines()
    assert lines[0].startswith("heart ")
    assert any("listen voices install bf_emma (93 MB)" in line for line in lines)
    only = run("voices", "--lang", "en", "--installed").output.splitlines()
    assert all("listen voices install" not in line for line in only)
    assert voice_table.listed(engine="kokoro")[0].engine == "kokoro"
    assert "does not speak its script" in run("voices", "list", "--lang", "ja").output


def test_the_users_own_choice_by_language(tmp_path: Path) -> None:
    folder = folders.config_dir()
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_text('[voices]\nde = "tone"\n"de-AT" = "espeak-en-gb"\n', "utf-8")
    assert choosing.for_language("de").name == "tone"
    assert choosing.for_language("de-CH").name == "tone"
    assert choosing.for_language("de-AT").name == "espeak-en-gb"
    assert choosing.for_language("de", "espeak").name == "espeak-de"
    assert choosing.for_language("fr").name == "espeak-fr"
    (folder / "settings.toml").write_text("[voices]\nde = 3\n", "utf-8")
    with pytest.raises(ListenError, match=r"settings\.toml: \[voices\] holds texts"):
        choosing.for_language("de")


def test_the_settings_file_is_one_for_all(tmp_path: Path) -> None:
    """`listen config` once refused tables that it did not know."""
    folders.config_dir().mkdir(parents=True)
    file = folders.config_dir() / "settings.toml"
    file.write_text(
        'voice = "tone"\n[voices]\nde = "tone"\n[openai]\nbase = "http://127.0.0.1:9/v1"\n', "utf-8"
    )
    assert configuration.get("voice") == "tone"
    assert choosing.for_language("de").name == "tone"
    file.write_text("[voices]\nde = 3\n", "utf-8")
    with pytest.raises(ListenError, match="holds texts"):
        configuration.load()


def test_an_engine_is_asked_once_for_all_its_voices(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(voice_table, "_usable", lambda engine: asked.append(engine) or True)
    assert len(voice_table.listed(engine="espeak")) > 100
    assert asked == ["espeak"]
