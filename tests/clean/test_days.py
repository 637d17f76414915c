"""The day of publication, by each kind of evidence for it, and what is only like that evidence."""

# ruff: noqa: E501 - tables of cases read best with one case a line

import pytest

from listen.clean.dom.tree import parse
from listen.clean.dom.walk import walk
from listen.clean.metadata.gather import gather
from listen.clean.metadata.publication_date import order_of
from listen.clean.metadata.written_dates import find


def day(html: str, url: str = "https://quay.example/story", lang: str = "") -> str | None:
    root = parse(f"<html{f' lang={lang}' if lang else ''}>{html}</html>")
    published = gather(root, url, walk(root)).published
    return published and published[:10]


TOLD = "The boats came in at dawn, and nobody on the quay spoke of what they had seen out there. " * 3
PROSE = f"<p>{TOLD}</p>" * 3
STATED = "<meta property=article:published_time content=%s>"
LINKED = (
    '<script type=application/ld+json>{"@type":"NewsArticle","headline":"A","datePublished":"%s"}</script>'
)

ADDRESSES: dict[str, tuple[str, str, str | None]] = {
    "data of the day the site was moved": (STATED % "2021-06-17" + f"<h1>A</h1>{PROSE}", "/2017/7/12/a", "2017-07-12"),
    "the day of another story beside it": (f"<h1>A</h1>{PROSE}<ul><li>The net, 1.10.2021 - 00:01</li></ul>", "/2021/10/20/a/", "2021-10-20"),
    "the same day, with its hour": (STATED % "2021-10-20T08:00:00+02:00" + f"<h1>A</h1>{PROSE}", "/2021/10/20/a/", "2021-10-20"),
    "data and print agree on another": (STATED % "2021-10-21" + f"<h1>A</h1><p>21 October 2021</p>{PROSE}", "/2021/10/20/a/", "2021-10-21"),
    "linked data and a line below agree on another": (LINKED % "2021-10-21" + f"<h1>A</h1>{PROSE}<p>Published 21 October 2021</p>", "/2021/10/20/a/", "2021-10-21"),
    "a day at the end": (f"<h1>A</h1>{PROSE}", "/news/29-10-2021", "2021-10-29"),
    "no day at the end": (f"<h1>A</h1>{PROSE}", "/news/29-13-2021", None),
    "a version": (STATED % "2024-05-03" + f"<h1>A</h1>{PROSE}", "/t/2024-4-4-is-out/72", "2024-05-03"),
    "of two days below, that in the address's month": (f"<h1>A</h1><p>Out: 14.08.2017</p>{PROSE}<p>Posted 9.9.2017</p>".replace(PROSE, "<p class=d>9. September 2017</p>" + PROSE), "/2017/09/a.html", "2017-09-09"),
    "of two days below, neither in the address's month": (f"<h1>A</h1><p>3 May 2017</p><div class=d>9 June 2017</div>{PROSE}", "/2018/09/a.html", "2017-05-03"),
}  # fmt: skip


@pytest.mark.parametrize("name", ADDRESSES)
def test_days_and_addresses(name: str) -> None:
    html, path, expected = ADDRESSES[name]
    assert day(html, f"https://quay.example{path}") == expected


LINES: dict[str, tuple[str, str, str | None]] = {
    "between bars": ("3. August 2015 · Filed under Hafen und Leute an der Küste und sonst wo", "de", "2015-08-03"),
    "between bars, with buttons": ("⋅ November 22, 2011 ⋅ Email this post ⋅ print this page now ⋅ and leave a word", "en", "2011-11-22"),
    "a part that says more": ("seen on 3 May 2015 by many · filed under boats and nets and people of the quay", "en", None),
    "a part that is a period": ("2 May 2015 - 3 June 2015 · open on all of the days of the week, come and see", "en", None),
    "as of": ("Stand - 12.11.2021 (unverändert gültig seit heute früh um acht)", "de", "2021-11-12"),
    "as of, in English": ("As of: 12 November 2021, and unchanged since early this very morning", "en", "2021-11-12"),
    "the state of things": ("Der Stand der Boote war am 12.11.2021 noch unverändert hoch, sagt der Wirt", "de", None),
    "date and author and source": ("Datum: 19.11.2021 Autor: und wer sonst noch dabei war, auch das ist gesagt", "de", "2021-11-19"),
    "date of a stay": ("DATE: 2025-12-12 - 2025-12-17", "en", None),
    "a weekday in small letters, and the hour": ("miércoles, 4 de mayo de 2022 07:59 hs", "es", "2022-05-04"),
    "another weekday": ("woensdag 4 mei 2022 om 7 uur", "nl", "2022-05-04"),
    "words in small letters": ("barcas, 4 de mayo de 2022 llegan tarde", "es", None),
    "when it takes place": ("Termin: 21.02.2020, 19 Uhr", "de", None),
    "when it takes place, in English": ("When: 21 February 2020, 7 pm", "en", None),
    "who joined when": ("Registriert: 18.09.2008, 05:56", "de", None),
    "who joined when, in French": ("Inscrit le : 18 septembre 2008", "fr", None),
    "glued to the name": ("Tanja Karlsen3.11.2023", "de", "2023-11-03"),
    "glued to the name, in words": ("Tanja Karlsen3. November 2023", "de", "2023-11-03"),
    "no day behind a letter": ("Model B3.11.2023", "de", None),
}  # fmt: skip


