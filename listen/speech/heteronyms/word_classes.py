"""Kinds of words that tell a noun from a verb: what may stand before either, what begins a phrase."""

from __future__ import annotations

from listen.speech.rules import words

MODAL = words(
    """
    will would can could may might must should shall cannot can't won't wouldn't couldn't shouldn't don't
    doesn't didn't do did does not never helps help helped let let's please i'll we'll you'll they'll
    he'll she'll it'll i'd we'd they'd who'd he'd she'd you'd
    """
)
SUBJECT = words(
    """
    half thirds quarters i you we they who people police officials experts analysts critics others many
    most some children men women
    """
)
DETERMINER = words(
    """
    a an the these those his her its their our my your each every any no another such what which whose own
    same other former current recent major early late national local first second third last next new old
    big good great small more several few all both public one two three four five six seven eight nine ten
    """
)
PREPOSITION = words(
    """
    of in on at for from with without by about into over under between against during after before since
    through despite amid among upon via per than as
    """
)
OBJECT = words(
    """
    the a an this these those his her its their our my your him them it us me himself herself itself
    themselves any all both some each every more what how whether you one everyone everything someone
    something anyone anything nobody nothing no many most several such people
    """
)
AFTER_NOUN = words(
    """
    of was is has were are had
    """
)
SINGULAR_S = words(
    """
    measles mumps rabies diabetes herpes rickets shingles christmas mass alias atlas texas kansas dallas
    paris james sports sales arms news business process access address loss class glass press boss gas
    series goods jobs customs congress success stress progress bus this his its is was has does us yes
    sells buys gets makes takes gives wants sees eats brings keeps finds
    less plus thus always across perhaps lens analysis basis crisis physics politics economics mathematics
    athletics
    """
)
TAKES = words(
    "contains includes requires provides allows creates generates receives involves describes removes"
)
"""What one does to what comes behind it: no plural noun."""
ADVERBS = words(
    """
    also then now still even just only often always never rarely soon ever both either quickly really to
    """
)
ADJECTIVES_LY = words(
    """
    disorderly orderly friendly unfriendly deadly elderly costly lonely ugly family cowardly scholarly silly
    """
)
"""Adjectives that look like adverbs."""
COUNTING = words(
    """
    million billion thousand hundred hundreds thousands millions two three four five six seven eight
    nine ten
    """
)
PERSONS = words("him them us me")
ARTICLES = words("the a an this these those it them")


def is_plural(word: str) -> bool:
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "us", "'s", "’s", "is"))
        and word not in SINGULAR_S
        and word not in TAKES
    )


def takes_object(following: str) -> bool:
    return following in OBJECT or following in COUNTING or following.endswith("ing") or is_plural(following)


AUXILIARY = words("is was are were has have had be been being do does did am isn't aren't wasn't weren't")
FINITE = words(
    """
    spread erupt erupted rage raged loom help fell rose came went grew began hit reached held show said earn
    make say need cost hurt take get go come says makes takes gets goes comes
    face want see include represent remain vary continue work live hold tend help give keep let mean pay
    run stay turn stand add become bring cause cover end fill fall follow lead leave lie lose move offer
    open play provide receive reflect require rise seem serve sit start stop suggest support use found
    made left led lost paid expire soar jump slump climb drop decline slow double triple surge plunge pile
    mount stall put ran set sold sent stood sat took were won drew got gave built cut met spent kept
    """
)
"""What a plural noun does: a word after it that is a verb."""
SMALL = MODAL | PREPOSITION | DETERMINER | SUBJECT | words("to and or but nor if that who which when how")
"""What headlines write small, or what stands before a verb."""
OWNERS = words("the this that his her our your their my")
