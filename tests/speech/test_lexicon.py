"""Lexicon files, PLS, and which words of a sentence they give their sound."""

from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listen.casting import pronunciations
from listen.errors import LexiconError
from listen.speech import respelled, speak, spoken
from listen.speech.lexicon import Entry, Lexicon, builtin, dump, parse
from listen.speech.lexicon_files import load
from listen.speech.pls import dump_pls, parse_pls


def sounds(text: str, lang: str = "en-GB", lexicon: Lexicon | None = None) -> dict[str, str]:
    return {w.text: w.ipa for w in speak(text, lang, lexicon) if w.ipa}


def test_the_built_in_lexicon_reads_whole() -> None:
    entries = list(builtin())
    assert len(entries) > 400
    for entry in entries:
        assert entry.ipa, entry.word
        for ipa in (entry.ipa, entry.ipa_us):
            assert not ipa or len(ipa.split()) == len(entry.word.split()), entry.word
    assert dump(parse(dump(builtin()))) == dump(builtin())


def test_names_keep_their_text_and_gain_a_sound() -> None:
    assert sounds("Keir Starmer met Xi.") == {"Keir": "kɪə", "Starmer": "ˈstɑːmə", "Xi": "ʃiː"}
    assert sounds("Keir Starmer met Xi.", "en-US")["Keir"] == "kɪɹ"
    assert spoken("Keir Starmer met Xi.") == "Keer Starmer met Shee."
    assert sounds("Dolores, Éowyn and Wójcik") == {
        "Dolores": "dəˈlɔːɹɪs",
        "Éowyn": "ˈeɪəwɪn",
        "Wójcik": "ˈvuːjtʃɪk",
    }


def test_possessives_and_plurals_follow() -> None:
    assert sounds("Merz's plan and the Houthis' reply") == {"Merz's": "mɛətsɪz", "Houthis": "ˈhuːθiz"}
    assert spoken("two coups") == "two coos"


def test_whole_words_and_their_case_only() -> None:
    assert sounds("The nigerian xi thing") == {}
    assert sounds("reading in Leeds") == {}
    assert sounds("a recouped loss") == {}


def test_several_words_are_found_together() -> None:
    book = Lexicon([Entry("New York", "njuː jɔːk"), Entry("York", "jʊk")])
    assert sounds("New York and York's", lexicon=book) == {"New": "njuː", "York": "jɔːk", "York's": "jʊks"}
    assert sounds("New, York", lexicon=book) == {"York": "jʊk"}


def test_later_entries_and_languages() -> None:
    book = parse("data\tˈdeɪtə\t\ten\nDaten\tˈdaːtn̩\t\tde\n") + parse("data\tˈdɑːtə | ˈdætə")
    assert sounds("data", "en-GB", book) == {"data": "ˈdɑːtə"}
    assert sounds("data", "en-US", book) == {"data": "ˈdætə"}
    assert sounds("Daten", "en-GB", book) == {}
    assert sounds("Daten", "de", book) == {"Daten": "ˈdaːtn̩"}


def test_a_respelling_without_ipa_serves_plain_engines() -> None:
    book = parse("Featherstonehaugh\t\tFanshaw")
    words = speak("Mr Featherstonehaugh's hat", "en-GB", book)
    assert [w.ipa for w in words] == ["", "", ""]
    assert respelled(speak("Mr Featherstonehaugh", "en-GB", book), book) == "Mister Fanshaw"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("word", "my.tsv, line 1: expected a word, a tab and its IPA (or two tabs and a respelling)"),
        ("# fine\n\nNew York\tnjuː", "my.tsv, line 3: the IPA must have as many words as 'New York'"),
        ("a\tb\tc\td\te", "my.tsv, line 1: more than four columns: word, IPA, respelling, language"),
    ],
)
def test_a_line_that_does_not_fit_is_named(text: str, message: str) -> None:
    with pytest.raises(LexiconError, match=r"^my\.tsv") as error:
        parse(text, "my.tsv")
    assert str(error.value) == message


def test_files(tmp_path: Path) -> None:
    path = tmp_path / "own.tsv"
    with pytest.raises(LexiconError, match="cannot be read"):
        load(path)
    path.write_bytes(b"\xff\xfe\xff")
    with pytest.raises(LexiconError, match="is not UTF-8"):
        load(path)
    path.write_text("\ufeffcoup\tkuː\tcoo\n", encoding="utf-8")
    assert [e.word for e in load(path)] == ["coup"]
    path.write_text(dump_pls(parse("coup\tkuː\tcoo")), encoding="utf-8")
    assert list(load(path)) == [Entry("coup", "kuː", "", "coo", "en-GB")]


