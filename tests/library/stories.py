"""Episodes for tests: real ones by the tone voice, and made-up drafts where the audio does not matter."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from listen.library import Draft, Entry, Item, Library, adding, identity
from listen.library.database import schema
from listen.model import Article, Block, Chapter
from listen.options import Options

WISH = adding.Wish(voice="tone", options=Options(profile="podcast", jobs=1))


def article(
    title: str = "A clock", url: str | None = "https://example.org/clock", body: str = "It ticks."
) -> Article:
    # Every sentence is long enough to sound in more than one whole second: some checkers count in those.
    blocks = (
        Block("paragraph", body),
        Block("heading", "How it was found again in the tower", level=2),
        Block("paragraph", "Nobody had looked for it in a hundred years. Then somebody did, with a lamp."),
        Block("heading", "What came after that, and who wound it", level=2),
        Block("paragraph", "It was wound again on the first of May."),
    )
    return Article(
        title, "en-GB", blocks, byline="Ann Other", url=url, published="2024-05-03", site="The Paper"
    )


def add(library: Library, title: str = "A clock", n: int = 0, body: str = "It ticks.") -> Entry:
    url = f"https://example.org/clock-{n}"
    return adding.add_article(library, article(title, url, body), None, WISH).entry


def keep_draft(library: Library, n: int, version: int = 1, audio: bytes = b"audio") -> Entry:
    """An episode whose files hold next to nothing."""
    key = identity.identity(f"https://example.org/{n}", article())
    guid = identity.guid(key)
    name = f"story-{n}-{version:010x}.mp3"
    with library.staging() as staged:
        (staged / name).write_bytes(audio)
        draft = Draft(
            identity=key, guid=guid, version=version, digest=f"{n} {version}", title=f"Story {n}", lang="en",
            summary="Words.", audio=name, sha256="0" * 64, duration_ms=60_000,
            chapters=(Chapter("Story", 0, 30_000), Chapter("Rest", 30_000, 60_000)),
            files=(Item(name, len(audio)),), voices=("a tone",), url=f"https://example.org/{n}",
        )  # fmt: skip
        return library.keep(staged, draft)


def fill(library: Library, count: int) -> None:
    """Rows for made-up episodes of ten chapters; their files would only wear the disk."""
    db = sqlite3.connect(library.folder / schema.NAME)
    have = db.execute("SELECT count(*) FROM episodes").fetchone()[0]
    (data,) = db.execute("SELECT data FROM episodes ORDER BY seq LIMIT 1").fetchone()
    form = json.loads(data)
    form["summary"] = "Many words of a summary stand here. " * 11
    form["chapters"] = [
        {"title": f"A chapter, number {n}", "start_ms": n * 60_000, "end_ms": (n + 1) * 60_000}
        for n in range(10)
    ]
    for n in range(have, count):
        guid = identity.guid(f"bench:{n}")
        form |= {"title": f"Story {n}", "digest": str(n)}
        day = f"20{10 + n // 400 % 15:02}-{n // 28 % 12 + 1:02}-{n % 28 + 1:02}T00:00:00Z"
        db.execute(
            "INSERT INTO episodes (id, guid, identity, version, folder, added, updated, pub, data) "
            "VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?)",
            (identity.short(guid), guid, f"bench:{n}", f"episodes/{n}/1-x", day, day, day, json.dumps(form)),
        )
    db.commit()
    db.close()


def tree(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
