"""Every table of sentences is complete, and every sentence is one that a tired person can read."""

import datetime as dt
import re
from enum import Enum

import pytest

from nickaudit.domain.certificate import Refusal
from nickaudit.domain.status import Row, SetAside, Status
from nickaudit.ui import messages
from tests.factories import TODAY

TABLES: dict[str, dict[Enum, str]] = {
    name: table for name, table in vars(messages).items() if name.isupper() and isinstance(table, dict)
}
SENTENCES = [sentence for table in TABLES.values() for sentence in table.values()]
NEVER = re.compile(r"(?i)\b(audit|compliance|offence|genuine|passed|safe|please note)\b|!")


def test_the_tables_are_found() -> None:
    assert {"REFUSALS", "KEY_PLACES"} <= TABLES.keys()


@pytest.mark.parametrize("name", TABLES)
def test_a_table_says_something_of_every_outcome(name: str) -> None:
    table = TABLES[name]
    kinds = {type(outcome) for outcome in table}
    assert len(kinds) == 1
    assert table.keys() == {outcome for outcome in kinds.pop() if outcome.value}
    assert all(sentence.strip() == sentence != "" for sentence in table.values())


def test_no_two_refusals_are_told_alike() -> None:
    assert len(set(messages.REFUSALS.values())) == len(messages.REFUSALS)


@pytest.mark.parametrize("text", SENTENCES)
def test_a_sentence_is_short_and_plain(text: str) -> None:
    assert max(len(sentence.split()) for sentence in re.split(r"[.:?] ", text)) <= 25
    assert not NEVER.search(text)


@pytest.mark.parametrize(
    ("status", "next_due", "said"),
    [
        (Status.FINISHED, dt.date(2027, 11, 24), "Finished"),
        (Status.DUE, dt.date(2026, 12, 5), "Due by 5 December"),
        (Status.OVERDUE, dt.date(2026, 11, 5), "Overdue by 19 days"),
        (Status.OVERDUE, dt.date(2026, 11, 23), "Overdue by 1 day"),
    ],
)
def test_a_status_says_until_when_or_for_how_long(status: Status, next_due: dt.date, said: str) -> None:
    row = Row(name="Rosalind Ash", role="Teacher", status=status, finished_on=TODAY, next_due=next_due)
    assert messages.status_in_words(row, as_of=TODAY) == said


def test_a_file_that_needs_a_look_says_why() -> None:
    copy = SetAside(file_name="b.pdf", reason=None, copy_of="a.pdf", seen_on=TODAY)
    changed = SetAside(file_name="b.pdf", reason=Refusal.CHANGED, seen_on=TODAY)
    assert messages.set_aside_in_words(copy) == "A copy of a.pdf, which is already here."
    assert messages.set_aside_in_words(changed) == messages.REFUSALS[Refusal.CHANGED]
