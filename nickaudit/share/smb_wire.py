"""SMB 3 as far as a letter box takes it: log in, open, read, list. Only the `smb_…` files know smbprotocol.

Spoken with the given server and nobody else: no other server that it may refer to, no log-in server. What is
sent is always encrypted, and an answer that is not is refused.
"""

import struct
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from enum import Enum
from typing import Any, NamedTuple

from smbprotocol import Dialects
from smbprotocol.connection import Connection
from smbprotocol.exceptions import (
    EndOfFile,
    NoMoreFiles,
    SMBAuthenticationError,
    SMBException,
    SMBResponseException,
)
from smbprotocol.file_info import (
    FileAttributes,
    FileInformationClass,
)
from smbprotocol.open import (
    CreateDisposition,
    CreateOptions,
    DirectoryAccessMask,
    FilePipePrinterAccessMask,
    ImpersonationLevel,
    Open,
    ShareAccess,
    SMB2QueryDirectoryResponse,
)
from smbprotocol.session import Session
from smbprotocol.tree import TreeConnect

from nickaudit.domain.delivery import Delivery
from nickaudit.share.errors import FolderError
from nickaudit.share.smb_file import CHUNK, File, ask, vanishing
from nickaudit.share.smb_words import in_our_words

PORT = 445

_ENTRY = struct.Struct("<I20xQ8xQ8xII")
"""Of one file in a listing: how far to the next, when written, size, attributes, length of the name."""
_NOT_PLAIN = FileAttributes.FILE_ATTRIBUTE_DIRECTORY | FileAttributes.FILE_ATTRIBUTE_REPARSE_POINT
_UNIX_EPOCH = 116_444_736_000_000_000
"""The beginning of 1970 in the server's counting: tenths of a microsecond since 1601."""
_LATEST_NS = 2**63 - 1
_SHARED = ShareAccess.FILE_SHARE_READ | ShareAccess.FILE_SHARE_WRITE | ShareAccess.FILE_SHARE_DELETE
_READ = FilePipePrinterAccessMask.FILE_READ_DATA | FilePipePrinterAccessMask.FILE_READ_ATTRIBUTES
_WRITE = _READ | FilePipePrinterAccessMask.FILE_WRITE_DATA | FilePipePrinterAccessMask.FILE_APPEND_DATA
_RENAME = _WRITE | FilePipePrinterAccessMask.DELETE
_RIGHTS = FilePipePrinterAccessMask.READ_CONTROL | FilePipePrinterAccessMask.WRITE_DAC


class Seen(NamedTuple):
    """One plain file of a folder."""

    name: str
    size: int
    modified_ns: int


class How(Enum):
    """What opening a file is for."""

    READ = (_READ, CreateDisposition.FILE_OPEN)
    COMPLETE = (_WRITE, CreateDisposition.FILE_OPEN)
    MAKE = (_RENAME, CreateDisposition.FILE_CREATE)
    MAKE_FOR_ALL = (_RENAME | _RIGHTS, CreateDisposition.FILE_CREATE)


_NEW = (How.MAKE, How.MAKE_FOR_ALL)


class _OnlyEncrypted(Connection):  # type: ignore[misc]  # it comes without types
    """Refuses an answer in the open once what is said is encrypted: it is not the server's."""

    def verify_signature(self, header: Any, session_id: int, force: bool = False) -> None:
        session = self.session_table.get(session_id)
        if session is not None and session.encrypt_data:
            raise SMBException("An answer that was not encrypted")
        super().verify_signature(header, session_id, force)