@pytest.mark.parametrize("name", LINES)
def test_lines_with_a_day(name: str) -> None:
    line, lang, expected = LINES[name]
    assert day(f"<h1>A</h1><p>{line}</p>{PROSE}", lang=lang) == expected


def test_a_quoted_post_has_its_own_day() -> None:
    post = "<blockquote><p>Posted by The Quay on Monday, February 7, 2022</p></blockquote>"
    assert day(f"<h1>A</h1>{post}{PROSE}") is None
    assert day(f"<p class=d>February 4, 2022</p><h1>A</h1>{post}{PROSE}") == "2022-02-04"
    assert day(f"<h1>A</h1><p>Posted by Ann Lee on Monday, February 7, 2022</p>{PROSE}") == "2022-02-07"


def test_of_several_days_below_the_story_the_one_that_is_said_to_be_its_own() -> None:
    notes = "<div class=a>Fair of 30.11.2021</div><div class=b>Fair and market 2.12.2021</div>"
    assert day(f"<h1>A</h1>{PROSE * 4}{notes}<div class=c>Datum: 19.11.2021</div>", lang="de") == "2021-11-19"
    assert day(f"<h1>A</h1>{PROSE * 4}{notes}<div class=c>19.11.2021</div>", lang="de") is None


BEGINNINGS: dict[str, tuple[str, str | None]] = {
    "a day and a dash": ("27.1.2022 - ", "2022-01-27"),
    "a day and a full stop": ("31. Oktober 2023. ", "2023-10-31"),
    "a day and a quotation": ("01.02.2022 „Der Hafen ist gut“, ", "2022-02-01"),
    "what it is, and of when": ("Pressemitteilung vom 25. Januar 2022 | Bremen – ", "2022-01-25"),
    "the place": ("Bremen, den 25. Januar 2022 – ", "2022-01-25"),
    "the place and the agency": ("BREMEN, January 25, 2022 (SEAWIRE) -- ", "2022-01-25"),
    "the place in brackets": ("(Bremen, 25.01.2022) ", "2022-01-25"),
    **{
        f"what it is: {what}": (f"{what} 25.01.2022 | ", "2022-01-25")
        for what in (
            "Pressemeldung vom", "Presseinformation vom", "Medienmitteilung vom", "Press release of", "Communiqué du",
            "Communiqué de presse du", "Comunicado del", "Comunicado de prensa:", "Comunicato stampa:", "Persbericht van",
        )
    },
    "something else of that day": ("Pressekonferenz vom 25.01.2022 | ", None),
    "a sentence": ("Am 25. Januar 2022 kamen die Boote, ", None),
    "a sentence that a weekday begins": ("On Monday, January 25, 2022 – the day of the gale – ", None),
    "a sentence that the day begins": ("January 25, 2022 was a day of gales. ", None),
    "a day further on": ("Die Boote kamen. 25. Januar 2022 – ", None),
}  # fmt: skip


@pytest.mark.parametrize("name", BEGINNINGS)
def test_the_day_that_a_story_begins_with(name: str) -> None:
    beginning, expected = BEGINNINGS[name]
    assert day(f"<h1>A</h1><p>{beginning}{TOLD}</p>{PROSE}", lang="de") == expected
    assert day(f"<h1>A</h1>{PROSE}<p>{beginning}{TOLD}</p>", lang="de") is None


def test_a_line_with_the_hour_is_by_its_readers_clock() -> None:
    stated = STATED % "2022-05-04T03:37:37+00:00"
    assert day(f"{stated}<h1>A</h1><p>3 May 2022, 11:37 pm</p>{PROSE}") == "2022-05-03"
    assert day(f"{stated}<h1>A</h1><p>3 May 2022</p>{PROSE}") == "2022-05-04"


def test_numbers_of_the_data_are_in_the_order_that_readers_see() -> None:
    stated = "<meta name=date content='11/01/2023 12:43:42'>"
    assert day(f"{stated}<h1>A</h1><p>Erstellt am: 01.11.2023</p>{PROSE}", lang="de") == "2023-11-01"
    assert day(f"{stated}<h1>A</h1><p>Erstellt am: 11.01.2023</p>{PROSE}", lang="de") == "2023-01-11"
    assert day(f"{stated}<h1>A</h1>{PROSE}", lang="de") == "2023-01-11"


