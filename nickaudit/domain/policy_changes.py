"""What differs between two versions of a policy pack, line by line, to be shown before and after."""

from msgspec import Struct

from nickaudit.domain.ids import LineId
from nickaudit.domain.policy import Contact, PolicyLine, PolicyPack


class LineChange(Struct, frozen=True, kw_only=True):
    """One line before and after; None where there is none, or where it is switched off."""

    id: LineId
    before: PolicyLine | None
    after: PolicyLine | None

    @property
    def line(self) -> PolicyLine:
        """The line as it stands afterwards, or as it stood."""
        found = self.after or self.before
        if found is None:
            raise LookupError(self.id)
        return found


class ContactChange(Struct, frozen=True, kw_only=True):
    """Somebody to turn to, before and after."""

    before: Contact | None
    after: Contact | None


class PolicyChanges(Struct, frozen=True, kw_only=True):
    """All that differs."""

    lines: tuple[LineChange, ...] = ()
    contacts: tuple[ContactChange, ...] = ()
    details: tuple[tuple[str, str, str], ...] = ()
    """Key of the pack (`title`, `adopted`, `next_review`), before, after."""

    def __bool__(self) -> bool:
        return bool(self.lines or self.contacts or self.details)

    @property
    def count(self) -> int:
        """How many things differ."""
        return len(self.lines) + len(self.contacts) + len(self.details)


_DETAILS = ("title", "adopted", "next_review")


def changes_between(before: PolicyPack, after: PolicyPack) -> PolicyChanges:
    """What differs, in the order of the newer pack; what is gone comes last."""
    was, now = _shown(before), _shown(after)
    order = [line.id for line in after.lines] + [line.id for line in before.lines if not after.line(line.id)]
    return PolicyChanges(
        lines=tuple(
            LineChange(id=own_id, before=was.get(own_id), after=now.get(own_id))
            for own_id in order
            if was.get(own_id) != now.get(own_id)
        ),
        contacts=tuple(
            ContactChange(before=before.contact(each.id), after=each)
            for each in after.contacts
            if before.contact(each.id) != each
        ),
        details=tuple(
            (key, getattr(before, key), getattr(after, key))
            for key in _DETAILS
            if getattr(before, key) != getattr(after, key)
        ),
    )


def _shown(pack: PolicyPack) -> dict[LineId, PolicyLine]:
    return {line.id: line for line in pack.lines if not line.off}
