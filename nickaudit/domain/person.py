"""The person who makes the check, and why they make it now."""

from enum import StrEnum

from msgspec import Struct

from nickaudit.domain.ids import RoleId


class AuditKind(StrEnum):
    """On joining the school (2.4: should), or the yearly check (the school's own arrangement)."""

    JOINING = "joining"
    YEARLY = "yearly"


class Person(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the person says of themselves; all that a certificate may ever repeat."""

    name: str
    """Name used at work."""
    role: RoleId
    kind: AuditKind
    email: str = ""
    """Work e-mail, if they like."""
    staff_number: str = ""
    """Staff number, if they like."""
    online_in_job: bool = False
    """Active online as part of their job (2.7, 2.8). Decides which pages are read; not on the certificate."""


class AboutYou(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What stands on "About you" while it is not yet enough for a `Person`, as typed and chosen."""

    name: str = ""
    role: str = ""
    kind: str = ""
    email: str = ""
    staff_number: str = ""
    online_in_job: bool | None = None


NAME_LENGTH = 100
"""Longest name, e-mail and staff number taken, in characters."""


class PersonFault(StrEnum):
    """What may be wrong on "About you"."""

    NO_NAME = "no name"
    NAME_TOO_LONG = "name too long"
    NO_ROLE = "no role"
    NO_KIND = "no kind"
    BAD_EMAIL = "bad e-mail"
    NUMBER_TOO_LONG = "number too long"
    NO_ONLINE = "no online"
    """Neither yes nor no to "active online as part of your job"."""


def tidy(text: str) -> str:
    """The text on one line, without control characters and outer or doubled spaces."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def faults(
    *, name: str, role: str, kind: str, email: str, staff_number: str, online: bool | None = False
) -> tuple[PersonFault, ...]:
    """What has to be put right before these words can become a `Person`, in the order of the page."""
    found = []
    if not tidy(name):
        found.append(PersonFault.NO_NAME)
    elif len(tidy(name)) > NAME_LENGTH:
        found.append(PersonFault.NAME_TOO_LONG)
    if not role:
        found.append(PersonFault.NO_ROLE)
    if tidy(email) and not may_be_an_email(tidy(email)):
        found.append(PersonFault.BAD_EMAIL)
    if len(tidy(staff_number)) > NAME_LENGTH:
        found.append(PersonFault.NUMBER_TOO_LONG)
    if not kind:
        found.append(PersonFault.NO_KIND)
    if online is None:
        found.append(PersonFault.NO_ONLINE)
    return tuple(found)


def may_be_an_email(text: str) -> bool:
    """Whether it is written like an e-mail address; whether there is such an address nobody can tell."""
    local, _, domain = text.partition("@")
    labels = domain.split(".")
    is_whole = bool(local) and len(labels) > 1 and all(labels) and "@" not in domain
    return is_whole and " " not in text and len(text) <= NAME_LENGTH
