"""`python -m tests`: lint, types, then the whole suite; `python -m tests quick` leaves out what is slow.

What follows is given to pytest: `python -m tests -n 2 --dist loadfile`, where pytest-xdist is installed.
"""

from __future__ import annotations

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
    everyday = given[:1] == ["quick"]
    pytest = ["pytest", *(["-m", "not slow", *given[1:]] if everyday else given)]
    for tool in (["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"], pytest):
        status = subprocess.run([sys.executable, "-m", *tool], cwd=ROOT, check=False).returncode
        if status:
            return status
    return 0


if __name__ == "__main__":
    sys.exit(main())
