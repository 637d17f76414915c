"""Sixty pages that nobody had read (`tests/bench/extract_verdicts_eighth.tsv`): what was not right there, by
kind, with inputs of our own. Every rule has its near miss.
"""

# ruff: noqa: E501

from __future__ import annotations

import numpy as np
import pytest

from listen.clean import read
from listen.clean.dom.tree import parse
from listen.clean.dom.walk import walk
from listen.clean.formats.web_page import clean_page
from listen.clean.furniture import quotes
from listen.clean.furniture.story_parts import standfirst
from listen.clean.metadata.gather import gather
from listen.clean.metadata.page_language import guess
from listen.model import Source
from tests.clean.storied_page import PARAGRAPHS, added, page_html, page_with, read_texts, rules

KEEPER = (
    "The keeper of the lamp writes down every boat that passes, and nobody has ever asked to see the book."
)


def led(top: str, described: str = "") -> list[str]:
    """What is taken for a standfirst of the story where the classifier doubts all but the story itself."""
    data = f"</title><meta name=description content='{described}'>"
    root = parse(page_html("", top=top).replace("</title>", data))
    page = walk(root)
    kept = np.array([c.text in PARAGRAPHS for c in page.candidates])
    found = standfirst(page, gather(root, None, page), kept, kept * 0.8 + 0.1, {})
    return [page.candidates[i].text for i in found]


@pytest.mark.parametrize(
    ("top", "described"),
    [
        ("<h2 class=article-subhead>Forty people a day still cross. The county would rather they drove.</h2>", ""),
        ("<div class=sub-title><p>Twelve miles of sea. Nobody on the island wants to close them.</p></div>", ""),
        ("<p class=standfirst>Who keeps a ferry that hardly anybody needs? Whoever rides it.</p>", ""),
        ("<h3>Fährt im Winter noch ein Boot? Die Insel fragt nicht.</h3>", "Fährt im Winter noch ein Boot? Die Insel fragt nicht."),
        ("<div class=chapeau>Le bac de six heures est presque vide. L’île y tient.</div>", ""),
        ("<h2>The boat is late again. The island likes it.</h2>", "The boat is late again. The island likes it."),
    ],
)  # fmt: skip
def test_a_short_standfirst_that_the_page_names_or_describes_is_read(top: str, described: str) -> None:
    assert led(top, described)[0] in top


def test_the_second_headline_of_an_hgroup_is_read() -> None:
    page = page_html("").replace(
        "<h1>The ferry that stayed</h1>",
        "<hgroup><h3>Outer islands</h3><h1>The ferry that stayed</h1><h2>Nobody needs it, says the county, and everybody rides it.</h2></hgroup>",
    )
    assert read_texts(clean_page(page))[0].startswith("Nobody needs it")


@pytest.mark.parametrize(
    ("top", "count"),
    [
        ("<h2 class=subtitle>Forty people a day still cross. The county would rather they drove.</h2>", 1),
        ("<h2 class=subtitle>Forty people a day still cross, and the county would rather they drove.</h2>", 0),
        ("<h2 class=subtitle>Winter crossings</h2>", 0),  # a word or two
        ("<p class=subtitle>The ferry that stayed on the island</p>", 0),  # the headline once more
        ("<h2>More news from the harbour and from the islands today</h2>", 0),  # nothing calls it so
        ("<div class='newsletter summary'>Get the news of the harbour every morning before it leaves.</div>", 0),
        ("<p class=summary><a href=/a>The bridge that nobody likes will be repaired in the spring</a></p>", 0),
    ],
)  # fmt: skip
def test_what_stands_under_a_headline_and_leads_nowhere_is_no_standfirst(top: str, count: int) -> None:
    assert len(led(top)) == count


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("El tribunal de la provincia rechazó el pedido de la defensa de no ejecutar la condena, y la mujer deberá devolver la suma a la oficina de la capital.", "es"),
        ("La barca de la tarde volvió sin nadie a bordo, y en la orilla la gente de la aldea encendió la lámpara de la capilla.", "es"),
        ("Vaporul de la ora cinci a venit gol, cu o lampă aprinsă la proră, și oamenii de la mal nu au spus nimic.", "ro"),
        ("La parité de la ville de la côte est un acquis de la loi, et la mairie de la commune le dit.", "fr"),
        ("La nave della sera non è arrivata, e la gente del molo ha spento la lampada della cappella.", "it"),
        ("A hajó nem jött meg este, és a parton csak egy asszony várt a gyerekkel, aki már aludt.", "hu"),
        ("O barco da tarde não voltou, e a gente da aldeia acendeu a lâmpada da capela para os que esperavam.", "pt"),
    ],
)  # fmt: skip
def test_words_that_close_languages_share_tell_none_of_them(text: str, lang: str) -> None:
    assert guess(text) == lang


