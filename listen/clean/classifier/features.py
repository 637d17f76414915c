"""This module says what the classifier knows of each candidate block, as named numbers.

`local` describes every block by itself and by its place in the tree; `context.py` adds what the first, rough
verdict says about the blocks around it. `columns.py` names the columns.
"""

import re
from collections import Counter
from collections.abc import Sequence
from operator import attrgetter
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from listen.clean.classifier.feature_names import FLAGS, LOCAL
from listen.clean.classifier.vocabulary import Vocabulary, vocabulary
from listen.clean.classifier.word_features import word_columns
from listen.clean.dom.naming.hints import HINT_NAMES
from listen.clean.dom.nouns import Candidate, Page
from listen.clean.dom.text import STOPS, word_count
from listen.clean.metadata.gather import Metadata
from listen.clean.metadata.titles import words as bare

Matrix = NDArray[np.float32]
_KINDS = {
    kind: k
    for k, kind in enumerate(
        ("heading", "paragraph", "quote", "list_item", "table", "code", "formula", "figure")
    )
}
_TAGS = {
    "p": 1,
    "div": 2,
    "li": 3,
    "td": 4,
    "section": 5,
    "article": 6,
    "body": 7,
    "dd": 8,
    "dt": 9,
    "header": 10,
}

# Words that prose of some language cannot do without and labels, menus and names can.
_COMMON_TEXT = """
the of and to in a is that for it was on with as be by this are from at have not or but they an
which der die das und ist nicht ein eine zu den mit auf für dem des von le la les et est une du que
dans pour qui el los las con por para se su como más il di che è per del non o os um não da em het
een van dat op och att det som på er av til i w na się że и в не на что с по как это
"""
_COMMON: Final = frozenset(_COMMON_TEXT.split())
_SENTENCE = re.compile(rf"[{STOPS}][\"'”’»)\]]*(?:\s|\Z)")
_END = re.compile(rf"[{STOPS}][\"'”’»)\]]*\Z")


_DIGITS, _CAPITALS, _LETTERS = (
    bytes(code for code in range(128) if of(chr(code))) for of in (str.isdigit, str.isupper, str.isalpha)
)


_BEYOND = re.compile(r"[^\x00-\x7f]+")
"""Characters that are not of ASCII: few, in most languages."""


def _characters(text: str) -> tuple[int, int, int]:
    """Return how many digits, capitals and letters a text has."""
    if text.isascii():
        data = text.encode("ascii")
        n = len(data)
        return (
            n - len(data.translate(None, _DIGITS)),
            n - len(data.translate(None, _CAPITALS)),
            n - len(data.translate(None, _LETTERS)),
        )
    beyond = "".join(_BEYOND.findall(text))
    digits, capitals, letters = _characters(text.encode("ascii", "ignore").decode("ascii"))
    return (
        digits + sum(map(str.isdigit, beyond)),
        capitals + sum(map(str.isupper, beyond)),
        letters + sum(map(str.isalpha, beyond)),
    )


_AMOUNTS = attrgetter(
    "links", "bold", "italic", "button", "anchors", "hash_links", "images", "breaks", "level", "number"
)


def _text_columns(cands: Sequence[Candidate]) -> Any:
    """One row for each candidate, of what its own text and element say."""
    texts = np.array([_of_text(c.text) for c in cands], float)
    amounts = np.array([_AMOUNTS(c) for c in cands], float)
    """NaN for a level or a number that is not there."""
    count, size = texts[:, 0], texts[:, 1]
    level, number = amounts[:, 8], amounts[:, 9]
    is_item = np.array([c.kind == "list_item" for c in cands])
    return np.column_stack(
        [
            count,
            size,
            size / count,
            np.minimum(1.0, amounts[:, :4] / size[:, None]),
            amounts[:, 4:8],
            texts[:, 2:],
            np.nan_to_num(level),
            np.where(np.isnan(number), -1, np.minimum(number, 50)),
            np.where(is_item, np.where(level > 0, level, 1), 0),
            [_TAGS.get(c.tag, 0) for c in cands],
            [_KINDS.get(c.kind, 9) for c in cands],
        ]
    )


