"""This module says what a batch will be and cost, from a sample of its articles: nothing is made and nothing
written.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from listen import estimate
from listen.batch import narrator, work
from listen.batch.polite import Fetcher
from listen.batch.work import Item, Job, Settings
from listen.errors import ListenError, NoArticleError
from listen.model import Source
from listen.options import Options

SAMPLE = 24
"""Articles that are looked at: lengths differ by some 70 % of their mean, so the sum is known to 15 %."""
SEED = 18
"""The same list gives the same sample."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """Holds what to expect of a list."""

    articles: int
    """Items in the list."""
    sampled: int
    failed: int
    """Of the sampled."""
    audio_h: float
    cpu_h: float
    size: int
    """Bytes of MP3."""
    spread: float
    """Standard error of these figures, relative."""
    reasons: tuple[str, ...] = ()
    """Why sampled ones failed."""

    def cost(self, price: float) -> float:
        """Return what it costs at `price` a core-hour."""
        return self.cpu_h * price


def forecast(
    items: Iterable[Item],
    voice: str | None,
    options: Options,
    delay_s: float,
    progress: Callable[[int], None] = lambda _: None,
) -> Forecast:
    """Look through the list and measure a sample. Raises NoArticleError when nothing can be narrated."""
    chance = random.Random(SEED)
    chosen: list[Item] = []
    count = 0
    for item in items:  # a reservoir: each item has the same chance, however long the list is
        count += 1
        if len(chosen) < SAMPLE:
            chosen.append(item)
        elif (place := chance.randrange(count)) < SAMPLE:
            chosen[place] = item
    settings = Settings("", voice, replace(options, jobs=1, cache=False), version=work.version())
    found: list[estimate.Estimate] = []
    reasons: list[str] = []
    for item in _fetched(chosen, delay_s):
        try:
            if item.error:
                raise NoArticleError(item.error)
            article = narrator.read(Job(item, settings, ""), settings.options)[1]
            found.append(estimate.estimate(article, voice, settings.options))
        except ListenError as error:
            reasons.append(str(error))
        except narrator.WantedPageError:
            reasons.append(f"{item.source}: it has several pages, which are not looked at here")
        progress(len(found) + len(reasons))
    if not found:
        raise NoArticleError(f"nothing can be narrated: {reasons[0] if reasons else 'the list is empty'}")
    share = count * len(found) / (len(found) + len(reasons)) / len(found)
    audio = [one.audio_ms / 3_600_000 for one in found]
    mean = sum(audio) / len(audio)
    variance = sum((a - mean) ** 2 for a in audio) / max(1, len(audio) - 1)
    return Forecast(
        articles=count,
        sampled=len(found) + len(reasons),
        failed=len(reasons),
        audio_h=sum(audio) * share,
        cpu_h=sum(one.cpu_s for one in found) / 3600 * share,
        size=round(sum(one.size for one in found) * share),
        spread=(variance / len(audio)) ** 0.5 / mean if mean else 0.0,
        reasons=tuple(reasons),
    )


def _fetched(items: list[Item], delay_s: float) -> Iterable[Item]:
    """The items with their documents, in the order of their coming."""
    import queue

    answers: queue.SimpleQueue[tuple[Item, Source | ListenError]] = queue.SimpleQueue()
    fetcher = Fetcher(lambda item, answer: answers.put((item, answer)), delay_s)
    waiting = 0
    for item in items:
        if item.url and not item.data and not item.error:
            fetcher.add(item.url, item.public_only, item)
            waiting += 1
        else:
            yield item
    for _ in range(waiting):
        item, answer = answers.get()
        if isinstance(answer, ListenError):
            yield replace(item, error=str(answer))
        else:
            yield replace(
                item, data=answer.data, url=answer.url, media_type=answer.media_type, charset=answer.charset
            )
    fetcher.close()
