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

import pytest

from listen.clean import clean, read
from listen.errors import ListenError
from listen.fetch import fetch
from tests.clean.hostile import BLOCKS, HUGE, NOTHING, P1, PAGE, STORY, WHOLE

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
    assert tuple(blocks(WHOLE[name])) == BLOCKS.get(name, STORY)


@pytest.mark.parametrize("name", NOTHING)
def test_no_article_is_a_clear_error(name: str) -> None:
    data, says = NOTHING[name]
    with pytest.raises(ListenError, match=says) as caught:
        blocks(data)
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


def test_at_least_fifty_of_our_own() -> None:
    assert len(WHOLE) + len(NOTHING) + len(HUGE) >= 150


def test_gzip_bytes_given_to_clean_itself() -> None:
    assert P1 in clean(gzip.compress(PAGE.encode())).text
