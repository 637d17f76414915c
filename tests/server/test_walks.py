"""Walks through the application of a real `listen serve` in Chromium, as its listeners go: adding by each
way, watching it being made, the player's clocks and keys, narrating again, sharing; axe finds nothing."""

from __future__ import annotations

import http.server
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlencode

import pytest

from listen.feed import embed
from listen.feed.addresses import Addresses
from listen.library import Library, Show, shares
from listen.library.waiting import queue
from tests.library.stories import add
from tests.server.browsing import more, opened, sound, until
from tests.server.conftest import Served, running

pytestmark = pytest.mark.slow

EXTENSION = Path(__file__).parents[2] / "docs" / "browser-extension"
PHONE = {"viewport": {"width": 390, "height": 800}, "has_touch": True}
DESKTOP = {"viewport": {"width": 1280, "height": 860}, "color_scheme": "dark"}
STORY = (
    "<!DOCTYPE html><html lang=en><head><title>The ferry at nine</title></head><body><nav>Home</nav><article>"
    "<h1>The ferry at nine</h1><p>The ferry left at nine this morning. Nobody waved to it from the pier.</p>"
    "<p>It came back in the evening. Everybody who had stayed was there by then.</p></article></body></html>"
)


@pytest.fixture(params=["phone", "desktop"])
def page(browser: Any, request: pytest.FixtureRequest) -> Iterator[Any]:
    yield from opened(browser, **(PHONE if request.param == "phone" else DESKTOP))


@dataclass
class Paper:
    """Another site, on this machine."""

    base: str
    pages: dict[str, str]


