"""From probabilities to what is kept: headings, lists, breaks, lists of other stories."""

import numpy as np

from listen.clean.classifier.choose import chosen
from listen.clean.dom.text import word_count
from listen.clean.dom.tree import parse
from listen.clean.dom.walk import walk
from listen.clean.furniture.wording import sets_capitals, suspicion

PROSE = "<p>The ferry had been late every day since the spring, and nobody in town could say why.</p>"
MORE = "<p>Nobody had asked the men who load it, who knew in April that the ramp sticks at low water.</p>"
LAST = (
    "<p>It will be mended in the autumn, said the board, when there is one boat every other day; until then"
    " the captains have been asked to come in with the tide, which suits the fishermen and nobody else.</p>"
)
P = 0.95


def kept(body: str, p: dict[str, float], title: str = "", url: str = "") -> list[str]:
    """First words of the blocks kept of a body; `p` gives probabilities by the first word, else 0.95."""
    page = walk(parse(f"<html><body><main>{body}</main></body></html>"))
    chance = np.array([p.get(c.text.split()[0], P) for c in page.candidates])
    words = np.array([word_count(c.text) for c in page.candidates])
    found = chosen(page, chance, words, title, url=url)
    return [c.text.split()[0] for c, keep in zip(page.candidates, found, strict=True) if keep]


def test_a_heading_goes_with_its_section_though_a_caption_stands_between() -> None:
    body = f"{PROSE}<h2>Timetables</h2><div>Photo of a timetable</div>{MORE}"
    assert kept(body, {"Timetables": 0.3, "Photo": 0.1}) == ["The", "Timetables", "Nobody"]


def test_a_heading_over_headings_that_are_kept_is_kept() -> None:
    body = f"{PROSE}<h2>Causes</h2><div>menu</div><h3>Weather</h3>{MORE}"
    assert kept(body, {"Causes": 0.4, "menu": 0.0}) == ["The", "Causes", "Weather", "Nobody"]


def test_a_heading_with_nothing_under_it_goes() -> None:
    body = f"{PROSE}<h2>Elsewhere</h2><div>menu</div><h2>Weather</h2>{MORE}"
    assert kept(body, {"Elsewhere": 0.6, "menu": 0.0}) == ["The", "Weather", "Nobody"]


def test_a_section_under_a_sure_heading_is_not_left_empty() -> None:
    rows = "<table><tr><th>Week</th><th>Boats</th></tr><tr><td>One</td><td>Two</td></tr></table>"
    body = f"{PROSE}<h2>Timetables</h2>{rows}<p>Menu</p><h2>Causes</h2>{MORE}"
    assert kept(body, {"Week": 0.2, "Menu": 0.02}) == ["The", "Timetables", "Week", "Causes", "Nobody"]
    assert kept(body, {"Timetables": 0.6, "Week": 0.2, "Menu": 0.02}) == ["The", "Causes", "Nobody"]


def test_a_heading_among_many_of_its_level_needs_nothing_under_it() -> None:
    names = ("Oban", "Mallaig", "Tarbert", "Ullapool", "Kennacraig", "Uig")
    body = PROSE + "".join(f"<h3>{name} harbour</h3><div>menu</div>" for name in names) + MORE
    doubtful = {"menu": 0.0} | dict.fromkeys(names, 0.6)
    assert kept(body, doubtful) == ["The", *names, "Nobody"]
    assert kept(body, doubtful | dict.fromkeys(names[:2], 0.3)) == ["The", "Uig", "Nobody"]


def test_headlines_in_a_row_that_are_links_lead_to_other_stories() -> None:
    body = f"{PROSE}<h4><a href=x>Storms</a></h4><h4><a href=y>Tides</a></h4>{MORE}"
    assert kept(body, {"Storms": 0.5, "Tides": 0.6}) == ["The", "Nobody"]
    assert kept(body, {}) == ["The", "Storms", "Tides", "Nobody"]


def test_the_items_of_a_list_share_one_fate() -> None:
    items = "".join(f"<li>{name} and the harbour of the town</li>" for name in ("Oban", "Mallaig", "Tarbert"))
    body = f"{PROSE}<ul>{items}</ul>{MORE}"
    assert kept(body, {"Mallaig": 0.35}) == ["The", "Oban", "Mallaig", "Tarbert", "Nobody"]
    assert kept(body, {"Oban": 0.05, "Mallaig": 0.05, "Tarbert": 0.5}) == ["The", "Nobody"]


