"""Scripts without capitals, and without spaces between words: no rule for labels may take them for one."""

import pytest

from listen.clean.dom.text import word_count
from listen.clean.formats.web_page import clean_page
from listen.clean.furniture.wording import shouted


@pytest.mark.parametrize(
    ("lang", "first", "second", "third"),
    [
        (
            "ja",
            "NHKとWHOは日曜日、港のパン屋が今年の大賞を受けたと伝えた。",
            "賞金は町が出した。",
            "店主は三年をかけて準備した。",
        ),
        (
            "zh",
            "联合国WHO和NATO的代表一日表示，港口渡轮获得今年的大奖。",
            "渡轮明年春天继续航行。",
            "工程师测量了码头。",
        ),
        (
            "ko",
            "WHO와 KBS는 일요일 부두의 배가 올해의 대상을 받았다고 밝혔다.",
            "상금은 시가 냈다.",
            "선장은 기뻐했다.",
        ),
        (
            "ar",
            "أعلنت منظمة WHO يوم الأحد أن العبارة فازت بالجائزة الكبرى لهذا العام.",
            "وقال القبطان إنه سعيد.",
            "وستبحر العبارة في الربيع.",
        ),
        (
            "he",
            "ארגון WHO הודיע ביום ראשון כי המעבורת זכתה בפרס הגדול של השנה.",
            "הקברניט שמח מאוד.",
            "המעבורת תפליג באביב.",
        ),
        (
            "hi",
            "WHO ने रविवार को कहा कि इस नाव को इस साल का बड़ा पुरस्कार मिला है।",
            "कप्तान बहुत खुश था।",
            "नाव वसंत में चलेगी।",
        ),
        ("th", "องค์การ WHO กล่าวเมื่อวันอาทิตย์ว่าเรือข้ามฟากได้รับรางวัลใหญ่ประจำปีนี้", "กัปตันดีใจมาก", "เรือจะออกในฤดูใบไม้ผลิ"),
    ],
)
def test_a_sentence_with_an_acronym_is_no_label(lang: str, first: str, second: str, third: str) -> None:
    body = "".join(f"<p>{text}</p>" for text in (first, second * 4, third * 4))
    page = clean_page(
        f"<html lang={lang}><title>港</title><body><article><h1>港</h1>{body}</article></body></html>"
    )
    assert page.article.blocks[0].text == first


@pytest.mark.parametrize(
    ("text", "yes"),
    [
        ("BREAKING NEWS", True),
        ("MEHR ZUM THEMA", True),
        ("СМОТРИТЕ ТАКЖЕ", True),
        ("NHKの番組", False),
        ("Breaking News", False),
        ("2026", False),
    ],
)
def test_capitals_are_those_of_most_letters(text: str, yes: bool) -> None:
    assert shouted(text) is yes


@pytest.mark.parametrize(
    "text",
    ["港口渡轮获得今年的大奖", "パン屋が今年の大賞を受けた", "เรือข้ามฟากได้รับรางวัล", "ເຮືອຂ້າມຟາກ", "សាឡាង"],
)
def test_words_are_counted_where_nothing_parts_them(text: str) -> None:
    assert word_count(text) >= 3
