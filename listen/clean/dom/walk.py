"""One pass over the tree: the page's text as candidate blocks, each with where it stands.

Nothing is judged here. Every piece of visible text ends up in exactly one candidate, in the page's order;
`features` and `classify` decide which candidates are the story.
"""

from itertools import pairwise
from typing import Any

from listen.clean.dom.gathering import BREAK, Run
from listen.clean.dom.links import file_marks, one_link, unclosed
from listen.clean.dom.naming.hints import hints_of
from listen.clean.dom.naming.unseen import unseen
from listen.clean.dom.nouns import (
    APART,
    EDGED,
    F_BODYPROP,
    F_DIALOG,
    F_HIDDEN,
    FLAG_OF_ROLE,
    FLAG_OF_TAG,
    HEADINGS,
    INLINE,
    SET_APART,
    SKIP,
    Page,
    Place,
    fold,
    holds_blocks,
)
from listen.clean.dom.plain.preformatted import passages
from listen.clean.dom.plain.programs import DIAGRAM, draws
from listen.clean.dom.signals import settle
from listen.clean.dom.tables import data_rows, lists_in_cells, without_addresses
from listen.clean.dom.text import followed_by_part, is_section, stamped, to_int
from listen.clean.dom.tree import Elements
from listen.clean.dom.unsaid import (
    SILENT,
    boxed_letter,
    bracketed,
    drawn_letter,
    dropped_capital,
    formula,
    raised,
    unsaid,
)
from listen.clean.result import Why


