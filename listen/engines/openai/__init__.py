"""Any server that speaks the OpenAI speech API: hosted voices, or a machine in the house with a GPU.

Where it is and what it offers stands in the settings file:

    [openai]
    base = "http://192.168.1.5:8880/v1"     without it: OpenAI's own, if OPENAI_API_KEY is set
    model = "kokoro"
    voices = "bm_george, af_heart"
    lang = "en-GB"
    price = "15"                             US dollars for a million characters, for --dry-run
    captions = "yes"                         the server gives words' times, as Kokoro-FastAPI does

The key comes from OPENAI_API_KEY, or from the keyring (service `listen`, name `openai`).
"""

from __future__ import annotations

import base64
import json
import os
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from listen.engines.contract import Traits, letters, nothing_to_load
from listen.engines.system.wave_file import read
from listen.errors import AudioError, EngineError, ListenError, SourceError
from listen.model import Clip, Utterance, Voice
from listen.sources import http
from listen.storage import user_settings

TRAITS = Traits("openai", "Apache-2.0", concurrency=4, uneven_rate=True, repeatable=False, local=False)
sounds = letters
load = nothing_to_load
OPENAI = "https://api.openai.com/v1"
MODEL = "gpt-4o-mini-tts"
VOICES = "alloy, ash, ballad, coral, echo, fable, nova, onyx, sage, shimmer"
"""What OpenAI itself offers; another server's are named in the settings."""
KEY = "OPENAI_API_KEY"
TRIES = 5
WAIT_S, LONGEST_WAIT_S = 1.0, 60.0
"""Before the second try, doubled with each; what a server asks for counts instead, up to the longest."""
TIMEOUT_S = 300.0
BUSY = (408, 409, 425, 429, 500, 502, 503, 504)
RATE = 24000
sleep = time.sleep


@dataclass(frozen=True, slots=True)
class Server:
    """Says where speech is asked for."""

    base: str
    model: str
    voices: tuple[str, ...]
    lang: str
    price: str
    captions: bool


def server() -> Server:
    """As the settings say. Raises EngineError when there is none."""
    told = user_settings.table("openai")
    base = told.get("base") or os.environ.get("OPENAI_BASE_URL") or (OPENAI if _key() else "")
    if not base:
        raise EngineError(
            f'no speech server is set: write base = "http://…/v1" under [openai] in {user_settings.NAME},'
            f" or set {KEY}"
        )
    names = told.get("voices", VOICES if base == OPENAI else "")
    return Server(
        base.rstrip("/"),
        told.get("model", MODEL if base == OPENAI else "tts-1"),
        tuple(name.strip() for name in names.split(",") if name.strip()),
        told.get("lang", "und"),
        told.get("price", ""),
        told.get("captions", "").lower() in ("yes", "true", "1", "on"),
    )


def missing() -> str | None:
    """None when a server is set and its voices are named."""
    try:
        where = server()
    except ListenError as error:
        return str(error)
    return None if where.voices else f'{where.base} has no voices named: write voices = "…" under [openai]'


def voices() -> tuple[Voice, ...]:
    """The voices that the settings name, as `openai-NAME`."""
    if missing() is not None:
        return ()
    where = server()
    return tuple(
        Voice(
            name=f"openai-{name}",
            engine=TRAITS.name,
            id=name,
            lang=where.lang,
            rate=RATE,
            licence="LicenseRef-the-server's-terms",
            credit=f"{name}, {where.model} at {_host(where.base)}",
            about=f"{where.model} at {_host(where.base)}: the text is sent there",
        )
        for name in where.voices
    )


def version(voice: Voice) -> str:
    """Server and model; what else a server changes, nobody is told."""
    where = server()
    return f"{where.base} {where.model}; listen 1"


def prepare(utterance: Utterance, voice: Voice) -> str:
    """Plain text: pronunciations of its own that a word has are out of reach here."""
    return utterance.spoken


