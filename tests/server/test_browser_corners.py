"""The application in Chromium where things come in another order than one thinks: slow answers, two tabs,
sound that has moved, a network that is gone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from listen.library import Library, adding, positions, shares
from tests.library.stories import WISH, article
from tests.server.browsing import heard_to, more, opened, told, until
from tests.server.conftest import Served, running

pytestmark = pytest.mark.slow

SLOW = """(ending) => {
  const before = window.fetch;
  window.fetch = async (url, how) => {
    if (String(url).endsWith(ending)) await new Promise((done) => setTimeout(done, 700));
    return before(url, how);
  };
}"""


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    yield from opened(browser)


def kept(page: Any, name: str) -> Any:
    return json.loads(page.evaluate(f"localStorage.getItem('listen.{name}')") or "null")


LATE_NEWS = """
const Real = window.EventSource;
window.EventSource = function (url) {
  const late = new EventTarget();
  late.close = () => {};
  setTimeout(() => {
    const told = ({ data }) => late.dispatchEvent(new MessageEvent('queue', { data }));
    new Real(url).addEventListener('queue', told);
  }, 2500);
  return late;
};
"""
"""Has the page's first news come after it looked whether it shows what is so."""


def test_a_page_whose_news_come_late_is_fetched_again_too(browser: Any, served: Served) -> None:
    walk = opened(browser, service_workers="block")
    page = next(walk)
    page.goto(f"{served.page}add")
    page.get_by_label("Addresses, or a text").fill("It is over before anybody knows. It is told in full.")
    page.get_by_role("button", name="Narrate").first.click()
    page.get_by_role("link", name="Listen now").wait_for()
    page.add_init_script(LATE_NEWS)
    fetched: list[str] = []

    def older(route: Any) -> None:
        if fetched:
            route.continue_()
            return
        answer = route.fetch()
        fetched.append(answer.text().replace('data-state="done"', 'data-state="narrating"'))
        route.fulfill(response=answer, body=fetched[0].replace("Listen now", "Later"))

    page.route(page.url, older)
    page.goto(page.url)
    page.get_by_role("link", name="Later").wait_for()
    page.get_by_role("link", name="Listen now").wait_for()
    next(walk, None)


def test_a_slow_page_does_not_come_over_the_one_that_was_asked_for_after_it(
    page: Any, served: Served
) -> None:
    page.goto(served.page)
    page.evaluate(SLOW, "settings")
    page.locator("[data-place=settings]").click()
    page.locator("[data-place=add]").click()
    page.get_by_role("heading", name="Add", exact=True).wait_for()
    page.wait_for_timeout(1000)
    assert page.get_by_role("heading", name="Add", exact=True).count() == 1
    assert page.url.endswith("/add")
    page.go_back()
    until(page, "location.pathname.endsWith('/') && document.querySelector('#cards')")


def test_to_the_content_is_no_other_page(page: Any, served: Served) -> None:
    page.goto(f"{served.page}settings")
    page.evaluate("() => { window.asked = []; window.fetch = (...of) => asked.push(of); }")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_timeout(300)
    assert page.evaluate("document.activeElement.id") == "main"
    assert page.evaluate("asked") == []


def test_a_form_that_was_not_sent_can_be_sent_again(page: Any, served: Served) -> None:
    page.goto(f"{served.page}add")
    page.locator("#text").fill("Three words here, and then some more of them.")
    page.context.set_offline(True)
    button = page.locator("#adding button.main")
    button.click()
    page.locator("#toast span").wait_for()
    until(page, "!document.querySelector('#adding button.main').disabled")
    page.context.set_offline(False)
    button.click()
    page.get_by_role("link", name="Listen now").wait_for()


def test_what_cannot_be_undone_is_not_said_to_be(page: Any, served: Served) -> None:
    page.goto(served.page)
    more(page.locator("#cards .card").first).get_by_role("button", name="Archive").click()
    page.get_by_role("button", name="Undo").wait_for()
    page.evaluate("() => { window.fetch = () => Promise.reject(new TypeError('no network')); }")
    page.get_by_role("button", name="Undo").click()
    page.get_by_text("No connection").wait_for()
    page.wait_for_timeout(300)
    assert "Back in the library" not in page.locator("#toast").inner_text()
    for entry in served.library.entries():
        with served.library.writing() as db:
            db.execute("UPDATE episodes SET archived = NULL WHERE id = ?", (entry.id,))


def test_the_speed_that_one_chose_elsewhere_holds_in_a_new_browser(browser: Any, served: Served) -> None:
    positions.keep(served.library, "owner", speed=1.5)
    made = opened(browser)
    page = next(made)
    page.goto(served.page)
    until(page, "document.querySelector('#rate').innerText === '1.5×'")
    page.keyboard.press("Tab")
    next(made, None)
    positions.keep(served.library, "owner", speed=1.0)


def test_a_tab_that_played_nothing_has_no_word_on_the_place(page: Any, served: Served) -> None:
    entry = served.library.entries()[-1]
    page.goto(served.page)
    page.locator("#cards .card [data-play]").last.click()
    until(page, "document.querySelector('#sound').currentTime > 1.5")
    page.locator("#play").click()
    told(page, lambda: heard_to(served.library, entry.id).at_ms > 1000)
    page.reload()
    until(page, "document.querySelector('#sound').currentTime > 1")
    positions.put(served.library, "owner", entry.id, 9000)  # heard on, on the way home
    page.goto("about:blank")
    page.wait_for_timeout(300)
    assert positions.of(served.library, "owner")[entry.id].at_ms == 9000
    page.goto(f"{served.page}episode/{entry.id}")
    page.get_by_role("link", name="Read along").click()
    until(page, "document.querySelector('audio').currentTime > 8.5")
    positions.put(served.library, "owner", entry.id, 5000)
    page.goto("about:blank")
    page.wait_for_timeout(300)
    assert positions.of(served.library, "owner")[entry.id].at_ms == 5000


