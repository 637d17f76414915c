"""A page of the application in Chromium: opened, waited for, looked through."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from listen.library import Library, positions
from tests.patience import PATIENCE_S


def opened(browser: Any, **how: Any) -> Iterator[Any]:
    """A page whose console errors fail the test."""
    context = browser.new_context(**{"locale": "en-GB", **how})
    context.set_default_timeout(PATIENCE_S * 1000)
    made = context.new_page()
    errors: list[str] = []
    made.on("pageerror", lambda error: errors.append(str(error)))
    made.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    yield made
    context.close()
    assert [e for e in errors if "ERR_INTERNET_DISCONNECTED" not in e and "Failed to load" not in e] == []


def sound(page: Any) -> None:
    """What every state of every page has to be: axe content, nothing wider than the window."""
    axe_core = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    found = axe_core.Axe().run(page).response["violations"]
    assert [f"{v['id']}: {v['nodes'][0]['html'][:100]}" for v in found] == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def until(page: Any, condition: str, seconds: float = PATIENCE_S) -> None:
    """Wait for something to be so; the page's own policy forbids the usual way."""
    end = time.monotonic() + seconds
    while not page.evaluate(condition):
        assert time.monotonic() < end, condition
        page.wait_for_timeout(50)


def told(page: Any, condition: Callable[[], object]) -> None:
    """Wait until the page has told the server something."""
    end = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < end, "the page never told it"
        page.wait_for_timeout(50)


def heard_to(library: Library, episode: str) -> positions.Position:
    """Where the owner is in an episode, as the server knows."""
    known = positions.of(library, "owner")
    return known.get(episode) or positions.Position(episode, 0, False, 0)


def plays(page: Any) -> bool:
    return bool(page.evaluate("!document.querySelector('#sound').paused"))


def more(card: Any) -> Any:
    """A card whose menu is open."""
    card.locator("summary").click()
    return card
