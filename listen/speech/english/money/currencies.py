"""Every currency in one row: its signs, its codes, one and many of it, one and many of its hundredth.

A sign or code that is also a word or a letter (R, kr, COP) is asked for more by `money.py`. A currency
without
a hundredth in use (bitcoin) has its decimals read as such.
"""

from __future__ import annotations

from typing import NamedTuple


class Currency(NamedTuple):
    """Says how a sum of it is said."""

    one: str
    many: str
    cent: str
    cents: str


_ROWS = """
    $            | USD         | dollar/dollars                           | cent/cents
    £            | GBP         | pound/pounds                             | penny/pence
    €            | EUR         | euro/euros                               | cent/cents
    ¥ ￥         | JPY         | yen/yen                                  |
    ₹ Rs ₨      | INR         | rupee/rupees                             | paisa/paise
    ₩            | KRW         | won/won                                  |
    ₽            | RUB         | rouble/roubles                           | kopeck/kopecks
    ₺            | TRY         | lira/lira                                | kurus/kurus
    ₪            | ILS         | shekel/shekels                           | agora/agorot
    ₴            | UAH         | hryvnia/hryvnias                         | kopiyka/kopiykas
    ₦            | NGN         | naira/naira                              | kobo/kobo
    ₱            | PHP         | peso/pesos                               | centavo/centavos
    ₫            | VND         | dong/dong                                | hao/hao
    ฿            | THB         | baht/baht                                | satang/satang
    ₿            | BTC XBT     | bitcoin/bitcoin                          |
    Ξ            |             | ether/ether                              |
    ₵            | GHS         | cedi/cedis                               | pesewa/pesewas
    ₸            | KZT         | tenge/tenge                              | tiyn/tiyn
    ₾            | GEL         | lari/lari                                | tetri/tetri
    ₡            | CRC         | colón/colones                            | centimo/centimos
    ₲            | PYG         | guarani/guaranies                        | centimo/centimos
    ₼            | AZN         | manat/manat                              | qapik/qapik
    ؋            | AFN         | afghani/afghanis                         | pul/puls
    ֏            | AMD         | dram/drams                               | luma/luma
    ₮            | MNT         | tugrik/tugriks                           | mongo/mongo
    ₭            | LAK         | kip/kip                                  | att/att
    ៛            | KHR         | riel/riels                               | sen/sen
    ৳ Tk         | BDT         | taka/taka                                | poisha/poisha
    R$           | BRL         | real/reais                               | centavo/centavos
    zł           | PLN         | zloty/zlotys                             | grosz/groszy
    kr           |             | krone/kroner                             | øre/øre
    SKr          | SEK         | Swedish krona/Swedish kronor             | öre/öre
    NKr          | NOK         | Norwegian krone/Norwegian kroner         | øre/øre
    DKr          | DKK         | Danish krone/Danish kroner               | øre/øre
    ISKr         | ISK         | Icelandic krona/Icelandic kronur         | aurar/aurar
    RM           | MYR         | ringgit/ringgit                          | sen/sen
    Rp           | IDR         | rupiah/rupiah                            | sen/sen
    SFr          | CHF         | Swiss franc/Swiss francs                 | centime/centimes
    Fr           |             | franc/francs                             | centime/centimes
    KSh Ksh      | KES         | Kenyan shilling/Kenyan shillings         | cent/cents
    USh Ush      | UGX         | Ugandan shilling/Ugandan shillings       | cent/cents
    TSh Tsh      | TZS         | Tanzanian shilling/Tanzanian shillings   | cent/cents
    Sh           |             | shilling/shillings                       | cent/cents
    R            | ZAR         | rand/rand                                | cent/cents
    Kč           | CZK         | Czech crown/Czech crowns                 | haler/halers
    Ft           | HUF         | forint/forints                           | filler/fillers
    lei          | RON         | leu/lei                                  | ban/bani
    лв           | BGN         | lev/leva                                 | stotinka/stotinki
                 | CNY RMB CNH | yuan/yuan                                | fen/fen
                 | MXN         | Mexican peso/Mexican pesos               | centavo/centavos
                 | COP         | Colombian peso/Colombian pesos           | centavo/centavos
                 | ARS         | Argentine peso/Argentine pesos           | centavo/centavos
                 | CLP         | Chilean peso/Chilean pesos               | centavo/centavos
    S/           | PEN         | sol/soles                                | centimo/centimos
                 | SAR         | Saudi riyal/Saudi riyals                 | halala/halalas
                 | QAR         | Qatari riyal/Qatari riyals               | dirham/dirhams
                 | IRR         | Iranian rial/Iranian rials               | dinar/dinars
    ﷼            |             | rial/rials                               |
                 | AED         | dirham/dirhams                           | fils/fils
                 | MAD         | Moroccan dirham/Moroccan dirhams         | centime/centimes
                 | KWD         | Kuwaiti dinar/Kuwaiti dinars             | fils/fils
                 | IQD         | Iraqi dinar/Iraqi dinars                 | fils/fils
                 | RSD         | Serbian dinar/Serbian dinars             | para/para
    E£           | EGP         | Egyptian pound/Egyptian pounds           | piastre/piastres
                 | PKR         | Pakistani rupee/Pakistani rupees         | paisa/paise
                 | LKR         | Sri Lankan rupee/Sri Lankan rupees       | cent/cents
                 | NPR         | Nepalese rupee/Nepalese rupees           | paisa/paise
                 | ETB         | birr/birr                                | santim/santim
                 | TWD         | New Taiwan dollar/New Taiwan dollars     | cent/cents
"""
COUNTRIES: dict[str, str] = {
    "A": "Australian", "AU": "Australian", "C": "Canadian", "CA": "Canadian", "NZ": "New Zealand",
    "HK": "Hong Kong", "S": "Singapore", "US": "U S", "Us": "U S", "NT": "New Taiwan",
    "TT": "Trinidad and Tobago", "J": "Jamaican", "Z": "Zimbabwean", "BZ": "Belize", "FJ": "Fiji",
    "MX": "Mexican", "AUD": "Australian", "CAD": "Canadian", "NZD": "New Zealand", "USD": "U S",
    "HKD": "Hong Kong", "SGD": "Singapore",
}  # fmt: skip
"""In front of a dollar sign."""
_DOLLARS = "AUD=Australian CAD=Canadian NZD=New-Zealand HKD=Hong-Kong SGD=Singapore JMD=Jamaican FJD=Fiji"
SIGNS: dict[str, Currency] = {}
CODES: dict[str, Currency] = {}


def _fill() -> None:
    for line in filter(str.strip, _ROWS.splitlines()):
        signs, codes, name, hundredth = (cell.strip() for cell in line.split("|"))
        one, many = name.split("/")
        cent, _, cents = hundredth.partition("/")
        currency = Currency(one, many, cent, cents)
        SIGNS.update(dict.fromkeys(signs.split(), currency))
        CODES.update(dict.fromkeys(codes.split(), currency))
    for pair in _DOLLARS.split():
        code, country = pair.replace("-", " ").split("=") if "=" in pair else ("", "")
        CODES[code] = Currency(f"{country} dollar", f"{country} dollars", "cent", "cents")


_fill()


def by_sign(sign: str) -> Currency:
    """The currency of a sign, with its country where one is named: "A$"."""
    sign = sign.strip().rstrip(".")
    if sign in SIGNS:
        return SIGNS[sign]
    country = COUNTRIES[sign.rstrip("$ ")]
    if country == "Mexican":
        return CODES["MXN"]
    return Currency(f"{country} dollar", f"{country} dollars", "cent", "cents")
