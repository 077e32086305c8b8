"""What a school file will do on a computer, in plain facts, before anybody says yes to it."""

from enum import StrEnum

from msgspec import Struct

from nickaudit.domain.policy import Contact
from nickaudit.domain.school import Reader, SchoolFile, VerifiedSchool


class OfferKind(StrEnum):
    """How a school file stands to the one in use."""

    FIRST = "first"
    """There is none in use yet."""
    NEWER = "newer"
    SAME = "same"
    """The one in use itself: nothing to do."""


class Change(Struct, frozen=True, kw_only=True):
    """One thing that a newer school file says otherwise."""

    field: str
    """As in `SchoolFile`; of a contact `contacts.dsl`."""
    before: str
    after: str


class SchoolOffer(Struct, frozen=True, kw_only=True):
    """A school file that may be used here, and what it changes."""

    kind: OfferKind
    verified: VerifiedSchool
    changes: tuple[Change, ...] = ()
    """Against the one in use; empty for a first one."""

    @property
    def school(self) -> SchoolFile:
        """What it says."""
        return self.verified.school


def changes(before: SchoolFile, after: SchoolFile) -> tuple[Change, ...]:
    """What people would notice, in the order of set-up; numbers, keys by themselves and days are left out."""
    pairs = [(field, *values) for field, values in zip(_FACTS, _both(before, after), strict=True)]
    pairs += [
        (f"contacts.{own_id}", _reached(before.contact(own_id)), _reached(after.contact(own_id)))
        for own_id in dict.fromkeys(each.id for each in (*before.contacts, *after.contacts))
    ]
    pairs += [
        ("readers", readers_in_words(before.readers), readers_in_words(after.readers)),
        ("head_reader", _head_reader(before), _head_reader(after)),
    ]
    found = [Change(field=field, before=old, after=new) for field, old, new in pairs if old != new]
    if not any(each.field in {"readers", "head_reader"} for each in found) and _keys(before) != _keys(after):
        found.append(Change(field="keys", before="", after=""))
    return tuple(found)


def readers_in_words(readers: tuple[Reader, ...]) -> str:
    """`the headteacher (Rosalind Ash), the business manager`."""
    return ", ".join(f"{each.title} ({each.name})" if each.name else each.title for each in readers)


_FACTS = (
    "name", "short_name", "other_names", "nation", "policy_title", "adopted", "next_review", "share",
    "every_months", "induction_days", "groups",
)  # fmt: skip


def _both(before: SchoolFile, after: SchoolFile) -> tuple[tuple[str, str], ...]:
    return tuple(zip(_facts(before), _facts(after), strict=True))


def _facts(school: SchoolFile) -> tuple[str, ...]:
    return (
        school.name,
        school.short_name,
        ", ".join(school.other_names),
        school.nation.value,
        school.policy_title,
        school.adopted,
        school.next_review,
        school.share.text,
        str(school.every_months),
        str(school.induction_days),
        ", ".join(school.groups),
    )


def _reached(contact: Contact | None) -> str:
    if contact is None:
        return ""
    return ", ".join(each for each in (contact.name, contact.phone, contact.email, contact.note) if each)


def _head_reader(school: SchoolFile) -> str:
    return readers_in_words((school.head_reader,)) if school.head_reader else ""


def _keys(school: SchoolFile) -> tuple[str, ...]:
    head = (school.head_reader.key,) if school.head_reader else ()
    return (*(each.key for each in school.readers), *head, school.recovery)


def as_plain(school: SchoolFile) -> dict[str, object]:
    """What a program may want to read of it, as plain values."""
    return {
        "school_id": school.school_id,
        "sequence": school.sequence,
        "signed_on": school.signed_on,
        "name": school.name,
        "short_name": school.short_name,
        "other_names": school.other_names,
        "nation": school.nation,
        "contacts": school.contacts,
        "policy": school.policy_title,
        "adopted": school.adopted,
        "next_review": school.next_review,
        "share": school.share.text,
        "every_months": school.every_months,
        "induction_days": school.induction_days,
        "groups": school.groups,
        "readers": school.readers,
        "head_reader": school.head_reader,
    }
