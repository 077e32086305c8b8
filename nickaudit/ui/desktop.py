"""The person's own desktop: their browser, their file manager, the clipboard. Nothing is fetched by us."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication


def open_link(address: str) -> bool:
    """Open an https address in the person's own browser; False where the desktop can't."""
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    return url.scheme() == "https" and QDesktopServices.openUrl(url)


def open_file(path: Path) -> bool:
    """Open a file in the program the desktop keeps for it; False where there is none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def show_in_folder(path: Path) -> bool:
    """Show the folder a file lies in."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path if path.is_dir() else path.parent)))


def copy(text: str) -> None:
    """Put the text on the clipboard."""
    QGuiApplication.clipboard().setText(text)
