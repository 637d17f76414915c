"""Portuguese: "3 de maio de 2024", "12,5%", "R$ 1.234,56", "14h30", "3ª", "EUA"."""

from __future__ import annotations

from listen.speech.languages.european import Language
from listen.speech.rules import listed, table, triples, words

_ORDINALS = listed(
    """
    zero primeiro segundo terceiro quarto quinto sexto sétimo oitavo nono décimo
    """
)


def _ordinal(number: str, mark: str, before: str) -> str:
    n = int(number)
    if not 1 <= n <= 10:
        return number
    word = _ORDINALS[n]
    return f"{word[:-1]}a" if "ª" in mark or "a" in mark else word


LANGUAGE = Language(
    percent="por cento",
    comma="vírgula",
    minus="menos",
    months=listed(
        """
    janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro
    """
    ),
    short_months="jan|fev|mar|abr|jun|jul|ago|set|out|nov|dez",
    currencies=triples(
        """
    €=euro/euros/cêntimos | R$=real/reais/centavos | US$=dólar/dólares/centavos |
    $=dólar/dólares/centavos | £=libra/libras/pence | EUR=euro/euros/cêntimos |
    euros=euro/euros/cêntimos | reais=real/reais/centavos
    """
    ),
    magnitudes=table(
        """
    mi=milhões | bi=bilhões | milhões=milhões | milhão=milhão | bilhões=bilhões |
    mil milhões=mil milhões | M=milhões | milhões de=milhões | bilhões de=bilhões | mil=mil
    """
    ),
    units=table(
        """
    km/h=quilômetros por hora | km²=quilômetros quadrados | m²=metros quadrados | km=quilômetros |
    m=metros | cm=centímetros | mm=milímetros | kg=quilos | g=gramas | t=toneladas | l=litros | °C=graus
    | ºC=graus | °=graus | kWh=quilowatts-hora | MW=megawatts | GW=gigawatts | min=minutos | ha=hectares
    """
    ),
    abbreviations=table(
        """
    Sr.=senhor | Sra.=senhora | Srs.=senhores | Dr.=doutor | Dra.=doutora | D.=dom | EUA=Estados Unidos
    | etc.=etcétera | p. ex.=por exemplo | pág.=página | págs.=páginas | nº=número | n.º=número |
    a. C.=antes de Cristo | d. C.=depois de Cristo | aprox.=aproximadamente | Av.=avenida | R.=rua |
    tel.=telefone | art.=artigo | vol.=volume | prof.=professor | Prof.=professor | Profa.=professora |
    Gen.=general | Sto.=santo | Sta.=santa | dep.=deputado | sen.=senador
    """
    ),
    to="a",
    clock="{h} e {m}",
    hour="{h} horas",
    times=(
        r"(?P<h>[01]?\d|2[0-4])\s?h\s?(?P<m>[0-5]\d)?(?:min)?(?!\w)",
        r"(?P<h>[01]?\d|2[0-4]):(?P<m>[0-5]\d)(?![:\d])",
    ),
    date="{day} de {month}",
    of="de",
    year_of=" de ",
    scaled_of=" de ",
    day=lambda day, before: "primeiro" if day == 1 else str(day),
    day_mark=r"(?:\.?º)?",
    ordinal=_ordinal,
    ordinal_mark=r"\.?[ºª](?!\w)",
    ordinal_numerals=True,
    acronyms=words("ONU PIB IVA"),
)
