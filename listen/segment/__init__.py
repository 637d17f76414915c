"""Article to script: sentences, utterances, chapters."""

from listen.segment.sentences import sentence_spans

__all__ = ["sentence_spans"]