def synthesize(prepared: str, utterance: Utterance, voice: Voice, rate: float = 1.0) -> Clip:
    """Ask for it; the words' times come where the server has them."""
    if not prepared.strip():
        raise EngineError(f"nothing to say in {utterance.id}")
    where = server()
    request = {"model": where.model, "voice": voice.id, "input": prepared, "response_format": "wav"}
    if not where.captions:
        return _clip(_asked(f"{where.base}/audio/speech", request))
    told = _captioned(
        _asked(f"{where.base.removesuffix('/v1')}/dev/captioned_speech", request | {"stream": False})
    )
    clip = _clip(base64.b64decode(told["audio"]))
    return Clip(clip.samples, clip.rate, _spans(told.get("timestamps", []), utterance, clip))


def price(voice: Voice) -> float | None:
    """US dollars for a million characters, as the settings say."""
    told = server().price
    try:
        return float(told) if told else None
    except ValueError:
        raise EngineError(f"price {told!r} is no number: write US dollars for a million characters") from None


def _asked(url: str, request: Mapping[str, object]) -> bytes:
    """The answer's body. Raises EngineError; one that may pass is waited for and asked again."""
    body = json.dumps(request).encode()
    key = _key()
    headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {key}"} if key else {})
    reason = ""
    for number in range(TRIES):
        wait = WAIT_S * 2**number
        try:
            reply = http.ask(url, method="POST", headers=headers, body=body, timeout_s=TIMEOUT_S)
        except SourceError as error:
            reason = str(error)
        else:
            if reply.status == 200 and reply.body:
                return reply.body
            reason = _reason(reply)
            if reply.status in (401, 403):
                raise EngineError(f"{_host(url)} refuses the key ({reason}): set {KEY}")
            if reply.status not in BUSY:
                raise EngineError(f"{_host(url)} refuses {str(request['input'])[:40]!r} ({reason})")
            asked = reply.header("Retry-After")
            wait = float(asked) if asked.replace(".", "", 1).isdigit() else wait
        if number + 1 < TRIES:
            sleep(min(wait, LONGEST_WAIT_S))
    raise EngineError(f"{_host(url)} gave no speech in {TRIES} tries ({reason}): try again later")


def _reason(reply: http.Reply) -> str:
    """A status, and what the server says of it, in one line."""
    try:
        told: Any = json.loads(reply.body)
        error = told.get("error", told.get("detail", ""))
        text = str(error.get("message", "") if isinstance(error, dict) else error)
    except (ValueError, AttributeError):
        text = ""
    line = "".join(c if c.isprintable() else " " for c in text).strip()[:120]
    return f"status {reply.status}" + (f", {line}" if line else "")


def _clip(data: bytes) -> Clip:
    try:
        return Clip(*read(data))
    except AudioError as error:
        raise EngineError(f"the speech server sent no WAV ({error}): see [openai] in the settings") from error


def _captioned(data: bytes) -> dict[str, Any]:
    try:
        told = json.loads(data)
        if isinstance(told, dict) and isinstance(told.get("audio"), str):
            return told
    except ValueError:
        pass
    raise EngineError("the speech server sent no captions: take captions out of [openai] in the settings")


def _spans(stamps: list[dict[str, Any]], utterance: Utterance, clip: Clip) -> tuple[tuple[int, int], ...]:
    """The words' spans, or none where the server counts words otherwise."""
    told = [s for s in stamps if any(c.isalnum() for c in str(s.get("word", "")))]
    if len(told) != len(utterance.words):
        return ()
    last, spans = 0, []
    for stamp in told:
        start = max(last, round(float(stamp["start_time"]) * clip.rate))
        end = min(max(start, round(float(stamp["end_time"]) * clip.rate)), len(clip.samples))
        spans.append((min(start, end), end))
        last = start
    return tuple(spans)


def _key() -> str:
    """The key, from the environment or the keyring; empty where there is none."""
    if key := os.environ.get(KEY, ""):
        return key
    try:
        import keyring
    except ImportError:
        return ""
    try:
        return keyring.get_password("listen", "openai") or ""
    except keyring.errors.KeyringError:
        return ""


def _host(url: str) -> str:
    return http.without_password(url).split("://")[-1].split("/")[0]
