"""A page with a story of our own, for tests that put something into it and look at what becomes of that."""

from collections.abc import Sequence

from listen.clean import Cleaned
from listen.clean.formats.web_page import clean_page

PARAGRAPHS = (
    "The ferry to the outer island leaves at six, an hour before the post office opens, and in winter the "
    "crew breaks the ice along the pier with long poles.",
    "Nora Falk has kept the ticket house since her uncle retired nine years ago. She says that she only "
    "meant to help for a summer, and that the island decided the rest.",
    "Last autumn the county put the crossing on a list of lines that may be closed, because fewer than "
    "forty people a day have used it since the bridge was built.",
    "Engineers measured the pier in April and found that it will stand for another ten years. Their "
    "report, which fills a whole shelf, says that the bridge will need repairs before that.",
    "The passengers have their own opinion of the report. A retired teacher told me that the bridge has "
    "always been too loud, and that nobody has ever met a friend on it.",
    "The county council will vote in the spring, when the ice is gone and the first visitors come back to "
    "see the seals on the northern rocks.",
)
TITLE = "The ferry that stayed"


def page_html(inside: str, before: str = "", after: str = "", title: str = TITLE, top: str = "") -> str:
    """A page whose story has `inside` in its middle, `top` under its headline, other things around it."""
    first, second = PARAGRAPHS[:3], PARAGRAPHS[3:]
    return (
        f"<html lang=en><head><title>{title}</title></head><body>"
        f"<nav><a href=/>Home</a> <a href=/n>News</a></nav>"
        f"{before}<main><article><h1>{title}</h1>{top}{paragraphs(first)}{inside}{paragraphs(second)}"
        f"</article></main>{after}<footer><p>© 2026 The Quay Post. All rights reserved.</p></footer>"
        "</body></html>"
    )


def paragraphs(texts: Sequence[str]) -> str:
    """Each text as a paragraph."""
    return "".join(f"<p>{text}</p>" for text in texts)


def page_with(inside: str, before: str = "", after: str = "", title: str = TITLE, top: str = "") -> Cleaned:
    """That page, cleaned."""
    return clean_page(page_html(inside, before, after, title, top))


def read_texts(page: Cleaned) -> list[str]:
    """What is read of it."""
    return [block.text for block in page.article.blocks]


def added(inside: str) -> list[str]:
    """What is read of a page with `inside` besides the story's own paragraphs."""
    return [text for text in read_texts(page_with(inside)) if text not in PARAGRAPHS]


def rules(page: Cleaned) -> dict[str, str]:
    """What is not read → the rule that decided."""
    return {item.text: item.rule for item in page.left_out}
