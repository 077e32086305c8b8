"""Ten times the platforms: they load, and are kept, as the few do."""

from pathlib import Path

import pytest

from nickaudit import paths
from nickaudit.bootstrap import content_for
from tests.content.generated import WANTED, write_platforms


@pytest.mark.slow
def test_630_generated_platforms_load_and_are_kept(home: Path) -> None:
    assert write_platforms(home / "content") == WANTED
    read = content_for(home, resources=paths.resource("."))
    assert read.own.faults == ()
    assert read.own.files == WANTED
    assert len(read.content.platforms) + len(read.content.listings) == WANTED + len(
        list(paths.resource("platforms").glob("*.toml"))
    )
    assert content_for(home, resources=paths.resource(".")) == read
