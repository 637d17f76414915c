"""The other languages: only what differs from the general rules, by ISO 639-1 code."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Language:
    """What one language adds."""

    never: str = ""
    titles: str = ""
    numbered: str = ""
    maybe: str = ""
    last: str = ""
    starters: str = ""
    also: str = ""
    """Further terminators, which want a space after them."""
    ordinals: bool = False
    lower: int = 6
    """Shortest word after whose full stop a sentence may begin with a small letter."""
    brackets: tuple[tuple[str, str], ...] = ()
    """Brackets within which no sentence ends."""
    said: str = ""
    """Pattern of what goes on after a closed quotation."""


_CJK = (("《", "》"), ("〈", "〉"))

LANGUAGES = {
    "zh": Language(brackets=_CJK, said=r"[^。！？，；]{0,12}(?:说|說|道|问|問|称|稱|表示|指出)"),
    "ja": Language(brackets=(*_CJK, ("「", "」"), ("『", "』")), said=r"[とっなのはがをにで、]"),
    "hy": Language(also=":"),
    "el": Language(also=";\u037e", lower=4),
    "de": Language(
        never="z B d h u a bzw ggf usw",
        titles="Hr Fr",
        ordinals=True,
        starters="der die das es er sie wir ich",
    ),
    "da": Language(titles="Skt skt", ordinals=True, starters="hvad hvem hvor det de den"),
    "sk": Language(never="napr", ordinals=True),
    "bg": Language(never="г т.г вкл Пл пл"),
    "kk": Language(never="т.б"),
    "pl": Language(never="bałt"),
    "es": Language(titles="Sr Sra Srta Lic Dra Ud Uds D Dña"),
    "nl": Language(never="aanw vnw"),
}
