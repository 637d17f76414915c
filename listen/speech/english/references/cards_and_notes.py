"""Cards and notes: "A♠", "10♥", a bid of "4♠", "B♭", "C♯5", "a ii–V–I"."""

from __future__ import annotations

from listen.speech.numbers import cardinal, roman
from listen.speech.rules import Here, Rule, Said, table, whole, words
from listen.speech.writing import patterns as re

_SUITS = table("♠=spade | ♥=heart | ♦=diamond | ♣=club | ♤=spade | ♡=heart | ♢=diamond | ♧=club")
_RANKS = table("A=ace | K=king | Q=queen | J=jack | T=ten")
_SIGNS = "".join(_SUITS)
_BRIDGE = re.compile(
    r"\b(?:bid(?:s|ding)?|\dNT|NT|trumps?|doubled?|redoubled|vulnerable|declarer|dummy|contract)\b"
)


def _card(m: re.Match[str], here: Here) -> Said | None:
    """ "A♠", "10♥": a card; "4♠" in a game of bridge: so many tricks."""
    rank, suit = m["r"], _SUITS[m["s"]]
    if rank.isdecimal() and int(rank) < 8 and _BRIDGE.search(here.around(m.start(), m.end())):
        return whole(m, f"{cardinal(int(rank))} {suit}{'' if rank == '1' else 's'}")
    name = _RANKS.get(rank) or cardinal(int(rank))
    return whole(m, f"{name} of {suit}s,")


def _suit(m: re.Match[str], here: Here) -> Said | None:
    """ "♠AK4": the suit before what is held of it."""
    held = [
        _RANKS.get(c) or ("ten" if c == "10" else cardinal(int(c))) for c in re.findall(r"10|\w", m["held"])
    ]
    return whole(m, f"{_SUITS[m['s']]}s {' '.join(held)},")


_ACCIDENTALS = table("♭=flat | ♯=sharp | ♮=natural | #=sharp")
_CHORDS = table("m=minor | maj=major | min=minor | dim=diminished | aug=augmented | sus=suspended | M=major")


def _note(m: re.Match[str], here: Here) -> Said | None:
    """ "B♭", "C♯5", "F♯m7"."""
    said = [m["w"], _ACCIDENTALS[m["x"]]]
    if m["c"]:
        said.append(_CHORDS[m["c"]])
    if m["n"]:
        said.append(cardinal(int(m["n"])))
    return whole(m, " ".join(said))


def _progression(m: re.Match[str], here: Here) -> Said | None:
    """ "a ii–V–I": chords by their degree."""
    degrees = [roman(part.upper()) for part in re.split("[-–]", m.group())]
    if not all(0 < n < 8 for n in degrees):
        return None
    return whole(m, " ".join(cardinal(n) for n in degrees))


_PULSE = words("time meter metre signature rhythm beat groove feel waltz march")


_PLAYED = re.compile(
    r"\b(?:BPM|bpm|tempo|minor|major|waltz|riff|drum(?:s|mer|beat)?|melody|chorus|verse|tracks?|songs?|bars?|march)\b"
)


_HOMES = words("ranch condo colonial bungalow townhome townhouse duplex rambler")


def _beats(m: re.Match[str], here: Here) -> Said | None:
    """ "12/8 time", "a 5/1 ARM": two figures side by side."""
    after = here.after(m.end())
    timed = int(m["a"]) > 1 and int(m["b"]) in (2, 4, 8, 16)
    played = here.before(m.start()).lower() == "in" and after.lower() != "of"
    pulse = timed and (
        after.lower() in _PULSE or (played and _PLAYED.search(here.around(m.start(), m.end())) is not None)
    )
    if after in _HOMES and not here.british and int(m["a"]) < 9 and int(m["b"]) < 9:
        return whole(m, f"{cardinal(int(m['a']))} {cardinal(int(m['b']))}")  # a 3/2 ranch
    if not pulse and after not in ("ARM", "ARMs"):
        return None
    return whole(m, f"{cardinal(int(m['a']))} {cardinal(int(m['b']))}")


def _of_an_opus(m: re.Match[str], here: Here) -> Said | None:
    """ "Op. 10/3": the third piece of a work."""
    told = _OPUS.search(here.text, max(0, m.start() - 5), m.start())
    return whole(m, f"{cardinal(int(m['a']))} number {cardinal(int(m['b']))}") if told else None


_OPUS = re.compile(r"\b[Oo]p\.\s?\Z")


LETTERS = (
    Rule(rf"(?P<r>[AKQJT])(?P<s>[{_SIGNS}])\ufe0f?(?!\w)", _card),
    Rule(
        r"(?P<w>[A-G])(?P<x>[♭♯♮]|#(?=m|maj|\d))(?P<c>maj|min|dim|aug|sus|m|M)?(?P<n>\d{1,2})?(?!\w)",
        _note,
    ),
    Rule(r"[iIvV]{1,3}(?:[-–][iIvV]{1,3}){2,6}(?![\w-])", _progression),
)
DIGITS = (
    Rule(r"(?P<a>\d{1,3})/(?P<b>\d{1,2})(?![\w/]|[.,]\d)", _of_an_opus),
    Rule(r"(?P<a>\d{1,2})/(?P<b>\d{1,2})(?=[\s-][A-Za-z]|[.,;)]\s|[.)]?\Z)", _beats),
    Rule(rf"(?P<r>10|[2-9]|1(?=[{_SIGNS}]))(?P<s>[{_SIGNS}])\ufe0f?(?!\w)", _card),
)
SYMBOLS = (Rule(rf"(?P<s>[{_SIGNS}])\ufe0f?(?P<held>(?:10|[AKQJT2-9]){{1,13}})(?!\w)", _suit),)
