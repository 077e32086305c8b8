"""Runs the real command in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]


class Ended(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    err: str


def run(*arguments: str, seconds: float = 150, **environment: str) -> Ended:
    """Run `nickaudit` with these arguments; an environment variable set to "" is taken away."""
    merged = {**os.environ, **environment}
    result = subprocess.run(
        [sys.executable, "-m", "nickaudit", *arguments],
        cwd=ROOT,
        env={name: value for name, value in merged.items() if value},
        capture_output=True,
        text=True,
        check=False,
        timeout=seconds,
    )
    return Ended(result.returncode, result.stdout, result.stderr)