@pytest.fixture
def paper() -> Iterator[Paper]:
    pages: dict[str, str] = {"/ferry": STORY}

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            data = pages.get(self.path, "").encode()
            self.send_response(200 if data else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            """Quiet."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield Paper(f"http://localhost:{server.server_address[1]}", pages)
        server.shutdown()
        thread.join()


def listens(page: Any) -> None:
    """What was made can be heard, from the page that followed it."""
    page.get_by_role("link", name="Listen now").click()
    page.wait_for_url("**/episode/*")
    page.locator(".doing [data-play]").click()
    until(page, "document.querySelector('#sound').currentTime > 0.1")
    sound(page)
    page.locator("#play").click()


def test_the_first_visit_leads_to_the_first_episode(browser: Any, tmp_path: Path) -> None:
    with running(tmp_path, "--voice", "tone", "--jobs", "1") as (address, _):
        walk = opened(browser, **PHONE)
        page = next(walk)
        page.goto(address)
        page.get_by_role("heading", name="Nothing to hear yet").wait_for()
        sound(page)
        page.get_by_role("link", name="Add the first article").click()
        page.get_by_label("Addresses, or a text").fill("It is the first one. It is told in two sentences.")
        page.get_by_role("button", name="Narrate").first.click()
        listens(page)
        page.locator("[data-place=library]").click()
        page.locator("#cards .card").wait_for()
        assert page.locator("#cards .card").count() == 1
        sound(page)
        next(walk, None)


def test_what_a_phone_shares_waits_for_one_press(page: Any, served: Served) -> None:
    page.goto(served.page)
    manifest = page.evaluate("document.querySelector('link[rel=manifest]').href")
    target = page.request.get(manifest).json()["share_target"]
    assert target["method"] == "GET"
    before = len(queue.jobs(served.library))
    given = {"title": "Shared from afar", "text": "It was shared. It is told in two sentences.", "url": ""}
    asked = urlencode({target["params"][name]: value for name, value in given.items()})
    page.goto(f"{served.page}{target['action'].removeprefix('./')}?{asked}")
    assert len(queue.jobs(served.library)) == before  # another site may lead here: that alone adds nothing
    assert page.get_by_label("Addresses, or a text").input_value() == given["text"]
    sound(page)
    page.get_by_role("button", name="Narrate").first.click()
    page.get_by_role("heading", name="Shared from afar").wait_for()
    listens(page)
    page.get_by_role("heading", name="Shared from afar").wait_for()


def test_a_page_older_than_its_news_is_fetched_again(browser: Any, served: Served) -> None:
    walk = opened(browser, **PHONE, service_workers="block")
    page = next(walk)
    page.goto(f"{served.page}add")
    page.get_by_label("Addresses, or a text").fill("What comes late is told. It is told in two sentences.")
    page.get_by_role("button", name="Narrate").first.click()
    page.get_by_role("link", name="Listen now").wait_for()
    fetched: list[str] = []

    def older(route: Any) -> None:
        if fetched:
            route.continue_()
            return
        answer = route.fetch()
        fetched.append(answer.text())
        before = (
            fetched[0].replace('data-state="done"', 'data-state="narrating"').replace("Listen now", "Later")
        )
        route.fulfill(response=answer, body=before)

    page.route(page.url, older)
    page.goto(page.url)
    page.get_by_role("link", name="Later").wait_for()
    page.get_by_role("link", name="Listen now").wait_for()
    next(walk, None)


def test_several_addresses_fail_each_with_its_reason(page: Any, served: Served) -> None:
    page.goto(f"{served.page}add")
    page.get_by_label("Addresses, or a text").fill("one.invalid/story\nhttps://two.invalid/story")
    page.get_by_role("button", name="Narrate").first.click()
    page.get_by_role("heading", name="In the making").wait_for()
    for name in ("one.invalid", "two.invalid"):
        line = page.locator(".job", has_text=name)
        line.get_by_text("It could not be made").wait_for()
        assert "no host" in line.locator(".job-error").inner_text()
    sound(page)
    for _ in range(2):
        page.locator(".job", has_text="invalid").first.get_by_role("button", name="Dismiss").click()
        page.wait_for_timeout(200)
    until(page, "![...document.querySelectorAll('.job')].some(one => one.textContent.includes('invalid'))")


def test_the_bookmark_brings_the_address_of_the_page_one_is_at(
    page: Any, served: Served, paper: Paper
) -> None:
    page.goto(f"{served.page}add")
    bookmark = page.locator("#bookmarklet").get_attribute("href")
    assert bookmark.startswith("javascript:")
    page.goto(f"{paper.base}/ferry")
    with page.context.expect_page() as found:
        page.evaluate(unquote(bookmark.removeprefix("javascript:")))
    opened_page = found.value
    opened_page.get_by_label("Addresses, or a text").wait_for()
    assert opened_page.get_by_label("Addresses, or a text").input_value() == f"{paper.base}/ferry"
    opened_page.close()


def test_the_extension_sends_the_page_as_its_reader_sees_it(page: Any, served: Served, paper: Paper) -> None:
    """Its own script, with a browser's interface for extensions played by the test."""
    reader = page.context.new_page()
    reader.goto(f"{paper.base}/ferry")
    reader.evaluate(
        "document.querySelector('article').append('This line came when the reader had logged in.')"
    )
    page.expose_function("inTab", lambda source: reader.evaluate(f"({source})()"))
    page.add_init_script(
        "window.chrome = { storage: { local: { get: async () => ({}), set: async () => {} } },"
        "permissions: { request: async () => true }, tabs: { query: async () => [{ id: 1 }] },"
        "scripting: { executeScript: async ({ func }) => [{ result: await inTab(func.toString()) }] } };"
    )
    # An extension's pages may ask any site that they were allowed to; here they stand at the library's own.
    page.route(
        re.compile(r"/popup\.(html|js)$"),
        lambda route: route.fulfill(path=str(EXTENSION / route.request.url.rsplit("/", 1)[-1])),
    )
    page.goto(f"{served.root}popup.html")
    sound(page)
    page.get_by_label("The address of your library's page").fill(served.page)
    page.get_by_role("button", name="Listen to this page").click()
    page.get_by_text("It is on the list").wait_for()
    reader.close()
    page.goto(f"{served.page}waiting")
    until(page, "document.querySelectorAll('.job').length === 0", 30)
    entry = next(e for e in served.library.entries() if e.title == "The ferry at nine")
    page.goto(f"{served.page}episode/{entry.id}")
    assert "when the reader had logged in" in page.locator("#text").inner_text()


def test_the_player_in_another_sites_article_marks_its_text(page: Any, served: Served, paper: Paper) -> None:
    entry = served.library.entries()[-1]
    html = embed.custom_element(entry, Addresses(served.page))
    paper.pages["/clock"] = (
        f"<!DOCTYPE html><html lang=en><head><title>A clock</title></head><body><main><h1>A clock</h1>"
        "<article><p>It ticks in its tower, day and night.</p><h2>How it was found again in the tower</h2>"
        "<p>Nobody had looked for it in a hundred years. Then somebody did, with a lamp.</p></article>"
        f"{html}</main></body></html>"
    )
    page.goto(f"{paper.base}/clock")
    player = page.locator("listen-player")
    player.get_by_role("button", name="Play").wait_for()
    page.evaluate(
        "window.heard = []; for (const name of ['play', 'segment', 'pause']) document.querySelector("
        "'listen-player').addEventListener(`listen-${name}`, e => heard.push([name, e.detail?.text]))"
    )
    player.get_by_role("button", name="Play").click()
    until(page, "CSS.highlights.get('listen-segment').size === 1")
    marked = page.evaluate("[...CSS.highlights.get('listen-segment')][0].toString()")
    assert marked in page.locator("article").inner_text()
    sound(page)
    player.get_by_role("button", name="Pause").click()
    told = page.evaluate("heard")
    assert told[0][0] == "play"
    assert any(name == "segment" and text for name, text in told)


def test_the_clocks_and_keys_of_the_player(page: Any, served: Served) -> None:
    entry = served.library.entries()[-1]
    page.goto(f"{served.page}episode/{entry.id}")
    page.locator(".doing [data-play]").click()
    until(page, "!document.querySelector('#sound').paused")
    until(page, "document.querySelector('#sound').readyState > 0")  # it is where it was left before
    media = page.evaluate("(({title, artist}) => [title, artist])(navigator.mediaSession.metadata)")
    assert media == [entry.title, entry.site]
    begins = [chapter.start_ms / 1000 for chapter in entry.chapters]
    page.keyboard.press("k")  # so that no time goes by between two presses, however busy the machine is
    until(page, "document.querySelector('#sound').paused")
    page.evaluate("document.querySelector('#sound').currentTime = 0.2")
    page.get_by_role("button", name="Next chapter").click()
    until(page, f"Math.abs(document.querySelector('#sound').currentTime - {begins[1]}) < 1.5")
    page.get_by_role("button", name="Previous chapter").click()
    until(page, f"document.querySelector('#sound').currentTime < {begins[1]}")
    page.get_by_text("Chapters", exact=True).click()
    page.locator(f"[data-seek='{entry.chapters[-1].start_ms}']").click()
    until(page, f"document.querySelector('#sound').currentTime >= {begins[-1]} - 0.2")
    page.get_by_role("button", name="Previous chapter").click()
    page.locator("[data-panel=listening]").click()
    page.get_by_label("Sleep timer").select_option("chapter")
    sound(page)
    until(page, "document.querySelector('#sound').paused", 20)
    page.get_by_text("Sleep timer: paused").wait_for()
    assert page.get_by_label("Sleep timer").input_value() == ""


def test_where_one_goes_holds_though_the_sound_comes_later(page: Any, served: Served) -> None:
    """The kept place is gone to once the sound is there, unless one went elsewhere before."""
    entry = served.library.entries()[-1]
    page.goto(f"{served.page}episode/{entry.id}")
    begun = "const {load, itemOf, find, seekTo} = listen; load(itemOf(find('.episode')), 9, false);"
    place = "document.querySelector('#sound').readyState && document.querySelector('#sound').currentTime"
    page.evaluate(f"() => {{ {begun} seekTo(2); }}")
    until(page, place)
    page.wait_for_timeout(300)
    assert page.evaluate(place) == pytest.approx(2, abs=0.5)
    page.evaluate(f"() => {{ {begun} }}")
    until(page, f"Math.abs({place} - 9) < 0.5")


def test_narrated_again_it_is_the_same_episode(page: Any, served: Served) -> None:
    entry = served.library.entries()[-1]
    page.goto(f"{served.page}episode/{entry.id}")
    page.get_by_text("Say a name differently").click()
    page.get_by_label("As it is written").fill("tower")
    page.get_by_label("As it should be said").fill("belfry")
    sound(page)
    page.locator("form[action$='/name'] button").click()
    page.get_by_role("link", name="Listen now").click()
    page.wait_for_url(f"**/episode/{entry.id}")
    page.get_by_text(re.compile(rf"Version {entry.version + 1} of")).wait_for()
    assert served.library.entry(entry.id).guid == entry.guid
    assert "tower" in page.locator("#text").inner_text()  # the writer's word stays
    sound(page)


def test_an_older_version_is_found_and_played(page: Any, served: Served) -> None:
    n = 100 + served.library.count()
    add(served.library, "A tower that leans", n, "It leans to the left, said the mason.")
    entry = add(served.library, "A tower that leans", n, "It leans to the right, said the mason.")
    (old,) = served.library.older(entry.id)
    page.goto(f"{served.page}episode/{entry.id}")
    page.get_by_text("Versions (2)").click()
    page.get_by_text("The article changed").wait_for()
    sound(page)
    page.get_by_role("button", name="Play: Version 1").click()
    until(page, "!document.querySelector('#sound').paused")
    until(page, f"document.querySelector('#sound').currentSrc.endsWith({old.audio!r})")
    page.get_by_role("link", name="Version 1").click()
    page.wait_for_url(f"**/episode/{entry.id}.1")
    page.get_by_text("This is version 1, which was replaced.").wait_for()
    assert "to the left" in page.locator("#text").inner_text()
    until(page, "document.querySelector('.s.now') !== null")  # the text follows the voice
    sound(page)
    page.get_by_role("button", name="Pause").first.click()
    page.reload()  # the player knows it still, and where it leads
    page.locator("#now-link").click()
    page.wait_for_url(f"**/episode/{entry.id}.1")
    page.get_by_role("link", name="To the newest version").click()
    page.wait_for_url(f"**/episode/{entry.id}")
    assert "to the right" in page.locator("#text").inner_text()
    with served.library.reading() as db:  # where one was in another narration is no place in this one
        assert not db.execute("SELECT count(*) FROM positions WHERE episode = ?", (entry.id,)).fetchone()[0]


def test_a_token_opens_the_library_and_is_forgotten(page: Any, served: Served) -> None:
    token = shares.share(served.library, f"guest-{page.viewport_size['width']}", scopes=("listen",)).token
    page.goto(f"{served.root}login")
    page.get_by_label("token").fill("a wrong one")
    page.get_by_role("button", name="Open").click()
    page.get_by_role("alert").wait_for()
    sound(page)
    page.get_by_label("token").fill(token)
    page.keyboard.press("Enter")
    page.wait_for_url(served.root)
    page.goto(f"{served.root}settings")
    page.get_by_text("guest-").wait_for()
    page.locator("#language").select_option("de")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("heading", name="Einstellungen").wait_for()
    page.get_by_role("button", name="Abmelden").click()
    page.goto(f"{served.root}settings")
    assert "guest-" not in page.content()


def test_forms_work_in_a_browser_without_scripts(browser: Any, served: Served) -> None:
    entry = served.library.entries()[0]
    made = opened(browser, java_script_enabled=False)
    page = next(made)
    page.goto(f"{served.page}episode/{entry.id}")
    page.get_by_role("button", name="Mark as heard").click()
    page.get_by_role("button", name="Mark as not heard").click()
    page.get_by_role("button", name="Mark as heard").wait_for()
    next(made, None)


def test_a_feed_is_shared_and_found_by_its_qr_code(page: Any, served: Served) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{served.page}subscribe")
    page.get_by_role("button", name="Copy").nth(1).click()
    page.get_by_text("Copied").wait_for()
    feed = page.evaluate("navigator.clipboard.readText()")
    assert feed == served.feed
    assert page.request.get(feed).headers["content-type"].startswith("application/rss+xml")
    assert page.get_by_role("img", name=re.compile("QR|code")).count() == 1
    page.goto(feed)  # opened in a browser, a feed is a page
    page.wait_for_url("**/subscribe")
    sound(page)


def test_a_show_is_walked_into_and_out_of(
    browser: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LISTEN_HOME", str(tmp_path))
    library = Library()
    library.of("tides").save_show(Show("Of tides", only=("tide",), voice="tone"))
    with running(tmp_path, "--voice", "tone", "--jobs", "1") as (address, _):
        walk = opened(browser, **PHONE)
        page = next(walk)
        for text in ("The tide comes in. The boats go out with it.", "Nobody goes out. Nobody comes in."):
            page.goto(f"{address}add")
            page.get_by_label("Addresses, or a text").fill(text)
            page.get_by_role("button", name="Narrate").first.click()
            page.get_by_role("link", name="Listen now").wait_for()
        page.goto(address)
        assert page.locator("#cards .card").count() == 2
        page.get_by_role("link", name="Of tides").click()
        page.wait_for_url("**/shows/tides/")
        assert page.locator("#cards .card").count() == 1
        sound(page)
        more(page.locator("#cards .card").first).get_by_role("button", name="Archive").click()
        page.get_by_text("Archived").wait_for()
        page.locator("[data-place=subscribe]").click()
        page.get_by_label("Address of the feed").wait_for()
        assert page.get_by_label("Address of the feed").input_value().endswith("/shows/tides/feed.xml")
        sound(page)
        page.locator("[data-place=library]").click()
        page.get_by_role("link", name="The whole library").click()
        until(page, "document.querySelectorAll('#cards .card').length === 1")
        next(walk, None)
