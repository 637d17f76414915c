"""Nine languages whose voices read plain numbers: the floor of their cases, and neighbours that decide."""

from __future__ import annotations

import pytest

from listen.speech import spoken
from tests.patience import grows_with_length_only
from tests.speech.european import cases
from tests.speech.others import SETS, right

CASES = list(cases(*SETS))


@pytest.mark.parametrize("lang", sorted({case[0] for case in CASES}))
def test_a_language_holds_its_floor(lang: str) -> None:
    judged = [(written, right(lang, written, said)) for of, _, written, said in CASES if of == lang]
    wrong = [written for written, ok in judged if not ok]
    assert len(judged) >= 20
    assert 1 - len(wrong) / len(judged) >= 0.95, wrong


@pytest.mark.parametrize(
    ("lang", "written", "said"),
    [
        ("ru", "Глава V, Пётр I, Екатерина II", "Глава 5, Пётр первый, Екатерина вторая"),
        ("ru", "г. Тверь в 2001 г.", "город Тверь в две тысячи первом году."),
        ("ru", "до 2000 г.", "до двухтысячного года."),
        ("ru", "Он прошёл 5 м и 12 м.", "Он прошёл пять метров и двенадцать метров."),
        ("ru", "у д. Иванова, д. 5", "у д. Иванова, дом 5"),
        (
            "ru",
            "11 руб., 111 км, 101 км",
            "одиннадцать рублей, сто одиннадцать километров, сто один километр",
        ),
        (
            "uk",
            "у 2001 р. та 5.05.2001",
            "у дві тисячі першому році та п'ятого травня дві тисячі першого року",
        ),
        (
            "pl",
            "21 zł, 24 km, w 2000 r.",
            "dwadzieścia jeden złotych, dwadzieścia cztery kilometry, w dwutysięcznym roku.",
        ),
        ("pl", "Tom II, Jan III, od lat 90.", "Tom 2, Jan trzeci, od lat dziewięćdziesiątych."),
        ("sv", "Del II, Gustav III, 1500 kr", "Del 2, Gustav den tredje, 1500 kronor"),
        ("tr", "5. sınıf ve 5. Ali", "beşinci sınıf ve 5. Ali"),
        ("tr", "40. yıl, 100. yıl", "kırkıncı yıl, yüzüncü yıl"),
        ("zh", "2024年、300年", "二零二四年, 300年"),
        ("ru", "с 1 по 3 июня, с 1 по 3 класс", "с первого по третье июня, с 1 по 3 класс"),
        ("pl", "12 os., os. Leśne, 5 proc.", "dwanaście osób, osiedle Leśne, pięć procent."),
        (
            "sv",
            "1939–1945, kl. 9.00–18.30",
            "nittonhundratrettionio till nittonhundrafyrtiofem, klockan 9 till 18 30",
        ),
        ("hi", "₹3 लाख करोड़, ₹3 लाख", "3 लाख करोड़ रुपये, 3 लाख रुपये"),
        ("zh", "2-3天、以2-2结束", "2到3天, 以2比2结束"),
        ("ja", "2-3日、2-2で引き分け、山田(火)", "2から3日, 2対2で引き分け, 山田 火"),
        (
            "pl",
            "28-04-2021, 4-5 dni",
            "dwudziestego ósmego kwietnia dwa tysiące dwudziestego pierwszego roku, 4 do 5 dni",
        ),
        (
            "ru",
            "1 ч. л. соли, 2 ст. л., 250−300 г",
            "одна чайная ложка соли, две столовые ложки, 250 триста граммов",
        ),
        ("ja", "10-15人、A-B", "10から15人, A-B"),
        (
            "ru",
            "начало XX в., в XXI веке, в XIX–XX вв., IV–V, +7 495 123-45-67, +5 000 000, C++",
            "начало двадцатого века, в двадцать первом веке, в девятнадцатом двадцатом веках, IV V, "
            "плюс 7 495 123 45 67, плюс 5000000, C + +",
        ),
        (
            "uk",
            "XIX–XX ст., у XXI столітті",
            "дев'ятнадцятого двадцятого століть, у двадцять першому столітті",
        ),
        (
            "pl",
            "początek XX w., w XIX–XX w., w 3. rundzie, w 3. etapie",
            "początek dwudziestego wieku, w dziewiętnastym dwudziestym wiekach, w trzeciej rundzie, "
            "w trzecim etapie",
        ),
        (
            "ru",
            "2−3 ч. л., 450−500 г, 1,5–2 км, 21 м3, Спутник V",
            "две три чайные ложки, 450 пятьсот граммов, одна целая пять десятых два километра, "
            "двадцать один кубический метр, Спутник V",
        ),
        ("pl", "Sputnik V, Jan V, 6 mld m3", "Sputnik V, Jan piąty, sześć miliardów metrów sześciennych"),
        ("sv", "på 90-talet, 95-talet", "på nittio talet, 95 talet"),
        ("hi", "15/08/1947, 15/8", "15 अगस्त 1947, 15/8"),
        ("ar", "و0.5% و90 كم/س و5 كم", "و 0 فاصلة 5 بالمئة و 90 كيلومتر في الساعة و 5 كيلومتر"),
        ("zh", "他说——好。2010—2015年", "他说 — 好. 二零一零到二零一五年"),
    ],
)
def test_neighbours_that_decide(lang: str, written: str, said: str) -> None:
    assert spoken(written, lang) == said


@pytest.mark.parametrize("lang", ["ja", "zh"])
@pytest.mark.parametrize("frame", ["〒", "-5", "(月)", "5年", "——", "$", "a/"])
def test_a_long_run_takes_linear_time(lang: str, frame: str) -> None:
    assert grows_with_length_only(lambda text: spoken(text, lang), frame * 20_000, 2)


@pytest.mark.parametrize(
    ("lang", "written", "said"),
    [
        (
            "ru",
            "1 минута, 11 минут, 21 год, 2 недели, 12 недель",
            "одна минута, 11 минут, 21 год, две недели, 12 недель",
        ),
        ("ru", "3/4 л, 1/2/3, § 5", "три четвёртых литра, 1/2/3, параграф 5"),
        ("pl", "1 minuta, 21 minut, 2 osoby, 2 domy", "jedna minuta, 21 minut, dwie osoby, 2 domy"),
        ("tr", "15.08.2024, 15.08, 8 km/sn", "15 Ağustos 2024, 15.08, saniyede 8 kilometre"),
        ("ar", "40° و 5°", "40 درجة و 5 درجات"),
        ("sv", "½ tsk, 3/4 l, kl 18:30, kl", "en halv tesked, tre fjärdedels liter, klockan 18 30, kl"),
    ],
)
def test_shares_and_the_gender_of_one_and_two(lang: str, written: str, said: str) -> None:
    assert spoken(written, lang) == said
