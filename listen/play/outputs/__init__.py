"""This module says where sound goes: one Protocol, and what can stand behind it on this computer.

An output plays one stream at a time. It pulls samples when it needs them and can say how many of them have
been heard: not how many it was given, which is a buffer more.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from listen.errors import AudioError

if TYPE_CHECKING:
    from listen.model import Samples

Pull = Callable[[int], "Samples"]
"""Asked for so many samples, gives them, or fewer when there are no more at the moment."""
SILENT = "--through silent shows the words without sound"


class Output(Protocol):
    """A way to be heard."""

    @property
    def name(self) -> str:
        """For people."""

    def start(self, rate: int, pull: Pull) -> None:
        """Play what `pull` gives, mono at `rate` Hz, until `stop`. Raises AudioError when it cannot."""

    def heard(self) -> int:
        """Return how many samples of the stream were heard by now. Raises AudioError when the device is
        gone.
        """

    def stop(self) -> int:
        """Stop; returns how many samples of the stream will have been heard when it is silent."""

    def close(self) -> None:
        """Give the device back."""


def names() -> list[str]:
    """Return what `find` takes, best first."""
    from listen.play.outputs.program import PROGRAMS

    return ["miniaudio", *PROGRAMS, "silent"]


def find(name: str | None = None, otherwise: str = SILENT) -> Output:
    """The output of that name, or the best that is here.

    Raises AudioError that says what to do: how to get one, or `otherwise`.
    """
    try:
        return _found(name)
    except AudioError as error:
        raise AudioError(f"{error}; {otherwise}") from error


def _found(name: str | None) -> Output:
    from listen.play.outputs.device import Device
    from listen.play.outputs.program import PROGRAMS, Program
    from listen.play.outputs.silent import Silent

    if name == "silent":
        return Silent()
    if name == "miniaudio" or (name is None and Device.installed()):
        return Device()  # where it finds no sound device, no program does
    for candidate in [name] if name else PROGRAMS:
        if path := shutil.which(candidate):
            return Program(PROGRAMS[candidate], path)
    if name:
        raise AudioError(f"{name} is not installed")
    raise AudioError("nothing that plays sound is installed: pip install miniaudio, or install mpv")