@pytest.mark.parametrize(
    ("stated", "author"),
    [
        (r'"\"Nora Falk\""', "Nora Falk"),
        ('"“Nora Falk”"', "Nora Falk"),
        ('"«Nora Falk»"', "Nora Falk"),
        ("\"'Nora Falk'\"", "Nora Falk"),
        (r'"Nora \"Nan\" Falk"', 'Nora "Nan" Falk'),  # a nickname stands inside
        (r'["\"Nora Falk\"", "\"Bo Lund\""]', "Nora Falk, Bo Lund"),
    ],
)
def test_quotation_marks_around_a_whole_name_are_a_templates(stated: str, author: str) -> None:
    names = stated if stated.startswith("[") else f'{{"@type":"Person","name":{stated}}}'
    data = f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"The ferry that stayed","author":{names}}}</script>'
    line = (
        "<p class=byline>By Nora Falk</p>"
        if "Nan" not in stated
        else '<p class=byline>By Nora "Nan" Falk</p>'
    )
    page = page_html("", top=line if "Lund" not in stated else "<p class=byline>By Nora Falk and Bo Lund</p>")
    assert clean_page(page.replace("<body>", f"{data}<body>")).article.byline == author


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ("Landesrätin Mag.<sup>a</sup> Ursula Holm kam mit dem Boot.", "Landesrätin Mag.a Ursula Holm kam mit dem Boot."),
        ("MMag.<sup>a</sup> Eva Lind sprach, DDr.<sup>a</sup> Ines Falk nicht.", "MMag.a Eva Lind sprach, DDr.a Ines Falk nicht."),
        ("La Sr.<sup>a</sup> Pérez llegó en la 1.<sup>a</sup> barca.", "La Sr.ª Pérez llegó en la 1.ª barca."),
        ("Vive en el n.<sup>o</sup> 5 del muelle.", "Vive en el n.º 5 del muelle."),
        ("D.<sup>a</sup> Inés y la Prof.<sup>a</sup> Lund lo firman.", "D.ª Inés y la Prof.a Lund lo firman."),
        ("The lamp burned all night.<sup>a</sup> Nobody saw it.", "The lamp burned all night. Nobody saw it."),
        ("They took vitamin D.<sup>a</sup> It helped.", "They took vitamin D. It helped."),
    ],
)  # fmt: skip
def test_a_raised_letter_that_ends_a_title_is_said(inside: str, said: str) -> None:
    assert said in added(f"<p>{inside} {KEEPER}</p>")[0]


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ("The ice thinned every year [18-20]. Nobody", "The ice thinned every year. Nobody"),
        ("as others found elsewhere [1-3], the", "as others found elsewhere, the"),
        ("The piers hold [3, 4, 7–9].", "The piers hold."),
        ("“It will stand” [12;15] says", "“It will stand” says"),
        ("The seals came back.[2,5] The", "The seals came back. The"),
        ("The share lies in [1, 5] for", "The share lies in [1, 5] for"),
        ("a value between [10, 20] is", "a value between [10, 20] is"),
        ("the scores [5, 3, 9] were", "the scores [5, 3, 9] were"),
        ("the years [1914-1918] were", "the years [1914-1918] were"),
        ("reduce(sum, [1, 2, 3, 4, 5]) adds", "reduce(sum, [1, 2, 3, 4, 5]) adds"),
        ("a list, i.e. [2,3,5] will", "a list, i.e. [2,3,5] will"),
        ("the call returns [1,2,3] at", "the call returns [1,2,3] at"),
    ],
)
def test_marks_of_several_sources_go_and_intervals_stay(inside: str, said: str) -> None:
    assert said in added(f"<p>{inside} {KEEPER}</p>")[0]


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        (
            "its <a href=/m>Arte</a><a href=/m>mis m</a><a href=/m>oon program</a>.",
            "its Artemis moon program.",
        ),
        ("the <a href=/f>fer</a><a href=/f>ry</a> of the north", "the ferry of the north"),
        ("die <a href=/f>Fäh</a><a href=/f>re</a> im Norden", "die Fähre im Norden"),
        ("the <a href=/f>ferry</a><a href=/n>north</a> of it", "the ferry north of it"),  # two places
        (
            "the <a href=/f>ferry</a><a href=/f>North pier</a> is",
            "the ferry North pier is",
        ),  # a word of its own
    ],
)
def test_a_link_that_an_editor_cut_inside_a_word_is_one(inside: str, said: str) -> None:
    assert said in added(f"<p>We took {inside} {KEEPER}</p>")[0]


