"""Put a theme on the application: font, palette, style sheet, and what painted widgets ask for."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from nickaudit.ui.theme.current import wear
from nickaudit.ui.theme.fonts import font
from nickaudit.ui.theme.stylesheet import palette, style_sheet
from nickaudit.ui.theme.tokens import BASE_PX, Theme


def dress(app: QApplication, theme: Theme) -> None:
    """Give every window this theme, those already open too. Fusion is set once, by the caller."""
    wear(theme)
    app.setFont(font(theme, BASE_PX))
    app.setPalette(palette(theme))
    app.setStyleSheet(style_sheet(theme))
