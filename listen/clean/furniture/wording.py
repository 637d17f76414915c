"""This module says how sure the classifier has to be of a passage that looks like something no listener wants
to hear.

The classifier says where the story is; inside it stand lines that belong to the page. What gives them away is
their wording (`phrases.tsv`), or their form: capitals only, a word or two without a full stop, an address.
What stands around them speaks for them: what they lead, the prose under a heading, what is set alike.
"""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

from numpy.typing import NDArray

from listen.clean.dom.nouns import Candidate, Page
from listen.clean.dom.text import STOPS, word_count
from listen.clean.furniture.phrases import find, labels, never
from listen.clean.metadata.gather import Metadata
from listen.clean.metadata.titles import words as bare
from listen.clean.result import Why

_ADDRESS = re.compile(
    r"https?://\S|\bwww\.\w|(?<![\w.+-])[\w.+-]++@[\w-]+\.\w{2}|\[email.?protected\]|pic\.twitter\.com"
)
_OF_ADDRESS = ("http", "www.", "@", "[email", "pic.twitter")
"""One of these stands in each address."""
_END = re.compile(rf"[{STOPS}:;,”\"')\]]\Z")
_SIGNED = re.compile(r"[—–]\s?[^\W\d_]")
"""How a line begins that says whose words stand above it."""
_BUTTON = re.compile(r"(?:try|shop|visit|buy|order|browse|book)(?: \S+){1,3}\Z", re.I)
_NO_LABEL = re.compile(r"[.!?…।]\Z")
"""What ends a sentence ends no label."""
_TRAILS = ("…", "...")
"""How some of those over other stories end all the same: “You may also like…”."""
_SURE = {
    "share": 0.985,
    "ads": 0.985,
    "prompts": 0.97,
    "comments": 0.97,
    "bylines": 0.93,
    "links": 0.97,
    "related": 0.965,
    "bios": 0.96,
    "captions": 0.97,
    "legal": 0.95,
    "contents": 0.93,
    "navigation": 0.93,
    "footnotes": 0.93,
}
"""The probability below which a whole line of this class is left out."""
_HOLDS = {"share": 0.97, "prompts": 0.97, "comments": 0.97, "ads": 0.97, "legal": 0.96, "bios": 0.95}
"""The same for a line of up to sixty words that holds such a phrase; 0.93 for the other classes."""
_SAID_OF = re.compile(
    r"\b(?:sign(?:ing|s|ed)? up|subscrib\w+|free [\w-]* ?trial|log in|fill (?:out|in))\b", re.I
)
_SHOWN = re.compile(
    r"\b(?:when|if|each time) \w{1,12} (?:click|tap)s? the\b|"
    r"\b(?:lets?|allows?) (?:\w{1,12} ){1,2}(?:to )?subscribe\b",
    re.I,
)
"""The same of what a program shows: “When you click the button, it goes out”."""
_SELF = re.compile(r"\b(?:our|us|my|me|I|I[’']d|we)\b", re.I)
"""Who speaks for himself, and so may ask for something."""
_TOLD, _TELLS = 30, 0.75
"""Words of a passage that may speak of signing up without asking for it, and the probability that it needs:
of 28 with such a phrase that the classifier keeps on unseen pages 22 are marked.
"""
CALLS = re.compile(
    r"(?:\A|[.!?:;…]\s+|\n)\W{0,3}(?:(?:so|or|then|and|but|now|just|please|simply|[^,.!?]{2,80},) )?"
    r"(?:sign(?:ing)? up|subscrib(?:e|ing)|register|start|try|download|join|get|become|take|fill|click|book|"
    r"don[’']t (?:forget|miss|wait)|request|enter|grab|follow|support|donate|access)\b",
    re.I,
)
"""How a sentence begins that asks the reader to do it."""
_SELLER = "call of the seller"
_GETS = re.compile(
    r"\b(?:you|they|we|he|she)(?:[’'](?:ve|ll|d))? (?:\w+ ){0,2}(?:get|got|need|have|request|book|say)\b",
    re.I,
)
"""A sentence that tells how somebody comes by a quote or a call: it does not ask for one."""
_LONG = {"share": 0.9, "prompts": 0.8, "comments": 0.9, "ads": 0.9, "legal": 0.93}
"""The same for a longer passage; 0.65 for the other classes."""
_POST = "embedded post"
_LONGEST_LINE = 4_000
"""Characters of a line of a few words that is searched for an address."""
STRAY = "a word or two by themselves"
CAPITALS = "a label in capitals"
DATE_LINE = ("bylines", "date line")
_STRAY = {"heading": 0.65, "list_item": 0.9}
"""The probability below which a word or two by themselves are left out; 0.97 in other blocks."""
_IN_HEADING = {
    "share": 0.9,
    "ads": 0.9,
    "prompts": 0.9,
    "comments": 0.9,
    "related": 0.95,
    "bios": 0.9,
    "bylines": 0.9,
    "footnotes": 0.9,
    "contents": 0.9,
}
_DIAGRAM = re.compile(
    r"(?:flowchart|graph)\s+(?:TB|TD|BT|RL|LR)\b|(?:sequence|class|state|er)Diagram\b|gantt\b|mindmap\b|"
    r"@startuml\b|digraph\b|%%\{\s*init|pie(?: title| showData|\n)|gitGraph\b|quadrantChart\b|xychart\b|"
    r"(?:journey|timeline)\n"
)
"""How the source of a picture begins (Mermaid, PlantUML, Graphviz)."""
_KEYWORDS = re.compile(r"[^,.!?;:。！？，、…।]{2,60}(?:,[^\W\d][^,.!?;:。！？，、…।]{1,60}){7,}")
"""Words for search engines: commas without a space after them."""
_BREAK = re.compile(r"_{2,40}|(?:[*⁂•·~–—-] ?){3,12}|⁂")


