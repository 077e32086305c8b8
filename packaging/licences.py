"""Writes docs/LICENCES.md: everything that is shipped, and under which licence.

Run by `make lock`, in an environment where the packages of requirements.lock are installed.
"""

import importlib.metadata
import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
# Only installed on one system or one Python, so their own files cannot always be asked.
ELSEWHERE = {
    "backports-tarfile": "MIT",
    "importlib-metadata": "Apache-2.0",
    "jeepney": "MIT",
    "lazy-importer": "Apache-2.0",
    "pywin32-ctypes": "BSD-3-Clause",
    "secretstorage": "BSD-3-Clause",
    "sspilib": "MIT",
    "typing-extensions": "PSF-2.0",
    "zipp": "MIT",
}
HEAD = """\
# Licences of what is shipped

NickAudit itself is under the [MIT licence](../LICENSE). This page is written by `packaging/licences.py`
from the pinned packages.

## Qt and Python

| part | licence |
|---|---|
| Qt 6 (in PySide6-Essentials and shiboken6) | LGPL-3.0-only, as shared libraries that you may replace |
| Python (in the built program only) | PSF-2.0 |
| PyInstaller's start-up code (in the built program only) | GPL-2.0-or-later, with the bootloader exception |
| OpenSSL (in cryptography, and in Python's own modules) | Apache-2.0 |

The texts of the LGPL, and of the GPL that it builds on, are in `packaging/licences/`. In the built program
every package's licence lies in its folder `licences`. Qt's source is published by the Qt Project.

## Typeface and icons

| part | licence |
|---|---|
| Atkinson Hyperlegible Next, in `resources/fonts` | OFL-1.1, text beside it |
| Lucide, in `resources/icons` | ISC, text beside it |

## Python packages

| package | version | licence |
|---|---|---|
"""
TAIL = """
`pip` is only there because sqlite-utils names it; the built program leaves it out. Some packages are needed
on one system or one version of Python only.
"""


def pins(lock: Path) -> dict[str, str]:
    """Return the versions in a lock, by name."""
    found = re.findall(r"^([a-z0-9-]+)==(\S+)", lock.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(found)


def licence(name: str) -> str:
    """Return what an installed package says of its licence."""
    try:
        told = importlib.metadata.metadata(name)
    except importlib.metadata.PackageNotFoundError:
        return ELSEWHERE[name]
    if named := told.get("License-Expression") or told.get("License"):
        return named
    classifiers = told.get_all("Classifier", [])
    return ", ".join(each.split(" :: ")[-1] for each in classifiers if each.startswith("License"))


def page() -> str:
    """Return the whole page."""
    shipped = pins(ROOT / "requirements.lock")
    rows = [f"| {name} | {version} | {licence(name)} |\n" for name, version in shipped.items()]
    return HEAD + "".join(rows) + TAIL


if __name__ == "__main__":
    (ROOT / "docs" / "LICENCES.md").write_text(page(), encoding="utf-8")
