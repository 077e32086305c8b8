"""The theme the window wears now, kept on the application object as Qt keeps its palette and font."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from nickaudit.ui.theme.tokens import Theme

_PROPERTY = "nickaudit_theme"
_PLAIN = Theme()


def current_theme() -> Theme:
    """What painted widgets draw with; ask again at every paint, for the text size may have changed."""
    app = QCoreApplication.instance()
    theme = app.property(_PROPERTY) if app is not None else None
    return theme if isinstance(theme, Theme) else _PLAIN


def wear(app: QCoreApplication, theme: Theme) -> None:
    """Make `theme` the current one. `theme.dress` does this and the rest."""
    app.setProperty(_PROPERTY, theme)
