"""Whole numbers in Spanish, Italian, Portuguese and Dutch words; how a number agrees with its noun."""

from __future__ import annotations

from collections.abc import Callable

from listen.speech.languages.nouns.feminines import (
    FEMININE_FRENCH,
    deciding_french,
    is_feminine_french,
    is_masculine_french,
)
from listen.speech.languages.nouns.gender import feminine_italian, feminine_portuguese, feminine_spanish
from listen.speech.languages.nouns.stressed import STRESSED_A
from listen.speech.rules import listed, words

_SPANISH = listed(
    """
    cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis
    diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco
    veintiséis veintisiete veintiocho veintinueve
    """
)
_SPANISH_TENS = listed("cero diez veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa")
_SPANISH_HUNDREDS = listed(
    """
    cero ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos
    novecientos
    """
)
_ITALIAN = listed(
    """
    zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici
    sedici diciassette diciotto diciannove
    """
)
_ITALIAN_TENS = listed("zero dieci venti trenta quaranta cinquanta sessanta settanta ottanta novanta")
_PORTUGUESE = listed(
    """
    zero um dois três quatro cinco seis sete oito nove dez onze doze treze quatorze quinze dezesseis
    dezessete dezoito dezenove
    """
)
_PORTUGUESE_TENS = listed("zero dez vinte trinta quarenta cinquenta sessenta setenta oitenta noventa")
_PORTUGUESE_HUNDREDS = listed(
    "zero cento duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos"
)
_DUTCH = listed(
    """
    nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien
    zeventien achttien negentien
    """
)
_DUTCH_TENS = listed("nul tien twintig dertig veertig vijftig zestig zeventig tachtig negentig")


