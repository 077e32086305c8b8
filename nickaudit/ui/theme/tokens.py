"""Every colour and size of the window, as one frozen table.

Style sheet, palette and painted widgets read it.
"""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

TEXT_SIZES = (100, 125, 150, 175, 200)
"""The text sizes a person can choose, in per cent."""

BASE_PX = 16
HEADING_PX = 30
SUBHEADING_PX = 19
SMALL_PX = 14
SIDE_PX = 14
"""Nothing is ever set smaller than 14 px at 100 %."""

LINE_HEIGHT = 1.12
"""Times the font's own line, which is 1.30 em."""

RADIUS = 8
CARD_RADIUS = 10
TARGET_PX = 32
TEXT_COLUMN = 700
PAGE_COLUMN = 748
SIDE_COLUMN = 262
PAGE_MARGIN = 40

RING_PX = 3
RING_INNER_PX = 2
RING_GAP_PX = 2
RING_ROOM = RING_PX + RING_INNER_PX + RING_GAP_PX
"""Margin every focusable control keeps free, so that its ring never moves anything."""


class Mode(Enum):
    """Light or dark; the system says which, unless a person or a test asks for one."""

    LIGHT = "light"
    DARK = "dark"


class Colours(Struct, frozen=True):
    """The colours of one mode, by what they are for and not by how they look."""

    bg: str
    surface: str
    ink: str
    muted: str
    edge: str
    line: str
    accent: str
    accent_ink: str
    soft: str
    warn: str
    warn_bg: str
    bad: str
    bad_bg: str
    info: str
    info_bg: str
    focus: str
    ring: str


LIGHT = Colours(
    bg="#F7F5F0",
    surface="#FFFFFF",
    ink="#1A2330",
    muted="#56616E",
    edge="#56616E",
    line="#DDD8CC",
    accent="#0B6259",
    accent_ink="#FFFFFF",
    soft="#E4F0EC",
    warn="#7A4B00",
    warn_bg="#FDF1D8",
    bad="#9C1F1F",
    bad_bg="#FBE9E6",
    info="#1F4E8C",
    info_bg="#E8F0FA",
    focus="#F2B233",
    ring="#1A2330",
)

DARK = Colours(
    bg="#12171C",
    surface="#1B2229",
    ink="#E8ECEF",
    muted="#A4AFBA",
    edge="#A4AFBA",
    line="#303A44",
    accent="#62C9B6",
    accent_ink="#0C1A18",
    soft="#1D332F",
    warn="#F2C471",
    warn_bg="#33290F",
    bad="#FF9F97",
    bad_bg="#3A1C1A",
    info="#9EC3F5",
    info_bg="#18283B",
    focus="#F2B233",
    ring="#12171C",
)


class Theme(Struct, frozen=True):
    """What a widget needs to draw itself: the mode's colours, the text size and the font's name."""

    mode: Mode = Mode.LIGHT
    text_size: int = 100
    family: str = "Atkinson Hyperlegible Next"

    @property
    def colours(self) -> Colours:
        """The colours of this theme's mode."""
        return LIGHT if self.mode is Mode.LIGHT else DARK

    @property
    def scale(self) -> float:
        """Factor for everything that grows with the text."""
        return self.text_size / 100

    @property
    def growth(self) -> float:
        """Factor for the room between things: it grows half as much as the text."""
        return (100 + self.text_size) / 200

    def room(self, size: float) -> int:
        """A gap of that many pixels at 100 %."""
        return round(size * self.growth)

    def px(self, size: float) -> int:
        """A length that grows with the text, in whole pixels."""
        return round(size * self.text_size / 100)
