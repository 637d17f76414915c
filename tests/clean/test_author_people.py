"""People whom pages name: by given names, in lists with degrees and offices, in notes, as owners; and who is none."""

# ruff: noqa: E501 - tables of cases read best with one case a line

from __future__ import annotations

import pytest

from listen.clean.dom.tree import parse
from listen.clean.dom.walk import walk
from listen.clean.metadata.authors.given_names import GIVEN, begins_with_given
from listen.clean.metadata.authors.name_lists import people
from listen.clean.metadata.authors.person_names import is_person
from listen.clean.metadata.gather import gather

STORY = "".join(
    f"<p>In the spring of {1902 + n} the weaver carried her loom across the frozen lake, and the ice sang below her so "
    "loudly that the dogs on the far shore began to answer, and did not stop before the evening had come and gone.</p>"
    for n in range(6)
)


def byline(
    body: str, head: str = "<title>The loom</title>", url: str = "https://weaver.example/loom"
) -> str | None:
    root = parse(f"<html lang=en><head>{head}</head><body>{body}</body></html>")
    return gather(root, url, walk(root)).byline


@pytest.mark.slow
def test_each_given_name_tells_a_person_under_the_headline() -> None:
    page = f"<article><h1>The loom</h1><p class=x>%s Harrow</p>{STORY}</article>"
    missed = [name for name in sorted(GIVEN) if byline(page % name.title()) != f"{name.title()} Harrow"]
    assert not missed


@pytest.mark.parametrize(
    "words",
    ["Paris Match", "Local Sports", "April Fools", "Hope Valley", "Green Tea", "Lake District", "Virginia Beach", "Summer Reading", "San Marino", "Marina Bay", "Milan Fashion", "Chelsea Market"],
)  # fmt: skip
def test_places_and_sections_under_the_headline_are_nobody(words: str) -> None:
    assert not begins_with_given(words)
    assert byline(f"<article><h1>The loom</h1><p class=x>{words}</p>{STORY}</article>") is None


def test_a_person_of_whom_the_page_tells_is_not_its_author() -> None:
    story = STORY.replace("the weaver", "Anna Harrow")
    assert byline(f"<article><h1>The loom</h1><p>Anna Harrow</p>{story}</article>") is None
    assert byline(f"<article><h1>Harrow's loom</h1><p>Anna Harrow</p>{STORY}</article>") is None
    assert (
        byline(f"<article><h1>The loom</h1><ul><li>Anna Harrow</li></ul>{STORY}</article>") is None
    )  # a topic


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        ("Ann Lee and Bo Roe", ["Ann Lee", "Bo Roe"]),
        ("Ann Lee, Bo Roe, and Ida Marsh", ["Ann Lee", "Bo Roe", "Ida Marsh"]),
        ("Ann Lee & Bo Roe", ["Ann Lee", "Bo Roe"]),
        ("Ann Lee; Bo Roe", ["Ann Lee", "Bo Roe"]),
        ("Ann Lee und Bo Roe", ["Ann Lee", "Bo Roe"]),
        ("Ann Lee et Bo Roe", ["Ann Lee", "Bo Roe"]),
        ("Ann Lee y Bo Roe", ["Ann Lee", "Bo Roe"]),
        ("Ann Lee e Bo Roe", ["Ann Lee", "Bo Roe"]),
        ("Ann Lee og Bo Roe", ["Ann Lee", "Bo Roe"]),
        ("Ann Lee och Bo Roe", ["Ann Lee", "Bo Roe"]),
        ("Ann Lee en Bo Roe", ["Ann Lee", "Bo Roe"]),
        ("Ann Lee, harbour master", ["Ann Lee"]),
        ("Ann Lee, head of the pilots, and Anna Roe", ["Ann Lee", "Anna Roe"]),
        ("Ann Lee, Modern Farmer", ["Ann Lee"]),
        ("Ann Lee, Associated Press", ["Ann Lee"]),
        ("Ann Lee, Chief Marketing Officer", ["Ann Lee"]),
        ("the pilots and Ann Lee", []),
        ("Boats and Ferries", []),
        ("Staff Writer", []),
    ],
)  # fmt: skip
def test_lists_of_people(listed: str, names: list[str]) -> None:
    assert people(listed) == names


