"""This module says which Spanish, Portuguese and Italian nouns are feminine: by ending, else by list."""

from __future__ import annotations

from listen.speech.rules import words
from listen.speech.writing import patterns as re

_PEOPLE = re.compile(r"(?:[^pv]ista|crata|[oe]pata|icida|nauta|iatra)\Z")
"""Ends of nouns for people of either sex."""
_GREEK = re.compile(r"(?:[^cg]ema|gram?ma|dram?ma|orama|[nd]igma|isma|asma|auma|agma|ogma|noma|toma)\Z")
"""Ends of masculine nouns in a: "problema", "programa", "enigma"."""
_MASCULINE_IN_A = words(
    """
    día dia mapa planeta pianeta poeta atleta profeta esteta asceta pirata gimnasta cineasta entusiasta
    patriota idiota compatriota pilota papa collega colega camarada duca monarca patriarca gorila gorilla
    koala panda puma vaglia boia delta cinema schema esquema stemma dilemma clima diploma pijama pigiama
    idioma aroma síntoma sintoma genoma axioma coma cromosoma guardia policía indígena belga israelita sunita
    xiita chiita dálmata jesuita jesuíta moscovita alauita tequila vodka yoga karma carma cometa nómada
    terapeuta estratega tranvía
    """
)
_FEMININE_THOUGH = words(
    "yema diadema quema flema estratagema trema toma lista conquista arista misma marisma"
)
_SPANISH = words(
    """
    mujer vez noche tarde clase calle muerte parte serie base torre llave nube sede red ley sangre carne leche
    fuente flor mano cárcel señal sal luz cruz voz paz imagen orden frase especie fase gente corriente
    superficie foto moto radio pared sed merced salud suerte mente serpiente patente vertiente nave nieve
    clave fiebre mamá raíz nariz nuez codorniz perdiz vejez niñez hoz coz faz labor catedral cal sucursal
    central capital terminal diagonal espiral multinacional credencial piel miel virgen sien sartén higiene
    planicie progenie hélice índole mole prole tos hez elipse ubre liebre madre comadre pose web app pyme
    élite cohorte gripe tribu fe estirpe bilis caries mies selfie pelvis razón sazón variante masacre interfaz
    escasez estrechez tele bici moral aeronave psique editorial ave intranet
    """
)
_PORTUGUESE = words(
    """
    equipe fome febre sorte foto moto mulher vez noite tarde mão luz voz cruz flor cor lei mãe irmã manhã maçã
    parte morte rede sede base classe série torre nave fonte ponte gente arte fase frase chave nuvem ordem
    colher dor árvore pele neve greve ave carne saúde lã grei noz foz paz raiz espécie superfície cárie
    calvície planície mente semente corrente enchente serpente lente patente vertente nascente crise análise
    tese síntese hipótese dose catástrofe estrofe posse prece interface face alface tosse foice pose hélice
    elite gripe estante mascote tribo multidão certidão aptidão paixão conexão reflexão flexão rebelião
    comunhão questão gestão sugestão congestão digestão combustão trave clave pane chance performance nuance
    revanche avalanche creche web app startup fake live ong gravidez timidez matriz cicatriz diretriz atriz
    razão mãe fé avó libido capital frente raiz vitrine suíte liquidez ênfase apólice principal ocasião parede
    hortelã avelã romã
    """
)
_ITALIAN = words(
    """
    voce notte parte mano classe base serie legge arte morte gente fonte chiave nave pelle rete sede torre
    valle carne fine luce croce pace neve estate moglie madre febbre crisi tesi moto foto auto specie canzone
    radice cornice vernice fenice pernice cenere polvere corrente sorgente mente patente tangente consorte
    corte sorte botte trave siepe sete quiete fede lode prole mole frode messe tosse frase fase dose tigre
    volpe lepre lince ape nube noce foce prece salute radio bici metro app mail email chat dinamo stirpe
    parete cute fame palude vite lente pelle pioggia oasi analisi ipotesi diagnosi sintesi parentesi metropoli
    paralisi prognosi carie superficie barbarie scure star startup band capitale automobile diocesi cattedrale
    """
)
_PORTUGUESE_ENDS = re.compile(r"(?:[çs]ão|[gns]ião|idão|[dtz]ade|tude|gem|ície|ose|triz|ã)\Z", re.IGNORECASE)
_MASCULINE_PORTUGUESE = words("coração calção guardião pião anfitrião espião")
_SPANISH_ENDS = re.compile(r"(?:[csgntxl]ión|dad|tad|tud|umbre|triz|[sz]is|itis|[^p]ie)\Z")
_MASCULINE_SPANISH = words(
    """
    avión camión gorrión guión bastión embrión escorpión sarampión aluvión análisis énfasis paréntesis oasis
    éxtasis ataúd talud laúd alud
    """
)
_ITALIAN_ENDS = re.compile(r"(?:(?<!gl)(?<!p)ione|tà|[tb]ù|[^r]gine|trice|udine|[^lp]ie)\Z")
_MASCULINE_ITALIAN = words("rione scorpione embrione bastione lampione spione milione campione copione")


def _in_a(noun: str) -> bool:
    """Return whether a noun in a is feminine."""
    if noun in _FEMININE_THOUGH:
        return True
    if noun in _MASCULINE_IN_A or _PEOPLE.search(noun):
        return False
    return _GREEK.search(noun) is None


def feminine_spanish(noun: str) -> bool:
    """Return whether a Spanish noun, of one or of many, is feminine: "tarjetas", not "problemas"."""
    one = _one_spanish(noun)
    if one.endswith("a"):
        return _in_a(one)
    plain = one.translate(_PLAIN)
    return (
        one in _SPANISH
        or plain in _SPANISH_PLAIN
        or noun.removesuffix("s") in _SPANISH
        or (_SPANISH_ENDS.search(one) is not None and one not in _MASCULINE_SPANISH)
    )


def _one_spanish(noun: str) -> str:
    if noun.endswith("ces"):
        return noun[:-3] + "z"
    if noun.endswith("iones"):
        return noun[:-4] + "ón"
    if noun.endswith("es") and len(noun) > 4 and noun[-3] in "ldrnjyxd":
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("is", "us")) else noun


def feminine_portuguese(noun: str) -> bool:
    """Return whether a Portuguese noun, of one or of many, is feminine: "colheres", "reuniões"."""
    one = _one_portuguese(noun)
    if one.endswith("a"):
        return _in_a(one)
    return one in _PORTUGUESE or (
        _PORTUGUESE_ENDS.search(one) is not None and one not in _MASCULINE_PORTUGUESE
    )


def _one_portuguese(noun: str) -> str:
    if noun.endswith(("ões", "ães")) and noun != "mães":
        return noun[:-3] + "ão"
    if noun.endswith("ns"):
        return noun[:-2] + "m"
    if noun.endswith(("res", "zes")) and noun[:-2] in _PORTUGUESE:
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ês") else noun


def feminine_italian(noun: str) -> bool:
    """Return whether an Italian noun, of one, is feminine: "canzone", not "problema"."""
    if noun.endswith("a"):
        return _in_a(noun)
    return noun in _ITALIAN or (_ITALIAN_ENDS.search(noun) is not None and noun not in _MASCULINE_ITALIAN)


_PLAIN = str.maketrans("áéíóú", "aeiou")
_SPANISH_PLAIN = frozenset(noun.translate(_PLAIN) for noun in _SPANISH)
