"""Saving a copy where somebody chose: whole or not at all, and over another file only where they said so."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

from nickaudit.share.errors import FolderError, state_of
from nickaudit.share.folder import put, write_new


def save_new(path: Path, content: bytes) -> bool:
    """Save the file; False where another one of that name is there already, which stays as it was.

    Raises:
        FolderError: it could not be saved there, and why.
    """
    try:
        return put(path.parent, path.name, content) or path.read_bytes() == content
    except OSError as error:
        raise FolderError(state_of(error)) from error


def save_over(path: Path, content: bytes, *, mode: int = 0o666) -> None:
    """Save the file in place of the one that is there; until the new one is whole, the old one stays.

    Raises:
        FolderError: it could not be saved there, and why.
    """
    temporary = path.parent / f".{secrets.token_hex(8)}.part"
    try:
        write_new(temporary, content, mode=mode)
        os.replace(temporary, path)
    except OSError as error:
        raise FolderError(state_of(error)) from error
    finally:
        with suppress(OSError):
            temporary.unlink()
