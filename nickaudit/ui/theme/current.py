"""The theme the window wears now: one for the whole application, as Qt keeps one palette and one font."""

from __future__ import annotations

from nickaudit.ui.theme.tokens import Theme


class _Wardrobe:
    """Painted widgets ask for the theme thousands of times a page: an attribute is all that may cost."""

    worn = Theme()


def current_theme() -> Theme:
    """What painted widgets draw with; ask again at every paint, for the text size may have changed."""
    return _Wardrobe.worn


def wear(theme: Theme) -> None:
    """Make `theme` the current one. `theme.dress` does this and the rest."""
    _Wardrobe.worn = theme
