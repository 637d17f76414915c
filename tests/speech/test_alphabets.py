"""The lexicon's IPA in the letters of each engine, checked against the engines' own."""

import json
import shutil
import subprocess
from importlib.resources import files

import pytest

from listen.speech.alphabets import to_espeak, to_misaki
from listen.speech.lexicon import builtin


@pytest.mark.parametrize(
    ("ipa", "british", "american"),
    [
        ("ˈɛədəʊɑːn", "ˈɛːdQɑːn", "ˈɛɹdOɑn"),
        ("kuː", "kˈuː", "kˈu"),
        ("ˈpɹɛzənt", "pɹˈɛzᵊnt", "pɹˈɛzᵊnt"),
        ("ˌsæbəˈlɛŋkə", "sˌabəlˈɛŋkə", "sˌæbəlˈɛŋkə"),
        ("ˈdʒʌntə", "ʤˈʌntə", "ʤˈʌntə"),
        ("ˌtʃʊŋˈtʃɪŋ", "ʧˌʊŋʧˈɪŋ", "ʧˌʊŋʧˈɪŋ"),
        ("ˈaɪlə", "ˈIlə", "ˈIlə"),
        ("ˈbeɪzoʊs", "bˈAzQs", "bˈAzOs"),
    ],
)
def test_misaki(ipa: str, british: str, american: str) -> None:
    assert to_misaki(ipa, "en-GB") == british
    assert to_misaki(ipa, "en-US") == american


def test_misaki_has_a_letter_for_every_sound_in_the_lexicon() -> None:
    known = set(json.loads((files("hibari") / "assets" / "vocab.json").read_text(encoding="utf-8")))
    for entry in builtin():
        for lang in ("en-GB", "en-US"):
            phonemes = to_misaki(entry.said(lang), lang)
            assert set(phonemes) <= known, (entry.word, phonemes)
            assert any(c in phonemes for c in "AIOQWYaiuɑɒɔəɛɜɪʊʌæ"), entry.word


@pytest.mark.parametrize(
    ("ipa", "lang", "mnemonics"),
    [
        ("kiːv", "en-GB", "k'i:v"),
        ("niːˈʒɛə", "en-GB", "ni:Z'e@"),
        ("niːˈʒɛɹ", "en-US", "ni:Z'e@"),
        ("ˈstɑːɹmɚ", "en-US", "st'A@m3"),
        ("ˌhɛzbəˈlɑː", "en-GB", "h,Ezb@l'A:"),
        ("tɛˈɹɑːn", "en-US", "tEr'A:n"),
    ],
)
def test_espeak(ipa: str, lang: str, mnemonics: str) -> None:
    assert to_espeak(ipa, lang) == mnemonics


@pytest.mark.skipif(not shutil.which("espeak-ng"), reason="the espeak-ng program is not installed")
@pytest.mark.parametrize(
    ("ipa", "voice", "heard"),
    [
        ("kiːv", "en-gb", "kˈiːv"),
        ("ˈhuːθi", "en-gb", "hˈuːθi"),
        ("ʃɒlts", "en-gb", "ʃˈɒlts"),
        ("ˈbuːtədʒʌdʒ", "en-us", "bˈuːɾədʒʌdʒ"),
        ("ˈstɑːɹmɚ", "en-us", "stˈɑːɹmɚ"),
        ("niːˈʒɛɹ", "en-us", "niːʒˈɛɹ"),
    ],
)
def test_espeak_says_so(ipa: str, voice: str, heard: str) -> None:
    lang = "en-US" if voice == "en-us" else "en-GB"
    command = ["espeak-ng", "-q", "--ipa", "-v", voice, f"[[{to_espeak(ipa, lang)}]]"]
    assert subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip() == heard


@pytest.mark.parametrize("ipa", ["", "ˈ", "ʘǃ", "kn̩ɬ", "ɣøy"])
def test_strange_signs_are_left_out_not_raised(ipa: str) -> None:
    assert isinstance(to_misaki(ipa), str)
    assert isinstance(to_espeak(ipa), str)
