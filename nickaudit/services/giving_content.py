"""The school's own policy and platforms on their way to staff: packed, signed, put beside the school file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from nickaudit import paths
from nickaudit.domain.delivery import Delivery
from nickaudit.domain.errors import NickAuditError
from nickaudit.domain.school import CONTENT_SUFFIX, ContentPack, SchoolFileRefused
from nickaudit.domain.share_address import ShareAddress
from nickaudit.services import content_pack, kept_content
from nickaudit.services.content_pack import FILE_NAME

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nickaudit.domain.ids import LineId
    from nickaudit.domain.policy_changes import PolicyChanges
    from nickaudit.services import Services

_LAST_MADE = f"given{CONTENT_SUFFIX}"
_LONGEST_LINE = 300


class NothingToGiveError(NickAuditError):
    """There is nothing of the school's own to give yet. Change the policy and save it first."""


class NotTheSignerError(NickAuditError):
    """This computer does not hold the school's signing key. Do this where the school was set up."""


class NotSetUpError(NickAuditError):
    """Set up the school first. Staff then know that this comes from you."""


class NoPlaceError(NickAuditError):
    """Say where to put it. The school file names no folder or share."""


class TooMuchToGiveError(NickAuditError):
    """This is too much to give at once, or a file has a name with more than a to z, 0 to 9 and hyphens."""


class NotGivenError(NickAuditError):
    """It could not be put there."""

    def __init__(self, state: Delivery) -> None:
        super().__init__()
        self.state = state
        """Why."""


class Given(Struct, frozen=True, kw_only=True):
    """What staff are offered from now on."""

    pack: ContentPack
    where: str
    """The folder or share, as shown."""


def ready(services: Services) -> tuple[int, PolicyChanges]:
    """How many files would go, and what of the policy differs from what staff were given last.

    Raises:
        NothingToGiveError: there is no content of one's own; NickAuditError: it cannot be read.
    """
    from nickaudit.content.pack_in_use import pack_in_use
    from nickaudit.domain.policy_changes import changes_between

    files = _files(services)
    given = (paths.resource("."), *paths.school_content(services.home)[:1])
    now = pack_in_use((*given, paths.own_content(services.home)))
    return len(files), changes_between(pack_in_use(given), now)


def give(
    services: Services,
    *,
    what_changed: str,
    asks_again: Sequence[LineId] = (),
    to: ShareAddress | None = None,
    password: str = "",
) -> Given:
    """Pack, sign and put it beside the school file. It is then in use on this computer too. Slow.

    Args:
        services: The parts.
        what_changed: One line for staff.
        asks_again: Lines whose answers are asked for again.
        to: A folder or share; the school's own where it is left out.
        password: For a share that is spoken to directly; the remembered one where it is left out.

    Raises:
        NotSetUpError, NotTheSignerError, NothingToGiveError, NoPlaceError: it cannot be done here;
            ContentFaultyError: with the mistakes; NotGivenError: with why; KeysError: the key cannot be had.
    """
    from nickaudit.credentials.content_pack import sign_pack
    from nickaudit.credentials.school_file import signer_of
    from nickaudit.services.school_keys import signing_key
    from nickaudit.share import courier

    school = services.school_file
    if school is None:
        raise NotSetUpError
    private_jwk = signing_key(services.home)
    if private_jwk is None or signer_of(private_jwk) != school.key:
        raise NotTheSignerError
    where = (to, password) if to is not None else content_pack.own_share(services)
    if where is None:
        raise NoPlaceError
    files = _files(services)
    before = max(
        (pack for pack in (_last_made(services), _lies_there(services, where)) if pack is not None),
        key=lambda pack: pack.sequence,
        default=None,
    )
    pack = ContentPack(
        school_id=school.school.school_id,
        sequence=before.sequence + 1 if before else 1,
        made_on=services.today(),
        files=files,
        what_changed=" ".join(what_changed.split())[:_LONGEST_LINE],
        asks_again=tuple(asks_again),
        asked_before=_asked_before(before, asks_again),
    )
    content_pack.checked(pack)
    try:
        raw = sign_pack(pack, private_jwk=private_jwk)
    except SchoolFileRefused as error:
        raise TooMuchToGiveError from error
    state = courier.publish(where[0], FILE_NAME, raw, password=where[1])
    if state is not Delivery.SENT:
        raise NotGivenError(state)
    kept_content.write(services.home / _LAST_MADE, raw)
    if to is not None and to.is_direct:
        _remember_log_in(services, to, password)
    # The head's own check runs on it as everybody's does, and is asked again the same.
    content_pack.accept(services, content_pack.look_at(services, raw))
    return Given(pack=pack, where=where[0].text)


def _files(services: Services) -> dict[str, str]:
    """The content of one's own as it lies in the home, by its path."""
    from nickaudit.content.own import own_files

    own = paths.own_content(services.home)
    found = {path.relative_to(own).as_posix(): _text(path) for path in own_files(own)}
    if not found:
        raise NothingToGiveError
    return dict(sorted(found.items()))


def _remember_log_in(services: Services, address: ShareAddress, password: str) -> None:
    """It worked: the next time it need not be typed."""
    from nickaudit.services.preferences import Preference, remember, remembered
    from nickaudit.services.school_keys import remember_share_password

    remember_share_password(services.home, address, password)
    if not remembered(services, Preference.SCHOOL_FOLDER):
        remember(services, Preference.SCHOOL_FOLDER, address.text)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        raise NothingToGiveError(f"{path.name} cannot be read. Put it right, or take it out.") from error


def _last_made(services: Services) -> ContentPack | None:
    try:
        return _opened(services, (services.home / _LAST_MADE).read_bytes())
    except OSError:
        return None


def _lies_there(services: Services, where: tuple[ShareAddress, str]) -> ContentPack | None:
    """What staff find there now: it may have been made on another computer."""
    from nickaudit.share import courier
    from nickaudit.share.errors import FolderError

    try:
        found = courier.fetch(where[0], [FILE_NAME], password=where[1], limit=content_pack.LARGEST)
    except FolderError as error:
        raise NotGivenError(error.state) from error
    return _opened(services, found[FILE_NAME]) if FILE_NAME in found else None


def _opened(services: Services, raw: bytes) -> ContentPack | None:
    """A pack that is good; one of an earlier key or of another school is none."""
    from nickaudit.credentials.content_pack import open_pack

    if services.school_file is None:
        return None
    try:
        return open_pack(raw, school=services.school_file)
    except NickAuditError:
        return None


def _asked_before(before: ContentPack | None, asks_again: Sequence[LineId]) -> dict[str, int]:
    """Every line that an earlier pack asked again, with its number, for whoever passed that one over."""
    if before is None:
        return {}
    asked = {**before.asked_before, **dict.fromkeys(before.asks_again, before.sequence)}
    return {line: number for line, number in asked.items() if line not in asks_again}