def suspicion(
    c: Candidate, words: int, capitals: bool = False, stray: bool = True
) -> tuple[str, str, float] | None:
    """Class, reason, and the probability needed for reading it all the same; None for plain prose.

    `capitals`: the page sets its headings in capitals, so that they tell nothing; `stray`: a word or two by
    themselves are suspect.
    """
    text = c.text
    if c.kind == "code" and _DIAGRAM.match(text):
        return "code", "a diagram's source", 2.0
    if c.kind in ("code", "formula", "table"):
        return None
    if not any(map(str.isalnum, text)):
        # A line of stars or dashes parts the story's sections: a pause, not a word.
        return None if _BREAK.fullmatch(text) else ("navigation", "no word in it", 2.0)
    if "," in text and c.kind == "paragraph" and _KEYWORDS.fullmatch(text):
        return "navigation", "a list of keywords", 2.0
    if (found := never(text)) is not None:
        return None if _is_code(c) else (*found, 2.0)
    worst: tuple[str, str, float] | None = None

    def note(kind: str, reason: str, needed: float) -> None:
        nonlocal worst
        if worst is None or needed > worst[2]:
            worst = (kind, reason, needed)

    heading = c.kind == "heading"
    for kind, reason, whole in find(text):
        over = reason == "related label" and words > 3 and not text.endswith(_TRAILS)
        label = whole and (kind == "navigation" or over)
        if label and _NO_LABEL.search(text):
            continue
        if heading:
            if kind in _IN_HEADING:
                note(kind, reason, _IN_HEADING[kind] - (0.0 if whole else 0.1))
        elif whole:
            note(kind, reason, _SURE[kind])
        elif c.quote and reason == _POST:
            # Whether the story speaks of a post is for `certain` to say.
            note(kind, reason, 0.6)
        elif words <= 60:
            told = _tells(text) if words > _TOLD else _SHOWN.search(text) is not None
            gets = reason == _SELLER and text.endswith((".", ":")) and _GETS.search(text) is not None
            told = kind == "prompts" and (told or gets)
            note(kind, reason, _TELLS if told else _HOLDS.get(kind, 0.93))
        else:
            told = kind == "prompts" and _tells(text) and _SELF.search(text) is None
            note(kind, reason, 0.65 if told else _LONG.get(kind, 0.65))
    if shouted(text) and not (text[0] == "[" and text[-1] == "]"):
        if capitals:
            note("navigation", CAPITALS, 0.6 if heading else 0.75)
        else:
            note("navigation", CAPITALS, 0.82)
    if stray and words <= 2 and not _END.search(text) and not _SIGNED.match(text) and c.number is None:
        note("navigation", STRAY, _STRAY.get(c.kind, 0.97))
    if words <= 4 and not heading and max(c.links, c.button) > 0.8 * len(text) and _BUTTON.match(text):
        note("prompts", "button", 0.97)
    if (
        words <= 40
        and len(text) <= _LONGEST_LINE
        and any(map(text.__contains__, _OF_ADDRESS))
        and _ADDRESS.search(text)
    ):
        note("links", "an address to look up", 0.8)
    return worst


def _tells(text: str) -> bool:
    """Return whether a passage speaks of signing up or clicking without asking the reader to do it."""
    return _SAID_OF.search(text) is not None and CALLS.search(text) is None


def _is_code(c: Candidate) -> bool:
    """Return whether the page sets a whole line as code: what it says of `{{ name }}` is said of it."""
    code = c.el.find(".//code") if c.el is not None else None
    return code is not None and "".join(code.itertext()).strip() == c.text