class Share:
    """A log-in to one share, until `close`."""

    def __init__(self, server: str, share: str, *, user: str, password: str, timeout: float) -> None:
        host, port = host_and_port(server)
        self._connection = _OnlyEncrypted(uuid.uuid4(), host, port)
        try:
            with in_our_words():
                self._connection.connect(timeout=timeout)
                session = self._logged_in(user, password)
                self._tree = TreeConnect(session, rf"\\{host}\{share}")
                self._tree.connect(require_secure_negotiate=True)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Leave. A server that is gone needs no good-bye."""
        with suppress(Exception):
            self._connection.disconnect(close=False, timeout=2)

    @contextmanager
    def opened(self, path: str, how: How) -> Iterator[File]:
        """A file of the share. A new one is gone again with us, until it is told to stay.

        Raises:
            FileNotFoundError, FileExistsError, PermissionError, IsADirectoryError: as for any file.
            FolderError: anything else.
        """
        handle = self._made(path, how) if how in _NEW else self._opened(path, how)
        try:
            yield File(handle)
        finally:
            with suppress(SMBException, OSError, ValueError):
                handle.close()

    def listing(self, path: str) -> Iterator[Seen]:
        """The plain files of a folder."""
        handle = self._open(
            path,
            DirectoryAccessMask.FILE_LIST_DIRECTORY | DirectoryAccessMask.FILE_READ_ATTRIBUTES,
            CreateDisposition.FILE_OPEN,
            CreateOptions.FILE_DIRECTORY_FILE,
        )
        with in_our_words():
            while True:
                # Its own reading of the answer takes most of the time of a look at a full folder.
                asked, _ = handle.query_directory(
                    "*", FileInformationClass.FILE_DIRECTORY_INFORMATION, flags=0, send=False
                )
                try:
                    answer = ask(handle, asked)
                except NoMoreFiles:
                    break
                found = SMB2QueryDirectoryResponse()
                found.unpack(answer["data"].get_value())
                yield from _plain_files(found["buffer"].get_value())
            handle.close()

    def read(self, path: str, most: int) -> bytes:
        """A file from its beginning; a small one in one question to the server.

        Raises:
            FileNotFoundError, PermissionError, IsADirectoryError: as for any file.
            FolderError: anything else.
        """
        handle = Open(self._tree, path)
        content: bytes = self._all_at_once(
            _create(handle, How.READ),
            handle.read(0, min(most, CHUNK), send=False),
            handle.close(send=False),
        )[1]
        if len(content) < min(most, CHUNK):
            return content
        with self.opened(path, How.READ) as file:
            return file.read(most)

    def _opened(self, path: str, how: How) -> Any:
        access, disposition = how.value
        return self._open(path, access, disposition, CreateOptions.FILE_NON_DIRECTORY_FILE)

    def _made(self, path: str, how: How) -> Any:
        """A new file, which the server is told to take away again in the same breath."""
        handle = Open(self._tree, path)
        self._all_at_once(_create(handle, how), (vanishing(handle, True), self._connection.receive))
        return handle

    def _all_at_once(self, *steps: tuple[Any, Callable[[Any], Any]]) -> list[Any]:
        """Say several things of one file in one message: the server does all of them, or learns of none."""
        results: list[Any] = []
        with in_our_words():
            requests = self._connection.send_compound(
                [message for message, _ in steps],
                self._tree.session.session_id,
                self._tree.tree_connect_id,
                related=True,
            )
            failed: SMBResponseException | None = None
            for request, (_, receive) in zip(requests, steps, strict=True):
                try:
                    results.append(receive(request))
                except EndOfFile:
                    results.append(b"")
                except SMBResponseException as error:  # the first says why; each has to be fetched
                    failed = failed or error
            if failed is not None:
                raise failed
        return results

    def _logged_in(self, user: str, password: str) -> Any:
        if self._connection.dialect < Dialects.SMB_3_0_0 or not self._connection.supports_encryption:
            # Before anything is said that a password could be guessed from.
            raise FolderError(Delivery.WAITING_UNENCRYPTED)
        session = Session(self._connection, user, password, require_encryption=True, auth_protocol="ntlm")
        try:
            session.connect()
        except (SMBAuthenticationError, ValueError) as error:  # there is nothing to log in with
            raise FolderError(Delivery.WAITING_REFUSED) from error
        except SMBException as error:
            if session.session_id is None:  # let in as a guest only
                raise FolderError(Delivery.WAITING_REFUSED) from error
            raise
        return session

    def _open(self, path: str, access: int, disposition: int, options: int) -> Any:
        handle = Open(self._tree, path)
        with in_our_words():
            handle.create(
                ImpersonationLevel.Impersonation,
                access,
                FileAttributes.FILE_ATTRIBUTE_NORMAL
                if options & CreateOptions.FILE_NON_DIRECTORY_FILE
                else 0,
                _SHARED,
                disposition,
                options,
            )
        return handle


def _create(handle: Any, how: How) -> tuple[Any, Callable[[Any], Any]]:
    """What to say to open a file, and what takes the answer."""
    access, disposition = how.value
    message, receive = handle.create(
        ImpersonationLevel.Impersonation, access, FileAttributes.FILE_ATTRIBUTE_NORMAL, _SHARED,
        disposition, CreateOptions.FILE_NON_DIRECTORY_FILE, send=False,
    )  # fmt: skip
    return message, receive


def host_and_port(server: str) -> tuple[str, int]:
    """`server`, `server:1445`, `[::1]:1445`; a bare IPv6 address has no port."""
    host, colon, port = server.rpartition(":")
    if colon and port.isascii() and port.isdigit() and (":" not in host or host.endswith("]")):
        return host.strip("[]"), int(port)
    return server.strip("[]"), PORT


def _plain_files(buffer: bytes) -> Iterator[Seen]:
    """The plain files in an answer that lists a folder (MS-FSCC, FileDirectoryInformation)."""
    place = 0
    while place + _ENTRY.size <= len(buffer):
        after, written, size, attributes, length = _ENTRY.unpack_from(buffer, place)
        name = buffer[place + _ENTRY.size : place + _ENTRY.size + length]
        if not attributes & _NOT_PLAIN:
            modified_ns = max(written - _UNIX_EPOCH, 0) * 100
            yield Seen(name.decode("utf-16-le", "backslashreplace"), size, min(modified_ns, _LATEST_NS))
        if not after:
            return
        place += after
