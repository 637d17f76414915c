"""A mail (`.eml`) to an Article: its subject, who wrote it and when, and the text without what it answers."""

import contextlib
import email
import email.errors
import email.header
import email.message
import email.policy
import email.utils
import re
from dataclasses import replace
from typing import Any

from listen.clean.dom.decode import decode, tidy
from listen.clean.dom.text import word_count
from listen.clean.dom.tree import parse
from listen.clean.formats.fragment import read_tree
from listen.clean.formats.plain_text import clean_text
from listen.clean.formats.web_page import clean_page
from listen.clean.result import Cleaned, LeftOut
from listen.errors import NoArticleError
from listen.model import Article

_ANSWERED = re.compile(
    r"^(?:On\b.{4,200}\bwrote|Am\b.{4,200}\bschrieb.{0,80}|Le\b.{4,200}\ba écrit|El\b.{4,200}\bescribió|"
    r"Il\b.{4,200}\bha scritto|Op\b.{4,200}\bschreef.{0,80})\s?:\s*$",
    re.M,
)
_FORWARDED = re.compile(
    r"^-{2,}\s*(?:Original Message|Ursprüngliche Nachricht|Message d'origine)\s*-{2,}\s*$", re.M | re.I
)
_PASSED_ON = re.compile(
    r"^-{2,20}\s?(?:Forwarded message|Weitergeleitete Nachricht|Message transféré|Mensaje reenviado|"
    r"Messaggio inoltrato|Doorgestuurd bericht)\s?-{2,20}[^\S\n]*\n"
    r"(?:[^\W\d_][\w -]{1,20}:[^\n]*(?:\n|\Z)){1,8}",
    re.M | re.I,
)
"""The head of a mail that is passed on: what follows is what there is to read."""
_MARKUP = re.compile(
    r"<(?:style|script|title)\b[^<]*+(?:<(?!/|style\b|script\b|title\b)[^<]*+)*+</|<[^<>]*+>", re.I
)
"""A tag, or an element whose text is none of the mail's, up to the beginning of its end."""
_SIGNATURE = re.compile(r"^-- ?$", re.M)
_REPLY = re.compile(r"\A\s*(?:(?:re|aw|antw|sv|rif|rép|fwd?|wg|tr)(?:\[\d+\])?\s*:\s*)+", re.I)
_QUOTES = ".//blockquote[@type='cite']", ".//*[@class='gmail_quote']", ".//*[@class='moz-cite-prefix']"
_HIDDEN = re.compile(
    r"display\s*:\s*none|max-height\s*:\s*0(?:px)?\s*(?:;|\Z)|mso-hide\s*:\s*all|font-size\s*:\s*0(?:px)?\s*(?:;|\Z)",
    re.I,
)
_HEAD_OF_MAIL = "the head of the mail that is passed on"
_IS_PASSED_ON = re.compile(
    r"\s*-{2,20}\s?(?:forwarded|weitergeleitete|message transféré|mensaje reenviado)", re.I
)
_FROM_A_LIST = re.compile(
    r"unsubscribe|abbestellen|abmelden|austragen|désabonner|désinscri|darse de baja|cancelar suscripción|"
    r"disiscri|annulla iscrizione|uitschrijven|afmelden|avsluta prenumeration|отписаться|wypisz",
    re.I,
)
_POSTAL = re.compile(r"(?=[^\d]*\d)[^.!?]{1,80},[^!?]{2,120}(?<![.!?])")
"""A line of several parts, one of them with a number, that is no sentence: the sender's address."""
_LONGEST_ADDRESS = 25
"""Words of it."""
_ADDRESS_LINES = 2
"""Paragraphs that it is set in; more in a row are text with figures, such as what a recipe takes."""
_LEAST_SHARE = 0.6
"""Share of a mail's words that the cleaner of web pages has to keep to be believed: a mail is made of tables,
and mostly story."""


def clean_mail(data: bytes, name: str, keep: frozenset[str] = frozenset()) -> Cleaned:
    """The text of the mail. Raises NoArticleError for a mail without text."""
    message = email.message_from_bytes(data.lstrip(), policy=email.policy.compat32)
    html, plain, attached = _parts(message)
    subject = _REPLY.sub("", _header(message, "Subject"))
    cleaned: Cleaned | None = None
    if html and word_count(_text_of(html)) >= 0.8 * word_count(plain):
        cleaned = _of_html(html, subject, keep)
    if cleaned is None and plain.strip():
        cleaned = _of_plain(plain, subject, keep)
    if cleaned is None and html:
        cleaned = _of_html(html, subject, keep)
    if cleaned is None:
        what = f" (attached: {', '.join(attached[:3])}; give that file)" if attached else ""
        raise NoArticleError(f"{name}: the mail has no text to read{what}")
    article = cleaned.article
    sender, address = email.utils.parseaddr(_header(message, "From"))
    notes = cleaned.notes
    if attached:
        notes = (*notes, f"attached to the mail and not read: {', '.join(attached[:5])}")
    return Cleaned(
        Article(
            subject or article.title, article.lang, article.blocks,
            sender.strip("\"' ") or address or None, None, _day(message), None,
        ),
        cleaned.left_out, None, notes,
    )  # fmt: skip


def _parts(message: email.message.Message) -> tuple[str, str, list[str]]:
    """The first HTML, the first plain text, and the names of what is attached."""
    html = plain = ""
    attached: list[str] = []
    for part in message.walk():
        if part.is_multipart():
            continue
        kind = part.get_content_type()
        filename = part.get_filename()
        if part.get_content_disposition() == "attachment" or kind not in ("text/html", "text/plain"):
            if filename:
                attached.append(_decoded(str(filename)))
            continue
        body = part.get_payload(decode=True)
        if not isinstance(body, bytes):
            continue
        text = decode(body, part.get_content_charset())
        if kind == "text/html":
            html = html or text
        else:
            plain = plain or text
    return html, plain, attached