def shouted(text: str) -> bool:
    """Return whether a line is set in capitals: most of its letters are of a script that has them.

    A Japanese or an Arabic sentence that names the NHK or the WHO has no other letters that could be small.
    """
    if text.upper() != text or text.lower() == text:
        return False
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= 4 and 2 * sum(c.lower() != c.upper() for c in letters) > len(letters)


def sets_capitals(candidates: Iterable[Candidate]) -> bool:
    """Return whether the headings of a story (its kept candidates) are in capitals for the look of it."""
    own = [
        c.text
        for c in candidates
        if c.kind == "heading" or (c.bold > 0.8 * len(c.text) and len(c.text) < 100)
    ]
    return len(own) >= 3 and sum(map(shouted, own)) >= 0.5 * len(own)


def repeats_title(text: str, title: str) -> bool:
    """Return whether a line is the headline again, alone or before a bar and what else the page calls
    itself.
    """
    if len(text) >= 300 or not title:
        return False
    key, text = bare(title), _ANSWER.sub("", text)
    # A dash alone parts a headline, too, where it is no short name.
    return key in (bare(text), bare(text.partition(" | ")[0])) or (
        word_count(title) >= _NAMED and text.count(" - ") > 1 and key == bare(text.partition(" - ")[0])
    )


_ANSWER = re.compile(r"\A(?:re|aw|sv)\s?: ", re.I)
"""What boards set before the headline over an answer."""
_NAMED = 3
"""Words of a headline before a dash that is no label."""
_SECTIONS = 2
"""Headings of its level before a part of the story that is called as comments are."""
_PAIRS, _TERM, _VALUE = 3, 4, 20
"""Labels with their values that make a box of data, and words of the longest label and value."""
_LEADS, _LEADS_BOLD = 0.27, 0.47
"""What a word or two by themselves are worth more where the passage that they lead follows at once."""
_LEADS_PROSE = 0.35
"""The same of a heading: of 42 that were lost over prose on unseen pages 34 are marked."""
_PROSE = 12
"""Words of the prose that follows."""
_ALIKE = 4
"""Blocks of one make that make it the story's own."""
OF_RECIPE = re.compile(
    r"(?:servings?|serves|yields?|makes|portions?|portionen|pour|porciones|raciones|porções|porzioni|porties)"
    r"\s?:?\s\d{1,3}(?:\s?[-–]\s?\d{1,3})?\.?",
    re.I,
)
"""For how many a recipe is: a line by itself that cooks want."""
OTHERS = re.compile(
    r"(?<!\W)\W*(?:also read|read (?:also|next|more)|"
    r"(?:related|recommended) (?:articles?|posts?|stories|reading)|"
    r"see also|you (?:may|might) also like|(?:further|suggested) reading)\s*:\s*",
    re.I,
)
"""A label over titles of other stories, linked or not."""
SOURCES_OVER = re.compile(
    r"\W*(?:\d+\.?\s*)?(?:references|sources|bibliography|works cited|literature cited|"
    r"literatur(?:verzeichnis|angaben)?|"
    r"quellen(?:verzeichnis)?|einzelnachweise|références|bibliographie|bibliograf[ií]a|referencias|bibliografia|"
    r"riferimenti)\W*",
    re.I,
)
"""A label over a list of sources."""
LED = 8
"""Words; a shorter passage may be a label itself."""
_FIELD = re.compile(r"[^\W\d_][^:：.!?]{0,40}[:：]\s*+\S.{0,200}")
_EMPTY = re.compile(r"[^\W\d_][^:：.!?]{0,40}[:：]\s*+(?:[-–—]{1,3}|n/?a|k\. ?A\.)?", re.I)
_NO_VALUE = Why("navigation", "a field without a value", "empty-field")
_FIELDS = 3
"""Fields with a value that make a list a box of data."""
_MOST = 0.7
"""The part of its items that are fields."""


def over(page: Page, kept: NDArray[Any], i: int) -> bool:
    """Return whether a passage stands right over a heading of the story."""
    return i + 1 < len(kept) and bool(kept[i + 1]) and page.candidates[i + 1].kind == "heading"


def over_prose(page: Page, kept: NDArray[Any], i: int) -> bool:
    """Return whether a paragraph of the story stands right under a heading: a sentence, and no links."""
    if i + 1 == len(kept) or not kept[i + 1]:
        return False
    led = page.candidates[i + 1]
    return led.kind == "paragraph" and word_count(led.text) >= _PROSE and led.links < 0.3 * len(led.text)


def over_points(page: Page, kept: NDArray[Any], i: int) -> bool:
    """Return whether a label with a colon (“Next steps:”) stands right over a list that leads nowhere."""
    c = page.candidates[i]
    if c.kind != "paragraph" or not c.text.endswith((":", "：")) or c.links or OTHERS.fullmatch(c.text):
        return False
    return _over_items(page, kept, i)


