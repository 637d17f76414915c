"""Mails, and what office programs write, as sources."""

# ruff: noqa: E501

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage

import pytest

from listen.clean import Cleaned, read
from listen.errors import NoArticleError, SourceError
from listen.model import Source

ONE = "The signal box at the crossing was painted twice last year, once in green and once, by mistake, in yellow."
TWO = "Its keeper says that trains do not care, but that passengers have begun to wave, which they never did before."
THREE = "In the autumn a committee will decide whether the yellow stays; the keeper has not been asked to speak there."
HEAD = "From: Ann Pascoe <ann@post.example>\nTo: me@x.example\nSubject: The signal box\nDate: Fri, 3 May 2024 10:00:00 +0200\nMessage-ID: <1@x>\n"


def opened(data: bytes, *keep: str, media: str | None = None) -> Cleaned:
    return read(Source(data, "x", media_type=media), keep=frozenset(keep))


def plain(body: str, head: str = HEAD) -> Cleaned:
    return opened(f"{head}\n{body}".encode())


def said(found: Cleaned) -> list[str]:
    return [block.text for block in found.article.blocks]


def test_a_plain_mail_has_subject_sender_and_day() -> None:
    found = plain(f"{ONE}\n\n{TWO}\n")
    assert (found.article.title, found.article.byline) == ("The signal box", "Ann Pascoe")
    assert found.article.published == "2024-05-03T10:00:00+02:00"
    assert said(found) == [ONE, TWO]


@pytest.mark.parametrize(
    ("tail", "kind"),
    [
        ("-- \nAnn Pascoe\nPost Ltd, 12 Quay Street", "bios"),
        (
            "On Thu, 2 May 2024 at 09:00, Leo Park <leo@x.example> wrote:\n> What of the box?\n> And the keeper?",
            "related",
        ),
        ("Am 02.05.2024 um 09:00 schrieb Leo Park:\n\n> Was ist mit dem Stellwerk?", "related"),
        ("-----Original Message-----\nFrom: Leo Park\n\nWhat of the box?", "related"),
        ("> What of the box?\n> And the keeper?", "related"),
    ],
)
def test_what_a_mail_answers_and_its_signature_go(tail: str, kind: str) -> None:
    found = plain(f"{ONE}\n\n{TWO}\n\n{tail}\n")
    assert said(found) == [ONE, TWO]
    assert kind in {left.kind for left in found.left_out}


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("Re: Fwd: The signal box", "The signal box"),
        ("AW: The signal box", "The signal box"),
        ("=?utf-8?q?Gr=C3=BC=C3=9Fe_vom_Stellwerk?=", "Grüße vom Stellwerk"),
        ("=?utf-8?b?R3LDvMOfZQ==?=", "Grüße"),
        ("=?no-such?q?box?=", "=?no-such?q?box?="),
        ("Regarding the box", "Regarding the box"),
    ],
)
def test_subjects(subject: str, title: str) -> None:
    assert plain(f"{ONE}\n\n{TWO}", HEAD.replace("The signal box", subject)).article.title == title


@pytest.mark.parametrize(
    "date", ["nonsense", "Fri, 99 May 2024 10:00:00", "", "Fri, 3 May 99999999999 10:00:00 +0200"]
)
def test_a_day_that_is_none_costs_only_the_day(date: str) -> None:
    found = plain(f"{ONE}\n\n{TWO}", HEAD.replace("Fri, 3 May 2024 10:00:00 +0200", date))
    assert found.article.published is None
    assert said(found) == [ONE, TWO]


def cell(text: str, style: str = "") -> str:
    return f'<tr><td align="center" style="{style}"><table width="100%"><tr><td>{text}</td></tr></table></td></tr>'


NEWSLETTER = (
    '<html><body><div style="display:none;max-height:0">Yellow or green? Read on</div><table width="600">'
    + cell('<a href="https://x.example/view">View this email in your browser</a>')
    + cell('<img src="logo.png" alt="The Post">')
    + cell("<h1>The signal box</h1>")
    + cell(f"<p>{ONE}</p>")
    + cell(f"<p>{TWO}</p><p>{THREE}</p>")
    + cell('<a href="#">Share</a> <a href="#">Tweet</a>')
    + cell('You are receiving this email because you subscribed. <a href="#">Unsubscribe</a>')
    + "</table></body></html>"
)


def mailed(html: str, text: str = "", attach: str = "") -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "The Post <news@post.example>", "The signal box"
    message["Date"] = "Fri, 3 May 2024 10:00:00 +0200"
    message.set_content(text or "This mail needs a program that shows HTML.")
    message.add_alternative(html, subtype="html")
    if attach:
        message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename=attach)
    return message.as_bytes()


