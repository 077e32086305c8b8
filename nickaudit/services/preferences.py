"""What the window remembers between starts: text size, road, folder. Never anything about an account."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from nickaudit.store.private import preferences

if TYPE_CHECKING:
    from nickaudit.services import Services


class Preference(StrEnum):
    """What may be remembered."""

    ROAD = "road"
    """`staff` or `head`: the road taken last from the first page."""
    COMPUTER = "computer"
    """Whose computer this is; never stored for a shared one."""
    DEVICE = "device"
    """On which device the steps are followed."""
    TEXT_SIZE = "text-size"
    WINDOW = "window"
    SCHOOL_FOLDER = "school-folder"
    """Where the person put a certificate last: a folder, or a server with their user name."""
    INSTEAD_OF_FOLDER = "instead-of-folder"
    """The folder in the school's file then: while it is the same, the person's own name for it counts."""
    REPORT_FOLDER = "report-folder"
    """From where the head reads certificates."""
    FONT = "font"
    REFUSED_SCHOOL = "refused-school"
    """SHA-256 of a school file beside the program that cannot be used here, so that it is not shown again."""


def remembered(services: Services, preference: Preference) -> str | None:
    """What was remembered, if anything."""
    return preferences.read(services.private, preference)


def remember(services: Services, preference: Preference, value: str | None) -> None:
    """Remember it; None forgets it."""
    preferences.write(services.private, preference, value)
