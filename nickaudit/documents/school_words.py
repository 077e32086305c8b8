"""What a school file says, in words and rows: for staff before they use it, and for whoever makes it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from nickaudit.domain.due_dates import month_in_words
from nickaudit.domain.policy import Contact, Group
from nickaudit.domain.school import Reader, SchoolFile
from nickaudit.domain.school_draft import CHAIR
from nickaudit.domain.school_offer import Change, readers_in_words
from nickaudit.domain.share_address import ShareAddress, address_in

NOT_GIVEN = "Not given"
EVERYBODY = "Everybody the policy is for"
RECOVERY_TOO = "The school's recovery key opens them too. It is kept locked away."
HEADS_OWN_NOBODY = "Nobody but the recovery key, for now"
_FIELDS = {
    "name": "School",
    "short_name": "Short name",
    "other_names": "Other names",
    "nation": "Nation",
    "policy_title": "Policy",
    "adopted": "Policy adopted",
    "next_review": "Next review",
    "share": "Certificates go to",
    "every_months": "How often",
    "induction_days": "Somebody new",
    "groups": "Who is asked",
    "readers": "Can be read by",
    "head_reader": "The head's own",
    "keys": "Readers' keys",
}


class Row(NamedTuple):
    """One fact."""

    label: str
    value: str


def rows_of(school: SchoolFile, groups: Sequence[Group]) -> tuple[Row, ...]:
    """Everything a person would want to know of it, a row for each."""
    return (
        Row("School", school_in_words(school.name, school.other_names, school.nation.value)),
        Row(
            "Policy",
            f"{school.policy_title}. Next review: {_month(school.next_review)}.",
        ),
        Row("Whom to turn to", contacts_in_words(school.contacts)),
        Row("Certificates go to", f"{address_in_words(school.share)}. Only if you send yours."),
        Row("Can be read by", f"{as_sentence(readers_in_words(school.readers))}. {RECOVERY_TOO}"),
        Row("The head's own", heads_own_in_words(school.head_reader)),
        Row("How often", how_often(school.every_months, school.induction_days)),
        Row("Who is asked", groups_in_words(school.groups, groups)),
    )


def rows_of_changes(
    changes: Sequence[Change], contacts: Sequence[Contact], groups: Sequence[Group] = ()
) -> tuple[Row, ...]:
    """What a newer file says otherwise: before and after, in one row each."""
    return tuple(Row(_name_of(each, contacts), _before_and_after(each, groups)) for each in changes)


def school_in_words(name: str, other_names: Sequence[str], nation: str) -> str:
    """Its names and where it is."""
    others = f"\nAlso: {', '.join(other_names)}" if other_names else ""
    return f"{', '.join(part for part in (name, nation) if part)}{others}"


def contacts_in_words(contacts: Sequence[Contact]) -> str:
    """A line for each who can be reached: `The headteacher: Rosalind Ash, 01632 960 001`."""
    lines = [f"{as_sentence(each.title)}: {reached}" for each in contacts if (reached := reached_by(each))]
    return "\n".join(lines) or NOT_GIVEN


def reached_by(contact: Contact) -> str:
    """Name and how to reach them, as given; the note where it is all there is."""
    given = ", ".join(part for part in (contact.name, contact.phone, contact.email) if part)
    return given or (contact.note if contact.id == CHAIR else "")


def address_in_words(share: ShareAddress) -> str:
    """The folder's path, or the server and its share."""
    if not share.is_given:
        return NOT_GIVEN
    if not share.is_direct:
        return share.folder
    place = "/".join(part for part in (share.share, share.path) if part)
    return f"{place} on the server {share.server}"


def heads_own_in_words(reader: Reader | None) -> str:
    """Who reads the head's own certificate."""
    return f"{as_sentence(readers_in_words((reader,)))}" if reader is not None else HEADS_OWN_NOBODY


def how_often(months: int, days: int) -> str:
    """How often it comes round, and how long somebody new has, as two sentences."""
    often = {12: "Once a year", 6: "Twice a year", 24: "Every two years", 1: "Every month"}.get(
        months, f"Every {months} months"
    )
    return f"{often}. Somebody new has {days} day{'' if days == 1 else 's'}."


def groups_in_words(chosen: Sequence[str], groups: Sequence[Group]) -> str:
    """Who is asked to do it."""
    titles = [group.title for group in groups if group.id in chosen]
    return ", ".join(titles) if chosen and titles else EVERYBODY


def fingerprint_in_words(key: str) -> str:
    """The fingerprint in groups of six, which two people can read to each other."""
    return " ".join(key[i : i + 6] for i in range(0, len(key), 6))


def _name_of(change: Change, contacts: Sequence[Contact]) -> str:
    if change.field.startswith("contacts."):
        own_id = change.field.removeprefix("contacts.")
        return next((as_sentence(each.title) for each in contacts if each.id == own_id), "A contact")
    return _FIELDS.get(change.field, change.field)


def _before_and_after(change: Change, groups: Sequence[Group]) -> str:
    if change.field == "keys":
        return "A new key. What you send from now on is sealed for it."
    before, after = (_in_words(change.field, text, groups) for text in (change.before, change.after))
    return f"Was: {before or NOT_GIVEN}\nNow: {after or NOT_GIVEN}"


def _in_words(field: str, text: str, groups: Sequence[Group]) -> str:
    match field:
        case "adopted" | "next_review":
            return _month(text)
        case "share":
            return address_in_words(address_in(text)) if text else ""
        case "every_months":
            return f"every {text} months"
        case "induction_days":
            return f"{text} days for the first check"
        case "groups":
            return groups_in_words(text.split(", ") if text else (), groups)
        case _:
            return text


def _month(month: str) -> str:
    try:
        return month_in_words(month)
    except (ValueError, IndexError):
        return month


def as_sentence(words: str) -> str:
    """With a capital at its beginning."""
    return words[:1].upper() + words[1:]
