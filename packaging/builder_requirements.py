"""Prints the pins of what builds the program: PyInstaller and what it needs, out of requirements-dev.lock.

The program is built where only these and its own run-time packages are installed: from a developer's
environment PyInstaller would pack test tools in as well.
"""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
BUILDER = "pyinstaller"


def entries(lock: Path) -> dict[str, str]:
    """Return each pin of a lock with its hashes and its `# via` lines, by name."""
    blocks = re.split(r"^(?=[a-z0-9])", lock.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {block.split("==")[0]: block for block in blocks if "==" in block}


def wanted_by(name: str, pins: dict[str, str]) -> set[str]:
    """Return the name and everything that is pinned because of it."""
    found = {name}
    while new := {each for each, block in pins.items() if each not in found and found & _wishers(block)}:
        found |= new
    return found


def _wishers(block: str) -> set[str]:
    comments = re.findall(r"^ +# +(?:via )?([\w.-]+)$", block, flags=re.MULTILINE)
    return set(comments) - {"via"}


if __name__ == "__main__":
    pins = entries(ROOT / "requirements-dev.lock")
    shipped = entries(ROOT / "requirements.lock")
    print("".join(pins[name] for name in sorted(wanted_by(BUILDER, pins) - set(shipped))), end="")
