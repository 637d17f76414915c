"""Input that breaks extractors: exactly the story, or the error that says what it is; and never much memory.

How long each takes is measured by `python tests/bench/hostile.py`, each in a process of its own with limits.
"""

from __future__ import annotations

import gzip
import io
import re
import resource
import sys
from collections.abc import Iterator
from dataclasses import replace

import pytest

from listen.clean import clean, read
from listen.errors import ListenError
from listen.sources.fetch import fetch
from tests.clean.hostile import BLOCKS, HUGE, NOTHING, P1, PAGE, STORY, WHOLE
from tests.clean.hostile_many import MANY, broken, media_type

pytestmark = pytest.mark.slow

MEMORY = 1_000_000
"""Most KB by which one input may raise the peak of the process."""


def peak() -> int:
    """KB; 0 where the system counts otherwise."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss if sys.platform == "linux" else 0


@pytest.fixture(autouse=True)
def within_memory() -> Iterator[None]:
    before = peak()
    yield
    assert peak() - before < MEMORY


def blocks(data: bytes) -> list[str]:
    """As the command line does it: through fetch's unpacking, then read."""
    return [block.text for block in read(fetch("-", stdin=io.BytesIO(data))).article.blocks]


@pytest.mark.parametrize("name", WHOLE)
def test_exactly_the_story_comes_out(name: str) -> None:
    assert tuple(blocks(WHOLE[name]())) == BLOCKS.get(name, STORY)


@pytest.mark.parametrize("name", NOTHING)
def test_no_article_is_a_clear_error(name: str) -> None:
    make, says = NOTHING[name]
    with pytest.raises(ListenError, match=says) as caught:
        blocks(make())
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) > 20


@pytest.mark.parametrize("name", ["50 MB of links", "50 MB of script", "50 MB of divs"])
def test_fifty_megabytes(name: str) -> None:
    make, says = HUGE[name]
    if says:
        with pytest.raises(ListenError, match=re.escape(says)):
            blocks(make())
    else:
        assert tuple(blocks(make())) == STORY


COSTLY = frozenset(
    [
        "a book of 20,000 paragraphs",
        "50,000 headings",
        "20,000 headings, each with a line",
        "20,000 embedded posts",
        "50,000 articles",
        "50,000 labels over lists",
        "50,000 classes",
        "an EPUB with a part of 200 MB",
    ]
)
"""Those of more than two seconds, which the benchmark alone runs."""


@pytest.mark.parametrize("name", [name for name in MANY if name not in COSTLY])
def test_too_much_of_something(name: str) -> None:
    make, says = MANY[name]
    source = replace(fetch("-", stdin=io.BytesIO(make())), media_type=media_type(name))
    if isinstance(says, str) and says:
        with pytest.raises(ListenError, match=says):
            read(source)
    else:
        article = read(source).article
        assert not broken(name, tuple(block.text for block in article.blocks))
        # What is written must be writable: no half characters, no NULs.
        said = "".join((article.title, article.byline or "", article.text))
        assert "\0" not in said.encode("utf-8").decode("utf-8")


def test_at_least_fifty_of_our_own() -> None:
    assert len(WHOLE) + len(NOTHING) + len(HUGE) >= 150


def test_gzip_bytes_given_to_clean_itself() -> None:
    assert P1 in clean(gzip.compress(PAGE.encode())).text
