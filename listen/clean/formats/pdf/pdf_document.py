"""The article in a PDF's text layer."""

import html
import re
from collections import Counter
from collections.abc import Sequence

from listen.clean.dom.tree import parse
from listen.clean.formats.fragment import read_tree
from listen.clean.formats.pdf.page_edges import body_size, notes_from, running, split_notes
from listen.clean.formats.pdf.page_layout import LEADERS, lines, regions
from listen.clean.formats.pdf.pdf_letters import Document, letters
from listen.clean.formats.pdf.pdf_passages import ITEM, Passage, connected, passages
from listen.clean.formats.plain_text import opening
from listen.clean.metadata.authors.person_names import is_person
from listen.clean.metadata.page_language import guess
from listen.clean.metadata.titles import words as bare
from listen.clean.result import Cleaned, LeftOut
from listen.errors import NoArticleError
from listen.model import Article

_LEAST = 200
"""Letters below which a document has no text layer worth the name."""
_HEADLINE = 1.18
"""Size of a headline by that of the text."""
_HEADING = 1.08
_LONGEST_HEADING = 160
_NO_TITLE = re.compile(
    r"\.(?:docx?|pdf|indd|html?|tex|dvi|qxd|odt|pptx?)\Z|untitled|^microsoft word|^\W*\Z|^"
    r"(?:doc|document|slide) ?\d*\Z",
    re.I,
)
_SENTENCE = re.compile(r"\w{3}.*\w[.!?]")
_STRANGE = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08]")
_SITE = re.compile(r"(?<!\s)\s++[|–—-]\s+[^|–—]{2,40}\Z")
_REST = re.compile(
    r"\W*(?:related|more|most read|recommended|you may also like|read next|comments)\b.{0,40}\Z|"
    r"\W*(?:we|this (?:web)?site|our (?:web)?site|our partners)\b[^.]{0,40}\b(?:use|store)s? cookies\b|"
    r"\W*(?:wir verwenden|diese (?:web)?seite verwendet|nous utilisons des|usamos|utilizamos) cookies\b",
    re.I,
)


def clean_pdf(data: bytes, name: str, keep: frozenset[str] = frozenset()) -> Cleaned:
    """The article in a PDF: columns in order, paragraphs whole, the pages' edges and notes left out.

    Raises SourceError for a damaged or locked file, NoArticleError for a scan without a text layer.
    """
    document = letters(data, name)
    _check(document, name)
    left: list[LeftOut] = []
    parts, known = _passages(document, keep, left)
    body = _weighed(parts)
    title, at = _title(document, parts, body)
    parts, byline, published = _story(parts, at, body, keep, left)
    markup = _markup(parts, body, known)
    blocks, out = read_tree(parse(markup), title, keep, printed=True) if markup else ([], [])
    left += out
    if not blocks:
        raise NoArticleError(f"{name}: the PDF has no text that could be read")
    if not byline and is_person(document.author):
        byline = document.author
    notes = tuple(_missing(document))
    text = "\n".join(b.text for b in blocks)
    article = Article(title or blocks[0].text[:80], guess(text), tuple(blocks), byline, None, published)
    return Cleaned(article, tuple(left), None, notes)


def _check(document: Document, name: str) -> None:
    text = "".join(run.text for page in document.pages for run in page.runs)
    if len(text) < _LEAST and not _SENTENCE.search(text):
        raise NoArticleError(
            f"{name}: the PDF has no text layer (a scan?); run a text recognition on it first"
        )
    if len(_STRANGE.findall(text)) > 0.3 * len(text):
        raise NoArticleError(
            f"{name}: the PDF's fonts do not say which letters they show; run a text recognition on it first"
        )


def _missing(document: Document) -> list[str]:
    """A note where pages are pictures, in a document that has text elsewhere."""
    scans = [n for n, page in enumerate(document.pages, 1) if page.pictures and not page.runs]
    if not scans:
        return []
    which = ", ".join(map(str, scans[:5])) + ("…" if len(scans) > 5 else "")
    return [f"{len(scans)} of {len(document.pages)} pages are pictures without text (page {which}): not read"]


