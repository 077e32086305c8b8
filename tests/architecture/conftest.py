"""The files of the project: what git knows, or everything where the tree came without git."""

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MADE = {".git", ".venv", "build", "dist", "__pycache__", "node_modules", "out"}


@pytest.fixture(scope="session")
def tracked() -> list[str]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode == 0:
        return [each for each in listed.stdout.split("\0") if each and (ROOT / each).is_file()]
    every = (each.relative_to(ROOT) for each in ROOT.rglob("*") if each.is_file())
    hidden = (".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis", ".import_linter_cache")
    return [str(each) for each in every if not MADE.intersection(each.parts) and each.parts[0] not in hidden]
