"""What certificates of each school should say, and whom sealed files may be for, from its school files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from nickaudit.domain.certificate import Refusal
from nickaudit.domain.school import SchoolFileRefused, VerifiedSchool
from nickaudit.domain.status import Expected, PolicyVersion

if TYPE_CHECKING:
    from nickaudit.domain.platforms import Content
    from nickaudit.domain.school import SchoolFile
    from nickaudit.store.database import Database


class KnownSchools(Struct, frozen=True, kw_only=True):
    """Every school file known here."""

    own: tuple[VerifiedSchool, ...] = ()
    """The one in use and those before it, newest first."""
    others: Mapping[str, tuple[VerifiedSchool, ...]] = {}
    """By the place that is read beside the first one; empty where no school file lay there."""

    def at(self, place: str) -> SchoolFile | None:
        """The newest file of the school whose certificates arrive there."""
        files = self.others.get(place, self.own)
        return files[0].school if files else None

    @property
    def all_files(self) -> tuple[SchoolFile, ...]:
        """All of them, of every school."""
        every = (self.own, *self.others.values())
        return tuple(verified.school for files in every for verified in files)


def known_schools(school: Database, own: tuple[VerifiedSchool, ...]) -> KnownSchools:
    """What is known here; `own` are the files of this computer's own school, newest first."""
    from nickaudit.store.school import sources

    places = sources.all_sources(school)
    if not places:
        return KnownSchools(own=own)
    by_id: dict[str, list[VerifiedSchool]] = {}
    for verified in _kept(school):
        by_id.setdefault(verified.school.school_id, []).insert(0, verified)
    return KnownSchools(
        own=own, others={place: tuple(by_id.get(school_id, ())) for place, school_id in places.items()}
    )


def expected_of(content: Content, schools: KnownSchools) -> Expected:
    """What a certificate of this computer's own school should say."""
    policy = content.policy
    if schools.own:
        expected = _expected(schools.own)
        is_the_same = policy.id == expected.policy_id
        return structs.replace(expected, hash_here=content.policy_hash) if is_the_same else expected
    names = (policy.school.name, policy.school.short_name, *policy.school.other_names)
    return Expected(school_names=names, short_name=policy.school.short_name, policy_id=policy.id)


def expected_elsewhere(schools: KnownSchools) -> dict[str, Expected]:
    """The same for each further place that is read."""
    return {place: _expected(files) if files else Expected() for place, files in schools.others.items()}


def may_be_for(schools: KnownSchools, *, private_jwks: Iterable[str]) -> tuple[tuple[str, ...], ...] | None:
    """Every set of recipients that a known school has had; None: any.

    Whoever has the recovery key here has come back on a new computer, and knows no earlier school file.
    """
    from nickaudit.credentials.sealed import kid_of, public_of

    files = schools.all_files
    if not files or {public_of(each) for each in private_jwks} & {file.recovery for file in files}:
        return None
    groups = set()
    for file in files:
        head = (file.head_reader,) if file.head_reader else ()
        for readers in (file.readers, head):
            groups.add(frozenset((*(reader.key for reader in readers), file.recovery)))
    return tuple(tuple(sorted(map(kid_of, group))) for group in groups)


def for_others(
    schools: KnownSchools, *, private_jwks: Iterable[str]
) -> tuple[tuple[tuple[str, ...], Refusal], ...]:
    """What nobody here is to open: the head's own where a reader reads, and the others' where the chair does.

    Whoever has a key of neither learns that nothing opens: that is no school as it should be.
    """
    from nickaudit.credentials.sealed import kid_of, public_of

    here, found = {public_of(each) for each in private_jwks}, {}
    for file in schools.all_files:
        if file.head_reader is None:
            continue
        readers, head = {reader.key for reader in file.readers}, {file.head_reader.key}
        if here & readers:
            found[frozenset((*head, file.recovery))] = Refusal.FOR_HEAD_READER
        if here & head:
            found[frozenset((*readers, file.recovery))] = Refusal.FOR_READERS
    return tuple((tuple(sorted(map(kid_of, group))), reason) for group, reason in found.items())


def _expected(files: tuple[VerifiedSchool, ...]) -> Expected:
    school = files[0].school
    versions = tuple(
        PolicyVersion(verified.school.signed_on, verified.school.policy_hash) for verified in reversed(files)
    )
    return Expected(
        school_names=(school.name, school.short_name, *school.other_names),
        short_name=school.short_name,
        policy_id=school.policy_id,
        versions=versions,
        every_months=school.every_months,
    )


def _kept(school: Database) -> list[VerifiedSchool]:
    from nickaudit.credentials.school_file import verify_school
    from nickaudit.store.school import sources

    found = []
    for raw in sources.school_files(school):
        try:
            found.append(verify_school(raw))
        except SchoolFileRefused:  # made for a later program
            continue
    return found
