"""An invented school's content in a folder that a test may change, and the program's own."""

import shutil
from pathlib import Path

import pytest

from nickaudit import paths

INVENTED = Path(__file__).parent / "invented"
PACK = "policies/marsh-lane/policy.toml"
PLATFORM = "platforms/chirper.toml"


class Workbench:
    """A copy of the invented school's resources."""

    def __init__(self, folder: Path) -> None:
        self.resources = folder
        self.document = INVENTED / "policy.txt"

    def change(self, file: str, old: str, new: str) -> int:
        """Change one passage of a file, and return the line it begins on."""
        path = self.resources / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} is there {text.count(old)} times"
        path.write_text(text.replace(old, new), encoding="utf-8")
        return text[: text.index(old)].count("\n") + 1


@pytest.fixture
def bench(tmp_path: Path) -> Workbench:
    shutil.copytree(INVENTED / "resources", tmp_path / "resources")
    return Workbench(tmp_path / "resources")


@pytest.fixture(scope="session")
def built_in() -> Path:
    return paths.resource(".")
