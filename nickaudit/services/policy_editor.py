"""The school's policy while it is being changed: a draft in the home, until it is saved or thrown away.

Every change is on disk before the call returns. What staff and this window run on stays as it is until
`save`, which holds the whole against every rule first.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from nickaudit import paths
from nickaudit.domain.errors import NickAuditError
from nickaudit.domain.policy import PolicyPack
from nickaudit.domain.policy_changes import PolicyChanges, changes_between
from nickaudit.domain.policy_edit import with_next_version

if TYPE_CHECKING:
    from pathlib import Path

    from nickaudit.domain.policy import PolicyLine
    from nickaudit.services import Services
    from nickaudit.services.attached_document import AttachedDocument

DRAFT = "our-policy.draft"


class PolicyNotSavedError(NickAuditError):
    """The policy could not be saved. The disk may be full. Nothing has been changed."""


class PolicyFaultyError(NickAuditError):
    """The policy has mistakes, so it is not saved yet."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__(f"The policy is not saved yet. {faults[0]}" if faults else None)
        self.faults = faults
        """Each with its place and what to do."""


class PolicyDraft(Struct, frozen=True, kw_only=True):
    """The policy as it is saved, and as it would be."""

    saved: PolicyPack
    now: PolicyPack

    @property
    def changes(self) -> PolicyChanges:
        """What differs."""
        return changes_between(self.saved, self.now)


def open_draft(services: Services) -> PolicyDraft:
    """The draft; where there is none yet, one without a change.

    Raises:
        NickAuditError: the policy that is saved cannot be read.
    """
    saved = _saved(services)
    return PolicyDraft(saved=saved, now=_kept(services, saved.id) or saved)


def keep(services: Services, pack: PolicyPack) -> None:
    """Keep the draft, so that nothing is lost when the window closes.

    Raises:
        PolicyNotSavedError: it could not be written.
    """
    _write(services.home / DRAFT, msgspec.json.encode(pack))


def throw_away(services: Services) -> None:
    """Go back to the policy as it is saved.

    Raises:
        PolicyNotSavedError: the draft could not be removed.
    """
    try:
        (services.home / DRAFT).unlink(missing_ok=True)
    except OSError as error:
        raise PolicyNotSavedError(
            "The changes could not be thrown away. Close the program and try again."
        ) from error


def people_asked(services: Services) -> int:
    """How many people have finished, as far as the school's reports know: for them a change is a change."""
    from nickaudit.services.report import report

    now = report(services.school, today=services.today(), content=services.content)
    return now.finished + now.due


def faults_of_line(
    before: PolicyPack, after: PolicyPack, line: PolicyLine, *, document: AttachedDocument | None
) -> dict[str, str]:
    """What is wrong since `line` was changed: the field (`words`, `strength`, …) and the sentence.

    Args:
        before: The pack without that change; what was wrong in it already is left out.
        after: The pack with it.
        line: The line as it stands in `after`.
        document: The attached document, in which its sentence and its verb must be found.
    """
    from nickaudit.content.draft_check import faults_in_pack

    known = {(fault.table, fault.id, fault.field) for fault in faults_in_pack(before)}
    found: dict[str, str] = {}
    for fault in faults_in_pack(after):
        if fault.table == "line" and fault.id == line.id:
            found.setdefault(fault.field, fault.words)
        elif (fault.table, fault.id, fault.field) not in known:
            found.setdefault("strength", fault.words)
    if document is not None:
        for field, words in document.faults(line, after).items():
            found.setdefault(field, words)
    return found


def faults_by_field(before: PolicyPack, after: PolicyPack) -> dict[tuple[str, str], str]:
    """What is wrong since anything else was changed: (id or table, field) and the sentence."""
    from nickaudit.content.draft_check import faults_in_pack

    known = faults_in_pack(before)
    return {
        (fault.id or fault.table, fault.field): fault.words
        for fault in faults_in_pack(after)
        if fault not in known
    }


def save(services: Services) -> Path:
    """Save the draft as the school's own policy, under a new version. Slow: never in the window's thread.

    Raises:
        PolicyFaultyError: with every fault; PolicyNotSavedError: it could not be written. Then nothing has
            been changed.
    """
    from nickaudit.content.draft_check import faults_of_whole
    from nickaudit.content.pack_writer import pack_text

    draft = open_draft(services)
    pack = with_next_version(draft.now, today=services.today())
    own = paths.own_content(services.home)
    faults = faults_of_whole(
        pack, resources=paths.resource("."), own=own, school=paths.school_content(services.home)
    )
    if faults:
        raise PolicyFaultyError(tuple(str(fault) for fault in faults))
    path = own / "policies" / pack.id / "policy.toml"
    _write(path, pack_text(pack).encode())
    with suppress(PolicyNotSavedError):  # a draft that is the saved policy shows no change
        throw_away(services)
    return path


def is_own_policy(services: Services) -> bool:
    """Whether this home has a policy of its own, to be given to staff."""
    return any((paths.own_content(services.home) / "policies").glob("*/policy.toml"))


def _saved(services: Services) -> PolicyPack:
    from nickaudit.content.pack_in_use import pack_in_use

    school = paths.school_content(services.home)[:1]
    return pack_in_use((paths.resource("."), *school, paths.own_content(services.home)))


def _kept(services: Services, policy: str) -> PolicyPack | None:
    """The draft as it lies in the home; one that cannot be read, or is of another policy, is none."""
    try:
        kept = msgspec.json.decode((services.home / DRAFT).read_bytes(), type=PolicyPack)
    except (OSError, ValueError):  # msgspec's own errors are ValueErrors
        return None
    return kept if kept.id == policy else None


def _write(path: Path, content: bytes) -> None:
    from nickaudit.share.errors import FolderError
    from nickaudit.share.saving import save_over

    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        save_over(path, content, mode=0o600)
    except (OSError, FolderError) as error:
        raise PolicyNotSavedError from error