@pytest.mark.parametrize(
    "degree",
    ["MD", "M.D.", "DO", "DDS", "DMD", "DVM", "VMD", "DC", "DPT", "DSc", "PhD", "Ph.D.", "EdD", "PsyD", "JD", "LLM", "LLB", "MBA", "MPH", "MA", "MS", "MSc", "MEd",
     "BA", "BS", "BSc", "RN", "RD", "RDN", "NP", "LD", "PT", "LVT", "VTS (Behavior)", "BSN", "MSN", "APRN", "FNP", "LCSW", "LMFT", "LPC", "LMT", "CNM", "CDN", "CDCES",
     "CSCS", "CPT", "CPA", "CFP", "CFA", "CISSP", "PMP", "FAND", "FOMA", "FACP", "FAAP", "DABOM", "DACVB", "RYT", "E-RYT 200", "Esq.", "Jr.", "Sr.", "II", "III", "IV", "M.D. FACLM"],
)  # fmt: skip
def test_degrees_stay_with_the_name(degree: str) -> None:
    assert is_person(f"Ann Lee, {degree}")
    assert people(f"Ann Lee, {degree}, and Bo Roe") == [f"Ann Lee, {degree}", "Bo Roe"]
    assert byline(f"<h1>The loom</h1><p>Ann Lee, {degree}</p>{STORY}") == f"Ann Lee, {degree}"


@pytest.mark.parametrize("place", ["NDR", "BBC", "Boston", "dpa"])
def test_an_agency_or_a_place_is_no_degree(place: str) -> None:
    assert people(f"Ann Lee, {place}") == ["Ann Lee"]


@pytest.mark.parametrize(
    "label",
    ["Reviewed by", "Medically reviewed by", "Edited by", "Fact-checked by", "Checked by", "Translated by", "Photographs by", "Illustrated by", "Pictures by", "Sponsored by", "Presented by",
     "Recommended by", "Geprüft von", "Foto:", "Bild:", "Übersetzt von", "Lektorat:", "Relu par", "Traduit par", "Vérifié par", "Revisado por", "Traducción:", "Tradotto da", "Verificato da"],
)  # fmt: skip
def test_other_hands_are_not_the_author(label: str) -> None:
    # The label in a line of its own, above the name.
    assert byline(f"<h1>The loom</h1><p>{label}</p><p>Helen Stone, MD</p>{STORY}") is None
    assert byline(f"<h1>The loom</h1><p>{label}</p><p>Helen Stone</p>{STORY}") is None
    assert byline(f"<h1>The loom</h1><p>Ann Pascoe</p><p>Last seen: Helen Stone</p>{STORY}") == "Ann Pascoe"


