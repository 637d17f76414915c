"""Italian: "3 maggio 2024", "12,5%", "1.234,56 euro", "ore 14.30", "3ª", "XXI secolo"."""

from __future__ import annotations

from listen.speech.languages.european import Language
from listen.speech.rules import listed, table, triples, words

_ORDINALS = listed(
    """
    zero primo secondo terzo quarto quinto sesto settimo ottavo nono decimo undicesimo dodicesimo
    tredicesimo quattordicesimo quindicesimo sedicesimo diciassettesimo diciottesimo diciannovesimo
    ventesimo ventunesimo ventiduesimo ventitreesimo
    """
)


def _ordinal(number: str, mark: str, before: str) -> str:
    n = int(number)
    if not 1 <= n < len(_ORDINALS):
        return number
    word = _ORDINALS[n]
    return f"{word[:-1]}a" if "ª" in mark else word


LANGUAGE = Language(
    percent="per cento",
    comma="virgola",
    minus="meno",
    months=listed(
        """
    gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
    """
    ),
    short_months="gen|feb|mar|apr|mag|giu|lug|ago|sett?|ott|nov|dic",
    currencies=triples(
        """
    €=euro/euro/centesimi | $=dollaro/dollari/centesimi | £=sterlina/sterline/penny |
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
    km/h=chilometri orari | km²=chilometri quadrati | m²=metri quadrati | mq=metri quadrati |
    km=chilometri | m=metri | cm=centimetri | mm=millimetri | kg=chili | g=grammi | t=tonnellate |
    l=litri | °C=gradi | °=gradi | kWh=chilowattora | MW=megawatt | GW=gigawatt | min=minuti | ha=ettari
    """
    ),
    abbreviations=table(
        """
    Sig.=signor | Sig.ra=signora | sig.=signor | Dott.=dottor | dott.=dottor | Dott.ssa=dottoressa |
    Prof.=professor | prof.=professor | Ing.=ingegner | Avv.=avvocato | On.=onorevole | on.=onorevole |
    Sen.=senatore | ecc.=eccetera | es.=esempio | pag.=pagina | pagg.=pagine | n.=numero |
    cfr.=confronta | a.C.=avanti Cristo | d.C.=dopo Cristo | ca.=circa | tel.=telefono | art.=articolo |
    vol.=volume | S.p.A.=società per azioni | SpA=S P A | v.=vedi | fig.=figura
    """
    ),
    to="a",
    clock="{h} e {m}",
    hour="{h}",
    times=(
        r"(?<=ore\s)(?P<h>[01]?\d|2[0-4])[:.](?P<m>[0-5]\d)(?![:.\d])",
        r"(?<=alle\s)(?P<h>[01]?\d|2[0-4])[:.](?P<m>[0-5]\d)(?![:.\d%])",
        r"(?P<h>[01]?\d|2[0-4]):(?P<m>[0-5]\d)(?![:\d])",
    ),
    scaled_of=" di ",
    day=lambda day, before: "primo" if day == 1 else str(day),
    day_mark=r"[º°]?",
    ordinal=_ordinal,
    ordinal_mark=r"[ºª°](?!\w)",
    ordinal_numerals=True,
    acronyms=words("ONU PIL IVA USA"),
    centuries=frozenset(("secolo", "congresso", "municipio")),
)
