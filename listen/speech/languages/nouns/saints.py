"""A saint's "S." before a name: "San Pietro", "Sant'Andrea", "Santo António", "Santa Lucia"."""

from __future__ import annotations

from listen.speech.rules import words

_MEN = words(
    """
    Abbondio Agostino Agostinho Agustín Alberto Alejo Alessandro Alfonso Ambrogio Ambrosio Amaro Andrea Andrés
    André Ángel Angelo Anselmo Antón Antonino Antonio António Antônio Apollinare Babila Bartolo Bartolomé
    Bartolomeo Bartolomeu Basilio Benedetto Benito Bento Bernardino Bernardo Biagio Blas Blás Borja Brás Bruno
    Callisto Carlo Carlos Casimiro Cayetano Cipriano Clemente Colombano Cosimo Cosme Cristóbal Cristóvão
    Cristoforo Damián Damiano Dionisio Domenico Domingo Domingos Donato Egidio Eligio Elia Eloy Esteban
    Estêvão Eusebio Eustachio Expedito Felice Felipe Félix Fermín Fernando Filipe Filippo Francesco Francisco
    Gabriel Gabriele Gaetano Gennaro Gerardo Gil Giacomo Giorgio Giovanni Giovenale Girolamo Giuliano Giuseppe
    Giusto Gonçalo Gottardo Gregorio Gregório Ignacio Ignazio Ildefonso Inácio Ilario Isidoro Isidro Jacinto
    Javier Jerónimo Joaquín João Jorge José Juan Julián Julião Justo Lázaro Leandro Leonardo Leopoldo Lorenzo
    Lourenço Luca Lucas Luigi Luis Luís Mamede Marcelino Marcello Marcos Marco Marino Martín Martino Martinho
    Mateo Mateus Matteo Maurizio Mauro Michele Miguel Millán Miniato Nazaro Nicola Nicolás Nicolau Nicolò
    Niccolò Onofre Onofrio Pablo Pancracio Pancrazio Paolo Pascual Patricio Paulo Pedro Pelayo Pellegrino
    Petronio Pietro Pio Prospero Quintín Quirico Rafael Raffaele Ramón Remo Rocco Román Romano Roque Rufino
    Sadurniño Salvador Salvatore Saverio Sebastián Sebastiano Sebastião Severino Severo Silvestre Silvestro
    Simeón Simón Simone Simão Siro Sisto Spirito Stefano Telmo Teodoro Teotónio Tirso Tomás Tomé Tommaso
    Torcato Toribio Ubaldo Valentín Valentino Vicente Víctor Vincenzo Vital Vitale Vito Vittore Xavier Zeno
    Zenone
    """
)
_WOMEN = words(
    """
    Agata Águeda Agnese Ana Anna Apolónia Bárbara Barbara Brígida Catalina Catarina Caterina Cecilia Cecília
    Chiara Clara Comba Cristina Croce Cruz Elena Elisabetta Engracia Eufemia Eulalia Eulália Fe Helena Inés
    Inês Iria Isabel Joana Juliana Justa Lucía Lucia Luzia Margarida Margarita Margherita Maria María
    Maddalena Madalena Marina Marta Martina Monica Mónica Mônica Olalla Orsola Rita Rosa Rosalia Sabina Sofia
    Susana Tecla Teresa Úrsula Valeria Vittoria Zita
    """
)


def italian_saint(name: str) -> str:
    """ "Sant'Andrea", "San Pietro", "Santo Stefano"."""
    if name in _WOMEN:
        return "Sant'" if name[0] in "AEIOU" else "Santa"
    if name not in _MEN:
        return ""
    if name[0] in "AEIOU":
        return "Sant'"
    return "Santo" if name[0] == "S" and name[1] not in "aeiou" else "San"


def spanish_saint(name: str) -> str:
    """ "San Juan", "Santo Tomás", "Santa Ana"."""
    if name in _WOMEN:
        return "Santa"
    if name not in _MEN:
        return ""
    return "Santo" if name in ("Domingo", "Tomás", "Tomé", "Toribio") else "San"


def portuguese_saint(name: str) -> str:
    """ "São Bento", "Santo António", "Santa Catarina"."""
    if name in _WOMEN:
        return "Santa"
    if name not in _MEN:
        return ""
    return "Santo" if name[0] in "AEIOÁÉÍÓ" or name == "Tirso" else "São"
