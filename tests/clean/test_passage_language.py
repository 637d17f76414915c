"""Which passages of a page are in another language: by what its markup, its script and its words say."""

from collections.abc import Sequence

import pytest

from listen import segment
from listen.clean import clean
from listen.clean.metadata.passage_language import told_apart
from listen.model import Block

STORY = """<p>The mayor of Lyon said on Tuesday that the old bridge would close for two years while
engineers repair the piers, and that nobody would be asked to pay for it.</p>"""
ENDING = """<p>It was the largest repair in the town's history, and everybody agreed that it had been needed
for a long time, whatever the newspapers said.</p>"""


def page(passage: str) -> Sequence[Block]:
    """The blocks of an English page with a passage in its midst."""
    head = '<html lang="en-GB"><head><title>A quiet town</title></head><body><article><h1>A quiet town</h1>'
    return clean(f"{head}{STORY}{passage}{ENDING}</article></body></html>").blocks


@pytest.mark.parametrize(
    ("passage", "lang"),
    [
        ('<blockquote lang="de"><p>Am 3. Mai um 14.30 Uhr kostet es z. B. 12,50 €.</p></blockquote>', "de"),
        ('<p lang="es">El 12 de octubre la Sra. García pagó 1.250,50 €.</p>', "es"),
        ('<p><em lang="fr">Le 1er mai, il a payé 12,50 € à M. Dupont.</em></p>', "fr"),
        ("<p>Мэр города сказал во вторник, что старый мост будет закрыт на два года.</p>", "ru"),
        ("<blockquote><p>Wir haben am 3. Mai 12,56 € bezahlt, und das ist nicht so viel, wie man in der "
         "Stadt für die Brücke wollte.</p></blockquote>", "de"),
        # What is not another language, or not surely.
        ('<p lang="de">This was pasted from a program that thinks it is German, and it is not.</p>', None),
        ('<p lang="en-US">This was written in the color of the other side of the ocean.</p>', None),
        ("<p>What do customers say? Do they believe it is a good value, so to do a deal by day.</p>", None),
        ("<p>She sold the film Der Himmel über Berlin and the song La Mer to him in May.</p>", None),
        ("<p>I love 東京 and its noodle shops, and I will go there again before the year is out.</p>", None),
    ],
)  # fmt: skip
def test_a_passage_has_its_language(passage: str, lang: str | None) -> None:
    assert [block.lang for block in page(passage)] == [None, lang, None]


def test_a_passage_is_said_by_the_rules_of_its_language() -> None:
    article = clean(
        f'<html lang="en"><body><article><h1>A quiet town</h1>{STORY}'
        f'<blockquote lang="de"><p>Am 3. Mai um 14.30 Uhr.</p></blockquote>{ENDING}</article></body></html>'
    )
    (quote,) = [u for u in segment.script(article).utterances if u.kind == "quote"]
    assert quote.lang == "de"


def test_languages_with_small_words_in_common_need_markup() -> None:
    text = "O presidente não disse que a lei era uma das mais caras do país, mas também não a pagou."
    assert told_apart((Block("paragraph", text),), "es")[0].lang is None
    assert told_apart((Block("paragraph", text, lang="pt-BR"),), "es")[0].lang == "pt-BR"
