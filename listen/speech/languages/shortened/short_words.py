"""Short forms in the six languages, and the "S." of a saint: in full, by what stands beside them."""

from __future__ import annotations

from listen.speech.languages.nouns.not_short import is_initial
from listen.speech.languages.traits import Language
from listen.speech.rules import Here, Said, whole
from listen.speech.writing import patterns as re

_FIGURE_NEXT = re.compile(r"[.\s]{0,3}(?:\d|[IVXLCDM]+(?!\w))")


class Abbreviations:
    """Says short forms as a language does."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def said(self, m: re.Match[str], here: Here) -> Said | None:
        """A short form in full, nothing where it is another word."""
        written = re.sub(r"\s+", " ", m["short"])
        table = self._language.abbreviations
        said = table.get(written) or table.get(written.replace(" ", "")) or next(
            (v for k, v in table.items() if k.replace(" ", "") == written.replace(" ", "")), ""
        )  # fmt: skip
        if written in self._language.many:
            before = here.text[max(0, m.start() - 24) : m.start()]
            several = re.search(self._language.many_before, before)
            labels = several and several.group()[0].isdecimal() and _FIGURE_NEXT.match(here.text, m.end())
            said = self._language.many[written] if several and not labels else said  # "l'art. 49 al. 3"
        if written in self._language.behind:
            before = here.text[max(0, m.start() - 24) : m.start()]
            ways = self._language.behind[written]
            said = next((w for p, w in zip(ways[::2], ways[1::2], strict=True) if re.search(p, before)), said)
        if written in self._language.ahead:
            earlier, later, other = self._language.ahead[written]
            led = re.search(rf"{earlier}\Z", here.text[max(0, m.start() - 24) : m.start()])
            if led and re.match(later, here.text[m.end() : m.end() + 40]):
                return whole(m, f"{m['el'] or ''}{other}")
        if written == "D." and is_initial(m, here):
            return None  # "Franklin D. Roosevelt"
        if written in self._language.before_names and not here.after(m.end())[:1].isupper():
            return None
        if written in self._language.before_figures and not _FIGURE_NEXT.match(here.text, m.end()):
            return None
        return whole(m, f"{m['el'] or ''}{said}") if said else None

    def saint(self, m: re.Match[str], here: Here) -> Said | None:
        """ "S. Pietro"."""
        said = self._language.saints(m["name"])
        if not said:
            return None
        return whole(m, f"{said}{'' if said[-1] == chr(39) else ' '}{m['name']}")