@pytest.mark.parametrize(
    "other",
    [". Photographs by Olaf Berg", ", translated by Simon Park", " Pictures by Olaf Berg", ". Edited by Simon Park", " Illustrated by Olaf Berg", ". Reviewed by Helen Stone", ", fact-checked by Simon Park",
     ". Video by Olaf Berg", " Email the author", " View bio", " View profile", " See all posts", " See full bio", ", traduit par Simon Park", ", traducción: Simon Park", ", übersetzt von Simon Park", ", traduzione di Simon Park", ". Fotos: Olaf Berg", ", translation by Simon Park"],
)  # fmt: skip
def test_other_hands_behind_the_author(other: str) -> None:
    assert byline(f"<h1>The loom</h1><p>By Ann Pascoe{other}</p>{STORY}") == "Ann Pascoe"
    assert (
        byline(f"<h1>The loom</h1><p>By Pictura Edda and Ann Pascoe</p>{STORY}") == "Pictura Edda, Ann Pascoe"
    )


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Monday August 27, 2018 10:05 am PDT by Juli Cole", "Juli Cole"),
        ("Posted on 3 May 2021 by Juli Cole", "Juli Cole"),
        ("3 May 2021, 14:05 by Juli Cole and Bo Roe", "Juli Cole, Bo Roe"),
        ("am 3. Mai 2021 von Juli Cole", "Juli Cole"),
        ("Publié le 3 mai 2021 à 14h05 par Juli Cole", "Juli Cole"),
        ("Publicado el 3 de mayo de 2021 por Juli Cole", "Juli Cole"),
        ("Geplaatst op 3 mei 2021 door Juli Cole", "Juli Cole"),
        ("Posted in Looms by Juli Cole on May 3, 2021", "Juli Cole"),
        ("Posted in Looms by jcole on May 3, 2021", "jcole"),
        ("3 May 2021 by the lake", None),
        ("On 3 May 2021 the ice broke by itself", None),
        ("Posted in Looms by the lake", None),
    ],
)  # fmt: skip
def test_lines_that_begin_with_a_day(line: str, name: str | None) -> None:
    assert byline(f"<h1>The loom</h1><p>{line}</p>{STORY}") == name


@pytest.mark.parametrize("label", ["Written by", "Author", "Verfasst von", "Geschrieben von", "Autor", "Autorin", "Écrit par", "Auteur", "Escrito por", "Autora", "Scritto da", "Geschreven door", "Skriven av", "Skrevet av", "Napisane przez", "Автор", "作者", "著者", "執筆者", "글쓴이"])  # fmt: skip
def test_what_previews_say_of_the_author(label: str) -> None:
    head = f"<title>The loom</title><meta name=twitter:label1 content='{label}'><meta name=twitter:data1 content='Nora Dhand'>"
    assert byline(f"<h1>The loom</h1>{STORY}", head) == "Nora Dhand"
    assert byline(f"<h1>The loom</h1>{STORY}", head.replace(label, "Est. reading time")) is None


def test_previews_name_a_person_where_the_data_names_the_paper() -> None:
    head = (
        "<title>The loom</title><meta property=og:site_name content='Five Looms'><meta name=author content='Five Looms'>"
        "<meta name=twitter:label2 content='Written by'><meta name=twitter:data2 content='%s'>"
    )
    assert byline(f"<h1>The loom</h1>{STORY}", head % "Sylvia Dhand") == "Sylvia Dhand"
    assert byline(f"<h1>The loom</h1>{STORY}", head % "admin") is None


@pytest.mark.parametrize(
    "verb", ["im Gespräch mit", "im Interview mit", "in conversation with", "in gesprek met", "en conversation avec", "en conversación con"]
)  # fmt: skip
def test_both_people_of_a_talk(verb: str) -> None:
    assert (
        byline(f"<h1>The loom</h1><p class=author>Bo Roe {verb} Ann Pascoe</p>{STORY}")
        == "Bo Roe, Ann Pascoe"
    )
    assert byline(f"<h1>The loom</h1><p class=deck>Bo Roe {verb} Ann Pascoe</p>{STORY}") is None


@pytest.mark.parametrize(
    ("note", "name"),
    [
        ("<h3>Alma Brook</h3><p>Alma Brook is the head of the weavers' school and has made looms for years.</p>", "Alma Brook"),
        ("<h4>About Alma Brook</h4><p>Alma is the head of the weavers' school and has made looms for years.</p>", "Alma Brook"),
        ("<b>Odo Brook</b><p>Odo Brook has written for the weavers' paper since the lake froze last, and his books sell.</p>", "Odo Brook"),
        ("<h3>Green Loom</h3><p>Green Loom is a shop for weavers that has sold yarn and looms for many years.</p>", None),
        ("<h3>Alma Brook</h3><p>Alma Brook is the head of the weavers' school here in the north.</p><h3>Bo Roe</h3><p>Bo Roe is the head of the dyers' school here in the north of it.</p>", None),
        ("<h3>Alma Brook</h3><p>Read the next story about the lake and the ice that sang to the dogs.</p>", None),
    ],
)  # fmt: skip
def test_a_note_below_the_story(note: str, name: str | None) -> None:
    assert byline(f"<article><h1>The loom</h1>{STORY}</article><div class=bio>{note}</div>") == name