def test_an_item_that_is_surely_none_of_the_story_does_not_come_with_its_list() -> None:
    items = "".join(f"<li>{name} and the harbour of the town</li>" for name in ("Oban", "Mallaig", "Share"))
    assert kept(f"{PROSE}<ul>{items}</ul>{MORE}", {"Share": 0.05}) == ["The", "Oban", "Mallaig", "Nobody"]


def test_a_break_between_two_parts_is_kept_and_one_outside_is_not() -> None:
    body = f"<p>***</p>{PROSE}<p>___</p>{MORE}"
    assert kept(body, {"___": 0.2, "***": 0.2}) == ["The", "___", "Nobody"]


def test_a_list_that_the_headline_itself_leads_lists_the_sites_stories() -> None:
    title = "The ferry is late again, says the board"
    items = f"<li>{title}: nobody could say why it was late</li>" + "".join(
        f"<li>{n} bridges are to be painted, says the county after a year of talks about the colour</li>"
        for n in ("Two", "Three", "Four")
    )
    assert kept(f"<ul>{items}</ul>{PROSE}{MORE}{LAST}", {}, title) == ["The", "Nobody", "It"]


def test_links_at_the_very_end_lead_to_other_stories() -> None:
    links = "".join(
        f'<li><a href="/{n}">{n} harbours and their ferries</a></li>' for n in ("Two", "Ten", "Six")
    )
    p = {"Two": 0.7, "Ten": 0.7, "Six": 0.7, "Great": 0.8}
    assert kept(f"{PROSE}<h3>Great stories</h3><ul>{links}</ul>", p) == ["The"]
    assert kept(f"{PROSE}<ul>{links}</ul>{MORE}", p) == ["The", "Two", "Ten", "Six", "Nobody"]


def ends(over: str, hrefs: str) -> list[str]:
    """What is kept of a story behind whose end such a list of links stands; its site is quay.example."""
    items = "".join(
        f'<li><a href="{href}">{name} and its ferries</a></li>'
        for name, href in zip(("Two", "Ten", "Six", "One"), hrefs.split(), strict=False)
    )
    p = {"Two": 0.7, "Ten": 0.7, "Six": 0.7, "One": 0.7, "Links": 0.8, "Sources": 0.8}
    return kept(f"{PROSE}{over}<ul>{items}</ul>", p, url="https://www.quay.example/ferry")[1:]


LED = "<p>These are the four harbours whose ferries I would take again in any weather:</p>"
AWAY = "https://elk.example/2 https://hind.example/ https://www.elk.example/6 /one"


def test_links_that_a_sentence_leads_into_are_the_storys() -> None:
    assert ends(LED, "/2 /10 /6 /1") == ["These", "Two", "Ten", "Six", "One"]
    # A label does not lead in, nor a sentence about others' stories; years say nothing by themselves.
    assert ends("<p>Stories from our archive:</p>", "/2 /10 /6 /1") == ["Stories"]
    others = "<p>On harbours and their ferries you might also like:</p>"
    assert ends(others, "/2 /10 /6 /1") == ["On"]
    years = "".join(f"<li><a href=/{year}>{year}</a></li>" for year in range(2019, 2023))
    assert kept(f"{PROSE}{LED}<ul>{years}</ul>", {str(n): 0.7 for n in range(2019, 2023)})[1:] == ["These"]


def test_links_to_other_sites_under_a_heading_are_the_storys() -> None:
    assert ends("<h2>Links</h2>", AWAY) == ["Links", "Two", "Ten", "Six", "One"]
    # Most lead home, all lead to one place, no heading says what they are, or it says that they are sources.
    assert ends("<h2>Links</h2>", "/2 /10 /6 https://elk.example/1") == []
    assert ends("<h2>Links</h2>", " ".join(["https://elk.example/"] * 4)) == []
    assert ends("", AWAY) == []
    assert ends("<h2>Sources</h2>", AWAY) == []


def test_capitals_tell_nothing_where_the_headings_are_set_in_them() -> None:
    page = walk(parse("<html><body><h2>THE BOATS</h2><h2>THE TIDE</h2><h2>THE END</h2></body></html>"))
    assert sets_capitals(page.candidates)
    label = page.candidates[0]
    alone, among = suspicion(label, 2), suspicion(label, 2, capitals=True)
    assert alone is not None
    assert among is not None
    assert alone[2] > among[2]


def test_what_no_story_has_is_left_out_however_sure_the_classifier_is() -> None:
    for text in ("[CTA_MODULE]", "{{banner}}", "3 MIN. READ", "Advertisement", "Lesezeit: 4 Minuten"):
        candidate = walk(parse(f"<html><body><p>{text}</p></body></html>")).candidates[0]
        found = suspicion(candidate, word_count(text))
        assert found is not None
        assert found[2] > 1


