"""This module says which noun a figure counts: none behind a label ("Artikel 1 Absatz 2") or
a letter ("la A1").
"""

from __future__ import annotations

from listen.speech.rules import Here, words
from listen.speech.writing import patterns as re

LABELS = words(
    """
    artikel art absatz abs paragraf platz nummer nr kapitel kap seite band teil klasse stufe gruppe liga
    bundesliga zimmer raum halle gleis linie formel phase typ version satz position rang kanal abbildung abb
    tabelle tab folge staffel runde station block article art numéro n° page chapitre tome ligne formule ligue
    série phase type niveau groupe étape chaîne número núm art artículo página capítulo fórmula serie fase
    tipo nivel grupo línea canal párrafo apartado tema anexo figura cuadro gráfico lote puerta planta
    habitación sala zona carretera ruta plan punto día minuto bloque tramo escenario categoría jornada ronda
    vuelta fila asiento numero n articolo pagina capitolo linea gruppo tipo livello canale comma paragrafo
    allegato tabella figura fase zona lotto punto giorno minuto titolo girone categoria sezione gara turno
    giornata tappa rete artigo capítulo linha nível série parágrafo tabela dia título seção secção rodada jogo
    turma nummer hoofdstuk bladzijde deel groep niveau formule lijn kanaal
    """
)
"""Nouns behind which a number tells one of a row, and counts nothing: "la Fórmula 1 española"."""
_SIGNS = "§°º#"
"""Before a figure that counts nothing: "§ 1", "n° 1"."""
_SCALES = ("million", "milliard", "billion", "millón", "milion", "miliard", "milh", "miljoen", "miljard")
_DESCRIBED = re.compile(r"\s[a-zäöüß]{2,24}e[nrsm]?\s([A-ZÄÖÜ][a-zäöüß]{1,40})(?![\w-])")
"""A quality before a noun with its capital: German "1 weiteren Woche"."""
_LABELLED = re.compile(r"(?<![\w-])[A-ZÄÖÜ][a-zäöüß]+\s\Z")
_COMPOUND = re.compile(r"[-‐‑]([^\W\d_]{1,40}(?![^\W_]))")


_TWOFOLD = {
    "cours": re.compile(
        r"\s(?:d['’](?:appel|assises)|de (?:justice|cassation)|suprêmes?|martiales?|des comptes)"
    ),
    "tours": re.compile(
        r"\s(?:jumelles|de (?:guet|bureaux|contrôle|verre|béton)|résidentielles|HLM|d['’]habitation)"
    ),
    "livre": re.compile(
        r"\s(?:sterling|turque|syrienne|égyptienne|libanaise|irlandaise|de (?:beurre|pain|sucre))"
    ),
    "livres": re.compile(r"\s(?:sterling|turques?|syriennes?|égyptiennes?|libanaises?|irlandaises?)"),
    "postes": re.compile(r"\s(?:italiennes|de diligence)"),
    "voiles": re.compile(r"\s(?:blanches|noires|gonflées|latines)"),
    "manches": re.compile(r"(?!\w|\s(?:à balai|de couteau))"),
    "mémoires": re.compile(r"\s(?:vives|mortes|flash)"),
}
"""French nouns that are two, and what stands behind the feminine one: "cours d'appel", "cours de piano"."""
_STARTS = frozenset(".!?:«“\"‘'(—–")


def _is_numbered_name(here: Here, start: int) -> bool:
    """Return whether the word before a figure is a name in mid-sentence: "en La 1 emiten", "Rai 1 manda"."""
    name = here.before(start)
    if not name[:1].isupper() or here.text[start - 1 : start] != " ":
        return False
    before = here.text[max(0, start - len(name) - 3) : start - 1 - len(name)].rstrip()
    return bool(before) and before[-1] not in _STARTS


def counted_noun(here: Here, start: int, end: int, compounds: bool, capitals: bool = False) -> str:
    """The noun behind the figure at `start` that it counts, "" if it counts none.

    `compounds`: all parts of one are wanted: German "US-Dollar", French "demi-heure". `capitals`: nouns
    begin with one.
    """
    text = here.text
    if start and text[start - 1] != " ":
        if text[start - 1] in _SIGNS or text[start - 1].isalpha():
            return ""
        if text[start - 1] in "-–." and text[max(0, start - 2)].isalpha():
            return ""
    elif start > 1 and text[start - 2] in _SIGNS:
        return ""
    noun = here.after(end)
    if not noun:
        return ""
    if text[end - 1] == "1" and not capitals and _is_numbered_name(here, start):
        return ""
    if text[end - 1] == "1" and not noun.lower().startswith(_SCALES) and here.before(start).lower() in LABELS:
        return ""
    if (
        capitals
        and text[end - 1] == "1"
        and noun.islower()
        and _LABELLED.search(text, max(0, start - 40), start)
    ):
        return ""  # "Kind 1 voller Mut": what counts nouns stands before one
    if compounds and noun in _TWOFOLD:
        feminine = _TWOFOLD[noun].match(text, text.find(noun, end) + len(noun))
        return "cours-d'eau" if not feminine else "chambres"
    if compounds and noun.islower() and (described := _DESCRIBED.match(text, end)):
        return described[1]  # "1 weiteren Woche"
    if compounds:
        at = text.find(noun, end) + len(noun)
        while m := _COMPOUND.match(text, at):
            noun, at = f"{noun}-{m[1]}", m.end()
    return noun
