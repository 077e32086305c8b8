"""Receipts that the head's program leaves: beside each file taken in, a signed word that the school has it.

A letter box that may not be written is no fault: what is missing is tried again at the next look, and a
missing receipt counts against nobody.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from msgspec import Struct

from nickaudit.domain.errors import NickAuditError
from nickaudit.domain.school import RECEIPT_SUFFIX, Receipt, SchoolFile
from nickaudit.keys import names
from nickaudit.keys.kept import KeptKeys
from nickaudit.services import reading_round, school_keys
from nickaudit.services.school_expectations import known_schools
from nickaudit.store.school import files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from nickaudit.services import Services
    from nickaudit.services.sources import Source

_AT_ONCE = 200
"""So many are signed and sent to the letter box in one go, and then noted."""


class ReceiptsLeft(Struct, frozen=True, kw_only=True):
    """What came of it."""

    left: int = 0
    missing: int = 0
    """Still to be left: the letter box did not take them, or somebody stopped it."""


def leave(
    services: Services, every: Sequence[Source], *, cancelled: Callable[[], bool] = lambda: False
) -> ReceiptsLeft:
    """Leave the receipts that are missing. Slow. Raises nothing: see above."""
    left = missing = 0
    key = _receipt_key(services)
    if key is None:
        return ReceiptsLeft()
    schools = known_schools(services.school, reading_round.own_schools(services))
    for source in every:
        school = schools.at(source.place)
        if school is None or not _may_sign(school, key):
            continue
        owed = iter(files.without_receipt(services.school, source.place))
        while part := tuple(islice(owed, _AT_ONCE)):
            contents = dict(_signed(part, school, key))
            lie_there = list(_put(services, source, contents, cancelled))
            files.note_receipts(
                services.school,
                source.place,
                [name.removesuffix(RECEIPT_SUFFIX) for name in lie_there],
                on=services.today(),
            )
            left += len(lie_there)
            if len(lie_there) < len(part):
                missing += len(part) - len(lie_there) + sum(1 for _ in owed)
                break
    return ReceiptsLeft(left=left, missing=missing)


def _receipt_key(services: Services) -> str | None:
    if KeptKeys(services.home).place_of(names.RECEIPT) is None:
        return None  # nobody ever read here: a locked key store is not asked for nothing
    try:
        return school_keys.receipt_key(services.home)
    except NickAuditError:
        return None


def _may_sign(school: SchoolFile, key: str) -> bool:
    """Whether the school's staff take a receipt of this key."""
    from nickaudit.credentials.signing_key import public_x

    head = (school.head_reader,) if school.head_reader else ()
    return public_x(key) in {reader.receipt_key for reader in (*school.readers, *head)}


def _signed(part: Sequence[files.Owed], school: SchoolFile, key: str) -> Iterator[tuple[str, bytes]]:
    from nickaudit.credentials.receipt import sign_receipt

    for owed in part:
        receipt = Receipt(school_id=school.school_id, file_hash=owed.file_hash, received_on=owed.received_on)
        yield owed.name + RECEIPT_SUFFIX, sign_receipt(receipt, private_jwk=key)


def _put(
    services: Services, source: Source, contents: dict[str, bytes], cancelled: Callable[[], bool]
) -> Iterator[str]:
    """The names of those that lie there now, as far as it went."""
    from nickaudit.share import courier
    from nickaudit.share.errors import FolderError

    try:
        password = reading_round.password_for(services, source.address)
        yield from courier.put_all_beside(source.address, contents, password=password, cancelled=cancelled)
    except (FolderError, NickAuditError):
        return
