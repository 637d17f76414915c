"""Sentences of other languages by their own rules: own examples, " ¶ " between sentences."""

import pytest

from listen.segment import sentence_spans

EXAMPLES = [
    (
        "de",
        "Er kam am 12. Juni 2020. ¶ Um 8 Uhr ging Dr. Meier, z. B. mit Prof. Weiß, usw. ¶ Ludwig II. kam.",
    ),
    ("de", "„Was ist das?“, fragte er. ¶ „Gut.“ ¶ Dann ging er um 15 Uhr. ¶ Es waren ca. 3 Mio. Euro."),
    ("de-AT", "1. Mai bis 2. Juni ist frei. ¶ Am 3. Oktober auch."),
    ("de", "Es kam zum 100. Geburtstag. ¶ Er war 100. ¶ Die 500. Folge lief."),
    (
        "fr",
        "M. Dupont est arrivé à 10 h. ¶ Il a dit : « Bonjour ! » ¶ Puis Mme Martin, p. ex., a ri.",
    ),
    ("es", "El Sr. Pérez vive en EE. UU. desde 1990. ¶ ¿Por qué? ¶ ¡Quién sabe! ¶ La Sra. Gómez, no."),
    ("it", "Il sig. Rossi e la dott.ssa Bianchi, ecc. ¶ Sono partiti. ¶ Perché?"),
    ("pt-BR", "O Sr. Silva chegou. ¶ A Dra. Souza não. ¶ Por quê?"),
    ("nl", "Dhr. Jansen woont in Den Haag, d.w.z. in Nederland. ¶ Mevr. De Vries niet. ¶ Waarom?"),
    ("da", "Han kom den 5. maj 2020. ¶ Det var kl. 8 om morgenen. ¶ Hr. Hansen, f.eks., kom ikke."),
    ("sv", "Hon kom t.ex. kl. 8 på morgonen. ¶ Dr. Ek var där."),
    (
        "pl",
        "W 2020 r. podpisał ustawę. ¶ Dr hab. Jan Kowalski, ur. 12 maja 1960 r., był prof. UJ.",
    ),
    ("cs", "Přišel 12. května 2020. ¶ Např. pan Dr. Novák tu nebyl. ¶ Proč?"),
    ("ru", "В 1990 г. он уехал. ¶ Вернулся в 2000 г. ¶ Он умер. ¶ И. И. Иванов, т. е. отец, остался."),
    ("uk", "Він народився 1990 р. у Києві. ¶ Проф. Шевченко це знає."),
    ("el", "Το 2020 έγινε. ¶ Τι ώρα είναι; ¶ Δεν ξέρω."),
    ("tr", "Dr. Yılmaz 3. kattaydı. ¶ Nerede? ¶ Burada!"),
    ("ar", "يعيش د. أحمد في القاهرة. ¶ هل تعرفه؟ ¶ نعم! ¶ إنه صديقي."),
    ("fa", "او آمد. ¶ آیا می‌دانید؟ ¶ بله."),
    ("ur", "وہ آیا۔ ¶ کیا حال ہے؟ ¶ ٹھیک ہوں۔"),
    ("hi", "हम जाते हैं। ¶ डॉ. सिंह यहाँ हैं। ¶ क्या आप आएँगे?"),
    ("hy", "Ի՞նչ ես մտածում։ ¶ Ոչինչ։"),
    ("am", "ሰላም ነው። ¶ እንዴት ነህ፧ ¶ ደህና ነኝ።"),
    ("my", "နေကောင်းလား။ ¶ ကောင်းပါတယ်။"),
    ("km", "សួស្តី។ ¶ អ្នកសុខសប្បាយទេ?"),
    ("ko", "안녕하세요. ¶ 저는 김입니다. ¶ 잘 지내세요? ¶ 네!"),
]
"""(language, text): a space stands between its sentences."""

UNSPACED = [
    ("zh", "你好!¶我是小明。¶你呢？"),
    ("zh-Hant", "「你好嗎？」他問。¶我說：「好。」¶然後走了。"),
    ("zh", "我们去看《摔跤吧！爸爸》好吗？¶好！"),
    ("ja", "「行きます。」と彼は言った。¶そして去った。"),
    ("ja", "３．５％増えた。¶なぜ？¶わからない。"),
    ("ur", "وہ آیا۔¶وہ گیا۔"),
]


@pytest.mark.parametrize(
    ("lang", "marked", "mark"), [(*e, " ¶ ") for e in EXAMPLES] + [(*e, "¶") for e in UNSPACED]
)
def test_languages(lang: str, marked: str, mark: str) -> None:
    expected = marked.split(mark)
    text = marked.replace(mark, mark.strip("¶")[:1])
    assert [text[start:end] for start, end in sentence_spans(text, lang)] == expected


def test_tags_of_both_standards_name_one_language() -> None:
    text = "Am 12. Juni, z. B. mit Prof. Weiß, kam er. Gut."
    assert (
        len({tuple(sentence_spans(text, tag)) for tag in ("de", "de-DE", "de_CH", "DE", "deu", "ger")}) == 1
    )
