"""The one place where errors become exit codes and lines."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

import click

from listen.errors import ListenError

REPORT = "https://github.com/listen-to-story/listen/issues"


def guarded(run: Callable[[], object]) -> int:
    """Run a command; returns its exit status, the reason on standard error."""
    try:
        result = run()
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
    except (KeyboardInterrupt, click.Abort):
        click.echo("\nlisten: interrupted; nothing was left half-written", err=True)
        return 130
    except BrokenPipeError:
        # The reader (head, less) has gone: not an error, but Python would complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # noqa: BLE001 the last resort: a bug gets a line and a status of its own
        return _bug(error)


def printable(text: str) -> str:
    """The text without control characters: a title, an address or a server may send some to the terminal."""
    return "".join(c if c.isprintable() or c == "\n" else "\ufffd" for c in text)


def _bug(error: Exception) -> int:
    if os.environ.get("LISTEN_DEBUG"):
        raise error
    place = ""
    trace = error.__traceback__
    while trace:
        place = f"{os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}"  # noqa: PTH119
        trace = trace.tb_next
    click.echo(
        f"listen: a bug: {type(error).__name__}: {printable(str(error))} ({place})\n"
        f"Run it again with LISTEN_DEBUG=1 and report what it prints: {REPORT}",
        err=True,
    )
    return 3
