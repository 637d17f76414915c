"""listen: any article, read to you.

The story on one screen is `listen/pipeline.py`; start there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["make"]

if TYPE_CHECKING:
    from listen.pipeline import make
else:

    def __getattr__(name):
        # `import listen` must stay instant: the command line answers --help from here.
        if name == "make":
            from listen.pipeline import make

            return make
        raise AttributeError(f"module 'listen' has no attribute {name!r}")