def test_two_tabs_have_one_playlist(page: Any, served: Served) -> None:
    page.goto(served.page)
    page.locator("#cards .card [data-play]").first.click()
    until(page, "!document.querySelector('#sound').paused")
    page.locator("#play").click()
    other = page.context.new_page()
    other.goto(served.page)
    more(page.locator("#cards .card").nth(1)).locator("[data-queue]").click()
    until(other, "document.querySelectorAll('#playlist li').length === 1")
    more(other.locator("#cards .card").nth(0)).locator("[data-queue]").click()
    until(page, "document.querySelectorAll('#playlist li').length === 2")
    assert len(kept(page, "playlist")) == 2


def test_sound_that_has_another_address_by_now_is_found(page: Any, served: Served) -> None:
    entry = served.library.entries()[-1]
    page.goto(served.page)
    was = {"id": entry.id, "title": "Before", "source": "", "audio": f"{served.page}e/{entry.id}/gone.mp3",
           "ms": 1000, "chapters": []}  # fmt: skip
    page.evaluate("was => localStorage.setItem('listen.current', JSON.stringify(was))", was)
    page.reload()
    until(page, f"document.querySelector('#sound').src.endsWith({entry.audio!r})")
    assert page.locator("#now-title").inner_text() == entry.title
    page.locator("#play").click()
    until(page, "document.querySelector('#sound').currentTime > 0.3")
    page.locator("#play").click()
    assert [title for _, title in kept(page, "current")["chapters"]] == [c.title for c in entry.chapters]
    page.evaluate(
        "was => localStorage.setItem('listen.current', JSON.stringify(was))", was | {"id": "0" * 12}
    )
    page.goto("about:blank")
    page.goto(served.page)
    until(page, "document.querySelector('#player').hidden")
    assert kept(page, "current") is None


def test_single_keys_can_be_switched_off(page: Any, served: Served) -> None:
    page.goto(served.page)
    page.locator("#cards .card [data-play]").first.click()
    until(page, "!document.querySelector('#sound').paused")
    page.locator("[data-place=settings]").click()
    switch = page.get_by_role("checkbox", name="Keyboard shortcuts")
    switch.uncheck()
    page.locator("h1").click()
    page.keyboard.press("k")
    page.wait_for_timeout(200)
    assert not page.evaluate("document.querySelector('#sound').paused")
    page.reload()
    assert not switch.is_checked()
    switch.check()
    page.locator("h1").click()
    page.keyboard.press("+")
    until(page, "document.querySelector('#rate').innerText === '1.1×'")
    page.keyboard.press("-")


def test_a_sleep_timer_means_the_chapter_where_one_is(page: Any, served: Served) -> None:
    page.goto(served.page)
    page.locator("#cards .card [data-play]").last.click()
    until(page, "document.querySelector('#sound').currentTime > 0.2")
    page.locator("[data-panel=listening]").click()
    page.locator("#sleep").select_option("chapter")
    page.keyboard.press("Escape")
    page.locator("#position").evaluate("(s) => { s.value = s.max / 2; s.dispatchEvent(new Event('input')); }")
    page.wait_for_timeout(600)
    assert not page.evaluate("document.querySelector('#sound').paused")
    assert page.locator("#sleep").input_value() == "chapter"


def test_a_language_that_there_is_not_is_shown_as_it_is(
    browser: Any, tmp_path: Path, monkeypatch: Any
) -> None:
    monkeypatch.setenv("LISTEN_HOME", str(tmp_path))
    library = Library()
    adding.add_article(library, replace(article(), lang="en_x-!"), None, WISH)
    adding.add_article(library, article("Another", "https://example.org/b"), None, WISH)
    with running(tmp_path) as (address, _):
        made = opened(browser)
        page = next(made)
        page.goto(address)
        until(page, "[...document.querySelectorAll('time')].every((one) => !one.innerText.includes('-'))")
        next(made, None)


def test_whoever_logs_out_leaves_nothing_behind(page: Any, served: Served) -> None:
    token = shares.share(served.library, "guest", may_add=True).token
    page.goto(f"{served.root}login")
    page.locator("input[name=token]").fill(token)
    page.locator("form button").first.click()
    page.locator("#cards").wait_for()
    page.locator("#cards .card [data-play]").first.click()
    until(page, "document.querySelector('#sound').currentTime > 1.5")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.locator("#play").click()
    until(page, "Object.keys(localStorage).some((key) => key.startsWith('listen.place'))")
    page.evaluate("caches.open('listen-audio').then(() => true)")
    page.locator("[data-place=settings]").click()
    page.get_by_role("button", name="Log out").click()
    page.wait_for_url(served.root)
    until(page, "document.readyState === 'complete'")
    names = page.evaluate("Object.keys(localStorage)")
    assert not [name for name in names if name.startswith("listen.place")]
    assert not kept(page, "untold")
    assert not page.evaluate("caches.has('listen-audio')")
    assert kept(page, "current") is None
