"""This module says which colons lead to nothing that is read: a picture, a film or an address stands behind
them, and the next paragraph is about something else.
"""

import re

from listen.clean.dom.nouns import Page
from listen.clean.dom.text import STOPS, word_count
from listen.clean.metadata.page_language import LATIN, guess, known_words
from listen.clean.metadata.titles import words as bare

SENTENCE_END = re.compile(
    r"(?<!\bProf)(?<!\bMrs)(?<!\bMme)(?<!\bMlle)(?<!\bGen)(?<!\bGov)(?<!\bSen)(?<!\bRev)(?<!\bHon)(?<!\bCapt)"
    r"(?<!\bSra)(?<!\bDipl)(?<=\w{3})[.!?…][”“\"'’»)]{0,2}(?=\s+[\"“„«'‘(¿¡]?[^\W\d_a-z])|[。！？][”」』）]?(?=.)"
)
"""Where a sentence surely ends: behind a word, not behind “Dr.” or a title, and a capital follows."""
FILM = re.compile(
    r"\b(?:watch|see|look at|listen to)\b[^.!?]{0,80}\b(?:film|video|clip|trailer|recording)\b\W*:\Z|"
    r"\b(?:here(?:[’']s| is| are)|see|look at|below (?:is|are)|this is|voici|hier (?:ist|sind)|"
    r"aquí (?:está|tienes))\b[^.!?]{0,30}"
    r"\b(?:map|chart|graph|diagram|photos?|pictures?|images?|screenshots?|infographic|karte|grafik|bild(?:er)?|"
    r"carte|graphique|mapa|foto)\b[^.!?]{0,60}:\Z|"
    r"\b(?:klick\w*|drück\w*)\b[^.!?]{0,40}\b(?:play|button|knopf|video|bild)\b[^.!?]{0,60}:\Z|"
    r"\b(?:video|film|clip)\b[^.!?]{0,60}\b(?:schau\w*|seht|sieh)\b[^.!?]{0,20}:\Z|"
    r"\blook(?:s|ed)? (?:\w+ )?like (?:this|so|the following)\s*:\Z|"
    r"\bso (?:sieht|sah|sehen|schaut)\b[^.!?]{0,60}:\Z|"
    r"\b(?:sieht|sah|schaut)\b[^.!?]{0,40}\b(?:so|wie folgt) aus\s*:\Z|\b(?:ça|cela) donne\b[^.!?]{0,30}:\Z|"
    r"\b(?:se ve|queda|luce) así\s*:\Z",
    re.I,
)
"""How a line ends that leads into the film or the picture which stands behind it."""
LEADS_ON = re.compile(
    r"\b(?:here|below|following|see|watch|click|hier|unten|folgend\w*|siehe|klick\w*|ci-dessous|suivante?s?|voici|"
    r"aquí|siguientes?|ecco|seguent[ei])\b",
    re.I,
)
"""What the last sentence of a part says, if it says nothing but that something follows."""
_GOES_ON = re.compile(r"[\"'“„«‘*•·▪–—-]|\(?\d{1,2}[.)]|[a-zß-ÿ]")
"""How a paragraph begins to which the colon before it may lead, whatever stands between: a quotation, the
first of several, the rest of the sentence."""
_SHOWN = re.compile(
    r"\b(?:images?|pictures?|photos?|videos?|films?|clips?|charts?|graphs?|figures?|maps?|screenshots?|buttons?|"
    r"fotos?|bild(?:er)?|grafik|karte|knopf|vidéos?|cartes?|graphiques?|imágenes|imagen|mapas?|vídeos?|"
    r"immagin[ei]|afbeelding)\b",
    re.I,
)
_BRACKET_END = re.compile(r"[)\]][.!?…][”\"'’»]?(?=\s+[\"“„«'‘(¿¡]?[^\W\d_a-z])")
_LEADS = re.compile(
    r"\A\W*(?:see|watch|check|click|look|siehe|schau|klick\w*|regarde[zr]?|mira)\b|"
    r"\b(?:here|below|following|hier|unten|folgend\w*|ci-dessous|suivante?s?|voici|aquí|siguientes?|ecco|seguent[ei])\b",
    re.I,
)
"""What a sentence says that leads to something."""
_FEW, _UNFINISHED, _LEAD, _MOST = 4, 9, 14, 30
"""Words of a lead that says nothing by itself (“Our model:”), of one that ends with a word which nothing ends
with (“the next level was:”), of the longest that does no more than lead, unless it names the picture, and of
the longest that is left out."""
_NEAR = 30
"""Characters between what leads on and what it leads to: “the following picture”."""
_PROSE = 8
"""Words of a paragraph that is more than a label."""
_ENDED = re.compile(rf"[{STOPS}][\"'”’»)]*\Z")


