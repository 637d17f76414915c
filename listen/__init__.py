"""listen: any article, read to you.

The public names are listed here. Each is imported from its home when it is first asked for, so that
`import listen` stays instant. The story on one screen is `listen/pipeline.py`; start there.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from listen import clean, segment, speech
    from listen.clean import Cleaned, LeftOut
    from listen.errors import (
        AudioError,
        ConflictError,
        EngineError,
        FeedError,
        LexiconError,
        LibraryError,
        ListenError,
        LostSpeechError,
        NoArticleError,
        OutputError,
        RefusedError,
        RetiredError,
        ScriptError,
        SourceError,
        VoiceError,
    )
    from listen.library import Library
    from listen.model import (
        Article,
        Block,
        Chapter,
        Cue,
        Episode,
        Script,
        Source,
        SpokenWord,
        Utterance,
        Voice,
        WordTime,
    )
    from listen.options import Options
    from listen.pipeline import make
    from listen.reading import phonemes as phonemes
    from listen.reading import read
    from listen.storage.jsonform import from_json, to_json

    __version__: str

__all__ = [
    "Article",
    "AudioError",
    "Block",
    "Chapter",
    "Cleaned",
    "ConflictError",
    "Cue",
    "EngineError",
    "Episode",
    "FeedError",
    "LeftOut",
    "LexiconError",
    "Library",
    "LibraryError",
    "ListenError",
    "LostSpeechError",
    "NoArticleError",
    "Options",
    "OutputError",
    "RefusedError",
    "RetiredError",
    "Script",
    "ScriptError",
    "Source",
    "SourceError",
    "SpokenWord",
    "Utterance",
    "Voice",
    "VoiceError",
    "WordTime",
    "__version__",
    "clean",
    "from_json",
    "make",
    "read",
    "segment",
    "speech",
    "to_json",
]

_HOMES = {
    "make": "listen.pipeline",
    "phonemes": "listen.reading",
    "read": "listen.reading",
    "to_json": "listen.storage.jsonform",
    "from_json": "listen.storage.jsonform",
    "Cleaned": "listen.clean",
    "LeftOut": "listen.clean",
    "Library": "listen.library",
    "Options": "listen.options",
}
"""Where a name lives that is neither an error nor one of the nouns of `listen.model`."""
_ROOMS = {"clean", "segment", "speech"}


def __getattr__(name: str) -> object:
    if name == "__version__":
        from listen.storage.installed import release

        return release()
    if name in _ROOMS:
        return import_module(f"listen.{name}")
    if name not in __all__ and name not in _HOMES:
        raise AttributeError(f"module 'listen' has no attribute {name!r}")
    home = _HOMES.get(name) or ("listen.errors" if name.endswith("Error") else "listen.model")
    found: object = getattr(import_module(home), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
