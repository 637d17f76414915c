"""The OpenAI-compatible engine, against a server on this machine."""

from __future__ import annotations

import base64
import io
import json
import threading
import wave
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from listen import estimate
from listen.casting import catalog
from listen.engines import openai
from listen.errors import EngineError
from listen.storage import folders
from tests.engines.utterances import utterance

SAID = utterance("One two three.")


def sound(seconds: float = 0.6) -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setparams((1, 2, 24000, 0, "NONE", ""))
        tone = 8000 * np.sin(np.arange(round(24000 * seconds)) * 0.05)
        out.writeframes(tone.astype("<i2").tobytes())
    return file.getvalue()


class Server:
    """Answers as it is told, and keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, dict[str, Any], str]] = []
        self.answers: list[tuple[int, bytes, dict[str, str]]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                outer.asked.append((self.path, body, self.headers.get("Authorization", "")))
                status, data, headers = outer.answers.pop(0) if outer.answers else (200, sound(), {})
                self.send_response(status)
                for name, value in {**headers, "Content-Length": str(len(data))}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.base = f"http://127.0.0.1:{self.http.server_port}/v1"


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    found: list[float] = []
    monkeypatch.setattr(openai, "sleep", found.append)
    monkeypatch.setattr(openai, "_key", lambda: "secret")
    return found


@pytest.fixture
def server(waits: list[float]) -> Iterator[Server]:
    made = Server()
    thread = threading.Thread(target=made.http.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    settings(made.base)
    yield made
    made.http.shutdown()
    made.http.server_close()
    thread.join()


def settings(base: str, *more: str) -> None:
    folder = folders.config_dir()
    folder.mkdir(parents=True, exist_ok=True)
    lines = [
        "[openai]",
        f'base = "{base}"',
        'model = "kokoro"',
        'voices = "bm_george"',
        'lang = "en-GB"',
        *more,
    ]
    (folder / "settings.toml").write_text("\n".join(lines), "utf-8")


def speak() -> Any:
    voice = catalog.load("openai-bm_george")
    return openai.synthesize(openai.prepare(SAID, voice), SAID, voice)


def test_it_asks_as_the_api_wants_it(server: Server) -> None:
    clip = speak()
    assert server.asked == [
        (
            "/v1/audio/speech",
            {"model": "kokoro", "voice": "bm_george", "input": "One two three.", "response_format": "wav"},
            "Bearer secret",
        )
    ]
    assert (clip.rate, len(clip.samples), clip.words) == (24000, 14400, ())
    voice = catalog.load("openai-bm_george")
    assert voice.lang == "en-GB"
    assert voice.licence
    assert "127.0.0.1" in voice.credit


def test_words_times_where_the_server_has_them(server: Server) -> None:
    settings(server.base, 'captions = "yes"')
    stamps = [
        {"word": w, "start_time": n / 5, "end_time": n / 5 + 0.1}
        for n, w in enumerate(("One", "two", "three"))
    ]
    told = {
        "audio": base64.b64encode(sound()).decode(),
        "timestamps": [*stamps, {"word": ".", "start_time": 1}],
    }
    server.answers = [(200, json.dumps(told).encode(), {})]
    assert speak().words == ((0, 2400), (4800, 7200), (9600, 12000))
    assert server.asked[0][0] == "/dev/captioned_speech"
    server.answers = [(200, json.dumps(told | {"timestamps": stamps[:2]}).encode(), {})]
    assert speak().words == ()
    server.answers = [(200, b"RIFF", {})]
    with pytest.raises(EngineError, match="sent no captions"):
        speak()


def test_a_busy_server_is_asked_again_when_it_says(server: Server, waits: list[float]) -> None:
    server.answers = [(429, b"{}", {"Retry-After": "7"}), (503, b"", {}), (500, b"", {"Retry-After": "9999"})]
    assert len(speak().samples) == 14400
    assert waits == [7.0, 2.0, openai.LONGEST_WAIT_S]
    server.answers = [(429, b'{"error": {"message": "slow\\ndown"}}', {})] * openai.TRIES
    with pytest.raises(
        EngineError, match=r"gave no speech in 5 tries \(status 429, slow down\): try again later"
    ):
        speak()


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (
            (401, b'{"error": {"message": "bad key"}}', {}),
            r"refuses the key \(status 401, bad key\): set OPENAI_API_KEY",
        ),
        (
            (400, b'{"detail": "no such voice"}', {}),
            r"refuses 'One two three\.' \(status 400, no such voice\)",
        ),
        ((404, b"<html>", {}), r"\(status 404\)"),
        ((200, b"ID3 not a wave", {}), "sent no WAV"),
    ],
)
def test_what_cannot_pass_is_one_clear_line(server: Server, answer: Any, reason: str) -> None:
    server.answers = [answer]
    with pytest.raises(EngineError, match=reason) as told:
        speak()
    assert "\n" not in str(told.value)
    assert "secret" not in str(told.value)
    assert len(server.asked) == 1


def test_nobody_there(waits: list[float]) -> None:
    settings("http://127.0.0.1:9/v1")
    with pytest.raises(EngineError, match=r"^127\.0\.0\.1:9 gave no speech in 5 tries"):
        speak()


def test_no_server_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(openai, "_key", lambda: "")
    monkeypatch.delenv("OPENAI_BASE_URL", raising=False)
    assert str(openai.missing()).startswith('no speech server is set: write base = "http://')
    assert openai.voices() == ()
    monkeypatch.setattr(openai, "_key", lambda: "k")
    assert openai.missing() is None
    assert {v.name for v in openai.voices()} >= {"openai-alloy", "openai-nova"}


def test_a_dry_run_asks_nobody_and_says_what_it_costs(server: Server, tmp_path: Path) -> None:
    settings(server.base, 'price = "15"')
    story = tmp_path / "story.txt"
    story.write_text("Title\n\n" + "A sentence of some words, said once. " * 100, "utf-8")
    expected = estimate.estimate(str(story), "openai-bm_george")
    assert server.asked == []
    assert expected.cost_usd == pytest.approx(15 * 3705 / 1e6, rel=0.05)
    assert 60_000 < expected.audio_ms < 400_000
    assert estimate.estimate(str(story), "tone").cost_usd == 0
    assert openai.price(catalog.load("openai-bm_george")) == 15
    settings(server.base, 'price = "much"')
    with pytest.raises(EngineError, match="price 'much' is no number"):
        openai.price(catalog.load("openai-bm_george"))