def left_open(page: Page, i: int, following: int) -> bool:
    """Return whether a passage ends with a colon, and something that is not read stands between it and the
    next paragraph, `following`, to which the colon does not lead.
    """
    c = page.candidates[i]
    if c.kind not in ("paragraph", "list_item") or not c.text.endswith((":", "：")):
        return False
    after = page.candidates[following]
    if any(between.kind == "figure" for between in page.candidates[i + 1 : following]):
        # A picture with a caption is an illustration, unless the words before it speak of it.
        apart = _SHOWN.search(c.text) is not None
    else:
        apart = following > i + 1 or _before_picture(page, i) or _address_taken(page, i)
    if not apart or after.kind != "paragraph" or _GOES_ON.match(after.text):
        return False
    # What a sentence asks for that ends like “the two events are:” is read, or is not known.
    return _before_picture(page, i) or not _unfinished(c.text[:-1], after.text)


def _unfinished(said: str, after: str) -> bool:
    """Return whether words end with one that no sentence ends with, by the language around them."""
    last = said.rsplit(maxsplit=1)[-1:]
    lang = guess(f"{said} {after}")
    return lang in LATIN and bool(last) and bool(known_words(last[0], lang))


def _before_picture(page: Page, i: int) -> bool:
    """Return whether a picture or a film stands right behind a passage."""
    return page.candidates[i].pictured or page.candidates[i + 1].images > 0


def _address_taken(page: Page, i: int) -> bool:
    """Return whether an address was taken out of a passage."""
    return any(at == i and why.kind == "links" for at, why, _ in page.unsaid)


def led_on(page: Page, i: int, following: int) -> int:
    """Return how much is read of a passage whose colon is left open: all but the colon, where its last
    sentence says something by itself; nothing, or all but that sentence, where it only leads to a picture.
    """
    text, after = page.candidates[i].text, page.candidates[following]
    if not _before_picture(page, i) or not (word_count(after.text) >= _PROSE or _ENDED.search(after.text)):
        return len(text) - 1
    ends = [end.end() for form in (SENTENCE_END, _BRACKET_END) for end in form.finditer(text)]
    start = max(ends, default=0)
    said = text[start:-1].strip()
    words = word_count(said)
    unfinished = words <= _UNFINISHED and _unfinished(said, after.text)
    leads = bool(FILM.search(text))
    first = _LEADS.search(said)
    if first and not leads:
        # “All her photographs are by telephone, here is one:” says something before it leads on.
        early = words <= _LEAD and word_count(said[: first.start()]) < _FEW
        near = said[max(0, first.start() - _NEAR) : first.end() + _NEAR]
        leads = early or _SHOWN.search(near) is not None
    if words <= _FEW and (page.candidates[i].pictured or not page.candidates[i].bold):
        # A label over the next paragraph has a word of it.
        own, told = ({word for word in bare(t).split() if len(word) > _FEW} for t in (said, after.text))
        leads = leads or own.isdisjoint(told)
    return start if (leads or unfinished) and words <= _MOST else len(text) - 1
