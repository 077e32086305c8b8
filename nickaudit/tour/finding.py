"""Finds a control by how its name begins, where the rest of the name is a number or a state."""

from __future__ import annotations

import re

from PySide6.QtGui import QAccessible

from nickaudit.tour.driver import Driver, TourStopped


def starting(driver: Driver, words: str, *roles: QAccessible.Role) -> str:
    """The name of the one control (link or button, if no role is given) that begins so.

    Raises:
        TourStopped: There is none, or there are several.
    """
    names = driver.names(*(roles or (QAccessible.Role.Link, QAccessible.Role.Button)))
    found = [name for name in names if re.match(words, name)]
    if len(found) != 1:
        raise TourStopped(f"On the page “{driver.title}” nothing begins “{words}”.")
    return found[0]
