"""Captions and transcripts: one timeline, written as WebVTT, SubRip and podcast JSON."""