def _of_text(text: str) -> tuple[float, ...]:
    size = len(text)
    lower = text[:600].lower().split()
    digits, capitals, letters = _characters(text[:300])
    return (
        word_count(text),
        size,
        text.count(",") + text.count("，") + text.count("、"),
        len(_SENTENCE.findall(text)),
        _END.search(text[-6:]) is not None,
        text[-1] in ":：",
        digits / min(size, 300),
        capitals / (letters or 1),
        text[0].islower(),
        not text[0].isalnum(),
        "?" in text,
        sum(map(_COMMON.__contains__, lower)) / len(lower),
        text.count("|"),
        "©" in text,
    )


def _has(bits: Any, count: int) -> Any:
    """One column for each of the first `count` bits, 1 where it is set."""
    octets = bits.astype("<i8")[:, None].view(np.uint8)
    return np.unpackbits(octets, axis=1, count=count, bitorder="little")


def local(page: Page, meta: Metadata, words: Vocabulary | None = None) -> Matrix:
    """One row for each candidate, columns as in `LOCAL`."""
    words = words or vocabulary()
    cands = page.candidates
    n = len(cands)
    text = _text_columns(cands).astype(np.float32)
    place = np.array([c.place for c in cands])
    near = np.array([p.near for p in page.places], np.int64)
    inherited = np.array([p.hints for p in page.places], np.int64)
    flags = np.array([p.flags for p in page.places], np.int64)
    parent = np.array([p.parent for p in page.places])
    depth = np.array([p.depth for p in page.places], np.float32)

    flag_cols = _has(flags[place], len(FLAGS))
    # The nearer the element with the hint, the more it counts.
    of_hints = ((1, inherited[place]), *((4 - k, near[place, k]) for k in range(3)))
    hint_cols = np.maximum.reduce([value * _has(bits, len(HINT_NAMES)) for value, bits in of_hints])

    count, link_share = text[:, 0], text[:, 3]
    is_heading = np.array([c.kind == "heading" for c in cands])
    prose = np.where((count >= 8) & (link_share < 0.4) & ~is_heading, count, 0.0)
    prose *= 0.3 + np.minimum(1.0, text[:, 20] * 4)
    total = float(prose.sum()) or 1.0
    place_cols, top_share = _places(page, place, parent, depth, prose, count, link_share)
    order_cols = np.hstack(
        [
            _order(cands, meta, text, prose, total, top_share, is_heading),
            _copies(page, meta, place, prose, is_heading),
        ]
    )
    word_cols = word_columns(page, place, parent, is_heading, words)
    around = _around(place, count, link_share, is_heading)
    windows = np.column_stack(
        [
            window(prose, 3),
            window(prose, 8),
            window(link_share * count, 3) / (window(count, 3) + 1),
            window(link_share * count, 8) / (window(count, 8) + 1),
        ]
    )
    out = np.hstack([text, flag_cols, hint_cols, place_cols, order_cols, around, windows, word_cols]).astype(
        np.float32
    )
    assert out.shape == (n, len(LOCAL))
    return out


def window(values: Any, reach: int) -> Any:
    """Mean over the `reach` rows on either side and the row itself."""
    sums = np.concatenate([[0.0], np.cumsum(values)])
    i = np.arange(len(values))
    low, high = np.maximum(i - reach, 0), np.minimum(i + reach + 1, len(values))
    return (sums[high] - sums[low]) / (high - low)


def with_inner(sums: Any, parent: Any) -> Any:
    """For each place (parents first) its own `sums`, a column each, and those of all places inside it."""
    above = parent.tolist()
    columns = []
    for column in sums.T.tolist():
        for i in range(len(column) - 1, 0, -1):
            column[above[i]] += column[i]
        columns.append(column)
    return np.array(columns).T


