"""The implementation that is not ours: npm `jose`, installed once under build/."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.requires import require

HERE = Path(__file__).parent / "jose"
THERE = Path(__file__).parents[2] / "build" / "jose"
PACKAGE = ("package.json", "package-lock.json")


@pytest.fixture(scope="session")
def jose() -> Path:
    """Folder with the scripts, beside the packages that they import."""
    npm = shutil.which("npm")
    require(npm and shutil.which("node"), "node and npm")
    lock = THERE / "node_modules" / "lock-it-was-installed-from"
    if not lock.is_file() or lock.read_bytes() != (HERE / "package-lock.json").read_bytes():
        THERE.mkdir(parents=True, exist_ok=True)
        for name in PACKAGE:
            shutil.copy(HERE / name, THERE / name)
        installed = subprocess.run(
            [str(npm), "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
            cwd=THERE, capture_output=True, text=True, check=False, timeout=150,
        )  # fmt: skip
        require(installed.returncode == 0, f"npm packages: {installed.stderr[-300:]}")
        shutil.copy(HERE / "package-lock.json", lock)
    for script in HERE.glob("*.mjs"):
        shutil.copy(script, THERE / script.name)
    return THERE
