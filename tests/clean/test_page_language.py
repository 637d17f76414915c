"""Which language a text is in, and when it is too short to tell."""

# ruff: noqa: E501 - a page reads best with one element a line

import pytest

from listen.clean import clean
from listen.clean.metadata.page_language import guess

STORY = "A short title\n\nThis story begins with one plain sentence.\n\n"


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Le chat est sur la table.", "fr"),
        ("De kat zit op de mat en kijkt naar buiten.", "nl"),
        ("Buy milk and call the dentist.", "en"),
        ("Привет", "ru"),
        ("עברית", "he"),
        ("Der Regen fiel auf die Stadt, und niemand ging aus dem Haus.", "de"),
        (STORY + "And that was all of it.", "en"),
    ],
)
def test_a_text_with_enough_evidence(text: str, lang: str) -> None:
    assert guess(text) == lang


@pytest.mark.parametrize(
    "text",
    [
        "",
        "No.",
        "I, I, I don’t know.",
        "Ha! Ha! Ha! Ha! Ha! Ha! Ha! Ha!",
        "La la la la la, la la la la la.",
        "Na na na na, na na na na, hey hey hey, goodbye.",
        "U-S-A! U-S-A! U-S-A!",
        "A-B-C-D-E-F-G-H-I-J-K-L-M-N-O-P-Q-R-S-T-U-V-W-X-Y-Z",
        "a b c d e f g h i j k l m n o p",
        "Z̷a̵l̶g̸o̷ t̴e̷x̵t̸",
        "Charles de la Salle met Oscar de la Renta in Paris",
        "I love 東京",
    ],
)
def test_repetition_letters_and_names_are_no_evidence(text: str) -> None:
    assert guess(text) == "und"
    assert guess(STORY + text) in ("und", "en")


QUOTED = (
    "The ferry is the only one that crosses in winter. As passengers, we have a passion for ice, and it drives us to "
    "break it along the pier with long poles. We are committed to the crossing and we will always help you to "
    "understand it. Years of experience on the water have taught us what it takes to get across in the best and in "
    "the worst of weather, and what you need to make the most of the day. No matter where you want to go, you will "
    "have a place on the deck and a cup of tea that is as hot as it can be in that wind."
)


def test_a_long_quotation_does_not_make_a_page_one_of_its_language() -> None:
    own = "So mancher Fahrgast kennt sie schon, die Fähre, die auch im Winter und bei Eis zur Insel fährt."
    lead = "Gerade ist das neue Schiff eingetroffen. Hier etwas von dem, was der Kapitän dazu sagt:"
    page = "<html lang={}><title>Falk Ferries</title><main><article><h1>Falk Ferries</h1><p>{}</p><p>{}</p></article></main>"
    assert clean(page.format("de", own, f"{lead} “{QUOTED}”")).lang == "de"
    assert clean(page.format("de", own, f"{lead} „{QUOTED}“")).lang == "de"
    # A template's language is not the story's.
    assert clean(page.format("de", QUOTED, QUOTED.replace("ferry", "boat"))).lang == "en"
