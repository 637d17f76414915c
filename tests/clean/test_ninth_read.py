"""Thirty more pages that nobody had read (`tests/bench/extract_verdicts_eighth.tsv`): what was not right there,
by kind, with inputs of our own.
"""

# ruff: noqa: E501

from __future__ import annotations

import pytest

from listen.clean.classifier.choose import leads_to_itself
from listen.clean.dom.tree import parse
from listen.clean.formats.web_page import clean_page
from tests.clean.storied_page import PARAGRAPHS, added, page_with, read_texts

SPEECH = (
    "You cannot see the pier from the boat when the fog is on the water, and it is not for you to see it. "
    "That is what the lamp is for, and the man at the lamp has to be there for you in all that he does. "
    "We have kept it for a hundred years and we will not have it said of us that it was out on that night."
)
TOLD = {
    "de": "Nora Falk hielt im Mai eine Rede, die nicht ein einziger auf der Insel vergessen wird. Sie sprach von dem Licht und den Leuten, die es für das Dorf hüten, und auch von sich: „{}“ So wird sie seit Jahren zitiert, und das ist nicht zu wenig.",
    "fr": "Nora Falk a tenu en mai un discours que les gens de l’île n’oublient pas. Elle a parlé du phare et de ceux qui le gardent pour le village, avec une voix qui porte sur le quai : « {} » Ces mots sont plus connus que la carte au mur de la mairie.",
    "es": "Nora Falk dio en mayo un discurso que es también el más citado de la isla. Habló de los que cuidan el faro y de su gente, como una que ha vivido por y para el puerto: «{}» Estas palabras son del pueblo y están en el muro con las fechas.",
    "it": "Nora Falk ha tenuto in maggio un discorso che non si dimentica. Ha parlato della lampada e di chi la tiene per il paese, con una voce che è anche quella del molo: «{}» Queste parole sono nel muro del porto, e come si sa non è un caso.",
    "pt": "Nora Falk fez em maio um discurso que não se esquece. Falou do farol e dos que o guardam para a ilha, com uma voz que é também a do cais: «{}» Como se vê, são palavras mais citadas do que as da lei, mas por seu tom foi pela ilha toda.",
    "nl": "Nora Falk hield in mei een rede die niet op het eiland wordt vergeten. Zij sprak over het licht en van de mensen die er voor zijn, maar ook met een stem als van de kade: “{}” Het is te veel gezegd dat dat bij ons naar de wet wordt gelezen.",
}


@pytest.mark.parametrize("lang", TOLD)
def test_a_story_that_quotes_much_keeps_the_language_its_page_states(lang: str) -> None:
    text = "".join(f"<p>{year}: {TOLD[lang].format(SPEECH)}</p>" for year in (2021, 2022, 2023))
    page = f"<html lang={lang}><head><title>Nora Falk</title></head><body><article><h1>Nora Falk</h1>{text}</article></body></html>"
    assert clean_page(page).article.lang == lang


@pytest.mark.parametrize("lang", ["de", "fr", "es", "it", "pt", "nl", "sv", "cs"])
def test_a_template_that_states_another_language_is_not_believed(lang: str) -> None:
    said = "<p>Rede an die Leute: „Das ist das Licht auf dem Berg.“ Discours sur la lampe.</p>"
    text = "".join(f"<p>{text}</p>" for text in (*PARAGRAPHS, SPEECH))
    page = f"<html lang={lang}><head><title>The ferry</title></head><body><article><h1>The ferry</h1>{text}{said}</article></body></html>"
    assert clean_page(page).article.lang == "en"


@pytest.mark.parametrize(
    ("quote", "read"),
    [
        ("The ferry to the outer island leaves at six … in winter the crew breaks the ice", False),
        ("Engineers measured the pier in April [...] it will stand for another ten years.", False),
        ("Nora Falk has kept the ticket house... the island decided the rest", False),
        ("The county council will vote in the spring … the first visitors come … seals on the northern rocks", False),
        ("the bridge has always been too loud (…) nobody has ever met a friend", False),
        ("The ferry to the outer island leaves at six … and it is the last one that ever will", True),
        ("Engineers measured the pier … the island decided the rest", True),  # of two passages
    ],
)  # fmt: skip
def test_a_pull_quote_may_leave_something_out(quote: str, read: bool) -> None:
    assert (quote in read_texts(page_with(f"<aside class=pullquote>{quote}</aside>"))) == read


