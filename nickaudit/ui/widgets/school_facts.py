"""What a school file says, as rows to show; the words are those that the command prints too."""

from __future__ import annotations

from collections.abc import Sequence

from nickaudit.documents.school_words import (
    address_in_words,
    as_sentence,
    contacts_in_words,
    fingerprint_in_words,
    groups_in_words,
    heads_own_in_words,
    how_often,
    reached_by,
    rows_of,
    rows_of_changes,
    school_in_words,
)
from nickaudit.domain.policy import Contact, Group
from nickaudit.domain.school import SchoolFile
from nickaudit.domain.school_offer import Change
from nickaudit.ui.widgets.fact_table import Entry

__all__ = [
    "address_in_words",
    "as_sentence",
    "change_entries",
    "contacts_in_words",
    "entries_of",
    "fingerprint_in_words",
    "groups_in_words",
    "heads_own_in_words",
    "how_often",
    "reached_by",
    "school_in_words",
]


def entries_of(school: SchoolFile, groups: Sequence[Group]) -> tuple[Entry, ...]:
    """Everything a person would want to know of it, a row for each."""
    return tuple(Entry(row.label, row.value) for row in rows_of(school, groups))


def change_entries(
    changes: Sequence[Change], contacts: Sequence[Contact], groups: Sequence[Group]
) -> tuple[Entry, ...]:
    """What a newer file says otherwise: before and after, in one row each."""
    return tuple(Entry(row.label, row.value) for row in rows_of_changes(changes, contacts, groups))
