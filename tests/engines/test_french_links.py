"""French between words: what is linked, what is not, and where the e is said."""

from __future__ import annotations

import pytest

from listen.engines.kokoro import kokoro_reader
from tests.engines.utterances import utterance


def said(text: str) -> str:
    """The phonemes of a French text, without stress and between spaces."""
    groups = kokoro_reader.groups(utterance(text, "fr"), "fr-FR")
    return " ".join(groups).replace("ˈ", "").replace("ˌ", "")


@pytest.mark.parametrize(
    ("text", "sounds"),
    [
        ("les pommes et les poires", "le pɔm e le pwaʁ"),
        ("trois tables et un banc", "tʁwa tabl e œ̃ bɑ̃"),
        ("à Limoges on danse", "a limoʒ ɔ̃ dɑ̃s"),
        ("le maire de Nîmes explique", "lə mɛʁ də nim ɛksplik"),
        ("il marchait à pied", "il maʁʃɛ a pje"),
        ("ils vendent au marché", "il vɑ̃d o maʁʃe"),
        ("mesdames et messieurs", "medam e mesjø"),
        ("toutes aussi", "tut osi"),
        ("les abeilles apprennent", "lez abɛj apʁɛn"),
        ("les soldats obéissaient", "le sɔlda obeisɛ"),
        ("les juges iront", "le ʒyʒ iʁɔ̃"),
        ("un repas excellent", "œ̃ ʁəpa ɛksɛlɑ̃"),
    ],
)
def test_nothing_long_is_linked_to_what_begins_anew(text: str, sounds: str) -> None:
    """espeak-ng says "pɔmz e", "limoʒz ɔ̃", "maʁʃɛt a"."""
    assert said(text) == sounds


@pytest.mark.parametrize(
    ("text", "sounds"),
    [
        ("les oiseaux", "lez wazo"),
        ("ils ont appris", "ilz ɔ̃t apʁi"),
        ("elles étaient en retard", "ɛlz etɛt ɑ̃ ʁətaʁ"),
        ("deux anciennes usines", "døz ɑ̃sjɛnz yzin"),
        ("de grands arbres", "də ɡʁɑ̃z aʁbʁ"),
        ("un petit oiseau", "œ̃ pətit wazo"),
        ("un grand homme", "œ̃ ɡʁɑ̃t ɔm"),
        ("c'est un ami", "sɛt œ̃n ami"),
        ("vingt ans", "vɛ̃t ɑ̃"),
        ("l'École des arts et métiers", "lekɔl dez aʁz e metje"),
        ("des enfants africains", "dez ɑ̃fɑ̃z afʁikɛ̃"),
        ("dans un an", "dɑ̃z œ̃n ɑ̃"),
        ("des repas excellents", "de ʁəpaz ɛksɛlɑ̃"),
        ("les jeux olympiques", "le ʒøz olɛ̃pik"),
        ("un gros arbre", "œ̃ ɡʁoz aʁbʁ"),
        ("vous avez appris", "vuz avez apʁi"),
    ],
)
def test_small_words_and_adjectives_are_linked(text: str, sounds: str) -> None:
    """The near misses: these have their last consonant."""
    assert said(text) == sounds


@pytest.mark.parametrize(
    ("text", "sounds"),
    [
        ("quatre chats", "katʁə ʃa"),
        ("le ministre parle", "lə ministʁə paʁl"),
        ("la table ronde", "la tablə ʁɔ̃d"),
        ("de simples gestes", "də sɛ̃plə ʒɛst"),
        ("ils tremblent de froid", "il tʁɑ̃blə də fʁwa"),
        ("notre maison", "notʁə mɛzɔ̃"),
        ("il insistera", "il ɛ̃sistəʁa"),
        ("elle cherchera", "ɛl ʃɛʁʃəʁa"),
        ("tristement", "tʁistəmɑ̃"),
        ("elle préparera", "ɛl pʁepaʁəʁa"),
        ("allez-y vite", "alezi vit"),
    ],
)
def test_an_e_is_said_where_three_consonants_would_meet(text: str, sounds: str) -> None:
    """espeak-ng says "katʁ ʃa", "ɛ̃sistʁa", and of "allez-y" the letter's name."""
    assert said(text) == sounds


@pytest.mark.parametrize(
    ("text", "sounds"),
    [
        ("quatre amis", "katʁ ami"),
        ("la table est mise", "la tabl ɛ miz"),
        ("le ministre.", "lə ministʁ."),
        ("quatre, cinq", "katʁ, sɛ̃k"),
        ("il perdra", "il pɛʁdʁa"),
        ("il courra", "il kuʁʁa"),
        ("franchement", "fʁɑ̃ʃmɑ̃"),
        ("la lettre y", "la lɛtʁ iɡʁɛk"),
        ("un avril doux", "œ̃n avʁil du"),
    ],
)
def test_no_e_is_said_where_none_is_needed(text: str, sounds: str) -> None:
    """The near misses: a vowel or a pause follows, or nothing is written there."""
    assert said(text) == sounds


@pytest.mark.parametrize(
    ("text", "sounds"),
    [
        ("mille neuf cent douze pages", "mil nœf sɑ̃ dˈuz pˈaʒ"),
        ("soixante-douze mille", "swasɑ̃tduz mˈil"),
        ("trente et un jours", "tʁɑ̃t e ˈœ̃ ʒˈuʁ"),
        ("soixante et onze ans", "swasɑ̃t e ˈɔ̃z ˈɑ̃"),
        ("mille une pages", "mil ˈyn pˈaʒ"),
        ("trente et un ami", "tʁɑ̃t e ˈœ̃n amˈi"),
        ("Paul et un ami", "pˈɔl e œ̃n amˈi"),
        ("quatre-vingt-un ans", "katʁəvɛ̃ˈœ̃n ˈɑ̃"),
        ("quatre-vingt-deux pages", "katʁəvɛ̃dˈø pˈaʒ"),
        ("quatre-vingt-huit pages", "katʁəvɛ̃yˈi pˈaʒ"),
        ("quatre-vingt-onze pages", "katʁəvɛ̃ˈɔ̃z pˈaʒ"),
        ("vingt-deux pages", "vɛ̃tdˈø pˈaʒ"),
        ("grand-père", "ɡʁˈɑ̃pˈɛʁ"),
        ("deux chats, cinq", "dˈø ʃˈa, sˈɛ̃k"),
        ("cent ans", "sˈɑ̃t ˈɑ̃"),
        ("vingt heures", "vˈɛ̃t ˈœʁ"),
        ("vingt hérissons", "vˈɛ̃ eʁisˈɔ̃"),
        ("vingt-deuxième", "vɛ̃tdøzjˈɛm"),
        ("cent habitants", "sˈɑ̃t abitˈɑ̃"),
        ("cent haricots", "sˈɑ̃ aʁikˈo"),
        ("cent un ans", "sɑ̃ ˈœ̃n ˈɑ̃"),
        ("pour cent en mai", "puʁ sˈɑ̃ ɑ̃ mˈɛ"),
    ],
)
def test_a_number_has_one_stress(text: str, sounds: str) -> None:
    """espeak-ng stresses each part of a number that is written in words; other compounds keep both."""
    assert " ".join(kokoro_reader.groups(utterance(text, "fr"), "fr-FR")) == sounds
