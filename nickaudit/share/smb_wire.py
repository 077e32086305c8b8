"""SMB 3 as far as a letter box takes it: log in, open, read, write, rename, list. Alone uses smbprotocol.

Spoken with the given server and nobody else: no other server that it may refer to, no log-in server. What is
sent is always encrypted, and an answer that is not is refused.
"""

import datetime as dt
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import Enum
from typing import Any, NamedTuple

from smbprotocol import Dialects
from smbprotocol.connection import Connection
from smbprotocol.exceptions import (
    NoMoreFiles,
    SMBAuthenticationError,
    SMBConnectionClosed,
    SMBException,
    SMBResponseException,
)
from smbprotocol.file_info import (
    FileAttributes,
    FileDispositionInformation,
    FileInformationClass,
    FileRenameInformation,
    InfoType,
)
from smbprotocol.header import NtStatus
from smbprotocol.open import (
    CreateDisposition,
    CreateOptions,
    DirectoryAccessMask,
    FilePipePrinterAccessMask,
    ImpersonationLevel,
    InfoAdditionalInformation,
    Open,
    ShareAccess,
    SMB2QueryInfoRequest,
    SMB2QueryInfoResponse,
    SMB2SetInfoRequest,
)
from smbprotocol.security_descriptor import AccessAllowedAce, AclPacket, SIDPacket, SMB2CreateSDBuffer
from smbprotocol.session import Session
from smbprotocol.tree import TreeConnect

from nickaudit.domain.delivery import Delivery
from nickaudit.share.errors import FolderError, state_of

PORT = 445

_CHUNK = 65_536
"""The most that every server takes at once."""
_EVERYBODY = "S-1-1-0"
_READ_RIGHTS = 0x00120089
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_MICROSECOND = dt.timedelta(microseconds=1)
_SHARED = ShareAccess.FILE_SHARE_READ | ShareAccess.FILE_SHARE_WRITE | ShareAccess.FILE_SHARE_DELETE
_READ = FilePipePrinterAccessMask.FILE_READ_DATA | FilePipePrinterAccessMask.FILE_READ_ATTRIBUTES
_WRITE = _READ | FilePipePrinterAccessMask.FILE_WRITE_DATA | FilePipePrinterAccessMask.FILE_APPEND_DATA
_RENAME = _WRITE | FilePipePrinterAccessMask.DELETE
_RIGHTS = FilePipePrinterAccessMask.READ_CONTROL | FilePipePrinterAccessMask.WRITE_DAC

_STATES: dict[int, Delivery] = {
    **dict.fromkeys(
        (
            NtStatus.STATUS_BAD_NETWORK_NAME,
            NtStatus.STATUS_OBJECT_PATH_NOT_FOUND,
            NtStatus.STATUS_OBJECT_PATH_INVALID,
            NtStatus.STATUS_NOT_A_DIRECTORY,
            NtStatus.STATUS_NETWORK_NAME_DELETED,
            NtStatus.STATUS_USER_SESSION_DELETED,
        ),
        Delivery.WAITING_GONE,
    ),
    **dict.fromkeys(
        (
            NtStatus.STATUS_LOGON_FAILURE,
            0xC000006E,  # account restriction
            0xC000006F,  # not at these hours
            0xC0000070,  # not from this computer
            NtStatus.STATUS_PASSWORD_EXPIRED,
            0xC0000072,  # account disabled
            0xC000015B,  # this kind of log-in not granted
            0xC0000193,  # account expired
            0xC0000224,  # password must be changed
            0xC0000234,  # account locked out
        ),
        Delivery.WAITING_REFUSED,
    ),
    **dict.fromkeys((0xC000007F, 0xC0000044, 0xC0000904), Delivery.WAITING_FULL),
    **dict.fromkeys(
        (NtStatus.STATUS_ACCESS_DENIED, 0xC00000A2, NtStatus.STATUS_PRIVILEGE_NOT_HELD),
        Delivery.WAITING_READ_ONLY,
    ),
    NtStatus.STATUS_IO_TIMEOUT: Delivery.WAITING_SILENT,
}


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
    def opened(self, path: str, how: How) -> Iterator["File"]:
        """A file of the share.

        Raises:
            FileNotFoundError, FileExistsError, PermissionError, IsADirectoryError: as for any file.
            FolderError: anything else.
        """
        access, disposition = how.value
        handle = self._open(path, access, disposition, CreateOptions.FILE_NON_DIRECTORY_FILE)
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
                try:
                    found = handle.query_directory("*", FileInformationClass.FILE_DIRECTORY_INFORMATION)
                except NoMoreFiles:
                    break
                yield from (_seen(each) for each in found if _is_plain(each))
            handle.close()

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


