"""Content from the school: looked for beside the school file, looked at, and taken by whoever likes to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from nickaudit import paths
from nickaudit.domain.errors import NickAuditError
from nickaudit.domain.platforms import Content
from nickaudit.domain.policy import PolicyLine
from nickaudit.domain.policy_changes import PolicyChanges, changes_between
from nickaudit.domain.school import CONTENT_SUFFIX, ContentPack
from nickaudit.services import kept_content

if TYPE_CHECKING:
    from collections.abc import Collection

    from nickaudit.domain.ids import LineId
    from nickaudit.domain.policy import PolicyPack
    from nickaudit.domain.share_address import ShareAddress
    from nickaudit.services import Services
    from nickaudit.store.database import Database

FILE_NAME = f"content{CONTENT_SUFFIX}"
"""How it is called beside the school file."""

LARGEST = 2 * 1024 * 1024


class NoSchoolFileError(NickAuditError):
    """Open your school's file first. Without it, nobody can tell who this comes from."""


class ContentFaultyError(NickAuditError):
    """There are mistakes in what the school has sent. What you have stays in use. Tell the headteacher."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__()
        self.faults = faults


class ContentOlderError(NickAuditError):
    """This is not newer than what you have. What you have stays in use."""


class NothingThereError(NickAuditError):
    """There is no such file, or it cannot be opened. Check where it is."""


class Offer(Struct, frozen=True, kw_only=True):
    """What the school offers, and what would change."""

    pack: ContentPack
    raw: bytes
    """The signed file itself."""
    changes: PolicyChanges
    places: tuple[str, ...]
    """Names of sites and apps that are new, or described in another way."""
    asks_again: tuple[PolicyLine, ...]
    """Lines that are asked again of somebody who has answered them."""
    content: Content
    """What the check would run on."""


def is_offered(services: Services) -> bool:
    """Whether something newer was found and not taken yet. Costs next to nothing."""
    return services.school_file is not None and kept_content.is_offered(services.home)


def offered(services: Services) -> Offer | None:
    """What was found and not taken yet. Slow: not in the window's thread."""
    raw = kept_content.raw_offered(services.home)
    if raw is None:
        return None
    try:
        return look_at(services, raw)
    except NickAuditError:
        kept_content.forget_offer(services.home)  # taken by now, damaged, or of another school
        return None


def look_for(services: Services, *, deadline: float | None = None) -> Offer | None:
    """Look beside the school file whether there is something newer, and keep what is found. Slow.

    Raises:
        FolderError: the share was not reached; SchoolFileRefused: what lies there is not the school's;
            ContentFaultyError: it has mistakes.
    """
    from nickaudit.share import courier

    where = own_share(services)
    if where is None:
        return offered(services)
    address, password = where
    seconds = courier.DEADLINE if deadline is None else deadline
    found = courier.fetch(address, [FILE_NAME], password=password, limit=LARGEST, deadline=seconds)
    if FILE_NAME not in found:
        return offered(services)
    try:
        offer = look_at(services, found[FILE_NAME])
    except ContentOlderError:
        return offered(services)
    kept_content.keep_offer(services.home, offer.raw)
    return offer


def read_file(path: Path) -> bytes:
    """The bytes of a content pack that somebody chose.

    Raises:
        NothingThereError: it is not there, or no plain file.
    """
    from nickaudit.content.plain_file import read_at_most

    try:
        return read_at_most(path, LARGEST)
    except (OSError, ValueError) as error:
        raise NothingThereError from error


def look_at(services: Services, raw: bytes) -> Offer:
    """What this content pack would change; nothing is done yet. Slow.

    Raises:
        NoSchoolFileError: there is nothing to hold it against; SchoolFileRefused: it is not the school's;
            ContentOlderError: it is not newer; ContentFaultyError: it has mistakes.
    """
    from nickaudit.content.pack_in_use import pack_in_use
    from nickaudit.credentials.content_pack import open_pack

    if services.school_file is None:
        raise NoSchoolFileError
    pack = open_pack(raw, school=services.school_file)
    before = kept_content.number_in_use(services.home)
    if pack.sequence <= before:
        raise ContentOlderError
    content, policy = checked(pack)
    roots = (paths.resource("."), *paths.school_content(services.home)[:1])
    asked = pack.asks_since(before)
    return Offer(
        pack=pack,
        raw=raw,
        changes=changes_between(pack_in_use(roots), policy),
        places=_places(roots, content),
        asks_again=tuple(line for line in content.policy.lines if line.id in asked),
        content=content,
    )


