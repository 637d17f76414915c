"""Portuguese: "3 de maio de 2024", "12,5%", "R$ 1.234,56", "14h30", "3ª", "EUA"."""

from __future__ import annotations

from listen.speech.languages.counting_more import agree_portuguese, portuguese, singular_romance
from listen.speech.languages.nouns.saints import portuguese_saint
from listen.speech.languages.signs.marks import Marks
from listen.speech.languages.signs.net_addresses import AddressWords
from listen.speech.languages.signs.short_capitals import PORTUGUESE
from listen.speech.languages.traits import Language
from listen.speech.rules import Here, listed, table, triples, words
from listen.speech.writing import patterns as re

_ORDINALS = listed(
    """
    zero primeiro segundo terceiro quarto quinto sexto sétimo oitavo nono décimo
    """
)


_TENS = listed(
    "_ décimo vigésimo trigésimo quadragésimo quinquagésimo sexagésimo septuagésimo octogésimo nonagésimo"
)


def _ordinal(number: str, mark: str, before: str) -> str:
    n = int(number)
    if not 1 <= n <= 100 or (not mark and n > 10) or (mark == "ª" and before[:1].isupper() and n > 10):
        return number
    parts = ["centésimo"] if n == 100 else [_TENS[n // 10]] * (n > 9) + [_ORDINALS[n % 10]] * (n % 10 > 0)
    return " ".join(part[:-1] + "a" if "ª" in mark or "a" in mark else part for part in parts)


def _time(hour: int, minute: int | None, written: str) -> str:
    said = {1: "uma hora", 2: "duas horas", 21: "vinte e uma horas", 22: "vinte e duas horas"}.get(
        hour, f"{hour} horas"
    )
    return f"{said} e {minute}{' minutos' if 'min' in written else ''}" if minute else said


def _and_half(n: int, noun: str) -> str:
    """2½ horas is "duas horas e meia"."""
    return f"{n} {noun} {'e meia' if agree_portuguese('um', noun) == 'uma' else 'e meio'}"


def _half_of(one: str) -> str:
    """½ h is "meia hora"."""
    return f"{'meia' if agree_portuguese('um', one) == 'uma' else 'meio'} {one}"


def _minutes(m: re.Match[str], here: Here) -> str:
    """ "aos 45'", unless a quotation ends there."""
    if re.search(r"(?:^|[\s(«])['‘][^'’]*\Z", here.text[max(0, m.start() - 80) : m.start()]):
        return ""
    return f"{m['n']} {'segundos' if m['q'] in _SECONDS else 'minutos'}"


_SECONDS = ("''", "″")


def _race(m: re.Match[str], here: Here) -> str:
    """ "1m51,484s"."""
    minutes = "um minuto" if m["n"] == "1" else f"{m['n']} minutos"
    parts = f" vírgula {' '.join(m['f']) if m['f'][0] == '0' else m['f']}" if m["f"] else ""
    return f"{minutes} {int(m['s'])}{parts} segundos"


_OWN = (
    (r"(?P<n>\d{1,2})m(?:in)?(?P<s>[0-5]\d)(?:s|[,.](?P<f>\d{1,3})s?|(?!))(?!\w)", _race),
    (r"(?P<n>\d{1,3})(?P<q>''|[′'’]|″)(?![\w'’\"]|\s?\d)", _minutes),
    (
        r"(?P<n>[1-4]\d)\s?[º°]\s?(?P<j>-|–|/|e|a)\s?(?P<k>[1-5]\d)\s?[º°](?!\w)",
        lambda m, here: f"{m['n']} {'a' if m['j'] in '-–/' else m['j']} {m['k']} graus",
    ),
    (r"2\d \d{3} \d\d \d\d(?![\w-])", lambda m, here: " ".join(c for c in m.group() if c != " ")),
)


LANGUAGE = Language(
    cardinal=portuguese,
    agree=agree_portuguese,
    linked=agree_portuguese,
    held=words(
        """
        guerra edição legislatura república divisão região liga aniversário congresso festival concurso fórum
        encontro conferência semana seminário simpósio jornada jornadas bienal feira prêmio prémio torneio
        campeonato copa taça cruzada dinastia cúpula cimeira exposição mostra reunião assembleia convenção
        governo colóquio ciclo gala centenário milênio milénio jogos
        """
    ),
    own=_OWN,
    saints=portuguese_saint,
    pronounced=PORTUGUESE,
    singular=singular_romance,
    before_figures=frozenset(("s.", "ap.")),
    before_names=frozenset(("pres.", "pref.", "gen.")),
    ranks=words("lugar trimestre semestre andar aniversário gol set tempo grau ano turno"),
    warm=r"\s(?:à sombra|ao sol|(?:abaixo|acima) de zero|de (?:máxima|mínima|temperatura)|centígrados)(?!\w)",
    articles=words("o a do da no na um uma"),
    to_hour="às",
    say_time=_time,
    numbered=words("inciso inc s século capítulo tomo título ato"),
    marks=Marks(
        score=" a ",
        score_words=r"venc|perd|bate|empat|gole|derrot|vitória|placar|final|resultado|set|por ",
        coins=" e ",
        plus="mais",
        plus_minus="mais ou menos",
        permille="por mil",
        section=("parágrafo", "parágrafos"),
        and_="e",
        times="por",
        equals="igual a",
        out_of="em",
        fractions={
            "½": "meio ",
            "¼": "um quarto de ",
            "¾": "três quartos de ",
            "⅓": "um terço de ",
            "⅔": "dois terços de ",
        },
        shares=listed("terço quarto quinto sexto sétimo oitavo nono décimo"),
        shares_end="s",
        and_half=_and_half,
        half_of=_half_of,
        inches="polegadas",
        comma="vírgula",
        fold=lambda n: "uma vez" if n == 1 else f"{n} vezes",
        parts={"⅓": "uma terça", "⅔": "duas terças", "¼": "uma quarta", "¾": "três quartas"},
        round_the_clock={"24/7": "24 7"},
        bare_shares=True,
        greater="maior que",
        less="menor que",
        phone_words=r"(?i:tel\.?|telefone|telemóvel|celular|fax|número|ligue(?:\s(?:para|ao?))?)",
        crossed=True,
        phones=(
            r"\d\d 9?\d{4}-\d{4}",
            r"\d{5}-\d{3}",
            r"\d{4}-\d{3}(?=\s[A-Z])",
            r"(?:80\d|70\d)(?: \d\d){3}",
        ),
    ),
    percent="por cento",
    comma="vírgula",
    minus="menos",
    months=listed(
        """
    janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro
    """
    ),
    short_months=r"jan|fev|mar|abr|jun|jul|ago|set(?=\.)|out|nov|dez",
    currencies=triples(
        """
    USD=dólar/dólares/centavos | GBP=libra/libras/pence | BRL=real/reais/centavos |
    CHF=franco/francos/cêntimos |
    €=euro/euros/cêntimos | R$=real/reais/centavos | US$=dólar/dólares/centavos |
    $=dólar/dólares/centavos | £=libra/libras/pence | EUR=euro/euros/cêntimos |
    euros=euro/euros/cêntimos | reais=real/reais/centavos
    """
    ),
    magnitudes=table(
        """
    bilhão=bilhões | trilhão=trilhões | trilhões=trilhões |
    mi=milhões | bi=bilhões | tri=trilhões | milhões=milhões | milhão=milhão | bilhões=bilhões |
    mil milhões=mil milhões | M=milhões | milhões de=milhões | bilhões de=bilhões | mil=mil
    """
    ),
    units=table(
        """
    mph=milhas por hora | Mb/s=megabits por segundo | Mbps=megabits por segundo |
    Mbit/s=megabits por segundo |
    Gb/s=gigabits por segundo | Gbps=gigabits por segundo | Gbit/s=gigabits por segundo |
    MB/s=megabytes por segundo |
    MHz=megahertz | kHz=quilohertz | V=volts | kV=quilovolts | W=watts | cv=cavalos | CV=cavalos |
    GWh=gigawatts-hora | TWh=terawatts-hora | MWh=megawatts-hora | hPa=hectopascais | kcal=quilocalorias |
    cc=centímetros cúbicos | gr=gramas | kgs=quilos | kms=quilômetros | mts=metros | hl=hectolitros |
    rpm=rotações por minuto | ppm=partes por milhão | µm=micrômetros | kB=kilobytes | KB=kilobytes |
    mmHg=milímetros de mercúrio | °F=graus Fahrenheit |
        hab./km²=habitantes por quilômetro quadrado | pts.=pontos | pts=pontos | h=horas | hab.=habitantes |
    seg.=segundos |
    km/h=quilômetros por hora | km²=quilômetros quadrados | m²=metros quadrados | km=quilômetros |
    m=metros | cm=centímetros | mm=milímetros | kg=quilos | g=gramas | t=toneladas |
    µg/m³=microgramas por metro cúbico | l/100 km=litros aos 100 quilômetros |
    mg/l=miligramas por litro | m³=metros cúbicos | cm²=centímetros quadrados | cm³=centímetros cúbicos |
    p.p.=pontos percentuais | ml=mililitros | mg=miligramas | GB=gigabytes |
    MB=megabytes | TB=terabytes | dB=decibéis | s=segundos | dl=decilitros | cl=centilitros |
    kW=quilowatts | GHz=gigahertz | Hz=hertz | l=litros | °C=graus |
    ºC=graus | °=graus | kWh=quilowatts-hora | MW=megawatts | GW=gigawatts | min=minutos | ha=hectares
    """
    ),
    feminine=(
        words("a da na uma à pela"),
        words("guerra edição legislatura república divisão região liga"),
    ),
    weekdays=table(
        "seg=segunda | ter=terça | qua=quarta | qui=quinta | sex=sexta | sáb=sábado | dom=domingo"
    ),
    until_day={"a": "a"},
    lasted=("horas", "minutos", "segundos"),
    addresses=AddressWords("ponto", "arroba", "barra", "hífen"),
    per=table(
        """
    barril=por barril | habitante=por habitante | semana=por semana | tonelada=por tonelada |
    quilo=por quilo |
    saca=por saca | hectare=por hectare | kg=por quilo | m²=por metro quadrado | l=por litro |
    litro=por litro | h=por hora | hora=por hora |
    kWh=por quilowatt-hora | MWh=por megawatt-hora | dia=por dia | mês=por mês | ano=por ano |
    noite=por noite |
    pessoa=por pessoa | t=por tonelada | km=por quilômetro
    """
    ),
    abbreviations=table(
        """
    s/n=sem número | gov.=governador | pres.=presidente | cia.=companhia | pref.=prefeito | gen.=general |
    c/=com | vs.=versus | Vs.=versus | vs=versus | aC=antes de Cristo | dC=depois de Cristo |
    Exa.=Excelência | Eng.º=engenheiro | Profs.=professores | Drs.=doutores | Sras.=senhoras |
    Sres.=senhores |
    coord.=coordenador | tít.=título | Bco.=banco | qtos.=quartos | and.=andar | cf.=conforme |
    Cf.=conforme | segs.=seguintes |
    Pe.=padre | Alm.=almirante | Cap.=capitão | Cmte.=comandante | cód.=código |
    Dep.=deputado | Des.=desembargador | dir.=direito | Dir.=diretor | Emb.=embaixador | fls.=folhas |
    Gov.=governador | Ilmo.=ilustríssimo | Jr.=júnior | Maj.=major | Min.=ministro | nasc.=nascido |
    Pref.=prefeito | Pres.=presidente | Rev.=reverendo | Rod.=rodovia | S/A=S A | sécs.=séculos |
    seg.=seguinte | Sgt.=sargento | Ten.=tenente | trad.=tradução | Tv.=travessa | Univ.=universidade |
    V. Exa.=Vossa Excelência | Al.=alameda | Lgo.=largo | r/c=rés do chão | S. João=São João |
    S. Pedro=São Pedro | S. Paulo=São Paulo | D. Ana=dona Ana | D. Maria=dona Maria |
    D. Teresa=dona Teresa | D. Inês=dona Inês | D. Isabel=dona Isabel | fig.=figura | inc.=inciso |
    arts.=artigos | n.ºs=números | Sr.ª=senhora | Dr.ª=doutora | Eng.º=engenheiro | Eng.ª=engenheira |
    Exma.=excelentíssima | D.ª=dona | s.=século | ap.=apartamento | apto.=apartamento | Prof.ª=professora |
    Arq.=arquiteto | Cel.=coronel | av.=avenida | Cia.=companhia | Pça.=praça | máx.=máximo | mín.=mínimo |
    ref.=referência | Mons.=monsenhor | esq.=esquerdo | dto.=direito | ed.=edição | tel=telefone |
    Sr.=senhor | Sra.=senhora | Srs.=senhores | Dr.=doutor | Dra.=doutora | D.=dom | EUA=Estados Unidos |
    etc.=etcétera | p. ex.=por exemplo | pág.=página | págs.=páginas | nº=número | n.º=número |
    N.º=número | Nº=número | N°=número |
    a. C.=antes de Cristo | d. C.=depois de Cristo | aprox.=aproximadamente | Av.=avenida | R.=rua |
    tel.=telefone | art.=artigo | a.C.=antes de Cristo | d.C.=depois de Cristo | Eng.=engenheiro |
    Exmo.=excelentíssimo | pp.=páginas | p.=página | cap.=capítulo | obs.=observação | séc.=século |
    Ltda.=limitada | Lda.=limitada | vol.=volume | prof.=professor | Prof.=professor | Profa.=professora |
    Gen.=general | Sto.=santo | Sta.=santa | dep.=deputado | sen.=senador
    """
    ),
    over="por",
    to="a",
    clock="{h} e {m}",
    hour="{h} horas",
    times=(
        r"(?P<h>[01]?\d|2[0-4])\s?h\s?(?P<m>[0-5]\d)?(?:\s?min)?(?!\w)",
        r"(?P<h>[01]?\d|2[0-4]):(?P<m>[0-5]\d)(?![:\d])",
        r"(?<=\b[àÀ]s\s)(?P<h>[01]?\d|2[0-4])\.(?P<m>[0-5]\d)(?![.,]?\d|\s?%)",
    ),
    date="{day} de {month}",
    of="de",
    year_of=" de ",
    scaled_of=" de ",
    day=lambda day, before: "primeiro" if day == 1 else str(day),
    day_mark=r"(?:\.?º)?",
    ordinal=_ordinal,
    ordinal_mark=r"(?:\.?(?:[ºª]s?|[oa]s)(?!\w)|[ao](?=\s[a-zà-ÿ]{3}))",
    ordinal_numerals=True,
    acronyms=words(
        """
        ONU PIB IVA SUS PIX TAP PIN SIM LED PEC PUC MEC CEP FAB BID ONG CUT VAR UPA ETA SIC EPI DOU TOC BIC
        """
    ),
    emphasised=words(
        """
        os as de do da dos das em no na nos nas um uma que por com sem mais sim se eu ou e ao aos pelo pela
        não é são foi já só até me te seu sua meu minha
        """
    ),
)
