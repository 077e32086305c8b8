"""Trying the school's letter box before it goes into the school file. Slow: never on the window's thread."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

from nickaudit.domain.delivery import Delivery
from nickaudit.domain.letter_box import LetterBoxTry, Others
from nickaudit.domain.share_address import ShareAddress
from nickaudit.services.own_school import FILE_NAME, LARGEST
from nickaudit.share import courier
from nickaudit.share.errors import FolderError

_NETWORK = ("\\\\", "//")


def try_it(address: ShareAddress, *, password: str = "", cancelled: Callable[[], bool]) -> LetterBoxTry:
    """Go there in a child process with a deadline, look for a school file, and leave nothing."""
    try:
        courier.fetch(address, (FILE_NAME,), password=password, limit=LARGEST, cancelled=cancelled)
    except FolderError as error:
        return LetterBoxTry(state=error.state)
    if address.is_direct:
        return LetterBoxTry(state=Delivery.SENT)
    folder = Path(address.folder)
    return LetterBoxTry(
        state=Delivery.SENT, may_write=os.access(folder, os.W_OK | os.X_OK), others=_others(folder)
    )


def _others(folder: Path) -> Others:
    """What the rights of an ordinary folder say; those of another system are not ours to read."""
    if os.name != "posix" or str(folder).startswith(_NETWORK):
        return Others.NOT_KNOWN
    try:
        mode = folder.stat().st_mode
    except OSError:
        return Others.NOT_KNOWN
    return Others.CAN_LIST if mode & (stat.S_IRGRP | stat.S_IROTH) else Others.CANNOT
