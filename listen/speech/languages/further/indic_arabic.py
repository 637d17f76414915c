"""Hindi and Arabic: sums, units, short forms, per cent and times around plain numbers."""

from __future__ import annotations

import unicodedata

from listen.speech.languages.further.tongue import Noun, Tongue, nouns
from listen.speech.rules import Here, Rule, Said, listed, table, whole
from listen.speech.writing import patterns as re


def _hindi_time(m: re.Match[str], here: Here) -> Said | None:
    minutes = int(m["m"])
    return whole(m, f"{int(m['h'])} बजकर {minutes} मिनट" if minutes else f"{int(m['h'])} बजे")


_DAY, _MONTH = r"3[01]|[12]\d|0?[1-9]", r"1[0-2]|0?[1-9]"
_HINDI_MONTHS = listed("जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर")


def _hindi_date(m: re.Match[str], here: Here) -> Said | None:
    """ "15/08/1947"."""
    return whole(m, f"{int(m['day'])} {_HINDI_MONTHS[int(m['m']) - 1]} {m['year']}")


def _native(m: re.Match[str], here: Here) -> Said | None:
    """Figures of the script itself, as the plain ones."""
    return whole(m, "".join(str(unicodedata.digit(c)) for c in m.group()))


def _rupees(m: re.Match[str], here: Here) -> Said | None:
    """ "₹1,50,000": grouped by lakhs."""
    return whole(m, f"{m['n'].replace(',', '')} रुपये")


def _counted(figures: str, noun: Noun) -> str:
    return f"{figures} {noun.one if figures == '1' else noun.many}"


HINDI_TONGUE = Tongue(
    minus="माइनस",
    plus="प्लस",
    to="से",
    nouns=nouns(
        """
    %=प्रतिशत | ₹=रुपया/रुपये | $=डॉलर | €=यूरो | £=पाउंड | लाख करोड़=लाख करोड़ | करोड़=करोड़ | लाख=लाख |
    अरब=अरब | हज़ार=हज़ार | हजार=हजार | कि.मी.=किलोमीटर | किमी=किलोमीटर | किमी/घंटा=किलोमीटर प्रति घंटा |
    मी.=मीटर | सेमी=सेंटीमीटर | मिमी=मिलीमीटर | किग्रा=किलोग्राम | कि.ग्रा.=किलोग्राम | km=किलोमीटर |
    kg=किलोग्राम | km/h=किलोमीटर प्रति घंटा | °C=डिग्री सेल्सियस | °=डिग्री | वर्ग किमी=वर्ग किलोमीटर
    """
    ),
    signs={"₹": "₹", "$": "$", "€": "€", "£": "£", "रु.": "₹"},
    scales=frozenset(("लाख करोड़", "करोड़", "लाख", "अरब", "हज़ार", "हजार")),
    abbreviations=table(
        """
    डॉ.=डॉक्टर | प्रो.=प्रोफ़ेसर | पं.=पंडित | पृ.=पृष्ठ | सं.=संख्या | ई.पू.=ईसा पूर्व | ई.=ईस्वी |
    इंजी.=इंजीनियर | कि.मी.=किलोमीटर | सु.=सुश्री | रु.=रुपये | क्र.=क्रमांक
    """
    ),
    point=".",
    group=",",
    count=_counted,
    section="धारा",
    shares={"1/2": "आधा", "1/3": "एक तिहाई", "2/3": "दो तिहाई", "1/4": "चौथाई", "3/4": "तीन चौथाई"},
    decimal=lambda whole_part, decimals: f"{whole_part} दशमलव {' '.join(decimals)}",
    letters=(Rule(r"रु\.\s?(?P<n>\d{1,3}(?:,\d{2,3})+|\d+)", _rupees),),
    digits=(
        Rule(r"[०-९]+", _native),
        Rule(
            rf"(?P<day>{_DAY})(?P<sep>[/.-])(?P<m>{_MONTH})(?P=sep)(?P<year>(?:1\d|20)\d\d)(?!\d)",
            _hindi_date,
        ),
        Rule(r"(?P<h>\d{1,2}):(?P<m>[0-5]\d)(?:\sबजे)?(?!\d)", _hindi_time),
        Rule(r"(?P<a>\d{4})-(?P<b>\d\d)(?!\d)", lambda m, here: whole(m, f"{m['a']} {m['b']}")),
        Rule(r"\d{1,2}(?:,\d\d)+,\d{3}(?![\d,])", lambda m, here: whole(m, m.group().replace(",", ""))),
    ),
    symbols=(Rule(r"₹\s?(?P<n>\d{1,2}(?:,\d\d)+,\d{3})(?![\d,])", _rupees),),
)  # fmt: skip


def _western(text: str) -> str:
    return "".join(str(unicodedata.digit(c, 0)) if c.isdigit() else c for c in text)


def _arabic_decimal(whole_part: str, decimals: str) -> str:
    return f"{whole_part} فاصلة {decimals}"


