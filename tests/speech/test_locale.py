"""British or American: language tag, site, spelling, in this order."""

import pytest

from listen.speech import locale


@pytest.mark.parametrize(
    ("lang", "site", "text", "wanted"),
    [
        ("en-GB", "https://www.nytimes.com", "the color", "en-GB"),
        ("en_AU", "", "", "en-GB"),
        ("en-US", "", "", "en-US"),
        ("en-US", "https://www.theguardian.com/a", "The labour centre's programme", "en-GB"),
        ("en-US", "https://www.theguardian.com/a", "", "en-US"),
        ("en", "https://edition.cnn.com/x", "", "en-US"),
        ("en", "https://www.bbc.co.uk/news", "", "en-GB"),
        ("en", "https://blog.example.org.uk/", "", "en-GB"),
        ("en", "https://www.whitehouse.gov/", "", "en-US"),
        ("en", "The Guardian", "", "en-GB"),
        ("en", "", "The defense program's color center", "en-US"),
        ("en", "", "Their favourite colour", "en-GB"),
        ("en", "", "no clue at all", "en-US"),
        ("en", "", "Police in Tulsa, Oklahoma, and in Ohio", "en-US"),
        ("en", "", "The NHS in Leeds is short of nurses, an MP said", "en-GB"),
        ("en", "", "ALDER CREEK, Ore. -- An African grey missing since Feb. 27", "en-US"),
        ("en", "", "Born in Barre, Vt., he moved on", "en-US"),
        ("en", "", "on October 1, Mr. Hill paid", "en-US"),
        ("en", "", "on 1 October, Mr Hill paid $5 and $6", "en-GB"),
        ("en", "", "£5 or $6", "en-GB"),
        ("", "", "", "en-US"),
        ("und", "http://[bad", "", "en-US"),
        ("de-CH", "https://www.nytimes.com", "", "de-CH"),
    ],
)
def test_locale(lang: str, site: str, text: str, wanted: str) -> None:
    assert locale(lang, site, text) == wanted


@pytest.mark.parametrize(("voice", "wanted"), [("en-GB", "en-GB"), ("en-US", "en-US"), ("en-AU", "en-GB")])
def test_the_voice_decides_where_nothing_tells(voice: str, wanted: str) -> None:
    assert locale("en", "", "no clue at all", voice) == wanted
    assert locale("en", "", "Their favourite colour", voice) == "en-GB"
