"""EPUBs: what is no story in a book goes, and a damaged part costs that part."""

# ruff: noqa: E501

from __future__ import annotations

import io
import re
import zipfile

import pytest

from listen.clean import Cleaned, read
from listen.errors import NoArticleError, SourceError
from listen.model import Source

ONE = "The lamp of the tower was lit every evening by a keeper who had never missed one night in his life."
TWO = "His daughter counted the ships that came in, and wrote their names into a book with a green cover."
THREE = "When the war came the lamp stayed dark for six years, and the book with the green cover empty."
CONTAINER = "<container><rootfiles><rootfile full-path='O/b.opf'/></rootfiles></container>"


def page(body: str, about: str = "") -> str:
    return f'<html xmlns:epub="http://www.idpf.org/2007/ops"><body {about}>{body}</body></html>'


def package(names: list[str], more: str = "", guide: str = "", spine: str = "") -> str:
    items = "".join(f'<item id="{n}" href="{n}.xhtml" media-type="application/xhtml+xml"/>' for n in names)
    refs = spine or "".join(f'<itemref idref="{n}"/>' for n in names)
    people = more or "<dc:creator>Ann Pascoe</dc:creator>"
    return (
        '<package xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf"><metadata>'
        f"<dc:title>The Tower</dc:title>{people}<dc:language>en</dc:language></metadata>"
        f'<manifest>{items}<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/></manifest>'
        f"<spine>{refs}</spine><guide>{guide}</guide></package>"
    )


def book(parts: dict[str, str], labels: dict[str, str] | None = None, **how: str) -> bytes:
    points = "".join(
        f'<navPoint><navLabel><text>{label}</text></navLabel><content src="{name}.xhtml"/></navPoint>'
        for name, label in (labels or {}).items()
    )
    files = {
        "META-INF/container.xml": CONTAINER,
        "O/b.opf": package(list(parts), **how),
        "O/toc.ncx": f"<ncx><navMap>{points}</navMap></ncx>",
        **{f"O/{name}.xhtml": text for name, text in parts.items() if text},
    }
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        for name, text in files.items():
            archive.writestr(name, text)
    return held.getvalue()


def opened(data: bytes, *keep: str) -> Cleaned:
    return read(Source(data, "tower.epub", media_type="application/epub+zip"), keep=frozenset(keep))


def said(found: Cleaned) -> list[str]:
    return [b.text for b in found.article.blocks if b.kind != "heading"]


CHAPTERS = {"a": page(f"<h1>One</h1><p>{ONE}</p>"), "b": page(f"<h1>Two</h1><p>{TWO}</p>")}


@pytest.mark.parametrize(
    ("markup", "note"),
    [
        ('life<a epub:type="noteref" href="#n">1</a>', '<aside epub:type="footnote" id="n"><p>1. On lamps.</p></aside>'),
        ('life<a role="doc-noteref" href="#n">[1]</a>', '<aside role="doc-footnote" id="n"><p>On lamps.</p></aside>'),
        ('life<a href="notes.xhtml#n">[12]</a>', '<div class="footnotes"><div class="footnote">12 On lamps.</div></div>'),
        ('life<sup><a href="#n" id="r">1</a></sup>', '<p id="n"><a href="#r">1</a> On lamps.</p>'),
        ('life<a href="x.xhtml#n">3</a>', '<section epub:type="endnotes"><ol><li>On lamps.</li></ol></section>'),
        ("life", '<p class="fn">* On lamps.</p>'),
    ],
)  # fmt: skip
def test_notes_and_their_marks_go(markup: str, note: str) -> None:
    text = ONE.replace("life", markup)
    found = opened(book({"a": page(f"<h1>One</h1><p>{text}</p><p>{TWO}</p>{note}"), "b": CHAPTERS["b"]}))
    assert said(found) == [ONE, TWO, TWO]
    assert any("On lamps." in left.text and left.kind == "footnotes" for left in found.left_out)


def test_words_that_lead_elsewhere_and_notes_by_name_stay() -> None:
    kept = [
        f'<p>{ONE} See <a href="b.xhtml#x">chapter two</a>.</p>',
        '<p class="fn-intro">The footnotes of the tower were carved into its steps.</p>',
        '<p>He wrote <a href="#y">7</a> letters about it.</p>',
    ]
    text = " ".join(said(opened(book({"a": page("<h1>One</h1>" + "".join(kept)), "b": CHAPTERS["b"]}))))
    assert "See chapter two." in text
    assert "carved into its steps" in text
    assert "He wrote 7 letters" in text


