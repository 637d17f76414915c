"""Italian: "3 maggio 2024", "12,5%", "1.234,56 euro", "ore 14.30", "3ª", "XXI secolo"."""

from __future__ import annotations

from listen.speech.languages.counting_more import agree_italian, italian, linked_italian, singular_italian
from listen.speech.languages.nouns.saints import italian_saint
from listen.speech.languages.signs.marks import Marks
from listen.speech.languages.signs.net_addresses import AddressWords
from listen.speech.languages.signs.short_capitals import ITALIAN
from listen.speech.languages.traits import Language
from listen.speech.rules import Here, listed, table, triples, words
from listen.speech.writing import patterns as re

_ORDINALS = listed(
    """
    zero primo secondo terzo quarto quinto sesto settimo ottavo nono decimo undicesimo dodicesimo
    tredicesimo quattordicesimo quindicesimo sedicesimo diciassettesimo diciottesimo diciannovesimo
    ventesimo ventunesimo ventiduesimo ventitreesimo
    """
)


def _ordinal(number: str, mark: str, before: str) -> str:
    n = int(number)
    if n == 1000:
        return "millesima" if "ª" in mark or mark == "a" else "millesimo"
    if not 1 <= n < 1000:
        return number
    word = _ORDINALS[n] if n < len(_ORDINALS) else _ending(italian(n))
    return f"{word[:-1]}a" if "ª" in mark or mark == "a" else word


def _ending(said: str) -> str:
    """ "trentacinque" → "trentacinquesimo", "ventitré" → "ventitreesimo"."""
    if said.endswith("é"):
        return said[:-1] + "eesimo"
    return (said if said.endswith("sei") else said[:-1]) + "esimo"


def _time(hour: int, minute: int | None, written: str) -> str:
    if "h" in written:  # "1h45", how long it lasts
        minutes = f"{minute} minuti" if "min" in written else minute
        return f"un'ora e {minutes}" if hour == 1 else f"{hour} ore e {minutes}"
    said = "una" if hour == 1 else str(hour)
    return f"{said} e {minute}" if minute else said


def _and_half(n: int, noun: str) -> str:
    """2½ ore is "due ore e mezza"."""
    feminine = noun.endswith(("a", "e", "tà", "ioni")) and noun != "mese"
    return f"{n} {noun} {'e mezza' if feminine else 'e mezzo'}"


def _half_of(one: str) -> str:
    """½ t is "mezza tonnellata"."""
    if one == "ora":
        return "mezz'ora"
    return f"{'mezza' if one.endswith('a') else 'mezzo'} {one}"


_HAS = (
    r"(?!\s(?:d['’]|(?:di|e|ed|in|a|ad|per|da|su|o)(?!\w)|coltivat))\s[^\W\d_]"
    r"|\s(?:d[aei]|in|per|a)\s[^\W\d_]+[aei]re(?!\w)"
)
"""What stands behind "ha" where it is no hectare: anything but a preposition, "ha da fare"."""


def _aged(m: re.Match[str], here: Here) -> str:
    """ "un 18enne" is "un diciottenne", "la 23enne" "la ventitreenne"."""
    said = italian(int(m["n"]))
    if m["end"].startswith("esim"):
        return _ending(said)[:-1] + m["end"][-1]
    stem = said[:-1] + "e" if said.endswith("é") else said if said.endswith("sei") else said[:-1]
    return stem + m["end"]


_OWN = (
    (r"(?P<n>\d{1,3})[\s-]?(?P<end>enn(?:[ei]|i[oa]|al[ei])|esim[oaie])(?!\w)", _aged),
    (r"(?P<n>\d{1,2})''(?!\w|\s?\d)", lambda m, here: f"{m['n']} secondi"),
)


