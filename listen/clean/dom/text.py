"""This module says what becomes of a run of text on its way out of the tree: marks and addresses go,
exponents stay.
"""

import html
import re
from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise
from typing import Any

from listen.clean.dom.nouns import fold
from listen.clean.result import Why

NOTE_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[a-z*†‡§]|note \d+)[\])]?(?:\s*,\s*\d{1,3})*\Z", re.I)
# Addresses are for eyes: they go, the words around them stay. Markdown that a page shows raw loses its signs.
_URL = r"\b(?>https?://[^\s<>\])]*[^\s<>\]).,;:!?])"
_SITE = r"\b(?>www\.[^\s<>\])]*[^\s<>\]).,;:!?])"
_ADDRESS = re.compile(
    rf"(?<!\s)(?:\s+over)?\s+(?:at|via)(?:\s*:)?\s+{_URL}(?=\s*(?:[.,;!?)]|\Z))|"
    r"(?:(?<!\s)\s++)?[(<\[]\s*https?://[^\s<>\])]{1,2000}[\])>]|"
    rf"(?<=[.:!?…“”»\")\]])\s*+{_URL}(?=(?:\s*pic\.twitter\.com/\w+)?\s*\Z)|"
    r"(?:(?<!\s)\s++)?\bhttps?://t\.co/\w+|"
    rf"(?<=\w[.:!?]){_URL}(?=\s)|"
    rf"(?<=[.!?…”»])\s+{_SITE}\.?(?=\s*\Z)|;\s+{_SITE}(?=\.?\s*\Z)|"
    rf"(?<!\bsee)(?<!\bvisit)(?<!\bread)(?<!\bunter)(?<!\bsiehe)(?<!\bvoir)(?<!\bfrom)(?<!\bwith)(?<![\s>]\w)"
    rf"(?<![\s>]\w\w)(?<=\w)\s+{_URL}(?=\s*\Z)|"
    rf"\A{_URL}(?:\s*[-–—:])?\s+(?=[A-Z])|"
    r"(?:(?<!\s)\s++(?:at\s*+|via\s*+)?)?\bhttps?://[^\s<>]{80,}|"
    r"(?:(?<!\s)\s++)?\bpic\.twitter\.com/\w+"
)
"""An address that the sentence does without: in parentheses, behind “at”, behind the last stop or colon,
at the end behind a name.
"""
_NOTE_MARK = Why("footnotes", "the mark of a note", "bracket-mark")
_LOOK_UP = Why("links", "an address to look up", "address")
_STAMP = re.compile(
    r"\s*(?:(?:last|first|originally)\s+)?(?:updated|published|posted|modified|reviewed|aktualisiert|veröffentlicht|"
    r"publié|mis à jour|actualizado|publicado|aggiornato|pubblicato)(?:\s+on|\s+le|\s+el|\s+am|\s+il)?\s*:?\s"
    r"(?=.*(?:(?:19|20)\d\d|\d[./-]\d))[^!?]{4,60}",
    re.I,
)
_LINK_MARKUP = re.compile(r"\[([^\]\[]+)\]\(https?://[^)\s\[]+\)")
STOPS = ".!?…。！？।॥\u061f\u06d4"
"""What ends a sentence, in whatever script: the danda of Hindi and Bengali, the question mark of Arabic and
the stop of Urdu, too."""
_STARS = ("*", "†", "‡", "§")
"""Signs that refer to a note behind any word; “C*-algebra” has a letter before it."""
_SHORTENED = re.compile(
    r"(?:\b(?P<title>[DM]{0,2}(?:Mag|Dr)|Prof|Ing|Dipl|Arq|Abg|Lic)|"
    r"\b(?:Sr|Dr|Exm|Ilm|[nN]|[nN]úm|(?<!vitamin )D|\d{1,2}))\.\Z"
)
"""What is shortened with its last letter raised: “Mag.ᵃ”, whose title it is, “Sr.ª”, “1.ª”, “n.º”."""
_NUMBER = re.compile(r"\(?[0-9]{1,3}[.)]?")
_STRONG = re.compile(r"\*\*(?=\S)([^*]+?)(?<=\S)\*\*")
_BRACKET_MARK = re.compile(
    r"(?:(?<!\s)\s++(?=\[\w{1,3}\][.,;:!?)]))?\[(?:\d{1,3}|edit|note \d+|citation needed|update)\]|"
    r"(?:(?<!\s)\s++(?=\[\w\][.,;:!?)])|(?<=\s)|(?<=[.,;:!?)”\"]))\[[a-z]\](?!\w)|"
    r"(?<=\w)\[[abc]\](?!\w)",
    re.I,
)
"""The mark of a note. A letter in brackets is one where it stands by itself: “[B]ut”, “give[s]” are words."""
_BRACKET_RANGE = re.compile(
    r"(?<=[\w.;:!?)”\"’%]) ?"
    r"\[([1-9]\d{0,2})(?:\s?[-–,;]\s?[1-9]\d{0,2}){1,9}\](?=[\s.,;:!?)]|\Z)"
)
"""The marks of several sources: “as before [18-20]”, “[3, 4, 7–9]”."""
_INTERVAL = re.compile(
    r"\b(?:intervals?|ranges?|in|from|to|between|of|is|are|into|over|within|on|and|or|x|y|pages?|array|list|vector|"
    r"tuple|i\.e\.|e\.g\.|like|as|intervalls?|bereich|intervalle|intervalo|intervallo)\Z",
    re.I,
)
"""What stands before numbers in brackets that are no sources: “in [1, 5]”."""
_BRACKET_MORE = re.compile(
    r"(?<=\S)\s*+(?:(?<=[.!?…”\"'’»)\s])(?<![^.!?…”\"'’»)]\s)(?=\[)|(?=\[[^\]]{0,16} |\[weiter))"
    r"\[(?:(?:read|see|czytaj|zobacz|lire|leer|leggi|ler|lees) )?"
    r"(?:more|mehr|weiterlesen|więcej|plus|la suite|más|tutto|mais|meer)(?: \.\.\.|…)?\](?=\s*\Z)",
    re.I,
)
"""A link to more behind the last sentence: “[read more]”."""
_MORE = Why("related", "a link to more", "bracket-more")
_LINK_TO = re.compile(
    r"\s?\((?:link|lien|enlace|collegamento) (?:zu[mr]?|to|au|al?|vers)(?: the| dem| le| la)? "
    r"(?:post|artikel|beitrag|video|tweet|quelle|source|original|article|story|artículo|articolo|thread) ?\)|"
    r"(?<=[.!?…”“\"’»]) ?\((?:link|lien|enlace) ?\)|"
    r"\s?\((?:(?:externer )?link )?(?:öffnet|opens?|s['’]ouvre|se abre|abre|si apre|åpnes|öppnas|åbner|opent)"
    r"\b[^()]{0,24}\b(?:fenster|tab|window|onglet|fenêtre|ventana|pestaña|aba|janela|finestra|scheda|vindue?|"
    r"fönster|flik|fane|venster|tabblad) ?\)(?:\s(?=[.,;:]))?",
    re.I,
)
"""The name of a link behind a sentence, or where it opens: “(Link zum Post)”, “(opens in a new tab)”."""
_MAY_LINK = re.compile(
    r"\((?:externer|link|lien|enlace|collegamento|öffnet|open|s['’]ouvre|se a|abre|si a|åpn|öppn|åbn)",
    re.I,
)
"""How each of them begins."""
_BUTTON = re.compile(r"\s*(?:click|cliquez|klick\w{0,2}|haz clic|fai clic|clique|klik)\b", re.I)
"""A button's words are left out whole: “Click to share on Facebook (Opens in new window)”."""
_LINKED = Why("links", "a link behind a sentence", "link-mark")
_EMPTY = re.compile(r"(?<!\s)\s++\((?:\s*[,;–-])*+\s*\)(?!\w)")
"""Parentheses that held nothing but marks."""
_LONG_WORD = re.compile(
    r"(?<![^\W\d_])(?!\w*(?:feet|foot|inch|inches|yards?|miles?|meters?|metres?|metros?|mètres?|metri|seconds?|pixels?|sin|cos|tan|log|"
    r"alpha|beta|gamma|delta|theta|lambda|sigma|omega)\Z)[^\W\d_]?[^\W\d_A-Z]{4,}\Z"
)
_CITED = re.compile(
    r"(?<!eq\.)(?<!fig\.)(?<!no\.)(?<!equation)(?<!figure)(?<!table)(?<!section)(?<!chapter)(?<!part)(?<!step)"
    r"(?<!\d)\s+\((?:\[\d{1,3}\]\s*[,;–-]\s*)*\Z",
    re.I,
)
_ENTITY = re.compile(r"&(?!lt;|gt;)(?:[A-Za-z][A-Za-z0-9]{1,8}|#\d{2,5}|#x[0-9a-fA-F]{2,5});")
"""A sign that was written as an entity twice over (`&amp;eacute;`), and so is shown as one."""
SUPERS = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")