def _arabic_native(m: re.Match[str], here: Here) -> Said | None:
    """ "١٢٫٥", "٢٥٪"."""
    figures = _western(m["a"]).replace("٬", "").replace(",", "")
    if m["d"]:
        figures = _arabic_decimal(figures, _western(m["d"]))
    return whole(m, f"{figures} بالمئة" if m["p"] else figures)


def _arabic_time(m: re.Match[str], here: Here) -> Said | None:
    minutes = int(m["m"])
    noun = "دقائق" if 3 <= minutes <= 10 else "دقيقة"
    return whole(m, f"{int(m['h'])} و {minutes} {noun}" if minutes else m["h"])


_ARABIC_MONTHS = listed(
    """
    يناير فبراير مارس أبريل مايو يونيو يوليو
    أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
    """
)


def _arabic_date(m: re.Match[str], here: Here) -> Said | None:
    return whole(m, f"{int(m['day'])} {_ARABIC_MONTHS[int(m['m']) - 1]} {m['year']}")


def _part(m: re.Match[str], here: Here) -> Said | None:
    """ "ص. 12": a page or a volume."""
    return whole(m, m["and"] + ("صفحة" if m["s"] == "ص" else "جزء"))


def _and_sum(m: re.Match[str], here: Here) -> Said | None:
    """ "و€20": a sum that is joined to "and"."""
    figures, _, decimals = m["n"].partition(".")
    said = _arabic_decimal(figures, decimals) if decimals else figures
    return whole(m, f"و {said} {_ARABIC_NOUNS[m['unit']].one}")


_ARABIC_NOUNS = nouns(
    """
    مليار=مليار | مليون=مليون | ألف=ألف | %=بالمئة | ٪=بالمئة | $=دولار | €=يورو | £=جنيه إسترليني |
    كم=كيلومتر | كم²=كيلومتر مربع | م²=متر مربع | كغ=كيلوغرام | كجم=كيلوغرام | كلم=كيلومتر |
    كم/س=كيلومتر في الساعة | كم/ساعة=كيلومتر في الساعة | °م=درجات مئوية | °C=درجات مئوية | °=درجات |
    سم=سنتيمتر | ملم=مليمتر | هـ=هجرية | م=ميلادية | ر.س=ريال سعودي | ج.م=جنيه مصري | د.إ=درهم إماراتي |
    km=كيلومتر | kg=كيلوغرام
    """
)


def _arabic_count(figures: str, noun: Noun) -> str:
    """Three to ten of a thing are many, more are counted by the one: "5 درجات", "40 درجة"."""
    few = 3 <= int(figures[-2:]) <= 10
    return f"{figures} {noun.one if few else _ONE_DEGREE.get(noun.one, noun.one)}"


_ONE_DEGREE = {"درجات مئوية": "درجة مئوية", "درجات": "درجة"}
ARABIC_TONGUE = Tongue(
    minus="ناقص",
    plus="زائد",
    to="إلى",
    nouns=_ARABIC_NOUNS,
    signs={"$": "$", "€": "€", "£": "£"},
    scales=frozenset(("مليار", "مليون", "ألف")),
    abbreviations=table(
        """
    د.=الدكتور | أ. د.=الأستاذ الدكتور | أ.د.=الأستاذ الدكتور | إلخ.=إلى آخره | إلخ=إلى آخره
    """
    ),
    point=".",
    group=",",
    count=_arabic_count,
    shares={"1/2": "نصف", "1/3": "ثلث", "2/3": "ثلثا", "1/4": "ربع", "3/4": "ثلاثة أرباع"},
    decimal=_arabic_decimal,
    letters=(
        Rule(r"و(?P<unit>[$€£])(?P<n>\d+)", _and_sum),
        Rule(r"وأ\.\s?د\.", lambda m, here: whole(m, "والأستاذ الدكتور")),
        Rule(r"(?P<and>و?)(?P<s>ص|ج(?=\.))\.?\s?(?=\d)", _part),
        Rule(
            r"و(?P<n>\d+(?:\.\d+)?)\s?(?P<unit>[%٪]|كم/س|هـ|م²|كم²|كم|كغ|م|ر\.س|ج\.م)(?!\w)",
            _and_sum,
        ),
    ),
    digits=(
        Rule(r"(?P<a>[٠-٩]+(?:٬[٠-٩]{3})*)(?:٫(?P<d>[٠-٩]+))?\s?(?P<p>[٪%])?", _arabic_native),
        Rule(
            rf"(?P<day>{_DAY})/(?P<m>{_MONTH})/(?P<year>(?:1\d|20)\d\d)(?!\d)",
            _arabic_date,
        ),
        Rule(r"(?P<h>[01]?\d|2[0-4]):(?P<m>[0-5]\d)(?![:\d])", _arabic_time),
    ),
    triggers=frozenset(("وأ", "وص", "ص", "ج", "وج", "و", "د", "أ")),
)  # fmt: skip
