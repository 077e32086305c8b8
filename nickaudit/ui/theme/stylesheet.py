"""Tokens to the palette and the one style sheet.

Most of our widgets paint themselves; the sheet holds only what Qt's own widgets need, because every rule in
it costs time at the first paint.
"""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from nickaudit.ui.theme.tokens import RADIUS, TARGET_PX, Theme


def palette(theme: Theme) -> QPalette:
    """The mode's colours in the places where Fusion looks for them."""
    c = theme.colours
    made = QPalette()
    role = QPalette.ColorRole
    pairs = {
        role.Window: c.bg,
        role.WindowText: c.ink,
        role.Base: c.surface,
        role.AlternateBase: c.bg,
        role.Text: c.ink,
        role.PlaceholderText: c.muted,
        role.Button: c.surface,
        role.ButtonText: c.ink,
        role.BrightText: c.bad,
        role.Highlight: c.accent,
        role.HighlightedText: c.accent_ink,
        role.Link: c.accent,
        role.LinkVisited: c.accent,
        role.ToolTipBase: c.surface,
        role.ToolTipText: c.ink,
        role.Light: c.surface,
        role.Midlight: c.line,
        role.Mid: c.line,
        role.Dark: c.edge,
        role.Shadow: c.edge,
        role.Accent: c.accent,
    }
    for where, colour in pairs.items():
        made.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, where, QColor(c.muted))
    return made


def style_sheet(theme: Theme) -> str:
    """The rules for fields, scroll bars, tables and message boxes at this text size."""
    c, px = theme.colours, theme.px
    bar = max(12, px(12))
    return f"""
QLineEdit, QPlainTextEdit {{ background: {c.surface}; color: {c.ink}; border: 1px solid {c.edge};
  border-radius: {RADIUS}px; padding: {px(4)}px {px(12)}px; min-height: {px(TARGET_PX - 4)}px;
  selection-background-color: {c.accent}; selection-color: {c.accent_ink}; }}
QLineEdit[faulty="true"], QPlainTextEdit[faulty="true"] {{ border: 2px solid {c.bad};
  padding: {px(4) - 1}px {px(12) - 1}px; }}
QMessageBox QPushButton {{ background: {c.surface}; color: {c.ink}; border: 1px solid {c.edge};
  border-radius: {RADIUS}px; padding: {px(6)}px {px(16)}px; min-height: {px(22)}px; font-weight: 600; }}
QScrollArea, QTableView {{ border: 0; background: transparent; }}
QTableView {{ background: {c.surface}; border: 1px solid {c.line}; gridline-color: {c.line};
  selection-background-color: {c.soft}; selection-color: {c.ink}; }}
QHeaderView {{ background: {c.surface}; }}
QScrollBar {{ background: {c.bg}; border: 0; width: {bar}px; height: {bar}px; }}
QScrollBar::handle {{ background: {c.edge}; border-radius: {bar // 2 - 3}px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: none; }}
QToolTip {{ background: {c.surface}; color: {c.ink}; border: 1px solid {c.edge}; padding: 4px; }}
"""
