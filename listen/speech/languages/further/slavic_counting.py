"""Numbers in Russian, Ukrainian and Polish words: cardinals by gender, ordinals in the forms of dates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from listen.speech.languages.further.tongue import Noun
from listen.speech.rules import listed, table

Form = str
"""Of an ordinal: "m", "f", "n", genitive "gen", locative "loc", dative "dat", feminine oblique "obl", plural
oblique "pl".
"""


@dataclass(frozen=True)
class Numerals:
    """Holds the number words of a Slavic language."""

    ones: tuple[str, ...]
    """0 to 19."""
    tens: tuple[str, ...]
    hundreds: tuple[str, ...]
    thousand: Noun
    million: Noun
    billion: Noun
    genders: dict[str, str]
    """"1f" → the feminine of one."""
    ordinals: tuple[str, ...]
    """0 to 19, as masculine nominatives."""
    ordinal_tens: tuple[str, ...]
    hundredth: str
    hundred_stems: tuple[str, ...]
    thousandth: str
    two_thousandth: str
    endings: dict[str, dict[Form, str]]
    """The nominative's ending → the others."""
    only_one: bool = False
    """Whether the singular is for one alone, not for 21: Polish."""
    both: bool = False
    """Whether tens and units are both ordinals: Polish."""

    def form(self, n: int, noun: Noun) -> str:
        """The noun as `n` asks for it."""
        if n == 1 or (not self.only_one and n % 10 == 1 and n % 100 != 11):
            return noun.one
        return noun.few if n % 10 in (2, 3, 4) and n % 100 not in (12, 13, 14) else noun.many

    def cardinal(self, n: int, gender: str = "m") -> str:
        """The number in words, below a thousand billions."""
        if n < 20:
            return self.genders.get(f"{n}{gender}", self.ones[n])
        if n < 100:
            return self._joined(self.tens[n // 10], n % 10, gender)
        if n < 1000:
            return self._joined(self.hundreds[n // 100], n % 100, gender)
        size, noun = next(
            (size, noun)
            for size, noun in ((10**9, self.billion), (10**6, self.million), (1000, self.thousand))
            if n >= size
        )
        head, rest = divmod(n, size)
        said = self.form(head, noun)
        if head > 1:
            said = f"{self.cardinal(head, noun.gender)} {said}"
        return self._joined(said, rest, gender)

    def _joined(self, head: str, rest: int, gender: str) -> str:
        return f"{head} {self.cardinal(rest, gender)}" if rest else head

    def ordinal(self, n: int, form: Form = "m") -> str:
        """The ordinal in a form; below ten thousand."""
        if n >= 1000 and n % 1000 == 0:
            return self._ending(self.two_thousandth if n == 2000 else self.thousandth, form)
        if n >= 1000:
            return f"{self.cardinal(n // 1000 * 1000)} {self.ordinal(n % 1000, form)}"
        if n >= 100:
            if n % 100:
                return f"{self.cardinal(n // 100 * 100)} {self.ordinal(n % 100, form)}"
            return self._ending(f"{self.hundred_stems[n // 100]}{self.hundredth}", form)
        if n >= 20:
            if n % 10 == 0:
                return self._ending(self.ordinal_tens[n // 10], form)
            ten = self.ordinal(n // 10 * 10, form) if self.both else self.tens[n // 10]
            return f"{ten} {self.ordinal(n % 10, form)}"
        return self._ending(self.ordinals[n], form)

    def _ending(self, nominative: str, form: Form) -> str:
        if form == "m":
            return nominative
        for ending in sorted(self.endings, key=len, reverse=True):
            if nominative.endswith(ending):
                return nominative[: -len(ending)] + self.endings[ending][form]
        return nominative

    def count(self, figures: str, noun: Noun) -> str:
        """A number and what it counts."""
        if len(figures) > 9 or (figures[0] == "0" and len(figures) > 1):
            return f"{figures} {noun.many}"
        n = int(figures)
        return f"{self.cardinal(n, noun.gender)} {self.form(n, noun)}"


_FORMS = ("f", "n", "gen", "loc", "obl", "pl", "dat")


def _endings(text: str) -> dict[str, dict[Form, str]]:
    """A table as it is written: `nominative=f/n/gen/loc/obl/pl/dat`, apart by `|`."""
    return {end: dict(zip(_FORMS, forms.split("/"), strict=True)) for end, forms in table(text).items()}


def fractions(
    numerals: Numerals, whole_one: str, wholes: str, parts: dict[int, tuple[str, str]]
) -> Callable[[str, str], str]:
    """Return what says a decimal as a fraction: "семь целых пять десятых"."""

    def said(whole: str, decimals: str) -> str:
        n, d = int(whole), int(decimals)
        if len(decimals) not in parts or n > 999_999:
            return f"{whole} {decimals}"
        one = n % 10 == 1 and n % 100 != 11
        part = parts[len(decimals)][0 if d % 10 == 1 and d % 100 != 11 else 1]
        whole_part = whole_one if one else wholes
        return f"{numerals.cardinal(n, 'f')} {whole_part} {numerals.cardinal(d, 'f')} {part}"

    return said


RUSSIAN = Numerals(
    ones=listed(
        """
    ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать
    четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать
    """
    ),
    tens=listed("_ десять двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто"),
    hundreds=listed("_ сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот"),
    thousand=Noun("тысяча", "тысячи", "тысяч", "тысячи", "f"),
    million=Noun("миллион", "миллиона", "миллионов", "миллиона"),
    billion=Noun("миллиард", "миллиарда", "миллиардов", "миллиарда"),
    genders=table("1f=одна | 1n=одно | 2f=две"),
    ordinals=listed(
        """
    нулевой первый второй третий четвёртый пятый шестой седьмой восьмой девятый десятый одиннадцатый
    двенадцатый тринадцатый четырнадцатый пятнадцатый шестнадцатый семнадцатый восемнадцатый девятнадцатый
    """
    ),
    ordinal_tens=listed(
        """
    _ десятый двадцатый тридцатый сороковой пятидесятый шестидесятый семидесятый восьмидесятый девяностый
    """
    ),
    hundredth="сотый",
    hundred_stems=("", "", "двух", "трёх", "четырёх", "пяти", "шести", "семи", "восьми", "девяти"),
    thousandth="тысячный",
    two_thousandth="двухтысячный",
    endings=_endings(
        """
    третий=третья/третье/третьего/третьем/третьей/третьих/третьему |
    ый=ая/ое/ого/ом/ой/ых/ому |
    ой=ая/ое/ого/ом/ой/ых/ому
    """
    ),
)
UKRAINIAN = Numerals(
    ones=listed(
        """
    нуль один два три чотири п'ять шість сім вісім дев'ять десять одинадцять дванадцять тринадцять
    чотирнадцять п'ятнадцять шістнадцять сімнадцять вісімнадцять дев'ятнадцять
    """
    ),
    tens=listed("_ десять двадцять тридцять сорок п'ятдесят шістдесят сімдесят вісімдесят дев'яносто"),
    hundreds=listed("_ сто двісті триста чотириста п'ятсот шістсот сімсот вісімсот дев'ятсот"),
    thousand=Noun("тисяча", "тисячі", "тисяч", "тисячі", "f"),
    million=Noun("мільйон", "мільйони", "мільйонів", "мільйона"),
    billion=Noun("мільярд", "мільярди", "мільярдів", "мільярда"),
    genders=table("1f=одна | 1n=одне | 2f=дві"),
    ordinals=listed(
        """
    нульовий перший другий третій четвертий п'ятий шостий сьомий восьмий дев'ятий десятий одинадцятий
    дванадцятий тринадцятий чотирнадцятий п'ятнадцятий шістнадцятий сімнадцятий вісімнадцятий дев'ятнадцятий
    """
    ),
    ordinal_tens=listed(
        """
    _ десятий двадцятий тридцятий сороковий п'ятдесятий шістдесятий сімдесятий вісімдесятий дев'яностий
    """
    ),
    hundredth="сотий",
    hundred_stems=("", "", "двох", "трьох", "чотирьох", "п'яти", "шести", "семи", "восьми", "дев'яти"),
    thousandth="тисячний",
    two_thousandth="двотисячний",
    endings=_endings(
        """
    третій=третя/третє/третього/третьому/третій/третіх/третьому |
    ий=а/е/ого/ому/ій/их/ому
    """
    ),
)
POLISH = Numerals(
    ones=listed(
        """
    zero jeden dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście trzynaście
    czternaście piętnaście szesnaście siedemnaście osiemnaście dziewiętnaście
    """
    ),
    tens=listed(
        """
    _ dziesięć dwadzieścia trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt osiemdziesiąt
    dziewięćdziesiąt
    """
    ),
    hundreds=listed("_ sto dwieście trzysta czterysta pięćset sześćset siedemset osiemset dziewięćset"),
    thousand=Noun("tysiąc", "tysiące", "tysięcy", "tysiąca"),
    million=Noun("milion", "miliony", "milionów", "miliona"),
    billion=Noun("miliard", "miliardy", "miliardów", "miliarda"),
    genders=table("1f=jedna | 1n=jedno | 2f=dwie"),
    ordinals=listed(
        """
    zerowy pierwszy drugi trzeci czwarty piąty szósty siódmy ósmy dziewiąty dziesiąty jedenasty dwunasty
    trzynasty czternasty piętnasty szesnasty siedemnasty osiemnasty dziewiętnasty
    """
    ),
    ordinal_tens=listed(
        """
    _ dziesiąty dwudziesty trzydziesty czterdziesty pięćdziesiąty sześćdziesiąty siedemdziesiąty
    osiemdziesiąty dziewięćdziesiąty
    """
    ),
    hundredth="setny",
    hundred_stems=("", "", "dwu", "trzech", "czterech", "pięć", "sześć", "siedem", "osiem", "dziewięć"),
    thousandth="tysięczny",
    two_thousandth="dwutysięczny",
    endings=_endings(
        """
    drugi=druga/drugie/drugiego/drugim/drugiej/drugich/drugiemu |
    trzeci=trzecia/trzecie/trzeciego/trzecim/trzeciej/trzecich/trzeciemu |
    y=a/e/ego/ym/ej/ych/emu
    """
    ),
    only_one=True,
    both=True,
)