def polish(
    raw: str,
    heading: bool,
    left: list[tuple[Why, str]] | None = None,
    keep: frozenset[str] = frozenset(),
) -> str:
    """The text of a block as it may be read: white space folded, reference marks and addresses taken out.

    What is taken out is appended to `left`, with the reason; what is of a class in `keep` stays.
    """

    def drop(why: Why) -> Any:
        def replace(match: re.Match[str]) -> str:
            if why.kind in keep:
                return match[0]
            if left is not None:
                left.append((why, match[0].strip()))
            return ""

        return replace

    text = fold(raw)
    if "&" in text and ";" in text:
        text = fold(_ENTITY.sub(lambda match: html.unescape(match[0]), text))
    if "[" in text:
        text = _BRACKET_MORE.sub(drop(_MORE), text)
        text = _BRACKET_MARK.sub(drop(_NOTE_MARK), text)
        text = _EMPTY.sub("", _BRACKET_RANGE.sub(_sources(drop(_NOTE_MARK)), text))
    if "(" in text and _MAY_LINK.search(text) and not _BUTTON.match(text):
        text = _LINK_TO.sub(drop(_LINKED), text)
    if "](" in text:
        text = _LINK_MARKUP.sub(r"\1", text)
    if (("://" in text or "www." in text) and " " in text) or "pic.twitter.com/" in text:
        text = _ADDRESS.sub(drop(_LOOK_UP), text)
    if _SINGLE.search(text):
        text = _SPACED.sub(_joined, text)
    if "**" in text:
        text = _STRONG.sub(r"\1", text)
    elif text[:1] == "*" and text[-1:] == "*" and text.count("*") == 2:
        text = text[1:-1]  # the stars of an editor that the page never made italics of
    text = fold(text) if "  " in text else text.strip()
    # Joiners and marks of no width at the edges are left over from an editor.
    text = text.strip(_NO_WIDTH)
    if text.isspace():
        return ""
    if heading and text[-1:] in "#¶🔗§":
        # The link to itself that many sites put behind a heading.
        text = text.rstrip("#¶🔗§ ")
    return text