LANGUAGE = Language(
    cardinal=italian,
    agree=agree_italian,
    linked=linked_italian,
    lone_is_word="I",
    held=words(
        """
        guerra edizione legislatura repubblica divisione sezione internazionale congresso municipio
        commissione circoscrizione festival premio concorso giornata rassegna mostra convegno anniversario
        centenario trofeo torneo campionato memorial crociata dinastia reparto armata brigata millennio
        assemblea conferenza stagione giro tappa sagra maratona atto secolo fiera biennale triennale domenica
        comma brigata legione
        """
    ),
    verbs={"ha": _HAS},
    own=_OWN,
    saints=italian_saint,
    pronounced=ITALIAN,
    ahead={
        "l.": ("", r"\s?(?:n\.\s?)?\d", "legge"),
        "L.": ("", r"\s?(?:n\.\s?)?\d{1,3}/\d", "legge"),
        "v.": (r"[A-ZÀ-Ý][\w'’]{1,20}\s", r"\s[A-ZÀ-Ý][a-zà-ÿ]", "contro"),
    },
    singular=singular_italian,
    placed=words("è era arriva arrivato arrivata chiude finisce giunge giunto giunta termina"),
    placed_by=words("con a in e nella nel al alla dopo davanti dietro"),
    ranks=words(
        "posto classificato turno trimestre semestre gol piano set tempo giro comma anniversario secolo"
    ),
    articles=words("il lo la del dal al nel sul un uno una suo ogni"),
    say_time=_time,
    numbered=words("secolo sec capitolo allegato fase parte tomo titolo atto canto libro quadro scena"),
    marks=Marks(
        score=" a ",
        score_words=r"vin[ct]|perd|batt|pareg|finisc|finale|sconfi|vittoria|risultato|set|punteggio",
        coins=" e ",
        plus="più",
        plus_minus="più o meno",
        permille="per mille",
        section=("paragrafo", "paragrafi"),
        and_="e",
        times="per",
        equals="uguale a",
        out_of="su",
        fractions={
            "½": "mezzo ",
            "¼": "un quarto di ",
            "¾": "tre quarti di ",
            "⅓": "un terzo di ",
            "⅔": "due terzi di ",
        },
        shares=listed("terzo quarto quinto sesto settimo ottavo nono decimo"),
        shares_end="i",
        shares_lose="o",
        and_half=_and_half,
        half_of=_half_of,
        inches="pollici",
        comma="virgola",
        fold=lambda n: "una volta" if n == 1 else f"{n} volte",
        round_the_clock={"24/7": "24 7"},
        bare_shares=True,
        greater="maggiore di",
        less="minore di",
        phone_words=r"(?i:tel\.?|telefono|cell\.?|fax|numero|numero verde)",
        phones=(r"3\d\d \d{6,7}", r"800[ -]\d{3} ?\d{3}"),
    ),
    percent="per cento",
    comma="virgola",
    minus="meno",
    months=listed(
        """
    gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
    """
    ),
    short_months=r"gen|feb|mar|apr|mag|giu|lug|ago|sett|set(?=\.)|ott|nov|dic",
    currencies=triples(
        """
    €=euro/euro/centesimi | $=dollaro/dollari/centesimi | £=sterlina/sterline/penny |
    USD=dollaro/dollari/centesimi | US$=dollaro/dollari/centesimi | GBP=sterlina/sterline/penny |
    CHF=franco/franchi/centesimi | L.=lira/lire/centesimi | Lit.=lira/lire/centesimi |
    euro=euro/euro/centesimi | EUR=euro/euro/centesimi | ¥=yen/yen/sen
    """
    ),
    magnitudes=table(
        """
    mln=milioni | mld=miliardi | milioni=milioni | milione=milione | miliardi=miliardi |
    miliardo=miliardo | milioni di=milioni | miliardi di=miliardi | mila=mila
    """
    ),
    units=table(
        """
    mph=miglia orarie | Mb/s=megabit al secondo | Mbps=megabit al secondo | Mbit/s=megabit al secondo |
    Gb/s=gigabit al secondo | Gbps=gigabit al secondo | Gbit/s=gigabit al secondo | MB/s=megabyte al secondo |
    m/s=metri al secondo | km/s=chilometri al secondo | MHz=megahertz | kHz=chilohertz | V=volt |
    kV=chilovolt | W=watt |
    CV=cavalli | cv=cavalli | GWh=gigawattora | TWh=terawattora | MWh=megawattora | hPa=ettopascal |
    kcal=chilocalorie | cc=centimetri cubi | gr=grammi | gr.=grammi | m s.l.m.=metri sul livello del mare |
    msl=metri sul livello del mare | mc=metri cubi | kmq=chilometri quadrati | cmq=centimetri quadrati |
    q=quintali |
    rpm=giri al minuto | ppm=parti per milione | µm=micron | kB=kilobyte | KB=kilobyte |
    mmHg=millimetri di mercurio |
    °F=gradi Fahrenheit |
        pers.=persone | hg=etti |
    h=ore | ab./km²=abitanti per chilometro quadrato | ab.=abitanti | pt=punti | pt.=punti | sec.=secondi |
    min.=minuti |
    km/h=chilometri orari | km²=chilometri quadrati | m²=metri quadrati | mq=metri quadrati |
    km=chilometri | m=metri | cm=centimetri | mm=millimetri | kg=chili | g=grammi | t=tonnellate |
    µg/m³=microgrammi per metro cubo | l/100 km=litri per 100 chilometri | mg/l=milligrammi per litro |
    m³=metri cubi | cm²=centimetri quadrati | cm³=centimetri cubi | p.p.=punti percentuali |
    ml=millilitri | mg=milligrammi | GB=gigabyte | MB=megabyte | TB=terabyte |
    dB=decibel | s=secondi | dl=decilitri | cl=centilitri | hl=ettolitri | kW=chilowatt | GHz=gigahertz |
    Hz=hertz | l=litri | °C=gradi | °=gradi | kWh=chilowattora |
    MW=megawatt | GW=gigawatt | min=minuti | ha=ettari
    """
    ),
    feminine=(
        words("la una della dalla nella alla sulla"),
        words("guerra edizione legislatura repubblica divisione sezione internazionale"),
    ),
    weekdays=table(
        "lun=lunedì | mar=martedì | mer=mercoledì | gio=giovedì | ven=venerdì | sab=sabato | dom=domenica"
    ),
    until_day={"a": "a"},
    before_figures=frozenset(("co.", "h", "all.", "tav.", "fasc.", "N.", "l.")),
    before_names=frozenset(("SS.", "Ss.", "Cap.", "Ten.", "Mar.", "Brig.", "Amm.", "Em.", "Ecc.")),
    elided=words("l d c un dell nell all dall sull quell coll quest tutt cent"),
    lasted=("ore", "minuti", "secondi"),
    addresses=AddressWords("punto", "chiocciola", "barra", "trattino"),
    per=table(
        """
    ettaro=all'ettaro | barile=al barile | tonnellata=alla tonnellata | settimana=a settimana |
    chilo=al chilo |
    kg=al chilo | m²=al metro quadrato | mq=al metro quadrato | l=al litro | litro=al litro |
    s=al secondo | min=al minuto | h=all'ora |
    ora=all'ora | kWh=al chilowattora | MWh=al megawattora | giorno=al giorno | mese=al mese | anno=all'anno |
    notte=a notte | persona=a persona | km=al chilometro | t=alla tonnellata
    """
    ),
    abbreviations=table(
        """
    secc.=secoli | S.r.l.=società a responsabilità limitata | s.r.l.=società a responsabilità limitata |
    Srl=S R L | srl=S R L | nr.=numero | Nr.=numero | N.=numero | SS.=santi | Ss.=santi | vs.=contro |
    vs=contro |
    s.t.=secondo tempo | p.t.=primo tempo | l.=legge | aC=avanti Cristo | dC=dopo Cristo |
    geom.=geometra | amm.=amministratore | Amm.=ammiraglio | Cap.=capitano | Ten.=tenente | Mar.=maresciallo |
    Brig.=brigadiere | C.F.=codice fiscale | P.IVA=partita IVA | P. IVA=partita IVA |
    N.B.=nota bene | P.S.=post scriptum | q.tà=quantità | tel=telefono | Uff.=ufficio | lgt.=luogotenenziale |
    trad.=traduzione | ed.=edizione | Ecc.=eccellenza | Em.=eminenza | S.E.=Sua Eccellenza |
    d.t.s.=dopo i tempi supplementari | d.c.r.=dopo i calci di rigore |
    n°=numero | N°=numero | Ca.=circa |
    cav.=cavalier | P.za=piazza | all.=allegato | lett.=lettera | circ.=circolare | fasc.=fascicolo |
    loc.=località | mitt.=mittente | N.d.R.=nota del redattore | op. cit.=opera citata |
    p.v.=prossimo venturo | u.s.=ultimo scorso | Pres.=presidente | pres.=presidente | Rev.=reverendo |
    segg.=seguenti | ss.=seguenti | sez.=sezione | sig.na=signorina | spett.=spettabile |
    suppl.=supplemento | tav.=tavola | voll.=volumi | l.go=largo | L.go=largo | S. Antonio=Sant'Antonio |
    S. Giovanni=San Giovanni | S. Pietro=San Pietro | S. Paolo=San Paolo | S. Giuseppe=San Giuseppe |
    S. Francesco=San Francesco | S. Lorenzo=San Lorenzo | S. Martino=San Martino |
    S. Stefano=Santo Stefano | S. Andrea=Sant'Andrea | S. Anna=Sant'Anna | S. Maria=Santa Maria |
    S. Lucia=Santa Lucia | S. Croce=Santa Croce |
    P.zza=piazza | p.zza=piazza | c.so=corso | C.so=corso | V.le=viale | v.le=viale |
    c.p.=codice penale | c.p.p.=codice di procedura penale | c.c.=codice civile |
    c.p.c.=codice di procedura civile | Cost.=Costituzione | int.=interno |
    cell.=cellulare | co.=comma | d.lgs.=decreto legislativo | D.Lgs.=decreto legislativo |
    d.l.=decreto legge | h=ore | ing.=ingegner | avv.=avvocato | rag.=ragioniere | geom.=geometra |
    arch.=architetto | sen.=senatore |
    prof.ssa=professoressa | Prof.ssa=professoressa | p.za=piazza | c.d.=cosiddetto | sec.=secolo |
    p. es.=per esempio | p.es.=per esempio | sigg.=signori | Sigg.=signori | dr.=dottor | Dr.=dottor |
    prov.=provincia | v.le=viale | p.zza=piazza | c.so=corso | rif.=riferimento | max.=massimo | min.=minimo |
    Sig.=signor | Sig.ra=signora | sig.=signor | Dott.=dottor | dott.=dottor | Dott.ssa=dottoressa |
    Prof.=professor | prof.=professor | Ing.=ingegner | Avv.=avvocato | On.=onorevole | on.=onorevole |
    Sen.=senatore | ecc.=eccetera | es.=esempio | pag.=pagina | pagg.=pagine | n.=numero |
    cfr.=confronta | a.C.=avanti Cristo | d.C.=dopo Cristo | ca.=circa | tel.=telefono |
    art.=articolo | ad es.=ad esempio | pp.=pagine | p.=pagina | cap.=capitolo | artt.=articoli |
    dott.ssa=dottoressa | sig.ra=signora | Mons.=monsignor | mons.=monsignor | Gen.=generale |
    Col.=colonnello | nn.=numeri | c.a.=corrente anno | vol.=volume | S.p.A.=società per azioni |
    SpA=S P A | v.=vedi | fig.=figura
    """
    ),
    over="per",
    to="a",
    clock="{h} e {m}",
    hour="{h}",
    times=(
        r"(?<=ore\s)(?P<h>[01]?\d|2[0-4])[:.](?P<m>[0-5]\d)(?![:.\d])",
        r"(?<=\bh\s)(?P<h>[01]?\d|2[0-4])[:.](?P<m>[0-5]\d)(?![:.\d])",
        r"(?<=\d e l['’])(?P<h>1)(?P<m>)(?![\d:%]|[.,]\d|\s?[\w%€])",
        r"(?<=[aA]ll['’])(?P<h>1)(?P<m>)(?![\d:.,])",
        r"(?<=[aA]ll['’])(?P<h>1)[:.](?P<m>[0-5]\d)(?![:.\d%])",
        r"(?<=[dD][ae]lle\s)(?P<h>[01]?\d|2[0-4])[:.](?P<m>[0-5]\d)(?![:.\d%])",
        r"(?<=alle\s)(?P<h>[01]?\d|2[0-4])[:.](?P<m>[0-5]\d)(?![:.\d%])",
        r"(?P<h>\d|1\d|2[0-4])\s?h\s?(?P<m>[0-5]\d)(?:['′’]|\s?min\.?)?(?!\w)",
        r"(?P<h>[01]?\d|2[0-4]):(?P<m>[0-5]\d)(?![:\d])",
    ),
    scaled_of=" di ",
    day=lambda day, before: "primo" if day == 1 and not before.endswith(("'", "’")) else str(day),
    day_mark=r"[º°]?",
    ordinal=_ordinal,
    ordinal_mark=r"(?:[ºª°](?!\w)|['’′](?=[\s,.;:)+]|\Z)|[ao](?=\s[a-zà-ÿ]{3}))",
    ordinal_numerals=True,
    acronyms=words(
        """
        ONU PIL IVA USA RAI TAR VAR IMU ENI TAV TAC GIP GUP DIA CIA PIN SIM LED ROS NAS FAO MES DOC DOP IGP
        POS PEC SUV DAD CUP CAF ISEE ASL CISL UIL INPS CNEL OCSE AGCOM SIAE ARPA LEA PAC ANM ANAC ETA DEF
        NADEF SPID INAIL UGL FIOM RSU ATA INFN ENAC
        """
    ),
    emphasised=words(
        """
        il la lo gli le di del della dei in un una non che per con su al si sì ma mai ora e o ha è da dal nel
        più come chi era sono tra fra ai alla
        """
    ),
    centuries=frozenset(("secolo", "sec", "secoli", "congresso", "municipio")),
)
