"""Numbers that are ranks in the six languages: ordinals, and Roman numerals of monarchs and parts."""

from __future__ import annotations

from listen.speech.languages.ranks.rulers import romance
from listen.speech.languages.traits import Language
from listen.speech.numbers import roman as value_of
from listen.speech.rules import Here, Said, whole, words
from listen.speech.writing import patterns as re

_RULED = r"[A-ZÄÖÜÉ][\w'’-]{1,30}\s[IVX]{1,5}(?:er|re)?\.?(?:,\s[IVX]{1,5}\.?){0,3}"
_MORE = re.compile(r"[IVX]{1,5}\.?(?:,\s|\s(?:und|oder|en|of|et|ou|y|e|o)\s)[IVX]")
"""Before the numeral of a second ruler of that name: "Pius XI. und XII."."""
_NAMED_BY = re.compile(r"(?<!\w)[A-ZÄÖÜ][a-zäöüß]{2,20}s?\s(?:der|dem|den|des)\s\Z")
_PRODUCTS = words(
    """
    Golf Polo Passat Clio Mégane Megane Astra Corsa Rocky Rambo Apollo Saturn Phase Typ Kategorie Klasse
    Gruppe
    Categorie Klas Stufe Modell Sputnik Voyager Gemini Version Level Zone Sektor Sector Secteur Photoshop
    Titan
    """
)
"""Names whose numeral is one of a row, no ruler's."""
_NUMBERED_NOUNS = words("Weltkrieg Jahrhundert Akt Band Senat Parteitag Internationale Quartal")
_NAMELESS = words(
    "Monsieur Madame Herr Frau Herrn Malcolm Generation Génération Generatie Twitter Plattform Projet"
)
"""Words before an X that is a letter."""
_PLURAL_MARK = re.compile(r"\.?([oaºª])s")


def _in_row(text: str, at: int) -> bool:
    """Return whether a numeral follows another ruler's: "Ludwig XIV., XV. und XVI."."""
    window = text[max(0, at - 60) : at]
    told = re.search(_RULED + r"\s(?:und|oder|en|of|et|ou|y|e|o)\s\Z", window)
    more = re.search(_RULED + r",\s\Z", window) and _MORE.match(text, at)
    return bool(told or more)


class Ranks:
    """Says what stands in a row, as a language does."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def ordinal(self, m: re.Match[str], here: Here) -> Said | None:
        """Say figures with a mark: "3.ª", "21e"."""
        mark, number = m.group()[len(m["n"]) :].strip(), re.sub(r"\D", "", m["n"])
        before = self._language.before(here, m.start())
        if mark in ("a", "o") and before not in self._language.articles | self._language.feminine[0]:
            return None  # "via Dante 3a"
        if mark in ("'", "’", "′"):  # Italian "al 90'", a minute of a match
            mark = "º" if before in self._language.articles else ""
            return whole(m, self._language.ordinal(number, mark, before) if mark else number)
        if mark == "º" and re.match(self._language.warm, here.text[m.end() : m.end() + 24]):
            return whole(m, f"{number} {self._language.units['°']}")  # "21º a la sombra"
        many = _PLURAL_MARK.fullmatch(mark)
        if many:  # "los 1.os puestos", "as 1ªs vagas"
            one = self._language.ordinal(number, "ª" if many[1] in "aª" else "º", before)
            return whole(m, f"{one}s") if one else None
        said = self._language.ordinal(number, mark, before)
        return whole(m, self._language.ranked(said, here.after(m.end()))) if said else None

    def both(self, m: re.Match[str], here: Here) -> Said | None:
        """Say ranks from one to another: "1.–3. Klasse"."""
        lang = self._language
        before = lang.before(here, m.start())
        first, last = (lang.ordinal(m[g], ".", before) or lang.ordinal(m[g], ".", "die") for g in "nk")
        return whole(m, f"{first} {lang.to} {last}")

    def roman(self, m: re.Match[str], here: Here) -> Said | None:
        """Say a Roman numeral: a monarch's, a part's, a century's."""
        if self._language.held:
            return romance(self._language, m, here)
        n, before = value_of(m["r"]), here.before(m.start())
        lang = self._language
        after = here.after(m.end())
        if (
            n
            and n < 40
            and before.lower() in lang.feminine[0]
            and (after in lang.feminine[1] or after[:1].isupper())
        ):
            return whole(m, lang.ordinal(str(n), "ª", before.lower()))
        short = f"{before}."
        named = lang.ahead[short][2] if short in lang.ahead else lang.abbreviations.get(short, before)
        if n and named.lower() in lang.numbered:
            return whole(m, str(n))
        if n and lang.monarch and not before and m.group().endswith(".") and after in _NUMBERED_NOUNS:
            neuter = after == "Jahrhundert"  # "II. Weltkrieg" at a sentence's beginning
            return whole(m, lang.ordinal(str(n), ".", "ein …es" if neuter else "ein"))
        pointed = m.group().endswith(".") or self._language.numeral_mark == ""
        if n and pointed and before.lower() in self._language.articles and here.after(m.end())[:1].isupper():
            said = self._language.ordinal(
                str(n), self._language.article_mark, self._language.before(here, m.start())
            )
            return whole(m, said) if said else None
        if n and lang.monarch and before.lower() in lang.articles:
            told = _NAMED_BY.search(here.text, max(0, m.start() - 40), m.start())
            if told:  # "Heinrich der VIII."
                return whole(m, lang.ordinal(str(n), lang.article_mark, before.lower()))
        if n and here.after(m.end()).lower() in self._language.centuries:
            return whole(m, self._language.ordinal(str(n), "º", before) or str(n))
        if not n or n > 30 or (len(m["r"]) == 1 and not before[:1].isupper()):
            return None
        if m.start() and here.text[m.start() - 1] == ".":
            return None  # "P.I."
        if m["r"] == "X" and (before in _NAMELESS or {before, f"{before}."} & lang.abbreviations.keys()):
            return None
        row = not before[:1].isupper() and _in_row(here.text, m.start())
        if row and self._language.ordinal_numerals:
            return whole(
                m, lang.monarch(n, False, "") if lang.monarch else lang.ordinal(str(n), "", "X") or str(n)
            )
        if before in _PRODUCTS:
            return whole(m, str(n))
        if before[:1].isupper() and self._language.ordinal_numerals:
            if lang.monarch:
                woman = before in lang.queens or before.removesuffix("s") in lang.queens
                return whole(m, lang.monarch(n, woman, here.text[max(0, m.start() - 120) : m.start()]))
            mark = "ª" if before in self._language.queens else ""
            return whole(m, self._language.ordinal(str(n), mark, before) or str(n))
        return whole(m, str(n)) if len(m["r"]) > 1 and m["r"] not in ("CD", "DC", "MI", "DI", "LI") else None

    def roman_ordinal(self, m: re.Match[str], here: Here) -> Said | None:
        """Say a Roman numeral with a mark: "XXe"."""
        n = value_of(m["r"])
        said = self._language.ordinal(str(n), m["mark"], here.before(m.start()).lower()) if n else ""
        century = " siècle" if m["s"] else ""  # "XXe s.": only French writes it so
        return whole(m, said + century) if said else None
