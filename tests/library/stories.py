"""Episodes for tests: real ones by the tone voice, and made-up drafts where the audio does not matter."""

from __future__ import annotations

from pathlib import Path

from listen.library import Draft, Entry, Item, Library, adding, identity
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


def tree(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
