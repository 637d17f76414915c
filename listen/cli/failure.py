"""The one place where errors become exit codes and lines."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from types import FrameType

import click

from listen.errors import ListenError

_ADVICE = {
    errno.ENOSPC: "free some space, and try again",
    errno.EDQUOT: "free some space, and try again",
    errno.EROFS: "it is on a disk that may only be read: LISTEN_HOME and -o name other places",
    errno.EACCES: "check its permissions; LISTEN_HOME and -o name other places",
    errno.EPERM: "check its permissions; LISTEN_HOME and -o name other places",
    errno.EMFILE: "too many files are open: raise the limit (ulimit -n), or use fewer --jobs",
    errno.ENFILE: "too many files are open on this machine: try again later",
    errno.EBADF: "standard input or output is closed: leave it open",
}
"""What to do when the system says no, where nobody nearer to it knew better."""
REPORT = "https://github.com/listen-to-story/listen/issues"


class Ended(KeyboardInterrupt):
    """The command was told to end by a signal other than Ctrl-C's."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.status = 128 + number


@contextlib.contextmanager
def ended_in_order() -> Iterator[None]:
    """Let `kill` and a closed terminal end a command as Ctrl-C does: by themselves nothing would clear away
    what is half-written. Who ignores a signal, as nohup does, goes on doing so.
    """

    def end(number: int, frame: FrameType | None) -> None:
        raise Ended(number)

    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    if threading.current_thread() is not threading.main_thread():
        numbers = []  # Python lets no other thread handle signals
    ours = [number for number in numbers if signal.getsignal(number) is signal.SIG_DFL]
    for number in ours:
        signal.signal(number, end)
    try:
        yield
    finally:
        for number in ours:
            signal.signal(number, signal.SIG_DFL)


def guarded(run: Callable[[], object]) -> int:
    """Run a command; returns its exit status, the reason on standard error."""
    try:
        result = run()
        if sys.stdout is not None:  # closed by whoever started us
            sys.stdout.flush()
        return result if isinstance(result, int) else 0
    except ListenError as error:
        click.echo(f"listen: {printable(str(error))}", err=True)
        return 1
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (KeyboardInterrupt, click.Abort) as error:
        with contextlib.suppress(OSError):  # the terminal may be gone
            click.echo("\nlisten: interrupted; nothing was left half-written", err=True)
        cause = error.__cause__ if isinstance(error, click.Abort) else error  # click makes one of the other
        return cause.status if isinstance(cause, Ended) else 130
    except BrokenPipeError:
        _let_go_of_output()  # the reader (head, less) has gone: not an error
        return 0
    except OSError as error:
        _let_go_of_output()
        click.echo(f"listen: {printable(reason(error))}", err=True)
        return 1
    except Exception as error:  # noqa: BLE001 the last resort: a bug gets a line and a status of its own
        return _bug(error)


def reason(error: Exception) -> str:
    """One line for any error: what to do about it, or that it is a bug and where."""
    if isinstance(error, ListenError):
        return str(error)
    if isinstance(error, OSError):
        what = f" {error.filename}" if error.filename else ""
        advice = _ADVICE.get(error.errno or 0, "look at the disk and its permissions, and try again")
        return f"the system refuses{what}: {error.strerror or error}; {advice}"
    return f"a bug: {type(error).__name__}: {error} ({_place(error)})"


def _let_go_of_output() -> None:
    """Return where standard output takes nothing more: Python would try once more when it ends, and
    complain.
    """
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
    except OSError:
        with contextlib.suppress(io.UnsupportedOperation):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def printable(text: str) -> str:
    """The text without control characters: a title, an address or a server may send some to the terminal."""
    return "".join(c if c.isprintable() or c == "\n" else "\ufffd" for c in text)


def _bug(error: Exception) -> int:
    if os.environ.get("LISTEN_DEBUG"):
        raise error
    click.echo(
        f"listen: {reason(error)}\nRun it again with LISTEN_DEBUG=1 and report what it prints: {REPORT}",
        err=True,
    )
    return 3


def _place(error: Exception) -> str:
    """Return where it was raised: file and line."""
    place = ""
    trace = error.__traceback__
    while trace:
        place = f"{os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}"  # noqa: PTH119
        trace = trace.tb_next
    return place
