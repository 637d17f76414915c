"""Episodes → one EPUB 3.3 that reads along: text, audio, and the Media Overlays that join them.

A book holds one article or several. Every time in it is the episode's own; clips reach to the next sentence's
beginning, so that the pauses are heard too.
"""

from listen.epub.book import Story, write

__all__ = ["Story", "write"]
