"""Lines that lead to another story: none is read, wherever in the story it stands and however it is set."""

import pytest

from listen.clean import read
from listen.clean.furniture.phrases import never
from listen.cli import printing
from listen.model import Source

STORY = (
    "The ferry left the harbour at six in the morning, and by the time the sun was over the hills the town "
    "behind it was no more than a line of white along the water, said the captain.",
    "Nobody on board knew that it would be the last crossing of the season, because the letter that said so "
    "was still lying on a desk in the company's office on the quay.",
    "When they came back in the evening the quay was full of people, and the mayor, who had heard the news "
    "by then, made a short speech about the ships that had served the island.",
)


@pytest.mark.parametrize(
    "line",
    [
        "Read our guide: How to see Cornwall",
        "Read our full review of the ferry: Six in the morning",
        "Read our guide to the best harbours of the south",
        "See also: The keeper of the lamp",
        "Read more: Another story of the quay",
        "Related story – The boats that stayed",
        "Check out our podcast about the sea",
        "Lesen Sie dazu: Die letzte Fähre",
        "À lire aussi : Le dernier bac",
    ],
)
def test_a_pointer_to_another_story_is_not_read(line: str) -> None:
    for at in range(1, len(STORY) + 1):
        paragraphs = [*STORY[:at], line, *STORY[at:]]
        body = "".join(f"<p>{said}</p>" for said in paragraphs)
        html = f"<title>The last ferry</title><article><h1>The last ferry</h1>{body}</article>"
        found = read(Source(html.encode(), "page.html"))
        assert tuple(b.text for b in found.article.blocks) == STORY
        assert [left.kind for left in found.left_out if left.text == line] == ["related"]
        again = read(Source(printing.as_html(found.article).encode(), "page.html"))
        assert again.article.blocks == found.article.blocks


@pytest.mark.parametrize(
    "line",
    [
        "Read the letter: it says that the boat is gone.",
        "See also the work of Smith, who counted the boats.",
        "The report had more: a list of all the boats of the island.",
        "Read our guide and weep, she told the mayor; then she left.",
        "More: the boats had been sold, and nobody in the town had known.",
    ],
)
def test_a_sentence_of_the_story_may_look_like_one(line: str) -> None:
    assert never(line) is None
