"""One spelling, several sounds: the neighbours decide; where they cannot, nothing is said."""

import pytest

from listen.speech import speak
from listen.speech.heteronyms import contexts
from listen.speech.lexicon import builtin


@pytest.mark.parametrize(
    ("sentence", "word", "ipa"),
    [
        ("The lead pipes were replaced.", "lead", "lɛd"),
        ("Children had lead poisoning.", "lead", "lɛd"),
        ("Labour will lead the talks.", "lead", "liːd"),
        ("The lead actor resigned.", "lead", ""),
        ("She had read the report.", "read", "ɹɛd"),
        ("He read out the names yesterday.", "read", "ɹɛd"),
        ("You can read the letter here.", "read", "ɹiːd"),
        ("A gunshot wound to the chest.", "wound", "wuːnd"),
        ("They wound down the scheme.", "wound", "waʊnd"),
        ("The actor took a bow.", "bow", "baʊ"),
        ("A hunter with a bow and arrow.", "bow", "bəʊ"),
        ("Only minute traces were found.", "minute", "maɪˈnjuːt"),
        ("One minute later it was over.", "minute", "ˈmɪnɪt"),
        ("He plays bass in a band.", "bass", "beɪs"),
        ("Karen Bass said so.", "Bass", "bæs"),
        ("Grilled sea bass was served.", "bass", "bæs"),
        ("Weekly refuse collections ended.", "refuse", "ˈɹɛfjuːs"),
        ("Ministers refuse to comment.", "refuse", "ɹɪˈfjuːz"),
        ("Police in Reading said so.", "Reading", "ˈɹɛdɪŋ"),
        ("Reading books is fun.", "Reading", ""),
        ("A diplomatic row over fishing.", "row", "ɹaʊ"),
        ("For the third year in a row.", "row", "ɹəʊ"),
        ("The match was shown live.", "live", "laɪv"),
        ("Families live in tents.", "live", "lɪv"),
        ("The plant will close next year.", "close", "kləʊz"),
        ("She is close to a deal.", "close", "kləʊs"),
        ("The storm could tear off roofs.", "tear", "tɛə"),
        ("Police used tear gas.", "tear", "tɪə"),
        ("They want to wind up the firm.", "wind", "waɪnd"),
        ("Strong wind is forecast.", "wind", "wɪnd"),
        ("The use of force was wrong.", "use", "juːs"),
        ("Rebels use drones.", "use", ""),
        ("We use drones.", "use", "juːz"),
        ("A record number of people.", "record", "ˈɹɛkɔːd"),
        ("They record every call.", "record", "ɹɪˈkɔːd"),
        ("He will present the award.", "present", "pɹɪˈzɛnt"),
        ("They object to the plan.", "object", "əbˈdʒɛkt"),
        ("An object fell from the sky.", "object", "ˈɒbdʒɛkt"),
    ],
)
def test_in_a_sentence(sentence: str, word: str, ipa: str) -> None:
    assert next(w.ipa for w in speak(sentence, "en-GB") if w.text == word) == ipa


def test_every_sense_that_a_context_gives_has_a_sound() -> None:
    known = {f"{e.word.lower()} {e.sense}" for e in builtin() if e.sense}
    given = {f"{word} {context.sense}" for word, lines in contexts().items() for context in lines}
    assert given - known <= {"misread now", "reread now"}