def test_keep_brings_the_notes_back() -> None:
    note = '<aside epub:type="footnote"><p>1. On lamps and keepers.</p></aside>'
    found = opened(book({"a": page(f"<p>{ONE}</p>{note}"), "b": CHAPTERS["b"]}), "footnotes")
    assert "On lamps and keepers" in found.article.text


@pytest.mark.parametrize(
    "markup",
    [
        '<span epub:type="pagebreak" id="p12" title="12">12</span>',
        '<a id="page13" class="pagenum">[Pg 13]</a>',
        '<span role="doc-pagebreak" id="p9"/>',
        '<span class="page-number">xiv</span>',
        '<span class="pagenumber">{31}</span>',
    ],
)
def test_the_numbers_of_printed_pages_go_without_cutting_a_word(markup: str) -> None:
    text = ONE.replace("evening", f"even{markup}ing")
    assert said(opened(book({"a": page(f"<p>{text}</p>"), "b": CHAPTERS["b"]}))) == [ONE, TWO]


IMPRINT = (
    "<p>First published 2021 by Quay Press.</p><p>Copyright © Ann Pascoe</p><p>ISBN 978 0 00 000000 0</p>"
    "<p>Typeset in Garamond.</p>"
)


@pytest.mark.parametrize(
    ("body", "labels", "how", "kind"),
    [
        (page(IMPRINT), {}, {}, "legal"),
        (page("<p>THE TOWER</p><p>Ann Pascoe</p><p>QUAY PRESS</p>"), {}, {}, "navigation"),
        (page("<p>For my mother</p>", 'epub:type="dedication"'), {}, {}, "navigation"),
        (page("<p>Ann Pascoe</p>"), {"x": "Also by Ann Pascoe"}, {}, "navigation"),
        (page("<p>Page of names</p>"), {}, {"guide": '<reference type="title-page" href="x.xhtml"/>'}, "navigation"),
        (page("<h1>Notes</h1><p>1. On lamps.</p>"), {}, {}, "footnotes"),
        (page("<p>Pascoe, A. Lamps. 1931.</p>"), {"x": "Bibliography"}, {}, "footnotes"),
        (page("<p>1. On lamps.</p>", 'epub:type="endnotes"'), {}, {}, "footnotes"),
    ],
)  # fmt: skip
def test_front_and_back_matter_goes_with_its_reason(
    body: str, labels: dict[str, str], how: dict[str, str], kind: str
) -> None:
    orders = [{"x": body, **CHAPTERS}, {**CHAPTERS, "x": body}]
    for parts in orders[:1] if "QUAY PRESS" in body else orders:  # a title page stands before the story only
        found = opened(book(parts, labels, **how))
        assert said(found) == [ONE, TWO]
        assert [left.kind for left in found.left_out] == [kind]


@pytest.mark.parametrize(
    "body",
    [
        page("<h1>Notes on a lamp</h1><p>She kept notes, and the paper of the town printed them.</p>"),
        page("<p>The copyright of the song was sold in May, and nobody told her of it.</p>"),
        page("<h1>The index finger</h1><p>It pointed at the tower all the time, said the boy.</p>"),
        page("<h1>The dedication of the tower</h1><p>A bishop came, and it rained on his hat.</p>"),
    ],
)
def test_chapters_that_are_called_like_front_matter_stay(body: str) -> None:
    assert len(said(opened(book({"x": body, **CHAPTERS})))) == 3


def test_what_is_not_in_the_order_of_reading_goes() -> None:
    spine = '<itemref idref="a"/><itemref idref="x" linear="no"/><itemref idref="b"/>'
    found = opened(book({"a": CHAPTERS["a"], "x": page(f"<p>{THREE}</p>"), "b": CHAPTERS["b"]}, spine=spine))
    assert said(found) == [ONE, TWO]


