"""Runs → one track with one clock: cues, chapters, music."""