def test_a_chapter_of_the_story_is_no_note_about_its_author() -> None:
    chapter = "<h3>Alma Brook</h3><p>Alma Brook is the head of the weavers' school and has made looms for years.</p>"
    assert byline(f"<article><h1>The loom</h1>{STORY}{chapter}{STORY}</article>") is None
    related = f"<div class=related>{chapter}</div>"
    assert byline(f"<article><h1>The loom</h1>{STORY}</article>{related}") is None


@pytest.mark.parametrize(
    ("end", "name"),
    [
        ("and nobody asked her why. (Anna P. Stadt) +++", "Anna P. Stadt"),
        ("and nobody asked her why. (Anna Stadt/dpa)", "Anna Stadt"),
        ("and nobody asked her why (see Anna Stadt).", None),
        ("and nobody asked her why. (Winter Lake)", None),
    ],
)  # fmt: skip
def test_signed_in_brackets(end: str, name: str | None) -> None:
    assert (
        byline(
            f"<div><h1>The loom</h1>{STORY}<p>The loom stands in the hall of the museum today, {end}</p></div>"
        )
        == name
    )


@pytest.mark.parametrize("rights", ["© 2025 Anna Harrow", "Copyright Anna Harrow 2012-2025. CC BY-NC 4.0.", "(c) Anna Harrow • More in the imprint", "© Anna Harrow. All rights reserved."])  # fmt: skip
def test_whose_the_site_is(rights: str) -> None:
    page = f"<article><h1>The loom</h1>%s{STORY}</article><footer><p>{rights}</p></footer>"
    assert byline(page % "") == "Anna Harrow"
    assert byline(page % "<p>By Ann Pascoe</p>") == "Ann Pascoe"
    assert byline((page % "").replace("Anna Harrow", "Anna Harrow Books")) is None
    assert byline((page % "").replace("Anna Harrow", "Harrow Looms")) is None


def test_a_site_called_like_its_owner() -> None:
    assert byline(f"<h1>The loom</h1>{STORY}", "<title>The loom — Anna Harrow</title>") == "Anna Harrow"
    assert byline(f"<h1>The loom</h1>{STORY}", "<title>The loom — Lake Harrow</title>") is None
    assert byline(f"<h1>Anna Harrow</h1>{STORY}", "<title>Anna Harrow</title>") is None


def test_rights_of_a_picture_are_not_those_of_the_page() -> None:
    picture = "<figure><img src=a.jpg alt=''><figcaption>© Anna Harrow</figcaption></figure>"
    assert byline(f"<h1>The loom</h1>{picture}{STORY}") is None
    licence = "<figure><img src=a.jpg alt=''><figcaption><a property=cc:attributionName href=/>Anna Harrow</a></figcaption></figure>"
    assert byline(f"<h1>The loom</h1>{STORY}{licence}") is None
    assert (
        byline(f"<h1>The loom</h1>{STORY}<p><a rel=cc:attributionURL href=/>Anna Harrow</a></p>")
        == "Anna Harrow"
    )


@pytest.mark.parametrize(
    ("name", "told"),
    [("wp-block-post-author__name", True), ("elementor-author-box__name", True), ("story-author-name", True), ("comment-author-name", False), ("quote-author-name", False), ("testimonial_author_name", False), ("book-author-name", False)],
)  # fmt: skip
def test_elements_called_after_the_author_s_name(name: str, told: bool) -> None:
    line = f"<div><p class={name}>Odo Harrow</p></div>"
    assert byline(f"<article><h1>The loom</h1>{STORY * 3}{line}<p>Thank you for the time.</p></article>") == (
        "Odo Harrow" if told else None
    )


