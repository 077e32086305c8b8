"""The content as a school's file fills it in: its names, contacts, dates, and its nation's words."""

import re
from collections.abc import Mapping
from typing import TypeVar

import msgspec
from msgspec import Struct, structs

from nickaudit.domain import complicated
from nickaudit.domain.ids import PlatformId
from nickaudit.domain.nation_words import ENGLISH, NationWords
from nickaudit.domain.platforms import Content, Platform
from nickaudit.domain.policy import Contact, Guidance, PolicyPack, School
from nickaudit.domain.school import SchoolFile

_T = TypeVar("_T", bound=Struct)

_THE_DOCUMENTS = frozenset({"heading", "opening", "also", "hangs_from", "openings"})
"""What stands so in the policy document, by which a sentence is found there: never put into other words."""


def with_school(content: Content, school: SchoolFile, *, words: NationWords = ENGLISH) -> Content:
    """The content that this school's staff see.

    Args:
        content: As it was read.
        school: What the school's file says.
        words: Those of the school's nation.
    """
    swaps = _swaps(content.policy, school, words)
    policy = _filled(_reworded(content.policy, swaps), school, words)
    if not swaps:
        return structs.replace(content, policy=policy)
    cases = complicated.unpacked(content.complicated)
    return structs.replace(
        content,
        policy=policy,
        platforms=_all_reworded(content.platforms, swaps),
        shared=_all_reworded(content.shared, swaps),
        listings=_all_reworded(content.listings, swaps),
        together=_reworded(content.together, swaps),
        general=_reworded(content.general, swaps),
        complicated=complicated.packed(_reworded(cases, swaps)),
    )


def _filled(policy: PolicyPack, school: SchoolFile, words: NationWords) -> PolicyPack:
    known = {each.id for each in policy.contacts}
    return structs.replace(
        policy,
        adopted=school.adopted,
        next_review=school.next_review,
        school=School(name=school.name, short_name=school.short_name, other_names=school.other_names),
        contacts=(
            *(_with_details(each, school.contact(each.id)) for each in policy.contacts),
            *(each for each in school.contacts if each.id not in known),
        ),
        guidance=tuple(_of_nation(each, words) for each in policy.guidance),
    )


def _with_details(contact: Contact, given: Contact | None) -> Contact:
    """The pack's contact with what the school says of it; how it is called stays as in the texts."""
    if given is None:
        return contact
    return structs.replace(
        contact,
        name=given.name or contact.name,
        phone=given.phone or contact.phone,
        email=given.email or contact.email,
        note=given.note or contact.note,
    )


def _of_nation(guidance: Guidance, words: NationWords) -> Guidance:
    if guidance.title not in words.instead_of:
        return guidance
    return structs.replace(guidance, replaced_by=words.guidance)


def _swaps(policy: PolicyPack, school: SchoolFile, words: NationWords) -> dict[str, str]:
    """What stands in the texts, and what is to stand there instead."""
    pairs = (
        (policy.school.name, school.name),
        (policy.school.short_name, school.short_name),
        (ENGLISH.lead, words.lead),
        (ENGLISH.lead_alone, words.lead_alone),
        (ENGLISH.lead_short, words.lead_short),
    )
    return dict(pairs) if any(before != after for before, after in pairs) else {}


def _all_reworded(values: Mapping[PlatformId, Platform], swaps: dict[str, str]) -> dict[PlatformId, Platform]:
    return {own_id: _reworded(value, swaps) for own_id, value in values.items()}


def _reworded(value: _T, swaps: dict[str, str]) -> _T:
    """The same value with its texts in other words."""
    if not swaps:
        return value
    # In one go, longest first: a word that was put in is not looked at again.
    longest_first = sorted(swaps, key=len, reverse=True)
    pattern = re.compile("|".join(rf"\b{re.escape(each)}(?!\w)" for each in longest_first))

    def changed(plain: object) -> object:
        if isinstance(plain, str):
            return pattern.sub(lambda found: swaps[found[0]], plain)
        if isinstance(plain, dict):
            kept = _THE_DOCUMENTS if "opening" in plain or "openings" in plain else frozenset({"id"})
            return {key: each if key in kept else changed(each) for key, each in plain.items()}
        if isinstance(plain, list | tuple):
            return [changed(each) for each in plain]
        return plain

    return msgspec.convert(changed(msgspec.to_builtins(value)), type(value))
