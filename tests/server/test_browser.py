"""The pages of a real `listen serve` in Chromium: they play, add, keep their policy; axe finds nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.page.browser import chromium
from tests.server.conftest import Served

pytestmark = pytest.mark.slow

axe_core = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as made:
        yield made


@pytest.fixture
def page(browser: Any, served: Served) -> Iterator[Any]:
    """A page whose console errors fail the test."""
    made = browser.new_page()
    errors: list[str] = []
    made.on("pageerror", lambda error: errors.append(str(error)))
    made.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    yield made
    made.close()
    assert errors == []


def axe(page: Any) -> list[str]:
    found = axe_core.Axe().run(page).response["violations"]
    return [f"{v['id']}: {v['nodes'][0]['html'][:100]}" for v in found]


def test_the_list_plays_and_axe_finds_nothing(page: Any, served: Served) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(served.page)
    assert page.locator("h2").all_inner_texts() == [e.title for e in served.library.entries()]
    assert axe(page) == []
    length, played = page.evaluate(
        """async () => {
          const audio = document.querySelector('audio'); audio.muted = true; await audio.play();
          audio.currentTime = audio.duration - 0.3;
          await new Promise(done => audio.addEventListener('ended', done, { once: true }));
          await new Promise(done => setTimeout(done, 500));
          return [audio.duration, audio.currentTime];
        }"""
    )
    newest = served.library.entries()[0]
    assert abs(length * 1000 - newest.duration_ms) < 60
    assert played == length
    assert served.library.entry(newest.id).heard is not None
    assert [url for url in asked if not url.startswith(served.root)] == []


def test_the_feeds_address_is_copied(page: Any, served: Served) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(served.page)
    for blocked in (False, True):  # without TLS there is no clipboard to write to, only the old way
        if blocked:
            page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
            page.get_by_role("status").evaluate("status => { status.textContent = ''; }")
        page.get_by_role("button", name="Copy it").click()
        page.get_by_text("Copied").wait_for()
        assert page.evaluate("document.activeElement.textContent") == "Copy it"
    page.goto(served.page)
    page.locator("input").first.press("Control+V")
    assert page.locator("input").first.input_value() == served.feed


@pytest.mark.parametrize("width", [320, 1280])
def test_it_fits_a_phone_and_targets_are_large_enough(page: Any, served: Served, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(served.page)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    for box in [b.bounding_box() for b in page.locator("button, input").all()]:
        assert min(box["width"], box["height"]) >= 24


def test_adding_is_shown_until_it_is_over(page: Any, served: Served) -> None:
    page.goto(served.page)
    page.get_by_label("Listen to an article").fill("http://127.0.0.1:1/story")
    page.get_by_label("Listen to an article").press("Enter")
    page.get_by_text("It could not be added").wait_for()
    assert "not on the public internet" in page.get_by_role("status").inner_text()
    assert axe(page) == []
    page.get_by_role("link", name="To the episodes").click()
    page.wait_for_url(served.page)


def test_the_story_page_works_behind_the_servers_policy(page: Any, served: Served) -> None:
    page.goto(served.page)
    page.locator("h2 a").first.click()
    page.locator("audio").wait_for(state="attached")
    ready = "document.querySelector('audio').readyState >= 1"
    page.wait_for_function(ready)
    assert page.evaluate("document.querySelector('audio').duration") > 1
