"""Sentences and quotations in another language than the paragraph around them, where that is certain.

A name, a title or a loan word is no sentence: it takes several different small words that only the other
language has, a good share of all words, and next to none of the paragraph's own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from listen.model import primary

Span = tuple[int, int]

_SMALL_WORDS = {
    "en": """the and of to that is was for with as his her on be at by this had not are but from have they
        which she he it we you who will would been were their there what when has our my if about into than
        them can its only could after also how did because people your said very just over must let every""",
    "de": """der die und das ist nicht ein eine zu den mit sich auf für dem des von werden auch wird sie es
        ich wir ihr er aus bei nach wie noch nur wenn aber oder über zum zur im am vom haben hat war sind
        einen einem einer dass sein kann uns unser mehr schon doch immer jetzt mich dich man kein keine was
        wurde hier durch vor bis unter gegen diese dieser dieses alle""",
    "fr": """le la les des et est une un du que qui dans pour sur pas au par plus avec ce sont mais cette aux
        ont il elle nous vous je ne se sa son ses leur leurs être fait comme tout tous même bien où si très
        quand sans sous entre peut était été avons avez nos notre votre rien jamais toujours ces mon ma mes
        lui c'est qu'il n'est d'un d'une""",
    "es": """el los las una que por con para del se su como más pero sus este es también fue son esta la de
        en un y no lo le al me mi nos muy ya todo todos cuando sin sobre entre hay está están ser porque qué
        eso esto esa ese nada nunca siempre nosotros usted ustedes hemos han había era yo ella ellos
        tiene tenemos puede donde""",
    "it": """il di che è per un della non sono con del alla gli nel anche più dei si come delle questo ha la
        e una le lo ma nella sulla dalla al dal degli questa quello quella sempre mai tutto tutti perché io
        noi voi lui lei abbiamo hanno avete essere stato stata siamo ci mi ti molto ancora quando dove senza
        cosa fare suo sua loro ogni nostro nostra""",
    "pt": """o os não uma do da em para com que mais dos por como são ao pelo foi pela também mas seu sua um
        as das na no nas nos se é eu ele ela nós você vocês isso isto muito já tudo todos quando sem sobre
        entre há está estão ser porque nada nunca sempre temos têm era tinha me minha meu nosso nossa
        pode onde até""",
    "nl": """de het een van en niet dat op te zijn voor met aan er maar ook als bij naar door worden wordt ik
        wij we jij hij zij ze je u uit nog wel geen om over hebben heeft had was waren deze dit die wat wie
        hoe kan kunnen zal zou moet mijn ons onze hun haar altijd nooit alles iets niets veel meer al""",
}  # fmt: skip
_SETS = {lang: frozenset(text.split()) for lang, text in _SMALL_WORDS.items()}
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ASCII_LETTERS = {n: chr(n) if chr(n).isalpha() else " " for n in range(128)}
FEWEST_WORDS = 6
"""Words of a sentence that its words may tell; names and titles are shorter, or have fewer small words."""
FEWEST_ONLY = 4
"""Different small words that only the other language has."""
LEAST_SHARE = 0.3
"""Share of such words among all."""
AHEAD = 2
"""So many more small words than the next language has."""
OWN_ALLOWED = 5
"""So many of the others' words outweigh one that only the paragraph's language has."""
FEWEST_LETTERS = 20
"""Letters of a sentence that its script tells."""
_SCRIPTS = (
    ("uk", re.compile("[іїєґІЇЄҐ]"), re.compile("[\u0400-\u04ff]")),
    ("ru", re.compile("[\u0400-\u04ff]"), re.compile("[\u0400-\u04ff]")),
    ("el", re.compile("[\u0370-\u03ff]"), re.compile("[\u0370-\u03ff]")),
    ("ja", re.compile("[\u3041-\u30ff]"), re.compile("[\u3041-\u30ff\u4e00-\u9fff]")),
    ("zh", re.compile("[\u4e00-\u9fff]"), re.compile("[\u4e00-\u9fff]")),
    ("ko", re.compile("[\uac00-\ud7af]"), re.compile("[\uac00-\ud7af]")),
    ("hi", re.compile("[\u0900-\u097f]"), re.compile("[\u0900-\u097f]")),
    ("he", re.compile("[\u0590-\u05ff]"), re.compile("[\u0590-\u05ff]")),
    ("ar", re.compile("[\u0600-\u06ff]"), re.compile("[\u0600-\u06ff]")),
)
"""Language, what only it has, and its letters."""
_SCRIPT_NAMES = "ru uk be bg sr mk el ja zh yue ko hi mr ne bn ta te he ar fa ur th ka hy am kk mn"
_OTHER_SCRIPTS = frozenset(_SCRIPT_NAMES.split())
"""Languages whose letters are not Latin: a sentence in Latin letters is none of theirs."""
_NOT_LATIN = re.compile("[\u0370-\u05ff\u0600-\u06ff\u0900-\u097f\u3041-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
_QUOTED = re.compile(r"[“„\"«‟](?=\S)([^“”„\"«»‟]{30,500})[”\"“»]")


def _words(text: str) -> list[str]:
    if text.isascii() and "'" not in text:
        return text.lower().translate(_ASCII_LETTERS).split()  # the same in a third of the time
    return _WORD.findall(text.lower().replace("’", "'"))


@cache
@cache
def _others(own: str) -> frozenset[str]:
    """Small words that other languages have, and `own` has not: most sentences hold too few of them."""
    return frozenset[str]().union(*_SETS.values()) - _SETS.get(own, frozenset())


def other_language(text: str, own: str) -> str | None:
    """Return the language of a sentence in a paragraph of `own`, where it is surely another."""
    own = primary(own)
    if own == "und":
        return None
    if not text.isascii() and own not in _OTHER_SCRIPTS and _NOT_LATIN.search(text):
        return _by_script(text)
    words = _words(text)
    if len(words) < FEWEST_WORDS:
        return None
    found, ours = set(words), _SETS.get(own)
    if ours is None and own not in _OTHER_SCRIPTS:
        return None  # nothing is known of the paragraph's own words
    ours = ours or frozenset()
    if len(_others(own) & found) < FEWEST_ONLY or len(ours & found) > len(found) // 2:
        return None
    known = sorted(((len(small & found), lang) for lang, small in _SETS.items()), reverse=True)
    (most, lang), (second, _) = known[:2]
    theirs = _SETS[lang] - ours
    hits = theirs & found
    if lang == own or len(hits) < FEWEST_ONLY or most - second < AHEAD:
        return None
    share = sum(word in hits for word in words) / len(words)
    own_words = (ours - _SETS[lang]) & found
    return lang if share >= LEAST_SHARE and len(own_words) * OWN_ALLOWED <= len(hits) else None


def _by_script(text: str) -> str | None:
    letters = sum(map(str.isalpha, text))
    if letters < FEWEST_LETTERS // 2:
        return None
    for lang, only, script in _SCRIPTS:
        if only.search(text):
            written = len(script.findall(text))
            few = FEWEST_LETTERS // 2 if lang in ("ja", "zh", "ko") else FEWEST_LETTERS
            return lang if written >= few and written >= 0.8 * letters else None
    return None


def sentences(
    text: str, spans: Sequence[Span], own: str, split: Callable[[str, str], Sequence[Span]]
) -> list[tuple[int, int, str | None]]:
    """Return the sentences of a paragraph, each with its language where that is surely another.

    Spans that the paragraph's rules cut where that language's rules (`split`) do not are one: "am 3. Mai".
    """
    out: list[tuple[int, int, str | None]] = []
    for a, b in spans:
        lang = other_language(text[a:b], own)
        before = out[-1] if out else None
        if before and (lang or before[2]) and lang != before[2]:
            a0, b0, earlier = before
            both = lang or earlier or ""
            short = text[a:b] if earlier else text[a0:b0]
            if not (lang and earlier) and _is_short(short) and len(split(text[a0:b], both)) == 1:
                out[-1] = (a0, b, both)
                continue
        out.append((a, b, lang))
    return out


def _is_short(text: str) -> bool:
    return len(_WORD.findall(text)) < FEWEST_WORDS


def parts(text: str, own: str, whole: str | None = None) -> list[tuple[int, int, str | None]]:
    """Return spans of a sentence with their language where that is another one than the paragraph's: the
    whole of it, whose language is known (`whole`), or a quotation in it and what stands around that.
    """
    quoted = [m for m in _QUOTED.finditer(text) if other_language(m.group(1), own)]
    if not quoted and not whole:
        return [(0, len(text), None)]
    if whole and not (quoted and _introduced(_QUOTED.sub(" ", text), own, whole)):
        return [(0, len(text), whole)]
    out: list[tuple[int, int, str | None]] = []
    at = 0
    for m in quoted:
        if any(map(str.isalnum, text[at : m.start()])):
            out.append((at, m.start(), None))
            at = m.start()
        out.append((at, m.end(), other_language(m.group(1), own)))
        at = m.end()
    if not out:
        return [(0, len(text), None)]
    rest = text[at:]
    if any(map(str.isalnum, rest)):
        out.append((at, len(text), None))
    else:
        start, _, lang = out[-1]
        out[-1] = (start, len(text), lang)
    return out


def _introduced(around: str, own: str, lang: str) -> bool:
    """Return whether what stands around a quotation is the paragraph's: "She said:"."""
    words = set(_words(around))
    ours = _SETS.get(own.lower().split("-")[0], frozenset())
    return bool(words) and (
        bool(words & (ours - _SETS.get(lang, frozenset())))
        or not words & (_SETS.get(lang, frozenset()) - ours)
    )
