"""The page in Chromium: the clock, the clicks, the keyboard, what assistive technology is told."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from listen.model import Article, Episode
from tests.page.browser import chromium, served
from tests.patience import PATIENCE_S

pytestmark = pytest.mark.slow

LATE_MS = 50
RECORD = """
() => {
  if (window.seen) return;
  window.seen = { cues: [], sentences: [], words: [] };
  const audio = document.querySelector('audio');
  const track = document.querySelector('track[kind=metadata]').track;
  track.addEventListener('cuechange', () => {
    if (track.activeCues.length) seen.cues.push([track.activeCues[0].id, audio.currentTime * 1000]);
  });
  new MutationObserver((changes) => {
    for (const { target } of changes)
      if (target.classList.contains('now')) seen.sentences.push([target.id, audio.currentTime * 1000]);
  }).observe(document.body, { subtree: true, attributeFilter: ['class'] });
  const marks = CSS.highlights.get('spoken-word');
  const add = marks.add;
  marks.add = (range) => {
    const sentence = range.startContainer.parentElement.closest('.s').id;
    seen.words.push([sentence, String(range), audio.currentTime * 1000]);
    return add.call(marks, range);
  };
}
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def address(page_file: Path) -> Iterator[str]:
    with served(page_file.parent) as base:
        yield f"{base}/{page_file.name}"


@pytest.fixture
def requests() -> list[str]:
    return []


@pytest.fixture
def opened(browser: Any, address: str, requests: list[str]) -> Iterator[Any]:
    """The page, opened afresh; console errors fail the test, requests are noted."""
    context = browser.new_context(viewport={"width": 1000, "height": 800}, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE_S * 1000)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda line: errors.append(line.text) if line.type == "error" else None)
    page.on("request", lambda request: requests.append(request.url))
    page.route("**/favicon.ico", lambda route: route.fulfill(status=204))
    page.goto(address)
    until(page, "document.querySelector('audio').readyState >= 1")
    yield page
    assert errors == []
    context.close()


def until(page: Any, condition: str, seconds: float = PATIENCE_S) -> None:
    """Wait for a condition; the page's policy forbids the evaluating that Playwright's own waiting does."""
    deadline = time.monotonic() + seconds
    while not page.evaluate(condition):
        assert time.monotonic() < deadline, f"never came true: {condition}"
        page.wait_for_timeout(30)


def at_ms(page: Any) -> float:
    found: float = page.evaluate("document.querySelector('audio').currentTime * 1000")
    return found


def play_through(page: Any, speed: float, from_ms: int, to_ms: int) -> dict[str, list[Any]]:
    """What was seen while a stretch of the audio played."""
    page.evaluate(RECORD)
    page.evaluate(
        """async ([speed, from, to]) => {
          const audio = document.querySelector('audio');
          audio.currentTime = from / 1000;
          await new Promise((done) => audio.addEventListener('seeked', done, { once: true }));
          audio.playbackRate = speed;
          for (const list of Object.values(seen)) list.length = 0;
          await audio.play();
          await new Promise((done) => {
            const check = () => (audio.currentTime * 1000 >= to ? done() : setTimeout(check, 20));
            check();
          });
          audio.pause();
        }""",
        [speed, from_ms, to_ms],
    )
    seen: dict[str, list[Any]] = page.evaluate("seen")
    return seen


@pytest.mark.slow
@pytest.mark.parametrize("speed", [1, 2])
def test_cues_sentences_and_words_come_in_order_and_in_time(
    opened: Any, told: tuple[Episode, Article], speed: int
) -> None:
    episode, _ = told
    due = {cue.id: cue.start_ms for cue in episode.cues}
    late: dict[str, float] = {}
    for _attempt in range(6):  # a busy machine may drop a frame; a late clock is late every time
        seen = play_through(opened, speed, episode.cues[1].start_ms - 100, episode.cues[6].end_ms)
        ids = [ident for ident, _ in seen["cues"]]
        assert ids == [c.id for c in episode.cues[1:7]]
        assert [ident for ident, _ in seen["sentences"]][-6:] == ids
        late = {
            "cue": max(at - due[ident] for ident, at in seen["cues"]),
            "sentence": max(at - due[ident] for ident, at in seen["sentences"] if ident in ids),
            "word": max(word_lateness(episode, seen["words"])),
        }
        print(f"{speed}×: {late}")
        if max(late.values()) <= LATE_MS:
            break
    assert max(late.values()) <= LATE_MS, late


