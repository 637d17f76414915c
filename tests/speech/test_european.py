"""Fifteen hundred cases of six languages, and the floor that each language holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listen.speech import spoken
from listen.speech.languages.counting import french, german
from listen.speech.languages.counting_more import dutch, italian, portuguese, spanish
from tests.speech.european import cases, right

CASES = list(cases())
NEAR = Path(__file__).with_name("european_near.tsv").read_text("utf-8").splitlines()
FLOOR = {"de": 0.99, "es": 0.99, "fr": 0.99, "it": 0.99, "nl": 0.99, "pt": 0.99}


@pytest.mark.parametrize("lang", FLOOR)
def test_a_language_holds_its_floor(lang: str) -> None:
    judged = [(written, right(lang, written, said)) for of, _, written, said in CASES if of == lang]
    wrong = [written for written, ok in judged if not ok]
    assert len(judged) >= 150
    assert 1 - len(wrong) / len(judged) >= FLOOR[lang], wrong


def test_every_kind_in_every_language() -> None:
    assert len({(lang, kind) for lang, kind, _, _ in CASES}) == 6 * 27


@pytest.mark.parametrize(
    ("lang", "written", "said"),
    [
        ("it", "Nel 2018 l'Italia vinse.", "Nel duemiladiciotto l'Italia vinse."),
        ("de", "Sie war 1 von vielen.", "Sie war eins von vielen."),
        (
            "de",
            "In der 2. Runde schied die 2. Mannschaft aus.",
            "In der zweiten Runde schied die zweite Mannschaft aus.",
        ),
        ("es", "21 problemas y 31 casas", "veintiún problemas y treinta y una casas"),
        ("fr", "31 personnes et 21 chiens", "trente et une personnes et vingt et un chiens"),
        ("pt", "2 dias e 2 noites", "dois dias e duas noites"),
        ("es", "el VIH y el DNI", "el V I H y el D N I"),
        ("de", "Von 1914 bis 1918", "Von neunzehn hundert vierzehn bis neunzehn hundert achtzehn"),
        ("fr", "un score de 3 à 2", "un score de trois à deux"),
        ("de", "Es war so, 8 Uhr früh.", "Es war so, acht Uhr früh."),
        ("de", "Fr. Müller kam Fr. um 8 Uhr.", "Frau Müller kam Freitag um acht Uhr."),
        ("nl", "Het is zo 8 uur.", "Het is zo acht uur."),
        ("nl", "ma t/m vr 9–17 u", "maandag tot en met vrijdag negen tot zeventien uur"),
        ("es", "de 9-14 h", "de nueve a catorce horas"),
        ("pt", "9h-18h", "nove horas às dezoito horas"),
        ("fr", "9h-18h30", "neuf heures à dix-huit heures trente"),
        ("fr", "la mer et le mar. 5 mai", "la mer et le mardi cinq mai"),
        ("fr", "Mes amis et Mes Petit et Roux", "Mes amis et maîtres Petit et Roux"),
        ("it", "nella II divisione, il II atto", "nella seconda divisione, il secondo atto"),
        ("fr", "nos 7 et 8, nos amis, t. 4", "numéros sept et huit, nos amis, tome quatre"),
        ("fr", "les lignes A 12-15", "les lignes A douze à quinze"),
        ("es", "s. XIX, el s. pasado", "siglo diecinueve, el s. pasado"),
        ("es", "200 mil dólares, 21 millones", "doscientos mil dólares, veintiún millones"),
        ("it", "3 milioni di case, 100 mila euro", "tre milioni di case, cento mila euro"),
        ("nl", "zo 3 mei, zo 3 jaar", "zondag drie mei, zo drie jaar"),
        ("nl", "In drie sets: 6-4, 3-6", "In drie sets: zes vier, drie zes"),
        ("nl", "blz. 5-9, 12-15", "bladzijde vijf tot negen, twaalf tot vijftien"),
        ("de", "1 Junge und 1 Ehefrau", "ein Junge und eine Ehefrau"),
        (
            "de",
            "in AB12 3456 und DE89 3704 0044 0532 01",
            "in AB zwölf dreitausend vierhundert sechsundfünfzig und "
            "D E acht neun drei sieben null vier null null vier vier null fünf drei zwei null eins",
        ),
        ("pt", "km 32, 1,2 km", "quilômetro trinta e dois, um vírgula dois quilômetros"),
        ("de", "5 kg/m³ und 3 kWh/Tag", "fünf Kilogramm pro Kubikmeter und drei Kilowattstunden pro Tag"),
        (
            "it",
            "delle 7.45, dalle 8.30 alle 9",
            "delle sette e quarantacinque, dalle otto e trenta alle nove",
        ),
        ("it", "delle 7.450 case", "delle settemilaquattrocentocinquanta case"),
        (
            "de",
            "mit 1 Hund, für 1 Euro, nach 1 Stunde, für 1 Kind, 1 Euro",
            "mit einem Hund, für einen Euro, nach einer Stunde, für ein Kind, ein Euro",
        ),
        (
            "de",
            "sein 3. Kind, sein 3. Versuch, ein 2. Mädchen, das 2. Haus",
            "sein drittes Kind, sein dritter Versuch, ein zweites Mädchen, das zweite Haus",
        ),
        (
            "de",
            "½ h, ½ kg, 1/2 l, 1/4 l",
            "eine halbe Stunde, ein halbes Kilogramm, ein halber Liter, ein Viertel Liter",
        ),
        (
            "de",
            "Am 2. 3. 2021, am 4. 5. danach",
            "Am zweiten März zweitausend einundzwanzig, am vierten Mai danach",
        ),
        (
            "fr",
            "½ h, 1/4 l, 3/4 h, ½ t",
            "une demi-heure, un quart de litre, trois quarts d'heure, une demi-tonne",
        ),
        (
            "fr",
            "21 problèmes, 21 musées, 31 routes, 41 députés",
            "vingt et un problèmes, vingt et un musées, trente et une routes, quarante et un députés",
        ),
        (
            "fr",
            "loi n° 2016-1321, nos 7-12",
            "loi numéro deux mille seize mille trois cent vingt et un, numéros sept à douze",
        ),
        ("fr", "la Gal et le Gal Leclerc", "la Gal et le général Leclerc"),
        (
            "it",
            "la 3a volta, via Dante 3a casa, è 2° con 3 punti, oggi è 2° di notte",
            "la terza volta, via Dante tre a casa, è secondo con tre punti, oggi è due gradi di notte",
        ),
        ("it", "all'1.30 e all'1,5%", "all'una e trenta e all'uno virgola cinque per cento"),
        (
            "pt",
            "31 mil mulheres, 2 milhões de mulheres, 2.002 noites, 2 mil dias",
            "trinta e uma mil mulheres, dois milhões de mulheres, duas mil e duas noites, dois mil dias",
        ),
        ("es", "1 vez y 21 noches, 1 día y 1 h", "una vez y veintiuna noches, un día y una hora"),
        ("es", "ganó 2x1 y mide 3x4 m", "ganó dos a uno y mide tres por cuatro metros"),
        ("nl", "Het duurt zo 8-9 uur.", "Het duurt zo acht tot negen uur."),
        ("nl", "vr 8-12 uur", "vrijdag acht tot twaalf uur"),
        ("de", "Das „Hier und da“ nahm „das“, »so« ist es.", "Das “Hier und da” nahm “das,” “so” ist es."),
        ("de", "Er sagte: „Ja.“ Dann „nein“!", "Er sagte: “Ja.” Dann “nein!”"),
        ("fr", "Il dit « oui » et «non».", "Il dit “oui” et “non.”"),
        ("de", "etwa 45’000 Leute, 7 Km", "etwa fünfundvierzigtausend Leute, sieben Kilometer"),
        ("de", "5,1 Millionen, 1 Million", "fünf Komma eins Millionen, eine Million"),
        (
            "de",
            "1–4 Jahre, 1 bis 4 Jahre, von 1 bis 4",
            "ein bis vier Jahre, ein bis vier Jahre, von eins bis vier",
        ),
        (
            "de",
            "am 06.11.23, Version 10.12.15",
            "am sechsten November zweitausend dreiundzwanzig, Version zehn Punkt zwölf Punkt fünfzehn",
        ),
        (
            "fr",
            "le 06/11/98, 06/11/2023",
            "le six novembre mille neuf cent quatre-vingt-dix-huit, six novembre deux mille vingt-trois",
        ),
        (
            "de",
            "Maßstab 1:24, 1:50.000, um 1:24 Uhr, 6,7″ groß, 3x täglich, 1x",
            "Maßstab eins zu vierundzwanzig, eins zu fünfzigtausend, um ein Uhr vierundzwanzig, "
            "sechs Komma sieben Zoll groß, drei mal täglich, einmal",
        ),
        ("de", 'Er sagte: "Es sind 6,7" und ging.', "Er sagte: “Es sind sechs Komma sieben” und ging."),
        ("pt", "(PSDB-SE), Canal+ e 2 + 2, MAIS SE", "P S D B S E, Canal plus e dois mais dois, mais se"),
        ("es", "Según la LO 1/2004", "Según la L O uno dos mil cuatro"),
        ("es", "MÁS DE 5 CASAS", "MÁS de cinco CASAS"),
        ("it", "https://corto.to/2B5W qui, scala 1:24", "corto punto t o qui, scala uno a ventiquattro"),
        ("it", "Parte 01", "Parte zero uno"),
        ("es", "2x de altura, 1x", "dos veces de altura, una vez"),
        ("de", "§ 6 Abs. 1 S. 2, S. 2", "Paragraf sechs Absatz eins Satz zwei, Seite zwei"),
        (
            "de",
            "in 1 Stunde, vor 1 Jahr, über 1 Million",
            "in einer Stunde, vor einem Jahr, über eine Million",
        ),
        (
            "de",
            "bei –0,4 % und –5 °C, 3 –5 Tage",
            "bei minus null Komma vier Prozent und minus fünf Grad Celsius, drei bis fünf Tage",
        ),
        (
            "de",
            "H₂O und CO₂, 3:12 Min., um 3:12 Uhr",
            "H zwei O und CO zwei, drei Minuten zwölf Sekunden, um drei Uhr zwölf",
        ),
        (
            "fr",
            "la 1 000e fois, 81 filles, 81 fils",
            "la millième fois, quatre-vingt-une filles, quatre-vingt-un fils",
        ),
        (
            "fr",
            "art. 121-3, les articles 12-15",
            "article cent vingt et un trois, les articles douze à quinze",
        ),
        (
            "fr",
            "9s98, 9 s, 3min34s2",
            "neuf virgule quatre-vingt-dix-huit secondes, neuf secondes, "
            "trois minutes trente-quatre virgule deux secondes",
        ),
        (
            "it",
            "al 90', 10.00-13.30, 10,5-13,5 euro",
            "al novantesimo, dieci a tredici e trenta, dieci virgola cinque a tredici virgola cinque euro",
        ),
        ("es", "los 1.os puestos, las 2.as pruebas", "los primeros puestos, las segundas pruebas"),
        ("pt", "as 1ªs vagas, os 2ºs lugares", "as primeiras vagas, os segundos lugares"),
        ("nl", "in de gem. Ede, gem. 5 punten", "in de gemeente Ede, gemiddeld vijf punten"),
        (
            "nl",
            "2:19.41 uur, 2:19 uur",
            "twee uur negentien minuten eenenveertig seconden, twee uur negentien",
        ),
        (
            "de",
            "Er bleibt 1. Kassierer, sie blieb 2. Trainerin.",
            "Er bleibt erster Kassierer, sie blieb zweite Trainerin.",
        ),
        ("fr", "13001 Marseille et 21 tasses", "treize mille un Marseille et vingt et une tasses"),
        (
            "it",
            "è 2° vicesindaco, è 2° sotto zero, 3/4 della gente",
            "è secondo vicesindaco, è due gradi sotto zero, tre quarti della gente",
        ),
        ("it", "1 voce, 1 cane, 1 notte", "una voce, un cane, una notte"),
        ("nl", "1½ week, 1½ jaar, 1½ kopje", "anderhalve week, anderhalf jaar, anderhalf kopje"),
        ("es", "21 voces y 21 peces", "veintiuna voces y veintiún peces"),
        ("de", "Das ist das Ende.Es war gut.", "Das ist das Ende. Es war gut."),
    ],
)
def test_neighbours_that_decide(lang: str, written: str, said: str) -> None:
    assert spoken(written, lang) == said


@pytest.mark.parametrize("line", [line for line in NEAR if not line.startswith("#")])
def test_near_misses_are_told_apart(line: str) -> None:
    lang, written, said = line.split("\t")
    assert spoken(written, lang) == said


@pytest.mark.parametrize("cardinal", [german, french, spanish, italian, portuguese, dutch])
@given(n=st.integers(0, 999_999_999_999_999))
def test_every_number_has_words(cardinal, n: int) -> None:
    said = cardinal(n)
    assert said
    assert not any(c.isdigit() for c in said)
    assert said == " ".join(said.split())