def _places(
    page: Page, place: Any, parent: Any, depth: Any, prose: Any, count: Any, link_share: Any
) -> tuple[Any, float]:
    n_places = len(page.places)
    sums = np.zeros((n_places, 4))
    np.add.at(sums, place, np.column_stack([np.ones(len(place)), count, link_share * count, prose]))
    # The story's place: prose counts for the place it stands in, and less for those further up.
    score = np.zeros(n_places)
    weight = prose.astype(float)
    here = parent[place]
    for _ in range(5):
        np.add.at(score, here, weight)
        weight = weight * 0.8
        here = parent[here]
    score[0] = 0
    top = int(score.argmax())
    whole = with_inner(sums, parent)
    above = parent.tolist()
    held = [False] * n_places
    held[top] = True
    for i in range(top + 1, n_places):
        held[i] = held[above[i]]
    inside = np.array(held)
    # How far up from the story's place the common ancestor lies, and how far down from there a block does.
    up_of: dict[int, int] = {}
    i, steps = top, 0
    while i:
        up_of[i] = steps
        i, steps = above[i], steps + 1
    up_of[0] = steps
    ups: dict[int, tuple[int, int]] = {}
    for start in dict.fromkeys(place.tolist()):
        j, down = start, 0
        while j not in up_of:
            j, down = above[j], down + 1
        ups[start] = (up_of[j], down)
    top_up = np.array([ups[p][0] for p in place.tolist()])
    top_down = np.array([ups[p][1] for p in place.tolist()])
    p1, p2 = parent[place], parent[parent[place]]

    def stats(where: Any) -> Any:
        w = whole[where]
        return np.column_stack([w[:, 0], w[:, 1], w[:, 2] / (w[:, 1] + 1), w[:, 3] / (whole[0, 3] + 1)])

    sigs = [page.places[p].sig for p in place.tolist()]
    sig_ids = {sig: k for k, sig in enumerate(dict.fromkeys(sigs))}
    sig = np.array([sig_ids[s] for s in sigs])
    sig_count = np.bincount(sig)
    sig_words = np.bincount(sig, count) / sig_count
    sig_links = np.bincount(sig, link_share) / sig_count
    psigs = [page.places[p].sig for p in p1.tolist()]
    psig_ids = {s: k for k, s in enumerate(dict.fromkeys(psigs))}
    psig = np.array([psig_ids[s] for s in psigs])
    psig_prose = np.bincount(psig, prose) / (whole[0, 3] + 1)
    cols = np.column_stack(
        [
            depth[place],
            inside[place],
            top_up,
            top_down,
            depth[place] - depth[top],
            stats(place),
            stats(p1),
            stats(p2),
            sig_count[sig],
            sig_words[sig],
            sig_links[sig],
            psig_prose[psig],
        ]
    )
    return cols, float(whole[top, 3] / (whole[0, 3] + 1))


