"""Swedish and Turkish: "den 5 maj", "1800-talet", "3:e plats"; "%7,5", "2024'te", "19. yüzyıl"."""

from __future__ import annotations

from listen.speech.languages.further.tongue import Noun, Tongue, nouns
from listen.speech.numbers import roman
from listen.speech.rules import Here, Rule, Said, listed, table, whole, words
from listen.speech.writing import patterns as re

_SWEDISH = listed(
    """
    noll ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton
    nitton
    """
)
_SWEDISH_TENS = listed("_ tio tjugo trettio fyrtio femtio sextio sjuttio åttio nittio")
_SWEDISH_ORDINALS = listed(
    """
    nollte första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde elfte tolfte trettonde
    fjortonde femtonde sextonde sjuttonde artonde nittonde tjugonde tjugoförsta tjugoandra tjugotredje
    tjugofjärde tjugofemte tjugosjätte tjugosjunde tjugoåttonde tjugonionde trettionde trettioförsta
    """
)
_NEUTER = words("år barn hus ord mål lag land rum kilo gram tal exempel problem steg fall bord språk")
_SWEDISH_MONTHS = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"


def _swedish(n: int) -> str:
    if n < 20:
        return _SWEDISH[n]
    return _SWEDISH_TENS[n // 10] + (_SWEDISH[n % 10] if n % 10 else "")


def _swedish_year(n: int) -> str:
    """1998 → "nittonhundranittioåtta"."""
    return f"{_swedish(n // 100)}hundra{_swedish(n % 100) if n % 100 else ''}"


def _swedish_count(figures: str, noun: Noun) -> str:
    if figures == "1":
        return f"{'en' if noun.gender == 'm' else 'ett'} {noun.one}"
    return f"{figures} {noun.many}"


def _swedish_day(m: re.Match[str], here: Here) -> Said | None:
    said = f"{_SWEDISH_ORDINALS[int(m['day'])]} {m['month']}"
    year = m["year"]
    if year:
        said += f" {_swedish_year(int(year)) if year < '2000' else year}"
    return whole(m, said)


def _swedish_slashed(m: re.Match[str], here: Here) -> Said | None:
    """ "den 21/5" is a day, "och 3/4 liter" a share."""
    if here.before(m.start()).lower() not in ("den", "till", "från", "och", "på", "fr.o.m", "t.o.m"):
        return None
    return whole(m, f"{_SWEDISH_ORDINALS[int(m['day'])]} {_SWEDISH_MONTHS.split('|')[int(m['m']) - 1]}")


def _swedish_ordinal(m: re.Match[str], here: Here) -> Said | None:
    n = int(m["n"])
    return whole(m, _SWEDISH_ORDINALS[n]) if n < len(_SWEDISH_ORDINALS) else None


def _swedish_monarch(m: re.Match[str], here: Here) -> Said | None:
    n, before = roman(m["r"]), here.before(m.start())
    if n and before.lower() in ("del", "kapitel", "bok", "avsnitt"):
        return whole(m, str(n))
    if not n or n > 30 or not before[:1].isupper() or not before[1:].islower():
        return None
    return whole(m, f"den {_SWEDISH_ORDINALS[n]}")


def _old_years(m: re.Match[str], here: Here) -> Said | None:
    """ "1939–1945"."""
    last = m["b"]
    return whole(
        m, f"{_swedish_year(int(m['n']))} till {_swedish_year(int(last)) if last < '2000' else last}"
    )


def _clocks(m: re.Match[str], here: Here) -> Said | None:
    """ "kl. 9.00–18.30"."""
    if here.before(m.start()).lower() not in ("kl", "klockan"):
        return None
    first, last = (
        f"{int(m[hour])} {m[minute]}" if m[minute] != "00" else str(int(m[hour]))
        for hour, minute in (("h", "m"), ("i", "o"))
    )
    return whole(m, f"{first} till {last}")


def _old_year(m: re.Match[str], here: Here) -> Said | None:
    return whole(m, _swedish_year(int(m["n"])))


_SWEDISH_NOUNS = nouns(
    """
    %=procent | kr=krona/kronor/kronor/kronor/m | öre=öre/öre/öre/öre/n |
    mkr=miljon kronor/miljoner kronor | mdr=miljard/miljarder | mnkr=miljon kronor/miljoner kronor |
    mdkr=miljard kronor/miljarder kronor | miljoner=miljon/miljoner | miljarder=miljard/miljarder |
    $=dollar | dollar=dollar | €=euro | euro=euro | £=pund/pund/pund/pund/n |
    tkr=tusen kronor/tusen kronor/tusen kronor/tusen kronor/n |
    km=kilometer | m=meter | cm=centimeter | mm=millimeter | kg=kilo/kilo/kilo/kilo/n |
    g=gram/gram/gram/gram/n | l=liter | ha=hektar/hektar/hektar/hektar/n | km²=kvadratkilometer |
    m³=kubikmeter | m²=kvadratmeter | kvm=kvadratmeter | km/h=kilometer per timme/kilometer per timme |
    mn=miljon/miljoner | dl=deciliter | cl=centiliter | ml=milliliter | msk=matsked/matskedar |
    tsk=tesked/teskedar | km/s=kilometer per sekund | km/tim=kilometer per timme | m/s=meter per sekund |
    °C=grad/grader | °=grad/grader | min=minut/minuter |
    tim=timme/timmar | st=stycke/stycken/stycken/stycken/n | kWh=kilowattimme/kilowattimmar | MW=megawatt
    """
)
SWEDISH_TONGUE = Tongue(
    minus="minus",
    to="till",
    nouns=_SWEDISH_NOUNS,
    signs={"$": "$", "€": "€", "£": "£"},
    scales=words("miljoner miljarder mdr mn"),
    section="paragraf",
    shares={
        "1/2": "en halv",
        "1/3": "en tredjedels",
        "2/3": "två tredjedels",
        "1/4": "en fjärdedels",
        "3/4": "tre fjärdedels",
    },
    abbreviations=table(
        """
    t.ex.=till exempel | t. ex.=till exempel | bl.a.=bland annat | bl. a.=bland annat |
    d.v.s.=det vill säga | dvs.=det vill säga | dvs=det vill säga | m.m.=med mera | m. m.=med mera |
    m.fl.=med flera | osv.=och så vidare | o.s.v.=och så vidare | kl.=klockan | kl=klockan | ca=cirka |
    c:a=cirka |
    s.=sidan | nr=nummer | kap.=kapitel | dr=doktor | prof.=professor | f.d.=före detta | f. d.=före detta |
    resp.=respektive | tel.=telefon | s.k.=så kallad | s. k.=så kallad | p.g.a.=på grund av |
    pga=på grund av | fr.o.m.=från och med | t.o.m.=till och med | st.=stycken | ev.=eventuellt |
    inkl.=inklusive | exkl.=exklusive | jfr=jämför | f.Kr.=före Kristus | e.Kr.=efter Kristus | bl.=bland |
    mkr=miljoner kronor
    """
    ),
    before_figures=words("s. kap. kl"),
    coins={"kr": "öre"},
    count=_swedish_count,
    decimal=lambda whole_part, decimals: f"{whole_part} komma {decimals}",
    letters=(Rule(r"(?P<r>[IVX]+)(?![\w.'’-]\w|\w)", _swedish_monarch),),
    digits=(
        Rule(
            rf"(?P<day>3[01]|[12]\d|[1-9])\s(?P<month>{_SWEDISH_MONTHS})(?!\w)(?:\s(?P<year>1\d{{3}}|20\d\d)(?!\d))?",
            _swedish_day,
        ),
        Rule(
            r"(?P<day>3[01]|[12]\d|[1-9])/(?P<m>1[0-2]|[1-9])(?![\w/]|[.,]\d|\s[^\W\d_])", _swedish_slashed
        ),
        Rule(r"(?P<n>\d{1,2}):(?:e|a|de|te)(?!\w)", _swedish_ordinal),
        Rule(r"(?P<n>1[1-9]\d\d)\s?[–-]\s?(?P<b>1[1-9]\d\d|20\d\d)(?![\w-])", _old_years),
        Rule(
            r"(?P<h>[01]?\d|2[0-4])[.:](?P<m>[0-5]\d)\s?[–-]\s?(?P<i>[01]?\d|2[0-4])[.:](?P<o>[0-5]\d)(?!\d)",
            _clocks,
        ),
        Rule(r"(?P<n>1[1-9]\d\d)(?=-tal)-", _old_year),
        Rule(r"(?P<n>[1-9]0)(?=-tal)-", lambda m, here: whole(m, _swedish(int(m["n"])))),
        Rule(r"(?P<n>1[1-9]\d\d)(?![\w.,:-]\d|\w|\s\d|\s?(?:kr|%|m|km)\b)", _old_year),
        Rule(r"(?P<a>\d+)\s(?P<b>\d{3})\s?kr(?!\w)\.?", lambda m, here: whole(m, f"{m['a']}{m['b']} kronor")),
        Rule(
            rf"1(?=\s[a-zåäö]{{2,}})(?!\s(?:{'|'.join(map(re.escape, _SWEDISH_NOUNS))})(?!\w))",
            lambda m, here: whole(m, "ett" if here.after(m.end()) in _NEUTER else "en"),
        ),
        Rule(r"(?P<h>[01]?\d|2[0-4])\.(?P<m>[0-5]\d)(?![\w.,]\d|\d)", lambda m, here: _clock(m, here)),
    ),
)  # fmt: skip


def _clock(m: re.Match[str], here: Here) -> Said | None:
    """ "kl. 14.30": behind the word for the hour."""
    if here.before(m.start()).lower() not in ("kl", "klockan"):
        return None
    return whole(m, f"{int(m['h'])} {m['m']}" if m["m"] != "00" else str(int(m["h"])))


_TURKISH = listed("sıfır bir iki üç dört beş altı yedi sekiz dokuz")
_TURKISH_TENS = listed("_ on yirmi otuz kırk elli altmış yetmiş seksen doksan")
_TURKISH_ORDINALS = listed(
    "sıfırıncı birinci ikinci üçüncü dördüncü beşinci altıncı yedinci sekizinci dokuzuncu"
)
_TURKISH_TENTHS = listed(
    "_ onuncu yirminci otuzuncu kırkıncı ellinci altmışıncı yetmişinci sekseninci doksanıncı"
)


def _turkish(n: int) -> str:
    """2024 → "iki bin yirmi dört"; below a million."""
    parts = []
    if n >= 1000:
        parts += [_turkish(n // 1000)] * (n >= 2000) + ["bin"]
        n %= 1000
    if n >= 100:
        parts += [_TURKISH[n // 100]] * (n >= 200) + ["yüz"]
        n %= 100
    if n >= 10:
        parts.append(_TURKISH_TENS[n // 10])
        n %= 10
    if n or not parts:
        parts.append(_TURKISH[n])
    return " ".join(parts)


def _turkish_ordinal(n: int) -> str:
    if n % 10:
        head = f"{_turkish(n - n % 10)} " if n > 10 else ""
        return head + _TURKISH_ORDINALS[n % 10]
    if n % 100:
        head = f"{_turkish(n - n % 100)} " if n > 100 else ""
        return head + _TURKISH_TENTHS[n // 10 % 10]
    return f"{_turkish(n)}üncü"


def _ranked(m: re.Match[str], here: Here) -> Said | None:
    """ "19. yüzyıl": a point before a small letter makes an ordinal."""
    end = m.start("end") + 1
    return Said(((_turkish_ordinal(int(m["n"])), m.start(), end),), end)


def _turkish_roman(m: re.Match[str], here: Here) -> Said | None:
    n = roman(m["r"])
    if not n or n > 40:
        return None
    return whole(m, _turkish_ordinal(n))


def _with_case(m: re.Match[str], here: Here) -> Said | None:
    """ "2024'te", "14.30'da": the ending belongs to the number's last word."""
    hour = m["m"]
    said = _turkish(int(m["n"])) + (f" {_turkish(int(hour))}" if hour and hour != "00" else "")
    return whole(m, f"{said}{m['end']}")


def _o_clock(m: re.Match[str], here: Here) -> Said | None:
    if here.before(m.start()).lower() not in ("saat", "saatler", "saati"):
        return None
    return whole(m, f"{int(m['h'])} {int(m['m'])}" if m["m"] != "00" else str(int(m["h"])))


_RATES = {
    "km/sa": ("saatte", "kilometre"),
    "km/saat": ("saatte", "kilometre"),
    "km/s": ("saatte", "kilometre"),
    "km/sn": ("saniyede", "kilometre"),
    "m/sn": ("saniyede", "metre"),
    "m/s": ("saniyede", "metre"),
}
"""What a speed is told by, before its figure, and its unit behind that."""


def _rate(m: re.Match[str], here: Here) -> Said | None:
    """ "80 km/sa": "saatte 80 kilometre"; once only where "saatte" or "saniyede" is written too."""
    each, unit = _RATES[m["unit"]]
    figure = m["a"].replace(".", "") + (f" virgül {m['d']}" if m["d"] else "")
    head = "" if here.before(m.start()).lower() in ("saatte", "saniyede") else f"{each} "
    return whole(m, f"{head}{figure} {m['b'] + ' ' if m['b'] else ''}{unit}")


_TURKISH_MONTHS = listed("Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık")


def _turkish_date(m: re.Match[str], here: Here) -> Said | None:
    return whole(m, f"{int(m['day'])} {_TURKISH_MONTHS[int(m['m']) - 1]} {m['year']}")


TURKISH_TONGUE = Tongue(
    minus="eksi",
    plus="artı",
    to="",
    nouns=nouns(
        """
    %=yüzde | TL=lira | ₺=lira | lira=lira | $=dolar | dolar=dolar | €=avro | avro=avro | euro=euro |
    £=sterlin | kr=kuruş | bin=bin | milyon=milyon | milyar=milyar | trilyon=trilyon | mlr=milyar |
    mln=milyon | km=kilometre | m=metre | cm=santimetre | mm=milimetre | kg=kilogram | g=gram | gr=gram |
    l=litre | lt=litre | ha=hektar | km²=kilometrekare | m²=metrekare | m³=metreküp |
    °C=derece | °=derece | dk=dakika | sn=saniye
    """
    ),
    signs={"$": "$", "€": "€", "£": "£", "₺": "₺"},
    scales=words("bin milyon milyar trilyon mlr mln"),
    abbreviations=table(
        """
    vb.=ve benzeri | vs.=vesaire | örn.=örneğin | bkz.=bakınız | s.=sayfa | Dr.=doktor | Prof.=profesör |
    Doç.=doçent | Av.=avukat | Cad.=Caddesi | Mah.=Mahallesi | Sok.=Sokak | Apt.=Apartmanı | Blv.=Bulvarı |
    No:=numara | No.=numara | no:=numara | M.Ö.=milattan önce | M.S.=milattan sonra | MÖ=milattan önce |
    MS=milattan sonra | TL=lira | Gen.=general | Alb.=albay | Sn.=sayın | yy.=yüzyıl | tel.=telefon |
    Tel.=telefon | Ort.=ortalama | maks.=maksimum | min.=minimum | çev.=çeviren | haz.=hazırlayan
    """
    ),
    before_figures=words("s. MS"),
    coins={"TL": "kr", "₺": "kr"},
    point=",",
    group=r"\.",
    percent_before=True,
    section="paragraf",
    shares={
        "1/2": "ikide bir",
        "1/3": "üçte bir",
        "2/3": "üçte iki",
        "1/4": "dörtte bir",
        "3/4": "dörtte üç",
    },
    count=lambda figures, noun: f"{figures} {noun.one}",
    decimal=lambda whole_part, decimals: f"{whole_part} virgül {decimals}",
    letters=(Rule(r"(?P<r>[IVX]+)\.(?=\s[^\W\d_])", _turkish_roman),),
    digits=(
        Rule(
            r"(?P<a>\d{1,3}(?:\.\d{3})?|\d{4})(?:,(?P<d>\d{1,2}))?(?:\s?[-–]\s?(?P<b>\d{1,4}))?"
            r"\s?(?P<unit>km/sa(?:at)?|km/sn?|m/sn?)(?!\w)",
            _rate,
        ),
        Rule(
            r"(?P<day>3[01]|[12]\d|0?[1-9])[./](?P<m>1[0-2]|0?[1-9])[./](?P<year>(?:1\d|20)\d\d)(?![\d'’])",
            _turkish_date,
        ),
        Rule(r"(?P<n>\d{1,4})(?:[.:](?P<m>[0-5]\d))?['’](?P<end>[a-zçğıöşü]{1,6})(?!\w)", _with_case),
        Rule(r"(?P<h>[01]?\d|2[0-4])\.(?P<m>[0-5]\d)(?![\w.,]\d|\d)", _o_clock),
        Rule(r"(?P<n>\d{1,3})(?P<end>\.)(?=\s[a-zçğıöşü])", _ranked),
    ),
)  # fmt: skip
