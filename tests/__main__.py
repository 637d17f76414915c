"""`python -m tests`: lint, types, then the whole suite; `python -m tests quick` leaves out what is slow."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Run every check in order; stops at the first that fails."""
    pytest = ["pytest", *(["-m", "not slow"] if sys.argv[1:2] == ["quick"] else [])]
    for tool in (["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"], pytest):
        status = subprocess.run([sys.executable, "-m", *tool], cwd=ROOT, check=False).returncode
        if status:
            return status
    return 0


if __name__ == "__main__":
    sys.exit(main())
