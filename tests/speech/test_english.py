"""English, class by class."""

import pytest

from listen.speech import spoken

BRITISH = [
    ("between 4 and 6 July", "between the fourth and the sixth of July"),
    ("2025/26, (b. 1952)", "twenty twenty-five to twenty-six, born nineteen fifty-two"),
    ("a £350m-a-week pledge", "a three hundred and fifty million pound a week pledge"),
    ("£1m homes", "one million pound homes"),
    ("£2.50 or 20p", "two pounds fifty or twenty pence"),
    ("11 November 1918", "the eleventh of November, nineteen eighteen"),
    ("July 7, 2005", "July the seventh, two thousand and five"),
    ("05/11/2024", "the fifth of November, twenty twenty-four"),
    ("on 11/9", "on the eleventh of September"),
    ("at 6.30", "at six thirty"),
    ("at about 6.40 in May", "at about six forty in May"),
    ("out at 8.55, back at 8.57 for tea", "out at eight fifty-five, back at eight fifty-seven for tea"),
    ("at 8.57 a share", "at eight point five seven a share"),
    ("the 07.14 to Paddington", "the seven fourteen to Paddington"),
    ("11½ cwt of clock", "eleven and a half hundredweight of clock"),
    ("a £2.50 coffee", "a two pound fifty coffee"),
    ("Unit 7B is let", "Unit seven B is let"),
    ("the 22:00 train", "the twenty-two hundred train"),
    ("won 3-0", "won three nil"),
    ("12st 4lb", "twelve stone four"),
    ("5 sq km", "five square kilometres"),
    ("020 7946 0958", "oh two oh, seven nine four six, oh nine five eight"),
    ("12 Harley St", "twelve Harley Street"),
    ("St James's Park", "Saint James's Park"),
    ("Det Insp Hill", "Detective Inspector Hill"),
    ("a 1,500-mile trip", "a one thousand five hundred mile trip"),
    ("0.5%", "zero point five per cent"),
]
AMERICAN = [
    ("397 ft. tall, 5 lbs. of", "three hundred ninety-seven feet tall, five pounds of"),
    ("1234 N. Main St., Apt. 5B", "twelve thirty-four North Main Street, Apartment five B"),
    ("N. Korea, Mt Fuji, DON'T", "North Korea, Mount Fuji, don't"),
    ("In March 20 people died", "In March twenty people died"),
    ("Section 7B, seat 12F", "Section seven B, seat twelve F"),
    ("KYIV AND MOSCOW", "Keeve and Moscow"),
    ("3h 20m, 10:30am-noon", "three hours twenty minutes, ten thirty A-M to noon"),
    ("6-0, 6-0 and 15-0", "six love, six love and fifteen love"),
    ("20°C-25°C", "twenty to twenty-five degrees Celsius"),
    ("1080p, the 200m butterfly", "ten eighty P, the two hundred meter butterfly"),
    ("Houthi-controlled areas", "Hoothy controlled areas"),
    ("rock 'n' roll, 'tis O'Brien", "rock and roll, 'tis O'Brien"),
    ("more than $1 million", "more than one million dollars"),
    ("$8-$10 an hour", "eight dollars to ten dollars an hour"),
    ("a $2 trillion-dollar plan", "a two trillion dollar plan"),
    ("$0.99", "ninety-nine cents"),
    ("a $6.99 chicken, a $12.05 fee", "a six ninety-nine chicken, a twelve oh five fee"),
    ("NZ$5 and CHF 20", "five New Zealand dollars and twenty Swiss francs"),
    ("on Monday, Jan. 20, 2025", "on Monday, January twentieth, twenty twenty-five"),
    ("August 11,2000", "August eleventh, two thousand"),
    ("11/05/2024", "November fifth, twenty twenty-four"),
    ("Mon-Fri and May-June", "Monday to Friday and May to June"),
    ("in the early 1900s", "in the early nineteen hundreds"),
    ("since '68", "since sixty-eight"),
    ("FY2025", "F Y twenty twenty-five"),
    ("2 p.m. to 5 p.m. ET", "two P M to five P M E T"),
    ("0900 GMT", "oh nine hundred G M T"),
    ("the 22nd Amendment", "the twenty-second Amendment"),
    ("5½ years, ⅔ majority", "five and a half years, two thirds majority"),
    ("rated 8/10", "rated eight out of ten"),
    ("20 000 people", "twenty thousand people"),
    ("100s of people", "hundreds of people"),
    ("3m homes, a 3m wall", "three million homes, a three meter wall"),
    ("3x faster", "three times faster"),
    ("a Boeing 737-800", "a Boeing seven thirty-seven eight hundred"),
    ("MH370, F-16s, GPT-4", "M H three seventy, F sixteens, G P T four"),
    ("Flight 370, Room 101", "Flight three seventy, Room one oh one"),
    ("a 401(k)", "a four oh one K"),
    ("CO₂ and PM2.5", "C O two and P M two point five"),
    ("a 7-2 ruling", "a seven two ruling"),
    ("the 2021-22 season", "the twenty twenty-one to twenty-two season"),
    ("7-6 (7-5)", "seven six, seven five"),
    ("30C or -10°F", "thirty degrees Celsius or minus ten degrees Fahrenheit"),
    ("6'2\"", "six foot two"),
    ("the US-led coalition", "the U S led coalition"),
    ("NGOs and the UN's HQ", "N G O's and the U N's H Q"),
    ("an R&D lab", "an R and D lab"),
    ("BREAKING: TRUMP MEETS XI", "breaking: Trump meets Shee"),
    ("VERY important", "very important"),
    ("Gen. Smith of Gen Z", "General Smith of Gen Z"),
    ("Brown v. Board", "Brown versus Board"),
    ("Tiffany & Co.", "Tiffany and Company."),
    ("Schiff, D-Calif., said", "Schiff, Democrat of California, said"),
    ("Austin, TX 78701", "Austin, Texas, seven eight seven zero one"),
    ("Pope John Paul II", "Pope John Paul the second"),
    ("Parts I and II", "Parts one and two"),
    ("Charles I think", "Charles I think"),
    ("1-800-555-0199", "one, eight hundred, five five five, zero one nine nine"),
    ("@BBCNews #COVID19", "at B B C News hashtag Covid nineteen"),
    ("C# and .NET", "C sharp and dot N E T"),
    ("192.168.1.1", "one nine two dot one six eight dot one dot one"),
    ("report.pdf", "report dot P D F"),
    ("said.[1] Then", "said. Then"),
    ("Great 🎉", "Great"),
    ("his/her or AC/DC", "his or her or A-C D C"),
    ("Wait... what?", "Wait… what?"),
    ("3 + 4 = 7", "three plus four equals seven"),
    ("Read http://www.a.org/b?c=1 now", "Read a dot org slash B now"),
]


@pytest.mark.parametrize(("written", "said"), BRITISH)
def test_british(written: str, said: str) -> None:
    assert spoken(written, "en-GB") == said


@pytest.mark.parametrize(("written", "said"), AMERICAN)
def test_american(written: str, said: str) -> None:
    assert spoken(written, "en-US") == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("The plan — long awaited — fell through.", "The plan — long awaited — fell through."),
        ("The deal--which failed", "The deal — which failed"),
        ("It rose (again), then fell.", "It rose, again, then fell."),
        ("‘Not today’", "“Not today”"),
        ('He said: "Go!"', "He said: “Go!”"),
        ("One;two", "One; two"),
        ("and/or", "and/or"),
        ("He left at 5 p.m.", "He left at five P M."),
    ],
)
def test_punctuation_is_what_the_voice_pauses_for(written: str, said: str) -> None:
    assert spoken(written) == said
