"""Elements inside a sentence that are not said: marks of notes, readings, struck and hidden words, formulas.

`unsaid` gives the class, the reason and the rule for what goes; the walk records them with the words.
"""

import re
from functools import lru_cache
from itertools import islice
from typing import Any

from listen.clean.dom.naming.unseen import shown_again, unseen
from listen.clean.dom.nouns import HEADINGS, INLINE, fold
from listen.clean.dom.text import NOTE_MARK, SUPERS, cited, ending, takes_note
from listen.clean.result import Why

NOTE = Why("footnotes", "the mark of a note", "note-mark")
SOURCE = Why("footnotes", "the mark of a source", "source-mark")
STRUCK = Why("hidden", "struck out", "struck-out")
READING = Why("hidden", "the reading set over a word", "ruby")
FALLBACK = Why("hidden", "shown only where a browser lacks something", "fallback")
DRAWN = Why("hidden", "words in a drawing", "drawing")
BUTTON = Why("prompts", "a button in a table's cell", "cell-button")
HEADING_BUTTON = Why("prompts", "a button behind a heading", "heading-button")
TO_ITSELF = Why("navigation", "a heading's link to itself", "heading-link")
CAPTION = Why("captions", "the caption of a picture inside a paragraph", "inline-caption")
_TAGS = {
    "s": STRUCK,
    "strike": STRUCK,
    "del": STRUCK,
    "rt": READING,
    "rp": READING,
    "rtc": READING,
}
SILENT = {"noscript": FALLBACK, "video": FALLBACK, "audio": FALLBACK, "object": FALLBACK, "svg": DRAWN}
"""Elements that are skipped and may hold words all the same."""
_BUTTON_NAME = re.compile(r"(?:^|[\s_-])(?:btn|button)(?:$|[\s_-])", re.I)
_REFERS = re.compile(r"note-?ref|foot-?note|end-?note|(?:^|[\s_-])fn(?=$|\s|[_-]?ref)", re.I)
"""Names and roles of a link to a note (`noteref`, `doc-noteref`, `footnote-ref`, `MsoFootnoteReference`)."""
_REFER_WORDS = ("note", "fn")
TO_NOTE = re.compile(r"#_?(?:fn|ftn|foot-?note|end-?note|edn|note|cite_note)[-_:.]?\w{0,20}\Z", re.I)
"""Where such a link leads, on sites that give it no name."""
_HEADING_SIGNS = frozenset("#¶🔗§")
"""What many sites set before a heading as a link to itself."""
_TO_SOURCE = re.compile(r"#(?:bib|ref|cite|cit|CR|b|R)[-_.:]?[\w.-]{0,40}\Z")
SOURCES = re.compile(r"[\[(]\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*[\])]\Z")
_HOLDS_MATH = re.compile(
    r"(?:^|\s)(?:katex(?:-display)?|MathJax(?:_\w+)?|mjx-\w+|mwe-math-element|math-tex|ltx_Math)(?:\s|$)"
)
_PREVIEW = re.compile(r"(?:^|\s)MathJax_Preview(?:\s|$)")
_DISPLAYED = re.compile(
    r"katex-display|MathJax(?:_SVG|_CHTML)?_Display|mwe-math-fallback-image-display", re.I
)
_CAPTION = re.compile(
    r"(?:^|\s)(?:(?:image|img|photo|picture|media|article|wp)[-_]{1,2})?"
    r"(?:caption|attribution|credits?|copyright)(?:[-_]{1,2}(?:text|line|source|credits?))?(?:\s|$)",
    re.I,
)
"""Names of what stands under a picture or beside it, where both are inline."""
_CREDIT = re.compile(r"(?:^|\s)(?:(?:image|img|photo|picture|video|media)[-_]{1,2})?credits?(?:\s|$)", re.I)
_CREDITS = re.compile(
    r"\s*(?:by|photos?|fotos?|images?|bild(?:er)?|videos?|credits?|courtesy|via|©)\b|\s*©", re.I
)
"""The name of an element that says whose a picture is, and how that begins, wherever the picture stands."""
_CREDIT_WORDS = 12
_GOES_ON = re.compile(r"\s*[,;]|\s+(?-i:[a-zß-ÿ])")
"""Behind a credit that is a part of a sentence."""
_LONGEST_CAPTION = 300
"""Characters; a longer text beside a picture is the story's."""
_UP = 3
"""Elements around a button among which its heading stands."""
_LETTERS = re.compile(r"[“\"„«‘']?[^\W\d_]\Z")
_DROPPED = re.compile(r"drop|initial|first-?letter|lettrine|versal|\bcap\b", re.I)
_ALONE = frozenset("AIOaioÀÉEYÓ")
"""Letters that are words by themselves."""


