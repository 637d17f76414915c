"""Spanish: "3 de mayo de 2024", "12,5 %", "1.234,56 €", "14:30", "3.ª", "EE. UU."."""

from __future__ import annotations

from listen.speech.languages.counting_more import agree_spanish, linked_spanish, singular_romance, spanish
from listen.speech.languages.nouns.saints import spanish_saint
from listen.speech.languages.signs.marks import Marks
from listen.speech.languages.signs.net_addresses import AddressWords
from listen.speech.languages.signs.short_capitals import SPANISH
from listen.speech.languages.traits import Language
from listen.speech.rules import Here, listed, table, triples, words
from listen.speech.writing import patterns as re

_ORDINALS = listed(
    """
    cero primer segundo tercer cuarto quinto sexto séptimo octavo noveno décimo undécimo duodécimo
    """
)


_TENS = listed(
    "_ décimo vigésimo trigésimo cuadragésimo quincuagésimo sexagésimo septuagésimo octogésimo nonagésimo"
)


def _ordinal(number: str, mark: str, before: str) -> str:
    n = int(number)
    if (12 < n < 100 and mark and mark != "ª") or (12 < n < 100 and before.islower()):
        ten, unit = divmod(n, 10)
        parts = [
            _TENS[ten],
            *([_ORDINALS[unit] + ("o" if unit in (1, 3) and mark != "er" else "")] if unit else []),
        ]
        return " ".join(part[:-1] + "a" if "ª" in mark or "a" in mark else part for part in parts)
    if n == 100 and mark:
        return "centésima" if "a" in mark or "ª" in mark else "centésimo"
    if not 1 <= n <= 12:
        return number
    word = _ORDINALS[n]
    if "a" in mark or "ª" in mark:
        return f"{word}a" if n in (1, 3) else f"{word[:-1]}a"
    if not mark:  # Felipe VI
        return f"{word}o" if n in (1, 3) else word if n <= 10 else number
    return word if "er" in mark or n not in (1, 3) else f"{word}o"


_HALF_DAY = re.compile(r"([aApP])\.?\s?[mM]\.?\Z")


def _time(hour: int, minute: int | None, written: str) -> str:
    said = {1: "una", 21: "veintiuna"}.get(hour, str(hour))
    if minute and written.rstrip().endswith("h"):
        return f"{said} y {minute} horas" if minute < 10 else f"{said} {minute} horas"
    if hour == 1 and not minute and written.rstrip().endswith("h"):
        return "una hora"
    if written[-1] in "mM." and (half := _HALF_DAY.search(written)):
        part = "mañana" if half[1] in "aA" else "tarde" if hour % 12 < 8 else "noche"
        if hour == 12 and part == "mañana":
            part = "noche"
        minutes = f" y {minute}" if minute and minute < 10 else f" {minute}" if minute else ""
        return f"{said}{minutes} {'del mediodía' if hour == 12 and part == 'tarde' else f'de la {part}'}"
    if minute and re.search(r"\dh|\d h ?\d", written):
        return f"{said} {'hora' if hour == 1 else 'horas'} y {minute} {'minutos' if minute > 1 else 'minuto'}"
    if not minute:
        return f"{said} horas" if written.rstrip().endswith("h") else said
    return f"{said} y {minute}" if minute < 10 else f"{said} {minute}"


def _and_half(n: int, noun: str) -> str:
    """2½ horas is "dos horas y media"."""
    return f"{n} {noun} {'y media' if agree_spanish('uno', noun) == 'una' else 'y medio'}"


def _half_of(one: str) -> str:
    """½ h is "media hora"."""
    return f"{'media' if agree_spanish('uno', one) == 'una' else 'medio'} {one}"


def _ranked(said: str, noun: str) -> str:
    """ "tercero" and "puesto" → "tercer", "vigésimo primero" and "aniversario" → "vigésimo primer"."""
    if (
        not said.endswith(("primero", "tercero"))
        or not noun.islower()
        or len(noun) < 3
        or noun in _NOT_RANKED
    ):
        return said
    masculine = (
        noun[-1] in "olrnjzd" and noun != "edición" and not noun.endswith(("ción", "sión", "dad"))
    ) or (noun in _RANKED)
    return said[:-1] if masculine else said