def _header(message: email.message.Message, name: str) -> str:
    return _decoded(str(message.get(name) or ""))


def _decoded(value: str) -> str:
    """A field of the head with its encoded words undone; as it is where that fails."""
    with contextlib.suppress(LookupError, ValueError, email.errors.MessageError):
        value = str(email.header.make_header(email.header.decode_header(value)))
    return tidy(" ".join(value.encode("utf-8", "replace").decode("utf-8").split()))


def _day(message: email.message.Message) -> str | None:
    try:
        return email.utils.parsedate_to_datetime(str(message.get("Date") or "")).isoformat()
    except (TypeError, ValueError, OverflowError, IndexError):
        return None


def _of_plain(text: str, subject: str, keep: frozenset[str]) -> Cleaned | None:
    """The article of a plain mail: without the mail that it answers, and without the signature."""
    text = text.replace("\r\n", "\n")
    left: list[LeftOut] = []
    for pattern, kind, reason in (
        (_FORWARDED, "related", "the mail that this one answers"),
        (_ANSWERED, "related", "the mail that this one answers"),
        (_SIGNATURE, "bios", "the signature"),
    ):
        match = pattern.search(text)
        if match and kind not in keep and text[: match.start()].strip():
            left.append(LeftOut(kind, reason, text[match.start() :].strip()))
            text = text[: match.start()]
    if "bylines" not in keep and (passed := _PASSED_ON.search(text)):
        left.append(LeftOut("bylines", _HEAD_OF_MAIL, passed[0].strip()))
        text = text[: passed.start()] + text[passed.end() :]
    rows = text.split("\n")
    if "related" not in keep:
        quoted = [row for row in rows if row.startswith(">")]
        if quoted and len(quoted) < len([row for row in rows if row.strip()]):
            left.append(LeftOut("related", "the mail that this one answers", "\n".join(quoted)))
            rows = [row for row in rows if not row.startswith(">")]
    try:
        found = clean_text(f"{subject}\n\n" + "\n".join(rows) if subject else "\n".join(rows), keep=keep)
    except NoArticleError:
        return None
    return Cleaned(found.article, (*found.left_out, *left), None, found.notes)


def _text_of(html: str) -> str:
    return _MARKUP.sub(" ", html)


def _of_html(html: str, subject: str, keep: frozenset[str]) -> Cleaned | None:
    """The article of a mail in HTML: by the rules for pages where they keep most, else all but furniture."""
    try:
        root = parse(html)
    except NoArticleError:
        return None
    from lxml import etree

    left = _without_hidden(root, keep)
    shown = etree.tostring(root, encoding="unicode", method="html")
    blocks, out = read_tree(root, subject, keep)
    whole = sum(word_count(b.text) for b in blocks)
    if not whole:
        return None
    try:
        page = clean_page(shown, keep=keep)
    except NoArticleError:
        page = None
    if page is not None and sum(word_count(b.text) for b in page.article.blocks) >= _LEAST_SHARE * whole:
        return _without_address(Cleaned(page.article, (*page.left_out, *left), None, page.notes), shown, keep)
    from listen.clean.metadata.page_language import guess

    lang = guess("\n".join(b.text for b in blocks))
    article = Article(subject or blocks[0].text[:80], lang, tuple(blocks))
    return _without_address(Cleaned(article, (*left, *out)), shown, keep)


def _without_address(found: Cleaned, html: str, keep: frozenset[str]) -> Cleaned:
    """Take out the postal address that the law wants at the foot of a mail that one can unsubscribe from."""
    if "legal" in keep or not _FROM_A_LIST.search(html):
        return found
    blocks = list(found.article.blocks)
    gone: list[LeftOut] = []
    while len(blocks) > 1 and blocks[-1].kind == "paragraph" and _postal(blocks[-1].text):
        gone.append(LeftOut("legal", "the sender's postal address", blocks.pop().text, "postal-address"))
    if not 0 < len(gone) <= _ADDRESS_LINES:
        return found
    article = replace(found.article, blocks=tuple(blocks))
    return replace(found, article=article, left_out=(*found.left_out, *reversed(gone)))


def _postal(text: str) -> bool:
    return word_count(text) <= _LONGEST_ADDRESS and _POSTAL.fullmatch(text) is not None


def _without_hidden(root: Any, keep: frozenset[str]) -> list[LeftOut]:
    """Take out what a mail hides (the line for the list of mails) and the mail that it answers."""
    out: list[LeftOut] = []
    found = [(el, "navigation", "hidden in the mail") for el in root.iter() if _hidden(el)]
    for path in _QUOTES:
        for el in root.iterfind(path):
            if _IS_PASSED_ON.match("".join(el.itertext())):
                found += [
                    (head, "bylines", _HEAD_OF_MAIL) for head in el.iterfind(".//*[@class='gmail_attr']")
                ]
            else:
                found.append((el, "related", "the mail that this one answers"))
    for el, kind, reason in found:
        parent = el.getparent()
        if parent is None or kind in keep:
            continue
        text = " ".join("".join(el.itertext()).split())
        if text:
            out.append(LeftOut(kind, reason, text))
        previous = el.getprevious()
        if el.tail:
            if previous is not None:
                previous.tail = (previous.tail or "") + el.tail
            else:
                parent.text = (parent.text or "") + el.tail
        parent.remove(el)
    return out


def _hidden(el: Any) -> bool:
    return (
        isinstance(el.tag, str)
        and el.tag not in ("body", "html")
        and bool(_HIDDEN.search(el.get("style") or ""))
    )
