"""A theme reaches windows that are already open."""

from PySide6.QtWidgets import QApplication

from nickaudit.ui.theme.current import current_theme
from nickaudit.ui.theme.tokens import Mode
from nickaudit.ui.widgets.button import Button
from nickaudit.ui.widgets.text import TextLabel
from tests.ui.conftest import Show, Wear


def test_open_widgets_grow_and_change_colour(show: Show, wear: Wear) -> None:
    label, button = TextLabel("Who can see what you share?"), Button("Continue")
    window = show(label, button)
    before = button.height()
    theme = wear(Mode.DARK, 200)
    QApplication.processEvents()
    assert current_theme() is theme
    assert button.height() == 2 * before
    assert label.height() >= label.heightForWidth(label.width())
    assert window.grab().toImage().pixelColor(2, 2).name().upper() == theme.colours.bg
