"""Taking certificates in from a share that is spoken to directly: as they come from the courier's child."""

from collections.abc import Callable, Generator
from contextlib import closing

from nickaudit.documents.attachment import LARGEST_PDF
from nickaudit.domain.delivery import Delivery
from nickaudit.domain.errors import NickAuditError
from nickaudit.domain.share_address import ShareAddress
from nickaudit.services.look import IntakeResult, Look, Place
from nickaudit.services.opening import ReaderKeys, checker
from nickaudit.share import courier, reading
from nickaudit.share.courier import Came
from nickaudit.share.errors import FolderError
from nickaudit.store.database import Database

_SENTENCES = {
    Delivery.WAITING_SILENT: "The school's server did not answer in time. Try again later.",
    Delivery.WAITING_REFUSED: "The school's server did not take this user and password. Type them again.",
    Delivery.WAITING_PASSWORD: "This share needs a password. Press “Another folder…” and type it there.",
    Delivery.WAITING_UNENCRYPTED: (
        "The school's server does not encrypt what is sent. Nothing was read. Tell whoever looks after it."
    ),
    Delivery.WAITING_READ_ONLY: "You may not read this share. Ask whoever looks after it.",
    Delivery.WAITING_GONE: "The school's server or share can't be found just now. Check its name.",
}


class ShareNotReadError(NickAuditError):
    """The school's share could not be read just now. Try again later."""

    def __init__(self, place: str, state: Delivery) -> None:
        super().__init__(_SENTENCES.get(state))
        self.place = place
        self.state = state

    @property
    def is_log_in(self) -> bool:
        """Whether user and password have to be typed (again)."""
        return self.state in (Delivery.WAITING_REFUSED, Delivery.WAITING_PASSWORD)


def take_in_from_share(
    school: Database,
    look: Look,
    address: ShareAddress,
    *,
    keys: ReaderKeys,
    password: str,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> IntakeResult:
    """Look through the share; the network takes far longer than opening, so one process does.

    Raises:
        ShareNotReadError: it was not reached, or no longer answers. What came before that is taken in.
    """
    place = Place(school, address.text)
    check, total = checker(keys), 0
    place.names = set()
    try:
        files = _coming(address, place, password=password, cancelled=cancelled)
        with look.storing(), closing(files):
            for came in files:
                total = came.total
                file = came.file._replace(name=reading.as_text(came.file.name))
                place.names.add(file.name)
                before = place.seen.get(file.name)
                if came.is_known and before is not None:
                    look.leave(before)
                else:
                    look.at(place, file, None if came.content is None else check([came.content])[0])
                progress(look.done, total)
    except FolderError as error:
        if not cancelled():
            raise ShareNotReadError(place.address, error.state) from error
        return look.result(total=total, is_cancelled=True)
    look.finish(place)
    return look.result(total=total, is_cancelled=False)


def _coming(
    address: ShareAddress, place: Place, *, password: str, cancelled: Callable[[], bool]
) -> Generator[Came]:
    return courier.read_new(
        address,
        place.known(),
        password=password,
        limit=LARGEST_PDF,
        deadline=courier.DEADLINE,
        cancelled=cancelled,
    )
