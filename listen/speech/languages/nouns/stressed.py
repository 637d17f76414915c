"""Spanish feminine nouns that begin with a stressed a: "un agua", though "doscientas aguas"."""

from __future__ import annotations

from listen.speech.rules import words

STRESSED_A = words(
    """
    abra acta agua águila ala alba alga alma alta alza ama ancla anca ánfora ánima ansia área arca arma arpa
    asa asma aspa asta aula ave haba habla hacha hada hambre haya haz áncora ánade
    """
)
