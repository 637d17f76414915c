"""Days as people write them in other scripts, calendars and orders; and numbers that are none."""

# ruff: noqa: E501 - tables of cases read best with one case a line

from __future__ import annotations

import pytest

from listen.clean.dom.tree import parse
from listen.clean.dom.walk import walk
from listen.clean.metadata.gather import gather
from listen.clean.metadata.written_dates import in_text


@pytest.mark.parametrize(
    "months",
    [
        "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
        "január február március április május június július augusztus szeptember október november december",
        "януари февруари март април май юни юли август септември октомври ноември декември",
        "जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
        "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר",
        "בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר",
    ],
)
def test_months_of_a_language(months: str) -> None:
    for number, name in enumerate(months.split(), 1):
        assert in_text(f"14 {name} 2021") == f"2021-{number:02d}-14", name


def test_months_of_the_buddhist_calendar() -> None:
    months = "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม"
    for number, name in enumerate(months.split(), 1):
        assert in_text(f"14 {name} 2564") == f"2021-{number:02d}-14", name
        assert in_text(f"14 {name} พ.ศ. 2564") == f"2021-{number:02d}-14", name
        assert in_text(f"14 {name} 2021") == f"2021-{number:02d}-14", name


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("26. 6. 2023", "2023-06-26"),
        ("2023. 06. 26.", "2023-06-26"),
        ("2023. 6. 26 14:02", "2023-06-26"),
        ("2023. június 26.", "2023-06-26"),
        ("1er juin 2023", "2023-06-01"),
        ("27 de novembre del 2017", "2017-11-27"),
        ("3 d'abril de 2019", "2019-04-03"),
        ("令和5年6月26日", "2023-06-26"),
        ("令和元年6月26日", "2019-06-26"),
        ("平成30年12月3日", "2018-12-03"),
        ("٢٣ مايو ٢٠٢٣", "2023-05-23"),
        ("२६ जून २०२३", "2023-06-26"),
        ("๑๔ มีนาคม ๒๕๖๔", "2021-03-14"),
        ("２０２３年６月２６日", "2023-06-26"),
        ("۱۴۰۲/۰۴/۰۵", None),  # of the Persian calendar
        ("Kapitel 26. 6. 20231", None),
        ("1.26. 6. 2023", None),  # a number of a section
        ("2566 14 pieces", None),
        ("昭和5年6月26日", None),
    ],
)
def test_days(text: str, day: str | None) -> None:
    assert in_text(text) == day


STORY = "".join(
    f"<p>In the spring of {1902 + n} the weaver carried her loom across the frozen lake, and the ice sang below her so "
    "loudly that the dogs on the far shore began to answer, and did not stop before the evening had come and gone.</p>"
    for n in range(6)
)


@pytest.mark.parametrize(
    ("value", "day"),
    [("1687776000", "2023-06-26"), ("1687776000000", "2023-06-26"), ("16877760", ""), ("2687776000", ""), ("1687776000123456", "")],
)  # fmt: skip
def test_a_field_in_seconds(value: str, day: str) -> None:
    root = parse(
        f"<html lang=en><head><meta property=article:published_time content={value}></head><body><h1>The loom</h1>{STORY}</body></html>"
    )
    assert (gather(root, "https://weaver.example/loom", walk(root)).published or "")[:10] == day


@pytest.mark.parametrize(
    "word", ["Received", "Accepted", "Eingegangen", "Angenommen", "Reçu", "Accepté", "Recibido", "Aceptado"]
)
def test_the_day_on_which_a_paper_came_in_is_not_that_of_its_publication(word: str) -> None:
    lines = f"<p class=a>{word}: 3 June 2022</p><p class=b>%s 2 January 2023</p>"
    for label, day in (("Published:", "2023-01-02"), ("Received:", "")):
        root = parse(f"<html lang=en><body><h1>The loom</h1>{lines % label}{STORY}</body></html>")
        assert (gather(root, "https://weaver.example/loom", walk(root)).published or "")[:10] == day


@pytest.mark.parametrize(
    "change",
    ["Letzte Änderung 14.02.2019", "Geändert am 14.02.2019", "Sist endret 14.02.2019", "Senast ändrad 2019-02-14", "Naposledy změněno 14.02.2019", "Ostatnia zmiana 14.02.2019", "Módosítva: 2019. 02. 14."],
)  # fmt: skip
def test_the_day_of_a_change_far_below_is_none_of_publication(change: str) -> None:
    for line, day in ((change, ""), ("Veröffentlicht am 14.02.2019", "2019-02-14")):
        root = parse(
            f"<html lang=de><body><h1>Der Webstuhl</h1>{STORY * 2}<p class=x>{line}</p></body></html>"
        )
        assert (gather(root, "https://weaver.example/loom", walk(root)).published or "")[:10] == day


def test_days_of_several_other_stories_are_none_of_this_one() -> None:
    card = "<div class=card><h3><a href=/{0}>Story {0}</a></h3><p>{0}. Juni 2022</p></div>"
    for cards, day in (((22, 20, 8, 17), ""), ((), "")):
        others = "".join(card.format(n) for n in cards)
        root = parse(
            f"<html lang=de><body><h1>Der Webstuhl</h1><p>Ein Wort dazu.</p><h2>Mehr</h2><p>Noch ein Wort.</p><h2>Weiter</h2><p>Und ein drittes.</p><h2>Neues</h2>{others}</body></html>"
        )
        assert (gather(root, "https://weaver.example/loom", walk(root)).published or "")[:10] == day


def test_a_comma_behind_the_day() -> None:
    line = "<div class=meta><span>Managua</span> <span>26, Abril, 2022</span></div>"
    root = parse(f"<html lang=es><body>{line}<h1>El telar</h1>{STORY}</body></html>")
    assert (gather(root, "https://weaver.example/loom", walk(root)).published or "")[:10] == "2022-04-26"


def test_a_day_in_another_story_s_link() -> None:
    link = "<a href=/b>{} <time datetime=2026-03-05>Mar 5, 2026</time></a>"
    for text, day in (
        ("A bell rings in the fog over the harbour", ""),
        ("Posted", "2026-03-05"),
        ("", "2026-03-05"),
    ):
        root = parse(
            f"<html lang=en><body><h1>The loom</h1>{STORY}<div>{link.format(text)}</div></body></html>"
        )
        assert (gather(root, "https://weaver.example/loom", walk(root)).published or "")[:10] == day


@pytest.mark.parametrize(
    ("value", "day"),
    [("20210503", "2021-05-03"), ("20210503T101500Z", "2021-05-03"), ("20211503", ""), ("99210503", "")],
)
def test_a_field_in_eight_figures(value: str, day: str) -> None:
    root = parse(
        f"<html lang=en><head><meta name=publish-date content={value}></head><body><h1>The loom</h1>{STORY}</body></html>"
    )
    assert (gather(root, "https://weaver.example/loom", walk(root)).published or "")[:10] == day
