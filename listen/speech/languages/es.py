"""Spanish: "3 de mayo de 2024", "12,5 %", "1.234,56 €", "14:30", "3.ª", "EE. UU."."""

from __future__ import annotations

from listen.speech.languages.european import Language
from listen.speech.rules import listed, table, triples, words

_ORDINALS = listed(
    """
    cero primer segundo tercer cuarto quinto sexto séptimo octavo noveno décimo undécimo duodécimo
    """
)


def _ordinal(number: str, mark: str, before: str) -> str:
    n = int(number)
    if not 1 <= n <= 12:
        return number
    word = _ORDINALS[n]
    if "a" in mark or "ª" in mark:
        return f"{word}a" if n in (1, 3) else f"{word[:-1]}a"
    if not mark:  # Felipe VI
        return f"{word}o" if n in (1, 3) else word if n <= 10 else number
    return word if "er" in mark or n not in (1, 3) else f"{word}o"


LANGUAGE = Language(
    percent="por ciento",
    comma="coma",
    minus="menos",
    months=listed(
        """
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
    """
    ),
    short_months="ene|feb|mar|abr|jun|jul|ago|sept?|oct|nov|dic",
    currencies=triples(
        """
    €=euro/euros/céntimos | $=dólar/dólares/centavos | £=libra/libras/peniques |
    US$=dólar/dólares/centavos | EUR=euro/euros/céntimos | ¥=yen/yenes/sen | euros=euro/euros/céntimos |
    dólares=dólar/dólares/centavos
    """
    ),
    magnitudes=table(
        """
    M=millones | mill.=millones | millones=millones | millón=millón | mil millones=mil millones |
    millones de=millones | billones=billones | mil=mil
    """
    ),
    units=table(
        """
    km/h=kilómetros por hora | km²=kilómetros cuadrados | km2=kilómetros cuadrados | m²=metros cuadrados
    | m2=metros cuadrados | km=kilómetros | m=metros | cm=centímetros | mm=milímetros | kg=kilos |
    g=gramos | t=toneladas | l=litros | °C=grados | ºC=grados | °=grados | kWh=kilovatios hora |
    MW=megavatios | GW=gigavatios | min=minutos | ha=hectáreas
    """
    ),
    abbreviations=table(
        """
    Sr.=señor | Sra.=señora | Srta.=señorita | Dr.=doctor | Dra.=doctora | D.=don | Dña.=doña |
    Ud.=usted | Uds.=ustedes | EE. UU.=Estados Unidos | EE.UU.=Estados Unidos | EEUU=Estados Unidos |
    etc.=etcétera | p. ej.=por ejemplo | pág.=página | págs.=páginas | núm.=número | n.º=número |
    nº=número | a. C.=antes de Cristo | d. C.=después de Cristo | aprox.=aproximadamente | Avda.=avenida
    | Av.=avenida | C/=calle | tel.=teléfono | art.=artículo | vol.=volumen | prof.=profesor |
    Prof.=profesor | Gral.=general | Sto.=santo | Sta.=santa | admón.=administración |
    dpto.=departamento
    """
    ),
    to="a",
    clock="{h} y {m}",
    hour="{h} en punto",
    times=(
        r"(?P<h>[01]?\d|2[0-4])[:.](?P<m>[0-5]\d)(?=\s?h(?:oras?)?\b)(?:\s?h\b)?",
        r"(?P<h>[01]?\d|2[0-4]):(?P<m>[0-5]\d)(?![:\d])",
    ),
    date="{day} de {month}",
    of="del?",
    year_of=" de ",
    scaled_of=" de ",
    day=lambda day, before: "uno" if day == 1 else str(day),
    day_mark=r"(?:\.?º)?",
    ordinal=_ordinal,
    ordinal_mark=r"\.?(?:[ºª]|er|ero|era|do|da|to|ta)(?!\w)",
    ordinal_numerals=True,
    acronyms=words("ONU PIB IVA PAN ERE"),
)