def test_the_foot_of_a_post() -> None:
    foot = "<div class=posted>Posted by David at December 16, 2025 11:15 AM</div>"
    assert byline(f"<h1>The loom</h1><div>{STORY * 3}</div>{foot}") == "David"
    assert byline(f"<h1>The loom</h1><div>{STORY * 3}</div>{foot}{foot.replace('David', 'Odo')}") is None
    assert byline(f"<h1>The loom</h1><div>{STORY * 3}</div><div class=comment>{foot}</div>") is None


def test_a_label_and_an_account_above_the_headline() -> None:
    line = "<div><span>by</span></div><h3><a href=/u/1>delta201</a></h3><h1>The loom</h1>"
    assert byline(f"{line}{STORY}") == "delta201"
    assert byline(f"{line.replace('by', 'more')}{STORY}") is None


def test_a_sentence_is_no_name_whatever_it_is_marked_as() -> None:
    assert byline(f"<h1>The loom</h1><p class=author>Weben ist der Traum</p>{STORY}") is None
    assert byline(f"<h1>The loom</h1><p class=author>Odo van der Harrow</p>{STORY}") == "Odo van der Harrow"


def test_a_kitchen_is_the_paper_whose_site_it_is() -> None:
    line = f"<h1>The loom</h1><p>By Anna Harrow Kitchens</p>{STORY}"
    assert byline(line, url="https://www.annaharrow.example/loom") is None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("文／山田太郎　写真／佐藤花子", "山田太郎"), ("取材・文／山田太郎", "山田太郎"), ("取材・構成=山田太郎", "山田太郎"), ("文・構成：山田太郎", "山田太郎"), ("執筆：山田太郎", "山田太郎"),
        ("撰文：王小明", "王小明"), ("文字/王小明", "王小明"), ("记者 王小明 报道", "王小明"), ("本报记者王小明", "王小明"), ("新华社记者 王小明", "王小明"), ("实习记者 王小明", "王小明"), ("（记者 王小明）", "王小明"),
        ("写真／佐藤花子", None), ("文化：山田太郎について", None),
    ],
)  # fmt: skip
def test_lines_of_japanese_and_chinese_papers(line: str, name: str | None) -> None:
    assert byline(f"<h1>灯籠</h1><p>{line}</p>{STORY}") == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Von unserer Redakteurin Anna Huber", "Anna Huber"), ("Von unserem Reporter Max Huber", "Max Huber"), ("Von unserem freien Mitarbeiter Max Huber", "Max Huber"),
        ("Von unserer Korrespondentin Anna Huber", "Anna Huber"), ("Von unserem Autor Max Huber", "Max Huber"), ("Von unserem Hof", None),
        ("Von Prof. Dr. Anna Huber", "Prof. Dr. Anna Huber"), ("Von Univ.-Prof. Dr. med. Anna Huber", "Univ.-Prof. Dr. med. Anna Huber"), ("Von PD Dr. phil. Max Huber", "PD Dr. phil. Max Huber"),
        ("Von Dipl.-Ing. Max Huber", "Dipl.-Ing. Max Huber"), ("Par Claire Dubois avec AFP", "Claire Dubois"), ("Von Max Huber mit dpa", "Max Huber"), ("Von Max Huber mit epd", "Max Huber"), ("Von Max Huber mit kna", "Max Huber"), ("Von Max Huber mit sda", "Max Huber"), ("By Ann Lee with the AP", "Ann Lee"),
        ("Por Ana Ruiz con EFE", "Ana Ruiz"), ("Door Anna de Vries met ANP", "Anna de Vries"), ("Por Ana Souza com AFP", "Ana Souza"),
    ],
)  # fmt: skip
def test_titles_offices_and_agencies_around_a_name(line: str, name: str | None) -> None:
    assert byline(f"<h1>The loom</h1><p>{line}</p>{STORY}") == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Reporting by Ann Lee; Editing by Bo Roe", "Ann Lee"), ("This is a guest post by Ann Lee, who keeps the light.", "Ann Lee"), ("Guest article by Ann Lee", "Ann Lee"), ("A guest column from Ann Lee", None),
        ("Here is a guest essay by Ann Lee", "Ann Lee"), ("The following guest blog post by Ann Lee", None), ("Testo: Ann Lee", "Ann Lee"), ("Tekst: Ann Lee", "Ann Lee"), ("Texto: Ana Ruiz / Fotos: Luis Gil", "Ana Ruiz"),
        ("Additional reporting by Ann Lee", None), ("Editing by Ann Lee", None),
    ],
)  # fmt: skip
def test_credits_below_the_story(line: str, name: str | None) -> None:
    assert byline(f"<h1>The loom</h1><div>{STORY * 3}</div><p>{line}</p>") == name


