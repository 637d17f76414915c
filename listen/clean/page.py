"""One HTML page to an Article."""

from listen.clean.decode import decode, tidy
from listen.clean.language import guess
from listen.clean.metadata import gather
from listen.clean.phrases import furniture
from listen.clean.result import Cleaned, LeftOut
from listen.clean.tree import parse
from listen.clean.walk import Candidate, Page, walk
from listen.errors import NoArticleError
from listen.model import Article, Block


def _region(page: Page) -> set[int]:
    """Places whose paragraphs are the story: the place with most prose, and everything in it."""
    score: dict[int, float] = {}
    for c in page.candidates:
        if c.kind != "heading" and len(c.text) > 80 and c.links < 0.3 * len(c.text):
            place, weight = c.place, float(len(c.text))
            for _ in range(4):
                place = page.places[place].parent
                score[place] = score.get(place, 0.0) + weight
                weight *= 0.8
    if not score:
        return set()
    top = max(score, key=lambda p: score[p])
    inside = {top}
    for where in page.places:
        if where.parent in inside:
            inside.add(where.id)
    return inside


def clean_page(
    data: bytes | str,
    *,
    url: str | None = None,
    charset: str | None = None,
    keep: frozenset[str] = frozenset(),
) -> Cleaned:
    """The article of a page and what was left out. Raises NoArticleError when there is none."""
    text = tidy(data) if isinstance(data, str) else decode(data, charset)
    if not text.strip():
        raise NoArticleError("the page is empty: there is nothing to read")
    root = parse(text)
    meta = gather(root, url)
    page = walk(root)
    inside = _region(page)
    blocks: list[Block] = []
    left: list[LeftOut] = []
    for c in page.candidates:
        reason = _reason(c, inside, meta.title)
        if reason and reason[0] not in keep:
            left.append(LeftOut(reason[0], reason[1], c.text))
        else:
            blocks.append(Block(c.kind, c.text, level=c.level, number=c.number, rows=c.rows))
    if sum(len(b.text) for b in blocks) < 150:
        raise NoArticleError("the page holds no article: too little text stands together")
    article = Article(
        meta.title or " ".join(blocks[0].text.split()[:10]),
        meta.lang or guess("\n".join(b.text for b in blocks)),
        tuple(blocks),
        meta.byline,
        meta.url,
        meta.published,
        meta.site,
        meta.image,
    )
    return Cleaned(article, tuple(left))


def _reason(c: Candidate, inside: set[int], title: str) -> tuple[str, str] | None:
    if c.place not in inside:
        return "navigation", "outside the story's part of the page"
    if c.kind == "figure":
        return "captions", "a figure's caption"
    if c.text.casefold() == title.casefold():
        return "title", "repeats the headline"
    found = furniture(c.text)
    if found:
        return found
    if c.links > 0.6 * len(c.text) and c.kind != "heading":
        return "related", "nothing but links"
    return None