_NO_WIDTH = "\u200b\u200c\u200d\u200e\u2060\ufeff"
_SPACED = re.compile(r"(?<![^\s\"“„«(])[^\W\d_](?: [^\W\d_](?![^\W_])){4,30}")
"""A word that is set with spaces between its letters."""
_SINGLE = re.compile(r" [^\W\d_] [^\W\d_] [^\W\d_] [^\W\d_]")
"""What such a word has: its spaces are found sooner than what may stand before any letter."""


def _joined(match: re.Match[str]) -> str:
    """Return a word that is set with spaces between its letters, as it is said; a row of letters stays."""
    said = match[0]
    # “It is a L i g h t h o u s e”: the word begins with its capital.
    start = 2 if len(said) > 2 and said[2].isupper() else 0
    letters = said[start:].replace(" ", "")
    row = [*letters.lower()] == sorted(letters.lower())
    vowels = len(_VOWEL.findall(letters))
    word = letters[1:].islower() and not row and 0 < vowels < len(letters)
    return f"{said[:start]}{letters}" if word else said


_VOWEL = re.compile("[aeiouyäöüáéíóúàèìòùâêîôûæøåœëïаеиоуыэюя]", re.I)


def _sources(drop: Callable[[re.Match[str]], str]) -> Callable[[re.Match[str]], str]:
    """Return what drops the marks of sources, whose numbers rise, where no interval or list is meant."""

    def replace(match: re.Match[str]) -> str:
        numbers = [int(n) for n in re.findall(r"\d+", match[0])]
        rising = all(a < b for a, b in pairwise(numbers))
        # The numbers from one on, a comma between each: a list in a program.
        rising = rising and not (len(numbers) > 2 and numbers == [*range(1, len(numbers) + 1)])
        said = _INTERVAL.search(match.string, max(0, match.start() - 12), match.start())
        return drop(match) if rising and said is None else match[0]

    return replace


_ELIDED = re.compile(r"[DLNO][’'][^\W\d_]")
"""How a word begins whose article is shortened, or a name: “L’Office”, “O’Brien”."""
_OPENS, _CLOSES = "([“‘«", ",.;:!?)]”’»%"