def test_more_by_the_author() -> None:
    assert (
        byline(f"<h1>The loom</h1><div><a rel=author href=/author/al>More by Ann Lee</a></div>{STORY}")
        == "Ann Lee"
    )
    assert (
        byline(f"<h1>The loom</h1><div><a rel=author href=/author/al>Also by Ann Lee</a></div>{STORY}")
        == "Ann Lee"
    )
    assert byline(f"<h1>The loom</h1><div><a href=/shop>More by Weaver Yarns</a></div>{STORY}") is None


@pytest.mark.parametrize("house", ["Weaver Team", "The Weaver Team", "Weaver Staff", "Weaver Editors", "The Weaver Editorial Team", "Weaver Editorial Staff", "Weber Redaktion", "Die Weber Redaktion"])  # fmt: skip
def test_the_people_of_a_house_under_the_headline(house: str) -> None:
    assert byline(f"<h1>The loom</h1><p>{house}</p><p>May 3, 2021</p>{STORY}") == house
    assert (
        byline(f"<h1>The loom</h1><p>{house}</p>{STORY}") is None
    )  # nothing says that it is the author's line
    assert byline(f"<h1>The loom</h1>{STORY}<p>{house}</p><p>May 3, 2021</p>{STORY}") is None


def test_a_section_beside_the_day_is_in_the_menu_too() -> None:
    page = "<ul><li>Other Things</li><li>{0}</li></ul><h1>The loom</h1><p>HR Strategy</p><p>June 9, 2025</p>{1}<p>More of HR Strategy</p>"
    assert byline(page.format("HR Strategy", STORY)) is None
    assert byline(page.format("Anything Else", STORY)) == "HR Strategy"


@pytest.mark.parametrize("label", ["Authors:", "Autoren:", "Auteurs :", "Contributors:", "Autores:"])
def test_several_authors_with_their_office_far_below(label: str) -> None:
    line = f"<p>{label} Julie Weiss and Natalie Hoyd, harbour educators</p>"
    assert byline(f"<h1>The loom</h1><div>{STORY * 3}</div>{line}") == "Julie Weiss, Natalie Hoyd"
    assert byline(f"<h1>The loom</h1><div>{STORY * 3}</div>{line}{line.replace('Julie', 'Anna')}") is None


def test_small_letters_in_the_data() -> None:
    head = "<title>The loom</title><meta property=og:title content=x><meta name=author content='{}'>"
    assert byline(f"<h1>The loom</h1>{STORY}", head.format("kirsten boat")) == "kirsten boat"
    assert byline(f"<h1>The loom</h1>{STORY}", head.format("harbour boat")) is None
    assert byline(f"<h1>The loom</h1>{STORY}", head.format("Loom Admin")) is None