_RANKED = words(
    "semestre trimestre bimestre cuatrimestre eje hombre nombre contenedor nivel premio puente lote"
)
_NOT_RANKED = words(
    """
    cero como cuando pero mucho mejor peor por del con sin según entre tras desde hasta ante bajo sobre tanto
    solo sólo cuarto segundo siendo tercero primero empatado clasificado mayor menor son han
    """
) - {"clasificado"}


def _month_of_protest(m: re.Match[str], here: Here) -> str:
    """ "el 8M": the eighth of March; "23M€" are millions."""
    return f"{m['n']} M" if here.before(m.start()).lower() in ("el", "del", "al", "este") else ""


def _minutes(m: re.Match[str], here: Here) -> str:
    """ "a los 45'", unless a quotation ends there."""
    if re.search(r"(?:^|[\s(«])['‘][^'’]*\Z", here.text[max(0, m.start() - 80) : m.start()]):
        return ""
    if len(m["q"]) > 1 or m["q"] == "″":
        return f"{m['n']} segundos" if int(m["n"]) < 100 else ""
    return f"{m['n']} minutos"


_OWN = (
    (r"(?P<n>[1-3]?\d)M(?!\w|\s?[€$])", _month_of_protest),
    (r"(?P<n>\d0)['’]?s(?!\w)", lambda m, here: m["n"]),
    (r"(?P<n>\d{1,3})(?P<q>''|[′'’]|″)(?![\w'’\"]|\s?\d)", _minutes),
    (
        r"(?P<n>[1-4]\d)\s?[º°]\s?(?P<j>-|–|/|y|a|e)\s?(?P<k>[1-5]\d)\s?[º°](?!\w)",
        lambda m, here: f"{m['n']} {'a' if m['j'] in '-–/' else m['j']} {m['k']} grados",
    ),
    (
        r"(?P<n>\d{1,2})\s?[xX]\s?(?P<k>\d{1,2})(?=\s(?:juegos?|set))",
        lambda m, here: f"{m['n']} por {m['k']}",
    ),
)


