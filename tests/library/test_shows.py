"""Several shows in one library: what goes into which, read by whom, for how long."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from listen import pipeline
from listen.errors import LibraryError
from listen.feed import publishing
from listen.feed.publication import publication
from listen.library import Library, Show, adding, shares, shows
from listen.library.keeping import backups, configuration, retention
from listen.library.waiting import presence, queue, working
from listen.library.waiting.requests import Request
from listen.options import Options
from listen.storage import whole
from tests.commands import listen
from tests.library.stories import WISH, article, keep_draft

QUIET = adding.Wish(options=Options(profile="podcast", jobs=1), otherwise="tone")


@pytest.fixture
def library(home: Path) -> Library:
    library = Library()
    library.of("birds").save_show(Show("Birds", only=("heron", "-zoo"), voice="tone"))
    library.of("paper").save_show(Show("The Paper", sources=("The Paper", "paper.example")))
    return library


def put(
    library: Library, title: str, wish: adding.Wish = WISH, body: str = "It ticks.", **changes: Any
) -> adding.Added:
    about = replace(article(title, f"https://example.org/{title.replace(' ', '-')}", body), **changes)
    return adding.add_article(library, about, None, wish)


def test_an_article_goes_into_the_first_show_that_it_fits(library: Library) -> None:
    assert put(library, "A heron in the tower", site="Elsewhere").entry.show == "birds"
    assert put(library, "A heron in the zoo", site="Elsewhere").entry.show == ""
    assert put(library, "A heron of the paper").entry.show == "birds"  # by name: birds comes first
    assert put(library, "A stork").entry.show == "paper"
    assert put(library, "A swan", site="x", url="https://news.paper.example/swan").entry.show == "paper"
    assert put(library, "A gull", site="x", url="https://notpaper.example/gull").entry.show == ""
    assert [e.title for e in library.of("paper").entries()] == ["A swan", "A stork"]
    assert library.of("birds").count() == 2
    assert library.count() == 6  # the library's own feed has them all


def test_named_shows_share_no_episode_and_nothing_moves_by_itself(library: Library) -> None:
    first = put(library, "A heron", replace(WISH, show="paper"))
    second = put(library, "A heron", replace(WISH, show="birds"))
    assert (first.what, second.what) == ("new", "new")
    assert (first.entry.show, second.entry.show) == ("paper", "birds")
    assert put(library, "A heron", replace(WISH, show="paper")).what == "there already"
    third = put(library, "A tern")
    assert third.entry.show == "paper"
    shows.move(library, [third.entry.id], "")
    again = put(library, "A tern", body="It ticks again.")
    assert (again.what, again.entry.id, again.entry.show) == ("updated", third.entry.id, "")


def test_a_show_finds_nothing_of_the_others(library: Library) -> None:
    heron, stork = put(library, "A heron", site="x").entry, put(library, "A stork").entry
    birds = library.of("birds")
    assert birds.entry(heron.id).title == "A heron"
    assert birds.locate(heron.id, heron.audio) is not None
    assert birds.locate(stork.id, stork.audio) is None
    for ask in (birds.entry, birds.held_entry):
        with pytest.raises(LibraryError, match="there is no episode"):
            ask(stork.id)
    feed = publication(birds, "https://pod.example/shows/birds/").feed().decode()
    assert "<title>Birds</title>" in feed
    assert "A heron" in feed
    assert "A stork" not in feed
    own, other = (
        publication(library, "https://pod.example/"),
        publication(birds, "https://pod.example/shows/birds/"),
    )
    assert own.show.guid != other.show.guid
    assert own.picture != other.picture
    with pytest.raises(LibraryError, match="no name for a show"):
        library.of("../birds")


def test_the_voice_of_a_show_goes_before_the_settings_and_after_the_request(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str | None] = []
    narrate = pipeline.narrate
    monkeypatch.setattr(
        pipeline, "narrate", lambda s, voice, *rest: (said.append(voice), narrate(s, "tone", *rest))[1]
    )
    put(library, "A heron", replace(QUIET, otherwise="heart"))
    put(library, "A stork", replace(QUIET, otherwise="heart"))
    put(library, "Another heron", replace(QUIET, voice="heart", otherwise="heart"))
    assert said == ["tone", "heart", "heart"]


def test_what_is_narrated_again_is_the_same_episode_in_its_show(library: Library) -> None:
    entry = put(library, "A heron", replace(WISH, identity="own:rosa:7", show="paper")).entry
    queue.accept(library, Request(episode=entry.id, again=True, show="paper", voice="tone"))
    here = presence.Presence(library.folder)
    job = queue.take(library, here.token)
    assert job is not None
    done = working.perform(library, job)
    here.leave()
    assert (done.what, done.episode) == ("updated", entry.id)
    found = library.entry(entry.id)
    assert (found.version, found.show) == (2, "paper")
    assert library.count() == 1


def test_limits_are_each_shows_own(library: Library) -> None:
    whole.write(configuration.path(), configuration.changed("retention.episodes", "2"))
    whole.write(configuration.path(), configuration.changed("retention.birds.episodes", "1"))
    assert configuration.get("retention.birds.episodes") == 1
    for n in range(6):
        entry = keep_draft(library, n)
        shows.move(library, [entry.id], "birds" if n % 2 else "")
    removed = {entry.title for entry in retention.keep(library)}
    assert removed == {"Story 0", "Story 1", "Story 3"}


def test_a_dropped_show_leaves_its_episodes_and_takes_its_addresses_back(library: Library) -> None:
    entry = put(library, "A heron").entry
    token = shares.share(library, "Rosa", show="birds").token
    assert shows.drop(library, "birds") == 1
    assert library.entry(entry.id).show == ""
    assert shares.holder(library, token) is None
    assert shows.names(library) == ["paper"]
    with pytest.raises(LibraryError, match="there is no show birds: listen feed init --show birds makes it"):
        shows.drop(library, "birds")


def test_shows_are_in_the_backup(library: Library, tmp_path: Path) -> None:
    put(library, "A heron")
    publication(library.of("birds"), "https://pod.example/shows/birds/")
    backups.backup(library, tmp_path / "b.tar")
    backups.restore(tmp_path / "b.tar", tmp_path / "back")
    back = Library(tmp_path / "back")
    assert shows.names(back) == ["birds", "paper"]
    assert back.of("birds").show == library.of("birds").show
    assert (
        back.of("birds").described / publication(back.of("birds"), "https://x.example/").picture.name
    ).is_file()


@pytest.mark.slow
def test_the_command_line_makes_fills_builds_and_shares_a_show(home: Path, tmp_path: Path) -> None:
    made = listen(
        "feed",
        "init",
        "--show",
        "tides",
        "--only",
        "tide, -pool",
        "--voice",
        "tone",
        "--public",
        cwd=tmp_path,
    )
    assert made.stderr.startswith("Tides · public · cover ")
    story = tmp_path / "tide.txt"
    story.write_text("The tide table\n\nThe tide comes in. The boats go out with it.\n")
    assert listen("add", "--jobs", "1", str(story), cwd=tmp_path).returncode == 0  # read by the show's voice
    other = tmp_path / "other.txt"
    other.write_text("Another story\n\nNobody goes out today. Nobody comes in.\n")
    listen("add", "--jobs", "1", "--voice", "tone", str(other), cwd=tmp_path)
    listed = listen("feed", "shows", cwd=tmp_path).stdout
    assert listed == "tides · Tides · 1 episode · public · voice tone · only tide -pool\n"
    (line, count) = listen("ls", "--show", "tides", cwd=tmp_path).stdout, listen("ls", cwd=tmp_path).stdout
    assert line.count("\n") == 1
    assert "The tide table" in line
    assert count.count("\n") == 2
    site = tmp_path / "site"
    built = listen(
        "feed", "build", "--show", "tides", "--base-url", "https://tides.example/", str(site), cwd=tmp_path
    )
    assert built.stdout == "https://tides.example/feed.xml\n"
    assert (site / "feed.xml").read_text().count("<item>") == 1
    short = line.split()[0]
    moved = listen("feed", "move", "-", short, cwd=tmp_path)
    assert moved.stderr == f"{short} · in no show · The tide table\n"
    assert publishing.places(Library().of("tides")) == [str(site)]
    publishing.again(Library())
    assert (site / "feed.xml").read_text().count("<item>") == 0
    shared = listen("feed", "share", "Rosa", "--show", "tides", cwd=tmp_path)
    assert "/t/" in shared.stdout
    assert "  show tides  " in listen("feed", "shares", cwd=tmp_path).stdout
    assert "there is no show tide:" in listen("add", "--show", "tide", str(story), cwd=tmp_path).stderr
    assert (
        "there is no show tide:"
        in listen("watch", "--show", "tide", "http://127.0.0.1:1/", cwd=tmp_path).stderr
    )
    assert "tides · dropped · 0 episodes stay" in listen("feed", "drop", "tides", cwd=tmp_path).stderr