def test_a_diagrams_source_is_no_listing() -> None:
    body = "<pre><code>flowchart TD\n  A[Quay] --> B{Low water?}</code></pre>"
    candidate = walk(parse(f"<html><body>{body}</body></html>")).candidates[0]
    assert candidate.kind == "code"
    assert suspicion(candidate, 6) == ("code", "a diagram's source", 2.0)


def test_keywords_for_search_engines_are_no_sentence() -> None:
    page = walk(
        parse(
            "<div>How to sail,Early boats,Boats,Harbours of the north,Ferry,Sails,Oars,Masts,Tides</div>"
            "<p>Red, green, blue</p>"
        )
    )
    found = [suspicion(c, word_count(c.text)) for c in page.candidates]
    assert found == [("navigation", "a list of keywords", 2.0), None]


def test_what_says_something_is_not_lost_for_its_neighbours() -> None:
    body = f"{PROSE}<p>Tickets</p>{MORE}<p>Prices</p>{LAST}"
    assert kept(body, {"Tickets": 0.1, "Nobody": 0.6, "Prices": 0.1}) == ["The", "Nobody", "It"]
    # A word or two go with what stands around them.
    assert "Boats" not in kept(
        "<p>menu</p><p>Boats</p><p>more</p>" + PROSE, {"menu": 0.1, "Boats": 0.6, "more": 0.1}
    )


def test_a_line_in_every_card_is_not_won_for_its_neighbours() -> None:
    cards = [f"<p>{k} {PROSE[3:]}<p>See the rating of it</p>" for k in ("One", "Two", "Three", "Four")]
    doubtful = {"See": 0.4}
    assert "See" not in kept("".join(cards) + MORE, doubtful)
    assert kept(f"{PROSE}<p>See the rating of it</p>{MORE}", doubtful) == ["The", "See", "Nobody"]
    asked = [card.replace("See the rating of it", "What did you cook first?") for card in cards]
    assert kept("".join(asked) + MORE, {"What": 0.4}).count("What") == 4


QUESTION = "<p>What did you cook first?</p>"


def test_a_sentence_that_is_read_once_is_read_where_it_stands_again_in_the_story() -> None:
    """The classifier doubts all that stands twice: a question to each guest of a round."""
    answers = [
        f"<p>Guest {n} says that it was soup, and that nobody asked for more of it.</p>" for n in range(6)
    ]
    page = walk(
        parse(f"<html><body><main>{''.join(QUESTION + a for a in answers)}{LAST}</main></body></html>")
    )
    words = np.array([word_count(c.text) for c in page.candidates])

    def asked(doubt: float, first: float = P) -> int:
        seen = [i for i, c in enumerate(page.candidates) if c.text.startswith("What")]
        p = np.array([doubt if i in seen[1:] else first if i in seen else P for i in range(len(words))])
        return int(chosen(page, p, words)[seen].sum())

    assert asked(0.15) == 6
    assert asked(0.05) == 1
    assert asked(0.15, first=0.2) == 0


def test_a_card_that_stands_again_with_all_that_is_in_it_is_not_won() -> None:
    card = f"<div><p>{{}}</p><p>See what others paid for it.</p>{MORE}</div>"
    whole = "".join(card.format(f"Lamp {n} has a wick of wool and burns for two nights.") for n in range(3))
    page = walk(parse(f"<html><body><main>{LAST}{whole}{LAST}</main></body></html>"))
    words = np.array([word_count(c.text) for c in page.candidates])
    see = [i for i, c in enumerate(page.candidates) if c.text.startswith("See")]
    p = np.array([0.15 if i in see[1:] else P for i in range(len(words))])
    assert chosen(page, p, words)[see].tolist() == [True, False, False]


def test_a_long_passage_that_stands_again_is_a_copy() -> None:
    long = (
        "<p>The lamp burns for two nights on one tank, which is more than any other of those that we lit.</p>"
    )
    parts = "".join(f"<p>Lamp {n} has a wick, and nobody has seen it go out.</p>{long}" for n in range(2))
    page = walk(parse(f"<html><body><main>{parts}{LAST}</main></body></html>"))
    words = np.array([word_count(c.text) for c in page.candidates])
    same = [i for i, c in enumerate(page.candidates) if c.text.startswith("The lamp burns")]
    p = np.array([0.15 if i in same[1:] else P for i in range(len(words))])
    assert chosen(page, p, words)[same].tolist() == [True, False]
