"""Which language a text is in, and when it is too short to tell."""

import pytest

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