def test_a_newsletter_in_tables_is_its_story() -> None:
    found = opened(mailed(NEWSLETTER))
    assert (found.article.title, found.article.byline) == ("The signal box", "The Post")
    assert said(found) == [ONE, TWO, THREE]
    assert any("Yellow or green" in left.text for left in found.left_out)


def test_a_short_letter_in_html_is_read_whole() -> None:
    html = f'<div dir="ltr"><p>Dear Leo,</p><p>{ONE}</p><p>{TWO}</p><p>Yours, Ann</p></div><div class="gmail_quote"><p>On Thu Leo wrote:</p><blockquote>{THREE}</blockquote></div>'
    found = opened(mailed(html))
    assert ONE in said(found)
    assert TWO in said(found)
    assert THREE not in found.article.text


def test_what_is_attached_is_named() -> None:
    found = opened(mailed(NEWSLETTER, attach="plan.pdf"))
    assert any("plan.pdf" in note for note in found.notes)
    message = EmailMessage()
    message["From"], message["Subject"] = "a@x.example", "The plan"
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="plan.pdf")
    with pytest.raises(NoArticleError, match=r"no text to read \(attached: plan\.pdf"):
        opened(message.as_bytes())


@pytest.mark.parametrize(
    "text",
    [
        "From: the beginning\nof the story it rained.\n\nAnd then it stopped.",
        "Note: this\nSubject: rain\n\nIt rained.",
        "To: be\n\nor not to be, that is the question.",
    ],
)
def test_a_text_that_begins_like_a_mail_is_a_text(text: str) -> None:
    found = opened(f"{text}\n\n{ONE}\n\n{TWO}".encode())
    assert found.article.byline is None


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def p(text: str, style: str = "", more: str = "") -> str:
    props = f'<w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>' if style or more else ""
    return f'<w:p>{props}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def docx(body: str, **parts: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        archive.writestr(
            "docProps/core.xml",
            '<c xmlns:dc="d"><dc:creator>Ann Pascoe</dc:creator><dc:language>en-GB</dc:language></c>',
        )
        for name, text in parts.items():
            archive.writestr(f"word/{name}.xml", text)
    return held.getvalue()


BODY = p("The signal box", "Title") + p(ONE) + p("The committee", "Heading1") + p(TWO)


def test_a_docx_has_title_headings_lists_and_tables() -> None:
    row = "<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>"
    table = "<w:tbl>" + row.format(p("Year"), p("Colour")) + row.format(p("2023"), p("green")) + "</w:tbl>"
    found = opened(docx(BODY + p("a pot of paint", more='<w:numPr><w:numId w:val="1"/></w:numPr>') + table))
    article = found.article
    assert (article.title, article.byline, article.lang) == ("The signal box", "Ann Pascoe", "en-GB")
    assert [(b.kind, b.text) for b in article.blocks[:4]] == [
        ("paragraph", ONE),
        ("heading", "The committee"),
        ("paragraph", TWO),
        ("list_item", "a pot of paint"),
    ]
    assert article.blocks[4].rows == (("Year", "Colour"), ("2023", "green"))


@pytest.mark.parametrize(
    ("run", "kind"),
    [
        ("<w:del><w:r><w:delText> wrong words</w:delText></w:r></w:del>", "navigation"),
        ('<w:r><w:footnoteReference w:id="2"/></w:r>', ""),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t> wrong words</w:t></w:r>", ""),
        ("<w:r><w:instrText> PAGEREF wrong words</w:instrText></w:r>", ""),
        (
            '<mc:AlternateContent xmlns:mc="m"><mc:Fallback><w:r><w:t> wrong words</w:t></w:r></mc:Fallback></mc:AlternateContent>',
            "",
        ),
    ],
)
def test_what_a_word_processor_does_not_show_is_not_read(run: str, kind: str) -> None:
    shown = p(ONE).replace("</w:p>", f"{run}</w:p>")
    found = opened(docx(p("The signal box", "Title") + shown + p(TWO)))
    assert said(found) == [ONE, TWO]
    assert not kind or any(left.kind == kind and "wrong words" in left.text for left in found.left_out)


def test_the_notes_of_a_docx_are_left_out() -> None:
    notes = f"<w:footnotes {W}><w:footnote>{p('The box of 1911.')}</w:footnote></w:footnotes>"
    found = opened(docx(BODY, footnotes=notes))
    assert ("footnotes", "The box of 1911.") in [(left.kind, left.text) for left in found.left_out]


O = 'xmlns:office="o" xmlns:text="t" xmlns:table="b" xmlns:style="s"'  # noqa: E741


