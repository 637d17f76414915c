"""One pass over the tree: the page's text as candidate blocks, each with where it stands.

Nothing is judged here. Every piece of visible text ends up in exactly one candidate, in the page's order;
`features` and `classify` decide which candidates are the story.
"""

from typing import Any

from listen.clean.dom.links import unclosed
from listen.clean.dom.nouns import (
    APART,
    EDGED,
    F_BODYPROP,
    F_HIDDEN,
    FLAG_OF_ROLE,
    FLAG_OF_TAG,
    HEADINGS,
    HIDING,
    INLINE,
    SET_APART,
    SKIP,
    Candidate,
    Page,
    Place,
    fold,
    hidden,
    hints_of,
    holds_blocks,
)
from listen.clean.dom.tables import data_rows
from listen.clean.dom.text import (
    NOTE_MARK,
    SUPERS,
    cited,
    formula,
    is_section,
    item_number,
    listing,
    parted,
    polish,
    stamped,
    takes_note,
    to_int,
)
from listen.model import BlockKind


class _Walker:
    """State of the walk: the run of text being gathered, and where we are."""

    def __init__(self) -> None:
        self.page = Page()
        self.pieces: list[str] = []
        self.links = self.bold = self.italic = self.button = 0
        self.anchors = self.hashes = self.images = self.breaks = 0
        self.in_link = self.in_bold = self.in_italic = self.in_button = 0
        self.lone_break = False
        self.edge = self.apart = False
        self.place = Place(0, 0, None, "", "", "", 0, 0, (0, 0, 0), 0)
        self.page.places.append(self.place)
        self.kind: BlockKind = "paragraph"
        self.level: int | None = None
        self.number: int | None = None
        self.told = False  # Whether the item that we are in has had its number.
        self.quote = 0

    def text(self, t: str | None) -> None:
        if not t:
            return
        n = len(t)
        if t.isspace():
            if self.pieces:
                self.pieces.append(" ")
            return
        self.lone_break = False
        if self.edge and self.pieces and parted(self.pieces[-1], t, self.apart):
            self.pieces.append(" ")
        self.edge = self.apart = False
        if self.in_link:
            self.links += n
        if self.in_bold:
            self.bold += n
        if self.in_italic:
            self.italic += n
        if self.in_button:
            self.button += n
        self.pieces.append(t)

    def flush(self) -> None:
        if not self.pieces:
            return
        text = polish("".join(self.pieces), self.kind == "heading")
        if text and self.kind == "list_item":
            own = item_number(self.place.el, text)
            if own is not None and self.number in (None, own):
                self.number, text = own, ""
        if text:
            self.add(text)
        self.pieces.clear()
        self.links = self.bold = self.italic = self.button = 0
        self.anchors = self.hashes = self.breaks = 0
        self.lone_break = self.edge = self.apart = False

    def add(self, text: str, kind: BlockKind | None = None, rows: tuple[tuple[str, ...], ...] = ()) -> None:
        place = self.place
        self.page.candidates.append(
            Candidate(
                text,
                kind or self.kind,
                place.id,
                place.el,
                place.tag,
                self.level,
                self.number,
                self.links,
                self.bold,
                self.italic,
                self.button,
                self.anchors,
                self.hashes,
                self.images,
                self.breaks,
                rows,
                self.quote,
            )
        )
        self.images = 0
        if self.kind == "list_item":
            # The item's later paragraphs belong to it, unnumbered.
            self.number, self.told = None, True

    # -- the tree ---------------------------------------------------------------------------------

    def children(self, el: Any) -> None:
        self.text(el.text)
        for child in el:
            tag = child.tag
            if tag.__class__ is str:
                if tag in INLINE:
                    self.inline(child, tag)
                elif tag in SKIP:
                    if tag in ("iframe", "video", "svg"):
                        self.images += 1
                elif "-" in tag or tag in ("font", "custom"):
                    self.unknown(child, tag)
                else:
                    self.block(child, tag)
            self.text(child.tail)

    def unknown(self, el: Any, tag: str) -> None:
        """An element of the page's own: inline unless something block-like is in it."""
        if holds_blocks(el):
            self.block(el, tag)
            return
        if (
            not self.pieces
            and el.getparent() is not None
            and el.getparent().tag in ("div", "section", "body")
        ):
            self.block(el, tag)
        else:
            self.inline(el, tag)

    def inline(self, el: Any, tag: str) -> None:
        if tag in ("br", "img") and 0 < len(self.pieces) < 6 and stamped("".join(self.pieces)):
            self.flush()
        if tag == "br":
            if self.lone_break:
                self.flush()
            elif self.pieces:
                self.pieces.append("\n")
                self.breaks += 1
                self.lone_break = True
            return
        if tag == "img":
            self.images += 1
            self.edge = True
            return
        if el.attrib and hidden(el):
            return
        edged, apart = tag in EDGED, tag in APART or bool(SET_APART.search(el.get("style", "")))
        self.edge, self.apart = self.edge or edged or apart, self.apart or apart
        if tag == "a":
            self.anchors += 1
            if el.get("href", "").startswith("#"):
                self.hashes += 1
            self.in_link += 1
            if len(el) == 0 and cited(self.pieces, el.text or ""):
                self.pieces.append(f"[{el.text}]")
            else:
                self.children(el)
            self.in_link -= 1
            following = el.getnext()
            if not el.tail and following is not None and following.tag == "a":
                self.pieces.append(" ")
        elif tag in ("b", "strong"):
            self.in_bold += 1
            self.children(el)
            self.in_bold -= 1
        elif tag in ("i", "em", "cite"):
            self.in_italic += 1
            self.children(el)
            self.in_italic -= 1
        elif tag == "button":
            self.in_button += 1
            self.pieces.append(" ")
            self.children(el)
            self.pieces.append(" ")
            self.in_button -= 1
        elif tag in ("sup", "sub"):
            self.raised(el, tag)
        elif tag == "math":
            self.math(el)
        else:
            self.children(el)
        self.edge, self.apart = self.edge or edged or apart, self.apart or apart

    def raised(self, el: Any, tag: str) -> None:
        """A reference mark goes, an exponent stays as such."""
        inner = fold("".join(el.itertext()))
        if tag == "sup":
            linked = el.find(".//a") is not None or self.in_link or (el.get("class") or "").find("ref") >= 0
            if NOTE_MARK.match(inner) and (linked or takes_note("".join(self.pieces[-2:])[-20:], inner)):
                return
            if inner and all(c in "0123456789+-−" for c in inner):
                self.text(inner.translate(SUPERS))
                return
        self.children(el)

    def math(self, el: Any) -> None:
        tex = formula(el)
        if el.get("display") == "block" and tex:
            self.flush()
            self.add(tex, "formula")
        elif tex:
            self.text(f" {tex} ")

    def block(self, el: Any, tag: str) -> None:
        self.flush()
        outer = self.place
        attrib = el.attrib
        flags = outer.flags | FLAG_OF_TAG.get(tag, 0)
        own = 0
        sig, full = tag, ""
        if attrib:
            names = attrib.get("class", "")
            ident = attrib.get("id")
            if names or ident:
                sig = f"{tag}.{names or ident}"
                full = f"{names} {ident}" if ident else names
                own = hints_of(full)
            role = attrib.get("role")
            if role:
                flags |= FLAG_OF_ROLE.get(role, 0)
            style = attrib.get("style")
            if (
                (style and HIDING.search(style))
                or attrib.get("hidden") is not None
                or attrib.get("aria-hidden") == "true"
            ):
                flags |= F_HIDDEN
            prop = attrib.get("itemprop")
            if prop and "articleBody" in prop:
                flags |= F_BODYPROP
        places = self.page.places
        near = outer.near
        place = Place(
            len(places),
            outer.id,
            el,
            tag,
            sig,
            full,
            flags,
            outer.depth + 1,
            (own, near[0], near[1]),
            outer.hints | own,
            outer.item,
        )
        places.append(place)
        kind, level, number, quote = self.kind, self.level, self.number, self.quote
        self.place = place
        special = _SPECIAL.get(tag)
        if tag in HEADINGS:
            self.kind, self.level, self.number = "heading", HEADINGS[tag], None
        if special is not None:
            special(self, el, place)
        else:
            self.children(el)
        self.flush()
        self.place = outer
        self.kind, self.level, self.quote = kind, level, quote
        self.number = None if tag == "li" or self.told else number

    def list_(self, el: Any, place: Place) -> None:
        place.item += 1
        self.kind, self.level, self.number = "paragraph", None, None
        ordered = el.tag == "ol"
        number = to_int(el.get("start"), 1)
        step = -1 if el.get("reversed") is not None else 1
        if step < 0 and el.get("start") is None:
            number = sum(1 for c in el if c.tag == "li")
        self.text(el.text)
        for child in el:
            if child.tag == "li":
                number = to_int(child.get("value"), number)
                self.next_number = number if ordered else None
                self.block(child, "li")
                number += step
            elif child.tag.__class__ is str:
                self._any(child)
            self.text(child.tail)

    next_number: int | None = None

    def _any(self, child: Any) -> None:
        tag = child.tag
        if tag in INLINE:
            self.inline(child, tag)
        elif tag not in SKIP:
            self.block(child, tag)

    def item(self, el: Any, place: Place) -> None:
        number, self.next_number = self.next_number, None
        if is_section(el):
            self.kind, self.level, self.number = "paragraph", None, None
        else:
            self.kind, self.level, self.number = "list_item", max(1, place.item), number
        outer, self.told = self.told, False
        self.children(el)
        self.flush()
        self.told = outer

    def quoted(self, el: Any, place: Place) -> None:
        self.kind, self.level, self.number = "quote", None, None
        self.quote = place.id
        self.children(el)

    def pre(self, el: Any, place: Place) -> None:
        code, parts = listing(el)
        for part in parts:
            if code:
                self.add(part, "code")
            else:
                self.text(part)
                self.flush()

    def table(self, el: Any, place: Place) -> None:
        rows = data_rows(el, text_of)
        if rows:
            links = sum(len("".join(a.itertext())) for a in el.iter("a"))
            self.links, self.anchors = links, sum(1 for _ in el.iter("a"))
            self.add("\n".join(" | ".join(row) for row in rows), "table", rows)
            self.links = self.anchors = 0
            caption = el.find("caption")
            if caption is not None:
                self.page.candidates[-1].title = text_of(caption)
        else:
            self.kind, self.level, self.number = "paragraph", None, None
            self.children(el)

    def caption(self, el: Any, place: Place) -> None:
        self.kind, self.level, self.number = "figure", None, None
        self.children(el)


_SPECIAL: dict[str, Any] = {
    "ul": _Walker.list_,
    "ol": _Walker.list_,
    "menu": _Walker.list_,
    "li": _Walker.item,
    "blockquote": _Walker.quoted,
    "pre": _Walker.pre,
    "table": _Walker.table,
    "figcaption": _Walker.caption,
}


def text_of(el: Any) -> str:
    """What an element says, in one line: a table's cell, its title."""
    walker = _Walker()
    walker.block(el, el.tag)
    found = walker.page
    return " ".join(c.text for c in found.candidates if not found.places[c.place].flags & F_HIDDEN)


def walk(root: Any) -> Page:
    """All candidates of a tree, in the page's order."""
    walker = _Walker()
    body = root.find("body")
    start = body if body is not None else root
    if start.tag in INLINE:
        walker.inline(start, start.tag)
    else:
        walker.block(start, start.tag)
    walker.flush()
    unclosed(walker.page.candidates)
    return walker.page
