"""Proxies are asked where the environment says so, and nobody else is."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
import threading
from contextlib import suppress
from pathlib import Path

import pytest

from listen.errors import SourceError
from listen.sources import http, web_proxy
from tests.sources.test_http import drip, serving

BODY = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"
NAMES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY")


@pytest.fixture(autouse=True)
def without_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


def test_http_goes_to_the_proxy_with_its_whole_address(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bytes] = []

    def proxy(sock: socket.socket, request: bytes) -> None:
        asked.append(request)
        sock.sendall(BODY)

    with serving(proxy) as url:
        monkeypatch.setenv("HTTP_PROXY", url.replace("http://", "http://me:s%3Acret@"))
        reply = http.ask("http://voices.example/a/made.bin?x=1")
    assert reply.body == b"hello"
    assert not reply.inside
    assert asked[0].startswith(b"GET http://voices.example/a/made.bin?x=1 HTTP/1.1\r\n")
    assert b"Host: voices.example\r\n" in asked[0]
    assert b"Proxy-Authorization: Basic bWU6czpjcmV0\r\n" in asked[0]


@pytest.mark.parametrize(
    ("given", "host", "leads"),
    [
        ({"HTTPS_PROXY": "http://10.0.0.9:3128"}, "voices.example", "10.0.0.9:3128"),
        ({"https_proxy": "gate.example:3128"}, "voices.example", "gate.example:3128"),
        ({"ALL_PROXY": "http://gate.example"}, "voices.example", "gate.example:80"),
        ({"HTTP_PROXY": "http://gate.example:1"}, "voices.example", ""),
        ({"HTTPS_PROXY": "http://gate.example:1", "NO_PROXY": ".example"}, "voices.example", ""),
        ({"HTTPS_PROXY": "http://gate.example:1", "NO_PROXY": "*"}, "voices.example", ""),
        ({"HTTPS_PROXY": "http://gate.example:1", "NO_PROXY": "other"}, "voices.example", "gate.example:1"),
        ({"HTTPS_PROXY": "http://gate.example:1"}, "localhost", ""),
        ({"HTTPS_PROXY": "http://gate.example:1"}, "127.0.0.1", ""),
        ({"HTTPS_PROXY": "http://gate.example:1"}, "::1", ""),
        ({}, "voices.example", ""),
    ],
)
def test_the_environment_says_which_proxy(
    given: dict[str, str], host: str, leads: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    found = web_proxy.towards("https", host, 443, "a voice")
    assert (found.shown if found else "") == leads


@pytest.mark.parametrize(
    "given", ["socks5://gate.example:1080", "https://gate.example", "http://", "http://[x"]
)
def test_a_proxy_of_another_kind_is_said_and_not_passed_by(
    given: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", given)
    with pytest.raises(
        SourceError, match=r"^https://voices\.example/x: the proxy for voices\.example is no http"
    ):
        http.ask("https://voices.example/x")


def test_a_proxy_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://me:secret@127.0.0.1:9")
    with pytest.raises(
        SourceError, match=r"the proxy 127\.0\.0\.1:9 cannot be reached; check HTTPS_PROXY"
    ) as told:
        http.ask("https://voices.example/x")
    assert "secret" not in str(told.value)


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n", r"answers 407 .*: it wants a user name"),
        (b"HTTP/1.1 403 No\r\n\r\n", r"answers 403 for voices\.example: it forbids it"),
        (b"HTTP/1.0 502 Bad Gateway\r\n\r\n", r"answers 502 for voices\.example$"),
        (b"\x1b[31mhello there\r\n\r\n", "answers something that is no HTTP for"),
        (b"", r"cannot be reached \(the proxy broke off\)"),
    ],
)
def test_a_proxy_that_refuses(answer: bytes, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(lambda sock, _: sock.sendall(answer)) as url:
        monkeypatch.setenv("HTTPS_PROXY", url)
        with pytest.raises(SourceError, match=told) as error:
            http.ask("https://voices.example/x")
    assert str(error.value).isprintable()


def test_a_proxy_that_trickles_keeps_to_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    trickle, ended = drip(b"HTTP/1.1 ", b"2"), threading.Event()

    def slow(sock: socket.socket, asked: bytes) -> None:
        trickle(sock, asked)
        ended.set()

    with serving(slow) as url:
        monkeypatch.setenv("HTTPS_PROXY", url)
        with pytest.raises(SourceError, match=r"took longer than 0\.6 s"):
            http.ask("https://voices.example/x", timeout_s=0.6)
        assert not ended.is_set()


def test_what_is_for_others_is_asked_without_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy looks names up by itself: whether an address is public could not be checked."""
    asked: list[bytes] = []
    with serving(lambda _, request: asked.append(request)) as url:
        monkeypatch.setenv("HTTP_PROXY", url)
        with pytest.raises(SourceError):
            http.ask("http://voices.invalid/x", public_only=True)
    assert asked == []


def test_https_is_tunnelled_and_the_hosts_own_certificate_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl, which makes the certificate, is not installed")
    key, own = tmp_path / "key.pem", tmp_path / "own.pem"
    subject = ["-subj", "/CN=voices.example", "-addext", "subjectAltName=DNS:voices.example"]
    subprocess.run(
        [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", own, *subject],
        check=True,
        capture_output=True,
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(own, key)
    asked: list[bytes] = []

    def proxy(sock: socket.socket, request: bytes) -> None:
        asked.append(request)
        sock.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
        with suppress(OSError), context.wrap_socket(sock, server_side=True) as inner:
            while b"\r\n\r\n" not in asked[-1][len(request) :]:
                asked[-1] += inner.recv(4096)
            inner.sendall(BODY)

    with serving(proxy) as url:
        monkeypatch.setenv("HTTPS_PROXY", url)
        with pytest.raises(SourceError, match="certificate is not valid"):
            http.ask("https://voices.example/x")
        monkeypatch.setenv("SSL_CERT_FILE", str(own))
        assert http.ask("https://voices.example/x").body == b"hello"
        with pytest.raises(SourceError, match="certificate is not valid"):
            http.ask("https://other.example/x")
    tunnel, request = asked[1].split(b"\r\n\r\n", 1)
    assert tunnel.startswith(b"CONNECT voices.example:443 HTTP/1.1")
    assert request.startswith(b"GET /x HTTP/1.1\r\n")
