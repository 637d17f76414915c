"""Rules whose figures become words: in agreement with what they count, in the case asked for, elided."""

from __future__ import annotations

from listen.speech.languages.counting import worded
from listen.speech.languages.nouns.counted import counted_noun
from listen.speech.languages.traits import Language
from listen.speech.rules import Here, Rule, Said
from listen.speech.writing import patterns as re

_AND = frozenset(("und", "oder"))
_COUNTED_BEFORE = re.compile(r"(?<!\w)(\w+)\s\d{1,4}\s[\w.-]+\s(?:und|oder)\s\Z")
_TO_ANOTHER = re.compile(r"\s(?:à|et|ou)\s\d")
_ONE = re.compile(r"une?(?: |\Z)")
_LINKS = frozenset(("a", "o", "ou", "u", "e", "y"))
_LINKED = re.compile(r"\s(?:a|o|ou|u|e|y)\s\d{1,3}\s([^\W\d_]{3,})")
"""Another figure with the noun that both count: "1 o 2 horas", "de 1 a 3 semanas"."""
_PAIR = re.compile(r"(\d{1,3})\s?[-–x]\s?(\d{1,3})")
_NUMBERLIKE = re.compile(r"\d{7}")
"""So many figures without a separator are somebody's number: the engine's to read."""
_FIGURE = re.compile(r"\d")


def worded_rules(language: Language, rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """The rules of a language, their figures said in words that agree with what they count."""
    cardinal, agree = language.cardinal, language.agree
    of = language.scaled_of.strip()
    figure, numberlike = _FIGURE.search, _NUMBERLIKE.search

    def wrapped(rule: Rule) -> Rule:
        def say(m: re.Match[str], here: Here) -> Said | None:
            said = rule.say(m, here)
            if said is None:
                return None
            for words, _, _ in said.pieces:
                if figure(words):
                    break
            else:
                if m.group()[:1] != "1" and not (language.elides and here.text[m.start()] == "1"):
                    return said
            if numberlike(m.group()) and any(numberlike(w) for w, _, _ in said.pieces):
                return said
            noun = counted_noun(here, m.start(), said.end, language.compounds, language.capital_nouns)
            linked = _LINKED.match(here.text, said.end) if noun in _LINKS and language.held else None
            if linked:
                noun = linked[1]
            elif language.held and (pair := _PAIR.fullmatch(m.group())) and int(pair[1]) >= int(pair[2]):
                noun = ""  # a score counts nothing: "due a uno dopo i supplementari"

            def accord(words: str, counted: str) -> str:
                return (
                    language.linked(words, counted) if linked and counted == noun else agree(words, counted)
                )

            spoken = [
                (worded(w, cardinal, accord if linked else agree, noun, of), a, b) for w, a, b in said.pieces
            ]
            if language.labels and spoken and spoken[0][0].endswith(("vingts", "cents")):
                words, start, end = spoken[0]
                if here.before(m.start()).lower() in language.labels:
                    spoken[0] = (words[:-1], start, end)  # "les années quatre-vingt"
            end_of = said.end
            if spoken and spoken[-1][0].endswith(" d'"):
                # "1 000 000 habitants": one word with what follows
                end_of = here.text.index(noun, said.end) + len(noun)
                spoken[-1] = (spoken[-1][0] + noun, spoken[-1][1], end_of)
            begins = m.group()[:1] or (here.text[m.start()] if language.elides else "")
            if not spoken or begins != "1" or here.text[m.start() - 1 : m.start()].isalpha():
                return Said(tuple(spoken), end_of)
            first, start, end = spoken[0]
            before = here.before(m.start()).lower()
            behind = here.text[said.end : said.end + 40]
            if before in _AND:
                other = _COUNTED_BEFORE.search(here.text, max(0, m.start() - 40), m.start())
                before = other[1].lower() if other else before  # "nach 1 Jahr und 1 Tag"
            earlier = here.text[max(0, m.start() - 90) : m.start()]
            spoken[0] = (language.governed(first, noun, before, behind, earlier), start, end)
            elides = (
                before in language.elides
                and _ONE.match(first) is not None
                and here.text[m.start() - 1].isspace()
                and (first.split(" ")[1] if " " in first else noun) not in ("", "à", "et", "ou")
                and not _TO_ANOTHER.match(behind)
            )
            return Said(tuple(spoken), end_of, elides)

        return rule.saying(say)

    return tuple(wrapped(rule) for rule in rules)
