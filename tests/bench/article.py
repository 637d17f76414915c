"""Articles of any length for the benchmarks: made up, the same every time, no sentence twice."""

from __future__ import annotations

import random
from collections.abc import Iterator

SENTENCES = (
    "The {thing} {place} was {done} on {day}, {count} weeks before anybody had expected it.",
    "{name}, who has worked {place} for {count} years, said the {thing} would have to wait.",
    "Nobody could say why the {thing} had been {done}, and the {people} {place} did not ask.",
    '"We had {count} minutes to decide," {name} said. "Would you have {done} it?"',
    "By {day} evening the {people} had counted {number} of them, more than in any year since {year}.",
    "It cost £{small}.{digit}m, according to a report that {name} gave to the {people} in {year}.",
    "Two hundred miles further north, {place}, the {thing} is {done} every {day} and nobody minds.",
    "Critics call the {thing} a gamble; its supporters point to the {number} {people} who depend on it.",
    "Prices rose by {small}.{digit} per cent last year, faster than the {people} {place} had feared.",
    "What happened next surprised {name}: the {people} voted, {count} to {small}, to have it {done}.",
    "In {year} the {thing} was moved again, this time {place}, where {number} visitors came to see it.",
    "{name} laughed, put the letter down and said that the {people} had {done} worse.",
)
SLOTS = {
    "thing": "ferry lighthouse railway market reservoir library bridge harbour wall orchestra school "
    "newspaper observatory hospital bakery cinema footpath archive greenhouse quarry windmill",
    "place": "by the river|behind the station|along the coast|in the old town|above the valley|"
    "on the island|at the edge of the forest|outside the capital|"
    "near the border|under the motorway|across the bay",
    "done": "closed repaired opened sold forgotten painted flooded rebuilt measured abandoned saved",
    "people": "farmers teachers engineers neighbours doctors children fishermen councillors drivers tourists",
    "name": "Maria Jensen|Tom Archer|Dr Amina Yusuf|Peter Lindqvist|Grace Okafor|Helen Marsh|David Rowe|"
    "Sofia Marino|Jack Turner|Ruth Campbell|Samuel Price|Clara Weiss",
    "day": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "count": "three four five six seven eight nine ten eleven twelve",
}


def paragraphs(count: int, seed: int = 1) -> Iterator[str]:
    """`count` paragraphs of three or four sentences, some 60 words each; 500 speak for three hours."""
    choose = random.Random(seed)
    words = {name: text.split("|") if "|" in text else text.split() for name, text in SLOTS.items()}
    for _ in range(count):
        sentences = choose.sample(SENTENCES, choose.choice((3, 4, 4)))
        yield " ".join(_filled(sentence, words, choose) for sentence in sentences)


def article(count: int, seed: int = 1) -> str:
    """The paragraphs under a title, as plain text."""
    return "\n\n".join(("A long story", *paragraphs(count, seed))) + "\n"


def _filled(sentence: str, words: dict[str, list[str]], choose: random.Random) -> str:
    filled = {name: choose.choice(options) for name, options in words.items()}
    return sentence.format(
        **filled,
        number=f"{choose.randrange(1000, 90000):,}",
        small=choose.randrange(2, 40),
        digit=choose.randrange(1, 10),
        year=choose.randrange(1890, 2025),
    )