def accept(services: Services, offer: Offer, *, private: Database | None = None) -> bool:
    """Take the offer, whole or not at all, and open again what is asked again. The window then goes on anew.

    Args:
        services: The parts.
        offer: From `look_for`, `offered` or `look_at`.
        private: Where the answers of the check are, if not in the person's own store.

    Returns:
        Whether something the person had answered is asked again.

    Raises:
        ContentNotKeptError: it could not be kept; StoreError: the answers could not be opened again. Then
            what was in use stays in use.
    """
    lines = {line.id for line in offer.asks_again}
    part = kept_content.stage(services.home, offer.pack, offer.raw)
    try:
        # In this order: cut off in between, the offer is still there, and asking again twice changes nothing.
        is_asked = _ask_again(services, offer.content, lines, private or services.private)
        kept_content.put_in_use(part)
    except BaseException:
        kept_content.drop(part)
        raise
    kept_content.forget_offer(services.home)
    kept_content.drop_oldest(services.home)
    return is_asked


def in_use(services: Services) -> ContentPack | None:
    """The pack in use, with what the headteacher wrote; None where there is none."""
    from nickaudit.credentials.content_pack import open_pack

    raw = kept_content.raw_in_use(services.home)
    if raw is None or services.school_file is None:
        return None
    try:
        return open_pack(raw, school=services.school_file)
    except NickAuditError:
        return None


def checked(pack: ContentPack) -> tuple[Content, PolicyPack]:
    """The content with that pack over what is built in, and its policy as its file has it.

    Raises:
        ContentFaultyError: it breaks a rule that holds for any content.
    """
    from tempfile import TemporaryDirectory

    from nickaudit.content import ContentFaults, load_content
    from nickaudit.content.pack_in_use import pack_in_use

    with TemporaryDirectory(prefix="nickaudit-") as made:
        folder = Path(made) / "content"
        kept_content.unpack(pack, folder)
        roots = (paths.resource("."), folder)
        try:
            return load_content(*roots), pack_in_use(roots)
        except ContentFaults as found:
            raise ContentFaultyError(tuple(str(fault) for fault in found.faults)) from found


def own_share(services: Services) -> tuple[ShareAddress, str] | None:
    """The school's share as this person reaches it, with the password; None where that cannot be done.

    Raises:
        StoreError: what was remembered cannot be read.
    """
    from nickaudit.domain.share_address import address_in
    from nickaudit.services.preferences import Preference, remembered
    from nickaudit.services.sending import remembered_password

    if services.school_file is None:
        return None
    address = services.school_file.school.share
    if not address.is_direct:
        return (address, "") if address.is_given else None
    # The same place with the person's own log-in, where they have put a certificate or read them.
    for preference in (Preference.SCHOOL_FOLDER, Preference.REPORT_FOLDER):
        own = address_in(remembered(services, preference) or "")
        is_it = (own.server, own.share) == (address.server, address.share)
        if is_it and (password := remembered_password(services, own)):
            return structs.replace(own, path=address.path), password
    return None


def _places(roots: tuple[Path, ...], after: Content) -> tuple[str, ...]:
    """What differs from what came before, without the names that the school file fills in."""
    from nickaudit.content import ContentFaults, load_content

    try:
        before = load_content(*roots)
    except ContentFaults:  # what is in use no longer fits this program
        before = load_content(roots[0])
    was = {**before.platforms, **before.shared, **before.listings}
    now = {**after.platforms, **after.shared, **after.listings}
    changed = (each for own_id, each in now.items() if was.get(own_id) != each)
    return tuple(sorted((each.name for each in changed), key=str.casefold))


def _ask_again(services: Services, content: Content, lines: Collection[LineId], private: Database) -> bool:
    from nickaudit.store.private.asked_again import ask_again

    if not lines:
        return False
    asked = frozenset(lines)
    checks, pages = set(), set()
    for each in (services.content, content):
        platforms = (*each.platforms.values(), *each.shared.values(), *each.listings.values())
        for platform in (*platforms, each.together, each.general):
            checks |= {check.id for check in platform.checks if not asked.isdisjoint(check.policy)}
        pages |= {page.id for page in each.policy.pages if not asked.isdisjoint(page.lines)}
    return ask_again(private, checks=checks, pages=pages, today=services.today())