def odt(body: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        archive.writestr(
            "content.xml",
            f"<office:document-content {O}><office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
    return held.getvalue()


@pytest.mark.parametrize("sign", ["·", "o", "1.", "§", "a)"])
def test_the_bullets_of_a_page_that_word_wrote_are_no_words(sign: str) -> None:
    item = f"<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='font-family:Symbol'><span style='mso-list:Ignore'>{sign}<span>&nbsp;&nbsp; </span></span></span>a pot of yellow paint, bought by mistake<o:p></o:p></p>"
    html = f"<html><head><title>x</title></head><body><div class=WordSection1><p class=MsoTitle>The signal box</p><p class=MsoNormal>{ONE}</p><p class=MsoNormal>{TWO}</p>{item}<p class=MsoNormal>{THREE}</p></div></body></html>"
    article = opened(html.encode(), media="text/html").article
    assert article.title == "The signal box"
    assert ("list_item", "a pot of yellow paint, bought by mistake") in [
        (b.kind, b.text) for b in article.blocks
    ]


def test_an_odt_is_read_the_same_way() -> None:
    body = f'<text:h text:outline-level="1">The signal box</text:h><text:p>{ONE}<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body></text:note></text:p>'
    body += f"<text:list><text:list-item><text:p>a pot of paint</text:p></text:list-item></text:list><text:p>The<text:s/>end. {TWO}</text:p>"
    found = opened(odt(body))
    assert found.article.title == "The signal box"
    assert [(b.kind, b.text) for b in found.article.blocks] == [
        ("paragraph", ONE),
        ("list_item", "a pot of paint"),
        ("paragraph", f"The end. {TWO}"),
    ]
    assert any(left.text == "A note." for left in found.left_out)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"{\\rtf1\\ansi The signal box}", "RTF"),
        (docx(BODY).replace(b"word/document.xml", b"xl/workbook.xml.."), "a spreadsheet"),
        (docx(BODY).replace(b"word/document.xml", b"pp/xresentation.xm"), "a ZIP file"),
        (docx(""), "no text to read"),
        (docx(BODY)[:200] + docx(BODY)[-60:], "damaged"),
    ],
)
def test_what_is_not_read_says_what_to_do(data: bytes, says: str) -> None:
    with pytest.raises(SourceError, match=says):
        opened(data)


def test_a_feed_that_is_escaped_twice_is_read() -> None:
    body = (
        "&amp;lt;p&amp;gt;"
        + "&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;".join([ONE, TWO, THREE, ONE])
        + "&amp;lt;/p&amp;gt;"
    )
    feed = f"<?xml version='1.0'?><rss version='2.0'><channel><title>Post</title><item><title>The signal box</title><description>{body}</description></item></channel></rss>"
    assert said(opened(feed.encode()))[:3] == [ONE, TWO, THREE]


@pytest.mark.parametrize(
    "bad", [b"\xed\xa0\x80", b"&#xD800;", b"&#55296;", b"\0", b"\xff\xfe", b"&undefined;"]
)
def test_bytes_that_are_no_text_cost_a_feed_nothing(bad: bytes) -> None:
    body = "".join(f"<p>{line}</p>" for line in (ONE, TWO, THREE, ONE)).encode()
    feed = (
        b"<?xml version='1.0' encoding='ascii'?><rss><channel><title>P"
        + bad
        + b"st</title><item><title>The box</title><description><![CDATA["
        + body
        + b"]]></description></item></channel></rss>"
    )
    assert said(opened(feed))[:3] == [ONE, TWO, THREE]


@pytest.mark.parametrize("place", ["https://x.example/", "caf\u00e9", "", "http://[", "=?utf-8?q?x?="])
def test_a_saved_page_from_anywhere_is_read(place: str) -> None:
    html = (
        f"<html><body><article><h1>The box</h1><p>{ONE}</p><p>{TWO}</p><p>{THREE}</p></article></body></html>"
    )
    saved = f"From: <Saved>\nSnapshot-Content-Location: {place}\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html; charset=utf-8\n\n{html}\n--b--\n"
    assert said(opened(saved.encode(), media="multipart/related")) == [ONE, TWO, THREE]


def test_a_feed_in_a_script_without_spaces_is_no_summary() -> None:
    text = "<p>" + "港口的面包店每天早上四点开门，比第一批船进港早一个小时。" * 12 + "</p>"
    feed = f"<?xml version='1.0'?><rss version='2.0'><channel><item><title>面包店</title><description><![CDATA[{text}]]></description></item></channel></rss>"
    assert opened(feed.encode()).article.title == "面包店"