def _order(
    cands: Sequence[Candidate],
    meta: Metadata,
    text: Any,
    prose: Any,
    total: float,
    top_share: float,
    is_heading: Any,
) -> Any:
    n = len(cands)
    i = np.arange(n)
    title = bare(meta.title)
    bares = [bare(c.text) if len(c.text) < 300 else "" for c in cands]
    same = np.array([bool(title) and b == title for b in bares])
    first_prose = int((prose > 15).argmax()) if (prose > 15).any() else 0
    last_prose = n - 1 - int((prose[::-1] > 15).argmax()) if (prose > 15).any() else n - 1
    h1s = [k for k, c in enumerate(cands) if c.kind == "heading" and c.level == 1]
    titles = np.flatnonzero(same & is_heading)
    if not titles.size:
        titles = np.flatnonzero(same)
    title_at = int(titles[0]) if titles.size else (h1s[0] if h1s else first_prose)
    h1_at = h1s[0] if h1s else title_at
    copies = Counter(c.text for c in cands)
    described = bare(meta.description)
    body = bare(meta.body) if meta.body else ""
    in_body = np.array([0.0 if not body else 1.0 if bare(c.text[:200]) in body else -1.0 for c in cands])
    last_heading = -1
    over: list[int] = []
    """Of each block the heading above it."""
    for k, heads in enumerate(is_heading.tolist()):
        over.append(last_heading)
        if heads:
            last_heading = k
    headed = np.array(over) >= 0
    distance = np.where(headed, i - over, 99)
    heading_words = np.where(headed, text[over, 0], 0)
    heading_links = np.where(headed, text[over, 3], 0)
    before = np.concatenate([[0.0], np.cumsum(prose)[:-1]])
    return np.column_stack(
        [
            i / n,
            before / total,
            i - title_at,
            i - h1_at,
            last_prose - i,
            i - first_prose,
            [copies[c.text] for c in cands],
            same,
            [len(b) > 30 and b[:120] in described for b in bares],
            in_body,
            np.full(n, n),
            np.full(n, total),
            np.full(n, top_share),
            distance,
            heading_words,
            heading_links,
        ]
    )


def _copies(page: Page, meta: Metadata, place: Any, prose: Any, is_heading: Any) -> Any:
    """Return what tells the page's own article from others, or from itself, on the same page."""
    cands = page.candidates
    n = len(cands)
    seen: set[str] = set()
    copy, repeats = [False] * n, [False] * n
    openings: set[str] = set()
    for k, c in enumerate(cands):
        copy[k] = c.text in seen
        seen.add(c.text)
        opening = c.text[:60]
        repeats[k] = len(opening) == 60 and opening in openings
        openings.add(opening)
    # The nearest <article> above each place.
    owner = [0] * len(page.places)
    for q in page.places[1:]:
        owner[q.id] = q.id if q.tag == "article" else owner[q.parent]
    of = [owner[q] for q in place.tolist()]
    amount: dict[int, float] = {}
    for a, value in zip(of, prose.tolist(), strict=True):
        amount[a] = amount.get(a, 0.0) + value
    whole = sum(amount.values()) or 1.0
    index = {a: k for k, a in enumerate(a for a in amount if a)}
    title = bare(meta.title)
    titled = {
        a for a, c, h in zip(of, cands, is_heading, strict=True) if h and title and bare(c.text) == title
    }
    h1 = np.array([c.kind == "heading" and c.level == 1 for c in cands])
    site = (meta.site or "").casefold()
    return np.column_stack(
        [
            copy,
            repeats,
            [index.get(a, -1) for a in of],
            [amount[a] / whole for a in of],
            np.full(n, len(index)),
            np.cumsum(h1),
            [2.0 if a in titled else 1.0 if titled else 0.0 for a in of],
            [bool(site) and len(c.text) < 1500 and site in c.text.casefold() for c in cands],
            np.full(n, "news" in meta.kind),
            np.full(n, "article" in meta.kind or "posting" in meta.kind),
            np.full(n, meta.byline is not None),
            np.full(n, meta.published is not None),
        ]
    )


def shift(values: Any, by: int, fill: float) -> Any:
    out = np.full(len(values), fill, np.float32)
    if by > 0:
        out[by:] = values[:-by]
    else:
        out[:by] = values[-by:]
    return out


def _around(place: Any, count: Any, link_share: Any, is_heading: Any) -> Any:
    cols = []
    for by in (2, 1, -1, -2):
        if abs(by) >= len(place):
            cols += [np.zeros(len(place))] * 4
            continue
        cols += [
            shift(count, by, 0),
            shift(link_share, by, 1),
            shift(is_heading, by, 0),
            shift(place, by, -1) == place,
        ]
    return np.column_stack(cols)
