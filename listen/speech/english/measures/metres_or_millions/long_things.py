"""Things that have a length: "a 3m USB cable", "12m of drying space", "a 4m python"."""

from __future__ import annotations

from listen.speech.rules import Here, words
from listen.speech.writing import patterns as re

_PHRASE_ENDS = (
    r"(?=[.,;:!?)”\"’—–]|\Z|\s[(—–]|\s(?:and|or)\s(?!(?:[a-z-]{2,14}\s){1,2}(?:customers|users|viewers|subscribers|owners|makers|firms?|homes)\b)"
    r"|\s(?:is|was|are|were|has|had|have|that|which|who|whose|to|for|with|without|from|in|on|at|of|by|as|it|you|I|we|they|he|she|the|an?|this|can"
    r"|could|will|would|may|might|must|should|so|but|if|when|while|where|because|there|into|onto|over|out|up|down|along|across|through|between|under|below"
    r"|behind|near|beside|inside|off|instead|than|only|not|just|its|his|her|my|your|our|their|fell|lay|lies|hung|ran|came|comes|costs?|broke|burst|went|stood"
    r"|stands|sank|sat|sits|rose|grew|grows|took|made|weighs|ate|bit|swam|slept|carrying|leading|lying|standing|hanging|(?!(?:need|seed|feed|speed|weed|breed|hundred)\b)[a-z]{2,10}ed)\b)"
)
"""No noun stands behind: "a 5m rope hung there", no "a 5m rope deal"."""
_BETWEEN = (
    r"(?!(?:of|in|to|and|or|for|with|without|on|by|from|at|the|an?|who|that|is|was|has|new|more|million|billion|people|men|women|children"
    r"|sub-?sea|undersea|submarine|transatlantic)\b)(?:clothes|mains|[A-Z\d]|[A-Za-z][\w-]{0,12}(?:ss|[^s\W]))\s"
)
"""Between a length and its thing, no plural: "braided USB", no "homes served by"."""
_LEAD_NEXT = re.compile(
    rf"\s(?:{_BETWEEN}){{0,3}}(?:(?:cable|cord|(?:extension|mains|test|dog)\slead|hose|rope|ladder|tape\smeasure|ribbon|flex|wire|leash)"
    rf"(?P<many>e?s)?){_PHRASE_ENDS}"
)


def is_lead(m: re.Match[str], here: Here) -> bool:
    """Return whether a thing of that length follows: "a 3m braided USB cable", but "sold 3m cables"."""
    if m["b"] or float(m["a"].replace(",", "")) > 100:
        return False
    lead = _LEAD_NEXT.match(here.text, m.end())
    if lead is None:
        return False
    before = here.before(m.start()).lower()
    if lead["many"] is None:
        return before in _ONE_OF_THEM
    paired = before == "of" and _PAIR_OF.search(here.text, max(0, m.start() - 12), m.start()) is not None
    return before in _SOME_OF_THEM or paired


_ONE_OF_THEM = words("a an the this that my your our his her one")
_SOME_OF_THEM = words("my your his her two three four")
_PAIR_OF = re.compile(r"\b(?:couple|pair|set|pack)\sof\s\Z")
_OF_STUFF = re.compile(
    r"\sof\s(?:(?!the\s)[a-z-]{2,14}\s){0,2}(?:(?:drying|climbing|ascent|descent|elevation|headroom|frontage)\b"
    r"|(?:cables?|cabling|ropes?|hoses?|piping|pipes?|pipework|wire|wiring|fabric|cloth"
    r"|ribbon|twine|string|thread|yarn|fencing|fence|hedge|hedging|shelving|guttering|tubing|chain|netting|bunting|skirting|tape"
    r"|water|floodwater|snow|snowfall|rain|rainfall|ice|mud|silt|sand|rock|rubble"
    rf"|concrete|topsoil|sediment){_PHRASE_ENDS})"
)
"""What is measured along: "12m of drying space", "15m of cable"."""
_GOODS = re.compile(
    rf"[\s-](?:{_BETWEEN}){{0,2}}(?:airer|hosepipe|washing\sline|clothes\sline|gazebo|trampoline|flagpole|tape\smeasure"
    rf"|(?:extension|dog)\slead){_PHRASE_ENDS}"
)
"""What is sold by its length: "winged 12m heated clothes airer"."""
_LONG_THING = re.compile(
    rf"[\s-](?:{_BETWEEN}){{0,2}}(?:hose|cable|rope|ladder|cord"
    r"|tree|whale|python|snake|anaconda|crocodile|alligator|shark|squid|boat|dinghy|trawler|catamaran|canoe|kayak|raft|barge"
    r"|vessel(?:[’']s)?|superyacht(?:[’']s)?|schooner(?:[’']s)?"
    r"|(?:shipping\s)container|trench|ditch|ravine|gorge|embankment|pit|crater|shaft|banner|pole|mast|spire|chimney|obelisk"
    rf"|pillar|column|hedge|ledge|crane|rocket|skeleton|dinosaur|crack|tightrope|plank|beam)(?:(?<=[’']s)\s|{_PHRASE_ENDS})"
)
"""A thing that has a length: "a 4m python", no "5m python developers" and no "2m cable customers"."""
_A_THING = words("a an the this that one my your our his her its their another each every")


def is_long(m: re.Match[str], here: Here) -> bool:
    """Return whether one thing of that length follows, or stuff that is measured along."""
    if _OF_STUFF.match(here.text, m.end()):
        return True
    if float(m["a"].replace(",", "")) > 300:
        return False
    if _GOODS.match(here.text, m.end()):
        return True
    return here.before(m.start()).lower() in _A_THING and _LONG_THING.match(here.text, m.end()) is not None
