"""A share that is spoken to directly as a letter box: SMB 3 with user and password, always encrypted.

As in a folder, a file appears under its final name only when it is whole, never replaces another, and is read
back before it counts as delivered. Until it is whole, the server takes it away again should it lose us.
"""

from contextlib import suppress

from nickaudit.domain.delivery import Delivery
from nickaudit.domain.share_address import ShareAddress
from nickaudit.share.base import Listed
from nickaudit.share.errors import FolderError
from nickaudit.share.folder import temporary_name
from nickaudit.share.reading import first_sealed, may_hold_a_certificate
from nickaudit.share.smb_wire import How, Share

_TIMEOUT = 60.0
"""Seconds for the first words; the courier's deadline is what counts."""


class SmbBox:
    """The letter box on a server (see `Letterbox`)."""

    def __init__(self, address: ShareAddress, *, password: str) -> None:
        self._address = address
        self._password = password
        self._folder = "\\".join(part for part in address.path.replace("\\", "/").split("/") if part)
        self._open: Share | None = None

    def deliver(self, name: str, content: bytes) -> None:
        if self._is_there(name, content):
            return
        is_ours = self._put(name, content)
        is_there = self._is_there(name, content)
        # There are letter boxes that let nobody read a second time: it was read back before it got its name.
        if not is_there and not (is_ours and is_there is None):
            raise FolderError(Delivery.WAITING_DIFFERS)

    def put_beside(self, name: str, content: bytes) -> bool:
        return self._put(name, content, how=How.MAKE_FOR_ALL)

    def publish(self, name: str, content: bytes) -> None:
        if not self._put(name, content, how=How.MAKE_FOR_ALL, replace=True):
            raise FolderError(Delivery.WAITING_OTHER)  # what lies there was not replaced

    def listing(self) -> tuple[Listed, ...]:
        try:
            found = [Listed(*each) for each in self._share.listing(self._folder)]
        except FileNotFoundError as error:
            raise FolderError(Delivery.WAITING_GONE) from error
        except PermissionError as error:
            raise FolderError(Delivery.WAITING_READ_ONLY) from error
        wanted = (each for each in found if may_hold_a_certificate(each.name))
        return tuple(sorted(wanted, key=lambda each: first_sealed(each.name)))

    def read(self, name: str, *, limit: int) -> bytes | None:
        try:
            return self._share.read(self._path(name), limit + 1)
        except FileNotFoundError:
            return None
        except PermissionError as error:
            raise FolderError(Delivery.WAITING_READ_ONLY) from error
        except IsADirectoryError as error:
            raise FolderError(Delivery.WAITING_OTHER) from error

    def close(self) -> None:
        if self._open is not None:
            self._open.close()
            self._open = None

    @property
    def _share(self) -> Share:
        if self._open is None:
            where = self._address
            try:
                self._open = Share(
                    where.server, where.share, user=where.user, password=self._password, timeout=_TIMEOUT
                )
            except PermissionError as error:  # a good log-in, and no right to this share
                raise FolderError(Delivery.WAITING_READ_ONLY) from error
            except FileNotFoundError as error:
                raise FolderError(Delivery.WAITING_GONE) from error
        return self._open

    def _path(self, name: str) -> str:
        return f"{self._folder}\\{name}" if self._folder else name

    def _is_there(self, name: str, content: bytes) -> bool | None:
        """Whether the file is there, byte for byte; None where we may not look.

        A beginning of it is our own try that was cut off, and is completed.

        Raises:
            FolderError: another content stands under this name.
        """
        try:
            found = self._share.read(self._path(name), len(content) + 1)
            if found == content:
                return True
            if not content.startswith(found):
                raise FolderError(Delivery.WAITING_DIFFERS)
            with self._share.opened(self._path(name), How.COMPLETE) as file:
                file.write(content)
                return file.read(len(content) + 1) == content
        except FileNotFoundError:
            return False
        except PermissionError:
            return None
        except IsADirectoryError as error:
            raise FolderError(Delivery.WAITING_DIFFERS) from error

    def _put(self, name: str, content: bytes, *, how: How = How.MAKE, replace: bool = False) -> bool:
        """Make a new file, under its name only when it is whole; False where that name is taken."""
        try:
            with self._share.opened(self._path(temporary_name(name)), how) as file:
                file.write(content)
                if file.read(len(content) + 1) != content:
                    raise FolderError(Delivery.WAITING_DIFFERS)
                if how is How.MAKE_FOR_ALL:
                    with suppress(
                        PermissionError, FolderError
                    ):  # where it can't, the folder's own rights count
                        file.let_all_read()
                file.vanish_unless_kept(False)
                try:
                    file.rename(self._path(name), replace=replace)
                except BaseException:
                    file.vanish_unless_kept(True)
                    raise
        except FileExistsError:
            return False
        except FileNotFoundError as error:  # the folder itself
            raise FolderError(Delivery.WAITING_GONE) from error
        except PermissionError as error:
            raise FolderError(Delivery.WAITING_READ_ONLY) from error
        return True
