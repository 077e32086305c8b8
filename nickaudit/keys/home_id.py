"""The data folder's own name, under which its secrets stand in the system's key store.

Two folders of one person (a real one and one to try things in) must never share or overwrite a key.
"""

import os
import re
import secrets
from pathlib import Path

from nickaudit.keys import private_file
from nickaudit.keys.base import KeysNotKeptError

FILE_NAME = "home-id"

_ID = re.compile(r"[0-9a-f]{16}")


def home_id(home: Path) -> str:
    """The folder's random name, made the first time it is asked for.

    Raises:
        KeysNotKeptError: it could not be written.
    """
    path = home / FILE_NAME
    try:
        known = _known(path)
        if known is None:
            known = _named(path)
    except OSError as err:
        raise KeysNotKeptError from err
    return known


def _named(path: Path) -> str:
    """The name that counts from now on: of two who give one at once, the first one's."""
    new, part = secrets.token_hex(8), path.with_name(f".{secrets.token_hex(8)}")
    private_file.write(part, new + "\n")
    try:
        os.link(part, path)
    except OSError:  # there is one by now, or a damaged one, or this disk knows no links
        known = _known(path)
        if known is not None:
            return known
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return new


def _known(path: Path) -> str | None:
    try:
        text = (private_file.read(path) or "").strip()
    except UnicodeDecodeError:
        return None
    return text if _ID.fullmatch(text) else None