def parted(before: str, after: str, apart: bool) -> bool:
    """Return whether only the style sheet keeps two pieces of text apart: “end.” and “Next”, “city” and
    “Next”.

    `apart`: they stand in elements that it usually does keep apart.
    """
    last, first = before[-1:], after[0]
    if apart:
        return last not in _OPENS and first not in _CLOSES
    if first == "#":
        return last in ".!?"  # a post's tag behind its sentence
    if first.isupper():
        return (last in ".!?:;,)”’»" and not after[:2].isupper()) or (
            (last.islower() or last.isdigit()) and (after[1:2].islower() or _ELIDED.match(after) is not None)
        )
    return last == ":" and first.isalpha() and len(before) > 2


def followed_by_part(el: Any) -> bool:
    """Return whether a heading goes on with a part of its own behind an element: a link to the artist, the
    work in italics, the label, with nothing between them but what the style sheet sets.
    """
    following, before = el.getnext(), el.getprevious()
    if following is None or el.tail or following.tag == el.tag or following.tag not in _PARTS:
        return False
    linked = el.tag == "a" or (before is not None and before.tag == "a" and not before.tail)
    one, other = "".join(el.itertext()).strip(), "".join(following.itertext()).strip()
    return linked and min(len(one), len(other)) >= _PART and one[-1].isalpha() and other[0].isalpha()


_PARTS = frozenset(["em", "i", "b", "strong", "span", "small", "cite"])
_PART = 3
"""Letters of the shortest part of a heading; fewer are the ending of a word."""


def cited(before: list[str], link: str) -> bool:
    """Return whether a link in parentheses is a bare number: the mark of a source, “shown before (12)”.

    `before`: the pieces of text that it follows.
    """
    if len(link) > 3 or not link.strip().isdecimal():
        return False
    return _CITED.search("".join(piece[-40:] for piece in before[-8:])) is not None


def ending(before: str, mark: str) -> str:
    """Return a raised letter that ends what is shortened before it, as it is written in a line; empty for
    another mark.
    """
    found = _SHORTENED.search(before) if mark in ("a", "o", "e") else None
    if found is None or (mark == "e" and not found["title"]):
        return ""
    return mark if found["title"] else {"a": "ª", "o": "º"}[mark]


def takes_note(before: str, mark: str) -> bool:
    """Return whether a raised mark after these letters refers to a note: after a sign, a trade mark, a long
    word (“this¹”), which has no exponent unless it is a unit.
    """
    if ending(before, mark):
        return False
    if before[-1:] in ".,;:!?)”\"’'»™®©":
        return True
    if mark in _STARS:
        return before[-2:].isalpha()
    # The power of one is not written: behind letters a raised 1 is a note's, units included.
    if mark == "1" and before[-2:].isalpha():
        return True
    return mark.isdecimal() and len(mark) < 3 and _LONG_WORD.search(before) is not None


def stamped(text: str) -> bool:
    """Return whether the words before a line break or a picture only say when the page was last changed."""
    return len(text) < 80 and _STAMP.fullmatch(text) is not None


def item_number(el: Any, text: str) -> int | None:
    """The number of a list's item, where `text` is that number, set by the page as text of its own."""
    if not _NUMBER.fullmatch(text):
        return None
    item = next((e for e in (el, *el.iterancestors()) if e.tag == "li"), None)
    if item is None or len(fold("".join(item.itertext()))) < len(text) + 20:
        return None
    return int(text.strip("(.) "))


_SECTION = 400
"""Characters from which an item with a heading of its own is a part of the story."""


def is_section(item: Any) -> bool:
    """Return whether an `li` with a heading is a part of the story, as ranked reviews are set."""
    return len(fold("".join(item.itertext()))) >= _SECTION


def to_int(value: str | None, default: int) -> int:
    """The whole number that an attribute gives, else `default`."""
    if not value:
        return default
    try:
        return int(value)
    except ValueError:
        return default


_REMEMBERED = 2000
"""Characters of the longest passage whose count is remembered: every step asks for it."""
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")


def word_count(text: str) -> int:
    """Words; in scripts without spaces two characters count as one."""
    if text.isascii():
        return text.count(" ") + 1
    return _count(text) if len(text) <= _REMEMBERED else _count.__wrapped__(text)


@lru_cache(maxsize=4096)
def _count(text: str) -> int:
    cjk = len(_CJK.findall(text))
    return len(text.split()) + cjk // 2 if cjk else text.count(" ") + 1