LANGUAGE = Language(
    cardinal=spanish,
    agree=agree_spanish,
    linked=linked_spanish,
    ranked=_ranked,
    first_marked="primero",
    held=words(
        """
        guerra edición legislatura república división región copa internacional cumbre aniversario congreso
        festival concurso certamen jornada jornadas foro encuentro convención asamblea conferencia premio
        premios feria semana maratón carrera torneo campeonato gala ciclo simposio seminario trofeo exposición
        bienal marcha centenario siglo dinastía cruzada enmienda brigada cuerpo flota regimiento reich plan
        milenio juegos
        """
    ),
    verbs={"ha": r"\s(?:[^\W\d_]{2,}o(?!\w)|de\s[^\W\d_]+[aei]r(?:se|l[aoe]s?)?(?!\w)|sido|ya|no|a\s)"},
    own=_OWN,
    saints=spanish_saint,
    pronounced=SPANISH,
    singular=singular_romance,
    ranks=words("puesto lugar trimestre semestre piso aniversario gol set tiempo grado año curso"),
    warm=r"\s(?:a la sombra|al sol|(?:bajo|sobre) cero|de (?:máxima|mínima|temperatura)|centígrados)(?!\w)",
    articles=words("el la del al los las un una"),
    until=r"(?:h(?!\w)|(?=h[rs]s?(?!\w)|horas?(?!\w)))",
    say_time=_time,
    article_mark="er",
    before_figures=frozenset(("s.",)),
    ahead={"ss.": ("", r"\s?[IVXLCDM]+(?!\w)", "siglos")},
    numbered=words("s siglo capítulo tomo título acto"),
    marks=Marks(
        score=" a ",
        score_words=r"gan[óa]|perdi|venci|empat|gole|impuso|derrot|victoria|marcador|final|set|partido",
        coins=" con ",
        plus="más",
        plus_minus="más menos",
        permille="por mil",
        section=("párrafo", "párrafos"),
        and_="y",
        times="por",
        equals="igual a",
        out_of="sobre",
        fractions={
            "½": "medio ",
            "¼": "un cuarto de ",
            "¾": "tres cuartos de ",
            "⅓": "un tercio de ",
            "⅔": "dos tercios de ",
        },
        shares=listed("tercio cuarto quinto sexto séptimo octavo noveno décimo"),
        shares_end="s",
        and_half=_and_half,
        half_of=_half_of,
        inches="pulgadas",
        comma="coma",
        fold=lambda n: "una vez" if n == 1 else f"{n} veces",
        parts={"⅓": "una tercera", "⅔": "dos terceras", "¼": "una cuarta", "¾": "tres cuartas"},
        round_the_clock={"24/7": "24 7"},
        bare_shares=True,
        greater="mayor que",
        less="menor que",
        phone_words=r"(?i:tel\.?|tfno\.?|teléfono|móvil|fax|número)",
        phones=(r"[89]\d \d{3}(?: \d\d){2}", r"[6-9]\d\d(?: \d\d){3}", r"(?:80\d|90\d) \d{3} \d{3}"),
    ),
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
    US$=dólar/dólares/centavos | U$S=dólar/dólares/centavos | u$s=dólar/dólares/centavos |
    USD=dólar/dólares/centavos | GBP=libra/libras/peniques | CHF=franco/francos/céntimos |
    MXN=peso/pesos/centavos | ARS=peso/pesos/centavos | CLP=peso/pesos/centavos |
    S/=sol/soles/céntimos | EUR=euro/euros/céntimos | ¥=yen/yenes/sen | euros=euro/euros/céntimos |
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
    mph=millas por hora | Mb/s=megabits por segundo | Mbps=megabits por segundo |
    Mbit/s=megabits por segundo |
    Gb/s=gigabits por segundo | Gbps=gigabits por segundo | Gbit/s=gigabits por segundo |
    kbps=kilobits por segundo |
    MB/s=megabytes por segundo | MHz=megahercios | kHz=kilohercios | V=voltios | kV=kilovoltios | W=vatios |
    CV=caballos | cv=caballos | GWh=gigavatios hora | TWh=teravatios hora | MWh=megavatios hora |
    hPa=hectopascales |
    kcal=kilocalorías | cc=centímetros cúbicos | gr=gramos | gr.=gramos | kgs=kilos | kms=kilómetros |
    kms.=kilómetros |
    mts=metros | mts.=metros | hs=horas | hrs=horas | hrs.=horas | hs.=horas | mins=minutos | mins.=minutos |
    segs=segundos | segs.=segundos | msnm=metros sobre el nivel del mar | rpm=revoluciones por minuto |
    ppm=partes por millón | µm=micras | mg/dl=miligramos por decilitro | °F=grados Fahrenheit |
    ºF=grados Fahrenheit |
    kB=kilobytes | KB=kilobytes | hl=hectolitros | Tm=toneladas | hm³=hectómetros cúbicos |
    hm3=hectómetros cúbicos |
    pág.=páginas | págs.=páginas | mmHg=milímetros de mercurio |
        cda.=cucharadas | cdas.=cucharadas | cdta.=cucharaditas | cdtas.=cucharaditas |
    hab./km²=habitantes por kilómetro cuadrado | ptos.=puntos | pts.=puntos | h=horas | seg.=segundos |
    hab.=habitantes |
    km/h=kilómetros por hora | km²=kilómetros cuadrados | km2=kilómetros cuadrados |
    m²=metros cuadrados | m2=metros cuadrados | km=kilómetros | m=metros | cm=centímetros |
    mm=milímetros | kg=kilos | g=gramos | t=toneladas | µg/m³=microgramos por metro cúbico |
    l/100 km=litros a los 100 kilómetros | mg/l=miligramos por litro | m³=metros cúbicos |
    cm²=centímetros cuadrados | cm³=centímetros cúbicos | p. p.=puntos porcentuales |
    p.p.=puntos porcentuales | ml=mililitros | mg=miligramos |
    GB=gigabytes | MB=megabytes | TB=terabytes | dB=decibelios |
    s=segundos | dl=decilitros | cl=centilitros | kW=kilovatios |
    GHz=gigahercios | Hz=hercios | l=litros | °C=grados | ºC=grados | °=grados | kWh=kilovatios hora |
    MW=megavatios | GW=gigavatios | min=minutos | ha=hectáreas
    """
    ),
    feminine=(
        words("la una"),
        words("guerra edición legislatura república división región copa internacional cumbre"),
    ),
    weekdays=table(
        "lun=lunes | mié=miércoles | jue=jueves | vie=viernes | sáb=sábado | dom=domingo | mar=martes"
    ),
    until_day={"a": "a"},
    lasted=("horas", "minutos", "segundos"),
    addresses=AddressWords("punto", "arroba", "barra", "guion"),
    per=table(
        """
    litro=por litro | kilo=por kilo | tonelada=por tonelada | barril=por barril | habitante=por habitante |
    semana=por semana | kg=por kilo | m²=por metro cuadrado | m2=por metro cuadrado | l=por litro |
    h=por hora | hora=por hora |
    kWh=por kilovatio hora | MWh=por megavatio hora | día=por día | mes=por mes | año=por año |
    noche=por noche |
    persona=por persona | t=por tonelada | km=por kilómetro
    """
    ),
    abbreviations=table(
        """
    núms.=números | Núms.=números | Sres.=señores | Sras.=señoras | Dres.=doctores | Ilmo.=ilustrísimo |
    Ilma.=ilustrísima | Excma.=excelentísima | vs.=versus | Vs.=versus | vs=versus |
    FFAA=Fuerzas Armadas | EUA=Estados Unidos |
    aC=antes de Cristo | dC=después de Cristo | a. de C.=antes de Cristo | d. de C.=después de Cristo |
    a. e. c.=antes de la era común | Bco.=banco | Fr.=fray | Pbro.=presbítero | Arz.=arzobispo |
    Gta.=glorieta |
    P.º=paseo | Pº=paseo | Ctra.=carretera | bulev.=bulevar | tít.=título | ed.=edición | coord.=coordinador |
    c.c.=centímetros cúbicos | S. A. R.=Su Alteza Real | SS. MM.=Sus Majestades | Vd.=usted | Vds.=ustedes |
    pdo.=pasado | cte.=corriente | dupdo.=duplicado | gral.=general | máx=máximo |
    pers.=personas | v. gr.=verbigracia | Pl.=plaza | vid. pág.=véase página |
    disp.=disposición | adic.=adicional | Cdad.=ciudad | C.P.=código postal | Cnel.=coronel |
    Dir.=director | Fdo.=firmado | Fdez.=Fernández | Glez.=González | Hdez.=Hernández |
    Rguez.=Rodríguez | Gob.=gobernador | Ing.=ingeniero | Lic.=licenciado | Ltda.=limitada | Mª=María |
    M.ª=María | Ntra. Sra.=Nuestra Señora | op. cit.=obra citada | Pdte.=presidente | Pdta.=presidenta |
    prov.=provincia | q. e. p. d.=que en paz descanse | R. D.=Real Decreto | S. L.=sociedad limitada |
    S.L.=sociedad limitada | S. M.=Su Majestad | ss.=siguientes | Tte.=teniente | Univ.=universidad |
    vda.=viuda | esq.=esquina | teléf.=teléfono | Sgto.=sargento | Rte.=remitente |
    arts.=artículos | apdo.=apartado | Pza.=plaza |
    hab.=habitantes | c/=calle | s.=siglo | p.ej.=por ejemplo | min.=minuto |
    Depto.=departamento | depto.=departamento |
    L-V=lunes a viernes | izda.=izquierda | dcha.=derecha | izq.=izquierda | Hnos.=hermanos |
    Cía.=compañía | Ayto.=ayuntamiento |
    pza.=plaza | ctra.=carretera | urb.=urbanización | tfno.=teléfono | máx.=máximo | mín.=mínimo |
    ref.=referencia | Mons.=monseñor | Gral.=general | s/n=sin número | ej.=ejemplo |
    Sr.=señor | Sra.=señora | Srta.=señorita | Dr.=doctor | Dra.=doctora | D.=don | Dña.=doña |
    Ud.=usted | Uds.=ustedes | EE. UU.=Estados Unidos | EE.UU.=Estados Unidos | EEUU=Estados Unidos |
    etc.=etcétera | p. ej.=por ejemplo | pág.=página | págs.=páginas | núm.=número | n.º=número |
    N.º=número | Nº=número | N°=número |
    nº=número | a. C.=antes de Cristo | d. C.=después de Cristo | aprox.=aproximadamente |
    avda.=avenida | Avda.=avenida | Av.=avenida | C/=calle | tel.=teléfono | art.=artículo |
    JJ. OO.=Juegos Olímpicos |
    JJ.OO.=Juegos Olímpicos | FF. AA.=Fuerzas Armadas | RR. HH.=Recursos Humanos |
    CC. OO.=Comisiones Obreras | n.°=número | pp.=páginas | p.=página | cap.=capítulo |
    Excmo.=excelentísimo | D.ª=doña | S. A.=sociedad anónima | S.A.=sociedad anónima | vol.=volumen |
    prof.=profesor | Prof.=profesor | Gral.=general | Sto.=santo | Sta.=santa | admón.=administración |
    dpto.=departamento
    """
    ),
    over="por",
    to="a",
    clock="{h} y {m}",
    hour="{h} en punto",
    times=(
        r"(?P<h>1[0-2]|0?[1-9])(?:[:.](?P<m>[0-5]\d))?\s?[ap](?:\.\s?m(?:\.(?=\s?[a-zà-ÿ,;:)]))?|m)(?!\w)",
        r"(?P<h>1[0-2]|0?[1-9])(?:[:.](?P<m>[0-5]\d))?\s?[AP](?:\.\s?M(?:\.(?=\s?[a-zà-ÿ,;:)]))?|M)(?!\w)",
        r"(?P<h>\d|1\d|2[0-4])\s?h\s?(?P<m>[0-5]\d)(?:['′’]|\s?min\.?(?!\w)|\s?m(?!\w))?(?!\w)",
        r"(?P<h>[01]?\d|2[0-4])[:.](?P<m>[0-5]\d)\s?h\b",
        r"(?P<h>[01]?\d|2[0-4])[:.](?P<m>[0-5]\d)(?=\s?h[rs]?s?\b)",
        r"(?P<h>[01]?\d|2[0-4])[:.](?P<m>[0-5]\d)(?=\s?horas?\b)",
        r"(?P<h>[01]?\d|2[0-4])(?P<m>)\s?h\b",
        r"(?P<h>[01]?\d|2[0-4]):(?P<m>[0-5]\d)(?![:\d])",
        r"(?<=\b[Ll]as\s)(?P<h>[01]?\d|2[0-4])\.(?P<m>[0-5]\d)(?![.,]?\d|\s?%)",
        r"(?<=\b[Ll]a\s)(?P<h>1)\.(?P<m>[0-5]\d)(?![.,]?\d|\s?%)",
    ),
    date="{day} de {month}",
    of="del?",
    year_of=" de ",
    scaled_of=" de ",
    day=lambda day, before: "uno" if day == 1 else str(day),
    day_mark=r"(?:\.?º)?",
    ordinal=_ordinal,
    ordinal_mark=r"(?:\.?(?:[ºª]s?|[oa]s|er|ero|era|do|da|to|ta)(?!\w)|[ao](?=\s[a-zà-ÿ]{3}))",
    ordinal_numerals=True,
    acronyms=words(
        """
        ONU PIB IVA PAN ERE AVE UCI ETA CIS PAC MIR TAC VAR LED PIN SIM EPA TIC UDI OEA INE ESO ICO SEO RAE
        IVE MUD ALBA UME TAR AMPA INI CSIC
        """
    ),
    emphasised=words(
        """
        el la los las de del en un una no si sí que por con sin es al su yo lo y o se te me mi tu le les nos
        más muy son fue hay ha han ya ni para pero como este esta sus uno dos tres así aún
        """
    ),
)