def test_what_a_quotation_says_again_later_is_no_pull_quote() -> None:
    wish = "Nora Falk wishes for a winter without ice along the pier, for a boat that is on time and for nothing else at all"
    inside = f"<aside><p>{wish}.</p></aside><p>{SPEECH}</p><blockquote><p>“{wish.replace('along', 'at')},” is what she wrote on a card to the county.</p></blockquote>"
    assert f"{wish}." in added(inside)


@pytest.mark.parametrize(
    "name", ["Break the ice", "1. Cast off", "Die Leinen los", "Larguer les amarres", "Soltar amarras"]
)
def test_a_headings_words_are_read_once_also_where_a_line_has_them_before(name: str) -> None:
    step = f"<p>{name}</p><h3>{name}</h3><p>It takes the crew a quarter of an hour on a winter morning, and nobody helps them with the long poles.</p>"
    assert [text.removeprefix("1. ") for text in added(step)].count(name.removeprefix("1. ")) == 1


def test_a_sentence_over_a_heading_that_is_longer_is_read() -> None:
    found = added("<p>Break the ice, then.</p><h3>Break the ice</h3><p>It takes the crew a quarter of an hour.</p>")  # fmt: skip
    assert "Break the ice, then." in found


@pytest.mark.parametrize(
    "around", ["<a href='#{0}'>{1}</a>", "<a href='/ferry#{0}'>{1}</a>", "<a href=#{0}><b>{1}</b></a>"]
)
@pytest.mark.parametrize(("upper", "lower"), [("The good", "Its crew"), ("Das Gute", "Die Leute"), ("Gênant", "Le bruit")])  # fmt: skip
def test_headings_in_a_row_that_lead_to_themselves_are_the_pages_own(
    around: str, upper: str, lower: str
) -> None:
    heads = "".join(
        f"<h{level} id=a{level}>{around.format(f'a{level}', text)}</h{level}>"
        for level, text in ((2, upper), (3, lower))
    )
    found = added(f"{heads}<p>{SPEECH}</p>")
    assert upper in found
    assert lower in found


def test_a_heading_leads_to_itself_if_all_its_links_do() -> None:
    heads = (
        ("<h2 id=a><a href=#a>Seals</a></h2>", True),
        ("<h2><a name=a></a><a href='/f#a'>Seals</a></h2>", True),
        ("<h2><span id='früh'></span><a href=#fr%C3%BCh>Früh</a></h2>", True),
        ("<h2 id=a><a href=/seals>Seals</a></h2>", False),
        ("<h2 id=a><a href=#b>Seals</a></h2>", False),
        ("<h2 id=a><a href=#a>Seals</a> <a href=/more>and more</a></h2>", False),
        ("<h2 id=a>Seals</h2>", False),
    )
    for source, own in heads:
        assert leads_to_itself(parse(source).find(".//h2")) == own, source


@pytest.mark.parametrize(
    ("names", "label"),
    [
        (("Winter boat club", "Ferry and more", "The ice box"), "Pros:"),
        (("Eisboot", "Fähre & mehr", "Robbenkiste"), "Vorteile"),
        (("Le bac d’hiver", "La caisse", "Le phare"), "Les plus"),
        (("El barco", "La caja", "El faro"), "A favor"),
        (("Boat 1", "Boat 2", "Boat 3", "Boat 4"), "For it"),
    ],
)
def test_names_over_the_same_label_again_and_again_are_read(names: tuple[str, ...], label: str) -> None:
    cards = "".join(
        f"<div class=ap-card><h3 class=ap-card-title>{name}</h3><p class=cta><a href=/buy/{i}>Shop on {name}</a></p>"
        f"<h3 class=pros-title>{label}</h3><ul><li>It sails in the winter of {2020 + i}, when nobody else does.</li><li>Its crew number {i} is kind.</li></ul></div>"
        f"<p>{said}</p>"
        for i, (name, said) in enumerate(zip(names, TOLD.values(), strict=False))
    )
    found = added(cards)
    assert [text for text in found if text in names] == [*names]
