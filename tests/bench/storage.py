"""S3 for real: uploads that are killed at random while a subscriber reads the feed, against moto's server.

    pip install -q 'moto[server]' s3fs && python -m tests.bench.storage [KILLS]

Too heavy for the test suite (330 MB installed). Everything stays on this machine; what it starts it ends.
Prints one line a figure, and leaves with status 1 if the subscriber ever met a file that was missing or of
another length.
"""

from __future__ import annotations

import logging
import os
import random
import re
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field

from listen.feed import publishing
from listen.library import Library, Show
from tests.library.stories import keep_draft
from tests.library.test_crash import kill_at_random

BASE = "https://pod.example/"
PLACE = "s3://pod/site"
SIZES = (30_000, 400_000, 6_000_000)
UPLOADING = """
import sys
from listen.feed import publishing
from listen.library import Library
from tests.library.stories import keep_draft
library = Library()
start = int(sys.argv[1])
for n in range(start, 10**6):
    # Every other one is a new version of the one before.
    keep_draft(library, n // 2, version=n % 2 + 1, audio=bytes(SIZES[n % 3]))
    publishing.build(library, "s3://pod/site", "https://pod.example/")
    print(n, flush=True)
""".replace("SIZES", repr(SIZES))


@dataclass(eq=False)
class Subscriber(threading.Thread):
    """Reads the feed again and again, as an app does, and asks for every file that it names."""

    root: str
    feeds: set[str] = field(default_factory=set)
    polls: int = 0
    asked: int = 0
    lies: list[str] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        super().__init__(daemon=True)

    def run(self) -> None:
        while not self.over.is_set():
            feed = self._get("feed.xml").decode()
            self.polls += 1
            new = feed not in self.feeds
            self.feeds.add(feed)
            named = re.findall(r'<enclosure url="https://pod\.example/(\S+?)" length="(\d+)"', feed)
            for name, length in named if new else named[:20]:
                self.asked += 1
                found = self._length(name)
                if found != int(length):
                    self.lies.append(f"{name}: {found} in place of {length}")
            time.sleep(0.02)

    def _get(self, name: str) -> bytes:
        with urllib.request.urlopen(_signed(self.root + name), timeout=30) as reply:
            data: bytes = reply.read()
            return data

    def _length(self, name: str) -> int:
        try:
            with urllib.request.urlopen(_signed(self.root + name, "HEAD"), timeout=30) as reply:
                return int(reply.headers["Content-Length"])
        except urllib.error.HTTPError as error:
            return -error.code


def _signed(url: str, method: str = "GET") -> urllib.request.Request:
    """As somebody who may read: moto looks whether a signature is there, not at it."""
    who = "AWS4-HMAC-SHA256 Credential=x/20240503/us-east-1/s3/aws4_request"
    return urllib.request.Request(url, method=method, headers={"Authorization": who})


def main() -> int:
    """Upload, kill, look; returns the exit status."""
    from moto.server import ThreadedMotoServer

    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    endpoint = f"http://{host}:{port}"
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {
            "LISTEN_HOME": folder,
            "AWS_ENDPOINT_URL": endpoint,
            "AWS_ACCESS_KEY_ID": "x",
            "AWS_SECRET_ACCESS_KEY": "x",
            "AWS_DEFAULT_REGION": "us-east-1",
        }
        try:
            return _measure(f"{endpoint}/pod/", kills)
        finally:
            server.stop()


def _measure(bucket: str, kills: int) -> int:
    import fsspec

    fsspec.filesystem("s3").mkdir("pod")
    library = Library()
    library.save_show(Show(public=True))
    keep_draft(library, 10**6, audio=bytes(SIZES[1]))
    first = publishing.build(library, PLACE, BASE).site
    again = publishing.build(library, PLACE, BASE).site
    print(f"first build                  {first.written} objects; at once again {again.written}")
    with urllib.request.urlopen(_signed(f"{bucket}site/feed.xml")) as reply:
        print(
            f"the feed's headers           {reply.headers['Content-Type']}, {reply.headers['Cache-Control']}"
        )
    subscriber = Subscriber(f"{bucket}site/")
    subscriber.start()
    chance, n, done = random.Random(6), 0, 0
    start = time.monotonic()
    for _ in range(kills):
        lines = kill_at_random(UPLOADING, n, after=chance)
        done += len(lines)
        n += len(lines) + 1
    subscriber.over.set()
    subscriber.join(60)
    built = publishing.build(library, PLACE, BASE).site
    print(f"uploads                      {done} whole, {kills} killed, in {time.monotonic() - start:.0f} s")
    print(
        f"subscriber                   {subscriber.polls} polls, {len(subscriber.feeds)} different feeds, "
        f"{subscriber.asked} enclosures asked for; missing or of wrong length: {len(subscriber.lies)}"
    )
    print(f"the build after the kills    {built.written} objects written, {built.episodes} episodes")
    for lie in subscriber.lies[:5]:
        print(lie, file=sys.stderr)
    return 1 if subscriber.lies or subscriber.is_alive() else 0


if __name__ == "__main__":
    sys.exit(main())
