"""From where the head reads certificates: the school's own letter box, and those of other schools."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from nickaudit.domain.school import SchoolFileRefused
from nickaudit.domain.share_address import ShareAddress, address_in
from nickaudit.services.own_school import FILE_NAME, LARGEST
from nickaudit.services.preferences import Preference, remember, remembered
from nickaudit.store.school import sources as stored

if TYPE_CHECKING:
    from nickaudit.services import Services


class Source(Struct, frozen=True, kw_only=True):
    """One letter box that is read."""

    address: ShareAddress
    is_first: bool = False
    """The school's own; the others are those of other schools."""

    @property
    def place(self) -> str:
        """How it is written down with what came from there."""
        return place_of(self.address)


def place_of(address: ShareAddress) -> str:
    """How an address is written down with what came from there."""
    from nickaudit.share import reading

    return address.text if address.is_direct else reading.as_text(Path(address.folder))


def sources(services: Services) -> tuple[Source, ...]:
    """Every letter box that is read, the school's own first; none before one was chosen."""
    first = remembered(services, Preference.REPORT_FOLDER)
    if not first:
        return ()
    others = (Source(address=address_in(place)) for place in stored.all_sources(services.school))
    return (Source(address=address_in(first), is_first=True), *others)


def first_offer(services: Services) -> ShareAddress:
    """What to offer before anything was chosen: the letter box that the school file names."""
    return services.school_file.school.share if services.school_file else ShareAddress()


def read_first(services: Services, address: ShareAddress) -> None:
    """Read the school's own certificates there from now on."""
    remember(services, Preference.REPORT_FOLDER, address.text)
    stored.drop_source(services.school, place_of(address))


def read_too(services: Services, address: ShareAddress) -> None:
    """Read another school's certificates there from now on."""
    place = place_of(address)
    if place not in {source.place for source in sources(services)}:
        stored.keep_source(services.school, place, school_id="")


def read_no_more(services: Services, source: Source) -> None:
    """Leave another school's letter box alone. What was taken in stays."""
    stored.drop_source(services.school, source.place)


def note_school_file(services: Services, source: Source, *, password: str = "") -> None:
    """Keep the school file that lies in another school's letter box, if it may follow the one known."""
    from nickaudit.credentials import school_file
    from nickaudit.services.school_expectations import known_schools

    raw = _school_file_in(source.address, password=password)
    if raw is None:
        return
    known = known_schools(services.school, ()).others.get(source.place, ())
    try:
        verified = school_file.accept(raw, in_use=known[0] if known else None)
    except SchoolFileRefused:  # the one known counts on
        return
    school = verified.school
    with services.school.atomic():
        stored.keep_school_file(
            services.school, school_id=school.school_id, sequence=school.sequence, raw=verified.raw
        )
        stored.keep_source(services.school, source.place, school_id=school.school_id)


def _school_file_in(address: ShareAddress, *, password: str) -> bytes | None:
    from nickaudit.share import courier
    from nickaudit.share.errors import FolderError

    try:
        return courier.fetch(address, [FILE_NAME], password=password, limit=LARGEST).get(FILE_NAME)
    except FolderError:  # reading the certificates says what is wrong
        return None
