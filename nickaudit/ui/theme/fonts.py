"""The shipped typeface, and fonts of a given size and weight in the current theme."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase

from nickaudit.paths import resource
from nickaudit.ui.theme.tokens import Theme

FAMILY = "Atkinson Hyperlegible Next"
FILES = (
    "fonts/AtkinsonHyperlegibleNext-Regular.ttf",
    "fonts/AtkinsonHyperlegibleNext-SemiBold.ttf",
    "fonts/AtkinsonHyperlegibleNext-Bold.ttf",
)
SEMIBOLD = 600
BOLD = 700


def load_shipped_font() -> str:
    """Make the shipped typeface known to Qt; returns its family, or the system's where it cannot be read."""
    loaded = [QFontDatabase.addApplicationFont(str(resource(name))) for name in FILES]
    return FAMILY if min(loaded) >= 0 else system_family()


def system_family() -> str:
    """The typeface the person's own desktop uses."""
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()


@lru_cache(maxsize=64)
def font(theme: Theme, size: int, weight: int = 400) -> QFont:
    """A font of `size` px at 100 %. Shared: do not change it."""
    made = QFont(theme.family)
    made.setPixelSize(theme.px(size))
    made.setWeight(QFont.Weight(weight))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made