def unsaid(el: Any, tag: str, attrib: dict[str, str], pieces: list[str], in_cell: bool) -> Why | None:
    """Return why an inline element is not said; None for one that is. `attrib`: its attributes; `pieces`: the
    run of text before it.
    """
    if found := _TAGS.get(tag):
        return found
    if tag == "button" and "".join(pieces).strip() and _in_heading(el):
        return HEADING_BUTTON
    if in_cell and tag == "button":
        return BUTTON
    if not attrib and tag != "cite":
        return None
    if why := unseen(el, attrib):
        return why
    if in_cell and tag == "a" and _BUTTON_NAME.search(attrib.get("class", "")):
        return BUTTON
    if "line-through" in attrib.get("style", ""):
        return STRUCK
    if (names := attrib.get("class")) and _may_caption(names):
        said = "".join(el.itertext())
        if _pictured(el) and len(said) <= _LONGEST_CAPTION:
            return CAPTION
        credit = _CREDIT.search(names) and _CREDITS.match(said) and len(said.split()) <= _CREDIT_WORDS
        if credit and not _captioned(el) and not _GOES_ON.match(el.tail or ""):
            return CAPTION
    return _mark(el, attrib, tag, pieces)


def _in_heading(el: Any) -> bool:
    return any(up.tag in HEADINGS for up in islice(el.iterancestors(), _UP))


@lru_cache(maxsize=16384)
def _may_caption(names: str) -> bool:
    return _CAPTION.search(names) is not None


def _captioned(el: Any) -> bool:
    """Return whether an inline element stands in a caption, which is known by the credit in it."""
    above = islice(el.iterancestors(), 3)
    return any(up.tag in ("figure", "figcaption") or "caption" in (up.get("class") or "") for up in above)


def _pictured(el: Any) -> bool:
    """Return whether an inline element stands with a picture in an inline element of their own, or right
    behind one.
    """
    before, outer = el.getprevious(), el.getparent()
    if before is not None and not (before.tail or "").strip() and _holds_picture(before):
        return True
    return outer is not None and outer.tag in INLINE and _holds_picture(outer)


def _holds_picture(el: Any) -> bool:
    return el.tag in ("img", "picture") or next(el.iter("img", "picture"), None) is not None


def _mark(el: Any, attrib: dict[str, str], tag: str, pieces: list[str]) -> Why | None:
    """Return whether an element is the mark of a note or of a source."""
    if tag not in ("a", "span", "cite"):
        return None
    href = attrib.get("href", "")
    names = attrib.get("class", "")
    if "role" in attrib or "epub:type" in attrib:
        names = f"{names} {attrib.get('role', '')} {attrib.get('epub:type', '')}"
    named = bool(names) and _refers(names)
    cited = names.strip() == "citation" and (el.text or "").isdigit()
    if not (named or cited or "#" in href or tag == "cite"):
        return None
    text = fold("".join(el.itertext()))
    if len(text) > 24:
        return None
    if tag == "a" and ((text in _HEADING_SIGNS and not pieces) or (text == href and len(text) > 1)):
        return TO_ITSELF
    if tag == "cite" or (tag == "span" and "ltx_cite" in names):
        linked = any("#" in a.get("href", "") for a in el.iter("a"))
        return SOURCE if linked and SOURCES.match(text) else None
    if NOTE_MARK.match(text) and (named or (tag == "a" and TO_NOTE.search(href))):
        return NOTE
    if tag == "span" and cited and pieces and not pieces[-1][-1:].isspace():
        return SOURCE
    if tag == "a" and _TO_SOURCE.search(href) and SOURCES.match(text) and pieces:
        return SOURCE
    return None


@lru_cache(maxsize=16384)
def _refers(names: str) -> bool:
    """Return whether names and roles are those of a link to a note."""
    return any(word in names.lower() for word in _REFER_WORDS) and _REFERS.search(names) is not None


def bracketed(pieces: list[str], el: Any) -> bool:
    """Return whether a link is a bare number in parentheses, “shown before (12)”: the mark of a source."""
    return len(el) == 0 and cited(pieces, el.text or "")