class File:
    """An open file of a share."""

    def __init__(self, handle: Any) -> None:
        self._handle = handle

    def read(self, most: int) -> bytes:
        """From its beginning, at most so many bytes."""
        parts, length = [], 0
        end = min(most, self._handle.end_of_file)
        with in_our_words():
            while length < end:
                part = self._handle.read(length, min(_CHUNK, end - length))
                parts.append(part)
                length += len(part)
        return b"".join(parts)

    def write(self, content: bytes) -> None:
        """From its beginning; on the server's disk when this returns."""
        with in_our_words():
            for start in range(0, len(content), _CHUNK):
                self._handle.write(content[start : start + _CHUNK], start)
            self._handle.flush()
        self._handle.end_of_file = max(self._handle.end_of_file, len(content))

    def rename(self, path: str, *, replace: bool = False) -> None:
        """Another name on the same share; an existing file there stays, or is replaced."""
        to = FileRenameInformation()
        to["replace_if_exists"] = replace
        to["file_name"] = path
        self._tell(to)

    def vanish_unless_kept(self, vanish: bool) -> None:
        """Whether the server takes the file away when we leave, or when it loses us."""
        disposition = FileDispositionInformation()
        disposition["delete_pending"] = vanish
        self._tell(disposition)

    def let_all_read(self) -> None:
        """Whoever reaches the share may read it."""
        asked = SMB2QueryInfoRequest()
        asked["info_type"] = InfoType.SMB2_0_INFO_SECURITY
        asked["output_buffer_length"] = _CHUNK
        asked["additional_information"] = InfoAdditionalInformation.DACL_SECURITY_INFORMATION
        asked["file_id"] = self._handle.file_id
        answer = SMB2QueryInfoResponse()
        answer.unpack(self._say(asked)["data"].get_value())
        now = SMB2CreateSDBuffer()
        now.unpack(answer["buffer"].get_value())
        everybody = AccessAllowedAce()
        everybody["mask"] = _READ_RIGHTS
        everybody["sid"] = _sid(_EVERYBODY)
        rights = now.get_dacl()
        list_of_rights = AclPacket()
        list_of_rights["aces"] = [*(rights["aces"].get_value() if rights is not None else []), everybody]
        wanted = SMB2CreateSDBuffer()
        wanted.set_dacl(list_of_rights)
        told = SMB2SetInfoRequest()
        told["info_type"] = InfoType.SMB2_0_INFO_SECURITY
        told["additional_information"] = InfoAdditionalInformation.DACL_SECURITY_INFORMATION
        told["file_id"] = self._handle.file_id
        told["buffer"] = wanted
        self._say(told)

    def _tell(self, info: Any) -> None:
        told = SMB2SetInfoRequest()
        told["info_type"] = info.INFO_TYPE
        told["file_info_class"] = info.INFO_CLASS
        told["file_id"] = self._handle.file_id
        told["buffer"] = info
        self._say(told)

    def _say(self, message: Any) -> Any:
        tree = self._handle.tree_connect
        with in_our_words():
            request = self._handle.connection.send(message, tree.session.session_id, tree.tree_connect_id)
            return self._handle.connection.receive(request)


def host_and_port(server: str) -> tuple[str, int]:
    """`server`, `server:1445`, `[::1]:1445`; a bare IPv6 address has no port."""
    host, colon, port = server.rpartition(":")
    if colon and port.isascii() and port.isdigit() and (":" not in host or host.endswith("]")):
        return host.strip("[]"), int(port)
    return server.strip("[]"), PORT


@contextmanager
def in_our_words() -> Iterator[None]:
    """What may go wrong on the wire, as an error of a file or a state of delivery."""
    try:
        yield
    except SMBResponseException as error:
        raise _as_ours(error.status) from error
    except SMBConnectionClosed as error:
        raise FolderError(Delivery.WAITING_GONE) from error
    except OSError as error:
        raise FolderError(state_of(error)) from error
    except ValueError as error:  # what a connection that fails is wrapped in
        cause = error.__cause__
        raise FolderError(
            _of_connecting(cause) if isinstance(cause, OSError) else Delivery.WAITING_OTHER
        ) from error
    except SMBException as error:
        raise FolderError(Delivery.WAITING_OTHER) from error


def _as_ours(status: int) -> Exception:
    if status == NtStatus.STATUS_OBJECT_NAME_NOT_FOUND:
        return FileNotFoundError()
    if status == NtStatus.STATUS_OBJECT_NAME_COLLISION:
        return FileExistsError()
    if status == NtStatus.STATUS_FILE_IS_A_DIRECTORY:
        return IsADirectoryError()
    if status == NtStatus.STATUS_ACCESS_DENIED:
        return PermissionError(13, "")
    return FolderError(_STATES.get(status, Delivery.WAITING_OTHER))


def _of_connecting(error: OSError) -> Delivery:
    """A name that no server has is a server gone; so is whatever else keeps us from it."""
    state = Delivery.WAITING_SILENT if isinstance(error, TimeoutError) else state_of(error)
    return Delivery.WAITING_GONE if state is Delivery.WAITING_OTHER else state


def _is_plain(found: Any) -> bool:
    odd = FileAttributes.FILE_ATTRIBUTE_DIRECTORY | FileAttributes.FILE_ATTRIBUTE_REPARSE_POINT
    return not found["file_attributes"].get_value() & odd


def _seen(found: Any) -> Seen:
    name = found["file_name"].get_value().decode("utf-16-le", "backslashreplace")
    written = (found["last_write_time"].get_value() - _EPOCH) // _MICROSECOND
    return Seen(name, found["end_of_file"].get_value(), max(written, 0) * 1000)


def _sid(text: str) -> Any:
    sid = SIDPacket()
    sid.from_string(text)
    return sid
