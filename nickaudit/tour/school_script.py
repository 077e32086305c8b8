"""What whoever sets up the sample school types and chooses, read from a data file into frozen types."""

from __future__ import annotations

from pathlib import Path

import msgspec
from msgspec import Struct

from nickaudit.tour.script import ScriptError


class SampleContact(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How one of those whom staff turn to is reached; `task` is their row in the list."""

    task: str
    name: str = ""
    phone: str = ""
    email: str = ""
    note: str = ""


class SampleChange(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the school changes of its policy later on."""

    search: str
    """Typed to find the line."""
    line: str
    """How the line begins as it is."""
    stronger: str
    """Words that say more than the policy, which are tried first and refused."""
    words: str
    """The words that are kept."""
    what_changed: str
    """Said to staff."""


class SampleSchool(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The sample school, in the window's own words."""

    nation: str
    reader_title: str
    reader_name: str
    passphrase: str
    """For the recovery file, which is saved and not used."""
    contacts: tuple[SampleContact, ...] = msgspec.field(name="contact")
    change: SampleChange


def read_school(path: Path) -> SampleSchool:
    """The sample school in that file.

    Raises:
        ScriptError: It is not there, or something in it is not as it should be.
    """
    try:
        return msgspec.toml.decode(path.read_bytes(), type=SampleSchool)
    except (OSError, ValueError) as error:  # msgspec's own errors are ValueErrors
        raise ScriptError(f"The sample school in {path.name} cannot be read: {error}") from error
