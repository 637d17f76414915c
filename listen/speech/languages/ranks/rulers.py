"""Roman numerals of Spanish, Italian and Portuguese: a ruler's is a rank, and so is one before what is held
again and again ("el XV Congreso"); that of a machine or a film counts ("Macintosh II").
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from listen.speech.numbers import roman as value_of
from listen.speech.rules import Here, Said, whole, words
from listen.speech.writing import patterns as re

if TYPE_CHECKING:
    from listen.speech.languages.traits import Language

RULERS = words(
    """
    Abdalá Abdullah Abdul Adriano Afonso Ahmed Akihito Alberto Alejandro Alejo Alessandro Alessio Alexandre
    Alexis Alfonso Amadeo Amadeu Amedeo Amenhotep Amenofi Anastasio Andrés Antíoco Artajerjes Baldovino
    Balduino Balduíno Bartolomé Bartolomeo Bartolomeu Basilio Basílio Bayaceto Beatrice Beatriz Bela Benedetto
    Benedicto Bento Bermudo Berenguer Bhumibol Bonifacio Bonifácio Boris Calisto Calixto Callisto Canuto Carl
    Carlo Carlomán Carlos Carol Casimiro Catalina Catarina Caterina Celestino Charles Childerico Christian
    Ciro Clemente Clodoveo Constantino Corrado Cosimo Costantino Cristián Cristiano Cristina Cristóbal
    Dagoberto Dario Darío David Dinis Dionisio Duarte Edmundo Edoardo Eduardo Edward Elisabetta Elizabeth
    Emanuel Emanuele Enrico Enrique Ercole Erico Esteban Estanislao Estêvão Eugenio Eugênio Faruk Federico
    Felipe Ferdinando Fernando Filipe Filippo Filipo Francesco Francisco Frederico Fruela Fuad García Gelasio
    George Giacomo Giorgio Giovanna Giovanni Giulio Giuseppe Giustiniano Gregorio Gregório Guglielmo Guilherme
    Guillermina Guillermo Gustaf Gustavo Haakon Harald Harold Hassan Henri Henrique Henry Hilario Honorio Hugo
    Humberto Hussein Innocenzo Inocencio Inocêncio Isabel Isabella Iván Ivan Jacobo Jaime James Jerjes Joana
    João Jorge José Juan Juana Juliana Julio Júlio Justiniano Kirill Ladislao Leão Leone León Leopoldo Lorenzo
    Lotario Louis Lucio Ludovico Luigi Luis Luís Magno Manfredi Manoel Manuel Maometto Margarita
    Margarida Margherita Maria María Mariana Marino Martín Martino Martinho Massimiliano Mattia Matías
    Maximiliano Mehmed Michele Miguel Moctezuma Mohamed Mohammed Mojmír Murad Mustafá Napoleão Napoleón
    Napoleone Niccolò Nicola Nicolás Nicolau Olaf Olav Onorio Ordoño Otão Otón Ottone Pablo Pachacútec Paolo
    Pascual Paulo Pedro Philippe Pietro Pio Pío Pipino Ptolomeo Ptolomeu Rainier Rainiero Rama Ramiro Ramón
    Ramsés Ramses Ranieri Ricardo Riccardo Richard Roberto Rodolfo Ruggero Sancho Sebastião Sebastián
    Segismundo Seleuco Selim Serse Sergio Shenouda Sigismondo Silvestre Silvestro Simeón Simeone Sisto Sixto
    Solimán Solimano Solimão Stanislao Stefano Suero Tancredi Tawadros Teobaldo Teodosio Teodósio Theodor
    Tolomeo Tutmosis Umberto Urbano Valdemar Víctor Victor Vítor Vittorio Vladislao Wenceslao Wilhelm William
    Xerxes Zacarías Zog
    """
)
"""Names of kings, queens and popes."""
_TITLES = words(
    """
    rey papa emperador zar sultán faraón príncipe duque conde patriarca re imperatore sultano faraone principe
    duca conte don rei imperador czar sultão faraó dom
    """
)
QUEENS = words(
    """
    Ana Anna Beatrice Beatriz Berenguela Berenice Blanca Branca Carlota Catalina Catarina Caterina Cleopatra
    Constança Constanza Costanza Cristina Eleonora Elisabetta Elizabeth Giovanna Guglielmina Guilhermina
    Guillermina Isabel Isabela Isabella Joana Juana Juliana Leonor Luisa Luísa Margarida Margarita Margherita
    Margrethe Maria María Mariana Mary Matilda Matilde Sofia Sofía Teresa Urraca Victoria Violante Vitória
    Vittoria
    """
)
"""Names of queens, whose rank is a feminine."""
_QUEENLY = words(
    """
    reina regina rainha emperatriz imperatrice imperatriz zarina czarina princesa principessa duquesa duchessa
    condesa contessa condessa infanta doña dona donna
    """
)
_NAME = re.compile(r"(?:(?<!\w)([^\W\d_]+)\s)?(?<!\w)(?:[ld]['’])?((?:[^\W\d_]+\s){1,3})\Z")
"""The words before a numeral, and the one before them."""
_SERIES = re.compile(
    r"(?<!\w)(?:siglos|ss\.|capítulos|títulos|tomos|artículos|actos|libros|secoli|secc\.|capitoli|titoli|tomi|"
    r"articoli|libri|canti|séculos|sécs\.|capítulos|volumes|atos|volúmenes)\s\Z",
    re.IGNORECASE,
)
_CODES = words("CD DC MI DI LI CC MD DM CM MM CV CI DL LD MC MX MV XX XL")
"""Letters of other things: plates, disks, measures."""
_LATER = re.compile(
    r"\s(?:e|y|o|u|ou|ed)\s(?:(?:el|la|il|o|a|al|del|nel|della|nella|alla)\s)?[IVXLC]+\s([^\W\d_]{3,})"
)
"""Another numeral with the noun of both."""
_CLASS = re.compile(r"\s[A-H](?!\w|\.)")
"""Behind the year of a school class: Italian "III A"."""
_NOT_HELD = words("Factor Games Men Rays Box Files")
"""Nouns behind an X that is a letter."""


def range_of(lang: Language, m: re.Match[str], here: Here) -> Said | None:
    """Say "siglos XV-XVI": from one to another, behind what has numerals."""
    low, high = value_of(m["r"]), value_of(m["q"])
    if not low or not high or low >= high:
        return None
    if here.after(m.end()).lower() in lang.centuries:
        return whole(m, f"{lang.ordinal(str(low), 'º', '')} {lang.ordinal(str(high), 'º', '')}")
    if not _SERIES.search(here.text, max(0, m.start() - 14), m.start()):
        return None
    return whole(m, f"{lang.cardinal(low)} {lang.to} {lang.cardinal(high)}")


def romance(lang: Language, m: re.Match[str], here: Here) -> Said | None:
    """Say one numeral."""
    n = value_of(m["r"])
    before = here.before(m.start()).replace("’", "'").rpartition("'")[2]
    low, after = before.lower(), here.after(m.end())
    if not n or (m.start() and here.text[m.start() - 1] == "."):
        return None  # "P.I."
    if low in lang.numbered:
        ranked = n == 1 and low in ("secolo", "sec")
        return whole(m, lang.ordinal("1", "", low) if ranked else lang.cardinal(n))
    if after.lower() in lang.centuries and n < 40:
        return whole(m, _rank(lang, n, low, after))
    if lang.lone_is_word and n < 6 and _CLASS.match(here.text, m.end()) and not before[:1].isupper():
        return whole(m, lang.ordinal(str(n), "ª", "la"))
    if before[:1].isupper() and low not in lang.articles and low not in lang.feminine[0]:
        return _named(lang, m, here, n, before)
    later = (
        _LATER.match(here.text, m.end()) if not after or after in ("e", "y", "o", "u", "ou", "ed") else None
    )
    if later and (one := _one_of(lang, later[1].lower())):
        return whole(m, _rank(lang, n, low or "la", one))  # "tra il XIX e il XX secolo"
    if not after and low in lang.feminine[0] and n < 40 and len(m["r"]) > 1 and m["r"] not in _CODES - {"XX"}:
        return whole(m, lang.ordinal(str(n), "ª", "la"))  # "la XX Biennale, non la IX"
    if _held(lang, m, low, after):
        return whole(m, _rank(lang, n, low, after))
    if n > 30 or len(m["r"]) == 1 or m["r"] in _CODES - {"XX", "XL"}:
        return None
    return whole(m, str(n))


def _named(lang: Language, m: re.Match[str], here: Here, n: int, before: str) -> Said | None:
    """A numeral behind a name."""
    if n > 30:
        return None
    found = _NAME.search(here.text, max(0, m.start() - 60), m.start())
    name = found[2].split() if found else [before]
    led = (found[1] or "") if found else ""
    own = takewhile(lambda word: word[:1].isupper(), reversed((led, *name)))
    known = [word for word in own if word in RULERS or word in QUEENS]
    ruler = any(word in RULERS for word in name)
    titles = {led.lower(), *(word.lower() for word in name)} & (_TITLES | _QUEENLY)
    if ruler or titles or m["r"] == "I":
        queen = bool(titles & _QUEENLY) or (known != [] and known[-1] in QUEENS)
        return whole(m, lang.ordinal(str(n), "ª" if queen else "", before) or lang.cardinal(n))
    if len(m["r"]) == 1 and m["r"] == "X":
        return None
    return whole(m, lang.cardinal(n))


def _held(lang: Language, m: re.Match[str], low: str, after: str) -> bool:
    """Say whether what stands behind is held again and again, or has its place in a row."""
    led = low in lang.articles or low in lang.feminine[0]
    if not after or after in _NOT_HELD or after.lower() in lang.months or (m["r"] in _CODES and not led):
        return False
    told = after.lower() in lang.held
    if len(m["r"]) == 1 and not led:
        return (
            (told or after[:1].isupper()) and not low and not (m["r"] == "X" or lang.lone_is_word == m["r"])
        )
    plural = after[-1] == "s" and not told
    return told or (after[:1].isupper() and len(after) > 2 and not after.isupper() and not plural)


def _one_of(lang: Language, noun: str) -> str:
    """Return the noun that ranks stand before, as it is of one: "ediciones" → "edición", "" if it is none."""
    told = lang.held | lang.centuries
    ways = (noun, noun[:-1], noun.replace("iones", "ión"), noun.replace("ões", "ão"), noun[:-1] + "e")
    return next((way for way in ways if way in told), "")


def _rank(lang: Language, n: int, low: str, noun: str) -> str:
    """A rank in the gender of the article before it, or of the noun that it belongs to."""
    feminine = low in lang.feminine[0]
    if not feminine and low not in lang.articles:
        feminine = lang.agree(lang.cardinal(1), noun.lower()) in ("una", "un'", "uma")
    said = lang.ordinal(str(n), "ª" if feminine else lang.article_mark, "la")
    many = noun[-1] == "s" and not lang.lone_is_word
    if not many:
        return said
    return f"{said}{'' if said[-1] in 'oa' else 'o'}s" if n <= 20 else lang.cardinal(n)
