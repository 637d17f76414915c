"""The text layer of a PDF, through pypdf (the extra `pdf`)."""

import io
import logging
import re
from collections import Counter

from listen.clean.formats.plain_text import clean_text
from listen.clean.result import Cleaned
from listen.errors import NoArticleError, SourceError

MAX_PAGES = 2000
_PAGE_NUMBER = re.compile(
    r"\W*(?:page |seite |p\. ?)?(?:\d{1,4}|[ivxlc]{1,6})(?: ?(?:/|of|von) ?\d{1,4})?\W*\Z", re.I
)


def clean_pdf(data: bytes, name: str, keep: frozenset[str] = frozenset()) -> Cleaned:
    """The article in a PDF's text layer: running heads and page numbers out, lines joined to paragraphs.

    Raises SourceError where pypdf is missing or the file is damaged or locked, NoArticleError for a scan.
    """
    try:
        import pypdf
        from pypdf.errors import PyPdfError
    except ImportError as error:
        raise SourceError(
            f"{name}: is a PDF; to read it pip install 'listen-to-story[pdf]', or save it as text"
        ) from error
    # pypdf reports a file's oddities through logging; the one line that matters is ours.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise SourceError(f"{name}: is a locked PDF; save it without a password")
        if len(reader.pages) > MAX_PAGES:
            raise SourceError(f"{name}: has more than {MAX_PAGES} pages; give a part of it")
        pages = [page.extract_text() or "" for page in reader.pages]
        title = ((reader.metadata and reader.metadata.title) or "").strip()
    except SourceError:
        raise
    except (
        PyPdfError,
        ValueError,
        TypeError,
        KeyError,
        AttributeError,
        IndexError,
        RecursionError,
        OSError,
    ) as error:
        raise SourceError(f"{name}: is a damaged PDF; open it in a viewer and save it as text") from error
    if sum(map(len, pages)) < 200:
        raise NoArticleError(
            f"{name}: the PDF has no text layer (a scan?); run a text recognition on it first"
        )
    text = "\n\n".join(_without_running_heads(pages))
    # Words divided at line ends are joined; a hyphen before a capital or digit stays.
    text = re.sub(r"([a-zà-ÿ])-\n([a-zà-ÿ])", r"\1\2", text)
    if (
        title
        and not text.lstrip().startswith(title)
        and not re.search(r"\.(?:docx?|pdf|indd)\Z|untitled", title, re.I)
    ):
        text = f"{title}\n\n{text}"
    return clean_text(text, keep=keep)


def _without_running_heads(pages: list[str]) -> list[str]:
    edges: Counter[str] = Counter()
    split = [[line.strip() for line in page.split("\n")] for page in pages]
    for lines in split:
        edges.update({re.sub(r"\d+", "0", line) for line in (*lines[:2], *lines[-2:]) if line})
    out = []
    for lines in split:
        kept = []
        for i, line in enumerate(lines):
            edge = i < 2 or i >= len(lines) - 2
            if edge and (
                _PAGE_NUMBER.match(line) or (len(pages) > 2 and edges[re.sub(r"\d+", "0", line)] >= 3)
            ):
                continue
            kept.append(line)
        out.append("\n".join(kept).strip())
    return out
