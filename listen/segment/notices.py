"""This module says what the narration says in its own words: a table too large to read, code left out, that a
picture or a footnote comes, the disclosure.
"""

from __future__ import annotations

NOTICES: dict[str, dict[str, str]] = {
    "en": {
        "table": "A table with {rows} rows: {names}.",
        "code": "Code example, not read aloud.",
        "formula": "A formula, not read aloud.",
        "picture": "Picture: {alt}.",
        "footnote": "Footnote {number}.",
        "disclosure": "This narration was made with a synthetic voice.",
        "by": "This article was written by {author}, and narrated by a synthetic voice.",
    },
    "de": {
        "table": "Eine Tabelle mit {rows} Zeilen: {names}.",
        "code": "Ein Codebeispiel, nicht vorgelesen.",
        "formula": "Eine Formel, nicht vorgelesen.",
        "picture": "Bild: {alt}.",
        "footnote": "Fußnote {number}.",
        "disclosure": "Dieser Text wurde von einer künstlichen Stimme gelesen.",
        "by": "Ein Text von {author}, gelesen von einer künstlichen Stimme.",
    },
    "fr": {
        "table": "Un tableau de {rows} lignes : {names}.",
        "code": "Un exemple de code, non lu.",
        "formula": "Une formule, non lue.",
        "picture": "Image : {alt}.",
        "footnote": "Note {number}.",
        "disclosure": "Ce texte a été lu par une voix de synthèse.",
        "by": "Un article de {author}, lu par une voix de synthèse.",
    },
    "es": {
        "table": "Una tabla de {rows} filas: {names}.",
        "code": "Un ejemplo de código, no leído.",
        "formula": "Una fórmula, no leída.",
        "picture": "Imagen: {alt}.",
        "footnote": "Nota {number}.",
        "disclosure": "Este texto ha sido leído por una voz sintética.",
        "by": "Un artículo de {author}, leído por una voz sintética.",
    },
    "pt": {
        "table": "Uma tabela com {rows} linhas: {names}.",
        "code": "Um exemplo de código, não lido.",
        "formula": "Uma fórmula, não lida.",
        "picture": "Imagem: {alt}.",
        "footnote": "Nota {number}.",
        "disclosure": "Este texto foi lido por uma voz sintética.",
        "by": "Um artigo de {author}, lido por uma voz sintética.",
    },
    "it": {
        "table": "Una tabella di {rows} righe: {names}.",
        "code": "Un esempio di codice, non letto.",
        "formula": "Una formula, non letta.",
        "picture": "Immagine: {alt}.",
        "footnote": "Nota {number}.",
        "disclosure": "Questo testo è stato letto da una voce sintetica.",
        "by": "Un articolo di {author}, letto da una voce sintetica.",
    },
    "nl": {
        "table": "Een tabel met {rows} rijen: {names}.",
        "code": "Een codevoorbeeld, niet voorgelezen.",
        "formula": "Een formule, niet voorgelezen.",
        "picture": "Afbeelding: {alt}.",
        "footnote": "Voetnoot {number}.",
        "disclosure": "Deze tekst is voorgelezen door een synthetische stem.",
        "by": "Een artikel van {author}, voorgelezen door een synthetische stem.",
    },
}
"""By primary language subtag; a language without its own gets nothing said in a foreign one but English's."""


def notice(key: str, lang: str, **values: object) -> str:
    """One of our own sentences in the article's language, or in English where we have no translation."""
    table = NOTICES.get(lang.split("-")[0].lower(), NOTICES["en"])
    return table[key].format(**values)


def disclosure(lang: str, author: str | None) -> str:
    """The sentence of `--disclose`."""
    return notice("by", lang, author=author) if author else notice("disclosure", lang)
