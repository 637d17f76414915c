"""Voices are files; a language finds its voice."""

import re

import pytest

from listen import engines
from listen.casting import catalog, choosing, entries
from listen.errors import VoiceError
from listen.model import Voice


def test_every_described_voice_is_whole() -> None:
    voices = [entry.voice for entry in catalog.all_entries()]
    assert voices[0].name == catalog.DEFAULT
    assert len({voice.name for voice in voices}) == len(voices) > 120
    for voice in voices:
        assert voice.engine in engines.ENGINES
        assert voice.id
        assert voice.licence
        assert voice.credit
        assert voice.rate in (16000, 22050, 24000)
        assert re.fullmatch(
            r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?(-[a-z]{5,8})?(-x(-[a-z]{1,8})+)?", voice.lang
        )


def test_voices_in_the_package_are_calibrated() -> None:
    for voice in catalog.all_voices():
        if voice.name == "heart" or voice.engine == "espeak":
            assert voice.pace is not None
            assert voice.gain_db is None or -8 < voice.gain_db < 12
    assert all(catalog.load(f"espeak-{lang}").gain_db for lang in ("en-gb", "en-us", "de", "fr", "es"))


@pytest.mark.parametrize(
    ("lang", "name"),
    [
        ("en", "heart"),
        ("en-GB", "heart"),
        ("en_US", "heart"),
        ("und", "heart"),
        ("", "heart"),
        ("de", "espeak-de"),
        ("de-AT", "espeak-de"),
        ("DE-ch", "espeak-de"),
        ("fr-CA", "espeak-fr"),
        ("fr-CH", "espeak-fr-ch"),
        ("pt", "espeak-pt"),
        ("pt-BR", "espeak-pt-br"),
        ("es-MX", "espeak-es-419"),
        ("zh", "espeak-cmn"),
        ("zh-Hans-CN", "espeak-cmn"),
        ("zh-HK", "espeak-yue"),
        ("no", "espeak-nb"),
    ],
)
def test_the_voice_of_a_language(lang: str, name: str) -> None:
    assert choosing.for_language(lang).name == name


@pytest.mark.parametrize(
    ("lang", "name"), [("en", "espeak-en-gb"), ("en-GB", "espeak-en-gb"), ("en-US", "espeak-en-us")]
)
def test_the_voice_of_a_language_with_one_engine(lang: str, name: str) -> None:
    assert choosing.for_language(lang, "espeak").name == name


@pytest.mark.parametrize("lang", ["ja", "iw", "th", "my"])
def test_a_script_that_espeak_spells_is_not_counted_as_spoken(lang: str) -> None:
    with pytest.raises(VoiceError, match=f"^no voice speaks '{lang}': "):
        choosing.for_language(lang)
    assert catalog.load(f"espeak-{choosing.primary(lang)}").engine == "espeak"  # whoever insists may have it


def test_a_language_that_nothing_speaks() -> None:
    with pytest.raises(VoiceError, match=r"^no voice speaks 'tlx': name one with --voice"):
        choosing.for_language("tlx")
    with pytest.raises(VoiceError, match="no voice of engine 'hibari' speaks 'de'"):
        choosing.for_language("de", "hibari")


def test_an_unknown_voice_is_told_what_is_near() -> None:
    with pytest.raises(VoiceError, match=r"^no voice 'haert': did you mean heart"):
        catalog.load("haert")
    with pytest.raises(VoiceError, match=r"^no voice 'zzzzzz': `listen voices` lists them$"):
        catalog.load("zzzzzz")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('engine = "tone"\ncolour = "red"', "unknown key 'colour'"),
        (
            'engine = "tone"\nid = "x"\nlang = "en"\nrate = 1\nlicence = ""\ncredit = "me"',
            "no licence or no credit",
        ),
        (
            'engine = "tone"\nid = "x"\nlang = "en"\nrate = 1\nlicence = "MIT"\ncredit = ""',
            "no licence or no credit",
        ),
        ('engine = "tone"\nid = "x"\nlang = "en"\nrate = 1\nlicence = "MIT"', "credit"),
        ("engine = ", "Invalid value"),
        ('[[files]]\npath = "x"\nsize = 1\nsources = ["hub:x"]', "x has no hash"),
        ('[[files]]\npath = "x"\nsize = 1\nmd5 = "0"\nsources = ["gopher:x"]', "'gopher:x' is no source"),
        ('[[files]]\npath = "x"\nsize = 1\nmd5 = "0"\nweight = 3', "unknown key 'weight' of a file"),
    ],
)
def test_a_description_that_is_none_is_refused(text: str, reason: str) -> None:
    with pytest.raises(VoiceError, match=rf"^voices/x\.toml is not a voice description: .*{reason}"):
        list(entries.parse("x.toml", text))


def test_a_voice_is_a_value() -> None:
    assert isinstance(catalog.load("heart"), Voice)
    assert catalog.load("heart") == catalog.load("heart")


@pytest.mark.parametrize("lang", ["en", "en-GB", "en-US", "und"])
def test_english_gets_the_voice_that_is_in_the_package(lang: str) -> None:
    assert choosing.for_language(lang).name == "heart"
    assert choosing.for_language(lang, "hibari").name == "heart"
