"""What can be wrong with a folder, as a state of delivery."""

import errno

from nickaudit.domain.delivery import Delivery
from nickaudit.domain.errors import NickAuditError

_BY_NUMBER: dict[int, Delivery] = {
    **dict.fromkeys(
        (
            errno.ENOENT,
            errno.ENOTDIR,
            errno.ENODEV,
            errno.ENXIO,
            errno.ENOTCONN,
            errno.ESHUTDOWN,
            errno.ENETDOWN,
            errno.ENETUNREACH,
            errno.EHOSTDOWN,
            errno.EHOSTUNREACH,
            errno.ECONNREFUSED,
            errno.ESTALE,
        ),
        Delivery.WAITING_GONE,
    ),
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), Delivery.WAITING_FULL),
    **dict.fromkeys((errno.EROFS, errno.EACCES, errno.EPERM), Delivery.WAITING_READ_ONLY),
    errno.ETIMEDOUT: Delivery.WAITING_SILENT,
}

_BY_WINDOWS_NUMBER: dict[int, Delivery] = {
    **dict.fromkeys((21, 51, 53, 55, 64, 67, 1167, 1231, 1232, 1236), Delivery.WAITING_GONE),
    **dict.fromkeys((39, 112, 1295), Delivery.WAITING_FULL),
    **dict.fromkeys((5, 19, 65), Delivery.WAITING_READ_ONLY),
    **dict.fromkeys((54, 121, 1460), Delivery.WAITING_SILENT),
}
"""Network and device errors that Windows reports and Python knows only by this number."""


class FolderError(NickAuditError):
    """The folder could not be used. Check that it is there and that you may open it."""

    def __init__(self, state: Delivery, message: str | None = None) -> None:
        super().__init__(message)
        self.state = state


def state_of(error: OSError) -> Delivery:
    """What the system's error means for the one who sends."""
    number = getattr(error, "winerror", None)
    if number in _BY_WINDOWS_NUMBER:
        return _BY_WINDOWS_NUMBER[number]
    return _BY_NUMBER.get(error.errno or 0, Delivery.WAITING_OTHER)