def test_users_lexicons_stand_over_the_built_in_one(tmp_path: Path) -> None:
    path = tmp_path / "own.tsv"
    path.write_text("Keir\tkaɪə\tKire\n", encoding="utf-8")
    book = pronunciations.in_use(path)
    assert sounds("Keir met Xi", lexicon=book) == {"Keir": "kaɪə", "Xi": "ʃiː"}
    assert spoken("Keir met Xi", lexicon=book) == "Kire met Shee"
    assert list(pronunciations.in_use()) == list(builtin())


def test_pls_prefers_and_skips() -> None:
    text = """<?xml version="1.0"?><lexicon version="1.0" alphabet="ipa" xml:lang="en"
      xmlns="http://www.w3.org/2005/01/pronunciation-lexicon">
      <lexeme><grapheme>either</grapheme><phoneme>ˈiːðə</phoneme>
        <phoneme prefer="true">ˈaɪðə</phoneme></lexeme>
      <lexeme><grapheme>W3C</grapheme><grapheme>W 3 C</grapheme>
        <alias>World Wide Web Consortium</alias></lexeme>
      <lexeme><grapheme>empty</grapheme></lexeme></lexicon>"""
    assert list(parse_pls(text)) == [
        Entry("either", "ˈaɪðə", lang="en"),
        Entry("W3C", respelling="World Wide Web Consortium", lang="en"),
        Entry("W 3 C", respelling="World Wide Web Consortium", lang="en"),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<lexicon", "not well-formed"),
        ("<html/>", "no PLS lexicon"),
        ("<!DOCTYPE x [<!ENTITY y 'z'>]><lexicon/>", "document type"),
        (
            "<lexicon alphabet='x'><lexeme><grapheme>a</grapheme><phoneme>A</phoneme></lexeme></lexicon>",
            "only",
        ),
    ],
)
def test_pls_that_cannot_be_read(text: str, message: str) -> None:
    with pytest.raises(LexiconError, match=message):
        parse_pls(text)


def test_a_reading_in_a_context_keeps_its_role() -> None:
    book = parse("lead (metal)\tlɛd\tled\nlead (guide)\tliːd\n")
    text = dump_pls(book, "en")
    assert '<lexeme role="listen:metal"><grapheme>lead</grapheme>' in text
    assert [(e.word, e.sense, e.ipa) for e in parse_pls(text)] == [
        ("lead", "metal", "lɛd"),
        ("lead", "guide", "liːd"),
    ]
    other = text.replace("listen:metal", "claws:NN1")
    assert [e.sense for e in parse_pls(other)] == ["", "guide"]


WORD = st.text(alphabet="abcdéßñ<&'\"", min_size=1, max_size=6).filter(lambda s: s.strip() == s)
SOUND = st.text(alphabet="ˈaɪəʃ&<", min_size=1, max_size=6)


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    """One word or a few, a sound for each, perhaps American, respelled, in a sense."""
    count = draw(st.integers(1, 3))
    several = partial(st.lists, min_size=count, max_size=count)
    word, ipa = " ".join(draw(several(WORD))), " ".join(draw(several(SOUND)))
    american = " ".join(draw(several(SOUND))) if draw(st.booleans()) else ""
    respelling = " ".join(draw(several(WORD))) if draw(st.booleans()) else ""
    sense = draw(st.sampled_from(["", "", "metal", "past_tense"]))
    return Entry(word, ipa, "" if american == ipa else american, respelling, "en", sense)


@given(st.lists(entries(), max_size=5))
def test_pls_and_tsv_round_trips(wanted: list[Entry]) -> None:
    book = Lexicon(wanted)
    assert list(parse(dump(book))) == list(book)
    for lang in ("en", "en-US"):
        there = list(parse_pls(dump_pls(book, lang)))
        assert there == [Entry(e.word, e.said(lang), "", e.respelling, lang, e.sense) for e in book]
        assert list(parse_pls(dump_pls(Lexicon(there), lang))) == there


def test_every_entry_that_comes_with_us_survives_both_forms() -> None:
    assert list(parse(dump(builtin()))) == list(builtin())
    assert len(parse_pls(dump_pls(builtin(), "en-US"))) == len(builtin())
