"""Sentences and quotations in another language than their paragraph: which surely are, and which are not."""

from __future__ import annotations

import pytest

from listen.model import Article, Block
from listen.segment import script
from listen.segment.foreign.other_tongues import other_language, parts
from tests.patience import grows_with_length_only


@pytest.mark.parametrize(
    ("own", "text", "lang"),
    [
        ("en", "Wir haben das nicht gewollt und wir werden es auch nicht tun.", "de"),
        ("en", "Nous ne pouvons pas accepter que les enfants soient dans la rue.", "fr"),
        ("en-GB", "No es lo mismo que nos dijeron, pero también es muy bonito.", "es"),
        ("de", "We will not do that, because it is not what they asked for.", "en"),
        ("it", "Il ne faut jamais dire que c’est la fin de tout pour nous.", "fr"),
        ("es", "O presidente não disse que a lei era uma das mais caras do país.", "pt"),
        ("pt", "El presidente no dijo que la ley era una de las más caras del país.", "es"),
        ("de", "De man die het huis kocht was niet blij met de prijs en wilde het niet betalen.", "nl"),
        ("fr", "Non è vero che gli uomini non hanno più niente da dire, e questo è il problema.", "it"),
        ("en", "Мэр города сказал во вторник, что мост закрыт.", "ru"),
        ("de", "市長は火曜日に橋を閉めると言いました。", "ja"),
        ("ru", "The mayor said that the bridge would be closed for two years.", "en"),
        # Names, titles, loan words and short exclamations are no sentences of another language.
        ("en", "Ich bin ein Berliner.", None),
        ("en", "He saw Der Himmel über Berlin and Die Ehe der Maria Braun in May.", None),
        ("de", "Er las The Lord of the Rings: The Return of the King noch einmal.", None),
        ("de", "The Lord of the Rings: The Return of the King", None),
        ("en", "The chef de cuisine of the Hôtel de la Gare made coq au vin à la carte.", None),
        ("en", "La donna è mobile qual piuma al vento", None),
        ("en", "I love 東京 and its noodle shops very much indeed.", None),
        ("fr", "Le best of de la semaine est dans la newsletter de ce mois.", None),
        ("es", "El Barça ganó en el Camp Nou de la mano de un gran Messi.", None),
        ("de", "In Den Haag sagte die Polizei, dass der Mann aus Rotterdam war.", None),
        ("sv", "We will not do that, because it is not what they asked for.", None),
        ("af", "De man die het huis kocht was niet blij met de prijs en wilde het niet betalen.", None),
        ("und", "Wir haben das nicht gewollt und wir werden es auch nicht tun.", None),
        ("en", "", None),
    ],
)  # fmt: skip
def test_a_sentence_has_its_language(own: str, text: str, lang: str | None) -> None:
    assert other_language(text, own) == lang


@pytest.mark.parametrize(
    ("own", "text", "said"),
    [
        (
            "en",
            "She told the paper: “Wir haben das nicht gewollt und wir werden es nicht tun.”",
            [
                ("She told the paper:", None),
                ("“Wir haben das nicht gewollt und wir werden es nicht tun.”", "de"),
            ],
        ),
        (
            "de",
            "Er sagte: „We will not do that, because it is not what they want“, und ging.",
            [
                ("Er sagte:", None),
                ("„We will not do that, because it is not what they want“", "en"),
                (", und ging.", None),
            ],
        ),
        (
            "en",
            "Er sagte: „Wir haben das nicht gewollt und wir werden es nicht tun.“",
            [("Er sagte: „Wir haben das nicht gewollt und wir werden es nicht tun.“", "de")],
        ),
        (
            "en",
            "He said “it is what it is and that is all that I can say”, and left.",
            [("He said “it is what it is and that is all that I can say”, and left.", None)],
        ),
        (
            "en",
            "He called it “Der Himmel über Berlin, ein Märchen”, and left.",
            [("He called it “Der Himmel über Berlin, ein Märchen”, and left.", None)],
        ),
    ],
)  # fmt: skip
def test_a_quotation_has_its_language(own: str, text: str, said: list[tuple[str, str | None]]) -> None:
    assert [(text[a:b].strip(), lang) for a, b, lang in parts(text, own, other_language(text, own))] == said


def test_the_script_has_an_utterance_for_it() -> None:
    text = (
        "The mayor spoke on Monday. Wir haben am 3. Mai 12,50 € bezahlt, und das ist nicht viel. "
        "He said: “Wir wollen das nicht und wir werden es nicht tun.” Nobody answered him."
    )
    spoken = [(u.text, u.lang) for u in script(Article("", "en-GB", (Block("paragraph", text),))).utterances]
    assert spoken == [
        ("The mayor spoke on Monday.", "en-GB"),
        ("Wir haben am 3. Mai 12,50 € bezahlt, und das ist nicht viel.", "de"),
        ("He said:", "en-GB"),
        ("“Wir wollen das nicht und wir werden es nicht tun.”", "de"),
        ("Nobody answered him.", "en-GB"),
    ]


@pytest.mark.parametrize("own", ["de", "DE", "de-AT", "de_AT", "de-Latn-AT"])
def test_a_language_is_its_own_however_its_tag_is_written(own: str) -> None:
    assert other_language("Wir wollen das nicht und wir werden es nicht tun.", own) is None


def test_a_long_text_takes_linear_time() -> None:
    for text in ("“" * 100_000, "“ab " * 50_000, "und " * 100_000, "“und der die das " * 20_000):
        assert grows_with_length_only(lambda part: parts(part, "en", other_language(part, "en")), text, 2)