def test_numbers_that_count_headings_in_order_are_not_read() -> None:
    inside = "".join(
        f"<div><span>{n}.</span><h3>What is boat {n}?</h3><p>{KEEPER}</p></div>" for n in (1, 2, 3)
    )
    found = page_with(f"<div>{inside}</div>")
    assert "What is boat 2?" in read_texts(found)
    assert not {"1.", "2.", "3."} & {*read_texts(found)}
    assert rules(found)["2."] == "heading-number"


@pytest.mark.parametrize("order", [(3, 2, 1), (1, 3, 4), (5, 6, 7), (1,)])
def test_numbers_that_say_a_rank_or_count_otherwise_stay(order: tuple[int, ...]) -> None:
    inside = "".join(
        f"<div><span>{n}.</span><h3>The boat of year {n}</h3><p>{KEEPER}</p></div>" for n in order
    )
    assert "heading-number" not in rules(page_with(f"<div>{inside}</div>")).values()


@pytest.mark.parametrize(
    ("head", "line", "again"),
    [
        ("Toad and Boat", "<a href=/t>toad and boat</a>", True),
        ("The North Pier", "The north pier.", True),
        ("Fähre „Nord“", "Fähre Nord", True),
        ("La jetée", "LA JETÉE", True),
        ("港の灯", "港の灯", True),
        ("Toad and Boat", "Toad and boat are two names of one boat.", False),
        ("Who keeps the lamp in winter, when nobody comes?", "Nobody.", False),
    ],
)
def test_a_line_that_says_its_heading_again_is_not_read(head: str, line: str, again: bool) -> None:
    found = page_with(f"<h2>{head}</h2><p>{line}</p><p>{KEEPER}</p><h2>The bridge</h2><p>{KEEPER[::-1]}</p>")
    assert ("heading-again" in rules(found).values()) == again


@pytest.mark.parametrize(
    ("figure", "read"),
    [
        ("<figure><h3>Figure 1. The old pier in its last winter.</h3><img src=p></figure>", False),
        ("<figure class=fig><h4>Abbildung 2. Die Mole im Eis</h4><p><img src=p></p></figure>", False),
        ("<figure><h3>Gráfico 3. Los barcos del norte</h3><svg></svg></figure>", False),
        ("<figure><h3>Fig. 4</h3><picture><img src=q></picture></figure>", False),
        ("<figure><h3>The pier, from the north and from the south</h3><canvas></canvas></figure>", False),
        (
            f"<figure><h3>What the keeper wrote</h3><img src=p><p>{KEEPER} {KEEPER} {KEEPER}</p></figure>",
            True,
        ),
        ("<h3>Figure 1 was never drawn</h3>", True),  # a heading of the story
    ],
)
def test_the_heading_of_a_picture_is_a_caption(figure: str, read: bool) -> None:
    found = page_with(f"{figure}<p>{KEEPER}</p>")
    assert ("figure-heading" not in rules(found).values()) == read


