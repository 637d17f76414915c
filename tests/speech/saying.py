"""What is said of a text, in one of several ways, so that a case is a line of a file.

`how` is a language tag (the words), or `sounds:TAG` (the phonemes that the lexicon and the letters give,
words where there are none), `espeak:TAG` and `misaki:TAG` (IPA rewritten for an engine), or `locale` (the
kind of English that a site or a tag is read in; by an American voice, and `locale:TAG` by one of that kind).
"""

from __future__ import annotations

import json
import sys

from listen.speech import speak, spoken, to_espeak, to_misaki
from listen.speech.locale import locale


def said(how: str, text: str) -> str:
    """The words or sounds of a text."""
    way, _, tag = how.rpartition(":")
    if way == "espeak":
        return to_espeak(text, tag)
    if way == "misaki":
        return to_misaki(text, tag)
    if way == "sounds":
        return " ".join(word.ipa or word.text for word in speak(text, tag))
    if "locale" in (how, way):
        voice = tag if way else "en-US"
        return locale(text, voice_lang=voice) if text.startswith("en-") else locale("en", text, "", voice)
    return spoken(text, how)


if __name__ == "__main__":
    for line in sys.stdin:
        asked = json.loads(line)
        try:
            print(json.dumps(said(*asked)))
        except Exception as error:  # noqa: BLE001 - a table changed at random may raise anything
            print(json.dumps(f"Error {error!r}"))
