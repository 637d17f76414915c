"""Dates, sums, times and short forms of other languages; everything else is left to the engine."""

import pytest

from listen.speech import spoken


@pytest.mark.parametrize(
    ("lang", "written", "said"),
    [
        (
            "de",
            "Am 3. Mai 2024 stieg er um 12,5 %.",
            "Am dritten Mai zweitausend vierundzwanzig stieg er um zwölf Komma fünf Prozent.",
        ),
        ("de", "Nr. 1234567, in den 1990ern", "Nummer 1234567, in den neunzehn hundert neunzigern"),
        ("de", "der 3. Platz", "der dritte Platz"),
        ("de", "um 14:30 Uhr", "um vierzehn Uhr dreißig"),
        ("de-AT", "1.234,56 €", "tausend zweihundert vierunddreißig Euro sechsundfünfzig"),
        ("de", "im 19. Jahrhundert", "im neunzehnten Jahrhundert"),
        ("de", "Er ist 42. Danach ging er.", "Er ist zweiundvierzig. Danach ging er."),
        ("de", "z. B. 3 Mio. Euro", "zum Beispiel drei Millionen Euro"),
        ("de", "Das war 1999.", "Das war neunzehn hundert neunundneunzig."),
        ("de", "die 1960er-Jahre, 3,50 Euro", "die neunzehn hundert sechziger Jahre, drei Euro fünfzig"),
        ("de", "90.000 bis 2.101.021", "neunzigtausend bis zwei Millionen hundert eintausend einundzwanzig"),
        ("fr", "Le 1er mai, à 14h30", "Le premier mai, à quatorze heures trente"),
        (
            "fr",
            "12,5 % de 1 234,56 €",
            "douze virgule cinq pour cent de mille deux cent trente-quatre euros cinquante-six",
        ),
        (
            "fr",
            "4 500 euros, 80, 71, 281",
            "quatre mille cinq cents euros, quatre-vingts, soixante et onze, deux cent quatre-vingt-un",
        ),
        ("fr", "M. Dupont, au XXIe siècle", "monsieur Dupont, au vingt-et-unième siècle"),
        ("es", "El 3 de mayo de 2024", "El tres de mayo de dos mil veinticuatro"),
        (
            "es",
            "EE. UU. pagó 1.234,56 €",
            "Estados Unidos pagó mil doscientos treinta y cuatro euros con cincuenta y seis",
        ),
        ("es", "la 3.ª vez", "la tercera vez"),
        ("pt", "R$ 5 milhões", "cinco milhões de reais"),
        ("pt-BR", "12,5% dos EUA", "doze vírgula cinco por cento dos Estados Unidos"),
        ("it", "il 1º maggio alle 14.30", "il primo maggio alle quattordici e trenta"),
        ("it", "3 mln di euro", "tre milioni di euro"),
        ("nl", "om 14.30 uur, bijv. op 3 mei", "om veertien uur dertig, bijvoorbeeld op drie mei"),
        ("nl", "de 21ste eeuw kost € 5 mln", "de eenentwintigste eeuw kost vijf miljoen euro"),
        ("pl", "wzrosło o 12,5% w 2024", "wzrosło o 12 przecinek 5 procent w 2024"),
        ("ja", "2024年5月3日、上昇した。", "2024年5月3日, 上昇した."),
        ("hi", "हिन्दी में", "हिन्दी में"),
        # A figure's separators and signs are its own, among letters too; no sign of money is lost.
        ("ja", "午後2:30、価格は1,234円で12.5", "午後2時30分, 価格は1,234円で12.5"),
        ("zh", "下午2:30，价格为1,234.56元。", "下午2点30分, 价格为1,234.56元."),
        ("zh", "2024年下午2:30。第3版,2024年", "二零二四年下午2点30分. 第3版, 二零二四年"),
        ("ru", "14,56 ₽ и ₽5", "четырнадцать рублей пятьдесят шесть копеек и пять рублей"),
        ("uk", "14,56 ₴, 5 ₸", "чотирнадцять гривень п'ятдесят шість копійок, 5 ₸"),
        ("sv", "−5 °C, 5 ‰", "minus 5 grader, 5 ‰"),
        ("tr", "2024'te, 14.30'da", "iki bin yirmi dörtte, on dört otuzda"),
    ],
)
def test_other_languages(lang: str, written: str, said: str) -> None:
    assert spoken(written, lang) == said