def spanish(n: int) -> str:
    """1492 → "mil cuatrocientos noventa y dos". Below a quadrillion."""
    if n < 30:
        return _SPANISH[n]
    if n < 100:
        tens, unit = divmod(n, 10)
        return f"{_SPANISH_TENS[tens]} y {_SPANISH[unit]}" if unit else _SPANISH_TENS[tens]
    if n < 1000:
        return "cien" if n == 100 else _joined(_SPANISH_HUNDREDS[n // 100], n % 100, spanish)
    if n < 10**6:
        head = "mil" if n < 2000 else f"{_apocopated(spanish(n // 1000))} mil"
        return _joined(head, n % 1000, spanish)
    size, one, many = (10**6, "un millón", "millones") if n < 10**12 else (10**12, "un billón", "billones")
    head = one if n < 2 * size else f"{_apocopated(spanish(n // size))} {many}"
    return _joined(head, n % size, spanish)


def italian(n: int) -> str:
    """1968 → "millenovecentosessantotto". Below a quadrillion."""
    if n < 1000:
        return _accented(_italian(n))
    if n < 10**6:
        head = "mille" if n < 2000 else f"{_italian(n // 1000)}mila"
        return _accented(head + (_italian(n % 1000) if n % 1000 else ""))
    size, one, many = _size(n, ("milione", "milioni"), ("miliardo", "miliardi"), ("bilione", "bilioni"))
    head = f"un {one}" if n < 2 * size else f"{italian(n // size)} {many}"
    return _joined(head, n % size, italian)


def _italian(n: int) -> str:
    if n < 20:
        return _ITALIAN[n]
    if n < 100:
        tens, unit = divmod(n, 10)
        stem = _ITALIAN_TENS[tens]
        return (stem[:-1] if unit in (1, 8) else stem) + (_ITALIAN[unit] if unit else "")
    hundreds, rest = divmod(n, 100)
    tail = _italian(rest) if rest else ""
    cento = "cent" if tail.startswith("ott") else "cento"  # millenovecentottantanove
    return ("" if hundreds == 1 else _ITALIAN[hundreds]) + cento + tail


def _accented(said: str) -> str:
    """ "ventitré": three at the end of a longer word takes the accent."""
    return said[:-1] + "é" if said.endswith("tre") and said != "tre" else said


def portuguese(n: int) -> str:
    """1974 → "mil novecentos e setenta e quatro". Below a quadrillion."""
    if n < 20:
        return _PORTUGUESE[n]
    if n < 100:
        tens, unit = divmod(n, 10)
        return f"{_PORTUGUESE_TENS[tens]} e {_PORTUGUESE[unit]}" if unit else _PORTUGUESE_TENS[tens]
    if n < 1000:
        if n == 100:
            return "cem"
        hundreds, rest = divmod(n, 100)
        return (
            f"{_PORTUGUESE_HUNDREDS[hundreds]} e {portuguese(rest)}"
            if rest
            else _PORTUGUESE_HUNDREDS[hundreds]
        )
    if n < 10**6:
        head = "mil" if n < 2000 else f"{portuguese(n // 1000)} mil"
        rest = n % 1000
        # "e" before what is below a hundred and before whole hundreds: mil e quinhentos.
        and_ = " e" if rest < 100 or rest % 100 == 0 else ""
        return f"{head}{and_} {portuguese(rest)}" if rest else head
    size, one, many = _size(n, ("milhão", "milhões"), ("bilhão", "bilhões"), ("trilhão", "trilhões"))
    head = f"um {one}" if n < 2 * size else f"{portuguese(n // size)} {many}"
    return _joined(head, n % size, portuguese)


def dutch(n: int) -> str:
    """1234 → "duizend tweehonderdvierendertig". Below a quadrillion."""
    if n < 20:
        return "één" if n == 1 else _DUTCH[n]  # "een" alone is the article
    if n < 100:
        tens, unit = divmod(n, 10)
        if not unit:
            return _DUTCH_TENS[tens]
        return f"{_DUTCH[unit]}{'ën' if _DUTCH[unit].endswith('e') else 'en'}{_DUTCH_TENS[tens]}"
    if n < 1000:
        hundreds, rest = divmod(n, 100)
        return ("" if hundreds == 1 else _DUTCH[hundreds]) + "honderd" + (dutch(rest) if rest else "")
    if n < 10**6:
        if 1100 <= n < 10_000 and n % 100 == 0 and n % 1000:
            return f"{dutch(n // 100)}honderd"
        head = "duizend" if n < 2000 else f"{dutch(n // 1000)}duizend"
        return _joined(head, n % 1000, dutch)
    size, one, _ = _size(n, ("miljoen", ""), ("miljard", ""), ("biljoen", ""))
    return _joined(f"{dutch(n // size)} {one}", n % size, dutch)


def _size(n: int, *names: tuple[str, str]) -> tuple[int, str, str]:
    """The largest of a million, a thousand millions and a million millions in `n`, with its names."""
    step = 0 if n < 10**9 else 1 if n < 10**12 else 2
    return 10 ** (6 + 3 * step), *names[step]


def _joined(head: str, rest: int, cardinal: Callable[[int], str]) -> str:
    return f"{head} {cardinal(rest)}" if rest else head


# -- with a noun -------------------------------------------------------------------------------------------

NO_NOUN = words(
    """
    a à al y e o ou de del di da do dos das con com por per en em na no nas nos que che se si mas pero ma
    et à des en par sur pour dans qui est sont ont au aux le les mais seulement contre più anche al
    alla nel hoy
    gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
    coma vírgula virgola contra para pra sobre su suo sua seu ao mil milhões millones milioni
    la las los lo os as hacia hasta tras más antes apenas además mientras nada era fuera había após atrás
    fora agora ainda ontem hoje já cada ahora ya todavía nunca ayer ante bajo sin según fuori ancora già
    para até desde entre durante dentro dopo prima poi quasi circa oltre fino verso presso insieme
    """
)
_FEMININE_FRENCH = words(
    """
    femme femmes personne personnes année années heure heures minute minutes seconde secondes fois voix place
    places page pages victime victimes voiture voitures semaine semaines ville villes entreprise entreprises
    famille familles fille filles mère mères lettre lettres école écoles tonne tonnes livre livres équipe
    équipes maison maisons œuvre œuvres photo photos
    """
)
_FEMININE_ENDS_FRENCH = (
    "tion",
    "tions",
    "ité",
    "ités",
    "ée",
    "ées",
    "ance",
    "ances",
    "ence",
    "ences",
    "ette",
    "ettes",
    "ure",
    "ures",
)


def _is_noun(word: str) -> bool:
    return word[:1].isalpha() and word == word.lower() and word not in NO_NOUN


def _apocopated(said: str) -> str:
    """ "veintiuno" before what it counts: "veintiún mil"."""
    if said.endswith("veintiuno"):
        return said[:-3] + "ún"
    return said[:-1] if said.endswith("uno") else said


def agree_spanish(said: str, noun: str) -> str:
    """ "veintiuno" and "días" → "veintiún", "doscientos" and "casas" → "doscientas"."""
    noun = noun.partition("-")[0]
    if noun in ("millón", "millones", "billón", "billones", "mil"):
        return _apocopated(said)
    if not _is_noun(noun) or (said != "uno" and noun[-1] != "s"):
        return said  # "en 1500 la ciudad", "la página 21 entera": what is counted is a plural
    if feminine_spanish(noun):
        said = said.replace("cientos", "cientas").replace("quinientos", "quinientas")
        if noun in STRESSED_A or noun.removesuffix("s") in STRESSED_A:
            return _apocopated(said)  # "un agua", "treinta y un aulas"
        return said[:-1] + "a" if said.endswith("uno") else said
    return _apocopated(said)


def linked_spanish(said: str, noun: str) -> str:
    """ "uno" and "horas" → "una" o dos horas; "uno" o dos días."""
    form = agree_spanish(said, noun)
    return form if form.endswith("a") or "cientas" in form else said


_FEMININE_NUMBERS = {"um": "uma", "dois": "duas"}


def agree_portuguese(said: str, noun: str) -> str:
    """ "dois" and "mulheres" → "duas", "vinte e um" and "pessoas" → "vinte e uma"."""
    noun = noun.partition("-")[0]
    if not _is_noun(noun) or not feminine_portuguese(noun):
        return said
    if said != "um" and noun[-1] != "s":
        return said
    head, million, rest = said.rpartition("milhões ") if "milhões " in said else said.rpartition("milhão ")
    feminine = (_FEMININE_NUMBERS.get(word, word.replace("entos", "entas")) for word in rest.split(" "))
    return head + million + " ".join(feminine)


def agree_italian(said: str, noun: str) -> str:
    """ "uno" and "euro" → "un", "uno" and "volta" → "una"."""
    noun = noun.partition("-")[0]
    if said != "uno" or not _is_noun(noun):
        return said
    if feminine_italian(noun):
        return "un'" if noun[0] in "aeiouàèéìòù" else "una"
    return (
        "uno"
        if noun.startswith(("z", "ps", "pn", "gn", "x", "y"))
        or (noun[:1] == "s" and noun[1:2] not in "aeiou")
        else "un"
    )


def linked_italian(said: str, noun: str) -> str:
    """ "uno" and "ore" → "una" o due ore; "uno" o due giorni."""
    return "una" if said == "uno" and noun.endswith("e") and noun not in _PLURALS_IN_E else said


_PLURALS_IN_E = words("alle delle dalle nelle come dove anche")


def agree_french(said: str, noun: str) -> str:
    """ "vingt et un" and "femmes" → "vingt et une"."""
    if noun == "mille" and said.endswith(("cents", "vingts")):
        return said[:-1]  # "deux cent mille"
    noun = deciding_french(noun)
    if said != "un" and not said.endswith((" un", "-un")):
        return said
    if noun.endswith(("wattheure", "wattheures")):
        return said
    told = noun in _FEMININE_FRENCH or noun in FEMININE_FRENCH
    if not told and (said == "un" or noun.endswith(("s", "x", "z"))):  # "la page 21 entière"
        told = noun.endswith(_FEMININE_ENDS_FRENCH) or is_feminine_french(noun)
    return said + "e" if told and not is_masculine_french(noun) else said


def singular_romance(many: str) -> str:
    """ "kilomètres heure" → "kilomètre heure", "milhões" → "milhão", "millones" → "millón"."""
    if many in ("milhões", "bilhões", "trilhões"):
        return many[:-3] + "ão"
    if many in ("millones", "billones"):
        return many[:-4] + "ón"
    return " ".join(
        word[:-1] if word.endswith("s") and word not in ("aux", "los", "aos") else word
        for word in many.split(" ")
    )


def singular_italian(many: str) -> str:
    """ "chilometri orari" → "chilometro orario", "tonnellate" → "tonnellata"."""
    if many in ("milioni", "miliardi"):
        return "milione" if many == "milioni" else "miliardo"
    first, *rest = many.split(" ")
    changed = [w + "o" if w == "orari" else w[:-1] + "o" if w in ("quadrati", "cubi") else w for w in rest]
    one = (
        first[:-1] + "a"
        if first in ("tonnellate", "ore")
        else first[:-1] + "o"
        if first.endswith("i")
        else first
    )
    return " ".join([one, *changed])


def singular_german(many: str) -> str:
    """ "Millionen" → "Million", "Tonnen" → "Tonne"."""
    return {
        "Messerspitzen": "Messerspitze",
        "Millionen": "Million",
        "Milliarden": "Milliarde",
        "Billionen": "Billion",
        "Tonnen": "Tonne",
        "Stunden": "Stunde",
        "Minuten": "Minute",
        "Sekunden": "Sekunde",
        "Kilowattstunden": "Kilowattstunde",
    }.get(many, many)


_FEMININE_GERMAN = words(
    """
    Mutter Tochter Schwester Oma Nacht Hand Person Firma Bank Wahl Zahl Nummer Zeit Art Insel Regel Gefahr
    Wand Tür Kuh Maus Frucht Nuss Schicht Schrift Unterschrift Unterkunft Antwort Kammer Steuer Feder Mauer
    Leiter Schulter Auskunft Anzahl Mail App
    """
)
_NOT_FEMININE_GERMAN = words(
    """
    Junge Name Kunde Zeuge Experte Kollege Gedanke Buchstabe Franzose Pole Russe Türke Chinese Brite Schwede
    Däne Finne Löwe Affe Hase Bote Erbe Ende Auge Interesse Gebäude Gemälde Gelände Gewerbe Käse Tee Kaffee
    See Biologe Psychologe Neffe Insasse Rivale Stadion Spion
    """
)
_FEMININE_ENDS_GERMAN = words(
    "ung heit keit ion tät schaft e ei ik ur enz anz frau Frau kraft Kraft stadt Stadt arbeit Arbeit fahrt"
    " erin istin entin antin torin login"
)


_FEMININE_LETTERS = words("SMS CD DVD AG GmbH WM EM")
_OTHER_LETTERS = words("PC LKW PKW DJ TV T")
"""Nouns in capitals, said as letters, by gender."""


def agree_german(said: str, noun: str) -> str:
    """Bring "eins" to the noun after it, which has a capital: "ein Euro", "eine Million"."""
    noun = noun.rpartition("-")[2]  # "US-Dollar": the last part has the gender
    if said != "eins" or not noun[:1].isupper() or noun == "Komma":
        return said
    if not noun[1:].islower():
        return "eine" if noun in _FEMININE_LETTERS else "ein" if noun in _OTHER_LETTERS else said
    feminine = noun in _FEMININE_GERMAN or noun.endswith(tuple(_FEMININE_ENDS_GERMAN))
    return "eine" if feminine and noun not in _NOT_FEMININE_GERMAN else "ein"
