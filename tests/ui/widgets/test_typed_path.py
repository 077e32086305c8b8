"""A path as somebody types it."""

from pathlib import Path

import pytest

from nickaudit.ui.widgets.typed_path import whole_path


def test_a_whole_path_is_one_and_a_tilde_is_ones_own_folder(tmp_path: Path) -> None:
    assert whole_path(str(tmp_path)) == tmp_path
    assert whole_path("~/Documents") == Path.home() / "Documents"


@pytest.mark.parametrize("typed", ["", "Certificates", "./Certificates", "~no-such-person-here/Certificates"])
def test_nothing_a_part_of_one_and_the_folder_of_nobody_are_none(typed: str) -> None:
    assert whole_path(typed) is None
