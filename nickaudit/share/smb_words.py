"""What may go wrong with a share that is spoken to directly, as an error of a file or a state of delivery."""

from collections.abc import Iterator
from contextlib import contextmanager

from smbprotocol.exceptions import SMBConnectionClosed, SMBException, SMBResponseException
from smbprotocol.header import NtStatus

from nickaudit.domain.delivery import Delivery
from nickaudit.share.errors import FolderError, state_of

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
