"""Pages that scripts build, and that hold their text for readers without scripts in `noscript` elements."""

from typing import Any

from listen.clean.dom.text import word_count

_LEAST = 40
"""Words of a `noscript` that holds a page's text; a plea for JavaScript or a tracker's picture has fewer."""
_SHARE = 0.5
"""The most that the page may have beside it, by words. Of 600 pages those whose text is there have under
.01 of it elsewhere, all others more than four times as much."""
_NO_TEXT = frozenset(["script", "style", "template", "noscript"])


def unfold(root: Any) -> None:
    """Make parts of the page out of the `noscript` elements that hold nearly all of its text."""
    fallbacks = [
        (el, words)
        for el in root.iter("noscript")
        if (words := _words(el, True)) >= _LEAST and not any(up.tag == "head" for up in el.iterancestors())
    ]
    if not fallbacks:
        return
    body = root.find("body")
    if _words(root if body is None else body, False) > _SHARE * sum(words for _, words in fallbacks):
        return
    for el, _ in fallbacks:
        el.tag = "div"


def _words(el: Any, inside: bool) -> int:
    """The words of an element, without those of scripts; without its `noscript` ones where not `inside`."""
    total = 0
    waiting = [el]
    while waiting:
        at = waiting.pop()
        if at is not el:
            total += word_count(at.tail) if at.tail and at.tail.strip() else 0
            if not isinstance(at.tag, str) or (at.tag in _NO_TEXT and not (inside and at.tag == "noscript")):
                continue
        total += word_count(at.text) if at.text and at.text.strip() else 0
        waiting += list(at)
    return total
