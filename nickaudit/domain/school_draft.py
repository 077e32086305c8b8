"""What somebody who sets a school up has filled in so far, and what is still wrong with it."""

import re
from enum import StrEnum

from msgspec import Struct

from nickaudit.domain.ids import GroupId, RoleId
from nickaudit.domain.person import NAME_LENGTH, may_be_an_email, tidy
from nickaudit.domain.policy import Contact, PolicyPack
from nickaudit.domain.school import MOST_READERS, Nation, Reader
from nickaudit.domain.share_address import ShareAddress

LONGEST_TEXT = 200
"""Characters of a name of the school, a phone and a note."""
MOST_OTHER_NAMES = 8
MONTHS_BETWEEN = range(1, 25)
INDUCTION_DAYS = range(1, 366)
HEAD, LEAD, CHAIR = "headteacher", "dsl", "chair"
"""The contacts that no school file goes without."""

_MONTH = re.compile(r"20[0-9]{2}-(0[1-9]|1[0-2])")
_SERVER = re.compile(
    r"([A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:.]+\])(:[0-9]{1,5})?|[0-9A-Fa-f:]+"
)
"""A name or an address, and a port where it is not the usual one."""


class Draft(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All that set-up asks for; `services.school_setup.begin` fills in what is known."""

    name: str = ""
    short_name: str = ""
    other_names: tuple[str, ...] = ()
    nation: Nation | None = None
    contacts: tuple[Contact, ...] = ()
    """All contacts of the policy pack, with what the school has filled in."""
    adopted: str = ""
    """Month, `2018-05`."""
    next_review: str = ""
    share: ShareAddress = ShareAddress()
    every_months: int = 12
    induction_days: int = 28
    groups: tuple[GroupId, ...] = ()
    """Who is asked to do it; empty for everybody."""
    reads_here: bool = True
    """Whether whoever sets the school up is one of its readers, on this computer."""
    own_title: str = "the headteacher"
    own_name: str = ""
    readers: tuple[Reader, ...] = ()
    """The other readers, each from their own reader file."""
    head_roles: tuple[RoleId, ...] = (RoleId("headteacher"),)
    head_reader: Reader | None = None
    """Who reads the head's own certificate: the chair of governors, from their reader file."""

    def contact(self, contact_id: str) -> Contact | None:
        """The contact of that id."""
        return next((each for each in self.contacts if each.id == contact_id), None)


class Wrong(StrEnum):
    """What may be wrong with one field."""

    EMPTY = "empty"
    TOO_LONG = "too long"
    TOO_MANY = "too many"
    NO_NATION = "no nation"
    NO_WAY_TO_REACH = "no way to reach"
    """Nobody could be told: no phone, no e-mail and no note."""
    SAME_AS_HEAD = "same as head"
    """The way to take when the concern is about the head leads to the head."""
    BAD_EMAIL = "bad e-mail"
    BAD_MONTH = "bad month"
    BEFORE_ADOPTED = "before adopted"
    NO_SHARE = "no share"
    BAD_SHARE = "bad share"
    OUT_OF_BOUNDS = "out of bounds"
    UNKNOWN_GROUP = "unknown group"
    NO_READER = "no reader"
    SAME_READER = "same reader"
    """One key stands for two readers."""
    HEAD_READS_OWN = "head reads own"
    """The head's own certificate would go to one of the readers and not to somebody else."""


class DraftFault(Struct, frozen=True, kw_only=True):
    """One thing to put right."""

    field: str
    """As in `Draft`; within a contact `contacts.dsl.email`."""
    wrong: Wrong


def faults(draft: Draft, *, policy: PolicyPack) -> tuple[DraftFault, ...]:
    """What has to be put right before a school file can be made, in the order of the pages."""
    found = [*_names(draft), *_contacts(draft), *_policy(draft), *_share(draft.share)]
    found += [*_rules(draft, policy=policy), *_readers(draft)]
    return tuple(DraftFault(field=field, wrong=wrong) for field, wrong in found)


def _names(draft: Draft) -> list[tuple[str, Wrong]]:
    found = [
        (field, wrong)
        for field, text in (("name", draft.name), ("short_name", draft.short_name))
        if (wrong := _text(text, needed=True))
    ]
    if len(draft.other_names) > MOST_OTHER_NAMES:
        found.append(("other_names", Wrong.TOO_MANY))
    elif any(_text(each) for each in draft.other_names):
        found.append(("other_names", Wrong.TOO_LONG))
    if draft.nation is None:
        found.append(("nation", Wrong.NO_NATION))
    return found


def _contacts(draft: Draft) -> list[tuple[str, Wrong]]:
    found = []
    for each in draft.contacts:
        at = f"contacts.{each.id}"
        must_have_a_name = each.id in {HEAD, LEAD}
        for field in ("name", "phone", "note"):
            wrong = _text(getattr(each, field), needed=must_have_a_name and field == "name")
            if wrong:
                found.append((f"{at}.{field}", wrong))
        if tidy(each.email) and not may_be_an_email(tidy(each.email)):
            found.append((f"{at}.email", Wrong.BAD_EMAIL))
    return found + _chair(draft)


def _chair(draft: Draft) -> list[tuple[str, Wrong]]:
    """The way to take when the concern is about the head."""
    chair, head = draft.contact(CHAIR), draft.contact(HEAD)
    if chair is None or not any(tidy(each) for each in (chair.phone, chair.email, chair.note)):
        return [(f"contacts.{CHAIR}.phone", Wrong.NO_WAY_TO_REACH)]
    if head is None:
        return []
    return [
        (f"contacts.{CHAIR}.{field}", Wrong.SAME_AS_HEAD)
        for field in ("name", "phone", "email")
        if tidy(getattr(chair, field))
        and tidy(getattr(chair, field)).casefold() == tidy(getattr(head, field)).casefold()
    ]


def _policy(draft: Draft) -> list[tuple[str, Wrong]]:
    found = [
        (field, Wrong.BAD_MONTH)
        for field, month in (("adopted", draft.adopted), ("next_review", draft.next_review))
        if not _MONTH.fullmatch(month)
    ]
    if not found and draft.next_review < draft.adopted:
        found.append(("next_review", Wrong.BEFORE_ADOPTED))
    return found


def _share(share: ShareAddress) -> list[tuple[str, Wrong]]:
    if not share.is_given:
        return [("share", Wrong.NO_SHARE)]
    parts = (share.folder, share.server, share.share, share.path, share.user)
    is_bad = any(len(part) > LONGEST_TEXT or not part.isprintable() for part in parts)
    if share.is_direct:
        is_bad = is_bad or bool(share.folder) or not share.share or not _SERVER.fullmatch(share.server)
        is_bad = is_bad or ".." in share.path.split("/") or "\\" in share.path + share.share
    elif share.folder.startswith("smb:"):
        is_bad = True  # a server's address that lacks a part
    return [("share", Wrong.BAD_SHARE)] if is_bad else []


def _rules(draft: Draft, *, policy: PolicyPack) -> list[tuple[str, Wrong]]:
    found = []
    if draft.every_months not in MONTHS_BETWEEN:
        found.append(("every_months", Wrong.OUT_OF_BOUNDS))
    if draft.induction_days not in INDUCTION_DAYS:
        found.append(("induction_days", Wrong.OUT_OF_BOUNDS))
    if not set(draft.groups) <= {group.id for group in policy.groups}:
        found.append(("groups", Wrong.UNKNOWN_GROUP))
    return found


def _readers(draft: Draft) -> list[tuple[str, Wrong]]:
    found = []
    count = len(draft.readers) + draft.reads_here
    if count > MOST_READERS:
        found.append(("readers", Wrong.TOO_MANY))
    if not count:
        found.append(("readers", Wrong.NO_READER))
    if draft.reads_here:
        found += [
            (field, wrong)
            for field, text in (("own_title", draft.own_title), ("own_name", draft.own_name))
            if (wrong := _text(text, needed=field == "own_title", longest=NAME_LENGTH))
        ]
    keys = [reader.key for reader in draft.readers]
    if len(set(keys)) < len(keys):
        found.append(("readers", Wrong.SAME_READER))
    if draft.head_reader and draft.head_reader.key in keys:
        found.append(("head_reader", Wrong.HEAD_READS_OWN))
    return found


def _text(text: str, *, needed: bool = False, longest: int = LONGEST_TEXT) -> Wrong | None:
    shown = tidy(text)
    if needed and not shown:
        return Wrong.EMPTY
    return Wrong.TOO_LONG if len(shown) > longest else None
