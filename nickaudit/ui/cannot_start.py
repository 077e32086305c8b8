"""What a person sees when the window cannot open: one sentence and a way on. Few start it in a terminal."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox

from nickaudit.ui.application import application, system_mode
from nickaudit.ui.theme.dress import dress
from nickaudit.ui.theme.fonts import load_shipped_font
from nickaudit.ui.theme.tokens import Theme

TITLE = "The social media check can't start"
NOTHING_LOST = "Nothing has been changed or sent."
SHOW_FOLDER = "Show the folder"
CLOSE = "Close"

_UNSEEN = {"offscreen", "minimal"}


def tell(sentence: str, *, folder: Path | None) -> None:
    """Say it in a window, and wait until that is closed. Where nobody could see one, nothing happens.

    Args:
        sentence: What is wrong and what to do.
        folder: The person's data folder, which they may want to look into.
    """
    app = application()
    if app.platformName() in _UNSEEN:
        return
    dress(app, Theme(system_mode(), 100, load_shipped_font()))
    box = box_for(sentence, folder=folder)
    box.exec()
    if box.clickedButton() is not None and box.clickedButton().text() == SHOW_FOLDER:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def box_for(sentence: str, *, folder: Path | None) -> QMessageBox:
    """The window itself."""
    box = QMessageBox(QMessageBox.Icon.NoIcon, TITLE, TITLE)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(f"{sentence}\n\n{NOTHING_LOST}")
    box.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    if folder is not None and folder.is_dir():
        box.addButton(SHOW_FOLDER, QMessageBox.ButtonRole.ActionRole)
    close = box.addButton(CLOSE, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(close)
    box.setEscapeButton(close)
    return box
