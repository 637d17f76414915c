"""`python -m tests`: lint, types, then the whole suite; `python -m tests quick` leaves out what is slow.

What follows is given to pytest. Two processes share the tests, a file to each, where there are two cores
(`-n 0`: one process).
"""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ("ruff", "mypy", "pytest", "hypothesis", "click", "lxml", "numpy")


def main() -> int:
    """Run every check in order; stops at the first that fails."""
    if missing := [name for name in TOOLS if find_spec(name) is None]:
        print(f"tests: {', '.join(missing)} not installed here: pip install -e '.[test]'", file=sys.stderr)
        return 2
    given = sys.argv[1:]
    if given[:1] == ["quick"]:
        given[:1] = ["-m", "not slow"]
    pytest = ["pytest", *shared(), *given]
    for tool in (["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"]):
        if status := subprocess.run([sys.executable, "-m", *tool], cwd=ROOT, check=False).returncode:
            return status
    return timed(pytest)


def shared() -> list[str]:
    """Return pytest's options for two processes: more were not tried, and many tests start their own."""
    if (os.cpu_count() or 1) < 2 or find_spec("xdist") is None:
        return []
    return ["-n", "2", "--dist", "loadfile"]


def timed(pytest: list[str]) -> int:
    """Run the tests, and say how long they took and how much of the cores' time; their exit status."""
    # Hundreds of them start Python: without compiled files each of those compiles the package for itself.
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    before = os.times()
    command = [sys.executable, "-m", *pytest]
    status = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    told = f", {cpu:.0f} CPU s" if os.name == "posix" else ""  # Windows counts no children
    print(f"tests: {after.elapsed - before.elapsed:.0f} s{told}", flush=True)
    return status


if __name__ == "__main__":
    sys.exit(main())