def broken(data: bytes, name: str, how: str) -> bytes:
    """A book one of whose parts is damaged, or packed in a way that cannot be undone."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        info = archive.getinfo(name)
    start = info.header_offset + 30 + len(name)
    out = bytearray(data)
    if how == "bytes":
        out[start : start + 12] = bytes(12)
    elif how == "checksum":
        at = data.rindex(name.encode()) - 46 + 16
        out[at : at + 4] = b"\1\2\3\4"
    else:
        method = {"unknown": 99, "lzma": 14, "bzip2": 12}[how]
        for at in (info.header_offset + 8, data.rindex(name.encode()) - 46 + 10):
            out[at : at + 2] = method.to_bytes(2, "little")
    return bytes(out)


@pytest.mark.parametrize("how", ["bytes", "checksum", "unknown", "lzma", "bzip2"])
@pytest.mark.parametrize("name", ["b", "toc.ncx"])
def test_a_damaged_part_costs_that_part_and_is_noted(name: str, how: str) -> None:
    data = book({**CHAPTERS, "c": page(f"<h1>Three</h1><p>{THREE}</p>")}, {"b": "The ships"})
    found = opened(broken(data, f"O/{name}" if "." in name else f"O/{name}.xhtml", how))
    assert said(found) == ([ONE, THREE] if name == "b" else [ONE, TWO, THREE])
    assert len(found.notes) == 1
    assert "missing or damaged" in found.notes[0]
    assert ("The ships" if name == "b" else "table of contents") in found.notes[0]


def test_a_missing_part_and_a_missing_container_cost_no_more() -> None:
    found = opened(book({**CHAPTERS, "gone": ""}))
    assert said(found) == [ONE, TWO]
    assert found.notes == ("a part of the book (O/gone.xhtml) is missing or damaged: not read",)
    data = book(CHAPTERS).replace(b"META-INF/container.xml", b"META-INF/containex.xml")
    assert said(opened(data)) == [ONE, TWO]


@pytest.mark.parametrize("text", ["<![", "<!DOCTYPE x [<!ENTITY", "<![x[<?", "\\ud800"])
def test_a_list_that_is_no_markup_is_a_clear_error(text: str) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("META-INF/container.xml", CONTAINER)
        archive.writestr("O/b.opf", text)
    with pytest.raises(SourceError, match="names no chapter"):
        opened(held.getvalue())


def test_a_book_of_which_nothing_can_be_read_is_an_error() -> None:
    with pytest.raises(NoArticleError, match="missing or damaged"):
        opened(book({"gone": ""}))
    with pytest.raises(SourceError, match=r"O/b\.opf cannot be read"):
        opened(broken(book(CHAPTERS), "O/b.opf", "bytes"))


def test_a_book_with_locked_chapters_is_an_error_and_one_with_locked_fonts_is_not() -> None:
    lock = "<encryption><CipherData><CipherReference URI='O/{}'/></CipherData></encryption>"
    for name, locked in (("a.xhtml", True), ("fonts/x.otf", False)):
        held = io.BytesIO(book(CHAPTERS))
        with zipfile.ZipFile(held, "a") as archive:
            archive.writestr("META-INF/encryption.xml", lock.format(name))
        if locked:
            with pytest.raises(SourceError, match="locked"):
                opened(held.getvalue())
        else:
            assert said(opened(held.getvalue())) == [ONE, TWO]


@pytest.mark.parametrize(
    ("people", "byline"),
    [
        ('<dc:creator opf:role="aut">Ann Pascoe</dc:creator><dc:creator opf:role="ill">Leo Park</dc:creator>', "Ann Pascoe"),
        ('<dc:creator id="c">Ann Pascoe</dc:creator><dc:creator id="d">Leo Park</dc:creator>'
         '<meta refines="#d" property="role" scheme="marc:relators">ill</meta>', "Ann Pascoe"),
        ('<dc:creator opf:role="edt">Mia Lang</dc:creator><dc:creator opf:role="ill">Leo Park</dc:creator>', "Mia Lang"),
        ('<dc:creator opf:role="trl">Leo Park</dc:creator>', None),
        ("<dc:creator>Ann Pascoe</dc:creator><dc:creator>Bo Roe</dc:creator>", "Ann Pascoe, Bo Roe"),
    ],
)  # fmt: skip
def test_illustrators_and_translators_are_no_authors(people: str, byline: str | None) -> None:
    assert opened(book(CHAPTERS, more=people)).article.byline == byline


@pytest.mark.parametrize(
    ("picture", "character"),
    [
        ('<img class="gaiji" src="g.png" alt="※"/>', "※"),
        ('<img class="gaiji" src="g.png" alt="fish and master"/>', "fish and master"),
        ('<img src="t.png" alt="é"/>', "é"),
    ],
)
def test_a_picture_of_a_character_is_that_character(picture: str, character: str) -> None:
    text = ONE.replace("keeper", f"ke{picture}per")
    assert ONE.replace("keeper", f"ke{character}per") in said(opened(book({"a": page(f"<p>{text}</p>")})))[0]


def test_a_picture_of_a_tower_is_not() -> None:
    text = ONE.replace("keeper", '<img src="t.png" alt="A tower by the sea"/>keeper')
    assert said(opened(book({"a": page(f"<p>{text}</p>")}))) == [ONE]


def test_the_library_s_licence_goes() -> None:
    licence = (
        '<section class="pg-boilerplate pgheader"><p>This e-book is for the use of anyone.</p></section>'
    )
    found = opened(book({"a": page(f"{licence}<h1>One</h1><p>{ONE}</p>")}))
    assert said(found) == [ONE]
    assert [left.kind for left in found.left_out] == ["legal"]
    assert re.search("use of anyone", found.left_out[0].text)
