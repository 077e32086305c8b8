"""An ordinary folder behind the same door as a share that is spoken to directly."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

from nickaudit.share import folder as letter_box
from nickaudit.share import reading
from nickaudit.share.base import Listed
from nickaudit.share.errors import FolderError, state_of


class FolderBox:
    """The letter box that a folder is (see `Letterbox`)."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def deliver(self, name: str, content: bytes) -> None:
        letter_box.deliver(self._folder, name, content)

    def put_beside(self, name: str, content: bytes) -> bool:
        try:
            return letter_box.put(self._folder, name, content, for_all=True)
        except OSError as error:
            raise FolderError(state_of(error)) from error

    def publish(self, name: str, content: bytes) -> None:
        temporary = self._folder / f".{secrets.token_hex(8)}{letter_box.TEMPORARY}"
        try:
            letter_box.write_new(temporary, content, for_all=True)
            os.replace(temporary, self._folder / name)
        except OSError as error:
            raise FolderError(state_of(error)) from error
        finally:
            with suppress(OSError):
                temporary.unlink()

    def listing(self) -> tuple[Listed, ...]:
        return tuple(
            Listed(entry.shown, entry.size, entry.modified_ns) for entry in reading.listing(self._folder)
        )

    def read(self, name: str, *, limit: int) -> bytes | None:
        try:
            return reading.read(reading.entry_of(self._folder / name), limit=limit)
        except FileNotFoundError:
            if not os.path.isdir(self._folder):
                raise FolderError(state_of(FileNotFoundError(2, ""))) from None
            return None
        except OSError as error:
            raise FolderError(state_of(error)) from error

    def close(self) -> None:
        """A folder is not held open."""
