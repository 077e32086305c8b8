"""When the window cannot open: one sentence, a way on, and nothing to wait for where nobody can see it."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from nickaudit.ui import cannot_start

SENTENCE = "A file this program keeps is damaged. Move it, and any whose names begin so, then start again."


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("is_there", [True, False])
def test_it_says_what_is_wrong_and_shows_the_folder_where_there_is_one(
    qtbot: QtBot, tmp_path: Path, is_there: bool
) -> None:
    folder = tmp_path if is_there else tmp_path / "gone"
    box = cannot_start.box_for(SENTENCE, folder=folder)
    qtbot.addWidget(box)
    assert SENTENCE in box.informativeText()
    buttons = [button.text() for button in box.buttons()]
    assert sorted(buttons) == sorted([cannot_start.CLOSE, *([cannot_start.SHOW_FOLDER] if is_there else [])])
    assert box.defaultButton().text() == cannot_start.CLOSE


@pytest.mark.usefixtures("qapp")
def test_where_nobody_can_see_it_nothing_is_waited_for() -> None:
    cannot_start.tell(SENTENCE, folder=None)