def formula(el: Any, tag: str) -> tuple[str, bool] | None:
    """The source of a formula that an element sets, and whether on its own line; None for another element.

    KaTeX and MathJax set a formula twice, once for the eye and once for programs that read pages aloud; an
    empty source stands for what is only shown until the formula is set.
    """
    if tag == "script":
        kind = el.get("type") or ""
        if not kind.startswith("math/tex"):
            return None
        return fold(el.text or ""), "mode=display" in kind
    if tag == "math":
        return source(el), el.get("display") == "block"
    sets, preview = _sets_math(el.get("class") or "")
    if preview:
        return "", False
    if tag != "mjx-container" and not sets:
        return None
    names = el.get("class") or ""
    script = el.getnext()
    if script is not None and script.tag == "script" and (script.get("type") or "").startswith("math/tex"):
        return "", False
    shown = bool(_DISPLAYED.search(names)) or el.get("display") == "true"
    math = next(el.iter("math", "{*}math"), None)
    if math is not None:
        return source(math), shown or math.get("display") == "block"
    picture = next(el.iter("img"), None)
    if picture is not None and picture.get("alt"):
        return fold(picture.get("alt")), shown
    inner = next(el.iter("script"), None)
    if inner is not None and inner.text:
        return fold(inner.text), shown
    return fold("".join(el.itertext())).removeprefix("\\(").removesuffix("\\)").strip(), shown


@lru_cache(maxsize=16384)
def _sets_math(names: str) -> tuple[bool, bool]:
    """Return whether class names are those of a formula, and of what stands there until one is set."""
    return _HOLDS_MATH.search(names) is not None, _PREVIEW.search(names) is not None


def source(el: Any) -> str:
    """The source of a `math` element: its TeX where it has it, else its signs."""
    for note in el.iter("annotation", "{*}annotation"):
        if note.text and "tex" in (note.get("encoding") or "tex").lower():
            return fold(note.text)
    tex = el.get("alttext")
    return fold(tex or " ".join(t for t in el.itertext()))


def drawn_letter(el: Any) -> str:
    """The first letter of a word where a picture shows it (its alternative text), else nothing."""
    letter = (el.get("alt") or "").strip()
    if len(letter) != 1 or not letter.isupper() or not (el.tail or "")[:1].islower():
        return ""
    return letter if _DROPPED.search(f"{el.get('class') or ''} {el.get('src') or ''}") else ""


def boxed_letter(el: Any) -> str:
    """The first letter of the paragraph behind it where an element of its own sets it, else nothing."""
    letter = (el.text or "").strip()
    if not (len(letter) == 1 and letter.isupper()) or len(el) or not _DROPPED.search(el.get("class") or ""):
        return ""
    following = el.getnext()
    after = "" if (el.tail or "").strip() or following is None else "".join(following.itertext()).lstrip()
    return letter if after[:1].islower() else ""


def dropped_capital(el: Any, tag: str, pieces: list[str]) -> bool:
    """Return whether an element sets the first letter of the word that stands behind it, parted by white
    space.

    A letter that is a word by itself stays one, but before a letter that is none (“I n the morning”).
    """
    text = (el.text or "").strip()
    if not 0 < len(text) < 3 or len(el) or not _LETTERS.match(text):
        return False
    if any(piece.strip("“\"„«‘' ") for piece in pieces):
        return False
    letter = text[-1]
    if not letter.isupper() or not (tag in ("big", "font") or _DROPPED.search(el.get("class") or "")):
        return False
    if shown_again(el):
        return False
    after = el.tail or ""
    if not after.strip():
        following = el.getnext()
        after += "" if following is None else "".join(following.itertext())
    if not after[:1].isspace():
        return after[:1].islower()
    word = re.split(r"[^\w’']", after.lstrip(), maxsplit=1)[0]
    if not (word.islower() or (len(word) > 1 and word.isupper())):
        return False
    return letter not in _ALONE or (len(word) == 1 and word not in "aioyàéeó")


def raised(mark: str, before: str, linked: bool) -> Why | str:
    """Return why a raised mark is not said, or what is written for it in a line; empty where it stays.

    `before`: the letters that it follows.
    """
    if NOTE_MARK.match(mark) and (linked or takes_note(before, mark)):
        return NOTE
    if linked and SOURCES.match(mark):
        return SOURCE
    if not linked and (letter := ending(before, mark)):
        return letter
    return mark.translate(SUPERS) if mark and all(c in "0123456789+-−" for c in mark) else ""
