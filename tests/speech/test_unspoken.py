"""What is named or passed over in place of being read, and what stays."""

import hashlib
import random
import uuid
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from listen.speech import speak, spoken, unsaid
from listen.speech.writing import unspoken
from tests.examples import examples
from tests.patience import least_cpu_s

NAMED = """
    commit d670460b4b4aece5915caf5c68d12f560a9fe3e4 broke it → commit a long code broke it
    id 123e4567-e89b-12d3-a456-426614174000 here → id a long code here
    pin sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU= now → pin a long code now
    a token ghp_16C7e42F292c6912E7710c838347Ae178B4a leaked → a token a long code leaked
    factor 12345678901234567890123456789012345678901234567890 → factor a long number
    shown here (doi: 10.4103/0973-6131.98212) again → shown here again
    doi:10.1000/xyz123 has it → has it
    Ann Intern Med 2017;29:459–465 has it → Ann Intern Med has it
    look pic.twitter.com/fCX2Ptc7YN now → look now
    Nooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo! → Nooo!
    at https://www.example.com/2024/05/01/us/politics/trial.html?utm_source=x too → at example dot com too
"""
SAID = """
    build 3f2a9c1 → three F two A nine C one
    Donaudampfschifffahrtsgesellschaftskapitän → Donaudampfschifffahrtsgesellschaftskapitän
    internationalization-and-localization → internationalization
    fetchDataFromServer → fetch
    flight MH370 and part A1B2-C3D4 → M H three seventy
    in 2017; 29 people → twenty-nine people
    at example.com/news → example dot com slash news
"""


def _rows(table: str) -> list[tuple[str, str]]:
    lines = (line.strip() for line in table.strip().splitlines())
    return [(a, b) for a, _, b in (line.partition(" → ") for line in lines)]


@pytest.mark.parametrize(("written", "said"), _rows(NAMED))
def test_named_or_passed_over(written: str, said: str) -> None:
    assert spoken(written, "en-US") == said


PIECES = """
    ( [ “ " ' ‘ < 1 2 a P ] ) : . doi 10.1000/xy https://doi.org/10.1000/x http pic.x.com/ab t.co/a
    2017;29:459 (RTRS.O) <AB.C> PMC arXiv:1201.001 OCLC d670460b4b4aece5915caf5c68d12f560a9fe3e4
    A1b2C3d4E5f6G7 =/+_- —
"""
OTHERS = [" ", "1999 Mar 4;3:1", "PMID: 123456", "ISSN 1234", "o" * 61, "1" * 30]


@given(st.lists(st.sampled_from([*PIECES.split(), *OTHERS]), max_size=8).map("".join))
@settings(max_examples=examples(400), deadline=None)
def test_every_word_is_looked_at(text: str) -> None:
    """What is not read as written at a word's beginning is told, however the word begins."""
    found = [(one.start, one.end) for one in unsaid(text)]
    at = 0
    for word in text.split(" "):
        bare = at + len(word) - len(word.lstrip("([“\"'‘"))
        for start in {at, bare} if len(word) > 3 else ():
            if start < at + len(word) and unspoken.at(text, start):
                assert any(a <= start < b or a < at + len(word) <= b for a, b in found), (word, found)
        at += len(word) + 1


@pytest.mark.parametrize(("written", "said"), _rows(SAID))
def test_what_can_be_said_stays(written: str, said: str) -> None:
    words = spoken(written, "en-US").lower().replace("-", " ")
    assert said.lower().replace("-", " ") in words
    assert unsaid(written) == ()


@pytest.mark.parametrize("row", [row for row in _rows(NAMED) if "http" not in row[0] and "Noo" not in row[0]])
def test_it_is_told_and_can_be_kept(row: tuple[str, str]) -> None:
    found = unsaid(row[0])
    assert len(found) == 1
    assert found[0].reason
    kept = " ".join(w.text for w in speak(row[0], "en-US", whole=True))
    assert len(kept) > len(row[1]) or found[0].said == "a long number"


def test_ten_thousand_hashes_identifiers_and_addresses_take_no_time() -> None:
    """A sample of them in the everyday run, from the same generators."""
    noise = random.Random(13)
    for text in [_odd(noise, n) for n in range(1000)]:
        assert least_cpu_s(partial(speak, text, "en-US"), 0.1) < 0.1


def _odd(noise: random.Random, n: int) -> str:
    data = noise.randbytes(32)
    match n % 5:
        case 0:
            return hashlib.sha256(data).hexdigest()
        case 1:
            return str(uuid.UUID(bytes=data[:16]))
        case 2:
            return "https://www.example.com/" + data.hex() + "?q=" + data.hex()
        case 3:
            return "".join(noise.choices("abcdefABCDEF0123456789-_./", k=noise.randrange(4, 120)))
        case _:
            return "".join(noise.choices("aB1", k=noise.randrange(10, 60)))
