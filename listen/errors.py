"""This module says what can go wrong, as one tree. Every message is one line that says what to do.

ListenError
├── SourceError        the source cannot be reached, read or decoded
│   ├── NoArticleError     it can, but there is no article in it
│   └── RefusedError       the site answers that there is no such page, or none for us
├── ScriptError        an edited script does not fit its format
├── VoiceError         no such voice, or none for this language
├── EngineError        the speech engine is missing or fails
│   └── LostSpeechError    what it spoke is not what it was given
├── AudioError         a jingle, cover or sample rate that cannot be used
├── LexiconError       a pronunciation lexicon that cannot be read
├── OutputError        the result cannot be written
├── LibraryError       the library cannot be opened, or has no such episode
│   ├── RetiredError       the episode was removed and stays so
│   └── ConflictError      the caller's id names another article already
└── FeedError          a feed cannot be made, read or published
"""


class ListenError(Exception):
    """A clear error: its text is the one line that the user reads."""


class SourceError(ListenError):
    """The source cannot be reached, read or decoded."""


class NoArticleError(SourceError):
    """The source was read but holds no article."""


class RefusedError(SourceError):
    """The site answers that there is no such page, or none for programs: to ask again brings the same."""


class ScriptError(ListenError):
    """An edited script does not fit its format."""


class VoiceError(ListenError):
    """No such voice, or none for this language."""


class EngineError(ListenError):
    """The speech engine is missing or fails."""


class LostSpeechError(EngineError):
    """The audio does not hold what the engine was given to say."""


class AudioError(ListenError):
    """A jingle, cover or sample rate that cannot be used."""


class LexiconError(ListenError):
    """A pronunciation lexicon that cannot be read."""


class OutputError(ListenError):
    """The result cannot be written."""


class LibraryError(ListenError):
    """The library cannot be opened, or holds no such episode."""


class RetiredError(LibraryError):
    """The episode was removed, and its GUID stays retired."""


class ConflictError(LibraryError):
    """The caller's own id was given to another article before."""


class FeedError(ListenError):
    """A feed cannot be made, read or published."""
