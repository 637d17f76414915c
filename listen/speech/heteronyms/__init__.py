"""One spelling, several sounds: which sense of a word is meant, from the words around it."""

from listen.speech.heteronyms.contexts import contexts, pairs, sense

__all__ = ["contexts", "pairs", "sense"]