def word_lateness(episode: Episode, seen: list[Any]) -> list[float]:
    """Each marked word's time against words.json's; a word marked out of turn fails."""
    (words_file,) = (p for p in episode.sidecars if p.name.endswith(".words.json"))
    cues = {c["id"]: c for c in json.loads(words_file.read_text("utf-8"))["cues"]}
    found, turn = [], dict.fromkeys(cues, 0)
    for ident, text, at in seen:
        words = cues[ident]["words"][turn[ident] :]
        ahead, word = next((n, w) for n, w in enumerate(words) if cues[ident]["text"][w[0] : w[1]] == text)
        turn[ident] += ahead + 1
        assert ahead <= 1, f"{ident}: words were passed over before {text!r}"
        found.append(at - word[2])
    assert len(found) > 20
    assert min(found) > -LATE_MS / 2
    return found


def test_a_click_on_a_sentence_plays_from_there(opened: Any, told: tuple[Episode, Article]) -> None:
    for cue in (told[0].cues[4], told[0].cues[9], told[0].cues[2]):
        opened.evaluate(
            "document.querySelector('audio').play = async () => {}"
        )  # where it lands, not how far it ran
        opened.locator(f"#{cue.id}").click()
        assert abs(at_ms(opened) - cue.start_ms) < LATE_MS
        assert "now" in opened.locator(f"#{cue.id}").get_attribute("class")


def test_a_chapter_plays_from_its_beginning(opened: Any, told: tuple[Episode, Article]) -> None:
    opened.evaluate("document.querySelector('audio').play = async () => {}")
    opened.get_by_role("button", name="Chapters").click()
    for n, chapter in enumerate(told[0].chapters):
        opened.locator(f"#chapters li[data-chapter='{n}'] a").click()
        assert abs(at_ms(opened) - chapter.start_ms) < LATE_MS
        assert opened.locator(f"#chapters li[data-chapter='{n}'] a").get_attribute("aria-current") == "true"


@pytest.mark.parametrize("cue_number", [3, 8])
def test_addresses_of_moments_and_sentences(
    opened: Any, address: str, told: tuple[Episode, Article], cue_number: int
) -> None:
    cue = told[0].cues[cue_number]
    for fragment in (f"#t={cue.start_ms / 1000}", f"#{cue.id}"):
        opened.goto("about:blank")
        opened.goto(address + fragment)
        until(opened, "document.querySelector('audio').readyState >= 1")
        assert abs(at_ms(opened) - cue.start_ms) < LATE_MS
        assert opened.locator(".now").get_attribute("id") == cue.id
        assert opened.evaluate("document.querySelector('audio').paused")


def test_an_address_that_names_no_moment_is_the_beginning(opened: Any, address: str) -> None:
    """Half a percent sign is no letter: the page had stopped there, without chapters and without a place."""
    for fragment in ("#100%", "#%E4", "#t=.", "#s999999"):
        opened.goto("about:blank")
        opened.goto(address + fragment)
        until(opened, "document.querySelector('audio').readyState >= 1")
        assert at_ms(opened) == 0
        assert opened.locator("#chapters li, .contents li").first.count() == 1