@pytest.mark.parametrize(
    ("source", "tex"),
    [
        (r"\[ t = \frac{d}{v} \]", r"t = \frac{d}{v}"),
        ("$$ t = d / v $$", "t = d / v"),
        (r"\begin{equation} t = d / v \end{equation}", "t = d / v"),
        (r"\begin{align*} t &= d / v \end{align*}", "t &= d / v"),
        (r"$$\text{time} = \text{way} / \text{speed}$$", r"\text{time} = \text{way} / \text{speed}"),
    ],
)
def test_a_formula_by_itself_that_a_script_would_set_is_one(source: str, tex: str) -> None:
    blocks = page_with(f"<p>The time of a crossing is way over speed:</p><p>{source}</p>").article.blocks
    assert [b.text for b in blocks if b.kind == "formula"] == [tex]


@pytest.mark.parametrize(
    "source", ["It costs $$ and $$$ to cross.", r"In \( t = 1 \) the boat is late again.", "$$"]
)
def test_dollars_and_formulas_in_a_sentence_are_none(source: str) -> None:
    blocks = page_with(f"<p>{source}</p>").article.blocks
    assert not [b for b in blocks if b.kind == "formula"]


def test_what_an_answer_quotes_from_the_question_is_read() -> None:
    asked = "When the lamp is out, how does the boat find the pier in the fog?"
    also = "And who lights the lamp again when the storm is over at last?"
    page = (
        "<html lang=en><head><title>How does a boat find the pier?</title></head><body><h1>How does a boat find the pier?</h1>"
        f"<div class=post-body><p>I have sailed here for a year. {asked} {also}</p></div><h2>2 Answers</h2>"
        f"<div class=post-body><blockquote><p>{asked}</p></blockquote><p>{PARAGRAPHS[0]}</p><blockquote><p>{also}</p></blockquote><p>{PARAGRAPHS[3]}</p></div>"
        f"<div class=post-body><p>{PARAGRAPHS[1]}</p></div></body></html>"
    )
    assert asked in read_texts(clean_page(page))
    assert asked not in read_texts(
        clean_page(page.replace("post-body", "part"))
    )  # a pull quote of an article


@pytest.mark.parametrize(
    ("quote", "read"),
    [
        ("the county put the crossing on the list of lines that may be closed, because fewer than forty people a day have used it", False),
        ("Engineers measured the pier in April and found that it would stand for another ten years", False),
        ("A retired teacher told me the bridge has always been too loud, and nobody has ever met a friend on it", False),
        ("Nora Falk has kept the ticket house since her uncle retired: she only meant to help for a summer", False),
        ("The ferry leaves the outer island at six, an hour before the post office opens, and the crew breaks the ice", True),
        ("The bridge is loud, the ferry is late, and the island has its own opinion of both of them", True),
    ],
)  # fmt: skip
def test_a_pull_quote_that_changes_a_word_is_one(quote: str, read: bool) -> None:
    found = page_with(f"<aside class=pullquote>{quote}.</aside>")
    assert (f"{quote}." in read_texts(found)) == read