def test_the_person_whose_name_leads_home() -> None:
    page = "<div class=top><a href={0}>{1}</a></div><h1>The loom</h1>{2}"
    assert byline(page.format("/", "Anna Harrow", STORY)) == "Anna Harrow"
    assert byline(page.format("/", "Anna Harrow//", STORY)) == "Anna Harrow"
    assert byline(page.format("/", "Harrow Looms", STORY)) is None
    assert byline(page.format("/looms/anna", "Anna Harrow", STORY)) is None


@pytest.mark.parametrize("line", ["About Anna Harrow", "Meet Anna Harrow", "Last updated by Anna Harrow", "I am Anna Harrow", "Hi, I'm Anna Harrow", "Über Anna Harrow", "Ich bin Anna Harrow", "À propos de Anna Harrow", "Sobre Anna Harrow"])  # fmt: skip
def test_the_person_after_whom_the_address_is_called(line: str) -> None:
    page = f"<h1>The loom</h1>{STORY * 3}<ul><li>{line}</li></ul>"
    assert byline(page, url="https://www.annaharrow.example/loom") == "Anna Harrow"
    assert byline(page, url="https://www.weaver.example/loom") is None
    assert byline(page.replace("Harrow<", "Harrow Books<"), url="https://www.annaharrow.example/loom") is None


def test_a_name_right_above_the_headline_by_its_day() -> None:
    page = "<div>December 14, 2025</div><div>/</div><div>Matt Check</div><h1>The loom</h1>{}"
    note = "<p>Author Matt Check is the head of the weavers and has made looms for more than twenty years in the north, where he lives with his dogs, his boats, and a great number of books about the ice and the lake and all that sings below it.</p>"
    assert byline(page.format(STORY + note)) == "Matt Check"
    assert byline(page.format(STORY.replace("the weaver", "Matt Check"))) is None
    assert byline(page.format(STORY).replace("Matt Check", "Local Sports")) is None


@pytest.mark.parametrize(
    "line",
    [
        "{} 8, 2020 at 9:43 · {} · <a href=#c>6 comments</a>",
        "{} 8, 2020 | {} | Harbour",
        "<span>{} 8, 2020</span> · {} · <a href=#c>no comments</a>",
        "{1} · {0} 8, 2020 · <a href=#c>one comment</a>",
        "<i>{} 8, 2020</i> | {} | <a href=#c>no replies</a>",
    ],
)
def test_a_category_is_nobody(line: str) -> None:
    page = "<title>The loom</title><h1>The loom</h1><p class=x>" + line + "</p>" + STORY
    by = '<a href="/{}" rel="{}">Anna Harrow</a>'
    assert byline(page.format("March", by.format("anna", "nofollow"))) == "Anna Harrow"
    assert byline(page.format("March", by.format("c/anna", "category tag"))) is None
    assert byline(page.format("March", by.format("t/anna", "tag"))) is None


def test_a_name_beside_the_picture_that_leads_to_the_author() -> None:
    head = "<title>The loom</title><h1>The loom</h1>"
    shot = '<div class=caption><div><a title="{0}" href="/authors/annaharrow/"><img src=a.png alt="{0}"></a></div><div><span>{1}</span></div></div>'
    assert byline(head + shot.format("Anna Harrow", "Anna Harrow") + STORY) == "Anna Harrow"
    untitled = shot.replace(' title="{0}"', "")
    assert byline(head + untitled.format("Anna Harrow", "Anna Harrow") + STORY) == "Anna Harrow"
    assert byline(head + untitled.format("Anna Harrow", "Boats and looms") + STORY) is None
    assert byline(head + shot.format("Read more", "Read more") + STORY) is None
    assert byline(head + STORY + f"<nav>{shot.format('Anna Harrow', 'Anna Harrow')}</nav>") is None
    related = f"<div><h3><a href=/b>A bell in the fog</a></h3>{shot.format('Bo Roe', 'Bo Roe')}</div>"
    assert byline(head + STORY + related) is None