def test_it_resumes_where_it_was_and_keeps_the_readers_settings(opened: Any) -> None:
    opened.evaluate("document.querySelector('audio').currentTime = 7.5")
    opened.get_by_role("button", name="Reading").click()
    opened.get_by_label("Colours").select_option("sepia")
    opened.get_by_label("Text size").fill("130")
    opened.reload()
    until(opened, "document.querySelector('audio').readyState >= 1")
    assert abs(at_ms(opened) - 7500) < LATE_MS
    assert opened.locator("html").get_attribute("data-theme") == "sepia"
    assert opened.evaluate("document.documentElement.style.getPropertyValue('--size')") == "130"


def test_the_keyboard_alone_is_enough(opened: Any, told: tuple[Episode, Article]) -> None:
    """Skip link, player, a panel and back, then into the text: each with a name, none by mouse."""
    cues = told[0].cues
    opened.evaluate("document.querySelector('audio').play = async () => {}")
    named = """((e) => (e.getAttribute('aria-label') || e.labels?.[0]?.textContent || e.textContent).trim())(
        document.activeElement)"""
    visited = []
    for _ in range(12):
        opened.keyboard.press("Tab")
        visited.append(opened.evaluate(named))
    assert visited[:10] == [
        "Skip to the text",
        "Position",
        "Back 10 seconds",
        "Previous sentence",
        "Play",
        "Next sentence",
        "Forward 30 seconds",
        "1× Listening",
        "Chapters",
        "Reading",
    ]
    opened.get_by_role("button", name="Listening").focus()
    opened.keyboard.press("Enter")
    opened.keyboard.press("Tab")
    opened.keyboard.press("Tab")
    opened.keyboard.press("Tab")
    assert opened.evaluate(named) == "Slower"
    opened.keyboard.press("Escape")
    assert opened.evaluate(named) == "1× Listening"
    assert opened.locator("#listening").is_hidden()
    opened.locator(".s[tabindex='0']").focus()
    opened.keyboard.press("ArrowDown")
    opened.keyboard.press("ArrowDown")
    assert opened.evaluate("document.activeElement.id") == cues[3].id
    opened.keyboard.press("Enter")
    assert abs(at_ms(opened) - cues[3].start_ms) < LATE_MS
    assert opened.evaluate("document.activeElement.id") == cues[3].id  # the focus stays where it was


def test_single_keys_work_and_can_be_turned_off(opened: Any, told: tuple[Episode, Article]) -> None:
    cues, chapters = told[0].cues, told[0].chapters
    steps = [
        ("ArrowRight", cues[0].start_ms),
        ("ArrowRight", cues[1].start_ms),
        ("ArrowRight", cues[2].start_ms),
        ("ArrowLeft", cues[1].start_ms),
        ("Shift+ArrowRight", cues[3].start_ms),
        ("Shift+ArrowLeft", cues[1].start_ms),
        ("]", chapters[1].start_ms),
        ("[", chapters[0].start_ms),
        ("l", 30_000),
        ("j", 20_000),
    ]
    for key, due in steps:
        opened.keyboard.press(key)
        assert abs(at_ms(opened) - due) < LATE_MS, key
    opened.keyboard.press("+")
    assert opened.evaluate("document.querySelector('audio').playbackRate") == pytest.approx(1.1)
    before = at_ms(opened)
    opened.get_by_role("button", name="Listening").click()
    opened.get_by_label("Keyboard shortcuts").uncheck()
    opened.keyboard.press("Escape")
    opened.evaluate("document.activeElement.blur()")
    for key in ("ArrowRight", "l", "]", " "):
        opened.keyboard.press(key)
    assert at_ms(opened) == before
    assert opened.evaluate("document.querySelector('audio').paused")


def test_the_sleep_timer_pauses_at_the_end_of_the_chapter(opened: Any, told: tuple[Episode, Article]) -> None:
    end = told[0].chapters[0].end_ms
    opened.evaluate(f"document.querySelector('audio').currentTime = {end / 1000 - 1}")
    opened.get_by_role("button", name="Listening").click()
    opened.get_by_label("Sleep timer").select_option("chapter")
    opened.get_by_role("button", name="Play").click()
    until(opened, "document.querySelector('#status').textContent.includes('Sleep timer')")
    assert opened.evaluate("document.querySelector('audio').paused")
    assert abs(at_ms(opened) - end) < 400