def test_a_label_that_comes_again_is_read_each_time() -> None:
    lists = "".join(
        f"<h3>Boat {n}</h3><p><strong>For it:</strong></p><ul><li>It sails in winter {n}.</li><li>Its crew is kind.</li></ul>"
        f"<p><strong>Against it:</strong></p><ul><li>It is late on day {n}.</li><li>Nobody sells coffee.</li></ul>"
        for n in range(1, 6)
    )
    assert added(lists).count("Against it:") == 5


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Von Nora Falk und Bo Lund, dpa", "Nora Falk, Bo Lund"),
        ("Von Nora Falk, epd · 3. Mai 2024", "Nora Falk"),
        ("Par Ève Lund et Ida Holm, afp", "Ève Lund, Ida Holm"),
        ("By Nora Falk, AP", "Nora Falk"),
        ("Di Nora Falk, ansa", "Nora Falk"),
        ("Von der Fähre, die nicht kam", None),  # a headline of its own
    ],
)
def test_an_agency_in_small_letters_behind_names_is_none(line: str, author: str | None) -> None:
    assert page_with("", top=f"<p class=x>{line}</p>").article.byline == author


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Publié le 03/05/2024", "2024-05-03"),
        ("Veröffentlicht: 03/05/2024", "2024-05-03"),
        ("Publicado el 03/05/2024", "2024-05-03"),
        ("Pubblicato il 03/05/2024", "2024-05-03"),
        ("Geplaatst op 03/05/2024", "2024-05-03"),
        ("Published 03/05/2024", "2024-03-05"),  # the page's own English
    ],
)
def test_the_language_of_a_lines_label_says_whether_day_or_month_is_first(line: str, day: str) -> None:
    found = clean_page(page_html("", top=f"<p class=posted>{line}</p>").replace("lang=en", "lang=en-US"))
    assert found.article.published == day


@pytest.mark.parametrize(
    ("shown", "day"),
    [
        ("Friday", "2024-05-03"),
        ("Fri.", "2024-05-03"),
        ("Freitag", "2024-05-03"),
        ("vendredi", "2024-05-03"),
        ("viernes", "2024-05-03"),
        ("Monday", None),  # it was no Monday
        ("Winter", None),
    ],
)
def test_a_day_of_the_week_shows_the_day_that_its_element_states(shown: str, day: str | None) -> None:
    found = page_with("", top=f"<p>By Nora Falk <time datetime=2024-05-03>{shown}</time></p>")
    assert found.article.published == day


@pytest.mark.parametrize("sign", ["-", "–", "—"])
@pytest.mark.parametrize("number", ["7", "12", "104"])
def test_the_number_of_a_printed_page_in_a_text_is_not_read(sign: str, number: str) -> None:
    text = f"{PARAGRAPHS[0]}\n\n          {sign} {number} {sign}\n\n{PARAGRAPHS[1]}\n\n- 12 oars\n- 3 poles\n"
    found = [block.text for block in read(Source(text.encode(), "x.txt")).article.blocks]
    assert found[:2] == [*PARAGRAPHS[:2]]
    assert "12 oars" in found


@pytest.mark.parametrize(
    ("style", "hides"),
    [
        ("clip: rect(0 0 0 0); position: absolute", True),
        ("clip:rect(0,0,0,0)", True),
        ("clip:rect(1px, 1px, 1px, 1px);height:1px", True),
        ("clip-path:inset(50%)", True),
        ("clip-path: inset( 100% )", True),
        ("clip-path:inset(10%)", False),
        ("clip:auto", False),
        ("clip:rect(0 200px 40px 0)", False),
    ],
)
def test_what_is_cut_down_to_nothing_is_hidden(style: str, hides: bool) -> None:
    assert (KEEPER not in read_texts(page_with(f'<p style="{style}">{KEEPER}</p>'))) == hides


def test_quotations_are_compared_with_what_has_their_words_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = []
    in_order = quotes._in_order
    monkeypatch.setattr(
        quotes, "_in_order", lambda parts, text: compared.append(text) or in_order(parts, text)
    )
    said = "".join(
        f"<p>On day {n} the ferry {n}a had crew {n}b aboard, and the pier {n}c was under ice until noon.</p>"
        f"<blockquote><p>Boat {n}d took letters {n}e to the island {n}f before the storm {n}g came in.</p></blockquote>"
        for n in range(60)
    )
    read = added(said)
    assert len(read) == 120
    assert len(compared) <= 120
