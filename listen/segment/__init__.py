"""Article → Script: paragraphs, sentences, pauses and chapters."""

from listen.segment.build import script
from listen.segment.sentences import sentence_spans

__all__ = ["script", "sentence_spans"]