def _passages(
    document: Document, keep: frozenset[str], left: list[LeftOut]
) -> tuple[list[Passage], Counter[str]]:
    """The document's passages in the order of reading, without running heads and notes."""
    rows = [lines(page.runs) for page in document.pages]
    body = body_size(rows)
    known: Counter[str] = Counter()
    for own in rows:
        for row in own:
            known.update(word.lower() for word in re.findall(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*", row.text))
    edges = running(rows) if "navigation" not in keep else [set() for _ in rows]
    told: set[str] = set()
    parts: list[Passage] = []
    notes: list[str] = []
    for n, (page, own, edge) in enumerate(zip(document.pages, rows, edges, strict=True)):
        gone = {run for i in edge for run in own[i].runs}
        for i in sorted(edge):
            if (key := re.sub(r"\d+", "0", own[i].text)) not in told:
                told.add(key)
                left.append(LeftOut("navigation", "a running head, foot or page number", own[i].text))
        if page.sideways:
            left.append(LeftOut("navigation", "text that is not set upright", page.sideways))
        marks = {mark for row in own for mark in row.marks}
        for region in regions([run for run in page.runs if run not in gone]):
            column = lines(region)
            if "contents" not in keep:
                listed = [r for r in column if len(r.text) < 400 and LEADERS.search(r.text)]
                left += [LeftOut("contents", "a line of the table of contents", row.text) for row in listed]
                column = [row for row in column if row not in listed]
            at = notes_from(column, body, page.height, marks)
            notes += split_notes(column[at:])
            parts += passages(column[:at], n, known)
        if marks:
            left.append(LeftOut("footnotes", "marks that refer to notes", " ".join(sorted(marks))))
    parts = connected(parts, known)
    if "footnotes" in keep:
        parts += [Passage(note, body, False, len(rows)) for note in notes]
    else:
        left += [LeftOut("footnotes", "a note at the foot of the page", note) for note in notes]
    return parts, known


def _weighed(parts: Sequence[Passage]) -> float:
    sizes: Counter[float] = Counter()
    for part in parts:
        sizes[round(part.size, 1)] += len(part.text)
    return max(sizes, key=lambda size: sizes[size]) if sizes else 10.0


def _title(document: Document, parts: Sequence[Passage], body: float) -> tuple[str, int | None]:
    """The title, and which passage prints it, if one does."""
    stated = " ".join(document.title.split())
    stated = "" if _NO_TITLE.search(stated) else stated
    short = _SITE.sub("", stated)
    front = [i for i, part in enumerate(parts) if part.page <= 1 and len(part.text) <= 300][:40]
    for i in front:
        key = bare(parts[i].text)
        if stated and len(key) > 3 and key in (bare(stated), bare(short)):
            return parts[i].text, i
    large = [i for i in front if parts[i].page == parts[front[0]].page and parts[i].size >= _HEADLINE * body]
    large = [i for i in large if sum(map(str.isalpha, parts[i].text)) > 3]
    if large:
        best = max(large, key=lambda i: (parts[i].size, -i))
        return parts[best].text, best
    if stated:
        return stated, None
    first = next((i for i in front if i == 0 and _is_heading(parts[0], body)), None)
    if first is None and parts and len(parts[0].text) < 100 and not re.search(r"[.;,]\Z", parts[0].text):
        first = 0
    return (parts[first].text, first) if first is not None else (parts[0].text[:80] if parts else "", None)


def _story(
    parts: list[Passage], at: int | None, body: float, keep: frozenset[str], left: list[LeftOut]
) -> tuple[list[Passage], str | None, str | None]:
    """The passages below the title, without what a printed web page has above and below its story."""
    start = at + 1 if at is not None else 0
    rest = parts[start:]
    above = parts[: at or 0]
    kept = [part for part in above if len(part.text) > 100 and re.search(r"[.!?]['”\"]?\Z", part.text)]
    if "navigation" not in keep:
        left += [LeftOut("navigation", "above the headline", part.text) for part in above if part not in kept]
    else:
        kept = list(above)
    taken, byline, published = opening([part.text for part in rest[:8]])
    if "bylines" not in keep:
        left += [LeftOut("bylines", "the line of author or date", rest[i].text) for i in taken]
        rest = [part for i, part in enumerate(rest) if i not in taken]
    prose = [i for i, part in enumerate(rest) if len(part.text) > 120]
    end = next(
        (i for i, part in enumerate(rest) if prose and i > prose[-1] and _REST.match(part.text)), len(rest)
    )
    if "related" not in keep:
        left += [LeftOut("related", "below the story", part.text) for part in rest[end:]]
        rest = rest[:end]
    return kept + rest, byline, published


def _is_heading(part: Passage, body: float) -> bool:
    if part.rows or len(part.text) > _LONGEST_HEADING or not any(map(str.isalpha, part.text)):
        return False
    if re.search(r"[.;,]\Z", part.text) and len(part.text) > 80:
        return False
    return part.size >= _HEADING * body or (part.bold and not re.search(r"[.,;]\Z", part.text))


def _row(cells: Sequence[str]) -> str:
    return "<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in cells) + "</tr>"


def _markup(parts: Sequence[Passage], body: float, known: Counter[str]) -> str:
    """The passages as HTML, which the cleaner's own rules then read."""
    sizes = sorted({round(p.size) for p in parts if _is_heading(p, body)}, reverse=True)
    out: list[str] = []
    for part in parts:
        text = html.escape(part.text)
        if part.rows:
            out.append(f"<table>{''.join(map(_row, part.rows))}</table>")
            continue
        if part.link:
            text = f'<a href="#">{text}</a>'
        if _is_heading(part, body):
            level = min(2 + sizes.index(round(part.size)), 6)
            out.append(f"<h{level}>{text}</h{level}>")
        elif item := ITEM.match(part.text):
            said = html.escape(part.text[item.end() :])
            out.append(
                f'<ol start="{item[1]}"><li>{said}</li></ol>' if item[1] else f"<ul><li>{said}</li></ul>"
            )
        else:
            out.append(f"<p>{text}</p>")
    return "\n".join(out)
