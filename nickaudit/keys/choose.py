"""Which place keeps the keys of a data folder."""

from pathlib import Path

from nickaudit.keys.kept import KeptKeys


def choose(home: Path) -> KeptKeys:
    """The keys of this folder. To use them may ask the system: never on the window's thread."""
    return KeptKeys(home)