def test_scrolling_by_hand_stops_the_page_from_running_after_the_voice(
    opened: Any, told: tuple[Episode, Article]
) -> None:
    opened.set_viewport_size({"width": 400, "height": 500})
    opened.locator(f"#{told[0].cues[1].id}").click()
    opened.mouse.wheel(0, 3000)
    until(opened, "window.scrollY > 500")
    button = opened.get_by_role("button", name="Back to the voice")
    button.wait_for()
    where = opened.evaluate("window.scrollY")
    opened.evaluate(f"document.querySelector('audio').currentTime = {told[0].cues[2].start_ms / 1000}")
    opened.wait_for_timeout(300)
    assert opened.evaluate("window.scrollY") == where
    button.click()
    until(opened, f"window.scrollY < {where}")


def test_browsers_without_the_highlight_registry_mark_the_word_in_the_text(
    browser: Any, address: str, told: tuple[Episode, Article]
) -> None:
    page = browser.new_page()
    page.add_init_script("delete window.Highlight")
    page.goto(address)
    until(page, "document.querySelector('audio').readyState >= 1")
    cue = told[0].cues[1]
    for word in cue.words[:3]:
        page.evaluate(f"document.querySelector('audio').currentTime = {(word.start_ms + 5) / 1000}")
        until(
            page, f"document.querySelector('mark.word')?.textContent === {cue.text[word.start : word.end]!r}"
        )
    assert page.locator(f"#{cue.id}").inner_text() == cue.text
    page.close()


def test_headphones_and_lock_screens_are_told(opened: Any, told: tuple[Episode, Article]) -> None:
    metadata = "({ title, artist }) => [title, artist]"
    shown = opened.evaluate(f"({metadata})(navigator.mediaSession.metadata)")
    assert shown == ["A lamp for the last boat", "Ida Quist"]
    chapters = opened.evaluate(
        "navigator.mediaSession.metadata.chapterInfo?.map((c) => [c.title, c.startTime])"
    )
    if chapters is not None:  # browsers that know chapters
        assert chapters == [[c.title, c.start_ms / 1000] for c in told[0].chapters]


def test_the_ruler_lies_over_the_line_that_sounds(opened: Any, told: tuple[Episode, Article]) -> None:
    opened.get_by_role("button", name="Reading").click()
    opened.get_by_label("Reading ruler").check()
    opened.keyboard.press("Escape")
    opened.locator(f"#{told[0].cues[1].id}").click()
    until(opened, "!document.querySelector('audio').paused")
    opened.wait_for_timeout(600)
    ruler, line = (opened.locator(s).bounding_box() for s in ("#ruler", ".now"))
    assert abs((ruler["y"] + ruler["height"] / 2) - (line["y"] + line["height"] / 2)) < 4


def test_nothing_leaves_the_page(opened: Any, address: str, requests: list[str]) -> None:
    opened.get_by_role("button", name="Play").click()
    opened.wait_for_timeout(500)
    base = address.rsplit("/", 1)[0]
    assert {url for url in requests if not url.startswith("data:")} == {address, f"{base}/story.mp3"}


def test_it_opens_from_disk(browser: Any, page_file: Path) -> None:
    page = browser.new_page()
    page.goto(page_file.as_uri())
    until(page, "document.querySelector('audio').readyState >= 1")
    until(page, "[...document.querySelector('audio').textTracks].every((t) => t.cues?.length)")
    page.close()


