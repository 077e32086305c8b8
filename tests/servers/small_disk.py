"""A disk so small that it fills up: a tmpfs of its own, seen only by the code that runs on it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def can_be_made(folder: Path) -> bool:
    return shutil.which("unshare") is not None and _run("pass", folder, "64k").returncode == 0


def run_on(code: str, folder: Path, *, size: str) -> str:
    """Run Python code with that folder as `sys.argv[1]`, a disk of that size; what it printed."""
    result = _run(code, folder, size)
    assert result.returncode == 0, result.stderr
    return result.stdout


def _run(code: str, folder: Path, size: str) -> subprocess.CompletedProcess[str]:
    folder.mkdir(parents=True, exist_ok=True)
    as_root = "-m" if os.geteuid() == 0 else "-Urm"
    script = 'mount -t tmpfs -o "size=$1" tmpfs "$2" && exec "$3" -c "$4" "$2"'
    return subprocess.run(
        ["unshare", as_root, "sh", "-c", script, "sh", size, str(folder), sys.executable, code],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