@pytest.mark.parametrize(
    ("lang", "url", "order"),
    [
        ("", "https://quay.de/a", "de"),
        ("", "https://quay.co.uk/a", "en-GB"),
        *(
            ("", f"https://quay.{c}/a", "en-GB")
            for c in ("uk", "ie", "au", "nz", "in", "za", "sg", "my", "hk")
        ),
        *(("", f"https://quay.{c}/a", "en-GB") for c in ("ke", "ng", "gh", "pk", "lk", "mt", "eu")),
        ("", "https://quay.com/a", "en"),
        ("en", "https://quay.de/a", "en-GB"),
        ("fr", "https://quay.de/a", "fr"),
        ("en-US", "https://quay.com/a", "en-US"),
    ],
)
def test_a_page_without_a_language_is_read_in_its_country_s_order(lang: str, url: str, order: str) -> None:
    assert order_of(lang, url) == order


def test_a_short_year_between_points_is_a_day_in_its_country() -> None:
    assert day(f"<h1>A</h1><p>23.09.22</p>{PROSE}", "https://quay.de/a") == "2022-09-23"
    assert day(f"<h1>A</h1><p>23.09.22</p>{PROSE}", "https://quay.com/a") is None


@pytest.mark.parametrize(
    "name", ["dcterms.issued", "dcterms.date", "publication_date", "pub_date", "og:pubdate", "shareaholic:article_published_time"]
)  # fmt: skip
def test_what_fields_of_the_day_are_called(name: str) -> None:
    assert day(f"<meta name={name} content=2014-03-17><h1>A</h1>{PROSE}") == "2014-03-17"
    assert day(f"<meta name={name}-of-birth content=2014-03-17><h1>A</h1>{PROSE}") is None


@pytest.mark.parametrize(
    "label",
    [
        "registered: ", "registriert: ", "Mitglied seit ", "Dabei seit ", "Beigetreten: ", "Anmeldedatum: ", "Inscrite le ", "Membre depuis ",
        "Registrado: ", "Registrada: ", "Miembro desde ", "Iscritto: ", "Iscritta: ", "Membro dal ", "Geregistreerd: ", "Lid sinds ",
        "Termin: ", "Wann: ", "Beginn: ", "Veranstaltung: ", "When: ", "Event: ", "Event date: ", "Start: ",
        "Starts: ", "Begins: ", "Quand : ", "Cuándo: ", "Quando: ", "Wanneer: ",
    ],
)  # fmt: skip
def test_what_a_line_says_before_the_day_of_something_else(label: str) -> None:
    assert day(f"<h1>A</h1><p>{label}3.5.2019</p>{PROSE}", lang="de") is None
    assert day(f"<h1>A</h1><p>3.5.2019</p><p>{label}</p>{PROSE}", lang="de") == "2019-05-03"


@pytest.mark.parametrize(
    "label", ["Stand: ", "Stand: vom ", "As of ", "As at: ", "Status: ", "État au ", "Date : ", "Date: du ", "Data: ", "Fecha: ", "Дата: ", "日期: "]
)  # fmt: skip
def test_what_a_line_says_before_the_day_it_is_of(label: str) -> None:
    rest = " and that is all there is to say of when it was"
    assert day(f"<h1>A</h1><p>{label}13.5.2019{rest}</p>{PROSE}", lang="fr") == "2019-05-13"
    assert day(f"<h1>A</h1><p>{label} boats of the quay 13.5.2019{rest}</p>{PROSE}", lang="fr") is None


@pytest.mark.parametrize(
    "weekdays",
    [
        "lunes martes miércoles jueves viernes sábado domingo",
        "lundi mardi mercredi jeudi vendredi samedi dimanche",
        "lunedì martedì mercoledì giovedì venerdì sabato domenica",
        "segunda terça-feira quarta quinta sexta-feira",
        "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
        "måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag",
    ],
)
def test_weekdays_in_small_letters(weekdays: str) -> None:
    for weekday in weekdays.split():
        assert day(f"<h1>A</h1><p>{weekday} 13.5.2019 7 hs</p>{PROSE}", lang="es") == "2019-05-13"
        assert day(f"<h1>A</h1><p>{weekday}es bonitos 13.5.2019</p>{PROSE}", lang="es") is None


def test_days_that_are_glued_to_a_name() -> None:
    assert find("Tanja Karlsen3.11.2023", "de") == ("2023-11-03", 13, 22)
    assert find("v3.11.2023", "de") is None
