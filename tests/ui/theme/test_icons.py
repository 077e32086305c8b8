"""Icons: only those that are used, in the colour that was asked for."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from nickaudit import paths
from nickaudit.ui.theme.icons import icon

NAMES = sorted(path.stem for path in paths.resource("icons").glob("*.svg"))


def test_every_icon_that_is_shipped_is_used() -> None:
    package = Path(paths.__file__).parent
    source = "".join(path.read_text(encoding="utf-8") for path in package.rglob("*.py"))
    assert [name for name in NAMES if f'"{name}"' not in source] == []


def test_every_icon_brings_the_same_licence() -> None:
    assert "ISC License" in paths.resource("icons/LICENSE.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_is_drawn_in_its_colour(app: QApplication, name: str) -> None:
    image = icon(name, "#0B6259", 24).toImage()
    solid = {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }
    assert QColor("#0B6259").name() in solid


def test_an_icon_is_sharp_on_a_fine_screen(app: QApplication) -> None:
    fine = icon("check", "#000000", 20, 2.0)
    assert fine.width() == 40
    assert fine.devicePixelRatio() == pytest.approx(2.0)


def test_no_icon_carries_a_script_or_an_address() -> None:
    for name in NAMES:
        text = paths.resource(f"icons/{name}.svg").read_text(encoding="utf-8")
        assert not re.search(r"<script|href|http(?!://www\.w3\.org/2000/svg)", text)