class _Walker(Run):
    """The way through the tree."""

    def children(self, el: Any) -> None:
        if text := el.text:
            self.text(text)
        for child in el:
            tag = child.tag
            if tag.__class__ is str:
                if tag in INLINE:
                    self.inline(child, tag)
                elif tag in SKIP:
                    self.skipped(child, tag)
                elif "-" in tag or tag in ("font", "custom"):
                    self.unknown(child, tag)
                else:
                    self.block(child, tag)
            if text := child.tail:
                self.text(text)

    def skipped(self, el: Any, tag: str) -> None:
        """An element that says nothing itself; a formula's source may stand in a script."""
        if tag in ("iframe", "video", "svg"):
            self.images += 1
            self.pictured = tag != "svg"
        if tag in SILENT and SILENT[tag].kind in self.keep:
            self.page.brought.add(len(self.page.candidates))
            self.text(fold(" ".join(el.itertext())))
        elif tag in SILENT:
            self.left(SILENT[tag], " ".join(el.itertext()))
        elif tag == "script" and (tex := formula(el, tag)):
            self.formula(*tex)

    def unknown(self, el: Any, tag: str) -> None:
        """An element of the page's own: inline unless something block-like is in it."""
        if tag == "mjx-container" and (tex := formula(el, tag)):
            self.formula(*tex)
            return
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
                self.pieces.append(BREAK)
                self.breaks += 1
                self.lone_break = True
            return
        if tag == "img":
            if not self.pieces and (letter := drawn_letter(el)):
                self.text(letter)
                self.joins = True
                return
            self.images += 1
            self.edge = self.pictured = True
            return
        attrib: dict[str, str] = dict(el.items())
        named = "class" in attrib
        capital = (named or tag in ("big", "font")) and dropped_capital(el, tag, self.pieces)
        why = None if capital else unsaid(el, tag, attrib, self.pieces, self.in_cell)
        if why and why.kind in self.keep:
            self.page.brought.add(len(self.page.candidates))
        elif why:
            self.left(why, "".join(el.itertext()))
            return
        if (named or tag == "math") and (tex := formula(el, tag)) is not None:
            self.formula(*tex)
            return
        if capital:
            self.children(el)
            self.joins = True
            return
        style = attrib.get("style")
        edged, apart = tag in EDGED, tag in APART or bool(style and SET_APART.search(style))
        self.edge, self.apart = self.edge or edged or apart, self.apart or apart
        if tag == "a":
            self.anchors += 1
            self.last_link = el
            if attrib.get("href", "").startswith("#"):
                self.hashes += 1
            self.in_link += 1
            if bracketed(self.pieces, el):
                self.pieces.append(f"[{el.text}]")
            else:
                self.children(el)
            self.in_link -= 1
            following = None if el.tail else el.getnext()
            if following is not None and following.tag == "a" and not one_link(el, following):
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
        else:
            self.children(el)
        if self.kind == "heading" and followed_by_part(el):
            self.pieces.append(" ")
        self.edge, self.apart = self.edge or edged or apart, self.apart or apart

    def raised(self, el: Any, tag: str) -> None:
        """A reference mark goes, an exponent stays as such."""
        if tag == "sup":
            inner = fold("".join(el.itertext()))
            linked = el.find(".//a") is not None or self.in_link or (el.get("class") or "").find("ref") >= 0
            found = raised(inner, "".join(self.pieces[-2:])[-20:], bool(linked))
            if isinstance(found, Why):
                self.left(found, inner)
                return
            if found:
                self.text(found)
                return
        self.children(el)

    def formula(self, tex: str, apart: bool) -> None:
        if apart and tex:
            self.flush()
            self.add(tex, "formula")
        elif tex:
            self.text(f" {tex} ")

    def block(self, el: Any, tag: str) -> None:
        if self.pieces:
            self.flush()
        outer = self.place
        attrib: dict[str, str] = dict(el.items())
        flags = outer.flags | FLAG_OF_TAG.get(tag, 0)
        own = 0
        sig, full = tag, ""
        if attrib:
            names = attrib.get("class", "")
            if names and (letter := boxed_letter(el)):
                self.carried = letter
                return
            ident = attrib.get("id")
            if names or ident:
                sig = f"{tag}.{names or ident}"
                full = f"{names} {ident}" if ident else names
                own = hints_of(full)
            role = attrib.get("role")
            if role:
                flags |= FLAG_OF_ROLE.get(role, 0)
            if attrib.get("aria-modal") == "true":
                flags |= F_DIALOG
            if unseen(el, attrib):
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
        if tag == "div" and DIAGRAM in full and draws(el):
            special = _Walker.pre
        if tag in HEADINGS:
            self.kind, self.level, self.number = "heading", HEADINGS[tag], None
        if special is not None:
            special(self, el, place)
        else:
            self.children(el)
        if self.pieces:
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
                number = to_int(child.get("value"), number) if ordered else 0
                self.next_number = number if ordered else None
                self.block(child, "li")
                number += step
            elif child.tag.__class__ is str:
                self._any(child)
            self.text(child.tail)

    next_number: int | None = None
    headed: set[Any] | None = None
    """The items with a heading in them, once they are asked for."""

    def _any(self, child: Any) -> None:
        tag = child.tag
        if tag in INLINE:
            self.inline(child, tag)
        elif tag not in SKIP:
            self.block(child, tag)

    def item(self, el: Any, place: Place) -> None:
        number, self.next_number = self.next_number, None
        if self.headed is None:
            heads = self.page.elements.of(*HEADINGS)
            self.headed = {up for head in heads for up in head.iterancestors("li")}
        if el in self.headed and is_section(el):
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
        outer = self.kind, self.level, self.number, self.quote
        for passage in passages(el):
            if passage.why and passage.why.kind in self.keep:
                self.page.brought.add(len(self.page.candidates))
            elif passage.why:
                self.left(passage.why, " ".join(passage.lines))
                continue
            if passage.kind == "code":
                self.add(passage.lines[0], "code")
                continue
            if passage.kind and outer[0] == "paragraph":
                self.kind, self.level, self.number = passage.kind, passage.level, passage.number
                self.quote = place.id if passage.kind == "quote" else self.quote
            for n, line in enumerate(passage.lines):
                if n:
                    self.pieces.append(BREAK)
                    self.breaks += 1
                self.text(line)
            self.flush()
            if passage.kind and outer[0] == "paragraph":
                self.kind, self.level, self.number, self.quote = outer

    def table(self, el: Any, place: Place) -> None:
        if found := lists_in_cells(el, text_of):
            self.kind, self.level, self.number = "paragraph", None, None
            for label, cell in found:
                self.in_bold += 1
                # Its items follow, as those of a row follow its names.
                self.text(label if label.endswith((":", "：")) else f"{label}:")
                self.in_bold -= 1
                self.flush()
                self.block(cell, cell.tag)
            return
        unsaid: list[tuple[Why, str]] = []
        rows = data_rows(el, lambda cell: text_of(cell, self.keep, unsaid))
        if rows and "links" not in self.keep:
            rows = without_addresses(rows, unsaid)
        if rows:
            for why, words in unsaid:
                self.left(why, words)
            links = sum(len("".join(a.itertext())) for a in el.iter("a"))
            self.links, self.anchors = links, sum(1 for _ in el.iter("a"))
            self.add("\n".join(" | ".join(filter(None, row)) for row in rows), "table", rows)
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


def text_of(el: Any, keep: frozenset[str] = frozenset(), unsaid: list[tuple[Why, str]] | None = None) -> str:
    """Return what an element says, in one line: a table's cell, its title; what is not said goes to
    `unsaid`.
    """
    walker = _Walker(keep)
    walker.in_cell = True
    walker.page.elements = Elements(el)
    walker.block(el, el.tag)
    found = walker.page
    if unsaid is not None:
        unsaid += ((why, words) for _, why, words in found.unsaid)
    shown = [c for c in found.candidates if not found.places[c.place].flags & F_HIDDEN]
    said = shown[0].text if shown else ""
    for before, c in pairwise(shown):
        # The items of a list in a cell are no one sentence.
        listed = before.kind == c.kind == "list_item" and said[-1:].isalnum()
        said += f"{'; ' if listed else ' '}{c.text}"
    return said


def walk(root: Any, keep: frozenset[str] = frozenset()) -> Page:
    """All candidates of a tree, in the page's order; `keep`: classes of words that stay in them."""
    walker = _Walker(keep)
    walker.page.elements = Elements(root)
    body = root.find("body")
    start = body if body is not None else root
    if start.tag in INLINE:
        walker.inline(start, start.tag)
    else:
        walker.block(start, start.tag)
    walker.flush()
    unclosed(walker.page.candidates)
    if "links" not in keep:
        file_marks(walker.page)
    settle(walker.page)
    return walker.page