def _over_items(page: Page, kept: NDArray[Any], i: int) -> bool:
    """Return whether two items of the story or more, which lead nowhere, stand right under a passage."""
    items = []
    for k in range(i + 1, len(kept)):
        if page.candidates[k].kind != "list_item":
            break
        items.append(k)
    return len(items) > 1 and all(kept[k] and not page.candidates[k].links for k in items)


def section(page: Page, kept: NDArray[Any], i: int) -> bool:
    """Return whether a heading (“Discussion”) is one of the story's own: over prose, among others of its
    level, of which one follows.
    """
    c = page.candidates[i]
    if c.kind != "heading" or not over_prose(page, kept, i):
        return False
    alike = [
        k
        for k, other in enumerate(page.candidates)
        if kept[k]
        and other.kind == "heading"
        and other.level == c.level
        and other.tag == c.tag
        and not other.links
    ]
    return sum(k < i for k in alike) >= _SECTIONS and any(
        k > i and over_prose(page, kept, k) and not labels(page.candidates[k].text) for k in alike
    )


def leads(page: Page, kept: NDArray[Any], i: int) -> float:
    """Return what it is worth to a paragraph or a heading of a word or two that the passage which it leads
    follows at once, under a heading of a lower rank too.
    """
    c = page.candidates[i]
    if c.kind not in ("paragraph", "heading") or i + 1 == len(kept) or not kept[i + 1]:
        return 0.0
    if len(c.text) == 1 and c.text.islower():
        return 0.0  # a key that was struck by chance
    led = page.candidates[i + 1]
    if c.tag == "dt" and page.places[led.place].tag == "dd":
        return _LEADS_BOLD
    if c.tag == "p" and not c.links and (led.kind == "code" or _over_items(page, kept, i)):
        return _LEADS
    if c.kind == led.kind == "heading" and (led.level or 2) > (c.level or 2):
        return leads(page, kept, i + 1)
    if led.kind == "heading" or word_count(led.text) <= LED:
        return 0.0
    if c.kind == "heading":
        return _LEADS_PROSE if led.kind == "paragraph" and led.links < 0.5 * len(led.text) else 0.0
    return _LEADS_BOLD if c.bold >= 0.8 * len(c.text) else _LEADS


def set_alike(page: Page, kept: NDArray[Any]) -> list[bool]:
    """Return whether a block is set like others in the story and like none outside: a label that belongs to
    it.
    """
    keys = []
    for c in page.candidates:
        place = page.places[c.place]
        keys.append((place.sig, page.places[place.parent].sig))
    inside, all_of = Counter(k for k, keep in zip(keys, kept, strict=True) if keep), Counter(keys)
    return ["." in k[0] + k[1] and inside[k] >= _ALIKE and inside[k] >= 0.9 * all_of[k] for k in keys]


def paired(page: Page, kept: NDArray[Any]) -> set[int]:
    """Return the labels and values of boxes of data: two makes by turns, each value under what it is of."""
    out: set[int] = set()
    run: list[int] = []
    for i, c in enumerate(page.candidates):
        plain = bool(kept[i]) and c.kind == "paragraph" and not c.links and "." in page.places[c.place].sig
        if plain and goes_on(page, run, i):
            run.append(i)
            continue
        if len(run) >= 2 * _PAIRS:
            out.update(run[: len(run) // 2 * 2])
        run = [i] if plain and goes_on(page, [], i) else []
    return out | set(run[: len(run) // 2 * 2] if len(run) >= 2 * _PAIRS else ())


def goes_on(page: Page, run: list[int], i: int) -> bool:
    """Return whether a passage is the next label or value behind those of a run."""
    value = len(run) % 2
    makes = [page.places[page.candidates[k].place].sig for k in (*run[:2], i)]
    made = makes[-1] == makes[value] if len(run) > 1 else makes[-1] != makes[0] or not run
    return made and word_count(page.candidates[i].text) <= (_VALUE if value else _TERM)


def empty_fields(page: Page, meta: Metadata, story: list[int]) -> dict[int, Why]:
    """Return the items of a box of data (“Camera: Canon”, “Filter: -”) that have no value."""
    out: dict[int, Why] = {}
    for items in page.lists(story):
        empty = [i for i in items if _EMPTY.fullmatch(page.candidates[i].text)]
        full = [i for i in items if i not in empty and _FIELD.fullmatch(page.candidates[i].text)]
        if len(full) >= _FIELDS and len(full) + len(empty) >= _MOST * len(items):
            out |= dict.fromkeys(empty, _NO_VALUE)
    return out
