"""Goes to the school's letter box in a child process with a deadline: one that went silent never blocks us.

The child is this same program again: `python -m nickaudit.share.carrier` from source and from a wheel, the
program itself with `--courier` where it is frozen. No shell; what is asked, the password too, goes through a
pipe and never into an argument or the environment.
"""

from collections.abc import Callable, Generator, Iterator, Mapping, Sequence

from msgspec import Struct

from nickaudit.domain.delivery import Delivery
from nickaudit.domain.share_address import ShareAddress
from nickaudit.share.base import Listed
from nickaudit.share.child import CancelledError, Child, NotStartedError, SilentError
from nickaudit.share.errand import Content, Do, Ended, Errand, Listing
from nickaudit.share.errors import FolderError

DEADLINE = 20.0
"""Seconds after which a share counts as silent."""


class Came(Struct, frozen=True):
    """One file of the letter box, as `read_new` comes to it."""

    file: Listed
    content: bytes | None
    """None where it was not read: it is known, or may not be read."""
    is_known: bool
    done: int
    total: int


def never() -> bool:
    """Nobody cancels."""
    return False


def send(
    address: ShareAddress,
    name: str,
    content: bytes,
    *,
    password: str = "",
    deadline: float = DEADLINE,
    cancelled: Callable[[], bool] = never,
) -> Delivery:
    """Deliver, and say how it stands. Returns within the deadline and a little more, whatever the share does.

    A try that is cancelled may have been delivered all the same; the next one finds out.
    """
    return _one(Do.DELIVER, address, name, content, password, deadline, cancelled)


def put_beside(
    address: ShareAddress,
    name: str,
    content: bytes,
    *,
    password: str = "",
    deadline: float = DEADLINE,
    cancelled: Callable[[], bool] = never,
) -> Delivery:
    """Leave a new file that everybody may read (a receipt); `WAITING_DIFFERS` where the name is taken."""
    return _one(Do.PUT_BESIDE, address, name, content, password, deadline, cancelled)


def put_all_beside(
    address: ShareAddress,
    contents: Mapping[str, bytes],
    *,
    password: str = "",
    deadline: float = DEADLINE,
    cancelled: Callable[[], bool] = never,
) -> Iterator[str]:
    """Leave many new files that everybody may read; each name comes back once a file lies there.

    The deadline counts anew for each file. Leaving off in the middle is safe.

    Raises:
        FolderError: one could not be put there, so the rest was not tried; cancelled, with
            `WAITING_NOT_TRIED`.
    """
    asked = Errand(
        do=Do.PUT_ALL_BESIDE, address=address, password=password, contents=dict(contents), deadline=deadline
    )
    for answer in _answers(asked, cancelled):
        if isinstance(answer, Content):
            yield answer.name


def publish(
    address: ShareAddress,
    name: str,
    content: bytes,
    *,
    password: str = "",
    deadline: float = DEADLINE,
    cancelled: Callable[[], bool] = never,
) -> Delivery:
    """Leave a file that everybody may read in place of an older one (the school file, the content pack)."""
    return _one(Do.PUBLISH, address, name, content, password, deadline, cancelled)


def fetch(
    address: ShareAddress,
    names: Sequence[str],
    *,
    password: str = "",
    limit: int,
    deadline: float = DEADLINE,
    cancelled: Callable[[], bool] = never,
) -> dict[str, bytes]:
    """Read files by name, without listing; what is not there or larger than the limit is left out.

    Raises:
        FolderError: the letter box was not reached; cancelled, with `WAITING_NOT_TRIED`.
    """
    asked = Errand(
        do=Do.FETCH, address=address, password=password, names=tuple(names), limit=limit, deadline=deadline
    )
    found: dict[str, bytes] = {}
    for answer in _answers(asked, cancelled):
        if isinstance(answer, Content) and answer.content is not None and len(answer.content) <= limit:
            found[answer.name] = answer.content
    return found


def read_new(
    address: ShareAddress,
    known: Mapping[str, tuple[int, int]],
    *,
    password: str = "",
    limit: int,
    deadline: float = DEADLINE,
    cancelled: Callable[[], bool] = never,
) -> Generator[Came]:
    """Every file that may hold a certificate, sealed ones first; read where its size or time is not as known.

    The deadline counts anew for each file. Leaving off in the middle is safe: what came, came.

    Args:
        address: The letter box.
        known: Size and time of change (`Listed.size`, `Listed.modified_ns`) by name.
        password: For a share that is spoken to directly.
        limit: At most one byte more is read of a file.
        deadline: Seconds to wait for each answer.
        cancelled: Asked while waiting.

    Raises:
        FolderError: the letter box was not reached, or no longer answers; cancelled, with
            `WAITING_NOT_TRIED`.
    """
    asked = Errand(
        do=Do.READ_NEW,
        address=address,
        password=password,
        known=dict(known),
        limit=limit,
        deadline=deadline,
    )
    waiting: dict[str, Listed] = {}
    done = total = 0
    for answer in _answers(asked, cancelled):
        if isinstance(answer, Listing):
            total = len(answer.files)
            for file in answer.files:
                if known.get(file.name) == (file.size, file.modified_ns):
                    done += 1
                    yield Came(file, None, is_known=True, done=done, total=total)
                else:
                    waiting[file.name] = file
        elif isinstance(answer, Content):
            done += 1
            yield Came(waiting[answer.name], answer.content, is_known=False, done=done, total=total)


def _one(
    do: Do,
    address: ShareAddress,
    name: str,
    content: bytes,
    password: str,
    deadline: float,
    cancelled: Callable[[], bool],
) -> Delivery:
    asked = Errand(do=do, address=address, password=password, name=name, content=content, deadline=deadline)
    try:
        for _ in _answers(asked, cancelled):
            pass
    except FolderError as error:
        return error.state
    return Delivery.SENT


def _answers(asked: Errand, cancelled: Callable[[], bool]) -> Iterator[Listing | Content]:
    """What the child answers, up to its last word."""
    try:
        with Child(asked) as child:
            while True:
                answer = child.next(cancelled)
                if not isinstance(answer, Ended):
                    yield answer
                elif answer.state is Delivery.SENT:
                    return
                else:
                    raise FolderError(answer.state)
    except SilentError:
        raise FolderError(Delivery.WAITING_SILENT) from None
    except CancelledError:
        raise FolderError(Delivery.WAITING_NOT_TRIED) from None
    except NotStartedError as error:
        raise FolderError(Delivery.WAITING_OTHER) from error
