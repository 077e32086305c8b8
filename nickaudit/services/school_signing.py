"""The next school file: what a draft becomes, its number, and the signature of the key that is kept here."""

import datetime as dt
import re
from collections.abc import Sequence

from msgspec import Struct, structs

from nickaudit.domain.errors import NickAuditError
from nickaudit.domain.person import tidy
from nickaudit.domain.policy import Contact
from nickaudit.domain.school import Nation, Reader, SchoolFile, VerifiedSchool
from nickaudit.domain.school_draft import Draft
from nickaudit.domain.share_address import ShareAddress
from nickaudit.services import Services, own_school, school_keys


class NotTheSignerError(NickAuditError):
    """This computer does not hold the key that signs for the school. Change it where it was set up."""


class Foundation(Struct, frozen=True, kw_only=True):
    """What of a school file no draft says."""

    school_id: str
    recovery: str
    sealed_signing_key: str


def filled(
    services: Services, draft: Draft, foundation: Foundation, *, before: SchoolFile | None = None
) -> SchoolFile:
    """The school file that a draft without faults stands for; makes this reader's keys at first need.

    Args:
        services: Its policy pack and its clock count.
        draft: What was filled in.
        foundation: Keys and id, as they were or as they were just made.
        before: The school file in use.

    Raises:
        KeysError: the keys cannot be reached, are gone, or were not kept.
    """
    policy = services.content.policy
    readers = draft.readers
    if draft.reads_here:
        own = school_keys.own_reader(services.home, title=tidy(draft.own_title), name=tidy(draft.own_name))
        readers = _put_in(readers, own, before)
    file = SchoolFile(
        sequence=1,
        signed_on=services.today(),
        name=tidy(draft.name),
        short_name=tidy(draft.short_name),
        other_names=tuple(dict.fromkeys(shown for each in draft.other_names if (shown := tidy(each)))),
        nation=draft.nation or Nation.ENGLAND,
        contacts=tuple(_tidied(each) for each in in_words_of(draft.nation, draft.contacts)),
        policy_id=policy.id,
        policy_title=tidy(policy.title),
        policy_hash=services.content.policy_hash,
        adopted=draft.adopted,
        next_review=draft.next_review,
        share=_trimmed(draft.share),
        every_months=draft.every_months,
        induction_days=draft.induction_days,
        groups=draft.groups,
        readers=readers,
        head_roles=draft.head_roles,
        head_reader=draft.head_reader,
        school_id=foundation.school_id,
        recovery=foundation.recovery,
        sealed_signing_key=foundation.sealed_signing_key,
    )
    return file if before is None else following(file, before, today=services.today())


def in_words_of(nation: Nation | None, contacts: Sequence[Contact]) -> tuple[Contact, ...]:
    """The contacts as people of that nation call them, however they were called before."""
    from nickaudit import paths
    from nickaudit.content.nations import read_nations

    every = read_nations(paths.resource("."))
    lead = every[nation or Nation.ENGLAND].lead
    told = "|".join(re.escape(words.lead) for words in every.values())
    return tuple(structs.replace(each, title=re.sub(told, lambda _: lead, each.title)) for each in contacts)


def following(file: SchoolFile, before: SchoolFile, *, today: dt.date) -> SchoolFile:
    """The same with the next number, and the hand-overs so far."""
    return structs.replace(
        file,
        sequence=before.sequence + 1,
        signed_on=today,
        hand_overs=file.hand_overs or before.hand_overs,
    )


def signing_key_for(services: Services, used: VerifiedSchool) -> str:
    """The private key that signed the school file in use.

    Raises:
        NotTheSignerError: it is not on this computer; KeysError: it cannot be reached, or is gone.
    """
    from nickaudit.credentials import school_file

    private_jwk = school_keys.signing_key(services.home)
    if private_jwk is None or school_file.signer_of(private_jwk) != used.key:
        raise NotTheSignerError
    return private_jwk


def sign_next(services: Services, file: SchoolFile, *, private_jwk: str) -> VerifiedSchool:
    """Sign it, and use it here from now on.

    Raises:
        SchoolFileNotKeptError: the disk is full or cannot be written.
    """
    from nickaudit.credentials import school_file

    return own_school.take(services.home, school_file.sign_school(file, private_jwk=private_jwk))


def _put_in(readers: tuple[Reader, ...], own: Reader, before: SchoolFile | None) -> tuple[Reader, ...]:
    """Whoever reads here keeps their place; somebody new comes first."""
    others = tuple(each for each in readers if each.key != own.key)
    keys = [each.key for each in before.readers] if before else []
    at = min(keys.index(own.key), len(others)) if own.key in keys else 0
    return (*others[:at], own, *others[at:])


def _tidied(contact: Contact) -> Contact:
    return structs.replace(
        contact,
        title=tidy(contact.title),
        name=tidy(contact.name),
        phone=tidy(contact.phone),
        email=tidy(contact.email),
        note=tidy(contact.note),
    )


def _trimmed(share: ShareAddress) -> ShareAddress:
    if not share.is_direct:
        return ShareAddress(folder=tidy(share.folder))
    path = "/".join(part for part in share.path.split("/") if part.strip())
    return ShareAddress(
        server=share.server.strip(), share=share.share.strip(), path=path, user=share.user.strip()
    )
