"""Palette and style sheet say what the tokens say."""

import re

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLineEdit

from nickaudit.ui.theme.stylesheet import palette, style_sheet
from nickaudit.ui.theme.tokens import Colours, Mode, Theme
from tests.ui.conftest import Show, Wear


@pytest.mark.parametrize("mode", list(Mode))
def test_the_palette_wears_the_tokens(app: QApplication, mode: Mode) -> None:
    theme = Theme(mode)
    made = palette(theme)
    assert made.color(QPalette.ColorRole.Window).name().upper() == theme.colours.bg
    assert made.color(QPalette.ColorRole.WindowText).name().upper() == theme.colours.ink
    assert made.color(QPalette.ColorRole.Link).name().upper() == theme.colours.accent
    assert made.color(QPalette.ColorRole.Highlight).name().upper() == theme.colours.accent


@pytest.mark.parametrize("mode", list(Mode))
def test_every_colour_of_the_sheet_is_a_token(mode: Mode) -> None:
    theme = Theme(mode)
    tokens = {getattr(theme.colours, name) for name in Colours.__struct_fields__}
    assert set(re.findall(r"#[0-9A-Fa-f]{3,8}", style_sheet(theme))) <= tokens


def test_a_field_grows_with_the_text_and_is_never_below_a_target(show: Show, wear: Wear) -> None:
    field = QLineEdit()
    show(field)
    small = field.height()
    wear(Mode.LIGHT, 200)
    QApplication.processEvents()
    assert small >= 32
    assert field.sizeHint().height() >= 2 * small - 4
