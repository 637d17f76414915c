"""One spelling, several sounds: which sense of a word is meant, from the words around it."""

from listen.speech.heteronyms.contexts import contexts, in_s, pairs, sense, sense_in_s

__all__ = ["contexts", "in_s", "pairs", "sense", "sense_in_s"]
