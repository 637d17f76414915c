"""What goes into an article's page is sound HTML and JSON-LD, whatever the article says."""

from __future__ import annotations

import json
import re
from pathlib import Path

from lxml import html

from listen.feed import addresses, embed
from listen.library import Library, Show
from tests.commands import listen
from tests.library.stories import add

WHERE = addresses.at("https://pod.example/")


def test_the_json_ld_names_the_audio(library: Library) -> None:
    entry = add(library, "A </script><!-- clock")
    text = embed.json_ld(entry, WHERE, "All </script> words")
    inner = re.fullmatch(r'<script type="application/ld\+json">\n(.*)\n</script>', text, re.DOTALL)
    assert inner is not None
    assert "<" not in inner.group(1)
    form = json.loads(inner.group(1))
    assert form["@type"] == "NewsArticle"
    assert form["headline"] == "A </script><!-- clock"
    assert form["author"]["name"] == "Ann Other"
    audio = form["audio"]
    assert audio["contentUrl"] == WHERE.file(entry, entry.audio)
    assert audio["duration"] == f"PT{entry.seconds}S"
    assert audio["contentSize"] == str(entry.size)
    assert audio["transcript"] == "All </script> words"


def test_the_player_is_native_and_labelled(library: Library) -> None:
    entry = add(library, 'A "><script>x</script> clock')
    figure = html.fromstring(embed.player(entry, WHERE))
    (audio,) = figure.iter("audio")
    assert audio.get("src") == WHERE.file(entry, entry.audio)
    assert audio.get("aria-label") == entry.title
    assert "autoplay" not in audio.attrib
    assert "synthetic voice" in figure.findtext("figcaption")
    assert not list(figure.iter("script"))
    assert 'title="&#x3C;b&#x3E;"' in embed.alternate(Show(title="<b>"), WHERE)


def test_embed_on_the_command_line(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("A short title\n\nFirst sentence here. Second one.\n", "utf-8")
    short = listen("add", story, "--voice", "tone", cwd=tmp_path).stderr.split(" ")[0]
    assert listen("embed", short, cwd=tmp_path).returncode == 1
    done = listen("embed", short, "--base-url", "https://pod.example", "--transcript", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "the podcast is private" in done.stderr
    assert "application/ld+json" in done.stdout
    assert "First sentence here." in done.stdout
    assert 'rel="alternate"' in done.stdout