def test_without_scripts_there_is_text_audio_and_chapters(browser: Any, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    assert page.locator("audio[controls]").is_visible()
    assert page.locator("#player").is_hidden()
    page.locator(".contents summary").click()
    links = page.locator(".contents a.at")
    assert links.nth(1).is_visible()
    assert re.fullmatch(r"story\.mp3#t=\d+\.\d{3}", links.nth(1).get_attribute("href"))
    assert page.locator("article .text").inner_text().startswith("The ferry left at nine.")
    context.close()


SIZES = {"phone": (320, 640), "desktop": (1200, 900)}


@pytest.mark.parametrize("panel", ["", "Listening", "Chapters", "Reading"])
@pytest.mark.parametrize("size", SIZES)
def test_it_fits_and_targets_are_large_enough(opened: Any, size: str, panel: str) -> None:
    width, height = SIZES[size]
    opened.set_viewport_size({"width": width, "height": height})
    if panel:
        opened.get_by_role("button", name=re.compile(panel + "$")).click()
    assert opened.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    small = opened.evaluate(
        """[...document.querySelectorAll('button, select, input, summary, .contents a, .panel a')]
          .map((e) => [e.outerHTML.slice(0, 80), e.getBoundingClientRect()])
          .filter(([, r]) => r.width && (r.width < 24 || r.height < 24)).map(([html]) => html)"""
    )
    assert small == []


def test_it_fits_with_text_twice_as_large(opened: Any) -> None:
    opened.set_viewport_size({"width": 640, "height": 800})
    opened.evaluate("document.documentElement.style.fontSize = '200%'")
    for panel in ("Listening", "Chapters", "Reading"):
        opened.get_by_role("button", name=re.compile(panel + "$")).click()
        assert opened.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_speed_goes_from_a_half_to_four_and_keeps_the_pitch(opened: Any) -> None:
    for key, limit in (("-", 0.5), ("+", 4)):
        for _ in range(40):
            opened.keyboard.press(key)
        rate, pitch = opened.evaluate(
            "(({ playbackRate, preservesPitch }) => [playbackRate, preservesPitch])"
            "(document.querySelector('audio'))"
        )
        assert rate == limit
        assert pitch


def test_a_link_to_this_moment(opened: Any) -> None:
    opened.evaluate("document.querySelector('audio').currentTime = 5.25")
    opened.get_by_role("button", name="Listening").click()
    opened.get_by_role("button", name="Copy link to this moment").click()
    until(opened, "document.querySelector('#status').textContent !== ''")
    assert opened.evaluate("location.hash") in ("#t=5.2", "#t=5.3")


def test_the_typeface_for_dyslexia_comes_with_the_page(opened: Any, requests: list[str]) -> None:
    before = list(requests)
    opened.get_by_role("button", name="Reading").click()
    opened.get_by_label("Typeface").select_option("dyslexia")
    until(opened, "[...document.fonts].some((f) => f.family.includes('Atkinson') && f.status === 'loaded')")
    assert "Atkinson Hyperlegible" in opened.evaluate(
        "getComputedStyle(document.querySelector('.text p')).fontFamily"
    )
    assert [url for url in requests if url not in before and not url.startswith("data:")] == []


def test_what_sounds_is_underlined_in_forced_colours_and_gone_in_print(
    opened: Any, told: tuple[Episode, Article]
) -> None:
    opened.locator(f"#{told[0].cues[1].id}").click()
    line = "getComputedStyle(document.querySelector('.s.now')).textDecorationLine"
    opened.emulate_media(forced_colors="active")
    assert opened.evaluate(line) == "underline"
    opened.evaluate("document.documentElement.dataset.theme = 'dark'")
    opened.emulate_media(forced_colors="none", media="print")
    assert opened.evaluate(line) == "none"
    assert opened.locator("#player").is_hidden()
    assert opened.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_what_assistive_technology_is_told(opened: Any) -> None:
    """Roles, names and order: the automatic part of the walk-through in CONTRIBUTING."""
    told_to_it = opened.locator("body").aria_snapshot()
    expected = [
        '- link "Skip to the text"',
        "- main:",
        "- article:",
        '- heading "A lamp for the last boat" [level=1]',
        "- time: 11 May 2024",
        '- region "Audio player":',
        "Audio version of the text below, read by a synthetic voice",
        '- slider "Position"',
        '- button "Back 10 seconds"',
        '- button "Previous sentence"',
        '- button "Play"',
        '- button "Next sentence"',
        '- button "Forward 30 seconds"',
        '- button "1× Listening"',
        '- button "Chapters"',
        '- button "Reading"',
        "- status",
        '- navigation "Chapters":',
        '- heading "What the captain said" [level=2]',
        "- blockquote:",
        "- list:",
        '- heading "In figures" [level=3]',
        '- group "Table":',
        '- columnheader "Boats"',
        '- rowheader "Monday"',
        '- group "Code":',
        "- code:",
        "- contentinfo:",
    ]
    at = 0
    for line in expected:
        found = told_to_it.find(line, at)
        assert found >= 0, f"{line!r} is missing or out of order in:\n{told_to_it}"
        at = found + len(line)


PANELS = {
    "Listening": (
        'button "1× Listening" [expanded]', 'group "Listening":', 'button "Slower"', 'slider "Speed"',
        'button "Faster"', 'group "Skip":', 'button "Previous chapter"', 'button "Previous paragraph"',
        'button "Next paragraph"', 'button "Next chapter"', 'combobox "Sleep timer":',
        'checkbox "Click a sentence to hear it" [checked]', 'checkbox "Scroll with the voice" [checked]',
        'checkbox "Keyboard shortcuts" [checked]', 'button "Copy link to this moment"',
    ),
    "Chapters": ('button "Chapters" [expanded]', 'group "Chapters":', 'link "A lamp for the last boat"'),
    "Reading": (
        'button "Reading" [expanded]', 'group "Reading":', 'slider "Text size"', 'slider "Line spacing"',
        'slider "Text width"', 'combobox "Typeface":', 'combobox "Colours":', 'combobox "Highlight":',
        'checkbox "Reading ruler"', 'button "Reset"',
    ),
}  # fmt: skip


@pytest.mark.parametrize("panel", PANELS)
def test_what_assistive_technology_is_told_of_a_panel(opened: Any, panel: str) -> None:
    opened.get_by_role("button", name=re.compile(panel + "$")).click()
    told_to_it = opened.locator("#player").aria_snapshot()
    at = 0
    for line in PANELS[panel]:
        found = told_to_it.find(line, at)
        assert found >= 0, f"{line!r} is missing or out of order in:\n{told_to_it}"
        at = found + len(line)


def test_the_running_text_is_not_announced(opened: Any) -> None:
    assert (
        opened.evaluate(
            "[...document.querySelectorAll('[aria-live], [role=status], [role=alert], output')].length"
        )
        == 1
    )
    opened.get_by_role("button", name="Play").click()
    opened.wait_for_timeout(2500)
    assert opened.locator("#status").inner_text() == ""
    assert opened.evaluate("document.activeElement.id") == "play"


AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.mark.parametrize("theme", ["light", "sepia", "dark", "contrast"])
def test_axe_finds_nothing(browser: Any, address: str, theme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python", reason="axe-playwright-python is not installed")
    script = (Path(axe.__file__).parent / "axe.min.js").read_text("utf-8")
    context = browser.new_context(viewport={"width": 1000, "height": 800}, bypass_csp=True)
    page = context.new_page()
    page.goto(address)
    page.evaluate("t => { document.documentElement.dataset.theme = t }", theme)
    page.evaluate(script)
    for panel in ("", "listening", "chapters", "reading"):
        if panel:
            page.locator(f"[data-panel={panel}]").click()
        page.evaluate("document.querySelector('audio').currentTime = 5")
        page.wait_for_timeout(200)
        result = page.evaluate("tags => axe.run({ runOnly: tags })", AXE_TAGS)
        assert [
            (v["id"], v["nodes"][0]["html"], v["nodes"][0]["failureSummary"]) for v in result["violations"]
        ] == []
        assert len(result["passes"]) > 20
    context.close()
